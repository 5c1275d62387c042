//! Along the track: the tip slides as far as the axial force exceeds what tip and shaft resist.

use super::{Cannula, Tick};
use crate::anatomy::{Layer, TissueField};

/// Longest way carved before the tissue is asked again, mm.
const STRIDE_MM: f64 = 0.5;
/// Longest slide in one tick, mm.
const SLIDE_MM: f64 = 2.0;

impl Cannula {
    /// Slides the tip along its axis as far as the axial force exceeds the resistance.
    pub(super) fn slide<F: TissueField + ?Sized>(&mut self, moved: f64, field: &F, tick: &mut Tick) {
        let stiffness = self.mechanics.tip.axial_n_mm;
        let trial = self.offset + moved;
        let push = (self.tip_resistance() + self.friction_n) / stiffness;
        let pull = self.friction_n / stiffness;
        if trial > push {
            // No more goes in than the shaft is long.
            let mut left = (trial - push).min(SLIDE_MM).min(self.tube.length_mm - self.track.length_mm());
            while left > 1e-12 {
                let way = left.min(STRIDE_MM);
                tick.slid += self.carve(way, field, tick);
                left -= way;
            }
        } else if trial < -pull {
            let way = (-pull - trial).min(SLIDE_MM);
            let length = self.track.length_mm() - way;
            self.septum = None;
            self.cell = None;
            self.bone = false;
            self.torn = false;
            tick.slid = -way.min(self.track.length_mm());
            self.track.withdraw(length);
            if self.track.is_left() {
                self.track.end();
                self.entry = None;
                return;
            }
            if let Some(tip) = self.track.tip() {
                self.in_hole = tip.in_hole;
                self.sample = Some(field.sample(tip.material));
            }
        }
    }

    pub(super) fn tip_resistance(&self) -> f64 {
        let (Some(tip), Some(sample)) = (self.track.tip(), &self.sample) else { return 0.0 };
        let layer = if tip.in_hole { Layer::Fat } else { sample.layer() };
        let share = if tip.in_hole || self.track.is_open(tip.material) {
            self.mechanics.tip.old_track_share
        } else {
            1.0
        };
        self.advance_n(layer) * share + self.septum.map_or(0.0, |(force, _)| force)
    }
}
