//! Synthetic operators: skill shows in the score, and a fault shows where it belongs.
//!
//! Three seeds by default; `FANLINE_LONG=1` plays twenty.

use std::collections::BTreeMap;

use fanline::drill::{Drill, attempt};
use fanline::scoring::{Score, Scorecard, score};
use fanline::session::recording::Recording;
use fanline::trainee::{Fault, NAMED, Operator, Person, SkillTable, Tremor, play, study};
use rand::SeedableRng;

use crate::drill::{library, measured, setup, skill};

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
    for drill in measured() {
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
    for drill in measured() {
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
    for drill in measured() {
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

#[test]
fn a_person_keeps_their_habits_and_differs_from_others_of_their_skill() {
    let file = "assets/operators.ron";
    let text = crate::drill::content().read_text(file).expect("operators");
    let table = SkillTable::parse(file, &text).expect("operators");
    let hand = |level, seed| Person { level, seed }.hand(&table);
    assert_eq!(hand(0.5, 7), hand(0.5, 7));
    assert!(hand(0.5, 7).depth_bias_mm != hand(0.5, 8).depth_bias_mm && hand(0.5, 7).tremor_mm != hand(0.5, 8).tremor_mm);
    // Levels of their parameters vary about the person's skill by the table's unevenness, each for itself.
    let (low, high) = (table.at(0.0).depth_bias_mm, table.at(1.0).depth_bias_mm);
    let levels: Vec<f64> = (0..400).map(|seed| (hand(0.5, seed).depth_bias_mm - low) / (high - low)).collect();
    let mean = levels.iter().sum::<f64>() / 400.0;
    let sd = (levels.iter().map(|level| (level - mean) * (level - mean)).sum::<f64>() / 399.0).sqrt();
    assert!((mean - 0.5).abs() < 0.02 && (sd / table.unevenness() - 1.0).abs() < 0.15, "{mean} {sd}");
    // Nobody is beyond the ends.
    assert!((0..100).all(|seed| hand(1.0, seed).tremor_mm >= table.at(1.0).tremor_mm && hand(0.0, seed).tremor_mm <= table.at(0.0).tremor_mm));
    let even = SkillTable::parse(file, &text.replace("unevenness: 0.1", "unevenness: 0.0")).expect("operators");
    assert_eq!(Person { level: 0.3, seed: 5 }.hand(&even), even.at(0.3));
    assert!(SkillTable::parse(file, &text.replace("unevenness: 0.1", "unevenness: -1")).is_err());
}

#[test]
fn a_study_has_every_skill_and_no_seed_twice() {
    let trials = study(11, 100);
    assert_eq!(trials.len(), 55);
    assert!(trials.iter().enumerate().all(|(i, trial)| trial.number == i / 5 && trial.seed == 100 + i as u64));
    assert!(trials.iter().all(|trial| (trial.person.level - trial.number as f64 / 10.0).abs() < 1e-12));
    assert!(trials.windows(2).all(|pair| (pair[0].person == pair[1].person) == (pair[0].number == pair[1].number)));
}

/// Power of a series at a frequency, by its Fourier sum over windows of a second (relative).
fn power(series: &[f64], hz: f64, dt: f64) -> f64 {
    let window = (1.0 / dt) as usize;
    let of = |part: &[f64]| {
        let turn = |i: usize| std::f64::consts::TAU * hz * i as f64 * dt;
        let re: f64 = part.iter().enumerate().map(|(i, x)| x * turn(i).cos()).sum();
        let im: f64 = part.iter().enumerate().map(|(i, x)| x * turn(i).sin()).sum();
        re * re + im * im
    };
    series.chunks_exact(window).map(of).sum::<f64>()
}

#[test]
fn tremor_has_its_rms_and_its_peak_between_eight_and_twelve_hertz() {
    for dt in [fanline::session::DT, 0.001, 0.02] {
        let mut rng = rand::rngs::Xoshiro256PlusPlus::seed_from_u64(7);
        let mut tremor = Tremor::new(skill(0.0).tremor_hz, skill(0.0).tremor_damping, dt);
        let seconds = 400.0;
        let both: Vec<[f64; 2]> = (0..(seconds / dt) as usize).map(|_| tremor.step(&mut rng)).collect();
        for k in 0..2 {
            let series: Vec<f64> = both.iter().map(|x| x[k]).collect();
            let rms = (series.iter().map(|x| x * x).sum::<f64>() / series.len() as f64).sqrt();
            assert!((rms - 1.0).abs() < 0.05, "dt {dt}: RMS {rms}");
            let spectrum: Vec<(f64, f64)> = (2..=24).map(|hz| (f64::from(hz), power(&series, f64::from(hz), dt))).collect();
            let peak = spectrum.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)).expect("a spectrum");
            assert!((8.0..=12.0).contains(&peak.0), "dt {dt}: peak at {} Hz", peak.0);
            let at = |hz: f64| spectrum.iter().find(|(known, _)| *known == hz).expect("in the spectrum").1;
            assert!(at(4.0) < 0.25 * peak.1 && at(18.0) < 0.1 * peak.1, "dt {dt}: {spectrum:?}");
        }
        let cross = both.iter().map(|x| x[0] * x[1]).sum::<f64>() / both.len() as f64;
        assert!(cross.abs() < 0.1, "the two directions go together: {cross}");
    }
}

#[test]
fn tremor_is_the_same_process_at_every_tick() {
    // Exact discretisation: the correlation over 20 ms does not depend on the ticks it is made of.
    let over_20_ms = |parts: usize| {
        let mut rng = rand::rngs::Xoshiro256PlusPlus::seed_from_u64(3);
        let mut tremor = Tremor::new(9.0, 0.15, 0.02 / parts as f64);
        let x: Vec<f64> = (0..60_000 * parts).map(|_| tremor.step(&mut rng)[0]).step_by(parts).collect();
        x.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / x.len() as f64
    };
    let (angle, zeta) = (std::f64::consts::TAU * 9.0 * 0.02, 0.15_f64);
    let q = (1.0 - zeta * zeta).sqrt();
    let exact = (-zeta * angle).exp() * ((q * angle).cos() + zeta / q * (q * angle).sin());
    for parts in [1, 3] {
        let found = over_20_ms(parts);
        assert!((found - exact).abs() < 0.02, "{parts}: {found}, {exact}");
    }
}

#[test]
fn the_error_of_the_thumb_grows_with_its_force() {
    let mut quiet = skill(0.5);
    quiet.force_cv = 0.0;
    let mut noisy = quiet;
    noisy.force_cv = 0.10;
    // Two operators, one seed: the force of the noisy one over that of the quiet one, as long as they have seen the same.
    let mut ratios = Vec::new();
    for seed in 1..=12 {
        let (mut a, mut b) = (Operator::new(quiet, None, seed), Operator::new(noisy, None, seed));
        let mut session = fanline::session::Session::new(setup("harmonyca-cheek", seed));
        let mut first = 0;
        while !session.finished() && first < 60 {
            let (meant, given) = (a.act(&session), b.act(&session));
            if meant.plunger_n() > 0.0 {
                ratios.push(given.plunger_n() / meant.plunger_n() - 1.0);
                first += 1;
            }
            session.step(&meant);
        }
    }
    let sd = (ratios.iter().map(|x| x * x).sum::<f64>() / ratios.len() as f64).sqrt();
    assert!(ratios.len() > 300 && (0.06..=0.14).contains(&sd), "{} of {}", sd, ratios.len());
}
