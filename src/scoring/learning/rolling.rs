//! Mean of the last attempts with its standard error.

/// Attempts in the mean: scores are called repeatable over five \[design\].
pub const WINDOW: usize = 5;

/// Mean of the last attempts.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Rolling {
    /// Attempts in it, 1 to the window.
    pub attempts: usize,
    /// Mean of their totals.
    pub mean: f64,
    /// Its standard error, s/√n with s over n − 1; none for one attempt.
    pub standard_error: Option<f64>,
}

/// The rolling mean after each value.
#[must_use]
pub fn rolling(values: &[f64], window: usize) -> Vec<Rolling> {
    (1..=values.len())
        .map(|end| {
            let last = &values[end - window.clamp(1, end)..end];
            let n = last.len() as f64;
            let mean = last.iter().sum::<f64>() / n;
            let squares: f64 = last.iter().map(|value| (value - mean) * (value - mean)).sum();
            let standard_error = (last.len() > 1).then(|| (squares / (n - 1.0) / n).sqrt());
            Rolling { attempts: last.len(), mean, standard_error }
        })
        .collect()
}
