//! The records: what is acknowledged stays, what cannot be used is set aside, whoever is deleted is gone.

mod damage;
mod deletion;
mod exchange;
mod killed;

use std::fs;
use std::path::{Path, PathBuf};

use fanline::records::store::{Attempt, Due, Kind, Review, Six, Store, StoreError, pbkdf2_hmac_sha256};
use proptest::prelude::*;
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

fn review(item: &str, at_ms: i64) -> Review {
    Review { bank: "facts".to_owned(), item: item.to_owned(), grade: 3, answer: json!({"chosen": [1]}), correct: true, at_ms }
}

fn due(kind: Kind, key: &str, last_day: i64) -> Due {
    Due { kind, key: key.to_owned(), stability: 3.5, difficulty: 5.25, last_day, due_day: last_day + 4 }
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

/// The files of a folder in whose bytes a text stands.
fn holds(folder: &Path, text: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file() && fs::read(path).unwrap().windows(text.len()).any(|window| window == text.as_bytes())).collect()
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::long(24, 1000)))]

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
