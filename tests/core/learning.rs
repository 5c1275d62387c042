//! Learning curves against hand-worked cases.

use fanline::scoring::Rubric;
use fanline::scoring::learning::{Attempted, LearningRules, Standing, WINDOW, chance_of_signal, curve, rolling};
use proptest::prelude::*;

fn close(got: f64, wanted: f64) -> bool {
    (got - wanted).abs() < 5e-4
}

fn attempts(passed: &str) -> Vec<Attempted> {
    passed.chars().map(|c| Attempted { total: if c == 'P' { 80.0 } else { 50.0 }, passed: c == 'P' }).collect()
}

#[test]
fn scores_and_boundary_are_those_worked_by_hand() {
    // p0 0.10, p1 0.30: success ln(0.9 / 0.7) = ln 1.285714 = 0.25131; failure ln(0.1 / 0.3) = −1.09861; boundary ln(0.9 / 0.1) = 2.19722.
    let rules = LearningRules::default();
    assert!(close(rules.learning_score(true), 0.251_31) && close(rules.learning_score(false), -1.098_61));
    assert!(close(rules.relapse_score(true), -0.251_31) && close(rules.relapse_score(false), 1.098_61));
    assert!(close(rules.boundary(), 2.197_22));
    // α 0.05, β 0.20: ln(0.80 / 0.05) = ln 16 = 2.77259.
    assert!(close(LearningRules { alpha: 0.05, beta: 0.20, ..rules }.boundary(), 2.772_59));
}

#[test]
fn nine_passes_in_a_row_show_proficiency_and_a_failure_costs_four_and_more() {
    let rules = LearningRules::default();
    // 8 × 0.25131 = 2.01051 < 2.19722 ≤ 9 × 0.25131 = 2.26183.
    let straight = curve(&rules, &attempts("PPPPPPPPP"));
    assert!(straight[..8].iter().all(|point| point.standing == Standing::Learning && !point.shown));
    assert!(straight[8].shown && straight[8].standing == Standing::Proficient && close(straight[8].learning_sum.unwrap(), 2.261_83));
    // Five passes 1.25657, a failure to 0.15796, then 9 more to 2.41979: 8 more are 2.16847, not enough.
    let mixed = curve(&rules, &attempts("PPPPPFPPPPPPPPP"));
    let sums: Vec<f64> = mixed.iter().map(|point| point.learning_sum.unwrap()).collect();
    assert!(close(sums[4], 1.256_57) && close(sums[5], 0.157_96) && close(sums[13], 2.168_47) && close(sums[14], 2.419_79), "{sums:?}");
    assert!(!mixed[13].shown && mixed[14].shown);
    // Two passes 0.50263 and a failure: held at 0, not −0.596.
    let held = curve(&rules, &attempts("PPFP"));
    assert!(held[2].learning_sum == Some(0.0) && close(held[3].learning_sum.unwrap(), 0.251_31));
}

#[test]
fn a_relapse_is_flagged_and_proficiency_has_to_be_shown_again() {
    let rules = LearningRules::default();
    // After nine passes the CUSUM begins at 0: P 0, F 1.09861, P 0.84730, F 1.94591, F 3.04452 ≥ 2.19722: relapse. Then LC-CUSUM from 0.
    let points = curve(&rules, &attempts("PPPPPPPPPPFPFFPPPPPPPPP"));
    let sums: Vec<f64> = points[9..14].iter().map(|point| point.relapse_sum.unwrap()).collect();
    for (got, wanted) in sums.iter().zip([0.0, 1.098_61, 0.847_30, 1.945_91, 3.044_52]) {
        assert!(close(*got, wanted), "{sums:?}");
    }
    assert!(points[13].relapse && points[13].standing == Standing::Relapsed && points[13].learning_sum.is_none());
    assert!(points[14..22].iter().all(|point| point.standing == Standing::Relapsed && point.relapse_sum.is_none()));
    assert!(points[22].shown && points[22].standing == Standing::Proficient);
    assert_eq!(points.iter().filter(|point| point.relapse).count(), 1);
    // Two failures in a row are 2.19722, the boundary itself: a signal, whatever the rounding.
    assert!(curve(&rules, &attempts("PPPPPPPPPFF"))[10].relapse);
}

#[test]
fn the_rolling_mean_is_of_the_last_five_with_its_error() {
    // 60 80 70: mean 70, squares 200, s² 100, SE √(100 / 3) = 5.7735. Then the window: 80 70 90 60 100: mean 80, squares 1000, s² 250, SE √50.
    let points = rolling(&[60.0, 80.0, 70.0, 90.0, 60.0, 100.0], WINDOW);
    assert_eq!((points[0].mean, points[0].standard_error, points[0].attempts), (60.0, None, 1));
    assert!(points[2].mean == 70.0 && close(points[2].standard_error.unwrap(), 5.773_50));
    assert!(points[5].attempts == 5 && points[5].mean == 80.0 && close(points[5].standard_error.unwrap(), 50f64.sqrt()));
    assert!(rolling(&[], 5).is_empty() && rolling(&[1.0, 2.0], 0)[1].mean == 2.0);
}

#[test]
fn the_chance_of_a_signal_is_exact() {
    let rules = LearningRules::default();
    // Within nine attempts only nine passes do: 0.7⁹ = 0.040354 for who fails three in ten, 0.9⁹ = 0.387420 for who fails one in ten.
    assert!((chance_of_signal(&rules, false, 0.3, 9) - 0.7f64.powi(9)).abs() < 1e-12);
    assert!((chance_of_signal(&rules, false, 0.1, 9) - 0.9f64.powi(9)).abs() < 1e-12);
    assert_eq!(chance_of_signal(&rules, false, 0.1, 8), 0.0);
    // Within ten: also after a failure at the first attempt, since the sum is held at 0: 0.7⁹ + 0.3 · 0.7⁹.
    assert!((chance_of_signal(&rules, false, 0.3, 10) - 1.3 * 0.7f64.powi(9)).abs() < 1e-12);
    // A relapse within three attempts: FF, FPF (1.098 − 0.251 + 1.098 = 1.946 is not enough), PFF: 0.3² + 0.7 · 0.3².
    assert!((chance_of_signal(&rules, true, 0.3, 3) - 1.7 * 0.09).abs() < 1e-12);
    // And it is what happens: counted over ten thousand learners of 40 attempts.
    let mut state = 1u64;
    let mut uniform = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    let shown = (0..10_000)
        .filter(|_| {
            let tried: Vec<Attempted> = (0..40).map(|_| Attempted { total: 0.0, passed: uniform() >= 0.3 }).collect();
            curve(&rules, &tried).iter().any(|point| point.shown)
        })
        .count();
    let wanted = chance_of_signal(&rules, false, 0.3, 40);
    assert!((shown as f64 / 1e4 - wanted).abs() < 0.02, "{shown} of 10,000, wanted {wanted}");
}

#[test]
fn a_rubric_says_what_is_proficient() {
    let text = include_str!("../../levels/rubrics/default.ron");
    let block = "learning: (p0: 0.10, p1: 0.30, alpha: 0.10, beta: 0.10),";
    assert!(text.contains(block));
    assert_eq!(Rubric::built_in().learning, LearningRules::default());
    assert_eq!(Rubric::parse("r.ron", &text.replace(block, "")).expect("the block may be left out").learning, LearningRules::default());
    let other = Rubric::parse("r.ron", &text.replace(block, "learning: (p0: 0.2, p1: 0.4, alpha: 0.05, beta: 0.2),")).expect("a rubric");
    assert_eq!(other.learning, LearningRules { p0: 0.2, p1: 0.4, alpha: 0.05, beta: 0.2 });
    let wrong = Rubric::parse("r.ron", &text.replace(block, "learning: (p0: 0.3, p1: 0.3, alpha: 0, beta: 0.9),")).expect_err("three mistakes");
    assert_eq!(wrong.0.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["learning.p1", "learning.alpha", "learning.beta"]);
    assert!(Rubric::parse("r.ron", &text.replace(block, "learning: (p0: 0.1),")).is_err());
}

proptest! {
    #[test]
    fn a_point_depends_on_no_later_attempt(passed in prop::collection::vec(any::<bool>(), 0..60), cut in 0usize..60) {
        let rules = LearningRules::default();
        let tried: Vec<Attempted> = passed.iter().enumerate().map(|(i, passed)| Attempted { total: (i * 37 % 101) as f64, passed: *passed }).collect();
        let whole = curve(&rules, &tried);
        let cut = cut.min(tried.len());
        prop_assert_eq!(&whole[..cut], &curve(&rules, &tried[..cut])[..]);
        for point in &whole {
            prop_assert!(point.learning_sum.is_some() != point.relapse_sum.is_some());
            prop_assert!(point.learning_sum.or(point.relapse_sum).unwrap() >= 0.0);
        }
    }
}
