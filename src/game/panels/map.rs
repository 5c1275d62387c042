//! The map: the zone from above with entry points, planned directions, threads and the cannula, to scale.

use super::widget::{Words, card, dashed, layout, mark_at};
use crate::game::theme::{PRODUCT, Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// A point of the zone's chart, mm: right and up as one looks at the skin.
pub type Place = (f64, f64);

/// What lies where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Outline of the zone, closed.
    pub outline: Vec<Place>,
    /// Entry points.
    pub entries: Vec<Place>,
    /// Where an entry point would be made now.
    pub mark: Option<Place>,
    /// Planned passes: from where the flow stops to the far end.
    pub planned: Vec<[Place; 2]>,
    /// Threads and how well each one's depth is: the points of each in their order.
    pub threads: Vec<(Vec<Place>, State)>,
    /// The shaft from the entry to the tip; empty outside.
    pub shaft: Vec<Place>,
}

/// Least and greatest height of the picture, in heights of small words.
const HEIGHT: (f32, f32) = (6.5, 13.0);
/// Radius of an entry's ring, and the room that its line needs around it, points.
const RING: f32 = 4.0;
const RING_ROOM: f32 = RING + 2.0;
/// Way that the scale shows, mm.
const SCALE_MM: f64 = 10.0;

/// Height that the card needs at least.
#[must_use]
pub fn least(theme: &Theme) -> f32 {
    theme.size(Size::Small) * HEIGHT.0 + 1.7 * theme.padding()
}

/// Shows the map in a card at most so tall.
pub fn panel(ui: &mut Ui, model: &Model, room: f32, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let small = theme.size(Size::Small);
    let high = (room - 1.7 * theme.padding()).clamp(small * HEIGHT.0, small * HEIGHT.1);
    card(ui, |ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
        let said = lang.text("hud-map", &[("count", Value::count(model.threads.len()))]);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &said));
        draw(ui, rect, model, lang);
        response.on_hover_text(said);
    });
}

fn draw(ui: &Ui, rect: Rect, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let all = model.outline.iter().chain(&model.entries).chain(&model.mark).chain(model.planned.iter().flatten());
    let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    for &(x, y) in all {
        low = (low.0.min(x), low.1.min(y));
        high = (high.0.max(x), high.1.max(y));
    }
    if !(low.0 < high.0 && low.1 < high.1) {
        return;
    }
    // The scale has the foot for itself.
    let name = lang.text("value-mm", &[("value", Value::number(SCALE_MM, 0))]);
    let name = layout(ui, &Words::new(name, Size::Small).colour(theme.muted), f32::INFINITY);
    let inner = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - name.size().y)).shrink(RING_ROOM);
    let scale = (f64::from(inner.width()) / (high.0 - low.0)).min(f64::from(inner.height()) / (high.1 - low.1));
    let middle = (0.5 * (low.0 + high.0), 0.5 * (low.1 + high.1));
    let at = |&(x, y): &Place| -> Pos2 { pos2(inner.center().x + ((x - middle.0) * scale) as f32, inner.center().y - ((y - middle.1) * scale) as f32) };
    let painter = ui.painter_at(rect);
    let outline: Vec<Pos2> = model.outline.iter().map(at).collect();
    painter.add(Shape::closed_line(outline, Stroke::new(1.5, theme.muted)));
    for planned in &model.planned {
        dashed(&painter, &planned.iter().map(at).collect::<Vec<_>>(), Stroke::new(1.0, theme.muted.gamma_multiply(0.7)));
    }
    for (thread, state) in &model.threads {
        let line: Vec<Pos2> = thread.iter().map(at).collect();
        let colour = match state {
            State::Target | State::Neutral if theme.look.dark => PRODUCT,
            State::Target | State::Neutral => theme.text,
            other => theme.state(*other),
        };
        let end = line.first().copied();
        painter.add(Shape::line(line, Stroke::new(2.5, colour)));
        // The second sign beside the colour, where the thread begins.
        if let (Some(end), State::Attention | State::Fault) = (end, *state) {
            mark_at(&painter, &theme, *state, end, RING + 1.0);
        }
    }
    if model.shaft.len() > 1 {
        let shaft: Vec<Pos2> = model.shaft.iter().map(at).collect();
        let tip = shaft.last().copied();
        painter.add(Shape::line(shaft, Stroke::new(2.0, theme.info)));
        if let Some(tip) = tip {
            painter.circle_filled(tip, 3.5, theme.info);
        }
    }
    for entry in &model.entries {
        painter.circle(at(entry), RING, theme.page(), Stroke::new(2.0, theme.target));
    }
    if let Some(mark) = &model.mark {
        painter.circle_stroke(at(mark), RING, Stroke::new(2.0, theme.attention));
    }
    let way = (SCALE_MM * scale) as f32;
    let y = rect.bottom() - 2.0;
    painter.line_segment([pos2(rect.left(), y), pos2(rect.left() + way, y)], Stroke::new(2.0, theme.muted));
    painter.galley(pos2(rect.left() + way + 5.0, rect.bottom() - name.size().y), name, theme.muted);
}
