//! Results of finished attempts, one JSON object a line in the data folder.
//!
//! **Invariant:** a line that cannot be read is left out and never lost from the file; the file is replaced whole.

use bevy::prelude::Resource;

use super::home::Home;
use super::mode::Mode;
use crate::game::panels::drills;

const FILE: &str = "results.jsonl";

/// The result of one attempt.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Result {
    /// What the attempt was for.
    #[serde(default)]
    pub(super) mode: Mode,
    /// Drill.
    pub(super) drill: String,
    /// Total, 0 to 100.
    pub(super) total: f64,
    /// Whether it passed.
    pub(super) passed: bool,
    /// Seed of the attempt.
    pub(super) seed: u64,
    /// It was left before its end: an exam that counts as not passed.
    #[serde(default)]
    pub(super) left: bool,
    /// File name of the recording, empty where none was written.
    #[serde(default)]
    pub(super) recording: String,
    /// What makes up the total; older lines lack it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) parts: Option<Parts>,
}

/// The scores of an attempt, 0 to 100 each, and what stands beside them.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
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
    drills::Result { total: result.total, passed: result.passed }
}

/// All results, oldest first.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Results {
    all: Vec<Result>,
    text: String,
}

impl Results {
    /// Reads them.
    pub(super) fn load(home: &Home) -> Self {
        let text = home.read(FILE).unwrap_or_default();
        let all = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Self { all, text }
    }

    /// Adds one and writes them; says whether that worked.
    pub(super) fn add(&mut self, home: &Home, result: Result) -> bool {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(&serde_json::to_string(&result).unwrap_or_default());
        self.text.push('\n');
        self.all.push(result);
        home.write(FILE, &self.text).is_ok()
    }

    /// Results at a drill, oldest first.
    pub(super) fn drill<'a>(&'a self, drill: &'a str) -> impl DoubleEndedIterator<Item = drills::Result> {
        self.of(drill).map(shown)
    }

    /// The exams, oldest first: the drill and its result, none where it was left.
    pub(super) fn exams(&self) -> impl DoubleEndedIterator<Item = (&str, Option<drills::Result>)> {
        let exams = self.all.iter().filter(|result| result.mode == Mode::Exam);
        exams.map(|result| (result.drill.as_str(), (!result.left).then(|| shown(result))))
    }

    fn of<'a>(&'a self, drill: &'a str) -> impl DoubleEndedIterator<Item = &'a Result> + Clone {
        self.all.iter().filter(move |result| result.mode == Mode::Drill && result.drill == drill)
    }

    /// How many attempts at a drill there are; those of practice and exams do not count.
    pub(super) fn attempts(&self, drill: &str) -> usize {
        self.of(drill).count()
    }

    /// Mean and standard deviation of the last five totals, where there are five.
    pub(super) fn mean_of_five(&self, drill: &str) -> Option<(f64, f64)> {
        let last: Vec<f64> = self.of(drill).rev().take(5).map(|result| result.total).collect();
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
        let older = || self.of(drill).rev().skip(usize::from(newest_is_it));
        (older().next(), older().max_by(|a, b| a.passed.cmp(&b.passed).then(a.total.total_cmp(&b.total))))
    }

    /// The best and the last result of a drill.
    pub(super) fn best_and_last(&self, drill: &str) -> (Option<drills::Result>, Option<drills::Result>) {
        best_and_last(self.of(drill))
    }
}

/// A passed attempt is better than one that failed by a critical error, whatever its points.
fn best_and_last<'a>(results: impl Iterator<Item = &'a Result> + Clone) -> (Option<drills::Result>, Option<drills::Result>) {
    let best = results.clone().max_by(|a, b| a.passed.cmp(&b.passed).then(a.total.total_cmp(&b.total)));
    (best.map(shown), results.last().map(shown))
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
        Results { all: of.iter().map(one).collect(), text: String::new() }
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
    fn an_exam_that_was_left_has_no_result() {
        let all = results(&[(Mode::Exam, 0.0, true), (Mode::Exam, 81.0, false)]);
        let exams: Vec<_> = all.exams().map(|(_, result)| result.map(|it| it.passed)).collect();
        assert_eq!(exams, [None, Some(true)]);
    }

    #[test]
    fn results_of_before_there_were_modes_are_drills() {
        let line = r#"{"drill":"a-drill","total":81.5,"passed":true,"seed":3}"#;
        let read: Result = serde_json::from_str(line).unwrap();
        assert_eq!((read.mode, read.left), (Mode::Drill, false));
    }
}
