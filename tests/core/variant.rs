//! Drills on other patients and with other preparations: a name says it all, the planned mass stays, recordings verify.

use super::drill::{library, skill};
use fanline::drill::{Variant, attempt};
use fanline::instrument::TipShape;
use fanline::product::Preparation;
use fanline::session::Phase;
use fanline::session::recording::Recording;
use fanline::trainee::{Operator, play};

fn refusal(name: &str) -> String {
    library().any_drill(name).expect_err("a variant that cannot be").to_string()
}

#[test]
fn a_name_reads_as_it_is_written() {
    for (name, patient, product, free) in [
        ("radiesse-jawline", None, None, false),
        ("radiesse-jawline@mei", Some("mei"), None, false),
        ("radiesse-jawline+radiesse 1:2", None, Some("radiesse 1:2"), false),
        ("radiesse-jawline@mei+harmonyca!free", Some("mei"), Some("harmonyca"), true),
        ("radiesse-jawline!free", None, None, true),
    ] {
        let read = Variant::parse(name);
        assert_eq!((read.patient.as_deref(), read.product.as_deref(), read.free), (patient, product, free), "{name}");
        assert_eq!(read.drill, "radiesse-jawline");
        assert_eq!(read.to_string(), name);
        assert_eq!(read.is_plain(), name == "radiesse-jawline");
    }
}

#[test]
fn another_patient_changes_the_patient_alone() {
    let base = library().drill("radiesse-jawline").expect("a drill");
    let other = library().any_drill("radiesse-jawline@mei").expect("a variant");
    assert_eq!((other.patient.as_str(), other.planned_ml, &other.phases), ("mei", base.planned_ml, &base.phases));
    let (here, there) = (library().setup(base, 1).expect("a setup"), library().setup(&other, 1).expect("a setup"));
    assert_ne!(here.zone.area_mm2, there.zone.area_mm2, "the zone is laid on the other's skin");
    assert_ne!(library().hash(base), library().hash(&other));
}

#[test]
fn another_preparation_keeps_the_planned_mass() {
    let diluted = |product: &str| Preparation::parse(product).expect("a preparation").ratio >= 1.0;
    for base in crate::drill::sampled().into_iter().filter(|base| base.tube.tip == TipShape::Blunt) {
        let mass = |ml: f64, product: &str| ml * library().catalogue().mixture(product).expect("a mixture").caha_mg_per_ml;
        for product in ["radiesse", "radiesse 1:1", "radiesse 1:3", "harmonyca"] {
            let other = library().any_drill(&format!("{}+{product}", base.id)).expect("a variant");
            let (was, is) = (mass(base.planned_ml, &base.product), mass(other.planned_ml, product));
            assert!((was - is).abs() < 1e-9 * was, "{}: {was} and {is} mg", other.id);
            assert!(other.drawn_ml >= other.planned_ml && other.maximum_ml >= other.planned_ml);
            let rubric = match (diluted(&base.product), diluted(product)) {
                (was, is) if was == is => base.rubric.as_str(),
                (_, true) => "dilute",
                (_, false) => "default",
            };
            assert_eq!(other.rubric, rubric, "{}", other.id);
            assert_eq!(other.consultation.as_ref().map(|who| who.product.clone()), base.consultation.as_ref().map(|_| product.split(' ').next().expect("a name").to_owned()));
            assert!(product.contains(':') || !other.phases.contains(&Phase::Prepare), "nothing is mixed: {}", other.id);
            let setup = library().setup(&other, 1).expect("a setup");
            assert!((setup.target_mg_cm2 - library().setup(base, 1).expect("a setup").target_mg_cm2).abs() < 1e-9);
        }
    }
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    assert!(refusal("radiesse-jawline@nobody").contains("nobody"));
    assert!(refusal("no-such@mei").contains("no-such"));
    assert!(refusal("radiesse-jawline+harmonyca 1:2").to_lowercase().contains("harmonyca"));
    assert!(refusal("radiesse-jawline+plla").contains("plla"));
    assert!(refusal("radiesse-jawline+radiesse 1:400").contains("400"));
    // Thick product jams a fine needle: a variant is checked as a file is.
    assert!(refusal("needle-threads+radiesse 1:1").contains("28G") && library().any_drill("needle-threads+radiesse 1:3").is_ok());
}

#[test]
fn a_recording_of_a_variant_verifies_and_one_of_another_does_not() {
    let drill = library().any_drill("radiesse-jawline@mei+radiesse 1:2").expect("a variant");
    let (setup, hash) = (library().setup(&drill, 3).expect("a setup"), library().hash(&drill));
    let operator = Operator::new(skill(1.0), None, 3);
    let header = attempt::header(&drill, &hash, 3, "expert");
    let played = play(setup, operator, &header).expect("played");
    let mut recording = Recording::read_sealed(&played.recording).expect("a recording");
    let verdict = |recording: &Recording| {
        let drill = library().any_drill(&recording.header.drill).expect("a variant");
        attempt::verify(recording, &library().hash(&drill), library().setup(&drill, recording.header.seed).expect("a setup"))
    };
    assert!(verdict(&recording).ok, "{:?}", verdict(&recording).reason);
    recording.header.drill = "radiesse-jawline@mei+radiesse 1:1".to_owned();
    assert!(!verdict(&recording).ok, "the name is part of what is hashed");
}
