//! What a person does in this frame, as actions: read from keys, mouse and gamepads through the bindings.
//!
//! **Invariant:** only actions of a place that is open now happen; a key of a button or slider that has the focus is that one's alone.

use bevy::input::gamepad::{Gamepad, GamepadAxis, GamepadButton};
use bevy::input::mouse::MouseWheel;
use bevy::prelude::*;

use super::action::{Action, Places};
use super::binding::{Binding, Device, KEYS, MOUSE, Part};
use super::options::{FINE, Options};
use super::table::Bindings;
use super::{Grip, notches};

/// Push of a stick from which it counts as pressed.
const FLICK: f64 = 0.6;
/// Push of a stick or trigger that shows which device is in use.
const IN_USE: f32 = 0.4;

/// What is set about the controls.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Controls {
    /// Which key does what.
    pub bindings: Bindings,
    /// How they behave.
    pub options: Options,
}

impl Controls {
    /// How fast what is moved by steps and rates goes: a stick by its sensitivity.
    pub(crate) fn pace(&self, acts: &Acts) -> f64 {
        if acts.device == Device::Gamepad { self.options.stick } else { 1.0 }
    }
}

/// One action in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Act {
    /// How far it is down, 0 to 1, by a key or button.
    down: f64,
    /// How far it is down, 0 to 1, by a stick or trigger, as it counts.
    pushed: f64,
    /// A key or button went down.
    tapped: bool,
    /// A stick was pushed over.
    flicked: bool,
    /// Notches of the wheel.
    notches: f64,
}

/// What a person does in this frame.
#[derive(Resource, Clone, Debug)]
pub(crate) struct Acts {
    list: [Act; Action::COUNT],
    /// Where things can be done now.
    pub(crate) places: Places,
    /// What was used last.
    pub(crate) device: Device,
    /// The mouse's first button: whether it is down, and went down in this frame.
    pub(crate) click: (bool, bool),
    /// Mouse buttons that went down outside of the panels.
    outside: [bool; MOUSE.len()],
    /// Those of them that went down while the syringe was in the hand.
    gripped: [bool; MOUSE.len()],
    /// Actions that the mouse holds down.
    by_mouse: [bool; Action::COUNT],
    /// What stays down until it is pressed again, in the order of [`TOGGLED`].
    stays: [bool; TOGGLED.len()],
    /// Ctrl is held: the mouse leaves the syringe alone.
    pub(crate) aside: bool,
    /// Fine control was switched on.
    pub(crate) fine: bool,
    /// Escape went down: always one step back.
    pub(crate) escape: bool,
}

/// What can stay down.
const TOGGLED: [Action; 4] = [Action::Fine, Action::Press, Action::Advance, Action::Withdraw];

impl Default for Acts {
    fn default() -> Self {
        Self {
            list: [Act::default(); Action::COUNT],
            places: Places::default(),
            device: Device::default(),
            click: (false, false),
            outside: [false; MOUSE.len()],
            gripped: [false; MOUSE.len()],
            by_mouse: [false; Action::COUNT],
            stays: [false; TOGGLED.len()],
            aside: false,
            fine: false,
            escape: false,
        }
    }
}

/// What stands on the table: the state of every device in this frame.
pub(crate) struct Table<'a> {
    pub(crate) keys: &'a ButtonInput<KeyCode>,
    pub(crate) buttons: &'a ButtonInput<MouseButton>,
    /// Notches of the wheel, positive away from the person.
    pub(crate) notches: f64,
    pub(crate) pads: &'a [&'a Gamepad],
}

/// Keys that a focused button or slider answers to by itself.
const OF_PANELS: [KeyCode; 10] = [
    KeyCode::Enter,
    KeyCode::NumpadEnter,
    KeyCode::Space,
    KeyCode::Tab,
    KeyCode::ArrowLeft,
    KeyCode::ArrowRight,
    KeyCode::ArrowUp,
    KeyCode::ArrowDown,
    KeyCode::PageUp,
    KeyCode::PageDown,
];

/// Whether the panels answer to a binding by themselves.
fn native(binding: Binding) -> bool {
    matches!(binding.part, Part::Key(key) if OF_PANELS.contains(&key)) && !binding.ctrl
}

impl Acts {
    /// Reads the devices.
    pub(crate) fn read(&mut self, table: &Table, controls: &Controls, grip: &Grip) {
        let Controls { bindings, options } = controls;
        self.click = {
            let first = mouse_button(MouseButton::Left, options);
            (table.buttons.pressed(first), table.buttons.just_pressed(first))
        };
        for (at, button) in MOUSE.into_iter().enumerate() {
            if table.buttons.just_pressed(button) {
                self.outside[at] = !grip.over_panel;
                self.gripped[at] = !grip.over_panel && grip.held;
            } else if !table.buttons.pressed(button) {
                (self.outside[at], self.gripped[at]) = (false, false);
            }
        }
        self.used(table);
        self.escape = table.keys.just_pressed(KeyCode::Escape);
        self.list = [Act::default(); Action::COUNT];
        self.by_mouse = [false; Action::COUNT];
        let shift = table.keys.pressed(KeyCode::ShiftLeft) || table.keys.pressed(KeyCode::ShiftRight);
        let ctrl = table.keys.pressed(KeyCode::ControlLeft) || table.keys.pressed(KeyCode::ControlRight);
        for action in Action::ALL.iter().copied().filter(|action| action.places().meets(self.places)) {
            for binding in bindings.of(action).iter().copied() {
                let act = self.one(table, options, grip, action, binding);
                if act == Act::default() || !self.mine(bindings, grip, action, binding, (shift, ctrl)) {
                    continue;
                }
                let all = &mut self.list[action as usize];
                all.down = all.down.max(act.down);
                all.pushed = all.pushed.max(act.pushed);
                all.tapped |= act.tapped;
                all.flicked |= act.flicked;
                all.notches += act.notches;
                self.by_mouse[action as usize] |= act.down > 0.0 && binding.device() == Device::Mouse;
            }
        }
        self.aside = ctrl;
        self.toggle(options);
    }

    /// Lets what was pressed stay down, for those who asked for it; a trigger goes by degrees and does not.
    fn toggle(&mut self, options: &Options) {
        let wanted = [options.toggle_fine, options.toggle_press, options.toggle_drive, options.toggle_drive];
        for (at, action) in TOGGLED.into_iter().enumerate() {
            if !wanted[at] || !self.open(action) {
                self.stays[at] = false;
                continue;
            }
            let act = &mut self.list[action as usize];
            if act.tapped && act.down > 0.0 {
                self.stays[at] = !self.stays[at];
                // The way back ends the way in.
                match action {
                    Action::Advance => self.stays[3] = false,
                    Action::Withdraw => self.stays[2] = false,
                    _ => {}
                }
            }
        }
        for (at, action) in TOGGLED.into_iter().enumerate().filter(|(at, _)| wanted[*at]) {
            self.list[action as usize].down = f64::from(u8::from(self.stays[at]));
        }
    }

    /// Nothing stays down.
    pub(crate) fn let_go(&mut self) {
        self.stays = [false; TOGGLED.len()];
    }

    /// What one binding says.
    fn one(&self, table: &Table, options: &Options, grip: &Grip, action: Action, binding: Binding) -> Act {
        let digital = |down: bool, just: bool| Act { down: f64::from(u8::from(down || just)), tapped: just, ..Act::default() };
        match binding.part {
            Part::Key(key) => digital(table.keys.pressed(key), table.keys.just_pressed(key)),
            Part::Mouse(button) => {
                let button = mouse_button(button, options);
                // A click that takes the syringe up presses nothing.
                let counts = if action == Action::Press { &self.gripped } else { &self.outside };
                if MOUSE.iter().position(|known| *known == button).is_some_and(|at| counts[at]) { digital(table.buttons.pressed(button), table.buttons.just_pressed(button)) } else { Act::default() }
            }
            Part::Wheel(away) => {
                let turned = if grip.over_panel { 0.0 } else { table.notches * if away { 1.0 } else { -1.0 } };
                Act { notches: turned.max(0.0), tapped: turned > 0.0, ..Act::default() }
            }
            Part::Button(button) => {
                let button = pad_button(button, options);
                table.pads.iter().fold(Act::default(), |act, pad| {
                    let value = options.trigger(f64::from(pad.get(button).unwrap_or(0.0)));
                    let (down, just) = (pad.pressed(button), pad.just_pressed(button));
                    let half = matches!(button, GamepadButton::LeftTrigger2 | GamepadButton::RightTrigger2);
                    // A trigger goes down by degrees; another button is down or not.
                    let (down, pushed) = if half { (0.0, value) } else { (f64::from(u8::from(down || just)), 0.0) };
                    Act { down: act.down.max(down), pushed: act.pushed.max(pushed), tapped: act.tapped || just, ..act }
                })
            }
            Part::Stick(axis, positive) => {
                let axis = pad_axis(axis, options);
                table.pads.iter().fold(Act::default(), |act, pad| {
                    let value = f64::from(pad.get(axis).unwrap_or(0.0)) * if positive { 1.0 } else { -1.0 };
                    let pushed = options.stick(value.max(0.0));
                    Act { pushed: act.pushed.max(pushed), flicked: act.flicked || value > FLICK, ..act }
                })
            }
        }
    }

    /// Whether a binding that moves is this action's: nothing that comes first has it too.
    fn mine(&self, bindings: &Bindings, grip: &Grip, action: Action, binding: Binding, held: (bool, bool)) -> bool {
        if binding.device() != Device::Gamepad {
            // With a key held that is part of a binding of its own, the plain one is meant only where there is no such binding.
            let exact = (binding.shift, binding.ctrl) == held;
            if (binding.shift || binding.ctrl) && !exact {
                return false;
            }
            let other = Binding { shift: held.0, ctrl: held.1, ..binding };
            let named = || Action::ALL.iter().any(|other_action| self.open(*other_action) && bindings.of(*other_action).contains(&other));
            if !exact && named() {
                return false;
            }
        }
        let panels = action.places() == Places::PANELS;
        // The debrief's panels have plain keys of their own.
        if self.places.meets(Places::DEBRIEF) && binding.device() == Device::Keyboard && !binding.ctrl && action != Action::Photograph {
            return false;
        }
        let native = native(binding);
        if native && (panels || grip.focused) {
            // Egui hears these keys itself.
            return false;
        }
        let first = |other: &Action| {
            let aside = native && other.places() == Places::PANELS;
            other.rank() > action.rank() && !aside && self.open(*other) && bindings.of(*other).contains(&binding)
        };
        !Action::ALL.iter().any(first)
    }

    fn open(&self, action: Action) -> bool {
        action.places().meets(self.places)
    }

    /// Notes which device is in use.
    fn used(&mut self, table: &Table) {
        let pad = |pad: &&Gamepad| {
            pad.get_just_pressed().next().is_some()
                || [GamepadAxis::LeftStickX, GamepadAxis::LeftStickY, GamepadAxis::RightStickX, GamepadAxis::RightStickY]
                    .into_iter()
                    .any(|axis| pad.get(axis).unwrap_or(0.0).abs() > IN_USE)
        };
        if table.pads.iter().any(pad) {
            self.device = Device::Gamepad;
        } else if KEYS.iter().any(|key| table.keys.just_pressed(*key)) {
            self.device = Device::Keyboard;
        } else if table.notches != 0.0 || table.buttons.get_just_pressed().next().is_some() {
            self.device = Device::Mouse;
        }
    }

    /// Whether an action began in this frame: a key or button went down.
    pub(crate) fn just(&self, action: Action) -> bool {
        self.list[action as usize].tapped
    }

    /// Whether a stick stands pushed over.
    pub(crate) fn flicked(&self, action: Action) -> bool {
        self.list[action as usize].flicked
    }

    /// How far an action is down, 0 to 1.
    pub(crate) fn value(&self, action: Action) -> f64 {
        let act = self.list[action as usize];
        act.down.max(act.pushed)
    }

    /// Whether an action is held.
    pub(crate) fn held(&self, action: Action) -> bool {
        self.value(action) > 0.0
    }

    /// How far an action is down by keys and buttons, and how far by sticks and triggers.
    pub(crate) fn parts(&self, action: Action) -> (f64, f64) {
        let act = self.list[action as usize];
        (act.down, act.pushed)
    }

    /// Whether the mouse holds an action down.
    pub(crate) fn by_mouse(&self, action: Action) -> bool {
        self.by_mouse[action as usize]
    }

    /// Notches of the wheel towards one action less those towards another.
    pub(crate) fn notches(&self, more: Action, less: Action) -> f64 {
        self.list[more as usize].notches - self.list[less as usize].notches
    }

    /// Way in this frame: a key that went down takes a first step, one that stays down and a stick go on at the rate.
    pub(crate) fn way(&self, more: Action, less: Action, first: f64, rate: f64, dt: f64) -> f64 {
        let one = |action: Action| {
            let act = self.list[action as usize];
            if act.notches > 0.0 {
                first * act.notches
            } else if act.tapped && act.pushed == 0.0 {
                first
            } else {
                act.down.max(act.pushed) * rate * dt
            }
        };
        one(more) - one(less)
    }

    /// Share of every movement now.
    pub(crate) fn share(&self) -> f64 {
        if self.fine || self.held(Action::Fine) { FINE } else { 1.0 }
    }
}

/// The mouse's button for the hand that holds it.
pub(crate) fn mouse_button(button: MouseButton, options: &Options) -> MouseButton {
    match button {
        MouseButton::Left if options.swap_buttons => MouseButton::Right,
        MouseButton::Right if options.swap_buttons => MouseButton::Left,
        other => other,
    }
}

/// The gamepad's button for the hand that is the better one: what lies at the shoulders and under the sticks changes sides.
pub(super) fn pad_button(button: GamepadButton, options: &Options) -> GamepadButton {
    if !options.left_handed {
        return button;
    }
    match button {
        GamepadButton::LeftTrigger => GamepadButton::RightTrigger,
        GamepadButton::RightTrigger => GamepadButton::LeftTrigger,
        GamepadButton::LeftTrigger2 => GamepadButton::RightTrigger2,
        GamepadButton::RightTrigger2 => GamepadButton::LeftTrigger2,
        GamepadButton::LeftThumb => GamepadButton::RightThumb,
        GamepadButton::RightThumb => GamepadButton::LeftThumb,
        other => other,
    }
}

pub(super) fn pad_axis(axis: GamepadAxis, options: &Options) -> GamepadAxis {
    if !options.left_handed {
        return axis;
    }
    match axis {
        GamepadAxis::LeftStickX => GamepadAxis::RightStickX,
        GamepadAxis::LeftStickY => GamepadAxis::RightStickY,
        GamepadAxis::RightStickX => GamepadAxis::LeftStickX,
        GamepadAxis::RightStickY => GamepadAxis::LeftStickY,
        other => other,
    }
}

/// Reads what a person does, at the beginning of a frame.
pub(crate) fn read(
    keys: Res<ButtonInput<KeyCode>>,
    buttons: Res<ButtonInput<MouseButton>>,
    mut wheel: MessageReader<MouseWheel>,
    pads: Query<&Gamepad>,
    controls: Res<Controls>,
    grip: Res<Grip>,
    mut acts: ResMut<Acts>,
) {
    let pads: Vec<&Gamepad> = pads.iter().collect();
    let table = Table { keys: &keys, buttons: &buttons, notches: wheel.read().map(notches).sum(), pads: &pads };
    acts.bypass_change_detection().read(&table, &controls, &grip);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Desk {
        keys: ButtonInput<KeyCode>,
        buttons: ButtonInput<MouseButton>,
        pad: Gamepad,
        notches: f64,
        grip: Grip,
        controls: Controls,
        acts: Acts,
    }

    impl Desk {
        fn at(places: Places) -> Self {
            let mut desk = Self::default();
            desk.acts.places = places;
            desk
        }

        fn frame(&mut self) -> &Acts {
            let pads = [&self.pad];
            let table = Table { keys: &self.keys, buttons: &self.buttons, notches: self.notches, pads: &pads };
            self.acts.read(&table, &self.controls, &self.grip);
            self.keys.clear();
            self.buttons.clear();
            self.pad.digital_mut().clear();
            &self.acts
        }

        fn stick(&mut self, axis: GamepadAxis, value: f32) {
            self.pad.analog_mut().set(axis, value);
        }

        fn pad_button(&mut self, button: GamepadButton, value: f32) {
            self.pad.analog_mut().set(button, value);
            if value > 0.7 {
                self.pad.digital_mut().press(button);
            } else {
                self.pad.digital_mut().release(button);
            }
        }
    }

    #[test]
    fn arrows_move_the_mark_first_and_turn_the_eye_otherwise() {
        let mut desk = Desk::at(Places::MARK);
        desk.keys.press(KeyCode::ArrowLeft);
        let acts = desk.frame();
        assert!(acts.just(Action::MarkLeft) && !acts.held(Action::LookLeft));
        desk.acts.places = Places::HANDS;
        let acts = desk.frame();
        assert!(!acts.held(Action::MarkLeft) && acts.held(Action::LookLeft));
        // With Ctrl they turn the eye even where there is a mark.
        desk.acts.places = Places::MARK;
        desk.keys.press(KeyCode::ControlLeft);
        let acts = desk.frame();
        assert!(!acts.held(Action::MarkLeft) && acts.held(Action::LookLeft));
    }

    #[test]
    fn shift_slows_what_has_no_shift_of_its_own() {
        let mut desk = Desk::at(Places::HANDS);
        desk.keys.press(KeyCode::ShiftLeft);
        desk.keys.press(KeyCode::KeyW);
        let acts = desk.frame();
        assert_eq!((acts.value(Action::Advance), acts.share()), (1.0, FINE));
        desk.acts.places = Places::ATLAS | Places::PANELS;
        desk.keys.press(KeyCode::ArrowUp);
        let acts = desk.frame();
        assert!(acts.held(Action::RingUp) && !acts.held(Action::LookUp));
    }

    #[test]
    fn keys_of_a_focused_button_do_nothing_else() {
        let mut desk = Desk::at(Places::BENCH | Places::PANELS);
        desk.keys.press(KeyCode::Space);
        assert!(desk.frame().just(Action::Stroke));
        desk.grip.focused = true;
        desk.keys.reset_all();
        desk.keys.press(KeyCode::Space);
        assert!(!desk.frame().just(Action::Stroke));
    }

    #[test]
    fn the_trigger_presses_by_degrees_and_sticks_start_gently() {
        let mut desk = Desk::at(Places::HANDS);
        desk.pad_button(GamepadButton::RightTrigger2, 0.5);
        desk.stick(GamepadAxis::LeftStickX, 0.5);
        let acts = desk.frame();
        assert_eq!(acts.device, Device::Gamepad);
        let press = acts.value(Action::Press);
        assert!(press > 0.4 && press < 0.5, "{press}");
        let turn = acts.value(Action::TurnRight);
        assert!(turn > 0.1 && turn < 0.3 && !acts.held(Action::TurnLeft), "{turn}");
        desk.stick(GamepadAxis::LeftStickX, 0.1);
        assert!(!desk.frame().held(Action::TurnRight), "a stick at rest rests");
    }

    #[test]
    fn the_left_hand_has_all_on_the_other_side() {
        let mut desk = Desk::at(Places::HANDS);
        desk.controls.options.set(super::super::options::Switch::LeftHanded, true);
        desk.grip.held = true;
        desk.pad_button(GamepadButton::LeftTrigger2, 1.0);
        desk.stick(GamepadAxis::RightStickY, 1.0);
        let acts = desk.frame();
        assert!(acts.held(Action::Press) && acts.held(Action::Raise) && !acts.held(Action::LookUp));
        desk.pad_button(GamepadButton::LeftTrigger2, 0.0);
        desk.buttons.press(MouseButton::Right);
        let acts = desk.frame();
        assert!(acts.held(Action::Press) && acts.by_mouse(Action::Press) && acts.click == (true, true));
    }

    #[test]
    fn what_stays_pressed_ends_when_pressed_again() {
        let mut desk = Desk::at(Places::HANDS);
        desk.controls.options.toggle_drive = true;
        let tap = |desk: &mut Desk, key: KeyCode| {
            desk.keys.press(key);
            desk.frame();
            desk.keys.release(key);
            let acts = desk.frame();
            (acts.held(Action::Advance), acts.held(Action::Withdraw))
        };
        assert_eq!(tap(&mut desk, KeyCode::KeyW), (true, false));
        assert_eq!(tap(&mut desk, KeyCode::KeyS), (false, true), "the way back ends the way in");
        assert_eq!(tap(&mut desk, KeyCode::KeyS), (false, false));
        tap(&mut desk, KeyCode::KeyW);
        desk.acts.places = Places::PANELS;
        desk.frame();
        desk.acts.places = Places::HANDS;
        assert!(!desk.frame().held(Action::Advance), "a menu ends it");
    }

    #[test]
    fn a_click_on_a_panel_presses_no_plunger() {
        let mut desk = Desk::at(Places::HANDS);
        desk.grip = Grip { held: true, over_panel: true, ..Grip::default() };
        desk.buttons.press(MouseButton::Left);
        assert!(!desk.frame().held(Action::Press));
        desk.grip.over_panel = false;
        assert!(!desk.frame().held(Action::Press), "it went down on the panel");
        desk.buttons.release(MouseButton::Left);
        desk.frame();
        desk.buttons.press(MouseButton::Left);
        assert!(desk.frame().held(Action::Press));
        // Over a panel the wheel scrolls.
        desk.notches = 1.0;
        assert_eq!(desk.frame().notches(Action::Advance, Action::Withdraw), 1.0);
        desk.grip.over_panel = true;
        assert_eq!(desk.frame().notches(Action::Advance, Action::Withdraw), 0.0);
    }
}
