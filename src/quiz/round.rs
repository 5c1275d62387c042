//! One round of a quiz: its questions in their order, the answers, the result.

use super::bank::Bank;
use super::exhibit::Exhibit;
use super::item::Item;
use super::question::{Answer, Question, Refusal, Verdict};
use super::topic::Topic;
use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

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
        Self::of(bank.items.clone(), seed)
    }

    /// These items in an order, and with an order of options, that the seed decides.
    #[must_use]
    pub fn of(mut items: Vec<Item>, seed: u64) -> Self {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
        items.shuffle(&mut random);
        Self::shown(items, &mut random)
    }

    /// These items in their own order, and with an order of options that the seed decides.
    #[must_use]
    pub fn in_order(items: Vec<Item>, seed: u64) -> Self {
        Self::shown(items, &mut Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    fn shown(mut items: Vec<Item>, random: &mut Xoshiro256PlusPlus) -> Self {
        for item in &mut items {
            // The threads of a cross-section are numbered: their options stay in that order.
            if matches!(item.exhibit, Some(Exhibit::Section(_))) {
                continue;
            }
            match &mut item.question {
                Question::Single(choices) | Question::Multiple(choices) => choices.shuffle(random),
                Question::Point(pointing) => pointing.choices.shuffle(random),
                Question::Order(steps) => {
                    steps.shuffle(random);
                    if steps.iter().zip(1..).all(|(step, place)| step.place == place) {
                        steps.rotate_left(1);
                    }
                }
                Question::Numeric { .. } => {}
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
        let verdict = item.question.judge(answer)?;
        self.verdicts.push(verdict.clone());
        Ok(verdict)
    }

    /// Every question that was answered, with what the answer was worth.
    pub fn answered(&self) -> impl Iterator<Item = (&Item, &Verdict)> {
        self.items.iter().zip(&self.verdicts)
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
