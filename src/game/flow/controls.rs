//! The controls: where things can be done now, the page on which they are set, and what is kept of it.

use std::sync::Arc;

use bevy::prelude::*;

use super::ground::Ground;
use super::home::Home;
use super::mode::Mode;
use super::{Flow, Screen, bench, consult};
use crate::game::input::capture::{Capture, Heard};
use crate::game::input::table::FILE;
use crate::game::input::{Acts, Bindings, Controls, Places};
use crate::game::panels::controls::{Action, Model, Notice};
use crate::session::Phase;

/// What may be played on the practice-ground: nothing that must be read or mixed first.
const BARE: [Phase; 5] = [Phase::Disinfect, Phase::Entry, Phase::Passes, Phase::Massage, Phase::Finish];

/// What the page shows besides what is set.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    group: usize,
    notice: Option<Notice>,
    /// What was bound before the last change.
    before: Option<Bindings>,
    /// Where the practice-ground leads back to.
    pub(super) ground_back: Screen,
}

/// Reads what was set.
pub(super) fn load(flow: Res<Flow>, mut controls: ResMut<Controls>) {
    let (bindings, options) = Bindings::read(&flow.home.read(FILE).unwrap_or_default());
    *controls = Controls { bindings, options };
}

fn save(controls: &Controls, home: &Home) {
    // What cannot be kept holds until the program ends.
    let _ = home.write(FILE, &controls.bindings.write(controls.options));
}

/// Says where things can be done from now on.
pub(super) fn places(screen: Res<State<Screen>>, flow: Res<Flow>, capture: Res<Capture>, mut acts: ResMut<Acts>) {
    let acts = acts.bypass_change_detection();
    acts.fine = flow.attempt.as_ref().is_some_and(|attempt| attempt.fine);
    acts.places = match screen.get() {
        // A key that is asked for does nothing else.
        _ if capture.waiting().is_some() => Places::default(),
        Screen::Procedure => at_the_patient(&flow),
        Screen::Quiz if flow.pointing.on_patient() || flow.replayed.on_patient() => Places::ATLAS | Places::PANELS,
        Screen::Atlas => Places::ATLAS | Places::PANELS,
        // Letters that are typed do nothing else.
        Screen::Editor if flow.typing => Places::PANELS,
        Screen::Editor => Places::ATLAS | Places::PANELS,
        Screen::Debrief => Places::DEBRIEF | Places::PANELS,
        _ => Places::PANELS,
    };
}

fn at_the_patient(flow: &Flow) -> Places {
    let Some(attempt) = flow.attempt.as_ref().filter(|_| flow.pause.is_none() && !flow.desk.panels) else { return Places::PANELS };
    if consult::open(attempt) {
        return Places::PANELS;
    }
    if attempt.drawing() {
        return Places::DRAW;
    }
    if bench::open(attempt) {
        return Places::BENCH | Places::PANELS;
    }
    if attempt.massaging() {
        return Places::MASSAGE;
    }
    match (super::procedure::marking(attempt), attempt.hand.is_some()) {
        (true, true) => Places::MARK | Places::HANDS,
        (true, false) => Places::MARK,
        (false, _) => Places::HANDS,
    }
}

/// Binds what was heard.
pub(super) fn heard(mut capture: ResMut<Capture>, mut flow: ResMut<Flow>, mut controls: ResMut<Controls>) {
    let flow = flow.bypass_change_detection();
    let Some(heard) = capture.bypass_change_detection().take() else { return };
    let page = &mut flow.controls;
    page.notice = None;
    let before = controls.bindings.clone();
    match heard {
        Heard::GaveUp => return,
        Heard::Nothing(action, device) => controls.bindings.clear(action, device),
        Heard::Bound(action, binding) => {
            controls.bindings.assign(action, binding);
            let others: Vec<_> = controls.bindings.clashes(action, binding.device()).into_iter().map(|(other, _)| other).collect();
            if !others.is_empty() {
                page.notice = Some(Notice { action, binding, others });
            }
        }
    }
    page.before = Some(before);
    save(&controls, &flow.home);
}

impl Flow {
    /// The page of the controls.
    pub(super) fn controls_page(&self, controls: &Controls, capture: &Capture, pad: bool) -> Model {
        Model {
            bindings: Arc::new(controls.bindings.clone()),
            options: controls.options,
            group: self.controls.group,
            waiting: capture.waiting(),
            notice: self.controls.notice.clone(),
            gamepad: pad,
            ground: self.attempt.is_none(),
        }
    }

    /// Does what was done on the page of the controls.
    pub(super) fn obey_controls(&mut self, next: &mut NextState<Screen>, controls: &mut Controls, capture: &mut Capture, action: Action) {
        let page = &mut self.controls;
        match action {
            Action::Group(index) => page.group = index,
            Action::Ask(action, device) => {
                page.notice = None;
                capture.start(action, device);
                return;
            }
            Action::Switch(switch, on) => controls.options.set(switch, on),
            Action::Amount(amount, value) => controls.options.set_amount(amount, value),
            Action::OnlyHere => {
                if let Some(notice) = page.notice.take() {
                    controls.bindings.free(notice.action, notice.binding.device());
                }
            }
            Action::Undo => {
                page.notice = None;
                if let Some(before) = page.before.take() {
                    controls.bindings = before;
                }
            }
            Action::Reset => {
                page.notice = None;
                page.before = Some(std::mem::take(&mut controls.bindings));
            }
            Action::Ground => {
                self.ground(next, Screen::Controls);
                return;
            }
            Action::Back => {
                capture.stop();
                page.notice = None;
                next.set_if_neq(Screen::Settings);
                return;
            }
        }
        self.settings.look.left_handed = controls.options.left_handed;
        save(controls, &self.home);
    }
}

impl Flow {
    /// To the practice-ground, the first drill in which the hands play everything and nothing needs to be prepared; when it is
    /// finished, `back`.
    pub(super) fn ground(&mut self, next: &mut NextState<Screen>, back: Screen) {
        let Some(shelf) = self.shelf.clone() else { return };
        let ready = shelf.library.drills().iter().find(|drill| drill.phases == BARE);
        if let Some(id) = ready.map(|drill| drill.id.clone()) {
            (self.ground, self.controls.ground_back) = (Ground::default(), back);
            self.start(next, &id, None, Mode::Ground);
        }
    }
}
