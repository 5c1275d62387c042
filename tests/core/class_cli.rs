//! `fanline class` as an instructor's scripts see it, and when it is killed in the middle of its work.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use fanline::records::store::Store;
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use tempfile::TempDir;

use crate::class::{recording, tampered};
use crate::long;
use crate::outbox::{PASSWORD, Reply, Stub, taken};
use crate::xapi::generated;

fn command(at: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fanline"));
    command.current_dir(at.path()).env("FANLINE_HOME", crate::source_tree()).env("FANLINE_DATA", at.path().join("data"));
    for name in ["FANLINE_LRS_URL", "FANLINE_LRS_USER", "FANLINE_LRS_PASSWORD", "FANLINE_LRS_HOME"] {
        command.env_remove(name);
    }
    command
}

fn lines(output: Output, code: i32) -> Vec<Value> {
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn run(at: &TempDir, code: i32, arguments: &[&str]) -> Vec<Value> {
    lines(command(at).arg("class").args(arguments).arg("--json").output().unwrap(), code)
}

fn with_store<'a>(command: &'a mut Command, address: &str) -> &'a mut Command {
    command.env("FANLINE_LRS_URL", address).env("FANLINE_LRS_USER", "trainer").env("FANLINE_LRS_PASSWORD", PASSWORD)
}

fn handed_in(at: &TempDir, count: u64) {
    fs::create_dir_all(at.path().join("in/late")).unwrap();
    for seed in 0..count {
        let below = if seed % 3 == 0 { "in/late" } else { "in" };
        let player = ["Ana", "ben@x.example"][(seed % 2) as usize];
        fs::write(at.path().join(below).join(format!("{seed}.fanline")), recording(player, seed).to_sealed()).unwrap();
    }
}

#[test]
fn an_instructors_script_gets_a_class_from_roster_to_report() {
    let at = tempfile::tempdir().unwrap();
    fs::write(at.path().join("roster.csv"), "name,account\nAna,\nBen,ben@x.example\n").unwrap();
    let added = run(&at, 0, &["add", "--file", "roster.csv"]);
    assert!(added.len() == 2 && added[1]["account"] == "ben@x.example" && added[1]["new"] == true);
    let code = added[0]["code"].as_str().unwrap().to_owned();
    assert_eq!(run(&at, 0, &["assign", "first-fan"])[0]["changed"], true);
    run(&at, 1, &["assign", "no-such-drill"]);
    run(&at, 1, &["assign", "first-fan", "--learner", "Zed"]);
    handed_in(&at, 4);
    fs::write(at.path().join("in/bad.fanline"), tampered(recording("Ana", 9), 0)).unwrap();
    let done = run(&at, 1, &["import", "in"]);
    assert_eq!(done.len(), 5);
    let refused: Vec<&Value> = done.iter().filter(|one| one["ok"] == false).collect();
    assert!(refused.len() == 1 && refused[0]["refusal"] == "tampered" && refused[0]["file"] == "in/bad.fanline", "{refused:?}");
    fs::remove_file(at.path().join("in/bad.fanline")).unwrap();
    assert!(run(&at, 0, &["import", "in"]).iter().all(|one| one["outcome"] == "known"));
    assert_eq!(run(&at, 0, &["list"])[0]["assigned"][0]["progress"]["tries"], 2);

    let files = run(&at, 0, &["report", "--out", "pages"]);
    assert_eq!(files[0]["files"].as_array().unwrap().len(), 3);
    assert!(fs::read_to_string(at.path().join("pages/class.html")).unwrap().contains("Ana"));
    assert!(at.path().join(format!("pages/trainee-{code}.html")).exists());
    run(&at, 0, &["blind"]);
    run(&at, 0, &["report", "--out", "blind"]);
    run(&at, 0, &["export", "--out", "blind"]);
    for file in fs::read_dir(at.path().join("blind")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!text.contains(">Ana<") && !text.contains("ben@x.example") && !text.contains("Ana,"));
    }
    assert!(!at.path().join("blind/roster.csv").exists());
    run(&at, 0, &["reveal"]);
    run(&at, 0, &["export", "--out", "open"]);
    assert_eq!(fs::read_to_string(at.path().join("open/attempts.csv")).unwrap().lines().count(), 5);

    let report = |arguments: &[&str]| lines(command(&at).arg("report").args(arguments).arg("--json").output().unwrap(), 0);
    assert_eq!(report(&["--trainee", &code, "--out", "one.html", "--csv", "one.csv"])[0]["attempts"], 2);
    assert_eq!(report(&["--class", "--out", "all.html"])[0]["attempts"], 4);
    report(&["in/1.fanline", "--out", "attempt.html", "--csv", "attempt.csv"]);
    assert!(fs::read_to_string(at.path().join("attempt.csv")).unwrap().starts_with("measure,name,score,value"));

    let pin = run(&at, 0, &["pin", "in/1.fanline", "--at", "0.1", "--place", "1,-2,3", "--by", "Dr. R", "--say", "=Look"]);
    assert_eq!(pin[0]["pin"]["tick"], 12);
    run(&at, 1, &["pin", "in/1.fanline", "--at", "99", "--by", "Dr. R", "--say", "x"]);
    assert_eq!(run(&at, 0, &["pins", "--out", "pins.json"]).len(), 1);
    assert_eq!(run(&at, 0, &["pins", "--in", "pins.json"])[0]["new"], 0);
    assert_eq!(run(&at, 0, &["ghost", "in/1.fanline"])[0]["drill"], "first-fan");
    run(&at, 1, &["ghost", "pins.json"]);

    // To the store and back; a second class report is made of what it holds.
    run(&at, 1, &["push"]);
    let stub = Stub::new(|request, _| taken(request));
    let push = || lines(with_store(&mut command(&at), &stub.address).args(["class", "push", "--json"]).output().unwrap(), 0);
    assert_eq!((push()[0]["sent"].clone(), push()[0]["sent"].clone()), (4.into(), 0.into()));
    let held = stub.held();
    assert_eq!(held.len(), 4);
    assert!(held.iter().any(|one| one["actor"]["mbox"] == "mailto:ben@x.example"));
    let page = serde_json::json!({ "statements": held }).to_string();
    let reader = Stub::new(move |_, _| Reply::Say(200, "", page.clone()));
    let pull = lines(with_store(&mut command(&at), &reader.address).args(["class", "pull", "--out", "lrs.csv", "--json"]).output().unwrap(), 0);
    assert_eq!((pull[0]["identical"].clone(), pull[0]["attempts"].clone()), (4.into(), 4.into()));
    lines(with_store(&mut command(&at), &reader.address).args(["class", "report", "--lrs", "--out", "lrs", "--json"]).output().unwrap(), 0);
    assert!(fs::read_to_string(at.path().join("lrs/class.html")).unwrap().contains("Ana"));
}

/// Runs a command and kills it after a while, if it still runs.
fn killed(command: &mut Command, after_ms: u64) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(after_ms));
    let _ = child.kill();
    child.wait().unwrap();
}

fn database(at: &Path) -> Store {
    let store = Store::open(&at.join("data/fanline.db")).unwrap();
    assert_eq!(store.set_aside(), None);
    store
}

#[test]
fn an_import_that_is_killed_is_taken_up_again() {
    let at = tempfile::tempdir().unwrap();
    run(&at, 0, &["add", "Ana"]);
    run(&at, 0, &["add", "Ben", "--account", "ben@x.example"]);
    handed_in(&at, 64);
    let mut random = Random::seed_from_u64(5);
    let mut there = 0;
    for _ in 0..long(2, 40) {
        killed(command(&at).args(["class", "import", "in"]), random.random_range(50..3000));
        let now = database(at.path()).all_attempts().unwrap().len();
        assert!(now >= there, "{now} of {there}");
        there = now;
    }
    run(&at, 0, &["import", "in"]);
    assert_eq!(database(at.path()).all_attempts().unwrap().len(), 64);
}

#[test]
fn a_push_that_is_killed_loses_nothing_and_doubles_nothing() {
    let at = tempfile::tempdir().unwrap();
    fs::create_dir_all(at.path().join("data")).unwrap();
    let count = long(5000, 40_000);
    let queue: Vec<_> = generated(count).into_iter().map(|one| (None, one)).collect();
    database(at.path()).queue(&queue, 0).unwrap();
    // An id that comes with another body is caught by the stub.
    let stub = Stub::new(|request, _| {
        std::thread::sleep(Duration::from_millis(30));
        taken(request)
    });
    let mut random = Random::seed_from_u64(6);
    for round in 0..long(3, 40) {
        // Killed at work, on a quick machine and on a slow one: when the stub has been asked a few times more, and a moment later.
        let mut child = with_store(&mut command(&at), &stub.address).args(["class", "push"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let until = stub.asked() + random.random_range(1..3);
        while stub.asked() < until && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(random.random_range(0..35)));
        assert!(child.try_wait().unwrap().is_none(), "round {round}: it ended before it could be killed");
        child.kill().unwrap();
        child.wait().unwrap();
        let (counts, held) = (database(at.path()).outbox().unwrap(), stub.held().len());
        assert_eq!((counts.queued + counts.sent) as usize, count);
        assert!(counts.sent as usize <= held, "{counts:?}: acknowledged, yet {held} are there");
    }
    lines(with_store(&mut command(&at), &stub.address).args(["class", "push", "--json"]).output().unwrap(), 0);
    assert_eq!((database(at.path()).outbox().unwrap().sent as usize, stub.held().len()), (count, count));
}
