//! The part of a surface about a point that moves little: what makes the next question of a moving tip cheap.
//!
//! With the answer at a point `c` at distance `d`, the answer anywhere within `r` of `c` is at most `d + r` away, hence at most
//! `d + 2r` from `c`: the triangles within that distance of `c` are all that need be asked there. Of those, a triangle at least `b` from `c`
//! is at least `b − s` from a point `s` away: sorted by `b`, they are asked until that exceeds the nearest found.
//!
//! **Invariant:** an answer is the one that the whole surface would give; what was asked before decides only how long it takes.

use super::Vec3;

/// How far from where its triangles were gathered a point may go, mm [design: nine ticks of a tip at 20 mm/s; measured, farther is slower].
pub(super) const REACH_MM: f64 = 1.5;
/// Most packs of triangles that are kept; where there would be more, every question goes to the whole surface.
pub(super) const PACKS: usize = 64;

/// What a [`super::surface::Surface`] remembers for one moving point. Starts empty; usable with any surface, one at a time.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    /// The surface that was asked.
    pub(super) stamp: u64,
    /// Where the triangles were gathered; nothing before the first question.
    pub(super) centre: Option<Vec3>,
    /// Packs of the surface's hierarchy with what is a lower bound of their distance to the centre, mm; nearest first.
    pub(super) packs: Vec<(f32, u32)>,
    /// Which of them held the last answer.
    pub(super) likely: usize,
}

impl Nearby {
    /// Whether the triangles of `stamp`'s surface that were gathered hold the answer at a point.
    #[inline]
    pub(super) fn holds(&self, stamp: u64, p: Vec3) -> bool {
        // The margin keeps rounding of the sum above on the safe side.
        self.stamp == stamp && self.away_mm(p).is_some_and(|away| away <= REACH_MM * (1.0 - 1e-6))
    }

    /// How far a point is from where the triangles were gathered, mm.
    #[inline]
    pub(super) fn away_mm(&self, p: Vec3) -> Option<f64> {
        self.centre.map(|centre| centre.distance(p))
    }
}
