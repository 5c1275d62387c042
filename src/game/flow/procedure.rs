//! The procedure screen's hands: keys, pointer, ticks; and the acts that have a button.

use bevy::input::mouse::MouseWheel;
use bevy::prelude::*;
use bevy::window::{CursorMoved, PrimaryWindow};

use super::attempt::Attempt;
use super::other_hand::{MASSAGE_RANGE_N, OtherHand};
use super::picture::Shows;
use super::{Flow, Screen, bench, settings::Settings};
use crate::game::input::{Grip, Hands, notches};
use crate::game::panels::procedure::Act;
use crate::game::panels::strip::{self, Overlay};
use crate::game::panels::{Phrase, labels::Label, pause};
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::SkinPoint;
use crate::game::scene::stage::Frame;
use crate::session::{BenchAct, Command, Phase};

/// Nearness at which a click on the mark makes the entry point, mm.
const ON_MARK_MM: f64 = 4.0;
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
/// Time of a stroke that stirs the filled syringe, s.
const STIR_S: f64 = 1.0;
/// Height of the near view, in radii of the zone.
const CLOSE: f64 = 4.2;

/// What of the patient is shown, and from where.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    /// What is shown.
    pub(super) shows: Shows,
    /// The ready-made view that was taken last.
    pub(super) view: Option<usize>,
    /// Seconds until the dose map is worked out again.
    pub(super) dose_in_s: f32,
    /// Beads that the dose map was worked out from.
    pub(super) dose_of: usize,
    /// What is chosen at the bench.
    pub(super) choice: bench::Choice,
    /// Names over the patient.
    pub(super) labels: Vec<Label>,
}

impl Desk {
    /// Switches an overlay.
    pub(super) fn toggle(&mut self, overlay: Overlay) {
        let on = match overlay {
            Overlay::Dose => &mut self.shows.dose,
            Overlay::Hazards => &mut self.shows.hazards,
            Overlay::Zone => &mut self.shows.zone,
            Overlay::Entry => &mut self.shows.proposed,
            Overlay::CutAway => &mut self.shows.cut_away,
            Overlay::Regions => &mut self.shows.regions,
            Overlay::Tension => &mut self.shows.tension,
            Overlay::Landmarks => &mut self.shows.landmarks,
            Overlay::NoGo => return,
        };
        *on = !*on;
        // A cut needs something that is cut.
        if self.shows.cut_away && self.shows.peel == 0.0 {
            self.shows.peel = 2.0;
        }
    }

    /// The strip.
    pub(super) fn strip(&self, left_side: bool, tension: bool) -> strip::Model {
        let shows = self.shows;
        let side = if left_side { "hud-view-left" } else { "hud-view-right" };
        let views = ["hud-view-front", side, "hud-view-profile", "hud-view-close"];
        let mut overlays = vec![
            (Overlay::Dose, shows.dose),
            (Overlay::Hazards, shows.hazards),
            (Overlay::Zone, shows.zone),
            (Overlay::Entry, shows.proposed),
            (Overlay::CutAway, shows.cut_away),
            (Overlay::Regions, shows.regions),
            (Overlay::Landmarks, shows.landmarks),
        ];
        if tension {
            overlays.insert(6, (Overlay::Tension, shows.tension));
        }
        strip::Model {
            peel: Some(shows.peel as f32),
            overlays,
            views: views.into_iter().map(Phrase::new).collect(),
            view: self.view,
        }
    }
}

/// An act that has a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    Disinfect,
    Entry,
    Take,
    LayDown,
    Stretch,
    Massage,
    Stir,
    ChangeCannula,
    Finish,
}

impl Doing {
    /// What can be done now.
    pub(super) fn possible(attempt: &Attempt) -> Vec<Self> {
        let none = attempt.session.entries().is_empty();
        let mut list = Vec::new();
        if attempt.to_do(Phase::Disinfect) {
            list.push(Self::Disinfect);
        }
        if none {
            list.push(Self::Entry);
        } else {
            list.push(if attempt.held { Self::LayDown } else { Self::Take });
            list.push(Self::Stretch);
            if !attempt.inserted() {
                if !attempt.session.layings().is_empty() {
                    list.push(Self::Massage);
                }
                if attempt.session.setup().phases.contains(&Phase::Prepare) {
                    list.push(Self::Stir);
                }
                if attempt.session.syringe().is_jammed() {
                    list.push(Self::ChangeCannula);
                }
                list.push(Self::Finish);
            }
        }
        list
    }

    /// Its button.
    pub(super) fn button(self, attempt: &Attempt, primary: bool) -> Act {
        let id = match self {
            Self::Disinfect => "hint-act-disinfect",
            Self::Entry => "hint-act-entry",
            Self::Take => "hint-act-take",
            Self::LayDown => "hint-act-lay-down",
            Self::Stretch if attempt.other == OtherHand::Stretch => "hint-act-let-go",
            Self::Stretch => "hint-act-stretch",
            Self::Massage if attempt.massaging() => "hint-act-massage-end",
            Self::Massage => "hint-act-massage",
            Self::Stir => "hint-act-stir",
            Self::ChangeCannula => "hint-act-change-cannula",
            Self::Finish => "hint-act-finish",
        };
        Act { label: Phrase::new(id), tip: Phrase::new(format!("{id}-tip")), primary }
    }
}

impl Flow {
    /// Does an act.
    pub(super) fn doing(&mut self, doing: Doing, hands: &mut Hands) {
        let Some(attempt) = &mut self.attempt else { return };
        match doing {
            Doing::Disinfect => hands.latch(Command::Disinfect),
            Doing::Entry => hands.latch(attempt.entry_command()),
            Doing::Take => attempt.take_up(),
            Doing::LayDown => attempt.held = false,
            Doing::Stretch => attempt.toggle_stretch(),
            Doing::Massage => attempt.toggle_massage(),
            Doing::Stir => hands.latch(Command::Bench(BenchAct::stroke(STIR_S))),
            Doing::ChangeCannula => hands.latch(Command::Bench(BenchAct::ChangeCannula)),
            Doing::Finish => hands.latch(Command::Finish),
        }
    }

    /// Takes one of the strip's views.
    pub(super) fn look(&mut self, index: usize, eye: &Eye, glide: &mut Glide) {
        let Some(stage) = &self.stage else { return };
        let (middle, left) = (stage.marks.middle, stage.marks.middle.point.x >= 0.0);
        let view = match (index, left) {
            (0, _) => View::Front,
            (1, true) => View::ThreeQuarterLeft,
            (1, false) => View::ThreeQuarterRight,
            (2, true) => View::ProfileLeft,
            (2, false) => View::ProfileRight,
            (3, _) => View::Close(middle, stage.marks.radius_mm * CLOSE),
            _ => return,
        };
        self.desk.view = Some(index);
        glide.go(eye, view);
    }
}

/// One tick of the session.
pub(super) fn tick(mut flow: ResMut<Flow>, mut hands: ResMut<Hands>) {
    if let Some(attempt) = &mut flow.bypass_change_detection().attempt {
        attempt.tick(&mut hands);
    }
}

/// Whether arrow keys and clicks on the skin move the mark of an entry point.
fn marking(attempt: &Attempt) -> bool {
    !attempt.inserted() && (attempt.session.entries().is_empty() || !attempt.held)
}

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

/// Clicks on the patient: the mark, the entry point, the syringe.
pub(super) fn pointer(
    buttons: Res<ButtonInput<MouseButton>>,
    window: Query<&Window, With<PrimaryWindow>>,
    frame: Res<Frame>,
    eye: Res<Eye>,
    mut moved: MessageReader<CursorMoved>,
    mut grip: ResMut<Grip>,
    mut flow: ResMut<Flow>,
    mut hands: ResMut<Hands>,
) {
    let flow = flow.bypass_change_detection();
    let Some(attempt) = &mut flow.attempt else { return };
    if buttons.just_pressed(MouseButton::Middle) && !grip.over_panel {
        attempt.swap_hands();
    }
    if attempt.massaging() {
        let cursor = window.single().ok().and_then(Window::cursor_position).filter(|_| !grip.over_panel || hands.touching);
        if let Some(hit) = cursor.and_then(|cursor| {
            let (origin, direction) = eye.ray(cursor, &frame);
            attempt.session.setup().anatomy.hit(origin, direction)
        }) && (buttons.pressed(MouseButton::Left) || moved.read().next().is_some())
        {
            attempt.mark = SkinPoint { point: hit.point, normal: hit.normal };
        }
        hands.touching = buttons.pressed(MouseButton::Left) && (hands.touching || !grip.over_panel);
        *grip = Grip { held: false, ..*grip };
        return;
    }
    hands.touching = false;
    if buttons.just_pressed(MouseButton::Left) && !attempt.held && !grip.over_panel {
        let cursor = window.single().ok().and_then(Window::cursor_position);
        if !marking(attempt) {
            attempt.take_up();
        } else if let Some(cursor) = cursor {
            let (origin, direction) = eye.ray(cursor, &frame);
            if let Some(hit) = attempt.session.setup().anatomy.hit(origin, direction) {
                let near = hit.point.distance(attempt.mark.point) <= ON_MARK_MM;
                if near {
                    hands.latch(attempt.entry_command());
                } else {
                    attempt.mark = SkinPoint { point: hit.point, normal: hit.normal };
                }
            }
        }
    }
    let inserted_mm = attempt.session.reading().filter(|reading| reading.inserted.is_some()).map_or(0.0, |reading| reading.inserted_mm);
    *grip = Grip { held: attempt.held, inserted_mm, ..*grip };
}

/// Turns and zooms the eye by the mouse, in the procedure, the debrief and the atlas.
pub(super) fn orbit(
    screen: Res<State<Screen>>,
    buttons: Res<ButtonInput<MouseButton>>,
    keys: Res<ButtonInput<KeyCode>>,
    mut moved: MessageReader<CursorMoved>,
    mut wheel: MessageReader<MouseWheel>,
    grip: Res<Grip>,
    frame: Res<Frame>,
    mut flow: ResMut<Flow>,
    mut view: (ResMut<Eye>, ResMut<Glide>),
    mut turning: Local<bool>,
) {
    let drag: Vec2 = moved.read().filter_map(|moved| moved.delta).sum();
    let turned: f64 = wheel.read().map(notches).sum();
    let procedure = *screen.get() == Screen::Procedure;
    // Where no syringe is held the left button turns too.
    let debrief = matches!(screen.get(), Screen::Debrief | Screen::Atlas);
    let button = if debrief && buttons.pressed(MouseButton::Left) { MouseButton::Left } else { MouseButton::Right };
    if !buttons.pressed(button) {
        *turning = false;
    } else if buttons.just_pressed(button) {
        *turning = !grip.over_panel && (procedure || debrief);
    }
    if *turning && drag != Vec2::ZERO {
        view.1.stop();
        let flow = flow.bypass_change_detection();
        (flow.desk.view, flow.atlas.view) = (None, None);
        let (x, y) = (f64::from(drag.x), f64::from(drag.y));
        if keys.pressed(KeyCode::ShiftLeft) {
            view.0.pan(x, y, f64::from(frame.size.y));
        } else {
            view.0.orbit(x, y);
        }
    }
    let free = debrief || (procedure && (!grip.held || *turning || keys.pressed(KeyCode::ControlLeft)));
    if turned != 0.0 && free && !grip.over_panel {
        view.1.stop();
        view.0.zoom(turned);
    }
}

/// When the session is over the score follows.
pub(super) fn over(mut flow: ResMut<Flow>, mut next: ResMut<NextState<Screen>>) {
    let flow = flow.bypass_change_detection();
    if flow.attempt.as_ref().is_some_and(|attempt| attempt.session.finished()) {
        flow.pause = None;
        flow.judge(&mut next);
    }
}
