//! One triangle as the queries need it: its closest point to a point, and where a ray meets it.

use super::Vec3;

/// A triangle as the queries need it: a corner and the edges from it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facet {
    pub(super) a: Vec3,
    pub(super) ab: Vec3,
    pub(super) ac: Vec3,
    /// Index of the triangle in the mesh.
    pub(super) triangle: u32,
}

/// Part of a triangle that a closest point lies on; edges are named by their first corner (edge 0 = corners 0 and 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    Face,
    Edge(u8),
    Corner(u8),
}

/// Closest point of a triangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closest {
    pub(super) triangle: u32,
    pub(super) barycentric: [f64; 3],
    pub(super) point: Vec3,
    pub(super) distance_squared: f64,
    pub(super) feature: Feature,
}

impl Closest {
    /// Whether this is the answer rather than `other`: nearer, or as near on a triangle of lower index.
    #[inline(always)]
    pub(super) fn before(&self, other: &Self) -> bool {
        self.distance_squared < other.distance_squared
            || (self.distance_squared == other.distance_squared && self.triangle < other.triangle)
    }
}

impl Facet {
    pub(super) fn corners(&self) -> [Vec3; 3] {
        [self.a, self.a + self.ab, self.a + self.ac]
    }

    pub(super) fn centre(&self) -> Vec3 {
        self.a + (self.ab + self.ac) / 3.0
    }

    /// The point of the triangle closest to `p` (Ericson 2005, Real-Time Collision Detection, §5.1.5).
    pub(super) fn closest(&self, p: Vec3) -> Closest {
        let (ab, ac) = (self.ab, self.ac);
        let ap = p - self.a;
        let (d1, d2) = (ab.dot(ap), ac.dot(ap));
        let at = |v: f64, w: f64, feature| {
            let point = self.a + ab * v + ac * w;
            Closest {
                triangle: self.triangle,
                barycentric: [1.0 - v - w, v, w],
                point,
                distance_squared: (p - point).length_squared(),
                feature,
            }
        };
        if d1 <= 0.0 && d2 <= 0.0 {
            return at(0.0, 0.0, Feature::Corner(0));
        }
        let bp = ap - ab;
        let (d3, d4) = (ab.dot(bp), ac.dot(bp));
        if d3 >= 0.0 && d4 <= d3 {
            return at(1.0, 0.0, Feature::Corner(1));
        }
        let vc = d1 * d4 - d3 * d2;
        if vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0 {
            return at(d1 / (d1 - d3), 0.0, Feature::Edge(0));
        }
        let cp = ap - ac;
        let (d5, d6) = (ab.dot(cp), ac.dot(cp));
        if d6 >= 0.0 && d5 <= d6 {
            return at(0.0, 1.0, Feature::Corner(2));
        }
        let vb = d5 * d2 - d1 * d6;
        if vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0 {
            return at(0.0, d2 / (d2 - d6), Feature::Edge(2));
        }
        let va = d3 * d6 - d5 * d4;
        if va <= 0.0 && d4 - d3 >= 0.0 && d5 - d6 >= 0.0 {
            let w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
            return at(1.0 - w, w, Feature::Edge(1));
        }
        let sum = va + vb + vc;
        at(vb / sum, vc / sum, Feature::Face)
    }

    /// Where a ray meets the triangle: distance in units of `direction`, and barycentric coordinates
    /// (Möller and Trumbore 1997). `front_only` passes through triangles seen from behind.
    pub(super) fn ray(&self, origin: Vec3, direction: Vec3, front_only: bool) -> Option<(f64, [f64; 3])> {
        const SLACK: f64 = 1e-9;
        let q = direction.cross(self.ac);
        let determinant = self.ab.dot(q);
        if determinant == 0.0 || (front_only && determinant < 0.0) {
            return None;
        }
        let s = origin - self.a;
        let v = s.dot(q) / determinant;
        if !(-SLACK..=1.0 + SLACK).contains(&v) {
            return None;
        }
        let r = s.cross(self.ab);
        let w = direction.dot(r) / determinant;
        if w < -SLACK || v + w > 1.0 + SLACK {
            return None;
        }
        let t = self.ac.dot(r) / determinant;
        (t >= 0.0).then_some((t, [1.0 - v - w, v, w]))
    }
}
