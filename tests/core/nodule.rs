//! The laws of the nodule model, and its calibration.

use fanline::scoring::nodule::calibration::{ANCHORS, calibrate, table};
use fanline::scoring::{NoduleModel, assess};
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
