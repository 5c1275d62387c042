//! An instructor and a class: somebody joins, is set a drill, hands a recording in, and is told what was seen in it.

use super::{Person, Picture};
use serde_json::Value;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

impl Person {
    /// Types words into the field of a name.
    fn writes(&mut self, field: &str, text: &str) {
        self.presses(field);
        sleep(Duration::from_millis(600));
        self.x(&["type", "--delay", "120", text]);
        sleep(Duration::from_millis(600));
    }

    fn class(&mut self, what: &str, until: impl Fn(&Value) -> bool) -> Value {
        self.waits(what, |status| until(&status["class"]))
    }

    /// Somebody elsewhere plays a drill; the recording is put into the shared folder.
    fn hands_in(&self, operator: &str) {
        let shared = self.data.path().join("shared");
        let played = Command::new(env!("CARGO_BIN_EXE_fanline"))
            .args(["simulate", "--drill", "first-fan", "--operator", operator, "--seed", "3", "--count", "1", "--out"])
            .arg(&shared)
            .env("FANLINE_DATA", self.data.path())
            .stdout(Stdio::null())
            .status();
        assert!(played.unwrap().success());
    }

    fn teaches(&mut self) {
        self.presses("Class");
        self.class("the roster", |class| class["members"] == 0);
        self.writes("Name of a trainee", "Zuzana");
        self.writes("Account or code", "expert");
        self.presses("Add");
        self.class("a member", |class| class["members"] == 1);
        self.photographs("class-1-roster", Picture::shows_a_page);
        self.presses("Assign");
        self.presses("Set all of these");
        self.class("what is set", |class| class["set"].as_f64().is_some_and(|set| set >= 1.0));
        self.presses("Board");
        self.hands_in("expert");
        std::fs::write(self.data.path().join("shared/false.fanline"), "hello").unwrap();
        self.class("the recording", |class| class["board"] == 1 && class["folder"]["refused"][0] == "false.fanline");
        self.photographs("class-2-board", Picture::shows_a_page);
        self.presses("Projector view");
        self.class("the projector", |class| class["projector"] == true);
        // One attempt on an empty wall.
        self.photographs("class-3-projector", |picture| picture.bright > 5e-4);
        self.x(&["key", "Escape"]);
        self.class("the board", |class| class["projector"] == false);
        self.presses("Zuzana");
        self.waits("the debrief", |status| status["screen"] == "debrief");
        sleep(Duration::from_secs(1));
        self.x(&["key", "Home"]);
        self.waits("the beginning", |status| status["debrief"]["time_s"] == 0.0);
        self.x(&["key", "5"]);
        self.waits("the notes", |status| status["debrief"]["shown"]["tab"] == "notes");
        self.writes("Your name", "Dr R");
        self.writes("What you see here", "Slower here");
        self.presses("Pin at 0:00");
        self.waits("the comment", |status| status["debrief"]["shown"]["pins"] == 1);
        sleep(Duration::from_secs(1));
        self.photographs("class-4-comment", Picture::shows_patient_and_panels);
        self.x(&["key", "4"]);
        self.presses("Make this the reference");
        self.waits("the reference", |status| status["debrief"]["shown"]["is_reference"] == true);
        self.x(&["key", "Escape"]);
        self.class("the class", |class| class["pins"] == 1);
        self.presses("Results");
        self.presses("Learning curves");
        sleep(Duration::from_secs(1));
        self.photographs("class-5-results", Picture::shows_a_page);
        self.presses("Blind grading");
        self.class("codes", |class| class["blind"] == true);
        self.presses("Export");
        self.presses("Write the files");
        self.class("the files", |class| class["said"] == "teach-written");
        let written = self.data.path().join("class");
        let folder = std::fs::read_dir(written).unwrap().next().unwrap().unwrap().path();
        let page = std::fs::read_to_string(folder.join("class.html")).unwrap();
        assert!(page.contains("First fan") && !page.contains("Zuzana"), "with codes");
        self.x(&["key", "Escape"]);
        self.waits("the title", |status| status["screen"] == "title");
    }
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn an_instructor_teaches_a_class() {
    Person::sits_down("class").teaches();
}
