//! Names beside their places on the patient, as many as fit without lying on each other.

use super::Phrase;
use super::widget::{Words, layout};
use crate::anatomy::HazardKind;
use crate::game::theme::{Size, Theme, Weight, hazard};
use crate::lang::Lang;
use bevy_egui::egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A region: the name stands on it.
    Region,
    /// A region where product must not go.
    NoGo,
    /// A landmark: the name stands beside it.
    Landmark,
    /// A hazard: the name stands beside it.
    Hazard(HazardKind),
}

/// A name and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name.
    pub text: Phrase,
    /// What is named.
    pub kind: Kind,
    /// Place in the window, points.
    pub at: [f32; 2],
}

/// Paints the names within a part of the window; earlier ones have the first choice of room. Returns how many found room.
pub fn paint(ui: &Ui, field: Rect, labels: &[Label], lang: &Lang) -> usize {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let pad = vec2(points * 0.4, points * 0.12);
    let mut taken: Vec<(Rect, &Phrase)> = Vec::new();
    for label in labels {
        let at = pos2(label.at[0], label.at[1]);
        if !field.contains(at) {
            continue;
        }
        let weight = if matches!(label.kind, Kind::Hazard(_)) { Weight::SemiBold } else { Weight::Medium };
        let galley = layout(ui, &Words::new(label.text.say(lang), Size::Small).weight(weight).colour(Color32::WHITE), f32::INFINITY);
        let size = galley.size() + 2.0 * pad;
        // Two halves of a narrow region need one name.
        if taken.iter().any(|(other, text)| **text == label.text && other.center().distance(at) < points * 7.0) {
            continue;
        }
        let free = |rect: &Rect| field.contains_rect(*rect) && taken.iter().all(|(other, _)| !other.expand(2.0).intersects(*rect));
        let Some(rect) = places(label.kind, at, size, points).into_iter().find(free) else { continue };
        let painter = ui.painter();
        let colour = match label.kind {
            Kind::Region => Color32::from_rgb(0x93, 0xA4, 0xB1),
            Kind::NoGo => Color32::from_rgb(0xE8, 0x60, 0x4C),
            Kind::Landmark => Color32::from_rgb(0x9F, 0xE8, 0xFF),
            Kind::Hazard(kind) => hazard(kind),
        };
        if !rect.contains(at) {
            let end = pos2(at.x.clamp(rect.left(), rect.right()), at.y.clamp(rect.top(), rect.bottom()));
            painter.line_segment([at, end], Stroke::new(1.2, Color32::from_black_alpha(150)));
        }
        // The same on every look: names stand on skin, not on the ground.
        painter.rect(rect, rect.height() * 0.5, Color32::from_rgba_unmultiplied(0x11, 0x16, 0x1B, 200), Stroke::new(1.0, colour), StrokeKind::Inside);
        let name = galley.text().to_owned();
        painter.galley(rect.min + pad, galley, Color32::WHITE);
        // For a screen reader; the pointer goes through.
        let node = ui.interact(rect, ui.id().with(("name", taken.len())), Sense::hover());
        node.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
        taken.push((rect, &label.text));
    }
    taken.len()
}

/// Where a name may stand, best first.
fn places(kind: Kind, at: Pos2, size: bevy_egui::egui::Vec2, points: f32) -> Vec<Rect> {
    let away = points * 0.75;
    let half = size * 0.5;
    let beside = [
        vec2(half.x + away, -half.y - away * 0.4),
        vec2(-half.x - away, -half.y - away * 0.4),
        vec2(half.x + away, half.y + away * 0.4),
        vec2(-half.x - away, half.y + away * 0.4),
        vec2(0.0, -half.y - away * 1.2),
        vec2(0.0, half.y + away * 1.2),
    ];
    let on = [vec2(0.0, 0.0), vec2(0.0, -size.y * 0.8), vec2(0.0, size.y * 0.8), vec2(half.x * 0.8, 0.0), vec2(-half.x * 0.8, 0.0)];
    let middles: &[_] = if matches!(kind, Kind::Region | Kind::NoGo) { &on } else { &beside };
    middles.iter().map(|offset| Rect::from_center_size(at + *offset, size)).collect()
}

/// Edges of a hazard as in the patient, from the outermost: how far each stands out, in heights of the sign, and its colour.
fn edges(kind: HazardKind) -> &'static [(f32, Color32)] {
    const DARK: Color32 = Color32::from_rgb(24, 18, 20);
    const PALE: Color32 = Color32::from_rgb(255, 240, 232);
    match kind {
        HazardKind::Artery => &[(0.15, DARK), (0.09, PALE)],
        _ => &[(0.06, DARK)],
    }
}

/// The sign of a kind of hazard as it is drawn in the patient, with its edges: an artery is smooth, a vein swells, a nerve carries beads, a
/// foramen is a ball, a gland is hatched; dashed where its course is uncertain.
pub(super) fn sign(painter: &Painter, kind: HazardKind, dashed: bool, slot: Rect) {
    for &(grown, colour) in edges(kind) {
        form(painter, kind, dashed, slot, grown * slot.height(), colour);
    }
    form(painter, kind, dashed, slot, 0.0, hazard(kind));
}

/// The form of a kind in a colour, so much thicker on every side.
fn form(painter: &Painter, kind: HazardKind, dashed: bool, slot: Rect, grown: f32, colour: Color32) {
    let h = slot.height();
    let (left, right, y) = (slot.left(), slot.right(), slot.center().y);
    let stroke = |width: f32| Stroke::new(width + 2.0 * grown, colour);
    let line = |width: f32| {
        if dashed {
            painter.extend(Shape::dashed_line(&[pos2(left, y), pos2(right, y)], stroke(width), h * 0.42, h * 0.26));
        } else {
            painter.line_segment([pos2(left, y), pos2(right, y)], stroke(width));
        }
    };
    match kind {
        HazardKind::Artery => line(h * 0.28),
        HazardKind::Vein => {
            line(h * 0.2);
            for share in [0.2, 0.5, 0.8] {
                let at = pos2(left + slot.width() * share, y);
                painter.add(Shape::ellipse_filled(at, vec2(h * 0.3 + grown, h * 0.2 + grown), colour));
            }
        }
        HazardKind::Nerve => {
            line(h * 0.1);
            for share in [0.12, 0.5, 0.88] {
                painter.circle_filled(pos2(left + slot.width() * share, y), h * 0.17 + grown, colour);
            }
        }
        HazardKind::Foramen => {
            painter.circle_filled(slot.center(), h * 0.33 + grown, colour);
        }
        HazardKind::Gland => {
            let rim = Rect::from_center_size(slot.center(), vec2(slot.width() * 0.9, h * 0.72));
            painter.rect_stroke(rim.expand(grown), h * 0.25, stroke(h * 0.1), StrokeKind::Inside);
            for share in [0.3, 0.5, 0.7] {
                let x = rim.left() + rim.width() * share;
                painter.line_segment([pos2(x, rim.top()), pos2(x, rim.bottom())], stroke(h * 0.08));
            }
        }
    }
}
