//! The findings: what, why, how; a click flies to place and time.

use super::{Action, Finding, Model};
use crate::game::panels::widget::{Button, Kind, Words, caption, layout, state_shape, tip, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let remarked = super::remarks::list(ui, model, lang);
    let mut action = remarked.or(groups(ui, model, lang));
    let filter = model.filter.filter(|_| can_filter(ui, model));
    let lines = || model.findings.iter().enumerate().filter(move |(_, finding)| filter.is_none() || finding.group == filter);
    if !lines().any(|(_, finding)| finding.state != State::Target) {
        words(ui, &Words::new(lang.text("debrief-findings-none", &[]), Size::Body));
    }
    let costly = lines().filter(|(_, finding)| finding.state != State::Target);
    let well = lines().filter(|(_, finding)| finding.state == State::Target);
    for (index, finding) in costly.chain(well) {
        if line(ui, index, finding, model.chosen == Some(index), lang) {
            action = Some(Action::JumpTo(index));
        }
    }
    action
}

/// Points lost in a form that is never "0" where some were lost.
fn lost(points: f64, lang: &Lang) -> String {
    lang.text("debrief-lost", &[("points", Value::number(points, u8::from(points < 9.95)))])
}

/// Whether the scores stand over the findings: at a large text size they would take the findings' place.
fn can_filter(ui: &Ui, model: &Model) -> bool {
    model.groups.len() > 1 && Theme::of(ui.ctx()).look.text <= super::STAYS
}

/// The scores with what their findings cost; a click shows those of one alone, another click all again.
fn groups(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    let all: f64 = model.groups.iter().map(|group| group.lost).sum();
    if !can_filter(ui, model) {
        caption(ui, lang.text("debrief-findings", &[]));
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        let every = (None, lang.text("debrief-filter-all", &[]), all);
        let one = |(index, group): (usize, &super::Group)| (Some(index), group.name.say(lang), group.lost);
        for (filter, name, points) in std::iter::once(every).chain(model.groups.iter().enumerate().map(one)) {
            let label = if points > 0.0 { format!("{name} {}", lost(points, lang)) } else { name };
            let on = model.filter == filter;
            let button = Button::new(&label, Kind::Plain, lang.text("debrief-filter-tip", &[])).size(Size::Small).on(on);
            if button.show(ui).clicked() {
                action = Some(Action::Filter(if on { None } else { filter }));
            }
        }
    });
    ui.add_space(theme.gap() * 0.2);
    action
}

/// Minutes and seconds.
pub(super) fn clock(seconds: f64, lang: &Lang) -> String {
    let whole = if seconds.is_finite() { seconds.max(0.0).floor() as u64 } else { 0 };
    let padded = format!("{:02}", whole % 60);
    lang.text("value-clock", &[("minutes", Value::number((whole / 60) as f64, 0)), ("seconds", Value::text(padded))])
}

fn line(ui: &mut Ui, index: usize, finding: &Finding, chosen: bool, lang: &Lang) -> bool {
    let theme = Theme::of(ui.ctx());
    let colour = theme.state(finding.state);
    let points = theme.size(Size::Body);
    let pad = vec2(points * 0.55, points * 0.45);
    let left = pad.x + points * 1.35;
    let width = ui.available_width();
    let cost = if finding.state == State::Target {
        Words::new(lang.text("debrief-well-done", &[]), Size::Small).colour(theme.muted)
    } else {
        Words::new(lost(finding.lost, lang), Size::Body).weight(Weight::SemiBold)
    };
    let when = match finding.time_s {
        Some(time) => clock(time, lang),
        None if finding.state == State::Target => String::new(),
        None => lang.text("debrief-all", &[]),
    };
    let cost = layout(ui, &cost, width);
    let when = layout(ui, &Words::new(when, Size::Small).colour(theme.muted), width);
    let right = cost.size().x.max(when.size().x);
    let room = width - left - right - points * 0.7 - pad.x;
    let title_text = finding.title.say(lang);
    let title = layout(ui, &Words::new(&title_text, Size::Body).weight(Weight::Medium), room);
    let why = finding.why.say(lang);
    let all = finding.how.as_ref().map_or_else(|| why.clone(), |how| format!("{why} {}", how.say(lang)));
    // How to mend it where it is looked at: so several are seen at once.
    let body = Words::new(if chosen { all.trim() } else { why.trim() }, Size::Small).colour(theme.muted);
    let body = layout(ui, &body, room);
    let body_height = if body.text().is_empty() { 0.0 } else { body.size().y + 2.0 };
    let height = (title.size().y + body_height).max(cost.size().y + when.size().y) + 2.0 * pad.y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let judged = lang.text(finding.state.message(), &[]);
    let said = format!("{title_text}: {judged}, {}. {all}", cost.text());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, &said));
    let near = ui.ctx().animate_bool_with_time(response.id.with(index), response.hovered(), theme.transition());
    let painter = ui.painter();
    let fill = if chosen { theme.tint(colour) } else { theme.well.gamma_multiply(near) };
    painter.rect_filled(rect, 10.0, fill);
    if response.has_focus() {
        painter.rect_stroke(rect, 10.0, Stroke::new(2.0, theme.info), StrokeKind::Inside);
    }
    let top = rect.top() + pad.y;
    let shape = pos2(rect.left() + pad.x + points * 0.45, top + title.size().y.min(points * 1.21) * 0.5);
    painter.add(state_shape(finding.state, shape, points * 0.36, colour));
    let below = top + title.size().y + 2.0;
    painter.galley(pos2(rect.left() + left, top), title, Color32::PLACEHOLDER);
    painter.galley(pos2(rect.left() + left, below), body, Color32::PLACEHOLDER);
    let edge = rect.right() - pad.x;
    let when_at = pos2(edge - when.size().x, top + cost.size().y + 1.0);
    painter.galley(pos2(edge - cost.size().x, top), cost, Color32::PLACEHOLDER);
    painter.galley(when_at, when, Color32::PLACEHOLDER);
    tip(response, &lang.text("debrief-jump-tip", &[])).clicked()
}
