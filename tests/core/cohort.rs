//! A class's figures: against numbers worked out elsewhere (numpy 2, R's type 7 quantiles), and CSV that a spreadsheet cannot misuse.

use fanline::records::cohort::{CohortAttempt, Spread, curves, error_map, item_figures, point_biserial, quantile};
use fanline::records::csv::{Cell, read, write};
use fanline::scoring::learning::{LearningRules, Standing};
use proptest::prelude::*;

/// Seven persons, four items; numpy: corrcoef of each column with the mean of the others.
const ANSWERS: [[bool; 4]; 7] = [
    [true, true, true, false],
    [true, false, true, false],
    [true, true, false, false],
    [false, true, false, true],
    [true, false, false, false],
    [true, true, true, true],
    [false, false, false, false],
];

fn attempt(who: usize, drill: &str, total: f64, passed: bool, findings: &[(&str, f64)]) -> CohortAttempt {
    CohortAttempt {
        who,
        drill: drill.to_owned(),
        at_ms: None,
        total,
        passed,
        critical: Vec::new(),
        scores: None,
        nodule_probability: None,
        findings: findings.iter().map(|(id, points)| ((*id).to_owned(), *points)).collect(),
    }
}

#[test]
fn items_have_the_difficulty_and_discrimination_of_numpy() {
    let names = ["a", "b", "c", "d"];
    let answers = ANSWERS.iter().enumerate().flat_map(|(who, row)| row.iter().zip(names).map(move |(right, item)| (who, item, *right)));
    // A second answer to an item does not count.
    let figures = item_figures(answers.chain([(0, "d", true), (6, "a", true)]));
    let wanted = [("d", 0.285_714_285_714_285_7, 0.175_411_603_861_405_9), ("c", 0.428_571_428_571_428_55, 0.410_791_918_128_874_6),
        ("b", 0.571_428_571_428_571_4, 0.410_791_918_128_874_6), ("a", 0.714_285_714_285_714_3, 0.175_411_603_861_405_9)];
    assert_eq!(figures.len(), 4);
    for (figure, (item, difficulty, discrimination)) in figures.iter().zip(wanted) {
        assert_eq!((figure.item.as_str(), figure.persons), (item, 7));
        assert!((figure.difficulty - difficulty).abs() < 1e-12);
        assert!((figure.discrimination.unwrap() - discrimination).abs() < 1e-12, "{figure:?}");
    }
}

#[test]
fn the_point_biserial_correlation_is_the_product_moment_one() {
    let pairs = [(false, 3.2), (false, 4.1), (true, 5.0), (false, 2.2), (true, 6.6), (true, 5.9)];
    assert!((point_biserial(&pairs).unwrap() - 0.880_450_906_325_623_7).abs() < 1e-12);
    assert_eq!(point_biserial(&[(true, 1.0), (true, 2.0)]), None);
    assert_eq!(point_biserial(&[(true, 1.0), (false, 1.0)]), None);
    assert_eq!(point_biserial(&[]), None);
}

#[test]
fn a_spread_is_that_of_numpy() {
    let values = [99.0, 55.0, 72.5, 61.0, 80.0, 70.0, 91.0];
    let spread = Spread::of(values).unwrap();
    assert_eq!((spread.count, spread.least, spread.most, spread.quartiles), (7, 55.0, 99.0, [65.5, 72.5, 85.5]));
    assert!((spread.mean - 75.5).abs() < 1e-12 && (spread.sd.unwrap() - 15.718_884_608_436_229).abs() < 1e-12);
    let mut sorted = values;
    sorted.sort_by(f64::total_cmp);
    assert!((quantile(&sorted, 0.1).unwrap() - 58.6).abs() < 1e-12 && (quantile(&sorted, 0.333).unwrap() - 69.982).abs() < 1e-12);
    assert_eq!(Spread::of([]), None);
    assert_eq!(Spread::of([4.0]).unwrap().sd, None);
}

#[test]
fn each_trainee_has_a_curve_of_their_own() {
    let mut attempts = Vec::new();
    for i in 0..12 {
        attempts.push(attempt(0, "b", 90.0, true, &[]));
        attempts.push(attempt(1, "a", 40.0, i % 3 == 0, &[]));
    }
    let curves = curves(&attempts, |_| LearningRules::default());
    assert_eq!(curves.iter().map(|curve| (curve.who, curve.drill.as_str(), curve.totals.len())).collect::<Vec<_>>(), [(1, "a", 12), (0, "b", 12)]);
    assert_eq!([curves[0].standing(), curves[1].standing()], [Standing::Learning, Standing::Proficient]);
    // Nine passes in a row show it.
    assert_eq!(curves[1].points.iter().position(|point| point.shown), Some(8));
}

#[test]
fn errors_are_counted_by_attempts_and_drills() {
    let attempts = [
        attempt(0, "b", 1.0, false, &[("gap", 4.0), ("gap", 2.0), ("spill", 1.0)]),
        attempt(1, "b", 1.0, false, &[("gap", 2.0), ("good", 0.0)]),
        attempt(1, "a", 1.0, true, &[("spill", 12.0)]),
        attempt(2, "b", 1.0, true, &[]),
    ];
    let map = error_map(&attempts, 9);
    assert_eq!((map.drills, map.attempts), (vec!["a".to_owned(), "b".to_owned()], vec![1, 3]));
    let third = 1.0 / 3.0;
    assert_eq!(map.rows, [
        ("spill".to_owned(), vec![(1.0, 12.0), (third, third)]),
        ("gap".to_owned(), vec![(0.0, 0.0), (2.0 / 3.0, 8.0 / 3.0)]),
    ]);
    assert_eq!(error_map(&attempts, 1).rows.len(), 1);
}

#[test]
fn no_cell_begins_a_formula() {
    let evil = ["=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''-x", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0"];
    for text in evil {
        let table = write(&[vec![Cell::text(text), Cell::text("end")]]);
        let first = table.trim_start_matches('"').chars().next().unwrap();
        assert_eq!(first, '\'', "{table:?}");
        assert_eq!(read(&table).unwrap(), [[text, "end"]]);
    }
    assert_eq!(write(&[vec![Cell::Number(-0.25, 2), Cell::maybe(None, 1), Cell::text("a,b"), Cell::text("say \"x\"")]]), "-0.25,,\"a,b\",\"say \"\"x\"\"\"\r\n");
}

#[test]
fn a_damaged_table_is_refused_with_its_line() {
    for (text, line) in [("a,\"b", 1), ("a\nb\"c,d", 2), ("\"a\"b", 1), ("x\n\"a\n\nb", 4)] {
        assert_eq!(read(text).unwrap_err().line, line, "{text:?}");
    }
    assert_eq!(read("\u{FEFF}name,x\nA,1\n\n\"B\nC\",2\r\n").unwrap(), [["name", "x"], ["A", "1"], ["B\nC", "2"]]);
}

proptest! {
    #[test]
    fn every_text_comes_back_from_a_table(rows in prop::collection::vec(prop::collection::vec("[='+@\\-\"a,\r\n\t é]{0,6}", 2..4), 1..4)) {
        let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
        let table = write(&cells);
        prop_assert_eq!(read(&table).unwrap(), rows);
    }
}
