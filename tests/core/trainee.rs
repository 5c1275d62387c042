//! Synthetic operators: skill shows in the score, and a fault shows where it belongs.
//!
//! Three seeds by default; `FANLINE_LONG=1` plays twenty.

use std::collections::BTreeMap;

use fanline::drill::{Drill, attempt};
use fanline::scoring::{Score, Scorecard, score};
use fanline::session::recording::Recording;
use fanline::trainee::{Fault, NAMED, Operator, play};

use crate::drill::{library, setup, skill};

fn seeds() -> std::ops::RangeInclusive<u64> {
    if std::env::var_os("FANLINE_LONG").is_some() { 1..=20 } else { 1..=3 }
}

fn attempt_of(drill: &Drill, level: f64, fault: Option<Fault>, seed: u64) -> (Scorecard, Vec<u8>) {
    let header = attempt::header(drill, &library().hash(drill), seed, "operator");
    let played = play(setup(&drill.id, seed), Operator::new(skill(level), fault, seed), &header).expect("memory");
    let rubric = library().rubric(&drill.rubric).expect("a rubric");
    (score(&played.session, rubric), played.recording)
}

#[test]
fn every_expert_scores_above_every_novice_and_every_recording_verifies() {
    for drill in library().drills() {
        let play = |level| -> Vec<f64> {
            seeds()
                .map(|seed| {
                    let (card, file) = attempt_of(drill, level, None, seed);
                    let recording = Recording::read_sealed(&file).expect("a sealed recording");
                    let verdict = attempt::verify(&recording, &library().hash(drill), setup(&drill.id, seed));
                    assert!(verdict.ok, "{} seed {seed}: {verdict:?}", drill.id);
                    let again = attempt::rerun(&recording, setup(&drill.id, seed), library().rubric(&drill.rubric).expect("a rubric"));
                    assert_eq!(again.scorecard, card, "{} seed {seed}: a re-run scores otherwise", drill.id);
                    card.total
                })
                .collect()
        };
        let (experts, novices) = (play(1.0), play(0.0));
        let worst = experts.iter().copied().fold(f64::INFINITY, f64::min);
        let best = novices.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(worst > best, "{}: experts {experts:.1?}, novices {novices:.1?}", drill.id);
    }
}

#[test]
fn an_expert_passes_without_a_critical_error() {
    for drill in library().drills() {
        for seed in seeds() {
            let (card, _) = attempt_of(drill, 1.0, None, seed);
            assert!(card.critical.is_empty(), "{} seed {seed}: {:?}", drill.id, card.critical);
            assert!(card.passed, "{} seed {seed}: {:.1} of {}", drill.id, card.total, card.pass_mark);
        }
    }
}

/// Points of the total that each score lost by the fault, summed over the seeds.
fn lost_by(drill: &Drill, fault: Fault) -> BTreeMap<&'static str, f64> {
    let rubric = library().rubric(&drill.rubric).expect("a rubric");
    let mut lost: BTreeMap<&'static str, f64> = BTreeMap::new();
    for seed in seeds() {
        let (clean, _) = attempt_of(drill, 1.0, None, seed);
        let (faulty, _) = attempt_of(drill, 1.0, Some(fault), seed);
        for (score, name) in Score::ALL {
            *lost.entry(name).or_default() += rubric.weight(score) * (clean.scores.get(score) - faulty.scores.get(score));
        }
    }
    lost
}

#[test]
fn a_fault_costs_points_chiefly_in_the_score_that_owns_it() {
    for drill in library().drills() {
        for (fault, owners) in [
            (Fault::Shallow(0.7), &["depth", "nodule"][..]),
            (Fault::UnevenSpacing, &["evenness"]),
            (Fault::FlowAdvancing, &["technique"]),
        ] {
            let lost = lost_by(drill, fault);
            let owned: f64 = owners.iter().map(|name| lost[name]).sum();
            let worst = lost.iter().max_by(|a, b| a.1.total_cmp(b.1)).expect("six scores");
            assert!(owned > 0.0 && owners.contains(worst.0), "{} {fault:?}: {lost:.2?}", drill.id);
        }
    }
}

#[test]
fn named_skills_grow_and_are_clamped() {
    assert!(NAMED.windows(2).all(|pair| pair[0].1 < pair[1].1));
    let depth_noise: Vec<f64> = NAMED.iter().map(|(_, level)| skill(*level).depth_noise_mm).collect();
    assert!(depth_noise.windows(2).all(|pair| pair[0] > pair[1]), "{depth_noise:?}");
    assert_eq!(skill(7.0), skill(1.0));
    assert_eq!(skill(f64::NAN), skill(0.0));
}
