//! A one-sided cumulative sum with a holding barrier at 0 (Page 1954).

use super::rules::LearningRules;

/// Rounding allowed at the boundary: so many equal scores are worth their multiple.
const SLACK: f64 = 1e-9;

/// A cumulative sum on its way to a boundary: S ← max(0, S + score), a signal when S ≥ h.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The sum.
    pub sum: f64,
    /// The boundary h.
    pub boundary: f64,
}

impl Limit {
    /// At 0.
    #[must_use]
    pub fn new(boundary: f64) -> Self {
        Self { sum: 0.0, boundary }
    }

    /// Adds a score; whether it is a signal.
    pub fn add(&mut self, score: f64) -> bool {
        self.sum = (self.sum + score).max(0.0);
        self.sum >= self.boundary - SLACK
    }
}

/// Chance that a person who fails at a rate gets a signal within so many attempts, from 0: the LC-CUSUM's (`relapse` false: is called
/// proficient) or the CUSUM's (`relapse` true: is called relapsed). Exact: the distribution of the sum, attempt by attempt.
#[must_use]
pub fn chance_of_signal(rules: &LearningRules, relapse: bool, failure_rate: f64, attempts: usize) -> f64 {
    let score = |passed| if relapse { rules.relapse_score(passed) } else { rules.learning_score(passed) };
    let steps = [(score(true), 1.0 - failure_rate), (score(false), failure_rate)];
    let mut sums = vec![(0.0, 1.0)];
    let mut signalled = 0.0;
    for _ in 0..attempts {
        let mut next: Vec<(f64, f64)> = Vec::with_capacity(2 * sums.len());
        for (sum, chance) in &sums {
            for (score, share) in steps {
                let mut limit = Limit { sum: *sum, boundary: rules.boundary() };
                if limit.add(score) { signalled += chance * share } else { next.push((limit.sum, chance * share)) }
            }
        }
        // Sums that differ by roundings are one.
        next.sort_by(|a, b| a.0.total_cmp(&b.0));
        sums.clear();
        for (sum, chance) in next {
            match sums.last_mut() {
                Some(last) if sum - last.0 < SLACK => last.1 += chance,
                _ => sums.push((sum, chance)),
            }
        }
    }
    signalled
}
