//! The class as tables for a spreadsheet.

use super::About;
use super::part::error_name;
use crate::lang::Lang;
use crate::records::class::Cohort;
use crate::records::cohort::{Spread, curves, error_map, item_figures};
use crate::records::csv::{Cell, write};
use crate::records::xapi::Timestamp;
use crate::scoring::Score;
use crate::scoring::learning::Standing;

fn heading(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|name| Cell::text(*name)).collect()
}

fn count(count: usize) -> Cell {
    Cell::Number(count as f64, 0)
}

/// Every attempt, a line each.
#[must_use]
pub fn attempts_csv(cohort: &Cohort) -> String {
    let scores = Score::ALL.map(|(score, _)| score.name());
    let names = ["trainee", "account", "drill", "ended", "total", "passed", "critical", "nodule_probability"];
    let mut rows = vec![heading(&[&names[..], &scores[..]].concat())];
    for attempt in &cohort.attempts {
        let trainee = &cohort.trainees[attempt.who];
        let mut row = vec![
            Cell::text(&trainee.shown),
            Cell::text(&trainee.account),
            Cell::text(&attempt.drill),
            attempt.at_ms.map_or(Cell::Empty, |ms| Cell::text(Timestamp::of_unix_ms(ms).as_str())),
            Cell::Number(attempt.total, 2),
            count(usize::from(attempt.passed)),
            Cell::text(attempt.critical.join(" ")),
            Cell::maybe(attempt.nodule_probability, 5),
        ];
        row.extend((0..6).map(|i| Cell::maybe(attempt.scores.map(|scores| scores[i]), 2)));
        rows.push(row);
    }
    write(&rows)
}

/// Every trainee at every drill they played, a line each.
#[must_use]
pub fn trainees_csv(cohort: &Cohort, about: &About) -> String {
    let names = ["trainee", "account", "drill", "attempts", "passed", "best", "mean", "sd", "last_five_mean", "last_five_se", "standing"];
    let mut rows = vec![heading(&names)];
    for curve in curves(&cohort.attempts, |drill| about.rules(drill)) {
        let trainee = &cohort.trainees[curve.who];
        let spread = Spread::of(curve.totals.iter().copied());
        let rolling = curve.points.last().map(|point| point.rolling);
        let standing = match curve.standing() {
            Standing::Learning => "learning",
            Standing::Proficient => "proficient",
            Standing::Relapsed => "relapsed",
        };
        rows.push(vec![
            Cell::text(&trainee.shown),
            Cell::text(&trainee.account),
            Cell::text(&curve.drill),
            count(curve.totals.len()),
            count(curve.passed.iter().filter(|passed| **passed).count()),
            Cell::maybe(spread.as_ref().map(|spread| spread.most), 2),
            Cell::maybe(spread.as_ref().map(|spread| spread.mean), 2),
            Cell::maybe(spread.as_ref().and_then(|spread| spread.sd), 2),
            Cell::maybe(rolling.map(|rolling| rolling.mean), 2),
            Cell::maybe(rolling.and_then(|rolling| rolling.standard_error), 2),
            Cell::text(standing),
        ]);
    }
    write(&rows)
}

/// Every item's figures.
#[must_use]
pub fn items_csv(cohort: &Cohort) -> String {
    let mut rows = vec![heading(&["item", "persons", "difficulty", "discrimination"])];
    for item in item_figures(cohort.answers.iter().map(|(who, item, right)| (*who, item.as_str(), *right))) {
        rows.push(vec![Cell::text(&item.item), count(item.persons), Cell::Number(item.difficulty, 4), Cell::maybe(item.discrimination, 4)]);
    }
    write(&rows)
}

/// Every kind of error at every drill: share of attempts that have it, and points it cost in their mean.
#[must_use]
pub fn errors_csv(cohort: &Cohort, lang: &Lang) -> String {
    let map = error_map(&cohort.attempts, usize::MAX);
    let mut rows = vec![heading(&["error", "name", "drill", "attempts", "share", "points"])];
    for (kind, cells) in &map.rows {
        for ((drill, attempts), (share, points)) in map.drills.iter().zip(&map.attempts).zip(cells) {
            rows.push(vec![
                Cell::text(kind),
                Cell::text(error_name(kind, lang)),
                Cell::text(drill),
                count(*attempts),
                Cell::Number(*share, 4),
                Cell::Number(*points, 3),
            ]);
        }
    }
    write(&rows)
}
