//! Parts that both pages have.

use std::collections::BTreeMap;

use super::About;
use crate::lang::{Lang, Value};
use crate::records::class::{Due, Kind};
use crate::records::cohort::{CohortAttempt, TraineeCurve};
use crate::records::svg::grade_class;
use crate::records::xapi::{Timestamp, text::shown};
use crate::scoring::learning::Standing;

/// Letters of a name or title that a page shows at most.
const LETTERS: usize = 80;

/// The words of the pages: messages `class-…`, without that and with `_` for `-`.
pub(super) fn words(lang: &Lang) -> BTreeMap<String, String> {
    lang.ids()
        .filter_map(|id| Some((id.strip_prefix("class-")?.replace('-', "_"), lang.text(id, &[]))))
        .chain([("disclaimer".to_owned(), lang.text("app-disclaimer", &[]))])
        .collect()
}

/// A person's text as a page shows it.
pub(super) fn name(text: &str) -> String {
    shown(text, LETTERS)
}

/// The day of a time, in UTC.
pub(super) fn day(ms: i64) -> String {
    Timestamp::of_unix_ms(ms).as_str()[..10].to_owned()
}

/// Name of a kind of finding; one without a name shows its id.
pub(super) fn error_name(kind: &str, lang: &Lang) -> String {
    let id = format!("class-error-{kind}");
    if lang.has(&id) { lang.text(&id, &[]) } else { shown(&kind.replace('-', " "), 60) }
}

/// Name of a critical error.
pub(super) fn critical_name(kind: &str, lang: &Lang) -> String {
    let id = format!("critical-{}-title", kind.replace('_', "-"));
    if lang.has(&id) { lang.text(&id, &[]) } else { shown(kind, 60) }
}

/// A number with its mark and the class of its colour.
#[derive(serde::Serialize)]
pub(super) struct Marked {
    pub(super) text: String,
    pub(super) mark: &'static str,
    pub(super) tone: &'static str,
}

impl Marked {
    pub(super) fn points(points: f64, lang: &Lang) -> Self {
        let (tone, mark) = grade_class(points);
        Self { text: lang.number(points, 0), mark, tone }
    }

    pub(super) fn standing(standing: Standing, lang: &Lang) -> Self {
        let (id, tone, mark) = match standing {
            Standing::Learning => ("class-learning", "muted", "○"),
            Standing::Proficient => ("class-proficient", "target", "●"),
            Standing::Relapsed => ("class-relapsed", "attention", "▲"),
        };
        Self { text: lang.text(id, &[]), mark, tone }
    }

    pub(super) fn verdict(attempt: &CohortAttempt, lang: &Lang) -> Self {
        let (id, tone, mark) = match (attempt.passed, attempt.critical.is_empty()) {
            (true, _) => ("class-passed", "target", "●"),
            (false, true) => ("class-not-passed", "attention", "▲"),
            (false, false) => ("class-critical", "fault", "◆"),
        };
        Self { text: lang.text(id, &[]), mark, tone }
    }
}

/// Mean of the last attempts with its standard error, in words.
pub(super) fn rolling(curve: &TraineeCurve, lang: &Lang) -> String {
    let Some(point) = curve.points.last() else { return String::new() };
    let mean = lang.number(point.rolling.mean, 0);
    match point.rolling.standard_error {
        Some(error) => lang.text("class-mean-error", &[("mean", Value::text(mean)), ("error", Value::text(lang.number(error, 1)))]),
        None => mean,
    }
}

/// What is set, with how far it is.
#[derive(serde::Serialize)]
pub(super) struct DueView {
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) state: Marked,
    pub(super) tries: u32,
    pub(super) best: String,
}

pub(super) fn due(due: &Due, about: &About, lang: &Lang) -> DueView {
    let progress = &due.progress;
    let done = match due.kind {
        Kind::Drill => progress.passed,
        Kind::Quiz => progress.tries > 0,
    };
    let (id, tone, mark) = match (done, progress.tries) {
        (true, _) => ("class-done", "target", "●"),
        (false, 0) => ("class-not-begun", "muted", "○"),
        (false, _) => ("class-under-way", "attention", "▲"),
    };
    DueView {
        title: name(&about.title(&due.what)),
        kind: lang.text(if due.kind == Kind::Drill { "class-drill" } else { "class-quiz" }, &[]),
        state: Marked { text: lang.text(id, &[]), mark, tone },
        tries: progress.tries,
        best: progress.best.map_or_else(|| "–".to_owned(), |best| lang.number(best, 0)),
    }
}

/// A share as a percentage.
pub(super) fn percent(share: f64, lang: &Lang) -> String {
    lang.text("value-percent", &[("value", Value::text(lang.number(100.0 * share, 0)))])
}

/// A share as the width of a bar.
pub(super) fn percent_width(share: f64) -> String {
    format!("{:.0}%", 100.0 * share.clamp(0.0, 1.0))
}
