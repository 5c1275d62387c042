//! One round of a quiz: its questions in their order, the answers, the result.

use super::bank::Bank;
use super::item::{Choice, Item, Question, Topic};
use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

/// What a person answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The options chosen, from 0 in the order they were shown; one for a question with a single answer.
    Options(Vec<usize>),
    /// A number in the question's unit.
    Number(f64),
}

/// What an answer was worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Whether it counts as right: every right option and no other, or a number within the tolerance.
    pub right: bool,
    /// How much of it was right, 0 to 1: for several options (right ones chosen − wrong ones chosen) ÷ right ones, not
    /// below 0. It is shown and never counted.
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
    /// A number for options or options for a number, an option that does not exist, none or too many, or no number.
    #[error("got an answer of another kind, allowed {0}")]
    Kind(&'static str),
}

/// Right answers of one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicResult {
    /// The topic.
    pub topic: Topic,
    /// How many were right.
    pub right: usize,
    /// How many were answered.
    pub asked: usize,
}

/// What came of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundResult {
    /// Each topic with an answered question, in the order of [`Topic::ALL`].
    pub topics: Vec<TopicResult>,
    /// How many were right.
    pub right: usize,
    /// How many were answered.
    pub asked: usize,
    /// How many questions the round has.
    pub items: usize,
}

impl RoundResult {
    /// Right answers per hundred given, 0 when none was given.
    #[must_use]
    pub fn percent(&self) -> f64 {
        if self.asked == 0 {
            0.0
        } else {
            100.0 * self.right as f64 / self.asked as f64
        }
    }

    /// Whether every question was answered.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.asked == self.items
    }
}

/// A round being played.
#[derive(Clone, Debug)]
pub struct Round {
    items: Vec<Item>,
    verdicts: Vec<Verdict>,
}

impl Round {
    /// All items of a bank in an order, and with an order of options, that the seed decides.
    #[must_use]
    pub fn new(bank: &Bank, seed: u64) -> Self {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut items = bank.items.clone();
        items.shuffle(&mut random);
        for item in &mut items {
            if let Question::Single(choices) | Question::Multiple(choices) = &mut item.question {
                choices.shuffle(&mut random);
            }
        }
        Self {
            items,
            verdicts: Vec::new(),
        }
    }

    /// The same round with at most so many questions.
    #[must_use]
    pub fn limited_to(mut self, questions: usize) -> Self {
        self.items.truncate(questions.max(self.verdicts.len()));
        self
    }

    /// The question to answer now, with its options in the order to show; none when the round is over.
    #[must_use]
    pub fn current(&self) -> Option<&Item> {
        self.items.get(self.verdicts.len())
    }

    /// The question that was answered last, and what the answer was worth.
    #[must_use]
    pub fn last(&self) -> Option<(&Item, &Verdict)> {
        self.verdicts
            .last()
            .map(|verdict| (&self.items[self.verdicts.len() - 1], verdict))
    }

    /// How many questions were answered, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.verdicts.len(), self.items.len())
    }

    /// Judges the answer to the current question and goes on to the next.
    ///
    /// # Errors
    /// [`Refusal`], with the question still standing.
    pub fn answer(&mut self, answer: &Answer) -> Result<Verdict, Refusal> {
        let item = self.current().ok_or(Refusal::Over)?;
        let verdict = judge(&item.question, answer)?;
        self.verdicts.push(verdict.clone());
        Ok(verdict)
    }

    /// The result so far.
    #[must_use]
    pub fn result(&self) -> RoundResult {
        let answered = || self.items.iter().zip(&self.verdicts);
        let of = |topic: Topic| {
            let asked = answered().filter(|(item, _)| item.topic == topic).count();
            let right = answered()
                .filter(|(item, verdict)| item.topic == topic && verdict.right)
                .count();
            TopicResult {
                topic,
                right,
                asked,
            }
        };
        RoundResult {
            topics: Topic::ALL
                .into_iter()
                .map(of)
                .filter(|result| result.asked > 0)
                .collect(),
            right: self.verdicts.iter().filter(|verdict| verdict.right).count(),
            asked: self.verdicts.len(),
            items: self.items.len(),
        }
    }
}

fn judge(question: &Question, answer: &Answer) -> Result<Verdict, Refusal> {
    match (question, answer) {
        (Question::Single(choices), Answer::Options(chosen)) if chosen.len() == 1 => {
            judge_choices(choices, chosen)
        }
        (Question::Multiple(choices), Answer::Options(chosen)) if !chosen.is_empty() => {
            judge_choices(choices, chosen)
        }
        (
            &Question::Numeric {
                value, tolerance, ..
            },
            &Answer::Number(given),
        ) if given.is_finite() => {
            // A hair more than the tolerance, so that 1.1 ± 0.1 takes 1.2 although binary fractions do not add up.
            let right = (given - value).abs() <= tolerance * (1.0 + 1e-9);
            Ok(Verdict {
                right,
                partial: f64::from(u8::from(right)),
                wanted: Answer::Number(value),
            })
        }
        (Question::Single(_), _) => Err(Refusal::Kind("one option")),
        (Question::Multiple(_), _) => Err(Refusal::Kind("one or more options")),
        (Question::Numeric { .. }, _) => Err(Refusal::Kind("a number")),
    }
}

fn judge_choices(choices: &[Choice], chosen: &[usize]) -> Result<Verdict, Refusal> {
    if chosen.iter().any(|&i| i >= choices.len()) {
        return Err(Refusal::Kind("the options that are shown"));
    }
    let wanted: Vec<usize> = (0..choices.len()).filter(|&i| choices[i].right).collect();
    let hits = wanted.iter().filter(|i| chosen.contains(i)).count();
    let misses = (0..choices.len())
        .filter(|i| chosen.contains(i) && !choices[*i].right)
        .count();
    let partial = hits.saturating_sub(misses) as f64 / wanted.len().max(1) as f64;
    Ok(Verdict {
        right: hits == wanted.len() && misses == 0,
        partial,
        wanted: Answer::Options(wanted),
    })
}
