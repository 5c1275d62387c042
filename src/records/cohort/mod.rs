//! Statistics of a class: how it did at each drill, where each trainee stands, which items tell the skilled from the others, which
//! errors are common.
//!
//! **Invariant:** all of it is a pure function of the attempts and answers given, in their order of time; who they are of is a number,
//! so that nothing here can tell a name.

mod curves;
mod errors;
mod items;
mod spread;

pub use curves::{TraineeCurve, curves};
pub use errors::{ErrorMap, error_map};
pub use items::{ItemFigures, item_figures, point_biserial};
pub use spread::{Spread, quantile};

/// An attempt as a class sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortAttempt {
    /// Index of the trainee.
    pub who: usize,
    /// The drill.
    pub drill: String,
    /// When it ended, ms since 1970, where known.
    pub at_ms: Option<i64>,
    /// Total, 0 to 100.
    pub total: f64,
    /// Whether it passed.
    pub passed: bool,
    /// Names of critical errors.
    pub critical: Vec<String>,
    /// The six scores, where they were kept.
    pub scores: Option<[f64; 6]>,
    /// Probability of a nodule, where it was kept.
    pub nodule_probability: Option<f64>,
    /// Kinds of findings with the points each cost.
    pub findings: Vec<(String, f64)>,
}

/// The drills of attempts, in the order of their names.
#[must_use]
pub fn drills(attempts: &[CohortAttempt]) -> Vec<&str> {
    let mut drills: Vec<&str> = attempts.iter().map(|attempt| attempt.drill.as_str()).collect();
    drills.sort_unstable();
    drills.dedup();
    drills
}
