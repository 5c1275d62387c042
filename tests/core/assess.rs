//! Lists of threads score as their geometry says.

use fanline::scoring::{Assessment, Severity, assess, ripley_k};
use proptest::prelude::*;

const BOUNDARY: f64 = 1.07;

/// A fan from the origin: threads over r = 12–52 mm at the given angles in degrees, `ul` µL each, at one depth.
fn fan(angles: &[f64], depth: f64, ul: f64, product: &str) -> String {
    let thread = |angle: &f64| {
        let (sin, cos) = (angle.to_radians().sin(), angle.to_radians().cos());
        let at = |r: f64| format!("({:.4}, {:.4}, {depth})", r * cos, r * sin);
        format!("(product: \"{product}\", volume_ul: {ul}, points: [{}, {}])", at(52.0), at(12.0))
    };
    let threads = angles.iter().map(thread).collect::<Vec<_>>().join(", ");
    format!("(zone: Flat([{}]), target_mg_cm2: 25, entries: [(0, 0)], threads: [{threads}])", sector(12.0, 52.0, 32.0))
}

/// A sector of a ring about the origin, as a polygon.
fn sector(from_mm: f64, to_mm: f64, half_deg: f64) -> String {
    let arc = |r: f64, from: f64, to: f64| {
        let angles = (0..=16).map(move |k| (from + (to - from) * f64::from(k) / 16.0).to_radians());
        angles.map(move |angle| format!("({:.3}, {:.3})", r * angle.cos(), r * angle.sin()))
    };
    arc(from_mm, -half_deg, half_deg).chain(arc(to_mm, half_deg, -half_deg)).collect::<Vec<_>>().join(", ")
}

fn even_angles() -> Vec<f64> {
    (0..8).map(|k| -28.0 + 8.0 * f64::from(k)).collect()
}

fn run(text: &str) -> Assessment {
    assess("test.ron", text).unwrap_or_else(|problems| panic!("{problems}"))
}

fn even(depth: f64) -> Assessment {
    run(&fan(&even_angles(), depth, 100.0, "radiesse 1:1"))
}

fn value(assessment: &Assessment, metric: &str) -> f64 {
    assessment.metric(metric).unwrap_or_else(|| panic!("no {metric}"))
}

#[test]
fn an_even_fan_in_the_plane_scores_high() {
    let card = even(BOUNDARY + 0.75);
    assert!(card.depth > 95.0, "depth {}", card.depth);
    assert!(card.evenness > 85.0, "evenness {}", card.evenness);
    assert!(card.nodule > 90.0, "nodule {}", card.nodule);
    assert!(card.findings.iter().any(|finding| finding.severity == Severity::WellDone));
}

#[test]
fn clumped_one_sided_and_single_bolus_are_less_even_than_an_even_fan() {
    let good = even(1.8).evenness;
    let clumped: Vec<f64> = (0..8).map(|k| if k < 4 { -26.0 + f64::from(k) } else { 20.0 + f64::from(k) }).collect();
    let one_sided: Vec<f64> = (0..8).map(|k| -28.0 + 3.5 * f64::from(k)).collect();
    for angles in [clumped, one_sided] {
        let card = run(&fan(&angles, 1.8, 100.0, "radiesse 1:1"));
        assert!(card.evenness < good - 30.0, "{} against {good}", card.evenness);
        assert!(card.depth > 95.0, "spacing is not depth's affair: {}", card.depth);
    }
    let bolus = run(&format!(
        "(zone: Flat([{}]), target_mg_cm2: 25, threads: [(product: \"radiesse 1:1\", volume_ul: 800, points: [(33, 0, 1.8)])])",
        sector(12.0, 52.0, 32.0)
    ));
    assert!(bolus.evenness < 20.0, "{}", bolus.evenness);
    assert!(bolus.nodule_probability > 2.0 * even(1.8).nodule_probability);
    assert!(bolus.findings.iter().any(|finding| finding.id == "nodule-pile"));
    assert!(bolus.findings.iter().any(|finding| finding.id == "no-fan"));
}

#[test]
fn half_a_millimetre_too_shallow_costs_more_than_a_millimetre_too_deep() {
    let [shallow, deep, deeper] = [BOUNDARY - 0.5, BOUNDARY + 2.0, BOUNDARY + 2.5].map(|depth| even(depth).depth);
    assert!(shallow < deeper && deeper < deep, "{shallow} {deeper} {deep}");
    let card = even(BOUNDARY - 0.5);
    let ratio = card.nodule_probability / even(1.8).nodule_probability;
    assert!(ratio > 4.0, "{ratio} times the risk");
    assert!(card.findings.iter().any(|finding| finding.id == "thread-too-shallow" && finding.at.is_some()));
}

#[test]
fn points_lost_in_findings_add_up_to_what_is_missing() {
    for text in [
        fan(&even_angles(), 1.8, 100.0, "radiesse 1:1"),
        fan(&[0.0, 1.0, 25.0], 0.7, 250.0, "radiesse neat"),
        fan(&[-5.0], 4.9, 30.0, "harmonyca"),
        fan(&[], 1.8, 1.0, "harmonyca"),
    ] {
        let card = run(&text);
        let lost: f64 = card.findings.iter().map(|finding| finding.points_lost).sum();
        assert!((lost + card.total - 100.0).abs() < 1e-9, "{lost} + {}", card.total);
    }
}

#[test]
fn nothing_laid_scores_nothing_for_depth_and_evenness() {
    let card = run(&fan(&[], 1.8, 1.0, "harmonyca"));
    assert_eq!((card.depth, card.evenness, card.nodule_probability), (0.0, 0.0, 0.0));
    assert_eq!(card.findings.iter().filter(|finding| finding.id == "nothing-laid").count(), 1);
}

#[test]
fn a_fan_of_constant_flow_has_the_cv_of_one_over_r() {
    // Many threads, so that only the 1/r is left: 0.42 [derived], and the zone's border, over which the spread leaks.
    let angles: Vec<f64> = (0..40).map(|k| -39.0 + 2.0 * f64::from(k)).collect();
    let text = fan(&angles, 1.8, 40.0, "radiesse 1:1").replace(&sector(12.0, 52.0, 32.0), &sector(16.0, 48.0, 30.0));
    let (from, to) = (16.0_f64, 48.0_f64);
    let mean = 2.0 / (from + to);
    let square = 2.0 * (to / from).ln() / (to * to - from * from);
    let expected = (square / (mean * mean) - 1.0).sqrt();
    let cv = value(&run(&text), "dose_cv");
    assert!((cv - expected).abs() < 0.04, "{cv} against {expected}");
    let whole = value(&run(&fan(&even_angles(), 1.8, 100.0, "radiesse 1:1")), "dose_cv");
    assert!((0.38..0.52).contains(&whole), "{whole}");
}

#[test]
fn clark_evans_of_a_square_grid_of_boluses_is_two_without_edges() {
    let boluses: Vec<String> = (0..25)
        .map(|k| format!("(product: \"radiesse 1:1\", volume_ul: 20, points: [({}, {}, 1.8)])", 5 + 10 * (k % 5), 5 + 10 * (k / 5)))
        .collect();
    let text = format!(
        "(zone: Flat([(0, 0), (50, 0), (50, 50), (0, 50)]), target_mg_cm2: 9, threads: [{}])",
        boluses.join(", ")
    );
    let card = run(&text);
    // Neighbours 10 mm apart, density 25 in 2500 mm²: 10 ÷ (½·√100) = 2.
    assert!((value(&card, "clark_evans_plain") - 2.0).abs() < 0.01, "{}", value(&card, "clark_evans_plain"));
    // Donnelly: 5 + (0.0514 + 0.041/5)·200/25 = 5.4768.
    assert!((value(&card, "clark_evans") - 10.0 / 5.4768).abs() < 0.01, "{}", value(&card, "clark_evans"));
    // 25 boluses of 9.3 mg on 25 cm².
    assert!((value(&card, "dose_mean") - 9.3).abs() < 0.5, "{}", value(&card, "dose_mean"));
    // The largest circle lies in a corner or between four: √50 from its nearest.
    assert!((value(&card, "largest_gap") - 2.0 * 50.0_f64.sqrt()).abs() < 1.5, "{}", value(&card, "largest_gap"));
}

#[test]
fn ripleys_k_of_a_square_grid_counts_its_neighbours() {
    let grid: Vec<(f64, f64)> = (0..25).map(|k| (f64::from(5 + 10 * (k % 5)), f64::from(5 + 10 * (k / 5)))).collect();
    // 40 pairs of neighbours 10 mm apart, each counted from both ends: 2500·80/(25·24); with the diagonals 32 more.
    let k = |radius: f64| ripley_k(&grid, 2500.0, radius, |_, _| 1.0).expect("points");
    assert!((k(10.0) - 2500.0 * 80.0 / 600.0).abs() < 1e-9);
    assert!((k(14.2) - 2500.0 * 144.0 / 600.0).abs() < 1e-9);
    assert_eq!(k(9.9), 0.0);
    assert_eq!(ripley_k(&grid[..1], 2500.0, 10.0, |_, _| 1.0), None);
}

#[test]
fn ripleys_l_tells_clumped_from_strewn() {
    let boluses = |at: &dyn Fn(u32) -> (f64, f64)| {
        let list: Vec<String> = (0..36).map(|k| { let (x, y) = at(k); format!("(product: \"radiesse 1:1\", volume_ul: 20, points: [({x}, {y}, 1.8)])") }).collect();
        run(&format!("(zone: Flat([(0, 0), (60, 0), (60, 60), (0, 60)]), target_mg_cm2: 9, threads: [{}])", list.join(", ")))
    };
    let clumped = boluses(&|k| (10.0 + f64::from(k % 6), 10.0 + f64::from(k / 6)));
    // A grid 10.5 mm wide: no neighbour within 10 mm, K = 0.
    let apart = boluses(&|k| (3.0 + 10.5 * f64::from(k % 6), 3.0 + 10.5 * f64::from(k / 6)));
    assert!(value(&clumped, "ripley_l_plain") > 10.0 && value(&clumped, "ripley_l") > 10.0);
    assert!((value(&apart, "ripley_l_plain") + 10.0).abs() < 1e-9 && (value(&apart, "ripley_l") + 10.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn ripleys_k_is_the_plain_sum_over_all_pairs(
        points in prop::collection::vec((0.0..60.0_f64, 0.0..40.0_f64), 2..120),
        radius in 0.5..40.0_f64,
    ) {
        let mut sum = 0.0;
        for (i, a) in points.iter().enumerate() {
            for (j, b) in points.iter().enumerate() {
                if i != j && (a.0 - b.0).hypot(a.1 - b.1) <= radius {
                    sum += 1.0;
                }
            }
        }
        let n = points.len() as f64;
        let plain = 2400.0 * sum / (n * (n - 1.0));
        let k = ripley_k(&points, 2400.0, radius, |_, _| 1.0).expect("points");
        prop_assert!((k - plain).abs() <= 1e-12 * plain.max(1.0), "{k} against {plain}");
    }
}

#[test]
fn half_the_product_outside_is_half_spilled() {
    let text = "(zone: Flat([(0, 0), (40, 0), (40, 40), (0, 40)]), target_mg_cm2: 10, threads: [
        (product: \"radiesse 1:1\", volume_ul: 100, points: [(20, 20, 1.8), (20, 60, 1.8)])])";
    assert!((value(&run(text), "spill") - 0.5).abs() < 0.02);
}

#[test]
fn every_problem_of_the_input_is_located() {
    let text = "(
    zone: Flat([(0, 0), (40, 0)]),
    target_mg_cm2: -1,
    threads: [
        (product: \"radiese 1:1\", volume_ul: 100, points: [(20, 20, 1.8)]),
        (product: \"radiesse 1:1\", volume_ul: -5, points: []),
    ],
)";
    let problems = assess("wrong.ron", text).expect_err("five mistakes").0;
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [2, 3, 5, 6, 6], "{problems:?}");
}
