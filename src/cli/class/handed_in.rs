//! `fanline class import`: recordings that are handed in.

use std::collections::BTreeMap;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde_json::json;

use super::{bounded, now_ms, open};
use crate::cli::error::at;
use crate::cli::recordings::pool;
use crate::cli::say::say;
use crate::cli::{CliError, print_json};
use crate::drill::Library;
use crate::records::class::{Imported, Incoming, Outcome, import as take_in};
use crate::records::store::MAX_RECORDING_BYTES;
use crate::records::xapi::text::shown;
use crate::source::Content;

/// Folders below each other that are looked into, and files that are taken.
const DEEPEST: usize = 4;
const MOST_FILES: usize = 100_000;

/// The recordings of a folder, those of folders below it too; links are not followed.
fn gather(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) -> Result<(), CliError> {
    let mut entries: Vec<_> = fs::read_dir(folder).map_err(at(folder))?.collect::<Result<_, _>>().map_err(at(folder))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type().map_err(at(folder))?);
        if kind.is_dir() && deep > 0 {
            gather(&path, deep - 1, found)?;
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "fanline") && found.len() < MOST_FILES {
            found.push(path);
        }
    }
    Ok(())
}

fn incoming(path: PathBuf) -> Incoming {
    let modified = fs::metadata(&path).and_then(|data| data.modified()).ok();
    let modified_ms = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok()).and_then(|since| i64::try_from(since.as_millis()).ok());
    let bytes = bounded(&path, MAX_RECORDING_BYTES as u64).map_err(|error| error.to_string());
    Incoming { path, modified_ms, bytes }
}

pub(super) fn import(places: &[PathBuf], jobs: usize, json: bool) -> Result<u8, CliError> {
    let mut files = Vec::new();
    for place in places {
        if fs::metadata(place).map_err(at(place))?.is_dir() {
            gather(place, DEEPEST, &mut files)?;
        } else {
            files.push(place.clone());
        }
    }
    let mut store = open()?;
    let library = Library::open(&Content::find()?)?;
    let codes: BTreeMap<i64, String> = store.members()?.into_iter().map(|member| (member.learner, member.code)).collect();
    let (all, pool) = (files.len(), pool(jobs)?);
    let speaks = !json && std::io::stderr().is_terminal();
    let mut done = 0;
    let imported = pool.install(|| {
        take_in(&mut store, &library, files.into_iter().map(incoming), now_ms(), |batch| {
            done += batch.len();
            if speaks && done < all {
                eprintln!("{done} of {all}");
            }
        })
    })?;
    for one in &imported {
        tell(one, &codes, json);
    }
    let refused = imported.iter().filter(|one| matches!(one.outcome, Outcome::Refused(_))).count();
    if !json {
        let taken = imported.iter().filter(|one| matches!(one.outcome, Outcome::Taken { .. })).count();
        say!("{taken} taken, {} known, {refused} refused", all - taken - refused);
    }
    Ok(u8::from(refused > 0))
}

fn tell(one: &Imported, codes: &BTreeMap<i64, String>, json: bool) {
    let file = shown(&one.path.to_string_lossy(), 400);
    match &one.outcome {
        Outcome::Taken { learner, drill, total, passed } => {
            let code = codes.get(learner).map_or("", String::as_str);
            if json {
                print_json(&json!({
                    "file": one.path, "ok": true, "outcome": "taken", "member": code, "drill": drill, "total": total, "passed": passed,
                }));
            } else {
                say!("{file}: {code}, {drill}, {total:.0}{}", if *passed { ", passed" } else { "" });
            }
        }
        Outcome::Known if json => print_json(&json!({ "file": one.path, "ok": true, "outcome": "known" })),
        Outcome::Known => say!("{file}: known"),
        Outcome::Refused(refusal) => {
            if json {
                print_json(&json!({ "file": one.path, "ok": false, "outcome": "refused", "refusal": refusal.name(), "reason": refusal.to_string() }));
            } else {
                eprintln!("{file}: {refusal}");
            }
        }
    }
}
