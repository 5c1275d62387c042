//! Recordings that are handed in: each is simulated again, and taken or refused with the reason.
//!
//! **Invariant:** what is kept is the scorecard that the simulation gives here. An attempt counts once: the same file, or the same hands
//! under another name, is refused.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::Member;
use crate::drill::{Library, attempt};
use crate::records::store::{Attempt, MAX_RECORDING_BYTES, Store, StoreError};
use crate::records::xapi::text::shown;
use crate::session::recording::{Header, Recording};
use crate::session::TICKS_PER_SECOND;

/// Files verified at once before they are kept: few enough that an interrupted import has kept most of what it has verified.
const BATCH: usize = 16;

/// A file that is handed in.
pub struct Incoming {
    /// The file.
    pub path: PathBuf,
    /// Its time, ms since 1970: when the attempt ended, as far as anyone knows.
    pub modified_ms: Option<i64>,
    /// Its bytes, or why they cannot be read.
    pub bytes: Result<Vec<u8>, String>,
}

/// Why a recording is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(String),
    /// It is damaged, cut short or altered.
    #[error("{0}")]
    Damaged(String),
    /// Whoever played is not of the class.
    #[error("its player \"{0}\" is not on the roster")]
    Stranger(String),
    /// Several members are called so.
    #[error("its player \"{0}\" may be several members: give each an account of their own, and play under it")]
    Ambiguous(String),
    /// The drill is not installed.
    #[error("its drill \"{0}\" is not installed here")]
    UnknownDrill(String),
    /// It was handed in before, or lies in the folder twice.
    #[error("the same attempt as {0}")]
    Doubled(String),
    /// It ends before the attempt does.
    #[error("it ends before the attempt does")]
    Unfinished,
    /// The simulation gives something else.
    #[error("{0}")]
    Tampered(String),
}

impl Refusal {
    /// The reason in a word, for scripts.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Damaged(_) => "damaged",
            Self::Stranger(_) => "stranger",
            Self::Ambiguous(_) => "ambiguous",
            Self::UnknownDrill(_) => "unknown_drill",
            Self::Doubled(_) => "doubled",
            Self::Unfinished => "unfinished",
            Self::Tampered(_) => "tampered",
        }
    }
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Taken as an attempt of a member.
    Taken {
        /// The member's learner.
        learner: i64,
        /// The drill.
        drill: String,
        /// Its total here.
        total: f64,
        /// Whether it passed.
        passed: bool,
    },
    /// It was taken before, from this very file or another of the same bytes.
    Known,
    /// Refused.
    Refused(Refusal),
}

/// A file with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The file.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
}

/// What is known of a file before it is simulated.
struct Opened {
    recording: Recording,
    sum: [u8; 32],
    hands: [u8; 32],
    learner: i64,
}

fn open(bytes: &[u8], members: &[Member]) -> Result<Opened, Refusal> {
    if bytes.len() > MAX_RECORDING_BYTES {
        return Err(Refusal::Unreadable(format!("{} bytes, allowed: up to {MAX_RECORDING_BYTES}", bytes.len())));
    }
    let recording = Recording::read_sealed(bytes).map_err(|error| Refusal::Damaged(shown(&error.to_string(), 200)))?;
    let player = &recording.header.player;
    let called: Vec<&Member> = members.iter().filter(|member| member.is_called(player)).collect();
    let learner = match called[..] {
        [one] => one.learner,
        [] => return Err(Refusal::Stranger(shown(player, 60))),
        _ => return Err(Refusal::Ambiguous(shown(player, 60))),
    };
    let nobody = Header { player: String::new(), ..recording.header.clone() };
    let hands = Sha256::digest(Recording { header: nobody, ..recording.clone() }.to_sealed()).into();
    Ok(Opened { recording, sum: Sha256::digest(bytes).into(), hands, learner })
}

fn judged(opened: &Opened, modified_ms: Option<i64>, library: &Library) -> Result<Attempt, Refusal> {
    let header = &opened.recording.header;
    let unknown = || Refusal::UnknownDrill(shown(&header.drill, 80));
    let drill = library.any_drill(&header.drill).map_err(|_| unknown())?;
    let hash = library.hash(&drill);
    let setup = library.setup(&drill, header.seed).map_err(|_| unknown())?;
    let rubric = library.rubric(&drill.rubric).map_err(|_| unknown())?;
    if opened.recording.ticks.len() as u64 > setup.limit_ticks {
        return Err(Refusal::Tampered(format!("it holds {} ticks, the drill ends after {}", opened.recording.ticks.len(), setup.limit_ticks)));
    }
    let attempt = attempt::verify_and_score(&opened.recording, &hash, setup, rubric)
        .map_err(|verdict| Refusal::Tampered(shown(verdict.reason.as_deref().unwrap_or("not verified"), 200)))?;
    if !attempt.session.finished() {
        return Err(Refusal::Unfinished);
    }
    let seconds = attempt.session.tick() as f64 / TICKS_PER_SECOND as f64;
    let times = modified_ms.map(|ended| (ended - (1000.0 * seconds) as i64, ended));
    Ok(Attempt::judged(&drill.id, &hash, "drill", header.seed, &attempt.scorecard, times, seconds))
}

/// Verifies and keeps recordings of members. `progress` hears of each batch.
///
/// # Errors
/// When the records cannot be read or written; a refused recording is no error.
pub fn import(
    store: &mut Store,
    library: &Library,
    files: impl IntoIterator<Item = Incoming>,
    now_ms: i64,
    mut progress: impl FnMut(&[Imported]),
) -> Result<Vec<Imported>, StoreError> {
    let members = store.members()?;
    let mut seen: BTreeMap<[u8; 32], String> = BTreeMap::new();
    let (mut files, mut all) = (files.into_iter(), Vec::new());
    loop {
        let batch: Vec<Incoming> = files.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Ok(all);
        }
        let opened: Vec<Result<Opened, Refusal>> = batch
            .par_iter()
            .map(|file| open(file.bytes.as_ref().map_err(|error| Refusal::Unreadable(error.clone()))?, &members))
            .collect();
        // What counts once is found out in the order of the files, before anything is simulated.
        let mut fresh = Vec::new();
        for (file, opened) in batch.into_iter().zip(opened) {
            let name = file.path.file_name().map(|name| shown(&name.to_string_lossy(), 120)).unwrap_or_default();
            let judged = match opened {
                Err(refusal) => Err(Outcome::Refused(refusal)),
                Ok(opened) => match (store.import_of(&opened)?, seen.get(&opened.hands)) {
                    (_, Some(first)) => Err(Outcome::Refused(Refusal::Doubled(first.clone()))),
                    (Some((true, _)), _) => Err(Outcome::Known),
                    (Some((false, first)), _) => Err(Outcome::Refused(Refusal::Doubled(first))),
                    (None, None) => Ok(opened),
                },
            };
            if let Ok(opened) = &judged {
                seen.insert(opened.hands, name);
            }
            fresh.push((file, judged));
        }
        let attempts: Vec<Option<Result<Attempt, Refusal>>> =
            fresh.par_iter().map(|(file, opened)| opened.as_ref().ok().map(|opened| judged(opened, file.modified_ms, library))).collect();
        let mut done = Vec::new();
        for ((file, opened), attempt) in fresh.into_iter().zip(attempts) {
            let outcome = match (opened, attempt) {
                (Err(outcome), _) => outcome,
                (Ok(opened), Some(Ok(attempt))) => store.take_in(&opened, &attempt, &file, now_ms)?,
                (Ok(opened), refused) => {
                    // What was refused stands in nobody's way.
                    seen.remove(&opened.hands);
                    let refusal = refused.and_then(Result::err).unwrap_or_else(|| Refusal::Unreadable("not read".to_owned()));
                    Outcome::Refused(refusal)
                }
            };
            done.push(Imported { path: file.path, outcome });
        }
        progress(&done);
        all.extend(done);
    }
}

impl Store {
    /// Whether a recording was imported: with the same bytes (true) or only the same hands, and from which file.
    fn import_of(&self, opened: &Opened) -> Result<Option<(bool, String)>, StoreError> {
        let sql = "SELECT sha256 = ?1, file FROM imports WHERE sha256 = ?1 OR hands = ?2 ORDER BY sha256 = ?1 DESC LIMIT 1";
        let found = self.connection().prepare_cached(sql)?.query_row([opened.sum, opened.hands], |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(found.optional()?)
    }

    fn take_in(&mut self, opened: &Opened, attempt: &Attempt, file: &Incoming, now_ms: i64) -> Result<Outcome, StoreError> {
        let bytes = file.bytes.as_deref().unwrap_or_default();
        let name = file.path.file_name().map(|name| shown(&name.to_string_lossy(), 200)).unwrap_or_default();
        let new = self.transaction(|transaction| {
            let (id, new) = crate::records::store::insert_attempt(transaction, opened.learner, attempt, Some(bytes), true, &[])?;
            let sql = "INSERT INTO imports (attempt, sha256, hands, file, imported_ms) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
            transaction.execute(sql, params![id, opened.sum, opened.hands, name, now_ms])?;
            Ok(new)
        })?;
        if !new {
            return Ok(Outcome::Known);
        }
        Ok(Outcome::Taken { learner: opened.learner, drill: attempt.drill.clone(), total: attempt.total, passed: attempt.passed })
    }
}
