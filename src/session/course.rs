//! The course of the cannula in tissue: when it goes in and out, and where a pass ends and the next begins.

use super::event::{EventKind, Log};
use super::laying::Pass;
use crate::instrument::Reading;

/// Retreat or advance that turns the direction of a pass, mm [design].
const TURN_MM: f64 = 3.0;

/// The passes so far; the last may be open.
#[derive(Clone, Debug, Default)]
pub(super) struct Course {
    passes: Vec<Pass>,
    withdrawing: bool,
    turn_mm: f64,
}

impl Course {
    pub(super) fn passes(&self) -> &[Pass] {
        &self.passes
    }

    /// Opens, turns and closes passes: a pass ends when the tip comes out, or when it advances again after a withdrawal.
    /// `before` is the entry that the cannula was in a tick ago. True when a run of product cannot go on.
    pub(super) fn step(&mut self, before: Option<usize>, reading: &Reading, log: &mut Log) -> bool {
        let mut broken = false;
        match (before, reading.inserted) {
            (None, Some(entry)) => {
                log.push(EventKind::Inserted { entry: entry as u32 });
                self.open(entry as u32, reading, log.tick);
                broken = true;
            }
            (Some(entry), None) => {
                log.push(EventKind::Withdrawn { entry: entry as u32 });
                broken = true;
            }
            (Some(_), Some(entry)) => {
                let inserted = reading.inserted_mm;
                if self.withdrawing {
                    self.turn_mm = self.turn_mm.min(inserted);
                    if inserted > self.turn_mm + TURN_MM {
                        self.open(entry as u32, reading, log.tick);
                        broken = true;
                    }
                } else {
                    self.turn_mm = self.turn_mm.max(inserted);
                    if inserted < self.turn_mm - TURN_MM {
                        self.withdrawing = true;
                        self.turn_mm = inserted;
                    }
                }
            }
            (None, None) => {}
        }
        if reading.inserted.is_some() && let Some(pass) = self.passes.last_mut() {
            pass.ticks.1 = log.tick;
            if reading.inserted_mm > pass.reach_mm {
                pass.reach_mm = reading.inserted_mm;
                pass.far_end = reading.port_material;
            }
        }
        broken
    }

    fn open(&mut self, entry: u32, reading: &Reading, tick: u64) {
        let id = self.passes.len() as u32;
        let far_end = reading.port_material;
        self.passes.push(Pass { id, entry, ticks: (tick, tick), reach_mm: reading.inserted_mm, far_end });
        self.withdrawing = false;
        self.turn_mm = reading.inserted_mm;
    }
}
