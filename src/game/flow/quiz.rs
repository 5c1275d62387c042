//! The quiz on the screen: a round of the core's, one item after the other, and its result.

use std::sync::Arc;

use super::exhibit::Showing;
use super::load::Shelf;
use crate::game::panels::Phrase;
use crate::game::panels::quiz::{Action, Answering, Bank as Card, Item as Shown, Model, Outcome, Outcomes, number};
use crate::game::theme::State;
use crate::lang::Lang;
use crate::quiz::{Answer, Bank, Item, Pointed, Question, Round, Verdict};

/// Questions of one round.
const QUESTIONS: usize = 12;

/// Where the quiz stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Quizzing {
    round: Option<(usize, Round)>,
    /// The item on the screen with the answer so far; after the check, with the verdict.
    now: Option<(Item, Answering, Option<Verdict>)>,
    /// What the item shows.
    showing: Showing,
    rounds: u64,
}

impl Quizzing {
    /// Obeys an action; `false` when the quiz is left.
    pub(super) fn obey(&mut self, action: &Action, shelf: &Arc<Shelf>) -> bool {
        match action {
            Action::Begin(bank) => self.begin(*bank, shelf),
            Action::Again => {
                let bank = self.round.as_ref().map_or(0, |(bank, _)| *bank);
                self.begin(bank, shelf);
            }
            Action::Choose(option) => self.choose(*option),
            Action::Type(typed) => {
                if let Some((_, Answering::Numeric { text, .. }, None)) = &mut self.now {
                    text.clone_from(typed);
                }
            }
            Action::Check => self.check(),
            Action::InWords(_) | Action::Deep(_) | Action::Play(_) | Action::Seek(_) => {}
            Action::Next => self.next(shelf),
            Action::Back => {
                if self.now.take().is_none() && self.round.take().is_none() {
                    return false;
                }
            }
        }
        true
    }

    fn begin(&mut self, bank: usize, shelf: &Arc<Shelf>) {
        let Some(chosen) = shelf.banks.get(bank) else { return };
        self.rounds += 1;
        // Another order each time the program runs: the time of day is no part of the simulation.
        let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
        self.round = Some((bank, Round::new(chosen, clock.wrapping_add(self.rounds)).limited_to(QUESTIONS)));
        self.next(shelf);
    }

    fn next(&mut self, shelf: &Arc<Shelf>) {
        self.now = self.round.as_ref().and_then(|(_, round)| round.current()).map(|item| (item.clone(), blank(item), None));
        self.showing = self.now.as_ref().map(|(item, ..)| Showing::of(item, shelf)).unwrap_or_default();
    }

    fn choose(&mut self, option: usize) {
        match &mut self.now {
            Some((_, Answering::Single { options, chosen }, None)) if option < options.len() => *chosen = Some(option),
            Some((_, Answering::Order { steps, order }, None)) if option < steps.len() => {
                match order.iter().position(|step| *step == option) {
                    Some(place) => drop(order.remove(place)),
                    None => order.push(option),
                }
            }
            Some((_, Answering::Multiple { options }, None)) => {
                if let Some((_, chosen)) = options.get_mut(option) {
                    *chosen = !*chosen;
                }
            }
            _ => {}
        }
    }

    fn check(&mut self) {
        let (Some((_, answering, verdict @ None)), Some((_, round))) = (&mut self.now, &mut self.round) else { return };
        let answer = match answering {
            Answering::Single { chosen, .. } => chosen.map(|option| Answer::Options(vec![option])),
            Answering::Multiple { options } => {
                Some(Answer::Options((0..options.len()).filter(|i| options[*i].1).collect()))
            }
            Answering::Order { order, .. } => Some(Answer::Options(order.clone())),
            Answering::Numeric { text, .. } => number(text).map(Answer::Number),
            // Pointing comes another way.
            Answering::Place { .. } | Answering::Depth { .. } | Answering::PlaceInWords { .. } => None,
        };
        *verdict = answer.and_then(|answer| round.answer(&answer).ok());
    }

    /// The item on the screen.
    pub(super) fn item(&self) -> Option<&Item> {
        self.now.as_ref().map(|(item, ..)| item)
    }

    /// Answers with a place that was pointed at.
    pub(super) fn point(&mut self, pointed: Pointed) {
        if let (Some((_, _, verdict @ None)), Some((_, round))) = (&mut self.now, &mut self.round) {
            *verdict = round.answer(&Answer::Pointed(pointed)).ok();
        }
    }

    /// The panels.
    pub(super) fn model(&self, banks: &[Bank], lang: &Lang) -> Model {
        let Some((bank, round)) = &self.round else {
            return Model::Choose(banks.iter().map(|bank| card(bank, lang)).collect());
        };
        let title = banks.get(*bank).map_or_else(String::new, |bank| bank.said_title(lang));
        let bank_id = banks.get(*bank).map_or("", |bank| &bank.id);
        let result = round.result();
        match &self.now {
            Some((item, answering, verdict)) => {
                let (answered, items) = round.progress();
                let item = &item.said(bank_id, lang);
                Model::Item(Shown {
                    title,
                    position: answered + usize::from(verdict.is_none()),
                    items,
                    right: result.right,
                    topic: Phrase::new(item.topic.message()),
                    ask: item.ask.clone(),
                    shown: self.showing.shown(),
                    answering: said(answering, item),
                    outcome: verdict.as_ref().map(|verdict| outcome(item, verdict)),
                })
            }
            None => Model::Result(Outcomes {
                title,
                right: result.right,
                asked: result.asked,
                items: result.items,
                topics: result.topics.iter().map(|topic| (Phrase::new(topic.topic.message()), topic.right, topic.asked)).collect(),
            }),
        }
    }
}

/// The answer so far, under the words of the item's language.
fn said(answering: &Answering, item: &Item) -> Answering {
    match (answering, blank(item)) {
        (Answering::Single { chosen, .. }, Answering::Single { options, .. }) => Answering::Single { options, chosen: *chosen },
        (Answering::Multiple { options: chosen }, Answering::Multiple { options }) => {
            let options = options.into_iter().zip(chosen).map(|((text, _), (_, chosen))| (text, *chosen)).collect();
            Answering::Multiple { options }
        }
        (Answering::Order { order, .. }, Answering::Order { steps, .. }) => Answering::Order { steps, order: order.clone() },
        (Answering::Numeric { text, .. }, Answering::Numeric { unit, range, tolerance, .. }) => {
            Answering::Numeric { text: text.clone(), unit, range, tolerance }
        }
        _ => answering.clone(),
    }
}

fn card(bank: &Bank, lang: &Lang) -> Card {
    Card {
        title: bank.said_title(lang),
        items: bank.items.len(),
        topics: bank.topics().keys().map(|topic| Phrase::new(topic.message())).collect(),
    }
}

fn blank(item: &Item) -> Answering {
    match &item.question {
        Question::Order(steps) => Answering::Order { steps: steps.iter().map(|step| step.text.clone()).collect(), order: Vec::new() },
        Question::Single(choices) | Question::Point(crate::quiz::Pointing { choices, .. }) => {
            Answering::Single { options: choices.iter().map(|choice| choice.text.clone()).collect(), chosen: None }
        }
        Question::Multiple(choices) => Answering::Multiple { options: choices.iter().map(|c| (c.text.clone(), false)).collect() },
        Question::Numeric { unit, tolerance, range, .. } => {
            Answering::Numeric { text: String::new(), unit: unit.clone(), range: *range, tolerance: *tolerance }
        }
    }
}

fn outcome(item: &Item, verdict: &Verdict) -> Outcome {
    let state = match verdict {
        Verdict { right: true, .. } => State::Target,
        Verdict { partial, .. } if *partial > 0.0 => State::Attention,
        Verdict { .. } => State::Fault,
    };
    let (right, number) = match &verdict.wanted {
        Answer::Options(options) => (options.clone(), None),
        Answer::Number(number) => (Vec::new(), Some(*number)),
        Answer::Pointed(_) => (Vec::new(), None),
    };
    Outcome {
        state,
        partial: verdict.partial,
        right,
        number,
        explanation: item.explanation.clone(),
        source: item.source.clone(),
    }
}
