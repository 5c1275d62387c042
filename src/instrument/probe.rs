//! Questions to the rod whose answers have closed forms.

use super::rod::{Rod, Tie, outer};
use super::Gauge;
use crate::geom::Vec3;
use glam::DMat3;

/// Segments of a probe's rod.
pub const SEGMENTS: usize = 40;
/// Share of a load that is put on in one step: FL²/EI of a step, beyond which a solve may fall into another branch.
const STEP: f64 = 1.0;
/// Most steps in which a load is put on.
const MOST_STEPS: usize = 256;
/// Most solves of a step: a rod that leaves the straight shape takes long.
const MOST_SOLVES: usize = 20;
/// Stiffness of a pin, N/mm: a million times that of a 25G tube.
const PIN_N_MM: f64 = 1e6;

/// What bends a rod that is clamped at one end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Loading {
    /// Transverse dead load on the tip, N.
    pub transverse_n: f64,
    /// Axial dead load on the tip, N; positive presses towards the clamp.
    pub axial_n: f64,
    /// Lateral foundation along the whole length, N/mm², about the straight shape.
    pub foundation_n_mm2: f64,
}

/// How the far end of a compressed rod is held; the near end is clamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FarEnd {
    /// Not at all: the load of Euler is π²EI/4L².
    Free,
    /// It cannot move sideways but may turn: 20.19 EI/L².
    Pinned,
}

/// Tip deflection (mm) of a tube clamped at one end under a transverse tip load (N).
#[must_use]
pub fn cantilever(gauge: Gauge, length_mm: f64, load_n: f64) -> f64 {
    deflection(gauge.ei(), gauge.ea(), length_mm, Loading { transverse_n: load_n, ..Loading::default() }, SEGMENTS)
}

/// Tip deflection (mm, along the transverse load) of a clamped rod of bending stiffness `ei` (N·mm²) and axial stiffness `ea` (N).
#[must_use]
pub fn deflection(ei: f64, ea: f64, length_mm: f64, loading: Loading, segments: usize) -> f64 {
    let mut rod = on_foundation(ei, ea, length_mm, loading.foundation_n_mm2, segments);
    let tip = rod.nodes().len() - 1;
    let greatest = loading.transverse_n.abs().max(loading.axial_n.abs());
    let steps = (1 + (greatest * length_mm * length_mm / (ei * STEP)) as usize).min(MOST_STEPS);
    for k in 1..=steps {
        let share = k as f64 / steps as f64;
        // The transverse load comes on first, so that an axial one beyond buckling finds the side to go to.
        let transverse = loading.transverse_n * (2.0 * share).min(1.0);
        rod.set_force(tip, Vec3::new(-loading.axial_n * share, transverse, 0.0));
        for _ in 0..MOST_SOLVES {
            if rod.solve().converged {
                break;
            }
        }
    }
    rod.nodes()[tip].y
}

/// Tip deflection ÷ length of the elastica under a dead tip load with FL²/EI = `alpha`.
#[must_use]
pub fn elastica(alpha: f64) -> f64 {
    elastica_of(alpha, SEGMENTS)
}

/// [`elastica`] with so many segments.
#[must_use]
pub fn elastica_of(alpha: f64, segments: usize) -> f64 {
    let (length, ei) = (50.0, 620.0);
    let loading = Loading { transverse_n: alpha * ei / (length * length), ..Loading::default() };
    deflection(ei, 3e4, length, loading, segments) / length
}

/// Axial load (N) at which a straight rod on a foundation (N/mm²; 0: none) buckles, found by bisection on whether its
/// tangent stiffness is positive definite.
#[must_use]
pub fn buckling(ei: f64, ea: f64, length_mm: f64, far: FarEnd, foundation_n_mm2: f64, segments: usize) -> f64 {
    let mut rod = on_foundation(ei, ea, length_mm, foundation_n_mm2, segments);
    let tip = rod.nodes().len() - 1;
    if far == FarEnd::Pinned {
        let across = (DMat3::IDENTITY - outer(Vec3::X, Vec3::X)) * PIN_N_MM;
        let tie = rod.ties()[tip];
        rod.set_tie(tip, Tie { stiffness: tie.stiffness + across, ..tie });
    }
    let mut stands = |load: f64| {
        rod.straighten();
        rod.set_force(tip, Vec3::NEG_X * load);
        // Straight but for its axial strain: that is an equilibrium at any load, stable or not.
        rod.solve();
        rod.is_stable()
    };
    let euler = ei / (length_mm * length_mm);
    let (mut low, mut high) = (0.0, euler);
    while stands(high) && high < 1e9 * euler {
        low = high;
        high *= 2.0;
    }
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if stands(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// A rod clamped at the origin along +x on a foundation that acts across it, about the straight shape.
fn on_foundation(ei: f64, ea: f64, length_mm: f64, foundation_n_mm2: f64, segments: usize) -> Rod {
    let mut rod = Rod::new(ei, ea, length_mm, segments);
    for i in 0..rod.nodes().len() {
        let anchor = rod.nodes()[i];
        let stiffness = (DMat3::IDENTITY - outer(Vec3::X, Vec3::X)) * (foundation_n_mm2 * rod.tributary_mm(i));
        rod.set_tie(i, Tie { anchor, stiffness, ..Tie::NONE });
    }
    rod
}
