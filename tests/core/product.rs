//! Products: files, dilution, flow through a bore, the syringe.

use fanline::instrument::Syringe;
use fanline::product::catalogue::{Catalogue, Product};
use fanline::product::preparation::MAX_RATIO;
use fanline::product::{Diluent, HerschelBulkley, Mixture, MixtureClass, Preparation, PreparationError};
use proptest::prelude::*;
use std::f64::consts::PI;

/// Barrel of 3 mL, mm.
const BARREL: f64 = 8.66;
/// Inner diameters of regular-wall tubes, mm (CLINICAL §4.1).
const G22: f64 = 0.413;
const G25: f64 = 0.260;
const G27: f64 = 0.210;
/// 0.02 mL/s.
const CLINICAL_FLOW: f64 = 20.0;
const TICK: f64 = 1.0 / 120.0;

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

fn mixture(name: &str) -> Mixture {
    catalogue().mixture(name).unwrap()
}

fn force(name: &str, bore: f64, length: f64) -> f64 {
    Syringe::through(mixture(name), 1.5, BARREL, bore, length).force_n(CLINICAL_FLOW, 0.0)
}

/// Force that gives the flow when the plunger is really pressed, found by bisection over whole steps.
fn pressed_force(name: &str, bore: f64, length: f64) -> f64 {
    let (mut low, mut high) = (0.0, 40.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        let mut syringe = Syringe::through(mixture(name), 1.5, BARREL, bore, length).primed();
        let flow = syringe.step(middle, 0.0, TICK).flow_ul_s;
        if flow < CLINICAL_FLOW { low = middle } else { high = middle }
    }
    low
}

#[test]
fn dilution_gives_the_published_concentrations() {
    for (name, mg, class) in [
        ("radiesse neat", 930.0, MixtureClass::Gel),
        ("radiesse 1:0.2", 775.0, MixtureClass::Gel),
        ("radiesse 1:1", 465.0, MixtureClass::Gel),
        ("radiesse 1:2", 310.0, MixtureClass::Gel),
        ("radiesse 1:3", 232.5, MixtureClass::GelSol),
        ("radiesse 1:4", 186.0, MixtureClass::GelSol),
        ("radiesse 1:5", 155.0, MixtureClass::Sol),
        ("radiesse 1:6", 132.857, MixtureClass::Sol),
        ("radiesse 1:8", 103.333, MixtureClass::Sol),
    ] {
        let made = mixture(name);
        assert!((made.caha_mg_per_ml - mg).abs() < 1e-3, "{name}: {}", made.caha_mg_per_ml);
        assert_eq!(made.class, class, "{name}");
        assert!(!made.dilution_forbidden);
    }
}

#[test]
fn names_of_mixtures_are_read_or_refused() {
    let read = |name: &str| Preparation::parse(name);
    assert_eq!(read("Radiesse").unwrap().ratio, 0.0);
    assert_eq!(read("  radiesse   2:1 ").unwrap().ratio, 0.5);
    assert_eq!(read("radiesse 1:1").unwrap().diluent, Diluent::Saline);
    for wrong in ["", "radiesse 1", "radiesse 1:x", "radiesse 0:1", "radiesse 1:1 mixed", "radiesse :2"] {
        assert!(matches!(read(wrong), Err(PreparationError::Name { .. })), "{wrong}");
    }
    assert!(matches!(read("radiesse 1:9"), Err(PreparationError::Ratio { .. })));
    assert!(matches!(read("radiesse 1:-1"), Err(PreparationError::Ratio { .. })));
    let unknown = catalogue().mixture("radiese 1:1").unwrap_err().to_string();
    assert_eq!(unknown, "unknown product: got \"radiese\", allowed harmonyca, plla, radiesse");
}

#[test]
fn plla_stands_in_the_catalogue_and_is_not_laid() {
    let catalogue = catalogue();
    let plla = catalogue.product("plla").unwrap();
    assert_eq!(plla.caha_mg_per_ml.value, 0.0);
    assert!(plla.plla_mg_per_ml.as_ref().is_some_and(|plla| plla.value > 0.0));
    assert!(matches!(catalogue.mixture("plla"), Err(PreparationError::NotInjectable { .. })));
}

#[test]
fn diluted_harmonyca_is_made_and_flagged() {
    assert!(!mixture("harmonyca").dilution_forbidden);
    assert!(mixture("harmonyca 1:1").dilution_forbidden);
}

#[test]
fn extrusion_forces_lie_in_the_clinical_bands() {
    for (name, bore, length, low, high) in [
        ("radiesse neat", G25, 38.0, 15.0, 35.0),
        ("radiesse neat", G25, 50.0, 15.0, 35.0),
        ("radiesse neat", G27, 19.0, 15.0, 35.0),
        ("radiesse neat", G27, 40.6, 15.0, 35.0),
        ("radiesse 1:1", G25, 38.0, 3.0, 10.0),
        ("radiesse 1:1", G25, 50.0, 3.0, 10.0),
        ("radiesse 1:2", G25, 50.0, 1.0, 4.0),
        ("radiesse 1:4", G25, 50.0, 1.0, 4.0),
        ("radiesse 1:8", G25, 50.0, 1.0, 4.0),
    ] {
        let n = force(name, bore, length);
        assert!((low..=high).contains(&n), "{name} through {bore} x {length} mm: {n} N");
        let pressed = pressed_force(name, bore, length);
        // Twenty strokes leave a cannulaful that differs a little from the mean.
        assert!((pressed - n).abs() < 1e-4 * n, "{name}: pressed {pressed} N, computed {n} N");
    }
}

#[test]
fn harmonyca_needs_more_force_than_radiesse() {
    for (bore, length) in [(G22, 50.0), (G25, 38.0), (G25, 50.0)] {
        assert!(force("harmonyca", bore, length) > 1.1 * force("radiesse neat", bore, length));
    }
    assert!(force("harmonyca", G25, 38.0) < 40.0);
}

#[test]
fn newtonian_flow_is_hagen_poiseuille() {
    let oil = HerschelBulkley { yield_pa: 0.0, consistency_pa_sn: 0.1, index: 1.0 };
    let (pressure, bore, length) = (2.0e5, 0.337, 50.0);
    let exact = PI * f64::powi(bore, 4) * pressure / (128.0 * 0.1 * length);
    let flow = oil.ideal_flow_ul_s(pressure, bore, length);
    assert!((flow / exact - 1.0).abs() < 1e-12, "{flow} against {exact}");
}

/// Velocity profile integrated over the section: an independent way to the same flow.
#[test]
fn closed_form_is_the_integral_of_the_shear_rate() {
    for (yield_pa, k, n) in [(100.0, 13.0, 0.35), (10.0, 1.7, 0.42), (0.0, 0.4, 0.5), (40.0, 0.2, 1.0)] {
        let fluid = HerschelBulkley { yield_pa, consistency_pa_sn: k, index: n };
        let (pressure, bore, length) = (3.0e5, 0.26, 50.0);
        let radius: f64 = bore / 2.0;
        let steps = 200_000;
        let dr = radius / f64::from(steps);
        // Q = π ∫ r² γ̇(r) dr, by the midpoint rule.
        let flow: f64 = (0..steps)
            .map(|i| {
                let r = (f64::from(i) + 0.5) * dr;
                let over = (pressure * r / (2.0 * length) - yield_pa).max(0.0);
                PI * r * r * f64::powf(over / k, 1.0 / n) * dr
            })
            .sum();
        let closed = fluid.ideal_flow_ul_s(pressure, bore, length);
        assert!((closed / flow - 1.0).abs() < 1e-6, "n {n}: {closed} against {flow}");
    }
}

#[test]
fn nothing_flows_below_the_yield_pressure() {
    let neat = mixture("radiesse neat").rheology;
    let limit = neat.yield_pressure_pa(G25, 50.0);
    assert_eq!(neat.flow_ul_s(0.999 * limit, G25, 50.0), 0.0);
    assert!(neat.flow_ul_s(1.1 * limit, G25, 50.0) > 0.0);
    let stalled = 0.9 * (1.0 + limit * PI * BARREL * BARREL / 4e6);
    let mut syringe = Syringe::through(mixture("radiesse neat"), 1.5, BARREL, G25, 50.0).primed();
    assert_eq!(syringe.step(stalled, 0.0, TICK).volume_ul, 0.0);
}

#[test]
fn product_fills_the_cannula_before_it_leaves_the_port() {
    let mut syringe = Syringe::through(mixture("radiesse 1:1"), 1.0, BARREL, G22, 50.0);
    let capacity = PI * G22 * G22 / 4.0 * 50.0;
    let mut before = 0.0;
    for _ in 0..10_000 {
        let flow = syringe.step(1.6, 0.0, TICK);
        if flow.volume_ul > 0.0 {
            assert!((syringe.dead_ul() - capacity).abs() < 1e-9 && flow.primed);
            assert!(before < capacity, "some ticks passed before it was full");
            return;
        }
        before = syringe.dead_ul();
    }
    panic!("never primed: {} of {capacity} µL", syringe.dead_ul());
}

#[test]
fn flow_runs_on_a_little_after_the_thumb_lets_go() {
    let mut syringe = Syringe::through(mixture("radiesse neat"), 1.5, BARREL, G25, 50.0).primed();
    let pressed = syringe.step(25.0, 0.0, TICK).flow_ul_s;
    assert!(pressed > 5.0);
    let after: Vec<f64> = (0..240).map(|_| syringe.step(0.0, 0.0, TICK).volume_ul).collect();
    let total: f64 = after.iter().sum();
    assert!(after.windows(2).all(|pair| pair[1] <= pair[0]), "it only fades");
    assert!((0.0..3.0).contains(&total), "{total} µL");
    let held: f64 = {
        let mut syringe = Syringe::through(mixture("radiesse 1:1"), 1.5, BARREL, G25, 50.0).primed();
        syringe.step(6.0, 0.0, TICK);
        (0..240).map(|_| syringe.step(0.0, 0.0, TICK).volume_ul).sum()
    };
    assert!(held > 0.2 && held < 2.0, "{held} µL");
    for name in ["radiesse neat", "radiesse 1:1", "radiesse 1:4", "radiesse 1:8", "harmonyca"] {
        let mut syringe = Syringe::through(mixture(name), 1.5, BARREL, G22, 50.0).primed();
        syringe.step(30.0, 0.0, TICK);
        let stopped = (0..).find(|_| syringe.step(0.0, 0.0, TICK).volume_ul == 0.0);
        assert!(stopped.is_some_and(|ticks| ticks <= 120), "{name} stops within a second: {stopped:?}");
    }
}

#[test]
fn the_thumb_has_a_limit() {
    let press = |newtons: f64| {
        let mut syringe = Syringe::through(mixture("harmonyca"), 1.25, BARREL, G25, 50.0).primed();
        syringe.step(newtons, 0.0, TICK).volume_ul
    };
    assert_eq!(press(40.0).to_bits(), press(1e6).to_bits());
    assert_eq!(press(f64::NAN), 0.0);
}

#[test]
fn every_mistake_in_a_product_file_is_named_with_its_place() {
    let text = include_str!("../../assets/products/radiesse.ron")
        .replace("version: 1", "version: 2")
        .replace("volume_ml: 0.8", "volume_ml: 80")
        .replace("yield_pa: 3.0", "yield_pa: 30.0")
        .replace("source: \"the version without lidocaine\"", "source: \"\"");
    let problems = Product::read("radiesse.ron", &text).unwrap_err().0;
    let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["version", "lidocaine_mg_per_ml.source", "syringes[0].volume_ml", "flow[2].yield_pa"]);
    let line = text.lines().position(|line| line.contains("80")).unwrap() + 1;
    assert_eq!(problems[2].line, line);
    let twice = include_str!("../../assets/products/radiesse.ron");
    let problems = Catalogue::read(&[("a.ron", twice), ("b.ron", twice)]).unwrap_err().0;
    assert_eq!((problems[0].file.as_str(), problems[0].field.as_str()), ("b.ron", "id"));
}

fn names() -> impl Strategy<Value = Mixture> {
    (prop::sample::select(vec!["radiesse", "harmonyca"]), 0.0..MAX_RATIO, 0_u32..30).prop_map(
        |(product, ratio, strokes)| {
            let preparation = Preparation { product: product.into(), ratio, diluent: Diluent::Saline, strokes };
            catalogue().prepare(preparation).unwrap()
        },
    )
}

proptest! {
    #[test]
    fn product_is_conserved(
        mixture in names(), drawn in 0.0..1.5_f64, bore in 0.2..0.45_f64, primed: bool,
        forces in prop::collection::vec((0.0..45.0_f64, 0.0..2e4_f64), 1..400),
    ) {
        let mean = mixture.caha_mg_per_ml;
        let mut syringe = Syringe::through(mixture, drawn, BARREL, bore, 50.0);
        prop_assert!((syringe.caha_held_mg() - drawn * mean).abs() < 1e-9, "the whole of what was prepared stands in it");
        if primed { syringe = syringe.primed(); }
        let (mut volume, mut mass) = (0.0, 0.0);
        for (force, back) in forces {
            let flow = syringe.step(force, back, TICK);
            prop_assert!(flow.volume_ul >= 0.0 && flow.caha_mg >= 0.0);
            volume += flow.volume_ul;
            mass += flow.caha_mg;
        }
        prop_assert!((volume + syringe.dead_ul() + syringe.remaining_ul() - drawn * 1e3).abs() < 1e-9);
        prop_assert!((mass + syringe.caha_held_mg() - drawn * mean).abs() < 1e-9);
    }

    #[test]
    fn more_force_never_gives_less_flow(
        mixture in names(), bore in 0.2..0.45_f64, history in prop::collection::vec(0.0..40.0_f64, 0..30),
        force in 0.0..40.0_f64, more in 0.0..10.0_f64, primed: bool,
    ) {
        let mut syringe = Syringe::through(mixture, 3.0, BARREL, bore, 50.0);
        if primed { syringe = syringe.primed(); }
        for force in history { syringe.step(force, 0.0, TICK); }
        let less = syringe.clone().step(force, 0.0, TICK);
        let greater = syringe.step(force + more, 0.0, TICK);
        prop_assert!(greater.volume_ul >= less.volume_ul, "{less:?} {greater:?}");
    }

    #[test]
    fn dilution_lowers_force_and_cohesion(
        product in prop::sample::select(vec!["radiesse", "harmonyca"]), ratio in 0.0..MAX_RATIO, more in 0.0..2.0_f64,
        bore in 0.159..0.45_f64, flow in 0.5..200.0_f64,
    ) {
        let at = |ratio: f64| catalogue().mixture(&format!("{product} 1:{}", ratio.min(MAX_RATIO))).unwrap();
        let (thick, thin) = (at(ratio), at(ratio + more));
        let force = |mixture: &Mixture| mixture.rheology.pressure_pa(flow, bore, 50.0);
        prop_assert!(force(&thin) <= force(&thick) * (1.0 + 1e-9));
        prop_assert!(thin.traits().cohesion() <= thick.traits().cohesion() + 1e-12);
    }

    #[test]
    fn pressure_is_the_inverse_of_flow(mixture in names(), bore in 0.159..0.45_f64, flow in 0.1..500.0_f64) {
        let back = mixture.rheology.flow_ul_s(mixture.rheology.pressure_pa(flow, bore, 50.0), bore, 50.0);
        prop_assert!((back / flow - 1.0).abs() < 1e-6, "{back} against {flow}");
    }
}
