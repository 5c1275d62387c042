//! What is done at the patient by keys and buttons: what acts once, what moves marks and the eye, and what is set.

use bevy::prelude::*;

use super::doing::{Doing, STIR_S};
use super::mode::Mode;
use super::other_hand::MASSAGE_RANGE_N;
use super::procedure::marking;
use super::{Flow, bench, consult, settings::Settings};
use crate::game::input::{Action, Acts, Controls, Hands};
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
pub(super) const PRESS_STEP_N: f64 = 0.5;
/// Weakest and strongest press that can be set, N: the hard limit of a thumb is near 40 N [recalled: ergonomics; uncertain].
const PRESS_N: (f64, f64) = (0.5, 40.0);

/// The overlays that have an action of their own.
pub(super) const OVERLAYS: [(Action, Overlay); 9] = [
    (Action::Dose, Overlay::Dose),
    (Action::Hazards, Overlay::Hazards),
    (Action::Zone, Overlay::Zone),
    (Action::Proposed, Overlay::Entry),
    (Action::CutAway, Overlay::CutAway),
    (Action::Regions, Overlay::Regions),
    (Action::Tension, Overlay::Tension),
    (Action::Landmarks, Overlay::Landmarks),
    (Action::NoGo, Overlay::NoGo),
];

/// What acts once, and what moves marks and settings.
pub(super) fn keys(
    mut acts: ResMut<Acts>,
    controls: Res<Controls>,
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
    let just = |action: Action| acts.just(action);
    let back = acts.escape || just(Action::Back);
    if flow.desk.panels {
        flow.desk.panels = !(back || just(Action::Panels));
        return;
    }
    if back || just(Action::Menu) {
        flow.pause = Some(pause::Page::Menu);
        hands.rest();
        acts.let_go();
        return;
    }
    if just(Action::Panels) {
        flow.desk.panels = true;
        hands.rest();
        acts.let_go();
        return;
    }
    for (index, action) in [Action::View1, Action::View2, Action::View3, Action::View4].into_iter().enumerate() {
        if just(action) {
            flow.look(index, &eye, &mut glide);
        }
    }
    // In an exam nothing shows what an eye would not see: as the strip then says.
    let exam = flow.attempt.as_ref().is_some_and(|attempt| attempt.mode == Mode::Exam);
    for (_, overlay) in OVERLAYS.into_iter().filter(|(action, overlay)| just(*action) && (!exam || *overlay == Overlay::Zone)) {
        flow.desk.toggle(overlay);
    }
    if just(Action::Layer) && !exam {
        let peel = &mut flow.desk.shows.peel;
        *peel = if *peel >= 4.0 { 0.0 } else { peel.floor() + 1.0 };
    }
    once(flow, &acts, &mut hands);
    let dt = time.delta_secs_f64().min(0.25);
    set(flow, &acts, &mut hands, dt);
    let Some(attempt) = &mut flow.attempt else { return };
    let share = acts.share() * controls.pace(&acts);
    let way = |more: Action, less: Action, first: f64, rate: f64| acts.way(more, less, first, rate, dt) * share;
    let x = way(Action::MarkRight, Action::MarkLeft, MARK_STEP_MM, MARK_MM_S);
    let y = way(Action::MarkUp, Action::MarkDown, MARK_STEP_MM, MARK_MM_S);
    if (x, y) != (0.0, 0.0) && marking(attempt) {
        let (right, up) = eye.axes();
        attempt.move_mark(right * x + up * y);
        if attempt.drawing() && attempt.pen.is_down() {
            attempt.draw_to(attempt.mark.point);
        }
    }
    if look(&acts, &controls, dt, &mut eye, &mut glide) {
        flow.desk.view = None;
    }
}

/// Turns and zooms the eye by keys and sticks; whether it turned.
pub(super) fn look(acts: &Acts, controls: &Controls, dt: f64, eye: &mut Eye, glide: &mut Glide) -> bool {
    let share = acts.share() * controls.pace(acts);
    let way = |more: Action, less: Action, first: f64, rate: f64| acts.way(more, less, first, rate, dt) * share;
    let x = way(Action::LookRight, Action::LookLeft, TURN_PX_S * 0.1, TURN_PX_S);
    let y = way(Action::LookUp, Action::LookDown, TURN_PX_S * 0.1, TURN_PX_S);
    if (x, y) != (0.0, 0.0) {
        glide.stop();
        eye.orbit(-x, y);
    }
    let nearer = way(Action::Nearer, Action::Farther, 1.0, 8.0);
    if nearer != 0.0 {
        glide.stop();
        eye.zoom(nearer);
    }
    (x, y) != (0.0, 0.0)
}

fn once(flow: &mut Flow, acts: &Acts, hands: &mut Hands) {
    let just = |action: Action| acts.just(action);
    let Some(attempt) = &mut flow.attempt else { return };
    if bench::open(attempt) {
        if just(Action::Stroke) && !attempt.session.stroking() {
            hands.latch(Command::Bench(BenchAct::stroke(STIR_S)));
        }
        return;
    }
    if consult::open(attempt) {
        return;
    }
    if attempt.drawing() {
        if just(Action::Pen) {
            attempt.toggle_pen();
        }
        if just(Action::Wipe) {
            attempt.wipe();
        }
        if just(Action::MarksDone) {
            attempt.take_pen(false);
        }
        return;
    }
    if just(Action::Inspect) && Doing::possible(attempt).contains(&Doing::Inspect) {
        attempt.inspect(hands);
    }
    if just(Action::Disinfect) {
        hands.latch(Command::Disinfect);
    }
    if just(Action::Finish) {
        hands.latch(Command::Finish);
    }
    if just(Action::Entry) && marking(attempt) && !attempt.massaging() {
        hands.latch(attempt.entry_command());
    }
    if just(Action::Take) {
        attempt.swap_hands();
    }
    if just(Action::Stretch) {
        attempt.toggle_stretch();
    }
    if just(Action::Massage) && !attempt.session.layings().is_empty() {
        attempt.toggle_massage();
    }
    if just(Action::Stir) && Doing::possible(attempt).contains(&Doing::Stir) {
        hands.latch(Command::Bench(BenchAct::stroke(STIR_S)));
    }
    if just(Action::NextEntry) {
        attempt.next_entry();
    }
}

/// The press and the speed.
fn set(flow: &mut Flow, acts: &Acts, hands: &mut Hands, dt: f64) {
    if let Some(attempt) = &mut flow.attempt {
        attempt.press_harder(acts.way(Action::Stronger, Action::Weaker, PRESS_STEP_N, PRESS_N_S, dt));
    }
    let faster = f64::from(i8::from(acts.just(Action::Faster)) - i8::from(acts.just(Action::Slower)));
    if faster != 0.0 {
        flow.go_faster(faster);
    }
    hands.speed_mm_s = flow.settings.speed_mm_s;
}

impl super::attempt::Attempt {
    /// Changes the force of a full press of the thumb, or of the finger that massages, N.
    pub(super) fn press_harder(&mut self, change: f64) {
        if self.massaging() {
            self.massage_n = (self.massage_n + change).clamp(MASSAGE_RANGE_N.0, MASSAGE_RANGE_N.1);
        } else {
            self.strength_n = (self.strength_n + change).clamp(PRESS_N.0, PRESS_N.1);
        }
    }

    /// Works through the next of several entry points.
    pub(super) fn next_entry(&mut self) {
        if !self.inserted() && !self.session.entries().is_empty() {
            self.work_through((self.entry + 1) % self.session.entries().len());
        }
    }
}

impl Flow {
    /// Changes the speed of advancing and withdrawing, mm/s, and keeps it.
    pub(super) fn go_faster(&mut self, change: f64) {
        let speed = (self.settings.speed_mm_s + change).clamp(*Settings::SPEED.start(), *Settings::SPEED.end());
        self.settings.speed_mm_s = speed;
        self.keep_settings();
    }
}
