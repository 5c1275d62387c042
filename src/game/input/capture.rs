//! Waiting for the key, button or stick that a person wants for an action.
//!
//! **Invariant:** what is pressed while this waits does nothing else; Escape gives up, Delete leaves the action without a binding.

use bevy::input::gamepad::Gamepad;
use bevy::input::mouse::MouseWheel;
use bevy::prelude::*;

use super::action::Action;
use super::acts::{Controls, mouse_button, pad_axis, pad_button};
use super::binding::{BUTTONS, Binding, Device, KEYS, MOUSE, Part, STICKS};
use super::notches;
use super::options::Options;

/// How long it waits, s.
const PATIENCE_S: f32 = 8.0;
/// Push of a stick that means it.
const PUSH: f32 = 0.7;

/// Keys that are held with others.
const HELD: [KeyCode; 6] = [
    KeyCode::ShiftLeft,
    KeyCode::ShiftRight,
    KeyCode::ControlLeft,
    KeyCode::ControlRight,
    KeyCode::AltLeft,
    KeyCode::AltRight,
];

/// What came of waiting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Heard {
    /// This is it.
    Bound(Action, Binding),
    /// The action shall have nothing on that device.
    Nothing(Action, Device),
    /// Never mind.
    GaveUp,
}

/// The wait.
#[derive(Resource, Debug, Default)]
pub(crate) struct Capture {
    waiting: Option<(Action, Device)>,
    left_s: f32,
    heard: Option<Heard>,
    /// Whether it waited at the beginning of this frame.
    pub(crate) busy: bool,
}

impl Capture {
    /// Begins to wait.
    pub(crate) fn start(&mut self, action: Action, device: Device) {
        (self.waiting, self.left_s, self.heard) = (Some((action, device)), PATIENCE_S, None);
    }

    /// Stops waiting.
    pub(crate) fn stop(&mut self) {
        self.waiting = None;
    }

    /// What it waits for.
    pub(crate) fn waiting(&self) -> Option<(Action, Device)> {
        self.waiting
    }

    /// What came, once.
    pub(crate) fn take(&mut self) -> Option<Heard> {
        self.heard.take()
    }
}

/// Listens.
pub(crate) fn hear(
    keys: Res<ButtonInput<KeyCode>>,
    buttons: Res<ButtonInput<MouseButton>>,
    mut wheel: MessageReader<MouseWheel>,
    pads: Query<&Gamepad>,
    controls: Res<Controls>,
    time: Res<Time<Real>>,
    mut capture: ResMut<Capture>,
) {
    let turned: f64 = wheel.read().map(notches).sum();
    let capture = capture.bypass_change_detection();
    capture.busy = capture.waiting.is_some();
    let Some((action, device)) = capture.waiting else { return };
    capture.left_s -= time.delta_secs().min(0.5);
    let options = &controls.options;
    let heard = match device {
        _ if keys.just_pressed(KeyCode::Escape) || capture.left_s <= 0.0 => Some(Heard::GaveUp),
        _ if keys.just_pressed(KeyCode::Delete) => Some(Heard::Nothing(action, device)),
        Device::Keyboard => key(&keys).map(|binding| Heard::Bound(action, binding)),
        Device::Mouse => mouse(&keys, &buttons, turned, options).map(|binding| Heard::Bound(action, binding)),
        Device::Gamepad => pads.iter().find_map(|held| pad(held, options)).map(|binding| Heard::Bound(action, binding)),
    };
    if heard.is_some() {
        (capture.heard, capture.waiting) = (heard, None);
    }
}

fn with(keys: &ButtonInput<KeyCode>, part: Part) -> Binding {
    let shift = keys.pressed(KeyCode::ShiftLeft) || keys.pressed(KeyCode::ShiftRight);
    let ctrl = keys.pressed(KeyCode::ControlLeft) || keys.pressed(KeyCode::ControlRight);
    Binding { part, shift, ctrl }
}

/// A key that went down, with those held; one of those held counts alone when it is let go of.
fn key(keys: &ButtonInput<KeyCode>) -> Option<Binding> {
    let down = KEYS.iter().copied().find(|key| !HELD.contains(key) && keys.just_pressed(*key));
    let alone = || HELD.into_iter().find(|key| keys.just_released(*key)).map(|key| Binding::plain(Part::Key(key)));
    down.map(|key| with(keys, Part::Key(key))).or_else(alone)
}

fn mouse(keys: &ButtonInput<KeyCode>, buttons: &ButtonInput<MouseButton>, turned: f64, options: &Options) -> Option<Binding> {
    let down = MOUSE.into_iter().find(|button| buttons.just_pressed(*button)).map(|button| Part::Mouse(mouse_button(button, options)));
    let wheel = (turned != 0.0).then_some(Part::Wheel(turned > 0.0));
    down.or(wheel).map(|part| with(keys, part))
}

fn pad(pad: &Gamepad, options: &Options) -> Option<Binding> {
    let down = BUTTONS.into_iter().find(|button| pad.just_pressed(*button)).map(|button| Part::Button(pad_button(button, options)));
    let pushed = STICKS.into_iter().find_map(|axis| {
        let value = pad.get(axis).unwrap_or(0.0);
        (value.abs() > PUSH).then(|| Part::Stick(pad_axis(axis, options), value > 0.0))
    });
    down.or(pushed).map(Binding::plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_counts_alone_when_let_go_and_otherwise_belongs_to_the_key() {
        let mut keys = ButtonInput::<KeyCode>::default();
        keys.press(KeyCode::ShiftLeft);
        assert_eq!(key(&keys), None);
        keys.clear();
        keys.press(KeyCode::KeyJ);
        assert_eq!(key(&keys), Some(Binding { part: Part::Key(KeyCode::KeyJ), shift: true, ctrl: false }));
        let mut keys = ButtonInput::<KeyCode>::default();
        keys.press(KeyCode::ShiftRight);
        keys.clear();
        keys.release(KeyCode::ShiftRight);
        assert_eq!(key(&keys), Some(Binding::plain(Part::Key(KeyCode::ShiftRight))));
    }
}
