//! The head of the plot: its name, the replay's controls, the legend.

use super::findings::clock;
use super::{Action, Model};
use crate::game::panels::widget::{Button, Icon, Kind, Words, layout, slider};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align, Galley, Layout, Sense, Ui, vec2};

/// Speeds of the replay, in times of the real.
const SPEEDS: [f64; 4] = [0.5, 1.0, 2.0, 4.0];

pub(super) fn head(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let line = (theme.size(Size::Small) * 1.9).round();
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 2.0);
        ui.spacing_mut().interact_size.y = line;
        let put = |ui: &mut Ui, galley: std::sync::Arc<Galley>| {
            let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x, galley.size().y.max(line)), Sense::hover());
            ui.painter().galley(rect.left_center() - vec2(0.0, galley.size().y * 0.5), galley, theme.muted);
        };
        let title = Words::new(lang.text("debrief-plot", &[]), Size::Body).weight(Weight::SemiBold);
        let title = layout(ui, &title, ui.available_width());
        put(ui, title);
        ui.add_space(theme.gap());
        let replay = &model.replay;
        let (id, icon) = if replay.playing { ("debrief-pause", Icon::Pause) } else { ("debrief-play", Icon::Play) };
        let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
        if Button::new(&label, Kind::Plain, tip).icon(icon).size(Size::Small).bare(true).show(ui).clicked() {
            action = Some(Action::Play(!replay.playing));
        }
        let speed = lang.text("debrief-speed", &[("speed", Value::number(replay.speed, if replay.speed < 1.0 { 1 } else { 0 }))]);
        if Button::new(&speed, Kind::Plain, lang.text("debrief-speed-tip", &[])).size(Size::Small).show(ui).clicked() {
            let next = SPEEDS.iter().position(|&speed| speed > replay.speed + 1e-9).unwrap_or(0);
            action = Some(Action::Speed(SPEEDS[next]));
        }
        let values = [("time", Value::text(clock(replay.time_s, lang))), ("length", Value::text(clock(replay.length_s, lang)))];
        let time = layout(ui, &Words::new(lang.text("debrief-time", &values), Size::Small).colour(theme.muted), f32::INFINITY);
        let legend = lang.text("debrief-legend", &[]);
        let legend = layout(ui, &Words::new(legend, Size::Small).colour(theme.muted), f32::INFINITY);
        let spare = ui.available_size_before_wrap().x - time.size().x - 3.0 * theme.gap();
        let with_legend = spare - legend.size().x - 2.0 * theme.gap();
        let bar = if with_legend > 120.0 { with_legend } else { spare }.clamp(60.0, 420.0 * theme.unit.max(1.0));
        let length = replay.length_s.max(0.1) as f32;
        let label = lang.text("debrief-scrub", &[]);
        let tip = lang.text("debrief-scrub-tip", &[]);
        let (_, moved) = slider(ui, &label, (replay.time_s as f32).clamp(0.0, length), 0.0..=length, 0.0, bar, &tip);
        if let Some(time) = moved {
            action = Some(Action::Seek(f64::from(time)));
        }
        put(ui, time);
        if with_legend > 120.0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| put(ui, legend));
        }
    });
    action
}
