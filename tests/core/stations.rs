//! Two attempts in step: pass by pass, never back, and together at the end.

use fanline::session::{Session, Stations};
use fanline::trainee::Operator;

use crate::drill::{setup, skill};

fn played(level: f64, seed: u64) -> Session {
    let mut session = Session::new(setup("harmonyca-cheek", 4));
    let mut operator = Operator::new(skill(level), None, seed);
    while !session.finished() {
        let controls = operator.act(&session);
        session.step(&controls);
    }
    session
}

#[test]
fn two_attempts_are_watched_pass_by_pass() {
    let (a, b) = (played(0.3, 4), played(1.0, 4));
    let (mine, theirs) = (Stations::of(&a), Stations::of(&b));
    assert_eq!(mine.passes(), a.passes().len());
    let mut last = 0;
    for tick in 0..=a.tick() {
        let there = mine.in_step(tick, &theirs);
        assert!(there >= last && there <= b.tick(), "tick {tick}: {there} after {last}");
        last = there;
    }
    assert_eq!(mine.in_step(a.tick(), &theirs), b.tick());
    assert_eq!(mine.in_step(u64::MAX, &theirs), b.tick());
    for (one, other) in a.passes().iter().zip(b.passes()) {
        // Within one and the same pass, at its first tick and halfway.
        for tick in [one.ticks.0, one.ticks.0.midpoint(one.ticks.1)] {
            let there = mine.in_step(tick, &theirs);
            assert!(there >= other.ticks.0 && there <= other.ticks.1, "pass {}: {there} is not in {:?}", one.id, other.ticks);
        }
    }
    let same = Stations::of(&a);
    assert!((0..=a.tick()).all(|tick| mine.in_step(tick, &same) == tick), "an attempt is in step with itself");
    assert!((a.passes().len() != b.passes().len()) || a.tick() != b.tick(), "two attempts alike prove nothing");
}

#[test]
fn stepping_from_pass_to_pass_visits_each_and_ends_at_the_ends() {
    let session = played(1.0, 4);
    let stations = Stations::of(&session);
    let mut at = 0;
    for pass in session.passes() {
        at = stations.neighbour(at, true);
        assert_eq!(at, pass.ticks.0);
    }
    assert_eq!(stations.neighbour(at, true), session.tick());
    for pass in session.passes().iter().rev().skip(1) {
        at = stations.neighbour(at, false);
        assert_eq!(at, pass.ticks.0);
    }
    assert_eq!(stations.neighbour(at, false), 0);
    let fresh = Stations::of(&Session::new(setup("harmonyca-cheek", 4)));
    assert_eq!((fresh.neighbour(0, true), fresh.in_step(10, &stations)), (0, session.tick()));
}
