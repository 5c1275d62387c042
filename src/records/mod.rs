//! What is kept and shown of attempts: the records in one database ([`store`]), and a report as one HTML file that needs nothing else.
//!
//! **Invariant:** a report is a pure function of drill, sessions, scorecards and words; every number in it stands in the scorecard or
//! the session. Nothing in it is fetched from anywhere.

pub mod class;
pub mod class_page;
pub mod cohort;
pub mod csv;
mod marks;
pub mod outbox;
pub mod store;
pub mod study;
mod svg;
mod svg_depth;
mod svg_dose;
mod svg_ring;
mod svg_timeline;
mod view;
pub mod xapi;

use minijinja::{Environment, UndefinedBehavior};

use crate::drill::Drill;
use crate::lang::Lang;
use crate::scoring::Scorecard;
use crate::session::Session;

/// The report's page, part of the program so that it is found wherever the program runs.
const PAGE: &str = include_str!("../../assets/report/report.html");

/// Why a report cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// There is nothing to report on.
    #[error("report: got no attempt, allowed: at least one")]
    NoAttempt,
    /// The page refers to something that is not there.
    #[error("assets/report/report.html: {0}")]
    Page(#[from] minijinja::Error),
}

/// One self-contained HTML page on one or more attempts at a drill, each with the name of who played.
/// `drill_hash` names the content that the attempts were played with (see `Library::hash`).
///
/// # Errors
/// [`ReportError`].
pub fn report(
    drill: &Drill,
    drill_hash: &str,
    attempts: &[(&str, &Session, &Scorecard)],
    lang: &Lang,
) -> Result<String, ReportError> {
    if attempts.is_empty() {
        return Err(ReportError::NoAttempt);
    }
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    // The name ends in .html: everything but the pictures marked safe is escaped.
    environment.add_template("report.html", PAGE)?;
    Ok(environment.get_template("report.html")?.render(view::page(drill, drill_hash, attempts, lang))?)
}

/// The measures of an attempt as CSV: each with its score, value, unit, points and the part of the total it carries.
#[must_use]
pub fn measures_csv(card: &Scorecard, lang: &Lang) -> String {
    let heading = ["measure", "name", "score", "value", "unit", "points", "of_total"].map(csv::Cell::text).to_vec();
    let row = |metric: &crate::scoring::MetricValue| {
        vec![
            csv::Cell::text(metric.name),
            csv::Cell::text(lang.text(&format!("metric-{}", metric.name.replace('_', "-")), &[])),
            csv::Cell::text(metric.score.name()),
            csv::Cell::maybe(metric.value, 6),
            csv::Cell::text(metric.unit),
            csv::Cell::maybe(metric.points, 3),
            csv::Cell::Number(metric.of_total, 3),
        ]
    };
    csv::write(&std::iter::once(heading).chain(card.metrics.iter().map(row)).collect::<Vec<_>>())
}
