//! Verdict and scores.

use super::{Change, Model, Nodule};
use crate::game::panels::widget::{Words, badge, caption, in_ring, layout, layout_centred, ring, row, rule, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align, Color32, Layout, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// What it was and how it ended.
pub(super) fn head(ui: &mut Ui, model: &Model, lang: &Lang) {
    let total = lang.text("hud-number", &[("value", Value::number(model.total, 0))]);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        badge(ui, &total, model.verdict_state).on_hover_text(lang.text("score-total", &[]));
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            // At a large text size the verdict alone stays above the tabs.
            if Theme::of(ui.ctx()).look.text <= super::STAYS {
                caption(ui, model.context.say(lang));
            }
            words(ui, &Words::new(model.verdict.say(lang), Size::Heading));
        });
    });
    for error in &model.critical {
        let text = lang.text("debrief-critical-error", &[("error", Value::text(error.say(lang)))]);
        badge(ui, &text, State::Fault);
    }
}

/// The scores; `all`: and what would have lowered the risk.
pub(super) fn content(ui: &mut Ui, model: &Model, all: bool, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    if theme.look.text > super::STAYS {
        caption(ui, model.context.say(lang));
    }
    ui.add_space(theme.gap() * 0.3);
    rings(ui, model, lang);
    rule(ui);
    others(ui, model, lang);
    if all && !model.changes.is_empty() {
        rule(ui);
        changes(ui, &model.changes, lang);
    }
}

struct Cell {
    share: f64,
    number: String,
    name: String,
    caption: String,
    state: State,
}

fn rings(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = |points: f64| lang.text("hud-number", &[("value", Value::number(points, 0))]);
    let score = |score: &super::Score, name: &str| Cell {
        share: score.points / 100.0,
        number: points(score.points),
        name: lang.text(name, &[]),
        caption: score.caption.say(lang),
        state: score.state,
    };
    let cells = [score(&model.depth, "score-depth"), score(&model.evenness, "score-evenness"), nodule(&model.nodule, lang)];
    let width = ui.available_width();
    let each = width / 3.0;
    // Side by side where the longest word of each name fits, else one below the other.
    let longest = |name: &str| {
        let words = name.split_whitespace().map(|word| layout(ui, &Words::new(word, Size::Body).weight(Weight::Medium), f32::INFINITY).size().x);
        words.fold(0.0, f32::max)
    };
    let beside = cells.iter().all(|cell| longest(&cell.name) <= each - 2.0);
    let room = if beside { each - 2.0 } else { width * 0.62 };
    let radius = if beside { (each * 0.37).min(theme.size(Size::Title) * 2.0) } else { width * 0.15 };
    let texts = cells.each_ref().map(|cell| {
        let lay = |words: &Words| if beside { layout_centred(ui, words, room) } else { layout(ui, words, room) };
        (lay(&Words::new(&cell.name, Size::Body).weight(Weight::Medium)), lay(&Words::new(&cell.caption, Size::Small).colour(theme.muted)))
    });
    let tall = texts.iter().map(|(name, caption)| name.size().y + caption.size().y).fold(0.0, f32::max);
    let height = if beside { 2.0 * radius + radius * 0.34 + tall } else { 3.0 * tall.max(2.3 * radius) };
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    for (i, (cell, (name, caption))) in cells.iter().zip(texts).enumerate() {
        let part = if beside {
            Rect::from_min_size(pos2(rect.left() + each * i as f32, rect.top()), vec2(each, height))
        } else {
            Rect::from_min_size(pos2(rect.left(), rect.top() + height / 3.0 * i as f32), vec2(width, height / 3.0))
        };
        let centre = if beside { pos2(part.center().x, part.top() + radius * 1.1) } else { pos2(part.left() + radius * 1.1, part.center().y) };
        ring(ui.painter(), &theme, centre, radius, cell.share as f32, theme.state(cell.state));
        // The largest type that stays inside the ring.
        let inside = radius * 1.6;
        let sizes = [Size::Title, Size::Heading, Size::Body, Size::Small];
        let size = sizes.into_iter().find(|&size| layout(ui, &Words::new(&cell.number, size), f32::INFINITY).size().x <= inside);
        in_ring(ui, centre, &Words::new(&cell.number, size.unwrap_or(Size::Small)).weight(Weight::SemiBold));
        let mark = pos2(centre.x, centre.y + radius * 0.52);
        crate::game::panels::widget::mark_at(ui.painter(), &theme, cell.state, mark, radius * 0.085 + 1.5);
        let name_at = if beside {
            pos2(centre.x, part.top() + 2.34 * radius)
        } else {
            pos2(part.right() - room, part.center().y - 0.5 * (name.size().y + caption.size().y))
        };
        let caption_at = pos2(name_at.x, name_at.y + name.size().y);
        ui.painter().galley(name_at, name, Color32::PLACEHOLDER);
        ui.painter().galley(caption_at, caption, Color32::PLACEHOLDER);
        let response = ui.interact(part, ui.id().with(("ring", i)), Sense::hover());
        let said = format!("{}: {}. {}", cell.name, cell.number, cell.caption);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said));
        response.on_hover_text(lang.text(["debrief-depth-tip", "debrief-evenness-tip", "debrief-nodule-tip"][i], &[]));
    }
}

/// What would have lowered the nodule risk most, each with the risk that would then be.
pub(super) fn changes(ui: &mut Ui, changes: &[Change], lang: &Lang) {
    caption(ui, lang.text("debrief-changes", &[]));
    for change in changes {
        let then = lang.text("debrief-change-then", &[("value", percent(change.probability))]);
        let then = Words::new(then, Size::Small).weight(Weight::SemiBold);
        row(ui, &Words::new(change.what.say(lang), Size::Small), &[then]);
    }
}

/// A share in percent, with a decimal where it is small.
fn percent(share: f64) -> Value {
    Value::number(share * 100.0, if share < 0.0995 { 1 } else { 0 })
}

/// The probability is the large number; the points are small, and only the ring's filling shows them again.
fn nodule(nodule: &Nodule, lang: &Lang) -> Cell {
    let values = [
        ("low", percent(nodule.interval.0)),
        ("high", percent(nodule.interval.1)),
        ("points", Value::number(nodule.points, 0)),
    ];
    Cell {
        share: nodule.points / 100.0,
        number: lang.text("value-percent", &[("value", percent(nodule.probability))]),
        name: lang.text("debrief-nodule", &[]),
        caption: lang.text("debrief-nodule-caption", &values),
        state: nodule.state,
    }
}

fn others(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 1.2, 4.0);
        for (name, points) in &model.others {
            let points = lang.text("hud-number", &[("value", Value::number(*points, 0))]);
            pair(ui, &name.say(lang), &points, theme.text);
        }
        let critical = lang.text("debrief-critical", &[]);
        if model.critical.is_empty() {
            pair(ui, &critical, &lang.text("debrief-critical-none", &[]), theme.target);
        }
    });
}

/// A name and a value that stay together on a line.
fn pair(ui: &mut Ui, name: &str, value: &str, colour: Color32) {
    let theme = Theme::of(ui.ctx());
    let name = layout(ui, &Words::new(format!("{name} "), Size::Small).colour(theme.muted), f32::INFINITY);
    let value = layout(ui, &Words::new(value, Size::Small).weight(Weight::SemiBold).colour(colour), f32::INFINITY);
    let gap = theme.size(Size::Small) * 0.3;
    let size = vec2(name.size().x + gap + value.size().x, name.size().y.max(value.size().y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{}{}", name.text(), value.text())));
    let at = pos2(rect.right() - value.size().x, rect.top());
    ui.painter().galley(rect.min, name, theme.muted);
    ui.painter().galley(at, value, colour);
}
