//! What happens to the atlas between two frames: patients are built, keys and pointer are obeyed, names are found.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::super::keys::{OVERLAYS, look};
use super::super::load::Done;
use super::super::names::Sight;
use super::super::{Flow, Screen, ring};
use super::DEEPEST;
use super::subject::FIRST;
use crate::game::input::{Action, Acts, Controls, Grip};
use crate::game::panels::atlas::{Action as AtlasAction, PersonAction};
use crate::game::scene::camera::{Eye, Glide};
use crate::game::scene::stage::Frame;

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

/// What is done in the atlas by keys and buttons.
pub(in super::super) fn keys(
    screen: Res<State<Screen>>,
    acts: Res<Acts>,
    controls: Res<Controls>,
    time: Res<Time>,
    mut flow: ResMut<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Atlas {
        return;
    }
    let flow = flow.bypass_change_detection();
    let just = |action: Action| acts.just(action);
    let seed = new_seed(&time);
    let atlas = &mut flow.atlas;
    let views = [Action::View1, Action::View2, Action::View3, Action::View4, Action::View5, Action::View6];
    for (index, _) in views.into_iter().enumerate().filter(|(_, view)| just(*view)) {
        atlas.look(index, &eye, &mut glide);
    }
    for (_, overlay) in OVERLAYS.into_iter().filter(|(action, _)| just(*action)) {
        atlas.toggle(overlay);
    }
    if just(Action::Layer) {
        atlas.layer = if atlas.layer >= DEEPEST { 0.0 } else { atlas.layer.floor() + 1.0 };
    }
    if just(Action::NextSite) {
        let places = atlas.places();
        let index = places.iter().position(|place| *place == atlas.place).map_or(0, |index| (index + 1) % places.len());
        atlas.obey(AtlasAction::Site(index), seed, &eye, &mut glide);
    }
    if just(Action::Random) {
        atlas.change(PersonAction::Random, seed);
    }
    if just(Action::Original) {
        atlas.change(PersonAction::Reset, seed);
    }
    let dt = time.delta_secs_f64().min(0.25);
    if let Some(anatomy) = atlas.body().map(|body| body.anatomy.clone()) {
        atlas.probe = ring::moved(&anatomy, atlas.probe, &acts, &controls, &eye, dt).or(atlas.probe);
    }
    if look(&acts, &controls, dt, &mut eye, &mut glide) {
        atlas.view = None;
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
    acts: Res<Acts>,
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
            let still = !acts.click.0 && !acts.held(Action::Turn);
            if let Some(cursor) = cursor.filter(|_| moved && still) {
                pointed = ring::under(anatomy, cursor, &eye, &frame);
            }
            let on = flow.atlas.switches;
            let sight = Sight { anatomy, eye: &eye, frame: &frame, lang: &flow.lang, free: None };
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
            let free = attempt.held.then(|| attempt.session.setup().zone.as_ref());
            let sight = Sight { anatomy, eye: &eye, frame: &frame, lang: &flow.lang, free };
            let shows = flow.desk.shows;
            let mut labels = Vec::new();
            if shows.hazards {
                labels.extend(cursor.filter(|_| !attempt.held).and_then(|cursor| sight.hazard_at(cursor)));
                if !(shows.regions || shows.landmarks) {
                    labels.extend(sight.hazards());
                }
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
