//! Files of the class: where they were written. Nothing is opened.

use super::{Action, Export};
use crate::game::panels::widget::{Button, Icon, Kind, Words, caption, filled_card, mark, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::Ui;

pub(super) fn content(ui: &mut Ui, model: &Export, blind: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text("teach-files", &[]), Size::Heading));
        words(ui, &Words::new(lang.text("teach-files-about", &[]), Size::Body).colour(theme.muted));
        caption(ui, lang.text(if blind { "teach-files-blind" } else { "teach-files-names" }, &[]));
        let (label, tip) = (lang.text("teach-write", &[]), lang.text("teach-write-tip", &[]));
        if Button::new(&label, Kind::Primary, tip).icon(Icon::Page).enabled(model.can).show(ui).clicked() {
            action = Some(Action::Write);
        }
    });
    filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text("teach-comments", &[]), Size::Heading));
        words(ui, &Words::new(lang.text("teach-comments-about", &[("count", Value::count(model.pins))]), Size::Body).colour(theme.muted));
        caption(ui, lang.text("teach-comments-where", &[("folder", Value::text(&model.folder))]));
        let (label, tip) = (lang.text("teach-comments-write", &[]), lang.text("teach-comments-write-tip", &[]));
        if Button::new(&label, Kind::Quiet, tip).icon(Icon::Landmarks).enabled(model.pins > 0).show(ui).clicked() {
            action = Some(Action::Comments);
        }
    });
    for (text, state) in &model.done {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            mark(ui, *state, Size::Body);
            words(ui, &Words::new(text, Size::Body));
        });
    }
    action
}
