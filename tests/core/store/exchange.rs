//! Copies, exports and what is taken in, by the store and by the command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{attempt, folder, holds, machine};
use fanline::records::store::{Attempt, Check, Store, StoreError};
use fanline::session::recording::Recording;
use serde_json::{Value, json};

#[test]
fn a_backup_holds_everything_and_replaces_nothing() {
    let at = folder();
    let mut store = Store::open(&at.path().join("fanline.db")).unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap();
    let id = store.add_attempt(anna.id, &attempt(1), Some(b"recording")).unwrap();
    let copy = at.path().join("copy.db");
    store.backup(&copy).unwrap();
    store.delete_learner(anna.id).unwrap();
    assert!(matches!(store.backup(&copy), Err(StoreError::Place { .. })));
    assert!(!at.path().join("copy.db-wal").exists() && !at.path().join("copy.db.part").exists());
    let kept = Store::open(&copy).unwrap();
    assert_eq!((kept.set_aside(), kept.learners().unwrap()), (None, vec![anna]));
    assert_eq!(kept.recording(id).unwrap().as_deref(), Some(&b"recording"[..]));
}

#[test]
fn an_export_is_taken_in_once_and_holds_everything() {
    let (here, there) = (folder(), folder());
    let (store, anna) = machine(here.path());
    let out = here.path().join("out");
    let done = store.export(&out, None).unwrap();
    assert_eq!((done.learners, done.attempts, done.recordings, done.reviews), (1, 3, 2, 1));
    assert!(matches!(store.export(&out, None), Err(StoreError::Place { .. })));
    let mut other = Store::open(&there.path().join("fanline.db")).unwrap();
    let ben = other.add_learner("Ben", false, 0).unwrap();
    let holds = |_: &Attempt, _: &[u8]| Check::Holds;
    let taken = other.import(&out, holds).unwrap();
    assert_eq!((taken.learners, taken.attempts, taken.unchecked, taken.reviews, taken.doubles), (1, 3, 1, 1, 0), "{taken:?}");
    let again = other.import(&out, holds).unwrap();
    assert_eq!((again.learners, again.attempts, again.reviews, again.doubles), (0, 0, 0, 4), "{again:?}");
    let learners = other.learners().unwrap();
    assert_eq!(learners[0], ben);
    let (before, after) = (store.learner(anna).unwrap(), &learners[1]);
    assert_eq!((&before.uid, &before.name, &before.code, before.created_ms), (&after.uid, &after.name, &after.code, after.created_ms));
    let (was, is) = (store.attempts(anna).unwrap(), other.attempts(after.id).unwrap());
    for (was, is) in was.iter().zip(&is) {
        assert_eq!((was.uid, &was.attempt, was.recording), (is.uid, &is.attempt, is.recording));
        assert_eq!(store.recording(was.id).unwrap(), other.recording(is.id).unwrap());
        assert_eq!(store.notes(was.id).unwrap(), other.notes(is.id).unwrap());
    }
    assert_eq!(was.len(), is.len());
    assert_eq!(store.schedule(anna).unwrap(), other.schedule(after.id).unwrap());
    assert_eq!(store.settings(anna).unwrap(), other.settings(after.id).unwrap());
}

#[test]
fn an_import_refuses_what_is_not_what_it_says() {
    let (here, there) = (folder(), folder());
    let (store, _) = machine(here.path());
    let out = here.path().join("out");
    store.export(&out, None).unwrap();
    let mut other = Store::open(&there.path().join("fanline.db")).unwrap();
    let holds = |_: &Attempt, _: &[u8]| Check::Holds;
    // A recording with another content, and one that the drill's own judge refuses: they alone.
    let one = fs::read_dir(out.join("recordings")).unwrap().map(|entry| entry.unwrap().path()).find(|path| fs::read(path).unwrap() == b"one").unwrap();
    fs::write(&one, b"One").unwrap();
    let judged = |attempt: &Attempt, _: &[u8]| if attempt.seed == 3 { Check::Refused("not this".to_owned()) } else { Check::Holds };
    let taken = other.import(&out, judged).unwrap();
    assert_eq!((taken.attempts, taken.refused.len()), (1, 2), "{taken:?}");
    assert!(taken.refused.iter().any(|(_, why)| why.contains("SHA-256")) && taken.refused.iter().any(|(_, why)| why == "not this"), "{taken:?}");
    fs::write(&one, b"one").unwrap();
    assert_eq!(other.import(&out, holds).unwrap().attempts, 2);
    // Lines that were altered, are not there, or are of a newer version: nothing is taken in.
    let whole = |change: &dyn Fn(&Path)| {
        let copy = folder();
        let out = copy.path().join("out");
        store.export(&out, None).unwrap();
        change(&out);
        let mut fresh = Store::in_memory().unwrap();
        let said = fresh.import(&out, holds).unwrap_err().to_string();
        assert_eq!((fresh.learners().unwrap().len(), fresh.all_attempts().unwrap().len()), (0, 0), "{said}");
        said
    };
    let said = whole(&|out| fs::write(out.join("attempts.jsonl"), fs::read_to_string(out.join("attempts.jsonl")).unwrap().replace("71.25", "99.25")).unwrap());
    assert!(said.contains("attempts.jsonl"), "{said}");
    whole(&|out| fs::remove_file(out.join("settings.jsonl")).unwrap());
    let said = whole(&|out| fs::write(out.join("export.json"), fs::read_to_string(out.join("export.json")).unwrap().replace("\"version\":1", "\"version\":2")).unwrap());
    assert!(said.contains("version 2"), "{said}");
    whole(&|out| fs::write(out.join("export.json"), b"{").unwrap());
    whole(&|out| { fs::remove_file(out.join("export.json")).unwrap(); fs::create_dir(out.join("export.json")).unwrap(); });
}

#[test]
fn old_results_are_taken_in_once_and_go_with_their_learner() {
    let at = folder();
    let golden = crate::source_tree().join("tests/golden");
    let sealed = find(&golden, "fanline").expect("a golden recording");
    let header = Recording::read_sealed(&fs::read(&sealed).unwrap()).map(|it| it.header).unwrap();
    fs::create_dir_all(at.path().join("recordings/exam")).unwrap();
    fs::copy(&sealed, at.path().join("recordings/a-0001.fanline")).unwrap();
    fs::write(at.path().join("recordings/a-0001.txt"), "my notes").unwrap();
    fs::write(at.path().join("recordings/other.fanline"), "not mine").unwrap();
    fs::write(at.path().join("secret.fanline"), "outside").unwrap();
    let parts = json!({"depth": 1.0, "evenness": 2.0, "nodule_probability": 0.25, "safety": 3.0, "technique": 4.0, "procedure": 5.0, "threads": 6, "time_s": 7.0});
    let lines = [
        json!({"mode": "drill", "drill": header.drill, "total": 81.5, "passed": true, "seed": header.seed, "left": false, "recording": "a-0001.fanline", "parts": parts}).to_string(),
        json!({"drill": "old", "total": 60.0, "passed": false, "seed": 3}).to_string(),
        json!({"drill": "old", "total": 60.0, "passed": false, "seed": 3}).to_string(),
        "half a li".to_owned(),
        json!({"mode": "exam", "drill": "old", "total": 0.0, "passed": false, "seed": 4, "left": true, "recording": "../../secret.fanline"}).to_string(),
        json!({"drill": "old", "total": 1e9, "passed": true, "seed": 5}).to_string(),
    ];
    let text = lines.join("\n");
    fs::write(at.path().join("results.jsonl"), &text).unwrap();
    let mut store = Store::open(&at.path().join("fanline.db")).unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap();
    assert!(store.import_results(99, at.path()).is_err());
    assert!(at.path().join("results.jsonl").exists());
    let taken = store.import_results(anna.id, at.path()).unwrap();
    assert_eq!((taken.attempts, taken.doubles, taken.recordings, taken.unreadable), (4, 0, 1, 2));
    assert!(!at.path().join("results.jsonl").exists());
    assert_eq!(fs::read_to_string(at.path().join("results.jsonl.imported")).unwrap(), text);
    let kept = store.attempts(anna.id).unwrap();
    assert_eq!((kept[0].attempt.total, kept[0].attempt.threads, &kept[0].attempt.drill_hash), (81.5, Some(6), &header.drill_hash));
    assert_eq!(store.recording(kept[0].id).unwrap(), Some(fs::read(&sealed).unwrap()));
    assert_eq!(store.notes(kept[0].id).unwrap(), "my notes");
    assert!(kept[3].attempt.left && kept[3].recording.is_none() && kept[1].attempt.mode == "drill");
    // Killed before the file was renamed: it is taken in again, and nothing is there twice.
    assert_eq!(store.import_results(anna.id, at.path()).unwrap(), fanline::records::store::Taken::default());
    fs::write(at.path().join("results.jsonl"), &text).unwrap();
    let again = store.import_results(anna.id, at.path()).unwrap();
    assert_eq!((again.attempts, again.doubles), (0, 4));
    // The recording of the same name that is another's by now stays.
    fs::write(at.path().join("results.jsonl.imported-1"), "another's").unwrap();
    store.delete_learner(anna.id).unwrap();
    let left = |name: &str| at.path().join(name).exists();
    assert!(!left("results.jsonl.imported") && !left("recordings/a-0001.fanline") && !left("recordings/a-0001.txt"));
    assert!(left("recordings/other.fanline") && left("results.jsonl.imported-1") && left("secret.fanline"));
}

fn find(folder: &Path, ending: &str) -> Option<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().find_map(|path| if path.is_dir() { find(&path, ending) } else { path.extension().is_some_and(|it| it == ending).then_some(path) })
}

/// The command line on a data folder of its own.
fn records(data: &Path, code: i32, arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fanline"));
    let output = command.env("FANLINE_HOME", crate::source_tree()).env("FANLINE_DATA", data).current_dir(data).arg("records").args(arguments).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

#[test]
fn the_command_line_lists_copies_and_deletes() {
    let at = folder();
    let (mut store, anna) = machine(at.path());
    let other = store.add_learner("Ben\u{1b}[31m", false, 0).unwrap();
    store.add_learner("Ben\u{1b}[31m", false, 0).unwrap();
    let code = store.learner(anna).unwrap().code;
    drop(store);
    let (out, _) = records(at.path(), 0, &["learners", "--json"]);
    let rows: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((rows.as_array().unwrap().len(), &rows[0]["attempts"], &rows[0]["code"]), (4, &json!(3), &json!(code)));
    assert!(!records(at.path(), 0, &["learners"]).0.contains('\u{1b}'), "a name speaks to the terminal");
    records(at.path(), 0, &["backup", "copy.db"]);
    let (_, said) = records(at.path(), 1, &["backup", "copy.db"]);
    assert!(said.contains("copy.db"), "{said}");
    records(at.path(), 0, &["export", "out", "--learner", &code]);
    let (_, said) = records(at.path(), 1, &["delete", "Ben\u{1b}[31m"]);
    assert!(said.contains(&other.code), "{said}");
    records(at.path(), 1, &["delete", "Nobody"]);
    records(at.path(), 0, &["delete", &other.code]);
    records(at.path(), 0, &["delete", "Anna / ../../etc <script>"]);
    assert_eq!(holds(at.path(), "<script>"), [at.path().join("copy.db")]);
    // Its recordings are none: the import says so of each, and takes in the rest.
    let (out, said) = records(at.path(), 1, &["import", "out", "--json"]);
    let taken: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&taken["learners"], &taken["attempts"], taken["refused"].as_array().map(Vec::len)), (&json!(1), &json!(1), Some(2)), "{out} {said}");
    fs::write(at.path().join("fanline.db"), b"no database").unwrap();
    let (out, said) = records(at.path(), 0, &["learners", "--json"]);
    assert!(out.trim() == "[]" && said.contains("damaged-1"), "{out} {said}");
}
