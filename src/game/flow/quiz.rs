//! The quiz on the screen: what can be done today, one item after the other, and the result.
//!
//! **Invariant:** an answer is in the records before the screen says what it was worth.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::exhibit::Showing;
use super::load::Shelf;
use super::records::now_ms;
use super::results::Results;
use super::sitting::{Purpose, Sitting, right_words};
use crate::game::panels::Phrase;
use crate::game::panels::quiz::{
    Action, Answering, Bank as Card, Choices, Clock, DueDrill, Exam as ExamCard, Grading, Item as Shown, Missed, Model, Outcome, Outcomes, Review, number,
};
use crate::game::theme::State;
use crate::lang::Lang;
use crate::quiz::{Answer, Bank, Blueprint, Certainty, Item, Pointed, Question, Verdict};
use crate::records::study::day_of;

/// Where the quiz stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Quizzing {
    sitting: Option<Sitting>,
    /// The item on the screen with the answer so far; after the check, with the verdict.
    now: Option<(Item, Answering, Option<Verdict>)>,
    /// What the item shows.
    showing: Showing,
    rounds: u64,
    /// Whether an exam is to be handed in before its end is being asked.
    leaving: bool,
}

/// Where the quiz leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It goes on.
    On,
    /// To the title.
    Title,
    /// To an attempt at this drill.
    Drill(String),
}

impl Quizzing {
    /// Obeys an action.
    pub(super) fn obey(&mut self, action: &Action, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) -> Way {
        match action {
            Action::Begin(bank) => self.begin(&Purpose::Bank(*bank), shelf, results),
            Action::Review => self.begin(&Purpose::Review, shelf, results),
            Action::Exam(index) => self.begin(&Purpose::Exam(*index), shelf, results),
            Action::Drill(index) => {
                let drills = due_drills(shelf, results);
                return drills.get(*index).map_or(Way::On, |(id, _)| Way::Drill(id.clone()));
            }
            Action::Again => {
                if let Some(purpose) = self.sitting.as_ref().map(|sitting| sitting.purpose.clone()) {
                    self.begin(&purpose, shelf, results);
                }
            }
            Action::Choose(option) => self.choose(*option),
            Action::Type(typed) => {
                if let Some((_, Answering::Numeric { text, .. }, None)) = &mut self.now {
                    text.clone_from(typed);
                }
            }
            Action::Check => self.check(shelf, results, lang),
            Action::InWords(_) | Action::Deep(_) | Action::Play(_) | Action::Seek(_) => {}
            Action::Next => self.next(shelf, results, lang),
            Action::Stay => self.leaving = false,
            Action::HandIn => self.over(shelf, results, lang),
            Action::Back if self.leaving => self.leaving = false,
            Action::Back if self.sitting.as_ref().is_some_and(Sitting::is_sealed) => self.leaving = true,
            Action::Back if self.now.is_some() => self.over(shelf, results, lang),
            Action::Back => {
                if self.sitting.take().is_none() {
                    return Way::Title;
                }
            }
        }
        Way::On
    }

    fn begin(&mut self, purpose: &Purpose, shelf: &Arc<Shelf>, results: &Results) {
        self.rounds += 1;
        // Another order each time the program runs: the time of day is no part of the simulation.
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let seed = clock.wrapping_add(self.rounds);
        let sitting = match *purpose {
            Purpose::Bank(index) => shelf.banks.get(index).map(|bank| Sitting::bank(index, bank, seed)),
            Purpose::Review => results.records().study().and_then(|study| Sitting::review(&shelf.banks, study, day_of(now_ms()), seed)),
            Purpose::Exam(index) => shelf.blueprints.get(index).and_then(|blueprint| Sitting::exam(index, blueprint, &shelf.banks, seed)),
        };
        // After a review that leaves nothing for today, there is nothing to begin again.
        self.sitting = sitting;
        self.leaving = false;
        self.show(shelf);
    }

    /// Ends an exam whose time is up.
    pub(super) fn tend(&mut self, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) {
        if self.sitting.as_ref().and_then(Sitting::left_s).is_some_and(|left_s| left_s <= 0.0) {
            self.over(shelf, results, lang);
        }
    }

    /// Goes on to the next question, or to the result.
    fn next(&mut self, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) {
        if self.sitting.as_mut().is_some_and(|sitting| sitting.end(false)) {
            self.over(shelf, results, lang);
        } else {
            self.show(shelf);
        }
    }

    /// It is over: the result is shown, and a class is told.
    fn over(&mut self, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) {
        (self.now, self.showing, self.leaving) = (None, Showing::default(), false);
        let Some(sitting) = &mut self.sitting else { return };
        sitting.end(true);
        if let Some(told) = sitting.to_tell((&shelf.banks, &shelf.blueprints), lang, now_ms()) {
            results.tell_round(&told, lang.code());
        }
    }

    fn show(&mut self, shelf: &Arc<Shelf>) {
        self.now = self.sitting.as_ref().and_then(Sitting::current).map(|item| (item.clone(), blank(item), None));
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

    fn check(&mut self, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) {
        let Some((_, answering, None)) = &self.now else { return };
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
        if let Some(answer) = answer {
            self.give(&answer, shelf, results, lang);
        }
    }

    /// Gives an answer: into the records, then to the screen; sealed in an exam, which goes on at once.
    fn give(&mut self, answer: &Answer, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) {
        let (Some((_, _, verdict @ None)), Some(sitting)) = (&mut self.now, &mut self.sitting) else { return };
        let Some((item, judged)) = sitting.answer(answer) else { return };
        results.answered(&item, answer, &judged);
        if sitting.is_sealed() {
            self.next(shelf, results, lang);
        } else {
            *verdict = Some(judged);
        }
    }

    /// The item on the screen.
    pub(super) fn item(&self) -> Option<&Item> {
        self.now.as_ref().map(|(item, ..)| item)
    }

    /// Answers with a place that was pointed at.
    pub(super) fn point(&mut self, pointed: Pointed, shelf: &Arc<Shelf>, results: &mut Results, lang: &Lang) {
        self.give(&Answer::Pointed(pointed), shelf, results, lang);
    }

    /// The panels.
    pub(super) fn model(&self, shelf: &Shelf, results: &Results, lang: &Lang) -> Model {
        let Some(sitting) = &self.sitting else { return Model::Choose(choices(shelf, results, lang)) };
        let title = sitting.title((&shelf.banks, &shelf.blueprints), lang);
        let result = sitting.result();
        match &self.now {
            Some((item, answering, verdict)) => {
                let (answered, items) = sitting.progress();
                let item = &item.said(&item.bank, lang);
                let clock = sitting.left_s().map(|left_s| Clock { left_s: left_s.ceil() as u32, leaving: self.leaving.then_some(items - answered) });
                Model::Item(Shown {
                    title,
                    position: answered + usize::from(verdict.is_none()),
                    items,
                    right: result.map_or(0, |result| result.right),
                    topic: Phrase::new(item.topic.message()),
                    ask: item.ask.clone(),
                    shown: self.showing.shown(),
                    answering: said(answering, item),
                    outcome: verdict.as_ref().map(|verdict| outcome(item, verdict)),
                    clock,
                })
            }
            None => Model::Result(outcomes(sitting, title, lang)),
        }
    }
}

fn outcomes(sitting: &Sitting, title: String, lang: &Lang) -> Outcomes {
    let exam = sitting.passed();
    let result = sitting.result();
    let missed = exam.map_or(&[][..], |exam| &exam.answers).iter().filter(|(_, verdict)| !verdict.right).map(|(item, _)| {
        let item = item.said(&item.bank, lang);
        let answer = right_words(&item, lang);
        Missed { ask: item.ask, answer, explanation: item.explanation, source: item.source, disputed: item.certainty == Certainty::Disputed }
    });
    Outcomes {
        title,
        right: result.as_ref().map_or(0, |result| result.right),
        asked: result.as_ref().map_or(0, |result| result.asked),
        items: result.as_ref().map_or(0, |result| result.items),
        topics: result.iter().flat_map(|result| &result.topics).map(|topic| (Phrase::new(topic.topic.message()), topic.right, topic.asked)).collect(),
        exam: exam.map(|exam| Grading { passed: exam.passed, percent: exam.percent, wanted: sitting.pass_percent.unwrap_or(100.0) }),
        missed: missed.collect(),
    }
}

/// What can be done on the quiz's page.
fn choices(shelf: &Shelf, results: &Results, lang: &Lang) -> Choices {
    let day = day_of(now_ms());
    let review = results.records().study().map(|study| {
        let today = study.today(&shelf.banks, day);
        let drills = due_drills(shelf, results).into_iter().map(|(id, due_day)| DueDrill {
            title: shelf.library.any_drill(&id).map_or(id, |drill| drill.words(lang).title),
            days: usize::try_from(day - due_day).unwrap_or(0),
        });
        Review {
            due: today.due,
            fresh: today.fresh,
            weak: study.weak().topics().into_iter().take(2).map(|topic| Phrase::new(topic.message())).collect(),
            drills: drills.collect(),
            guest: results.records().learner().is_some_and(|learner| learner.guest),
        }
    });
    let exam = |blueprint: &Blueprint| {
        let said = blueprint.said(lang);
        ExamCard {
            title: said.title,
            items: blueprint.draws.iter().map(|(_, items)| items).sum(),
            minutes: blueprint.limit_s / 60.0,
            pass_percent: blueprint.pass_percent,
            topics: blueprint.draws.iter().map(|(topic, _)| Phrase::new(topic.message())).collect(),
        }
    };
    Choices { review, banks: shelf.banks.iter().map(|bank| card(bank, lang)).collect(), exams: shelf.blueprints.iter().map(exam).collect() }
}

/// The drills that are due and installed, longest overdue first.
fn due_drills(shelf: &Shelf, results: &Results) -> Vec<(String, i64)> {
    let due = results.records().study().map(|study| study.due_drills(day_of(now_ms()))).unwrap_or_default();
    due.into_iter().filter(|(id, _)| shelf.library.any_drill(id).is_ok()).map(|(id, day)| (id.to_owned(), day)).collect()
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
        certainty: Phrase::new(item.certainty.message()),
        disputed: item.certainty == Certainty::Disputed,
    }
}
