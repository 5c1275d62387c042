//! The program is at work: its name, what it does, and how far it is.

use super::Phrase;
use super::widget::{Words, place, words};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// What is waited for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// What is being done.
    pub doing: Phrase,
    /// The share that is done, 0 to 1, where it is known.
    pub share: Option<f32>,
}

/// Shows what is waited for. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, theme.ground);
    let width = (theme.size(Size::Body) * 24.0).min(window.width() - 2.0 * theme.margin());
    let part = Rect::from_center_size(window.center(), vec2(width, window.height() - 2.0 * theme.margin()));
    place(ui, "wait", part, Align2::CENTER_CENTER, |ui| {
        words(ui, &Words::new(lang.text("app-title", &[]), Size::Hero));
        words(ui, &Words::new(model.doing.say(lang), Size::Heading).weight(Weight::Regular).colour(theme.muted));
        way(ui, model, lang);
    });
}

/// How far it is: a bar that fills, or one that wanders while nobody knows (and stands where nothing is to move).
fn way(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), (6.0 * theme.unit).max(4.0)), Sense::hover());
    let said = match model.share {
        Some(share) => lang.text("value-percent", &[("value", Value::number(f64::from(share * 100.0), 0))]),
        None => model.doing.say(lang),
    };
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &said));
    let painter = ui.painter();
    painter.rect_filled(rect, rect.height() * 0.5, theme.well);
    let (from, to) = match model.share {
        Some(share) => (0.0, share.clamp(0.02, 1.0)),
        None if theme.look.reduced_motion => (0.0, 0.3),
        None => {
            ui.ctx().request_repaint();
            let phase = ui.input(|input| input.time * 0.6).rem_euclid(1.0) as f32;
            ((phase * 1.3 - 0.3).max(0.0), (phase * 1.3).min(1.0))
        }
    };
    let at = |share: f32| rect.left() + rect.width() * share;
    painter.rect_filled(Rect::from_min_max(pos2(at(from), rect.top()), pos2(at(to), rect.bottom())), rect.height() * 0.5, theme.target);
}
