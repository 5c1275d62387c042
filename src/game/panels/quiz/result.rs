//! The result of a round, by topic.

use super::{Action, Outcomes};
use crate::game::panels::widget::{Button, Icon, Kind, Words, badge, bar, caption, filled_card, in_ring, ring, row, rule, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Sense, Ui, vec2};

/// Share of right answers from which a topic counts as known, and below which it should be read again [design].
const KNOWN: f64 = 0.8;
const WEAK: f64 = 0.5;

fn state(share: f64) -> State {
    if share >= KNOWN {
        State::Target
    } else if share >= WEAK {
        State::Attention
    } else {
        State::Fault
    }
}

pub(super) fn content(ui: &mut Ui, model: &Outcomes, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let share = |right: usize, asked: usize| if asked == 0 { 0.0 } else { right as f64 / asked as f64 };
    // What has no answer in an exam is not right.
    let asked = if model.exam.is_some() { model.items } else { model.asked };
    let total = share(model.right, asked);
    filled_card(ui, theme.page(), |ui| {
        if model.asked == 0 {
            words(ui, &Words::new(lang.text("quiz-result-none", &[]), Size::Body));
        } else {
            let radius = theme.size(Size::Title) * 2.0;
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), radius * 2.4), Sense::hover());
            ring(ui.painter(), &theme, rect.center(), radius, total as f32, theme.state(state(total)));
            let percent = lang.text("value-percent", &[("value", Value::number(total * 100.0, 0))]);
            in_ring(ui, rect.center(), &Words::new(percent, Size::Title));
            let values = [
                ("right", Value::count(model.right)),
                ("asked", Value::count(asked)),
                ("percent", Value::number(total * 100.0, 0)),
            ];
            words(ui, &Words::new(lang.text("quiz-result-total", &values), Size::Heading));
        }
        if let Some(exam) = model.exam {
            let id = if exam.passed { "quiz-exam-passed" } else { "quiz-exam-failed" };
            let state = if exam.passed { State::Target } else { State::Fault };
            badge(ui, &lang.text(id, &[("percent", Value::number(exam.percent, 0))]), state);
            caption(ui, lang.text("quiz-exam-wanted", &[("percent", Value::number(exam.wanted, 0))]));
        }
        if model.asked < model.items {
            words(ui, &Words::new(lang.text("quiz-ended", &[]), Size::Small).colour(theme.muted));
        }
        ui.add_space(theme.gap() * 0.5);
        for (topic, right, asked) in &model.topics {
            let of = lang.text("quiz-result-of", &[("right", Value::count(*right)), ("asked", Value::count(*asked))]);
            let share = share(*right, *asked);
            let shape = match state(share) {
                State::Target | State::Neutral => "● ",
                State::Attention => "▲ ",
                State::Fault => "◆ ",
            };
            let colour = theme.state(state(share));
            row(ui, &Words::new(topic.say(lang), Size::Body), &[Words::new(shape, Size::Small).colour(colour), Words::new(of, Size::Body)]);
            bar(ui, share as f32, colour);
            ui.add_space(theme.gap() * 0.4);
        }
        for missed in &model.missed {
            rule(ui);
            words(ui, &Words::new(&missed.ask, Size::Body).weight(Weight::Medium));
            words(ui, &Words::new(lang.text("quiz-right-answer", &[("answer", Value::text(&missed.answer))]), Size::Body));
            words(ui, &Words::new(&missed.explanation, Size::Body).colour(theme.muted));
            if missed.disputed {
                badge(ui, &lang.text("quiz-certainty-disputed", &[]), State::Attention);
            }
            caption(ui, lang.text("quiz-source", &[("source", Value::text(&missed.source))]));
        }
        if !model.missed.is_empty() {
            rule(ui);
        }
        let mut action = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
            let (label, tip) = (lang.text("word-try-again", &[]), lang.text("quiz-start-tip", &[]));
            if Button::new(&label, Kind::Primary, tip).icon(Icon::Restart).show(ui).clicked() {
                action = Some(Action::Again);
            }
            let (label, tip) = (lang.text("word-back", &[]), lang.text("menu-back-tip", &[]));
            if Button::new(&label, Kind::Quiet, tip).icon(Icon::Back).show(ui).clicked() {
                action = Some(Action::Back);
            }
        });
        action
    })
}
