//! The records: what is acknowledged stays, what cannot be used is set aside, whoever is deleted is gone.

use std::fs;
use std::path::{Path, PathBuf};

use fanline::records::store::{Attempt, Six, Store, StoreError, pbkdf2_hmac_sha256};
use serde_json::json;

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
