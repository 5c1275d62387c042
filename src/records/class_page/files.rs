//! The files of a class, by their names: pages to read and to print, tables for a spreadsheet.

use super::{About, attempts_csv, class_page, errors_csv, items_csv, trainee_page, trainees_csv};
use crate::lang::Lang;
use crate::records::ReportError;
use crate::records::class::{Cohort, Member, write_roster};
use crate::records::xapi::Timestamp;

/// The class's page and one of each trainee.
///
/// # Errors
/// [`ReportError::NoAttempt`] for a class without trainees.
pub fn class_pages(cohort: &Cohort, about: &About, made: &Timestamp, lang: &Lang) -> Result<Vec<(String, String)>, ReportError> {
    let mut files = vec![("class.html".to_owned(), class_page(cohort, about, made, lang)?)];
    for (who, trainee) in cohort.trainees.iter().enumerate() {
        // A code is letters and digits; whoever has none is numbered: no file is named after a person.
        let name = if trainee.code.is_empty() { (who + 1).to_string() } else { trainee.code.clone() };
        files.push((format!("trainee-{name}.html"), trainee_page(cohort, who, about, made, lang)?));
    }
    Ok(files)
}

/// Roster (unless grading is blind: it holds the key from codes to names), attempts, trainees, items and errors as CSV.
#[must_use]
pub fn class_tables(cohort: &Cohort, members: &[Member], about: &About, lang: &Lang) -> Vec<(String, String)> {
    let mut files = Vec::new();
    if !cohort.blind {
        files.push(("roster.csv", write_roster(members)));
    }
    files.push(("attempts.csv", attempts_csv(cohort)));
    files.push(("trainees.csv", trainees_csv(cohort, about)));
    files.push(("items.csv", items_csv(cohort)));
    files.push(("errors.csv", errors_csv(cohort, lang)));
    files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}
