//! How a visitor walks: presses, looks, reads, leaves.

use super::super::Person;
use crate::colours::as_seen;
use fanline::lang::{Lang, Value as Said};
use serde_json::Value;
use std::thread::sleep;
use std::time::Duration;

/// A person who walks through all rooms and takes a picture of each.
pub(super) struct Visitor {
    pub(super) person: Person,
    pub(super) lang: Lang,
    pub(super) last: Option<image::RgbImage>,
    /// Each picture is kept also as somebody sees it who cannot tell red from green.
    pub(super) deuteranopia: bool,
}

impl Visitor {
    pub(super) fn says(&self, id: &str) -> String {
        self.lang.text(id, &[])
    }

    pub(super) fn presses(&mut self, id: &str) {
        let name = self.says(id);
        self.person.presses(&name);
    }

    /// Presses the button of an index among all those of a page whose names are of a kind, of which some may be out of sight.
    pub(super) fn presses_one(&mut self, index: usize, is: impl Fn(&str) -> bool) {
        if index > 0 {
            self.goes_to_the_top_at(self.person.display.size.0 / 2);
        }
        let mut met: Vec<String> = Vec::new();
        let names = |status: &Value| -> Vec<String> {
            let buttons = status["buttons"].as_array().cloned().unwrap_or_default();
            buttons.iter().filter_map(|button| button["name"].as_str().map(str::to_owned)).filter(|name| is(name)).collect()
        };
        for _ in 0..40 {
            sleep(Duration::from_millis(800));
            let seen = names(&self.person.sees());
            met.extend(seen.iter().filter(|name| !met.contains(name)).cloned().collect::<Vec<_>>());
            if let Some(name) = met.get(index).filter(|name| seen.contains(name)) {
                self.person.presses(name);
                return;
            }
            self.person.scrolls();
        }
        panic!("no such button: {}", self.person.sees());
    }

    /// What a message says before the name that stands in it.
    pub(super) fn before(&self, id: &str) -> String {
        let said = self.lang.text(id, &[("title", Said::text("|")), ("name", Said::text("|"))]);
        said.split('|').next().unwrap_or_default().to_owned()
    }

    pub(super) fn screen(&mut self, screen: &str) {
        self.person.waits(screen, |status| status["screen"] == screen);
    }

    /// Takes a picture, once the screen has come to rest.
    pub(super) fn looks_at(&mut self, name: &str) {
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
    pub(super) fn buttons_are_apart(&self, picture: &str) {
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
    pub(super) fn reads(&mut self, name: &str) {
        self.points_at_nothing();
        self.looks_at(name);
        let (width, height) = self.person.display.size;
        // A page beside the patient stands at the left.
        let width = if self.person.sees()["quiz"]["on_patient"] == true { width / 3 } else { width };
        self.person.x(&["mousemove", &(width / 2).to_string(), &(height * 7 / 12).to_string()]);
        let before = self.person.sees()["buttons"].clone();
        self.person.x(&["click", "--repeat", "120", "--delay", "25", "5"]);
        sleep(Duration::from_millis(1500));
        if self.person.sees()["buttons"] != before {
            self.points_at_nothing();
            self.looks_at(&format!("{name}-end"));
            self.goes_to_the_top_at(width / 2);
            self.points_at_nothing();
            sleep(Duration::from_millis(1000));
        }
    }

    /// Turns the wheel until the page below the pointer is at its top.
    fn goes_to_the_top_at(&mut self, x: u32) {
        let y = self.person.display.size.1 * 7 / 12;
        self.person.x(&["mousemove", &x.to_string(), &y.to_string(), "click", "--repeat", "120", "--delay", "25", "4"]);
    }

    /// Takes the pointer to where nothing tells of itself.
    pub(super) fn points_at_nothing(&mut self) {
        self.person.x(&["mousemove", "3", "3"]);
    }

    pub(super) fn leaves(&mut self) {
        self.points_at_nothing();
        for _ in 0..6 {
            if self.person.sees()["screen"] == "title" {
                break;
            }
            self.person.x(&["key", "Escape"]);
            sleep(Duration::from_millis(1500));
        }
        self.screen("title");
    }
}
