//! Backups: the whole database as one file, while it is in use.
//!
//! **Invariant:** a backup appears whole and checked under its name or not at all, and never in the place of another file.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::error::at;
use super::{Store, StoreError, open};

/// A name beside another, for what is not finished yet.
pub(super) fn unfinished(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".part");
    name.into()
}

/// Nothing may lie at the place of something new.
pub(super) fn free(path: &Path) -> Result<(), StoreError> {
    match path.symlink_metadata() {
        Ok(_) => Err(StoreError::Place { path: path.to_owned(), got: "something that is there", allowed: "a new name" }),
        Err(_) => Ok(()),
    }
}

/// Asks the system to keep what a folder lists; where it cannot, the files are kept all the same.
pub(super) fn keep_names(path: &Path) {
    if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
}

impl Store {
    /// Writes all of the records to a new file, which is itself a database that [`Store::open`] opens.
    ///
    /// # Errors
    /// [`StoreError::Place`] where something lies already, [`StoreError::File`], [`StoreError::Database`].
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let to = std::path::absolute(to).map_err(at(to))?;
        free(&to)?;
        let part = unfinished(&to);
        if part.is_file() {
            fs::remove_file(&part).map_err(at(&part))?;
        }
        free(&part)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(&part, flags).map_err(|source| StoreError::Open { path: part.clone(), source })?;
        // In one step: a reader of the log sees one moment, whoever writes meanwhile.
        Backup::new(self.connection(), &mut copy)?.run_to_completion(i32::MAX, Duration::from_millis(5), None)?;
        // One file, without a log.
        copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        if let Some(reason) = open::fault(&copy, 0)? {
            return Err(StoreError::Refused { path: to, reason });
        }
        copy.close().map_err(|(_, source)| source)?;
        File::open(&part).and_then(|file| file.sync_all()).map_err(at(&part))?;
        free(&to)?;
        fs::rename(&part, &to).map_err(at(&to))?;
        keep_names(&to);
        Ok(())
    }
}
