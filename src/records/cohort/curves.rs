//! Where each trainee stands at each drill.

use super::CohortAttempt;
use crate::scoring::learning::{Attempted, CurvePoint, LearningRules, Standing, curve};

/// The learning curve of a trainee at a drill.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TraineeCurve {
    /// Index of the trainee.
    pub who: usize,
    /// The drill.
    pub drill: String,
    /// Totals in their order.
    pub totals: Vec<f64>,
    /// Whether each passed.
    pub passed: Vec<bool>,
    /// Whether there was a critical error in each.
    pub critical: Vec<bool>,
    /// The curve after each.
    pub points: Vec<CurvePoint>,
}

impl TraineeCurve {
    /// Where the trainee stands now.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.points.last().map_or(Standing::Learning, |point| point.standing)
    }
}

/// The curves of attempts that stand in their order of time, by drill and trainee; `rules` gives those of a drill's rubric.
#[must_use]
pub fn curves(attempts: &[CohortAttempt], rules: impl Fn(&str) -> LearningRules) -> Vec<TraineeCurve> {
    let mut keys: Vec<(&str, usize)> = attempts.iter().map(|attempt| (attempt.drill.as_str(), attempt.who)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .map(|(drill, who)| {
            let all = || attempts.iter().filter(|attempt| attempt.drill == drill && attempt.who == who);
            let own: Vec<Attempted> = all().map(|attempt| Attempted { total: attempt.total, passed: attempt.passed }).collect();
            TraineeCurve {
                who,
                drill: drill.to_owned(),
                totals: own.iter().map(|attempt| attempt.total).collect(),
                passed: own.iter().map(|attempt| attempt.passed).collect(),
                critical: all().map(|attempt| !attempt.critical.is_empty()).collect(),
                points: curve(&rules(drill), &own),
            }
        })
        .collect()
}
