//! The other hand on the skin: it moves tissue, flattens the curve under a shaft and holds the entry.

use fanline::geom::Vec3;
use fanline::instrument::{Gauge, TipShape};
use fanline::tissue::SlabShape;
use fanline::tissue::traction::Traction;

use crate::cannula::{Driver, mechanics, tube};

const DT: f64 = 1.0 / 120.0;

#[test]
fn skin_follows_a_finger_and_comes_back() {
    let model = &mechanics().traction;
    let (at, force) = (Vec3::new(10.0, 0.0, 0.0), Vec3::new(5.0, 0.0, 0.0));
    let mut traction = Traction::default();
    let mut last = 0.0;
    for _ in 0..120 {
        traction.follow(Some((at, force)), model, DT);
        let moved = traction.moved(at, model).x;
        assert!(moved >= last && moved - last < 1.0, "{last} then {moved}");
        last = moved;
    }
    assert!((2.0..6.0).contains(&last), "5 N move the skin by {last} mm");
    assert!(traction.moved(at + Vec3::Y * 25.0, model).x < 0.5 * last);
    for _ in 0..240 {
        traction.follow(None, model, DT);
    }
    assert!(traction.is_none() && traction.moved(at, model) == Vec3::ZERO);
}

/// The deepest that the sphere's skin lies below its chord between two points 40 mm apart, under a pull.
fn sagitta(traction: &Traction) -> f64 {
    let at = |angle: f64| {
        let point = Vec3::new(80.0 * angle.sin(), 0.0, 80.0 * angle.cos() - 80.0);
        point + traction.moved(point, &mechanics().traction)
    };
    let (a, b) = (at(0.0), at(0.5));
    (at(0.25) - a).reject_from((b - a).normalize()).length()
}

#[test]
fn a_pull_in_the_line_of_the_shaft_flattens_the_curve() {
    let end = Vec3::new(80.0 * 0.6_f64.sin(), 0.0, 80.0 * 0.6_f64.cos() - 80.0);
    let pull = |n: f64| sagitta(&Traction { at: end, force: Vec3::X * n });
    println!("sagitta of a cheek of 80 mm over 40 mm: at rest {:.2} mm, pulled by 5 N {:.2}, by 10 N {:.2}", pull(0.0), pull(5.0), pull(10.0));
    assert!(pull(5.0) < pull(0.0) && pull(10.0) < pull(5.0));
}

#[test]
fn taut_skin_moves_the_shaft_but_not_what_was_carved() {
    let mut driver = Driver::new(tube(Gauge::G25, TipShape::Blunt), SlabShape::Sphere(80.0));
    driver.enter(0.0);
    driver.go(20.0, 0.0);
    let carved: Vec<f64> = driver.cannula.track().iter().map(|point| point.depth_mm).collect();
    let before = driver.cannula.nodes()[30];
    let mut traction = Traction::default();
    for _ in 0..120 {
        traction.follow(Some((Vec3::new(30.0, 0.0, -6.0), Vec3::new(0.0, 6.0, 0.0))), &mechanics().traction, DT);
        driver.cannula.set_traction(traction);
        driver.tick();
    }
    let moved = driver.cannula.nodes()[30].y - before.y;
    assert!(moved > 0.3, "the tip went along by {moved} mm");
    let now: Vec<f64> = driver.cannula.track().iter().map(|point| point.depth_mm).collect();
    assert!(carved.iter().zip(&now).all(|(a, b)| (a - b).abs() < 0.3), "{carved:?} {now:?}");
}
