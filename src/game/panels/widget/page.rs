//! A page over the whole window: a way back, a name, and content that scrolls.

use super::button::{Button, Kind};
use super::card::{place_on, turn_pages};
use super::icon::Icon;
use super::words::{Words, words};
use crate::game::theme::{Size, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Rect, Ui, vec2};

/// A page with a heading and a way back; whether the way back was taken (by Esc too), and what the content returned.
pub(in crate::game::panels) fn page<R>(
    ui: &mut Ui,
    name: &str,
    heading: &str,
    width: f32,
    lang: &Lang,
    content: impl FnOnce(&mut Ui) -> R,
) -> (bool, R) {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, theme.ground);
    let mut inner = window.shrink2(vec2(theme.margin(), theme.margin()));
    // Where there is room, the page begins a little below the window's edge.
    if theme.look.text <= 1.3 {
        inner.min.y += (window.height() * 0.06).round();
    }
    let width = width.min(inner.width());
    let part = Rect::from_center_size(inner.center(), vec2(width, inner.height()));
    place_on(ui, name, part, Align2::CENTER_TOP, theme.ground, |ui| {
        turn_pages(ui, part.height());
        let mut back = false;
        ui.horizontal(|ui| {
            let label = lang.text("word-back", &[]);
            let tooltip = lang.text("menu-back-tip", &[]);
            back = Button::new(&label, Kind::Plain, tooltip).icon(Icon::Back).show(ui).clicked();
        });
        words(ui, &Words::new(heading, Size::Title));
        ui.add_space(theme.gap() * 0.5);
        let inner = content(ui);
        (back, inner)
    })
}
