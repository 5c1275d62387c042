//! The shapes of the states: ring, disc, triangle, diamond; badges; dashed lines, bands between two lines.

use super::words::{Words, caption, layout};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::Lang;
use bevy_egui::egui::ecolor::gamma_u8_from_linear_f32;
use bevy_egui::egui::{Color32, Mesh, Painter, Pos2, Response, Rgba, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// The shape of a state, `radius` about `centre`.
pub(in crate::game::panels) fn state_shape(state: State, centre: Pos2, radius: f32, colour: Color32) -> Shape {
    let at = |x: f32, y: f32| centre + vec2(x, y) * radius;
    match state {
        State::Neutral => Shape::circle_stroke(centre, radius * 0.8, Stroke::new(1.5, colour)),
        State::Target => Shape::circle_filled(centre, radius * 0.9, colour),
        State::Attention => {
            Shape::convex_polygon(vec![at(0.0, -1.0), at(1.05, 0.85), at(-1.05, 0.85)], colour, Stroke::NONE)
        }
        State::Fault => {
            Shape::convex_polygon(vec![at(0.0, -1.15), at(1.0, 0.0), at(0.0, 1.15), at(-1.0, 0.0)], colour, Stroke::NONE)
        }
    }
}

/// A state's shape in a line of text.
pub(in crate::game::panels) fn mark(ui: &mut Ui, state: State, size: Size) -> Response {
    let theme = Theme::of(ui.ctx());
    let side = theme.size(size);
    let (rect, response) = ui.allocate_exact_size(vec2(side, side * 1.21), Sense::hover());
    ui.painter().add(state_shape(state, rect.center(), side * 0.34, theme.state(state)));
    response
}

/// What the shapes mean where they stand for attempts.
pub(in crate::game::panels) fn states_key(ui: &mut Ui, lang: &Lang) {
    let gap = Theme::of(ui.ctx()).gap();
    ui.horizontal_wrapped(|ui| {
        for (state, id) in [(State::Target, "class-passed"), (State::Attention, "class-not-passed"), (State::Fault, "class-critical")] {
            ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
            mark(ui, state, Size::Small);
            caption(ui, lang.text(id, &[]));
            ui.add_space(gap);
        }
    });
}

/// A state's shape at a point.
pub(in crate::game::panels) fn mark_at(painter: &Painter, theme: &Theme, state: State, centre: Pos2, radius: f32) {
    painter.add(state_shape(state, centre, radius, theme.state(state)));
}

/// A pill with a state's shape and a word.
pub(in crate::game::panels) fn badge(ui: &mut Ui, text: &str, state: State) -> Response {
    let theme = Theme::of(ui.ctx());
    let colour = theme.state(state);
    let pad = vec2(theme.size(Size::Small) * 0.65, theme.size(Size::Small) * 0.3);
    let side = theme.size(Size::Small);
    let words = Words::new(text, Size::Small).weight(Weight::Medium).colour(theme.ink(state));
    let galley = layout(ui, &words, (ui.available_width() - 2.0 * pad.x - side).max(side));
    let size = vec2(galley.size().x + side + 2.0 * pad.x, galley.size().y + 2.0 * pad.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    let painter = ui.painter();
    painter.rect_filled(rect, (side * 1.21 * 0.5 + pad.y).min(rect.height() * 0.5), theme.tint(colour));
    painter.add(state_shape(state, pos2(rect.left() + pad.x + side * 0.3, rect.center().y), side * 0.3, colour));
    painter.galley(pos2(rect.left() + pad.x + side, rect.top() + pad.y), galley, colour);
    response
}

/// A dashed line through points.
pub(in crate::game::panels) fn dashed(painter: &Painter, points: &[Pos2], stroke: Stroke) {
    painter.extend(Shape::dashed_line(points, stroke, 6.0, 4.0));
}

/// A colour of an opacity, as a veil over what lies below: colours blend in linear light and are premultiplied as they are written, so it is
/// worked out in light.
pub(in crate::game::panels) fn veiled(colour: Color32, opacity: f32) -> Color32 {
    let light = Rgba::from(colour);
    let written = |c: f32| gamma_u8_from_linear_f32(c * opacity);
    Color32::from_rgba_premultiplied(written(light.r()), written(light.g()), written(light.b()), (255.0 * opacity).round() as u8)
}

/// A band between two lines: at each place along it both lines' points, and its colour there.
pub(in crate::game::panels) fn ribbon(places: impl IntoIterator<Item = ([Pos2; 2], Color32)>) -> Shape {
    let mut mesh = Mesh::default();
    for (sides, colour) in places {
        for side in sides {
            mesh.colored_vertex(side, colour);
        }
    }
    for k in 1..mesh.vertices.len() as u32 / 2 {
        mesh.add_triangle(2 * k - 2, 2 * k - 1, 2 * k);
        mesh.add_triangle(2 * k - 1, 2 * k + 1, 2 * k);
    }
    Shape::mesh(mesh)
}
