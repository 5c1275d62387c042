//! A closed surface as a body: whether a point lies inside it, and where a line from inside leaves it.
//!
//! Inside means that the surface winds about the point: crossings of a ray, each counted with the side from which it is met, do not
//! cancel. So a body drawn inside out is the same body, a shell that faces inwards is a cavity, and parts that overlap are one.
//!
//! **Invariants:** every edge is shared by as many triangles one way as the other; an answer depends on mesh and question alone. A
//! point of the surface itself is outside.

use super::Vec3;
use super::bvh::Bvh;
use super::facet::Facet;
use super::math;
use super::mesh::TriMesh;

/// Why a mesh bounds no body.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum SolidError {
    /// There is no triangle with an area.
    #[error("got no triangle with an area, allowed a closed surface")]
    Empty,
    /// Some edges belong to an odd number of triangles.
    #[error("got {edges} edges without a neighbour, the first at ({}, {}, {}), allowed a closed surface", at.x, at.y, at.z)]
    Open {
        /// How many.
        edges: usize,
        /// Middle of the first, mm.
        at: Vec3,
    },
    /// The triangles face both ways and cannot all be turned to one side.
    #[error("got triangles that face both ways about the edge at ({}, {}, {}), allowed a surface with two sides", at.x, at.y, at.z)]
    OneSided {
        /// Middle of the first edge where it shows, mm.
        at: Vec3,
    },
}

/// A body bounded by triangles.
#[derive(Clone, Debug)]
pub struct Solid {
    bvh: Bvh,
    facets: Vec<Facet>,
}

/// Points nearer to the surface than this are of the surface, mm: hundredfold the rounding of an STL's numbers at 100 mm.
const TOUCH_MM: f64 = 1e-5;
/// A ray that passes so near an edge (barycentric) or so flat (sine) is asked again in another direction.
const CLEAR: f64 = 1e-7;
/// Directions that are tried before the solid angles are summed.
const DIRECTIONS: usize = 8;

impl Solid {
    /// Makes a body of a mesh whose triangles share their corners. Triangles that face both ways are turned, piece by piece, to face
    /// outwards.
    ///
    /// # Errors
    /// When the surface is not closed or has one side only.
    pub fn new(mesh: &TriMesh) -> Result<Self, SolidError> {
        let mut triangles: Vec<[u32; 3]> =
            mesh.triangles.iter().copied().filter(|[a, b, c]| a != b && b != c && c != a).collect();
        if triangles.is_empty() {
            return Err(SolidError::Empty);
        }
        let middle = |ends: [u32; 2]| (mesh.positions[ends[0] as usize] + mesh.positions[ends[1] as usize]) * 0.5;
        let sides = sides(&triangles);
        let mut odd = sides.chunk_by(|a, b| a.ends == b.ends).filter(|edge| edge.len() % 2 == 1).map(|edge| edge[0].ends);
        if let Some(first) = odd.next() {
            return Err(SolidError::Open { edges: 1 + odd.count(), at: middle(first) });
        }
        if uneven(&sides).is_some() {
            turn(&mut triangles, &sides, &mesh.positions);
            if let Some(ends) = uneven(&self::sides(&triangles)) {
                return Err(SolidError::OneSided { at: middle(ends) });
            }
        }
        let facet = |(index, corners): (usize, &[u32; 3])| {
            let [a, b, c] = corners.map(|i| mesh.positions[i as usize]);
            let flat = (b - a).cross(c - a).try_normalize().is_none();
            (!flat).then_some(Facet { a, ab: b - a, ac: c - a, triangle: index as u32 })
        };
        let facets: Vec<Facet> = triangles.iter().enumerate().filter_map(facet).collect();
        if facets.is_empty() {
            return Err(SolidError::Empty);
        }
        Ok(Self { bvh: Bvh::new(facets.clone()), facets })
    }

    /// Whether a point lies inside.
    #[must_use]
    pub fn contains(&self, point: Vec3) -> bool {
        if !point.is_finite() || self.bvh.closest(point).is_none_or(|found| found.distance_squared <= TOUCH_MM * TOUCH_MM) {
            return false;
        }
        let winding = (0..DIRECTIONS).find_map(|k| self.crossings(point, direction(k)));
        winding.unwrap_or_else(|| self.solid_angle(point)) != 0
    }

    /// Where a ray first meets the surface within `reach_mm`.
    #[must_use]
    pub fn first_hit(&self, origin: Vec3, direction: Vec3, reach_mm: f64) -> Option<Vec3> {
        let direction = direction.try_normalize()?;
        self.bvh.ray(origin, direction, reach_mm, false).map(|(_, distance, _)| origin + direction * distance)
    }

    /// Crossings of a ray from inside to outside less those the other way; nothing when the ray runs along an edge or a triangle.
    fn crossings(&self, origin: Vec3, direction: Vec3) -> Option<i32> {
        let mut sum = 0;
        let clear = self.bvh.along(origin, direction, |facet| {
            let normal = facet.ab.cross(facet.ac);
            let cosine = normal.dot(direction) / normal.length();
            if cosine.abs() < CLEAR {
                return false;
            }
            let across = normal.dot(direction);
            let s = origin - facet.a;
            let r = s.cross(direction);
            let (v, w) = (-facet.ac.dot(r) / across, facet.ab.dot(r) / across);
            let least = v.min(w).min(1.0 - v - w);
            if least < -CLEAR || -normal.dot(s) / across < 0.0 {
                return true;
            }
            sum += if across > 0.0 { 1 } else { -1 };
            least > CLEAR
        });
        clear.then_some(sum)
    }

    /// How often the surface winds about a point, by the solid angles of all triangles (Van Oosterom and Strackee 1983).
    fn solid_angle(&self, point: Vec3) -> i32 {
        let angle = |facet: &Facet| {
            let [a, b, c] = facet.corners().map(|corner| corner - point);
            let (la, lb, lc) = (a.length(), b.length(), c.length());
            2.0 * math::atan2(a.dot(b.cross(c)), la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb)
        };
        (self.facets.iter().map(angle).sum::<f64>() / (4.0 * std::f64::consts::PI)).round() as i32
    }
}

/// The directions that are tried, spread over a sphere by the golden angle so that no common mesh has edges along them.
fn direction(k: usize) -> Vec3 {
    let z = 0.137 + 0.731 * (k as f64 / DIRECTIONS as f64) * if k.is_multiple_of(2) { 1.0 } else { -1.0 };
    let (angle, radius) = (0.618 + 2.399_963_229_728_653 * k as f64, (1.0 - z * z).sqrt());
    Vec3::new(radius * math::cos(angle), radius * math::sin(angle), z)
}

/// One side of a triangle: its ends, the smaller first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Side {
    ends: [u32; 2],
    triangle: u32,
    up: bool,
}

/// All sides, those of one edge beside each other.
fn sides(triangles: &[[u32; 3]]) -> Vec<Side> {
    let of = |(i, t): (usize, &[u32; 3])| {
        [(t[0], t[1]), (t[1], t[2]), (t[2], t[0])].map(|(a, b)| Side { ends: [a.min(b), a.max(b)], triangle: i as u32, up: a < b })
    };
    let mut all: Vec<Side> = triangles.iter().enumerate().flat_map(of).collect();
    all.sort_unstable();
    all
}

/// The first edge that more triangles run along one way than the other.
fn uneven(sides: &[Side]) -> Option<[u32; 2]> {
    let differs = |edge: &&[Side]| edge.iter().filter(|side| side.up).count() * 2 != edge.len();
    sides.chunk_by(|a, b| a.ends == b.ends).find(differs).map(|edge| edge[0].ends)
}

/// Turns triangles so that neighbours over an edge of two agree and each piece, joined over such edges, faces outwards.
fn turn(triangles: &mut [[u32; 3]], sides: &[Side], positions: &[Vec3]) {
    // Neighbours of a triangle, with whether the two disagree as they stand.
    let mut links: Vec<(u32, u32, bool)> = Vec::new();
    for edge in sides.chunk_by(|a, b| a.ends == b.ends) {
        if let [a, b] = edge {
            links.push((a.triangle, b.triangle, a.up == b.up));
            links.push((b.triangle, a.triangle, a.up == b.up));
        }
    }
    links.sort_unstable();
    let of = |triangle: u32| {
        let from = links.partition_point(|link| link.0 < triangle);
        links[from..].iter().take_while(move |link| link.0 == triangle)
    };
    let mut turned: Vec<Option<bool>> = vec![None; triangles.len()];
    for first in 0..triangles.len() as u32 {
        if turned[first as usize].is_some() {
            continue;
        }
        turned[first as usize] = Some(false);
        let (mut piece, mut at) = (vec![first], 0);
        while let Some(triangle) = piece.get(at).copied() {
            at += 1;
            let here = turned[triangle as usize].unwrap_or(false);
            for (_, other, disagree) in of(triangle) {
                if turned[*other as usize].is_none() {
                    turned[*other as usize] = Some(here ^ disagree);
                    piece.push(*other);
                }
            }
        }
        for &triangle in &piece {
            if turned[triangle as usize] == Some(true) {
                triangles[triangle as usize].swap(1, 2);
            }
        }
        // Six times the signed volume, about a corner of the piece.
        let origin = positions[triangles[first as usize][0] as usize];
        let volume = |triangle: &u32| {
            let [a, b, c] = triangles[*triangle as usize].map(|i| positions[i as usize] - origin);
            a.dot(b.cross(c))
        };
        if piece.iter().map(volume).sum::<f64>() < 0.0 {
            for &triangle in &piece {
                triangles[triangle as usize].swap(1, 2);
            }
        }
    }
}
