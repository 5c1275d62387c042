//! The curve: where a person stands after each attempt.

use super::cusum::Limit;
use super::rolling::{Rolling, WINDOW, rolling};
use super::rules::LearningRules;

/// An attempt as the curve sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attempted {
    /// Its total, 0 to 100.
    pub total: f64,
    /// Whether it passed: the total at the pass mark or above and no critical error.
    pub passed: bool,
}

/// Where a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Proficiency has not been shown.
    Learning,
    /// The LC-CUSUM has reached its boundary, and the CUSUM since then has not.
    Proficient,
    /// Was proficient; the CUSUM has reached its boundary, and the LC-CUSUM, begun anew, has not.
    Relapsed,
}

/// The curve after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct CurvePoint {
    /// Mean of the last five totals.
    pub rolling: Rolling,
    /// Sum of the LC-CUSUM; none while proficient.
    pub learning_sum: Option<f64>,
    /// Sum of the CUSUM; none while not proficient.
    pub relapse_sum: Option<f64>,
    /// The boundary of either.
    pub boundary: f64,
    /// Where the person stands after this attempt.
    pub standing: Standing,
    /// This attempt has shown proficiency.
    pub shown: bool,
    /// This attempt has shown a relapse.
    pub relapse: bool,
}

/// The learning curve of attempts at one drill, in their order. Each test begins at 0 with the attempt after the other's signal.
#[must_use]
pub fn curve(rules: &LearningRules, attempts: &[Attempted]) -> Vec<CurvePoint> {
    let boundary = rules.boundary();
    let mut standing = Standing::Learning;
    let mut limit = Limit::new(boundary);
    let totals: Vec<f64> = attempts.iter().map(|attempt| attempt.total).collect();
    let point = |(attempt, rolling): (&Attempted, Rolling)| {
        let watched = standing == Standing::Proficient;
        let score = if watched { rules.relapse_score(attempt.passed) } else { rules.learning_score(attempt.passed) };
        let signal = limit.add(score);
        let sum = limit.sum;
        if signal {
            standing = if watched { Standing::Relapsed } else { Standing::Proficient };
            limit = Limit::new(boundary);
        }
        CurvePoint {
            rolling,
            learning_sum: (!watched).then_some(sum),
            relapse_sum: watched.then_some(sum),
            boundary,
            standing,
            shown: signal && !watched,
            relapse: signal && watched,
        }
    };
    attempts.iter().zip(rolling(&totals, WINDOW)).map(point).collect()
}
