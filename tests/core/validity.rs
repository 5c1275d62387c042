//! The statistics of validity against published and hand-worked examples.

use fanline::scoring::validity::{Better, Observation, auc, cohen_d, fifth, icc, ranks, spearman, validity};
use proptest::prelude::*;

fn close(got: Option<f64>, wanted: f64) -> bool {
    got.is_some_and(|got| (got - wanted).abs() < 5e-5)
}

/// One value a person.
fn each(values: &[f64]) -> Vec<(usize, f64)> {
    values.iter().copied().enumerate().collect()
}

#[test]
fn shrout_and_fleiss_come_out_as_published() {
    // Shrout and Fleiss 1979, table 2: six targets, four judges. BMS 11.24, WMS 6.26; ICC(1,1) 0.17, ICC(1,4) 0.44.
    let table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
    let squares = icc(&table.map(|row| row.map(f64::from).to_vec())).expect("an analysis");
    assert!((squares.between - 11.24).abs() < 0.005 && (squares.within - 6.26).abs() < 0.005, "{squares:?}");
    let (one, four) = (squares.of_mean(1).unwrap(), squares.of_mean(4).unwrap());
    assert!((one - 0.17).abs() < 0.005 && (four - 0.44).abs() < 0.005, "{one} {four}");
    // Spearman–Brown: 2 r / (1 + r) for two, and for four what the table gives.
    assert!((squares.of_mean(2).unwrap() - 2.0 * one / (1.0 + one)).abs() < 1e-12);
    assert!((four - 4.0 * one / (1.0 + 3.0 * one)).abs() < 1e-12);
}

#[test]
fn repeatability_is_bounded_by_what_varies() {
    assert!(icc(&[vec![1.0, 1.0], vec![2.0, 2.0]]).is_some_and(|squares| squares.of_mean(1) == Some(1.0)), "nothing but persons varies");
    assert!(icc(&[vec![3.0, 3.0], vec![3.0, 3.0]]).is_some_and(|squares| squares.of_mean(1).is_none()), "nothing varies");
    // Persons alike, attempts not: B 0, W 2: ICC(1,1) = −2 / (0 + 2) = −1.
    assert!(icc(&[vec![1.0, 3.0], vec![1.0, 3.0]]).is_some_and(|squares| squares.of_mean(1) == Some(-1.0)));
    assert!(icc(&[vec![1.0, 2.0]]).is_none() && icc(&[vec![1.0], vec![2.0]]).is_none() && icc(&[]).is_none());
    assert!(icc(&[vec![1.0, 2.0], vec![2.0]]).is_none() && icc(&[vec![1.0, f64::NAN], vec![2.0, 1.0]]).is_none());
}

#[test]
fn the_area_and_its_error_are_those_worked_by_hand() {
    // Experts 3, 4, 5, 6 against novices 1, 2, 3, 5. Experts above (tie ½): 3: 2½; 4: 3; 5: 3½; 6: 4 of 4; area 13 / 16 = 0.8125.
    // Experts' places 0.625, 0.75, 0.875, 1: squares about 0.8125 are 0.078125, S₁₀ = 0.0260417.
    // Novices' places: 1: 1; 2: 1; 3: (3 + ½) / 4 = 0.875; 5: (1 + ½) / 4 = 0.375: squares 0.265625, S₀₁ = 0.0885417.
    // Variance (0.0260417 + 0.0885417) / 4 = 0.0286458; standard error 0.169251; 0.8125 − 1.96 · 0.169251 = 0.480775.
    let area = auc(&each(&[3.0, 4.0, 5.0, 6.0]), &each(&[1.0, 2.0, 3.0, 5.0])).expect("an area");
    assert_eq!(area.value, 0.8125);
    assert!(close(Some(area.standard_error), 0.169_251) && close(Some(area.low), 0.480_775) && area.high == 1.0, "{area:?}");
    let other = auc(&each(&[1.0, 2.0, 3.0, 5.0]), &each(&[3.0, 4.0, 5.0, 6.0])).expect("an area");
    assert!((other.value + area.value - 1.0).abs() < 1e-12 && (other.standard_error - area.standard_error).abs() < 1e-12);
    assert!(auc(&[], &each(&[1.0])).is_none() && auc(&each(&[f64::NAN]), &each(&[1.0])).is_none());
}

#[test]
fn attempts_of_one_person_are_not_as_many_persons() {
    // Each value four times by the same person is the same evidence: same area, same error (Obuchowski 1997). As if by sixteen persons
    // the error would be about half.
    let values = ([3.0, 4.0, 5.0, 6.0], [1.0, 2.0, 3.0, 5.0]);
    let four = |values: [f64; 4], apart: bool| -> Vec<(usize, f64)> {
        (0..16).map(|i| (if apart { i } else { i / 4 }, values[i / 4])).collect()
    };
    let plain = auc(&each(&values.0), &each(&values.1)).expect("an area");
    let together = auc(&four(values.0, false), &four(values.1, false)).expect("an area");
    let apart = auc(&four(values.0, true), &four(values.1, true)).expect("an area");
    assert!((together.standard_error - plain.standard_error).abs() < 1e-12 && together.value == plain.value);
    assert!(apart.standard_error < 0.5 * plain.standard_error);
}

#[test]
fn groups_apart_have_an_open_interval_all_the_same() {
    // One each: a chance of 0.025 for an area of 0.025. Two each: 2 / ((a + 1)(a + 2)) = 0.025 at a = 7.458236; 2 / (2 + a) = 0.211463.
    let of = |count: usize| auc(&each(&vec![2.0; count]), &each(&vec![1.0; count])).expect("an area");
    assert!(close(Some(of(1).low), 0.025) && close(Some(of(2).low), 0.211_463), "{:?}", of(2));
    // The exact rank test: all of four above all of four by chance 1 / 70, of three 1 / 20; half of 0.05 lies between.
    assert!(of(4).low > 0.5 && of(3).low < 0.5 && of(4).value == 1.0 && of(4).high == 1.0);
    assert!(of(40).low > 0.95 && of(40).low < 1.0, "{:?}", of(40));
    let never = auc(&each(&[1.0; 2]), &each(&[2.0; 2])).expect("an area");
    assert!(never.value == 0.0 && never.low == 0.0 && close(Some(never.high), 1.0 - 0.211_463), "{never:?}");
    // Nearly apart proves no more than apart: one of forty below all others.
    let mut nearly = [2.0; 40];
    nearly[0] = 0.0;
    let nearly = auc(&each(&nearly), &each(&[1.0; 40])).expect("an area");
    assert!(nearly.value == 0.975 && nearly.low <= of(40).low, "{nearly:?}");
    // A single person a group: by attempts.
    let [one, other] = [[3.0, 4.0, 5.0, 6.0], [1.0, 2.0, 3.0, 5.0]];
    let single = auc(&one.map(|value| (7, value)), &other.map(|value| (1, value)));
    assert_eq!(single, auc(&each(&one), &each(&other)));
    assert_eq!(auc(&each(&[1.0; 5]), &each(&[1.0; 5])).map(|area| area.value), Some(0.5));
}

#[test]
fn cohens_d_is_pooled() {
    // Means 5 and 2; squares 8 (3, 5, 7) and 2 (1, 2, 3): √(10 / 4) = 1.58114; 3 / 1.58114 = 1.89737.
    assert!(close(cohen_d(&[3.0, 5.0, 7.0], &[1.0, 2.0, 3.0]), 1.897_37));
    assert!(cohen_d(&[1.0, 1.0], &[2.0, 2.0]).is_none() && cohen_d(&[1.0], &[2.0, 3.0]).is_none());
}

#[test]
fn ranks_share_ties_and_correlate() {
    assert_eq!(ranks(&[10.0, 20.0, 20.0, 5.0, 20.0]), [2.0, 4.0, 4.0, 1.0, 4.0]);
    // Without ties 1 − 6 Σd² / n(n² − 1): d 1, −1, 0, 1, −1 of 5: 1 − 24 / 120 = 0.8.
    assert!(close(spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[20.0, 10.0, 30.0, 50.0, 40.0]), 0.8));
    // Ranks 1, 2½, 2½, 4 against 1, 2, 3, 4: products 4.5, squares 4.5 and 5: 4.5 / √22.5 = 0.948683.
    assert!(close(spearman(&[1.0, 2.0, 2.0, 3.0], &[1.0, 2.0, 3.0, 4.0]), 0.948_683));
    assert!(spearman(&[1.0, 1.0], &[1.0, 2.0]).is_none() && spearman(&[1.0], &[1.0]).is_none());
}

#[test]
fn a_summary_turns_to_the_better_side_and_leaves_out_what_is_not_there() {
    // Ten persons of two attempts; the number falls with skill and is graded; one attempt has no value.
    let observations: Vec<Observation> = (0..20)
        .map(|i| {
            let person = i / 2;
            let value = (i != 9).then_some(20.0 - person as f64 + 0.4 * (i % 2) as f64);
            Observation { person, skill: person as f64 / 9.0, value, points: Some(if person < 3 { 0.0 } else { 100.0 - (9 - person) as f64 }) }
        })
        .collect();
    let said = validity(&observations, 10, Some(Better::Lower));
    assert_eq!((said.attempts, fifth(10), fifth(4)), (19, 2, 1));
    assert!(said.auc.is_some_and(|auc| auc.value == 1.0) && said.cohen_d.is_some_and(|d| d > 5.0) && said.all.spearman.is_some_and(|rho| rho > 0.95));
    assert!(said.all.icc_1.is_some_and(|r| r > 0.95) && said.middle.icc_1.is_some_and(|r| r < said.all.icc_1.unwrap()));
    assert_eq!((said.ceiling, said.floor), (Some(0.1), Some(0.3)));
    let as_it_is = validity(&observations, 10, None);
    assert!(as_it_is.auc.is_some_and(|auc| auc.value == 0.0) && as_it_is.all.spearman.is_some_and(|rho| rho < -0.95));
    // Two persons apart from two discriminate as far as one can see, and that is not far.
    assert!(said.discriminates && as_it_is.discriminates && !said.certain);
    let nothing = validity(&[], 0, None);
    assert!(nothing.auc.is_none() && nothing.all.icc_1.is_none() && nothing.ceiling.is_none() && !nothing.discriminates);
}

proptest! {
    #[test]
    fn the_area_is_that_of_all_pairs(a in prop::collection::vec(0u8..9, 1..40), b in prop::collection::vec(0u8..9, 1..40)) {
        let of = |values: &[u8]| each(&values.iter().map(|x| f64::from(*x)).collect::<Vec<_>>());
        let area = auc(&of(&a), &of(&b)).expect("an area");
        let pairs: f64 = a.iter().flat_map(|x| b.iter().map(move |y| if x > y { 1.0 } else if x == y { 0.5 } else { 0.0 })).sum();
        prop_assert!((area.value - pairs / (a.len() * b.len()) as f64).abs() < 1e-12);
        prop_assert!(area.low <= area.value && area.value <= area.high && area.low >= 0.0 && area.high <= 1.0);
    }

    #[test]
    fn ranks_see_only_the_order(values in prop::collection::vec(-50i32..50, 2..30)) {
        let x: Vec<f64> = values.iter().map(|v| f64::from(*v)).collect();
        let y: Vec<f64> = x.iter().map(|v| v * v * v + 3.0).collect();
        prop_assert_eq!(ranks(&x), ranks(&y));
        if let Some(rho) = spearman(&x, &y) {
            prop_assert!((rho - 1.0).abs() < 1e-12);
        }
    }
}
