//! What holds the rod from outside: ties to tissue with walls beyond, and the pivot of the entry.

use super::outer;
use crate::geom::Vec3;
use glam::DMat3;

/// One-sided stiffness beyond a gap: nothing up to it, then a force that grows smoothly to slope `stiffness`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wall {
    /// Displacement along the normal at which it is touched, mm.
    pub gap_mm: f64,
    /// Stiffness, N/mm.
    pub stiffness: f64,
    /// Displacement over which the stiffness is taken up, mm.
    pub smoothing_mm: f64,
}

impl Wall {
    /// Energy, force (≥ 0, against the displacement) and stiffness at displacement `u` mm towards the wall.
    #[must_use]
    pub fn law(&self, u: f64) -> (f64, f64, f64) {
        let (p, k, d) = (u - self.gap_mm, self.stiffness, self.smoothing_mm);
        if p <= 0.0 || k == 0.0 {
            (0.0, 0.0, 0.0)
        } else if p < d {
            (k * p * p * p / (6.0 * d), k * p * p / (2.0 * d), k * p / d)
        } else {
            (k * (0.5 * p * p - 0.5 * d * p + d * d / 6.0), k * (p - 0.5 * d), k)
        }
    }
}

/// Tissue that holds a node to an anchor, with a wall on either side along a normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// Where the node would rest.
    pub anchor: Vec3,
    /// Stiffness about the anchor, N/mm.
    pub stiffness: DMat3,
    /// Unit direction of the walls.
    pub normal: Vec3,
    /// Wall towards `normal`.
    pub outer: Wall,
    /// Wall against `normal`.
    pub inner: Wall,
}

impl Tie {
    /// No tie.
    pub const NONE: Self = Self {
        anchor: Vec3::ZERO,
        stiffness: DMat3::ZERO,
        normal: Vec3::Z,
        outer: Wall { gap_mm: 0.0, stiffness: 0.0, smoothing_mm: 1.0 },
        inner: Wall { gap_mm: 0.0, stiffness: 0.0, smoothing_mm: 1.0 },
    };

    pub(super) fn energy(&self, at: Vec3) -> f64 {
        let u = at - self.anchor;
        let n = u.dot(self.normal);
        0.5 * u.dot(self.stiffness * u) + self.outer.law(n).0 + self.inner.law(-n).0
    }

    /// Force on a node at `at`, N.
    #[must_use]
    pub fn force(&self, at: Vec3) -> Vec3 {
        let u = at - self.anchor;
        let n = u.dot(self.normal);
        self.normal * (self.inner.law(-n).1 - self.outer.law(n).1) - self.stiffness * u
    }

    pub(super) fn tangent(&self, at: Vec3) -> DMat3 {
        let n = (at - self.anchor).dot(self.normal);
        let k = self.outer.law(n).2 + self.inner.law(-n).2;
        if k == 0.0 { self.stiffness } else { self.stiffness + outer(self.normal, self.normal) * k }
    }
}

/// A spring that holds a point of the rod between two nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pivot {
    /// Distance from the hub along the rod, mm.
    pub arc_mm: f64,
    /// Where the point would rest.
    pub anchor: Vec3,
    /// Stiffness, N/mm.
    pub stiffness: DMat3,
}
