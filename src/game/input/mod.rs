//! What the hands do with mouse and keyboard: rates for the ticks of a frame, and acts that exactly one tick takes.
//!
//! **Invariant:** how far the hand moves depends on how far the mouse moved and how long a key was held, never on the frame rate; what
//! a frame without ticks collects waits for the next.

use bevy::input::mouse::{MouseScrollUnit, MouseWheel};
use bevy::prelude::*;
use bevy::window::CursorMoved;

use crate::session::{Command, DT, Steer};

/// Turn of the shaft in the skin plane for a movement of the mouse, rad per logical pixel.
const YAW_PER_PX: f64 = 0.0026;
/// Turn of the shaft in the skin plane with the keys, rad/s.
const YAW_RATE: f64 = 0.35;
/// The hub is raised and lowered so that the tip would go this way whatever the inserted length: mm per logical pixel, and mm/s with the
/// keys. At 50 mm 1° is 0.9 mm; at the entry point it is next to nothing.
const TIP_PER_PX: f64 = 0.03;
const TIP_RATE: f64 = 2.4;
/// Shortest and longest lever of the tip in that, mm.
const LEVER_MM: (f64, f64) = (8.0, 45.0);
/// Fastest turn that a movement of the mouse gives, rad/s.
const FASTEST: f64 = 2.5;
/// Way of one notch of the wheel, mm, and the longest way that waits.
const NOTCH_MM: f64 = 1.5;
const WAITING_MM: f64 = 15.0;
/// Share of every movement with Shift.
const FINE: f64 = 0.25;
/// Pixels of scrolling that count as a notch.
const NOTCH_PX: f64 = 40.0;

/// What the hands do.
#[derive(Resource, Debug, Default)]
pub(crate) struct Hands {
    /// Rates in the ticks of this frame.
    pub(crate) steer: Steer,
    /// Way along the shaft that the wheel asked for and that is not gone yet, mm.
    pub(crate) way_mm: f64,
    /// Whether the plunger is pressed.
    pub(crate) pressing: bool,
    /// Whether the pointer holds a finger of the other hand down on the skin.
    pub(crate) touching: bool,
    /// Speed of advancing and withdrawing, mm/s.
    pub(crate) speed_mm_s: f64,
    command: Option<Command>,
    waiting_px: Vec2,
    /// The left button went down on the field while the syringe was in the hand, and is still down.
    button: bool,
}

impl Hands {
    /// Keeps an act for the next tick; a second one in the same frame is dropped.
    pub(crate) fn latch(&mut self, command: Command) {
        self.command.get_or_insert(command);
    }

    /// The act, for exactly one tick.
    pub(crate) fn take_command(&mut self) -> Option<Command> {
        self.command.take()
    }

    /// Hands off.
    pub(crate) fn rest(&mut self) {
        *self = Self { speed_mm_s: self.speed_mm_s, ..Self::default() };
    }
}

/// Where the pointer and the hand are, for [`collect`].
#[derive(Resource, Clone, Copy, Debug, Default)]
pub(crate) struct Grip {
    /// Whether the syringe is in the hand: only then the mouse moves it.
    pub(crate) held: bool,
    /// Length of the cannula in the tissue, mm; 0 outside.
    pub(crate) inserted_mm: f64,
    /// Whether the pointer is over a panel.
    pub(crate) over_panel: bool,
    /// Whether a button or slider has the keyboard.
    pub(crate) focused: bool,
}

/// Reads mouse and keys before the ticks of a frame.
pub(crate) fn collect(
    keys: Res<ButtonInput<KeyCode>>,
    buttons: Res<ButtonInput<MouseButton>>,
    mut moved: MessageReader<CursorMoved>,
    mut wheel: MessageReader<MouseWheel>,
    grip: Res<Grip>,
    time: (Res<Time<Virtual>>, Res<Time<Fixed>>),
    mut hands: ResMut<Hands>,
) {
    let (real, fixed) = time;
    let ticks = ((fixed.overstep() + real.delta()).as_secs_f64() / fixed.timestep().as_secs_f64()).floor();
    // A key that was pressed and let go within one frame counts for that frame.
    let down = |key: KeyCode| keys.pressed(key) || keys.just_pressed(key);
    let between = |more: KeyCode, less: KeyCode| f64::from(i8::from(down(more)) - i8::from(down(less)));
    let fine = if down(KeyCode::ShiftLeft) || down(KeyCode::ShiftRight) { FINE } else { 1.0 };

    let drag: Vec2 = moved.read().filter_map(|moved| moved.delta).sum();
    let notches: f64 = wheel.read().map(notches).sum();
    let mouse = grip.held && !buttons.pressed(MouseButton::Right) && !down(KeyCode::ControlLeft);
    if mouse && (hands.button || !grip.over_panel) {
        hands.waiting_px += drag * fine as f32;
    }
    if mouse && !grip.over_panel {
        hands.way_mm = (hands.way_mm + notches * NOTCH_MM * fine).clamp(-WAITING_MM, WAITING_MM);
    }
    if !buttons.pressed(MouseButton::Left) {
        hands.button = false;
    } else if buttons.just_pressed(MouseButton::Left) {
        hands.button = grip.held && !grip.over_panel;
    }
    hands.pressing = hands.button || down(KeyCode::Space);

    let lever = grip.inserted_mm.clamp(LEVER_MM.0, LEVER_MM.1);
    let mut steer = Steer {
        advance_mm_s: between(KeyCode::KeyW, KeyCode::KeyS) * hands.speed_mm_s * fine,
        yaw_rad_s: between(KeyCode::KeyA, KeyCode::KeyD) * YAW_RATE * fine,
        pitch_rad_s: between(KeyCode::KeyR, KeyCode::KeyF) * (TIP_RATE / lever) * fine,
        lift_mm_s: 0.0,
    };
    if ticks >= 1.0 {
        let span = ticks * DT;
        let px = std::mem::take(&mut hands.waiting_px);
        steer.yaw_rad_s -= (f64::from(px.x) * YAW_PER_PX / span).clamp(-FASTEST, FASTEST);
        steer.pitch_rad_s -= (f64::from(px.y) * (TIP_PER_PX / lever) / span).clamp(-FASTEST, FASTEST);
    }
    hands.steer = steer;
}

/// Notches of the wheel, positive away from the person.
pub(crate) fn notches(wheel: &MouseWheel) -> f64 {
    match wheel.unit {
        MouseScrollUnit::Line => f64::from(wheel.y),
        MouseScrollUnit::Pixel => f64::from(wheel.y) / NOTCH_PX,
    }
}
