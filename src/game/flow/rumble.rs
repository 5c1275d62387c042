//! What a gamepad lets the hand feel: force at the hub, layers that give way, bone.

use std::time::Duration;

use bevy::input::gamepad::{Gamepad, GamepadRumbleIntensity, GamepadRumbleRequest};
use bevy::prelude::*;

use super::{Flow, Screen};
use crate::game::input::{Controls, Device, Acts};
use crate::session::EventKind;

/// Force at the hub, N, at which the gamepad begins to shake, and at which it shakes most [design: dermis is entered from 2 N on, DESIGN §3].
const FORCE_N: (f64, f64) = (0.6, 4.0);
/// Strongest shake by force, of 1.
const MOST: f64 = 0.45;
/// Time of one piece of a shake that goes on, s.
const PIECE_S: f32 = 0.12;

/// How hard the motors shake, strong and weak, and how long, s, for an event.
fn knock(kind: &EventKind) -> Option<(f32, f32, f32)> {
    match kind {
        EventKind::Pop { .. } => Some((0.35, 0.6, 0.09)),
        EventKind::LayerEntered { .. } | EventKind::Inserted { .. } => Some((0.0, 0.35, 0.06)),
        EventKind::BoneTouched { .. } => Some((0.8, 0.3, 0.14)),
        EventKind::SkinExited { .. } | EventKind::Jammed => Some((0.5, 0.5, 0.2)),
        _ => None,
    }
}

/// How hard a force shakes the strong motor.
fn strength(force_n: f64) -> f32 {
    (((force_n.abs() - FORCE_N.0) / (FORCE_N.1 - FORCE_N.0)).clamp(0.0, 1.0) * MOST) as f32
}

/// Shakes the gamepads with what the hand would feel.
pub(super) fn shake(
    flow: Res<Flow>,
    screen: Res<State<Screen>>,
    controls: Res<Controls>,
    acts: Res<Acts>,
    time: Res<Time<Real>>,
    pads: Query<Entity, With<Gamepad>>,
    mut asked: MessageWriter<GamepadRumbleRequest>,
    mut told: Local<usize>,
    mut rest_s: Local<f32>,
) {
    let Some(attempt) = flow.attempt.as_ref() else {
        *told = 0;
        return;
    };
    let events = attempt.session.events();
    let new = events.get(*told..).unwrap_or_default();
    *told = events.len();
    if !controls.options.rumble || acts.device != Device::Gamepad || *screen.get() != Screen::Procedure || !flow.running() {
        return;
    }
    let mut add = |strong: f32, weak: f32, seconds: f32| {
        for gamepad in &pads {
            let intensity = GamepadRumbleIntensity { strong_motor: strong, weak_motor: weak };
            asked.write(GamepadRumbleRequest::Add { duration: Duration::from_secs_f32(seconds), intensity, gamepad });
        }
    };
    for (strong, weak, seconds) in new.iter().filter_map(|event| knock(&event.kind)) {
        add(strong, weak, seconds);
    }
    *rest_s -= time.delta_secs();
    let force = strength(attempt.session.reading().map_or(0.0, |reading| reading.hub_force_n));
    if force > 0.0 && *rest_s <= 0.0 {
        add(force, 0.0, PIECE_S);
        *rest_s = PIECE_S;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_forces_are_still_and_strong_ones_stay_gentle() {
        assert_eq!(strength(0.3), 0.0);
        assert!(strength(1.5) > 0.0 && strength(1.5) < strength(3.0));
        assert_eq!(strength(50.0), MOST as f32);
    }
}
