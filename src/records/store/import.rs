//! Taking in an export of another machine (see [`exchange`](super::exchange)).
//!
//! **Invariant:** an export is taken in once: what is there stays as it is. A file of lines that is not what the export says is refused as
//! a whole; an attempt whose recording does not hold is refused by itself, with the reason. All that is taken in is one transaction.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;
use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

use super::attempt::{self, MAX_RECORDING_BYTES};
use super::exchange::{AttemptLine, DueLine, FORMAT, LINES, LearnerLine, MANIFEST, MOST_LINES, Manifest, RECORDINGS, ReviewLine, SettingLine, VERSION, hex, read, sum, unhex};
use super::{Attempt, Store, StoreError, learner, review};

/// What whoever knows the drills says of an attempt and its recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Simulated again, it gives the same.
    Holds,
    /// It cannot be simulated again here: another engine, another drill. It is taken in as unchecked.
    CannotTell,
    /// It is not what it says.
    Refused(String),
}

/// What an import took in.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Imported {
    /// Learners that were not there.
    pub learners: usize,
    /// Attempts that were not there.
    pub attempts: usize,
    /// Of them, how many are unchecked.
    pub unchecked: usize,
    /// Answers that were not there.
    pub reviews: usize,
    /// Attempts and answers that were there.
    pub doubles: usize,
    /// Attempts that were refused: their uid and why.
    pub refused: Vec<(String, String)>,
}

fn refused(path: &Path, reason: String) -> StoreError {
    StoreError::Refused { path: path.to_owned(), reason }
}

fn lines<T: DeserializeOwned>(folder: &Path, name: &str, manifest: &Manifest) -> Result<Vec<T>, StoreError> {
    let path = folder.join(name);
    let bytes = read(&path, MOST_LINES)?;
    if manifest.files.get(name) != Some(&hex(&sum(&bytes))) {
        return Err(refused(&path, format!("its SHA-256 is not the one in {MANIFEST}")));
    }
    let line = |(i, line): (usize, &[u8])| serde_json::from_slice(line).map_err(|error| refused(&path, format!("line {}: {error}", i + 1)));
    bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.is_empty()).map(line).collect()
}

/// An attempt that will be taken in.
struct Accepted {
    line: AttemptLine,
    uid: [u8; 16],
    sum: Option<[u8; 32]>,
    holds: bool,
}

fn there(connection: &Connection, uid: [u8; 16]) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM attempts WHERE uid = ?1")?.exists([uid])?)
}

fn recording(folder: &Path, wanted: [u8; 32]) -> Result<Vec<u8>, String> {
    let path = folder.join(RECORDINGS).join(format!("{}.fanline", hex(&wanted)));
    let bytes = read(&path, MAX_RECORDING_BYTES).map_err(|error| error.to_string())?;
    if sum(&bytes) == wanted { Ok(bytes) } else { Err("the recording's SHA-256 is not its name".to_owned()) }
}

fn accept(folder: &Path, line: AttemptLine, check: &(impl Fn(&Attempt, &[u8]) -> Check + Sync)) -> Result<Accepted, (String, String)> {
    let name = line.uid.clone();
    let refuse = |reason: &str| (name.clone(), reason.to_owned());
    attempt::check(&line.attempt).map_err(|error| refuse(&error.to_string()))?;
    let learner = unhex::<16>(&line.learner).ok_or_else(|| refuse("its learner is not a uid"))?;
    let mut uid = unhex(&line.uid).ok_or_else(|| refuse("its uid is not 32 hexadecimal digits"))?;
    let (mut sum, mut holds) = (None, false);
    if let Some(text) = &line.recording {
        let wanted = unhex(text).ok_or_else(|| refuse("its recording is not a SHA-256"))?;
        let bytes = recording(folder, wanted).map_err(|reason| refuse(&reason))?;
        match check(&line.attempt, &bytes) {
            Check::Holds => holds = true,
            Check::CannotTell => {}
            Check::Refused(reason) => return Err(refuse(&reason)),
        }
        uid = attempt::uid(learner, &line.attempt, Some(&wanted), &[]);
        sum = Some(wanted);
    }
    Ok(Accepted { line, uid, sum, holds })
}

impl Store {
    /// Takes in an export; `check` holds each recording that is not there yet against its attempt (on several threads at once).
    ///
    /// # Errors
    /// [`StoreError::Refused`] for an export that is not what it says or of a newer version; nothing is taken in then.
    pub fn import(&mut self, folder: &Path, check: impl Fn(&Attempt, &[u8]) -> Check + Sync) -> Result<Imported, StoreError> {
        let path = folder.join(MANIFEST);
        let manifest: Manifest = serde_json::from_slice(&read(&path, 1 << 20)?).map_err(|error| refused(&path, error.to_string()))?;
        if manifest.format != FORMAT || manifest.version != VERSION {
            let reason = format!("{} version {}, allowed: {FORMAT} version {VERSION}", manifest.format, manifest.version);
            return Err(refused(&path, reason));
        }
        let people: Vec<LearnerLine> = lines(folder, LINES[0], &manifest)?;
        let attempts: Vec<AttemptLine> = lines(folder, LINES[1], &manifest)?;
        let reviews: Vec<ReviewLine> = lines(folder, LINES[2], &manifest)?;
        let schedule: Vec<DueLine> = lines(folder, LINES[3], &manifest)?;
        let settings: Vec<SettingLine> = lines(folder, LINES[4], &manifest)?;

        let mut done = Imported::default();
        // Before anything is written: simulating again takes long, and nobody should wait for a lock meanwhile.
        let known: BTreeSet<[u8; 16]> = {
            let mut statement = self.connection().prepare("SELECT uid FROM attempts")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        let new = |line: &AttemptLine| {
            let sums = (unhex(&line.learner), line.recording.as_deref().and_then(unhex));
            let uid = match sums {
                (Some(learner), Some(sum)) => Some(attempt::uid(learner, &line.attempt, Some(&sum), &[])),
                _ => unhex(&line.uid),
            };
            uid.is_none_or(|uid| !known.contains(&uid))
        };
        let (fresh, double): (Vec<_>, Vec<_>) = attempts.into_iter().partition(new);
        done.doubles += double.len();
        let judged: Vec<_> = fresh.into_par_iter().map(|line| accept(folder, line, &check)).collect();
        let mut accepted = Vec::new();
        for one in judged {
            match one {
                Ok(one) => accepted.push(one),
                Err(reason) => done.refused.push(reason),
            }
        }
        self.transaction(|transaction| {
            let ids = merge_learners(transaction, &folder.join(LINES[0]), &people, &mut done)?;
            let whose = |uid: &str, name: &str| {
                ids.get(uid).copied().ok_or_else(|| refused(&folder.join(name), format!("it speaks of learner {uid:?}, who is not in {}", LINES[0])))
            };
            for Accepted { line, uid, sum, holds } in &accepted {
                let learner = whose(&line.learner, LINES[1])?;
                if there(transaction, *uid)? {
                    done.doubles += 1;
                    continue;
                }
                let bytes = sum.map(|sum| recording(folder, sum)).transpose().map_err(|reason| refused(folder, reason))?;
                let (id, _) = attempt::insert_as(transaction, *uid, learner, &line.attempt, bytes.as_deref(), *holds)?;
                attempt::put_notes(transaction, id, &line.notes)?;
                done.attempts += 1;
                done.unchecked += usize::from(!holds);
            }
            for line in &reviews {
                let (_, new) = review::insert(transaction, whose(&line.learner, LINES[2])?, &line.review)?;
                done.reviews += usize::from(new);
                done.doubles += usize::from(!new);
            }
            for line in &schedule {
                review::put_later_due(transaction, whose(&line.learner, LINES[3])?, &line.due)?;
            }
            for line in &settings {
                review::put_new_setting(transaction, whose(&line.learner, LINES[4])?, &line.key, &line.value)?;
            }
            Ok(())
        })?;
        Ok(done)
    }
}

/// The number of each learner here, added where they are not there. Who is there keeps name and code.
fn merge_learners(connection: &Connection, path: &Path, people: &[LearnerLine], done: &mut Imported) -> Result<BTreeMap<String, i64>, StoreError> {
    let mut ids = BTreeMap::new();
    for line in people {
        let uid: [u8; 16] = unhex(&line.uid).ok_or_else(|| refused(path, format!("uid {:?}: 32 hexadecimal digits are wanted", line.uid)))?;
        let known = connection.prepare_cached("SELECT id FROM learners WHERE uid = ?1")?.query_row([uid], |row| row.get(0)).optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let plain = (1..=16).contains(&line.code.len()) && line.code.bytes().all(|byte| byte.is_ascii_alphanumeric());
                let taken = connection.prepare_cached("SELECT 1 FROM learners WHERE code = ?1")?.exists([&line.code])?;
                let code = if plain && !taken { line.code.clone() } else { learner::new_code(connection)? };
                done.learners += 1;
                learner::insert(connection, uid, &line.name, &code, false, line.created_ms)?
            }
        };
        ids.insert(line.uid.clone(), id);
    }
    Ok(ids)
}
