//! Massage: product moves where the finger presses hard enough, none of it is lost, and what shows on the skin follows.

use std::f64::consts::PI;

use fanline::anatomy::TissueField;
use fanline::geom::Vec3;
use fanline::product::{Catalogue, Mixture};
use fanline::source::Content;
use fanline::tissue::massage::pressure_pa;
use fanline::tissue::{Deposits, Mechanics, Slab, SlabShape, Stroke, areal_dose, dermal_mg_cm2, height_mm};
use proptest::prelude::*;

fn mechanics() -> Mechanics {
    let text = Content::find().expect("content").read_text(Mechanics::FILE).expect("tissue");
    Mechanics::parse(Mechanics::FILE, &text).expect("clean")
}

fn mixture(name: &str) -> Mixture {
    Catalogue::built_in().unwrap().mixture(name).unwrap()
}

fn slab() -> Slab {
    Slab::cheek(SlabShape::Flat)
}

/// A thread along x from −20 to 20 mm at y = 0, 2.5 µL/mm.
fn thread(depth: f64, name: &str) -> Deposits {
    let made = mixture(name);
    let mut deposits = Deposits::default();
    for tick in 0..800_u64 {
        let at = Vec3::new(-20.0 + (tick as f64 + 0.5) * 0.05, 0.0, -depth);
        deposits.lay(at, Vec3::X, &slab().sample(at), 0.125, 0.125e-3 * made.caha_mg_per_ml, &made, 0, tick);
    }
    deposits
}

/// Strokes along x over the thread, to and fro, or always one way.
fn rub(deposits: &mut Deposits, strokes: u32, force: f64, one_way: bool) -> f64 {
    let mechanics = mechanics();
    let mut carried = 0.0;
    for stroke in 0..strokes {
        let ahead = if one_way || stroke % 2 == 0 { 1.0 } else { -1.0 };
        for piece in 0..20 {
            let at = Vec3::new(ahead * (-20.0 + 2.0 * f64::from(piece)), 0.0, 0.0);
            let way = Vec3::X * (2.0 * ahead);
            let stroke = Stroke { at, normal: Vec3::Z, way, press_n: force, seconds: 0.033 };
            carried += deposits.massage(&stroke, &mechanics, &slab()).carried_mg_mm;
        }
    }
    deposits.settle(usize::MAX);
    carried
}

fn grid(step: f64, half: f64) -> (Vec<Vec3>, Vec<Vec3>) {
    let count = (2.0 * half / step).round() as i32;
    let at = |i: i32| -half + (f64::from(i) + 0.5) * step;
    let points: Vec<Vec3> = (0..count).flat_map(|i| (0..count).map(move |j| Vec3::new(at(i), at(j), 0.0))).collect();
    let normals = vec![Vec3::Z; points.len()];
    (points, normals)
}

fn mass(deposits: &Deposits) -> f64 {
    let (points, normals) = grid(1.0, 60.0);
    areal_dose(&points, &normals, deposits, 2.5).iter().sum::<f64>() / 100.0
}

fn middle(deposits: &Deposits) -> usize {
    deposits.deposits().iter().position(|bead| bead.position.x.abs() < 0.5).expect("a bead in the middle")
}

#[test]
fn firm_strokes_widen_a_thread_and_keep_its_mass() {
    let mut deposits = thread(1.85, "radiesse neat");
    let (before, local) = (mass(&deposits), deposits.local_volume_ul(middle(&deposits)));
    let width = deposits.skin_sigma_mm(middle(&deposits));
    rub(&mut deposits, 10, 7.0, false);
    let bead = &deposits.deposits()[middle(&deposits)];
    let across = bead.smear.along(Vec3::Y).sqrt();
    assert!(across > width && across < 4.0 * width, "{across} against {width} mm");
    assert!((mass(&deposits) / before - 1.0).abs() < 0.005 && (deposits.total_caha_mg() - 93.0).abs() < 1e-9);
    assert!(deposits.local_volume_ul(middle(&deposits)) < 0.7 * local);
    assert!(bead.position.x.abs() < 1.0, "to and fro leaves it where it was: {}", bead.position.x);
}

#[test]
fn a_light_touch_moves_nothing_and_more_force_more() {
    let mut touched = thread(1.85, "radiesse neat");
    assert_eq!(rub(&mut touched, 6, 0.5, false), 0.0);
    assert!(touched.deposits().iter().all(|bead| bead.smear.is_none()));
    let carried = [3.0, 6.0, 12.0].map(|force| rub(&mut thread(1.85, "radiesse neat"), 2, force, false));
    assert!(carried[0] > 0.0 && carried[0] < carried[1] && carried[1] < carried[2], "{carried:?}");
}

#[test]
fn deeper_product_moves_less_and_thinner_product_more() {
    let spread = |depth: f64, name: &str| {
        let mut deposits = thread(depth, name);
        rub(&mut deposits, 4, 7.0, false);
        deposits.deposits()[middle(&deposits)].smear.sigmas_mm().0
    };
    assert!(spread(4.0, "radiesse 1:1") < spread(1.85, "radiesse 1:1"));
    assert!(spread(0.6, "radiesse 1:1") < 0.8 * spread(1.85, "radiesse 1:1"), "the dermis holds it");
    let thinner = ["radiesse neat", "radiesse 1:1", "radiesse 1:4"].map(|name| spread(1.85, name));
    assert!(thinner.windows(2).all(|pair| pair[1] > pair[0]), "{thinner:?}");
}

#[test]
fn strokes_one_way_push_product_out() {
    let mut deposits = thread(1.85, "radiesse 1:1");
    rub(&mut deposits, 60, 10.0, true);
    let mean = deposits.deposits().iter().map(|bead| bead.position.x * bead.volume_ul).sum::<f64>() / deposits.total_ul();
    assert!(mean > 4.0, "{mean} mm");
    assert!(deposits.deposits().iter().all(|bead| (bead.below_dermis_mm - 0.75).abs() < 1e-9), "at its depth");
}

#[test]
fn piles_after_massage_agree_with_those_of_product_laid_there() {
    // Carried without being rubbed out, a thread is the same thread elsewhere.
    let mut rigid = mechanics();
    (rigid.massage.rub_mm, rigid.massage.press_mm2_s, rigid.massage.patch_mm) = (0.0, 0.0, 20.0);
    let mut deposits = thread(1.85, "radiesse 1:1");
    let before: Vec<f64> = (0..deposits.deposits().len()).map(|i| deposits.local_volume_ul(i)).collect();
    for _ in 0..200 {
        let stroke = Stroke { at: Vec3::ZERO, normal: Vec3::Z, way: Vec3::Y * 2.0, press_n: 2000.0, seconds: 0.03 };
        deposits.massage(&stroke, &rigid, &slab());
    }
    deposits.settle(usize::MAX);
    let index = middle(&deposits);
    assert!(deposits.deposits()[index].position.y > 3.0);
    let now = deposits.local_volume_ul(index);
    assert!((now / before[index] - 1.0).abs() < 0.03, "{} then {now} µL", before[index]);
}

#[test]
fn pressure_is_boussinesqs_below_a_disc() {
    let force: f64 = 5.0;
    let surface = force * 1e6 / (2.0 * PI * 25.0);
    assert!((pressure_pa(force, 5.0, 0.0, 1e-3) / surface - 1.0).abs() < 1e-6);
    let z = 4.0_f64;
    let disc = 1.0 - 1.0 / (1.0 + 50.0 / (z * z)).powf(1.5);
    assert!((pressure_pa(force, 5.0, 0.0, z) / (surface * disc) - 1.0).abs() < 1e-12);
    // Deep below it is that of a point load, 3F/2πz².
    let far = 3.0 * force * 1e6 / (2.0 * PI * 200.0 * 200.0);
    assert!((pressure_pa(force, 5.0, 0.0, 200.0) / far - 1.0).abs() < 0.01);
}

#[test]
fn skin_rises_by_the_volume_laid_and_less_once_massaged() {
    let mut deposits = thread(1.85, "radiesse 1:1");
    let (points, normals) = grid(0.5, 60.0);
    let height = height_mm(&points, &normals, &deposits);
    let volume = height.iter().sum::<f64>() * 0.25;
    // The kernel is cut at 30 mm.
    assert!((0.90..1.0).contains(&(volume / deposits.total_ul())), "{volume} µL");
    let top = |height: &[f64]| height.iter().copied().fold(0.0, f64::max);
    // A long line of λ µL/mm as deep as d lifts λ/πd; its width takes a little off.
    let line = 2.5 / (PI * 1.85);
    assert!((0.8..1.0).contains(&(top(&height) / line)), "{} mm against {line}", top(&height));
    rub(&mut deposits, 8, 7.0, false);
    assert!(top(&height_mm(&points, &normals, &deposits)) < 0.85 * top(&height));
}

#[test]
fn a_skin_taken_in_patches_stands_as_high_as_by_every_bead() {
    // Three threads apart, so that each is far from the skin over the others.
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    for line in 0..3_u32 {
        for tick in 0..800_u64 {
            let at = Vec3::new(-20.0 + (tick as f64 + 0.5) * 0.05, 9.0 * f64::from(line), -1.85);
            deposits.lay(at, Vec3::X, &slab().sample(at), 0.125, 0.02, &made, line, u64::from(line) * 800 + tick);
        }
    }
    let (points, normals) = grid(1.0, 25.0);
    let whole = height_mm(&points, &normals, &deposits);
    let most = whole.iter().copied().fold(0.0, f64::max);
    for (point, height) in points.iter().zip(&whole).step_by(7) {
        // Alone it is its own patch; every bead by itself is one kernel.
        let exact: f64 = (0..deposits.deposits().len())
            .map(|i| {
                let bead = &deposits.deposits()[i];
                let own = bead.depth_mm * bead.depth_mm + deposits.skin_sigma_mm(i) * deposits.skin_sigma_mm(i);
                let (a, away) = (own + bead.length_mm * bead.length_mm / 12.0, *point - bead.foot);
                let form = 1.0 + away.x * away.x / a + away.y * away.y / own;
                if away.length() > 30.0 { 0.0 } else { bead.volume_ul / (2.0 * PI * (a * own).sqrt()) / form.powf(1.5) }
            })
            .sum();
        assert!((height - exact).abs() < 0.01 * most, "{point}: {height} for {exact} mm, at most {most}");
    }
}

#[test]
fn product_in_the_dermis_whitens_and_massage_fades_it() {
    let (points, normals) = grid(0.5, 40.0);
    let white = |deposits: &Deposits| dermal_mg_cm2(&points, &normals, deposits).into_iter().fold(0.0, f64::max);
    assert!(white(&thread(1.85, "radiesse 1:1")) < 1.0);
    let mut shallow = thread(0.8, "radiesse 1:1");
    let before = white(&shallow);
    let dermal: f64 = (0..shallow.deposits().len()).map(|i| shallow.deposits()[i].caha_mg * shallow.layer_share(i).dermal()).sum();
    let sum = dermal_mg_cm2(&points, &normals, &shallow).iter().sum::<f64>() * 0.25 / 100.0;
    assert!(before > 20.0 && (sum / dermal - 1.0).abs() < 0.01, "{before} mg/cm², {sum} of {dermal} mg");
    rub(&mut shallow, 12, 14.0, false);
    assert!(white(&shallow) < 0.8 * before, "{before} then {}", white(&shallow));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn massage_of_any_kind_keeps_all_product(
        strokes in prop::collection::vec((-25.0..25.0_f64, -10.0..10.0_f64, -3.0..3.0_f64, -3.0..3.0_f64, 0.0..40.0_f64), 1..40),
    ) {
        let mechanics = mechanics();
        let mut deposits = thread(1.6, "radiesse 1:2");
        for (x, y, dx, dy, press_n) in strokes {
            let stroke = Stroke { at: Vec3::new(x, y, 0.0), normal: Vec3::Z, way: Vec3::new(dx, dy, 0.0), press_n, seconds: 0.03 };
            deposits.massage(&stroke, &mechanics, &slab());
            deposits.settle(5);
        }
        deposits.settle(usize::MAX);
        let beads = deposits.deposits();
        prop_assert!((beads.iter().map(|bead| bead.volume_ul).sum::<f64>() - 100.0).abs() < 1e-9);
        prop_assert!((beads.iter().map(|bead| bead.caha_mg).sum::<f64>() - 31.0).abs() < 1e-9);
        prop_assert!(beads.iter().all(|bead| bead.position.is_finite() && bead.smear.sigmas_mm().0.is_finite()));
        for i in 0..beads.len() {
            prop_assert!(deposits.local_volume_ul(i) > 0.0 && deposits.local_volume_ul(i).is_finite() && deposits.radius_mm(i).is_finite());
        }
    }
}
