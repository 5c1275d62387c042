//! Drafts of drills: steps that can be taken back, a zone drawn on the skin, and files that read back as what was drawn.

use fanline::anatomy::{Anatomy, Landmark};
use fanline::drill::{Draft, Drill, Library, RawDrill};
use fanline::geom::Vec3;
use fanline::source::Content;
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

use crate::drill::{content, library};

fn anna() -> Arc<Anatomy> {
    static ANNA: OnceLock<Arc<Anatomy>> = OnceLock::new();
    Arc::clone(ANNA.get_or_init(|| library().anatomy("anna").expect("a patient")))
}

/// A point of the skin of the left cheek, so many mm backwards and up from its middle.
fn cheek(back_mm: f64, up_mm: f64) -> Vec3 {
    let anna = anna();
    let at = |landmark| anna.landmarks().get(landmark);
    let middle = at(Landmark::TragusLeft).lerp(at(Landmark::CheilionLeft), 0.5);
    let on = anna.chart().surface.closest(middle + Vec3::X * 12.0);
    anna.chart().walk(on, up_mm, back_mm).point
}

/// A draft with a zone through points of the cheek and an entry point, named and told.
fn drawn(points: &[(f64, f64)]) -> Draft {
    let mut draft = Draft::blank("anna");
    for (back, up) in points {
        draft.add_corner(cheek(*back, *up), &anna());
    }
    assert!(draft.set_entry(None, cheek(0.0, -22.0), &anna()));
    draft.change("id", |raw| raw.id = "my-cheek".to_owned());
    draft.change("title", |raw| raw.title = "My \"cheek\"\\ — señora".to_owned());
    draft.change("site", |raw| raw.site = "left cheek".to_owned());
    draft.change("brief", |raw| raw.brief = "Lay a fan.\nThen look.".to_owned());
    draft
}

const SQUARE: [(f64, f64); 4] = [(-14.0, -14.0), (14.0, -14.0), (14.0, 14.0), (-14.0, 14.0)];

fn problems(draft: &Draft) -> Vec<(String, String)> {
    let problems = Draft::problems(draft.raw(), library(), None);
    problems.into_iter().map(|problem| (problem.field, problem.allowed)).collect()
}

/// The draft's file in a folder of own drills, read by the library.
fn saved(draft: &Draft) -> (RawDrill, Drill) {
    let at = tempfile::tempdir().expect("a folder");
    let content = Content { own: Some(at.path().to_owned()), ..content() };
    let path = draft.raw().save(&at.path().join(Drill::OWN_FOLDER)).expect("it can be saved");
    let text = std::fs::read_to_string(&path).expect("it is there");
    let library: Library = library().reread(&content).expect("it can be read").0;
    assert!(library.broken_drills().is_empty(), "{:?}", library.broken_drills());
    let drill = library.drill(&draft.raw().id).expect("it is a drill").clone();
    library.setup(&drill, 1).expect("it can be set up");
    (RawDrill::read("my.ron", &text, &library.known()).expect("it validates"), drill)
}

#[test]
fn a_draft_without_problems_writes_a_file_that_reads_back_equal() {
    let draft = drawn(&SQUARE);
    assert_eq!(problems(&draft), []);
    let (read, drill) = saved(&draft);
    assert_eq!(&read, draft.raw());
    let zone = library().lay(&drill).expect("a zone");
    assert!((zone.area_mm2 - 784.0).abs() < 80.0, "28 mm by 28 mm over a round cheek: {:.0} mm²", zone.area_mm2);
}

#[test]
fn every_installed_drill_is_a_draft_without_problems_but_its_name() {
    for drill in library().drills() {
        let file = format!("levels/drills/{}.ron", drill.id);
        let raw = RawDrill::read(&file, &content().read_text(&file).expect("a drill"), &library().known()).expect("it is right");
        let mut draft = Draft::of(raw);
        let told = problems(&draft);
        assert!(told.len() == 1 && told[0].0 == "id", "{}: {told:?}", drill.id);
        draft.change("id", |raw| raw.id = format!("my-{}", raw.id));
        assert_eq!(problems(&draft), [], "{}", drill.id);
        assert_eq!(RawDrill::read("my.ron", &draft.raw().to_ron(), &library().known()).expect("it is right"), *draft.raw());
    }
}

#[test]
fn corners_are_set_moved_and_taken_away_and_each_step_can_be_taken_back() {
    let (mut draft, anna) = (Draft::blank("anna"), anna());
    let count = |draft: &Draft| draft.corners(&anna).len();
    assert_eq!(draft.steps(), (false, false));
    for (back, up) in SQUARE {
        draft.add_corner(cheek(back, up), &anna);
    }
    assert_eq!(count(&draft), 4);
    for (on, (back, up)) in draft.corners(&anna).iter().zip(SQUARE) {
        assert!(on.point.distance(cheek(back, up)) < 0.2, "a corner stays where it was set");
    }
    assert_eq!(draft.add_corner(cheek(0.0, -14.0), &anna), 1, "on a side it stands between that side's ends");
    let before = draft.raw().clone();
    for step in 0..5 {
        draft.move_corner(1, cheek(0.0, -14.0 - f64::from(step)), &anna);
    }
    draft.settle();
    assert!(draft.corners(&anna)[1].point.distance(cheek(0.0, -18.0)) < 0.2);
    assert!(draft.undo() && *draft.raw() == before, "a drag is one step");
    assert!(draft.redo() && *draft.raw() != before);
    draft.remove_corner(1, &anna);
    assert_eq!(count(&draft), 4);
    draft.clear_zone();
    assert_eq!(count(&draft), 0);
    let mut back = 0;
    while draft.undo() {
        back += 1;
    }
    assert_eq!((back, draft.raw()), (8, Draft::blank("anna").raw()));
    assert_eq!(draft.steps(), (false, true));
}

#[test]
fn a_zone_that_crosses_itself_or_is_too_small_or_too_few_is_refused_in_words() {
    let says = |points: &[(f64, f64)], wanted: &str| {
        let told = problems(&drawn(points));
        assert!(told.iter().any(|(field, allowed)| field.starts_with("polygon") && allowed.contains(wanted)), "{points:?}: {told:?}");
    };
    says(&[(-14.0, -14.0), (14.0, 14.0), (14.0, -14.0), (-14.0, 14.0)], "do not cross");
    says(&[(0.0, 0.0), (3.0, 0.0), (0.0, 3.0)], "mm²");
    says(&[(0.0, 0.0), (13.0, 0.0)], "3 to 64 points");
    assert!(problems(&drawn(&[])).iter().any(|(field, _)| field == "zone"));
}

#[test]
fn a_name_is_free_or_the_files_own() {
    let mut draft = drawn(&SQUARE);
    draft.change("id", |raw| raw.id = "first-fan".to_owned());
    assert_eq!(problems(&draft), [("id".to_owned(), "a name that no installed drill has".to_owned())]);
    assert_eq!(Draft::name_for("  Mejilla de Begoña, 1:2 — ¡otra vez! "), "mejilla-de-bego-a-1-2-otra-vez".replace("bego-a", "begona"));
    assert_eq!(Draft::name_for("—"), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is chosen: no problem means a file that the library loads equal, and a problem means that it does not.
    #[test]
    fn what_is_told_is_what_the_library_does(
        points in proptest::collection::vec((-20.0..20.0_f64, -20.0..20.0_f64), 3..7),
        numbers in (0.05..3.0_f64, 0.05..3.0_f64, 0.05..3.0_f64, 10.0..90.0_f64, 0.4..1.6_f64, -1.0..3.0_f64, 0.0..4.0_f64),
        gauge in 0..7_usize,
        needle in proptest::bool::weighted(0.2),
        words in "[ a-zA-Z\"\\\\\n→µ]{0,40}",
        seeds in proptest::option::of(proptest::collection::vec(0..1u64 << 53, 1..4)),
    ) {
        let mut draft = drawn(&points);
        let (drawn_ml, planned_ml, maximum_ml, length_mm, port_mm, from_mm, to_mm) = numbers;
        draft.change("all", |raw| {
            (raw.drawn_ml, raw.planned_ml, raw.maximum_ml) = (drawn_ml, planned_ml, maximum_ml);
            raw.cannula.length_mm = length_mm;
            raw.cannula.port_mm = if needle { 0.0 } else { port_mm };
            raw.cannula.tip = needle.then(|| "needle".to_owned());
            raw.cannula.gauge = ["22G", "23G", "25G", "27G", "28G", "29G", "30G"][gauge].to_owned();
            (raw.plane.from_mm, raw.plane.to_mm) = (from_mm, to_mm);
            raw.brief = words;
            raw.seeds = seeds;
        });
        let told = Draft::problems(draft.raw(), library(), None);
        if told.is_empty() {
            prop_assert_eq!(&saved(&draft).0, draft.raw());
        } else {
            let laid = draft.raw().drill(&library().known()).map(|drill| library().setup(&drill, 1).is_ok());
            prop_assert!(!matches!(laid, Ok(true)), "{:?}", told);
        }
    }
}
