//! The bar of the replay: where it stands, when product was laid, and a mark at each moment worth a look.

use super::{Action, Mark, Replay};
use crate::game::panels::widget::state_shape;
use crate::game::theme::{Size, State, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{self, EventFilter, Key, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Nearer than this to a mark, in points, the pointer reads it and a click goes to it.
const NEAR: f32 = 6.0;
/// What the arrow keys move it by, s.
const STEP_S: f64 = 1.0;

pub(super) fn scrubber(ui: &mut Ui, replay: &Replay, width: f32, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let small = theme.size(Size::Small);
    let height = (small * 1.9).round();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
    let label = lang.text("debrief-scrub", &[]);
    response.widget_info(|| WidgetInfo::slider(true, replay.time_s, &label));
    let length = replay.length_s.max(0.1);
    let knob = small * 0.5;
    let rail = rect.x_range().shrink(knob);
    let x = |time: f64| rail.min + rail.span() * (time / length).clamp(0.0, 1.0) as f32;
    let middle = rect.bottom() - small * 0.62;
    let line = Rect::from_x_y_ranges(rail.min..=rail.max, middle - small * 0.17..=middle + small * 0.17);
    let painter = ui.painter();
    painter.rect_filled(line, 3.0, theme.muted.gamma_multiply(0.3));
    let gone = Rect::from_x_y_ranges(rail.min..=x(replay.time_s), line.y_range());
    painter.rect_filled(gone, 3.0, theme.target.gamma_multiply(0.85));
    // Where product was laid the line is thicker, on both sides of the time that is shown.
    for (from, to) in &replay.laid {
        let span = Rect::from_x_y_ranges(x(*from)..=x(*to).max(x(*from) + 1.5), line.y_range()).expand2(vec2(0.0, small * 0.14));
        painter.rect_filled(span, 2.0, theme.muted);
        painter.rect_filled(span.with_max_x(span.right().min(gone.right())), 2.0, theme.target);
    }
    let place = |mark: &Mark| pos2(x(mark.time_s), rect.top() + small * 0.45);
    // The worst lies on top.
    let mut marks: Vec<&Mark> = replay.marks.iter().collect();
    marks.sort_by_key(|mark| mark.state);
    for mark in marks {
        let at = place(mark);
        if mark.state == State::Neutral {
            painter.vline(at.x, at.y - small * 0.2..=at.y + small * 0.3, Stroke::new(1.5, theme.muted));
        } else {
            // With an edge, so that one on another is still two.
            painter.add(state_shape(mark.state, at, small * 0.44, theme.page()));
            painter.add(state_shape(mark.state, at, small * 0.3, theme.state(mark.state)));
        }
    }
    // Comments stand under the bar, findings above it.
    for pin in &replay.pins {
        let at = pos2(x(pin.time_s), line.bottom() + small * 0.1);
        let flag = [at, at + vec2(-small * 0.28, small * 0.42), at + vec2(small * 0.28, small * 0.42)];
        painter.add(egui::Shape::convex_polygon(flag.to_vec(), theme.info, Stroke::NONE));
    }
    painter.circle(pos2(x(replay.time_s), middle), knob, theme.text, Stroke::new(2.0, theme.page()));
    if response.has_focus() {
        painter.rect_stroke(rect, 6.0, Stroke::new(2.0, theme.info), StrokeKind::Inside);
    }
    let near = |at: Pos2| {
        let reach = replay.marks.iter().filter(|mark| (place(mark).x - at.x).abs() <= NEAR && at.y < line.top());
        let pins = replay.pins.iter().filter(|pin| (place(pin).x - at.x).abs() <= NEAR && at.y > line.bottom());
        reach.chain(pins).min_by(|a, b| (place(a).x - at.x).abs().total_cmp(&(place(b).x - at.x).abs()))
    };
    let mut action = None;
    if response.is_pointer_button_down_on()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let time = near(pointer).map_or_else(|| f64::from(egui::remap_clamp(pointer.x, rail, 0.0..=1.0)) * length, |mark| mark.time_s);
        action = (time != replay.time_s).then_some(Action::Seek(time));
    }
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, EventFilter { horizontal_arrows: true, ..EventFilter::default() }));
        let moved = ui.input(|input| input.num_presses(Key::ArrowRight) as f64 - input.num_presses(Key::ArrowLeft) as f64);
        if moved != 0.0 {
            action = Some(Action::Seek((replay.time_s + moved * STEP_S).clamp(0.0, length)));
        }
    }
    let read = response.hover_pos().and_then(near).map(|mark| mark.what.say(lang));
    response.on_hover_text(read.unwrap_or_else(|| lang.text("debrief-scrub-tip", &[])));
    action
}
