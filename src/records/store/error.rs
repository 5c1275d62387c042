//! Why the records cannot be opened, read or written.

use std::io;
use std::path::PathBuf;

/// What went wrong. Nothing was written when a call ends with one.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file or folder cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Something else lies where a file is wanted.
    #[error("{}: got {got}, allowed: {allowed}", path.display())]
    Place {
        /// The place.
        path: PathBuf,
        /// What lies there.
        got: &'static str,
        /// What may lie there.
        allowed: &'static str,
    },
    /// The database cannot be opened: another program holds it, its folder may not be written, the disk is full.
    #[error("{}: {source}", path.display())]
    Open {
        /// The database.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Reading or writing the records failed.
    #[error("records: {0}")]
    Database(#[from] rusqlite::Error),
    /// A value that the records do not take.
    #[error("{field}: got {got}, allowed: {allowed}")]
    Value {
        /// The field.
        field: &'static str,
        /// What was given.
        got: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// There is no such learner.
    #[error("learner: got {got}, allowed: one of the records")]
    NoLearner {
        /// Who was asked for.
        got: String,
    },
    /// A row holds what this program did not write.
    #[error("records: {table} {id}: {reason}")]
    Row {
        /// Its table.
        table: &'static str,
        /// Its number.
        id: i64,
        /// What is wrong with it.
        reason: String,
    },
    /// A file that was to be taken in is refused.
    #[error("{}: {reason}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

/// Gives an I/O error the file it happened to.
pub(super) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.into();
    move |source| StoreError::File { path, source }
}
