//! `fanline class report|export`, and `fanline report --class|--trainee`.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::{lrs, member, now_ms, open};
use crate::cli::error::at;
use crate::cli::say::say;
use crate::cli::{CliError, print_json};
use crate::drill::Library;
use crate::lang::Lang;
use crate::quiz::quizzes;
use crate::records::class::{Cohort, write_roster};
use crate::records::class_page::{About, DrillAbout, attempts_csv, class_page, errors_csv, items_csv, trainee_page, trainees_csv};
use crate::records::cohort::drills;
use crate::records::store::Store;
use crate::records::xapi::Timestamp;
use crate::source::Content;

/// What is known here of the drills of the class and of the quizzes' items.
pub(super) fn about(content: &Content, store: &Store, lang: &Lang) -> Result<About, CliError> {
    about_cohort(content, &Cohort::of_store(store)?, lang)
}

fn about_cohort(content: &Content, cohort: &Cohort, lang: &Lang) -> Result<About, CliError> {
    let library = Library::open(content)?;
    let mut about = About::default();
    let due = cohort.due.iter().flatten().map(|due| due.what.as_str());
    for id in drills(&cohort.attempts).into_iter().chain(due) {
        // A drill that is no longer installed keeps its id.
        let Ok(drill) = library.any_drill(id) else { continue };
        let Ok(rubric) = library.rubric(&drill.rubric) else { continue };
        let known = DrillAbout { title: drill.words(lang).title, pass_mark: Some(rubric.pass_mark), rules: rubric.learning };
        about.drills.insert(id.to_owned(), known);
    }
    for bank in quizzes(content)? {
        about.items.extend(bank.items.iter().map(|item| (format!("{}/{}", bank.id, item.id), item.ask.clone())));
    }
    Ok(about)
}

fn made() -> Timestamp {
    Timestamp::of_unix_ms(now_ms())
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    fs::write(path, text).map_err(at(path))
}

fn tell(files: &[std::path::PathBuf], json: bool) {
    if json {
        print_json(&json!({ "files": files }));
    } else {
        files.iter().for_each(|file| say!("{}", file.display()));
    }
}

pub(super) fn report(out: &Path, from_lrs: bool, language: &str, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let lang = Lang::load(&content, language)?;
    let store = open()?;
    let cohort = if from_lrs { Cohort::of_told(&lrs::told()?, store.is_blind()?) } else { Cohort::of_store(&store)? };
    let about = about_cohort(&content, &cohort, &lang)?;
    fs::create_dir_all(out).map_err(at(out))?;
    let page = class_page(&cohort, &about, &made(), &lang)?;
    let mut files = vec![out.join("class.html")];
    write(&files[0], &page)?;
    for (who, trainee) in cohort.trainees.iter().enumerate() {
        // A code is letters and digits; whoever has none is numbered: no file is named after a person.
        let name = if trainee.code.is_empty() { (who + 1).to_string() } else { trainee.code.clone() };
        let path = out.join(format!("trainee-{name}.html"));
        write(&path, &trainee_page(&cohort, who, &about, &made(), &lang)?)?;
        files.push(path);
    }
    tell(&files, json);
    Ok(0)
}

pub(super) fn export(out: &Path, language: &str, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let lang = Lang::load(&content, language)?;
    let store = open()?;
    let cohort = Cohort::of_store(&store)?;
    let about = about_cohort(&content, &cohort, &lang)?;
    fs::create_dir_all(out).map_err(at(out))?;
    let mut files = Vec::new();
    // The roster holds the key from codes to names.
    if !cohort.blind {
        files.push((out.join("roster.csv"), write_roster(&store.members()?)));
    }
    files.push((out.join("attempts.csv"), attempts_csv(&cohort)));
    files.push((out.join("trainees.csv"), trainees_csv(&cohort, &about)));
    files.push((out.join("items.csv"), items_csv(&cohort)));
    files.push((out.join("errors.csv"), errors_csv(&cohort, &lang)));
    for (path, text) in &files {
        write(path, text)?;
    }
    tell(&files.into_iter().map(|file| file.0).collect::<Vec<_>>(), json);
    Ok(0)
}

/// `fanline report --class`: the class's page, and its attempts as CSV.
pub(in crate::cli) fn class_report(out: &Path, csv: Option<&Path>, language: &str, json: bool) -> Result<u8, CliError> {
    one(None, out, csv, language, json)
}

/// `fanline report --trainee`: a trainee's page, and their attempts as CSV.
pub(in crate::cli) fn trainee_report(who: &str, out: &Path, csv: Option<&Path>, language: &str, json: bool) -> Result<u8, CliError> {
    one(Some(who), out, csv, language, json)
}

fn one(who: Option<&str>, out: &Path, csv: Option<&Path>, language: &str, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let lang = Lang::load(&content, language)?;
    let store = open()?;
    let mut cohort = Cohort::of_store(&store)?;
    let about = about_cohort(&content, &cohort, &lang)?;
    let page = match who {
        None => class_page(&cohort, &about, &made(), &lang)?,
        Some(text) => {
            let code = member(&store, text)?.code;
            let who = cohort.trainees.iter().position(|trainee| trainee.code == code).unwrap_or_default();
            let page = trainee_page(&cohort, who, &about, &made(), &lang)?;
            cohort.attempts.retain(|attempt| attempt.who == who);
            page
        }
    };
    write(out, &page)?;
    let mut files = vec![out.to_owned()];
    if let Some(csv) = csv {
        write(csv, &attempts_csv(&cohort))?;
        files.push(csv.to_owned());
    }
    if json {
        print_json(&json!({ "report": out, "csv": csv, "attempts": cohort.attempts.len() }));
    } else {
        tell(&files, false);
    }
    Ok(0)
}
