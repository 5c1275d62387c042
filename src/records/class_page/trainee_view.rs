//! What a trainee's page is filled with.

use std::collections::BTreeMap;

use super::About;
use super::part::{DueView, Marked, critical_name, day, due, error_name, name, percent, percent_width, rolling, words};
use super::svg_curve::curve;
use crate::lang::{Lang, Value};
use crate::records::class::Cohort;
use crate::records::cohort::{CohortAttempt, TraineeCurve, curves, drills, error_map};
use crate::records::svg::grade_class;
use crate::records::xapi::Timestamp;
use crate::scoring::Score;
use crate::session::recording::ENGINE;

/// Errors and attempts that are listed.
const ERRORS: usize = 8;
const ATTEMPTS: usize = 60;
/// Attempts whose scores are averaged.
const LAST: usize = 5;

#[derive(serde::Serialize)]
pub(super) struct TraineeView {
    lang: String,
    words: BTreeMap<String, String>,
    blind: bool,
    made: String,
    engine: &'static str,
    name: String,
    code: String,
    figures: Vec<(String, String)>,
    due: Vec<DueView>,
    drills: Vec<DrillView>,
    errors: Vec<ErrorView>,
    attempts: Vec<AttemptRow>,
    attempts_left: usize,
}

#[derive(serde::Serialize)]
struct DrillView {
    title: String,
    standing: Marked,
    mean: String,
    attempts: usize,
    best: Marked,
    curve: String,
    scores: Vec<ScoreBar>,
}

#[derive(serde::Serialize)]
struct ScoreBar {
    name: String,
    points: Marked,
    width: String,
}

#[derive(serde::Serialize)]
struct ErrorView {
    name: String,
    share: String,
    points: String,
    width: String,
}

#[derive(serde::Serialize)]
struct AttemptRow {
    number: usize,
    day: String,
    title: String,
    total: String,
    verdict: Marked,
    risk: String,
    critical: Vec<String>,
}

pub(super) fn view(cohort: &Cohort, who: usize, about: &About, made: &Timestamp, lang: &Lang) -> TraineeView {
    let trainee = &cohort.trainees[who];
    let own: Vec<CohortAttempt> = cohort.attempts.iter().filter(|attempt| attempt.who == who).cloned().collect();
    let curves = curves(&own, |drill| about.rules(drill));
    let map = error_map(&own, usize::MAX);
    let row = |(i, attempt): (usize, &CohortAttempt)| AttemptRow {
        number: i + 1,
        day: attempt.at_ms.map(day).unwrap_or_else(|| "–".to_owned()),
        title: name(&about.title(&attempt.drill)),
        total: lang.number(attempt.total, 0),
        verdict: Marked::verdict(attempt, lang),
        risk: attempt.nodule_probability.map_or_else(|| "–".to_owned(), |risk| percent(risk, lang)),
        critical: attempt.critical.iter().map(|kind| critical_name(kind, lang)).collect(),
    };
    TraineeView {
        lang: lang.code().to_owned(),
        words: words(lang),
        blind: cohort.blind,
        made: made.as_str()[..10].to_owned(),
        engine: ENGINE,
        name: name(&trainee.shown),
        code: if cohort.blind { String::new() } else { trainee.code.clone() },
        figures: facts(&own, lang),
        due: cohort.due.get(who).into_iter().flatten().map(|one| due(one, about, lang)).collect(),
        drills: curves.iter().map(|curve| drill(curve, &own, about, lang)).collect(),
        errors: errors(&map, own.len(), lang),
        attempts_left: own.len().saturating_sub(ATTEMPTS),
        attempts: own.iter().enumerate().rev().take(ATTEMPTS).map(row).collect(),
    }
}

fn facts(own: &[CohortAttempt], lang: &Lang) -> Vec<(String, String)> {
    let dash = || "–".to_owned();
    let passed = own.iter().filter(|attempt| attempt.passed).count();
    let critical = own.iter().filter(|attempt| !attempt.critical.is_empty()).count();
    let share = |count: usize| if own.is_empty() { dash() } else { percent(count as f64 / own.len() as f64, lang) };
    let times: Vec<i64> = own.iter().filter_map(|attempt| attempt.at_ms).collect();
    let period = match (times.first(), times.last()) {
        (Some(first), Some(last)) if day(*first) != day(*last) => format!("{} – {}", day(*first), day(*last)),
        (Some(first), _) => day(*first),
        _ => dash(),
    };
    [
        ("class-attempts", own.len().to_string()),
        ("class-drills", drills(own).len().to_string()),
        ("class-passed-share", share(passed)),
        ("class-critical-share", share(critical)),
        ("class-period", period),
    ]
    .map(|(id, value)| (lang.text(id, &[]), value))
    .to_vec()
}

fn drill(of: &TraineeCurve, own: &[CohortAttempt], about: &About, lang: &Lang) -> DrillView {
    let last: Vec<[f64; 6]> = own.iter().filter(|attempt| attempt.drill == of.drill).filter_map(|attempt| attempt.scores).collect();
    let last = &last[last.len().saturating_sub(LAST)..];
    let bar = |(i, (score, _)): (usize, &(Score, &str))| {
        let points = last.iter().map(|scores| scores[i]).sum::<f64>() / last.len().max(1) as f64;
        ScoreBar {
            name: lang.text(&format!("score-{}", score.name()), &[]),
            points: Marked::points(points, lang),
            width: percent_width(points / 100.0),
        }
    };
    let best = of.totals.iter().copied().fold(0.0, f64::max);
    let (tone, mark) = grade_class(best);
    DrillView {
        title: name(&about.title(&of.drill)),
        standing: Marked::standing(of.standing(), lang),
        mean: rolling(of, lang),
        attempts: of.totals.len(),
        best: Marked { text: lang.number(best, 0), mark, tone },
        curve: curve(of, about.pass_mark(&of.drill), lang),
        scores: if last.is_empty() { Vec::new() } else { Score::ALL.iter().enumerate().map(bar).collect() },
    }
}

/// The errors of all drills together.
fn errors(map: &crate::records::cohort::ErrorMap, attempts: usize, lang: &Lang) -> Vec<ErrorView> {
    let all = attempts.max(1) as f64;
    let mut rows: Vec<(String, f64, f64)> = map
        .rows
        .iter()
        .map(|(kind, cells)| {
            let sum = |of: fn(&(f64, f64)) -> f64| cells.iter().zip(&map.attempts).map(|(cell, n)| of(cell) * *n as f64).sum::<f64>() / all;
            (kind.clone(), sum(|cell| cell.0), sum(|cell| cell.1))
        })
        .collect();
    rows.truncate(ERRORS);
    let most = rows.iter().map(|row| row.2).fold(1e-9, f64::max);
    rows.into_iter()
        .map(|(kind, share, points)| ErrorView {
            name: error_name(&kind, lang),
            share: percent(share, lang),
            points: lang.text("class-points-an-attempt", &[("points", Value::number(points, 1))]),
            width: percent_width(points / most),
        })
        .collect()
}
