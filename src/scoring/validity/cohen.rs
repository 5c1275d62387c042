//! Cohen's d.

/// Difference of the means over the pooled standard deviation, √(((n₁ − 1) s₁² + (n₂ − 1) s₂²) / (n₁ + n₂ − 2)) (Cohen 1988); none for
/// fewer than two values a group or where nothing varies.
#[must_use]
pub fn cohen_d(experts: &[f64], novices: &[f64]) -> Option<f64> {
    if experts.len() < 2 || novices.len() < 2 {
        return None;
    }
    let moments = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        (mean, values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>())
    };
    let ((mean, squares), (other, more)) = (moments(experts), moments(novices));
    let pooled = ((squares + more) / (experts.len() + novices.len() - 2) as f64).sqrt();
    (pooled > 0.0).then(|| (mean - other) / pooled).filter(|d| d.is_finite())
}
