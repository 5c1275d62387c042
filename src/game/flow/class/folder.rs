//! The shared folder: looked through every two seconds by a thread of its own; a new recording is simulated again and taken or refused.
//!
//! **Invariant:** links are not followed, a file is taken only once it has stood still from one look to the next, and nothing in the
//! folder is changed. What was refused because its player was not on the roster is looked at again when the roster changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use crate::game::flow::load::Shelf;
use crate::game::flow::records::now_ms;
use crate::records::class::{Imported, Incoming, Outcome, Refusal, import, read_pins};
use crate::records::store::{MAX_RECORDING_BYTES, Store, StoreError};
use crate::records::xapi::text::shown;

/// How often the folder is looked through, and how often it is asked whether to end.
const EVERY: Duration = Duration::from_secs(2);
const STEP: Duration = Duration::from_millis(100);
/// Folders below each other that are looked into, and entries that are looked at.
const DEEPEST: usize = 4;
const MOST: usize = 20_000;
/// Most bytes of a file of comments.
const COMMENTS: u64 = 16 << 20;

/// How the folder stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    /// Why it cannot be read.
    pub(super) trouble: Option<String>,
    /// It was looked through at least once.
    pub(super) looked: bool,
    /// Recordings in it that are being simulated.
    pub(super) under_way: usize,
    /// Recordings in it that are in the records.
    pub(super) taken: usize,
    /// Comments that were taken in.
    pub(super) comments: usize,
    /// Files that were refused: their name and why; none for comments that cannot be read.
    pub(super) refused: Vec<(String, Result<Refusal, String>)>,
}

/// A watch over a folder; it ends with this.
pub(super) struct Watch {
    look: Arc<Mutex<Look>>,
    end: Arc<AtomicBool>,
}

impl Watch {
    /// Begins to look through a folder.
    pub(super) fn over(folder: PathBuf, records: PathBuf, shelf: Arc<Shelf>) -> Self {
        let (look, end) = (Arc::new(Mutex::new(Look::default())), Arc::new(AtomicBool::new(false)));
        let (told, ends) = (Arc::clone(&look), Arc::clone(&end));
        std::thread::spawn(move || {
            match Store::open(&records) {
                Ok(store) => Watcher::new(folder, store, shelf, told).watch(&ends),
                Err(error) => told.lock().unwrap_or_else(PoisonError::into_inner).trouble = Some(error.to_string()),
            }
        });
        Self { look, end }
    }

    /// How it stands.
    pub(super) fn look(&self) -> Look {
        self.look.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.end.store(true, Ordering::Relaxed);
    }
}

/// A file's length and time: what tells whether it has changed.
type Print = (u64, Option<i64>);

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
enum Fate {
    /// It is new, or changes still.
    Seen,
    Taken,
    /// So many comments of it were new.
    Comments(usize),
    Refused(Refusal),
    Unreadable(String),
}

struct Watcher {
    folder: PathBuf,
    store: Store,
    shelf: Arc<Shelf>,
    told: Arc<Mutex<Look>>,
    files: BTreeMap<PathBuf, (Print, Fate)>,
    /// Names that the roster had.
    roster: BTreeSet<(String, String)>,
}

impl Watcher {
    fn new(folder: PathBuf, store: Store, shelf: Arc<Shelf>, told: Arc<Mutex<Look>>) -> Self {
        Self { folder, store, shelf, told, files: BTreeMap::new(), roster: BTreeSet::new() }
    }

    fn watch(mut self, end: &AtomicBool) {
        while !end.load(Ordering::Relaxed) {
            // What fails now (another program writes for long, the disk is full) may do at the next look.
            if let Err(error) = self.look() {
                self.tell(Some(error.to_string()), 0);
            }
            for _ in 0..EVERY.as_millis() / STEP.as_millis() {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                std::thread::sleep(STEP);
            }
        }
    }

    /// Looks through the folder once.
    fn look(&mut self) -> Result<(), StoreError> {
        let (mut found, mut left) = (BTreeMap::new(), MOST);
        let trouble = gather(&self.folder, DEEPEST, &mut left, &mut found).err().map(|error| error.to_string());
        self.files.retain(|path, _| found.contains_key(path));
        self.look_again_at_strangers()?;
        let mut ready = Vec::new();
        for (path, print) in found {
            match self.files.get(&path) {
                Some((known, Fate::Seen)) if *known == print => ready.push(path),
                Some((known, _)) if *known == print => {}
                _ => {
                    self.files.insert(path, (print, Fate::Seen));
                }
            }
        }
        self.tell(trouble.clone(), ready.len());
        let (comments, recordings): (Vec<PathBuf>, Vec<PathBuf>) = ready.into_iter().partition(|path| path.extension().is_some_and(|ending| ending == "json"));
        for path in comments {
            let fate = self.comments(&path)?;
            self.fate(path, fate);
        }
        if !recordings.is_empty() {
            self.take(recordings)?;
        }
        self.tell(trouble, 0);
        Ok(())
    }

    fn look_again_at_strangers(&mut self) -> Result<(), StoreError> {
        let roster: BTreeSet<_> = self.store.members()?.into_iter().map(|member| (member.name, member.account)).collect();
        if roster != self.roster {
            self.roster = roster;
            for (_, fate) in self.files.values_mut() {
                if matches!(fate, Fate::Refused(Refusal::Stranger(_) | Refusal::Ambiguous(_))) {
                    *fate = Fate::Seen;
                }
            }
        }
        Ok(())
    }

    fn fate(&mut self, path: PathBuf, fate: Fate) {
        if let Some((_, known)) = self.files.get_mut(&path) {
            *known = fate;
        }
    }

    fn comments(&mut self, path: &Path) -> Result<Fate, StoreError> {
        let text = bounded(path, COMMENTS).and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()));
        let pins = match text.and_then(|text| read_pins(&text).map_err(|error| error.to_string())) {
            Ok(pins) => pins,
            Err(why) => return Ok(Fate::Unreadable(shown(&why, 200))),
        };
        match self.store.add_pins(&pins) {
            Ok(new) => Ok(Fate::Comments(new)),
            Err(StoreError::Value { field, got, allowed }) => Ok(Fate::Unreadable(shown(&format!("{field}: got {got}, allowed: {allowed}"), 200))),
            Err(error) => Err(error),
        }
    }

    /// Simulates recordings again, on half of the cores: others draw and play meanwhile.
    fn take(&mut self, paths: Vec<PathBuf>) -> Result<(), StoreError> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let pool = rayon::ThreadPoolBuilder::new().num_threads((cores / 2).max(1)).build();
        let (store, shelf) = (&mut self.store, Arc::clone(&self.shelf));
        let told = Arc::clone(&self.told);
        let heard = |batch: &[Imported]| {
            let mut look = told.lock().unwrap_or_else(PoisonError::into_inner);
            look.under_way = look.under_way.saturating_sub(batch.len());
            look.taken += batch.iter().filter(|one| !matches!(one.outcome, Outcome::Refused(_))).count();
        };
        let files = paths.into_iter().map(incoming);
        let work = || import(store, &shelf.library, files, now_ms(), heard);
        let imported = match pool {
            Ok(pool) => pool.install(work)?,
            Err(_) => work()?,
        };
        for one in imported {
            let fate = match one.outcome {
                Outcome::Taken { .. } | Outcome::Known => Fate::Taken,
                Outcome::Refused(refusal) => Fate::Refused(refusal),
            };
            self.fate(one.path, fate);
        }
        Ok(())
    }

    /// Tells how the folder stands.
    fn tell(&self, trouble: Option<String>, under_way: usize) {
        let mut look = Look { trouble, looked: true, under_way, ..Look::default() };
        for (path, (_, fate)) in &self.files {
            let name = || path.strip_prefix(&self.folder).map_or_else(|_| String::new(), |path| shown(&path.to_string_lossy(), 120));
            match fate {
                Fate::Seen => {}
                Fate::Taken => look.taken += 1,
                Fate::Comments(new) => look.comments += new,
                Fate::Refused(refusal) => look.refused.push((name(), Ok(refusal.clone()))),
                Fate::Unreadable(why) => look.refused.push((name(), Err(why.clone()))),
            }
        }
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = look;
    }
}

/// Recordings and comments of a folder, those of folders below it too.
fn gather(folder: &Path, deep: usize, left: &mut usize, found: &mut BTreeMap<PathBuf, Print>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        if *left == 0 {
            return Ok(());
        }
        *left -= 1;
        let entry = entry?;
        // What goes away while it is looked at is not there.
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let comments = ending == "json" && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("comments"));
        if kind.is_dir() && deep > 0 {
            // A folder below that cannot be read keeps the others from nothing.
            let _ = gather(&path, deep - 1, left, found);
        } else if kind.is_file() && (ending == "fanline" || comments) {
            let Ok(data) = entry.metadata() else { continue };
            found.insert(path, (data.len(), modified_ms(&data)));
        }
    }
    Ok(())
}

fn modified_ms(data: &fs::Metadata) -> Option<i64> {
    let since = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

fn incoming(path: PathBuf) -> Incoming {
    let modified_ms = fs::metadata(&path).ok().as_ref().and_then(modified_ms);
    let bytes = bounded(&path, MAX_RECORDING_BYTES as u64);
    Incoming { path, modified_ms, bytes }
}

/// A file of at most so many bytes.
fn bounded(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(error.to_string()),
        Ok(_) if bytes.len() as u64 > most => Err(io::Error::other(format!("more than {most} bytes")).to_string()),
        Ok(_) => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drill::{Library, attempt};
    use crate::records::class::{Pin, RosterRow, write_pins};
    use crate::session::recording::Journal;
    use crate::session::{Command, Controls, Session};
    use crate::source::Content;

    const DRILL: &str = "first-fan";

    struct Class {
        folder: tempfile::TempDir,
        watcher: Watcher,
        records: tempfile::TempDir,
    }

    fn class() -> Class {
        let (folder, records) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let library = Library::open(&Content::find().unwrap()).unwrap();
        let shelf = Arc::new(Shelf::of(library));
        let store = Store::open(&records.path().join("a.db")).unwrap();
        let watcher = Watcher::new(folder.path().to_owned(), store, shelf, Arc::default());
        Class { folder, watcher, records }
    }

    impl Class {
        fn put(&self, name: &str, bytes: &[u8]) {
            let path = self.folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }

        fn looks(&mut self) -> Look {
            self.watcher.look().unwrap();
            self.watcher.told.lock().unwrap().clone()
        }

        fn joins(&mut self, name: &str) {
            let mut store = Store::open(&self.records.path().join("a.db")).unwrap();
            store.add_member(&RosterRow { name: name.to_owned(), account: name.to_owned() }, 0).unwrap();
        }

        /// A recording of somebody who waits for a moment and ends.
        fn recording(&self, player: &str, seed: u64) -> Vec<u8> {
            let library = &self.watcher.shelf.library;
            let drill = library.drill(DRILL).unwrap();
            let header = attempt::header(drill, &library.hash(drill), seed, player);
            let mut session = Session::new(library.setup(drill, seed).unwrap());
            let mut journal = Journal::start(Vec::new(), &header).unwrap();
            for tick in 0..24 {
                let command = (tick == 23).then_some(Command::Finish);
                let controls = Controls { hub_um: [60_000, tick * 10, 250_000], direction_ppm: [0, 0, -1_000_000], plunger_mn: 0, command, finger: None };
                session.step(&controls);
                journal.push(&controls, &session).unwrap();
            }
            journal.seal().unwrap()
        }
    }

    #[test]
    fn a_recording_is_taken_once_it_stands_still_and_a_false_one_is_refused() {
        let mut class = class();
        class.joins("Ana");
        let whole = class.recording("Ana", 4);
        class.put("ana/one.fanline", &whole[..whole.len() / 2]);
        assert_eq!(class.looks().refused, []);
        // It is still being copied: longer than at the last look.
        class.put("ana/one.fanline", &whole);
        let look = class.looks();
        assert_eq!((look.taken, look.refused.len()), (0, 0));
        assert_eq!(class.looks().taken, 1);
        let mut altered = class.recording("Ana", 5);
        let middle = altered.len() / 2;
        altered[middle] ^= 1;
        class.put("two.fanline", &altered);
        class.put("not one.fanline", b"hello");
        class.looks();
        let look = class.looks();
        assert_eq!((look.taken, look.refused.len()), (1, 2));
        assert!(look.refused.iter().all(|(_, why)| matches!(why, Ok(Refusal::Damaged(_) | Refusal::Tampered(_)))), "{look:?}");
        assert_eq!(class.watcher.store.board(10).unwrap().len(), 1);
        // What goes away is no longer told of.
        fs::remove_file(class.folder.path().join("two.fanline")).unwrap();
        assert_eq!(class.looks().refused.len(), 1);
    }

    #[test]
    fn a_stranger_s_recording_is_taken_when_they_join() {
        let mut class = class();
        let one = class.recording("<b>Ben</b>\u{202e}", 4);
        class.put("one.fanline", &one);
        class.looks();
        let look = class.looks();
        assert!(matches!(&look.refused[..], [(_, Ok(Refusal::Stranger(who)))] if !who.contains('\u{202e}')), "{look:?}");
        class.joins("<b>Ben</b>\u{202e}");
        let look = class.looks();
        assert_eq!((look.taken, look.refused.len()), (1, 0));
    }

    #[test]
    fn comments_are_taken_in_and_what_is_none_is_refused() {
        let mut class = class();
        let pin = Pin::new([7; 32], 120, None, "Dr. R", "Raise the hub here.", 0);
        class.put("comments.json", write_pins(&[pin]).as_bytes());
        class.put("comments-2.json", b"[1, 2");
        class.put("other.json", b"[1, 2");
        class.looks();
        let look = class.looks();
        assert_eq!((look.comments, look.refused.len()), (1, 1));
        assert_eq!(class.watcher.store.pins(Some([7; 32])).unwrap().len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_a_folder_that_is_gone_is_said() {
        let mut class = class();
        class.joins("Ana");
        let elsewhere = tempfile::tempdir().unwrap();
        let one = class.recording("Ana", 4);
        fs::write(elsewhere.path().join("one.fanline"), one).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), class.folder.path().join("link")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path().join("one.fanline"), class.folder.path().join("one.fanline")).unwrap();
        class.looks();
        let look = class.looks();
        assert_eq!((look.taken, look.refused.len()), (0, 0));
        fs::remove_dir_all(class.folder.path()).unwrap();
        assert!(class.looks().trouble.is_some());
    }
}
