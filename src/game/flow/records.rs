//! The person's records as the screens use them: one learner of the database in the data folder.
//!
//! **Invariant:** an attempt that is shown among the results is in the database. Without a folder, or where the database cannot be opened,
//! records last as long as the program and the title says so.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use super::home::Home;
use crate::records::store::{Attempt, FILE, KeptAttempt, Store, StoreError};

/// The records, open.
pub(super) struct Records {
    store: Option<Mutex<Store>>,
    learner: i64,
    /// What is to be said of the database: that it was set aside, or why it cannot be opened.
    trouble: Option<String>,
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Records").field("learner", &self.learner).field("trouble", &self.trouble).finish_non_exhaustive()
    }
}

impl Default for Records {
    /// Records of nobody, that keep nothing.
    fn default() -> Self {
        Self { store: None, learner: 0, trouble: None }
    }
}

impl Records {
    /// Opens those of the person's folder and takes in what older versions kept beside them. `name` is what the first learner is called.
    pub(super) fn open(home: &Home, name: &str) -> Self {
        let Ok(folder) = home.folder("") else { return Self::kept(Store::in_memory(), name, None) };
        let records = Self::kept(Store::open(&folder.join(FILE)), name, Some(&folder));
        if records.store.is_some() {
            return records;
        }
        Self { trouble: records.trouble, ..Self::kept(Store::in_memory(), name, None) }
    }

    fn kept(store: Result<Store, StoreError>, name: &str, folder: Option<&std::path::Path>) -> Self {
        let begun = store.and_then(|mut store| {
            let known = store.learners()?.into_iter().find(|learner| !learner.guest);
            let learner = match known {
                Some(learner) => learner.id,
                None => store.add_learner(name, false, now_ms())?.id,
            };
            let taken = folder.map(|folder| store.import_results(learner, folder)).transpose();
            Ok((store, learner, taken))
        });
        match begun {
            Ok((store, learner, taken)) => {
                let aside = store.set_aside().map(ToString::to_string);
                let trouble = aside.or(taken.err().map(|error| error.to_string()));
                Self { store: Some(Mutex::new(store)), learner, trouble }
            }
            Err(error) => Self { store: None, learner: 0, trouble: Some(error.to_string()) },
        }
    }

    fn store(&self) -> Option<MutexGuard<'_, Store>> {
        self.store.as_ref().map(|store| store.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is to be said of the database.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// The learner's attempts, oldest first.
    pub(super) fn attempts(&self) -> Vec<KeptAttempt> {
        self.store().and_then(|store| store.attempts(self.learner).ok()).unwrap_or_default()
    }

    /// Keeps an attempt with its sealed recording; its number, or none where that failed (which is then said).
    pub(super) fn add(&mut self, attempt: &Attempt, recording: Option<&[u8]>) -> Option<i64> {
        let added = self.store()?.add_attempt(self.learner, attempt, recording);
        match added {
            Ok(id) => Some(id),
            Err(error) => {
                self.trouble = Some(error.to_string());
                None
            }
        }
    }

    /// The sealed recording of an attempt.
    pub(super) fn recording(&self, attempt: i64) -> Option<Vec<u8>> {
        self.store()?.recording(attempt).ok().flatten()
    }
}

/// Now, ms since 1970 UTC.
pub(super) fn now_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| i64::try_from(time.as_millis()).unwrap_or(i64::MAX))
}
