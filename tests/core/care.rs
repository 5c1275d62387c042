//! After a sign of a blocked artery: what can be done, what it is worth, and that it is in the recording.

use std::sync::Arc;

use fanline::drill::attempt;
use fanline::instrument::HubPose;
use fanline::geom::Vec3;
use fanline::scoring::{Scorecard, score};
use fanline::session::recording::{Recording, replay};
use fanline::session::{CareAct, Command, Controls, Drug, EventKind, Refusal, Session};
use fanline::trainee::{Operator, play};

use crate::drill::{library, skill};

const DRILL: &str = "stop-temple";

fn value(card: &Scorecard) -> Option<f64> {
    card.metrics.iter().find(|metric| metric.name == "occlusion_response").and_then(|metric| metric.value)
}

fn refusal(session: &mut Session, act: CareAct) -> Option<Refusal> {
    let away = HubPose { position: Vec3::new(0.0, 0.0, 500.0), direction: Vec3::NEG_Z };
    session.step(&Controls::new(away, 0.0, Some(Command::Care(act)))).iter().find_map(|event| match event.kind {
        EventKind::Refused(refusal) => Some(refusal),
        _ => None,
    })
}

#[test]
fn an_expert_counts_the_refill_gives_no_enzyme_in_vain_and_it_is_all_in_the_recording() {
    let drill = library().drill(DRILL).expect("the drill");
    let setup = library().setup(drill, 1).expect("a setup");
    let header = attempt::header(drill, &library().hash(drill), 1, "expert");
    let played = play(Arc::clone(&setup), Operator::new(skill(1.0), None, 1), &header).expect("memory");
    let names: Vec<&str> = played.session.events().iter().map(|event| event.kind.name()).collect();
    let at = |name: &str| names.iter().position(|known| *known == name).unwrap_or_else(|| panic!("no {name} in {names:?}"));
    assert!(at("blanching") < at("refill_seen") && at("refill_seen") < at("finished") && !names.contains(&"hyaluronidase_given"));
    let seen = played.session.events().iter().find_map(|event| match event.kind {
        EventKind::RefillSeen { seconds, .. } => Some(seconds),
        _ => None,
    });
    assert!(seen.is_some_and(|seconds| seconds > setup.mechanics.perfusion.refill_s), "slower than healthy skin: {seen:?}");
    let card = score(&played.session, library().rubric(&drill.rubric).expect("a rubric"));
    assert!(card.passed && value(&card).is_some_and(|value| value > 0.9), "{:?}", value(&card));
    let again = replay(&Recording::read_sealed(&played.recording).expect("a recording"), setup);
    assert_eq!((again.first_differing_tick, again.session.digest()), (None, played.session.digest()));
}

#[test]
fn what_is_left_out_or_done_in_vain_costs_points_and_is_named() {
    let drill = library().drill(DRILL).expect("the drill");
    let rubric = library().rubric(&drill.rubric).expect("a rubric");
    let setup = library().setup(drill, 1).expect("a setup");
    // The same hand until the cannula is out; then each does something else.
    let ended = |acts: &[CareAct]| {
        let (mut session, mut operator) = (Session::new(Arc::clone(&setup)), Operator::new(skill(1.0), None, 1));
        while operator.doing() != "care" {
            session.step(&operator.act(&session));
            assert!(!session.finished(), "nothing was met");
        }
        for act in acts {
            assert_eq!(refusal(&mut session, *act), None);
        }
        let away = HubPose { position: Vec3::new(0.0, 0.0, 500.0), direction: Vec3::NEG_Z };
        session.step(&Controls::new(away, 0.0, Some(Command::Finish)));
        assert!(session.finished());
        score(&session, rubric)
    };
    let (enzyme, other) = (CareAct::Give(Drug::Hyaluronidase), CareAct::Give(Drug::Thiosulfate));
    let (right, nothing, vain, doubted) = (ended(&[CareAct::PressSkin]), ended(&[]), ended(&[CareAct::PressSkin, enzyme]), ended(&[CareAct::PressSkin, other]));
    let named = |card: &Scorecard, id: &str| card.findings.iter().any(|finding| finding.id == id);
    assert!(!named(&right, "refill-not-counted") && named(&nothing, "refill-not-counted") && named(&vain, "enzyme-in-vain"));
    assert!(right.total > nothing.total && right.total > vain.total, "{} {} {}", right.total, nothing.total, vain.total);
    assert_eq!(value(&doubted), value(&right), "what the literature disagrees on counts neither way");
    assert!((value(&right).expect("a value") - value(&nothing).expect("a value") - 0.2).abs() < 1e-9);
}

#[test]
fn without_a_sign_there_is_nothing_to_care_for_and_nothing_to_judge() {
    let drill = library().drill(DRILL).expect("the drill");
    let mut session = Session::new(library().setup(drill, 1).expect("a setup"));
    for act in [CareAct::PressSkin, CareAct::Give(Drug::Hyaluronidase), CareAct::Give(Drug::Thiosulfate)] {
        assert_eq!(refusal(&mut session, act), Some(Refusal::NothingToCareFor));
    }
    session.step(&Controls::new(HubPose { position: Vec3::new(0.0, 0.0, 500.0), direction: Vec3::NEG_Z }, 0.0, Some(Command::Finish)));
    assert_eq!(value(&score(&session, library().rubric("stop").expect("a rubric"))), None);
}

#[test]
fn who_goes_on_has_no_credit_for_stopping() {
    let drill = library().drill(DRILL).expect("the drill");
    let mut deaf = skill(1.0);
    deaf.heed = 0.0;
    let header = attempt::header(drill, &library().hash(drill), 1, "deaf");
    let played = play(library().setup(drill, 1).expect("a setup"), Operator::new(deaf, None, 1), &header).expect("memory");
    let card = score(&played.session, library().rubric("stop").expect("a rubric"));
    assert!(value(&card).is_some_and(|value| value <= 0.6), "{:?}", value(&card));
    assert!(card.findings.iter().any(|finding| finding.id == "stopped-late"), "{:?}", card.findings.iter().map(|f| &f.id).collect::<Vec<_>>());
}
