//! Reports of a class and of a trainee: each one HTML page that needs nothing else, for the screen and for paper.
//!
//! **Invariants:** a page is a pure function of the cohort and the words. Whatever comes from a person (names, texts of files) is escaped,
//! shortened and kept apart from the direction of the text around it; no name stands in a picture.

mod about;
mod class_view;
mod files;
mod part;
mod svg_box;
mod svg_curve;
mod tables;
mod trainee_view;

use minijinja::{Environment, UndefinedBehavior};

use super::ReportError;
use super::class::Cohort;
use super::xapi::Timestamp;
use crate::lang::Lang;
use crate::scoring::learning::LearningRules;

pub use about::About;
pub use files::{class_pages, class_tables};
pub use tables::{attempts_csv, errors_csv, items_csv, trainees_csv};

/// Look of both pages, and the pages: part of the program so that they are found wherever it runs.
const PAGES: [(&str, &str); 3] = [
    ("class.css", include_str!("../../../assets/report/class.css")),
    ("class.html", include_str!("../../../assets/report/class.html")),
    ("trainee.html", include_str!("../../../assets/report/trainee.html")),
];

/// What is known of a drill that a class has played.
#[derive(Clone, Debug, PartialEq)]
pub struct DrillAbout {
    /// Its title.
    pub title: String,
    /// Total that passes.
    pub pass_mark: Option<f64>,
    /// How proficiency is shown.
    pub rules: LearningRules,
}

fn render(page: &str, view: impl serde::Serialize) -> Result<String, ReportError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    for (name, text) in PAGES {
        environment.add_template(name, text)?;
    }
    // The names end in .html: everything but the pictures marked safe is escaped.
    Ok(environment.get_template(page)?.render(view)?)
}

/// The report of a class. `made` is when it is made.
///
/// # Errors
/// [`ReportError::NoAttempt`] for a class without trainees.
pub fn class_page(cohort: &Cohort, about: &About, made: &Timestamp, lang: &Lang) -> Result<String, ReportError> {
    if cohort.trainees.is_empty() {
        return Err(ReportError::NoAttempt);
    }
    render("class.html", class_view::view(cohort, about, made, lang))
}

/// The report of one trainee of a class.
///
/// # Errors
/// [`ReportError::NoAttempt`] for a trainee who is not there.
pub fn trainee_page(cohort: &Cohort, who: usize, about: &About, made: &Timestamp, lang: &Lang) -> Result<String, ReportError> {
    if who >= cohort.trainees.len() {
        return Err(ReportError::NoAttempt);
    }
    render("trainee.html", trainee_view::view(cohort, who, about, made, lang))
}
