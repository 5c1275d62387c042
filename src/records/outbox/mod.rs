//! Statements on their way to a learning record store: kept until it has them, for weeks without a network if need be.
//!
//! **Invariants:** a statement is kept before anything of it is sent, and marked as sent only once the store has acknowledged it: the
//! program may die at any moment and nothing is lost. An id is queued once; as ids follow from what is told, sending twice changes
//! nothing. What the store refuses is set aside with its reason and never stands in the way of the rest. Credentials are never kept.

mod endpoint;
mod pull;
mod push;

use rusqlite::{OptionalExtension, params, params_from_iter};

use super::store::{Store, StoreError};
use super::xapi::Statement;

pub use endpoint::{Endpoint, EndpointError, Limits};
pub use pull::{Pulled, PullError, pull};
pub use push::{Answer, Clock, Lrs, Patience, Pushed, push};

/// Most bytes of one statement.
const MOST_BYTES: usize = 1 << 20;
/// A reason is kept up to so many letters.
const REASON: usize = 500;

/// How much is where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct OutboxCounts {
    /// Waiting to be sent.
    pub queued: u32,
    /// Acknowledged by the store.
    pub sent: u32,
    /// Refused by the store.
    pub aside: u32,
}

/// A statement that the store refused.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Aside {
    /// Its id.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// A statement to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Queued {
    pub(super) seq: i64,
    pub(super) statement: String,
    /// How often the store failed over it.
    pub(super) tries: u32,
}

impl Store {
    /// Queues statements about a learner (none: about nobody of these records); one whose id is known is left as it is. Gives how many
    /// are new. They are on the disk when this returns, and go with the learner.
    ///
    /// # Errors
    /// [`StoreError::Value`] for one of more than 1 MiB.
    pub fn queue(&mut self, statements: &[(Option<i64>, Statement)], now_ms: i64) -> Result<usize, StoreError> {
        self.transaction(|transaction| {
            let sql = "INSERT INTO outbox (id, learner, statement, state, tries, next_ms, queued_ms) VALUES (?1, ?2, ?3, 'queued', 0, 0, ?4)
                ON CONFLICT (id) DO NOTHING";
            let mut insert = transaction.prepare_cached(sql)?;
            let mut new = 0;
            for (learner, statement) in statements {
                let text = statement.to_json();
                if text.len() > MOST_BYTES {
                    return Err(StoreError::Value { field: "statement", got: format!("{} bytes", text.len()), allowed: "up to 1 MiB" });
                }
                new += insert.execute(params![statement.id.as_str(), learner, text, now_ms])?;
            }
            Ok(new)
        })
    }

    /// How many statements are where.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn outbox(&self) -> Result<OutboxCounts, StoreError> {
        let sql = "SELECT coalesce(sum(state = 'queued'), 0), coalesce(sum(state = 'sent'), 0), coalesce(sum(state = 'aside'), 0) FROM outbox";
        let mut counts = self.connection().prepare_cached(sql)?;
        Ok(counts.query_row([], |row| Ok(OutboxCounts { queued: row.get(0)?, sent: row.get(1)?, aside: row.get(2)? }))?)
    }

    /// The statements that the store refused.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn aside(&self) -> Result<Vec<Aside>, StoreError> {
        let mut rows = self.connection().prepare_cached("SELECT id, coalesce(reason, '') FROM outbox WHERE state = 'aside' ORDER BY seq")?;
        let rows = rows.query_map([], |row| Ok(Aside { id: row.get(0)?, reason: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A statement of the outbox by its id, as it is or will be sent.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn statement(&self, id: &str) -> Result<Option<String>, StoreError> {
        let mut found = self.connection().prepare_cached("SELECT statement FROM outbox WHERE id = ?1")?;
        Ok(found.query_row([id], |row| row.get(0)).optional()?)
    }

    /// The ids of all statements of the outbox that were acknowledged.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sent(&self) -> Result<Vec<String>, StoreError> {
        let mut rows = self.connection().prepare_cached("SELECT id FROM outbox WHERE state = 'sent' ORDER BY seq")?;
        let rows = rows.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Makes every queued statement due now, as if it had not been tried: for a person who asks for it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn wake_outbox(&mut self) -> Result<(), StoreError> {
        self.transaction(|transaction| {
            transaction.execute("UPDATE outbox SET next_ms = 0, tries = 0 WHERE state = 'queued' AND (next_ms != 0 OR tries != 0)", [])?;
            Ok(())
        })
    }

    /// Queues what was set aside once more, for when the store has been mended.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn retry_aside(&mut self) -> Result<usize, StoreError> {
        self.transaction(|transaction| {
            Ok(transaction.execute("UPDATE outbox SET state = 'queued', reason = NULL, tries = 0, next_ms = 0 WHERE state = 'aside'", [])?)
        })
    }

    /// Statements that are due, at most `most`: those first over which the store failed least, and only such as it failed over equally often.
    pub(super) fn due(&self, now_ms: i64, most: usize) -> Result<Vec<Queued>, StoreError> {
        let sql = "SELECT seq, statement, tries FROM outbox WHERE state = 'queued' AND next_ms <= ?1
            AND tries = (SELECT min(tries) FROM outbox WHERE state = 'queued' AND next_ms <= ?1) ORDER BY seq LIMIT ?2";
        let mut rows = self.connection().prepare_cached(sql)?;
        let rows = rows.query_map(params![now_ms, most as i64], |row| Ok(Queued { seq: row.get(0)?, statement: row.get(1)?, tries: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// When the next statement is due.
    pub(super) fn next_due_ms(&self) -> Result<Option<i64>, StoreError> {
        Ok(self.connection().prepare_cached("SELECT min(next_ms) FROM outbox WHERE state = 'queued'")?.query_row([], |row| row.get(0))?)
    }

    pub(super) fn mark_sent(&mut self, batch: &[Queued]) -> Result<(), StoreError> {
        self.of_batch("UPDATE outbox SET state = 'sent', reason = NULL WHERE seq IN", batch)
    }

    pub(super) fn mark_aside(&mut self, one: &Queued, reason: &str) -> Result<(), StoreError> {
        let reason: String = reason.chars().take(REASON).collect();
        self.transaction(|transaction| {
            transaction.execute("UPDATE outbox SET state = 'aside', reason = ?2 WHERE seq = ?1", params![one.seq, reason])?;
            Ok(())
        })
    }

    /// Puts a batch off; `failed` when the store failed over it, so that it is sent in smaller parts.
    pub(super) fn put_off(&mut self, batch: &[Queued], next_ms: i64, failed: bool) -> Result<(), StoreError> {
        let sql = format!("UPDATE outbox SET next_ms = {next_ms}, tries = tries + {} WHERE seq IN", u8::from(failed));
        self.of_batch(&sql, batch)
    }

    fn of_batch(&mut self, sql: &str, batch: &[Queued]) -> Result<(), StoreError> {
        self.transaction(|transaction| {
            let marks = vec!["?"; batch.len()].join(",");
            transaction.prepare(&format!("{sql} ({marks}) AND state = 'queued'"))?.execute(params_from_iter(batch.iter().map(|one| one.seq)))?;
            Ok(())
        })
    }
}
