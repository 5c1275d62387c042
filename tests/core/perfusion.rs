//! Product in an artery: the skin tells, second by second, and stopping early is worth it.

use std::sync::Arc;

use fanline::anatomy::{HazardKind, HazardShape, TissueField};
use fanline::geom::Vec3;
use fanline::scoring::{Rubric, score};
use fanline::session::{Command, Controls, DT, EventKind, Hand, Session, Setup, Steer};
use fanline::tissue::perfusion::{Embolus, Outcome, Perfusion, PerfusionModel, Sign};

use crate::cannula::mechanics;
use crate::drill::setup;

/// Feeds 12 µL/s for so many seconds, then waits for as many more; the signs with their times.
fn fed(model: &PerfusionModel, seconds: f64, wait: f64) -> (Perfusion, Vec<(f64, Sign)>) {
    let (mut perfusion, mut signs) = (Perfusion::default(), Vec::new());
    for tick in 0..((seconds + wait) / DT) as u64 {
        let time = tick as f64 * DT;
        let fed = (time < seconds).then_some(Embolus { vessel: 3, foot: Vec3::ZERO, normal: Vec3::Z, volume_ul: 12.0 * DT });
        signs.extend(perfusion.step(fed, model, DT).into_iter().map(|(sign, ..)| (time, sign)));
    }
    (perfusion, signs)
}

fn when(signs: &[(f64, Sign)], wanted: Sign) -> Option<f64> {
    signs.iter().find(|(_, sign)| *sign == wanted).map(|(time, _)| *time)
}

#[test]
fn the_signs_come_in_their_order_within_seconds() {
    let model = &mechanics().perfusion;
    let (_, signs) = fed(model, 20.0, 60.0);
    let [blanch, pain, livedo] = [Sign::Blanching, Sign::Pain, Sign::Livedo].map(|sign| when(&signs, sign).expect("it shows"));
    assert!(blanch < pain && pain < livedo, "{signs:?}");
    assert!((0.5..4.0).contains(&blanch) && (2.0..10.0).contains(&pain) && (8.0..60.0).contains(&livedo), "{signs:?}");
    assert!(when(&signs, Sign::SlowRefill).is_some_and(|time| time > blanch));
    assert_eq!(when(&signs, Sign::Recovered), None);
}

#[test]
fn stopping_early_changes_the_outcome() {
    let model = &mechanics().perfusion;
    println!("| flow stops after | volume µL | pallor at most | livedo after 3 min | refill then, s | outcome |");
    println!("|---|---|---|---|---|---|");
    let mut outcomes = Vec::new();
    for seconds in [1.0, 2.0, 3.0, 5.0, 8.0, 15.0] {
        let most = fed(model, seconds, 3.0).0.occlusions()[0].pallor;
        let (perfusion, signs) = fed(model, seconds, 180.0);
        let occlusion = perfusion.occlusions()[0];
        let outcome = model.outcome(occlusion.volume_ul);
        let refill = model.refill_s(occlusion.pallor);
        println!("| {seconds} s | {:.0} | {most:.2} | {:.2} | {refill:.1} | {} |", occlusion.volume_ul, occlusion.livedo, outcome.name());
        assert_eq!(when(&signs, Sign::Recovered).is_some(), outcome == Outcome::Passing && most > 0.25, "{seconds}: {signs:?}");
        outcomes.push((outcome, occlusion.pallor));
    }
    assert!(outcomes.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 < pair[1].1), "{outcomes:?}");
    assert_eq!((outcomes[0].0, outcomes[5].0), (Outcome::Passing, Outcome::Lost));
}

#[test]
fn only_the_skin_that_the_artery_feeds_turns_pale() {
    let model = &mechanics().perfusion;
    let (perfusion, _) = fed(model, 5.0, 5.0);
    let radius = perfusion.occlusions()[0].radius_mm;
    let at = |mm: f64| perfusion.colour(Vec3::new(mm, 0.0, 0.0), Vec3::Z);
    assert!(at(0.0).pallor > 0.5 && at(0.0).pallor >= at(0.9 * radius).pallor && at(0.9 * radius).pallor > at(1.1 * radius).pallor);
    assert_eq!(at(1.5 * radius), Default::default());
    assert_eq!(perfusion.colour(Vec3::ZERO, -Vec3::Z), Default::default());
}

/// Arteries that a short way through the skin reaches, each with a point within it.
fn arteries(given: &Setup) -> Vec<(u32, Vec3)> {
    let anatomy = &given.anatomy;
    let mut found = Vec::new();
    for (i, hazard) in anatomy.hazards().iter().enumerate() {
        let HazardShape::Path(path) = &hazard.shape else { continue };
        if hazard.kind != HazardKind::Artery {
            continue;
        }
        for point in path {
            let sample = anatomy.sample(point.point);
            let inside = anatomy.nearest_hazard_at(point.point, &sample).is_some_and(|near| near.hazard == i && near.clearance_mm < -0.3);
            let free = !sample.region.is_no_go() && sample.stack.bone_mm > sample.depth_mm + 3.0;
            if inside && free && (2.0..9.0).contains(&sample.depth_mm) {
                found.push((i as u32, point.point));
            }
        }
    }
    found
}

/// Steeply down towards a point of an artery, as far as the port within it.
fn go_in(given: &Arc<Setup>, hazard: u32, inside: Vec3) -> Option<(Session, Hand, u32)> {
    const STEEP: f64 = 1.3;
    let anatomy = &given.anatomy;
    let sample = anatomy.sample(inside);
    let ahead = sample.normal.any_orthonormal_vector();
    let direction = ahead * STEEP.cos() - sample.normal * STEEP.sin();
    let entry = anatomy.project(inside - direction * (sample.depth_mm / STEEP.sin()));
    let mut session = Session::new(Arc::clone(given));
    let mut hand = Hand::new(entry.foot, sample.normal, ahead, given.tube.length_mm);
    hand.pitch = STEEP;
    let rest = |hand: &Hand, command| Controls::new(hand.pose(), 0.0, command);
    session.step(&rest(&hand, Some(Command::Disinfect)));
    session.step(&rest(&hand, Some(Command::make_entry(entry.foot))));
    let port_in = |session: &Session| {
        session.reading().is_some_and(|reading| {
            let near = anatomy.nearest_hazard_at(reading.port_material, &reading.port_sample);
            near.is_some_and(|near| near.hazard == hazard as usize && near.clearance_mm < -0.1)
        })
    };
    for _ in 0..800 {
        hand.steer(Steer { advance_mm_s: 4.0, ..Steer::default() }, DT);
        session.step(&rest(&hand, None));
        if port_in(&session) {
            return Some((session, hand, hazard));
        }
    }
    None
}

/// Goes steeply down into an artery, lets product flow into it for `press` seconds, rests, comes out and finishes.
fn attempt(press: f64) -> (Session, u32) {
    let given = setup("harmonyca-cheek", 1);
    let way_in = |(hazard, inside)| go_in(&given, hazard, inside);
    let (mut session, mut hand, hazard) = arteries(&given).into_iter().find_map(way_in).expect("an artery that the port comes into");
    let rest = |hand: &Hand, command| Controls::new(hand.pose(), 0.0, command);
    let mut pressed = 0.0;
    for _ in 0..12_000 {
        let thumb = if pressed < press { 16.0 } else { 0.0 };
        let lost = session.ledger().intravascular_ul;
        session.step(&Controls::new(hand.pose(), thumb, None));
        pressed += if session.ledger().intravascular_ul > lost { DT } else { 0.0 };
        if pressed >= press && session.flow_ul_s() == 0.0 {
            break;
        }
    }
    for _ in 0..1200 {
        hand.steer(Steer { advance_mm_s: -12.0, ..Steer::default() }, DT);
        session.step(&rest(&hand, None));
    }
    session.step(&rest(&hand, Some(Command::Finish)));
    (session, hazard)
}

#[test]
fn a_port_in_an_artery_feeds_it_and_the_session_says_what_becomes_of_the_skin() {
    let ends: Vec<(f64, Outcome)> = [0.3, 12.0]
        .into_iter()
        .map(|press| {
            let (session, hazard) = attempt(press);
            let names: Vec<_> = session.events().iter().map(|event| event.kind.name()).collect();
            assert!(session.finished() && session.ledger().intravascular_ul > 0.0, "{names:?}");
            let card = score(&session, &Rubric::built_in());
            let went_on = card.critical.iter().any(|error| error.id == "went_on_after_occlusion");
            assert_eq!(went_on, press > 1.0, "{:?}", card.critical);
            assert!(card.critical.iter().any(|error| error.id == "flow_in_vessel"));
            let volume = session.perfusion().occlusions().iter().map(|occlusion| occlusion.volume_ul).sum::<f64>();
            assert!((volume - session.ledger().intravascular_ul).abs() < 1e-9);
            let end = session.events().iter().find_map(|event| match event.kind {
                EventKind::Occluded { hazard: which, outcome, .. } if which == hazard => Some(outcome),
                _ => None,
            });
            (volume, end.unwrap_or_else(|| panic!("no outcome: {names:?}")))
        })
        .collect();
    assert!(ends[0].0 < ends[1].0 && ends[0].1 < ends[1].1, "{ends:?}");
}
