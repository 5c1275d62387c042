//! What the tip meets on its way: layers, septa, bone, the skin from inside, hazards.

use super::event::{EventKind, Log};
use crate::anatomy::{Anatomy, Layer};
use crate::geom::Vec3;
use crate::instrument::{Pop, Reading};

/// Clearance to a hazard's wall below which the tip is too near, mm [design: CLINICAL §5].
const NEAR_MISS_MM: f64 = 1.5;
/// Clearance at which an approach to a hazard is over, mm.
const APPROACH_OVER_MM: f64 = 3.0;

/// An approach of the tip to a hazard: which one, the least clearance so far (mm), and where that was.
#[derive(Clone, Copy, Debug)]
struct Approach {
    hazard: u32,
    clearance_mm: f64,
    at: Vec3,
}

/// Follows the tip and tells what it meets, each thing once.
#[derive(Clone, Debug, Default)]
pub(super) struct TipWatch {
    layer: Option<Layer>,
    in_bone: bool,
    exited: bool,
    approach: Option<Approach>,
}

impl TipWatch {
    /// What the tip meets in this tick.
    pub(super) fn step(&mut self, reading: &Reading, anatomy: &Anatomy, log: &mut Log) {
        if reading.inserted.is_none() {
            self.layer = None;
            self.close(log);
            return;
        }
        let sample = reading.tip_sample;
        let at = sample.foot - sample.normal * sample.depth_mm;
        let layer = sample.layer();
        if self.layer != Some(layer) {
            self.layer = Some(layer);
            log.push(EventKind::LayerEntered { layer, depth_mm: sample.depth_mm, at });
        }
        if matches!(reading.pop, Some(Pop::Septum)) {
            log.push(EventKind::Pop { at });
        }
        if reading.bone_contact && !self.in_bone {
            log.push(EventKind::BoneTouched { at });
        }
        self.in_bone = reading.bone_contact;
        if reading.exited && !self.exited {
            log.push(EventKind::SkinExited { at });
        }
        self.exited = reading.exited;
        match anatomy.nearest_hazard_at(at, &sample) {
            Some(near) if near.clearance_mm < NEAR_MISS_MM => {
                let now = Approach { hazard: near.hazard as u32, clearance_mm: near.clearance_mm, at };
                match &mut self.approach {
                    Some(known) if known.hazard == now.hazard => {
                        if now.clearance_mm < known.clearance_mm {
                            *known = now;
                        }
                    }
                    _ => {
                        self.close(log);
                        self.approach = Some(now);
                    }
                }
            }
            Some(near) if near.clearance_mm < APPROACH_OVER_MM => {}
            _ => self.close(log),
        }
    }

    /// Ends an approach under way: it is told with its least clearance.
    pub(super) fn close(&mut self, log: &mut Log) {
        if let Some(Approach { hazard, clearance_mm, at }) = self.approach.take() {
            log.push(EventKind::NearMiss { hazard, clearance_mm, at });
        }
    }
}
