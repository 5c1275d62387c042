//! Questions to the rod whose answers have closed forms.

use super::rod::{Rod, Tie};
use super::{Gauge, rod};
use crate::geom::Vec3;
use glam::DMat3;

/// Segments of a probe's rod.
const SEGMENTS: usize = 40;

/// Tip deflection (mm) of a tube clamped at one end under a transverse tip load (N).
#[must_use]
pub fn cantilever(gauge: Gauge, length_mm: f64, load_n: f64) -> f64 {
    deflection(gauge.ei(), gauge.ea(), length_mm, load_n, 0.0, 0.0)
}

/// Tip deflection (mm) of a clamped rod of bending stiffness `ei` (N·mm²) and axial stiffness `ea` (N) under a transverse tip load,
/// an axial one (N, positive presses towards the clamp) and on a lateral foundation (N/mm²).
#[must_use]
pub fn deflection(ei: f64, ea: f64, length_mm: f64, load_n: f64, axial_n: f64, foundation: f64) -> f64 {
    let mut rod = Rod::new(ei, ea, length_mm, SEGMENTS);
    // Foundation forces act along the loaded direction, about the straight shape.
    for i in 0..=SEGMENTS {
        let anchor = rod.nodes()[i];
        let stiffness = (DMat3::IDENTITY - rod::outer(Vec3::X, Vec3::X)) * (foundation * rod.tributary_mm(i));
        rod.set_tie(i, Tie { anchor, stiffness, ..Tie::NONE });
    }
    let steps = 1 + (load_n.abs() * length_mm * length_mm / ei) as usize;
    for k in 1..=steps.min(64) {
        let share = k as f64 / steps.min(64) as f64;
        rod.set_force(SEGMENTS, Vec3::new(-axial_n, load_n, 0.0) * share);
        rod.solve();
    }
    rod.nodes()[SEGMENTS].y
}

/// Tip deflection ÷ length of the elastica under a dead tip load with FL²/EI = `alpha`.
#[must_use]
pub fn elastica(alpha: f64) -> f64 {
    let (length, ei) = (50.0, 620.0);
    deflection(ei, 3e4, length, alpha * ei / (length * length), 0.0, 0.0) / length
}
