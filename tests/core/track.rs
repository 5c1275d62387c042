//! The track: what the tip carves on the way in, it gives back on the way out.

use fanline::instrument::{Gauge, TipShape};
use fanline::tissue::SlabShape;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use crate::cannula::{Driver, tube};

const DT: f64 = 1.0 / 120.0;
/// What the tip slides on at most by what it pressed with when the hand turned back, mm: 2 N over the 2 N/mm with which it is held.
const PRESSED_MM: f64 = 1.0;

/// A random hand that goes in, turning a little, and is drawn out: by how much the track grew on the way out, by how much the shaft
/// was bowed before, and what was in at the end (mm).
fn drawn_out(seed: u64) -> (f64, f64, f64) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut within = |low: f64, high: f64| low + (high - low) * random.random::<f64>();
    let gauge = if within(0.0, 1.0) < 0.5 { Gauge::G22 } else { Gauge::G25 };
    let tip = if within(0.0, 1.0) < 0.5 { TipShape::Bevel } else { TipShape::Blunt };
    let shape = if within(0.0, 1.0) < 0.5 { SlabShape::Sphere(80.0) } else { SlabShape::Flat };
    let mut driver = Driver::new(tube(gauge, tip), shape);
    driver.enter_by(within(5.0, 8.0), within(-0.05, 0.05));
    for _ in 0..within(1.0, 5.0) as usize {
        let (speed, yaw, pitch) = (within(5.0, 40.0), within(-0.05, 0.05), within(-0.05, 0.05));
        for _ in 0..within(20.0, 150.0) as usize {
            driver.advance = (driver.advance + speed * DT).min(46.0);
            driver.yaw += yaw * DT;
            driver.pitch += pitch * DT;
            driver.tick();
        }
    }
    let mut before = driver.tick();
    // A bowed shaft is longer than its chord; drawn straight, it may push the tip on by as much.
    let bow = 50.0 - driver.cannula.nodes()[0].distance(before.tip);
    let (out_mm_s, yaw, pitch) = (within(2.0, 60.0), within(-0.05, 0.05), within(-0.05, 0.05));
    let mut grown = 0.0;
    // To the last millimetres, where a shaft turned about a place in the tissue goes in beside its hole again.
    while before.inserted_mm > 3.0 && driver.advance > -20.0 {
        driver.advance -= out_mm_s * DT;
        driver.yaw += yaw * DT;
        driver.pitch += pitch * DT;
        let now = driver.tick();
        grown += (now.inserted_mm - before.inserted_mm).max(0.0);
        before = now;
    }
    (grown, bow, before.inserted_mm)
}

#[test]
fn a_track_never_lengthens_while_the_hub_is_drawn_out() {
    for seed in 0..150 {
        let (grown, bow, left) = drawn_out(seed);
        assert!(grown <= bow + PRESSED_MM, "hand {seed}: grew by {grown:.2} mm, bowed by {bow:.2}");
        assert!(left <= 3.0, "hand {seed}: {left} mm are in");
    }
}
