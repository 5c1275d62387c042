//! What the hands do with the syringe: rates for the ticks of a frame, and acts that exactly one tick takes.
//!
//! **Invariant:** how far the hand moves depends on how far the mouse moved and how long a key was held, never on the frame rate; what
//! a frame without ticks collects waits for the next.

use bevy::input::mouse::{MouseScrollUnit, MouseWheel};
use bevy::prelude::*;
use bevy::window::CursorMoved;

use super::action::{Action, Places};
use super::acts::{Acts, Controls};
use crate::session::{Command, DT, Steer};

/// Turn of the shaft in the skin plane for a movement of the mouse, rad per logical pixel.
const YAW_PER_PX: f64 = 0.0026;
/// Turn of the shaft in the skin plane with keys and sticks, rad/s.
const YAW_RATE: f64 = 0.35;
/// The hub is raised and lowered so that the tip would go this way whatever the inserted length: mm per logical pixel, and mm/s with the
/// keys at first. At 50 mm 1° is 0.9 mm; at the entry point it is next to nothing.
const TIP_PER_PX: f64 = 0.03;
const TIP_RATE: f64 = 2.4;
/// A key that stays down comes, within this time in s, to the pace that follows round skin: the tip's way across per way along. At a lever
/// of 36 mm and any speed along the shaft that is a curve of 45 mm radius; a cheek's is near 80 mm [DESIGN §3].
const HASTE_S: f64 = 0.5;
const ACROSS: f64 = 0.8;
/// Shortest and longest lever of the tip in that, mm.
const LEVER_MM: (f64, f64) = (8.0, 45.0);
/// Fastest turn that a movement of the mouse gives, rad/s.
const FASTEST: f64 = 2.5;
/// Way of one notch of the wheel, mm, and the longest way that waits.
const NOTCH_MM: f64 = 1.5;
const WAITING_MM: f64 = 15.0;
/// Pixels of scrolling that count as a notch.
const NOTCH_PX: f64 = 40.0;

/// What the hands do.
#[derive(Resource, Debug, Default)]
pub(crate) struct Hands {
    /// Rates in the ticks of this frame.
    pub(crate) steer: Steer,
    /// Way along the shaft that the wheel asked for and that is not gone yet, mm.
    pub(crate) way_mm: f64,
    /// How far the plunger is pressed, as a share of a full press.
    pub(crate) press: f64,
    /// Whether the pointer holds a finger of the other hand down on the skin.
    pub(crate) touching: bool,
    /// Speed of advancing and withdrawing, mm/s.
    pub(crate) speed_mm_s: f64,
    command: Option<Command>,
    waiting_px: Vec2,
    /// How long the hub has been raised and lowered by a key, s.
    raising_s: [f64; 2],
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

/// Where the pointer and the hand are, for what [`Acts`] and [`collect`] read.
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
    /// Whether it is something to write in that has it.
    pub(crate) writing: bool,
}

/// Collects what the hands do before the ticks of a frame.
pub(crate) fn collect(
    acts: Res<Acts>,
    controls: Res<Controls>,
    mut moved: MessageReader<CursorMoved>,
    grip: Res<Grip>,
    time: (Res<Time<Virtual>>, Res<Time<Fixed>>),
    mut hands: ResMut<Hands>,
) {
    let (real, fixed) = time;
    let options = &controls.options;
    let ticks = ((fixed.overstep() + real.delta()).as_secs_f64() / fixed.timestep().as_secs_f64()).floor();
    let span = ticks * DT;
    let fine = acts.share();
    let up = if options.invert_pitch { -1.0 } else { 1.0 };
    // Keys as they are, sticks by their sensitivity.
    let both = |more: Action, less: Action, stick: f64| {
        let ((more_key, more_stick), (less_key, less_stick)) = (acts.parts(more), acts.parts(less));
        (more_key - less_key, (more_stick - less_stick) * stick)
    };

    let drag: Vec2 = moved.read().filter_map(|moved| moved.delta).sum();
    let at_it = grip.held && acts.places.meets(Places::HANDS);
    if at_it && !acts.held(Action::Turn) && !acts.aside && (acts.by_mouse(Action::Press) || !grip.over_panel) {
        hands.waiting_px += drag * (fine * options.mouse) as f32;
    }
    if at_it {
        let way = acts.notches(Action::Advance, Action::Withdraw) * NOTCH_MM * fine;
        hands.way_mm = (hands.way_mm + way).clamp(-WAITING_MM, WAITING_MM);
    }
    hands.press = acts.value(Action::Press);

    let lever = grip.inserted_mm.clamp(LEVER_MM.0, LEVER_MM.1);
    let most = (hands.speed_mm_s * ACROSS).max(TIP_RATE);
    let (raise, pitch_stick) = both(Action::Raise, Action::Lower, options.stick * up);
    let tip_mm_s = match () {
        () if raise > 0.0 => raise * tip_rate(&mut hands.raising_s, 0, span, most),
        () if raise < 0.0 => raise * tip_rate(&mut hands.raising_s, 1, span, most),
        () => {
            hands.raising_s = [0.0; 2];
            0.0
        }
    };
    let (turn, yaw_stick) = both(Action::TurnLeft, Action::TurnRight, options.stick);
    let (along, trigger) = both(Action::Advance, Action::Withdraw, 1.0);
    let mut steer = Steer {
        advance_mm_s: (along + trigger).clamp(-1.0, 1.0) * hands.speed_mm_s * fine,
        yaw_rad_s: (turn + yaw_stick) * YAW_RATE * fine,
        pitch_rad_s: (tip_mm_s + pitch_stick * most) / lever * fine,
        lift_mm_s: 0.0,
    };
    if ticks >= 1.0 {
        let px = std::mem::take(&mut hands.waiting_px);
        steer.yaw_rad_s -= (f64::from(px.x) * YAW_PER_PX / span).clamp(-FASTEST, FASTEST);
        steer.pitch_rad_s -= (up * f64::from(px.y) * (TIP_PER_PX / lever) / span).clamp(-FASTEST, FASTEST);
    }
    hands.steer = steer;
}

/// Mean speed of the tip across, mm/s, over the next `span` seconds of a key that has been down for a while.
fn tip_rate(held_s: &mut [f64; 2], way: usize, span: f64, most: f64) -> f64 {
    held_s[1 - way] = 0.0;
    let (from, to) = (held_s[way], held_s[way] + span);
    held_s[way] = to;
    // Way gone in the time since the key went down: the speed grows evenly and then stays.
    let gone = |time: f64| {
        let early = time.min(HASTE_S);
        TIP_RATE * early + (most - TIP_RATE) * early * early / (2.0 * HASTE_S) + most * (time - early)
    };
    if span > 0.0 { (gone(to) - gone(from)) / span } else { TIP_RATE }
}

/// Notches of the wheel, positive away from the person.
pub(crate) fn notches(wheel: &MouseWheel) -> f64 {
    match wheel.unit {
        MouseScrollUnit::Line => f64::from(wheel.y),
        MouseScrollUnit::Pixel => f64::from(wheel.y) / NOTCH_PX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tip_follows_a_held_key_alike_at_any_frame_rate() {
        let way = |frames: u32| {
            let (mut held, span) = ([0.0; 2], 1.2 / f64::from(frames));
            (0..frames).map(|_| tip_rate(&mut held, 0, span, 4.8) * span).sum::<f64>()
        };
        assert!((way(3) - way(144)).abs() < 1e-9, "{} {}", way(3), way(144));
        // A short press stays small, a long one follows round skin at the speed of the hand.
        let mut held = [0.0; 2];
        assert!(tip_rate(&mut held, 0, 0.1, 4.8) < 3.0);
        held[0] = 2.0;
        assert!((tip_rate(&mut held, 0, 0.1, 4.8) - 4.8).abs() < 1e-9);
    }
}
