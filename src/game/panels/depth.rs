//! Depth at the port: one large number, the layer's name, and a strip of the layers to scale.

use super::widget::{Words, badge, caption, card, figure, layout};
use crate::anatomy::{Layer, Site};
use crate::game::theme::{LAYERS, Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align, Color32, CornerRadius, Layout, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, lerp, pos2, vec2};

/// Depth at the port.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Depth below the skin in mm; none while the port is outside.
    pub depth_mm: Option<f64>,
    /// Layer at the port.
    pub layer: Layer,
    /// Site there; none on the nape, the shoulders and the back.
    pub site: Option<Site>,
    /// Whether that is where the product belongs.
    pub state: State,
    /// Lower boundaries of epidermis, dermis, fat and SMAS at the port, mm.
    pub boundaries_mm: [f64; 4],
    /// Depth of bone there, mm.
    pub bone_mm: f64,
    /// Depths between which the product belongs, mm; none in an exam.
    pub target_mm: Option<(f64, f64)>,
}

/// The message that names a layer at a site. What lies under the superficial fat is the SMAS in the face, platysma on the neck, fascia elsewhere.
#[must_use]
pub fn layer_id(layer: Layer, site: Option<Site>) -> &'static str {
    match layer {
        Layer::Outside => "layer-outside",
        Layer::Epidermis => "layer-epidermis",
        Layer::Dermis => "layer-dermis",
        Layer::Fat => "layer-fat",
        Layer::Smas => match site {
            Some(Site::Face) => "layer-smas",
            Some(Site::Neck) => "layer-platysma",
            _ => "layer-fascia",
        },
        Layer::Deep => "layer-deep",
        Layer::Bone => "layer-bone",
    }
}

/// Shows the depth.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    card(ui, |ui| content(ui, model, lang));
}

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let name = match (model.state, model.layer) {
        (State::Target, Layer::Fat) => lang.text("hud-plane-subdermal", &[]),
        (_, layer) => lang.text(layer_id(layer, model.site), &[]),
    };
    let title = lang.text("hud-depth", &[]);
    let title_width = layout(ui, &Words::new(&title, Size::Small), f32::INFINITY).size().x;
    let badge_words = Words::new(&name, Size::Small).weight(Weight::Medium);
    let badge_width = layout(ui, &badge_words, f32::INFINITY).size().x + theme.size(Size::Small) * 2.4;
    if title_width + badge_width + 8.0 <= ui.available_width() {
        let line = vec2(ui.available_width(), (theme.size(Size::Small) * 1.85).round());
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
            caption(ui, &title);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| badge(ui, &name, model.state));
        });
    } else {
        caption(ui, &title);
        badge(ui, &name, model.state);
    }
    let number = match model.depth_mm {
        Some(depth) => Words::new(lang.text("hud-number", &[("value", Value::number(depth, 1))]), Size::Hero),
        None => Words::new(lang.text("hud-no-number", &[]), Size::Hero).weight(Weight::Regular).colour(theme.muted),
    };
    let unit = lang.text("unit-mm", &[]);
    let unit = Words::new(unit, Size::Heading).weight(Weight::Regular).colour(theme.muted);
    figure(ui, &number, &unit, &title);
    strip(ui, model, &theme, lang);
}

/// The strip in words, for those who do not see it.
fn said(model: &Model, lang: &Lang) -> String {
    let mm = |value: f64| Value::number(value, 1);
    let [_, dermis, fat, smas] = model.boundaries_mm;
    let below = Value::text(lang.text(layer_id(Layer::Smas, model.site), &[]));
    let layers = lang.text("say-depth-layers", &[("dermis", mm(dermis)), ("fat", mm(fat)), ("below", below), ("smas", mm(smas))]);
    let target = model.target_mm.map(|(from, to)| lang.text("say-depth-target", &[("from", mm(from)), ("to", mm(to))]));
    std::iter::once(layers).chain(target).collect::<Vec<_>>().join(" ")
}

/// The layers to scale, from the skin to a little below the SMAS, with the target band below and a mark at the port.
fn strip(ui: &mut Ui, model: &Model, theme: &Theme, lang: &Lang) {
    let [epidermis, dermis, fat, smas] = model.boundaries_mm;
    let floor = (smas + 0.35 * (smas - dermis).max(1.0)).min(model.bone_mm.max(smas + 0.5)).max(model.depth_mm.unwrap_or(0.0) + 0.3);
    let height = (13.0 * theme.unit).round().max(10.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height + 11.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said(model, lang)));
    let bar = Rect::from_min_size(pos2(rect.left(), rect.top() + 3.0), vec2(rect.width(), height));
    let x = |depth: f64| lerp(bar.left()..=bar.right(), (depth / floor).clamp(0.0, 1.0) as f32);
    let edges = [0.0, epidermis, dermis, fat, smas, model.bone_mm, f64::INFINITY];
    let painter = ui.painter();
    for (i, colour) in LAYERS.into_iter().enumerate() {
        let (from, to) = (x(edges[i]), x(edges[i + 1]));
        if to > from {
            let part = Rect::from_x_y_ranges(from..=to, bar.y_range());
            let round = |end: bool| if end { (height * 0.4) as u8 } else { 0 };
            let (first, last) = (i == 0, to >= bar.right());
            let corners = CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
            painter.rect_filled(part, corners, colour);
        }
    }
    if let Some((from, to)) = model.target_mm {
        let band = Rect::from_x_y_ranges(x(from)..=x(to), bar.bottom() + 3.0..=bar.bottom() + 6.0);
        painter.rect_filled(band, 1.5, theme.target);
    }
    if let Some(depth) = model.depth_mm {
        let x = x(depth).clamp(bar.left() + 2.0, bar.right() - 2.0);
        let line = Rect::from_x_y_ranges(x - 1.5..=x + 1.5, bar.top() - 3.0..=bar.bottom() + 3.0);
        painter.rect_filled(line.expand(1.0), 2.0, Color32::from_black_alpha(170));
        painter.rect_filled(line, 1.5, Color32::WHITE);
        let tip = vec![pos2(x, bar.top() + 1.0), pos2(x - 4.0, bar.top() - 3.0), pos2(x + 4.0, bar.top() - 3.0)];
        painter.add(Shape::convex_polygon(tip, theme.text, Stroke::NONE));
    }
}
