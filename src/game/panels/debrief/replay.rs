//! The replay's controls: passes, ticks, play, speed, follow the tip, the scrubber, the time.

use super::findings::clock;
use super::scrubber::scrubber;
use super::{Action, Model, keys};
use crate::game::panels::widget::{Button, Icon, Kind, Words, layout};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Sense, Ui, vec2};

pub(super) fn head(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let replay = &model.replay;
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let line = (theme.size(Size::Small) * 1.9).round();
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.2, 2.0);
        ui.spacing_mut().interact_size.y = line;
        let play = if replay.playing { ("debrief-pause", Icon::Pause) } else { ("debrief-play", Icon::Play) };
        for (id, icon, does) in [
            ("debrief-pass-back", Icon::PassBack, Action::Pass(false)),
            ("debrief-tick-back", Icon::TickBack, Action::Tick(false)),
            (play.0, play.1, Action::Play(!replay.playing)),
            ("debrief-tick-on", Icon::TickOn, Action::Tick(true)),
            ("debrief-pass-on", Icon::PassOn, Action::Pass(true)),
        ] {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            if Button::new(&label, Kind::Plain, tip).icon(icon).size(Size::Small).bare(true).show(ui).clicked() {
                action = Some(does);
            }
        }
        let decimals = if replay.speed < 0.4 { 2 } else { u8::from(replay.speed < 1.0) };
        let speed = lang.text("debrief-speed", &[("speed", Value::number(replay.speed, decimals))]);
        let button = Button::new(&speed, Kind::Plain, lang.text("debrief-speed-tip", &[])).size(Size::Small).show(ui);
        if button.clicked() {
            let faster = keys::speed(replay.speed, true);
            action = Some(Action::Speed(if faster > replay.speed { faster } else { keys::SPEEDS[0] }));
        } else if button.secondary_clicked() {
            action = Some(Action::Speed(keys::speed(replay.speed, false)));
        }
        let (label, tip) = (lang.text("debrief-follow", &[]), lang.text("debrief-follow-tip", &[]));
        let follow = Button::new(&label, Kind::Plain, tip).icon(Icon::Follow).size(Size::Small).bare(true).on(replay.follow);
        if follow.show(ui).clicked() {
            action = Some(Action::Follow(!replay.follow));
        }
        ui.add_space(theme.gap() * 0.5);
        let values = [("time", Value::text(clock(replay.time_s, lang))), ("length", Value::text(clock(replay.length_s, lang)))];
        let time = layout(ui, &Words::new(lang.text("debrief-time", &values), Size::Small).colour(theme.muted), f32::INFINITY);
        let spare = ui.available_size_before_wrap().x - time.size().x - 2.0 * theme.gap();
        let moved = scrubber(ui, replay, spare.max(60.0), lang);
        if moved.is_some() {
            action = moved;
        }
        ui.add_space(theme.gap() * 0.5);
        let (rect, _) = ui.allocate_exact_size(vec2(time.size().x, time.size().y.max(line)), Sense::hover());
        ui.painter().galley(rect.left_center() - vec2(0.0, time.size().y * 0.5), time, theme.muted);
    });
    action
}
