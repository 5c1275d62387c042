//! What can be done on the quiz's page: today's review, a round of a bank, an exam.

use super::Action;
use crate::game::panels::Phrase;
use crate::game::panels::widget::{Button, Icon, Kind, Words, badge, caption, enter_alone, filled_card, footed_cards, rule, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Ui, vec2};

/// A bank to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bank {
    /// Its title.
    pub title: String,
    /// How many items it has.
    pub items: usize,
    /// Its topics, in words.
    pub topics: Vec<Phrase>,
}

/// A drill that is due.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DueDrill {
    /// Its title.
    pub title: String,
    /// Days since it was due.
    pub days: usize,
}

/// What today's review holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// Items that were asked before and are due.
    pub due: usize,
    /// New items.
    pub fresh: usize,
    /// Topics that drills have shown to be weak, weakest first.
    pub weak: Vec<Phrase>,
    /// Drills that are due, longest overdue first.
    pub drills: Vec<DueDrill>,
    /// A guest plays, of whom nothing is kept.
    pub guest: bool,
}

/// An exam.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exam {
    /// Its title.
    pub title: String,
    /// Questions.
    pub items: usize,
    /// Time for all of them, min.
    pub minutes: f64,
    /// Right answers per hundred questions that pass.
    pub pass_percent: f64,
    /// Its topics, in words.
    pub topics: Vec<Phrase>,
}

/// What can be done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Today's review, where somebody plays.
    pub review: Option<Review>,
    /// Banks.
    pub banks: Vec<Bank>,
    /// Exams.
    pub exams: Vec<Exam>,
}

/// Width of the page, in sizes of its words.
pub(super) const WIDTH: f32 = 68.0;
/// Text size above which the cards stand one below the other.
const LARGE: f32 = 1.3;
/// Drills that are named; the others come when these are done.
const DRILLS: usize = 3;

fn list(topics: &[Phrase], lang: &Lang) -> String {
    topics.iter().map(|topic| topic.say(lang)).collect::<Vec<_>>().join(" · ")
}

pub(super) fn content(ui: &mut Ui, model: &Choices, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    if model.banks.is_empty() {
        words(ui, &Words::new(lang.text("menu-quiz-none", &[]), Size::Body));
    }
    if let Some(today) = &model.review {
        action = review(ui, today, lang);
    }
    let across = if theme.look.text > LARGE { 1 } else { 3 };
    heading(ui, "quiz-banks", !model.banks.is_empty(), lang);
    let about = |ui: &mut Ui, i: usize| {
        let bank = &model.banks[i];
        words(ui, &Words::new(&bank.title, Size::Heading));
        caption(ui, list(&bank.topics, lang));
        words(ui, &Words::new(lang.text("quiz-items", &[("items", Value::count(bank.items))]), Size::Body));
    };
    footed_cards(ui, across, model.banks.len(), about, |ui, i| {
        let bank = &model.banks[i];
        ui.add_space(theme.gap() * 0.4);
        let (label, tip) = (lang.text("word-start", &[]), lang.text("menu-drill-start-tip", &[("title", Value::text(&bank.title))]));
        if Button::new(&label, Kind::Quiet, &tip).named(&tip).icon(Icon::Play).show(ui).clicked() {
            action = Some(Action::Begin(i));
        }
    });
    heading(ui, "quiz-exams", !model.exams.is_empty(), lang);
    let about = |ui: &mut Ui, i: usize| {
        let exam = &model.exams[i];
        words(ui, &Words::new(&exam.title, Size::Heading));
        caption(ui, list(&exam.topics, lang));
        let values = [("items", Value::count(exam.items)), ("minutes", Value::number(exam.minutes, 0)), ("percent", Value::number(exam.pass_percent, 0))];
        words(ui, &Words::new(lang.text("quiz-exam-about", &values), Size::Body));
    };
    footed_cards(ui, across, model.exams.len(), about, |ui, i| {
        let exam = &model.exams[i];
        ui.add_space(theme.gap() * 0.4);
        let (label, tip) = (lang.text("menu-exam-begin", &[]), lang.text("menu-exam-begin-tip", &[("title", Value::text(&exam.title))]));
        if Button::new(&label, Kind::Quiet, &tip).named(&tip).icon(Icon::Finish).show(ui).clicked() {
            action = Some(Action::Exam(i));
        }
    });
    let due = model.review.as_ref().is_some_and(|review| review.due + review.fresh > 0);
    action.or_else(|| (due && enter_alone(ui)).then_some(Action::Review))
}

fn heading(ui: &mut Ui, id: &str, shown: bool, lang: &Lang) {
    if shown {
        let muted = Theme::of(ui.ctx()).muted;
        words(ui, &Words::new(lang.text(id, &[]), Size::Heading).colour(muted));
    }
}

/// Today's review: how much there is, why some of it comes first, and the drills that are due.
fn review(ui: &mut Ui, model: &Review, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text("quiz-review", &[]), Size::Heading));
        let all = model.due + model.fresh;
        let values = [("due", Value::count(model.due)), ("fresh", Value::count(model.fresh))];
        words(ui, &Words::new(lang.text(if all == 0 { "quiz-review-none" } else { "quiz-review-holds" }, &values), Size::Body));
        if !model.weak.is_empty() {
            caption(ui, lang.text("quiz-review-weak", &[("topics", Value::text(list(&model.weak, lang)))]));
        }
        if model.guest {
            badge(ui, &lang.text("quiz-review-guest", &[]), State::Attention);
        }
        ui.add_space(theme.gap() * 0.4);
        let (label, tip) = (lang.text("quiz-review-start", &[]), lang.text("quiz-review-tip", &[]));
        if Button::new(&label, Kind::Primary, tip).icon(Icon::Play).enabled(all > 0).show(ui).clicked() {
            action = Some(Action::Review);
        }
        if model.drills.is_empty() {
            return;
        }
        rule(ui);
        words(ui, &Words::new(lang.text("quiz-review-drills", &[("drills", Value::count(model.drills.len()))]), Size::Body));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
            for (i, drill) in model.drills.iter().take(DRILLS).enumerate() {
                let tip = lang.text("quiz-review-drill-tip", &[("title", Value::text(&drill.title)), ("days", Value::count(drill.days))]);
                if Button::new(&drill.title, Kind::Quiet, &tip).named(&tip).icon(Icon::Drills).show(ui).clicked() {
                    action = Some(Action::Drill(i));
                }
            }
        });
    });
    action
}
