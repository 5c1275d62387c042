//! Surface queries: equal to looking at every triangle, and signed on an open mesh.

use fanline::geom::Vec3;
use fanline::geom::math::{cos, sin};
use fanline::geom::mesh::TriMesh;
use fanline::geom::polygon;
use fanline::geom::surface::Surface;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

const RADIUS: f64 = 40.0;

/// A sphere of latitude bands; `open` leaves out the lowest bands, as the head is cropped at the chest.
fn sphere(bands: u32, open: bool) -> TriMesh {
    let columns = bands * 2;
    let rows = if open { bands * 3 / 4 } else { bands };
    let mut positions = Vec::new();
    for r in 0..=rows {
        let polar = std::f64::consts::PI * f64::from(r) / f64::from(bands);
        for c in 0..columns {
            let around = std::f64::consts::TAU * f64::from(c) / f64::from(columns);
            positions.push(Vec3::new(sin(polar) * cos(around), cos(polar), -sin(polar) * sin(around)) * RADIUS);
        }
    }
    let at = |r: u32, c: u32| r * columns + c % columns;
    let mut triangles = Vec::new();
    for r in 0..rows {
        for c in 0..columns {
            triangles.push([at(r, c), at(r + 1, c), at(r + 1, c + 1)]);
            triangles.push([at(r, c), at(r + 1, c + 1), at(r, c + 1)]);
        }
    }
    TriMesh::new(positions, triangles)
}

fn points(count: usize, reach: f64, seed: u64) -> Vec<Vec3> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    (0..count).map(|_| Vec3::from_array(std::array::from_fn(|_| random.random_range(-reach..reach)))).collect()
}

#[test]
fn closest_point_equals_looking_at_every_triangle() {
    for open in [false, true] {
        let surface = Surface::new(&sphere(36, open));
        for p in points(3000, 60.0, 7) {
            let (found, wanted) = (surface.closest(p), surface.closest_exhaustive(p).unwrap());
            assert!((found.depth_mm.abs() - wanted.depth_mm.abs()).abs() < 1e-9, "{p}: {found:?} {wanted:?}");
        }
    }
}

#[test]
fn depth_is_the_distance_below_a_sphere() {
    let surface = Surface::new(&sphere(96, false));
    for p in points(2000, 45.0, 11) {
        let wanted = RADIUS - p.length();
        // A facet of 1.3 mm lies at most 0.02 mm below its sphere.
        assert!((surface.depth(p) - wanted).abs() < 0.03, "{p}: {} instead of {wanted}", surface.depth(p));
    }
}

#[test]
fn an_open_surface_still_knows_inside_from_outside() {
    let surface = Surface::new(&sphere(48, true));
    let mut seen = 0;
    for p in points(3000, 50.0, 13) {
        let near_skin = (p.length() - RADIUS).abs() < 8.0 && (p.length() - RADIUS).abs() > 0.1;
        if near_skin && p.y > -0.6 * p.length() {
            assert_eq!(surface.depth(p) > 0.0, p.length() < RADIUS, "{p}");
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen} points tried");
}

#[test]
fn a_ray_meets_the_sphere_where_it_should() {
    let surface = Surface::new(&sphere(96, false));
    for (i, direction) in points(500, 1.0, 17).into_iter().enumerate() {
        let direction = direction.normalize();
        let hit = surface.hit_from_outside(-direction * 100.0, direction * 3.0, 200.0).expect("the sphere is in the way");
        assert!((hit.distance - 60.0).abs() < 0.05, "{i}: {hit:?}");
        assert!(hit.normal.dot(-direction) > 0.999);
        let through = surface.hit(Vec3::ZERO, direction).expect("from inside it is met from behind");
        assert!((through.distance - RADIUS).abs() < 0.05);
        assert_eq!(surface.hit_from_outside(Vec3::ZERO, direction, 200.0), None);
        assert_eq!(surface.hit(direction * 50.0, direction), None);
    }
}

#[test]
fn polygons_know_inside_distance_and_area() {
    let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];
    let turned: Vec<_> = square.iter().rev().copied().collect();
    for outline in [&square[..], &turned] {
        assert!(polygon::contains(outline, (1.0, 3.0)) && !polygon::contains(outline, (5.0, 3.0)));
        assert_eq!(polygon::signed_distance(outline, (1.0, 2.0)), -1.0);
        assert_eq!(polygon::signed_distance(outline, (7.0, 8.0)), 5.0);
        assert_eq!(polygon::area(outline), 16.0);
    }
}
