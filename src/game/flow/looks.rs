//! What product makes of the skin over the zone, worked out beside the window from a copy of the deposits: white and raised skin, the
//! dose, and what an inspection finds.
//!
//! **Invariant:** every figure is the core's (`tissue::dermal_mg_cm2`, `height_mm`, `areal_dose`, `session::Inspection`); the window
//! never waits for it; a look is taken again whenever what lies in the tissue has changed.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::body;
use crate::anatomy::Zone;
use crate::game::scene::model::{DoseMap, SkinField};
use crate::geom::Vec3;
use crate::session::{Inspection, Session, Setup, WHITE_MG_CM2};
use crate::tissue::{Deposits, areal_dose, dermal_mg_cm2, height_mm};

/// Spread of the dose on the skin, mm [design, as the rubrics'].
const SIGMA_MM: f64 = 2.5;
/// Time between two looks while product flows, and while a finger massages, s.
const FLOW_S: f32 = 0.4;
const MASSAGE_S: f32 = 1.0;

/// A look at the skin.
#[derive(Clone)]
pub(super) struct Look {
    /// Tick.
    pub(super) tick: u64,
    /// White and raised skin.
    pub(super) skin: Arc<SkinField>,
    /// The areal dose.
    pub(super) dose: Arc<DoseMap>,
    /// What an inspection finds.
    pub(super) found: Inspection,
}

impl Look {
    /// Looks at the skin over deposits; `grid` is the zone's without dose.
    pub(super) fn at(deposits: &Deposits, setup: &Setup, grid: &DoseMap, tick: u64) -> Self {
        let zone = &setup.zone;
        let (points, normals): (Vec<Vec3>, Vec<Vec3>) = zone.cells.iter().map(|cell| (cell.point, cell.normal)).unzip();
        let dermal = dermal_mg_cm2(&points, &normals, deposits);
        let height = height_mm(&points, &normals, deposits);
        Self {
            tick,
            found: Inspection::read(zone, &dermal, &height),
            dose: Arc::new(body::with_dose(grid, &areal_dose(&points, &normals, deposits, SIGMA_MM))),
            skin: Arc::new(field(zone, &dermal, &height)),
        }
    }
}

/// How white skin with so much `CaHA` in its dermis is, 0 to 1: what a layer of scattering grains hides grows as 1 − exp(−m/m₀)
/// (Beer–Lambert); m₀ is the mass from which an inspection calls skin white [design: drawing only].
fn whiteness(mg_cm2: f64) -> f32 {
    (1.0 - crate::geom::math::exp(-mg_cm2.max(0.0) / WHITE_MG_CM2)) as f32
}

fn field(zone: &Zone, dermal: &[f64], height: &[f64]) -> SkinField {
    let (columns, rows) = (usize::from(zone.size.0), usize::from(zone.size.1));
    let (mut white, mut height_mm) = (vec![None; columns * rows], vec![0.0f32; columns * rows]);
    let frame = &zone.frame;
    // Cells of 1 mm: the first one's centre lies half of one from the corner.
    let corner = zone.cells.first().map_or((0.0, 0.0), |cell| (cell.uv.0 - f64::from(cell.at.0) - 0.5, cell.uv.1 - f64::from(cell.at.1) - 0.5));
    for ((cell, dermal), height) in zone.cells.iter().zip(dermal).zip(height) {
        let index = usize::from(cell.at.1) * columns + usize::from(cell.at.0);
        white[index] = Some(whiteness(*dermal));
        height_mm[index] = *height as f32;
    }
    SkinField { corner: frame.point(corner.0, corner.1), axes: [frame.u, frame.v, frame.n], cell_mm: 1.0, size: (columns, rows), white, height_mm }
}

/// What the deposits were when they were looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct State {
    beads: usize,
    pieces: u32,
    touched: bool,
}

/// All looks of an attempt.
#[derive(Default)]
pub(super) struct Looks {
    /// The last one.
    last: Option<Look>,
    /// The skin as it was, look after look: for the replay.
    past: Vec<(u64, Arc<SkinField>)>,
    of: State,
    /// Looks still to take of this state: after massage piles settle for a moment, so the second one is the true one.
    due: u8,
    wait_s: f32,
    work: Option<Mutex<Receiver<Look>>>,
}

impl Looks {
    /// The last look.
    pub(super) fn last(&self) -> Option<&Look> {
        self.last.as_ref()
    }

    /// The skin as it was, oldest first.
    pub(super) fn past(self) -> Vec<(u64, Arc<SkinField>)> {
        self.past
    }

    /// Lets `dt` seconds pass: takes in what was looked at, and looks again when something has changed.
    pub(super) fn tend(&mut self, session: &Session, grid: &Arc<DoseMap>, dt: f32) {
        let come = self.work.as_ref().map(|work| work.lock().unwrap_or_else(PoisonError::into_inner).try_recv());
        match come {
            Some(Ok(look)) => {
                self.past.push((look.tick, Arc::clone(&look.skin)));
                self.last = Some(look);
                self.work = None;
            }
            Some(Err(std::sync::mpsc::TryRecvError::Disconnected)) => self.work = None,
            _ => {}
        }
        let now = State { beads: session.deposits().deposits().len(), pieces: session.massage_pieces(), touched: session.finger().is_some() };
        if now != self.of {
            let lifted = self.of.touched && !now.touched;
            self.of = now;
            self.due = 2;
            if lifted {
                self.wait_s = 0.0;
            }
        }
        self.wait_s -= dt;
        if now.beads == 0 || self.due == 0 || self.wait_s > 0.0 || self.work.is_some() {
            return;
        }
        self.due -= 1;
        self.wait_s = if now.touched { MASSAGE_S } else { FLOW_S };
        let (sender, receiver) = channel();
        let (deposits, setup, grid, tick) = (session.deposits().clone(), Arc::clone(session.setup()), Arc::clone(grid), session.tick());
        std::thread::spawn(move || {
            // Nobody waits any more when the attempt is over.
            let _ = sender.send(Look::at(&deposits, &setup, &grid, tick));
        });
        self.work = Some(Mutex::new(receiver));
    }
}
