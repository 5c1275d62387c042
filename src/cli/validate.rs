//! `fanline validate`: every problem of every file, with its place.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::at;
use super::{CliError, print_json};
use super::say::say;
use crate::anatomy::ReadyPatient;
use crate::drill::{Course, Drill, Library};
use crate::product::Product;
use crate::quiz::{Bank, Blueprint};
use crate::scoring::Rubric;
use crate::source::ron_index::RonIndex;
use crate::source::{Content, Problem, Problems};

/// What a content file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Drill,
    Course,
    Quiz,
    Blueprint,
    Rubric,
    Product,
    Patient,
}

const FOLDERS: [(&str, Kind); 7] = [
    ("drills", Kind::Drill),
    ("courses", Kind::Course),
    ("quizzes", Kind::Quiz),
    ("blueprints", Kind::Blueprint),
    ("rubrics", Kind::Rubric),
    ("products", Kind::Product),
    ("patients", Kind::Patient),
];

/// Patients that a drill with ranges is laid on.
const DRAWN: u64 = 3;

/// A field that only files of one kind have, those of drills first: a drill may have a phenotype as well.
const MARKS: [(&str, Kind); 8] = [
    ("entries", Kind::Drill),
    ("drills", Kind::Course),
    ("items", Kind::Quiz),
    ("draws", Kind::Blueprint),
    ("phenotype", Kind::Patient),
    ("caha_mg_per_ml", Kind::Product),
    ("pass_mark", Kind::Rubric),
    ("zone", Kind::Drill),
];

/// The kind of a file: by the folder it lies in, else by a field that only one kind has; a drill if nothing tells.
fn kind(path: &Path, text: &str) -> Kind {
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    if let Some((_, kind)) = FOLDERS.iter().find(|(name, _)| folder.as_deref() == Some(*name)) {
        return *kind;
    }
    let index = RonIndex::new(text);
    MARKS.iter().find(|(field, _)| index.get(field).is_some()).map_or(Kind::Drill, |(_, kind)| *kind)
}

/// All RON files at or below a path, sorted.
fn files(path: &Path, found: &mut Vec<PathBuf>) -> Result<(), CliError> {
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(at(path))?;
        let mut below: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        below.sort();
        for path in below.iter().filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "ron")) {
            files(path, found)?;
        }
    } else {
        found.push(path.to_owned());
    }
    Ok(())
}

/// Lays a drill's zone and entry points on its patient; where patients are drawn, on those of its first attempts.
fn laid(file: &str, text: &str, drill: &Drill, library: &Library) -> Result<(), Problems> {
    let attempts = if drill.ranges.is_some() { DRAWN } else { 1 };
    for attempt in 1..=attempts {
        let Err(error) = library.lay(&drill.for_attempt(drill.seed(attempt))) else { continue };
        let index = RonIndex::new(text);
        let said = error.to_string();
        let field = if said.contains("entry point") { "entries" } else { ["zone", "region", "polygon"].into_iter().find(|field| index.get(field).is_some()).unwrap_or_default() };
        let (line, column) = index.line_column(text, index.enclosing(field).map_or(0, |entry| entry.value.start));
        let allowed = "a place on this patient's skin".to_owned();
        return Err(Problems(vec![Problem { file: file.to_owned(), line, column, field: field.to_owned(), got: said, allowed }]));
    }
    Ok(())
}

fn check(path: &Path, library: &Library) -> Result<(), Vec<Problem>> {
    let name = path.to_string_lossy();
    let whole = |got: String, allowed: &str| {
        vec![Problem { file: name.to_string(), line: 1, column: 1, field: String::new(), got, allowed: allowed.to_owned() }]
    };
    let bytes = fs::read(path).map_err(|error| whole(error.to_string(), "a file that can be read"))?;
    let text = String::from_utf8(bytes).map_err(|error| whole(error.to_string(), "UTF-8 text"))?;
    let done: Result<(), Problems> = match kind(path, &text) {
        Kind::Drill => Drill::parse(&name, &text, &library.known()).and_then(|drill| laid(&name, &text, &drill, library)),
        Kind::Course => Course::parse(&name, &text, &library.drills().iter().map(|drill| drill.id.clone()).collect::<Vec<_>>()).map(drop),
        Kind::Quiz => Bank::parse(&name, &text).map(drop),
        Kind::Blueprint => Blueprint::parse(&name, &text).map(drop),
        Kind::Rubric => Rubric::parse(&name, &text).map(drop),
        Kind::Product => Product::read(&name, &text).map(drop),
        Kind::Patient => ReadyPatient::parse(&name, &text).map(drop),
    };
    done.map_err(|problems| problems.0)
}

pub(super) fn validate(paths: &[PathBuf], json: bool) -> Result<u8, CliError> {
    let library = Library::open(&Content::find()?)?;
    let mut all = Vec::new();
    for path in paths {
        files(path, &mut all)?;
    }
    let mut problems = 0;
    for path in &all {
        let found = check(path, &library).err().unwrap_or_default();
        problems += found.len();
        if json {
            let rows: Vec<_> = found
                .iter()
                .map(|p| {
                    serde_json::json!({
                        "line": p.line, "column": p.column, "field": p.field, "got": p.got, "allowed": p.allowed,
                    })
                })
                .collect();
            print_json(&serde_json::json!({ "file": path, "ok": found.is_empty(), "problems": rows }));
        } else if found.is_empty() {
            say!("{}: ok", path.display());
        }
        found.iter().for_each(|problem| eprintln!("{problem}"));
    }
    if problems > 0 {
        eprintln!("{problems} problem{} in {} file{}", if problems == 1 { "" } else { "s" }, all.len(), if all.len() == 1 { "" } else { "s" });
    }
    Ok(u8::from(problems > 0))
}
