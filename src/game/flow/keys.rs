//! The procedure's keys: what acts once, what moves marks and the eye, and what is set by them.

use bevy::prelude::*;

use super::doing::STIR_S;
use super::other_hand::MASSAGE_RANGE_N;
use super::procedure::marking;
use super::{Flow, bench, settings::Settings};
use crate::game::input::Hands;
use crate::game::panels::pause;
use crate::game::panels::strip::Overlay;
use crate::game::scene::camera::{Eye, Glide};
use crate::session::{BenchAct, Command};

/// Speed of the mark under the arrow keys, mm/s, and its first step, mm.
const MARK_MM_S: f64 = 12.0;
const MARK_STEP_MM: f64 = 1.0;
/// Turn of the eye under the arrow keys, pixels of a drag a second.
const TURN_PX_S: f64 = 260.0;
/// Change of the press under its keys, N/s, and its first step, N.
const PRESS_N_S: f64 = 6.0;
const PRESS_STEP_N: f64 = 0.5;
/// Weakest and strongest press that can be set, N: the hard limit of a thumb is near 40 N [recalled: ergonomics; uncertain].
const PRESS_N: (f64, f64) = (0.5, 40.0);

/// Keys that act once, and those that move marks and settings.
pub(super) fn keys(
    keys: Res<ButtonInput<KeyCode>>,
    time: Res<Time>,
    mut flow: ResMut<Flow>,
    mut hands: ResMut<Hands>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    let flow = flow.bypass_change_detection();
    if flow.pause.is_some() {
        return;
    }
    let just = |key: KeyCode| keys.just_pressed(key);
    if just(KeyCode::Escape) {
        flow.pause = Some(pause::Page::Menu);
        hands.rest();
        return;
    }
    for (index, key) in [KeyCode::Digit1, KeyCode::Digit2, KeyCode::Digit3, KeyCode::Digit4].into_iter().enumerate() {
        if just(key) {
            flow.look(index, &eye, &mut glide);
        }
    }
    for (key, overlay) in [
        (KeyCode::KeyM, Overlay::Dose),
        (KeyCode::KeyH, Overlay::Hazards),
        (KeyCode::KeyZ, Overlay::Zone),
        (KeyCode::KeyP, Overlay::Entry),
        (KeyCode::KeyC, Overlay::CutAway),
        (KeyCode::KeyG, Overlay::Regions),
        (KeyCode::KeyT, Overlay::Tension),
        (KeyCode::KeyK, Overlay::Landmarks),
    ] {
        if just(key) {
            flow.desk.toggle(overlay);
        }
    }
    if just(KeyCode::KeyL) {
        let peel = &mut flow.desk.shows.peel;
        *peel = if *peel >= 4.0 { 0.0 } else { peel.floor() + 1.0 };
    }
    acts(flow, &keys, &mut hands);
    let dt = time.delta_secs_f64().min(0.25);
    set(flow, &keys, &mut hands, dt);
    // A key that went down in this frame takes one step; one that stays down moves on.
    let held = |key: KeyCode| if just(key) { 0.0 } else { f64::from(u8::from(keys.pressed(key))) };
    let step = |key: KeyCode, first: f64, rate: f64| if just(key) { first } else { held(key) * rate * dt };
    let Some(attempt) = &mut flow.attempt else { return };
    let fine = if keys.pressed(KeyCode::ShiftLeft) || keys.pressed(KeyCode::ShiftRight) { 0.25 } else { 1.0 };
    let way = |more: KeyCode, less: KeyCode, first: f64, rate: f64| (step(more, first, rate) - step(less, first, rate)) * fine;
    let arrows = [KeyCode::ArrowRight, KeyCode::ArrowLeft, KeyCode::ArrowUp, KeyCode::ArrowDown];
    if arrows.into_iter().any(|key| keys.pressed(key) || just(key)) {
        if marking(attempt) {
            let (right, up) = eye.axes();
            let x = way(arrows[0], arrows[1], MARK_STEP_MM, MARK_MM_S);
            let y = way(arrows[2], arrows[3], MARK_STEP_MM, MARK_MM_S);
            attempt.move_mark(right * x + up * y);
        } else {
            glide.stop();
            flow.desk.view = None;
            let x = way(arrows[0], arrows[1], TURN_PX_S * 0.1, TURN_PX_S);
            let y = way(arrows[2], arrows[3], TURN_PX_S * 0.1, TURN_PX_S);
            eye.orbit(-x, y);
        }
    }
    let nearer = way(KeyCode::Equal, KeyCode::Minus, 1.0, 8.0);
    if nearer != 0.0 {
        eye.zoom(nearer);
    }
}

fn acts(flow: &mut Flow, keys: &ButtonInput<KeyCode>, hands: &mut Hands) {
    let just = |key: KeyCode| keys.just_pressed(key);
    let Some(attempt) = &mut flow.attempt else { return };
    if bench::open(attempt) {
        if just(KeyCode::Space) && !attempt.session.stroking() {
            hands.latch(Command::Bench(BenchAct::stroke(STIR_S)));
        }
        return;
    }
    if just(KeyCode::F1) {
        hands.latch(Command::Disinfect);
    }
    if just(KeyCode::F10) {
        hands.latch(Command::Finish);
    }
    if (just(KeyCode::Enter) || just(KeyCode::NumpadEnter)) && marking(attempt) && !attempt.massaging() {
        hands.latch(attempt.entry_command());
    }
    if just(KeyCode::Tab) {
        attempt.swap_hands();
    }
    if just(KeyCode::KeyX) {
        attempt.toggle_stretch();
    }
    if just(KeyCode::KeyB) && !attempt.session.layings().is_empty() {
        attempt.toggle_massage();
    }
    if just(KeyCode::KeyN) && !attempt.inserted() && !attempt.session.entries().is_empty() {
        attempt.work_through((attempt.entry + 1) % attempt.session.entries().len());
    }
}

/// The press and the speed.
fn set(flow: &mut Flow, keys: &ButtonInput<KeyCode>, hands: &mut Hands, dt: f64) {
    let just = |key: KeyCode| keys.just_pressed(key);
    let step = |key: KeyCode, first: f64, rate: f64| {
        if just(key) { first } else { f64::from(u8::from(keys.pressed(key))) * rate * dt }
    };
    if let Some(attempt) = &mut flow.attempt {
        let change = step(KeyCode::KeyE, PRESS_STEP_N, PRESS_N_S) - step(KeyCode::KeyQ, PRESS_STEP_N, PRESS_N_S);
        if attempt.massaging() {
            attempt.massage_n = (attempt.massage_n + change).clamp(MASSAGE_RANGE_N.0, MASSAGE_RANGE_N.1);
        } else {
            attempt.strength_n = (attempt.strength_n + change).clamp(PRESS_N.0, PRESS_N.1);
        }
    }
    let faster = f64::from(i8::from(just(KeyCode::BracketRight)) - i8::from(just(KeyCode::BracketLeft)));
    if faster != 0.0 {
        let speed = (flow.settings.speed_mm_s + faster).clamp(*Settings::SPEED.start(), *Settings::SPEED.end());
        flow.settings.speed_mm_s = speed;
        flow.settings.save(&flow.home);
    }
    hands.speed_mm_s = flow.settings.speed_mm_s;
}
