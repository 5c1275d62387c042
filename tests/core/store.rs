//! The records: what is acknowledged stays, what cannot be used is set aside, whoever is deleted is gone.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fanline::records::store::{Attempt, Check, Due, Kind, Review, Six, Store, StoreError, pbkdf2_hmac_sha256};
use fanline::session::recording::Recording;
use proptest::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rusqlite::Connection;
use serde_json::{Value, json};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn attempt(seed: u64) -> Attempt {
    Attempt {
        drill: "first-fan".to_owned(),
        drill_hash: "abc".to_owned(),
        mode: "drill".to_owned(),
        seed,
        engine: "0.1.0".to_owned(),
        started_ms: Some(1_700_000_000_000),
        ended_ms: Some(1_700_000_060_000),
        left: false,
        total: 71.25,
        passed: true,
        critical: vec!["no_disinfection".to_owned()],
        scores: Some(Six { depth: 80.0, evenness: 60.5, nodule: Some(99.0), safety: 100.0, technique: 0.0, procedure: 50.0 }),
        nodule_probability: Some(0.041),
        threads: Some(9),
        time_s: Some(60.0),
        findings: json!([{"id": "too-shallow", "where": [1.0, 2.0, 3.0]}]),
    }
}

#[test]
fn what_was_kept_is_there_when_the_records_are_opened_again() {
    let at = folder();
    let path = at.path().join("own").join("fanline.db");
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.set_aside(), None);
    let anna = store.add_learner("Anna '; DROP TABLE learners; --", false, 5).unwrap();
    let recording = vec![7; 300_000];
    let first = store.add_attempt(anna.id, &attempt(u64::MAX), Some(&recording)).unwrap();
    let second = store.add_attempt(anna.id, &attempt(2), None).unwrap();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.set_aside(), None);
    assert_eq!(store.learners().unwrap(), [anna.clone()]);
    let kept = store.attempts(anna.id).unwrap();
    assert_eq!(kept.iter().map(|it| it.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(kept[0].attempt, attempt(u64::MAX));
    assert_eq!(store.recording(first).unwrap().as_deref(), Some(&recording[..]));
    assert_eq!((store.recording(second).unwrap(), kept[1].recording), (None, None));
}

#[test]
fn the_same_attempt_is_kept_once() {
    let mut store = Store::in_memory().unwrap();
    let (anna, ben) = (store.add_learner("Anna", false, 0).unwrap(), store.add_learner("Anna", false, 0).unwrap());
    assert_ne!((anna.uid, &anna.code), (ben.uid, &ben.code));
    let first = store.add_attempt(anna.id, &attempt(1), Some(b"r")).unwrap();
    assert_eq!(store.add_attempt(anna.id, &attempt(1), Some(b"r")).unwrap(), first);
    assert_ne!(store.add_attempt(anna.id, &attempt(1), Some(b"s")).unwrap(), first);
    assert_ne!(store.add_attempt(ben.id, &attempt(1), Some(b"r")).unwrap(), first);
    assert_eq!(store.all_attempts().unwrap().len(), 3);
}

#[test]
fn values_out_of_range_are_refused_and_nothing_is_written() {
    let mut store = Store::in_memory().unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap();
    for wrong in [
        Attempt { total: f64::NAN, ..attempt(1) },
        Attempt { total: 100.5, ..attempt(1) },
        Attempt { drill: " ".to_owned(), ..attempt(1) },
        Attempt { mode: "m".repeat(41), ..attempt(1) },
        Attempt { nodule_probability: Some(-0.1), ..attempt(1) },
        Attempt { time_s: Some(f64::INFINITY), ..attempt(1) },
    ] {
        assert!(matches!(store.add_attempt(anna.id, &wrong, Some(b"r")), Err(StoreError::Value { .. })), "{wrong:?}");
    }
    assert!(store.add_attempt(anna.id, &Attempt { critical: vec!["x".repeat(70_000)], ..attempt(1) }, None).is_err());
    assert!(matches!(store.add_attempt(99, &attempt(1), None), Err(StoreError::NoLearner { .. })));
    assert!(store.add_learner("  ", false, 0).is_err());
    assert!(store.add_learner(&"n".repeat(401), false, 0).is_err());
    assert_eq!((store.all_attempts().unwrap().len(), store.learners().unwrap().len()), (0, 1));
}

/// RFC 7914 (section 11) and the widely used SHA-256 counterparts of RFC 6070's vectors.
#[test]
fn the_pin_s_hash_is_pbkdf2() {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for (password, salt, rounds, wanted) in [
        ("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"),
        ("Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"),
        ("password", "salt", 4096, "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"),
        ("passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, "348c89dbcbd32b2f32d814b8116e84cf2b17347ebc1800181c4e2a1fb8dd53e1c635518c7dac47e9"),
    ] {
        let mut key = vec![0; wanted.len() / 2];
        pbkdf2_hmac_sha256(password.as_bytes(), salt.as_bytes(), rounds, &mut key);
        assert_eq!(hex(&key), wanted, "{password} {rounds}");
    }
}

#[test]
fn a_pin_keeps_others_out() {
    let mut store = Store::in_memory().unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap();
    assert!(!anna.has_pin && store.check_pin(anna.id, "").unwrap());
    store.set_pin(anna.id, Some("0417")).unwrap();
    assert!(store.learner(anna.id).unwrap().has_pin);
    assert!(store.check_pin(anna.id, "0417").unwrap());
    assert!(!store.check_pin(anna.id, "417").unwrap() && !store.check_pin(anna.id, "").unwrap());
    assert!(store.set_pin(anna.id, Some("")).is_err());
    store.set_pin(anna.id, None).unwrap();
    assert!(store.check_pin(anna.id, "anything").unwrap());
}

fn holds(folder: &Path, text: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file() && fs::read(path).unwrap().windows(text.len()).any(|window| window == text.as_bytes())).collect()
}

#[test]
fn whoever_is_deleted_leaves_nothing_in_the_files() {
    let at = folder();
    let mut store = Store::open(&at.path().join("fanline.db")).unwrap();
    let (anna, ben) = (store.add_learner("Anna-Theodora", false, 0).unwrap(), store.add_learner("Benedictus", false, 0).unwrap());
    let guest = store.add_learner("Some guest", true, 0).unwrap();
    for (who, mark) in [(&anna, "RECORDING-OF-ANNA"), (&ben, "RECORDING-OF-BEN"), (&guest, "RECORDING-OF-GUEST")] {
        let named = Attempt { findings: json!([mark]), ..attempt(1) };
        store.add_attempt(who.id, &named, Some(mark.repeat(1000).as_bytes())).unwrap();
    }
    assert!(!holds(at.path(), "Anna-Theodora").is_empty(), "the search is broken");
    let deleted = store.delete_learner(anna.id).unwrap();
    assert_eq!((deleted.learners, deleted.attempts), (1, 1));
    for text in ["Anna-Theodora", "RECORDING-OF-ANNA", &anna.code] {
        assert_eq!(holds(at.path(), text), Vec::<PathBuf>::new(), "{text}");
    }
    assert_eq!(store.forget_guests().unwrap().attempts, 1);
    assert_eq!(holds(at.path(), "RECORDING-OF-GUEST"), Vec::<PathBuf>::new());
    assert_eq!(store.forget_guests().unwrap().learners, 0);
    assert_eq!(store.learners().unwrap(), [ben.clone()]);
    assert_eq!(store.attempts(ben.id).unwrap().len(), 1);
    assert!(store.delete_learner(anna.id).is_err());
    let new = store.add_learner("Another", false, 0).unwrap();
    assert!(new.id > guest.id, "a number stands for one person for ever");
}

/// Pages are split and joined as rows come and go: no copy of a row may stay behind in one.
#[test]
fn no_page_keeps_a_copy_of_whoever_is_deleted() {
    let at = folder();
    let mut store = Store::open(&at.path().join("fanline.db")).unwrap();
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(3);
    let mut there: Vec<(i64, String)> = Vec::new();
    for step in 0..crate::long(120, 400) {
        if there.is_empty() || chance.random_range(0..5) > 0 {
            let mark = format!("<<{step:05}>>");
            let name = format!("{mark}{}", "n".repeat(chance.random_range(0..300)));
            there.push((store.add_learner(&name, false, 0).unwrap().id, mark));
        }
        for _ in 0..4 {
            let (id, mark) = &there[chance.random_range(0..there.len())];
            let marked = Attempt { drill: format!("{mark}drill"), findings: json!([mark.repeat(chance.random_range(0..600))]), ..attempt(chance.random()) };
            let recording = mark.repeat(chance.random_range(0..900));
            store.add_attempt(*id, &marked, Some(recording.as_bytes())).unwrap();
            let item = format!("{mark}{}", chance.random_range(0..100_000));
            store.add_review(*id, &Review { answer: json!(mark.repeat(chance.random_range(0..60))), ..review(&item, step) }, Some(&due(Kind::Item, &item, 1))).unwrap();
            store.set_setting(*id, &item, &json!(item)).unwrap();
        }
        if chance.random_range(0..4) == 0 {
            let (id, mark) = there.swap_remove(chance.random_range(0..there.len()));
            store.delete_learner(id).unwrap();
            assert_eq!(holds(at.path(), &mark), Vec::<PathBuf>::new(), "{mark} after {step} steps");
        }
    }
}

fn review(item: &str, at_ms: i64) -> Review {
    Review { bank: "facts".to_owned(), item: item.to_owned(), grade: 3, answer: json!({"chosen": [1]}), correct: true, at_ms }
}

fn due(kind: Kind, key: &str, last_day: i64) -> Due {
    Due { kind, key: key.to_owned(), stability: 3.5, difficulty: 5.25, last_day, due_day: last_day + 4 }
}

#[test]
fn an_answer_and_when_it_comes_again_are_kept_together() {
    let at = folder();
    let path = at.path().join("fanline.db");
    let mut store = Store::open(&path).unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap().id;
    let wrong = Due { stability: f64::NAN, ..due(Kind::Item, "facts/a", 5) };
    assert!(store.add_review(anna, &review("a", 1), Some(&wrong)).is_err());
    assert!(store.add_attempt_and_due(anna, &attempt(1), None, &Due { due_day: 0, ..due(Kind::Drill, "d", 1) }).is_err());
    assert_eq!((store.reviews(anna).unwrap().len(), store.attempts(anna).unwrap().len()), (0, 0), "half of a pair was kept");
    store.add_review(anna, &review("a", 1), Some(&due(Kind::Item, "facts/a", 5))).unwrap();
    store.add_review(anna, &review("a", 2), Some(&due(Kind::Item, "facts/a", 9))).unwrap();
    store.add_review(anna, &review("a", 1), Some(&due(Kind::Item, "facts/a", 5))).unwrap();
    store.add_attempt_and_due(anna, &attempt(1), None, &due(Kind::Drill, "first-fan", 6)).unwrap();
    store.set_setting(anna, "look", &json!({"dark": false})).unwrap();
    store.set_setting(anna, "look", &json!({"dark": true})).unwrap();
    let first = store.attempts(anna).unwrap()[0].id;
    store.set_notes(first, "slower at the end").unwrap();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.reviews(anna).unwrap().into_iter().map(|kept| kept.review).collect::<Vec<_>>(), [review("a", 1), review("a", 2)]);
    assert_eq!(store.schedule(anna).unwrap(), [due(Kind::Drill, "first-fan", 6), due(Kind::Item, "facts/a", 9)]);
    assert_eq!(store.settings(anna).unwrap()["look"], json!({"dark": true}));
    assert_eq!(store.notes(first).unwrap(), "slower at the end");
    assert_eq!(store.count(anna).unwrap(), (1, 2));
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    names.filter(|it| it.path().is_file()).map(|it| (it.file_name().to_string_lossy().into_owned(), fs::read(it.path()).unwrap())).collect()
}

/// A database with something in it, closed.
fn written(path: &Path) {
    let mut store = Store::open(path).unwrap();
    let anna = store.add_learner("Anna", false, 0).unwrap().id;
    for seed in 0..20 {
        store.add_attempt(anna, &attempt(seed), Some(&vec![seed as u8; 3000])).unwrap();
        store.add_review(anna, &review(&format!("item-{seed}"), 1), None).unwrap();
    }
}

fn altered(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
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

    #[test]
    fn whatever_is_kept_comes_back(
        name in "\\PC{1,60}", text in any::<String>(), seed in any::<u64>(), total in 0.0..=100.0, times in any::<(i64, i64)>(), left in any::<bool>(), grade in 1..=4_u8,
        six in prop::option::of(prop::array::uniform6(0.0..=100.0)), bytes in prop::option::of(prop::collection::vec(any::<u8>(), 0..3000)), critical in prop::collection::vec(any::<String>(), 0..4),
    ) {
        prop_assume!(!name.trim().is_empty());
        let scores = six.map(|six: [f64; 6]| Six { depth: six[0], evenness: six[1], nodule: Some(six[2]), safety: six[3], technique: six[4], procedure: six[5] });
        let given = Attempt { seed, total, left, critical, scores, started_ms: Some(times.0), ended_ms: Some(times.1), findings: json!([text]), ..attempt(0) };
        let answer = Review { grade, answer: Value::String(text.clone()), at_ms: times.0, ..review("i", 0) };
        let mut store = Store::in_memory().unwrap();
        let learner = store.add_learner(&name, false, times.1).unwrap();
        prop_assert_eq!(&learner.name, &name);
        let id = store.add_attempt(learner.id, &given, bytes.as_deref()).unwrap();
        store.add_review(learner.id, &answer, None).unwrap();
        prop_assert_eq!(&store.attempts(learner.id).unwrap()[0].attempt, &given);
        prop_assert_eq!(store.recording(id).unwrap(), bytes);
        prop_assert_eq!(&store.reviews(learner.id).unwrap()[0].review, &answer);
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

/// A machine with a learner who has one of everything.
fn machine(at: &Path) -> (Store, i64) {
    let mut store = Store::open(&at.join("fanline.db")).unwrap();
    let anna = store.add_learner("Anna / ../../etc <script>", false, 7).unwrap().id;
    for (seed, recording) in [(1, Some(&b"one"[..])), (2, None), (3, Some(b"three"))] {
        let id = store.add_attempt(anna, &attempt(seed), recording).unwrap();
        store.set_notes(id, &format!("note {seed}")).unwrap();
    }
    store.add_review(anna, &review("a", 1), Some(&due(Kind::Item, "facts/a", 5))).unwrap();
    store.set_setting(anna, "speed", &json!(6)).unwrap();
    store.add_learner("A guest", true, 0).unwrap();
    (store, anna)
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

/// Where the child of the test below works; it is no test by itself.
const CHILD: &str = "FANLINE_STORE_CHILD";

#[test]
fn child_that_is_killed() {
    let Some(at) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
    let mut store = Store::open(&at.join("fanline.db")).unwrap();
    assert_eq!(store.set_aside(), None);
    let learner = match store.learners().unwrap().first() {
        Some(learner) => learner.id,
        None => store.add_learner("Anna", false, 0).unwrap().id,
    };
    let first = store.count(learner).unwrap().0;
    for number in u64::from(first).. {
        // Each line is an acknowledgement: it is printed after the call has returned.
        let recording: Vec<u8> = number.to_le_bytes().repeat(2000);
        store.add_attempt_and_due(learner, &attempt(number), Some(&recording), &due(Kind::Drill, "first-fan", number as i64)).unwrap();
        println!("attempt {number}");
        let answer = review(&format!("item-{number}"), number as i64);
        store.add_review(learner, &answer, Some(&due(Kind::Item, &answer.item, number as i64))).unwrap();
        println!("review {number}");
        if number % 4 == 0 {
            let taken = store.import(&at.join(format!("export-{}", number / 4 % 3)), |_, _| Check::Holds).unwrap();
            println!("import {number} {} {taken:?}", taken.attempts + taken.reviews + taken.doubles);
        }
        if number % 5 == 0 {
            fs::write(at.join("results.jsonl"), json!({"drill": "old", "total": 60.0, "passed": false, "seed": number}).to_string()).unwrap();
            store.import_results(learner, &at).unwrap();
            println!("result {number}");
        }
        if number % 11 == 0 {
            let gone = store.add_learner(&gone(number), false, 0).unwrap();
            store.add_attempt(gone.id, &attempt(0), Some(gone.name.repeat(300).as_bytes())).unwrap();
            assert!(!store.delete_learner(gone.id).unwrap().traces);
            println!("deleted {number}");
        }
        let name = format!("backup-{number}.db");
        if number % 7 == 0 && store.backup(&at.join(&name)).is_ok() {
            println!("backup {number}");
        }
    }
}

/// Name of a learner who is deleted.
fn gone(number: u64) -> String {
    format!("<<gone {number}>>")
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let at = folder();
    for number in 0..3 {
        let other = folder();
        let (mut store, learner) = machine(other.path());
        for seed in 10..40 {
            store.add_attempt(learner, &attempt(seed), Some(format!("recording {number} {seed}").repeat(500).as_bytes())).unwrap();
        }
        store.export(&at.path().join(format!("export-{number}")), None).unwrap();
    }
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(7);
    let (mut said, mut killed) = (Vec::new(), 0);
    for _ in 0..crate::long(8, 200) {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["store::child_that_is_killed", "--exact", "--nocapture", "--test-threads=1"]).env(CHILD, at.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (send, heard) = std::sync::mpsc::channel();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let reader = std::thread::spawn(move || lines.by_ref().map_while(Result::ok).for_each(|line| drop(send.send(line))));
        // Every second one is killed at work, the others wherever they are: at the opening too.
        if killed % 2 == 1 {
            while let Ok(line) = heard.recv_timeout(Duration::from_secs(60)) {
                let at_work = line.starts_with("review");
                said.push(line);
                if at_work {
                    break;
                }
            }
        }
        let wait = Duration::from_micros(chance.random_range(2_000..300_000));
        let begun = Instant::now();
        while begun.elapsed() < wait {
            std::thread::sleep(Duration::from_micros(200));
        }
        assert!(child.try_wait().unwrap().is_none(), "the child ended by itself");
        child.kill().unwrap();
        child.wait().unwrap();
        killed += 1;
        reader.join().unwrap();
        said.extend(heard.try_iter());
        let store = Store::open(&at.path().join("fanline.db")).unwrap();
        assert_eq!(store.set_aside(), None, "after {killed} kills");
    }
    let store = Store::open(&at.path().join("fanline.db")).unwrap();
    let Some(learner) = store.learners().unwrap().into_iter().find(|it| it.name == "Anna") else { panic!("no child came so far: {said:?}") };
    let (attempts, reviews) = (store.attempts(learner.id).unwrap(), store.reviews(learner.id).unwrap());
    let schedule = store.schedule(learner.id).unwrap();
    let mut counts = BTreeMap::<&str, usize>::new();
    for line in &said {
        let mut words = line.split(' ');
        let (what, number) = (words.next().unwrap_or_default(), words.next().and_then(|number| number.parse::<u64>().ok()));
        let (Some(what), Some(number)) = (["attempt", "review", "import", "result", "backup", "deleted"].into_iter().find(|known| *known == what), number) else { continue };
        *counts.entry(what).or_default() += 1;
        match what {
            "attempt" => {
                let kept = attempts.iter().find(|kept| kept.attempt == attempt(number)).unwrap_or_else(|| panic!("{line} is lost"));
                assert_eq!(store.recording(kept.id).unwrap(), Some(number.to_le_bytes().repeat(2000)), "{line}");
                assert!(schedule.iter().any(|due| due.key == "first-fan" && due.last_day >= number as i64), "{line}");
            }
            "review" => {
                let item = format!("item-{number}");
                assert!(reviews.iter().any(|kept| kept.review.item == item) && schedule.iter().any(|due| due.key == item), "{line} is lost");
            }
            "result" => assert!(attempts.iter().any(|kept| kept.attempt.drill == "old" && kept.attempt.seed == number), "{line} is lost"),
            "deleted" => assert_eq!(holds(at.path(), &gone(number)), Vec::<PathBuf>::new(), "{line}"),
            "backup" => assert_eq!(Store::open(&at.path().join(format!("backup-{number}.db"))).unwrap().set_aside(), None, "{line}"),
            _ => assert_eq!(words.next(), Some("34"), "{line}"),
        }
    }
    assert_eq!(attempts.iter().filter(|kept| kept.attempt.drill != "old").count(), attempts.iter().filter(|it| it.attempt.drill != "old").map(|it| it.attempt.seed).collect::<std::collections::BTreeSet<_>>().len(), "something is there twice");
    assert!(counts.get("attempt").is_some_and(|count| *count >= killed / 2), "the kills came before anything was done: {counts:?}");
    println!("{killed} kills: {counts:?}");
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
