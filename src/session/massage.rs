//! The finger that massages: its way over the skin, cut into strokes for the tissue.

use super::placement::Placement;
use super::setup::Setup;
use super::{DT, Finger};
use crate::anatomy::{Anatomy, TissueField};
use crate::geom::Vec3;
use crate::tissue::{Massaged, Stroke};

/// Ticks in one piece of a stroke. In each of them another deposit of as many feels the piece that ends then.
const PIECE_TICKS: usize = 4;
/// Farthest that a finger goes in one piece, mm: faster (1 m/s) it was lifted [design].
const LEAP_MM: f64 = 33.0;
/// Farthest from the resting skin that a point counts as on it, mm.
const NEAR_SKIN_MM: f64 = 3.0;
/// Least force that presses, N [design].
const TOUCH_N: f64 = 0.3;
/// Way of strokes that moved product from which the massage was done, mm: a few strokes over one thread [design].
const DONE_MM: f64 = 100.0;
/// Piles summed anew in one tick.
const SETTLED_A_TICK: usize = 12;

/// Massage so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Massage {
    /// Where the finger was in the last ticks of a piece, by the turn of the tick.
    last: [Option<Vec3>; PIECE_TICKS],
    /// Whether product moved since a piece was counted.
    moved: bool,
    way_mm: f64,
    massaged: Massaged,
    pieces: u32,
}

impl Massage {
    /// What it did so far.
    pub(super) fn massaged(&self) -> Massaged {
        self.massaged
    }

    /// Counts the pieces that moved product: whoever shows deposits draws them anew when it changes.
    pub(super) fn pieces(&self) -> u32 {
        self.pieces
    }

    /// Whether the product was massaged enough that it counts as done.
    pub(super) fn is_done(&self) -> bool {
        self.way_mm >= DONE_MM
    }

    /// Lets the finger act on the product beneath it.
    pub(super) fn step(&mut self, finger: Option<Finger>, tick: u64, setup: &Setup, placement: &mut Placement) {
        placement.deposits.settle(SETTLED_A_TICK);
        let turn = (tick % PIECE_TICKS as u64) as usize;
        if turn == 0 && std::mem::take(&mut self.moved) {
            self.pieces += 1;
        }
        let anatomy: &Anatomy = setup.anatomy.as_ref();
        let touch = finger.map(|finger| (anatomy.sample(finger.at()), finger.force()));
        let Some((sample, press_n)) = touch
            .map(|(sample, force)| (sample, -force.dot(sample.normal)))
            .filter(|(sample, press)| sample.depth_mm.abs() <= NEAR_SKIN_MM && *press >= TOUCH_N)
        else {
            self.last = [None; PIECE_TICKS];
            placement.deposits.mark_moved();
            return;
        };
        let way = self.last[turn].replace(sample.foot).map_or(Vec3::ZERO, |last| sample.foot - last);
        if way.length() > LEAP_MM {
            return;
        }
        let stroke = Stroke { at: sample.foot, normal: sample.normal, way, press_n, seconds: PIECE_TICKS as f64 * DT };
        let done = placement.deposits.massage_some(&stroke, (turn, PIECE_TICKS), &setup.mechanics, anatomy);
        if done.rubbed_mg_mm2 > 0.0 {
            self.moved = true;
            self.way_mm += way.length() / PIECE_TICKS as f64;
            self.massaged.add(done);
        }
    }
}
