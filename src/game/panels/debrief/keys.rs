//! The debrief's keys. They rest while something has the keyboard: a field to write in, a slider, a button.

use super::{Action, Map, Model, Show, Tab, Whose};
use bevy_egui::egui::{Id, Key, Ui};

/// Speeds of the replay, in times of the real.
pub(super) const SPEEDS: [f64; 6] = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0];

/// The next speed (true) or the one before; it stays at the ends.
pub(super) fn speed(now: f64, faster: bool) -> f64 {
    let other = if faster {
        SPEEDS.into_iter().find(|speed| *speed > now + 1e-9)
    } else {
        SPEEDS.into_iter().rev().find(|speed| *speed < now - 1e-9)
    };
    other.unwrap_or(now)
}

/// Whether something had the keyboard before this pass: the Esc that takes it away leads nowhere else.
pub(super) fn typing(ui: &Ui) -> bool {
    let id = Id::new("fanline debrief focus");
    let now = ui.memory(|memory| memory.focused().is_some());
    ui.data_mut(|data| {
        let before = data.get_temp(id).unwrap_or(false);
        data.insert_temp(id, now);
        before || now
    })
}

/// What was pressed.
pub(super) fn pressed(ui: &Ui, model: &Model, typing: bool) -> Option<Action> {
    if typing {
        return None;
    }
    let replay = &model.replay;
    let shown = |what: Show| model.show.iter().any(|(show, on)| *show == what && *on);
    let tabs = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5].into_iter().zip(Tab::ALL);
    ui.input(|input| {
        let just = |key: Key| input.key_pressed(key);
        if input.modifiers.any() && !input.modifiers.shift_only() {
            return None;
        }
        if let Some((_, tab)) = tabs.into_iter().find(|(key, _)| just(*key)) {
            return Some(Action::Open(tab));
        }
        let months = model.tab == Tab::Months;
        let months = || match &model.outlook {
            super::Outlook::Ready(of) if months => Some(of.month),
            _ => None,
        };
        [
            (Key::Escape, Action::Title),
            (Key::Space, Action::Play(!replay.playing)),
            (Key::ArrowLeft, months().map_or(Action::Tick(false), |month| Action::Month(month - 0.5))),
            (Key::ArrowRight, months().map_or(Action::Tick(true), |month| Action::Month(month + 0.5))),
            (Key::PageUp, Action::Pass(false)),
            (Key::PageDown, Action::Pass(true)),
            (Key::Home, Action::Seek(0.0)),
            (Key::End, Action::Seek(replay.length_s)),
            (Key::Minus, Action::Speed(speed(replay.speed, false))),
            (Key::Plus, Action::Speed(speed(replay.speed, true))),
            (Key::Equals, Action::Speed(speed(replay.speed, true))),
            (Key::F, Action::Follow(!replay.follow)),
            (Key::L, Action::Show(Show::Layers, !shown(Show::Layers))),
            (Key::T, Action::Show(Show::Threads, !shown(Show::Threads))),
            (Key::M, Action::Map(next_map(model))),
            (Key::G, Action::Whose(next_whose(model))),
        ]
        .into_iter()
        .find(|(key, _)| just(*key))
        .map(|(_, action)| action)
    })
    .filter(|action| *action != Action::Whose(Whose::Mine) || model.ghost.is_some())
}

fn next_map(model: &Model) -> Map {
    let at = model.maps.iter().position(|map| *map == model.map).map_or(0, |at| at + 1);
    model.maps.get(at).or(model.maps.first()).copied().unwrap_or(Map::Off)
}

fn next_whose(model: &Model) -> Whose {
    match model.ghost.as_ref().map_or(Whose::Other, |ghost| ghost.whose) {
        Whose::Mine => Whose::Both,
        Whose::Both => Whose::Other,
        Whose::Other => Whose::Mine,
    }
}
