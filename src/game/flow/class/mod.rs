//! The class in the game: its pages, the desk that keeps its records ([`office`]) and the watch over the shared folder ([`folder`]).
//!
//! **Invariant:** nothing of it is read, written or simulated in a frame; both threads begin when the class is first opened.

mod folder;
mod office;
mod page;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::prelude::*;

use self::folder::Watch;
use self::office::{Ask, News, Office, Said, Standing};
use super::home::Home;
use super::load::Shelf;
use super::obey::to_title;
use super::{Flow, Screen};
use crate::game::panels::class::{Action, Chart, Field, Tab};
use crate::records::class::Kind;
use crate::records::xapi::Timestamp;

/// How long what has come in stands out on the board.
const FRESH: Duration = Duration::from_secs(20);
/// Folders below the data folder: what trainees share, and what is written out.
const SHARED: &str = "shared";
const WRITTEN: &str = "class";

/// The class as the screens know it.
#[derive(Default)]
pub(super) struct Class {
    office: Option<Office>,
    watch: Option<(PathBuf, Watch)>,
    standing: Option<Standing>,
    trouble: Option<String>,
    said: Option<Said>,
    tab: Tab,
    chart: Chart,
    /// The folder that is shared unless another is set: beside the records.
    default: PathBuf,
    /// The name, the account and the folder as they are typed.
    name: String,
    account: String,
    folder: Option<String>,
    /// The member that is looked at, and whether they are about to be taken off.
    chosen: Option<i64>,
    removing: bool,
    /// To whom something is set; which course it is looked for in.
    to: Option<i64>,
    shelf: usize,
    projector: bool,
    /// Whose curve is shown, at which drill.
    drill: usize,
    trainee: usize,
    /// Attempts that the board has shown, and when the new ones came.
    seen: Option<BTreeSet<i64>>,
    fresh: BTreeMap<i64, Instant>,
}

impl Class {
    /// Opens the records of the class, and the shared folder, unless they are.
    fn open(&mut self, records: Option<PathBuf>, shelf: &Arc<Shelf>, folder: PathBuf, lang: &Arc<crate::lang::Lang>) {
        let Some(records) = records else {
            self.trouble = Some(lang.text("teach-no-folder", &[]));
            return;
        };
        if self.office.is_none() {
            self.office = Some(Office::open(records.clone(), Arc::clone(shelf), Arc::clone(lang)));
        }
        self.watch(folder, records, shelf);
    }

    /// Looks through a folder from now on.
    fn watch(&mut self, folder: PathBuf, records: PathBuf, shelf: &Arc<Shelf>) {
        if self.watch.as_ref().is_none_or(|(watched, _)| *watched != folder) {
            self.watch = Some((folder.clone(), Watch::over(folder, records, Arc::clone(shelf))));
        }
    }

    fn ask(&mut self, ask: Ask) {
        self.said = None;
        if let Some(office) = &self.office {
            office.ask(ask);
        }
    }

    /// Takes in what the desk tells.
    pub(super) fn tend(&mut self) {
        let Some(office) = &self.office else { return };
        for news in office.news() {
            match news {
                News::Standing(standing) => {
                    let now: BTreeSet<i64> = standing.board.iter().map(|row| row.kept.id).collect();
                    if let Some(seen) = &self.seen {
                        self.fresh.extend(now.difference(seen).map(|id| (*id, Instant::now())));
                    }
                    self.fresh.retain(|_, came| came.elapsed() < FRESH);
                    self.seen.get_or_insert_default().extend(now);
                    self.standing = Some(*standing);
                }
                News::Said(said) => self.said = Some(said),
                News::Trouble(why) => self.trouble = Some(why),
            }
        }
    }

    /// The learner of a member by their place on the page.
    fn learner(&self, index: usize) -> Option<i64> {
        Some(self.standing.as_ref()?.members.get(index)?.learner)
    }

    /// What is in a course, or in the quizzes after the last one.
    fn offers(&self, shelf: &Shelf) -> Vec<(Kind, String)> {
        match shelf.library.courses().get(self.shelf) {
            Some(course) => course.drills().map(|drill| (Kind::Drill, drill.to_owned())).collect(),
            None => shelf.banks.iter().map(|bank| (Kind::Quiz, bank.id.clone())).collect(),
        }
    }

    /// What is shown, for the status.
    pub(super) fn status(&self) -> serde_json::Value {
        let look = self.watch.as_ref().map(|(_, watch)| watch.look()).unwrap_or_default();
        serde_json::json!({
            "tab": format!("{:?}", self.tab).to_lowercase(),
            "projector": self.projector,
            "blind": self.standing.as_ref().map(|standing| standing.blind),
            "members": self.standing.as_ref().map(|standing| standing.members.len()),
            "board": self.standing.as_ref().map(|standing| standing.board.len()),
            "set": self.standing.as_ref().map(|standing| standing.assignments.len()),
            "pins": self.standing.as_ref().map(|standing| standing.pins),
            "folder": { "taken": look.taken, "refused": look.refused.iter().map(|refused| &refused.0).collect::<Vec<_>>(), "comments": look.comments },
            "said": self.said.as_ref().map(|said| said.words.id.clone()),
        })
    }
}

impl Flow {
    /// The folder that trainees share: the one that is set, or that of the data folder.
    fn shared_folder(&self) -> PathBuf {
        let named = self.settings.shared.as_deref().map(str::trim).filter(|named| !named.is_empty());
        named.map_or_else(|| self.class.default.clone(), PathBuf::from)
    }

    /// Shows the class.
    pub(super) fn open_class(&mut self, next: &mut NextState<Screen>) {
        self.class.default = default_folder(&self.home);
        let (folder, records) = (self.shared_folder(), self.results.records().path());
        if let Some(shelf) = &self.shelf {
            self.class.open(records, shelf, folder, &self.lang);
        }
        next.set_if_neq(Screen::Class);
    }

    /// Obeys what was done with the class.
    pub(super) fn obey_class(&mut self, next: &mut NextState<Screen>, action: Action) {
        let Some(shelf) = self.shelf.clone() else { return };
        let class = &mut self.class;
        if !matches!(action, Action::Removing(_)) {
            class.removing = false;
        }
        match action {
            Action::Open(tab) => (class.tab, class.said) = (tab, None),
            Action::Blind(on) => class.ask(Ask::Blind(on)),
            Action::Type(Field::Name, text) => class.name = text,
            Action::Type(Field::Account, text) => class.account = text,
            Action::Type(Field::Folder, text) => class.folder = Some(text),
            Action::Enter(Field::Name | Field::Account) => {
                let (name, account) = (std::mem::take(&mut class.name), std::mem::take(&mut class.account));
                class.ask(Ask::Add(name, account));
            }
            Action::Enter(Field::Folder) => self.use_folder(&shelf),
            Action::AddLearner(index) => {
                if let Some(name) = class.standing.as_ref().and_then(|standing| standing.others.get(index)).cloned() {
                    class.ask(Ask::Add(name, String::new()));
                }
            }
            Action::Choose(index) => {
                let learner = class.learner(index);
                class.chosen = learner.filter(|_| learner != class.chosen);
            }
            Action::Removing(on) => class.removing = on,
            Action::Remove => {
                if let Some(learner) = class.chosen.take() {
                    class.ask(Ask::Remove(learner));
                }
            }
            Action::For(index) => class.to = index.and_then(|index| class.learner(index)),
            Action::Shelf(index) => class.shelf = index,
            Action::Set(index, on) => {
                let one = class.offers(&shelf).into_iter().nth(index);
                let to = class.to;
                class.ask(Ask::Assign(one.into_iter().collect(), to, on));
            }
            Action::SetAll(on) => {
                let (all, to) = (class.offers(&shelf), class.to);
                class.ask(Ask::Assign(all, to, on));
            }
            Action::Projector(on) => class.projector = on,
            Action::Watch(index) => {
                let row = class.standing.as_ref().and_then(|standing| standing.board.get(index));
                if let Some((attempt, who)) = row.map(|row| (row.kept.id, row.shown.clone())) {
                    self.watch_attempt(next, attempt, &who);
                }
            }
            Action::Chart(chart) => class.chart = chart,
            Action::Drill(index) => (class.drill, class.trainee) = (index, 0),
            Action::Trainee(index) => class.trainee = index,
            Action::Write => match self.home.folder(WRITTEN) {
                Ok(folder) => {
                    let now = Timestamp::of_unix_ms(super::records::now_ms());
                    let name = now.as_str().get(..19).unwrap_or("now").replace(':', "-");
                    let lang = Arc::clone(&self.lang);
                    self.class.ask(Ask::Write(folder.join(name), lang));
                }
                Err(error) => self.class.said = Some(Said::failed(&error.to_string())),
            },
            Action::Comments => {
                let folder = self.shared_folder();
                self.class.ask(Ask::Comments(folder));
            }
            Action::Back => to_title(self, next),
        }
    }

    /// Looks through the folder that was typed from now on, and keeps its name; nothing typed means the folder of before.
    fn use_folder(&mut self, shelf: &Arc<Shelf>) {
        let Some(typed) = self.class.folder.take() else { return };
        let typed = typed.trim();
        self.settings.shared = (!typed.is_empty() && PathBuf::from(typed) != self.class.default).then(|| typed.to_owned());
        self.settings.save(&self.home);
        let (folder, records) = (self.shared_folder(), self.results.records().path());
        if let Some(records) = records {
            self.class.watch(folder, records, shelf);
        }
    }
}

/// The folder beside the records, made if it is not there.
fn default_folder(home: &Home) -> PathBuf {
    home.folder(SHARED).unwrap_or_else(|_| PathBuf::from(SHARED))
}
