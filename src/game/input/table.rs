//! Which key, button and stick does what: the defaults, what a person changed, and what does two things at once.

use serde_json::{Value, json};

use super::action::{Action, Places};
use super::binding::{Binding, Device, say_all};
use super::options::Options;
use crate::lang::Lang;

/// Name of the file in the person's folder.
pub(crate) const FILE: &str = "controls.json";

/// Keys, mouse and gamepad of an action as they are at first; several are apart by a blank.
const fn first(action: Action) -> (&'static str, &'static str, &'static str) {
    match action {
        Action::Advance => ("KeyW", "WheelUp", "RightTrigger"),
        Action::Withdraw => ("KeyS", "WheelDown", "LeftTrigger2"),
        Action::TurnLeft => ("KeyA", "", "LeftStickX-"),
        Action::TurnRight => ("KeyD", "", "LeftStickX+"),
        Action::Raise => ("KeyR", "", "LeftStickY+"),
        Action::Lower => ("KeyF", "", "LeftStickY-"),
        Action::Press => ("Space", "Left", "RightTrigger2"),
        Action::Fine => ("ShiftLeft ShiftRight", "Back", "LeftTrigger"),
        Action::Stronger => ("KeyE", "", ""),
        Action::Weaker => ("KeyQ", "", ""),
        Action::Faster => ("BracketRight", "", "DPadRight"),
        Action::Slower => ("BracketLeft", "", "DPadLeft"),
        Action::MarkLeft => ("ArrowLeft", "", "DPadLeft LeftStickX-"),
        Action::MarkRight => ("ArrowRight", "", "DPadRight LeftStickX+"),
        Action::MarkUp => ("ArrowUp", "", "DPadUp LeftStickY+"),
        Action::MarkDown => ("ArrowDown", "", "DPadDown LeftStickY-"),
        Action::Entry => ("Enter NumpadEnter", "", "South"),
        Action::Pen => ("Space", "", "South"),
        Action::Wipe => ("Ctrl+KeyZ Backspace", "", "West"),
        Action::MarksDone => ("Enter NumpadEnter", "", "Select"),
        Action::Inspect => ("KeyI", "", ""),
        Action::Disinfect => ("F1", "", "West"),
        Action::Take => ("Tab", "Middle", "Select"),
        Action::Stretch => ("KeyX", "Forward", "LeftThumb"),
        Action::Massage => ("KeyB", "", "RightThumb"),
        Action::Stir => ("KeyV", "", ""),
        Action::Stroke => ("Space", "", "West"),
        Action::NextEntry => ("KeyN", "", ""),
        Action::Finish => ("F10", "", ""),
        Action::LookLeft => ("ArrowLeft Ctrl+ArrowLeft", "", "RightStickX-"),
        Action::LookRight => ("ArrowRight Ctrl+ArrowRight", "", "RightStickX+"),
        Action::LookUp => ("ArrowUp Ctrl+ArrowUp", "", "RightStickY+"),
        Action::LookDown => ("ArrowDown Ctrl+ArrowDown", "", "RightStickY-"),
        Action::Nearer => ("Equal NumpadAdd Ctrl+PageUp", "Ctrl+WheelUp", "DPadUp RightTrigger2"),
        Action::Farther => ("Minus NumpadSubtract Ctrl+PageDown", "Ctrl+WheelDown", "DPadDown LeftTrigger2"),
        Action::Turn => ("", "Right", ""),
        Action::View1 => ("Digit1", "", ""),
        Action::View2 => ("Digit2", "", ""),
        Action::View3 => ("Digit3", "", ""),
        Action::View4 => ("Digit4", "", ""),
        Action::Layer => ("KeyL", "", ""),
        Action::Dose => ("KeyM", "", ""),
        Action::Hazards => ("KeyH", "", ""),
        Action::Zone => ("KeyZ", "", ""),
        Action::Proposed => ("KeyP", "", ""),
        Action::CutAway => ("KeyC", "", ""),
        Action::Regions => ("KeyG", "", ""),
        Action::Tension => ("KeyT", "", ""),
        Action::Landmarks => ("KeyK", "", ""),
        Action::View5 => ("Digit5", "", ""),
        Action::View6 => ("Digit6", "", ""),
        Action::NoGo => ("KeyX", "", ""),
        Action::RingLeft => ("Shift+ArrowLeft", "", "LeftStickX-"),
        Action::RingRight => ("Shift+ArrowRight", "", "LeftStickX+"),
        Action::RingUp => ("Shift+ArrowUp", "", "LeftStickY+"),
        Action::RingDown => ("Shift+ArrowDown", "", "LeftStickY-"),
        Action::NextSite => ("KeyV", "", "Select"),
        Action::Random => ("KeyR", "", ""),
        Action::Original => ("Backspace", "", ""),
        Action::Menu => ("", "", "Start East"),
        Action::Panels => ("F6", "", "North"),
        Action::Up => ("ArrowUp", "", "DPadUp LeftStickY+"),
        Action::Down => ("ArrowDown", "", "DPadDown LeftStickY-"),
        Action::Left => ("ArrowLeft", "", "DPadLeft LeftStickX-"),
        Action::Right => ("ArrowRight", "", "DPadRight LeftStickX+"),
        Action::Next => ("Tab", "", "RightTrigger"),
        Action::Previous => ("Shift+Tab", "", "LeftTrigger"),
        Action::Confirm => ("Enter Space", "", "South"),
        Action::Back => ("", "", "East"),
        Action::PageUp => ("PageUp", "", "RightStickY+"),
        Action::PageDown => ("PageDown", "", "RightStickY-"),
        Action::Photograph => ("F12", "", ""),
    }
}

/// Which key, button and stick does what.
#[derive(Clone, Debug, PartialEq)]
pub struct Bindings {
    table: Vec<Vec<Binding>>,
}

impl Default for Bindings {
    fn default() -> Self {
        Self { table: Action::ALL.iter().map(|action| Self::first(*action)).collect() }
    }
}

impl Bindings {
    fn first(action: Action) -> Vec<Binding> {
        let (keys, mouse, pad) = first(action);
        let each = [(Device::Keyboard, keys), (Device::Mouse, mouse), (Device::Gamepad, pad)];
        each.into_iter().flat_map(|(device, codes)| codes.split_whitespace().filter_map(move |code| Binding::read(device, code))).collect()
    }

    /// All of an action.
    #[must_use]
    pub fn of(&self, action: Action) -> &[Binding] {
        &self.table[action as usize]
    }

    /// Those of a device.
    pub fn on(&self, action: Action, device: Device) -> impl Iterator<Item = Binding> {
        self.of(action).iter().copied().filter(move |binding| binding.device() == device)
    }

    /// Gives an action one binding in place of all that it had on that device.
    pub fn assign(&mut self, action: Action, binding: Binding) {
        self.clear(action, binding.device());
        // Keyboard, mouse, gamepad: in the order that the file has them in, too.
        let held = &mut self.table[action as usize];
        let at = held.iter().position(|other| other.device() > binding.device()).unwrap_or(held.len());
        held.insert(at, binding);
    }

    /// Takes a device from an action.
    pub fn clear(&mut self, action: Action, device: Device) {
        self.table[action as usize].retain(|binding| binding.device() != device);
    }

    /// Takes a binding from every action but one that could do something with it at the same time.
    pub fn free(&mut self, action: Action, device: Device) {
        for (other, binding) in self.clashes(action, device) {
            self.table[other as usize].retain(|held| *held != binding);
        }
    }

    /// Other actions on the same key, button or stick in the same place: both would happen at once.
    #[must_use]
    pub fn clashes(&self, action: Action, device: Device) -> Vec<(Action, Binding)> {
        let mut found = Vec::new();
        for binding in self.on(action, device) {
            for other in Action::ALL.iter().copied().filter(|other| *other != action) {
                let together = other.places().meets(action.places()) && other.rank() == action.rank();
                if together && self.of(other).contains(&binding) {
                    found.push((other, binding));
                }
            }
        }
        found
    }

    /// What an action has on a device, in words; empty where it has nothing.
    #[must_use]
    pub fn say(&self, action: Action, device: Device, lang: &Lang) -> String {
        let separator = lang.text("controls-or", &[]);
        self.on(action, device).map(|binding| binding.say(lang)).collect::<Vec<_>>().join(&separator)
    }

    /// What to press for some actions with what was used last, in words; with another device where they have nothing there.
    #[must_use]
    pub fn hint(&self, actions: &[Action], device: Device, places: Places, lang: &Lang) -> String {
        let order = match device {
            Device::Keyboard => [Device::Keyboard, Device::Mouse, Device::Gamepad],
            Device::Mouse => [Device::Mouse, Device::Keyboard, Device::Gamepad],
            Device::Gamepad => [Device::Gamepad, Device::Keyboard, Device::Mouse],
        };
        let whole = order.into_iter().map(|device| {
            let bindings: Vec<Binding> = actions.iter().filter_map(|action| self.free_on(*action, device, places)).collect();
            (bindings.len() == actions.len()).then(|| say_all(&bindings, lang))
        });
        whole.flatten().next().unwrap_or_default()
    }

    /// The first binding of an action on a device that nothing else has first in these places; the first at all where there is none.
    fn free_on(&self, action: Action, device: Device, places: Places) -> Option<Binding> {
        let first = |binding: &Binding, other: &Action| {
            let open = other.places().meets(places) && other.places() != Places::PANELS && other.rank() > action.rank();
            open && self.of(*other).contains(binding)
        };
        let free = |binding: &Binding| !Action::ALL.iter().any(|other| first(binding, other));
        self.on(action, device).find(free).or_else(|| self.on(action, device).next())
    }

    /// Reads `controls.json`, repaired where it is damaged: an action that is missing has its defaults, a name that nothing has is left out.
    #[must_use]
    pub fn read(text: &str) -> (Self, Options) {
        let value = serde_json::from_str(text).unwrap_or(Value::Null);
        let mut set = Self::default();
        for action in Action::ALL.iter().copied() {
            for device in Device::ALL {
                let held = value.get("bindings").and_then(|all| all.get(action.name())).and_then(|one| one.get(device.name()));
                let Some(codes) = held.and_then(Value::as_array) else { continue };
                let known: Vec<Binding> = codes.iter().filter_map(Value::as_str).filter_map(|code| Binding::read(device, code)).collect();
                // A list of nothing but damage is no wish to have nothing.
                if !known.is_empty() || codes.is_empty() {
                    set.clear(action, device);
                    set.table[action as usize].extend(known);
                }
            }
        }
        (set, Options::repaired(value.get("options").unwrap_or(&Value::Null)))
    }

    /// Writes `controls.json`.
    #[must_use]
    pub fn write(&self, options: Options) -> String {
        let mut all = json!({});
        for action in Action::ALL.iter().copied() {
            for device in Device::ALL {
                let codes: Vec<String> = self.on(action, device).map(Binding::code).collect();
                all[action.name()][device.name()] = json!(codes);
            }
        }
        format!("{:#}\n", json!({ "version": 1, "bindings": all, "options": options.to_json() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn key(code: &str) -> Binding {
        Binding::read(Device::Keyboard, code).expect("a key")
    }

    #[test]
    fn at_first_nothing_does_two_things_and_the_keyboard_does_all() {
        let bindings = Bindings::default();
        for action in Action::ALL.iter().copied() {
            for device in Device::ALL {
                assert_eq!(bindings.clashes(action, device), [], "{action:?} on the {}", device.name());
            }
            // Escape leads back by itself, and only a pointer drags.
            let other = matches!(action, Action::Menu | Action::Back | Action::Turn);
            assert!(other || bindings.on(action, Device::Keyboard).next().is_some(), "{action:?} has no key");
        }
        let by_name: Vec<_> = Action::ALL.iter().map(|action| Action::named(action.name())).collect();
        assert!(by_name.iter().zip(Action::ALL).all(|(named, action)| *named == Some(*action)));
    }

    #[test]
    fn what_was_written_is_read_again() {
        let (mut bindings, mut options) = (Bindings::default(), Options::default());
        bindings.assign(Action::Advance, key("Ctrl+Shift+KeyJ"));
        bindings.clear(Action::Finish, Device::Keyboard);
        options.left_handed = true;
        options.dead_zone = 0.2;
        assert_eq!(Bindings::read(&bindings.write(options)), (bindings, options));
    }

    #[test]
    fn damage_costs_only_what_is_damaged() {
        let (bindings, options) = Bindings::read(
            r#"{"bindings": {"advance": {"keyboard": ["KeyJ", "Sideways"], "mouse": 7}, "withdraw": {"keyboard": ["Nonsense"]}, "fly": 1},
                "options": {"dead-zone": 90, "rumble": "no", "invert-pitch": true}}"#,
        );
        assert_eq!(bindings.on(Action::Advance, Device::Keyboard).collect::<Vec<_>>(), [key("KeyJ")]);
        let first = Bindings::default();
        assert!(bindings.on(Action::Advance, Device::Mouse).eq(first.on(Action::Advance, Device::Mouse)));
        assert_eq!(bindings.of(Action::Withdraw), first.of(Action::Withdraw));
        assert_eq!(options, Options { dead_zone: 0.48, invert_pitch: true, ..Options::default() });
        assert_eq!(Bindings::read("not json").0, first);
    }

    #[test]
    fn a_key_that_does_two_things_is_named_and_can_be_freed() {
        let mut bindings = Bindings::default();
        bindings.assign(Action::Finish, key("KeyW"));
        assert_eq!(bindings.clashes(Action::Finish, Device::Keyboard), [(Action::Advance, key("KeyW"))]);
        bindings.free(Action::Finish, Device::Keyboard);
        assert_eq!(bindings.clashes(Action::Finish, Device::Keyboard), []);
        assert_eq!(bindings.on(Action::Advance, Device::Keyboard).count(), 0);
        // The same key in another place is no clash.
        assert!(!Action::Random.places().meets(Places::PROCEDURE));
        assert_eq!(bindings.clashes(Action::Random, Device::Keyboard), []);
    }

    #[test]
    fn a_hint_names_what_is_in_the_hand() {
        let words = "pad-left-stick = Left stick\npad-left-trigger2 = LT\nkey-space = Space\nkey-arrow-left = ←\nkey-arrow-right = →\ncontrols-with-ctrl = Ctrl { $key }\nmouse-left = Left button\npad-right-trigger2 = RT\n";
        let lang = Lang::from_texts("en", [("t.ftl".to_owned(), words.to_owned())]).expect("words");
        let bindings = Bindings::default();
        let turn = [Action::TurnLeft, Action::TurnRight];
        assert_eq!(bindings.hint(&turn, Device::Keyboard, Places::HANDS, &lang), "A D");
        assert_eq!(bindings.hint(&turn, Device::Gamepad, Places::HANDS, &lang), "Left stick ↔");
        assert_eq!(bindings.hint(&[Action::Withdraw], Device::Gamepad, Places::HANDS, &lang), "LT");
        assert_eq!(bindings.hint(&[Action::Press], Device::Mouse, Places::HANDS, &lang), "Left button");
        // Beside a mark the arrow keys are its own.
        let look = [Action::LookLeft, Action::LookRight];
        assert_eq!(bindings.hint(&look, Device::Keyboard, Places::HANDS, &lang), "← →");
        assert_eq!(bindings.hint(&look, Device::Keyboard, Places::MARK, &lang), "Ctrl ← →");
        // The mouse turns by moving: what has no button there is named on the keyboard.
        assert_eq!(bindings.hint(&turn, Device::Mouse, Places::HANDS, &lang), "A D");
    }
}
