//! Learners: who plays on this machine.
//!
//! **Invariant:** a name is a text and nothing else: no file is named after it and two learners may have the same. Whoever is deleted
//! leaves nothing in the database, its log included; backups and exports made before are the keeper's to delete.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};

use super::attempt::text;
use super::{Store, StoreError, checked, pin};

/// Longest name, bytes.
const NAME: usize = 400;
/// Largest database that is copied in memory.
const MEMORY_BYTES: i64 = 128 << 20;
/// Characters of a code: no vowels, nothing that is taken for another.
const CODE: &[u8; 24] = b"23456789BCDFGHJKMNPQRTVX";

/// A learner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learner {
    /// Number in this database, never used a second time.
    pub id: i64,
    /// The same person in every copy of the records.
    pub uid: [u8; 16],
    /// What they call themselves.
    pub name: String,
    /// What stands for the name in blind grading; by chance, not from the name.
    pub code: String,
    /// Whether they are forgotten when the program begins again (see [`Store::forget_guests`]).
    pub guest: bool,
    /// Whether a PIN is asked for.
    pub has_pin: bool,
    /// When they came, ms since 1970 UTC.
    pub created_ms: i64,
}

/// What went with a learner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// Learners.
    pub learners: u32,
    /// Attempts, with their recordings.
    pub attempts: u32,
    /// Answers to quiz items.
    pub reviews: u32,
    /// Another program is reading: the file keeps traces of them until the records are next opened.
    pub traces: bool,
}

const SELECT: &str = "SELECT id, uid, name, code, guest, pin_hash IS NOT NULL, created_ms FROM learners";

fn read(row: &Row) -> rusqlite::Result<Learner> {
    Ok(Learner {
        id: row.get(0)?,
        uid: row.get(1)?,
        name: text(row, 2)?,
        code: text(row, 3)?,
        guest: row.get(4)?,
        has_pin: row.get(5)?,
        created_ms: row.get(6)?,
    })
}

/// A code that nobody has yet.
pub(super) fn new_code(connection: &Connection) -> Result<String, StoreError> {
    loop {
        let chance: [u8; 16] = connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
        // 240 is ten times the number of characters: below it each is as likely.
        let letters = chance.iter().filter(|byte| **byte < 240).map(|byte| char::from(CODE[usize::from(byte % 24)]));
        let code: String = letters.take(5).collect();
        let taken = connection.prepare_cached("SELECT 1 FROM learners WHERE code = ?1")?.exists([&code])?;
        if code.len() == 5 && !taken {
            return Ok(code);
        }
    }
}

pub(super) fn insert(connection: &Connection, uid: [u8; 16], name: &str, code: &str, guest: bool, created_ms: i64) -> Result<i64, StoreError> {
    let name = checked("name", name, NAME)?;
    let sql = "INSERT INTO learners (uid, name, code, guest, created_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    connection.prepare_cached(sql)?.execute(params![uid, name, code, guest, created_ms])?;
    Ok(connection.last_insert_rowid())
}

pub(super) fn find(connection: &Connection, id: i64) -> Result<Learner, StoreError> {
    let found = connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?.query_row([id], read).optional()?;
    found.ok_or_else(|| StoreError::NoLearner { got: id.to_string() })
}

impl Store {
    /// Adds a learner; a guest is one until [`Store::forget_guests`].
    ///
    /// # Errors
    /// [`StoreError::Value`] for a name that is empty or longer than 400 bytes.
    pub fn add_learner(&mut self, name: &str, guest: bool, now_ms: i64) -> Result<Learner, StoreError> {
        self.transaction(|transaction| {
            let uid = transaction.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
            let code = new_code(transaction)?;
            let id = insert(transaction, uid, name, &code, guest, now_ms)?;
            find(transaction, id)
        })
    }

    /// All learners, in the order in which they came.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn learners(&self) -> Result<Vec<Learner>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} ORDER BY id"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One learner.
    ///
    /// # Errors
    /// [`StoreError::NoLearner`].
    pub fn learner(&self, id: i64) -> Result<Learner, StoreError> {
        find(&self.connection, id)
    }

    /// How many attempts and answers are a learner's.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn count(&self, id: i64) -> Result<(u32, u32), StoreError> {
        let sql = "SELECT (SELECT count(*) FROM attempts WHERE learner = ?1), (SELECT count(*) FROM reviews WHERE learner = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Gives a learner another name.
    ///
    /// # Errors
    /// [`StoreError::Value`], [`StoreError::NoLearner`].
    pub fn rename_learner(&mut self, id: i64, name: &str) -> Result<(), StoreError> {
        let name = checked("name", name, NAME)?;
        match self.transaction(|transaction| Ok(transaction.execute("UPDATE learners SET name = ?2 WHERE id = ?1", params![id, name])?))? {
            0 => Err(StoreError::NoLearner { got: id.to_string() }),
            _ => Ok(()),
        }
    }

    /// Makes a guest one who stays.
    ///
    /// # Errors
    /// [`StoreError::NoLearner`].
    pub fn keep_guest(&mut self, id: i64) -> Result<(), StoreError> {
        match self.transaction(|transaction| Ok(transaction.execute("UPDATE learners SET guest = 0 WHERE id = ?1", [id])?))? {
            0 => Err(StoreError::NoLearner { got: id.to_string() }),
            _ => Ok(()),
        }
    }

    /// Sets a learner's PIN, or takes it away.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty PIN or one over 100 bytes, [`StoreError::NoLearner`].
    pub fn set_pin(&mut self, id: i64, new: Option<&str>) -> Result<(), StoreError> {
        self.transaction(|transaction| pin::set(transaction, id, new))
    }

    /// Whether the PIN is this learner's; anything is right for one without. It takes a few tenths of a second.
    ///
    /// # Errors
    /// [`StoreError::NoLearner`].
    pub fn check_pin(&self, id: i64, given: &str) -> Result<bool, StoreError> {
        pin::check(&self.connection, id, given)
    }

    /// Deletes a learner and all that is theirs: attempts with their recordings, answers, schedule, settings, and the old files that were
    /// taken in for them (see [`Store::import_results`]). The file is written anew, which takes seconds where it is large.
    ///
    /// # Errors
    /// [`StoreError::NoLearner`].
    pub fn delete_learner(&mut self, id: i64) -> Result<Deleted, StoreError> {
        find(&self.connection, id)?;
        self.delete("id = ?1", [id])
    }

    /// Deletes all guests: for the beginning of the program, and the end of a guest's turn.
    ///
    /// # Errors
    /// As for [`Store::delete_learner`].
    pub fn forget_guests(&mut self) -> Result<Deleted, StoreError> {
        if !self.connection.prepare_cached("SELECT 1 FROM learners WHERE guest = 1")?.exists([])? {
            return Ok(Deleted::default());
        }
        self.delete("guest = 1", [])
    }

    fn delete(&mut self, whom: &str, parameters: impl rusqlite::Params + Copy) -> Result<Deleted, StoreError> {
        let deleted = self.transaction(|transaction| {
            let count = |table: &str| -> rusqlite::Result<u32> {
                let sql = format!("SELECT count(*) FROM {table} WHERE learner IN (SELECT id FROM learners WHERE {whom})");
                transaction.query_row(&sql, parameters, |row| row.get(0))
            };
            let (attempts, reviews) = (count("attempts")?, count("reviews")?);
            let learners = transaction.execute(&format!("DELETE FROM learners WHERE {whom}"), parameters)? as u32;
            transaction.execute("INSERT OR IGNORE INTO traces (id) VALUES (1)", [])?;
            Ok(Deleted { learners, attempts, reviews, traces: false })
        })?;
        self.remove_old_files()?;
        Ok(Deleted { traces: !self.remove_traces()?, ..deleted })
    }

    /// Writes the file anew and empties its log where somebody was deleted since: pages that were split and joined keep copies of what was
    /// in them, `secure_delete` or not. Says whether nothing is left; another program may be reading, then it is done at the next opening.
    pub(super) fn remove_traces(&self) -> Result<bool, StoreError> {
        let connection = &self.connection;
        if !connection.prepare("SELECT 1 FROM traces")?.exists([])? {
            return Ok(true);
        }
        let bytes: i64 = connection.query_row("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", [], |row| row.get(0))?;
        // What is copied meanwhile is what stays; too much of it for memory goes to a file without a name.
        let place = if bytes > MEMORY_BYTES { "FILE" } else { "MEMORY" };
        let done = connection.execute_batch(&format!("PRAGMA temp_store = {place}; VACUUM; PRAGMA temp_store = MEMORY;"));
        match done {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => return Ok(false),
            other => other?,
        }
        let held: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if held == 0 {
            connection.execute("DELETE FROM traces", [])?;
        }
        Ok(held == 0)
    }
}
