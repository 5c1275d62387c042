//! One's own attempt beside the expert's, one's last and one's best: a table, or pairs below each other where it does not fit.

use super::{Action, Column, Model, reference};
use crate::game::panels::widget::{Button, Kind, Words, caption, layout, rule};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut names = vec![lang.text("score-total", &[])];
    names.extend(model.rows.iter().map(|row| row.say(lang)));
    let cells: Vec<Vec<String>> = model.columns.iter().map(|column| cells(column, model.rows.len(), lang)).collect();
    let heads: Vec<String> = model.columns.iter().map(|column| column.name.say(lang)).collect();
    let wide = |text: &str| layout(ui, &Words::new(text, Size::Small).weight(Weight::SemiBold), f32::INFINITY).size().x;
    let gap = theme.size(Size::Small) * 0.8;
    let first = names.iter().map(|name| wide(name)).fold(0.0, f32::max);
    let widths: Vec<f32> =
        heads.iter().zip(&cells).map(|(head, cells)| cells.iter().map(|cell| wide(cell)).fold(wide(head), f32::max) + gap).collect();
    if first + widths.iter().sum::<f32>() <= ui.available_width() {
        table(ui, &theme, &names, &heads, &cells, &widths);
    } else {
        stacked(ui, &theme, &names, &heads, &cells);
    }
    if model.columns.len() < 2 {
        caption(ui, lang.text("debrief-compare-first", &[]));
    }
    let mut action = None;
    for column in &model.columns {
        let who = Value::text(column.name.say(lang));
        if column.working {
            caption(ui, lang.text("debrief-working", &[("who", who)]));
        } else if let Some(which) = column.work_out {
            let label = lang.text("debrief-work-out", &[("who", who)]);
            if Button::new(&label, Kind::Quiet, lang.text("debrief-work-out-tip", &[])).size(Size::Small).show(ui).clicked() {
                action = Some(Action::WorkOut(which));
            }
        }
    }
    if let Some(of) = &model.reference {
        action = reference::content(ui, of, lang).or(action);
    }
    action
}

/// What stands in a column: the total, then its parts.
fn cells(column: &Column, rows: usize, lang: &Lang) -> Vec<String> {
    let total = lang.text("hud-number", &[("value", Value::number(column.total, 0))]);
    let dash = || vec!["–".to_owned(); rows];
    let parts = column.parts.as_ref().map_or_else(dash, |parts| parts.iter().map(|part| part.say(lang)).collect());
    std::iter::once(total).chain(parts).collect()
}

fn table(ui: &mut Ui, theme: &Theme, names: &[String], heads: &[String], cells: &[Vec<String>], widths: &[f32]) {
    let width = ui.available_width();
    let line = (theme.size(Size::Small) * 1.75).round();
    let (rect, response) = ui.allocate_exact_size(vec2(width, line * (names.len() + 1) as f32 + 4.0), Sense::hover());
    let said: Vec<String> = heads.iter().zip(cells).map(|(head, cells)| format!("{head}: {}", pairs(names, cells))).collect();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, said.join(". ")));
    let put = |ui: &Ui, text: &str, right: Option<f32>, y: f32, weight: Weight, ink: Color32| {
        let galley = layout(ui, &Words::new(text, Size::Small).weight(weight).colour(ink), f32::INFINITY);
        let x = right.map_or(rect.left(), |right| right - galley.size().x);
        ui.painter().galley(pos2(x, y + (line - galley.size().y) * 0.5), galley, ink);
    };
    let mut right = rect.right() - theme.size(Size::Small) * 0.4;
    for (index, (head, cells)) in heads.iter().zip(cells).enumerate().rev() {
        let own = index == 0;
        if own {
            // One's own column stands out by its ground.
            let ground = Rect::from_x_y_ranges(right - widths[index] + 2.0..=right + theme.size(Size::Small) * 0.4, rect.y_range());
            ui.painter().rect_filled(ground, 8.0, theme.well);
        }
        let weight = if own { Weight::SemiBold } else { Weight::Regular };
        put(ui, head, Some(right), rect.top() + 2.0, Weight::Medium, if own { theme.text } else { theme.muted });
        for (row, cell) in cells.iter().enumerate() {
            put(ui, cell, Some(right), rect.top() + 2.0 + line * (row + 1) as f32, weight, theme.text);
        }
        right -= widths[index];
    }
    for (row, name) in names.iter().enumerate() {
        let y = rect.top() + 2.0 + line * (row + 1) as f32;
        ui.painter().hline(rect.x_range(), y, theme.hairline());
        put(ui, name, None, y, if row == 0 { Weight::SemiBold } else { Weight::Regular }, if row == 0 { theme.text } else { theme.muted });
    }
}

fn pairs(names: &[String], cells: &[String]) -> String {
    names.iter().zip(cells).map(|(name, cell)| format!("{name} {cell}")).collect::<Vec<_>>().join(", ")
}

fn stacked(ui: &mut Ui, theme: &Theme, names: &[String], heads: &[String], cells: &[Vec<String>]) {
    for (row, name) in names.iter().enumerate() {
        caption(ui, name);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 2.0, 2.0);
            for (head, cells) in heads.iter().zip(cells) {
                let text = format!("{head} {}", cells[row]);
                let head = layout(ui, &Words::new(format!("{head}\u{a0}"), Size::Small).colour(theme.muted), ui.max_rect().width());
                let value = layout(ui, &Words::new(&cells[row], Size::Small).weight(Weight::SemiBold), f32::INFINITY);
                let (rect, response) = ui.allocate_exact_size(head.size() + vec2(value.size().x, 0.0), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &text));
                let right = pos2(rect.left() + head.size().x, rect.bottom() - value.size().y);
                ui.painter().galley(rect.min, head, theme.muted);
                ui.painter().galley(right, value, Color32::PLACEHOLDER);
            }
        });
        if row + 1 < names.len() {
            rule(ui);
        }
    }
}
