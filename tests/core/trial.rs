//! A thread by the same hand: the tip's shape alone decides whether it keeps its plane.

use std::sync::Arc;

use fanline::anatomy::Layer;
use fanline::instrument::{Gauge, TipShape, Tube};
use fanline::product::Catalogue;
use fanline::session::{Trial, Trialled};
use fanline::source::Content;
use fanline::tissue::{Mechanics, Slab, SlabShape};

fn trial(tip: TipShape, port_offset_mm: f64) -> Trial {
    trial_under(SlabShape::Flat, tip, port_offset_mm)
}

fn trial_under(shape: SlabShape, tip: TipShape, port_offset_mm: f64) -> Trial {
    let text = Content::find().expect("content").read_text(Mechanics::FILE).expect("tissue");
    let slab = Slab::cheek(shape);
    Trial {
        tube: Tube { gauge: Gauge::G25, length_mm: 50.0, tip, port_offset_mm },
        slab,
        mechanics: Arc::new(Mechanics::parse(Mechanics::FILE, &text).expect("clean")),
        mixture: Catalogue::built_in().unwrap().mixture("radiesse 1:1").unwrap(),
        layer: Layer::Fat,
        depth_mm: Trial::aim_mm(&slab, Layer::Fat),
        volume_ul: 100.0,
        speed_mm_s: 5.0,
        pitch_error: 1.0_f64.to_radians(),
    }
}

fn runs(trial: &Trial) -> Vec<Trialled> {
    (1..=12).map(|seed| trial.run(seed)).collect()
}

fn left(runs: &[Trialled]) -> usize {
    runs.iter().filter(|run| run.left_layer).count()
}

fn mean(runs: &[Trialled], of: impl Fn(&Trialled) -> f64) -> f64 {
    runs.iter().map(of).sum::<f64>() / runs.len() as f64
}

#[test]
fn swapping_the_tip_alone_turns_one_behaviour_into_the_other() {
    let round = |tip, port| runs(&trial_under(SlabShape::Sphere(80.0), tip, port));
    let (blunt, sharp) = (round(TipShape::Blunt, 1.0), round(TipShape::Bevel, 1.0));
    assert!(left(&sharp) >= left(&blunt) + 9, "{} and {} of 12 left the fat", left(&sharp), left(&blunt));
    let beside = |runs: &[Trialled]| mean(runs, |run| run.beside_layer);
    assert!(beside(&sharp) > 5.0 * beside(&blunt), "{} and {}", beside(&sharp), beside(&blunt));
    let along = |runs: &[Trialled]| mean(runs, |run| run.footprint_mm().0);
    assert!(along(&sharp) < 0.6 * along(&blunt), "{} and {} mm", along(&sharp), along(&blunt));
    // Where the port lies behind the tip matters little.
    let (needle, cannula) = (round(TipShape::Bevel, 0.0), round(TipShape::Blunt, 0.0));
    assert!(left(&needle).abs_diff(left(&sharp)) <= 2 && left(&cannula).abs_diff(left(&blunt)) <= 2);
}

#[test]
fn a_trial_conserves_product_and_repeats_to_the_bit() {
    for tip in [TipShape::Blunt, TipShape::Bevel] {
        let trial = trial(tip, 1.0);
        for seed in 1..=4 {
            let (run, again) = (trial.run(seed), trial.run(seed));
            let ledger = run.ledger;
            let sum = ledger.left_ul + ledger.dead_ul + ledger.laid_ul + ledger.spilled_ul + ledger.beside_ul + ledger.backflow_ul;
            assert!((sum - ledger.drawn_ul).abs() < 1e-9 * ledger.drawn_ul, "{ledger:?}");
            assert!((run.deposits.total_ul() - ledger.laid_ul).abs() < 1e-9);
            assert_eq!(ledger, again.ledger);
            assert_eq!(run.footprint_mm().0.to_bits(), again.footprint_mm().0.to_bits());
        }
    }
}

#[test]
fn a_true_hand_lays_the_thread_that_was_meant() {
    let run = Trial { pitch_error: 0.0, ..trial(TipShape::Blunt, 1.0) }.run(1);
    let (along, across) = run.footprint_mm();
    assert!((33.0..40.0).contains(&along), "{along} mm along");
    assert!((1.0..5.0).contains(&across), "{across} mm across");
    assert!((run.ledger.laid_ul - 100.0).abs() < 12.0, "{} µL", run.ledger.laid_ul);
    assert!(!run.left_layer && run.beside_layer < 0.01);
}

#[test]
fn more_product_on_the_same_way_makes_a_thicker_thread_and_no_longer_one() {
    let footprint = |speed_mm_s: f64, volume_ul: f64| Trial { speed_mm_s, volume_ul, pitch_error: 0.0, ..trial(TipShape::Blunt, 1.0) }.run(1).footprint_mm();
    let (thread, thick) = (footprint(5.0, 50.0), footprint(5.0, 200.0));
    assert!(thick.1 > 1.3 * thread.1 && (thick.0 / thread.0 - 1.0).abs() < 0.1, "{thread:?} {thick:?}");
}
