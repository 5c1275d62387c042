//! What counts as proficient, and how sure one wants to be: the `learning` block of a rubric.

use crate::geom::math;

/// Failure rates and chances of error of the two tests. A failure is an attempt that does not pass.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct LearningRules {
    /// Acceptable rate of failures, 0 to 1: that of a proficient person.
    pub p0: f64,
    /// Unacceptable rate of failures, above `p0`: that of a person who still learns.
    pub p1: f64,
    /// Chance of a wrong signal (proficient at `p1`; relapsed at `p0`) that the boundary is made for. Smaller: later, surer.
    pub alpha: f64,
    /// Chance of a missed signal that the boundary is made for.
    pub beta: f64,
}

impl Default for LearningRules {
    /// One failure in ten against three in ten; a tenth for either error, as is common for trainees (Bolsin and Colson 2000
    /// \[recalled\]) \[design\]. Nine passes in a row show proficiency.
    fn default() -> Self {
        Self { p0: 0.10, p1: 0.30, alpha: 0.10, beta: 0.10 }
    }
}

impl LearningRules {
    /// The boundary of both tests: ln((1 − β) / α), that of Wald's sequential probability ratio test (Wald 1945), in units of the
    /// logarithm of the likelihood ratio.
    ///
    /// A CUSUM starts anew whenever it falls to 0, so its chance of a wrong signal *somewhere* grows with the number of attempts and is
    /// not α: [`super::chance_of_signal`] gives it exactly. Biau and Porcher (2010) choose h by simulation for that reason; a rubric
    /// does it by its α.
    #[must_use]
    pub fn boundary(&self) -> f64 {
        math::ln((1.0 - self.beta) / self.alpha)
    }

    /// Score of an attempt in the LC-CUSUM, whose null hypothesis is that failures come at `p1` (Biau et al. 2008; Biau and Porcher
    /// 2010): ln((1 − p0) / (1 − p1)) for a success, above 0; ln(p0 / p1) for a failure, below 0.
    #[must_use]
    pub fn learning_score(&self, passed: bool) -> f64 {
        if passed { math::ln((1.0 - self.p0) / (1.0 - self.p1)) } else { math::ln(self.p0 / self.p1) }
    }

    /// Score of an attempt in the CUSUM, whose null hypothesis is that failures come at `p0` (Page 1954; Steiner et al. 2000): the
    /// LC-CUSUM's with the other sign.
    #[must_use]
    pub fn relapse_score(&self, passed: bool) -> f64 {
        -self.learning_score(passed)
    }
}
