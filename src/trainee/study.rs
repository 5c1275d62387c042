//! A study: persons of every skill, several attempts each.

use super::person::Person;

/// Attempts of each person.
pub const ATTEMPTS: u64 = 5;

/// One attempt of a study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// Number of the person from 0, in the order of skill.
    pub number: usize,
    /// Who makes it.
    pub person: Person,
    /// Seed of the attempt: its own noise and its patient's.
    pub seed: u64,
}

/// The attempts of so many persons with skill evenly over 0 to 1, those of a person side by side. Attempts count their seeds up from
/// `seed`; a person's own seed is that of the first of them, mixed by [`Person`].
#[must_use]
pub fn study(persons: usize, seed: u64) -> Vec<Trial> {
    let last = persons.saturating_sub(1).max(1) as f64;
    (0..persons)
        .flat_map(|number| {
            let first = seed.wrapping_add(number as u64 * ATTEMPTS);
            let person = Person { level: number as f64 / last, seed: first };
            (0..ATTEMPTS).map(move |attempt| Trial { number, person, seed: first.wrapping_add(attempt) })
        })
        .collect()
}
