//! One key, button, wheel or stick direction: as the engine knows it, as the file writes it, as a person reads it.

use bevy::input::gamepad::{GamepadAxis, GamepadButton};
use bevy::input::keyboard::KeyCode;
use bevy::input::mouse::MouseButton;

use crate::lang::{Lang, Value};

/// What a hand is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Device {
    /// The keyboard.
    #[default]
    Keyboard,
    /// The mouse: its buttons and its wheel.
    Mouse,
    /// A gamepad.
    Gamepad,
}

impl Device {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Keyboard, Self::Mouse, Self::Gamepad];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keyboard => "keyboard",
            Self::Mouse => "mouse",
            Self::Gamepad => "gamepad",
        }
    }

    /// Message id of its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Keyboard => "controls-keyboard",
            Self::Mouse => "controls-mouse",
            Self::Gamepad => "controls-gamepad",
        }
    }
}

/// What moves or goes down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// A key.
    Key(KeyCode),
    /// A button of the mouse.
    Mouse(MouseButton),
    /// A turn of the wheel, away from the person (true) or towards.
    Wheel(bool),
    /// A button or trigger of the gamepad.
    Button(GamepadButton),
    /// A stick pushed along an axis, towards its positive end (true) or the other.
    Stick(GamepadAxis, bool),
}

/// A part, with the keys that are held with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binding {
    /// What moves or goes down.
    pub part: Part,
    /// Shift is held with it.
    pub shift: bool,
    /// Ctrl is held with it.
    pub ctrl: bool,
}

/// Keys that can be bound: all but Escape, which always leads back.
pub const KEYS: &[KeyCode] = {
    use KeyCode::*;
    &[
        KeyA, KeyB, KeyC, KeyD, KeyE, KeyF, KeyG, KeyH, KeyI, KeyJ, KeyK, KeyL, KeyM, KeyN, KeyO, KeyP, KeyQ, KeyR, KeyS, KeyT, KeyU, KeyV,
        KeyW, KeyX, KeyY, KeyZ, Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9, F1, F2, F3, F4, F5, F6, F7,
        F8, F9, F10, F11, F12, ArrowLeft, ArrowRight, ArrowUp, ArrowDown, Space, Enter, Tab, Backspace, Delete, Insert, Home, End, PageUp,
        PageDown, BracketLeft, BracketRight, Minus, Equal, Semicolon, Quote, Backquote, Backslash, Comma, Period, Slash, IntlBackslash,
        ShiftLeft, ShiftRight, ControlLeft, ControlRight, AltLeft, AltRight, CapsLock, Numpad0, Numpad1, Numpad2, Numpad3, Numpad4, Numpad5,
        Numpad6, Numpad7, Numpad8, Numpad9, NumpadAdd, NumpadSubtract, NumpadMultiply, NumpadDivide, NumpadDecimal, NumpadEnter,
    ]
};

/// Buttons of a mouse that can be bound.
pub const MOUSE: [MouseButton; 5] =
    [MouseButton::Left, MouseButton::Middle, MouseButton::Right, MouseButton::Back, MouseButton::Forward];

/// Buttons of a gamepad that can be bound.
pub const BUTTONS: [GamepadButton; 17] = [
    GamepadButton::South,
    GamepadButton::East,
    GamepadButton::North,
    GamepadButton::West,
    GamepadButton::LeftTrigger,
    GamepadButton::LeftTrigger2,
    GamepadButton::RightTrigger,
    GamepadButton::RightTrigger2,
    GamepadButton::Select,
    GamepadButton::Start,
    GamepadButton::Mode,
    GamepadButton::LeftThumb,
    GamepadButton::RightThumb,
    GamepadButton::DPadUp,
    GamepadButton::DPadDown,
    GamepadButton::DPadLeft,
    GamepadButton::DPadRight,
];

/// Axes of a gamepad that can be bound.
pub const STICKS: [GamepadAxis; 4] =
    [GamepadAxis::LeftStickX, GamepadAxis::LeftStickY, GamepadAxis::RightStickX, GamepadAxis::RightStickY];

impl Part {
    /// What it belongs to.
    #[must_use]
    pub const fn device(self) -> Device {
        match self {
            Self::Key(_) => Device::Keyboard,
            Self::Mouse(_) | Self::Wheel(_) => Device::Mouse,
            Self::Button(_) | Self::Stick(..) => Device::Gamepad,
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        let keys = KEYS.iter().map(|key| Self::Key(*key));
        let mouse = MOUSE.into_iter().map(Self::Mouse).chain([Self::Wheel(true), Self::Wheel(false)]);
        let sticks = STICKS.into_iter().flat_map(|axis| [Self::Stick(axis, true), Self::Stick(axis, false)]);
        keys.chain(mouse).chain(BUTTONS.into_iter().map(Self::Button)).chain(sticks)
    }

    /// As the file writes it.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Key(key) => format!("{key:?}"),
            Self::Mouse(button) => format!("{button:?}"),
            Self::Wheel(away) => (if away { "WheelUp" } else { "WheelDown" }).to_owned(),
            Self::Button(button) => format!("{button:?}"),
            Self::Stick(axis, positive) => format!("{axis:?}{}", if positive { '+' } else { '-' }),
        }
    }
}

/// A button of the gamepad by its name in the engine, such as `South`.
pub(crate) fn gamepad_button(name: &str) -> Option<GamepadButton> {
    BUTTONS.into_iter().find(|button| format!("{button:?}") == name)
}

/// An axis of the gamepad by its name in the engine, such as `LeftStickX`.
pub(crate) fn gamepad_axis(name: &str) -> Option<GamepadAxis> {
    STICKS.into_iter().find(|axis| format!("{axis:?}") == name)
}

impl Binding {
    /// A part alone.
    #[must_use]
    pub const fn plain(part: Part) -> Self {
        Self { part, shift: false, ctrl: false }
    }

    /// What it belongs to.
    #[must_use]
    pub const fn device(self) -> Device {
        self.part.device()
    }

    /// As the file writes it, such as `Shift+Tab`.
    #[must_use]
    pub fn code(self) -> String {
        let (shift, ctrl) = (if self.shift { "Shift+" } else { "" }, if self.ctrl { "Ctrl+" } else { "" });
        format!("{ctrl}{shift}{}", self.part.code())
    }

    /// Reads what the file writes for a device; none where nothing has that name.
    #[must_use]
    pub fn read(device: Device, code: &str) -> Option<Self> {
        let (ctrl, code) = code.strip_prefix("Ctrl+").map_or((false, code), |rest| (true, rest));
        let (shift, code) = code.strip_prefix("Shift+").map_or((false, code), |rest| (true, rest));
        let part = Part::all().find(|part| part.device() == device && part.code() == code)?;
        let held = shift || ctrl;
        (!(held && device == Device::Gamepad)).then_some(Self { part, shift, ctrl })
    }

    /// As it stands on the key or button, in words.
    #[must_use]
    pub fn say(self, lang: &Lang) -> String {
        let part = part(self.part, lang);
        let with = |id: &str, part: String| lang.text(id, &[("key", Value::text(part))]);
        let part = if self.shift { with("controls-with-shift", part) } else { part };
        if self.ctrl { with("controls-with-ctrl", part) } else { part }
    }
}

fn part(part: Part, lang: &Lang) -> String {
    let code = part.code();
    match part {
        Part::Key(_) => {
            if let Some(letter) = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit")) {
                return letter.to_owned();
            }
            if let Some(digit) = code.strip_prefix("Numpad").filter(|rest| rest.len() == 1) {
                return lang.text("key-numpad", &[("key", Value::text(digit))]);
            }
            if code.starts_with('F') && code.len() <= 3 {
                return code;
            }
            lang.text(&format!("key-{}", kebab(&code)), &[])
        }
        Part::Mouse(_) | Part::Wheel(_) => lang.text(&format!("mouse-{}", kebab(&code)), &[]),
        Part::Button(_) => lang.text(&format!("pad-{}", kebab(&code)), &[]),
        Part::Stick(axis, positive) => {
            let arrow = match (matches!(axis, GamepadAxis::LeftStickX | GamepadAxis::RightStickX), positive) {
                (true, true) => "→",
                (true, false) => "←",
                (false, true) => "↑",
                (false, false) => "↓",
            };
            format!("{} {arrow}", stick(axis, lang))
        }
    }
}

fn stick(axis: GamepadAxis, lang: &Lang) -> String {
    let left = matches!(axis, GamepadAxis::LeftStickX | GamepadAxis::LeftStickY);
    lang.text(if left { "pad-left-stick" } else { "pad-right-stick" }, &[])
}

/// `LeftTrigger2` as `left-trigger2`.
fn kebab(code: &str) -> String {
    let mut text = String::new();
    for (i, letter) in code.chars().enumerate() {
        if letter.is_uppercase() && i > 0 {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// Several of them in one name: a stick, the cross or the arrow keys are named once.
pub(super) fn say_all(bindings: &[Binding], lang: &Lang) -> String {
    let sticks: Vec<GamepadAxis> = bindings
        .iter()
        .filter_map(|binding| if let Part::Stick(axis, _) = binding.part { Some(axis) } else { None })
        .collect();
    if bindings.len() > 1 && sticks.len() == bindings.len() {
        let name = stick(sticks[0], lang);
        if sticks.iter().all(|axis| stick(*axis, lang) == name) {
            let level = |axis: &GamepadAxis| matches!(axis, GamepadAxis::LeftStickX | GamepadAxis::RightStickX);
            return match (sticks.iter().all(level), sticks.iter().any(level)) {
                (true, _) => format!("{name} ↔"),
                (_, false) => format!("{name} ↕"),
                _ => name,
            };
        }
    }
    // What is held with all of them is named once.
    let ctrl = !bindings.is_empty() && bindings.iter().all(|binding| binding.ctrl);
    let one = |binding: &Binding| Binding { ctrl: binding.ctrl && !ctrl, ..*binding }.say(lang);
    let all = bindings.iter().map(one).collect::<Vec<_>>().join(" ");
    if ctrl { lang.text("controls-with-ctrl", &[("key", Value::text(all))]) } else { all }
}
