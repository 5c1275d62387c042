//! Queries of a triangle surface: closest point with signed depth, and what a ray meets.
//!
//! The surface may be open (a head cropped at the chest): the sign is that of the pseudonormal of the closest face, edge
//! or corner (Bærentzen and Aanæs 2005), so beyond a border the border's own plane goes on.
//!
//! **Invariant:** an answer depends on the mesh and the question alone.

use super::Vec3;
use super::bvh::Bvh;
use super::facet::{Closest, Facet, Feature};
use super::math;
use super::mesh::TriMesh;
use super::nearby::{Nearby, PACKS, REACH_MM};

/// The point of a surface that is nearest to a point in space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurfacePoint {
    /// The nearest point of the surface, mm.
    pub point: Vec3,
    /// Signed distance in mm, positive inside (behind the surface).
    pub depth_mm: f64,
    /// Unit outward normal there, interpolated from the vertices.
    pub normal: Vec3,
    /// The triangle that holds the point.
    pub triangle: u32,
    /// Its barycentric coordinates, in the order of the triangle's corners.
    pub barycentric: [f64; 3],
}

/// Where a ray meets a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The point met, mm.
    pub point: Vec3,
    /// Unit outward normal there, interpolated from the vertices.
    pub normal: Vec3,
    /// The triangle met.
    pub triangle: u32,
    /// Its barycentric coordinates.
    pub barycentric: [f64; 3],
    /// Distance from the ray's origin, mm.
    pub distance: f64,
}

/// A triangle mesh made ready for queries.
#[derive(Clone, Debug)]
pub struct Surface {
    bvh: Bvh,
    triangles: Vec<[u32; 3]>,
    normals: Vec<Vec3>,
    /// Pseudonormals, not normalised: only their sides count.
    face_normals: Vec<Vec3>,
    edge_normals: Vec<[Vec3; 3]>,
    corner_normals: Vec<Vec3>,
    /// Tells this surface from others.
    stamp: u64,
}

impl Surface {
    /// Makes a mesh ready for queries. Triangles without area never answer; a mesh without any makes every depth −∞.
    #[must_use]
    pub fn new(mesh: &TriMesh) -> Self {
        let at = |i: u32| mesh.positions[i as usize];
        let mut facets = Vec::with_capacity(mesh.triangles.len());
        let mut face_normals = Vec::with_capacity(mesh.triangles.len());
        let mut corner_normals = vec![Vec3::ZERO; mesh.positions.len()];
        let mut sides: Vec<(u64, u32)> = Vec::with_capacity(mesh.triangles.len() * 3);
        for (index, t) in mesh.triangles.iter().enumerate() {
            let [a, b, c] = t.map(at);
            let normal = (b - a).cross(c - a).normalize_or_zero();
            face_normals.push(normal);
            if normal == Vec3::ZERO {
                continue;
            }
            facets.push(Facet { a, ab: b - a, ac: c - a, triangle: index as u32 });
            for k in 0..3 {
                let [p, q, r] = [k, (k + 1) % 3, (k + 2) % 3].map(|i| t[i]);
                sides.push((u64::from(p.min(q)) << 32 | u64::from(p.max(q)), (index * 3 + k) as u32));
                let (u, v) = ((at(q) - at(p)).normalize_or_zero(), (at(r) - at(p)).normalize_or_zero());
                corner_normals[p as usize] += normal * math::acos(u.dot(v));
            }
        }
        // The triangles at an edge side by side, in the order of the mesh.
        sides.sort_unstable();
        let mut edge_normals = vec![[Vec3::ZERO; 3]; mesh.triangles.len()];
        for edge in sides.chunk_by(|p, q| p.0 == q.0) {
            let sum = edge.iter().fold(Vec3::ZERO, |sum, (_, side)| sum + face_normals[*side as usize / 3]);
            for (_, side) in edge {
                edge_normals[*side as usize / 3][*side as usize % 3] = sum;
            }
        }
        let stamp = stamp(&facets);
        let bvh = Bvh::new(facets);
        Self {
            bvh,
            triangles: mesh.triangles.clone(),
            normals: mesh.normals.clone(),
            face_normals,
            edge_normals,
            corner_normals,
            stamp,
        }
    }

    /// The nearest point of the surface.
    #[must_use]
    pub fn closest(&self, point: Vec3) -> SurfacePoint {
        self.signed(point, self.bvh.closest(point))
    }

    /// The nearest point, as [`Surface::closest`] gives it, for a point that moves little from question to question.
    #[must_use]
    pub fn closest_nearby(&self, point: Vec3, nearby: &mut Nearby) -> SurfacePoint {
        if !nearby.holds(self.stamp, point) {
            // Wherever the point is now, the triangles that held the answer before bound how far this one can be.
            let known = nearby.packs.get(nearby.likely).copied().filter(|_| nearby.stamp == self.stamp);
            let bound = match known {
                Some(pack) => self.bvh.closest_among(point, &[pack], 0, 0.0).map(|(found, _)| found),
                None => self.bvh.closest(point),
            };
            // The list is filled anew in its place: a moving tip asks the allocator for nothing.
            let mut packs = std::mem::take(&mut nearby.packs);
            let within = |bound: Closest| self.bvh.packs_within(point, bound.distance_squared.sqrt() + 2.0 * REACH_MM, PACKS, &mut packs);
            let gathered = bound.is_some_and(within);
            if !gathered {
                packs.clear();
            }
            *nearby = Nearby { stamp: self.stamp, centre: gathered.then_some(point), packs, likely: 0 };
        }
        let Some(away_mm) = nearby.away_mm(point) else { return self.closest(point) };
        let found = self.bvh.closest_among(point, &nearby.packs, nearby.likely, away_mm);
        nearby.likely = found.map_or(0, |(_, holder)| holder);
        self.signed(point, found.map(|(found, _)| found))
    }

    /// The nearest point found by looking at every triangle: what [`Surface::closest`] is tested against.
    #[must_use]
    pub fn closest_exhaustive(&self, point: Vec3) -> SurfacePoint {
        self.signed(point, self.bvh.closest_exhaustive(point))
    }

    /// Depth of a point in mm, positive inside.
    #[must_use]
    pub fn depth(&self, point: Vec3) -> f64 {
        self.closest(point).depth_mm
    }

    /// The first triangle that a ray meets, seen from either side. `direction` need not have unit length.
    #[must_use]
    pub fn hit(&self, origin: Vec3, direction: Vec3) -> Option<Hit> {
        self.cast(origin, direction, f64::INFINITY, false)
    }

    /// The first triangle that a ray meets from outside within `reach` mm; triangles seen from behind are passed through.
    #[must_use]
    pub fn hit_from_outside(&self, origin: Vec3, direction: Vec3, reach: f64) -> Option<Hit> {
        self.cast(origin, direction, reach, true)
    }

    /// The unit outward normal at a point of a triangle, interpolated from the vertices.
    #[must_use]
    pub fn normal_at(&self, triangle: u32, barycentric: [f64; 3]) -> Vec3 {
        let [a, b, c] = self.triangles[triangle as usize].map(|i| self.normals[i as usize]);
        let normal = a * barycentric[0] + b * barycentric[1] + c * barycentric[2];
        normal.try_normalize().unwrap_or(self.face_normals[triangle as usize])
    }

    fn cast(&self, origin: Vec3, direction: Vec3, reach: f64, front_only: bool) -> Option<Hit> {
        let direction = direction.try_normalize()?;
        let (triangle, distance, barycentric) = self.bvh.ray(origin, direction, reach, front_only)?;
        let normal = self.normal_at(triangle, barycentric);
        Some(Hit { point: origin + direction * distance, normal, triangle, barycentric, distance })
    }

    fn signed(&self, point: Vec3, found: Option<Closest>) -> SurfacePoint {
        let Some(found) = found.filter(|found| found.distance_squared.is_finite()) else {
            let (normal, barycentric) = (Vec3::Z, [1.0, 0.0, 0.0]);
            return SurfacePoint { point, depth_mm: f64::NEG_INFINITY, normal, triangle: 0, barycentric };
        };
        let t = found.triangle as usize;
        let pseudonormal = match found.feature {
            Feature::Face => self.face_normals[t],
            Feature::Edge(k) => self.edge_normals[t][usize::from(k)],
            Feature::Corner(k) => self.corner_normals[self.triangles[t][usize::from(k)] as usize],
        };
        let distance = found.distance_squared.sqrt();
        let outside = (point - found.point).dot(pseudonormal) > 0.0;
        SurfacePoint {
            point: found.point,
            depth_mm: if outside { -distance } else { distance },
            normal: self.normal_at(found.triangle, found.barycentric),
            triangle: found.triangle,
            barycentric: found.barycentric,
        }
    }
}

/// A number that differs between surfaces: their corners, mixed (FNV-1a by words).
fn stamp(facets: &[Facet]) -> u64 {
    let numbers = facets.iter().flat_map(Facet::corners).flat_map(|corner| corner.to_array());
    numbers.fold(0xcbf2_9ce4_8422_2325, |hash, x| (hash ^ x.to_bits()).wrapping_mul(0x0000_0100_0000_01b3))
}
