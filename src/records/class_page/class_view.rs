//! What the class's page is filled with.

use std::collections::BTreeMap;

use super::part::{DueView, Marked, due, error_name, name, percent, rolling, words};
use super::svg_box::{BoxRow, boxes};
use super::svg_curve::spark;
use super::{About, part};
use crate::lang::Lang;
use crate::records::class::Cohort;
use crate::records::cohort::{Spread, TraineeCurve, curves, drills, error_map, item_figures};
use crate::records::xapi::Timestamp;
use crate::session::recording::ENGINE;

/// Kinds of errors, and items, that are listed.
const ERRORS: usize = 16;
const ITEMS: usize = 40;
/// Discrimination under which an item tells little [design: the rule of thumb of Ebel 1979 [recalled]].
const TELLS_LITTLE: f64 = 0.2;

#[derive(serde::Serialize)]
pub(super) struct ClassView {
    lang: String,
    words: BTreeMap<String, String>,
    blind: bool,
    made: String,
    engine: &'static str,
    figures: Vec<(String, String)>,
    spread: String,
    drills: Vec<DrillRow>,
    columns: Vec<String>,
    trainees: Vec<TraineeRow>,
    errors: ErrorsView,
    items: Vec<ItemView>,
    items_left: usize,
}

#[derive(serde::Serialize)]
struct DrillRow {
    title: String,
    attempts: usize,
    trainees: usize,
    median: String,
    middle: String,
    mean: String,
    passed: String,
    risk: String,
}

#[derive(serde::Serialize)]
struct TraineeRow {
    name: String,
    code: String,
    attempts: usize,
    passed: String,
    cells: Vec<Option<StandCell>>,
    due: Vec<DueView>,
}

#[derive(serde::Serialize)]
struct StandCell {
    standing: Marked,
    mean: String,
    attempts: usize,
    spark: String,
}

#[derive(serde::Serialize)]
struct ErrorsView {
    columns: Vec<(String, usize)>,
    rows: Vec<(String, Vec<ErrorCell>)>,
}

#[derive(serde::Serialize)]
struct ErrorCell {
    share: String,
    points: String,
    level: u8,
}

#[derive(serde::Serialize)]
struct ItemView {
    item: String,
    ask: String,
    persons: usize,
    difficulty: String,
    width: String,
    discrimination: String,
    mark: &'static str,
    tone: &'static str,
}

pub(super) fn view(cohort: &Cohort, about: &About, made: &Timestamp, lang: &Lang) -> ClassView {
    let attempts = &cohort.attempts;
    let ids = drills(attempts);
    let of_drill = |drill: &str| attempts.iter().filter(|attempt| attempt.drill == drill).collect::<Vec<_>>();
    let curves = curves(attempts, |drill| about.rules(drill));
    let rows: Vec<BoxRow> =
        ids.iter().map(|drill| BoxRow { title: about.title(drill), pass_mark: about.pass_mark(drill), attempts: of_drill(drill) }).collect();
    let figures = item_figures(cohort.answers.iter().map(|(who, item, right)| (*who, item.as_str(), *right)));
    ClassView {
        lang: lang.code().to_owned(),
        words: words(lang),
        blind: cohort.blind,
        made: made.as_str()[..10].to_owned(),
        engine: ENGINE,
        figures: facts(cohort, lang),
        spread: boxes(&rows, lang),
        drills: rows.iter().map(|row| drill_row(row, lang)).collect(),
        columns: ids.iter().map(|drill| name(&about.title(drill))).collect(),
        trainees: cohort.trainees.iter().enumerate().map(|(who, _)| trainee_row(cohort, who, &ids, &curves, about, lang)).collect(),
        errors: errors(cohort, about, lang),
        items_left: figures.len().saturating_sub(ITEMS),
        items: figures.iter().take(ITEMS).map(|figures| item(figures, about, lang)).collect(),
    }
}

fn facts(cohort: &Cohort, lang: &Lang) -> Vec<(String, String)> {
    let attempts = &cohort.attempts;
    let passed = attempts.iter().filter(|attempt| attempt.passed).count();
    let share = |count: usize, all: usize| if all == 0 { "–".to_owned() } else { percent(count as f64 / all as f64, lang) };
    let median = Spread::of(attempts.iter().map(|attempt| attempt.total)).map_or_else(|| "–".to_owned(), |spread| lang.number(spread.quartiles[1], 0));
    let critical = attempts.iter().filter(|attempt| !attempt.critical.is_empty()).count();
    [
        ("class-trainees", cohort.trainees.len().to_string()),
        ("class-attempts", attempts.len().to_string()),
        ("class-passed-share", share(passed, attempts.len())),
        ("class-median-total", median),
        ("class-critical-share", share(critical, attempts.len())),
    ]
    .map(|(id, value)| (lang.text(id, &[]), value))
    .to_vec()
}

fn drill_row(row: &BoxRow, lang: &Lang) -> DrillRow {
    let spread = Spread::of(row.attempts.iter().map(|attempt| attempt.total));
    let spread = spread.as_ref();
    let mut who: Vec<usize> = row.attempts.iter().map(|attempt| attempt.who).collect();
    who.sort_unstable();
    who.dedup();
    let passed = row.attempts.iter().filter(|attempt| attempt.passed).count();
    let risk = Spread::of(row.attempts.iter().filter_map(|attempt| attempt.nodule_probability));
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    DrillRow {
        title: name(&row.title),
        attempts: row.attempts.len(),
        trainees: who.len(),
        median: or_dash(spread.map(|spread| lang.number(spread.quartiles[1], 0))),
        middle: or_dash(spread.map(|spread| format!("{}–{}", lang.number(spread.quartiles[0], 0), lang.number(spread.quartiles[2], 0)))),
        mean: or_dash(spread.map(|spread| match spread.sd {
            Some(sd) => format!("{} ± {}", lang.number(spread.mean, 1), lang.number(sd, 1)),
            None => lang.number(spread.mean, 1),
        })),
        passed: or_dash((!row.attempts.is_empty()).then(|| percent(passed as f64 / row.attempts.len() as f64, lang))),
        risk: or_dash(risk.map(|risk| percent(risk.quartiles[1], lang))),
    }
}

fn trainee_row(cohort: &Cohort, who: usize, drills: &[&str], curves: &[TraineeCurve], about: &About, lang: &Lang) -> TraineeRow {
    let trainee = &cohort.trainees[who];
    let own = || cohort.attempts.iter().filter(|attempt| attempt.who == who);
    let (count, passed) = (own().count(), own().filter(|attempt| attempt.passed).count());
    let cell = |drill: &&str| {
        let curve = curves.iter().find(|curve| curve.who == who && curve.drill == **drill)?;
        Some(StandCell {
            standing: Marked::standing(curve.standing(), lang),
            mean: rolling(curve, lang),
            attempts: curve.totals.len(),
            spark: spark(curve, about.pass_mark(drill), lang),
        })
    };
    TraineeRow {
        name: name(&trainee.shown),
        code: if cohort.blind { String::new() } else { trainee.code.clone() },
        attempts: count,
        passed: if count == 0 { "–".to_owned() } else { percent(passed as f64 / count as f64, lang) },
        cells: drills.iter().map(cell).collect(),
        due: cohort.due.get(who).into_iter().flatten().map(|one| due(one, about, lang)).collect(),
    }
}

fn errors(cohort: &Cohort, about: &About, lang: &Lang) -> ErrorsView {
    let map = error_map(&cohort.attempts, ERRORS);
    let cell = |(share, points): &(f64, f64)| ErrorCell {
        share: if *share > 0.0 { percent(*share, lang) } else { String::new() },
        points: lang.number(*points, 1),
        level: ((share * 10.0).ceil() as u8).min(10),
    };
    ErrorsView {
        columns: map.drills.iter().map(|drill| name(&about.title(drill))).zip(map.attempts.iter().copied()).collect(),
        rows: map.rows.iter().map(|(kind, cells)| (error_name(kind, lang), cells.iter().map(cell).collect())).collect(),
    }
}

fn item(figures: &crate::records::cohort::ItemFigures, about: &About, lang: &Lang) -> ItemView {
    let (tone, mark) = match figures.discrimination {
        None => ("muted", "○"),
        Some(r) if r < 0.0 => ("fault", "◆"),
        Some(r) if r < TELLS_LITTLE => ("attention", "▲"),
        Some(_) => ("target", "●"),
    };
    ItemView {
        item: name(&figures.item),
        ask: about.items.get(&figures.item).map(|ask| crate::records::xapi::text::shown(ask, 160)).unwrap_or_default(),
        persons: figures.persons,
        difficulty: lang.number(figures.difficulty, 2),
        width: part::percent_width(figures.difficulty),
        discrimination: figures.discrimination.map_or_else(|| "–".to_owned(), |r| lang.number(r, 2)),
        mark,
        tone,
    }
}
