//! The class's desk: a thread with the records open in a connection of its own, which does what is asked and tells how the class stands.
//!
//! **Invariant:** the window waits for none of it; what was done is in the database before it is told.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::game::flow::home::replace;
use crate::game::flow::load::Shelf;
use crate::game::flow::records::now_ms;
use crate::game::panels::Phrase;
use crate::game::theme::State;
use crate::lang::{Lang, Value};
use crate::records::class::{Assignment, BoardRow, Cohort, Kind, Member, RosterRow, write_pins};
use crate::records::class_page::{About, class_pages, class_tables};
use crate::records::cohort::{CohortAttempt, ErrorMap, ItemFigures, Spread, TraineeCurve, curves, drills, error_map, item_figures};
use crate::records::store::{Store, StoreError};
use crate::records::xapi::{Timestamp, text::shown};

/// How often it looks whether anyone else has written.
const EVERY: Duration = Duration::from_millis(500);
/// Attempts on the board, and kinds of errors on the map.
const BOARD: usize = 60;
const ERRORS: usize = 16;
/// Letters of a stranger's text that are told.
pub(super) const LETTERS: usize = 60;

/// What is asked.
pub(super) enum Ask {
    /// Add a member of this name, and this account (empty: the name).
    Add(String, String),
    /// Take a member off the roster.
    Remove(i64),
    /// Set (true) or take back.
    Assign(Vec<(Kind, String)>, Option<i64>, bool),
    /// Codes for names.
    Blind(bool),
    /// Write reports and tables into a folder.
    Write(PathBuf, Arc<Lang>),
    /// Write all comments into a folder.
    Comments(PathBuf),
}

/// What came of it.
#[derive(Debug)]
pub(super) struct Said {
    /// In words.
    pub(super) words: Phrase,
    /// How good that is.
    pub(super) state: State,
    /// It is about files.
    pub(super) files: bool,
}

/// How the class did at a drill.
#[derive(Debug)]
pub(super) struct DrillSpread {
    /// The drill.
    pub(super) drill: String,
    /// Its totals.
    pub(super) totals: Spread,
    /// The attempts' totals with how good each was.
    pub(super) points: Vec<(f64, State)>,
    /// Trainees, and attempts that passed.
    pub(super) trainees: usize,
    /// Attempts that passed.
    pub(super) passed: usize,
    /// Median probability of a nodule.
    pub(super) risk: Option<f64>,
}

/// The class as it stands.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Codes stand for names.
    pub(super) blind: bool,
    /// The members.
    pub(super) members: Vec<Member>,
    /// Names of learners who are not in the class.
    pub(super) others: Vec<String>,
    /// What is set.
    pub(super) assignments: Vec<Assignment>,
    /// The class with all it has done.
    pub(super) cohort: Cohort,
    /// What came in last.
    pub(super) board: Vec<BoardRow>,
    /// How many comments there are.
    pub(super) pins: usize,
    /// The statistics.
    pub(super) spread: Vec<DrillSpread>,
    pub(super) curves: Vec<TraineeCurve>,
    pub(super) items: Vec<ItemFigures>,
    pub(super) errors: ErrorMap,
    /// What is known of drills and items, without words of a language.
    pub(super) about: About,
}

/// What it tells.
pub(super) enum News {
    /// How the class stands.
    Standing(Box<Standing>),
    /// What came of something.
    Said(Said),
    /// The records cannot be read.
    Trouble(String),
}

/// The desk, as the window knows it; the thread ends with it.
pub(super) struct Office {
    asks: Sender<Ask>,
    news: Mutex<Receiver<News>>,
}

impl Office {
    /// Opens the records at a path.
    pub(super) fn open(path: PathBuf, shelf: Arc<Shelf>, lang: Arc<Lang>) -> Self {
        let (asks, asked) = channel();
        let (tell, news) = channel();
        std::thread::spawn(move || {
            if let Err(error) = serve(&path, &shelf, &lang, &asked, &tell) {
                // Nobody hears it any more when the window was closed.
                let _ = tell.send(News::Trouble(error.to_string()));
            }
        });
        Self { asks, news: Mutex::new(news) }
    }

    /// Asks for something.
    pub(super) fn ask(&self, ask: Ask) {
        // A desk that has ended has told why.
        let _ = self.asks.send(ask);
    }

    /// What was told since.
    pub(super) fn news(&self) -> Vec<News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner).try_iter().collect()
    }
}

fn serve(path: &Path, shelf: &Shelf, lang: &Lang, asked: &Receiver<Ask>, tell: &Sender<News>) -> Result<(), StoreError> {
    let mut store = Store::open(path)?;
    let mut stamp = None;
    loop {
        // Looked at before it is read: what is written meanwhile makes another number.
        let now = Some(store.stamp()?);
        if now != stamp {
            stamp = now;
            if tell.send(News::Standing(Box::new(Standing::of(&store, shelf, lang)?))).is_err() {
                return Ok(());
            }
        }
        match asked.recv_timeout(EVERY) {
            Ok(ask) => {
                let said = store_does(&mut store, shelf, ask).unwrap_or_else(|error| Said::fault(shown(&error.to_string(), 300)));
                stamp = None;
                if tell.send(News::Said(said)).is_err() {
                    return Ok(());
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}

impl Said {
    fn done(words: Phrase) -> Self {
        Self { words, state: State::Target, files: false }
    }

    /// Something that could not be done.
    pub(super) fn failed(why: &str) -> Self {
        Self::fault(shown(why, 300))
    }

    fn fault(why: String) -> Self {
        Self { words: Phrase::new("teach-failed").with("reason", Value::text(why)), state: State::Fault, files: false }
    }
}

fn store_does(store: &mut Store, shelf: &Shelf, ask: Ask) -> Result<Said, StoreError> {
    Ok(match ask {
        Ask::Add(name, account) => {
            let name = name.trim();
            let account = Some(account.trim()).filter(|account| !account.is_empty()).unwrap_or(name);
            let (member, new) = store.add_member(&RosterRow { name: name.to_owned(), account: account.to_owned() }, now_ms())?;
            let told = shown(&member.name, LETTERS);
            if new {
                Said::done(Phrase::new("teach-added").with("name", Value::text(told)).with("code", Value::text(member.code)))
            } else {
                Said { state: State::Attention, ..Said::done(Phrase::new("teach-there-already").with("name", Value::text(told))) }
            }
        }
        Ask::Remove(learner) => {
            let blind = store.is_blind()?;
            let member = store.members()?.into_iter().find(|member| member.learner == learner);
            store.remove_member(learner)?;
            Said::done(Phrase::new("teach-removed").with("name", Value::text(member.map_or_else(String::new, |member| shown(member.shown(blind), LETTERS)))))
        }
        Ask::Assign(what, learner, on) => {
            let mut changed = 0;
            for (kind, id) in &what {
                let done = if on { store.assign(*kind, id, learner, now_ms())? } else { store.unassign(*kind, id, learner)? };
                changed += usize::from(done);
            }
            Said::done(Phrase::new(if on { "teach-was-set" } else { "teach-was-taken-back" }).with("count", Value::count(changed)))
        }
        Ask::Blind(on) => {
            store.set_blind(on)?;
            Said::done(Phrase::new(if on { "teach-blind-on" } else { "teach-blind-off" }))
        }
        Ask::Write(folder, lang) => {
            let cohort = Cohort::of_store(store)?;
            let about = About::of(&cohort, &shelf.library, &shelf.banks, &lang);
            let made = Timestamp::of_unix_ms(now_ms());
            match class_pages(&cohort, &about, &made, &lang) {
                Ok(pages) => put(&folder, pages.into_iter().chain(class_tables(&cohort, &store.members()?, &about, &lang)).collect()),
                Err(error) => Said::fault(error.to_string()),
            }
        }
        Ask::Comments(folder) => put(&folder, vec![("comments.json".to_owned(), write_pins(&store.pins(None)?))]),
    })
}

/// Writes files into a folder, made if it is not there, each whole or not at all.
fn put(folder: &Path, files: Vec<(String, String)>) -> Said {
    let written = fs::create_dir_all(folder).and_then(|()| files.iter().try_for_each(|(name, text)| replace(&folder.join(name), text.as_bytes())));
    let path = shown(&folder.display().to_string(), 400);
    let said = match written {
        Ok(()) => Said::done(Phrase::new("teach-written").with("count", Value::count(files.len())).with("path", Value::text(path))),
        Err(error) => Said::fault(format!("{path}: {error}")),
    };
    Said { files: true, ..said }
}

/// How good an attempt was.
pub(super) fn state(passed: bool, critical: bool) -> State {
    match (passed, critical) {
        (true, _) => State::Target,
        (false, false) => State::Attention,
        (false, true) => State::Fault,
    }
}

impl Standing {
    fn of(store: &Store, shelf: &Shelf, lang: &Lang) -> Result<Self, StoreError> {
        let (members, cohort) = (store.members()?, Cohort::of_store(store)?);
        let about = About::of(&cohort, &shelf.library, &shelf.banks, lang);
        let learners = store.learners()?.into_iter().filter(|learner| !learner.guest && members.iter().all(|member| member.learner != learner.id));
        let others = learners.map(|learner| learner.name).collect();
        let curves = curves(&cohort.attempts, |drill| about.rules(drill));
        let items = item_figures(cohort.answers.iter().map(|(who, item, right)| (*who, item.as_str(), *right)));
        let errors = error_map(&cohort.attempts, ERRORS);
        let spread = drills(&cohort.attempts).into_iter().filter_map(|drill| DrillSpread::of(drill, &cohort.attempts)).collect();
        let (blind, assignments, board, pins) = (store.is_blind()?, store.assignments()?, store.board(BOARD)?, store.pins(None)?.len());
        Ok(Self { blind, members, others, assignments, board, pins, spread, curves, items, errors, about, cohort })
    }

    /// How many attempts of each member count.
    pub(super) fn attempts(&self) -> BTreeMap<usize, usize> {
        let mut counts = BTreeMap::new();
        for attempt in &self.cohort.attempts {
            *counts.entry(attempt.who).or_default() += 1;
        }
        counts
    }
}

impl DrillSpread {
    fn of(drill: &str, attempts: &[CohortAttempt]) -> Option<Self> {
        let own: Vec<&CohortAttempt> = attempts.iter().filter(|attempt| attempt.drill == drill).collect();
        let mut who: Vec<usize> = own.iter().map(|attempt| attempt.who).collect();
        who.sort_unstable();
        who.dedup();
        Some(Self {
            drill: drill.to_owned(),
            totals: Spread::of(own.iter().map(|attempt| attempt.total))?,
            points: own.iter().map(|attempt| (attempt.total, state(attempt.passed, !attempt.critical.is_empty()))).collect(),
            trainees: who.len(),
            passed: own.iter().filter(|attempt| attempt.passed).count(),
            risk: Spread::of(own.iter().filter_map(|attempt| attempt.nodule_probability)).map(|risk| risk.quartiles[1]),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::drill::Library;
    use crate::source::Content;

    fn office(folder: &Path) -> (Office, Arc<Lang>) {
        let content = Content::find().unwrap();
        let lang = Arc::new(Lang::load(&content, "en").unwrap());
        let shelf = Arc::new(Shelf::of(Library::open(&content).unwrap()));
        (Office::open(folder.join("a.db"), shelf, Arc::clone(&lang)), lang)
    }

    /// Waits for news of which something is true.
    fn waits<T>(office: &Office, of: impl Fn(News) -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = office.news().into_iter().find_map(&of) {
                return found;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "waited in vain");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn standing(office: &Office, is: impl Fn(&Standing) -> bool) -> Standing {
        waits(office, |news| if let News::Standing(standing) = news { Some(*standing).filter(|standing| is(standing)) } else { None })
    }

    #[test]
    fn what_is_asked_is_done_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let (office, lang) = office(folder.path());
        office.ask(Ask::Add("  Ana Pérez ".to_owned(), String::new()));
        office.ask(Ask::Add("Ben".to_owned(), "K7QX".to_owned()));
        let now = standing(&office, |standing| standing.members.len() == 2);
        assert_eq!((now.members[0].name.as_str(), now.members[0].account.as_str()), ("Ana Pérez", "Ana Pérez"));
        assert_eq!(now.members[1].account, "K7QX");
        office.ask(Ask::Assign(vec![(Kind::Drill, "first-fan".to_owned())], Some(now.members[1].learner), true));
        let set = standing(&office, |standing| !standing.assignments.is_empty());
        assert_eq!((set.cohort.due[0].len(), set.cohort.due[1].len()), (0, 1));
        office.ask(Ask::Blind(true));
        assert!(standing(&office, |standing| standing.blind).cohort.trainees.iter().all(|trainee| trainee.shown == trainee.code));
        let out = folder.path().join("out");
        office.ask(Ask::Write(out.clone(), lang));
        let said = waits(&office, |news| if let News::Said(said) = news { Some(said).filter(|said| said.files) } else { None });
        assert_eq!(said.state, State::Target);
        let page = fs::read_to_string(out.join("class.html")).unwrap();
        assert!(!page.contains("Ana") && !out.join("roster.csv").exists(), "blind");
        office.ask(Ask::Remove(now.members[0].learner));
        let left = standing(&office, |standing| standing.members.len() == 1);
        assert_eq!(left.others, ["Ana Pérez"]);
    }

    #[test]
    fn an_empty_name_is_refused_with_its_reason() {
        let folder = tempfile::tempdir().unwrap();
        let (office, _) = office(folder.path());
        office.ask(Ask::Add(" ".to_owned(), String::new()));
        let said = waits(&office, |news| if let News::Said(said) = news { Some(said) } else { None });
        assert_eq!((said.state, said.words.id.as_str()), (State::Fault, "teach-failed"));
    }

    #[test]
    fn what_others_write_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (office, _) = office(folder.path());
        standing(&office, |standing| standing.members.is_empty());
        let mut other = Store::open(&folder.path().join("a.db")).unwrap();
        other.add_member(&RosterRow { name: "Ana".to_owned(), account: "Ana".to_owned() }, 0).unwrap();
        standing(&office, |standing| standing.members.len() == 1);
    }
}
