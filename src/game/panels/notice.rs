//! A quiet notice below whatever is shown: content was read anew, or cannot be.

use super::widget::{Button, Kind, Words, card, layout, mark, place, words};
use super::{Phrase, error};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Rect, Ui, pos2};

/// Most problems that are listed; the drills' page has them all.
const LISTED: usize = 3;

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// How it stands.
    pub state: State,
    /// What happened.
    pub title: Phrase,
    /// Each problem with its place as `file:line:column: …`.
    pub problems: Vec<String>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It was read.
    Close,
}

/// Shows the notice at the lower edge of the window. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let inner = ui.ctx().content_rect().shrink(theme.margin());
    let (label, tip) = (lang.text("notice-close", &[]), lang.text("notice-close-tip", &[]));
    let close = || Button::new(&label, Kind::Quiet, &tip).named(&tip).size(Size::Small);
    let title = Words::new(model.title.say(lang), Size::Body);
    // As wide as one line, where that is not too wide.
    let room = close().width(ui) + theme.size(Size::Body) * 2.0 + 2.0 * theme.padding() + theme.gap();
    let most = inner.width().min(theme.size(Size::Body) * 52.0);
    let wide = if model.problems.is_empty() { (layout(ui, &title, f32::INFINITY).size().x + room).min(most) } else { most };
    let part = Rect::from_min_max(pos2(inner.center().x - wide * 0.5, inner.bottom() - inner.height() * 0.5), pos2(inner.center().x + wide * 0.5, inner.bottom()));
    place(ui, "notice", part, Align2::CENTER_BOTTOM, |ui| {
        card(ui, |ui| {
            let mut action = None;
            ui.horizontal_top(|ui| {
                mark(ui, model.state, Size::Body);
                let text = (ui.available_width() - close().width(ui) - theme.gap()).max(theme.size(Size::Body) * 6.0);
                ui.vertical(|ui| {
                    ui.set_max_width(text);
                    words(ui, &title);
                    error::list(ui, &model.problems[..model.problems.len().min(LISTED)]);
                    if model.problems.len() > LISTED {
                        let more = lang.text("notice-more", &[("count", Value::count(model.problems.len() - LISTED))]);
                        words(ui, &Words::new(more, Size::Small).colour(theme.muted));
                    }
                });
                if close().show(ui).clicked() {
                    action = Some(Action::Close);
                }
            });
            action
        })
    })
}
