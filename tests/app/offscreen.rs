//! The scene without a screen: a picture shows a person, not a blank sheet.

use std::sync::Arc;

use bevy_egui::egui;
use fanline::anatomy::{Detail, Mask, Phenotype, Skin};
use fanline::game::offscreen::{self, Shot};
use fanline::game::scene::camera::{Eye, View};
use fanline::game::scene::model::{CannulaPose, Pale, PatientShape, SceneModel, SkinField, SkinPaint, SkinPoint, Spot};
use fanline::game::scene::quality::{Preset, is_software};
use fanline::geom::Vec3;

fn patient() -> PatientShape {
    let skin = Skin::of(&Phenotype::default(), Detail::Simulation);
    let mask = |mask: Mask| skin.masks.get(mask).to_vec();
    let paint = SkinPaint {
        lips: mask(Mask::Lips),
        brows: mask(Mask::Brows),
        lashes: mask(Mask::Lashes),
        cap: mask(Mask::Scalp),
        flush: mask(Mask::Flush),
        ..SkinPaint::default()
    };
    PatientShape { skin: skin.mesh, paint, skin_type: 2, ..PatientShape::default() }
}

fn shot(name: &str, model: SceneModel) -> Shot {
    Shot { name: name.into(), size: (480, 270), model, eye: Eye::of(View::Front), margins: [0.0; 4], preset: Preset::Low, light: false, panels: None }
}

/// Shares of pixels that are skin (warm and light), cloth (teal) and ground (dark).
fn shares(path: &std::path::Path) -> [f64; 3] {
    let picture = image::open(path).expect("a picture was written").to_rgb8();
    let mut counts = [0_u32; 3];
    for p in picture.pixels() {
        let [r, g, b] = p.0.map(i32::from);
        counts[0] += u32::from(r > 120 && r > g + 8 && g > b);
        counts[1] += u32::from(g > r + 15 && b > r + 10 && g > 60);
        counts[2] += u32::from(r.max(g).max(b) < 60);
    }
    counts.map(|count| f64::from(count) / f64::from(picture.width() * picture.height()))
}

#[test]
fn a_picture_shows_a_person_under_a_cap_before_a_dark_ground() {
    if offscreen::adapter().is_none() {
        eprintln!("no graphics driver here: pictures are not checked");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for pictures");
    let patient = Arc::new(patient());
    let bare = SceneModel { patient: Some(patient), ..SceneModel::default() };
    // A shaft across the face, its blue hub over the left cheek.
    let nodes = (0..20).map(|k| Vec3::new(90.0 - 2.0 * f64::from(k), -40.0, 140.0)).collect();
    let pose = CannulaPose {
        shade: Vec::new(),
        nodes,
        outer_mm: 0.5,
        direction: Vec3::NEG_X,
        hub_colour: [0x20, 0x60, 0xF0],
        left: 0.5,
        capacity_ml: 1.0,
        entry_arc_mm: None,
        tip_layer: fanline::anatomy::Layer::Outside,
        flowing_at: None,
    };
    let armed = SceneModel { cannula: Some(pose), ..bare.clone() };
    // A panel in the upper left corner.
    let mut labelled = shot("labelled", bare.clone());
    labelled.panels = Some(Arc::new(|ui: &mut egui::Ui| {
        let corner = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(60.0, 40.0));
        ui.painter().rect_filled(corner, 0.0, egui::Color32::from_rgb(200, 30, 180));
    }));
    let paths = offscreen::pictures(vec![shot("bare", bare), shot("armed", armed), labelled], folder.path()).expect("this machine draws");
    let [skin, cloth, ground] = shares(&paths[0]);
    assert!(skin > 0.10, "skin fills {skin}");
    assert!(cloth > 0.01, "the cap fills {cloth}");
    assert!(ground > 0.30, "the ground fills {ground}");
    let blue = |path: &std::path::Path| {
        let picture = image::open(path).expect("a picture was written").to_rgb8();
        picture.pixels().filter(|p| i32::from(p.0[2]) > i32::from(p.0[0]) + 60).count()
    };
    let corner = |path: &std::path::Path| image::open(path).expect("a picture was written").to_rgb8().get_pixel(20, 20).0;
    assert_eq!(corner(&paths[2]), [200, 30, 180], "the panel lies over the scene");
    assert_ne!(corner(&paths[0]), [200, 30, 180], "without panels the corner is the ground");
    assert!(blue(&paths[1]) > blue(&paths[0]) + 20, "the hub is seen");
}

/// A chart of 40 mm over the left cheek, facing the front, with a value for each cell from its place.
fn chart(at: Vec3, white: impl Fn(f64, f64) -> f64, height_mm: impl Fn(f64, f64) -> f64) -> SkinField {
    let cells: Vec<(f64, f64)> = (0..1600).map(|i| (f64::from(i % 40) - 19.5, f64::from(i / 40) - 19.5)).collect();
    SkinField {
        corner: at - Vec3::new(20.0, 20.0, 0.0),
        axes: [Vec3::X, Vec3::Y, Vec3::Z],
        cell_mm: 1.0,
        size: (40, 40),
        white: cells.iter().map(|(x, y)| Some(white(*x, *y) as f32)).collect(),
        height_mm: cells.iter().map(|(x, y)| height_mm(*x, *y) as f32).collect(),
    }
}

#[test]
fn white_raised_pale_and_mottled_skin_is_seen_where_it_is() {
    if offscreen::adapter().is_none() {
        eprintln!("no graphics driver here: pictures are not checked");
        return;
    }
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("skin");
    let patient = Arc::new(patient());
    let front = |v: &&Vec3| ((v.x - 42.0).abs() + (v.y + 45.0).abs()) - 0.2 * v.z;
    let at = *patient.skin.positions.iter().min_by(|a, b| front(a).total_cmp(&front(b))).expect("a skin");
    let bare = SceneModel { patient: Some(patient), ..SceneModel::default() };
    let flat = |_: f64, _: f64| 0.0;
    let bump = |x: f64, y: f64| 2.0 * (-(x * x + y * y) / 18.0).exp();
    let patch = |x: f64, y: f64| if x.hypot(y) < 6.0 { 1.0 } else { 0.0 };
    let with = |field: SkinField| SceneModel { skin: Some(Arc::new(field)), ..bare.clone() };
    let spot = Spot { at: SkinPoint { point: at, normal: Vec3::Z }, radius_mm: 34.0 };
    let pale = |pallor, livedo| SceneModel { pale: vec![Pale { spot, pallor, livedo }], ..bare.clone() };
    let models = [
        ("bare", bare.clone()),
        ("white", with(chart(at, patch, flat))),
        ("raised", with(chart(at, flat, bump))),
        ("pale", pale(0.8, 0.0)),
        ("mottled", pale(0.5, 0.7)),
    ];
    let eye = Eye { target: at, distance_mm: 330.0, ..Eye::of(View::Front) };
    let shots = models.map(|(name, model)| Shot { eye, size: (640, 480), preset: Preset::High, ..shot(name, model) });
    let paths = offscreen::pictures(shots.to_vec(), &folder).expect("this machine draws");
    let pictures: Vec<_> = paths.iter().map(|path| image::open(path).expect("a picture was written").to_rgb8()).collect();
    // Mean colours of a square about the middle, where the place is.
    let mean = |picture: &image::RgbImage, side: u32| {
        let mut sum = [0.0f64; 3];
        for x in 320 - side..320 + side {
            for y in 240 - side..240 + side {
                for (sum, c) in sum.iter_mut().zip(picture.get_pixel(x, y).0) {
                    *sum += f64::from(c) / f64::from(4 * side * side);
                }
            }
        }
        sum
    };
    let redness = |c: [f64; 3]| c[0] / (c[1] + c[2]);
    let [skin, white, raised, pale, mottled] = [0, 1, 2, 3, 4].map(|i| mean(&pictures[i], 6));
    assert!(white[2] > skin[2] + 25.0 && redness(white) < redness(skin), "white over the product: {skin:?} {white:?}");
    assert!(redness(pale) < redness(skin), "without blood it is paler: {skin:?} {pale:?}");
    assert!(mottled[1] < pale[1], "a net lies over it: {pale:?} {mottled:?}");
    // Light comes from above: the upper side of a bump is lighter than its lower side by more than before.
    let slope = |picture: &image::RgbImage| {
        let of = |y: u32| f64::from(picture.get_pixel(320, y).0[1]);
        (228..238).map(of).sum::<f64>() - (243..253).map(of).sum::<f64>()
    };
    assert!(slope(&pictures[2]) > slope(&pictures[0]) + 60.0, "{} {}", slope(&pictures[2]), slope(&pictures[0]));
    // Far from the chart nothing changes.
    assert!(pictures[0].get_pixel(60, 60) == pictures[1].get_pixel(60, 60) && raised != skin);
}

#[test]
fn the_ray_through_a_projected_point_meets_it() {
    let frame = fanline::game::scene::stage::Frame::default();
    for view in [View::Front, View::ThreeQuarterLeft, View::ProfileRight] {
        let eye = Eye::of(view);
        let point = Vec3::new(21.0, -33.0, 47.0);
        let at = eye.project(point, &frame).expect("before the eye");
        let (origin, direction) = eye.ray(at, &frame);
        let miss = (point - origin).cross(direction).length();
        assert!(miss < 1e-2, "misses by {miss} mm from {view:?}");
    }
}

#[test]
fn software_renderers_are_known_by_kind_or_name() {
    assert!(is_software("llvmpipe (LLVM 19.1.7, 256 bits)", "Cpu"));
    assert!(is_software("Microsoft Basic Render Driver", "Other"));
    assert!(!is_software("NVIDIA GeForce RTX 3060", "DiscreteGpu"));
}
