//! Intraclass correlation of a one-way random model: how much of what is seen is the person.

/// Mean squares of a one-way analysis of variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Icc {
    /// Mean square between persons.
    pub between: f64,
    /// Mean square within persons.
    pub within: f64,
    /// Attempts of each person.
    pub attempts: usize,
}

impl Icc {
    /// ICC(1,m), the reliability of the mean of `m` attempts (Shrout and Fleiss 1979, model 1): (B − W) / (B + (k − m)/m · W), which is
    /// (B − W) / (B + (k − 1) W) for one attempt, (B − W) / B for the k that were made, and the Spearman–Brown formula for any other
    /// number. Up to 1; below 0 where persons differ less than chance would have it; none where nothing varies.
    #[must_use]
    pub fn of_mean(&self, m: usize) -> Option<f64> {
        let (k, m) = (self.attempts as f64, m as f64);
        let whole = self.between + (k - m) / m * self.within;
        (whole > 0.0).then(|| (self.between - self.within) / whole)
    }
}

/// The mean squares of as many attempts of each person; none for fewer than two persons or attempts, or for uneven numbers.
#[must_use]
pub fn icc(persons: &[Vec<f64>]) -> Option<Icc> {
    let (count, attempts) = (persons.len(), persons.first()?.len());
    let even = persons.iter().all(|person| person.len() == attempts && person.iter().all(|value| value.is_finite()));
    if count < 2 || attempts < 2 || !even {
        return None;
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let means: Vec<f64> = persons.iter().map(|person| mean(person)).collect();
    let grand = mean(&means);
    let square = |x: f64| x * x;
    let between = attempts as f64 * means.iter().map(|mean| square(mean - grand)).sum::<f64>() / (count - 1) as f64;
    let about = |(person, mean): (&Vec<f64>, &f64)| person.iter().map(|value| square(value - mean)).sum::<f64>();
    let within = persons.iter().zip(&means).map(about).sum::<f64>() / (count * (attempts - 1)) as f64;
    Some(Icc { between, within, attempts })
}
