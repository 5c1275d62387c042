//! `fanline score` and `fanline verify`: recordings in, scorecards and verdicts out.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::at;
use super::simulate::Row;
use super::{CliError, print_json};
use super::say::say;
use crate::drill::{Library, Verdict, attempt};
use crate::session::recording::Recording;
use crate::source::Content;

/// Reads a sealed recording from disk.
pub(super) fn read(path: &Path) -> Result<Recording, CliError> {
    let file = fs::read(path).map_err(at(path))?;
    Recording::read_sealed(&file).map_err(|source| CliError::Recording { path: path.to_owned(), source })
}

/// Runs `work` on every file with so many threads, results in the order of the files.
fn each<T: Send>(files: &[PathBuf], jobs: usize, work: impl Fn(&Path) -> T + Sync) -> Result<Vec<T>, CliError> {
    let pool = pool(jobs)?;
    Ok(pool.install(|| files.par_iter().map(|path| work(path)).collect()))
}

/// A pool of so many threads (0: one for each core).
pub(super) fn pool(jobs: usize) -> Result<rayon::ThreadPool, CliError> {
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(|error| CliError::Argument {
        name: "--jobs",
        got: jobs.to_string(),
        allowed: error.to_string(),
    })
}

pub(super) fn score(files: &[PathBuf], jobs: usize, json: bool) -> Result<u8, CliError> {
    let library = Library::open(&Content::find()?)?;
    let one = |path: &Path| -> Result<Row, CliError> {
        let recording = read(path)?;
        let drill = library.any_drill(&recording.header.drill)?;
        let hash = library.hash(&drill);
        if recording.header.drill_hash != hash {
            let reason = format!("drill \"{}\" or its content has changed since", drill.id);
            return Err(CliError::Refused { path: path.to_owned(), reason });
        }
        let rerun = attempt::rerun(&recording, library.setup(&drill, recording.header.seed)?, library.rubric(&drill.rubric)?);
        if let Some(tick) = rerun.first_differing_tick {
            let reason = format!("the simulation differs from the recording at tick {tick}");
            return Err(CliError::Refused { path: path.to_owned(), reason });
        }
        Ok(Row::new(&recording.header, &rerun.scorecard, Some(path)))
    };
    let mut code = 0;
    for result in each(files, jobs, one)? {
        match result {
            Ok(row) => row.print(json),
            Err(error) => code = super::fail(&error),
        }
    }
    Ok(code)
}

pub(super) fn verify(files: &[PathBuf], jobs: usize, json: bool) -> Result<u8, CliError> {
    let library = Library::open(&Content::find()?)?;
    let one = |path: &Path| -> Result<Verdict, CliError> {
        let recording = read(path)?;
        let drill = library.any_drill(&recording.header.drill)?;
        let setup = library.setup(&drill, recording.header.seed)?;
        Ok(attempt::verify(&recording, &library.hash(&drill), setup))
    };
    let mut code = 0;
    for (path, result) in files.iter().zip(each(files, jobs, one)?) {
        let verdict = result.unwrap_or_else(|error| Verdict {
            ok: false,
            first_differing_tick: None,
            reason: Some(match &error {
                CliError::Recording { source, .. } => source.to_string(),
                other => other.to_string(),
            }),
        });
        if !verdict.ok {
            code = 1;
        }
        if json {
            print_json(&serde_json::json!({
                "file": path, "ok": verdict.ok, "first_differing_tick": verdict.first_differing_tick, "reason": verdict.reason,
            }));
        } else if verdict.ok {
            say!("{}: verified", path.display());
        } else {
            eprintln!("{}: {}", path.display(), verdict.reason.as_deref().unwrap_or("refused"));
        }
    }
    Ok(code)
}
