//! Polygons of the plane (closed, simple, either sense), and planes of space to draw them in.
//!
//! **Invariant:** inside and outside do not depend on the sense of the outline.

use super::Vec3;

/// A plane with an origin and two axes: `u` × `v` = `n`, all of unit length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Origin, mm.
    pub origin: Vec3,
    /// First axis in the plane.
    pub u: Vec3,
    /// Second axis in the plane.
    pub v: Vec3,
    /// Normal of the plane.
    pub n: Vec3,
}

impl Frame {
    /// The frame about a point with a normal, `v` as near to `up` as can be.
    #[must_use]
    pub fn facing(origin: Vec3, normal: Vec3, up: Vec3) -> Self {
        let n = normal.try_normalize().unwrap_or(Vec3::Z);
        let aside = |up: Vec3| up.cross(n).try_normalize();
        let u = aside(up).or_else(|| aside(Vec3::Z)).or_else(|| aside(Vec3::X)).unwrap_or(Vec3::X);
        Self { origin, u, v: n.cross(u), n }
    }

    /// Coordinates of a point in the plane, and its height above it.
    #[must_use]
    pub fn local(&self, point: Vec3) -> (f64, f64, f64) {
        let d = point - self.origin;
        (d.dot(self.u), d.dot(self.v), d.dot(self.n))
    }

    /// The point of the plane at (u, v).
    #[must_use]
    pub fn point(&self, u: f64, v: f64) -> Vec3 {
        self.origin + self.u * u + self.v * v
    }
}

/// Whether a point lies inside an outline.
#[must_use]
pub fn contains(outline: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let mut inside = false;
    for (i, a) in outline.iter().enumerate() {
        let b = outline[(i + 1) % outline.len()];
        if (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0) {
            inside = !inside;
        }
    }
    inside
}

/// Distance of a point from an outline, negative inside; infinite for an outline without points.
#[must_use]
pub fn signed_distance(outline: &[(f64, f64)], p: (f64, f64)) -> f64 {
    let mut best = f64::INFINITY;
    for (i, a) in outline.iter().enumerate() {
        let b = outline[(i + 1) % outline.len()];
        let (ex, ey) = (b.0 - a.0, b.1 - a.1);
        let (dx, dy) = (p.0 - a.0, p.1 - a.1);
        let t = ((dx * ex + dy * ey) / (ex * ex + ey * ey).max(1e-12)).clamp(0.0, 1.0);
        let (rx, ry) = (dx - t * ex, dy - t * ey);
        best = best.min(rx * rx + ry * ry);
    }
    let distance = best.sqrt();
    if contains(outline, p) { -distance } else { distance }
}

/// Area of an outline.
#[must_use]
pub fn area(outline: &[(f64, f64)]) -> f64 {
    let twice: f64 = outline
        .iter()
        .enumerate()
        .map(|(i, a)| {
            let b = outline[(i + 1) % outline.len()];
            a.0 * b.1 - b.0 * a.1
        })
        .sum();
    0.5 * twice.abs()
}

/// The first two sides of an outline, by the corners that they go from, that meet anywhere but at a corner they share; a side that
/// goes back on the one before meets it too.
#[must_use]
pub fn crossing(outline: &[(f64, f64)]) -> Option<(usize, usize)> {
    let count = outline.len();
    let side = |i: usize| (outline[i], outline[(i + 1) % count]);
    for i in 0..count {
        for k in i + 1..count {
            let (a, b) = (side(i), side(k));
            let meet = if k == i + 1 || (i == 0 && k == count - 1) {
                let (into, out) = if k == i + 1 { (a, b) } else { (b, a) };
                let (x, y) = ((into.1.0 - into.0.0, into.1.1 - into.0.1), (out.1.0 - out.0.0, out.1.1 - out.0.1));
                let (turn, along) = (x.0 * y.1 - x.1 * y.0, x.0 * y.0 + x.1 * y.1);
                along < 0.0 && turn.abs() <= 1e-9 * -along
            } else {
                touch(a, b)
            };
            if meet {
                return Some((i, k));
            }
        }
    }
    None
}

/// Whether two segments have a point in common.
fn touch((a, b): ((f64, f64), (f64, f64)), (c, d): ((f64, f64), (f64, f64))) -> bool {
    let turn = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    let between = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| {
        (p.0.min(q.0)..=p.0.max(q.0)).contains(&r.0) && (p.1.min(q.1)..=p.1.max(q.1)).contains(&r.1)
    };
    let (s, t, u, v) = (turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b));
    if s * t < 0.0 && u * v < 0.0 {
        return true;
    }
    (s == 0.0 && between(a, b, c)) || (t == 0.0 && between(a, b, d)) || (u == 0.0 && between(c, d, a)) || (v == 0.0 && between(c, d, b))
}
