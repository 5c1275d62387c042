//! How an item is answered, and what an answer is worth.

use super::point::{Pointed, Pointing};

/// One of the options of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Its place in the file, from 1: part of the id of its words in another language; of a step, its place in the right order.
    pub place: usize,
    /// Whether it is (one of) the right ones; of no meaning for a step.
    pub right: bool,
}

/// How an item is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Exactly one option is right.
    Single(Vec<Choice>),
    /// One or more options are right, and all of them make the answer.
    Multiple(Vec<Choice>),
    /// A number.
    Numeric {
        /// The right number, in `unit`.
        value: f64,
        /// The unit, e.g. `mm`.
        unit: String,
        /// How far an answer may be off, in `unit`, above 0.
        tolerance: f64,
        /// The least and the greatest answer that makes sense, in `unit`; a slider spans it.
        range: (f64, f64),
    },
    /// Steps to be put in order; each one's `place` is the right one.
    Order(Vec<Choice>),
    /// A place to point at on a patient; without a patient to point at, one of the places in words.
    Point(Pointing),
}

/// What a person answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The options chosen, from 0 in the order they were shown; one for a question with a single answer, all of them from the
    /// first step to the last for an order.
    Options(Vec<usize>),
    /// A number in the question's unit.
    Number(f64),
    /// A place pointed at, as [`Pointing::judge`] found it.
    Pointed(Pointed),
}

/// What an answer was worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Whether it counts as right: every right option and no other, a number within the tolerance, the whole order, the place.
    pub right: bool,
    /// How much of it was right, 0 to 1: for several options (right ones chosen − wrong ones chosen) ÷ right ones, not
    /// below 0; for an order the share of pairs of neighbours that follow each other rightly. It is shown and never counted.
    pub partial: f64,
    /// The right answer.
    pub wanted: Answer,
}

/// Why an answer was not taken; the question stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// All questions were answered.
    #[error("the round is over")]
    Over,
    /// The time of the exam is up.
    #[error("the time is up")]
    Late,
    /// A number for options or options for a number, an option that does not exist, none or too many, or no number.
    #[error("got an answer of another kind, allowed {0}")]
    Kind(&'static str),
}

impl Question {
    /// The options or steps; none for a number.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single(choices) | Self::Multiple(choices) | Self::Order(choices) => choices,
            Self::Point(pointing) => &pointing.choices,
            Self::Numeric { .. } => &[],
        }
    }

    pub(super) fn choices_mut(&mut self) -> &mut [Choice] {
        match self {
            Self::Single(choices) | Self::Multiple(choices) | Self::Order(choices) => choices,
            Self::Point(pointing) => &mut pointing.choices,
            Self::Numeric { .. } => &mut [],
        }
    }

    /// The right answer.
    #[must_use]
    pub fn wanted(&self) -> Answer {
        match self {
            Self::Numeric { value, .. } => Answer::Number(*value),
            Self::Order(steps) => Answer::Options(in_order(steps)),
            _ => Answer::Options((0..self.choices().len()).filter(|&i| self.choices()[i].right).collect()),
        }
    }

    /// Judges an answer.
    ///
    /// # Errors
    /// [`Refusal::Kind`] when it is no answer to this question.
    pub fn judge(&self, answer: &Answer) -> Result<Verdict, Refusal> {
        let (right, partial) = match (self, answer) {
            (Self::Single(choices) | Self::Point(Pointing { choices, .. }), Answer::Options(chosen)) if chosen.len() == 1 => {
                chosen_share(choices, chosen)?
            }
            (Self::Multiple(choices), Answer::Options(chosen)) if !chosen.is_empty() => chosen_share(choices, chosen)?,
            (&Self::Numeric { value, tolerance, .. }, &Answer::Number(given)) if given.is_finite() => {
                // A hair more than the tolerance, so that 1.1 ± 0.1 takes 1.2 although binary fractions do not add up.
                all_or_nothing((given - value).abs() <= tolerance * (1.0 + 1e-9))
            }
            (Self::Order(steps), Answer::Options(order)) if is_whole(order, steps.len()) => order_share(steps, order),
            (Self::Point(_), Answer::Pointed(pointed)) => all_or_nothing(pointed.right()),
            (Self::Single(_), _) => return Err(Refusal::Kind("one option")),
            (Self::Multiple(_), _) => return Err(Refusal::Kind("one or more options")),
            (Self::Numeric { .. }, _) => return Err(Refusal::Kind("a number")),
            (Self::Order(_), _) => return Err(Refusal::Kind("every step once")),
            (Self::Point(_), _) => return Err(Refusal::Kind("a place or one option")),
        };
        Ok(Verdict { right, partial, wanted: self.wanted() })
    }
}

fn all_or_nothing(right: bool) -> (bool, f64) {
    (right, f64::from(u8::from(right)))
}

fn chosen_share(choices: &[Choice], chosen: &[usize]) -> Result<(bool, f64), Refusal> {
    if chosen.iter().any(|&i| i >= choices.len()) {
        return Err(Refusal::Kind("the options that are shown"));
    }
    let wanted = choices.iter().filter(|choice| choice.right).count();
    let among = |right: bool| (0..choices.len()).filter(|i| chosen.contains(i) && choices[*i].right == right).count();
    let (hits, misses) = (among(true), among(false));
    Ok((hits == wanted && misses == 0, hits.saturating_sub(misses) as f64 / wanted.max(1) as f64))
}

/// Whether a list has every number below `count` once.
fn is_whole(order: &[usize], count: usize) -> bool {
    order.len() == count && (0..count).all(|i| order.contains(&i))
}

fn in_order(steps: &[Choice]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by_key(|&i| steps[i].place);
    order
}

fn order_share(steps: &[Choice], order: &[usize]) -> (bool, f64) {
    let pairs = order.windows(2).filter(|pair| steps[pair[1]].place == steps[pair[0]].place + 1).count();
    let of = steps.len().saturating_sub(1).max(1);
    (pairs == of, pairs as f64 / of as f64)
}
