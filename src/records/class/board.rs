//! What the class has done of late, in the order in which it came in.

use std::collections::BTreeMap;

use crate::records::store::{KeptAttempt, Store, StoreError, latest_attempts};

/// An attempt of a member.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardRow {
    /// The member's name, or the code while grading is blind.
    pub shown: String,
    /// The attempt.
    pub kept: KeptAttempt,
}

impl Store {
    /// The latest attempts of the members, at most so many: what came in last comes first, whenever it was played. Attempts that were left,
    /// not verified here or not at a drill or exam are left out, as they are in a [`Cohort`](super::Cohort).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn board(&self, most: usize) -> Result<Vec<BoardRow>, StoreError> {
        let blind = self.is_blind()?;
        let shown: BTreeMap<i64, String> = self.members()?.iter().map(|member| (member.learner, member.shown(blind).to_owned())).collect();
        let row = |kept: KeptAttempt| Some(BoardRow { shown: shown.get(&kept.learner)?.clone(), kept });
        Ok(latest_attempts(self.connection(), most)?.into_iter().filter_map(row).collect())
    }
}
