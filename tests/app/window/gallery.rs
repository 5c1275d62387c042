//! Pictures of every screen in the manners that a person may set: for eyes. What can be said without eyes is said for each of them: it is
//! another picture than the one before, no two buttons lie on each other, and none leaves the window.
//!
//! One manner by default, all of them with `FANLINE_LONG=1`; names in `FANLINE_MANNER` (such as `720-200-light-es,1080-100-dark-en`) take those,
//! and names of rooms in `FANLINE_ROOMS` (such as `class,quiz`) those rooms alone.

use super::pass::number;
use super::{Person, Picture, Start, rect};
use crate::colours::as_seen;
use fanline::lang::{Lang, Value as Said};
use fanline::source::Content;
use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Size of the window, text in per cent, dark, language.
type Manner = ((u32, u32), u32, bool, &'static str);

const SMALL: (u32, u32) = (1280, 720);
const FULL: (u32, u32) = (1920, 1080);
/// Half of all sixteen: of any three of the four, each combination is among them.
const MANNERS: [Manner; 8] = [
    (SMALL, 200, false, "es"),
    (FULL, 100, true, "en"),
    (SMALL, 100, true, "es"),
    (FULL, 200, false, "en"),
    (SMALL, 200, true, "en"),
    (FULL, 100, false, "es"),
    (SMALL, 100, false, "en"),
    (FULL, 200, true, "es"),
];
/// Items of the quiz that are looked at: one of each kind, and their files.
const ITEMS: [(&str, &[&str]); 4] = [
    ("anatomy", &["point-malar", "layer-target-jaw"]),
    ("complications", &["section-shallowest"]),
    ("preparation", &["order-mixing", "volume-1-4"]),
    ("technique", &["replay-shallow"]),
];

/// Where the visitor goes, in this order: what was interrupted is offered while nothing else was begun.
const ROOMS: [(&str, fn(&mut Visitor)); 9] = [
    ("pages", Visitor::pages),
    ("procedure", Visitor::procedure),
    ("settings", Visitor::settings),
    ("drills", Visitor::drills),
    ("atlas", Visitor::atlas),
    ("class", Visitor::class),
    ("learners", Visitor::learners),
    ("before", Visitor::before_the_entry),
    ("quiz", Visitor::quiz),
];

/// A name for a manner.
fn name(((_, height), text, dark, language): Manner) -> String {
    format!("{height}-{text}-{}-{language}", if dark { "dark" } else { "light" })
}

fn fanline(data: &Path, arguments: &[&str]) {
    let done = Command::new(env!("CARGO_BIN_EXE_fanline")).args(arguments).env("FANLINE_DATA", data).stdout(Stdio::null()).status();
    assert!(done.unwrap().success(), "fanline {arguments:?}");
}

/// A person's folder with a class in it that has handed recordings in, and a drill of one's own.
fn class(data: &Path) {
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

fn copy(from: &Path, to: &Path) {
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
fn short_quizzes(at: &Path) {
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

/// A person who walks through all rooms and takes a picture of each.
struct Visitor {
    person: Person,
    lang: Lang,
    last: Option<image::RgbImage>,
    /// Each picture is kept also as somebody sees it who cannot tell red from green.
    deuteranopia: bool,
}

impl Visitor {
    fn says(&self, id: &str) -> String {
        self.lang.text(id, &[])
    }

    fn presses(&mut self, id: &str) {
        let name = self.says(id);
        self.person.presses(&name);
    }

    /// Presses the button of an index among those whose names begin with words.
    fn presses_one(&mut self, index: usize, is: impl Fn(&str) -> bool) {
        let names = |status: &Value| -> Vec<String> {
            let buttons = status["buttons"].as_array().cloned().unwrap_or_default();
            buttons.iter().filter_map(|button| button["name"].as_str().map(str::to_owned)).filter(|name| is(name)).collect()
        };
        for _ in 0..40 {
            sleep(Duration::from_millis(800));
            if let Some(name) = names(&self.person.sees()).get(index) {
                self.person.presses(name);
                return;
            }
            self.person.scrolls();
        }
        panic!("no such button: {}", self.person.sees());
    }

    /// What a message says before the name that stands in it.
    fn before(&self, id: &str) -> String {
        let said = self.lang.text(id, &[("title", Said::text("|")), ("name", Said::text("|"))]);
        said.split('|').next().unwrap_or_default().to_owned()
    }

    fn screen(&mut self, screen: &str) {
        self.person.waits(screen, |status| status["screen"] == screen);
    }

    /// Takes a picture, once the screen has come to rest.
    fn looks_at(&mut self, name: &str) {
        eprintln!("{name}");
        sleep(Duration::from_millis(1000));
        let mut picture = self.person.takes_a_picture(name);
        // Until it is another one and stays the same; what moves by itself never does.
        for turn in 0..12 {
            let again = self.person.takes_a_picture(name);
            let rests = again == picture || turn > 3;
            picture = again;
            if rests && self.last.as_ref() != Some(&picture) {
                break;
            }
            sleep(Duration::from_millis(300));
        }
        picture.save(self.person.pictures.join(format!("{name}.png"))).unwrap();
        if self.deuteranopia {
            as_seen(&picture, "deuteranopia").save(self.person.pictures.join(format!("{name}-deuteranopia.png"))).unwrap();
        }
        assert_eq!(picture.dimensions(), self.person.display.size);
        assert!(self.last.as_ref() != Some(&picture), "{name}: nothing has changed");
        self.last = Some(picture);
        self.buttons_are_apart(name);
    }

    /// No two buttons share a place, and none leaves the window.
    fn buttons_are_apart(&self, picture: &str) {
        let status = self.person.sees();
        if status["menu"] == true || picture == "bench" {
            // What stands over the page lies on its buttons.
            return;
        }
        let (width, height) = self.person.display.size;
        let buttons = status["buttons"].as_array().cloned().unwrap_or_default();
        let places: Vec<(String, [f64; 4])> = buttons
            .iter()
            .filter_map(|button| Some((button["name"].as_str()?.to_owned(), [0, 1, 2, 3].map(|i| button["rect"][i].as_f64().unwrap_or(0.0)))))
            .collect();
        for (i, (name, [left, top, right, bottom])) in places.iter().enumerate() {
            assert!(*left >= -1.0 && *top >= -1.0 && *right <= f64::from(width) + 1.0 && *bottom <= f64::from(height) + 1.0, "{picture}: `{name}` leaves the window");
            for (other, at) in &places[i + 1..] {
                let common = (right.min(at[2]) - left.max(at[0])).min(bottom.min(at[3]) - top.max(at[1]));
                assert!(common <= 3.0, "{picture}: `{name}` and `{other}` lie on each other: {:?} {at:?}", [left, top, right, bottom]);
            }
        }
    }

    /// Looks at a page, and at its end if it is longer than the window.
    fn reads(&mut self, name: &str) {
        self.looks_at(name);
        let (width, height) = self.person.display.size;
        self.person.x(&["mousemove", &(width / 2).to_string(), &(height * 7 / 12).to_string()]);
        let before = self.person.sees()["buttons"].clone();
        self.person.x(&["click", "--repeat", "40", "--delay", "40", "5"]);
        sleep(Duration::from_millis(1500));
        if self.person.sees()["buttons"] != before {
            self.looks_at(&format!("{name}-end"));
            self.person.x(&["click", "--repeat", "40", "--delay", "40", "4"]);
            sleep(Duration::from_millis(1000));
        }
    }

    fn leaves(&mut self) {
        self.person.x(&["mousemove", "3", "3"]);
        for _ in 0..6 {
            if self.person.sees()["screen"] == "title" {
                break;
            }
            self.person.x(&["key", "Escape"]);
            sleep(Duration::from_millis(1500));
        }
        self.screen("title");
    }

    fn pages(&mut self) {
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
    fn learners(&mut self) {
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

    fn settings(&mut self) {
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

    fn class(&mut self) {
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

    fn drills(&mut self) {
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

    fn atlas(&mut self) {
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
    fn before_the_entry(&mut self) {
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
    fn procedure(&mut self) {
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

    /// Answers what is asked, rightly or not: in words, by what stands first.
    fn answers(&mut self) {
        let words = self.says("quiz-in-words");
        if rect(&self.person.sees(), &words).is_some() {
            self.person.presses(&words);
            sleep(Duration::from_secs(1));
        }
        let known = ["word-back", "quiz-check", "quiz-by-pointing", "quiz-replay-run", "quiz-replay-stop", "quiz-replay-time"];
        let known = known.map(|id| self.says(id));
        for option in 0..5 {
            self.presses_one(option, |name| !known.iter().any(|other| name == other));
            if option == 0 {
                self.person.x(&["type", "5"]);
            }
            for _ in 0..3 {
                sleep(Duration::from_millis(1000));
                self.person.x(&["key", "Return"]);
                sleep(Duration::from_millis(1000));
                if self.person.sees()["quiz"]["checked"] == true {
                    return;
                }
                // A field gives the keyboard back first; an order wants its other steps.
                if option > 0 {
                    break;
                }
            }
        }
        panic!("the question is not answered: {}", self.person.sees());
    }

    fn quiz(&mut self) {
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

/// An attempt with two threads that was interrupted.
fn interrupted(data: &Path) {
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

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn every_screen_is_looked_at() {
    let names = |variable: &str| std::env::var(variable).ok().map(|names| names.split(',').map(str::to_owned).collect::<Vec<_>>());
    let (wanted, rooms) = (names("FANLINE_MANNER"), names("FANLINE_ROOMS"));
    let all = std::env::var_os("FANLINE_LONG").is_some();
    let chosen = MANNERS.iter().enumerate().filter(|(i, manner)| wanted.as_ref().map_or(all || *i == 0, |wanted| wanted.contains(&name(**manner))));
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    fs::create_dir_all(&data).unwrap();
    class(&data);
    interrupted(&data);
    for (_, &manner) in chosen {
        let (size, text, dark, language) = manner;
        let person = Person::sits_down_at(size, &format!("gallery/{}", name(manner)), |at| {
            copy(&data, at);
            let set = json!({ "text": f64::from(text) / 100.0, "dark": dark, "language": language, "reduced_motion": true, "frame_cap": 20 });
            fs::write(at.join("settings.json"), set.to_string()).unwrap();
        });
        let lang = Lang::load(&Content::find().unwrap(), language).unwrap();
        let mut visitor = Visitor { person, lang, last: None, deuteranopia: (size, text) == (FULL, 100) };
        for (room, visit) in ROOMS {
            if rooms.as_ref().is_none_or(|rooms| rooms.iter().any(|name| name == room)) {
                visit(&mut visitor);
            }
        }
    }
}
