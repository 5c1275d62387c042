//! The records as the screens use them: the database in the data folder, and who plays.
//!
//! **Invariants:** an attempt that is shown among the results, and an answer that was judged, are in the database. Of a guest nothing gets
//! there: what they do is kept in memory until they leave. Without a folder, or where the database cannot be opened, records last as long
//! as the program and the title says so. What takes time (opening, a PIN, deleting) is done by [`Turn`]s beside the window.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::home::Home;
use super::traces;
use crate::quiz::{Answer, Item, Verdict};
use crate::records::class::{Ghost, HOME_PAGE, Pin, teller};
use crate::records::store::{Attempt, FILE, KeptAttempt, Learner, Store, StoreError};
use crate::records::study::Study;
use crate::records::xapi::{RoundTold, Teller};

/// Name of what a learner has set, among their settings.
const SETTINGS: &str = "game";
/// File with the learner who played last.
const LAST: &str = "learner";

type Shared = Arc<Mutex<Store>>;

/// A learner of these records, and how much is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// Who.
    pub(super) learner: Learner,
    /// Attempts, and answers to quiz items.
    pub(super) counts: (u32, u32),
}

/// Whoever plays, with the records they play into.
struct Player {
    store: Shared,
    learner: Learner,
    study: Study,
}

/// The records, open.
#[derive(Default)]
pub(super) struct Records {
    disk: Option<Shared>,
    player: Option<Player>,
    people: Vec<Person>,
    /// What is to be said of the database: that it was set aside, or why it cannot be opened.
    trouble: Option<String>,
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let learner = self.player.as_ref().map(|player| &player.learner);
        f.debug_struct("Records").field("learner", &learner).field("trouble", &self.trouble).finish_non_exhaustive()
    }
}

/// Something to do with learners that takes time.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Turn {
    /// Let a learner play who gave this PIN.
    Enter(i64, String),
    /// Add a learner, with a PIN or an empty one for none, and let them play.
    Add(String, String),
    /// Set a learner's PIN, or take it away.
    Pin(i64, Option<String>),
    /// Delete a learner and all that is theirs; the PIN that was given, and whether it is to be theirs.
    Delete(i64, String, bool),
}

/// What came of it.
pub(super) enum Turned {
    /// Somebody plays.
    Entered(Box<Entered>),
    /// The PIN is not theirs.
    WrongPin,
    /// The PIN was set, or taken away.
    PinSet(bool),
    /// A learner is gone: who it was, the name, how many attempts and answers, and how many files.
    Deleted([u8; 16], String, (u32, u32), usize),
    /// It could not be done.
    Failed(String),
}

/// Who came in, with all that is theirs.
pub(super) struct Entered {
    player: Player,
    attempts: Vec<KeptAttempt>,
    people: Vec<Person>,
    settings: Option<Value>,
}

fn lock(store: &Shared) -> MutexGuard<'_, Store> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

fn people(store: &Store) -> Result<Vec<Person>, StoreError> {
    let learners = store.learners()?.into_iter().filter(|learner| !learner.guest);
    learners.map(|learner| Ok(Person { counts: store.count(learner.id)?, learner })).collect()
}

fn enter(shared: &Shared, learner: i64, home: &Home) -> Result<Entered, StoreError> {
    let store = lock(shared);
    let learner = store.learner(learner)?;
    let (attempts, study) = (store.attempts(learner.id)?, Study::of(&store, learner.id)?);
    let settings = store.settings(learner.id)?.remove(SETTINGS);
    if !learner.guest {
        // Not to be remembered costs a click.
        let _ = home.write(LAST, &traces::hex(&learner.uid));
    }
    Ok(Entered { attempts, people: people(&store)?, settings, player: Player { store: Arc::clone(shared), learner, study } })
}

fn turn(shared: &Shared, home: &Home, turn: Turn) -> Result<Turned, StoreError> {
    match turn {
        Turn::Enter(learner, pin) => {
            if !lock(shared).check_pin(learner, &pin)? {
                return Ok(Turned::WrongPin);
            }
            Ok(Turned::Entered(Box::new(enter(shared, learner, home)?)))
        }
        Turn::Add(name, pin) => {
            let learner = {
                let mut store = lock(shared);
                let learner = store.add_learner(name.trim(), false, now_ms())?.id;
                if !pin.is_empty() {
                    store.set_pin(learner, Some(&pin))?;
                }
                learner
            };
            Ok(Turned::Entered(Box::new(enter(shared, learner, home)?)))
        }
        Turn::Pin(learner, pin) => {
            lock(shared).set_pin(learner, pin.as_deref())?;
            Ok(Turned::PinSet(pin.is_some()))
        }
        Turn::Delete(learner, pin, guarded) => {
            let mut store = lock(shared);
            if guarded && !store.check_pin(learner, &pin)? {
                return Ok(Turned::WrongPin);
            }
            let who = store.learner(learner)?;
            let sums: BTreeSet<[u8; 32]> = store.attempts(learner)?.iter().filter_map(|kept| kept.recording).collect();
            let deleted = store.delete_learner(learner)?;
            let files = traces::remove(home, &who.code, &sums);
            Ok(Turned::Deleted(who.uid, who.name, (deleted.attempts, deleted.reviews), files))
        }
    }
}

impl Records {
    /// Opens those of the person's folder and takes in what older versions kept beside them. `name` is what the first learner is called.
    /// Whoever played last plays, if nothing is asked of them; a learner who is alone too. Takes as long as the file is large.
    pub(super) fn open(home: &Home, name: &str) -> (Self, Vec<KeptAttempt>, Option<Value>) {
        let Ok(folder) = home.folder("") else { return Self::begun(Store::in_memory(), name, home) };
        let opened = Self::begun(Store::open(&folder.join(FILE)), name, home);
        if opened.0.disk.is_some() {
            return opened;
        }
        let (records, attempts, settings) = Self::begun(Store::in_memory(), name, &Home::nowhere());
        (Self { trouble: opened.0.trouble, ..records }, attempts, settings)
    }

    fn begun(store: Result<Store, StoreError>, name: &str, home: &Home) -> (Self, Vec<KeptAttempt>, Option<Value>) {
        let begun = store.and_then(|mut store| {
            store.forget_guests()?;
            let first = store.learners()?.first().map(|learner| learner.id);
            let first = first.map_or_else(|| store.add_learner(name, false, now_ms()).map(|learner| learner.id), Ok)?;
            let taken = home.folder("").ok().map(|folder| store.import_results(first, &folder)).transpose();
            let people = people(&store)?;
            let last = home.read(LAST).unwrap_or_default();
            let last = people.iter().find(|person| traces::hex(&person.learner.uid) == last.trim());
            let alone = if let [person] = &people[..] { Some(person) } else { None };
            let who = last.or(alone).filter(|person| !person.learner.has_pin).map(|person| person.learner.id);
            let aside = store.set_aside().map(ToString::to_string);
            let disk = Arc::new(Mutex::new(store));
            let entered = who.map(|learner| enter(&disk, learner, home)).transpose()?;
            let records = Self { disk: Some(disk), player: None, people, trouble: aside.or(taken.err().map(|error| error.to_string())) };
            Ok((records, entered))
        });
        match begun {
            Ok((mut records, Some(entered))) => {
                let (attempts, settings) = records.take(entered);
                (records, attempts, settings)
            }
            Ok((records, None)) => (records, Vec::new(), None),
            Err(error) => (Self { trouble: Some(error.to_string()), ..Self::default() }, Vec::new(), None),
        }
    }

    /// Lets somebody play; gives their attempts, oldest first, and what they have set.
    pub(super) fn take(&mut self, entered: Entered) -> (Vec<KeptAttempt>, Option<Value>) {
        if !entered.player.learner.guest {
            self.people = entered.people;
        }
        self.player = Some(entered.player);
        (entered.attempts, entered.settings)
    }

    /// Nobody plays any more.
    pub(super) fn leave(&mut self) {
        self.player = None;
    }

    /// A guest's turn, of which nothing will be left.
    pub(super) fn guest(name: &str) -> Result<Entered, StoreError> {
        let mut store = Store::in_memory()?;
        let guest = store.add_learner(name, true, now_ms())?.id;
        enter(&Arc::new(Mutex::new(store)), guest, &Home::nowhere())
    }

    /// Work to be done beside the window.
    pub(super) fn turn(&self, home: &Home, what: Turn) -> impl FnOnce() -> Turned + Send + 'static + use<> {
        let (disk, home) = (self.disk.clone(), home.clone());
        move || {
            let Some(disk) = disk else { return Turned::Failed(String::new()) };
            turn(&disk, &home, what).unwrap_or_else(|error| Turned::Failed(error.to_string()))
        }
    }

    /// Looks again who there is, after a turn.
    pub(super) fn look(&mut self) {
        if let Some(disk) = &self.disk
            && let Ok(now) = people(&lock(disk))
        {
            if let Some(player) = &mut self.player
                && let Some(same) = now.iter().find(|person| person.learner.uid == player.learner.uid)
            {
                player.learner = same.learner.clone();
            }
            self.people = now;
        }
    }

    /// Learners, in the order in which they came.
    pub(super) fn people(&self) -> &[Person] {
        &self.people
    }

    /// Who plays.
    pub(super) fn learner(&self) -> Option<&Learner> {
        self.player.as_ref().map(|player| &player.learner)
    }

    /// What recordings call whoever plays: the code, which stands for the name; none for a guest, of whom nothing is recorded.
    pub(super) fn code(&self) -> Option<&str> {
        self.learner().filter(|learner| !learner.guest).map(|learner| learner.code.as_str())
    }

    /// What is to be asked and what is weak; none where nobody plays.
    pub(super) fn study(&self) -> Option<&Study> {
        self.player.as_ref().map(|player| &player.study)
    }

    /// Where the database lies; none where it lasts as long as the program.
    pub(super) fn path(&self) -> Option<PathBuf> {
        self.disk()?.path().map(Path::to_owned)
    }

    /// The records on the disk, whoever plays.
    fn disk(&self) -> Option<MutexGuard<'_, Store>> {
        self.disk.as_ref().map(lock)
    }

    /// The sealed recording of anybody's attempt, for an instructor.
    pub(super) fn recording_of_class(&self, attempt: i64) -> Option<Vec<u8>> {
        self.disk()?.recording(attempt).ok().flatten()
    }

    /// The comments on a recording, by their time.
    pub(super) fn pins(&self, recording: [u8; 32]) -> Vec<Pin> {
        self.disk().and_then(|store| store.pins(Some(recording)).ok()).unwrap_or_default()
    }

    /// Keeps a comment; why not, where that failed.
    pub(super) fn add_pin(&mut self, pin: &Pin) -> Result<(), String> {
        let mut store = self.disk().ok_or_else(|| self.trouble.clone().unwrap_or_default())?;
        store.add_pins(std::slice::from_ref(pin)).map(drop).map_err(|error| error.to_string())
    }

    /// Takes a comment away.
    pub(super) fn remove_pin(&mut self, pin: &Pin) {
        let _ = self.disk().map(|mut store| store.remove_pin(pin));
    }

    /// A drill's reference, with its player's name where that is a learner's code.
    pub(super) fn reference(&self, drill: &str) -> Option<Ghost> {
        let ghost = self.disk()?.ghosts().ok()?.into_iter().find(|ghost| ghost.drill == drill)?;
        Some(Ghost { player: self.named(&ghost.player), ..ghost })
    }

    /// The name of the learner whose code a recording calls its player by; else what it calls them.
    pub(super) fn named(&self, player: &str) -> String {
        let known = self.people.iter().find(|person| person.learner.code == player);
        known.map_or_else(|| player.to_owned(), |person| person.learner.name.clone())
    }

    /// The sealed recording that is a drill's reference.
    pub(super) fn ghost(&self, drill: &str) -> Option<Vec<u8>> {
        self.disk()?.ghost(drill).ok().flatten()
    }

    /// Takes a drill's reference away.
    pub(super) fn remove_ghost(&mut self, drill: &str) {
        let _ = self.disk().map(|mut store| store.remove_ghost(drill));
    }

    /// What is to be said of the database.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Something of whoever plays; what fails is told on the title.
    fn of_player<T>(&mut self, work: impl FnOnce(&mut Store, &Learner, &mut Study) -> Result<T, StoreError>) -> Option<T> {
        let player = self.player.as_mut()?;
        let done = work(&mut lock(&player.store), &player.learner, &mut player.study);
        done.map_err(|error| self.trouble = Some(error.to_string())).ok()
    }

    /// Keeps an attempt with its sealed recording; its number, or none where that failed (which is then said).
    pub(super) fn add(&mut self, attempt: &Attempt, recording: Option<&[u8]>) -> Option<i64> {
        self.of_player(|store, learner, study| study.attempted(store, learner.id, attempt, recording, now_ms()))
    }

    /// Keeps an answer.
    pub(super) fn answered(&mut self, item: &Item, answer: &Answer, verdict: &Verdict) {
        self.of_player(|store, learner, study| study.answered(store, learner.id, (item, answer, verdict), now_ms()));
    }

    /// Queues what is to be told of an attempt, where a member of the class plays.
    pub(super) fn tell_attempt(&mut self, attempt: i64, language: &str, title: &str, pass_mark: Option<f64>) {
        let Some(teller) = told_by(language) else { return };
        self.of_player(|store, _, _| store.queue_attempt(attempt, &teller, title, pass_mark, now_ms()));
    }

    /// Queues what is to be told of a quiz round, where a member of the class plays.
    pub(super) fn tell_round(&mut self, round: &RoundTold, language: &str) {
        let Some(teller) = told_by(language) else { return };
        self.of_player(|store, learner, _| store.queue_round(learner.id, &teller, round, now_ms()));
    }

    /// Keeps what a learner has set.
    pub(super) fn set(&mut self, settings: &Value) {
        self.of_player(|store, learner, _| if learner.guest { Ok(()) } else { store.set_setting(learner.id, SETTINGS, settings) });
    }

    /// The notes on an attempt.
    pub(super) fn notes(&self, attempt: i64) -> String {
        self.player.as_ref().and_then(|player| lock(&player.store).notes(attempt).ok()).unwrap_or_default()
    }

    /// Replaces the notes on an attempt; whether that worked.
    pub(super) fn set_notes(&mut self, attempt: i64, notes: &str) -> bool {
        self.of_player(|store, _, _| store.set_notes(attempt, notes)).is_some()
    }

    /// The sealed recording of an attempt.
    pub(super) fn recording(&self, attempt: i64) -> Option<Vec<u8>> {
        lock(&self.player.as_ref()?.store).recording(attempt).ok().flatten()
    }
}

/// This program as it tells a class's learning record store; nothing where the environment names a home page that is none.
fn told_by(language: &str) -> Option<Teller> {
    let home = std::env::var("FANLINE_LRS_HOME").ok().filter(|home| !home.is_empty());
    teller(home.as_deref().unwrap_or(HOME_PAGE), language).ok()
}

/// Now, ms since 1970 UTC.
pub(super) fn now_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| i64::try_from(time.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(home: &Home) -> (Records, Vec<KeptAttempt>) {
        let (records, attempts, _) = Records::open(home, "Trainee");
        (records, attempts)
    }

    fn played(records: &mut Records, seed: u64) -> Option<i64> {
        records.add(&Attempt { left: false, ..Attempt::left("a-drill", "", "drill", seed, (1, 5)) }, Some(&[seed as u8; 40]))
    }

    fn entered(turned: Turned) -> Entered {
        match turned {
            Turned::Entered(entered) => *entered,
            _ => panic!("nobody came in"),
        }
    }

    #[test]
    fn learners_do_not_see_each_other_s_and_who_played_last_plays() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let (mut records, attempts) = open(&home);
        assert_eq!((records.people().len(), attempts.len()), (1, 0), "somebody to begin with");
        played(&mut records, 1).unwrap();
        records.set(&serde_json::json!({"text": 1.5}));
        let ben = entered(records.turn(&home, Turn::Add("  Ben ".to_owned(), String::new()))());
        let (attempts, settings) = records.take(ben);
        assert_eq!((attempts.len(), settings), (0, None));
        assert_eq!(records.learner().map(|learner| learner.name.as_str()), Some("Ben"));
        played(&mut records, 2).unwrap();
        played(&mut records, 3).unwrap();
        let (records, attempts) = open(&home);
        assert_eq!((records.learner().map(|learner| learner.name.clone()), attempts.len()), (Some("Ben".to_owned()), 2));
        let first = records.people()[0].clone();
        assert_eq!((first.learner.name.as_str(), first.counts), ("Trainee", (1, 0)));
        let back = entered(records.turn(&home, Turn::Enter(first.learner.id, String::new()))());
        assert_eq!((back.attempts.len(), back.settings), (1, Some(serde_json::json!({"text": 1.5}))));
    }

    #[test]
    fn a_pin_is_asked_at_the_start_and_a_wrong_one_lets_nobody_in() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let (mut records, _) = open(&home);
        let anna = records.learner().unwrap().id;
        assert!(matches!(records.turn(&home, Turn::Pin(anna, Some("2718".to_owned())))(), Turned::PinSet(true)));
        records.look();
        assert!(records.learner().unwrap().has_pin);
        let (mut records, attempts) = open(&home);
        assert!(records.learner().is_none() && attempts.is_empty(), "nobody plays until the PIN is given");
        assert_eq!(played(&mut records, 1), None);
        assert!(matches!(records.turn(&home, Turn::Enter(anna, "1".to_owned()))(), Turned::WrongPin));
        assert!(matches!(records.turn(&home, Turn::Delete(anna, "1".to_owned(), true))(), Turned::WrongPin));
        assert_eq!(entered(records.turn(&home, Turn::Enter(anna, "2718".to_owned()))()).player.learner.id, anna);
    }

    #[test]
    fn of_a_guest_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let (mut records, _) = open(&home);
        records.take(Records::guest("Guest").unwrap());
        assert!(played(&mut records, 1).is_some(), "while they play");
        assert_eq!((records.code(), records.people().len()), (None, 1), "nothing is recorded of them");
        records.set(&serde_json::json!({"text": 2.0}));
        let (records, attempts) = open(&home);
        assert_eq!((records.learner().map(|learner| learner.name.clone()), attempts.len()), (Some("Trainee".to_owned()), 0));
        assert_eq!(records.people()[0].counts, (0, 0));
    }

    #[test]
    fn who_is_deleted_is_gone_with_their_files() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let (mut records, _) = open(&home);
        played(&mut records, 7).unwrap();
        let recordings = home.folder("recordings").unwrap();
        std::fs::write(recordings.join("a-drill-0001.fanline"), [7; 40]).unwrap();
        std::fs::write(recordings.join("a-drill-0001.txt"), "a note").unwrap();
        std::fs::write(recordings.join("a-drill-0002.fanline"), [8; 40]).unwrap();
        let anna = records.learner().unwrap().clone();
        let Turned::Deleted(uid, _, counts, files) = records.turn(&home, Turn::Delete(anna.id, String::new(), false))() else { panic!("not deleted") };
        assert_eq!((uid, counts, files), (anna.uid, (1, 0), 2));
        let files = std::fs::read_dir(&recordings).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        let left: Vec<_> = files.filter_map(|path| path.file_name().map(ToOwned::to_owned)).collect();
        assert_eq!(left, ["a-drill-0002.fanline"], "another's stays");
        records.look();
        assert_eq!(records.people(), []);
    }

    #[test]
    fn a_damaged_database_is_set_aside_with_a_word() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), vec![9; 4096]).unwrap();
        let (records, _) = open(&Home::at(folder.path()));
        assert!(records.trouble().is_some_and(|trouble| trouble.contains("set aside")), "{:?}", records.trouble());
        assert_eq!(std::fs::read(folder.path().join(format!("{FILE}.damaged-1"))).unwrap(), vec![9; 4096]);
        assert!(records.learner().is_some(), "new records were begun");
    }
}
