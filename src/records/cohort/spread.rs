//! How numbers are spread: five numbers, mean and standard deviation.

/// Quantile of sorted values, by the linear interpolation between order statistics that R calls type 7 (Hyndman and Fan 1996).
#[must_use]
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = share.clamp(0.0, 1.0) * last as f64;
    let below = (at as usize).min(last);
    let above = (below + 1).min(last);
    Some(sorted[below] + (sorted[above] - sorted[below]) * (at - below as f64))
}

/// A distribution in a few numbers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Spread {
    /// How many values.
    pub count: usize,
    /// The least.
    pub least: f64,
    /// First quartile, median, third quartile.
    pub quartiles: [f64; 3],
    /// The greatest.
    pub most: f64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation over n − 1; none of one value.
    pub sd: Option<f64>,
}

impl Spread {
    /// Of some values; none where there is none.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let (least, most) = (*values.first()?, *values.last()?);
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        Some(Self {
            count: values.len(),
            least,
            quartiles: [quantile(&values, 0.25)?, quantile(&values, 0.5)?, quantile(&values, 0.75)?],
            most,
            mean,
            sd: (values.len() > 1).then(|| (squares / (n - 1.0)).sqrt()),
        })
    }
}
