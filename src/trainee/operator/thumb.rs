//! The thumb of an operator: the flow that is wanted, and a force corrected by what is seen to flow.

use super::super::sight::Sight;
use super::Operator;
use crate::geom::math;
use crate::session::{DT, Session};

/// Strongest press that is tried, N (hard limit of a thumb ~40 N [recalled; uncertain]).
const STRONGEST_N: f64 = 40.0;

impl Operator {
    /// Flow that lays this pass's share of what is left to lay, thinner towards the entry by the taper that the hand performs.
    pub(super) fn wanted_flow(&self, session: &Session, sight: Sight, speed: f64) -> f64 {
        let Some(ray) = self.ray() else { return 0.0 };
        let spent = session.setup().drawn_ml * 1e3 - self.started_ul;
        let dose = (self.budget_ul - spent).max(0.0) * self.pass_share * self.dose_factor;
        let stop = ray.near_mm.max(self.skill.stop_mm);
        let (far, r) = (self.reach_mm, sight.inserted_mm.max(1.0));
        let length = (far - stop).max(5.0);
        let mean_r = 0.5 * (far + stop);
        let shape = 1.0 + self.skill.taper * (r / mean_r - 1.0);
        dose / length * shape * speed
    }

    /// Corrects the thumb so that the seen flow comes nearer the wanted one.
    pub(super) fn press(&mut self, sight: Sight, flow: f64) {
        if flow <= 0.05 || !sight.inserted {
            self.thumb_n = 0.0;
            return;
        }
        if self.thumb_n <= 0.0 {
            self.thumb_n = self.known_thumb_n;
        }
        // Shear thinning: the force goes with about the third root of the flow, so a third of the log error is corrected.
        let ratio = (flow / sight.flow_ul_s.max(0.15 * flow)).clamp(0.25, 4.0);
        let rate = 1.1 * self.skill.thumb_gain * math::ln(ratio);
        self.thumb_n = (self.thumb_n * (1.0 + rate * DT)).clamp(0.5, STRONGEST_N);
        if (ratio - 1.0).abs() < 0.2 {
            self.known_thumb_n = self.thumb_n;
        }
    }

    /// The force that the thumb gives when it means to give [`Self::thumb_n`]: off by a constant coefficient of variation.
    pub(super) fn pressed_n(&self) -> f64 {
        (self.thumb_n * (1.0 + self.skill.force_cv * self.force_error.now())).max(0.0)
    }
}
