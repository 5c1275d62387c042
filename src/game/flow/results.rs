//! Results of finished attempts, as the records keep them.

use bevy::prelude::Resource;

use serde_json::Value;

use super::home::Home;
use super::mode::Mode;
use super::records::{Entered, Records};
use crate::game::panels::drills;
use crate::quiz::{Answer, Item, Verdict};
use crate::records::store::{Attempt, KeptAttempt};
use crate::records::xapi::RoundTold;

/// The result of one attempt.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Result {
    /// Its number in the records, where its recording is there too.
    pub(super) recorded: Option<i64>,
    /// What the attempt was for.
    pub(super) mode: Mode,
    /// Drill.
    pub(super) drill: String,
    /// Total, 0 to 100.
    pub(super) total: f64,
    /// Whether it passed.
    pub(super) passed: bool,
    /// Whether there was a critical error.
    pub(super) critical: bool,
    /// It was left before its end: an exam that counts as not passed.
    pub(super) left: bool,
    /// What makes up the total; of an older version's it may be lacking.
    pub(super) parts: Option<Parts>,
}

/// The scores of an attempt, 0 to 100 each, and what stands beside them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parts {
    /// Mass in the target plane.
    pub(super) depth: f64,
    /// Dose over the zone.
    pub(super) evenness: f64,
    /// Probability of at least one nodule, 0 to 1.
    pub(super) nodule_probability: f64,
    /// Hazards, bone, skin.
    pub(super) safety: f64,
    /// How it was laid.
    pub(super) technique: f64,
    /// Steps and dose.
    pub(super) procedure: f64,
    /// Threads laid.
    pub(super) threads: usize,
    /// Time taken, s.
    pub(super) time_s: f64,
}

fn shown(result: &Result) -> drills::Result {
    drills::Result { total: result.total, passed: result.passed, critical: result.critical }
}

impl Result {
    /// As the records have it; none for a mode of another version.
    fn of(kept: &KeptAttempt) -> Option<Self> {
        let attempt = &kept.attempt;
        let parts = attempt.scores.zip(attempt.nodule_probability).map(|(scores, nodule_probability)| Parts {
            depth: scores.depth,
            evenness: scores.evenness,
            nodule_probability,
            safety: scores.safety,
            technique: scores.technique,
            procedure: scores.procedure,
            threads: attempt.threads.unwrap_or(0) as usize,
            time_s: attempt.time_s.unwrap_or(0.0),
        });
        Some(Self {
            recorded: kept.recording.map(|_| kept.id),
            mode: Mode::ALL.into_iter().find(|mode| mode.id() == attempt.mode)?,
            drill: attempt.drill.clone(),
            total: attempt.total,
            passed: attempt.passed,
            critical: !attempt.critical.is_empty(),
            left: attempt.left,
            parts,
        })
    }
}

/// All results, oldest first.
#[derive(Resource, Debug, Default)]
pub(super) struct Results {
    all: Vec<Result>,
    records: Records,
}

impl Results {
    /// Opens the records of the person's folder; also what whoever plays has set. `name` is what the first learner is called.
    pub(super) fn open(home: &Home, name: &str) -> (Self, Option<Value>) {
        let (records, attempts, settings) = Records::open(home, name);
        (Self { all: attempts.iter().filter_map(Result::of).collect(), records }, settings)
    }

    /// From here on these are the results of somebody else; gives what they have set.
    pub(super) fn enter(&mut self, entered: Entered) -> Option<Value> {
        let (attempts, settings) = self.records.take(entered);
        self.all = attempts.iter().filter_map(Result::of).collect();
        settings
    }

    /// Nobody plays.
    pub(super) fn leave(&mut self) {
        self.all.clear();
        self.records.leave();
    }

    /// Looks again who there is.
    pub(super) fn look(&mut self) {
        self.records.look();
    }

    /// Keeps what the learner has set.
    pub(super) fn set(&mut self, settings: &Value) {
        self.records.set(settings);
    }

    /// Keeps an answer to a quiz item.
    pub(super) fn answered(&mut self, item: &Item, answer: &Answer, verdict: &Verdict) {
        self.records.answered(item, answer, verdict);
    }

    /// Queues what is to be told of a quiz round.
    pub(super) fn tell_round(&mut self, round: &RoundTold, language: &str) {
        self.records.tell_round(round, language);
    }

    /// Queues what is to be told of an attempt.
    pub(super) fn tell_attempt(&mut self, attempt: i64, language: &str, title: &str, pass_mark: Option<f64>) {
        self.records.tell_attempt(attempt, language, title, pass_mark);
    }

    /// Replaces the notes on an attempt; whether that worked.
    pub(super) fn set_notes(&mut self, attempt: i64, notes: &str) -> bool {
        self.records.set_notes(attempt, notes)
    }

    /// The records behind them.
    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    /// The records behind them, to be changed.
    pub(super) fn records_mut(&mut self) -> &mut Records {
        &mut self.records
    }

    /// Adds one to the records, with its sealed recording; its number, where it could be kept.
    pub(super) fn add(&mut self, attempt: Attempt, recording: Option<&[u8]>) -> Option<i64> {
        let id = self.records.add(&attempt, recording);
        let kept = KeptAttempt {
            id: id.unwrap_or(0),
            uid: [0; 16],
            learner: 0,
            recording: recording.and(id).map(|_| [0; 32]),
            attempt,
            checked: true,
        };
        self.all.extend(Result::of(&kept));
        id
    }

    /// Results at a drill, oldest first.
    pub(super) fn drill<'a>(&'a self, drill: &'a str) -> impl DoubleEndedIterator<Item = drills::Result> {
        self.at(drill).map(shown)
    }

    /// The exams, oldest first: the drill and its result, none where it was left.
    pub(super) fn exams(&self) -> impl DoubleEndedIterator<Item = (&str, Option<drills::Result>)> {
        let exams = self.all.iter().filter(|result| result.mode == Mode::Exam);
        exams.map(|result| (result.drill.as_str(), (!result.left).then(|| shown(result))))
    }

    fn at<'a>(&'a self, drill: &'a str) -> impl DoubleEndedIterator<Item = &'a Result> + Clone {
        self.all.iter().filter(move |result| result.mode == Mode::Drill && result.drill == drill)
    }

    /// How many attempts at a drill there are; those of practice and exams do not count.
    pub(super) fn attempts(&self, drill: &str) -> usize {
        self.at(drill).count()
    }

    /// Mean and standard deviation of the last five totals, where there are five.
    pub(super) fn mean_of_five(&self, drill: &str) -> Option<(f64, f64)> {
        let last: Vec<f64> = self.at(drill).rev().take(5).map(|result| result.total).collect();
        let count = last.len() as f64;
        let mean = last.iter().sum::<f64>() / count;
        let square: f64 = last.iter().map(|total| (total - mean) * (total - mean)).sum();
        (last.len() == 5).then(|| (mean, (square / (count - 1.0)).sqrt()))
    }

    /// The best and the last exam at a drill that was not left.
    pub(super) fn best_and_last_exam(&self, drill: &str) -> (Option<drills::Result>, Option<drills::Result>) {
        best_and_last(self.all.iter().filter(|result| result.mode == Mode::Exam && !result.left && result.drill == drill))
    }

    /// The last and the best result of a drill, without its newest one where that is the attempt they are for.
    pub(super) fn before<'a>(&'a self, drill: &'a str, newest_is_it: bool) -> (Option<&'a Result>, Option<&'a Result>) {
        let older = || self.at(drill).rev().skip(usize::from(newest_is_it));
        (older().next(), older().max_by(|a, b| shown(a).order(&shown(b))))
    }

    /// The best and the last result of a drill.
    pub(super) fn best_and_last(&self, drill: &str) -> (Option<drills::Result>, Option<drills::Result>) {
        best_and_last(self.at(drill))
    }
}

fn best_and_last<'a>(results: impl Iterator<Item = &'a Result> + Clone) -> (Option<drills::Result>, Option<drills::Result>) {
    let best = results.clone().map(shown).max_by(drills::Result::order);
    (best, results.last().map(shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(of: &[(Mode, f64, bool)]) -> Results {
        let one = |(mode, total, left): &(Mode, f64, bool)| Result {
            mode: *mode,
            drill: "a-drill".to_owned(),
            total: *total,
            passed: *total >= 70.0,
            left: *left,
            ..Result::default()
        };
        Results { all: of.iter().map(one).collect(), records: Records::default() }
    }

    #[test]
    fn practice_and_exams_leave_the_drill_s_curve_alone() {
        let all = results(&[(Mode::Drill, 60.0, false), (Mode::Practise, 95.0, false), (Mode::Exam, 90.0, false), (Mode::Drill, 72.0, false)]);
        assert_eq!(all.drill("a-drill").map(|result| result.total).collect::<Vec<_>>(), [60.0, 72.0]);
        assert_eq!(all.attempts("a-drill"), 2);
        let (best, last) = all.best_and_last("a-drill");
        assert_eq!((best.map(|it| it.total), last.map(|it| it.total)), (Some(72.0), Some(72.0)));
        assert_eq!(all.best_and_last_exam("a-drill").0.map(|it| it.total), Some(90.0));
    }

    #[test]
    fn the_best_attempt_passed_or_is_without_a_critical_error() {
        let one = |total: f64, passed: bool, critical: bool| Result { drill: "a-drill".to_owned(), total, passed, critical, ..Result::default() };
        let best = |all: Vec<Result>| Results { all, records: Records::default() }.best_and_last("a-drill").0.map(|it| it.total);
        assert_eq!(best(vec![one(50.0, false, false), one(88.0, false, true), one(45.0, false, false)]), Some(50.0));
        assert_eq!(best(vec![one(71.0, true, false), one(88.0, false, true)]), Some(71.0));
    }

    #[test]
    fn an_exam_that_was_left_has_no_result() {
        let all = results(&[(Mode::Exam, 0.0, true), (Mode::Exam, 81.0, false)]);
        let exams: Vec<_> = all.exams().map(|(_, result)| result.map(|it| it.passed)).collect();
        assert_eq!(exams, [None, Some(true)]);
    }

    #[test]
    fn what_is_added_is_there_when_the_records_are_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let attempt = |mode: Mode, left: bool| Attempt { left, passed: !left, ..Attempt::left("a-drill", "", mode.id(), 3, (1, 5)) };
        let mut results = Results::open(&home, "Me").0;
        results.add(attempt(Mode::Drill, false), None);
        results.add(attempt(Mode::Exam, true), None);
        let again = Results::open(&home, "Me").0;
        assert_eq!(again.all, results.all);
        assert_eq!(again.attempts("a-drill"), 1);
        assert_eq!(again.exams().map(|(_, result)| result).collect::<Vec<_>>(), [None]);
    }

    #[test]
    fn what_an_older_version_kept_is_taken_in() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("results.jsonl"), "{\"drill\":\"a-drill\",\"total\":81.5,\"passed\":true,\"seed\":3}\n").unwrap();
        for _ in 0..2 {
            let results = Results::open(&Home::at(folder.path()), "Me").0;
            assert_eq!(results.drill("a-drill").map(|result| result.total).collect::<Vec<_>>(), [81.5]);
        }
    }
}
