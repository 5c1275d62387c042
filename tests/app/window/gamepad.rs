//! A person with a gamepad alone at the real program: from the title through a drill to the debrief, a quiz, and a button of one's own.
//!
//! The gamepad's messages stand in a file (`FANLINE_GAMEPAD`) and go the whole way through the engine's input.

use std::fs;
use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use super::pass::number;
use super::{Person, Picture};

/// Turn of the stick that is well over its middle.
const OVER: f64 = 0.75;

impl Person {
    /// Says something as a gamepad would.
    fn gamepad(&self, line: &Value) {
        let mut file = fs::OpenOptions::new().append(true).open(self.data.path().join("gamepad")).unwrap();
        writeln!(file, "{line}").unwrap();
    }

    fn button(&self, name: &str, value: f64) {
        self.gamepad(&json!({ "button": name, "value": value }));
    }

    fn stick(&self, axis: &str, value: f64) {
        self.gamepad(&json!({ "axis": axis, "value": value }));
    }

    fn pushes_button(&self, name: &str) {
        self.button(name, 1.0);
        sleep(Duration::from_millis(120));
        self.button(name, 0.0);
        sleep(Duration::from_millis(600));
    }

    /// Pushes a stick for a while.
    fn pushes(&self, axis: &str, value: f64, ms: u64) {
        self.stick(axis, value);
        sleep(Duration::from_millis(ms));
        self.stick(axis, 0.0);
        sleep(Duration::from_millis(300));
    }

    /// Goes towards something of that name until it has the focus; down the page while it is not seen.
    fn focuses(&mut self, label: &str) {
        for _ in 0..60 {
            let status = self.sees();
            if status["focused"].as_str().is_some_and(|focus| focus.starts_with(label)) {
                return;
            }
            let middle = |name: &str| -> Option<(f64, f64)> {
                let button = status["buttons"].as_array()?.iter().find(|button| button["name"].as_str().is_some_and(|it| it.starts_with(name)))?;
                let side = |i: usize| button["rect"][i].as_f64();
                Some((0.5 * (side(0)? + side(2)?), 0.5 * (side(1)? + side(3)?)))
            };
            let way = match (status["focused"].as_str().and_then(middle), middle(label)) {
                (Some((_, y)), Some((_, wanted))) if (wanted - y).abs() > 12.0 => if wanted > y { "DPadDown" } else { "DPadUp" },
                (Some((x, _)), Some((wanted, _))) => if wanted > x { "DPadRight" } else { "DPadLeft" },
                _ => "DPadDown",
            };
            self.pushes_button(way);
        }
        panic!("the gamepad does not come to {label}: {}", self.sees());
    }

    fn confirms(&mut self, label: &str) {
        self.focuses(label);
        self.pushes_button("South");
    }

    /// Holds a button until the screen shows what was wanted.
    fn keeps(&mut self, button: &str, value: f64, what: &str, until: impl Fn(&Value) -> bool) {
        self.button(button, value);
        self.waits(what, until);
        self.button(button, 0.0);
    }

    /// Turns to a direction of the fan, goes in with an eye on the depth, and lays a thread on the way back.
    fn lays_a_thread(&mut self, index: usize) {
        let status = self.sees();
        let yaw = status["procedure"]["yaws"][index].as_f64().unwrap();
        let far = status["procedure"]["far_mm"][index].as_f64().unwrap().min(34.0) - 3.0;
        for _ in 0..60 {
            let off = yaw - number(&self.sees(), "yaw");
            if off.abs() < 0.05 {
                break;
            }
            self.pushes("LeftStickX", if off > 0.0 { -OVER } else { OVER }, (off.abs() * 2500.0).clamp(80.0, 900.0) as u64);
        }
        self.keeps("RightTrigger", 1.0, "the tip under the skin", |status| number(status, "inserted_mm") > 3.5);
        let (mut still, mut last) = (0, 0.0);
        while number(&self.sees(), "inserted_mm") < far && still < 25 {
            let status = self.sees();
            let (below, inserted) = (number(&status, "below_dermis_mm"), number(&status, "inserted_mm"));
            if below < 0.7 {
                self.pushes("LeftStickY", OVER, 250);
            } else if below > 1.4 || (inserted < 8.0 && below > 0.9) {
                self.pushes("LeftStickY", -OVER, 300);
            }
            self.button("RightTrigger", 1.0);
            sleep(Duration::from_millis(350));
            self.button("RightTrigger", 0.0);
            sleep(Duration::from_millis(150));
            still = if (inserted - last).abs() < 0.2 { still + 1 } else { 0 };
            last = inserted;
        }
        self.button("LeftTrigger2", 0.9);
        self.button("RightTrigger2", 0.9);
        self.waits("the tip near the entry", |status| number(status, "inserted_mm") < 11.0);
        self.button("RightTrigger2", 0.0);
        self.waits("the tip at the entry", |status| number(status, "inserted_mm") < 7.0);
        self.button("LeftTrigger2", 0.0);
        sleep(Duration::from_millis(500));
    }
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn window_a_drill_is_played_with_a_gamepad_alone() {
    let mut person = Person::sits_down("gamepad");
    sleep(Duration::from_secs(2));
    person.gamepad(&json!({ "connect": true }));
    person.confirms("Drills");
    person.waits("the drills", |status| status["screen"] == "drills");
    assert_eq!(person.sees()["device"], "gamepad");
    person.confirms("Start “First fan”");
    person.waits("the procedure", |status| status["procedure"]["tick"].as_f64().unwrap_or(0.0) > 30.0);

    person.pushes_button("West");
    let status = person.waits("the disinfection", |s| s["procedure"]["done"].as_array().is_some_and(|done| !done.is_empty()));
    let mark = status["procedure"]["mark"].clone();
    person.pushes("LeftStickX", OVER, 500);
    person.waits("a mark elsewhere", |status| status["procedure"]["mark"] != mark);
    person.pushes("LeftStickX", -OVER, 500);
    person.pushes_button("South");
    person.waits("the entry point", |status| number(status, "entries") >= 1.0);
    let planned = number(&person.sees(), "planned_passes") as usize;
    for turn in 0..3 {
        person.lays_a_thread(planned * (2 * turn + 1) / 6);
    }
    person.waits("two threads", |status| number(status, "passes") >= 2.0);
    person.keeps("LeftTrigger2", 1.0, "the cannula out of the skin", |status| status["procedure"]["inserted_mm"].is_null());

    // The finger: it strokes where the stick goes and presses as hard as the trigger.
    person.pushes_button("RightThumb");
    person.button("RightTrigger2", 0.8);
    // To and fro, then up and down, further each time: what was laid lies some way from the entry.
    'found: for far in [1200, 2400, 3600] {
        for axis in ["LeftStickX", "LeftStickY"] {
            for (value, ms) in [(OVER, far), (-OVER, 2 * far), (OVER, far)] {
                if number(&person.sees(), "massage_pieces") > 0.0 {
                    break 'found;
                }
                person.pushes(axis, value, ms);
            }
        }
    }
    person.button("RightTrigger2", 0.0);
    person.waits("massaged product", |status| number(status, "massage_pieces") > 0.0);
    person.pushes_button("RightThumb");

    // To the buttons around the patient and back; then the menu, and the end.
    person.pushes_button("North");
    person.waits("a button with the focus", |status| status["panels"] == true && status["focused"].is_string());
    person.pushes_button("East");
    person.waits("the hands", |status| status["panels"] == false);
    person.pushes_button("Start");
    person.waits("the menu", |status| status["menu"] == true);
    person.confirms("Finish and debrief");
    person.confirms("Finish");
    person.waits("the debrief", |status| status["screen"] == "debrief");
    person.photographs("gamepad-debrief", Picture::shows_patient_and_panels);
    person.pushes_button("East");
    person.waits("the title", |status| status["screen"] == "title");

    // A button of one's own.
    person.confirms("Settings");
    person.waits("the settings", |status| status["screen"] == "settings");
    person.confirms("Controls");
    person.waits("the controls", |status| status["screen"] == "controls");
    person.focuses("Advance, Keyboard: W");
    person.pushes_button("DPadRight");
    person.pushes_button("DPadRight");
    person.waits("the gamepad's field", |status| status["focused"] == "Advance, Gamepad: RB");
    person.pushes_button("South");
    person.pushes_button("Select");
    let kept = person.data.path().join("controls.json");
    let bound = |text: String| serde_json::from_str::<Value>(&text).unwrap()["bindings"]["advance"]["gamepad"].clone();
    person.waits("the new button", |_| fs::read_to_string(&kept).is_ok_and(|text| bound(text) == json!(["Select"])));
    person.photographs("gamepad-controls", Picture::shows_a_page);
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_name_is_written_with_a_gamepad_alone() {
    let mut person = Person::sits_down("gamepad");
    sleep(Duration::from_secs(2));
    person.gamepad(&json!({ "connect": true }));
    person.confirms("Who plays: ");
    person.waits("the learners", |status| status["screen"] == "learners");
    person.confirms("Add a learner");
    person.waits("the field", |status| status["focused"] == "Name");
    person.pushes_button("South");
    person.waits("the letters", |status| status["letter"] == "1");
    // Capitals are in the last row, which lies next above the first.
    for (way, letter) in [("DPadUp", "Capitals"), ("South", "Capitals"), ("DPadDown", "1"), ("DPadDown", "Q")] {
        person.pushes_button(way);
        person.waits(letter, |status| status["letter"] == letter);
    }
    person.pushes_button("South");
    person.pushes_button("DPadRight");
    person.waits("the next letter", |status| status["letter"] == "W");
    person.pushes_button("South");
    person.pushes_button("East");
    person.waits("the field again", |status| status["letter"].is_null() && status["focused"] == "Name");
    person.confirms("Add a learner");
    person.waits("the title", |status| status["screen"] == "title");
    person.confirms("Who plays: QW");
    person.waits("both", |status| status["learners"]["names"].as_array().is_some_and(|names| names.iter().any(|name| name == "QW")));
}
