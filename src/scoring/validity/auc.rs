//! Area under the ROC curve, with an interval that minds that attempts of one person belong together.

/// Two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Chance that an expert's value is above a novice's, ties counted half.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Auc {
    /// The area: the Mann–Whitney statistic over the number of pairs, 0 to 1.
    pub value: f64,
    /// Standard error.
    pub standard_error: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The area between two groups of (person, value), values of one person side by side.
///
/// The variance of each group is that of `DeLong`, `DeLong` and Clarke-Pearson (1988), by persons instead of attempts (Obuchowski 1997), or
/// by attempts where that is larger: of very few persons the former may be 0 by chance, of a single one it always is. With one value a
/// person the two are the same. The interval is area ± 1.96 standard errors, cut at 0 and 1. Near 1 that is too narrow, and nothing wide
/// where the groups do not overlap at all: so it reaches at least to the area at which so many would stay wholly apart once in forty
/// (`apart`), since being less apart cannot prove more.
#[must_use]
pub fn auc(experts: &[(usize, f64)], novices: &[(usize, f64)]) -> Option<Auc> {
    if experts.is_empty() || novices.is_empty() || experts.iter().chain(novices).any(|(_, value)| !value.is_finite()) {
        return None;
    }
    let (places_of_experts, places_of_novices) = (places(experts, novices, true), places(novices, experts, false));
    let value = places_of_experts.iter().sum::<f64>() / experts.len() as f64;
    let variance = variance(experts, &places_of_experts, value) + variance(novices, &places_of_novices, value);
    let standard_error = variance.sqrt();
    let (a, b) = (clusters(experts).count(), clusters(novices).count());
    let bound = apart(a, b).min(apart(b, a));
    let low = (value - Z * standard_error).clamp(0.0, bound);
    let high = (value + Z * standard_error).clamp(1.0 - bound, 1.0);
    Some(Auc { value, standard_error, low, high })
}

/// Share of the others that each value is above (`above`) or below, ties counted half.
fn places(values: &[(usize, f64)], others: &[(usize, f64)], above: bool) -> Vec<f64> {
    let mut sorted: Vec<f64> = others.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    let place = |(_, value): &(usize, f64)| {
        let less = sorted.partition_point(|other| other < value) as f64;
        let not_above = sorted.partition_point(|other| other <= value) as f64;
        let share = 0.5 * (less + not_above) / sorted.len() as f64;
        if above { share } else { 1.0 - share }
    };
    values.iter().map(place).collect()
}

/// The values person by person; of a single person one by one.
fn clusters(values: &[(usize, f64)]) -> impl Iterator<Item = &[(usize, f64)]> {
    let single = values.first().map(|value| value.0) == values.last().map(|value| value.0);
    values.chunk_by(move |a, b| !single && a.0 == b.0)
}

/// The area at which m values of one group lie above all n of another with a chance of 0.025, if one distribution is a power δ of the
/// other (Lehmann 1953): the chance is then Π k / (n/δ + k) over k = 1..m, the area δ / (1 + δ). It is above 0.5 where the exact rank test
/// would reject that there is no difference.
fn apart(m: usize, n: usize) -> f64 {
    let chance = |a: f64| (1..=m).map(|k| k as f64 / (a + k as f64)).product::<f64>();
    // One value each: 1 / (a + 1) = 0.025; more values need less.
    let (mut low, mut high) = (0.0, 39.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if chance(middle) > 0.025 { low = middle } else { high = middle }
    }
    n as f64 / (n as f64 + 0.5 * (low + high))
}

/// A group's part of the variance: I / (I − 1) · Σ (sum of a person's places − their number · area)² / n², over I persons; the larger of that
/// and the same with every value for itself.
fn variance(values: &[(usize, f64)], places: &[f64], area: f64) -> f64 {
    let of = |sizes: &mut dyn Iterator<Item = usize>| {
        let (mut squares, mut persons, mut at) = (0.0, 0.0, 0);
        for size in sizes {
            let sum: f64 = places[at..at + size].iter().map(|place| place - area).sum();
            squares += sum * sum;
            persons += 1.0;
            at += size;
        }
        if persons < 2.0 { 0.0 } else { persons / (persons - 1.0) * squares / (values.len() as f64 * values.len() as f64) }
    };
    let by_person = of(&mut clusters(values).map(<[_]>::len));
    let by_attempt = of(&mut values.iter().map(|_| 1));
    by_person.max(by_attempt)
}
