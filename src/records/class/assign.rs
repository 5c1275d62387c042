//! What the class is set, and how far it is.

use rusqlite::params;

use crate::records::store::{Store, StoreError};

/// What is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A drill.
    Drill,
    /// A quiz.
    Quiz,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Drill => "drill",
            Self::Quiz => "quiz",
        }
    }
}

/// Something that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Drill or quiz.
    pub kind: Kind,
    /// Its id.
    pub what: String,
    /// To whom; none: to the whole class.
    pub learner: Option<i64>,
    /// When, ms since 1970.
    pub assigned_ms: i64,
}

/// How far a member is with an assignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Assigned {
    /// Attempts at the drill, or items of the quiz answered.
    pub tries: u32,
    /// Best total, or right answers per hundred.
    pub best: Option<f64>,
    /// The drill was passed.
    pub passed: bool,
}

impl Store {
    /// Sets a drill or quiz to a member or to the whole class; whether it is new.
    ///
    /// # Errors
    /// When the database cannot be written, or there is no such learner.
    pub fn assign(&mut self, kind: Kind, what: &str, learner: Option<i64>, now_ms: i64) -> Result<bool, StoreError> {
        self.transaction(|transaction| {
            let sql = "INSERT INTO assignments (kind, what, learner, assigned_ms) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
            Ok(transaction.execute(sql, params![kind.name(), what, learner, now_ms])? > 0)
        })
    }

    /// Takes an assignment back; whether there was one.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn unassign(&mut self, kind: Kind, what: &str, learner: Option<i64>) -> Result<bool, StoreError> {
        self.transaction(|transaction| {
            let sql = "DELETE FROM assignments WHERE kind = ?1 AND what = ?2 AND learner IS ?3";
            Ok(transaction.execute(sql, params![kind.name(), what, learner])? > 0)
        })
    }

    /// All that is set, in the order in which it was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn assignments(&self) -> Result<Vec<Assignment>, StoreError> {
        let mut rows = self.connection().prepare("SELECT kind, what, learner, assigned_ms FROM assignments ORDER BY id")?;
        let rows = rows.query_map([], |row| {
            let kind = if row.get::<_, String>(0)? == "quiz" { Kind::Quiz } else { Kind::Drill };
            Ok(Assignment { kind, what: row.get(1)?, learner: row.get(2)?, assigned_ms: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How far a member is with an assignment, by what was done since it was set.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn progress(&self, assignment: &Assignment, learner: i64) -> Result<Assigned, StoreError> {
        let sql = match assignment.kind {
            Kind::Drill => {
                "SELECT count(*), max(total), coalesce(max(passed), 0) FROM attempts
                WHERE learner = ?1 AND drill = ?2 AND was_left = 0 AND coalesce(ended_ms, ?3) >= ?3"
            }
            Kind::Quiz => "SELECT count(*), 100.0 * avg(correct), 0 FROM reviews WHERE learner = ?1 AND bank = ?2 AND at_ms >= ?3",
        };
        // A recording's time is its file's: what was played on another machine may lie a little before the assignment by its clock.
        let since = if assignment.kind == Kind::Drill { 0 } else { assignment.assigned_ms };
        let found = self.connection().prepare_cached(sql)?.query_row(params![learner, assignment.what, since], |row| {
            Ok(Assigned { tries: row.get(0)?, best: row.get(1)?, passed: row.get(2)? })
        })?;
        Ok(found)
    }
}
