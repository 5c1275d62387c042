//! Whoever is deleted leaves nothing behind.

use std::path::PathBuf;

use super::{attempt, due, folder, holds, review};
use fanline::records::store::{Attempt, Kind, Review, Store};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use serde_json::json;

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
