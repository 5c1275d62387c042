//! What happens to the atlas between two frames: patients are built, keys and pointer are obeyed, names are found.

use bevy::input::mouse::MouseButton;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::super::load::Done;
use super::super::names::Sight;
use super::super::{Flow, Screen};
use super::DEEPEST;
use super::subject::{FIRST, nearest};
use crate::game::input::Grip;
use crate::game::panels::atlas::{Action, PersonAction};
use crate::game::panels::strip::Overlay;
use crate::game::scene::camera::{Eye, Glide};
use crate::game::scene::model::SkinPoint;
use crate::game::scene::stage::Frame;

/// Speed of the ring under Shift and the arrow keys, mm/s, and its first step, mm.
const RING_MM_S: f64 = 25.0;
const RING_STEP_MM: f64 = 2.0;
/// Turn of the eye under the arrow keys, pixels of a drag a second.
const TURN_PX_S: f64 = 260.0;
/// Skin that the ring may jump towards or away from the eye, mm.
const JUMP_MM: f64 = 60.0;

/// Builds what is wanted and takes in what was built.
pub(in super::super) fn tend(
    screen: Res<State<Screen>>,
    time: Res<Time>,
    mut flow: ResMut<Flow>,
    mut next: ResMut<NextState<Screen>>,
    eye: Res<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Atlas {
        return;
    }
    let flow = flow.bypass_change_detection();
    let Some(shelf) = flow.shelf.clone() else { return };
    let done = flow.atlas.job.as_ref().and_then(|(_, job)| job.poll());
    if let Some(done) = done {
        flow.atlas.job = None;
        match done {
            Done::Subject(subject) => {
                let atlas = &mut flow.atlas;
                if atlas.receive(subject) {
                    atlas.look(atlas.view.unwrap_or(FIRST), &eye, &mut glide);
                }
            }
            Done::Failed(trouble) => flow.fail(&mut next, trouble),
            _ => {}
        }
    }
    flow.atlas.build(&shelf, time.delta_secs());
}

/// Keys of the atlas.
pub(in super::super) fn keys(
    screen: Res<State<Screen>>,
    keys: Res<ButtonInput<KeyCode>>,
    time: Res<Time>,
    grip: Res<Grip>,
    mut flow: ResMut<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Atlas {
        return;
    }
    let flow = flow.bypass_change_detection();
    let just = |key: KeyCode| keys.just_pressed(key);
    let seed = new_seed(&time);
    let atlas = &mut flow.atlas;
    let digits = [KeyCode::Digit1, KeyCode::Digit2, KeyCode::Digit3, KeyCode::Digit4, KeyCode::Digit5, KeyCode::Digit6];
    for (index, _) in digits.into_iter().enumerate().filter(|(_, key)| just(*key)) {
        atlas.look(index, &eye, &mut glide);
    }
    for (key, overlay) in [
        (KeyCode::KeyG, Overlay::Regions),
        (KeyCode::KeyH, Overlay::Hazards),
        (KeyCode::KeyX, Overlay::NoGo),
        (KeyCode::KeyT, Overlay::Tension),
        (KeyCode::KeyK, Overlay::Landmarks),
        (KeyCode::KeyZ, Overlay::Zone),
        (KeyCode::KeyC, Overlay::CutAway),
    ] {
        if just(key) {
            atlas.toggle(overlay);
        }
    }
    if just(KeyCode::KeyL) {
        atlas.layer = if atlas.layer >= DEEPEST { 0.0 } else { atlas.layer.floor() + 1.0 };
    }
    if just(KeyCode::KeyV) {
        let places = atlas.places();
        let index = places.iter().position(|place| *place == atlas.place).map_or(0, |index| (index + 1) % places.len());
        atlas.obey(Action::Site(index), seed, &eye, &mut glide);
    }
    if just(KeyCode::KeyR) {
        atlas.change(PersonAction::Random, seed);
    }
    if just(KeyCode::Backspace) {
        atlas.change(PersonAction::Reset, seed);
    }
    let dt = time.delta_secs_f64().min(0.25);
    let held = |key: KeyCode| if just(key) { 0.0 } else { f64::from(u8::from(keys.pressed(key))) };
    let step = |key: KeyCode, first: f64, rate: f64| if just(key) { first } else { held(key) * rate * dt };
    let way = |more: KeyCode, less: KeyCode, first: f64, rate: f64| step(more, first, rate) - step(less, first, rate);
    let nearer = way(KeyCode::Equal, KeyCode::Minus, 1.0, 8.0);
    if nearer != 0.0 {
        glide.stop();
        eye.zoom(nearer);
    }
    // While a slider has the keyboard the arrow keys are its own.
    if grip.focused {
        return;
    }
    let both = |first: f64, rate: f64| {
        (way(KeyCode::ArrowRight, KeyCode::ArrowLeft, first, rate), way(KeyCode::ArrowUp, KeyCode::ArrowDown, first, rate))
    };
    if keys.pressed(KeyCode::ShiftLeft) || keys.pressed(KeyCode::ShiftRight) {
        let (x, y) = both(RING_STEP_MM, RING_MM_S);
        if let Some(anatomy) = atlas.body().map(|body| body.anatomy.clone()).filter(|_| x != 0.0 || y != 0.0) {
            let (right, up) = eye.axes();
            let from = atlas.probe.map_or(eye.target, |at| at.point);
            let to = from + right * x + up * y;
            // The skin that is seen there, or, at its rim, the skin nearest to it.
            let out = eye.outward();
            let seen = anatomy.hit(to + out * JUMP_MM, -out).filter(|hit| hit.point.distance(to) < JUMP_MM);
            let seen = seen.map(|hit| SkinPoint { point: hit.point, normal: hit.normal });
            atlas.probe = Some(seen.unwrap_or_else(|| nearest(&anatomy, to)));
        }
    } else {
        let (x, y) = both(TURN_PX_S * 0.1, TURN_PX_S);
        if x != 0.0 || y != 0.0 {
            glide.stop();
            atlas.view = None;
            eye.orbit(-x, y);
        }
    }
}

/// A seed nobody has chosen: that of somebody new.
pub(in super::super) fn new_seed(time: &Time) -> u64 {
    let nanos = time.elapsed().as_nanos() as u64;
    xxhash_rust::xxh64::xxh64(&nanos.to_le_bytes(), 0) % 99_999 + 1
}

/// Reads the place under the pointer, and finds the names that are in sight.
pub(in super::super) fn read(
    screen: Res<State<Screen>>,
    window: Query<&Window, With<PrimaryWindow>>,
    buttons: Res<ButtonInput<MouseButton>>,
    grip: Res<Grip>,
    eye: Res<Eye>,
    frame: Res<Frame>,
    mut flow: ResMut<Flow>,
    mut last: Local<Option<Vec2>>,
) {
    let flow = flow.bypass_change_detection();
    let cursor = window.single().ok().and_then(Window::cursor_position).filter(|_| !grip.over_panel);
    // The ring follows the pointer only while that moves: the keys may have moved it since.
    let moved = *last != cursor;
    *last = cursor;
    match screen.get() {
        Screen::Atlas => {
            let Some(body) = flow.atlas.body() else { return };
            let anatomy = body.anatomy.as_ref();
            let mut pointed = None;
            let still = !buttons.pressed(MouseButton::Left) && !buttons.pressed(MouseButton::Right);
            if let Some(cursor) = cursor.filter(|_| moved && still) {
                let (origin, direction) = eye.ray(cursor, &frame);
                pointed = anatomy.hit(origin, direction).map(|hit| SkinPoint { point: hit.point, normal: hit.normal });
            }
            let on = flow.atlas.switches;
            let sight = Sight { anatomy, eye: &eye, frame: &frame, lang: &flow.lang };
            let mut labels = Vec::new();
            if on.hazards {
                labels.extend(cursor.and_then(|cursor| sight.hazard_at(cursor)));
                // All of them where nothing else is named.
                if !(on.regions || on.no_go || on.landmarks) {
                    labels.extend(sight.hazards());
                }
            }
            if on.regions || on.no_go {
                labels.extend(sight.regions(&body.overlays, on.regions, on.no_go));
            }
            if on.landmarks {
                labels.extend(sight.landmarks(&body.overlays));
            }
            flow.atlas.labels = labels;
            flow.atlas.probe = pointed.or(flow.atlas.probe);
        }
        Screen::Procedure => {
            let (Some(attempt), Some(stage)) = (&flow.attempt, &flow.stage) else { return };
            let anatomy = attempt.session.setup().anatomy.as_ref();
            let sight = Sight { anatomy, eye: &eye, frame: &frame, lang: &flow.lang };
            let shows = flow.desk.shows;
            let mut labels = Vec::new();
            if shows.hazards && !attempt.held {
                labels.extend(cursor.and_then(|cursor| sight.hazard_at(cursor)));
            }
            if shows.regions {
                labels.extend(sight.regions(&stage.overlays, true, false));
            }
            if shows.landmarks {
                labels.extend(sight.landmarks(&stage.overlays));
            }
            flow.desk.labels = labels;
        }
        _ => {}
    }
}
