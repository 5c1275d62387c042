//! Deposits: what is laid stays, where it lies, and its dose on the skin.

use fanline::anatomy::{Layer, LayerStack, Region, TissueSample};
use fanline::geom::Vec3;
use fanline::product::{Catalogue, Mixture};
use fanline::tissue::spread::{Stiffness, bead_radius_mm, layer_share};
use fanline::tissue::{Deposits, LOCAL_RADIUS_MM, areal_dose};
use proptest::prelude::*;
use std::f64::consts::PI;

/// Layers of a flat cheek, mm (CLINICAL §1.3).
const CHEEK: LayerStack =
    LayerStack { epidermis_mm: 0.1, dermis_mm: 1.1, fat_mm: 4.8, smas_mm: 5.8, bone_mm: 20.0 };

fn mixture(name: &str) -> Mixture {
    Catalogue::built_in().unwrap().mixture(name).unwrap()
}

/// Flat skin at z = 0 that faces +z.
fn flat(point: Vec3) -> TissueSample {
    TissueSample {
        depth_mm: -point.z,
        foot: Vec3::new(point.x, point.y, 0.0),
        normal: Vec3::Z,
        stack: CHEEK,
        region: Region::Submalar,
        triangle: 0,
        barycentric: [1.0, 0.0, 0.0],
    }
}

/// Lays a straight thread along +x from x = 0, in ticks of 1/120 s at 5 mm/s.
fn thread(deposits: &mut Deposits, length: f64, y: f64, depth: f64, volume: f64, id: u32, mixture: &Mixture) {
    let ticks = (length / 5.0 * 120.0).round() as u64;
    let each = volume / ticks as f64;
    for tick in 0..ticks {
        let at = Vec3::new((tick as f64 + 0.5) / ticks as f64 * length, y, -depth);
        let first = u64::from(id) * 100_000;
        deposits.lay(at, Vec3::X, &flat(at), each, each * mixture.caha_mg_per_ml * 1e-3, mixture, id, first + tick);
    }
}

fn middle(deposits: &Deposits) -> usize {
    deposits.deposits().len() / 2
}

#[test]
fn beads_cover_the_thread_and_hold_all_of_it() {
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    thread(&mut deposits, 40.0, 0.0, 1.8, 100.0, 0, &made);
    let beads = deposits.deposits();
    let volume: f64 = beads.iter().map(|bead| bead.volume_ul).sum();
    let mass: f64 = beads.iter().map(|bead| bead.caha_mg).sum();
    let length: f64 = beads.iter().map(|bead| bead.length_mm).sum();
    assert!((volume - 100.0).abs() < 1e-9 && (deposits.total_ul() - 100.0).abs() < 1e-9);
    assert!((mass - 46.5).abs() < 1e-9 && (deposits.total_caha_mg() - 46.5).abs() < 1e-9);
    assert!((length - 40.0).abs() < 0.1, "{length} mm");
    assert!((60..=80).contains(&beads.len()), "{} beads", beads.len());
    assert!(beads.iter().all(|bead| (bead.below_dermis_mm - 0.7).abs() < 1e-9));
}

#[test]
fn a_new_thread_begins_a_new_bead_and_a_standstill_does_not() {
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    let at = Vec3::new(0.0, 0.0, -2.0);
    for tick in 0..500 {
        deposits.lay(at, Vec3::X, &flat(at), 0.1, 0.05, &made, 0, tick);
    }
    assert_eq!(deposits.deposits().len(), 1);
    assert_eq!(deposits.deposits()[0].length_mm, 0.0);
    deposits.lay(at, Vec3::X, &flat(at), 0.1, 0.05, &made, 1, 500);
    assert_eq!(deposits.deposits().len(), 2);
}

#[test]
fn radius_is_that_of_a_cylinder_and_of_a_sphere() {
    let cylinder: f64 = bead_radius_mm(10.0, 4.0, 4.0);
    assert!((cylinder - f64::sqrt(10.0 / (4.0 * PI))).abs() < 1e-9);
    let sphere: f64 = bead_radius_mm(10.0, 0.0, 4.0);
    assert!((sphere - f64::cbrt(30.0 / (4.0 * PI))).abs() < 1e-9);
    let between = bead_radius_mm(10.0, 2.0, 4.0);
    assert!(cylinder < between && between < sphere);
}

/// CLINICAL §2.4: a thread of 0.1 mL over 40 mm is 1.78 mm thick, ideally.
#[test]
fn a_thread_is_as_thick_as_its_volume_says() {
    let mut deposits = Deposits::default();
    thread(&mut deposits, 40.0, 0.0, 2.5, 100.0, 0, &mixture("radiesse 1:1"));
    let diameter = 2.0 * deposits.radius_mm(middle(&deposits));
    assert!((diameter - 1.78).abs() < 0.06, "{diameter} mm");
    let local = deposits.local_volume_ul(middle(&deposits));
    assert!((local - 2.5 * 2.0 * LOCAL_RADIUS_MM).abs() < 0.6, "{local} µL");
}

#[test]
fn product_laid_over_product_piles_up() {
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    thread(&mut deposits, 20.0, 0.0, 2.0, 50.0, 0, &made);
    let index = middle(&deposits);
    let (alone, thin) = (deposits.local_volume_ul(index), deposits.half_axes_mm(index).0);
    thread(&mut deposits, 20.0, 0.0, 2.2, 50.0, 1, &made);
    let (piled, thick) = (deposits.local_volume_ul(index), deposits.half_axes_mm(index).0);
    assert!((piled / alone - 2.0).abs() < 0.06, "{alone} then {piled} µL");
    assert!(thick > 1.3 * thin, "{thin} then {thick} mm");
    let mut apart = Deposits::default();
    thread(&mut apart, 20.0, 0.0, 2.0, 50.0, 0, &made);
    thread(&mut apart, 20.0, 5.0, 2.0, 50.0, 1, &made);
    assert!((apart.local_volume_ul(index) - alone).abs() < 1e-9);
}

#[test]
fn what_is_asked_early_agrees_with_what_is_asked_at_the_end() {
    // A bolus that is still growing counts in the piles of those about it, as it does once closed.
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    thread(&mut deposits, 20.0, 0.0, 2.0, 50.0, 0, &made);
    let at = Vec3::new(10.0, 0.5, -2.0);
    for tick in 0..100 {
        deposits.lay(at, Vec3::X, &flat(at), 1.0, 0.465, &made, 1, 50_000 + tick);
    }
    let index = 20;
    let growing = deposits.local_volume_ul(index);
    assert!(growing > 100.0);
    let far = Vec3::new(50.0, 0.0, -2.0);
    deposits.lay(far, Vec3::X, &flat(far), 1.0, 0.465, &made, 2, 60_000);
    assert!((deposits.local_volume_ul(index) - growing).abs() < 1e-9);
}

#[test]
fn a_thread_in_mid_fat_leaves_nothing_in_the_dermis_and_one_in_the_dermis_stays_there() {
    let made = mixture("radiesse 1:1");
    let dermal = |depth: f64| {
        let mut deposits = Deposits::default();
        thread(&mut deposits, 40.0, 0.0, depth, 100.0, 0, &made);
        let share = deposits.layer_share(middle(&deposits));
        assert!((share.to_array().iter().sum::<f64>() - 1.0).abs() < 1e-12);
        share.dermal()
    };
    assert!(dermal(2.95) < 1e-4, "mid-fat: {}", dermal(2.95));
    assert!(dermal(1.85) < 0.01, "mid-band: {}", dermal(1.85));
    assert!(dermal(1.3) < 0.1, "just below the boundary: {}", dermal(1.3));
    assert!(dermal(0.6) > 0.8, "mid-dermis: {}", dermal(0.6));
}

#[test]
fn dilution_widens_a_thread() {
    let width = |name: &str| {
        let mut deposits = Deposits::default();
        thread(&mut deposits, 40.0, 0.0, 2.0, 100.0, 0, &mixture(name));
        deposits.skin_sigma_mm(middle(&deposits))
    };
    let widths = ["radiesse neat", "radiesse 1:1", "radiesse 1:4", "radiesse 1:8"].map(width);
    assert!(widths.windows(2).all(|pair| pair[1] > 1.1 * pair[0]), "{widths:?} mm");
}

#[test]
fn stiffness_and_not_the_layers_name_keeps_product_out() {
    let soft = Stiffness { epidermis_n_mm2: 0.01, dermis_n_mm2: 0.01, fat_n_mm2: 0.01, smas_n_mm2: 0.01, deep_n_mm2: 0.01 };
    let share = layer_share(1.1, 1.0, &CHEEK, &soft);
    assert!((share.dermal() - 0.5).abs() < 0.02, "half of it either side: {share:?}");
    let tissue = layer_share(1.3, 1.0, &CHEEK, &Stiffness::default());
    assert!(tissue.of(Layer::Fat) > 0.9 && layer_share(1.3, 1.0, &CHEEK, &soft).of(Layer::Fat) < 0.7);
}

/// Points of a flat grid, one a `step` mm.
fn grid(step: f64, half_width: f64) -> Vec<Vec3> {
    let count = (2.0 * half_width / step).round() as i32;
    let at = |i: i32| -half_width + (f64::from(i) + 0.5) * step;
    (0..count).flat_map(|i| (0..count).map(move |j| Vec3::new(at(i), at(j), 0.0))).collect()
}

#[test]
fn the_whole_mass_is_on_the_skin() {
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    thread(&mut deposits, 20.0, 3.0, 1.8, 80.0, 0, &made);
    thread(&mut deposits, 10.0, -4.0, 2.8, 30.0, 1, &made);
    let points = grid(0.5, 40.0);
    let dose = areal_dose(&points, &vec![Vec3::Z; points.len()], &deposits, 2.5);
    let mass: f64 = dose.iter().sum::<f64>() * 0.25 / 100.0;
    assert!((mass / deposits.total_caha_mg() - 1.0).abs() < 0.002, "{mass} mg");
}

#[test]
fn a_long_thread_has_the_analytic_profile() {
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    thread(&mut deposits, 80.0, 0.0, 1.8, 200.0, 0, &made);
    let per_mm = 200.0 * 0.465 / 80.0;
    let sigma: f64 = 2.5;
    let points: Vec<Vec3> = (0..7).map(|d| Vec3::new(40.0, f64::from(d), 0.0)).collect();
    let dose = areal_dose(&points, &vec![Vec3::Z; points.len()], &deposits, sigma);
    for (point, dose) in points.iter().zip(&dose) {
        let exact = 100.0 * per_mm / (f64::sqrt(2.0 * PI) * sigma) * f64::exp(-point.y * point.y / (2.0 * sigma * sigma));
        assert!((dose / exact - 1.0).abs() < 0.02, "at {} mm: {dose} against {exact} mg/cm²", point.y);
    }
}

#[test]
fn skin_that_faces_away_gets_no_dose() {
    let made = mixture("radiesse 1:1");
    let mut deposits = Deposits::default();
    thread(&mut deposits, 5.0, 0.0, 1.0, 10.0, 0, &made);
    let points = [Vec3::new(2.0, 0.0, 0.0), Vec3::new(2.0, 0.0, -2.0)];
    let dose = areal_dose(&points, &[Vec3::Z, Vec3::NEG_Z], &deposits, 2.5);
    assert!(dose[0] > 1.0 && dose[1] == 0.0);
}

fn stacks() -> impl Strategy<Value = LayerStack> {
    (0.05..0.25_f64, 0.5..1.6_f64, 0.3..6.0_f64, 0.3..1.5_f64, 1.0..15.0_f64).prop_map(|(epi, dermis, fat, smas, deep)| {
        let dermis_mm = epi + dermis;
        let fat_mm = dermis_mm + fat;
        let smas_mm = fat_mm + smas;
        LayerStack { epidermis_mm: epi, dermis_mm, fat_mm, smas_mm, bone_mm: smas_mm + deep }
    })
}

proptest! {
    #[test]
    fn whatever_is_laid_is_kept_and_piles_agree_with_a_plain_sum(
        steps in prop::collection::vec((-0.4..0.4_f64, -0.4..0.4_f64, -0.2..0.2_f64, 0.0..3.0_f64, 0_u32..40), 2..300),
    ) {
        let made = mixture("radiesse 1:2");
        let mut deposits = Deposits::default();
        let (mut at, mut thread, mut volume) = (Vec3::new(0.0, 0.0, -2.0), 0, 0.0);
        for (tick, (x, y, z, ul, turn)) in steps.into_iter().enumerate() {
            at += Vec3::new(x, y, z);
            thread += u32::from(turn == 0);
            deposits.lay(at, Vec3::X, &flat(at), ul, 0.31 * ul, &made, thread, tick as u64);
            volume += ul;
        }
        let beads = deposits.deposits();
        let sum: f64 = beads.iter().map(|bead| bead.volume_ul).sum();
        prop_assert!((sum - volume).abs() < 1e-9 && (deposits.total_ul() - volume).abs() < 1e-9);
        for (i, bead) in beads.iter().enumerate().take(beads.len().saturating_sub(1)) {
            let near: f64 = beads
                .iter()
                .map(|other| {
                    let away = other.position.distance(bead.position);
                    other.volume_ul * ((LOCAL_RADIUS_MM - away) / 0.5 + 0.5).clamp(0.0, 1.0)
                })
                .sum();
            prop_assert!((deposits.local_volume_ul(i) - near).abs() < 1e-9);
            prop_assert!((deposits.local_caha_mg(i) - 0.31 * near).abs() < 1e-9);
        }
    }

    #[test]
    fn shares_sum_to_one(stack in stacks(), depth in -1.0..25.0_f64, half in 0.0..5.0_f64) {
        let share = layer_share(depth, half, &stack, &Stiffness::default()).to_array();
        prop_assert!(share.iter().all(|part| (0.0..=1.0 + 1e-12).contains(part)), "{share:?}");
        prop_assert!((share.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{share:?}");
    }

    #[test]
    fn a_deeper_port_never_leaves_more_above_a_boundary(
        stack in stacks(), depth in 0.0..10.0_f64, deeper in 0.0..3.0_f64, half in 0.1..3.0_f64,
    ) {
        let at = |depth: f64| layer_share(depth, half, &stack, &Stiffness::default()).to_array();
        let (shallow, deep) = (at(depth), at(depth + deeper));
        for boundary in 1..5 {
            let above = |share: [f64; 5]| share[..boundary].iter().sum::<f64>();
            prop_assert!(above(deep) <= above(shallow) + 1e-9, "boundary {boundary}: {shallow:?} {deep:?}");
        }
    }
}
