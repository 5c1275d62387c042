//! What follows from what a person did with the panels.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};

use super::atlas::new_seed;
use super::mode::Mode;
use super::lesson::Lesson;
use super::page::{Act, Page};
use super::records::now_ms;
use super::doing::Doing;
use super::keys::PRESS_STEP_N;
use super::{Flow, Screen, bench, debrief, editor};
use crate::records::store::Attempt as Kept;
use crate::game::audio::{Knock, Sounds};
use crate::game::input::capture::Capture;
use crate::game::input::{Controls, Hands};
use crate::game::panels::{consult, drills, error, learn, notice, patients, pause, practise, procedure, settings, strip, syringe, title};
use crate::game::scene::camera::{Eye, Glide};
use crate::session::Command;

/// Obeys the act of the last frame, if there was one.
pub(super) fn obey(
    mut flow: ResMut<Flow>,
    mut next: ResMut<NextState<Screen>>,
    mut hands: ResMut<Hands>,
    mut view: (ResMut<Eye>, ResMut<Glide>),
    mut contexts: EguiContexts,
    mut exit: MessageWriter<AppExit>,
    (time, sounds): (Res<Time>, Res<Sounds>),
    mut keys: (ResMut<Controls>, ResMut<Capture>),
) {
    let flow = flow.bypass_change_detection();
    let Some(act) = flow.act.take() else { return };
    sounds.0.knock(Knock::Click);
    let next = next.as_mut();
    match act {
        Act::Title(title::Action::Open(entry)) => match entry {
            title::Entry::Resume => flow.resume(next),
            title::Entry::Learn => next.set_if_neq(Screen::Learn),
            title::Entry::Practise => {
                if let Some(shelf) = &flow.shelf {
                    flow.practise.begin(shelf);
                }
                next.set_if_neq(Screen::Practise);
            }
            title::Entry::Learners => flow.to_learners(next),
            title::Entry::Drills => next.set_if_neq(Screen::Drills),
            title::Entry::Exam => next.set_if_neq(Screen::Exam),
            title::Entry::Progress => next.set_if_neq(Screen::Progress),
            title::Entry::Patients => next.set_if_neq(Screen::Patients),
            title::Entry::Quiz => next.set_if_neq(Screen::Quiz),
            title::Entry::Class => flow.open_class(next),
            title::Entry::Settings => {
                flow.back = Screen::Title;
                next.set_if_neq(Screen::Settings);
            }
            title::Entry::About => next.set_if_neq(Screen::About),
            title::Entry::Quit => {
                exit.write(AppExit::Success);
            }
        },
        Act::Drills(drills::Action::Back) | Act::Practise(practise::Action::Back) | Act::Progress | Act::About => to_title(flow, next),
        Act::Learn(learn::Action::Back) => to_title(flow, next),
        Act::Learn(learn::Action::Start(learn::Lesson::FirstFan)) => flow.start(next, Lesson::FIRST_FAN_DRILL, Some(1), Mode::Learn),
        Act::Learn(learn::Action::Start(learn::Lesson::Ground)) => flow.ground(next, Screen::Title),
        Act::Learners(action) => flow.obey_learners(next, action),
        Act::Practise(practise::Action::Choose(part, index)) => flow.practise.choose(part, index),
        Act::Practise(practise::Action::Start) => {
            if let Some(name) = flow.shelf.as_ref().and_then(|shelf| flow.practise.variant(shelf)) {
                flow.start(next, &name, Some(new_seed(&time)), Mode::Practise);
            }
        }
        Act::Drills(drills::Action::Course(index)) => flow.course = Some(index),
        Act::Drills(drills::Action::Start(index)) => {
            let id = flow.shelf.as_ref().and_then(|shelf| shelf.library.drills().get(index)).map(|drill| drill.id.clone());
            // What comes in an exam is not known before.
            let exam = matches!(flow.page, Page::Drills(ref model) if model.exam);
            if let Some(id) = id {
                let (seed, mode) = if exam { (Some(new_seed(&time)), Mode::Exam) } else { (None, Mode::Drill) };
                flow.start(next, &id, seed, mode);
            }
        }
        Act::Drills(drills::Action::New) => flow.edit(next, None),
        Act::Drills(drills::Action::Edit(index)) => {
            let id = flow.shelf.as_ref().and_then(|shelf| shelf.library.drills().get(index)).map(|drill| drill.id.clone());
            if let Some(id) = id {
                flow.edit(next, Some(&id));
            }
        }
        Act::Editor(action) => editor::obey(flow, next, &view.0, &mut view.1, action),
        Act::Patients(patients::Action::Back) => to_title(flow, next),
        Act::Patients(action) => {
            let Some(shelf) = flow.shelf.clone() else { return };
            match action {
                patients::Action::Open(index) => flow.atlas.open(&shelf, index),
                _ => flow.atlas.random(new_seed(&time), true),
            }
            next.set_if_neq(Screen::Atlas);
        }
        Act::Atlas(action) => {
            if flow.atlas.obey(action, new_seed(&time), &view.0, &mut view.1) {
                next.set_if_neq(Screen::Patients);
            }
        }
        Act::Procedure(action) => match action {
            procedure::Action::Set(action) => match action {
                syringe::Action::Speed(more) => flow.go_faster(if more { 1.0 } else { -1.0 }),
                syringe::Action::Press(more) => {
                    if let Some(attempt) = &mut flow.attempt {
                        attempt.press_harder(if more { PRESS_STEP_N } else { -PRESS_STEP_N });
                    }
                }
                syringe::Action::Fine(on) => {
                    if let Some(attempt) = &mut flow.attempt {
                        attempt.fine = on;
                    }
                }
            },
            procedure::Action::Menu => {
                flow.desk.panels = false;
                flow.pause = Some(pause::Page::Menu);
            }
            procedure::Action::Strip(action) => strip_action(flow, action, &view.0, &mut view.1),
            procedure::Action::Bench(action) => {
                if let Some(attempt) = &flow.attempt
                    && let Some(command) = bench::obey(attempt, &mut flow.desk.choice, action)
                {
                    hands.latch(command);
                }
            }
            procedure::Action::Consult(consult::Action::Menu) => flow.pause = Some(pause::Page::Menu),
            procedure::Action::Consult(action) => {
                if let Some(attempt) = &flow.attempt
                    && let Some(command) = super::consult::obey(attempt, &mut flow.desk.consult, action)
                {
                    hands.latch(command);
                }
            }
            procedure::Action::Act(index) => {
                flow.desk.panels = false;
                if let Some(doing) = flow.acts().get(index).copied() {
                    flow.doing(doing, &mut hands);
                }
            }
        },
        Act::Pause(action) => pause_action(flow, next, &mut hands, action),
        Act::Debrief(action) => debrief::obey(flow, next, &view.0, &mut view.1, action),
        Act::Quiz(action) => {
            let Some(shelf) = flow.shelf.clone() else { return };
            flow.replayed.obey(&action);
            let pointed = flow.pointing.obey(&action);
            if let Some(pointed) = pointed {
                flow.quiz.point(pointed, &shelf, &mut flow.results, &flow.lang);
                return;
            }
            match flow.quiz.obey(&action, &shelf, &mut flow.results, &flow.lang) {
                super::quiz::Way::On => {}
                super::quiz::Way::Title => to_title(flow, next),
                super::quiz::Way::Drill(id) => flow.start(next, &id, None, Mode::Drill),
            }
        }
        Act::Class(action) => flow.obey_class(next, action),
        Act::Settings(action) => settings_action(flow, next, action),
        Act::Controls(action) => flow.obey_controls(next, &mut keys.0, &mut keys.1, action),
        Act::Notice(notice::Action::Close) => flow.notice = None,
        Act::Error(error::Action::Back) => {
            if flow.shelf.is_some() {
                to_title(flow, next);
            }
        }
        Act::Error(error::Action::Quit) => {
            exit.write(AppExit::error());
        }
        Act::Error(error::Action::Copy(text)) => {
            if let Ok(context) = contexts.ctx_mut() {
                context.send_cmd(egui::OutputCommand::CopyText(text));
            }
        }
    }
}

pub(super) fn to_title(flow: &mut Flow, next: &mut NextState<Screen>) {
    flow.resumable = super::attempt::interrupted(&flow.home, flow.results.records().code()).is_some();
    flow.leave_debrief();
    if flow.end_trial(next) {
        return;
    }
    next.set_if_neq(Screen::Title);
}

fn strip_action(flow: &mut Flow, action: strip::Action, eye: &Eye, glide: &mut Glide) {
    match action {
        strip::Action::Peel(layers) => flow.desk.shows.peel = f64::from(layers),
        strip::Action::Toggle(overlay) => flow.desk.toggle(overlay),
        strip::Action::View(index) => flow.look(index, eye, glide),
    }
}

fn pause_action(flow: &mut Flow, next: &mut NextState<Screen>, hands: &mut Hands, action: pause::Action) {
    match action {
        pause::Action::Resume => flow.pause = None,
        pause::Action::Ask(page) => flow.pause = Some(page),
        pause::Action::Restart => {
            let again = flow.attempt.as_ref().map(|attempt| (attempt.drill.clone(), attempt.seed, attempt.mode));
            flow.discard();
            match again {
                Some((drill, seed, Mode::Trial)) => flow.start_drill(next, drill, seed, Mode::Trial),
                Some((drill, seed, mode)) => flow.start(next, &drill.id, Some(seed), mode),
                None => {}
            }
        }
        pause::Action::Finish => {
            flow.pause = None;
            hands.latch(Command::Finish);
        }
        pause::Action::Settings => {
            flow.back = Screen::Procedure;
            next.set_if_neq(Screen::Settings);
        }
        pause::Action::Leave => {
            if let Some(attempt) = flow.attempt.as_ref().filter(|attempt| attempt.mode == Mode::Exam) {
                let hash = flow.attempts_shelf().map(|shelf| shelf.library.hash(&attempt.drill)).unwrap_or_default();
                let left = Kept::left(&attempt.drill.id, &hash, attempt.mode.id(), attempt.seed, (attempt.began_ms, now_ms()));
                flow.results.add(left, None);
            }
            flow.discard();
            to_title(flow, next);
        }
    }
}

fn settings_action(flow: &mut Flow, next: &mut NextState<Screen>, action: settings::Action) {
    let set = &mut flow.settings;
    match action {
        settings::Action::Text(size) => set.look.text = size.clamp(0.8, 2.0),
        settings::Action::Dark(on) => set.look.dark = on,
        settings::Action::Tab(tab) => set.tab = tab,
        settings::Action::HighContrast(on) => set.look.high_contrast = on,
        settings::Action::ReducedMotion(on) => set.look.reduced_motion = on,
        settings::Action::Preset(preset) => set.preset = preset,
        settings::Action::Language(index) => {
            set.language = index.and_then(|index| flow.languages.named().get(index).map(|language| language.code.clone()));
            flow.lang = flow.languages.wanted(set.language.as_deref());
        }
        settings::Action::Scale(scale) => set.scale = scale,
        settings::Action::FrameCap(most) => set.frame_cap = most,
        settings::Action::Volume(which, volume) => set.volumes[which as usize] = volume.clamp(0.0, 1.0),
        settings::Action::Assist(assist, on) => set.set_assist(assist, on),
        settings::Action::Controls => {
            next.set_if_neq(Screen::Controls);
            return;
        }
        settings::Action::Back => {
            let back = flow.back;
            next.set_if_neq(if back == Screen::Procedure && flow.attempt.is_some() { back } else { Screen::Title });
            return;
        }
    }
    flow.keep_settings();
}

impl Flow {
    /// The acts that have a button now, in the order of their buttons.
    pub(super) fn acts(&self) -> Vec<Doing> {
        self.attempt.as_ref().map_or_else(Vec::new, Doing::possible)
    }
}
