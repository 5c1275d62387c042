//! What a learner is to do today, and how answers and attempts move the schedule.
//!
//! **Invariants:** an answer and the day on which its item comes again are kept together or not at all, as are an attempt and its drill.
//! A day is one of universal time; the room is told what time it is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::store::{Attempt, Due, Kind, Review, Store, StoreError};
use crate::drill::Variant;
use crate::quiz::{Answer, Bank, Grade, Item, Memory, Portion, Question, Scheduler, Verdict, Weakness, today};
use crate::scoring::Score;

const DAY_MS: i64 = 86_400_000;

/// The day of a time (ms since 1970 UTC), counted from 1970.
#[must_use]
pub fn day_of(ms: i64) -> i64 {
    ms.div_euclid(DAY_MS)
}

/// What is known of a learner: when each item and drill is due, and what drills have shown to be weak.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    items: BTreeMap<String, Due>,
    drills: BTreeMap<String, Due>,
    weak: Weakness,
}

/// What today's review holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Items that were asked before and are due, those of weak topics sooner.
    pub due: usize,
    /// Items that are new.
    pub fresh: usize,
}

/// Whether an attempt says something about its drill: one that was played to its end, for the drill or in an exam.
fn counts(attempt: &Attempt) -> bool {
    !attempt.left && ["drill", "exam"].contains(&attempt.mode.as_str())
}

/// What an attempt's findings cost; what cannot be read costs nothing.
fn lost(attempt: &Attempt) -> Vec<(&str, Score, f64)> {
    let findings = attempt.findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let one = |finding: &'_ Value| -> Option<(Score, f64)> {
        let name = finding.get("score")?.as_str()?;
        let (score, _) = Score::ALL.into_iter().find(|(_, known)| *known == name)?;
        Some((score, finding.get("points_lost")?.as_f64()?))
    };
    findings.iter().filter_map(|finding| one(finding).map(|(score, points)| (finding.get("metric").and_then(Value::as_str).unwrap_or_default(), score, points))).collect()
}

/// An answer as the records keep it: options by their places in the bank's file, however they were shown.
fn kept(question: &Question, answer: &Answer) -> Value {
    match answer {
        Answer::Options(options) => {
            let places: Vec<Option<usize>> = options.iter().map(|i| question.choices().get(*i).map(|choice| choice.place)).collect();
            json!({ "options": places })
        }
        Answer::Number(number) => json!({ "number": number }),
        Answer::Pointed(pointed) => json!({ "off_mm": pointed.off_mm() }),
    }
}

/// When something is due again after a grade on a day. A memory that the scheduler did not make is begun anew.
fn next(kind: Kind, key: &str, before: Option<&Due>, grade: Grade, day: i64) -> Option<Due> {
    let memory = before.map(|due| Memory { stability: due.stability as f32, difficulty: due.difficulty as f32, last_day: due.last_day });
    let scheduler = Scheduler::new();
    let review = scheduler.review(memory.as_ref(), grade, day).or_else(|_| scheduler.review(None, grade, day)).ok()?;
    let Memory { stability, difficulty, last_day } = review.memory;
    Some(Due { kind, key: key.to_owned(), stability: f64::from(stability), difficulty: f64::from(difficulty), last_day, due_day: review.due_day() })
}

impl Study {
    /// That of a learner.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of(store: &Store, learner: i64) -> Result<Self, StoreError> {
        let mut study = Self::default();
        for due in store.schedule(learner)? {
            let of = if due.kind == Kind::Drill { &mut study.drills } else { &mut study.items };
            of.insert(due.key.clone(), due);
        }
        for attempt in store.attempts(learner)?.iter().map(|kept| &kept.attempt).filter(|attempt| counts(attempt)) {
            study.weak.learn_lost(lost(attempt));
        }
        Ok(study)
    }

    /// What drills have shown to be weak.
    #[must_use]
    pub fn weak(&self) -> &Weakness {
        &self.weak
    }

    /// The day on which an item ([`Item::name`]) is due; none for one that was never asked.
    #[must_use]
    pub fn due_day(&self, item: &str) -> Option<i64> {
        self.items.get(item).map(|due| due.due_day)
    }

    /// The items of today's review, in the order in which they are asked.
    #[must_use]
    pub fn review<'a>(&self, banks: &'a [Bank], day: i64) -> Vec<&'a Item> {
        today(banks, |name| self.due_day(name), &self.weak, day, Portion::default())
    }

    /// How many items today's review holds.
    #[must_use]
    pub fn today(&self, banks: &[Bank], day: i64) -> Today {
        let items = self.review(banks, day);
        let due = items.iter().filter(|item| self.items.contains_key(&item.name())).count();
        Today { due, fresh: items.len() - due }
    }

    /// Names of the drills that are due, longest overdue first, with the day on which each was.
    #[must_use]
    pub fn due_drills(&self, day: i64) -> Vec<(&str, i64)> {
        let mut due: Vec<(&str, i64)> = self.drills.values().filter(|due| due.due_day <= day).map(|due| (due.key.as_str(), due.due_day)).collect();
        due.sort_by_key(|(_, due_day)| *due_day);
        due
    }

    /// Keeps a learner's answer to an item with its grade, and when the item comes again.
    ///
    /// # Errors
    /// As for [`Store::add_review`]; then nothing has changed.
    pub fn answered(&mut self, store: &mut Store, learner: i64, (item, answer, verdict): (&Item, &Answer, &Verdict), now_ms: i64) -> Result<i64, StoreError> {
        let grade = Grade::of_answer(verdict.right);
        let name = item.name();
        let due = next(Kind::Item, &name, self.items.get(&name), grade, day_of(now_ms));
        let (bank, id) = (item.bank.clone(), item.id.clone());
        let review = Review { bank, item: id, grade: grade.number(), answer: kept(&item.question, answer), correct: verdict.right, at_ms: now_ms };
        let number = store.add_review(learner, &review, due.as_ref())?;
        if let Some(due) = due {
            self.items.insert(name, due);
        }
        Ok(number)
    }

    /// Keeps a learner's attempt with its sealed recording; where it counts for its drill, also when the drill comes again. An attempt on
    /// another patient counts for the drill too.
    ///
    /// # Errors
    /// As for [`Store::add_attempt`]; then nothing has changed.
    pub fn attempted(&mut self, store: &mut Store, learner: i64, attempt: &Attempt, recording: Option<&[u8]>, now_ms: i64) -> Result<i64, StoreError> {
        if !counts(attempt) {
            return store.add_attempt(learner, attempt, recording);
        }
        let drill = Variant::parse(&attempt.drill).drill;
        let grade = Grade::of_score(attempt.total, attempt.passed);
        let due = next(Kind::Drill, &drill, self.drills.get(&drill), grade, day_of(now_ms));
        let number = match &due {
            Some(due) => store.add_attempt_and_due(learner, attempt, recording, due)?,
            None => store.add_attempt(learner, attempt, recording)?,
        };
        self.weak.learn_lost(lost(attempt));
        self.drills.extend(due.map(|due| (drill, due)));
        Ok(number)
    }
}
