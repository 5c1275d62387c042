//! The preparation phase: played at the bench, refused where it makes no sense, conserved, and felt at the port.

use std::sync::Arc;

use fanline::geom::Vec3;
use fanline::instrument::HubPose;
use fanline::product::{Diluent, Orientation};
use fanline::session::{BenchAct, Command, Controls, EventKind, Phase, Refusal, Session, Setup};

use crate::drill::setup;

const DRILL: &str = "radiesse-neck";

/// Hands that do one thing at the bench, the hub held well away.
fn act(setup: &Setup, act: Option<BenchAct>) -> Controls {
    let at = setup.proposed_entries[0] + Vec3::Z * 150.0;
    Controls::new(HubPose { position: at, direction: Vec3::NEG_Z }, 0.0, act.map(Command::Bench))
}

fn draw(setup: &Setup, product: &str, ratio_percent: u16) -> BenchAct {
    let at = setup.shelf.products().iter().position(|known| known.id == product).unwrap();
    BenchAct::Draw { product: at as u8, diluent: Diluent::Saline, ratio_percent }
}

fn stroke(session: &mut Session) {
    let setup = Arc::clone(session.setup());
    session.step(&act(&setup, Some(BenchAct::stroke(1.0))));
    for _ in 0..240 {
        if !session.stroking() {
            return;
        }
        session.step(&act(&setup, None));
    }
    panic!("a stroke of a second is not over after two");
}

fn refused(session: &mut Session, what: BenchAct) -> Option<Refusal> {
    let setup = Arc::clone(session.setup());
    let events = session.step(&act(&setup, Some(what))).to_vec();
    events.iter().find_map(|event| if let EventKind::Refused(why) = event.kind { Some(why) } else { None })
}

/// A session with its syringe filled after so many strokes.
fn prepared(strokes: u32) -> Session {
    let setup = setup(DRILL, 1);
    let mut session = Session::new(Arc::clone(&setup));
    session.step(&act(&setup, Some(draw(&setup, "radiesse", 400))));
    (0..strokes).for_each(|_| stroke(&mut session));
    assert_eq!(refused(&mut session, BenchAct::Fill), None);
    session
}

#[test]
fn a_preparation_is_played_step_by_step() {
    let session = prepared(20);
    assert_eq!(session.phases_done(), [Phase::Prepare]);
    let strokes = session.events().iter().filter(|event| matches!(event.kind, EventKind::Stroked { .. })).count();
    assert_eq!(strokes, 20);
    let filled = session.events().iter().find_map(|event| match event.kind {
        EventKind::Filled { volume_ul, caha_mg_per_ml, homogeneity, .. } => Some((volume_ul, caha_mg_per_ml, homogeneity)),
        _ => None,
    });
    let (volume, caha, homogeneity) = filled.unwrap();
    assert!((volume - 1500.0).abs() < 1e-9 && (caha - 186.0).abs() < 0.5 && homogeneity > 0.98, "{volume} {caha} {homogeneity}");
    let ledger = session.ledger();
    assert!((ledger.drawn_ul - 1500.0).abs() < 1e-9 && (ledger.left_ul + ledger.dead_ul - 1500.0).abs() < 1e-9);
    assert_eq!(session.mixture().preparation.strokes, 20);
}

#[test]
fn what_makes_no_sense_at_the_bench_is_refused() {
    let setup = setup(DRILL, 1);
    let mut session = Session::new(Arc::clone(&setup));
    assert_eq!(refused(&mut session, BenchAct::Fill), Some(Refusal::NothingPrepared));
    assert_eq!(refused(&mut session, BenchAct::stroke(1.0)), Some(Refusal::NothingPrepared));
    assert_eq!(refused(&mut session, draw(&setup, "plla", 0)), Some(Refusal::CannotBePrepared));
    assert_eq!(refused(&mut session, draw(&setup, "radiesse", 900)), Some(Refusal::CannotBePrepared));
    assert_eq!(refused(&mut session, draw(&setup, "radiesse", 400)), None);
    assert_eq!(refused(&mut session, BenchAct::Fill), Some(Refusal::NotMixed));
    assert_eq!(refused(&mut session, BenchAct::stroke(1.0)), None);
    assert_eq!(refused(&mut session, BenchAct::stroke(1.0)), Some(Refusal::StrokeUnderWay));
    let mut session = prepared(4);
    assert_eq!(refused(&mut session, draw(&setup, "radiesse", 400)), Some(Refusal::AlreadyPrepared));
    let given = crate::drill::setup("radiesse-jawline", 1);
    let mut session = Session::new(Arc::clone(&given));
    assert_eq!(refused(&mut session, draw(&given, "radiesse", 400)), Some(Refusal::PhaseNotPlayed));
    assert!(session.prepared());
}

#[test]
fn a_syringe_that_stood_leaves_thin_product_until_it_is_stirred() {
    let front = |session: &Session| session.syringe().barrel().cells.first().map_or(0.0, |cell| cell.aloft_mg_per_ml);
    let mut session = prepared(20);
    let fresh = front(&session);
    let stand = BenchAct::Stand { seconds: 240, orientation: Orientation::Lying };
    assert_eq!(refused(&mut session, stand), None);
    let stood = front(&session);
    assert!(stood < 0.8 * fresh, "{fresh} then {stood} mg/mL");
    let held = session.ledger().left_ul;
    for _ in 0..4 {
        stroke(&mut session);
        assert!((session.ledger().left_ul - held).abs() < 1e-9, "stirring loses nothing");
    }
    let stirred = front(&session);
    assert!((stirred / fresh - 1.0).abs() < 0.05, "{stirred} of {fresh} mg/mL");
}

#[test]
fn few_strokes_are_felt_along_the_syringe() {
    assert!(prepared(1).syringe().evenness() < prepared(20).syringe().evenness() - 0.02);
}

#[test]
fn harmonyca_that_is_diluted_at_the_bench_is_known_as_such() {
    let setup = setup(DRILL, 1);
    let mut session = Session::new(Arc::clone(&setup));
    session.step(&act(&setup, Some(draw(&setup, "harmonyca", 100))));
    (0..6).for_each(|_| stroke(&mut session));
    assert_eq!(refused(&mut session, BenchAct::Fill), None);
    assert!(session.mixture().dilution_forbidden && !setup.mixture.dilution_forbidden);
}

#[test]
fn the_bench_is_shown_as_it_is() {
    let setup = setup(DRILL, 1);
    let mut session = Session::new(Arc::clone(&setup));
    assert!(session.bench_view().is_none());
    session.step(&act(&setup, Some(draw(&setup, "radiesse", 400))));
    let view = session.bench_view().unwrap();
    assert_eq!(view.homogeneity, 0.0);
    assert!(view.barrels[0].cells.iter().all(|cell| (cell.caha_mg_per_ml - 930.0).abs() < 1e-6));
    assert!(view.barrels[1].cells.iter().all(|cell| cell.caha_mg_per_ml == 0.0));
    session.step(&act(&setup, Some(BenchAct::stroke(2.0))));
    for _ in 0..120 {
        session.step(&act(&setup, None));
    }
    let half = session.bench_view().unwrap();
    assert!(half.stroking && half.barrels.iter().all(|barrel| !barrel.cells.is_empty()), "half way across");
}
