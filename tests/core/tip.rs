//! What tips meet: from their geometry alone, against reported forces.

use fanline::instrument::Gauge;
use fanline::tissue::mechanics::{LayerMechanics, tearing_n};
use proptest::prelude::*;

use crate::cannula::mechanics;

/// Radius of the edge of a needle that is ground, mm.
fn ground() -> f64 {
    mechanics().tip.ground_edge_mm
}

fn forces(layer: &LayerMechanics, gauge: Gauge) -> (f64, f64) {
    let width = gauge.outer_mm();
    (layer.opening_n(width, 0.5 * width), layer.opening_n(width, ground()))
}

#[test]
fn tips_meet_the_forces_that_are_reported() {
    let tissue = mechanics();
    println!("| gauge | rounded: fat | dermis | intact skin | ground: fat | dermis | intact skin |");
    println!("|---|---|---|---|---|---|---|");
    for gauge in Gauge::ALL {
        let all = [&tissue.fat, &tissue.dermis, &tissue.epidermis].map(|layer| forces(layer, gauge));
        let line = |pick: fn(&(f64, f64)) -> f64| all.iter().map(pick).map(|n| format!("{n:.2}")).collect::<Vec<_>>().join(" | ");
        println!("| {} | {} | {} |", gauge.name(), line(|both| both.0), line(|both| both.1));
        let [(blunt_fat, _), (blunt_dermis, _), (_, bevel_skin)] = all;
        if gauge >= Gauge::G22 && gauge <= Gauge::G25 {
            assert!((0.3..=1.0).contains(&blunt_fat), "{}: rounded in fat {blunt_fat}", gauge.name());
            assert!((2.0..=5.0).contains(&blunt_dermis), "{}: rounded in dermis {blunt_dermis}", gauge.name());
        }
        if gauge >= Gauge::G25 {
            assert!((0.3..=1.0).contains(&bevel_skin), "{}: ground through skin {bevel_skin}", gauge.name());
        }
    }
}

/// Cadaver facial arteries [found: F51]: force (N) and SD of needles and cannulas. The law's two figures for the wall come from the mean
/// of the needles and one cannula; the other cannulas are foretold.
#[test]
fn the_law_of_the_tip_foretells_what_punctures_arteries() {
    let needles = [(Gauge::G22, 1.08, 0.25), (Gauge::G25, 0.69, 0.24), (Gauge::G27, 0.70, 0.29)];
    let cannulas = [(Gauge::G22, 1.50, 0.31), (Gauge::G25, 1.04, 0.36), (Gauge::G27, 0.78, 0.35)];
    let toughness = needles.iter().map(|(gauge, force, _)| force / gauge.outer_mm()).sum::<f64>() / 3.0;
    let (gauge, force, _) = cannulas[0];
    let failure = (force / gauge.outer_mm() - toughness) / gauge.outer_mm();
    println!("artery wall: toughness {toughness:.2} N/mm, work of failure {failure:.2} N/mm²");
    for (set, shape) in [(needles, "needle"), (cannulas, "cannula")] {
        for (gauge, measured, sd) in set {
            let width = gauge.outer_mm();
            let edge = if shape == "needle" { ground() } else { 0.5 * width };
            let got = tearing_n(toughness, failure, width, edge);
            println!("| {shape} {} | {measured:.2} ± {sd:.2} | {got:.2} |", gauge.name());
            assert!((got - measured).abs() < 0.5 * sd, "{shape} {}: {got:.2}, measured {measured} ± {sd}", gauge.name());
        }
    }
}

#[test]
fn bluntness_decides_in_dermis_and_hardly_matters_in_fat() {
    let tissue = mechanics();
    for gauge in [Gauge::G22, Gauge::G25] {
        let ratio = |layer| {
            let (blunt, bevel) = forces(layer, gauge);
            blunt / bevel
        };
        assert!(ratio(&tissue.fat) < 1.3 && ratio(&tissue.dermis) > 3.0, "{}", gauge.name());
    }
}

proptest! {
    #[test]
    fn a_wider_or_blunter_tip_never_meets_less(
        width in 0.2..1.0_f64, edge in 0.001..0.5_f64, wider in 0.0..0.5_f64, blunter in 0.0..0.5_f64,
    ) {
        let tissue = mechanics();
        for layer in [&tissue.epidermis, &tissue.dermis, &tissue.fat, &tissue.smas, &tissue.deep] {
            let least = layer.opening_n(width, edge);
            prop_assert!(least > 0.0 && layer.opening_n(width + wider, edge) >= least);
            prop_assert!(layer.opening_n(width, edge + blunter) >= least);
        }
    }
}
