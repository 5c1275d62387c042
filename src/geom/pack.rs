//! Four triangles side by side: a lower bound of the distance to each, in single precision.
//!
//! A triangle lies in a slab about its plane and on the inner side of each of its edges. Of a point, the distance to the plane
//! and the greatest distance beyond an edge are at right angles, so `√(h² + e²)` is never more than the distance to the
//! triangle; it is less only where a corner is nearest.
//!
//! **Invariant:** the bound holds for every point and every triangle, slivers too, whatever single precision rounds away.

use super::Vec3;
use super::facet::Facet;
use glam::Vec4;

/// Triangles in a pack.
pub(super) const LANES: usize = 4;
/// A squared distance beyond every answer, for lanes without a triangle.
pub(super) const FAR: f32 = 1e30;

/// The point asked about, each coordinate spread over four lanes.
#[derive(Clone, Copy)]
pub(super) struct Probe {
    pub(super) x: Vec4,
    pub(super) y: Vec4,
    pub(super) z: Vec4,
}

impl Probe {
    /// Points farther away than this are not asked about in single precision.
    const REACH_MM: f64 = 1e12;

    #[inline]
    pub(super) fn new(p: Vec3) -> Option<Self> {
        let within = p.abs().max_element() < Self::REACH_MM && !p.is_nan();
        within.then(|| Self { x: Vec4::splat(p.x as f32), y: Vec4::splat(p.y as f32), z: Vec4::splat(p.z as f32) })
    }
}

/// A squared distance as a bound in single precision that is not below it.
#[inline]
pub(super) fn not_below(distance_squared: f64) -> f32 {
    ((distance_squared * (1.0 + 1e-5)) as f32).min(FAR * 0.5)
}

/// The linear function `x·X + y·Y + z·Z + w` in each lane.
#[derive(Clone, Copy, Debug)]
struct Planes {
    x: Vec4,
    y: Vec4,
    z: Vec4,
    w: Vec4,
}

impl Planes {
    fn new(of: [(Vec3, f64); LANES]) -> Self {
        let lane = |f: fn(&(Vec3, f64)) -> f64| Vec4::from_array(of.each_ref().map(|plane| f(plane) as f32));
        Self { x: lane(|p| p.0.x), y: lane(|p| p.0.y), z: lane(|p| p.0.z), w: lane(|p| p.1) }
    }

    #[inline(always)]
    fn at(&self, p: &Probe) -> Vec4 {
        (self.x * p.x + self.y * p.y) + (self.z * p.z + self.w)
    }
}

/// The planes of four triangles: their own and one through each edge, at right angles to it and outward.
#[derive(Clone, Debug)]
pub(super) struct Pack {
    face: Planes,
    edges: [Planes; 3],
}

impl Pack {
    /// Packs at most four triangles. `slack` is what rounding may add to a distance near the mesh.
    pub(super) fn new(facets: &[Facet], slack: f32) -> Self {
        let planes: [[(Vec3, f64); 4]; LANES] = std::array::from_fn(|lane| {
            facets.get(lane).map_or([(Vec3::ZERO, 1e17), (Vec3::ZERO, 0.0), (Vec3::ZERO, 0.0), (Vec3::ZERO, 0.0)], |facet| {
                bounded(facet, f64::from(slack)).unwrap_or([(Vec3::ZERO, 0.0); 4])
            })
        });
        let plane = |k: usize| Planes::new(planes.map(|lane| lane[k]));
        Self { face: plane(0), edges: [plane(1), plane(2), plane(3)] }
    }

    /// Lower bounds of the squared distances.
    #[inline(always)]
    pub(super) fn distance_squared(&self, p: &Probe, slack: f32) -> Vec4 {
        let slack = Vec4::splat(slack);
        let off = (self.face.at(p).abs() - slack).max(Vec4::ZERO);
        let beyond = self.edges[0].at(p).max(self.edges[1].at(p)).max(self.edges[2].at(p));
        let beyond = (beyond - slack).max(Vec4::ZERO);
        off * off + beyond * beyond
    }
}

/// The planes of a triangle, or nothing if its corners do not lie where the planes say (it is too thin to have planes).
fn bounded(facet: &Facet, slack: f64) -> Option<[(Vec3, f64); 4]> {
    let corners = facet.corners();
    let normal = facet.ab.cross(facet.ac).try_normalize()?;
    let plane = |n: Vec3, at: Vec3| (n, -n.dot(at));
    let mut planes = [plane(normal, facet.a); 4];
    for k in 0..3 {
        let along = (corners[(k + 1) % 3] - corners[k]).try_normalize()?;
        planes[k + 1] = plane(along.cross(normal).try_normalize()?, corners[k]);
    }
    let tolerance = slack * 0.125;
    let true_to = corners.iter().all(|corner| {
        let at = |k: usize| planes[k].0.dot(*corner) + planes[k].1;
        at(0).abs() <= tolerance && (1..4).all(|k| at(k) <= tolerance)
    });
    let square = (1..4).all(|k| planes[k].0.dot(normal).abs() < 1e-9);
    (true_to && square).then_some(planes)
}
