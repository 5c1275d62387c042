//! The learners' page: who plays, and what follows when somebody else does.
//!
//! **Invariant:** before another plays, nothing of the one before is on any screen: results, quiz and debrief are theirs alone.

use bevy::prelude::NextState;

use super::load::{Done, Job};
use super::page::Page;
use super::quiz::Quizzing;
use super::records::{Entered, Records, Turn, Turned};
use super::settings::Settings;
use super::{Flow, Screen};
use crate::game::panels::learners::{Action, Form, Learner, Model};
use crate::game::panels::{Phrase, wait};
use crate::game::theme::State;

/// Where the page stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Learners {
    form: Option<Form>,
    told: Option<(Phrase, State)>,
}

impl Learners {
    /// The page.
    pub(super) fn page(&self, records: &Records) -> Model {
        let plays = records.code();
        let one = |person: &super::records::Person| Learner {
            name: person.learner.name.clone(),
            code: person.learner.code.clone(),
            pin: person.learner.has_pin,
            attempts: person.counts.0 as usize,
            answers: person.counts.1 as usize,
            plays: plays == Some(person.learner.code.as_str()),
        };
        let guest = records.learner().is_some_and(|learner| learner.guest);
        Model { learners: records.people().iter().map(one).collect(), guest, form: self.form.clone(), told: self.told.clone() }
    }
}

impl Flow {
    /// Shows the learners.
    pub(super) fn to_learners(&mut self, next: &mut NextState<Screen>) {
        self.results.look();
        self.learners = Learners::default();
        NextState::set_if_neq(next, Screen::Learners);
    }

    /// Obeys what was done on the learners' page.
    pub(super) fn obey_learners(&mut self, next: &mut NextState<Screen>, action: Action) {
        let people = self.results.records().people();
        let learner = |index: usize| people.get(index).map(|person| person.learner.clone());
        let plays = self.results.records().code().map(str::to_owned);
        let is_playing = |code: &str| plays.as_deref() == Some(code);
        self.learners.told = None;
        let turn = match action {
            Action::Play(index) => match learner(index) {
                Some(one) if is_playing(&one.code) => {
                    super::obey::to_title(self, next);
                    None
                }
                Some(one) if one.has_pin => {
                    self.learners.form = Some(Form::Enter(index, String::new()));
                    None
                }
                one => one.map(|one| Turn::Enter(one.id, String::new())),
            },
            Action::Guest => {
                self.guest(next);
                None
            }
            Action::New => {
                let name = self.lang.text("menu-learners-new-name", &[("number", crate::lang::Value::count(people.len() + 1))]);
                self.learners.form = Some(Form::Add(name, String::new()));
                None
            }
            Action::SetPin(index) => {
                self.learners.form = learner(index).filter(|one| is_playing(&one.code)).map(|_| Form::Pin(index, String::new()));
                None
            }
            Action::RemovePin(index) => learner(index).filter(|one| is_playing(&one.code)).map(|one| Turn::Pin(one.id, None)),
            Action::Delete(index) => {
                // Whoever plays has given the PIN; of another it is asked.
                let asked = learner(index).map(|one| (one.has_pin && !is_playing(&one.code)).then(String::new));
                self.learners.form = asked.map(|pin| Form::Delete(index, pin));
                None
            }
            Action::Name(text) => {
                if let Some(Form::Add(name, _)) = &mut self.learners.form {
                    *name = text;
                }
                None
            }
            Action::Type(text) => {
                if let Some(Form::Enter(_, pin) | Form::Add(_, pin) | Form::Pin(_, pin) | Form::Delete(_, Some(pin))) = &mut self.learners.form {
                    *pin = text;
                }
                None
            }
            Action::Confirm => match self.learners.form.clone() {
                Some(Form::Enter(index, pin)) => learner(index).map(|one| Turn::Enter(one.id, pin)),
                Some(Form::Add(name, pin)) if !name.trim().is_empty() => Some(Turn::Add(name, pin)),
                Some(Form::Pin(index, pin)) if !pin.is_empty() => learner(index).map(|one| Turn::Pin(one.id, Some(pin))),
                Some(Form::Delete(index, pin)) => learner(index).map(|one| match pin {
                    Some(pin) => Turn::Delete(one.id, pin, true),
                    None => Turn::Delete(one.id, String::new(), false),
                }),
                _ => None,
            },
            Action::Cancel => {
                self.learners.form = None;
                None
            }
            // Where nobody was chosen, it is a guest who goes on.
            Action::Back if plays.is_none() => {
                self.guest(next);
                None
            }
            Action::Back => {
                super::obey::to_title(self, next);
                None
            }
        };
        if let Some(turn) = turn {
            let work = self.results.records().turn(&self.home, turn);
            let job = Job::start("wait-records", move || Done::Turned(work()));
            self.page = Page::Wait(wait::Model { doing: job.doing.clone(), share: None });
            self.job = Some(job);
            NextState::set_if_neq(next, Screen::Loading);
        }
    }

    /// Takes in what came of a turn.
    pub(super) fn turned(&mut self, next: &mut NextState<Screen>, turned: Turned) {
        let told = match turned {
            Turned::Entered(entered) => {
                self.enter(*entered);
                self.learners = Learners::default();
                return self.begin(next);
            }
            Turned::WrongPin => (Phrase::new("menu-learners-wrong-pin"), State::Fault),
            Turned::PinSet(set) => {
                self.learners.form = None;
                (Phrase::new(if set { "menu-learners-pin-set" } else { "menu-learners-pin-removed" }), State::Target)
            }
            Turned::Deleted(uid, name, (attempts, answers), files) => {
                self.learners.form = None;
                if self.results.records().learner().is_some_and(|learner| learner.uid == uid) {
                    self.results.leave();
                    self.forget();
                }
                let gone = Phrase::new("menu-learners-deleted").with("name", crate::lang::Value::text(name));
                let count = |count: u32| crate::lang::Value::count(count as usize);
                (gone.with("attempts", count(attempts)).with("answers", count(answers)).with("files", crate::lang::Value::count(files)), State::Target)
            }
            Turned::Failed(why) => (Phrase::new("menu-records-trouble").with("trouble", crate::lang::Value::text(why)), State::Fault),
        };
        // The PIN is typed anew.
        if let Some(Form::Enter(_, pin) | Form::Pin(_, pin) | Form::Delete(_, Some(pin))) = &mut self.learners.form {
            pin.clear();
        }
        self.learners.told = Some(told);
        self.results.look();
        NextState::set_if_neq(next, Screen::Learners);
    }

    fn guest(&mut self, next: &mut NextState<Screen>) {
        match Records::guest(&self.lang.text("menu-learners-guest-name", &[])) {
            Ok(entered) => {
                self.enter(entered);
                self.begin(next);
            }
            Err(error) => self.learners.told = Some((Phrase::new("menu-records-trouble").with("trouble", crate::lang::Value::text(error.to_string())), State::Fault)),
        }
    }

    /// From here on somebody else plays.
    fn enter(&mut self, entered: Entered) {
        let settings = self.results.enter(entered);
        self.forget();
        self.wear(settings.as_ref());
    }

    /// Nothing is left on the screens of the one before.
    fn forget(&mut self) {
        (self.quiz, self.debrief, self.course) = (Quizzing::default(), None, None);
    }

    /// Takes on what a learner has set; what they have not is the machine's.
    pub(super) fn wear(&mut self, own: Option<&serde_json::Value>) {
        let tab = self.settings.tab;
        self.settings = own.map_or_else(|| Settings::load(&self.home), |own| Settings::load(&self.home).with_own(own));
        self.settings.tab = tab;
        self.lang = self.languages.wanted(self.settings.language.as_deref());
    }

    /// Keeps what is set: for the learner, and for this machine (the next learner begins with it). Of a guest nothing is kept.
    pub(super) fn keep_settings(&mut self) {
        if self.results.records().code().is_some() {
            self.settings.save(&self.home);
            self.results.set(&self.settings.own());
        }
    }

    /// Once somebody plays: the drill that was asked for, or the title.
    pub(super) fn begin(&mut self, next: &mut NextState<Screen>) {
        match self.asked.take() {
            Some(drill) => self.start(next, &drill, None, super::mode::Mode::Drill),
            None => super::obey::to_title(self, next),
        }
    }
}
