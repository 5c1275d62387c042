//! `fanline drills`, `patients`, `quizzes`: what is installed.

use super::{CliError, print_json};
use super::say::say;
use crate::drill::Library;
use crate::quiz;
use crate::source::Content;

pub(super) fn drills(json: bool) -> Result<u8, CliError> {
    let library = Library::open(&Content::find()?)?;
    let course = |id: &str| library.course_of(id).map(|course| course.id.as_str());
    if json {
        let rows: Vec<_> = library
            .drills()
            .iter()
            .map(|drill| serde_json::json!({ "id": drill.id, "title": drill.title, "site": drill.site, "course": course(&drill.id) }))
            .collect();
        print_json(&rows);
        return Ok(0);
    }
    for course in library.courses() {
        say!("{}", course.title);
        for drill in course.drills().filter_map(|id| library.drill(id).ok()) {
            say!("  {:24} {}  ({})", drill.id, drill.title, drill.site);
        }
    }
    for drill in library.drills().iter().filter(|drill| course(&drill.id).is_none()) {
        say!("{:26} {}  ({})", drill.id, drill.title, drill.site);
    }
    Ok(0)
}

pub(super) fn patients(json: bool) -> Result<u8, CliError> {
    let (library, problems) = Library::open_sound(&Content::find()?)?;
    // What is installed must be right; a person's own scan that is damaged is left out and said.
    problems.or(())?;
    library.broken_scans().iter().for_each(|problem| eprintln!("left out: {problem}"));
    let rows: Vec<_> = library
        .patients()
        .iter()
        .map(|patient| {
            let who = &patient.phenotype;
            serde_json::json!({
                "id": patient.id, "title": patient.title, "note": patient.note, "traits": patient.traits, "sex": who.sex, "age_years": who.age_years,
                "bmi": who.bmi, "skin_laxity": who.skin_laxity, "skin_type": who.skin_type, "asymmetry": who.asymmetry,
                "facial_type": who.facial_type, "own_scan": library.is_scan(&patient.id),
            })
        })
        .collect();
    if json {
        print_json(&rows);
    } else {
        for patient in library.patients() {
            say!("{:24} {:16} {}", patient.id, patient.title, patient.note);
        }
    }
    Ok(0)
}

pub(super) fn quizzes(json: bool) -> Result<u8, CliError> {
    let banks = quiz::quizzes(&Content::find()?)?;
    if json {
        let rows: Vec<_> = banks
            .iter()
            .map(|bank| serde_json::json!({ "id": bank.id, "title": bank.title, "items": bank.items.len() }))
            .collect();
        print_json(&rows);
    } else {
        banks.iter().for_each(|bank| say!("{:24} {} ({} items)", bank.id, bank.title, bank.items.len()));
    }
    Ok(0)
}
