//! Comments pinned to the replay: the list, and the form for a new one.

use super::findings::clock;
use super::{Action, Model, Pinning, Remark};
use crate::game::panels::told::tell;
use crate::game::panels::widget::{Button, Icon, Kind, Words, caption, layout, paint_icon, ring_of_focus, rule};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Sense, TextEdit, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Letters of a name, and of a comment.
const NAME: usize = 80;
const WORDS: usize = 1000;
/// Lines of the field.
const LINES: usize = 3;

/// The comments in their order of time; a press flies to place and time.
pub(super) fn list(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    if model.remarks.is_empty() {
        return None;
    }
    let mut action = None;
    caption(ui, lang.text("debrief-remarks", &[("count", Value::count(model.remarks.len()))]));
    for (index, remark) in model.remarks.iter().enumerate() {
        let chosen = model.remark == Some(index);
        if line(ui, index, remark, chosen, lang) {
            action = Some(Action::Remark(index));
        }
        if chosen && model.pinning.is_some() {
            let (label, tip) = (lang.text("debrief-unpin", &[]), lang.text("debrief-unpin-tip", &[]));
            if Button::new(&label, Kind::Plain, tip).size(Size::Small).show(ui).clicked() {
                action = Some(Action::Unpin(index));
            }
        }
    }
    rule(ui);
    action
}

fn line(ui: &mut Ui, index: usize, remark: &Remark, chosen: bool, lang: &Lang) -> bool {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let pad = vec2(points * 0.55, points * 0.45);
    let left = pad.x + points * 1.35;
    let width = ui.available_width();
    let when = layout(ui, &Words::new(clock(remark.time_s, lang), Size::Small).colour(theme.muted), width);
    let room = width - left - when.size().x - points * 0.7 - pad.x;
    let title = layout(ui, &Words::new(&remark.author, Size::Body).weight(Weight::Medium), room);
    let body = layout(ui, &Words::new(&remark.words, Size::Small), room);
    let height = title.size().y + body.size().y + 2.0 + 2.0 * pad.y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let said = lang.text("debrief-remark", &[("author", Value::text(&remark.author)), ("words", Value::text(&remark.words))]);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, format!("{}, {said}", when.text())));
    tell(ui, &response, &said);
    let near = ui.ctx().animate_bool_with_time(response.id.with(index), response.hovered(), theme.transition());
    ui.painter().rect_filled(rect, 10.0, if chosen { theme.tint(theme.info) } else { theme.well.gamma_multiply(near) });
    ring_of_focus(ui, rect, 10.0, &response);
    let top = rect.top() + pad.y;
    paint_icon(ui.painter(), Icon::Landmarks, pos2(rect.left() + pad.x + points * 0.45, top + points * 0.65), points * 1.1, theme.info);
    ui.painter().galley(pos2(rect.right() - pad.x - when.size().x, top + 1.0), when, Color32::PLACEHOLDER);
    let below = top + title.size().y + 2.0;
    ui.painter().galley(pos2(rect.left() + left, top), title, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + left, below), body, Color32::PLACEHOLDER);
    let tip = if remark.has_place { "debrief-remark-tip-place" } else { "debrief-remark-tip" };
    response.on_hover_text(lang.text(tip, &[])).clicked()
}

/// A comment to be pinned where the replay stands.
pub(super) fn form(ui: &mut Ui, model: &Model, pinning: &Pinning, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    caption(ui, lang.text("debrief-pin-about", &[]));
    let mut author = pinning.author.clone();
    let label = lang.text("debrief-pin-author", &[]);
    let edit = TextEdit::singleline(&mut author).id_salt("debrief pin author").font(theme.font(Size::Body, Weight::Regular)).hint_text(&label);
    let response = ui.add(edit.desired_width(f32::INFINITY).char_limit(NAME).margin(vec2(8.0, 6.0)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label.clone()));
    tell(ui, &response, &label);
    if response.changed() {
        action = Some(Action::Author(author));
    }
    let mut said = pinning.words.clone();
    let label = lang.text("debrief-pin-words", &[]);
    let edit = TextEdit::multiline(&mut said).id_salt("debrief pin words").font(theme.font(Size::Body, Weight::Regular)).hint_text(&label);
    let response = ui.add(edit.desired_width(f32::INFINITY).desired_rows(LINES).char_limit(WORDS).margin(vec2(8.0, 6.0)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label.clone()));
    tell(ui, &response, &label);
    if response.changed() {
        action = Some(Action::Say(said));
    }
    let at = [("time", Value::text(clock(model.replay.time_s, lang)))];
    let (label, tip) = (lang.text("debrief-pin", &at), lang.text("debrief-pin-tip", &[]));
    let ready = !pinning.author.trim().is_empty() && !pinning.words.trim().is_empty();
    if Button::new(&label, Kind::Quiet, tip).icon(Icon::Landmarks).size(Size::Small).enabled(ready).show(ui).clicked() {
        action = Some(Action::Pin);
    }
    action
}
