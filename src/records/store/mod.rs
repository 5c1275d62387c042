//! The records: learners and all that is theirs, in one SQLite file.
//!
//! **Invariant:** what a call has acknowledged survives the death of the program at any moment after; a call that fails has written
//! nothing. A database that cannot be used is set aside, never overwritten. Nothing in the file of a stranger runs, and no value is
//! read that is longer than the tables allow.

mod attempt;
mod backup;
mod error;
mod exchange;
mod export;
mod import;
mod learner;
mod migrate;
mod open;
mod pin;
mod results;
mod review;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

pub(super) use attempt::insert as insert_attempt;
pub(super) use attempt::latest as latest_attempts;
pub use attempt::{Attempt, KeptAttempt, MAX_RECORDING_BYTES, Six};
pub use error::StoreError;
pub use export::Exported;
pub use import::{Check, Imported};
pub use learner::{Deleted, Learner};
pub use open::SetAside;
pub use pin::pbkdf2_hmac_sha256;
pub use results::Taken;
pub use review::{Due, KeptReview, Kind, Review};

/// Name of the database in the person's data folder.
pub const FILE: &str = "fanline.db";

/// The records of one machine, open. One value a thread; several programs may have the same file open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: Option<PathBuf>,
    set_aside: Option<SetAside>,
}

impl Store {
    /// Opens the records, made if there are none. A file there that cannot be used is set aside ([`Store::set_aside`] tells).
    ///
    /// # Errors
    /// [`StoreError::Place`] where no plain file lies, [`StoreError::File`] and [`StoreError::Open`] where the system refuses.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        open::open(path)
    }

    /// Records that end with the program, for where there is no folder to keep them.
    ///
    /// # Errors
    /// When memory is out.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        open::guarded(&connection)?;
        open::lasting(&connection)?;
        migrate::migrate(&mut connection, migrate::VERSION)?;
        Ok(Self { connection, path: None, set_aside: None })
    }

    /// Where the database lies; none in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The database that lay there and could not be used.
    #[must_use]
    pub fn set_aside(&self) -> Option<&SetAside> {
        self.set_aside.as_ref()
    }

    /// A number that is another one after anyone else has written: another program, or another [`Store`] of this one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn stamp(&self) -> Result<i64, StoreError> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// For reading, by the other files of the records.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// All of `work` or nothing: it is on the disk when this returns.
    pub(super) fn transaction<T>(&mut self, work: impl FnOnce(&Transaction) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

/// The first 16 bytes of the SHA-256 over parts that cannot run into each other.
pub(super) fn content_id(kind: &str, parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in [kind.as_bytes()].iter().chain(parts) {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut id = [0; 16];
    id.copy_from_slice(&hash.finalize()[..16]);
    id
}

/// A text of a bounded length that says something.
fn checked<'a>(field: &'static str, text: &'a str, most: usize) -> Result<&'a str, StoreError> {
    let allowed = "1 to a few hundred bytes, not only spaces";
    match text.trim().is_empty() || text.len() > most {
        true => Err(StoreError::Value { field, got: text.chars().take(40).collect(), allowed }),
        false => Ok(text),
    }
}
