//! The program is at work: its name and what it does.

use super::Phrase;
use super::widget::{Words, place, words};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Rect, Ui, vec2};

/// Shows what is waited for. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, doing: &Phrase, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, theme.ground);
    let width = (theme.size(Size::Body) * 24.0).min(window.width() - 2.0 * theme.margin());
    let part = Rect::from_center_size(window.center(), vec2(width, window.height() - 2.0 * theme.margin()));
    place(ui, "wait", part, Align2::CENTER_CENTER, |ui| {
        words(ui, &Words::new(lang.text("app-title", &[]), Size::Hero));
        words(ui, &Words::new(doing.say(lang), Size::Heading).weight(Weight::Regular).colour(theme.muted));
    });
}
