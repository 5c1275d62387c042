//! Under what conditions it is played: teaching text, assists, seeds.

use super::super::raw::{ASSISTS, RawDrill};
use crate::source::Checker;

/// Most seeds that a drill may name.
const MOST_SEEDS: usize = 100;
/// Largest seed: a whole number that every reader of JSON keeps exactly.
const LARGEST_SEED: u64 = 1 << 53;

pub(in crate::drill) fn conditions(raw: &RawDrill, checker: &mut Checker) {
    if let Some(text) = &raw.teaching {
        checker.not_empty("teaching", text);
    }
    if let Some(assists) = &raw.assists {
        checker.distinct(assists.iter().enumerate().map(|(i, name)| (format!("assists[{i}]"), name.as_str())));
        for (i, name) in assists.iter().enumerate() {
            checker.one_of(&format!("assists[{i}]"), name, &ASSISTS);
        }
    }
    if let Some(seeds) = &raw.seeds {
        let count = seeds.len();
        checker.require("seeds", (1..=MOST_SEEDS).contains(&count), format!("{count} seeds"), format!("1 to {MOST_SEEDS} seeds"));
        for (i, seed) in seeds.iter().enumerate() {
            checker.require(&format!("seeds[{i}]"), *seed <= LARGEST_SEED, seed, format!("at most {LARGEST_SEED}"));
        }
    }
}
