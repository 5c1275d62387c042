//! The result of a round, by topic.

use super::{Action, Outcomes};
use crate::game::panels::widget::{Button, Icon, Kind, Words, bar, filled_card, in_ring, ring, row, words};
use crate::game::theme::{Size, State, Theme};
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
    let total = share(model.right, model.asked);
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
                ("asked", Value::count(model.asked)),
                ("percent", Value::number(total * 100.0, 0)),
            ];
            words(ui, &Words::new(lang.text("quiz-result-total", &values), Size::Heading));
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
        let mut action = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
            let (label, tip) = (lang.text("word-try-again", &[]), lang.text("quiz-start-tip", &[]));
            if Button::new(&label, Kind::Primary, tip).icon(Icon::Restart).show(ui).clicked() {
                action = Some(Action::Again);
            }
            let (label, tip) = (lang.text("debrief-title", &[]), lang.text("debrief-title-tip", &[]));
            if Button::new(&label, Kind::Quiet, tip).icon(Icon::Back).show(ui).clicked() {
                action = Some(Action::Back);
            }
        });
        action
    })
}
