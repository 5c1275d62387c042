//! The class as its statistics and reports see it: from the records of this machine, or from what a learning record store holds.

use std::collections::BTreeMap;

use super::Kind;
use crate::records::cohort::CohortAttempt;
use crate::records::store::{KeptAttempt, Store, StoreError};
use crate::records::xapi::AttemptTold;

/// A trainee as a report names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainee {
    /// The name, or the code while grading is blind.
    pub shown: String,
    /// What a learning record store knows them by; the code while grading is blind.
    pub account: String,
    /// What stands for the name; empty where it is not known (read from elsewhere).
    pub code: String,
}

/// What a trainee is set, and how far they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Drill or quiz.
    pub kind: Kind,
    /// Its id.
    pub what: String,
    /// How far.
    pub progress: super::Assigned,
}

/// A class with all that was done in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cohort {
    /// Whether codes stand for names.
    pub blind: bool,
    /// The trainees.
    pub trainees: Vec<Trainee>,
    /// Attempts in their order of time; `who` is the index of the trainee.
    pub attempts: Vec<CohortAttempt>,
    /// Answers to quiz items in their order of time: trainee, bank/item, right.
    pub answers: Vec<(usize, String, bool)>,
    /// What each trainee is set.
    pub due: Vec<Vec<Due>>,
}

/// Kinds of findings with their points, from a kept attempt's list of findings.
fn findings(kept: &KeptAttempt) -> Vec<(String, f64)> {
    let mut all: BTreeMap<String, f64> = BTreeMap::new();
    for finding in kept.attempt.findings.as_array().into_iter().flatten() {
        let (id, points) = (finding.get("id").and_then(|id| id.as_str()), finding.get("points_lost").and_then(serde_json::Value::as_f64));
        if let (Some(id), Some(points)) = (id, points.filter(|points| *points > 0.0)) {
            *all.entry(id.to_owned()).or_default() += points.min(100.0);
        }
    }
    all.into_iter().collect()
}

/// What an attempt in the records is to a class.
pub(super) fn of_kept(who: usize, kept: &KeptAttempt) -> CohortAttempt {
    let attempt = &kept.attempt;
    CohortAttempt {
        who,
        drill: attempt.drill.clone(),
        at_ms: attempt.ended_ms,
        total: attempt.total,
        passed: attempt.passed,
        critical: attempt.critical.clone(),
        scores: attempt.scores.as_ref().map(|six| [six.depth, six.evenness, six.nodule.unwrap_or_default(), six.safety, six.technique, six.procedure]),
        nodule_probability: attempt.nodule_probability,
        findings: findings(kept),
    }
}

/// Attempts that count in a class: judged, verified here, and for the drill itself.
pub(super) fn counts(kept: &KeptAttempt) -> bool {
    kept.checked && !kept.attempt.left && ["drill", "exam"].contains(&kept.attempt.mode.as_str())
}

impl Cohort {
    /// The class of these records: members, their attempts at drills and exams that were verified here, their answers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of_store(store: &Store) -> Result<Self, StoreError> {
        let (blind, members) = (store.is_blind()?, store.members()?);
        let assignments = store.assignments()?;
        let mut cohort = Self { blind, ..Self::default() };
        for (who, member) in members.iter().enumerate() {
            let account = if blind { &member.code } else { &member.account };
            cohort.trainees.push(Trainee { shown: member.shown(blind).to_owned(), account: account.clone(), code: member.code.clone() });
            let attempts = store.attempts(member.learner)?;
            cohort.attempts.extend(attempts.iter().filter(|kept| counts(kept)).map(|kept| of_kept(who, kept)));
            cohort.answers.extend(store.answers(member.learner)?.into_iter().map(|(item, right)| (who, item, right)));
            let mut due = Vec::new();
            for assignment in assignments.iter().filter(|assignment| assignment.learner.is_none_or(|learner| learner == member.learner)) {
                due.push(Due { kind: assignment.kind, what: assignment.what.clone(), progress: store.progress(assignment, member.learner)? });
            }
            cohort.due.push(due);
        }
        // Stable: what has no time stays where it is, before all that has.
        cohort.attempts.sort_by_key(|attempt| attempt.at_ms.unwrap_or(i64::MIN));
        Ok(cohort)
    }

    /// A class from what a learning record store tells of attempts; under blind grading its trainees are numbers.
    #[must_use]
    pub fn of_told(told: &[AttemptTold], blind: bool) -> Self {
        let mut accounts: BTreeMap<&str, &str> = BTreeMap::new();
        for attempt in told {
            accounts.insert(&attempt.account, &attempt.name);
        }
        let shown = |i: usize, text: &str| if blind { (i + 1).to_string() } else { text.to_owned() };
        let trainees: Vec<Trainee> = accounts
            .iter()
            .enumerate()
            .map(|(i, (account, name))| Trainee { shown: shown(i, name), account: shown(i, account), code: String::new() })
            .collect();
        let index: BTreeMap<&str, usize> = accounts.keys().enumerate().map(|(i, account)| (*account, i)).collect();
        let mut attempts: Vec<CohortAttempt> = told
            .iter()
            .map(|told| CohortAttempt {
                who: index[told.account.as_str()],
                drill: told.drill.clone(),
                at_ms: Some(told.at_ms),
                total: told.total,
                passed: told.passed,
                critical: told.critical.clone(),
                scores: Some(told.scores),
                nodule_probability: Some(told.nodule_probability),
                findings: told.findings.clone(),
            })
            .collect();
        attempts.sort_by_key(|attempt| attempt.at_ms);
        let due = vec![Vec::new(); trainees.len()];
        Self { blind, trainees, attempts, answers: Vec::new(), due }
    }
}

impl Store {
    /// A learner's answers to quiz items in their order of time: `bank/item`, and whether it was right.
    fn answers(&self, learner: i64) -> Result<Vec<(String, bool)>, StoreError> {
        let sql = "SELECT bank || '/' || item, correct FROM reviews WHERE learner = ?1 ORDER BY at_ms, id";
        let mut rows = self.connection().prepare_cached(sql)?;
        let rows = rows.query_map([learner], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
