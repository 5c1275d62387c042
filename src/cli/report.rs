//! `fanline report`: an HTML report of one attempt, of a trainee or of the class.

use std::fs;
use std::path::Path;

use super::args::Report;
use super::error::at;
use super::{CliError, class, print_json, recordings};
use super::say::say;
use crate::drill::{Library, attempt};
use crate::lang::Lang;
use crate::records;
use crate::source::Content;

pub(super) fn report(options: &Report, language: &str, json: bool) -> Result<u8, CliError> {
    let (out, csv) = (options.out.as_path(), options.csv.as_deref());
    match (&options.file, &options.trainee) {
        (Some(file), _) => attempt_report(file, out, csv, language, json),
        (None, Some(who)) => class::trainee_report(who, out, csv, language, json),
        (None, None) => class::class_report(out, csv, language, json),
    }
}

fn attempt_report(file: &Path, out: &Path, csv: Option<&Path>, language: &str, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let library = Library::open(&content)?;
    let lang = Lang::load(&content, language)?;
    let recording = recordings::read(file)?;
    let drill = library.any_drill(&recording.header.drill)?;
    let hash = library.hash(&drill);
    if recording.header.drill_hash != hash {
        let reason = format!("drill \"{}\" or its content has changed since", drill.id);
        return Err(CliError::Refused { path: file.to_owned(), reason });
    }
    let setup = library.setup(&drill, recording.header.seed)?;
    let rerun = attempt::rerun(&recording, setup, library.rubric(&drill.rubric)?);
    if let Some(tick) = rerun.first_differing_tick {
        let reason = format!("the simulation differs from the recording at tick {tick}");
        return Err(CliError::Refused { path: file.to_owned(), reason });
    }
    let html = records::report(&drill, &hash, &[(&recording.header.player, &rerun.session, &rerun.scorecard)], &lang)?;
    fs::write(out, html).map_err(at(out))?;
    if let Some(csv) = csv {
        fs::write(csv, records::measures_csv(&rerun.scorecard, &lang)).map_err(at(csv))?;
    }
    if json {
        print_json(&serde_json::json!({ "file": file, "report": out, "total": rerun.scorecard.total }));
    } else {
        say!("{}", out.display());
    }
    Ok(0)
}
