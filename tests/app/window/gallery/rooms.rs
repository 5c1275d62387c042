//! The rooms, and what is looked at in each.

use super::super::pass::number;
use super::super::{Picture, Start, rect};
use super::prepared::{ITEMS, short_quizzes};
use super::visitor::Visitor;
use fanline::lang::Value as Said;
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

impl Visitor {
    pub(super) fn pages(&mut self) {
        // The patient comes a little later than the panels.
        self.person.photographs("title", |seen| seen.skin > 0.03);
        self.looks_at("title");
        for (entry, screen) in [
            ("menu-learn", "learn"),
            ("menu-practise", "practise"),
            ("menu-exam", "exam"),
            ("menu-quiz", "quiz"),
            ("menu-patients", "patients"),
            ("menu-about", "about"),
        ] {
            self.presses(entry);
            self.screen(screen);
            self.reads(screen);
            self.leaves();
        }
    }

    /// Somebody else plays, and looks at what they have done.
    pub(super) fn learners(&mut self) {
        let who = self.before("menu-learners-who");
        self.presses_one(0, |name| name.starts_with(&who));
        self.screen("learners");
        self.reads("learners");
        self.plays_as("novice");
        self.presses("menu-progress");
        self.screen("progress");
        self.reads("progress");
        self.leaves();
        self.presses_one(0, |name| name.starts_with(&who));
        self.screen("learners");
        self.plays_as("expert");
    }

    fn plays_as(&mut self, name: &str) {
        let label = self.lang.text("menu-learners-play-tip", &[("name", Said::text(name))]);
        self.person.presses(&label);
        self.screen("title");
    }

    pub(super) fn settings(&mut self) {
        self.presses("menu-settings");
        self.screen("settings");
        self.looks_at("settings");
        for tab in ["sound", "picture", "assists"] {
            // Without a sound card there is nothing to set about sound.
            if rect(&self.person.sees(), &self.says(&format!("menu-settings-{tab}"))).is_none() {
                continue;
            }
            self.presses(&format!("menu-settings-{tab}"));
            self.reads(&format!("settings-{tab}"));
        }
        self.presses("menu-settings-controls");
        self.screen("controls");
        self.reads("controls");
        self.leaves();
    }

    pub(super) fn class(&mut self) {
        self.presses("menu-class");
        self.screen("class");
        for tab in ["roster", "assign", "board", "export"] {
            self.presses(&format!("teach-tab-{tab}"));
            self.reads(&format!("class-{tab}"));
        }
        self.presses("teach-tab-results");
        for chart in ["spread", "curves", "items", "errors"] {
            self.presses(&format!("teach-chart-{chart}"));
            self.reads(&format!("class-{chart}"));
        }
        self.presses("teach-tab-board");
        self.presses("teach-projector");
        self.person.waits("the projector", |status| status["class"]["projector"] == true);
        self.looks_at("class-projector");
        self.person.x(&["key", "Escape"]);
        self.person.waits("the board", |status| status["class"]["projector"] == false);
        self.presses_one(0, |name| name == "novice");
        self.debrief("class-debrief");
        self.leaves();
    }

    fn debrief(&mut self, picture: &str) {
        self.screen("debrief");
        self.person.waits("the expert", |status| status["debrief"]["shown"]["expert"].is_number());
        self.points_at_nothing();
        // In a large window the scores stay beside the findings.
        for (key, tab) in [("2", "findings"), ("3", "months"), ("4", "compare"), ("5", "notes"), ("1", "scores")] {
            self.person.x(&["key", key]);
            self.person.waits(tab, |status| status["debrief"]["shown"]["tab"] == tab);
            if tab == "months" {
                self.person.waits("the courses", |status| status["debrief"]["shown"]["courses"] == true);
                self.person.x(&["key", "--repeat", "8", "--delay", "250", "Right"]);
            }
            self.looks_at(&format!("{picture}-{tab}"));
        }
        self.person.x(&["key", "l"]);
        self.person.x(&["key", "g"]);
        self.looks_at(&format!("{picture}-layers"));
    }

    pub(super) fn drills(&mut self) {
        self.presses("menu-drills");
        self.screen("drills");
        self.reads("drills");
        let edit = self.before("menu-drill-edit-tip");
        let own = self.says("menu-drills-mine");
        let begins = |status: &Value, with: &str| {
            status["buttons"].as_array().is_some_and(|all| all.iter().any(|button| button["name"].as_str().is_some_and(|name| name.starts_with(with))))
        };
        if begins(&self.person.sees(), &own) {
            self.presses_one(0, |name| name.starts_with(&own));
        }
        // At a large text size one course is shown at a time.
        for _ in 0..12 {
            sleep(Duration::from_millis(1000));
            if begins(&self.person.sees(), &edit) || rect(&self.person.sees(), &self.says("menu-course-next")).is_none() {
                break;
            }
            self.presses("menu-course-next");
        }
        self.looks_at("drills-own");
        self.presses_one(0, |name| name.starts_with(&edit));
        self.person.waits("the editor", |status| status["screen"] == "editor" && status["editor"]["building"] == false && status["editor"]["checked"] == true);
        for tab in ["patient", "product", "play", "words"] {
            let tab_name = self.says(&format!("editor-tab-{tab}"));
            self.presses_one(0, |name| name == tab_name || name.starts_with(&format!("{tab_name} · ")));
            self.looks_at(&format!("editor-{tab}"));
        }
        self.leaves();
    }

    pub(super) fn atlas(&mut self) {
        self.presses("menu-patients");
        self.screen("patients");
        for _ in 0..2 {
            self.person.x(&["key", "Tab"]);
            sleep(Duration::from_millis(500));
        }
        self.person.x(&["key", "Return"]);
        self.person.waits("a patient", |status| status["screen"] == "atlas" && status["atlas"]["building"] == false);
        let (width, height) = self.person.display.size;
        self.person.x(&["mousemove", &(width / 2).to_string(), &(height * 11 / 20).to_string()]);
        self.looks_at("atlas");
        for key in ["l", "l", "c"] {
            self.person.x(&["key", key]);
            sleep(Duration::from_millis(700));
        }
        self.looks_at("atlas-cut");
        self.leaves();
    }

    /// The steps of a whole treatment before the entry.
    pub(super) fn before_the_entry(&mut self) {
        self.person.begins_anew(&Start { drill: Some("meso-jawline"), content: None });
        self.screen("procedure");
        self.looks_at("consult");
        // Nobody is seen in parts while shaders are on their way.
        assert!(self.last.as_ref().map(Picture::of).is_some_and(|seen| seen.skin > 0.03), "the patient is not seen whole");
        self.person.begins_anew(&Start { drill: Some("meso-decolletage"), content: None });
        self.person.waits("the pen", |status| status["procedure"]["drawing"] == true);
        let (width, height) = self.person.display.size;
        let at = |x: u32, y: u32| [(width * x / 100).to_string(), (height * y / 100).to_string()];
        let [x, y] = at(45, 40);
        self.person.x(&["mousemove", &x, &y, "mousedown", "1"]);
        for step in 0..10 {
            let [x, y] = at(45 + step, 40 + step / 2);
            self.person.x(&["mousemove", &x, &y]);
            sleep(Duration::from_millis(200));
        }
        self.person.x(&["mouseup", "1"]);
        sleep(Duration::from_secs(1));
        self.looks_at("marks");
        self.person.x(&["key", "Return"]);
        sleep(Duration::from_secs(1));
        self.looks_at("bench");
        self.person.x(&["key", "Escape"]);
        self.person.waits("the menu", |status| status["menu"] == true);
        self.looks_at("menu");
    }

    /// What was begun before is gone on with, and ended.
    pub(super) fn procedure(&mut self) {
        self.presses("menu-resume-attempt");
        self.person.waits("the attempt", |status| number(status, "passes") >= 1.0);
        let planned = number(&self.person.sees(), "planned_passes") as usize;
        self.person.slides_in(3 * planned / 4, false);
        self.looks_at("inside");
        self.person.x(&["key", "m"]);
        self.person.x(&["key", "g"]);
        self.person.x(&["key", "h"]);
        self.looks_at("overlays");
        for key in ["m", "g", "h"] {
            self.person.x(&["key", key]);
        }
        self.person.holds("s", "the cannula out", |status| status["procedure"]["inserted_mm"].is_null());
        self.person.x(&["key", "l"]);
        self.person.x(&["key", "l"]);
        self.looks_at("opened");
        self.person.x(&["key", "b"]);
        self.looks_at("massage");
        self.person.x(&["key", "b"]);
        self.person.x(&["key", "F10"]);
        self.debrief("debrief");
        self.leaves();
    }

    /// Answers what is asked, rightly or not: in words, by their letters; a number into its field, which has the keyboard.
    fn answers(&mut self) {
        if self.person.sees()["quiz"]["answer"] == "point" {
            self.presses("quiz-in-words");
            self.person.waits("words", |status| status["quiz"]["answer"] == "choice");
        }
        let keys: &[&str] = if self.person.sees()["quiz"]["answer"] == "number" { &["5"] } else { &["a", "b", "c", "d", "e"] };
        for key in keys {
            self.person.x(&["key", key]);
            sleep(Duration::from_millis(600));
        }
        // A field gives the keyboard back first.
        for _ in 0..3 {
            self.person.x(&["key", "Return"]);
            sleep(Duration::from_millis(1500));
            if self.person.sees()["quiz"]["checked"] == true {
                return;
            }
        }
        panic!("the question is not answered: {}", self.person.sees());
    }

    pub(super) fn quiz(&mut self) {
        let content = tempfile::tempdir().unwrap();
        short_quizzes(content.path());
        self.person.begins_anew(&Start { drill: None, content: Some(content.path().to_owned()) });
        self.presses("menu-quiz");
        self.screen("quiz");
        let start = self.before("menu-drill-start-tip");
        for (bank, (_, items)) in ITEMS.iter().enumerate() {
            self.presses_one(bank, |name| name.starts_with(&start));
            for item in 0..items.len() {
                self.person.waits("a question", |status| status["quiz"]["position"] == json!(item + 1));
                // A patient or an attempt may be on its way.
                sleep(Duration::from_secs(6));
                self.reads(&format!("quiz-{bank}-{item}"));
                self.answers();
                self.reads(&format!("quiz-{bank}-{item}-answered"));
                self.person.x(&["key", "Return"]);
            }
            self.person.waits("the result", |status| !status["quiz"]["position"].is_number());
            self.looks_at(&format!("quiz-{bank}-result"));
            self.person.x(&["key", "Escape"]);
            sleep(Duration::from_secs(1));
        }
    }
}
