//! What is asked today: cards that are due, those of weak topics sooner, then new ones.
//!
//! **Invariant:** the choice follows from the schedule, the weakness and the day alone; no item stands in it twice.

use super::bank::Bank;
use super::item::Item;
use super::weak::Weakness;

/// How much is asked in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// Most items in all.
    pub most: usize,
    /// Most of them that were never asked before.
    pub fresh: usize,
}

impl Default for Portion {
    /// Twenty, of which eight may be new [design].
    fn default() -> Self {
        Self { most: 20, fresh: 8 }
    }
}

/// The items to ask today, in their order. `due` tells for the name of an item ([`Item::name`]) the day on which it is due; none for one
/// that was never asked. First come those that are due, longest overdue first, with the days that are left shortened where the topic is
/// weak; then new ones, those of the weakest topic first, else in the order of the banks.
#[must_use]
pub fn today<'a>(banks: &'a [Bank], due: impl Fn(&str) -> Option<i64>, weak: &Weakness, day: i64, portion: Portion) -> Vec<&'a Item> {
    let (mut known, mut fresh) = (Vec::new(), Vec::new());
    for item in banks.iter().flat_map(|bank| &bank.items) {
        match due(&item.name()) {
            Some(due_day) => known.push((weak.brought_forward(item.topic, due_day, day), item)),
            None => fresh.push(item),
        }
    }
    known.retain(|(due_day, _)| *due_day <= day);
    known.sort_by_key(|(due_day, _)| *due_day);
    fresh.sort_by(|a, b| weak.of(b.topic).total_cmp(&weak.of(a.topic)));
    let mut asked: Vec<&Item> = known.into_iter().map(|(_, item)| item).take(portion.most).collect();
    let left = portion.most - asked.len();
    asked.extend(fresh.into_iter().take(portion.fresh.min(left)));
    asked
}
