//! Drafts on disk: written soon after each change, offered again, gone once the drill is saved.
//!
//! **Invariant:** a draft that cannot be read is left where it is, and one of another drill is never overwritten.

use serde::{Deserialize, Serialize};

use super::super::home::Home;
use crate::drill::{Draft, RawDrill};

/// Folder of the drafts below the person's data folder.
const FOLDER: &str = "drafts";
/// Name of the draft of a drill that has no file yet: no drill can have it.
const NEW: &str = "_new";
/// Time after the first change that is not on disk at which it is written, s.
const WRITE_S: f32 = 0.6;

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    edits: Option<String>,
    drill: RawDrill,
}

fn file(edits: Option<&str>) -> String {
    format!("{FOLDER}/{}.json", edits.unwrap_or(NEW))
}

/// When the draft is to be written.
#[derive(Default)]
pub(super) struct Keeping {
    left_s: Option<f32>,
    pub(super) trouble: Option<String>,
}

impl Keeping {
    /// Something is not on disk.
    pub(super) fn changed(&mut self) {
        self.left_s.get_or_insert(WRITE_S);
    }

    /// Whether something is not on disk yet.
    pub(super) fn is_due(&self) -> bool {
        self.left_s.is_some()
    }

    /// Lets time pass; writes when it is time, or at once.
    pub(super) fn tend(&mut self, dt: f32, at_once: bool, draft: &Draft, edits: Option<&str>, home: &Home) {
        let Some(left_s) = &mut self.left_s else { return };
        *left_s -= dt;
        if *left_s > 0.0 && !at_once {
            return;
        }
        self.left_s = None;
        let stored = Stored { version: 1, edits: edits.map(str::to_owned), drill: draft.raw().clone() };
        let text = serde_json::to_string_pretty(&stored).map_err(std::io::Error::other);
        let written = text.and_then(|text| home.folder(FOLDER).and_then(|_| home.write(&file(edits), &text)));
        self.trouble = written.err().map(|error| error.to_string());
    }

    /// What is on disk is the drill's own file now: the draft goes.
    pub(super) fn saved(&mut self, edits: Option<&str>, home: &Home) {
        self.left_s = None;
        self.trouble = None;
        if let Some(path) = home.path(&file(edits)) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The drafts that are on disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Drafts {
    /// Title of the new drill that was begun.
    pub(in super::super) new: Option<String>,
    /// Names of the own drills that have changes which are not saved.
    pub(in super::super) edited: Vec<String>,
}

impl Drafts {
    /// Looks.
    pub(in super::super) fn look(home: &Home) -> Self {
        let names = home.path(FOLDER).and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let names = names.filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".json")?.to_owned()));
        Self { new: read(None, home).map(|raw| raw.title), edited: names.filter(|name| name != NEW).collect() }
    }
}

/// The draft of an own drill, or of a new one.
pub(super) fn read(edits: Option<&str>, home: &Home) -> Option<RawDrill> {
    let stored: Stored = serde_json::from_str(&home.read(&file(edits))?).ok()?;
    (stored.version == 1 && stored.edits.as_deref() == edits).then_some(stored.drill)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_written_within_a_second_and_read_again() {
        let at = tempfile::tempdir().expect("a folder");
        let home = Home::at(at.path());
        assert_eq!(Drafts::look(&home), Drafts::default());
        let (mut keeping, mut draft) = (Keeping::default(), Draft::blank("anna"));
        draft.change("title", |raw| raw.title = "Ché \"x\"".to_owned());
        keeping.changed();
        let mut s = 0.0;
        while keeping.is_due() {
            keeping.tend(0.1, false, &draft, None, &home);
            keeping.changed();
            s += 0.1;
            if read(None, &home).is_some() {
                break;
            }
            assert!(s < 1.0, "changes that go on do not put it off");
        }
        assert_eq!(read(None, &home).as_ref(), Some(draft.raw()));
        assert_eq!(Drafts::look(&home), Drafts { new: Some("Ché \"x\"".to_owned()), edited: Vec::new() });
        keeping.tend(0.0, true, &draft, Some("mine"), &home);
        assert_eq!(Drafts::look(&home).edited, ["mine"]);
        assert!(read(Some("mine"), &home).is_some() && read(Some("other"), &home).is_none());
        keeping.saved(None, &home);
        assert_eq!(Drafts::look(&home).new, None);
    }

    #[test]
    fn a_damaged_draft_is_left_alone_and_offers_nothing() {
        let at = tempfile::tempdir().expect("a folder");
        let home = Home::at(at.path());
        home.folder(FOLDER).expect("a folder");
        home.write(&file(None), "{\"version\": 1").expect("a file");
        assert_eq!(Drafts::look(&home).new, None);
        assert!(home.read(&file(None)).is_some());
    }
}
