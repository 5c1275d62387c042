//! A drill from the title to the debrief, by mouse and keys.

use super::pass::number;
use super::{Person, Picture};
use fanline::drill::Library;
use fanline::session::LayingKind;
use fanline::session::recording::{Recording, replay};
use fanline::source::Content;
use std::fs;
use std::thread::sleep;
use std::time::Duration;

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_person_plays_a_drill_from_the_title_to_the_debrief() {
    let mut person = Person::sits_down("window");
    sleep(Duration::from_secs(2));
    person.photographs("1-title", Picture::shows_patient_and_panels);

    // Mouse: Drills, then Start of the jawline's card.
    person.presses("Drills");
    person.waits("the drills", |status| status["screen"] == "drills");
    sleep(Duration::from_secs(1));
    person.photographs("2-drills", Picture::shows_a_page);
    person.presses("Radiesse, jawline and cheek  0 / 4");
    person.presses("Start “Lower cheek and jawline fan, 1:1”");
    person.waits("the procedure", |status| status["procedure"]["tick"].as_f64().unwrap_or(0.0) > 30.0);
    let drill = person.sees()["procedure"]["drill"].as_str().unwrap().to_owned();
    assert_eq!(drill, "radiesse-jawline");

    // Key: disinfect. Mouse: the entry point, where the mark is.
    person.x(&["key", "F1"]);
    let status =
        person.waits("the disinfection", |s| s["procedure"]["done"].as_array().is_some_and(|done| !done.is_empty()));
    person.photographs("3-marked", Picture::shows_patient_and_panels);
    let mark = &status["procedure"]["mark"];
    person.clicks(mark[0].as_f64().unwrap(), mark[1].as_f64().unwrap());
    person.waits("the entry point", |status| number(status, "entries") >= 1.0);

    let planned = number(&person.sees(), "planned_passes") as usize;
    let directions: Vec<usize> = (0..4).map(|i| (planned * (2 * i + 1)) / 8).collect();
    for (turn, direction) in directions.into_iter().enumerate() {
        person.makes_a_pass(direction, turn == 0);
        if turn == 1 {
            person.photographs("4-at-work", Picture::shows_patient_and_panels);
            person.x(&["key", "m"]);
        }
    }
    person.photographs("5-dose", Picture::shows_patient_and_panels);
    person.holds("s", "the cannula out of the skin", |status| status["procedure"]["inserted_mm"].is_null());
    person.x(&["key", "F10"]);
    let status = person.waits("the debrief", |status| status["screen"] == "debrief");
    sleep(Duration::from_secs(2));
    person.photographs("6-debrief", Picture::shows_patient_and_panels);
    // A finding leads to its place.
    person.x(&["key", "2"]);
    person.waits("the findings", |status| status["debrief"]["shown"]["tab"] == "findings");
    sleep(Duration::from_secs(1));
    person.clicks(150.0, 330.0);
    person.waits("a chosen finding", |status| !status["debrief"]["chosen"].is_null());
    sleep(Duration::from_secs(1));
    person.photographs("7-finding", Picture::shows_patient_and_panels);

    // The recording tells the truth.
    let name = status["debrief"]["recording"].as_str().expect("the attempt was kept");
    let path = person.data.path().join("recordings").join(name);
    let recording = Recording::read_sealed(&fs::read(path).unwrap()).unwrap();
    let library = Library::open(&Content::find().unwrap()).unwrap();
    let setup = library.setup(library.drill(&drill).unwrap(), recording.header.seed).unwrap();
    let rerun = replay(&recording, setup);
    assert_eq!(rerun.first_differing_tick, None);
    let passes: std::collections::BTreeSet<u32> = rerun
        .session
        .layings()
        .iter()
        .filter(|laying| laying.kind == LayingKind::Retrograde && laying.length_mm >= 5.0)
        .map(|laying| laying.pass)
        .collect();
    assert!(passes.len() >= 3, "{} threads", passes.len());
}

