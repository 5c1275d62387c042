//! Needle metrics of tracked trials: hand-computed trials in a box, what is inside a body, and files that are wrong.

use std::fmt::Write;

use fanline::geom::Vec3;
use fanline::geom::mesh::TriMesh;
use fanline::geom::solid::{Solid, SolidError};
use fanline::scoring::motion::{Axis, Needle, NeedleMetrics, needle_metrics, read_frames, read_tissue};
use proptest::prelude::*;

/// Triangles of a box, outwards.
const BOX: [[u32; 3]; 12] = [
    [0, 2, 1], [0, 3, 2], [4, 5, 6], [4, 6, 7], [0, 1, 5], [0, 5, 4], [1, 2, 6], [1, 6, 5], [2, 3, 7], [2, 7, 6], [3, 0, 4], [3, 4, 7],
];

fn block(low: [f64; 3], high: [f64; 3]) -> TriMesh {
    let corner = |i: usize| {
        let (x, y) = [(0, 0), (1, 0), (1, 1), (0, 1)][i % 4];
        let of = |k: usize, up: usize| if up == 1 { high[k] } else { low[k] };
        Vec3::new(of(0, x), of(1, y), of(2, i / 4))
    };
    TriMesh::new((0..8).map(corner).collect(), BOX.to_vec())
}

fn joined(parts: &[TriMesh]) -> TriMesh {
    let mut all = TriMesh::default();
    for part in parts {
        let first = all.positions.len() as u32;
        all.positions.extend(&part.positions);
        all.triangles.extend(part.triangles.iter().map(|t| t.map(|i| i + first)));
    }
    all
}

/// 100 × 100 × 50 mm of tissue below the skin z = 0.
fn slab() -> TriMesh {
    block([0.0, 0.0, -50.0], [100.0, 100.0, 0.0])
}

fn ascii(mesh: &TriMesh) -> String {
    let mut text = String::from("solid tissue\n");
    for triangle in 0..mesh.triangles.len() {
        text.push_str(" facet normal 0 0 0\n  outer loop\n");
        for p in mesh.corners(triangle) {
            let _ = writeln!(text, "   vertex {} {} {}", p.x, p.y, p.z);
        }
        text.push_str("  endloop\n endfacet\n");
    }
    text + "endsolid tissue\n"
}

fn binary(mesh: &TriMesh) -> Vec<u8> {
    let mut bytes = vec![b' '; 80];
    bytes[..5].copy_from_slice(b"solid");
    bytes.extend((mesh.triangles.len() as u32).to_le_bytes());
    for triangle in 0..mesh.triangles.len() {
        bytes.extend([0; 12]);
        bytes.extend(mesh.corners(triangle).iter().flat_map(|p| p.to_array()).flat_map(|x| (x as f32).to_le_bytes()));
        bytes.extend([0; 2]);
    }
    bytes
}

/// A line of a trial: the tip, and the direction to the hub as the third column.
fn line(time: f64, tip: Vec3, to_hub: Vec3) -> String {
    let z = to_hub.normalize();
    let x = z.any_orthonormal_vector();
    let y = z.cross(x);
    let row = |k: usize| format!("{},{},{},{}", x[k], y[k], z[k], tip[k]);
    format!("{time},{},{},{},0,0,0,1\n", row(0), row(1), row(2))
}

fn judged(trial: &str, mesh: &TriMesh, axis: &str, length_mm: f64) -> NeedleMetrics {
    let axis = Axis::from_name(axis).expect("an axis");
    let frames = read_frames("trial.csv", trial.as_bytes(), axis).expect("frames");
    needle_metrics(&frames, &read_tissue("slab.stl", ascii(mesh).as_bytes()).expect("a body"), Needle { axis, length_mm })
}

fn close(got: f64, wanted: f64) -> bool {
    (got - wanted).abs() <= 1e-9 * wanted.abs().max(1.0)
}

#[test]
fn a_straight_push_has_a_path_and_no_damage() {
    // From 10 mm above the skin to 25 mm below it: 5, 10, 10, 10 mm in 1 s each; the last three steps end in the tissue.
    let trial: String = [10.0, 5.0, -5.0, -15.0, -25.0]
        .iter()
        .enumerate()
        .map(|(i, z)| line(10.0 + i as f64, Vec3::new(50.0, 50.0, *z), Vec3::Z))
        .collect();
    let metrics = judged(&trial, &slab(), "+z", 60.0);
    assert_eq!((metrics.frames, metrics.frames_in_tissue, metrics.frames_without_exit), (5, 3, 0));
    assert!(close(metrics.elapsed_s, 4.0) && close(metrics.path_mm, 35.0), "{metrics:?}");
    assert!(close(metrics.path_in_tissue_mm, 30.0) && close(metrics.time_in_tissue_s, 3.0) && close(metrics.damage_mm2, 0.0), "{metrics:?}");
}

#[test]
fn a_step_belongs_to_where_it_ends() {
    // In and out again at uneven times: only the step that ends inside counts, with its whole length and time.
    let at = |time: f64, z: f64| line(time, Vec3::new(30.0, 30.0, z), Vec3::Z);
    let metrics = judged(&(at(0.0, 4.0) + &at(0.5, -6.0) + &at(2.5, 4.0)), &slab(), "z", 60.0);
    assert!(close(metrics.path_mm, 20.0) && close(metrics.path_in_tissue_mm, 10.0) && close(metrics.time_in_tissue_s, 0.5), "{metrics:?}");
    assert!(close(metrics.elapsed_s, 2.5) && close(metrics.damage_mm2, 0.0), "{metrics:?}");
}

#[test]
fn an_upright_sweep_damages_a_rectangle() {
    // 20 mm deep, 40 mm along: 800 mm². A step into the tissue from outside adds none.
    let mut trial = line(0.0, Vec3::new(10.0, 50.0, 1.0), Vec3::Z);
    for i in 0..=4 {
        trial += &line(1.0 + f64::from(i), Vec3::new(10.0 + 10.0 * f64::from(i), 50.0, -20.0), Vec3::Z);
    }
    let metrics = judged(&trial, &slab(), "+z", 60.0);
    assert!(close(metrics.damage_mm2, 800.0) && close(metrics.path_in_tissue_mm, 61.0), "{metrics:?}");
    // A needle of 10 mm is in the tissue with all its length: 10 × 40 mm².
    let short = judged(&trial, &slab(), "+z", 10.0);
    assert!(close(short.damage_mm2, 400.0) && short.frames_without_exit == 5, "{short:?}");
}

#[test]
fn a_fan_about_its_entry_damages_triangles() {
    // 30 mm from the entry (50, 50, 0), in six steps of 5°: each adds ½·30²·sin 5°.
    let entry = Vec3::new(50.0, 50.0, 0.0);
    let trial: String = (0..=6)
        .map(|i| {
            let angle = f64::from(5 * i).to_radians();
            let out = Vec3::new(-angle.sin(), 0.0, angle.cos());
            line(f64::from(i), entry - 30.0 * out, out)
        })
        .collect();
    let metrics = judged(&trial, &slab(), "+z", 60.0);
    let wanted = 6.0 * 0.5 * 900.0 * 5f64.to_radians().sin();
    assert!((metrics.damage_mm2 - wanted).abs() < 1e-6, "{metrics:?}, wanted {wanted}");
    assert!((metrics.path_mm - 6.0 * 60.0 * 2.5f64.to_radians().sin()).abs() < 1e-9, "{metrics:?}");
}

#[test]
fn a_tilting_shaft_damages_both_its_triangles() {
    // Tip from (40, 50, −20) to (50, 50, −20), skin exit from (40, 50, 0) to (60, 50, 0): a trapezium of 20 mm between 10 and 20.
    let (first, second) = (Vec3::new(40.0, 50.0, -20.0), Vec3::new(50.0, 50.0, -20.0));
    let trial = line(0.0, first, Vec3::Z) + &line(1.0, second, Vec3::new(10.0, 0.0, 20.0));
    let metrics = judged(&trial, &slab(), "+z", 60.0);
    assert!((metrics.damage_mm2 - 300.0).abs() < 1e-6, "{metrics:?}");
}

#[test]
fn an_oblique_push_through_a_side_is_as_long_as_it_is() {
    // Along (3, 0, −4)/5 in steps of 5 mm from (−6, 50, −2) on: 10 mm on it enters through the side x = 0.
    let along = Vec3::new(0.6, 0.0, -0.8);
    let at = |i: u32| Vec3::new(-6.0, 50.0, -2.0) + along * f64::from(5 * i);
    let trial: String = (0..=5).map(|i| line(0.1 * f64::from(i), at(i), -along)).collect();
    let metrics = judged(&trial, &slab(), "+z", 60.0);
    // The second step ends on the surface itself, which is outside; the other three end inside.
    assert!(close(metrics.path_mm, 25.0) && metrics.frames_in_tissue == 3, "{metrics:?}");
    assert!((metrics.path_in_tissue_mm - 15.0).abs() < 1e-9 && (metrics.time_in_tissue_s - 0.3).abs() < 1e-9, "{metrics:?}");
    assert!(metrics.damage_mm2 < 1e-6, "{metrics:?}");
}

#[test]
fn the_axis_is_that_of_the_tool() {
    // The same sweep, recorded with tools whose shaft lies along each axis of their frame.
    let matrices = [
        ("+x", "0,1,0,X,0,0,1,50,1,0,0,-20"),
        ("-x", "0,1,0,X,0,0,-1,50,-1,0,0,-20"),
        ("+y", "0,0,1,X,1,0,0,50,0,1,0,-20"),
        ("-y", "0,0,-1,X,1,0,0,50,0,-1,0,-20"),
        ("+z", "1,0,0,X,0,1,0,50,0,0,1,-20"),
        ("-z", "1,0,0,X,0,-1,0,50,0,0,-1,-20"),
    ];
    for (axis, rows) in matrices {
        let trial: String = (0..3).map(|i| format!("{i},{},0,0,0,1\n", rows.replace('X', &(10 + 10 * i).to_string()))).collect();
        assert!(close(judged(&trial, &slab(), axis, 60.0).damage_mm2, 400.0), "{axis}");
    }
    assert!(Axis::from_name("w").is_none() && Axis::from_name("").is_none() && Axis::from_name("--x").is_none());
}

#[test]
fn binary_and_ascii_meshes_are_the_same_body() {
    let trial: String = (0..9).map(|i| line(f64::from(i), Vec3::new(20.0 + 7.0 * f64::from(i), 33.0, -9.0), Vec3::new(0.3, 0.2, 1.0))).collect();
    let axis = Axis::from_name("+z").expect("an axis");
    let frames = read_frames("t.csv", trial.as_bytes(), axis).expect("frames");
    let needle = Needle { axis, length_mm: 60.0 };
    let [a, b] = [ascii(&slab()).into_bytes(), binary(&slab())].map(|bytes| needle_metrics(&frames, &read_tissue("m.stl", &bytes).expect("a body"), needle));
    assert_eq!(a, b);
    assert!(a.damage_mm2 > 100.0, "{a:?}");
}

#[test]
fn headings_comments_blanks_and_carriage_returns_are_read_over() {
    let plain = line(0.0, Vec3::new(50.0, 50.0, 5.0), Vec3::Z) + &line(1.0, Vec3::new(50.0, 50.0, -5.0), Vec3::Z);
    let dressed = format!("\u{feff}time;m00;m01\r\n# tracker 4\r\n\r\n{}", plain.replace(',', " ; ").replace('\n', "\r\n"));
    assert_eq!(judged(&plain, &slab(), "+z", 60.0), judged(&dressed, &slab(), "+z", 60.0));
    let one = judged(&line(3.0, Vec3::new(50.0, 50.0, -5.0), Vec3::Z), &slab(), "+z", 60.0);
    assert_eq!((one.frames, one.elapsed_s, one.path_mm, one.damage_mm2), (1, 0.0, 0.0, 0.0));
}

#[test]
fn a_body_contains_what_it_encloses_however_its_triangles_face() {
    let grid = || (0..13 * 13 * 13).map(|i| Vec3::new(f64::from(i % 13), f64::from(i / 13 % 13), f64::from(i / 169)) * 10.0 - 10.0);
    let within = |p: Vec3, low: f64, high: f64| p.min_element() > low && p.max_element() < high;
    let outer = block([0.0; 3], [100.0; 3]);
    let inside_out = |mesh: &TriMesh| {
        let mut mesh = mesh.clone();
        mesh.triangles.iter_mut().for_each(|t| t.swap(0, 1));
        mesh
    };
    let mut mixed = outer.clone();
    mixed.triangles.iter_mut().step_by(3).for_each(|t| t.swap(1, 2));
    // The grid's points lie on the planes, edges and corners of the boxes, and see each other along them.
    for mesh in [&outer, &inside_out(&outer), &mixed] {
        let body = Solid::new(mesh).expect("a body");
        for p in grid() {
            assert_eq!(body.contains(p), within(p, 0.0, 100.0), "{p}");
        }
    }
    let cavity = Solid::new(&joined(&[outer.clone(), inside_out(&block([30.0; 3], [70.0; 3]))])).expect("a body");
    let overlapping = Solid::new(&joined(&[outer.clone(), block([30.0; 3], [70.0; 3])])).expect("a body");
    for p in grid().map(|p| p + 3.0) {
        assert_eq!(cavity.contains(p), within(p, 0.0, 100.0) && !within(p, 30.0, 70.0), "{p}");
        assert_eq!(overlapping.contains(p), within(p, 0.0, 100.0), "{p}");
    }
}

/// A body whose skin is at a known distance in every direction: a sphere, cut fine, with hills.
fn hills(rings: u32) -> (TriMesh, impl Fn(Vec3) -> f64) {
    let radius = |d: Vec3| 40.0 + 6.0 * (5.0 * d.x).sin() * d.y + 4.0 * d.z * d.z;
    let mut positions = vec![Vec3::Z * radius(Vec3::Z), -Vec3::Z * radius(-Vec3::Z)];
    let round = 2 * rings;
    for i in 1..rings {
        for k in 0..round {
            let (polar, azimuth) = (std::f64::consts::PI * f64::from(i) / f64::from(rings), std::f64::consts::PI * f64::from(k) / f64::from(rings));
            let d = Vec3::new(polar.sin() * azimuth.cos(), polar.sin() * azimuth.sin(), polar.cos());
            positions.push(d * radius(d));
        }
    }
    let at = |i: u32, k: u32| 2 + (i - 1) * round + k % round;
    let mut triangles = Vec::new();
    for k in 0..round {
        triangles.push([0, at(1, k), at(1, k + 1)]);
        triangles.push([1, at(rings - 1, k + 1), at(rings - 1, k)]);
        for i in 1..rings - 1 {
            triangles.push([at(i, k), at(i + 1, k), at(i + 1, k + 1)]);
            triangles.push([at(i, k), at(i + 1, k + 1), at(i, k + 1)]);
        }
    }
    (TriMesh::new(positions, triangles), radius)
}

#[test]
fn a_round_body_is_inside_where_its_radius_says() {
    let (mesh, radius) = hills(60);
    let body = Solid::new(&mesh).expect("a body");
    let (mut inside, mut outside) = (0, 0);
    for i in 0..6000 {
        let d = mesh.positions[i % mesh.positions.len()] + mesh.positions[(7 * i + 3) % mesh.positions.len()] * 0.3;
        let Some(d) = d.try_normalize() else { continue };
        let share = f64::from((i % 200) as u32) / 100.0;
        // The facets cut the corners by less than a fiftieth.
        if (share - 1.0).abs() < 0.02 {
            continue;
        }
        let got = body.contains(d * radius(d) * share);
        assert_eq!(got, share < 1.0, "{share} of the way along {d}");
        if got { inside += 1 } else { outside += 1 }
    }
    assert!(inside > 2000 && outside > 2000);
    // Straight through vertices, along edges.
    assert!(mesh.positions.iter().all(|p| body.contains(*p * 0.9) && !body.contains(*p * 1.1) && !body.contains(*p)));
}

#[test]
fn what_bounds_no_body_is_said() {
    let mut open = slab();
    open.triangles.pop();
    let Err(SolidError::Open { edges: 3, .. }) = Solid::new(&open) else { panic!("three edges have lost a neighbour") };
    let said = read_tissue("open.stl", ascii(&open).as_bytes()).expect_err("open").to_string();
    assert!(said.contains("open.stl:1:1: field `mesh`: got 3 edges") && said.contains("allowed a closed surface"), "{said}");
    assert_eq!(Solid::new(&TriMesh::default()).err(), Some(SolidError::Empty));
    assert!(read_tissue("none.stl", b"solid\nendsolid\n").is_err());
    // Klein's bottle as a grid of n × n whose one pair of sides is joined the wrong way round: closed, with one side.
    let n = 6u32;
    let at = |i: u32, k: u32| if i == n { (n - k % n) % n } else { i * n + k % n };
    let mut bottle = TriMesh { positions: (0..n * n).map(|i| Vec3::new(f64::from(i), f64::from(i * i % 17), f64::from(i % 5))).collect(), ..TriMesh::default() };
    for i in 0..n {
        for k in 0..n {
            bottle.triangles.push([at(i, k), at(i + 1, k), at(i + 1, k + 1)]);
            bottle.triangles.push([at(i, k), at(i + 1, k + 1), at(i, k + 1)]);
        }
    }
    assert!(matches!(Solid::new(&bottle), Err(SolidError::OneSided { .. })));
}

#[test]
fn every_mistake_of_a_trial_is_named() {
    let fine = line(2.0, Vec3::ZERO, Vec3::Z);
    let scaled = "3,2,0,0,0,0,2,0,0,0,0,2,0,0,0,0,1\n";
    let mirrored = "4,1,0,0,0,0,1,0,0,0,0,-1,0,0,0,0,1\n";
    let text = format!(
        "time,m\n{fine}{scaled}{mirrored}1.5,1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1\n5,1,2,3\n6,1,0,0,NaN,0,1,0,x,0,0,1,0,0,0,0,1\n7,1,0,0,0,0,1,0,0,0,0,1,0,0,0,1,1\n"
    );
    let said = read_frames("t.csv", text.as_bytes(), Axis::from_name("+z").expect("an axis")).expect_err("mistakes").to_string();
    let lines: Vec<&str> = said.lines().collect();
    let wanted = [
        ("t.csv:3:3: field `rotation`: got columns of length 2.0000", "length 1"),
        ("t.csv:4:3: field `rotation`: got a mirror image", "determinant 1"),
        ("t.csv:5:1: field `time`: got 1.5", "the line above, 4"),
        ("t.csv:6:1: got 4 columns", "17"),
        ("t.csv:7:9: field `m03`: got NaN", "finite"),
        ("t.csv:7:19: field `m13`: got \"x\"", "a number"),
        ("t.csv:8:31: field `m32`: got 1", "the last row is 0 0 0 1"),
    ];
    assert_eq!(lines.len(), wanted.len(), "{said}");
    for (line, (begins, allowed)) in lines.iter().zip(wanted) {
        assert!(line.starts_with(begins) && line.contains(allowed), "{line}\nwanted {begins} … {allowed}");
    }
    let none = read_frames("t.csv", b"time,words\n\n", Axis::from_name("+z").expect("an axis")).expect_err("nothing");
    assert!(none.to_string().contains("no frames"), "{none}");
}

#[test]
fn every_mistake_of_a_mesh_is_named() {
    let text = "solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 nan\n vertex 1 one 0\nendloop\nendfacet\nfacet\nvertex 1 2\nendfacet\nedge\n";
    let said = read_tissue("m.stl", text.as_bytes()).expect_err("mistakes").to_string();
    for wanted in ["m.stl:5:1: field `vertex.z`: got NaN", "m.stl:6:2: field `vertex.y`: got \"one\"", "m.stl:10:1: field `vertex`: got 2 numbers", "m.stl:12:1: got \"edge\"", "got the end of the file"] {
        assert!(said.contains(wanted), "{wanted}\nin\n{said}");
    }
    let mut bytes = binary(&slab());
    bytes[84 + 50 + 12 + 4..][..4].copy_from_slice(&f32::INFINITY.to_le_bytes());
    let said = read_tissue("m.stl", &bytes).expect_err("a mistake").to_string();
    assert_eq!(said, "m.stl:1:151: field `triangles[1][0].y`: got inf, allowed a finite number, -1e6..=1e6");
    bytes.truncate(300);
    bytes[0] = b'S';
    bytes[1] = 0;
    let said = read_tissue("m.stl", &bytes).expect_err("cut").to_string();
    assert!(said.contains("300 bytes for 12 triangles, allowed 684 bytes"), "{said}");
    // A file that claims four thousand million triangles reserves nothing for them.
    bytes[80..84].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(read_tissue("m.stl", &bytes).is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_a_trial_or_a_mistake(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_frames("t.csv", &bytes, Axis::from_name("+x").expect("an axis"));
        let _ = read_tissue("m.stl", &bytes);
    }

    #[test]
    fn any_numbers_are_a_trial_or_a_mistake(rows in prop::collection::vec(prop::collection::vec(
        prop_oneof![Just("0".to_owned()), Just("1".to_owned()), Just("-1".to_owned()), Just("1e400".to_owned()), Just("nan".to_owned()),
            any::<f64>().prop_map(|x| x.to_string())], 15..19), 0..6)) {
        let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        if let Ok(frames) = read_frames("t.csv", text.as_bytes(), Axis::from_name("+y").expect("an axis")) {
            prop_assert!(frames.iter().all(|f| f.tip.is_finite() && (f.to_hub.length() - 1.0).abs() < 1e-9));
        }
    }

    #[test]
    fn any_closed_soup_answers(corners in prop::collection::vec((-3i32..3, -3i32..3, -3i32..3), 4..9), at in (-4.0..4.0, -4.0..4.0, -4.0..4.0)) {
        // Tetrahedra over points of a small grid, some of them flat or laid over each other, in either order.
        let positions: Vec<Vec3> = corners.iter().map(|(x, y, z)| Vec3::new(f64::from(*x), f64::from(*y), f64::from(*z))).collect();
        let mut mesh = TriMesh { positions, ..TriMesh::default() };
        for i in 0..mesh.positions.len() as u32 - 3 {
            let [a, b, c, d] = [i, i + 1, i + 2, i + 3];
            mesh.triangles.extend([[a, b, c], [a, d, b], [a, c, d], [b, d, c]]);
        }
        if let Ok(body) = Solid::new(&mesh) {
            let p = Vec3::new(at.0, at.1, at.2);
            prop_assert_eq!(body.contains(p), body.contains(p));
            prop_assert!(!body.contains(p + 100.0));
            if body.contains(p) {
                prop_assert!(body.first_hit(p, Vec3::new(0.3, -0.2, 1.0), 100.0).is_some(), "a ray from inside leaves");
            }
        }
    }

    #[test]
    fn any_bytes_after_a_binary_head_are_a_body_or_a_mistake(triangles in prop::collection::vec(prop::array::uniform9(any::<f32>()), 0..8)) {
        let mut bytes = vec![0; 80];
        bytes.extend((triangles.len() as u32).to_le_bytes());
        for triangle in &triangles {
            bytes.extend([0; 12]);
            bytes.extend(triangle.iter().flat_map(|x| x.to_le_bytes()));
            bytes.extend([0; 2]);
        }
        let _ = read_tissue("m.stl", &bytes);
    }

    #[test]
    fn moving_and_turning_a_trial_with_its_tissue_changes_nothing(
        turn in prop::array::uniform3(-3.0..3.0f64), shift in prop::array::uniform3(-200.0..200.0f64), seed in 0u32..1000,
    ) {
        let (mesh, _) = hills(12);
        let rotation = glam::DMat3::from_euler(glam::EulerRot::XYZ, turn[0], turn[1], turn[2]);
        let moved = |p: Vec3| rotation * p + Vec3::from_array(shift);
        let wave = |i: u32, k: u32| f64::from((seed + 37 * i + 101 * k) % 97) / 97.0 - 0.5;
        let poses: Vec<(Vec3, Vec3)> = (0..20).map(|i| (Vec3::new(wave(i, 0), wave(i, 1), wave(i, 2)) * 90.0, Vec3::new(wave(i, 3), wave(i, 4), 1.0))).collect();
        let axis = Axis::from_name("+z").expect("an axis");
        let of = |turned: bool| {
            let at = |p: Vec3| if turned { moved(p) } else { p };
            let along = |d: Vec3| if turned { rotation * d } else { d };
            let trial: String = poses.iter().enumerate().map(|(i, (tip, hub))| line(i as f64, at(*tip), along(*hub))).collect();
            let body = Solid::new(&TriMesh::new(mesh.positions.iter().map(|p| at(*p)).collect(), mesh.triangles.clone())).expect("a body");
            needle_metrics(&read_frames("t.csv", trial.as_bytes(), axis).expect("frames"), &body, Needle { axis, length_mm: 60.0 })
        };
        let (a, b) = (of(false), of(true));
        prop_assert_eq!((a.frames_in_tissue, a.frames_without_exit), (b.frames_in_tissue, b.frames_without_exit));
        prop_assert!((a.path_in_tissue_mm - b.path_in_tissue_mm).abs() < 1e-6 && (a.damage_mm2 - b.damage_mm2).abs() < 1e-5 * (1.0 + a.damage_mm2));
    }
}
