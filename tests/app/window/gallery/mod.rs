//! Pictures of every screen in the manners that a person may set: for eyes. What can be said without eyes is said for each of them: it is
//! another picture than the one before, no two buttons lie on each other, and none leaves the window.
//!
//! One manner by default, all of them with `FANLINE_LONG=1`; names in `FANLINE_MANNER` (such as `720-200-light-es,1080-100-dark-en`) take those,
//! and names of rooms in `FANLINE_ROOMS` (such as `class,quiz`) those rooms alone.

mod prepared;
mod rooms;
mod visitor;

use super::Person;
use fanline::lang::Lang;
use fanline::source::Content;
use prepared::copy;
use serde_json::json;
use std::fs;
use visitor::Visitor;

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
    prepared::class(&data);
    prepared::interrupted(&data);
    for (_, &manner) in chosen {
        let (size, text, dark, language) = manner;
        let person = Person::sits_down_at(size, &format!("gallery/{}", name(manner)), |at| {
            copy(&data, at);
            let set = json!({ "text": f64::from(text) / 100.0, "dark": dark, "language": language, "reduced_motion": true, "frame_cap": 15 });
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
