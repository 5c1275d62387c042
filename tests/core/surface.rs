//! Surface queries: equal to looking at every triangle, and signed on an open mesh.

use fanline::geom::Vec3;
use fanline::geom::math::{cos, sin};
use fanline::geom::mesh::TriMesh;
use fanline::geom::nearby::Nearby;
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

/// A sheet folded to and fro, with triangles that share edges at 20° and two that lie on each other.
fn folded() -> TriMesh {
    let mut positions = Vec::new();
    for r in 0..12 {
        for c in 0..12 {
            positions.push(Vec3::new(f64::from(c) * 0.8, f64::from(r) * 5.0 - 27.5, f64::from(c % 2) * 5.0));
        }
    }
    let at = |r: u32, c: u32| r * 12 + c;
    let quads = (0..11).flat_map(|r| (0..11).map(move |c| (r, c)));
    let mut triangles: Vec<_> = quads
        .flat_map(|(r, c)| [[at(r, c), at(r, c + 1), at(r + 1, c + 1)], [at(r, c), at(r + 1, c + 1), at(r + 1, c)]])
        .collect();
    triangles.extend_from_within(0..2);
    TriMesh::new(positions, triangles)
}

/// The sphere pressed almost flat: slivers, and triangles without area at the poles.
fn slivers() -> TriMesh {
    let sphere = sphere(24, false);
    TriMesh::new(sphere.positions.iter().map(|p| Vec3::new(p.x, p.y * 1e-7, p.z * 1e-3)).collect(), sphere.triangles)
}

/// Points on the features of a mesh and just off them: corners, midpoints of edges, centres, along and against the normals.
fn feature_points(mesh: &TriMesh) -> Vec<Vec3> {
    let mut points = Vec::new();
    for (t, triangle) in mesh.triangles.iter().enumerate().step_by(7) {
        let [a, b, c] = mesh.corners(t);
        let normal = mesh.normals[triangle[0] as usize];
        for on in [a, (a + b) / 2.0, (a + b + c) / 3.0, a.lerp(c, 0.3)] {
            points.extend([0.0, 1e-12, 1e-6, 0.5, 4.0, -1e-6, -0.5, -4.0].map(|up| on + normal * up));
        }
    }
    points
}

#[test]
fn closest_point_equals_looking_at_every_triangle() {
    for (name, mesh) in [("sphere", sphere(36, false)), ("open", sphere(36, true)), ("folded", folded()), ("slivers", slivers())] {
        let surface = Surface::new(&mesh);
        let near = points(2000, 60.0, 7);
        let far = points(200, 1e4, 19).into_iter().chain(points(100, 1e14, 23));
        for p in near.into_iter().chain(far).chain(feature_points(&mesh)) {
            let (found, wanted) = (surface.closest(p), surface.closest_exhaustive(p));
            // Not to 1e-9 mm alone: the same triangle and the same bits.
            assert_eq!(found, wanted, "{name} at {p}");
        }
    }
}

#[test]
fn questions_along_a_way_get_the_answer_of_every_triangle_whatever_was_asked_before() {
    let mut nearby = Nearby::default();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(3);
    for (name, mesh) in [("sphere", sphere(36, false)), ("open", sphere(36, true)), ("folded", folded()), ("slivers", slivers())] {
        let surface = Surface::new(&mesh);
        let mut p = Vec3::new(20.0, 10.0, 30.0);
        for step in 0..3000 {
            // Small steps, now and then a leap, and once in a while no number at all.
            let reach = if step % 300 == 299 { 60.0 } else { 0.4 };
            p = (p + Vec3::from_array(std::array::from_fn(|_| random.random_range(-reach..reach)))).clamp(Vec3::splat(-60.0), Vec3::splat(60.0));
            let (found, wanted) = (surface.closest_nearby(p, &mut nearby), surface.closest_exhaustive(p));
            assert_eq!(found, wanted, "{name} at {p}");
        }
        assert_eq!(surface.closest_nearby(Vec3::NAN, &mut nearby).depth_mm, f64::NEG_INFINITY);
    }
}

#[test]
fn an_answer_does_not_depend_on_what_was_asked_before() {
    let mesh = sphere(36, true);
    let surface = Surface::new(&mesh);
    let path: Vec<Vec3> = (0..4000).map(|i| Vec3::new(-30.0 + f64::from(i) * 0.015, 12.0, 24.0)).collect();
    let forward: Vec<_> = path.iter().map(|p| surface.closest(*p)).collect();
    let mut backward: Vec<_> = path.iter().rev().map(|p| surface.closest(*p)).collect();
    backward.reverse();
    assert_eq!(forward, backward);
    // Nor on the order of the triangles, as far as the point found is concerned.
    let turned = TriMesh::new(mesh.positions.clone(), mesh.triangles.iter().rev().copied().collect());
    let turned = Surface::new(&turned);
    for (p, on) in path.iter().zip(&forward) {
        assert!((turned.closest(*p).depth_mm.abs() - on.depth_mm.abs()).abs() < 1e-9);
    }
}

#[test]
fn of_triangles_equally_near_the_first_answers() {
    let mesh = folded();
    let surface = Surface::new(&mesh);
    let last = mesh.triangles.len() - 1;
    assert_eq!(mesh.triangles[last], mesh.triangles[1]);
    let [a, b, c] = mesh.corners(last);
    let on = (a + b + c) / 3.0;
    assert_eq!(surface.closest(on).triangle, 1);
    let normal = mesh.area_vector(last).normalize();
    assert_eq!(surface.hit(on + normal * 0.1, -normal).expect("it starts above the sheet").triangle, 1);
}

#[test]
fn a_surface_without_triangles_and_a_point_that_is_no_number_answer_outside() {
    let empty = Surface::new(&TriMesh::new(vec![Vec3::ZERO; 3], vec![[0, 1, 2]]));
    assert_eq!(empty.depth(Vec3::ONE), f64::NEG_INFINITY);
    assert_eq!(empty.hit(Vec3::ONE, -Vec3::ONE), None);
    let surface = Surface::new(&sphere(12, false));
    assert_eq!(surface.depth(Vec3::NAN), f64::NEG_INFINITY);
}

#[test]
fn a_ray_equals_trying_every_triangle() {
    let mesh = sphere(30, true);
    let surface = Surface::new(&mesh);
    let alone: Vec<Surface> = (0..mesh.triangles.len())
        .map(|t| Surface::new(&TriMesh { triangles: vec![mesh.triangles[t]], ..mesh.clone() }))
        .collect();
    let axes = [Vec3::X, Vec3::Y, Vec3::Z].map(|axis| (axis * -90.0 + Vec3::splat(0.125), axis));
    let across = points(150, 80.0, 29).into_iter().zip(points(150, 40.0, 31)).map(|(from, to)| (from, to - from));
    let mut met = 0;
    for (from, direction) in across.chain(axes) {
        let found = surface.hit(from, direction).map(|hit| hit.distance);
        let wanted = alone.iter().filter_map(|one| one.hit(from, direction)).map(|hit| hit.distance).reduce(f64::min);
        assert_eq!(found, wanted, "from {from} along {direction}");
        met += u32::from(found.is_some());
    }
    assert!(met > 80, "{met} rays met the sphere");
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
