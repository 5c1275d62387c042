//! The roster: the members of the class, and whether they are shown by name or by code.

use rusqlite::{OptionalExtension, params};

use crate::records::csv::{self, Cell, CsvError};
use crate::records::store::{Store, StoreError};

/// Most bytes of a name or an account.
const NAME: usize = 400;
/// Most rows of a roster's file.
const MOST_ROWS: usize = 10_000;
const BLIND: &str = "blind";

/// A member of the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The learner.
    pub learner: i64,
    /// Name.
    pub name: String,
    /// Mail address, or name elsewhere: what a learning record store knows the member by.
    pub account: String,
    /// What stands for the name in blind grading.
    pub code: String,
}

impl Member {
    /// The name, or the code while grading is blind.
    #[must_use]
    pub fn shown(&self, blind: bool) -> &str {
        if blind { &self.code } else { &self.name }
    }

    /// Whether a text on the command line or in a recording means this member: the name, the account or the code.
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let text = text.trim();
        self.name == text || self.account == text || self.code.eq_ignore_ascii_case(text)
    }
}

/// A line of a roster's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterRow {
    /// Name.
    pub name: String,
    /// Mail address or name elsewhere; the name itself where it is not given.
    pub account: String,
}

/// Reads a roster: CSV with a heading that has `name`, and perhaps `account` (or `email`); other columns are left aside.
///
/// # Errors
/// [`CsvError`].
pub fn read_roster(text: &str) -> Result<Vec<RosterRow>, CsvError> {
    let wrong = |line, reason| CsvError { line, reason };
    let rows = csv::read(text)?;
    let (heading, rows) = rows.split_first().ok_or(wrong(1, "a heading with a column `name` is wanted"))?;
    let column = |names: &[&str]| heading.iter().position(|cell| names.contains(&cell.trim().to_lowercase().as_str()));
    let name = column(&["name"]).ok_or(wrong(1, "a heading with a column `name` is wanted"))?;
    let account = column(&["account", "email", "mail"]);
    if rows.len() > MOST_ROWS {
        return Err(wrong(MOST_ROWS, "no more than 10,000 members are taken"));
    }
    let one = |(i, row): (usize, &Vec<String>)| {
        let cell = |at: usize| row.get(at).map_or("", |text| text.trim());
        let account = account.map(cell).filter(|account| !account.is_empty());
        match cell(name) {
            "" => Err(wrong(i + 2, "the name is missing")),
            name if name.len() > NAME || account.is_some_and(|account| account.len() > NAME) => Err(wrong(i + 2, "a name or account of more than 400 bytes")),
            name => Ok(RosterRow { name: name.to_owned(), account: account.unwrap_or(name).to_owned() }),
        }
    };
    rows.iter().enumerate().map(one).collect()
}

/// The roster as CSV: name, account, code.
#[must_use]
pub fn write_roster(members: &[Member]) -> String {
    let heading = ["name", "account", "code"].map(Cell::text).to_vec();
    let row = |member: &Member| vec![Cell::text(&member.name), Cell::text(&member.account), Cell::text(&member.code)];
    csv::write(&[vec![heading], members.iter().map(row).collect()].concat())
}

impl Store {
    /// Adds a member. Whoever has the account already stays as they are, as does a learner of these records who has that name, is in no
    /// class and is the only one called so: they become the member. Gives the member, and whether they are new to the roster.
    ///
    /// # Errors
    /// [`StoreError::Value`] for an empty or overlong name or account.
    pub fn add_member(&mut self, row: &RosterRow, now_ms: i64) -> Result<(Member, bool), StoreError> {
        for (field, text) in [("name", &row.name), ("account", &row.account)] {
            if text.trim().is_empty() || text.len() > NAME {
                let got = text.chars().take(40).collect();
                return Err(StoreError::Value { field, got, allowed: "1 to 400 bytes, not only spaces" });
            }
        }
        let sql = "SELECT learner FROM roster WHERE account = ?1";
        let there: Option<i64> = self.connection().query_row(sql, [&row.account], |row| row.get(0)).optional()?;
        let new = there.is_none();
        let learner = match there {
            Some(learner) => learner,
            None => {
                let sql = "SELECT id FROM learners WHERE name = ?1 AND guest = 0 AND id NOT IN (SELECT learner FROM roster)";
                let free: Vec<i64> = self.connection().prepare(sql)?.query_map([&row.name], |row| row.get(0))?.collect::<Result<_, _>>()?;
                let learner = match free[..] {
                    [one] => one,
                    _ => self.add_learner(&row.name, false, now_ms)?.id,
                };
                self.transaction(|transaction| {
                    let sql = "INSERT INTO roster (learner, account, added_ms) VALUES (?1, ?2, ?3)";
                    Ok(transaction.execute(sql, params![learner, row.account, now_ms])?)
                })?;
                learner
            }
        };
        let member = self.members()?.into_iter().find(|member| member.learner == learner);
        member.map(|member| (member, new)).ok_or_else(|| StoreError::NoLearner { got: learner.to_string() })
    }

    /// The members, in the order in which they were added; by their codes while grading is blind, so that the order tells nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn members(&self) -> Result<Vec<Member>, StoreError> {
        let order = if self.is_blind()? { "code" } else { "r.added_ms, l.id" };
        let sql = format!("SELECT l.id, l.name, r.account, l.code FROM roster r JOIN learners l ON l.id = r.learner ORDER BY {order}");
        let mut rows = self.connection().prepare(&sql)?;
        let rows = rows.query_map([], |row| Ok(Member { learner: row.get(0)?, name: row.get(1)?, account: row.get(2)?, code: row.get(3)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes a member off the roster; the learner and all that is theirs stays.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remove_member(&mut self, learner: i64) -> Result<bool, StoreError> {
        self.transaction(|transaction| {
            transaction.execute("DELETE FROM assignments WHERE learner = ?1", [learner])?;
            Ok(transaction.execute("DELETE FROM roster WHERE learner = ?1", [learner])? > 0)
        })
    }

    /// Whether codes stand for names.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_blind(&self) -> Result<bool, StoreError> {
        let sql = "SELECT value FROM class_settings WHERE key = ?1";
        let value: Option<String> = self.connection().query_row(sql, [BLIND], |row| row.get(0)).optional()?;
        Ok(value.as_deref() == Some("true"))
    }

    /// Lets codes stand for names, or reveals them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_blind(&mut self, blind: bool) -> Result<(), StoreError> {
        self.transaction(|transaction| {
            let sql = "INSERT INTO class_settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
            transaction.execute(sql, [BLIND, if blind { "true" } else { "false" }])?;
            Ok(())
        })
    }
}
