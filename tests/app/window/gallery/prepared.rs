//! What the visitor finds: a class that has handed in, an attempt that was interrupted, quizzes that are soon gone through.

use super::super::pass::number;
use super::super::{Person, Start};
use super::SMALL;
use fanline::source::Content;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Items of the quiz that are looked at: one of each kind, and their files.
pub(super) const ITEMS: [(&str, &[&str]); 4] = [
    ("anatomy", &["point-malar", "layer-target-jaw"]),
    ("complications", &["section-shallowest"]),
    ("preparation", &["order-mixing", "volume-1-4"]),
    ("technique", &["replay-shallow"]),
];

fn fanline(data: &Path, arguments: &[&str]) {
    let done = Command::new(env!("CARGO_BIN_EXE_fanline")).args(arguments).env("FANLINE_DATA", data).stdout(Stdio::null()).status();
    assert!(done.unwrap().success(), "fanline {arguments:?}");
}

/// A person's folder with a class in it that has handed recordings in, and a drill of one's own.
pub(super) fn class(data: &Path) {
    let recordings = data.join("shared");
    for operator in ["expert", "novice"] {
        for drill in ["harmonyca-cheek", "first-fan"] {
            fanline(data, &["simulate", "--drill", drill, "--operator", operator, "--seed", "3", "--count", "4", "--out", recordings.to_str().unwrap()]);
        }
        fanline(data, &["class", "add", operator]);
    }
    fanline(data, &["class", "add", "Ana María Fernández-Echevarría"]);
    for drill in ["first-fan", "harmonyca-cheek", "meso-jawline"] {
        fanline(data, &["class", "assign", drill]);
    }
    fanline(data, &["class", "import", recordings.to_str().unwrap()]);
    let drill = Content::find().unwrap().read_text("levels/drills/meso-jawline.ron").unwrap();
    fs::create_dir_all(data.join("drills")).unwrap();
    fs::write(data.join("drills/mine.ron"), drill.replace("id: \"meso-jawline\"", "id: \"mine\"")).unwrap();
}

pub(super) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The project's own content with few items in its quizzes.
pub(super) fn short_quizzes(at: &Path) {
    let root = Content::find().unwrap().path("");
    for folder in ["quizzes", "blueprints"] {
        fs::create_dir_all(at.join("levels").join(folder)).unwrap();
    }
    symlink(root.join("assets"), at.join("assets")).unwrap();
    for folder in ["courses", "drills", "patients", "rubrics"] {
        symlink(root.join("levels").join(folder), at.join("levels").join(folder)).unwrap();
    }
    for (bank, wanted) in ITEMS {
        let text = fs::read_to_string(root.join(format!("levels/quizzes/{bank}.ron"))).unwrap();
        let mut parts = text.split("\n        (\n");
        let head = parts.next().unwrap();
        let chosen: Vec<&str> = parts.filter(|part| wanted.iter().any(|id| part.contains(&format!("id: \"{id}\"")))).collect();
        assert_eq!(chosen.len(), wanted.len(), "{bank}");
        let whole = |part: &str| format!("\n        (\n{}\n        ),", part.split("\n        ),").next().unwrap_or_default());
        let items: String = chosen.iter().map(|part| whole(part)).collect();
        fs::write(at.join(format!("levels/quizzes/{bank}.ron")), format!("{head}{items}\n    ],\n)\n")).unwrap();
    }
}

/// An attempt with two threads that was interrupted.
pub(super) fn interrupted(data: &Path) {
    let mut person = Person::sits_down_at(SMALL, "gallery/first", |at| copy(data, at));
    person.presses("Play as expert");
    person.waits("the title", |status| status["screen"] == "title");
    person.begins_anew(&Start { drill: Some("harmonyca-cheek"), content: None });
    person.waits("the procedure", |status| status["screen"] == "procedure" && number(status, "tick") > 30.0);
    for (key, until) in [("F1", "done"), ("Return", "entries")] {
        person.x(&["key", key]);
        person.waits(until, |status| number(status, "entries") >= 1.0 || (until == "done" && status["procedure"]["done"].as_array().is_some_and(|done| !done.is_empty())));
    }
    let planned = number(&person.sees(), "planned_passes") as usize;
    person.makes_a_pass(planned / 4, false);
    person.makes_a_pass(planned / 2, false);
    person.holds("s", "the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
    sleep(Duration::from_secs(3));
    person.program.kill().unwrap();
    person.program.wait().unwrap();
    fs::remove_dir_all(data).unwrap();
    copy(person.data.path(), data);
}
