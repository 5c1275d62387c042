//! Attempts: what was played, how it was judged, and the sealed recording.
//!
//! **Invariant:** an attempt and its recording are kept together or not at all. The same attempt is never kept twice: one with a
//! recording is known by it, one without by all that is said of it.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Store, StoreError, checked, content_id};
use crate::scoring::Scorecard;
use crate::session::recording::ENGINE;

/// Longest recording, bytes (an hour of play has about a twentieth of it).
pub const MAX_RECORDING_BYTES: usize = 64 << 20;

/// Longest notes on an attempt, bytes.
const MAX_NOTES_BYTES: usize = 64 << 10;

/// The six scores, 0 to 100 each.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Six {
    /// Mass in the target plane.
    pub depth: f64,
    /// Dose over the zone.
    pub evenness: f64,
    /// Safety from nodules; none in results of before it was kept.
    pub nodule: Option<f64>,
    /// Hazards, bone, skin.
    pub safety: f64,
    /// How it was laid.
    pub technique: f64,
    /// Steps and dose.
    pub procedure: f64,
}

/// What is kept of an attempt.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// Drill.
    pub drill: String,
    /// Hash of the drill and all content it refers to; empty where it is not known.
    pub drill_hash: String,
    /// What it was for: drill, practise, exam…
    pub mode: String,
    /// Seed.
    pub seed: u64,
    /// Version of the engine that judged it.
    pub engine: String,
    /// When it began, ms since 1970 UTC.
    pub started_ms: Option<i64>,
    /// When it ended.
    pub ended_ms: Option<i64>,
    /// It was left before its end: an exam that counts as not passed.
    pub left: bool,
    /// Total, 0 to 100.
    pub total: f64,
    /// Whether it passed.
    pub passed: bool,
    /// Names of the critical errors.
    pub critical: Vec<String>,
    /// The six scores; none for an attempt that was left.
    pub scores: Option<Six>,
    /// Probability of at least one nodule, 0 to 1.
    pub nodule_probability: Option<f64>,
    /// Threads laid.
    pub threads: Option<u32>,
    /// Time taken, s of the simulation.
    pub time_s: Option<f64>,
    /// The findings, as the scorecard writes them (a list).
    pub findings: Value,
}

impl Attempt {
    /// An attempt as it was judged here; `times` is its begin and end, ms since 1970 UTC.
    #[must_use]
    pub fn judged(drill: &str, drill_hash: &str, mode: &str, seed: u64, card: &Scorecard, times: Option<(i64, i64)>, time_s: f64) -> Self {
        let scores = card.scores;
        Self {
            drill: drill.to_owned(),
            drill_hash: drill_hash.to_owned(),
            mode: mode.to_owned(),
            seed,
            engine: ENGINE.to_owned(),
            started_ms: times.map(|times| times.0),
            ended_ms: times.map(|times| times.1),
            left: false,
            total: card.total,
            passed: card.passed,
            critical: card.critical.iter().map(|error| error.id.to_string()).collect(),
            scores: Some(Six {
                depth: scores.depth,
                evenness: scores.evenness,
                nodule: Some(scores.nodule),
                safety: scores.safety,
                technique: scores.technique,
                procedure: scores.procedure,
            }),
            nodule_probability: Some(card.nodule.probability),
            threads: u32::try_from(card.threads.len()).ok(),
            time_s: Some(time_s),
            findings: serde_json::to_value(&card.findings).unwrap_or_default(),
        }
    }
}

impl Attempt {
    /// An attempt that was left before its end, which counts as not passed; `times` as in [`Attempt::judged`].
    #[must_use]
    pub fn left(drill: &str, drill_hash: &str, mode: &str, seed: u64, times: (i64, i64)) -> Self {
        Self {
            drill: drill.to_owned(),
            drill_hash: drill_hash.to_owned(),
            mode: mode.to_owned(),
            seed,
            engine: ENGINE.to_owned(),
            started_ms: Some(times.0),
            ended_ms: Some(times.1),
            left: true,
            total: 0.0,
            passed: false,
            critical: Vec::new(),
            scores: None,
            nodule_probability: None,
            threads: None,
            time_s: None,
            findings: Value::Array(Vec::new()),
        }
    }
}

/// An attempt in the records.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptAttempt {
    /// Number in this database.
    pub id: i64,
    /// The same attempt in every copy of the records.
    pub uid: [u8; 16],
    /// Whose it is.
    pub learner: i64,
    /// What is kept of it.
    pub attempt: Attempt,
    /// SHA-256 of the sealed recording, where there is one.
    pub recording: Option<[u8; 32]>,
    /// It was played here, or simulated again when it was imported.
    pub checked: bool,
}

/// What makes an attempt that one and no other. `salt` tells apart those that say the same.
pub(super) fn uid(learner: [u8; 16], attempt: &Attempt, recording: Option<&[u8; 32]>, salt: &[u8]) -> [u8; 16] {
    match recording {
        Some(sum) => content_id("attempt by recording", &[&learner, sum]),
        None => content_id("attempt", &[&learner, &serde_json::to_vec(attempt).unwrap_or_default(), salt]),
    }
}

pub(super) fn check(attempt: &Attempt) -> Result<(), StoreError> {
    checked("drill", &attempt.drill, 400)?;
    checked("mode", &attempt.mode, 40)?;
    let number = |field: &'static str, x: Option<f64>, to: f64, allowed: &'static str| match x {
        Some(x) if !(0.0..=to).contains(&x) => Err(StoreError::Value { field, got: x.to_string(), allowed }),
        _ => Ok(()),
    };
    let score = |field: &'static str, of: fn(&Six) -> Option<f64>| number(field, attempt.scores.as_ref().and_then(of), 100.0, "0 to 100");
    number("total", Some(attempt.total), 100.0, "0 to 100")?;
    score("depth", |six| Some(six.depth))?;
    score("evenness", |six| Some(six.evenness))?;
    score("nodule", |six| six.nodule)?;
    score("safety", |six| Some(six.safety))?;
    score("technique", |six| Some(six.technique))?;
    score("procedure", |six| Some(six.procedure))?;
    number("nodule_probability", attempt.nodule_probability, 1.0, "0 to 1")?;
    number("time_s", attempt.time_s, f64::MAX, "a time")
}

/// Keeps an attempt inside a transaction; gives its number and whether it is new: if it is there, the number of the one that is.
pub(in crate::records) fn insert(connection: &Connection, learner: i64, attempt: &Attempt, recording: Option<&[u8]>, checked: bool, salt: &[u8]) -> Result<(i64, bool), StoreError> {
    let sum: Option<[u8; 32]> = recording.map(|bytes| Sha256::digest(bytes).into());
    let whose = super::learner::find(connection, learner)?.uid;
    insert_as(connection, uid(whose, attempt, sum.as_ref(), salt), learner, attempt, recording, checked)
}

/// The same for an attempt whose uid is known.
pub(super) fn insert_as(connection: &Connection, uid: [u8; 16], learner: i64, attempt: &Attempt, recording: Option<&[u8]>, checked: bool) -> Result<(i64, bool), StoreError> {
    check(attempt)?;
    if let Some(bytes) = recording.filter(|bytes| bytes.len() > MAX_RECORDING_BYTES) {
        return Err(StoreError::Value { field: "recording", got: format!("{} bytes", bytes.len()), allowed: "up to 64 MiB" });
    }
    if let Some(id) = connection.prepare_cached("SELECT id FROM attempts WHERE uid = ?1")?.query_row([uid], |row| row.get(0)).optional()? {
        return Ok((id, false));
    }
    let six = attempt.scores.as_ref();
    let sql = "INSERT INTO attempts (uid, learner, drill, drill_hash, mode, seed, engine, started_ms, ended_ms, was_left, total, passed, critical,
        depth, evenness, nodule, safety, technique, procedure, nodule_probability, threads, time_s, findings, checked)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)";
    connection.prepare_cached(sql)?.execute(params![
        uid,
        learner,
        attempt.drill,
        attempt.drill_hash,
        attempt.mode,
        attempt.seed.cast_signed(),
        attempt.engine,
        attempt.started_ms,
        attempt.ended_ms,
        attempt.left,
        attempt.total,
        attempt.passed,
        serde_json::to_string(&attempt.critical).unwrap_or_default(),
        six.map(|six| six.depth),
        six.map(|six| six.evenness),
        six.and_then(|six| six.nodule),
        six.map(|six| six.safety),
        six.map(|six| six.technique),
        six.map(|six| six.procedure),
        attempt.nodule_probability,
        attempt.threads,
        attempt.time_s,
        attempt.findings.to_string(),
        checked,
    ])?;
    let id = connection.last_insert_rowid();
    if let Some(bytes) = recording {
        let sum: [u8; 32] = Sha256::digest(bytes).into();
        connection.prepare_cached("INSERT INTO recordings (attempt, sha256, bytes) VALUES (?1, ?2, ?3)")?.execute(params![id, sum, bytes])?;
    }
    Ok((id, true))
}

/// Replaces the notes on an attempt inside a transaction.
pub(super) fn put_notes(connection: &Connection, attempt: i64, notes: &str) -> Result<(), StoreError> {
    if notes.len() > MAX_NOTES_BYTES {
        return Err(StoreError::Value { field: "notes", got: format!("{} bytes", notes.len()), allowed: "up to 64 KiB" });
    }
    match connection.prepare_cached("UPDATE attempts SET notes = ?2 WHERE id = ?1")?.execute(params![attempt, notes])? {
        0 => Err(StoreError::Row { table: "attempts", id: attempt, reason: "there is none".to_owned() }),
        _ => Ok(()),
    }
}

const SELECT: &str = "SELECT a.id, a.uid, a.learner, drill, drill_hash, mode, seed, engine, started_ms, ended_ms, was_left, total, passed, critical,
    depth, evenness, nodule, safety, technique, procedure, nodule_probability, threads, time_s, findings, checked,
    CASE WHEN octet_length(r.sha256) = 32 THEN r.sha256 END
    FROM attempts a LEFT JOIN recordings r ON r.attempt = a.id";

/// A text as far as it can be read: one wrong byte on the disk does not keep all the others from being shown.
pub(super) fn text(row: &Row, column: usize) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(column)?.as_bytes()?).into_owned())
}

/// What a text of JSON says; nothing where it cannot be read.
pub(super) fn json<T: serde::de::DeserializeOwned + Default>(row: &Row, column: usize) -> rusqlite::Result<T> {
    Ok(serde_json::from_slice(row.get_ref(column)?.as_bytes()?).unwrap_or_default())
}

fn read(row: &Row) -> rusqlite::Result<KeptAttempt> {
    let scores = match (row.get(14)?, row.get(15)?, row.get(17)?, row.get(18)?, row.get(19)?) {
        (Some(depth), Some(evenness), Some(safety), Some(technique), Some(procedure)) => {
            Some(Six { depth, evenness, nodule: row.get(16)?, safety, technique, procedure })
        }
        _ => None,
    };
    Ok(KeptAttempt {
        id: row.get(0)?,
        uid: row.get(1)?,
        learner: row.get(2)?,
        attempt: Attempt {
            drill: text(row, 3)?,
            drill_hash: text(row, 4)?,
            mode: text(row, 5)?,
            seed: row.get::<_, i64>(6)?.cast_unsigned(),
            engine: text(row, 7)?,
            started_ms: row.get(8)?,
            ended_ms: row.get(9)?,
            left: row.get(10)?,
            total: row.get(11)?,
            passed: row.get(12)?,
            critical: json(row, 13)?,
            scores,
            nodule_probability: row.get(20)?,
            threads: row.get(21)?,
            time_s: row.get(22)?,
            findings: json(row, 23)?,
        },
        checked: row.get(24)?,
        recording: row.get(25)?,
    })
}

/// Attempts, oldest first: of one learner or of all.
pub(in crate::records) fn list(connection: &Connection, learner: Option<i64>) -> Result<Vec<KeptAttempt>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE ?1 IS NULL OR a.learner = ?1 ORDER BY a.id"))?;
    let rows = statement.query_map([learner], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The latest attempts of the members of the class that were judged and verified here, at drills and in exams: what came in last comes first.
pub(in crate::records) fn latest(connection: &Connection, most: usize) -> Result<Vec<KeptAttempt>, StoreError> {
    let counts = "a.checked AND NOT a.was_left AND a.mode IN ('drill', 'exam')";
    let sql = format!("{SELECT} WHERE a.learner IN (SELECT learner FROM roster) AND {counts} ORDER BY a.id DESC LIMIT ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([i64::try_from(most).unwrap_or(i64::MAX)], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Store {
    /// Keeps an attempt with its sealed recording; on the disk when this returns. Keeping it again changes nothing and gives the same number.
    ///
    /// # Errors
    /// [`StoreError::Value`] for a number out of its range or a recording over 64 MiB, [`StoreError::NoLearner`].
    pub fn add_attempt(&mut self, learner: i64, attempt: &Attempt, recording: Option<&[u8]>) -> Result<i64, StoreError> {
        self.transaction(|transaction| insert(transaction, learner, attempt, recording, true, &[])).map(|(id, _)| id)
    }

    /// A learner's attempts, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read, or holds what this program did not write.
    pub fn attempts(&self, learner: i64) -> Result<Vec<KeptAttempt>, StoreError> {
        list(self.connection(), Some(learner))
    }

    /// One attempt.
    ///
    /// # Errors
    /// [`StoreError::Row`] where there is none, or when the database cannot be read.
    pub fn attempt(&self, id: i64) -> Result<KeptAttempt, StoreError> {
        let found = self.connection().prepare_cached(&format!("{SELECT} WHERE a.id = ?1"))?.query_row([id], read).optional()?;
        found.ok_or_else(|| StoreError::Row { table: "attempts", id, reason: "there is none".to_owned() })
    }

    /// Everyone's attempts, in the order in which they were kept.
    ///
    /// # Errors
    /// As for [`Store::attempts`].
    pub fn all_attempts(&self) -> Result<Vec<KeptAttempt>, StoreError> {
        list(self.connection(), None)
    }

    /// The sealed recording of an attempt, held to its SHA-256; none where none was kept.
    ///
    /// # Errors
    /// [`StoreError::Row`] when its bytes have changed.
    pub fn recording(&self, attempt: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT sha256, bytes FROM recordings WHERE attempt = ?1 AND octet_length(sha256) = 32 AND octet_length(bytes) <= ?2";
        let most = MAX_RECORDING_BYTES as i64;
        let kept = self.connection().prepare_cached(sql)?.query_row([attempt, most], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((sum, bytes)): Option<([u8; 32], Vec<u8>)> = kept else { return Ok(None) };
        if Sha256::digest(&bytes)[..] != sum {
            return Err(StoreError::Row { table: "recordings", id: attempt, reason: "its bytes are not those that were kept".to_owned() });
        }
        Ok(Some(bytes))
    }

    /// What the learner wrote beside an attempt; empty where there is nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn notes(&self, attempt: i64) -> Result<String, StoreError> {
        let kept = self.connection().prepare_cached("SELECT notes FROM attempts WHERE id = ?1")?.query_row([attempt], |row| text(row, 0)).optional()?;
        Ok(kept.unwrap_or_default())
    }

    /// Replaces the notes on an attempt.
    ///
    /// # Errors
    /// [`StoreError::Value`] for more than 64 KiB, [`StoreError::Row`] where there is no such attempt.
    pub fn set_notes(&mut self, attempt: i64, notes: &str) -> Result<(), StoreError> {
        self.transaction(|transaction| put_notes(transaction, attempt, notes))
    }
}
