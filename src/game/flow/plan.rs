//! What the zone asks for through an entry point: the passes of a fan, how much product a millimetre of thread should get, and how
//! hard one must press for it. It feeds hints and the bands of the meters; it moves nothing.

use crate::anatomy::Layer;
use crate::geom::Vec3;
use crate::instrument::{EntryPoint, Syringe};
use crate::session::Setup;
use crate::trainee::{Fan, entry_share, nearest_entry};

/// Distance between threads at their far ends, mm: 5–10 [recalled; uncertain].
const SPACING_MM: f64 = 8.0;
/// Withdrawal speed that the bands are drawn for, mm/s: 3–10 [CLINICAL §4.4: uncertain, no measured value].
const SPEED_MM_S: f64 = 6.0;
/// Weakest and strongest press that is proposed, N: a thumb is comfortable up to 20 N [recalled: ergonomics; uncertain].
const PRESS_N: (f64, f64) = (2.0, 20.0);

/// One pass of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ray {
    /// Yaw of the hand, rad.
    pub(super) yaw: f64,
    /// Where the flow stops, mm from the entry.
    pub(super) near_mm: f64,
    /// How far the tip goes, mm from the entry.
    pub(super) far_mm: f64,
}

/// A fan through one entry point.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// Direction of yaw 0 in the skin plane.
    pub(super) ahead: Vec3,
    /// Its passes.
    pub(super) rays: Vec<Ray>,
    /// Product per length of thread, µL/mm.
    pub(super) ul_mm: f64,
    /// Force that presses so much at a usual speed, N.
    pub(super) strength_n: f64,
}

/// Distance from the entry point at which the flow stops at the latest, mm [design, as the rubric's].
pub(super) const STOP_MM: f64 = 8.0;

impl Plan {
    /// The plan for an entry point.
    pub(super) fn of(setup: &Setup, entry: &EntryPoint) -> Self {
        let number = nearest_entry(setup, entry.point);
        let own = |point| nearest_entry(setup, point) == number;
        let fan = Fan::plan_part(&setup.zone, entry, setup.tube.length_mm, SPACING_MM, own, |at, _| at);
        let rays: Vec<Ray> = fan
            .rays
            .iter()
            .map(|ray| Ray { yaw: ray.yaw, near_mm: ray.near_mm.max(STOP_MM), far_mm: ray.far_mm })
            .collect();
        let length: f64 = rays.iter().map(|ray| ray.far_mm - ray.near_mm).sum();
        let ul_mm = if length > 1.0 { setup.planned_ml * 1e3 * entry_share(setup, number) / length } else { 3.0 };
        let syringe = Syringe::new(&setup.mixture, setup.drawn_ml, &setup.tube).primed();
        let force = syringe.force_n(ul_mm * SPEED_MM_S, setup.mechanics.back_pressure_pa(Some(Layer::Fat)));
        let strength_n = if force.is_finite() { force.clamp(PRESS_N.0, PRESS_N.1) } else { PRESS_N.1 };
        Self { ahead: fan.ahead, rays, ul_mm, strength_n: (strength_n * 2.0).round() * 0.5 }
    }

    /// The pass whose direction is nearest to a yaw.
    pub(super) fn nearest(&self, yaw: f64) -> Option<Ray> {
        self.rays.iter().copied().min_by(|a, b| (a.yaw - yaw).abs().total_cmp(&(b.yaw - yaw).abs()))
    }
}
