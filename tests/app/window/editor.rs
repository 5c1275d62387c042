//! A drill made in the game: drawn on the skin, named, lost power over, tried, saved, and read anew when its file changes.

use super::{Person, Picture};
use serde_json::Value;
use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

fn editor(status: &Value, what: &str) -> f64 {
    status["editor"][what].as_f64().unwrap_or(-1.0)
}

impl Person {
    /// Types words into the field of a name, which is empty.
    fn types(&mut self, field: &str, text: &str) {
        self.presses(field);
        sleep(Duration::from_millis(600));
        self.x(&["type", "--delay", "120", text]);
        sleep(Duration::from_millis(600));
        self.x(&["key", "Escape"]);
    }

    /// Where a point of the drawing is seen.
    fn point(&self, index: usize) -> (f64, f64) {
        let at = &self.sees()["editor"]["points"][index];
        (at[0].as_f64().expect("a point that is seen"), at[1].as_f64().expect("a point that is seen"))
    }
}

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_person_makes_a_drill_and_plays_it() {
    let mut person = Person::sits_down("editor");
    person.presses("Drills");
    person.waits("the drills", |status| status["screen"] == "drills");
    person.presses("New drill");
    person.waits("the editor", |status| status["screen"] == "editor" && status["editor"]["building"] == false);
    sleep(Duration::from_secs(2));

    // A zone on the cheek: four corners, one of them dragged, one too many taken away.
    for (corner, (x, y)) in [(600.0, 380.0), (680.0, 380.0), (690.0, 450.0), (610.0, 460.0), (640.0, 520.0)].into_iter().enumerate() {
        person.clicks(x, y);
        person.waits("a corner", |status| editor(status, "corners") >= corner as f64 + 1.0);
    }
    // What is wrong is listed anew: buttons may move by a line.
    person.waits("the check", |status| status["editor"]["checked"] == true);
    sleep(Duration::from_secs(2));
    person.presses("Remove last");
    person.waits("four corners", |status| editor(status, "corners") == 4.0);
    let (x, y) = person.point(3);
    let drag = |person: &Person, way: &[(&str, f64, f64)]| {
        for (what, x, y) in way {
            person.x(&["mousemove", &format!("{x:.0}"), &format!("{y:.0}")]);
            sleep(Duration::from_millis(600));
            if !what.is_empty() {
                person.x(&[what, "1"]);
                sleep(Duration::from_millis(600));
            }
        }
    };
    drag(&person, &[("mousedown", x, y), ("", x - 6.0, y + 6.0), ("mouseup", x - 12.0, y + 12.0)]);
    person.waits("a moved corner", |status| (status["editor"]["points"][3][1].as_f64().unwrap_or(0.0) - y).abs() > 6.0);
    person.presses("Entry points");
    person.clicks(650.0, 350.0);
    person.waits("an entry point", |status| editor(status, "entries") == 1.0);
    person.photographs("1-drawn", Picture::shows_patient_and_panels);

    person.presses("Words · 4");
    person.types("Title", "My own cheek");
    person.types("Site in words", "left cheek");
    person.types("What to do", "Lay one fan.");
    person.waits("nothing to mend", |s| s["editor"]["checked"] == true && s["editor"]["problems"].as_array().is_some_and(Vec::is_empty));
    person.waits("a kept draft", |status| status["editor"]["kept"] == true);
    person.photographs("2-named", Picture::shows_patient_and_panels);

    // The power fails; the draft is offered again, as it was.
    person.loses_power();
    person.presses("Drills");
    person.presses("Go on with your draft “My own cheek”");
    person.waits("the draft", |s| s["editor"]["id"] == "my-own-cheek" && editor(s, "corners") == 4.0 && s["editor"]["checked"] == true);

    // Tried at once, left, and back with nothing lost.
    person.presses("Try at once");
    person.waits("the trial", |status| status["procedure"]["tick"].as_f64().unwrap_or(0.0) > 10.0);
    assert_eq!(person.sees()["procedure"]["mode"], "trial");
    person.photographs("3-tried", Picture::shows_patient_and_panels);
    person.x(&["key", "Escape"]);
    person.waits("the menu", |status| status["menu"] == true);
    person.presses("Back to the editor");
    person.waits("the editor again", |status| status["screen"] == "editor" && editor(status, "corners") == 4.0);

    person.waits("the check", |status| status["editor"]["checked"] == true);
    person.presses("Save");
    person.waits("a saved drill", |status| status["editor"]["saved"] == true);
    let file = person.data.path().join("drills/my-own-cheek.ron");
    let validated = Command::new(env!("CARGO_BIN_EXE_fanline")).arg("validate").arg(&file).env("FANLINE_DATA", person.data.path()).output().expect("it runs");
    assert!(validated.status.success(), "{}", String::from_utf8_lossy(&validated.stderr));

    // It is a drill of one's own; a mistake in its file is told and takes nothing away, and mended it is read again.
    person.x(&["key", "Escape"]);
    person.waits("the drills", |status| status["screen"] == "drills");
    person.presses("My drills  0 / 1");
    person.finds("Start “My own cheek”");
    let text = fs::read_to_string(&file).expect("the drill");
    fs::write(&file, text.replacen("22G", "24G", 1)).expect("it can be written");
    let status = person.waits("the notice", |status| status["notice"]["problems"].as_array().is_some_and(|problems| !problems.is_empty()));
    let told = status["notice"]["problems"][0].as_str().expect("a problem");
    assert!(told.contains("drills/my-own-cheek.ron:") && told.contains("cannula.gauge"), "{told}");
    person.finds("Start “My own cheek”");
    person.photographs("4-broken", Picture::shows_a_page);
    fs::write(&file, text).expect("it can be written");
    person.waits("good news", |status| status["notice"]["problems"].as_array().is_some_and(Vec::is_empty));
    fs::remove_file(&file).expect("it can go");
    person.waits("an empty course", |status| status["buttons"].as_array().is_some_and(|all| all.iter().any(|button| button["name"] == "My drills  0 / 0")));
}
