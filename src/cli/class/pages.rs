//! `fanline class report|export`, and `fanline report --class|--trainee`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{lrs, member, now_ms, open};
use crate::cli::error::at;
use crate::cli::say::say;
use crate::cli::{CliError, print_json};
use crate::drill::Library;
use crate::lang::Lang;
use crate::quiz::quizzes;
use crate::records::class::Cohort;
use crate::records::class_page::{About, attempts_csv, class_page, class_pages, class_tables, trainee_page};
use crate::records::store::Store;
use crate::records::xapi::Timestamp;
use crate::source::Content;

/// What is known here of the drills of the class and of the quizzes' items.
pub(super) fn about(content: &Content, store: &Store, lang: &Lang) -> Result<About, CliError> {
    about_cohort(content, &Cohort::of_store(store)?, lang)
}

fn about_cohort(content: &Content, cohort: &Cohort, lang: &Lang) -> Result<About, CliError> {
    Ok(About::of(cohort, &Library::open(content)?, &quizzes(content)?, lang))
}

fn made() -> Timestamp {
    Timestamp::of_unix_ms(now_ms())
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    fs::write(path, text).map_err(at(path))
}

/// Writes files into a folder; gives where they are.
fn put(out: &Path, files: Vec<(String, String)>) -> Result<Vec<PathBuf>, CliError> {
    let one = |(name, text): (String, String)| {
        let path = out.join(name);
        write(&path, &text).map(|()| path)
    };
    files.into_iter().map(one).collect()
}

fn tell(files: &[PathBuf], json: bool) {
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
    let files = put(out, class_pages(&cohort, &about, &made(), &lang)?)?;
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
    let files = put(out, class_tables(&cohort, &store.members()?, &about, &lang))?;
    tell(&files, json);
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
