//! The months after: a slider, what the skin does, when nodules are felt, and the products' courses on the same map.
//!
//! **Invariant:** it says that it is illustrative, and that no other product's nodules are known.

use super::{Action, Banded, Curve, Model, Months, Outlook, Quantity};
use crate::game::panels::widget::{Button, Kind, Words, caption, layout, row, slider};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};
use std::sync::Arc;

/// Last month of the slider, and its step.
pub const LAST: f64 = 18.0;
const STEP: f32 = 0.5;
/// Dashes (on, off; points) of the products' lines; what was laid is whole. A second cue beside the colour.
const DASHES: [Option<(f32, f32)>; 4] = [None, Some((9.0, 4.0)), Some((2.5, 3.5)), Some((5.0, 2.5))];

fn colour(theme: &Theme, index: usize) -> Color32 {
    [theme.target, theme.info, theme.attention, theme.muted][index.min(3)]
}

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let months = match &model.outlook {
        Outlook::Ready(months) => months,
        Outlook::Coming => {
            caption(ui, lang.text("debrief-months-coming", &[]));
            return None;
        }
        Outlook::None => {
            caption(ui, lang.text("debrief-months-none", &[]));
            return None;
        }
    };
    let theme = Theme::of(ui.ctx());
    let when = lang.text("debrief-month", &[("month", Value::number(months.month, if months.month.fract() == 0.0 { 0 } else { 1 }))]);
    let name = Words::new(lang.text("debrief-months-after", &[]), Size::Small).colour(theme.muted);
    row(ui, &name, &[Words::new(&when, Size::Body).weight(Weight::SemiBold)]);
    let width = ui.available_width();
    let (label, tip) = (lang.text("debrief-months-after", &[]), lang.text("debrief-months-tip", &[]));
    let (_, moved) = slider(ui, &label, months.month as f32, 0.0..=LAST as f32, STEP, width, &tip);
    let mut action = moved.map(|month| Action::Month(f64::from(month)));
    figures(ui, months, lang);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.5, 4.0);
        for (quantity, id) in [(Quantity::Thickening, "debrief-thickening"), (Quantity::Lift, "debrief-lift")] {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            let on = months.quantity == quantity;
            if Button::new(&label, Kind::Quiet, tip).size(Size::Small).on(on).show(ui).clicked() {
                action = Some(Action::Quantity(quantity));
            }
        }
    });
    action = curves(ui, months, lang, &theme).or(action);
    caption(ui, lang.text("debrief-months-note", &[]));
    action
}

fn figures(ui: &mut Ui, months: &Months, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let figure = |ui: &mut Ui, id: &str, unit: &str, value: Banded, scale: f64, decimals: u8| {
        let number = |value: f64| Value::number(value * scale, decimals);
        let now = lang.text(unit, &[("value", number(value.mean))]);
        let band = lang.text("debrief-band", &[("low", number(value.low)), ("high", number(value.high))]);
        let words = [
            Words::new(now, Size::Body).weight(Weight::SemiBold),
            Words::new(format!("  {band}"), Size::Small).colour(theme.muted),
        ];
        row(ui, &Words::new(lang.text(id, &[]), Size::Small), &words).on_hover_text(lang.text(&format!("{id}-tip"), &[]));
    };
    figure(ui, "debrief-thickening", "value-percent", months.thickening, 1.0, 1);
    figure(ui, "debrief-lift", "value-mm", months.lift_mm, 1.0, 2);
    let decimals = if months.felt.mean < 0.0995 { 1 } else { 0 };
    figure(ui, "debrief-felt", "value-percent", months.felt, 100.0, decimals);
}

/// The courses of the products, and below them their names, doses and values now.
fn curves(ui: &mut Ui, months: &Months, lang: &Lang, theme: &Theme) -> Option<Action> {
    let small = theme.size(Size::Small);
    let height = (small * if theme.unit < 0.95 { 8.0 } else { 9.5 }).round();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click_and_drag());
    let said = lang.text("debrief-curves", &[]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &said));
    // The water of what was just laid is gone within days. It would flatten all that follows, so it leaves the plot at the top, with its value.
    let later = months.curves.iter().flat_map(|curve| curve.values.iter().skip(1));
    let top = later.chain(months.band.iter().skip(1).map(|(_, high)| high)).fold(0.0, |a: f64, b| a.max(*b));
    let (step, decimals) = nice(top / 3.0);
    let most = (top / step).ceil().max(1.0) * step;
    let unit = match months.quantity {
        Quantity::Thickening => "value-percent",
        Quantity::Lift => "value-mm",
    };
    let tick = |value: f64| {
        let text = lang.text(unit, &[("value", Value::number(value, decimals))]);
        layout(ui, &Words::new(text, Size::Small).colour(theme.muted), f32::INFINITY)
    };
    let steps = (most / step).round() as usize;
    let ticks: Vec<_> = (0..=steps).map(|i| (i as f64 * step, tick(i as f64 * step))).collect();
    let gutter = ticks.iter().map(|(_, galley)| galley.size().x).fold(0.0, f32::max) + 6.0;
    let months_of = [0.0, 6.0, 12.0, LAST].map(|month| {
        let text = lang.text("hud-number", &[("value", Value::number(month, 0))]);
        (month, layout(ui, &Words::new(text, Size::Small).colour(theme.muted), f32::INFINITY))
    });
    let axis = layout(ui, &Words::new(lang.text("debrief-months-axis", &[]), Size::Small).colour(theme.muted), f32::INFINITY);
    let foot = months_of[0].1.size().y;
    let plot = Rect::from_min_max(rect.min + vec2(gutter, small * 0.6), rect.max - vec2(months_of[3].1.size().x * 0.5 + 1.0, foot + 2.0));
    let y = |value: f64| plot.bottom() - plot.height() * (value / most).clamp(0.0, 1.0) as f32;
    let x = |month: f64| plot.left() + plot.width() * (month / LAST).clamp(0.0, 1.0) as f32;
    let painter = ui.painter();
    // Where lines are too near each other only every second one has its number.
    let every = if ticks.len() > 1 && y(ticks[0].0) - y(ticks[1].0) < small * 1.3 { 2 } else { 1 };
    for (i, (value, galley)) in ticks.into_iter().enumerate() {
        painter.hline(plot.x_range(), y(value), theme.hairline());
        if i % every == 0 {
            painter.galley(pos2(plot.left() - 6.0 - galley.size().x, y(value) - galley.size().y * 0.5), galley, theme.muted);
        }
    }
    for (month, galley) in months_of {
        painter.galley(pos2(x(month) - galley.size().x * 0.5, rect.bottom() - foot), galley, theme.muted);
    }
    // What the axis counts, where there is room between its last two numbers.
    if axis.size().x < 0.8 * (x(LAST) - x(12.0)) - small {
        painter.galley(pos2(x(15.0) - axis.size().x * 0.5, rect.bottom() - foot), axis, theme.muted);
    }
    let at = |index: usize, count: usize, value: f64| pos2(x(LAST * index as f64 / (count.max(2) - 1) as f64), y(value));
    // The band as thin stripes: it need not be convex.
    for (i, pair) in months.band.windows(2).enumerate() {
        let count = months.band.len();
        let corners = [at(i, count, pair[0].0), at(i, count, pair[0].1), at(i + 1, count, pair[1].1), at(i + 1, count, pair[1].0)];
        painter.add(Shape::convex_polygon(corners.to_vec(), colour(theme, 0).gamma_multiply(0.13), Stroke::NONE));
    }
    // Dots over dashes where two products run together; what was laid lies on top.
    for k in (3..months.curves.len()).rev().chain([1, 2, 0]) {
        let Some(curve) = months.curves.get(k) else { continue };
        let count = curve.values.len();
        let mut points: Vec<Pos2> = curve.values.iter().enumerate().map(|(i, value)| at(i, count, *value)).collect();
        if let [first, second, ..] = curve.values[..]
            && first > most
        {
            points[0].x += (points[1].x - points[0].x) * ((first - most) / (first - second)) as f32;
        }
        line(painter, points, k, colour(theme, k));
    }
    painter.vline(x(months.month), plot.y_range(), Stroke::new(1.5, theme.text.gamma_multiply(0.7)));
    if let Some(laid) = months.curves.first() {
        painter.circle(pos2(x(months.month), y(laid.now)), 4.0, colour(theme, 0), Stroke::new(2.0, theme.page()));
    }
    beyond(ui, months, most, unit, Rect::from_min_max(pos2(x(1.0) + small * 0.3, plot.top()), plot.max), lang);
    for (k, curve) in months.curves.iter().enumerate() {
        name(ui, curve, k, unit, lang, theme);
    }
    let pointer = response.is_pointer_button_down_on().then(|| response.interact_pointer_pos()).flatten()?;
    let month = (f64::from((pointer.x - plot.left()) / plot.width()) * LAST / f64::from(STEP)).round() * f64::from(STEP);
    Some(Action::Month(month.clamp(0.0, LAST))).filter(|action| *action != Action::Month(months.month))
}

/// What the plot does not hold on the first day: an arrow up and the value for each product.
fn beyond(ui: &Ui, months: &Months, most: f64, unit: &str, part: Rect, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let small = theme.size(Size::Small);
    let mut at = part.min;
    for (k, curve) in months.curves.iter().enumerate() {
        let Some(&first) = curve.values.first().filter(|first| **first > most) else { continue };
        let value = lang.text(unit, &[("value", Value::number(first, if unit == "value-mm" { 2 } else { 1 }))]);
        let said = [
            lang.text("debrief-months-first-of", &[("product", Value::text(&curve.name)), ("value", Value::text(&value))]),
            lang.text("debrief-months-first", &[("value", Value::text(&value))]),
            value,
        ];
        let said = said.map(|text| layout(ui, &Words::new(text, Size::Small), f32::INFINITY));
        let [.., shortest] = &said;
        let value = Arc::clone(said.iter().find(|said| said.size().x + small <= part.width()).unwrap_or(shortest));
        // Words lie over the band and the month's line.
        ui.painter().rect_filled(Rect::from_min_size(at, value.size() + vec2(small, 0.0)), 3.0, theme.page());
        let (middle, half) = (at.y + value.size().y * 0.5, small * 0.28);
        let head = pos2(at.x + half, middle - half * 1.3);
        ui.painter().line_segment([pos2(head.x, middle + half * 1.3), head], Stroke::new(1.5, colour(&theme, k)));
        let wing = |way: f32| pos2(head.x + way * half, head.y + half);
        ui.painter().line(vec![wing(-1.0), head, wing(1.0)], Stroke::new(1.5, colour(&theme, k)));
        let next = value.size().y;
        ui.painter().galley(pos2(at.x + small * 0.9, at.y), value, theme.text);
        at.y += next;
    }
}

fn line(painter: &bevy_egui::egui::Painter, points: Vec<Pos2>, index: usize, colour: Color32) {
    let stroke = Stroke::new(if index == 0 { 2.5 } else { 1.8 }, colour);
    match DASHES[index.min(3)] {
        None => {
            painter.add(Shape::line(points, stroke));
        }
        Some((on, off)) => painter.extend(Shape::dashed_line(&points, stroke, on, off)),
    }
}

/// A sample of the line, the product, its dose, its value now.
fn name(ui: &mut Ui, curve: &Curve, index: usize, unit: &str, lang: &Lang, theme: &Theme) {
    let small = theme.size(Size::Small);
    let value = lang.text(unit, &[("value", Value::number(curve.now, if unit == "value-mm" { 2 } else { 1 }))]);
    let value = layout(ui, &Words::new(value, Size::Small).weight(Weight::SemiBold), f32::INFINITY);
    let left = small * 2.6;
    let width = ui.available_width();
    let called = if curve.laid { lang.text("debrief-curve-laid", &[("product", Value::text(&curve.name))]) } else { curve.name.clone() };
    let weight = if curve.laid { Weight::SemiBold } else { Weight::Regular };
    let room = width - left - value.size().x - small * 0.6;
    let dose = curve.dose.say(lang);
    let called = layout(ui, &Words::new(&called, Size::Small).weight(weight), room);
    let dose = layout(ui, &Words::new(&dose, Size::Small).colour(theme.muted), room);
    let beside = called.size().x + small * 0.6 + dose.size().x <= room && called.rows.len() == 1;
    let high = if beside { called.size().y.max(dose.size().y) } else { called.size().y + dose.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(width, high), Sense::hover());
    let said = format!("{}, {}: {}", called.text(), dose.text(), value.text());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &said));
    let y = rect.top() + called.size().y.min(small * 1.3) * 0.5;
    let painter = ui.painter();
    line(painter, vec![pos2(rect.left(), y), pos2(rect.left() + left - small * 0.6, y)], index, colour(theme, index));
    let at = pos2(rect.left() + left, rect.top());
    let dose_at = if beside { at + vec2(called.size().x + small * 0.6, 0.0) } else { at + vec2(0.0, called.size().y) };
    painter.galley(at, called, Color32::PLACEHOLDER);
    painter.galley(dose_at, dose, Color32::PLACEHOLDER);
    painter.galley(pos2(rect.right() - value.size().x, rect.top()), value, Color32::PLACEHOLDER);
}

/// The step of a scale near a value, 1, 2 or 5 times a power of ten, and its decimals.
fn nice(about: f64) -> (f64, u8) {
    for (step, decimals) in [(0.01, 2), (0.02, 2), (0.05, 2), (0.1, 1), (0.2, 1), (0.5, 1), (1.0, 0), (2.0, 0), (5.0, 0), (10.0, 0), (20.0, 0)] {
        if step >= about {
            return (step, decimals);
        }
    }
    (50.0, 0)
}
