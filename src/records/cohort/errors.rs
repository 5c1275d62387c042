//! Which errors are common at which drill.

use std::collections::BTreeMap;

use super::{CohortAttempt, drills};

/// Kinds of findings over drills.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct ErrorMap {
    /// Drills, in the order of their names: the columns.
    pub drills: Vec<String>,
    /// Attempts at each.
    pub attempts: Vec<usize>,
    /// Kinds of findings, the most costly first, with a cell for each drill: share of attempts that have it, and the points it cost
    /// in the mean of all attempts at the drill.
    pub rows: Vec<(String, Vec<(f64, f64)>)>,
}

/// The map of the `most` kinds that cost the class most points.
#[must_use]
pub fn error_map(attempts: &[CohortAttempt], most: usize) -> ErrorMap {
    let drills: Vec<String> = drills(attempts).into_iter().map(str::to_owned).collect();
    let column = |drill: &str| drills.iter().position(|known| known == drill).unwrap_or_default();
    let mut counts = vec![0usize; drills.len()];
    let mut kinds: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for attempt in attempts {
        let at = column(&attempt.drill);
        counts[at] += 1;
        let mut seen: BTreeMap<&str, f64> = BTreeMap::new();
        for (kind, points) in attempt.findings.iter().filter(|(_, points)| *points > 0.0) {
            *seen.entry(kind).or_default() += points;
        }
        for (kind, points) in seen {
            let cell = &mut kinds.entry(kind).or_insert_with(|| vec![(0, 0.0); drills.len()])[at];
            cell.0 += 1;
            cell.1 += points;
        }
    }
    let cost = |row: &[(usize, f64)]| row.iter().map(|cell| cell.1).sum::<f64>();
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by(|a, b| cost(&b.1).total_cmp(&cost(&a.1)).then(a.0.cmp(b.0)));
    kinds.truncate(most);
    let rows = kinds
        .into_iter()
        .map(|(kind, row)| {
            let cells = row.into_iter().zip(&counts).map(|((count, points), all)| (count as f64 / *all as f64, points / *all as f64));
            (kind.to_owned(), cells.collect())
        })
        .collect();
    ErrorMap { drills, attempts: counts, rows }
}
