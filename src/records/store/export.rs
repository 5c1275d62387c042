//! Writing an export (see [`exchange`](super::exchange)).
//!
//! **Invariant:** the folder appears whole under its name or not at all, and never in the place of another.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::backup::{free, keep_names, unfinished};
use super::error::at;
use super::exchange::{AttemptLine, DueLine, FORMAT, LINES, LearnerLine, MANIFEST, Manifest, RECORDINGS, ReviewLine, SettingLine, VERSION, hex, sum};
use super::{Store, StoreError};

/// How much was exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Exported {
    /// Learners.
    pub learners: usize,
    /// Attempts.
    pub attempts: usize,
    /// Recordings.
    pub recordings: usize,
    /// Answers.
    pub reviews: usize,
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut file = File::create_new(path).map_err(at(path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(at(path))
}

fn lines(rows: &[impl Serialize]) -> Result<Vec<u8>, StoreError> {
    let mut text = Vec::new();
    for row in rows {
        let line = serde_json::to_vec(row).map_err(|error| StoreError::Value { field: "line", got: error.to_string(), allowed: "JSON" })?;
        text.extend(line);
        text.push(b'\n');
    }
    Ok(text)
}

impl Store {
    /// Writes learners with all that is theirs to a new folder: those given, or all that are no guests.
    ///
    /// # Errors
    /// [`StoreError::Place`] where something lies already, [`StoreError::NoLearner`], [`StoreError::Row`] for a recording that has changed.
    pub fn export(&self, to: &Path, learners: Option<&[i64]>) -> Result<Exported, StoreError> {
        let to = std::path::absolute(to).map_err(at(to))?;
        free(&to)?;
        let part = unfinished(&to);
        // What an export that was killed has left.
        if part.join(RECORDINGS).is_dir() {
            fs::remove_dir_all(&part).map_err(at(&part))?;
        }
        fs::create_dir_all(part.join(RECORDINGS)).map_err(at(&part))?;
        // One moment of the records, whoever writes meanwhile.
        let moment = self.connection().unchecked_transaction()?;
        let whose = match learners {
            Some(ids) => ids.iter().map(|id| self.learner(*id)).collect::<Result<_, _>>()?,
            None => self.learners()?.into_iter().filter(|learner| !learner.guest).collect::<Vec<_>>(),
        };
        let mut done = Exported { learners: whose.len(), ..Exported::default() };
        let (mut people, mut attempts, mut reviews, mut schedule, mut settings) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for learner in whose {
            let uid = hex(&learner.uid);
            for kept in self.attempts(learner.id)? {
                if let Some(bytes) = self.recording(kept.id)? {
                    let file = part.join(RECORDINGS).join(format!("{}.fanline", hex(&sum(&bytes))));
                    if !file.exists() {
                        write(&file, &bytes)?;
                        done.recordings += 1;
                    }
                }
                let recording = kept.recording.map(|sum| hex(&sum));
                let (learner, notes) = (uid.clone(), self.notes(kept.id)?);
                attempts.push(AttemptLine { uid: hex(&kept.uid), learner, checked: kept.checked, notes, recording, attempt: kept.attempt });
            }
            reviews.extend(self.reviews(learner.id)?.into_iter().map(|kept| ReviewLine { learner: uid.clone(), review: kept.review }));
            schedule.extend(self.schedule(learner.id)?.into_iter().map(|due| DueLine { learner: uid.clone(), due }));
            settings.extend(self.settings(learner.id)?.into_iter().map(|(key, value)| SettingLine { learner: uid.clone(), key, value }));
            people.push(LearnerLine { uid, name: learner.name, code: learner.code, created_ms: learner.created_ms });
        }
        drop(moment);
        (done.attempts, done.reviews) = (attempts.len(), reviews.len());
        let texts = [lines(&people)?, lines(&attempts)?, lines(&reviews)?, lines(&schedule)?, lines(&settings)?];
        let mut files = BTreeMap::new();
        for (name, text) in LINES.into_iter().zip(texts) {
            write(&part.join(name), &text)?;
            files.insert(name.to_owned(), hex(&sum(&text)));
        }
        let manifest = Manifest { format: FORMAT.to_owned(), version: VERSION, files };
        write(&part.join(MANIFEST), &lines(&[manifest])?)?;
        keep_names(&part.join(MANIFEST));
        free(&to)?;
        fs::rename(&part, &to).map_err(at(&to))?;
        keep_names(&to);
        Ok(done)
    }
}
