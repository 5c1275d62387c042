//! A page over the whole window: a way back, a name, and content that scrolls.

use super::button::{Button, Kind};
use super::card::{height_of, keep_height, place, place_on, turn_pages};
use super::icon::Icon;
use super::words::{Words, words};
use crate::game::theme::{Size, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

/// A page with a heading and a way back; whether the way back was taken (by Esc too), and what the content returned.
pub(in crate::game::panels) fn page<R>(
    ui: &mut Ui,
    name: &str,
    heading: &str,
    width: f32,
    lang: &Lang,
    content: impl FnOnce(&mut Ui) -> R,
) -> (bool, R) {
    let part = ground(ui, width);
    body(ui, name, heading, part, lang, content)
}

/// The same with a foot that keeps its place at the page's end while the content scrolls.
pub(in crate::game::panels) fn footed_page<R, F>(
    ui: &mut Ui,
    name: &str,
    heading: &str,
    width: f32,
    lang: &Lang,
    content: impl FnOnce(&mut Ui) -> R,
    foot: impl FnOnce(&mut Ui) -> F,
) -> (bool, R, F) {
    let gap = Theme::of(ui.ctx()).gap();
    let (part, below) = (ground(ui, width), format!("{name} foot"));
    let above = Rect::from_min_max(part.min, pos2(part.right(), part.bottom() - height_of(ui, &below) - gap));
    let (back, inner) = body(ui, name, heading, above, lang, content);
    let shown = place(ui, &below, part, Align2::LEFT_BOTTOM, |ui| {
        let shown = foot(ui);
        keep_height(ui, &below);
        shown
    });
    (back, inner, shown)
}

/// Paints the ground; where the page's content stands.
fn ground(ui: &Ui, width: f32) -> Rect {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, theme.ground);
    let mut inner = window.shrink2(vec2(theme.margin(), theme.margin()));
    // Where there is room, the page begins a little below the window's edge.
    if theme.look.text <= 1.3 {
        inner.min.y += (window.height() * 0.06).round();
    }
    Rect::from_center_size(inner.center(), vec2(width.min(inner.width()), inner.height()))
}

fn body<R>(ui: &Ui, name: &str, heading: &str, part: Rect, lang: &Lang, content: impl FnOnce(&mut Ui) -> R) -> (bool, R) {
    let theme = Theme::of(ui.ctx());
    place_on(ui, name, part, Align2::LEFT_TOP, theme.ground, |ui| {
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
