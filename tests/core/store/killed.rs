//! A program that is killed loses nothing that it acknowledged.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{attempt, due, folder, holds, machine, review};
use fanline::records::store::{Check, Kind, Store};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use serde_json::json;

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
        command.args(["store::killed::child_that_is_killed", "--exact", "--nocapture", "--test-threads=1"]).env(CHILD, at.path());
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
