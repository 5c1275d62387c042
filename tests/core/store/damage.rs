//! A database that is damaged, held, of another version or none: opened, set aside or refused, never lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use super::{altered, attempt, folder, written};
use fanline::records::store::{Store, StoreError};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::Value;

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    names.filter(|it| it.path().is_file()).map(|it| (it.file_name().to_string_lossy().into_owned(), fs::read(it.path()).unwrap())).collect()
}

#[test]
fn a_database_that_cannot_be_used_is_set_aside_with_every_byte() {
    type Damage = fn(&Path);
    let kinds: [(&str, Damage, &str); 16] = [
        ("random bytes", |path| fs::write(path, (0..9000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<_>>()).unwrap(), "not a database"),
        ("one byte", |path| fs::write(path, b"x").unwrap(), "damaged"),
        ("text", |path| fs::write(path, "dear diary").unwrap(), "damaged"),
        ("cut in a page", |path| fs::write(path, &fs::read(path).unwrap()[..20_000]).unwrap(), "damaged"),
        ("cut at a page", |path| fs::write(path, &fs::read(path).unwrap()[..8192]).unwrap(), "damaged"),
        ("only its header", |path| fs::write(path, &fs::read(path).unwrap()[..100]).unwrap(), "damaged"),
        ("nothing but a log", |path| { fs::write(path, b"").unwrap(); fs::write(path.with_extension("db-wal"), b"something").unwrap(); }, "log"),
        ("zeros in the middle", |path| { let mut bytes = fs::read(path).unwrap(); let middle = bytes.len() / 2; bytes[middle..middle + 8192].fill(0); fs::write(path, bytes).unwrap(); }, "damaged"),
        ("another program's", |path| { fs::remove_file(path).unwrap(); altered(path, "CREATE TABLE learners (id INTEGER); PRAGMA user_version = 1;"); }, "another program"),
        ("a newer version", |path| altered(path, "PRAGMA user_version = 9999;"), "newer"),
        ("a negative version", |path| altered(path, "PRAGMA user_version = -3;"), "damaged"),
        ("a table more", |path| altered(path, "CREATE TABLE more (x);"), "tables"),
        ("a trigger", |path| altered(path, "CREATE TRIGGER t AFTER INSERT ON attempts BEGIN DELETE FROM learners; END;"), "tables"),
        ("a table less", |path| altered(path, "DROP TABLE schedule;"), "tables"),
        ("a row of nobody", |path| altered(path, "PRAGMA foreign_keys = OFF; UPDATE attempts SET learner = 77 WHERE id = 3;"), "nobody"),
        ("a value out of bounds", |path| altered(path, "PRAGMA ignore_check_constraints = ON; UPDATE learners SET name = printf('%.*c', 5000000, 'x');"), "CHECK"),
    ];
    for (kind, damage, why) in kinds {
        let at = folder();
        let path = at.path().join("fanline.db");
        written(&path);
        damage(&path);
        let before = files(at.path());
        let mut store = Store::open(&path).unwrap_or_else(|error| panic!("{kind}: {error}"));
        let aside = store.set_aside().unwrap_or_else(|| panic!("{kind}: it was taken for sound")).clone();
        let said = aside.to_string();
        assert!(said.contains("fanline.db") && said.contains("fanline.db.damaged-1") && said.contains(why), "{kind}: {said}");
        let after = files(at.path());
        for (name, bytes) in before.iter().filter(|(name, _)| !name.ends_with(".opening") && !name.ends_with("-shm")) {
            let aside = name.replace("fanline.db", "fanline.db.damaged-1");
            assert!(after.get(&aside) == Some(bytes), "{kind}: {aside} is not what {name} was");
        }
        assert_eq!(store.learners().unwrap(), []);
        store.add_learner("Ben", false, 0).unwrap();
        drop(store);
        // A second one goes beside the first.
        fs::write(&path, b"again").unwrap();
        assert!(Store::open(&path).unwrap().set_aside().unwrap().to.ends_with("fanline.db.damaged-2"), "{kind}");
        assert!(files(at.path()).contains_key("fanline.db.damaged-1"), "{kind}");
    }
}

#[test]
fn what_is_no_database_by_its_place_is_an_error() {
    let at = folder();
    let path = at.path().join("fanline.db");
    fs::create_dir(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Place { .. })));
    assert!(path.is_dir());
    assert!(Store::open(&at.path().join("fanline.db/below/fanline.db")).is_ok());
    fs::write(at.path().join("file"), b"").unwrap();
    assert!(matches!(Store::open(&at.path().join("file/fanline.db")), Err(StoreError::File { .. })));
    // Nothing is opened that would wait or is made of addresses.
    assert!(matches!(Store::open(Path::new("/dev/null")), Err(StoreError::Place { .. } | StoreError::File { .. })));
    let odd = at.path().join("file:x?mode=memory");
    drop(Store::open(&odd).unwrap());
    assert!(odd.is_file());
}

#[test]
fn a_database_of_an_older_version_is_brought_up_to_date() {
    let at = folder();
    let path = at.path().join("fanline.db");
    let sql = fs::read_to_string(crate::source_tree().join("src/records/store/migrations/0001_learners.sql")).unwrap();
    let old = Connection::open(&path).unwrap();
    old.execute_batch(&sql).unwrap();
    old.execute_batch("PRAGMA application_id = 0x464E4C4E; PRAGMA user_version = 1; INSERT INTO learners (uid, name, code, guest, created_ms) VALUES (zeroblob(16), 'Anna', 'ABC', 0, 5);").unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.set_aside(), None);
    assert_eq!(store.learners().unwrap().into_iter().map(|it| (it.name, it.code, it.created_ms)).collect::<Vec<_>>(), [("Anna".to_owned(), "ABC".to_owned(), 5)]);
    drop(store);
    let newest = || {
        let connection = Connection::open(&path).unwrap();
        connection.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let files = fs::read_dir(crate::source_tree().join("src/records/store/migrations")).unwrap().count();
    assert_eq!(newest(), files as i64, "a file of migrations is not in the list");
}

/// Programs that begin at once: one makes the new database or sets the damaged one aside, the others take what it made.
#[test]
fn many_may_open_it_at_once() {
    for damaged in [false, true] {
        let at = folder();
        let path = at.path().join("fanline.db");
        if damaged {
            fs::write(&path, "no database at all").unwrap();
        }
        let open = |number: usize| {
            let mut store = Store::open(&path).unwrap();
            store.add_learner(&format!("learner {number}"), false, 0).unwrap();
            store.set_aside().is_some()
        };
        let aside = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|number| scope.spawn(move || open(number))).collect();
            threads.into_iter().map(|thread| usize::from(thread.join().unwrap())).sum::<usize>()
        });
        assert_eq!(aside, usize::from(damaged));
        assert_eq!(Store::open(&path).unwrap().learners().unwrap().len(), 8);
        assert!(!files(at.path()).contains_key("fanline.db.damaged-2"));
    }
}

/// A place that may not be written is an error, never a reason to begin anew. (Whoever may do all, opens it.)
#[cfg(unix)]
#[test]
fn a_database_that_may_not_be_written_stays_where_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let at = folder();
    let path = at.path().join("fanline.db");
    written(&path);
    let bytes = fs::read(&path).unwrap();
    let allow = |mode: u32, what: &Path| fs::set_permissions(what, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o444, &path);
    allow(0o555, at.path());
    let opened = Store::open(&path);
    let aside = opened.as_ref().is_ok_and(|store| store.set_aside().is_some());
    drop(opened);
    allow(0o755, at.path());
    assert!(!aside && fs::read(&path).unwrap() == bytes);
    assert!(files(at.path()).keys().all(|name| !name.contains("damaged")));
}

/// One wrong byte in a text on the disk costs that text, not the rows around it.
#[test]
fn a_wrong_text_leaves_the_others_readable() {
    let at = folder();
    let path = at.path().join("fanline.db");
    written(&path);
    altered(&path, "UPDATE attempts SET findings = CAST(x'5bff' AS TEXT) WHERE id = 2; UPDATE learners SET name = CAST(x'41ff42' AS TEXT);");
    let store = Store::open(&path).unwrap();
    let kept = store.attempts(1).unwrap();
    assert_eq!((kept.len(), &kept[1].attempt.findings, &kept[2].attempt), (20, &Value::Null, &attempt(2)));
    assert_eq!(store.learners().unwrap()[0].name, "A\u{fffd}B");
}

/// Above 256 MiB the check at opening leaves the recordings to their own sums. (300 MB are written: only with `FANLINE_LONG`.)
#[test]
fn a_large_database_is_checked_but_for_its_recordings() {
    let (recordings, kilobytes) = crate::long((2, 1), (1500, 200));
    let at = folder();
    let path = at.path().join("fanline.db");
    let mut store = Store::open(&path).unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap().id;
    for seed in 0..recordings {
        store.add_attempt(anna, &attempt(seed), Some(&seed.to_le_bytes().repeat(kilobytes * 125))).unwrap();
    }
    drop(store);
    let begun = Instant::now();
    let store = Store::open(&path).unwrap();
    println!("{} MB opened in {:?}", fs::metadata(&path).unwrap().len() >> 20, begun.elapsed());
    assert_eq!((store.set_aside(), store.attempts(anna).unwrap().len() as u64), (None, recordings));
    drop(store);
    altered(&path, "UPDATE recordings SET bytes = zeroblob(5) WHERE attempt = 2; PRAGMA ignore_check_constraints = ON;");
    let store = Store::open(&path).unwrap();
    assert!(store.set_aside().is_none() && store.recording(2).is_err() && store.recording(1).is_ok());
    drop(store);
    altered(&path, "PRAGMA ignore_check_constraints = ON; UPDATE attempts SET drill = printf('%.*c', 5000000, 'x') WHERE id = 1;");
    assert!(Store::open(&path).unwrap().set_aside().is_some());
}

#[test]
fn an_empty_file_becomes_a_database() {
    let at = folder();
    let path = at.path().join("fanline.db");
    fs::write(&path, b"").unwrap();
    assert_eq!(Store::open(&path).unwrap().set_aside(), None);
}

#[test]
fn a_database_that_is_held_is_not_set_aside() {
    let at = folder();
    let path = at.path().join("fanline.db");
    written(&path);
    let mut one = Store::open(&path).unwrap();
    let mut other = Store::open(&path).unwrap();
    let (anna, ben) = (one.add_learner("A", false, 0).unwrap(), other.add_learner("B", false, 0).unwrap());
    assert_eq!((one.set_aside(), other.set_aside()), (None, None));
    assert_eq!(one.learners().unwrap()[1..], [anna, ben]);
    // A reader keeps the log from being emptied: that is said, not passed over.
    assert!(!one.delete_learner(1).unwrap().traces);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::long(24, 1000)))]

    /// A file of which any byte is another is opened, set aside or refused; what it gives is never more than it held.
    #[test]
    fn any_damage_is_survived(hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in prop::option::of(any::<prop::sample::Index>())) {
        let at = folder();
        let path = at.path().join("fanline.db");
        written(&path);
        let mut bytes = fs::read(&path).unwrap();
        for (index, byte) in hits {
            let length = bytes.len();
            bytes[index.index(length)] = byte;
        }
        if let Some(cut) = cut {
            let length = bytes.len();
            bytes.truncate(cut.index(length));
        }
        fs::write(&path, &bytes).unwrap();
        let store = Store::open(&path).unwrap();
        for learner in store.learners().unwrap() {
            for kept in store.attempts(learner.id).unwrap_or_default() {
                if let Ok(Some(recording)) = store.recording(kept.id) {
                    prop_assert_eq!(recording.len(), 3000);
                }
            }
        }
        if let Some(aside) = store.set_aside() {
            prop_assert!(fs::read(&aside.to).unwrap() == bytes);
        }
    }
}

#[test]
fn a_recording_whose_bytes_have_changed_is_not_given_out() {
    let at = folder();
    let path = at.path().join("fanline.db");
    written(&path);
    altered(&path, "UPDATE recordings SET bytes = zeroblob(3000) WHERE attempt = 4;");
    let store = Store::open(&path).unwrap();
    assert!(matches!(store.recording(4), Err(StoreError::Row { table: "recordings", id: 4, .. })));
    assert!(store.recording(5).unwrap().is_some());
}
