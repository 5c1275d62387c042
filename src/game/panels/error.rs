//! A clear card for what cannot go on: a missing asset, a broken drill file, with every problem listed.

use super::Phrase;
use super::widget::{Button, Icon, Kind, Words, filled_card, mark, place, rule, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Key, Rect, Ui, vec2};

/// What went wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// What cannot be done, such as `error-drill`.
    pub title: Phrase,
    /// What the person can do about it.
    pub advice: Phrase,
    /// Every problem, each with its place as `file:line:column: …`.
    pub problems: Vec<String>,
    /// Whether one can go back; else the program can only be left.
    pub can_go_back: bool,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go back.
    Back,
    /// Leave the program.
    Quit,
    /// Put the problems on the clipboard.
    Copy(String),
}

/// Shows the error. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, theme.ground);
    let width = (theme.size(Size::Body) * 48.0).min(window.width() - 2.0 * theme.margin());
    let part = Rect::from_center_size(window.center(), vec2(width, window.height() - 2.0 * theme.margin()));
    let escape = ui.input(|input| input.key_pressed(Key::Escape)) && model.can_go_back;
    let action = place(ui, "error", part, Align2::CENTER_CENTER, |ui| {
        filled_card(ui, theme.page(), |ui| {
            mark(ui, State::Fault, Size::Title);
            words(ui, &Words::new(model.title.say(lang), Size::Title));
            words(ui, &Words::new(model.advice.say(lang), Size::Body).colour(theme.muted));
            rule(ui);
            list(ui, &model.problems);
            rule(ui);
            let mut action = None;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(theme.gap(), 6.0);
                let (way, id, tip) = if model.can_go_back {
                    (Action::Back, "word-back", "menu-back-tip")
                } else {
                    (Action::Quit, "word-quit", "menu-quit-tip")
                };
                let (label, tip) = (lang.text(id, &[]), lang.text(tip, &[]));
                let icon = if model.can_go_back { Icon::Back } else { Icon::Quit };
                if Button::new(&label, Kind::Primary, tip).icon(icon).show(ui).clicked() {
                    action = Some(way);
                }
                let (label, tip) = (lang.text("menu-copy", &[]), lang.text("menu-copy-tip", &[]));
                if Button::new(&label, Kind::Quiet, tip).show(ui).clicked() {
                    action = Some(Action::Copy(model.problems.join("\n")));
                }
            });
            action
        })
    });
    action.or(escape.then_some(Action::Back))
}

/// Problems one below the other. The place stands out: what follows it explains.
pub(super) fn list(ui: &mut Ui, problems: &[String]) {
    let theme = Theme::of(ui.ctx());
    for problem in problems {
        let (place, text) = split(problem);
        if !place.is_empty() {
            words(ui, &Words::new(place, Size::Small).colour(theme.info));
        }
        words(ui, &Words::new(text, Size::Body));
        ui.add_space(4.0);
    }
}

/// `file:line:column` (or `file`) and what follows it.
fn split(problem: &str) -> (&str, &str) {
    problem.split_once(": ").filter(|(place, _)| !place.contains(' ')).unwrap_or(("", problem))
}
