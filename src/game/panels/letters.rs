//! The board of letters, over the page, while a person writes with a gamepad.

use super::widget::{Icon, Words, layout, paint_icon};
use crate::game::input::letters::{Board, Key};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::Lang;
use bevy_egui::egui::{Context, Id, LayerId, Order, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// What a key does, in words.
#[must_use]
pub fn name(key: Key, lang: &Lang) -> String {
    match key {
        Key::Letter(letter) => letter.to_string(),
        Key::Capitals => lang.text("controls-letters-capitals", &[]),
        Key::Space => lang.text("controls-letters-space", &[]),
        Key::Erase => lang.text("controls-letters-erase", &[]),
        Key::Done => lang.text("controls-letters-done", &[]),
    }
}

/// Where the board lies: below, or above where `writing`, the field that is written in, lies low.
#[must_use]
pub fn place(window: Rect, writing: Option<Rect>, theme: &Theme) -> Rect {
    let points = theme.size(Size::Body);
    let inner = window.shrink(theme.margin());
    let size = vec2((points * 30.0).min(inner.width()), (points * 15.0).min(inner.height() * 0.5));
    let low = writing.is_some_and(|rect| rect.center().y > window.center().y - points);
    let top = if low { inner.top() } else { inner.bottom() - size.y };
    Rect::from_min_size(pos2(window.center().x - size.x * 0.5, top), size)
}

/// Paints the board.
pub fn paint(context: &Context, board: &Board, writing: Option<Rect>, lang: &Lang) {
    let theme = Theme::of(context);
    let whole = place(context.content_rect(), writing, &theme);
    let layer = LayerId::new(Order::Foreground, Id::new("fanline letters"));
    let ui = Ui::new(context.clone(), layer.id, UiBuilder::new().layer_id(layer).max_rect(whole));
    let painter = ui.painter();
    painter.rect(whole, 14.0, theme.page(), Stroke::new(theme.outline().max(1.0), theme.line), StrokeKind::Inside);
    let inner = whole.shrink(theme.padding() * 0.6);
    let rows = board.rows();
    let gap = (theme.gap() * 0.35).round();
    let high = (inner.height() - gap * (rows.len() as f32 - 1.0)) / rows.len() as f32;
    for (r, row) in rows.iter().enumerate() {
        let wide = (inner.width() - gap * (row.len() as f32 - 1.0)) / row.len() as f32;
        for (c, key) in row.iter().enumerate() {
            let at = inner.min + vec2(c as f32 * (wide + gap), r as f32 * (high + gap));
            let rect = Rect::from_min_size(at, vec2(wide, high));
            let chosen = board.place() == (r, c);
            let on = *key == Key::Capitals && board.capitals();
            let fill = if chosen || on { theme.tint(theme.target) } else { theme.well };
            painter.rect_filled(rect, 8.0, fill);
            if chosen {
                painter.rect_stroke(rect, 8.0, Stroke::new(2.0, theme.info), StrokeKind::Inside);
            }
            let size = if matches!(key, Key::Letter(_)) { Size::Body } else { Size::Small };
            let said = Words::new(name(*key, lang), size).weight(Weight::Medium).colour(theme.text);
            let galley = layout(&ui, &said, f32::INFINITY);
            let left = rect.center() - galley.size() * 0.5;
            if *key == Key::Done {
                paint_icon(painter, Icon::Check, pos2(left.x - high * 0.3, rect.center().y), high * 0.32, theme.target);
            }
            painter.galley(left, galley, theme.text);
        }
    }
}
