//! Answers to quiz items, what is due when, and what a learner has set.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::{Attempt, Store, StoreError, attempt, checked, content_id};

/// An answer to a quiz item.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Bank of the item.
    pub bank: String,
    /// Item.
    pub item: String,
    /// 1 again, 2 hard, 3 good, 4 easy.
    pub grade: u8,
    /// What was answered.
    pub answer: Value,
    /// Whether it was right.
    pub correct: bool,
    /// When, ms since 1970 UTC.
    pub at_ms: i64,
}

/// An answer in the records.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptReview {
    /// Number in this database.
    pub id: i64,
    /// The same answer in every copy of the records.
    pub uid: [u8; 16],
    /// Whose it is.
    pub learner: i64,
    /// The answer.
    pub review: Review,
}

/// What is scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A quiz item.
    Item,
    /// A drill.
    Drill,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Drill => "drill",
        }
    }
}

/// When something is to come again, and what the scheduler remembers of it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// What it is.
    pub kind: Kind,
    /// Its name, unique among its kind.
    pub key: String,
    /// Days after which it is remembered with 90 %.
    pub stability: f64,
    /// 1 easy to 10 hard.
    pub difficulty: f64,
    /// Day on which it last came, days since 1970.
    pub last_day: i64,
    /// Day on which it comes again.
    pub due_day: i64,
}

/// Keeps an answer inside a transaction; gives its number, of the one that is there if it is there.
pub(in crate::records) fn insert(connection: &Connection, learner: i64, review: &Review) -> Result<(i64, bool), StoreError> {
    checked("bank", &review.bank, 400)?;
    checked("item", &review.item, 400)?;
    if !(1..=4).contains(&review.grade) {
        return Err(StoreError::Value { field: "grade", got: review.grade.to_string(), allowed: "1 to 4" });
    }
    let whose = super::learner::find(connection, learner)?.uid;
    let uid = content_id("review", &[&whose, &serde_json::to_vec(review).unwrap_or_default()]);
    if let Some(id) = connection.prepare_cached("SELECT id FROM reviews WHERE uid = ?1")?.query_row([uid], |row| row.get(0)).optional()? {
        return Ok((id, false));
    }
    let sql = "INSERT INTO reviews (uid, learner, bank, item, grade, answer, correct, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let answer = review.answer.to_string();
    connection.prepare_cached(sql)?.execute(params![uid, learner, review.bank, review.item, review.grade, answer, review.correct, review.at_ms])?;
    Ok((connection.last_insert_rowid(), true))
}

/// Says when something is to come again, inside a transaction.
pub(in crate::records) fn put_due(connection: &Connection, learner: i64, due: &Due) -> Result<(), StoreError> {
    checked("key", &due.key, 800)?;
    let wrong = |field: &'static str, got: String, allowed: &'static str| Err(StoreError::Value { field, got, allowed });
    if !(due.stability > 0.0 && due.stability <= 1e6) {
        return wrong("stability", due.stability.to_string(), "above 0, up to 1000000 days");
    }
    if !(1.0..=10.0).contains(&due.difficulty) {
        return wrong("difficulty", due.difficulty.to_string(), "1 to 10");
    }
    if due.due_day < due.last_day {
        return wrong("due_day", due.due_day.to_string(), "not before last_day");
    }
    super::learner::find(connection, learner)?;
    let sql = "INSERT OR REPLACE INTO schedule (learner, kind, key, stability, difficulty, last_day, due_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let values = params![learner, due.kind.name(), due.key, due.stability, due.difficulty, due.last_day, due.due_day];
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The same, unless what is there came later.
pub(super) fn put_later_due(connection: &Connection, learner: i64, due: &Due) -> Result<(), StoreError> {
    let sql = "SELECT last_day FROM schedule WHERE learner = ?1 AND kind = ?2 AND key = ?3";
    let there: Option<i64> = connection.prepare_cached(sql)?.query_row(params![learner, due.kind.name(), due.key], |row| row.get(0)).optional()?;
    if there.is_none_or(|last| last < due.last_day) { put_due(connection, learner, due) } else { Ok(()) }
}

/// Keeps what a learner has set elsewhere, unless it is set here.
pub(super) fn put_new_setting(connection: &Connection, learner: i64, key: &str, value: &Value) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO settings (learner, key, value) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute(params![learner, checked("key", key, 400)?, value.to_string()])?;
    Ok(())
}

/// Answers, oldest first: of one learner or of all.
pub(in crate::records) fn list(connection: &Connection, learner: Option<i64>) -> Result<Vec<KeptReview>, StoreError> {
    let sql = "SELECT id, uid, learner, bank, item, grade, answer, correct, at_ms FROM reviews WHERE ?1 IS NULL OR learner = ?1 ORDER BY id";
    let read = |row: &Row| {
        let review = Review {
            bank: attempt::text(row, 3)?,
            item: attempt::text(row, 4)?,
            grade: row.get(5)?,
            answer: attempt::json(row, 6)?,
            correct: row.get(7)?,
            at_ms: row.get(8)?,
        };
        Ok(KeptReview { id: row.get(0)?, uid: row.get(1)?, learner: row.get(2)?, review })
    };
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([learner], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn due(row: &Row) -> rusqlite::Result<Due> {
    let kind = if row.get_ref(0)?.as_str()? == "drill" { Kind::Drill } else { Kind::Item };
    Ok(Due { kind, key: attempt::text(row, 1)?, stability: row.get(2)?, difficulty: row.get(3)?, last_day: row.get(4)?, due_day: row.get(5)? })
}

impl Store {
    /// Keeps an answer and when its item is to come again, both or neither. Keeping it again changes nothing and gives the same number.
    ///
    /// # Errors
    /// [`StoreError::Value`], [`StoreError::NoLearner`].
    pub fn add_review(&mut self, learner: i64, review: &Review, due: Option<&Due>) -> Result<i64, StoreError> {
        self.transaction(|transaction| {
            let (id, new) = insert(transaction, learner, review)?;
            due.filter(|_| new).map_or(Ok(()), |due| put_due(transaction, learner, due))?;
            Ok(id)
        })
    }

    /// Keeps an attempt ([`Store::add_attempt`]) and when its drill is to come again, both or neither.
    ///
    /// # Errors
    /// As for [`Store::add_attempt`], and [`StoreError::Value`] for what is due.
    pub fn add_attempt_and_due(&mut self, learner: i64, attempt: &Attempt, recording: Option<&[u8]>, due: &Due) -> Result<i64, StoreError> {
        self.transaction(|transaction| {
            let (id, new) = attempt::insert(transaction, learner, attempt, recording, true, &[])?;
            if new {
                put_due(transaction, learner, due)?;
            }
            Ok(id)
        })
    }

    /// A learner's answers, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read, or holds what this program did not write.
    pub fn reviews(&self, learner: i64) -> Result<Vec<KeptReview>, StoreError> {
        list(self.connection(), Some(learner))
    }

    /// Everyone's answers, in the order in which they were kept.
    ///
    /// # Errors
    /// As for [`Store::reviews`].
    pub fn all_reviews(&self) -> Result<Vec<KeptReview>, StoreError> {
        list(self.connection(), None)
    }

    /// Says when something is to come again.
    ///
    /// # Errors
    /// [`StoreError::Value`], [`StoreError::NoLearner`].
    pub fn set_due(&mut self, learner: i64, due: &Due) -> Result<(), StoreError> {
        self.transaction(|transaction| put_due(transaction, learner, due))
    }

    /// All that is scheduled for a learner, what is due first first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn schedule(&self, learner: i64) -> Result<Vec<Due>, StoreError> {
        let sql = "SELECT kind, key, stability, difficulty, last_day, due_day FROM schedule WHERE learner = ?1 ORDER BY due_day, kind, key";
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map([learner], due)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps what a learner has set.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty or too long key, [`StoreError::NoLearner`].
    pub fn set_setting(&mut self, learner: i64, key: &str, value: &Value) -> Result<(), StoreError> {
        let key = checked("key", key, 400)?;
        self.transaction(|transaction| {
            super::learner::find(transaction, learner)?;
            let sql = "INSERT OR REPLACE INTO settings (learner, key, value) VALUES (?1, ?2, ?3)";
            transaction.prepare_cached(sql)?.execute(params![learner, key, value.to_string()])?;
            Ok(())
        })
    }

    /// What a learner has set.
    ///
    /// # Errors
    /// When the database cannot be read, or holds what this program did not write.
    pub fn settings(&self, learner: i64) -> Result<BTreeMap<String, Value>, StoreError> {
        let mut statement = self.connection().prepare_cached("SELECT key, value FROM settings WHERE learner = ?1")?;
        let rows = statement.query_map([learner], |row| Ok((attempt::text(row, 0)?, attempt::json(row, 1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
