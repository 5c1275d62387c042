//! The preparation bench: mixing, settling, thixotropy, what leaves the outlet.

use std::sync::Arc;

use fanline::instrument::Syringe;
use fanline::product::bench::evenness;
use fanline::product::{Bench, Catalogue, Column, Content, Diluent, Orientation, Suspension};
use proptest::prelude::*;

const BARREL: f64 = 8.66;

fn bench(product: &str, diluent: Diluent, ratio: f64) -> Bench {
    let catalogue = Catalogue::built_in().unwrap();
    let product = catalogue.product(product).unwrap();
    product.bench(diluent, ratio, product.made_from_ml()).unwrap()
}

fn mixed(product: &str, ratio: f64, strokes: u32) -> Bench {
    let mut bench = bench(product, Diluent::Saline, ratio);
    (0..strokes).for_each(|_| bench.stroke(1.0));
    bench
}

fn suspension(product: &str) -> Suspension {
    Catalogue::built_in().unwrap().product(product).unwrap().suspension(Diluent::Saline)
}

/// A 1.5 mL syringe of a well mixed preparation.
fn syringe(product: &str, ratio: f64) -> (Arc<Suspension>, Column) {
    let bench = mixed(product, ratio, 30);
    let suspension = Arc::clone(bench.suspension());
    (suspension, bench.into_mixture().of_volume(1500.0, BARREL))
}

/// Concentrations over a delivery of the whole column in ten steps, mg/mL.
fn delivered(suspension: &Suspension, column: &Column) -> Vec<f64> {
    let mut column = column.clone();
    let each = column.volume_ul() / 10.0;
    (0..10).map(|i| suspension.caha_mg_per_ml(&column.take(if i == 9 { 1e9 } else { each }))).collect()
}

fn parts(content: &Content) -> [f64; 3] {
    [content.particles_ul, content.carrier_ul, content.diluent_ul]
}

#[test]
fn ten_passes_suffice_for_lidocaine_in_the_gel() {
    // Busso & Voigts 2008 [found: F21]; 0.3 mL in 1.5 mL.
    let mut bench = bench("radiesse", Diluent::LidocaineSaline, 0.2);
    assert_eq!(bench.homogeneity(), 0.0, "side by side");
    (0..3).for_each(|_| bench.stroke(1.0));
    assert!(bench.homogeneity() < 0.8, "three strokes leave it uneven: {}", bench.homogeneity());
    (0..7).for_each(|_| bench.stroke(1.0));
    assert!(bench.homogeneity() > 0.93, "{}", bench.homogeneity());
}

#[test]
fn ten_passes_leave_a_gradient_in_a_hyaluronic_gel() {
    // Seen after 5–10 passes [found: F97]; nothing was fitted to it.
    let bench = mixed("harmonyca", 1.0, 10);
    let out: Vec<f64> = bench.delivery(2500.0, 5).into_iter().map(|(_, c)| c).collect();
    let (low, high) = out.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), &c| (low.min(c), high.max(c)));
    assert!(high > 1.05 * low, "{out:?}");
    assert!(mixed("radiesse", 1.0, 10).homogeneity() > bench.homogeneity() + 0.05, "the softer gel mixes sooner");
}

#[test]
fn a_slow_stroke_mixes_less_than_a_brisk_one() {
    let after = |seconds: f64| {
        let mut bench = bench("radiesse", Diluent::Saline, 1.0);
        (0..4).for_each(|_| bench.stroke(seconds));
        bench.homogeneity()
    };
    assert!(after(0.5) > after(1.0) && after(1.0) > after(3.0), "{} {} {}", after(0.5), after(1.0), after(3.0));
}

#[test]
fn spheres_in_saline_settle_at_stokes_speed() {
    let suspension = suspension("radiesse");
    let few = Content { particles_ul: 1e-9, carrier_ul: 0.0, diluent_ul: 1.0 };
    // 35 µm in 0.9 mPa·s: 1.56 mm/s (CLINICAL §8.2).
    assert!((suspension.settling_mm_s(&few, 1.0) / 1.56 - 1.0).abs() < 0.01, "{}", suspension.settling_mm_s(&few, 1.0));
    // Richardson & Zaki at 15, 10, 6 and 4.3 % (CLINICAL §8.2).
    for (solids, factor) in [(0.15, 0.47), (0.10, 0.61), (0.06, 0.75), (0.043, 0.82)] {
        let crowded = Content { particles_ul: solids, carrier_ul: 0.0, diluent_ul: 1.0 - solids };
        let slowed = suspension.settling_mm_s(&crowded, 1.0) / suspension.settling_mm_s(&few, 1.0);
        assert!((slowed - factor).abs() < 0.006, "{solids}: {slowed}");
    }
}

#[test]
fn the_carrier_at_rest_goes_through_the_published_viscosities() {
    let suspension = suspension("radiesse");
    // CLINICAL §8.2: 1 Pa·s at 1:1–1:2, 0.1 at 1:3–1:4, 0.01 at 1:6–1:8.
    for (ratio, pa_s) in [(1.5, 1.0), (3.5, 0.1), (7.0, 0.01)] {
        let got = suspension.rest_viscosity_pa_s(suspension.share_at(ratio));
        assert!((0.75..1.33).contains(&(got / pa_s)), "1:{ratio}: {got}");
    }
    // The neat product, 30 % spheres by Krieger and Dougherty: 350 Pa·s at 0.7 Hz [recalled: Sundaram 2010].
    let whole = suspension.rest_viscosity_pa_s(1.0) * f64::powf(1.0 - 0.3 / 0.64, -2.5 * 0.64);
    assert!((0.5..2.0).contains(&(whole / 350.0)), "{whole}");
}

#[test]
fn a_gel_holds_its_spheres_and_a_sol_does_not() {
    for (product, ratio) in [("radiesse", 0.0), ("radiesse", 1.0), ("radiesse", 2.0), ("harmonyca", 0.0)] {
        let (suspension, mut column) = syringe(product, ratio);
        let before = suspension.caha_mg_per_ml(&column.front());
        column.stand(&suspension, Orientation::Lying, 3600.0);
        let after = suspension.caha_mg_per_ml(&column.front());
        assert!((after / before - 1.0).abs() < 0.005, "{product} 1:{ratio}: {before} then {after}");
    }
    let aloft = |ratio: f64, seconds: f64| {
        let (suspension, mut column) = syringe("radiesse", ratio);
        let before = suspension.caha_mg_per_ml(&column.front());
        column.stand(&suspension, Orientation::Lying, seconds);
        suspension.caha_mg_per_ml(&column.front()) / before
    };
    // Falls of 9 mm in about 1 min at 1:6–1:8 and 11 min at 1:3–1:4 (CLINICAL §8.2, unhindered).
    assert!(aloft(8.0, 60.0) < 0.1, "{}", aloft(8.0, 60.0));
    assert!((0.1..0.7).contains(&aloft(6.0, 60.0)), "{}", aloft(6.0, 60.0));
    assert!((0.75..0.98).contains(&aloft(4.0, 60.0)), "{}", aloft(4.0, 60.0));
    assert!(aloft(4.0, 1200.0) < 0.3);
    assert!(aloft(3.0, 1200.0) > 0.95, "the rebuilt network of 1:3 holds them");
}

#[test]
fn a_sol_that_stood_delivers_thin_product_and_then_its_sediment() {
    let (suspension, mut column) = syringe("radiesse", 6.0);
    let drawn = suspension.caha_mg(&column.content());
    column.stand(&suspension, Orientation::Lying, 90.0);
    let out = delivered(&suspension, &column);
    let mean = drawn / 1.5;
    assert!(out[0] < 0.6 * mean, "{out:?}");
    assert!(out[9] > 2.0 * mean, "{out:?}");
    let sum: f64 = out.iter().map(|c| c * 0.15).sum();
    assert!((sum - drawn).abs() < 1e-9, "{sum} of {drawn} mg");
    // Three strokes bring it all back.
    let mut bench = Bench::joined(Arc::clone(&suspension), column, 6.0);
    (0..4).for_each(|_| bench.stroke(1.0));
    let again = delivered(&suspension, bench.mixture());
    assert!(again.iter().all(|c| (c / mean - 1.0).abs() < 0.05), "{again:?}");
}

#[test]
fn an_upright_barrel_settles_towards_its_lower_end() {
    let after = |orientation| {
        let (suspension, mut column) = syringe("radiesse", 6.0);
        column.stand(&suspension, orientation, 120.0);
        delivered(&suspension, &column)
    };
    let (down, up) = (after(Orientation::OutletDown), after(Orientation::OutletUp));
    assert!(down[0] > 1.5 * down[9] && down[0] > 1.2 * down[4], "{down:?}");
    assert!(up[9] > 1.5 * up[0] && up[9] > 1.2 * up[4], "{up:?}");
}

#[test]
fn plasma_holds_spheres_up_longer_than_saline() {
    let aloft = |diluent| {
        let mut bench = bench("radiesse", diluent, 8.0);
        (0..10).for_each(|_| bench.stroke(1.0));
        bench.step(Orientation::Lying, 30.0);
        bench.suspension().caha_mg_per_ml(&bench.mixture().front())
    };
    assert!(aloft(Diluent::Plasma) > 1.02 * aloft(Diluent::Saline));
}

/// Least force that moves what is in the cannula, N.
fn start_n(syringe: &Syringe) -> f64 {
    let (mut low, mut high) = (0.0, 40.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if syringe.clone().step(middle, 0.0, 1.0 / 120.0).volume_ul > 0.0 { high = middle } else { low = middle }
    }
    high
}

#[test]
fn a_gel_rebuilds_at_rest_and_a_sol_does_not() {
    let catalogue = Catalogue::built_in().unwrap();
    let start = |name: &str, rest: f64| {
        let mut syringe = Syringe::through(catalogue.mixture(name).unwrap(), 1.5, BARREL, 0.26, 50.0).primed();
        syringe.stand(rest);
        start_n(&syringe)
    };
    assert!(start("radiesse neat", 20.0) > 1.1 * start("radiesse neat", 0.0));
    assert!(start("radiesse neat", 180.0) > 1.1 * start("radiesse neat", 20.0));
    let (fresh, rested) = (start("radiesse 1:8", 0.0), start("radiesse 1:8", 180.0));
    assert!((rested / fresh - 1.0).abs() < 0.02, "a sol: {fresh} N, then {rested} N");
    // Flow breaks it again.
    let mut syringe = Syringe::through(catalogue.mixture("radiesse neat").unwrap(), 1.5, BARREL, 0.26, 50.0).primed();
    let fresh = start_n(&syringe);
    syringe.stand(600.0);
    for _ in 0..60 {
        syringe.step(30.0, 0.0, 1.0 / 120.0);
    }
    (0..600).take_while(|_| syringe.step(0.0, 0.0, 1.0 / 120.0).volume_ul > 0.0).for_each(drop);
    assert!(start_n(&syringe) < 1.1 * fresh, "{} of {fresh}", start_n(&syringe));
}

/// Presses with a strong thumb until the syringe is empty or jammed: volume delivered in µL, whether it jammed.
fn press_out(name: &str, bore: f64, length: f64) -> (f64, bool) {
    let catalogue = Catalogue::built_in().unwrap();
    let mut syringe = Syringe::through(catalogue.mixture(name).unwrap(), 1.25, BARREL, bore, length).primed();
    for _ in 0..120 * 900 {
        if syringe.step(38.0, 0.0, 1.0 / 120.0).jammed || syringe.is_empty() {
            break;
        }
    }
    (syringe.delivered_ul(), syringe.is_jammed())
}

#[test]
fn neat_product_jams_a_bore_finer_than_27g_and_a_thin_one_does_not() {
    for (name, bore, jams) in [
        ("radiesse neat", 0.260, false),
        ("radiesse neat", 0.210, false),
        ("radiesse neat", 0.184, true),
        ("radiesse neat", 0.159, true),
        ("radiesse 1:1", 0.184, false),
        ("radiesse 1:4", 0.159, false),
        ("harmonyca", 0.260, false),
    ] {
        let (out, jammed) = press_out(name, bore, 13.0);
        assert_eq!(jammed, jams, "{name} through {bore} mm: {out} µL");
    }
    let mut syringe = Syringe::through(Catalogue::built_in().unwrap().mixture("radiesse neat").unwrap(), 1.5, BARREL, 0.159, 13.0).primed();
    for _ in 0..2400 {
        syringe.step(38.0, 0.0, 1.0 / 120.0);
    }
    assert!(syringe.is_jammed() && syringe.step(40.0, 0.0, 1.0 / 120.0).volume_ul == 0.0);
    let held = syringe.remaining_ul() + syringe.dead_ul() + syringe.delivered_ul();
    let lost = syringe.change_cannula().volume_ul();
    assert!(!syringe.is_jammed() && lost > 0.0);
    assert!((syringe.remaining_ul() + syringe.delivered_ul() + lost - held).abs() < 1e-9);
}

#[test]
fn sediment_needs_more_force_than_what_was_aloft() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut syringe = Syringe::through(catalogue.mixture("radiesse 1:8").unwrap(), 1.0, BARREL, 0.337, 50.0).primed();
    syringe.stand(120.0);
    let mut flows: Vec<(f64, f64)> = Vec::new();
    while !syringe.is_empty() && !syringe.is_jammed() && flows.len() < 60_000 {
        let flow = syringe.step(6.0, 0.0, 1.0 / 120.0);
        flows.push((flow.flow_ul_s, flow.caha_mg / flow.volume_ul.max(1e-12)));
    }
    let (thin, thick) = (flows[30], flows[flows.len() - 5]);
    assert!(thick.1 > 5.0 * thin.1.max(0.01) && thick.0 < 0.8 * thin.0, "{thin:?} then {thick:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn strokes_conserve_every_part_and_never_make_it_less_even(
        product in prop::sample::select(vec!["radiesse", "harmonyca"]), ratio in 0.2..8.0_f64,
        diluent in prop::sample::select(vec![Diluent::Saline, Diluent::LidocaineSaline, Diluent::Plasma]),
        seconds in 0.4..3.0_f64,
    ) {
        let mut bench = bench(product, diluent, ratio);
        let drawn = parts(&bench.content());
        let mut before = bench.homogeneity();
        for n in 0..16 {
            bench.stroke(seconds);
            let now = bench.homogeneity();
            // The root of what rounding leaves of a variance is 1e-8.
            prop_assert!(now >= before - 1e-6, "stroke {n}: {before} then {now}");
            before = now;
        }
        for (a, b) in drawn.iter().zip(parts(&bench.content())) {
            prop_assert!((a - b).abs() < 1e-9 * drawn.iter().sum::<f64>().max(1.0), "{a} became {b}");
        }
        prop_assert!(bench.is_joined());
    }

    #[test]
    fn waiting_never_evens_a_sol_and_conserves_every_part(
        ratio in 5.0..8.0_f64, strokes in 1_u32..12,
        orientation in prop::sample::select(vec![Orientation::Lying, Orientation::OutletDown, Orientation::OutletUp]),
        waits in prop::collection::vec(1.0..60.0_f64, 1..6),
    ) {
        let bench = mixed("radiesse", ratio, strokes);
        let suspension = Arc::clone(bench.suspension());
        let mut column = bench.into_mixture().of_volume(1500.0, BARREL);
        let drawn = parts(&column.content());
        let mut before = evenness(&suspension, &column, ratio);
        for wait in waits {
            column.stand(&suspension, orientation, wait);
            let now = evenness(&suspension, &column, ratio);
            // Few strokes leave the richer end above: there settling does even out along an upright barrel.
            prop_assert!(strokes < 6 && orientation != Orientation::Lying || now <= before + 1e-6, "{before} then {now}");
            before = now;
        }
        for (a, b) in drawn.iter().zip(parts(&column.content())) {
            prop_assert!((a - b).abs() < 1e-9, "{a} became {b}");
        }
        let out = delivered(&suspension, &column);
        prop_assert!((out.iter().map(|c| c * 0.15).sum::<f64>() - suspension.caha_mg(&column.content())).abs() < 1e-9);
    }

    #[test]
    fn neat_product_never_settles(wait in 1.0..7200.0_f64, orientation in prop::sample::select(vec![Orientation::Lying, Orientation::OutletUp])) {
        let (suspension, mut column) = syringe("radiesse", 0.0);
        column.stand(&suspension, orientation, wait);
        prop_assert!(evenness(&suspension, &column, 0.0) > 0.98);
        let out = delivered(&suspension, &column);
        prop_assert!(out.iter().all(|c| (c / 930.0 - 1.0).abs() < 0.002), "{out:?}");
    }
}
