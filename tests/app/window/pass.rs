//! One pass of a fan by keys, with an eye on what the screen says.

use super::Person;
use serde_json::Value;
use std::thread::sleep;
use std::time::Duration;

pub(super) fn number(status: &Value, name: &str) -> f64 {
    status["procedure"][name].as_f64().unwrap_or(0.0)
}

impl Person {
    /// Holds a key until the screen shows what was wanted.
    pub(super) fn holds(&mut self, key: &str, what: &str, until: impl Fn(&Value) -> bool) {
        self.x(&["keydown", key]);
        self.waits(what, until);
        self.x(&["keyup", key]);
    }

    pub(super) fn taps(&self, key: &str, ms: u64) {
        self.x(&["keydown", key]);
        sleep(Duration::from_millis(ms));
        self.x(&["keyup", key]);
    }

    /// Turns to a direction of the fan, and advances under the skin with an eye on the depth.
    pub(super) fn slides_in(&mut self, index: usize, by_mouse: bool) {
        let status = self.sees();
        let yaw = status["procedure"]["yaws"][index].as_f64().unwrap();
        let far = status["procedure"]["far_mm"][index].as_f64().unwrap().min(34.0) - 3.0;
        for _ in 0..60 {
            let off = yaw - number(&self.sees(), "yaw");
            if off.abs() < 0.05 {
                break;
            }
            self.taps(if off > 0.0 { "a" } else { "d" }, (off.abs() * 1500.0).clamp(60.0, 900.0) as u64);
            sleep(Duration::from_millis(350));
        }
        // A hub that was lowered in the last pass would let the tip glide over the skin.
        for _ in 0..20 {
            if number(&self.sees(), "pitch") > 0.2 {
                break;
            }
            self.taps("r", 250);
            sleep(Duration::from_millis(150));
        }
        if by_mouse {
            // The wheel carries the tip in, one notch at a time.
            for _ in 0..8 {
                self.x(&["click", "4"]);
                sleep(Duration::from_millis(120));
            }
        }
        self.holds("w", "the tip under the skin", |status| number(status, "inserted_mm") > 3.5);
        let mut still = 0;
        let mut last = 0.0;
        while number(&self.sees(), "inserted_mm") < far && still < 25 {
            let status = self.sees();
            let below = number(&status, "below_dermis_mm");
            let inserted = number(&status, "inserted_mm");
            if below < 0.7 {
                self.taps("r", 250);
            } else if below > 1.4 {
                self.taps("f", 250);
            }
            if inserted < 8.0 && below > 0.9 {
                self.taps("f", 900);
            }
            self.taps("w", 350);
            sleep(Duration::from_millis(150));
            still = if (inserted - last).abs() < 0.2 { still + 1 } else { 0 };
            last = inserted;
        }
    }

    /// Turns to a direction of the fan, advances under the skin with an eye on the depth, withdraws and presses.
    pub(super) fn makes_a_pass(&mut self, index: usize, by_mouse: bool) {
        self.slides_in(index, by_mouse);
        let press: (&[&str], &[&str]) =
            if by_mouse { (&["mousedown", "1"], &["mouseup", "1"]) } else { (&["keydown", "space"], &["keyup", "space"]) };
        self.x(&["keydown", "s"]);
        self.x(press.0);
        self.waits("the tip near the entry", |status| number(status, "inserted_mm") < 11.0);
        self.x(press.1);
        self.waits("the tip at the entry", |status| number(status, "inserted_mm") < 7.0);
        self.x(&["keyup", "s"]);
        sleep(Duration::from_millis(500));
    }
}

