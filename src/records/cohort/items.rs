//! What the answers of a class say about the items (classical test theory).

use std::collections::BTreeMap;

/// An item's figures.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ItemFigures {
    /// The item.
    pub item: String,
    /// Persons who answered it; of each the first answer counts.
    pub persons: usize,
    /// Difficulty p: share of them who were right, 0 (hardest) to 1.
    pub difficulty: f64,
    /// Discrimination: point-biserial correlation of being right with the share of right answers to all *other* items; none where
    /// all or none were right, the others do not differ, or fewer than three persons answered.
    pub discrimination: Option<f64>,
}

/// Point-biserial correlation of a yes or no with a number: r = (M₁ − M₀)/s · √(p·q), s over n (Glass and Hopkins 1996); the
/// product-moment correlation of the two. None where either does not vary.
#[must_use]
pub fn point_biserial(pairs: &[(bool, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let mean = pairs.iter().map(|(_, x)| x).sum::<f64>() / n;
    let squares = pairs.iter().map(|(_, x)| (x - mean) * (x - mean)).sum::<f64>();
    let ones = pairs.iter().filter(|(yes, _)| *yes).count() as f64;
    let spread = (squares / n).sqrt();
    if ones == 0.0 || ones == n || !(spread > 1e-12) {
        return None;
    }
    let mean_of = |yes: bool, count: f64| pairs.iter().filter(|pair| pair.0 == yes).map(|(_, x)| x).sum::<f64>() / count;
    let (m1, m0) = (mean_of(true, ones), mean_of(false, n - ones));
    Some(((m1 - m0) / spread * (ones / n * (1.0 - ones / n)).sqrt()).clamp(-1.0, 1.0))
}

/// The figures of every item from (person, item, right), in the order of time; hardest first.
#[must_use]
pub fn item_figures<'a>(answers: impl IntoIterator<Item = (usize, &'a str, bool)>) -> Vec<ItemFigures> {
    // First answers only: what was explained afterwards is another question.
    let mut of_item: BTreeMap<&str, BTreeMap<usize, bool>> = BTreeMap::new();
    for (person, item, right) in answers {
        of_item.entry(item).or_default().entry(person).or_insert(right);
    }
    let mut of_person: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (person, right) in of_item.values().flatten() {
        let (all, rights) = of_person.entry(*person).or_default();
        *all += 1;
        *rights += usize::from(*right);
    }
    let mut figures: Vec<ItemFigures> = of_item
        .iter()
        .map(|(item, answers)| {
            let rest: Vec<(bool, f64)> = answers
                .iter()
                .filter_map(|(person, right)| {
                    let (all, rights) = of_person[person];
                    (all > 1).then(|| (*right, (rights - usize::from(*right)) as f64 / (all - 1) as f64))
                })
                .collect();
            ItemFigures {
                item: (*item).to_owned(),
                persons: answers.len(),
                difficulty: answers.values().filter(|right| **right).count() as f64 / answers.len() as f64,
                discrimination: if rest.len() >= 3 { point_biserial(&rest) } else { None },
            }
        })
        .collect();
    figures.sort_by(|a, b| a.difficulty.total_cmp(&b.difficulty).then_with(|| a.item.cmp(&b.item)));
    figures
}
