//! The laws of the nodule model, and its calibration.

use fanline::scoring::nodule::calibration::{ANCHORS, calibrate, table};
use fanline::scoring::{Assessment, ChangeKind, NoduleModel, assess};
use proptest::prelude::*;

/// Parallel threads 8 mm apart.
fn probability(threads: usize, depth: f64, ul: f64, product: &str) -> f64 {
    let thread = |k: usize| {
        let y = 4 + 8 * k;
        format!("(product: \"{product}\", volume_ul: {ul}, points: [(2, {y}, {depth}), (38, {y}, {depth})])")
    };
    let list = (0..threads).map(thread).collect::<Vec<_>>().join(", ");
    let text = format!("(zone: Flat([(0, 0), (40, 0), (40, 40), (0, 40)]), target_mg_cm2: 10, threads: [{list}])");
    assess("test.ron", &text).unwrap_or_else(|problems| panic!("{problems}")).nodule_probability
}

#[test]
fn the_built_in_model_is_what_the_calibration_gives() {
    let model = NoduleModel::built_in();
    let fitted = calibrate(&model);
    assert!((fitted.scale / model.scale - 1.0).abs() < 1e-4, "scale {:e}", fitted.scale);
    assert!((fitted.shallow / model.shallow - 1.0).abs() < 1e-4, "shallow {}", fitted.shallow);
}

#[test]
fn the_model_gives_the_published_incidences() {
    for (row, anchor) in table(&NoduleModel::built_in()).iter().zip(&ANCHORS) {
        let (low, high) = row.interval;
        assert!((low..=high).contains(&row.model), "{}: {} not in {low}..{high}", row.anchor, row.model);
        if anchor.fitted {
            assert!((row.model / row.published - 1.0).abs() < 1e-3, "{}: {} for {}", row.anchor, row.model, row.published);
        }
    }
}

#[test]
fn the_interval_holds_the_probability() {
    let text = "(zone: Flat([(0, 0), (40, 0), (40, 40), (0, 40)]), target_mg_cm2: 10,
        threads: [(product: \"radiesse 1:1\", volume_ul: 200, points: [(2, 20, 1.2), (38, 20, 1.2)])])";
    let risk = assess("test.ron", text).unwrap_or_else(|problems| panic!("{problems}")).nodule_risk;
    assert!(0.0 < risk.low && risk.low < risk.probability && risk.probability < risk.high && risk.high < 1.0);
    assert!(!risk.hot_spots.is_empty());
}

/// Four threads on 40 mm square; the second at `depth`, and a bolus of `bolus_ul` if it is not 0.
fn four(depth: f64, bolus_ul: f64) -> Assessment {
    let thread = |k: usize| {
        let (y, depth) = (4 + 8 * k, if k == 1 { depth } else { 1.9 });
        format!("(product: \"radiesse 1:1\", volume_ul: 100, points: [(2, {y}, {depth}), (38, {y}, {depth})])")
    };
    let mut list: Vec<String> = (0..4).map(thread).collect();
    if bolus_ul > 0.0 {
        list.push(format!("(product: \"radiesse 1:1\", volume_ul: {bolus_ul}, points: [(20, 36, 1.9)])"));
    }
    let text = format!("(zone: Flat([(0, 0), (40, 0), (40, 40), (0, 40)]), target_mg_cm2: 25, threads: [{}])", list.join(", "));
    assess("test.ron", &text).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_change_that_is_named_does_what_it_says() {
    let shallow = four(1.0, 0.0);
    let first = shallow.changes[0];
    assert_eq!((first.kind, first.thread), (ChangeKind::Deeper, Some(2)), "{:?}", shallow.changes);
    // Made by hand: the middle of the plane is 0.75 mm below the boundary at 1.07.
    let by_hand = four(1.07 + 0.75, 0.0).nodule_probability;
    assert!((first.probability / by_hand - 1.0).abs() < 0.02, "{} for {by_hand}", first.probability);
    assert!(first.probability < 0.8 * shallow.nodule_probability);

    let bolus = four(1.9, 120.0);
    let first = bolus.changes[0];
    assert_eq!((first.kind, first.thread), (ChangeKind::LeftOut, Some(5)), "{:?}", bolus.changes);
    let by_hand = four(1.9, 0.0).nodule_probability;
    assert!((first.probability / by_hand - 1.0).abs() < 0.05, "{} for {by_hand}", first.probability);
    assert!(bolus.changes.windows(2).all(|pair| pair[0].probability <= pair[1].probability) && bolus.changes.len() <= 3);
    // Where nothing is to be gained nothing is named.
    assert!(four(1.9, 0.0).changes.iter().all(|change| change.probability < by_hand));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn deeper_is_never_riskier(depth in 0.1..5.0_f64, more in 0.0..2.0_f64, ul in 10.0..200.0_f64) {
        let (shallow, deep) = (probability(3, depth, ul, "radiesse 1:1"), probability(3, depth + more, ul, "radiesse 1:1"));
        prop_assert!(deep <= shallow + 1e-12, "{deep} > {shallow}");
    }

    #[test]
    fn more_product_is_never_safer(depth in 0.1..5.0_f64, ul in 10.0..200.0_f64, factor in 1.0..3.0_f64) {
        let less = probability(3, depth, ul, "radiesse neat");
        prop_assert!(probability(3, depth, ul * factor, "radiesse neat") >= less - 1e-12);
        prop_assert!(probability(4, depth, ul, "radiesse neat") >= less - 1e-12);
    }

    #[test]
    fn more_dilute_is_never_riskier(depth in 0.1..5.0_f64, ul in 10.0..200.0_f64, ratio in 0.1..6.0_f64, more in 0.0..2.0_f64) {
        let mix = |ratio: f64, volume: f64| probability(3, depth, volume, &format!("radiesse 1:{ratio:.4}"));
        let base = mix(ratio, ul);
        prop_assert!(mix(ratio + more, ul) <= base + 1e-12, "same volume");
        let same_mass = ul * (1.0 + ratio + more) / (1.0 + ratio);
        prop_assert!(mix(ratio + more, same_mass) <= base * (1.0 + 1e-3), "same mass of CaHA");
    }
}
