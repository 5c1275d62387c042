//! Somebody of a skill: what a person brings to every attempt, drawn once, apart from what happens in one.
//!
//! **Invariant:** the hand of a person is a function of table, skill and the person's seed; the seed of an attempt has no part in it.

use rand::{SeedableRng, rngs::Xoshiro256PlusPlus};

use super::noise::normal;
use super::skill::{Skill, SkillTable};

/// Somebody who makes attempts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// Skill, 0 novice to 1 expert.
    pub level: f64,
    /// Tells this person from others of the same skill.
    pub seed: u64,
}

impl Person {
    /// The hand that this person brings to every attempt.
    ///
    /// Nobody is equally good at everything: each parameter (depth bias, tremor, judgement of dose, …) is that of the person's skill
    /// plus a normal deviate of the table's unevenness, within 0 to 1. So a person's bias and tremor are theirs at each attempt, and
    /// persons of one skill differ.
    #[must_use]
    pub fn hand(&self, table: &SkillTable) -> Skill {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(self.seed ^ 0x7065_7273_6f6e_616c);
        table.each_at(self.level, |level| level + table.unevenness() * normal(&mut rng))
    }
}
