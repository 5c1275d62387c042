//! The panels of one screen with their models, and what a person did with them.

use bevy_egui::egui::{Rect, Ui};

use crate::game::panels::{about, atlas, class, controls, debrief, drills, editor, error, layout, learn, learners, notice, patients, pause, practise, procedure, progress, quiz, settings, title, wait};
use crate::game::theme::Theme;
use crate::lang::Lang;

/// What is shown over the scene.
#[derive(Clone, Debug)]
pub(super) enum Page {
    Wait(wait::Model),
    Title(title::Model),
    Drills(drills::Model),
    Learn,
    Learners(learners::Model),
    Practise(practise::Model),
    Progress(progress::Model),
    Patients(patients::Model),
    Atlas(Box<atlas::Model>),
    Editor(Box<editor::Model>),
    Procedure(Box<procedure::Model>, Option<pause::Model>),
    Debrief(Box<debrief::Model>),
    Quiz(Box<quiz::Model>),
    Class(Box<class::Model>),
    Settings(settings::Model),
    Controls(controls::Model),
    About(about::Model),
    Error(error::Model),
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    Title(title::Action),
    Drills(drills::Action),
    Learn(learn::Action),
    Learners(learners::Action),
    Practise(practise::Action),
    Progress,
    Patients(patients::Action),
    Atlas(atlas::Action),
    Editor(editor::Action),
    Procedure(procedure::Action),
    Pause(pause::Action),
    Debrief(debrief::Action),
    Quiz(quiz::Action),
    Class(class::Action),
    Settings(settings::Action),
    Controls(controls::Action),
    About,
    Notice(notice::Action),
    Error(error::Action),
}

impl Page {
    /// Draws the panels; gives what was done.
    pub(super) fn show(&self, ui: &mut Ui, lang: &Lang) -> Option<Act> {
        match self {
            Self::Wait(model) => {
                wait::panel(ui, model, lang);
                None
            }
            Self::Title(model) => title::panel(ui, model, lang).map(Act::Title),
            Self::Drills(model) => drills::panel(ui, model, lang).map(Act::Drills),
            Self::Learn => learn::panel(ui, &(), lang).map(Act::Learn),
            Self::Learners(model) => learners::panel(ui, model, lang).map(Act::Learners),
            Self::Practise(model) => practise::panel(ui, model, lang).map(Act::Practise),
            Self::Progress(model) => progress::panel(ui, model, lang).map(|progress::Action::Back| Act::Progress),
            Self::Patients(model) => patients::panel(ui, model, lang).map(Act::Patients),
            Self::Atlas(model) => atlas::panel(ui, model, lang).map(Act::Atlas),
            Self::Editor(model) => editor::panel(ui, model, lang).map(Act::Editor),
            Self::Procedure(model, None) => procedure::panel(ui, model, lang).map(Act::Procedure),
            Self::Procedure(model, Some(menu)) => {
                procedure::panel(ui, model, lang);
                pause::panel(ui, menu, lang).map(Act::Pause)
            }
            Self::Debrief(model) => debrief::panel(ui, model, lang).map(Act::Debrief),
            Self::Quiz(model) => quiz::panel(ui, model, lang).map(Act::Quiz),
            Self::Class(model) => class::panel(ui, model, lang).map(Act::Class),
            Self::Settings(model) => settings::panel(ui, model, lang).map(Act::Settings),
            Self::Controls(model) => controls::panel(ui, model, lang).map(Act::Controls),
            Self::About(model) => about::panel(ui, model, lang).map(|about::Action::Back| Act::About),
            Self::Error(model) => error::panel(ui, model, lang).map(Act::Error),
        }
    }

    /// Which question stands over the page, 0 for none: the keyboard begins anew where it changes.
    pub(super) fn question(&self) -> u8 {
        match self {
            Self::Learners(learners::Model { form: Some(form), .. }) => match form {
                learners::Form::Enter(..) => 1,
                learners::Form::Add(..) => 2,
                learners::Form::Pin(..) => 3,
                learners::Form::Delete(..) => 4,
            },
            Self::Quiz(model) => u8::from(model.is_leaving()),
            _ => 0,
        }
    }

    /// The part of the window that the panels leave to the patient.
    pub(super) fn field(&self, window: Rect, theme: &Theme) -> Rect {
        match self {
            Self::Procedure(model, _) if model.consult.is_some() => layout::consult(window, theme).field,
            Self::Procedure(..) => layout::rails(window, theme).field,
            Self::Atlas(_) => layout::atlas(window, theme).field,
            Self::Quiz(model) if model.on_patient() => layout::beside(window, theme).field,
            Self::Editor(_) => layout::editor(window, theme).field,
            Self::Debrief(_) => layout::debrief(window, theme).field,
            Self::Title(_) => Rect::from_min_max(bevy_egui::egui::pos2(title::column(window, theme).right(), window.top()), window.max),
            _ => window,
        }
    }
}
