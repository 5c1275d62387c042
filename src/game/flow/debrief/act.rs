//! What follows from what a person did in the debrief.

use bevy::prelude::*;

use super::Debriefing;
use crate::anatomy::TissueField;
use crate::game::flow::mode::Mode;
use crate::game::flow::obey::to_title;
use crate::game::flow::{Flow, Screen};
use crate::game::panels::debrief::{Action, Map, Show, Tab, Whose};
use crate::game::scene::camera::{Eye, Glide, View};

/// How fast the eye goes after the tip, 1/s [design].
const FOLLOW_PER_S: f64 = 5.0;

impl Flow {
    /// Leaves the debrief; what was written is kept.
    pub(in crate::game::flow) fn leave_debrief(&mut self) {
        if let Some(mut debrief) = self.debrief.take() {
            debrief.close(&self.home, &mut self.results);
        }
    }
}

impl Debriefing {
    fn set_map(&mut self, map: Map) {
        if self.later() {
            self.maps.1 = map;
        } else {
            self.maps.0 = map;
        }
    }

    fn set_whose(&mut self, whose: Whose) {
        if self.ghost.is_some() {
            self.whose = whose;
            if whose != Whose::Mine {
                self.set_show(Show::Threads, true);
            }
        }
    }
}

/// Does what concerns the debrief alone; gives the view that an act asks for.
pub(super) fn choose(debrief: &mut Debriefing, action: &Action) -> Option<View> {
    match *action {
        Action::Open(tab) => debrief.tab = tab,
        Action::JumpTo(index) => {
            let view = debrief.jump(index);
            debrief.following &= view.is_none();
            return view;
        }
        Action::Filter(group) => debrief.filter = group.and_then(|index| debrief.groups().get(index).map(|(score, _)| *score)),
        Action::Seek(time_s) => debrief.seek(time_s),
        Action::Play(on) => debrief.play(on),
        Action::Speed(speed) => debrief.speed = speed,
        Action::Tick(forward) => debrief.step(forward),
        Action::Pass(forward) => debrief.pass(forward),
        Action::Follow(on) => {
            debrief.following = on;
            if on {
                debrief.set_show(Show::Cannula, true);
            }
        }
        Action::Show(what, on) => debrief.set_show(what, on),
        Action::Map(map) => debrief.set_map(map),
        Action::Whose(whose) => debrief.set_whose(whose),
        Action::Month(month) => {
            debrief.playing = false;
            debrief.tab = Tab::Months;
            if let Some(after) = &mut debrief.after {
                after.go(month);
            }
        }
        Action::Quantity(quantity) => {
            if let Some(after) = &mut debrief.after {
                after.quantity = quantity;
            }
        }
        Action::Note(ref text) => debrief.notes.change(text.clone()),
        Action::Remark(index) => {
            let view = debrief.remark(index);
            debrief.following &= view.is_none();
            return view;
        }
        Action::Say(ref words) => debrief.say(words),
        Action::Author(_) | Action::Pin | Action::Unpin(_) | Action::Reference(_) | Action::WorkOut(_) | Action::Page | Action::Picture | Action::Again | Action::Elsewhere | Action::Drills | Action::Title => {}
    }
    None
}

/// Obeys an action.
pub(in crate::game::flow) fn obey(flow: &mut Flow, next: &mut NextState<Screen>, eye: &Eye, glide: &mut Glide, action: Action) {
    let Some(debrief) = &mut flow.debrief else { return };
    if let Some(view) = choose(debrief, &action) {
        glide.go(eye, view);
    }
    match action {
        Action::WorkOut(index) => {
            if let Some(shelf) = flow.begun.as_ref().or(flow.shelf.as_ref()) {
                debrief.compared.work_out(index, shelf, flow.results.records());
            }
        }
        Action::Page => {
            if let Some(shelf) = flow.begun.as_ref().or(flow.shelf.as_ref()) {
                let who = flow.results.records().learner().map_or_else(String::new, |learner| learner.name.clone());
                debrief.page(&who, &shelf.library.hash(&debrief.drill), &flow.lang, &flow.home);
            }
        }
        Action::Author(name) => {
            flow.settings.author = name;
            flow.settings.save(&flow.home);
        }
        Action::Pin => debrief.pin(&flow.settings.author, flow.results.records_mut()),
        Action::Unpin(index) => debrief.unpin(index, flow.results.records_mut()),
        Action::Reference(true) => {
            if let Some(shelf) = &flow.shelf {
                debrief.make_reference(shelf, flow.results.records());
            }
        }
        Action::Reference(false) => debrief.end_reference(flow.results.records_mut()),
        Action::Picture => debrief.picture(&flow.home),
        Action::Again => {
            let (drill, seed, mode) = (debrief.drill.clone(), debrief.seed, debrief.mode);
            flow.leave_debrief();
            if mode == Mode::Trial {
                flow.start_drill(next, drill, seed, mode);
            } else {
                flow.start(next, &drill.id, Some(seed), mode.again());
            }
        }
        Action::Elsewhere => {
            let (drill, seed, mode) = (debrief.drill.clone(), debrief.seed, debrief.mode);
            flow.leave_debrief();
            flow.start_elsewhere(next, drill, seed, mode.again());
        }
        Action::Drills => {
            flow.leave_debrief();
            if !flow.end_trial(next) {
                next.set_if_neq(Screen::Drills);
            }
        }
        Action::Title if debrief.is_of_class() => {
            flow.leave_debrief();
            flow.open_class(next);
        }
        Action::Title => to_title(flow, next),
        _ => {}
    }
}

/// Lets the eye go with the tip.
pub(in crate::game::flow) fn follow(
    screen: Res<State<Screen>>,
    time: Res<Time>,
    flow: Res<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Debrief {
        return;
    }
    let Some(debrief) = flow.debrief.as_ref().filter(|debrief| debrief.following && !debrief.later()) else { return };
    let Some(tip) = debrief.moment().and_then(|moment| moment.cannula.nodes.last().copied()) else { return };
    // The skin over the tip: what goes in and out of it shall not move the picture.
    let foot = debrief.session.setup().anatomy.sample(tip).foot;
    glide.stop();
    let part = if glide.reduced_motion { 1.0 } else { (time.delta_secs_f64() * FOLLOW_PER_S).min(1.0) };
    eye.target = eye.target.lerp(foot, part);
}
