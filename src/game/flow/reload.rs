//! Content that changes while the program runs: a thread looks at the files, reads what changed, and the shelf is replaced.
//!
//! **Invariant:** the window never waits for a file, an attempt keeps the shelf that it began with, and a wrong file takes nothing away.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bevy::prelude::*;

use super::load::Shelf;
use super::{Flow, Screen};
use crate::drill::Drill;
use crate::game::panels::{Phrase, notice};
use crate::game::theme::State as Tone;
use crate::lang::Value;
use crate::source::Content;

/// Time between two looks at the files. A change is read at the first look at which it has settled, hence within two of these.
const EVERY: Duration = Duration::from_millis(600);
/// How long good news are shown, s.
const SHOWN_S: f32 = 5.0;
/// Folders of the content that are looked at.
const FOLDERS: [&str; 5] = ["levels/drills", "levels/courses", "levels/quizzes", "levels/blueprints", "levels/rubrics"];

/// When each file was written last, and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamps(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Stamps {
    /// The files as they are now. A folder that is not there has none.
    pub(super) fn of(content: &Content) -> Self {
        let own = content.own.iter().map(|own| own.join(Drill::OWN_FOLDER));
        let folders = FOLDERS.iter().map(|folder| content.path(folder)).chain(own);
        let files = folders.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten().map(|entry| entry.path());
        let stamp = |path: PathBuf| {
            let about = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
            Some((path, (about.modified().ok(), about.len())))
        };
        let content = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
        Self(files.filter(content).filter_map(stamp).collect())
    }

    /// Names of the files that are other than there, or stand in one of the two alone.
    fn changed(&self, there: &Self) -> Vec<String> {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut changed: Vec<_> = self.0.iter().filter(|(path, stamp)| there.0.get(*path) != Some(*stamp)).map(|(path, _)| name(path)).collect();
        changed.extend(there.0.keys().filter(|path| !self.0.contains_key(*path)).map(|path| name(path)));
        changed
    }
}

/// What was read, and what was seen at the last look.
struct Seen {
    read: Stamps,
    last: Stamps,
}

impl Seen {
    /// Takes a look; names of the files to read anew, once they are no longer being written.
    fn look(&mut self, now: Stamps) -> Vec<String> {
        let settled = now == self.last;
        self.last = now;
        if !settled || self.last == self.read {
            return Vec::new();
        }
        let changed = self.last.changed(&self.read);
        self.read = self.last.clone();
        changed
    }
}

/// A shelf that was read anew.
struct Fresh {
    shelf: Arc<Shelf>,
    changed: Vec<String>,
}

/// The thread that looks at the files; it ends with this.
pub(super) struct Reload {
    receiver: Mutex<Receiver<Fresh>>,
    _alive: Arc<()>,
}

impl Reload {
    /// Begins to look; `stamps` are the files as they were before the shelf was read.
    pub(super) fn start(shelf: Arc<Shelf>, stamps: Stamps) -> Option<Self> {
        let content = Content::find().ok()?;
        let (sender, receiver) = channel();
        let alive = Arc::new(());
        let watched = Arc::downgrade(&alive);
        let look = move || {
            let mut shelf = shelf;
            let mut seen = Seen { read: stamps.clone(), last: stamps };
            while watched.upgrade().is_some() {
                let changed = seen.look(Stamps::of(&content));
                if !changed.is_empty() {
                    shelf = Arc::new(shelf.reread(&content));
                    if sender.send(Fresh { shelf: Arc::clone(&shelf), changed }).is_err() {
                        return;
                    }
                }
                std::thread::sleep(EVERY);
            }
        };
        std::thread::Builder::new().name("content".to_owned()).spawn(look).ok()?;
        Some(Self { receiver: Mutex::new(receiver), _alive: alive })
    }

    fn poll(&self) -> Option<Fresh> {
        // Of several only the last one counts.
        self.receiver.lock().unwrap_or_else(std::sync::PoisonError::into_inner).try_iter().last()
    }
}

/// What is said of content that was read anew, and for how long still; without a time until it is mended or closed.
pub(super) struct Notice {
    pub(super) model: notice::Model,
    left_s: Option<f32>,
}

impl Notice {
    fn of(fresh: &Fresh, had: &[String]) -> Option<Self> {
        let problems = &fresh.shelf.problems;
        if problems.is_empty() {
            let names = fresh.changed.join(", ");
            let title = if had.is_empty() { "notice-content-read" } else { "notice-content-mended" };
            let title = Phrase::new(title).with("count", Value::count(fresh.changed.len())).with("files", names.as_str());
            return Some(Self { model: notice::Model { state: Tone::Target, title, problems: Vec::new() }, left_s: Some(SHOWN_S) });
        }
        let title = Phrase::new("notice-content-broken").with("count", Value::count(problems.len()));
        Some(Self { model: notice::Model { state: Tone::Attention, title, problems: problems.clone() }, left_s: None })
    }

    /// Good news, for a while.
    pub(super) fn good(title: Phrase) -> Self {
        Self { model: notice::Model { state: Tone::Target, title, problems: Vec::new() }, left_s: Some(SHOWN_S) }
    }
}

/// Whether the shelf may change under a screen: not where things are chosen by their place on it.
fn may_change(screen: Screen) -> bool {
    !matches!(screen, Screen::Loading | Screen::Practise | Screen::Patients | Screen::Atlas | Screen::Quiz | Screen::Class | Screen::Error)
}

/// Takes in what was read anew, as soon as the screen allows it.
pub(super) fn take(screen: Res<State<Screen>>, time: Res<Time>, mut flow: ResMut<Flow>) {
    let flow = flow.bypass_change_detection();
    if let Some(notice) = &mut flow.notice {
        // Time in which it cannot be seen does not count.
        if let Some(left_s) = notice.left_s.as_mut().filter(|_| *screen.get() != Screen::Procedure) {
            *left_s -= time.delta_secs();
        }
        if notice.left_s.is_some_and(|left_s| left_s <= 0.0) {
            flow.notice = None;
        }
    }
    if let Some(fresh) = flow.reload.as_ref().and_then(Reload::poll) {
        let had = flow.fresh.as_ref().or(flow.shelf.as_ref()).map_or_else(Vec::new, |shelf| shelf.problems.clone());
        flow.notice = Notice::of(&fresh, &had);
        flow.fresh = Some(fresh.shelf);
    }
    // An act of the last frame means the shelf that it was shown with.
    if flow.act.is_none()
        && flow.job.is_none()
        && may_change(*screen.get())
        && let Some(fresh) = flow.fresh.take()
    {
        let course = flow.course.and_then(|index| flow.shelf.as_ref()?.library.courses().get(index)).map(|course| course.id.clone());
        let there = |id: &String| fresh.library.courses().iter().position(|course| course.id == *id);
        flow.course = match (&course, flow.course) {
            (Some(id), _) => there(id),
            // The person's own drills come after all courses.
            (None, Some(_)) => Some(fresh.library.courses().len()),
            (None, None) => None,
        };
        flow.shelf = Some(fresh);
        // What a draft may name has changed.
        if let Some(editor) = &mut flow.editor {
            editor.recheck();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamps(files: &[(&str, u64)]) -> Stamps {
        Stamps(files.iter().map(|(name, length)| (PathBuf::from(name), (None, *length))).collect())
    }

    #[test]
    fn a_change_is_read_once_and_only_when_it_has_settled() {
        let begin = stamps(&[("a.ron", 1), ("b.ron", 1)]);
        let mut seen = Seen { read: begin.clone(), last: begin.clone() };
        assert!(seen.look(begin.clone()).is_empty());
        assert!(seen.look(stamps(&[("a.ron", 2), ("b.ron", 1)])).is_empty(), "it may still be written");
        assert!(seen.look(stamps(&[("a.ron", 3), ("b.ron", 1)])).is_empty(), "it is still being written");
        assert_eq!(seen.look(stamps(&[("a.ron", 3), ("b.ron", 1)])), ["a.ron"]);
        assert!(seen.look(stamps(&[("a.ron", 3), ("b.ron", 1)])).is_empty(), "once");
        let other = stamps(&[("a.ron", 3), ("c.ron", 1)]);
        assert!(seen.look(other.clone()).is_empty());
        assert_eq!(seen.look(other), ["c.ron", "b.ron"], "what came and what went");
        assert!(seen.look(begin.clone()).is_empty());
        assert_eq!(seen.look(begin).len(), 3);
    }

    #[test]
    fn stamps_see_what_appears_changes_and_vanishes() {
        let at = tempfile::tempdir().expect("a folder");
        for folder in ["assets", "levels/drills", "data/drills"] {
            std::fs::create_dir_all(at.path().join(folder)).expect("a folder");
        }
        let content = Content { own: Some(at.path().join("data")), ..Content::at(at.path()).expect("content") };
        let nothing = Stamps::of(&content);
        std::fs::write(at.path().join("data/drills/mine.ron"), "(").expect("a file");
        std::fs::write(at.path().join("levels/drills/it.ron"), "(").expect("a file");
        std::fs::write(at.path().join("levels/drills/it.ron~"), "(").expect("a file");
        let there = Stamps::of(&content);
        assert_eq!(there.changed(&nothing), ["mine.ron", "it.ron"]);
        std::fs::write(at.path().join("data/drills/mine.ron"), "()").expect("a file");
        let changed = Stamps::of(&content);
        assert_eq!(changed.changed(&there), ["mine.ron"]);
        std::fs::remove_file(at.path().join("levels/drills/it.ron")).expect("it goes");
        assert_eq!(Stamps::of(&content).changed(&changed), ["it.ron"]);
    }
}
