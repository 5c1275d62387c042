//! The replay beside a question: run and stop it, go to a time, and what is read at that time.

use super::{Action, Moves, Replaying};
use crate::game::panels::widget::{Button, Icon, Kind, Words, row, slider};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Ui, vec2};

/// Step of the time's slider, s.
const STEP_S: f32 = 1.0;

pub(super) fn panel(ui: &mut Ui, replay: &Replaying, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let say = |id: &str| lang.text(id, &[]);
    let mut action = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 0.0);
        let (icon, id) = if replay.playing { (Icon::Pause, "quiz-replay-stop") } else { (Icon::Play, "quiz-replay-run") };
        let label = say(id);
        if Button::new(&label, Kind::Quiet, &label).icon(icon).bare(true).show(ui).clicked() {
            action = Some(Action::Play(!replay.playing));
        }
        let (label, width) = (say("quiz-replay-time"), ui.available_width());
        let (_, moved) = slider(ui, &label, replay.time_s, 0.0..=replay.length_s.max(STEP_S), STEP_S, width, &label);
        action = moved.map(Action::Seek).or(action.take());
    });
    let moves = match replay.moves {
        Moves::Outside => "quiz-replay-outside",
        Moves::In => "quiz-replay-in",
        Moves::Out => "quiz-replay-out",
        Moves::Still => "quiz-replay-still",
    };
    let below = replay.below_dermis_mm.map_or_else(|| "–".to_owned(), |mm| lang.text("value-mm", &[("value", Value::number(mm, 1))]));
    let left = lang.text("value-percent", &[("value", Value::number(replay.left * 100.0, 0))]);
    let facts = [
        ("quiz-replay-cannula", say(moves)),
        ("quiz-replay-tip", below),
        ("quiz-replay-flow", say(if replay.flows { "quiz-replay-flows" } else { "quiz-replay-rests" })),
        ("quiz-replay-left", left),
    ];
    for (name, value) in facts {
        row(ui, &Words::new(say(name), Size::Small).colour(theme.muted), &[Words::new(value, Size::Small).weight(Weight::Medium)]);
    }
    action
}
