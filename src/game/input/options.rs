//! How controls behave: sensitivity, handedness, hold or toggle, dead zone, rumble.
//!
//! **Invariant:** a value that is missing, of the wrong kind or out of range is its default; the others stay.

use serde_json::{Value, json};

/// Share of every movement with fine control.
pub(crate) const FINE: f64 = 0.25;

/// How controls behave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// How far the mouse goes, 0.25 to 3.
    pub mouse: f64,
    /// How fast a stick goes, 0.25 to 3.
    pub stick: f64,
    /// Movement of a stick, 0.05 to 0.5, below which it rests.
    pub dead_zone: f64,
    /// Mouse and stick away from the person lower the hub.
    pub invert_pitch: bool,
    /// Rails, sticks and shoulder buttons change sides.
    pub left_handed: bool,
    /// The mouse's left and right button change places.
    pub swap_buttons: bool,
    /// Fine control stays until its key is pressed again.
    pub toggle_fine: bool,
    /// The plunger stays pressed until its key is pressed again.
    pub toggle_press: bool,
    /// Advancing and withdrawing go on until a key of theirs is pressed again.
    pub toggle_drive: bool,
    /// The gamepad shakes with force, layers and bone.
    pub rumble: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mouse: 1.0,
            stick: 1.0,
            dead_zone: 0.12,
            invert_pitch: false,
            left_handed: false,
            swap_buttons: false,
            toggle_fine: false,
            toggle_press: false,
            toggle_drive: false,
            rumble: true,
        }
    }
}

/// A switch among the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// [`Options::left_handed`], which also swaps the mouse's buttons.
    LeftHanded,
    /// [`Options::swap_buttons`].
    SwapButtons,
    /// [`Options::invert_pitch`].
    InvertPitch,
    /// [`Options::toggle_fine`].
    ToggleFine,
    /// [`Options::toggle_press`].
    TogglePress,
    /// [`Options::toggle_drive`].
    ToggleDrive,
    /// [`Options::rumble`].
    Rumble,
}

impl Switch {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::LeftHanded,
        Self::SwapButtons,
        Self::InvertPitch,
        Self::ToggleFine,
        Self::TogglePress,
        Self::ToggleDrive,
        Self::Rumble,
    ];

    /// Name in the file; with `controls-` before it the id of its words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftHanded => "left-handed",
            Self::SwapButtons => "swap-buttons",
            Self::InvertPitch => "invert-pitch",
            Self::ToggleFine => "toggle-fine",
            Self::TogglePress => "toggle-press",
            Self::ToggleDrive => "toggle-drive",
            Self::Rumble => "rumble",
        }
    }
}

/// A number among the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// [`Options::mouse`].
    Mouse,
    /// [`Options::stick`].
    Stick,
    /// [`Options::dead_zone`].
    DeadZone,
}

impl Amount {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Mouse, Self::Stick, Self::DeadZone];

    /// Name in the file; with `controls-` before it the id of its words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mouse => "mouse-sensitivity",
            Self::Stick => "stick-sensitivity",
            Self::DeadZone => "dead-zone",
        }
    }

    /// Least, most and one step.
    #[must_use]
    pub const fn range(self) -> (f64, f64, f64) {
        match self {
            Self::Mouse | Self::Stick => (0.25, 3.0, 0.25),
            Self::DeadZone => (0.04, 0.48, 0.04),
        }
    }
}

impl Options {
    /// Whether a switch is on.
    #[must_use]
    pub const fn is(&self, switch: Switch) -> bool {
        match switch {
            Switch::LeftHanded => self.left_handed,
            Switch::SwapButtons => self.swap_buttons,
            Switch::InvertPitch => self.invert_pitch,
            Switch::ToggleFine => self.toggle_fine,
            Switch::TogglePress => self.toggle_press,
            Switch::ToggleDrive => self.toggle_drive,
            Switch::Rumble => self.rumble,
        }
    }

    /// Sets a switch; the left hand takes the mouse's buttons along.
    pub fn set(&mut self, switch: Switch, on: bool) {
        match switch {
            Switch::LeftHanded => (self.left_handed, self.swap_buttons) = (on, on),
            Switch::SwapButtons => self.swap_buttons = on,
            Switch::InvertPitch => self.invert_pitch = on,
            Switch::ToggleFine => self.toggle_fine = on,
            Switch::TogglePress => self.toggle_press = on,
            Switch::ToggleDrive => self.toggle_drive = on,
            Switch::Rumble => self.rumble = on,
        }
    }

    /// A number's value.
    #[must_use]
    pub const fn amount(&self, amount: Amount) -> f64 {
        match amount {
            Amount::Mouse => self.mouse,
            Amount::Stick => self.stick,
            Amount::DeadZone => self.dead_zone,
        }
    }

    /// Sets a number, kept within its range.
    pub fn set_amount(&mut self, amount: Amount, value: f64) {
        let (least, most, _) = amount.range();
        let value = value.clamp(least, most);
        match amount {
            Amount::Mouse => self.mouse = value,
            Amount::Stick => self.stick = value,
            Amount::DeadZone => self.dead_zone = value,
        }
    }

    /// What stood in the file, repaired where it is damaged.
    pub(super) fn repaired(value: &Value) -> Self {
        let mut set = Self::default();
        // The left hand first: it takes the buttons along, which have a value of their own.
        for switch in Switch::ALL {
            if let Some(on) = value.get(switch.name()).and_then(Value::as_bool) {
                set.set(switch, on);
            }
        }
        for amount in Amount::ALL {
            if let Some(number) = value.get(amount.name()).and_then(Value::as_f64).filter(|number| number.is_finite()) {
                set.set_amount(amount, number);
            }
        }
        set
    }

    pub(super) fn to_json(self) -> Value {
        let mut value = json!({});
        for switch in Switch::ALL {
            value[switch.name()] = json!(self.is(switch));
        }
        for amount in Amount::ALL {
            value[amount.name()] = json!(self.amount(amount));
        }
        value
    }

    /// Movement of a stick, −1 to 1, as it counts: nothing in the dead zone, slow at first [design: the square, for small corrections].
    pub(crate) fn stick(&self, value: f64) -> f64 {
        let over = ((value.abs() - self.dead_zone) / (1.0 - self.dead_zone)).clamp(0.0, 1.0);
        over * over * value.signum()
    }

    /// Travel of a trigger, 0 to 1, as it counts: nothing in the dead zone, then in proportion.
    pub(crate) fn trigger(&self, value: f64) -> f64 {
        let zone = self.dead_zone * 0.5;
        ((value - zone) / (1.0 - zone)).clamp(0.0, 1.0)
    }
}
