//! A newcomer: the lesson, a drill by mouse alone, one by keyboard alone with a machine that fails in the middle and the debrief after it,
//! an exam and the progress, the settings. (The gamepad alone: `gamepad.rs`.)

use super::pass::number;
use super::{Person, Picture};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

const JAWLINE: &str = "Start “Lower cheek and jawline fan, 1:1”";
const JAWLINES: &str = "Radiesse, jawline and cheek  0 / 4";
const CHEEKS: &str = "HArmonyCa, mid and lower face  0 / 4";
const CHEEK: &str = "Start “Preauricular–lower cheek fan”";

fn exercise(status: &Value) -> &str {
    status["procedure"]["exercise"].as_str().unwrap_or_default()
}

fn inserted(status: &Value) -> f64 {
    number(status, "inserted_mm")
}

impl Person {
    /// Presses a key of the keyboard.
    fn key(&self, key: &str) {
        self.x(&["keydown", key]);
        sleep(Duration::from_millis(250));
        self.x(&["keyup", key]);
        sleep(Duration::from_millis(350));
    }

    /// Goes with Tab until the keyboard is on a button of this name, and takes it.
    fn takes_by_keys(&mut self, name: &str) {
        for _ in 0..60 {
            if self.sees()["focused"].as_str() == Some(name) {
                self.key("Return");
                return;
            }
            self.key("Tab");
        }
        panic!("the keyboard never came to `{name}`: {}", self.sees());
    }

    fn starts_procedure(&mut self) {
        self.waits("the procedure", |status| status["screen"] == "procedure" && number(status, "tick") > 30.0);
    }

    /// Leaves the debrief for the title.
    fn goes_home(&mut self) {
        for _ in 0..5 {
            if self.sees()["screen"] == "title" {
                return;
            }
            self.key("Escape");
            sleep(Duration::from_secs(1));
        }
        self.waits("the title", |status| status["screen"] == "title");
    }

    fn learns(&mut self) {
        self.presses("Learn");
        self.waits("the lessons", |status| status["screen"] == "learn");
        self.presses("Start “Your first fan”");
        self.starts_procedure();
        self.waits("the first exercise", |status| exercise(status) == "look");
        sleep(Duration::from_secs(3));
        assert_eq!(exercise(&self.sees()), "look", "nobody has looked around yet");
        self.photographs("learn-1-look", Picture::shows_patient_and_panels);
        self.x(&["keydown", "ctrl"]);
        self.holds("Right", "a turn", |status| exercise(status) == "layers");
        self.x(&["keyup", "ctrl"]);
        // On a slow machine two presses may fall into one frame.
        for _ in 0..20 {
            if exercise(&self.sees()) != "layers" {
                break;
            }
            self.key("l");
            sleep(Duration::from_millis(500));
        }
        self.waits("the layers laid back", |status| exercise(status) == "disinfect");
        self.presses("Disinfect");
        let status = self.waits("the entry's turn", |status| exercise(status) == "entry");
        self.photographs("learn-2-entry", Picture::shows_patient_and_panels);
        let mark = &status["procedure"]["mark"];
        self.clicks(mark[0].as_f64().unwrap(), mark[1].as_f64().unwrap());
        self.waits("the entry", |status| exercise(status) == "insert");
        let planned = number(&self.sees(), "planned_passes") as usize;
        for turn in 0..3 {
            self.makes_a_pass((planned * (2 * turn + 1)) / 6, false);
            if turn == 0 {
                self.photographs("learn-3-thread", Picture::shows_patient_and_panels);
            }
        }
        self.holds("s", "the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
        for _ in 0..2 {
            if exercise(&self.sees()) == "massage" {
                break;
            }
            let planned = number(&self.sees(), "planned_passes") as usize;
            self.makes_a_pass(planned / 2, false);
            self.holds("s", "the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
        }
        self.waits("the massage's turn", |status| exercise(status) == "massage");
        self.key("b");
        self.x(&["keydown", "space"]);
        for way in ["Up", "Down", "Up", "Left", "Right", "Down", "Right", "Up", "Left"] {
            if number(&self.sees(), "massage_pieces") > 0.0 {
                break;
            }
            self.taps(way, 700);
        }
        self.x(&["keyup", "space"]);
        self.waits("the massage", |status| number(status, "massage_pieces") > 0.0);
        self.photographs("learn-4-massage", Picture::shows_patient_and_panels);
        self.key("b");
        self.waits("the last exercise", |status| exercise(status) == "finish");
        self.key("F10");
        self.waits("the debrief", |status| status["screen"] == "debrief");
        sleep(Duration::from_secs(2));
        self.photographs("learn-5-debrief", Picture::shows_patient_and_panels);
        self.goes_home();
    }

    /// The mouse alone: the wheel advances and withdraws, moving turns and raises, the left button presses.
    fn plays_by_mouse(&mut self) {
        self.presses("Drills");
        self.waits("the drills", |status| status["screen"] == "drills");
        self.presses(JAWLINES);
        self.presses(JAWLINE);
        self.starts_procedure();
        self.presses("Disinfect");
        self.waits("the disinfection", |s| s["procedure"]["done"].as_array().is_some_and(|done| !done.is_empty()));
        sleep(Duration::from_secs(1));
        self.presses("Make the entry point");
        self.waits("the entry point", |status| number(status, "entries") >= 1.0);
        self.x(&["mousemove", "640", "360"]);
        let far = self.sees()["procedure"]["far_mm"][1].as_f64().unwrap().min(34.0);
        for _ in 0..60 {
            let status = self.sees();
            if inserted(&status) > far - 3.0 {
                break;
            }
            let below = number(&status, "below_dermis_mm");
            // Down: the hub goes down and the tip up.
            let down = if inserted(&status) < 4.0 { 0.0 } else { ((below - 1.0) * 18.0).clamp(-20.0, 20.0) };
            let down = if (4.0..9.0).contains(&inserted(&status)) && below > 0.8 { 30.0 } else { down };
            if down.abs() > 2.0 {
                self.x(&["mousemove_relative", "--", "0", &format!("{down:.0}")]);
            }
            self.x(&["click", "4"]);
            sleep(Duration::from_millis(350));
        }
        self.photographs("mouse-1-advanced", Picture::shows_patient_and_panels);
        let tip = inserted(&self.sees());
        assert!(tip > 12.0, "the wheel carries the tip in: {tip}");
        self.x(&["mousedown", "1"]);
        for _ in 0..80 {
            if inserted(&self.sees()) < 11.0 {
                break;
            }
            self.x(&["click", "5"]);
            sleep(Duration::from_millis(250));
        }
        self.x(&["mouseup", "1"]);
        self.waits("a thread", |status| number(status, "passes") >= 1.0);
        self.x(&["mousemove_relative", "--", "40", "0"]);
        for _ in 0..40 {
            if self.sees()["procedure"]["inserted_mm"].is_null() {
                break;
            }
            self.x(&["click", "5"]);
            sleep(Duration::from_millis(200));
        }
        self.waits("the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
        // The middle button lets go of the syringe: the pointer is free for the buttons again.
        self.x(&["click", "2"]);
        sleep(Duration::from_secs(1));
        self.photographs("mouse-2-laid", Picture::shows_patient_and_panels);
        self.presses("Finish");
        let status = self.waits("the debrief", |status| status["screen"] == "debrief");
        assert!(status["debrief"]["threads"].as_f64().unwrap() >= 1.0, "{status}");
        sleep(Duration::from_secs(1));
        self.photographs("mouse-3-debrief", Picture::shows_patient_and_panels);
        self.goes_home();
    }

    /// The keyboard alone; in the middle of it the machine fails.
    fn plays_by_keys(&mut self) {
        self.takes_by_keys("Drills");
        self.waits("the drills", |status| status["screen"] == "drills");
        self.takes_by_keys(CHEEKS);
        self.takes_by_keys(CHEEK);
        self.starts_procedure();
        self.key("F1");
        self.waits("the disinfection", |s| s["procedure"]["done"].as_array().is_some_and(|done| !done.is_empty()));
        self.key("Return");
        self.waits("the entry point", |status| number(status, "entries") >= 1.0);
        let planned = number(&self.sees(), "planned_passes") as usize;
        self.makes_a_pass(planned / 4, false);
        let before = number(&self.sees(), "tick");
        self.loses_power();
        self.photographs("keys-1-resume", Picture::shows_patient_and_panels);
        self.takes_by_keys("Resume");
        self.waits("the attempt again", |status| status["screen"] == "procedure" && number(status, "passes") >= 1.0);
        let after = number(&self.sees(), "tick");
        // A journal's chunk is a second at most; the status lags behind what was done by a fifth.
        assert!(after >= before - 120.0, "resumed at tick {after}, killed at {before}");
        self.makes_a_pass(planned / 2, false);
        self.makes_a_pass(3 * planned / 4, false);
        self.holds("s", "the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
        self.key("F10");
        let status = self.waits("the debrief", |status| status["screen"] == "debrief");
        assert!(status["debrief"]["threads"].as_f64().unwrap() >= 3.0, "{status}");
        sleep(Duration::from_secs(1));
        self.photographs("keys-2-debrief", Picture::shows_patient_and_panels);
        self.reads_the_debrief();
        self.goes_home();
    }

    fn takes_an_exam(&mut self) {
        self.presses("Exam");
        self.waits("the exams", |status| status["screen"] == "exam");
        self.photographs("exam-1-choice", Picture::shows_a_page);
        self.presses(JAWLINES);
        self.presses("Begin exam “Lower cheek and jawline fan, 1:1”");
        self.starts_procedure();
        assert_eq!(self.sees()["procedure"]["mode"], "exam");
        self.key("F1");
        self.key("Return");
        self.waits("the entry point", |status| number(status, "entries") >= 1.0);
        self.photographs("exam-2-procedure", Picture::shows_patient_and_panels);
        let planned = number(&self.sees(), "planned_passes") as usize;
        self.makes_a_pass(planned / 2, false);
        self.holds("s", "the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
        self.key("F10");
        self.waits("the debrief", |status| status["screen"] == "debrief");
        self.goes_home();
        self.presses("Progress");
        self.waits("the progress", |status| status["screen"] == "progress");
        self.photographs("exam-3-progress", Picture::shows_a_page);
        self.goes_home();
    }

    /// Presses a button until the text has a size: the button moves as the text grows, and a press may miss it.
    fn sets_text(&mut self, button: &str, size: f64) {
        let file = self.data.path().join("settings.json");
        let text = || {
            let kept = std::fs::read_to_string(&file).unwrap_or_default();
            serde_json::from_str::<Value>(&kept).ok().and_then(|kept| kept["text"].as_f64()).unwrap_or(1.0)
        };
        for _ in 0..20 {
            if (text() - size).abs() < 0.01 {
                return;
            }
            self.presses(button);
            sleep(Duration::from_millis(800));
        }
        panic!("the text has the size {} and not {size}", text());
    }

    fn sets_text_and_a_key(&mut self) {
        self.presses("Settings");
        self.waits("the settings", |status| status["screen"] == "settings");
        self.sets_text("A+ Larger", 2.0);
        self.photographs("settings-1-large", Picture::shows_a_page);
        self.sets_text("A− Smaller", 1.0);
        self.presses("Controls");
        self.waits("the controls", |status| status["screen"] == "controls");
        self.photographs("settings-2-controls", Picture::shows_a_page);
        // Advance is W; it becomes I.
        self.presses("Advance, Keyboard: W");
        sleep(Duration::from_secs(1));
        self.key("i");
        let kept = self.data.path().join("controls.json");
        let bound = |text: String| serde_json::from_str::<Value>(&text).is_ok_and(|value| value["bindings"]["advance"]["keyboard"] == json!(["KeyI"]));
        self.waits("the new key", |_| std::fs::read_to_string(&kept).is_ok_and(bound));
        self.goes_home();
        self.presses("Drills");
        self.presses(CHEEKS);
        self.presses(CHEEK);
        self.starts_procedure();
        self.key("F1");
        self.key("Return");
        self.waits("the entry point", |status| number(status, "entries") >= 1.0);
        self.holds("i", "the tip under the skin by the new key", |status| inserted(status) > 3.0);
        self.photographs("settings-3-new-key", Picture::shows_patient_and_panels);
    }

    /// The debrief's replay and its months.
    fn reads_the_debrief(&mut self) {
        self.key("space");
        self.waits("the replay", |status| status["debrief"]["playing"] == true);
        self.photographs("debrief-1-replay", Picture::shows_patient_and_panels);
        self.key("space");
        self.key("3");
        self.waits("the months", |status| status["debrief"]["shown"]["tab"] == "months");
        self.waits("the courses", |status| status["debrief"]["shown"]["courses"] == true);
        for _ in 0..6 {
            self.key("Right");
        }
        self.waits("a later month", |status| status["debrief"]["shown"]["month"].as_f64().is_some_and(|month| month >= 3.0));
        self.photographs("debrief-2-months", Picture::shows_a_scene);
        self.waits("the expert", |status| status["debrief"]["shown"]["expert"].is_number());
        self.key("1");
        self.waits("the scores", |status| status["debrief"]["shown"]["tab"] == "scores");
        let whose = self.sees()["debrief"]["shown"]["whose"].clone();
        self.key("g");
        self.waits("the expert over it", |status| status["debrief"]["shown"]["whose"] != whose);
        self.photographs("debrief-3-expert", Picture::shows_a_scene);
    }
}

fn newcomer() -> Person {
    let mut person = Person::sits_down("newcomer");
    person.photographs("title", Picture::shows_patient_and_panels);
    person
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_newcomer_learns() {
    newcomer().learns();
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_newcomer_plays_by_mouse_alone() {
    newcomer().plays_by_mouse();
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_newcomer_plays_by_keyboard_alone_though_the_machine_fails() {
    newcomer().plays_by_keys();
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_newcomer_takes_an_exam() {
    newcomer().takes_an_exam();
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_newcomer_sets_text_and_a_key() {
    newcomer().sets_text_and_a_key();
}
