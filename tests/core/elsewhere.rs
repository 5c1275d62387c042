//! A drill on another patient: who takes its zone, and that it can be played there.

use fanline::drill::attempt;
use fanline::scoring::score;
use fanline::session::recording::Recording;
use fanline::trainee::{Operator, play};

use crate::drill::{library, skill};

#[test]
fn what_else_is_changed_of_a_drill_goes_along() {
    let library = library();
    let here = library.any_drill("radiesse-jawline@mei+radiesse 1:2!free").expect("a variant");
    let there = library.elsewhere(&here).expect("somebody else");
    assert!(there.id.ends_with("+radiesse 1:2!free") && there.patient != "mei", "{}", there.id);
    assert_eq!((there.planned_ml, there.limit_s, &there.product), (here.planned_ml, here.limit_s, &here.product));
}

#[test]
fn an_expert_passes_on_another_patient_and_the_recording_verifies_there_alone() {
    let library = library();
    let there = library.any_drill("harmonyca-cheek@mei").expect("the drill on an installed patient");
    let (hash, setup) = (library.hash(&there), library.setup(&there, 5).expect("it can be laid"));
    let header = attempt::header(&there, &hash, 5, "expert");
    let played = play(setup, Operator::new(skill(1.0), None, 5), &header).expect("memory");
    let recording = Recording::read_sealed(&played.recording).expect("a sealed recording");
    let verifies = |name: &str| {
        let drill = library.any_drill(name).expect("a drill");
        attempt::verify(&recording, &library.hash(&drill), library.setup(&drill, 5).expect("a setup")).ok
    };
    assert!(verifies(&recording.header.drill) && !verifies("harmonyca-cheek") && !verifies("harmonyca-cheek@rosa"));
    let card = score(&played.session, library.rubric(&there.rubric).expect("a rubric"));
    assert!(card.critical.is_empty() && card.total > 60.0, "{} {:?}", card.total, card.critical);
}

#[test]
fn every_drill_can_be_played_on_some_other_patient_and_comes_round() {
    let library = library();
    for drill in crate::drill::sampled() {
        let mut there = drill.clone();
        let mut seen = Vec::new();
        for _ in 0..library.patients().len() {
            there = library.elsewhere(&there).unwrap_or_else(|| panic!("{}: nobody else", drill.id));
            if there.id == drill.id {
                break;
            }
            assert!(!seen.contains(&there.patient), "{}: {} again", drill.id, there.patient);
            let (here, other) = (library.setup(drill, 1).expect("a setup"), library.setup(&there, 1).expect("a setup"));
            let ratio = other.zone.area_mm2 / here.zone.area_mm2;
            assert!((0.4..2.0).contains(&ratio), "{}: {ratio:.2} times the zone", there.id);
            seen.push(there.patient.clone());
        }
        assert_eq!(there.id, drill.id, "it comes round to its own patient");
        assert!(seen.len() >= 3, "{}: {seen:?}", drill.id);
        println!("{}: {}", drill.id, seen.join(", "));
    }
}
