//! The panels by gamepad and by keys of a person's own: what egui would hear from a keyboard is said to it.
//!
//! **Invariant:** the panels know only egui's own keys (arrows, Tab, Enter, Escape, Page Up and Down), whatever was pressed.

use bevy::ecs::message::MessageCursor;
use bevy::prelude::*;
use bevy_egui::egui::{Event, Key, Modifiers, PointerButton};
use bevy_egui::PrimaryEguiContext;
use bevy_egui::input::EguiInputEvent;

use super::Grip;
use super::action::{Action, Places};
use super::acts::{Acts, Controls};
use super::binding::Device;
use super::capture::Capture;
use super::letters::{self, Letters, Way};

/// A button or stick that stays down repeats after this time, and then in this time, s.
const WAIT_S: f32 = 0.45;
const AGAIN_S: f32 = 0.14;
/// Frames after which a move of the focus shows.
const SHOWS: u8 = 2;

/// What each action is to egui.
const SAID: [(Action, Key, bool); 10] = [
    (Action::Up, Key::ArrowUp, false),
    (Action::Down, Key::ArrowDown, false),
    (Action::Left, Key::ArrowLeft, false),
    (Action::Right, Key::ArrowRight, false),
    (Action::Next, Key::Tab, false),
    (Action::Previous, Key::Tab, true),
    (Action::PageUp, Key::PageUp, false),
    (Action::PageDown, Key::PageDown, false),
    (Action::Confirm, Key::Enter, false),
    (Action::Back, Key::Escape, false),
];

/// What was said to egui, and what came of it.
#[derive(Resource, Debug, Default)]
pub(crate) struct Driven {
    /// The widget that has the focus.
    pub(crate) focus: Option<u64>,
    /// What the focused widget is called.
    pub(crate) label: Option<String>,
    /// Something was done with the page, or it is another, since the last word.
    pub(crate) acted: bool,
    /// Held since so long, s.
    held_s: [Option<f32>; SAID.len()],
    /// Frames to go until it shows whether the last word did anything, and what to say if not.
    otherwise: Option<(u8, Option<u64>, bool)>,
}

/// Says to egui what was done with the gamepad, and keeps from it what a binding is being asked for.
pub(crate) fn drive(
    context: Query<Entity, With<PrimaryEguiContext>>,
    acts: Res<Acts>,
    controls: Res<Controls>,
    grip: Res<Grip>,
    capture: Res<Capture>,
    time: Res<Time<Real>>,
    (mut driven, mut letters): (ResMut<Driven>, ResMut<Letters>),
    mut events: ResMut<Messages<EguiInputEvent>>,
    mut cursor: Local<MessageCursor<EguiInputEvent>>,
) {
    let Ok(context) = context.single() else { return };
    let heard: Vec<Event> = cursor.read(&events).map(|said| said.event.clone()).collect();
    if !heard.is_empty() && (capture.busy || controls.options.swap_buttons) {
        events.clear();
        for event in heard {
            if let Some(event) = passed(event, capture.busy, controls.options.swap_buttons) {
                events.write(EguiInputEvent { context, event });
            }
        }
        cursor.clear(&events);
    }
    let driven = driven.bypass_change_detection();
    if capture.busy || !acts.places.meets(Places::PANELS) {
        (driven.held_s, driven.otherwise) = ([None; SAID.len()], None);
        letters.0 = None;
        return;
    }
    let letters = &mut letters.bypass_change_detection().0;
    let by_pad = acts.device == Device::Gamepad && grip.writing;
    if !by_pad {
        *letters = None;
    }
    let say = |events: &mut Messages<EguiInputEvent>, key: Key, shift: bool| {
        for event in strikes(key, shift) {
            events.write(EguiInputEvent { context, event });
        }
    };
    // Nothing came of the last word: there is no button in that direction, or nothing that Enter alone would do.
    if let Some((frames, focus, back)) = driven.otherwise {
        driven.otherwise = (frames > 0).then_some((frames.saturating_sub(1), focus, back));
        if frames == 0 && !driven.acted && driven.focus == focus {
            say(&mut events, Key::Tab, back);
        }
    }
    for (at, (action, key, shift)) in SAID.into_iter().enumerate() {
        let down = acts.flicked(action) || acts.parts(action).0 > 0.0;
        let just = acts.just(action) || (down && driven.held_s[at].is_none());
        let repeats = !matches!(action, Action::Confirm | Action::Back);
        let due = match &mut driven.held_s[at] {
            Some(since) if down => {
                *since += time.delta_secs();
                let due = repeats && *since > WAIT_S;
                if due {
                    *since -= AGAIN_S;
                }
                due
            }
            held => {
                *held = down.then_some(0.0);
                false
            }
        };
        if !(just || due) {
            continue;
        }
        driven.acted = false;
        let mut write = |event| {
            events.write(EguiInputEvent { context, event });
        };
        if by_pad && writes(letters, action, &mut write) {
            continue;
        }
        match action {
            Action::Up | Action::Down | Action::Left | Action::Right if !grip.focused => say(&mut events, Key::Tab, false),
            Action::Up | Action::Down => {
                say(&mut events, key, shift);
                driven.otherwise = Some((SHOWS, driven.focus, action == Action::Up));
            }
            Action::Confirm if !grip.focused => {
                say(&mut events, key, shift);
                driven.otherwise = Some((SHOWS, None, false));
            }
            _ => say(&mut events, key, shift),
        }
    }
    cursor.clear(&events);
}

/// A key goes down and up.
fn strikes(key: Key, shift: bool) -> [Event; 2] {
    let modifiers = if shift { Modifiers::SHIFT } else { Modifiers::NONE };
    [true, false].map(|pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers })
}

/// Something to write in has the gamepad: Confirm opens the board of letters, and then the board takes what is done. Says whether it did.
fn writes(letters: &mut Option<letters::Board>, action: Action, say: &mut impl FnMut(Event)) -> bool {
    let Some(board) = letters else {
        let opens = action == Action::Confirm;
        if opens {
            *letters = Some(letters::Board::default());
        }
        return opens;
    };
    match action {
        Action::Up => board.step(Way::Up),
        Action::Down => board.step(Way::Down),
        Action::Left => board.step(Way::Left),
        Action::Right => board.step(Way::Right),
        Action::Confirm => match board.key() {
            letters::Key::Letter(letter) => say(Event::Text(letter.to_string())),
            letters::Key::Space => say(Event::Text(" ".to_owned())),
            letters::Key::Erase => strikes(Key::Backspace, false).into_iter().for_each(say),
            letters::Key::Capitals => board.shift(),
            letters::Key::Done => *letters = None,
        },
        Action::Back => *letters = None,
        _ => {}
    }
    true
}

/// What egui hears of an event.
fn passed(event: Event, capturing: bool, swapped: bool) -> Option<Event> {
    match event {
        Event::Key { .. } | Event::Text(_) | Event::PointerButton { .. } | Event::MouseWheel { .. } if capturing => None,
        Event::PointerButton { pos, button, pressed, modifiers } if swapped => {
            let button = match button {
                PointerButton::Primary => PointerButton::Secondary,
                PointerButton::Secondary => PointerButton::Primary,
                other => other,
            };
            Some(Event::PointerButton { pos, button, pressed, modifiers })
        }
        other => Some(other),
    }
}
