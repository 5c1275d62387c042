//! The drill's reference: an instructor's pass in the place of the expert operator.

use super::{Action, Reference};
use crate::game::panels::widget::{Button, Icon, Kind, Words, caption, rule, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::Ui;

pub(super) fn content(ui: &mut Ui, of: &Reference, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    rule(ui);
    let said = match (&of.by, of.is_this) {
        (_, true) => lang.text("debrief-reference-this", &[]),
        (Some((who, total)), false) => lang.text("debrief-reference-by", &[("who", Value::text(who)), ("total", Value::number(*total, 0))]),
        (None, false) => lang.text("debrief-reference-expert", &[]),
    };
    caption(ui, said);
    if of.working {
        caption(ui, lang.text("debrief-reference-working", &[]));
        return None;
    }
    if let Some(why) = &of.failed {
        words(ui, &Words::new(lang.text("debrief-reference-failed", &[("reason", Value::text(why))]), Size::Small).colour(theme.fault));
    }
    let mut action = None;
    if !of.is_this {
        let (label, tip) = (lang.text("debrief-reference-make", &[]), lang.text("debrief-reference-make-tip", &[]));
        if Button::new(&label, Kind::Quiet, tip).icon(Icon::Finish).size(Size::Small).show(ui).clicked() {
            action = Some(Action::Reference(true));
        }
    }
    if of.is_this || of.by.is_some() {
        let (label, tip) = (lang.text("debrief-reference-end", &[]), lang.text("debrief-reference-end-tip", &[]));
        if Button::new(&label, Kind::Plain, tip).size(Size::Small).show(ui).clicked() {
            action = Some(Action::Reference(false));
        }
    }
    action
}
