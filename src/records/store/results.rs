//! What the game kept before there was a database: `results.jsonl` and the recordings beside it in the data folder.
//!
//! **Invariant:** nothing is lost: the file stays, as `results.jsonl.imported`, and so do its recordings; taken in twice, it is there once.
//! When the learner is deleted whose they are, they go too, if they are still what was taken in.

use std::fs;
use std::path::{Component, Path};

use rusqlite::{Connection, params};

use super::exchange::{read, sum};
use super::{Attempt, MAX_RECORDING_BYTES, Six, Store, StoreError, attempt};
use crate::session::recording::Recording;

/// The file.
pub const RESULTS: &str = "results.jsonl";
/// Where what was played for something lies, below the data folder.
const FOLDERS: [(&str, &str); 3] = [("drill", "recordings"), ("practise", "recordings/practise"), ("exam", "recordings/exam")];
/// Longest of the file, and of notes beside a recording, bytes.
const MOST: usize = 256 << 20;
const MOST_NOTES: usize = 64 << 10;

/// A line of the file.
#[derive(serde::Deserialize)]
struct Line {
    #[serde(default = "drill")]
    mode: String,
    drill: String,
    total: f64,
    passed: bool,
    seed: u64,
    #[serde(default)]
    left: bool,
    #[serde(default)]
    recording: String,
    #[serde(default)]
    parts: Option<Parts>,
}

#[derive(serde::Deserialize)]
struct Parts {
    depth: f64,
    evenness: f64,
    nodule_probability: f64,
    safety: f64,
    technique: f64,
    procedure: f64,
    threads: u32,
    time_s: f64,
}

fn drill() -> String {
    "drill".to_owned()
}

/// What was taken in from the game's old files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Taken {
    /// Attempts that were not there.
    pub attempts: usize,
    /// Attempts that were there.
    pub doubles: usize,
    /// Recordings.
    pub recordings: usize,
    /// Lines that could not be read; they stay in the file.
    pub unreadable: usize,
}

/// Name of a recording's file, if it is nothing but a name.
fn plain(name: &str) -> Option<&str> {
    let mut parts = Path::new(name).components();
    (matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None)) && !name.contains(['/', '\\']) && name.ends_with(".fanline")).then_some(name)
}

impl Line {
    /// The path of its recording below the data folder, if it has one.
    fn recording(&self) -> Option<String> {
        let folder = FOLDERS.iter().find(|(mode, _)| *mode == self.mode)?.1;
        plain(&self.recording).map(|name| format!("{folder}/{name}"))
    }

    fn attempt(&self, recording: Option<&Recording>) -> Attempt {
        let parts = self.parts.as_ref();
        let header = recording.map(|recording| &recording.header);
        Attempt {
            drill: self.drill.clone(),
            drill_hash: header.map(|header| header.drill_hash.clone()).unwrap_or_default(),
            mode: self.mode.clone(),
            seed: self.seed,
            engine: header.map(|header| header.engine.clone()).unwrap_or_default(),
            started_ms: None,
            ended_ms: None,
            left: self.left,
            total: self.total,
            passed: self.passed,
            critical: Vec::new(),
            scores: parts.map(|parts| Six {
                depth: parts.depth,
                evenness: parts.evenness,
                nodule: None,
                safety: parts.safety,
                technique: parts.technique,
                procedure: parts.procedure,
            }),
            nodule_probability: parts.map(|parts| parts.nodule_probability),
            threads: parts.map(|parts| parts.threads),
            time_s: parts.map(|parts| parts.time_s),
            findings: serde_json::json!([]),
        }
    }
}

fn remember(connection: &Connection, learner: i64, path: &str, sum: [u8; 32]) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO old_files (learner, path, sha256) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute(params![learner, path, sum])?;
    Ok(())
}

impl Store {
    /// Takes the game's old results with their recordings and notes from the data folder (that of the database) into the records of a learner.
    ///
    /// # Errors
    /// [`StoreError::NoLearner`], [`StoreError::File`]; nothing is taken in then and the file stays where it is.
    pub fn import_results(&mut self, learner: i64, folder: &Path) -> Result<Taken, StoreError> {
        let from = folder.join(RESULTS);
        if from.symlink_metadata().is_err() {
            return Ok(Taken::default());
        }
        let bytes = read(&from, MOST)?;
        let later = |number: u32| if number == 0 { format!("{RESULTS}.imported") } else { format!("{RESULTS}.imported-{number}") };
        let name = (0..u32::MAX).map(later).find(|name| folder.join(name).symlink_metadata().is_err()).unwrap_or_default();
        let taken = self.transaction(|transaction| {
            super::learner::find(transaction, learner)?;
            let mut taken = Taken::default();
            for (number, text) in bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, text)| !text.trim_ascii().is_empty()) {
                let line = serde_json::from_slice(text).ok().filter(|line: &Line| attempt::check(&line.attempt(None)).is_ok());
                let Some(line): Option<Line> = line else {
                    taken.unreadable += 1;
                    continue;
                };
                let path = line.recording();
                let file = path.as_ref().and_then(|path| read(&folder.join(path), MAX_RECORDING_BYTES).ok());
                let sealed = file.as_ref().and_then(|bytes| Recording::read_sealed(bytes).ok());
                let file = file.filter(|_| sealed.as_ref().is_some_and(|it| it.header.drill == line.drill && it.header.seed == line.seed));
                let salt = [&(number as u64).to_le_bytes(), text].concat();
                let (id, new) = attempt::insert(transaction, learner, &line.attempt(sealed.as_ref()), file.as_deref(), true, &salt)?;
                taken.attempts += usize::from(new);
                taken.doubles += usize::from(!new);
                if let (Some(path), Some(bytes)) = (path, file) {
                    remember(transaction, learner, &path, sum(&bytes))?;
                    taken.recordings += usize::from(new);
                    let notes = read(&folder.join(path).with_extension("txt"), MOST_NOTES).ok().and_then(|notes| String::from_utf8(notes).ok());
                    if let Some(notes) = notes.filter(|_| new) {
                        attempt::put_notes(transaction, id, &notes)?;
                    }
                }
            }
            remember(transaction, learner, &name, sum(&bytes))?;
            Ok(taken)
        })?;
        let to = folder.join(name);
        fs::rename(&from, &to).map_err(super::error::at(from))?;
        super::backup::keep_names(&to);
        Ok(taken)
    }

    /// Removes the old files of learners who were deleted, those that are still what was taken in, with the notes beside them.
    pub(super) fn remove_old_files(&self) -> Result<(), StoreError> {
        let Some(folder) = self.path().and_then(Path::parent) else { return Ok(()) };
        let mut statement = self.connection().prepare("SELECT id, path, sha256 FROM old_files WHERE learner IS NULL")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let gone: Vec<(i64, String, [u8; 32])> = rows.collect::<Result<_, _>>()?;
        for (id, name, wanted) in gone {
            let path = folder.join(&name);
            let ours = ours(&name) && path.symlink_metadata().is_ok_and(|about| about.is_file());
            if ours && read(&path, MOST).is_ok_and(|bytes| sum(&bytes) == wanted) {
                let notes = path.with_extension("txt");
                if name.ends_with(".fanline") && notes.is_file() && fs::remove_file(notes).is_err() {
                    continue;
                }
                // One that cannot be removed now is tried again when the records are next opened.
                if fs::remove_file(path).is_err() {
                    continue;
                }
            }
            self.connection().execute("DELETE FROM old_files WHERE id = ?1", [id])?;
        }
        Ok(())
    }
}

/// Whether a path is one that this file writes down; a database from a stranger names what it likes.
fn ours(path: &str) -> bool {
    let recording = |folder: &str| path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')).is_some_and(|name| plain(name).is_some());
    let ending = path.strip_prefix(RESULTS).and_then(|rest| rest.strip_prefix(".imported"));
    ending.is_some_and(|rest| rest.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit())) || FOLDERS.iter().any(|(_, folder)| recording(folder))
}
