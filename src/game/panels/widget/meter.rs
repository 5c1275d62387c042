//! Meters: a bar, a band to stay in, a ring, a slider.

use super::button::focus_ring;
use super::words::{Words, layout};
use crate::game::panels::told::tell;
use crate::game::theme::{Size, Theme};
use bevy_egui::egui::{
    self, Color32, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use std::ops::RangeInclusive;

fn track(ui: &mut Ui) -> (Rect, f32) {
    let theme = Theme::of(ui.ctx());
    let height = (10.0 * theme.unit).round().max(8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().rect_filled(rect, height * 0.35, theme.well);
    (rect, height * 0.35)
}

/// A bar filled from the left to a share of it.
pub(in crate::game::panels) fn bar(ui: &mut Ui, share: f32, colour: Color32) -> Rect {
    let (rect, radius) = track(ui);
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    if share > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2((rect.width() * share).max(2.0 * radius), rect.height()));
        ui.painter().rect_filled(filled, radius, colour);
    }
    rect
}

/// A meter with the band to stay in and a needle at the value; all as shares of the scale.
pub(in crate::game::panels) fn band_meter(
    ui: &mut Ui,
    share: Option<f32>,
    band: Option<(f32, f32)>,
    colour: Color32,
) -> Rect {
    let theme = Theme::of(ui.ctx());
    let (rect, radius) = track(ui);
    let x = |share: f32| egui::lerp(rect.left()..=rect.right(), share.clamp(0.0, 1.0));
    if let Some((low, high)) = band {
        let band = Rect::from_x_y_ranges(x(low)..=x(high), rect.y_range());
        ui.painter().rect_filled(band, radius, theme.target.gamma_multiply(0.42));
    }
    if let Some(share) = share.filter(|share| share.is_finite()) {
        let x = x(share).clamp(rect.left() + 2.0, rect.right() - 2.0);
        let line = Rect::from_center_size(pos2(x, rect.center().y), vec2(4.0, rect.height() + 6.0));
        ui.painter().rect_filled(line.expand(1.0), 3.0, theme.page());
        ui.painter().rect_filled(line, 2.0, colour);
    }
    rect
}

/// A ring filled clockwise from the top to a share of it.
pub(in crate::game::panels) fn ring(painter: &Painter, theme: &Theme, centre: Pos2, radius: f32, share: f32, colour: Color32) {
    let width = (radius * 0.16).max(4.0);
    // A circle's stroke lies outside of it, a line's on both of its sides.
    painter.circle_stroke(centre, radius - 0.5 * width, Stroke::new(width, theme.well));
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    if share <= 0.0 {
        return;
    }
    let steps = (share * 96.0).ceil().max(2.0) as usize;
    let at = |part: f32| {
        let angle = std::f32::consts::TAU * share * part;
        centre + vec2(angle.sin(), -angle.cos()) * radius
    };
    let points: Vec<Pos2> = (0..=steps).map(|i| at(i as f32 / steps as f32)).collect();
    let (first, last) = (at(0.0), at(1.0));
    painter.add(egui::Shape::line(points, Stroke::new(width, colour)));
    painter.circle_filled(first, width * 0.5, colour);
    painter.circle_filled(last, width * 0.5, colour);
}

/// A slider without words; arrow keys move it by `step` while it is focused. The new value when it was moved.
pub(in crate::game::panels) fn slider(
    ui: &mut Ui,
    label: &str,
    value: f32,
    range: RangeInclusive<f32>,
    step: f32,
    width: f32,
    tooltip: &str,
) -> (Response, Option<f32>) {
    let theme = Theme::of(ui.ctx());
    let height = (theme.size(Size::Small) * 1.85).round();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(true, f64::from(value), label));
    tell(ui, &response, label);
    let knob = height * 0.32;
    let (low, high) = (*range.start(), *range.end());
    let rail = rect.x_range().shrink(knob);
    let snap = |value: f32| if step > 0.0 { (value / step).round() * step } else { value }.clamp(low, high);
    let mut wanted = None;
    if response.is_pointer_button_down_on()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        wanted = Some(snap(egui::remap_clamp(pointer.x, rail, low..=high)));
    }
    if response.has_focus() {
        ui.memory_mut(|memory| {
            let keys = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
            memory.set_focus_lock_filter(response.id, keys);
        });
        let moved = ui.input(|input| {
            input.num_presses(egui::Key::ArrowRight) as f32 - input.num_presses(egui::Key::ArrowLeft) as f32
        });
        if moved != 0.0 {
            wanted = Some(snap(value + moved * if step > 0.0 { step } else { (high - low) / 20.0 }));
        }
    }
    let shown = wanted.unwrap_or(value);
    let x = egui::remap_clamp(shown, low..=high, rail);
    let line = Rect::from_center_size(rect.center(), vec2(rect.width(), (height * 0.22).round()));
    let painter = ui.painter();
    painter.rect_filled(line, 4.0, theme.muted.gamma_multiply(0.3));
    painter.rect_filled(Rect::from_min_max(line.min, pos2(x, line.max.y)), 4.0, theme.target);
    painter.circle(pos2(x, rect.center().y), knob, theme.text, Stroke::new(2.0, theme.page()));
    focus_ring(ui, &theme, rect, 6.0, &response);
    let response = response.on_hover_text(tooltip);
    (response, wanted.filter(|wanted| *wanted != value))
}

/// Centres words in a circle.
pub(in crate::game::panels) fn in_ring(ui: &Ui, centre: Pos2, words: &Words) {
    let galley = layout(ui, words, f32::INFINITY);
    ui.painter().galley(centre - galley.size() * 0.5, galley, Color32::PLACEHOLDER);
}
