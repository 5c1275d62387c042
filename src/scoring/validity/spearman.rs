//! Spearman's rank correlation.

/// Ranks from 1; equal values share the mean of their ranks.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = before as f64 + 0.5 * (tied.len() + 1) as f64;
        tied.iter().for_each(|i| ranks[*i] = rank);
        before += tied.len();
    }
    ranks
}

/// Correlation of the ranks (Spearman 1904; for ties that of the shared ranks, Kendall 1948); none where one side does not vary.
///
/// # Panics
/// Never: of lists that differ in length the longer one's rest is left out.
#[must_use]
pub fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    let count = a.len().min(b.len());
    if count < 2 || a.iter().chain(b).any(|value| !value.is_finite()) {
        return None;
    }
    let (a, b) = (ranks(&a[..count]), ranks(&b[..count]));
    let mean = 0.5 * (count + 1) as f64;
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let scale = (product(&a, &a) * product(&b, &b)).sqrt();
    (scale > 0.0).then(|| (product(&a, &b) / scale).clamp(-1.0, 1.0))
}
