//! Drill files: the fields of zone, patient, instruments and entry points, writing them back, and files from strangers.

use std::sync::Arc;

use fanline::anatomy::{Anchor, FacialRanges, Part, Phenotype, PhenotypeRanges, Sex, SkinPolygon, Zone, ZoneError, ZoneSpec};
use fanline::drill::{Drill, Library, RawCannula, RawDrill, SaveError, attempt};
use fanline::geom::Vec3;
use fanline::instrument::{Gauge, HubPose, TipShape};
use fanline::session::recording::Recording;
use fanline::session::{BenchAct, Command, Controls, EventKind, Refusal, Session};
use fanline::source::{Content, Problems};
use fanline::trainee::{Operator, play};
use proptest::prelude::*;

use crate::drill::{content, library, skill};

fn text_of(id: &str) -> String {
    content().read_text(&format!("levels/drills/{id}.ron")).expect("the drill")
}

fn raw_of(id: &str) -> RawDrill {
    RawDrill::read("a.ron", &text_of(id), &library().known()).expect("an installed drill")
}

/// Problems of a text as (field, line).
fn told(text: &str) -> Vec<(String, usize)> {
    let Problems(problems) = Drill::parse("my.ron", text, &library().known()).expect_err("mistakes");
    problems.iter().map(|problem| (problem.field.clone(), problem.line)).collect()
}

/// Line of the first occurrence.
fn line(text: &str, what: &str) -> usize {
    1 + text[..text.find(what).unwrap_or_else(|| panic!("no {what}"))].matches('\n').count()
}

#[test]
fn every_installed_drill_is_written_as_a_text_that_reads_equal() {
    for drill in library().drills() {
        let raw = raw_of(&drill.id);
        let text = raw.to_ron();
        let again = RawDrill::read("again.ron", &text, &library().known()).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        assert_eq!(again, raw, "{text}");
        let written = raw.drill(&library().known()).expect("a drill");
        assert_eq!(format!("{written:?}"), format!("{drill:?}"));
    }
}

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..most).prop_map(|chars| format!("x{}", chars.into_iter().collect::<String>()))
}

fn pair(from: f64, to: f64) -> impl Strategy<Value = (f64, f64)> {
    (from..=to, from..=to).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

fn anchor() -> impl Strategy<Value = Anchor> {
    let names = prop::sample::select(&["tragus_left", "gonion_left", "cheilion_right", "thyroid"][..]);
    let at = prop::collection::vec((names.prop_map(str::to_owned), 0.1..10.0), 1..5);
    (at, -80.0..80.0, -80.0..80.0).prop_map(|(at, up_mm, back_mm)| Anchor { at, up_mm, back_mm })
}

fn ranges() -> impl Strategy<Value = PhenotypeRanges> {
    let sex = prop::sample::select(vec![vec![Sex::Female], vec![Sex::Male], vec![Sex::Male, Sex::Female]]);
    let skin = (1..=6u8, 1..=6u8).prop_map(|(a, b)| (a.min(b), a.max(b)));
    let facial = (pair(0.0, 1.0), pair(0.0, 1.0), pair(0.1, 1.0));
    let shape = prop::collection::btree_map(prop::sample::select(&["jaw_width", "head_size", "cheek_volume"][..]).prop_map(str::to_owned), pair(-1.0, 1.0), 0..3);
    let share = || pair(0.0, 1.0);
    (sex, pair(18.0, 90.0), pair(15.0, 42.0), share(), skin, share(), share(), facial, shape).prop_map(
        |(sex, age_years, bmi, skin_laxity, skin_type, asymmetry, individuality, (african, asian, european), shape)| PhenotypeRanges {
            sex, age_years, bmi, skin_laxity, skin_type, asymmetry, individuality, facial_type: FacialRanges { african, asian, european }, shape,
        },
    )
}

/// Corners about a circle, which never cross.
fn polygon() -> impl Strategy<Value = SkinPolygon> {
    (3..12usize, 6.0..60.0, -20.0..20.0).prop_map(|(count, radius, z)| {
        let at = |i: usize| std::f64::consts::TAU * i as f64 / count as f64;
        let points = (0..count).map(|i| (radius * at(i).cos(), radius * at(i).sin(), z)).collect();
        SkinPolygon { about: "tragus_left".to_owned(), points }
    })
}

#[derive(Clone, Debug)]
enum Place {
    Anchors(Vec<Anchor>),
    Region(String),
    Polygon(SkinPolygon),
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        prop::collection::vec(anchor(), 3..20).prop_map(Place::Anchors),
        prop::sample::select(&["preauricular_left", "submental", "temple_right"][..]).prop_map(|name| Place::Region(name.to_owned())),
        polygon().prop_map(Place::Polygon),
    ]
}

fn drills() -> impl Strategy<Value = RawDrill> {
    let others = prop::option::of(prop::sample::subsequence(vec!["22G", "23G", "27G"], 1..=3));
    let texts = (words(40), words(40), words(200), prop::option::of(words(300)));
    let who = prop_oneof![Just(None), ranges().prop_map(Some)];
    let numbers = (pair(0.1, 1.5), 1.0..1.4, 30.0..3600.0, prop::option::of(1.0..=30.0), pair(-1.0, 9.0), 20.0..=80.0);
    let lists = (prop::option::of(prop::sample::subsequence(vec!["steps", "hint", "map"], 0..=3)), prop::option::of(prop::collection::vec(0..1u64 << 53, 1..20)));
    (texts, who, place(), prop::collection::vec(anchor(), 1..16), others, numbers, lists).prop_map(
        |((title, site, brief, teaching), phenotype, place, entries, others, ((planned_ml, drawn_ml), more, limit_s, entry_reach_mm, (from_mm, to_mm), length_mm), (assists, seeds))| {
            let mut raw = raw_of("harmonyca-cheek");
            (raw.title, raw.site, raw.brief, raw.teaching) = (title, site, brief, teaching);
            raw.patient = phenotype.is_none().then(|| "anna".to_owned());
            raw.phenotype = phenotype;
            (raw.zone, raw.region, raw.polygon) = (None, None, None);
            match place {
                Place::Anchors(anchors) => raw.zone = Some(anchors),
                Place::Region(name) => raw.region = Some(name),
                Place::Polygon(polygon) => raw.polygon = Some(polygon),
            }
            (raw.entries, raw.entry_reach_mm) = (entries, entry_reach_mm);
            (raw.planned_ml, raw.drawn_ml, raw.maximum_ml) = (planned_ml, drawn_ml, planned_ml * more);
            (raw.plane.from_mm, raw.plane.to_mm) = (from_mm, to_mm + 1.2);
            raw.cannula = RawCannula { gauge: "25G".to_owned(), length_mm, port_mm: 1.0, tip: None };
            let other = |gauge: &str| RawCannula { gauge: gauge.to_owned(), length_mm, port_mm: 0.7, tip: Some("cannula".to_owned()) };
            raw.instruments = others.map(|gauges| gauges.into_iter().map(other).collect());
            raw.assists = assists.map(|names| names.into_iter().map(str::to_owned).collect());
            (raw.limit_s, raw.seeds) = (limit_s, seeds);
            raw
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::long(64, 4000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_valid_drill_is_written_as_a_text_that_reads_equal(raw in drills()) {
        let text = raw.to_ron();
        let again = RawDrill::read("again.ron", &text, &library().known());
        prop_assert!(again.is_ok(), "{}\n{text}", again.expect_err("problems"));
        prop_assert_eq!(&again.expect("read"), &raw);
        prop_assert!(raw.drill(&library().known()).is_ok());
    }

    #[test]
    fn any_bytes_are_refused_with_places_or_a_drill(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Err(Problems(problems)) = Drill::parse("x.ron", &String::from_utf8_lossy(&bytes), &library().known()) {
            prop_assert!(!problems.is_empty() && problems.iter().all(|problem| problem.line >= 1 && problem.column >= 1));
        }
    }

    #[test]
    fn polygons_of_any_numbers_are_refused_or_laid_in_bounds(
        numbers in prop::collection::vec((any::<f64>(), any::<f64>(), -40.0..40.0), 0..80), wide in 1.0..300.0, tame in any::<bool>(),
    ) {
        let wild = |x: f64| if tame { (x.abs() % 1.0) * wide - 0.5 * wide } else { x };
        let points = numbers.iter().map(|&(x, y, z)| (wild(x), wild(y), z)).collect();
        let polygon = SkinPolygon { about: "cheilion_left".to_owned(), points };
        let mut raw = raw_of("harmonyca-cheek");
        (raw.zone, raw.polygon) = (None, Some(polygon));
        match raw.drill(&library().known()) {
            Err(Problems(problems)) => prop_assert!(problems.iter().all(|problem| problem.field.starts_with("polygon")), "{problems:?}"),
            Ok(drill) => if let Ok(zone) = library().lay(&drill) {
                prop_assert!((25.0..=40_000.0).contains(&zone.area_mm2));
            }
        }
    }
}

/// A piece of the patient's left cheek.
const PIECE: &str = "polygon: (about: \"zygion_left\", points: [(0, -17, 4), (-1, -28, 20), (-2, -36, 26), (0, -52, 0), (0, -46, -7)]),";

fn with_piece() -> String {
    let text = text_of("harmonyca-cheek");
    let (from, to) = (text.find("    zone: [").expect("a zone"), text.find("    entries: [").expect("entries"));
    format!("{}    {PIECE}\n{}", &text[..from], &text[to..])
}

#[test]
fn a_polygon_lies_on_the_skin_where_it_was_drawn() {
    let drill = Drill::parse("my.ron", &with_piece(), &library().known()).unwrap_or_else(|problems| panic!("{problems}"));
    let zone = library().lay(&drill).expect("a zone");
    assert!((450.0..650.0).contains(&zone.area_mm2), "{} mm²", zone.area_mm2);
    let anatomy = library().anatomy_for(&drill).expect("anna");
    assert!(zone.outline.iter().all(|point| anatomy.project(*point).depth_mm.abs() < 1e-6));
    // Drawn again from where its corners lie it is the same zone, to the tenth of a millimetre that a file keeps.
    let ZoneSpec::Polygon(polygon) = &drill.zone else { panic!("a polygon") };
    let corners: Vec<Vec3> = polygon.place(&anatomy).expect("on the skin").iter().map(|on| on.point).collect();
    let again = SkinPolygon::drawn(&corners, &anatomy).expect("a polygon");
    let laid = Zone::new(&ZoneSpec::Polygon(again), &anatomy).expect("a zone");
    assert!((laid.area_mm2 - zone.area_mm2).abs() < 5.0, "{} and {} mm²", laid.area_mm2, zone.area_mm2);
    // It goes with the landmarks: on another patient it lies on that patient's skin.
    let there = library().any_drill("radiesse-mid-cheek@mei").expect("a variant");
    library().lay(&there).expect("it lies on another patient too");
}

#[test]
fn a_polygon_that_cannot_be_is_told_at_its_place() {
    let piece = with_piece();
    let change = |from: &str, to: &str| { let text = piece.replacen(from, to, 1); assert_ne!(text, piece); text };
    let at = line(&piece, "polygon: (");
    let crossing = change("(-2, -36, 26), (0, -52, 0)", "(0, -52, 0), (-2, -36, 26)");
    assert_eq!(told(&crossing), [("polygon.points[3]".to_owned(), at)]);
    let few = change(", (-2, -36, 26), (0, -52, 0), (0, -46, -7)", "");
    assert_eq!(told(&few), [("polygon.points".to_owned(), at)]);
    let small = change("[(0, -17, 4), (-1, -28, 20), (-2, -36, 26), (0, -52, 0), (0, -46, -7)]", "[(0, 0, 0), (2, 0, 0), (0, 2, 0)]");
    assert_eq!(told(&small), [("polygon.points".to_owned(), at)]);
    let two = change("zygion_left\", points: [(0, -17, 4)", "zygion_lfet\", points: [(0, 2800, NaN)");
    let fields: Vec<String> = told(&two).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["polygon.about", "polygon.points[0][1]", "polygon.points[0][2]"]);
    let both = piece.replacen("    entries: [", "    region: \"temple_left\",\n    entries: [", 1);
    assert_eq!(told(&both), [("polygon".to_owned(), at)]);
    let region = piece.replacen(PIECE, "region: \"temple_lfet\",", 1);
    assert_eq!(told(&region), [("region".to_owned(), at)]);
    // What only the skin can say is said when it is laid.
    let far = change("(0, -17, 4)", "(60, -17, 4)");
    let drill = Drill::parse("my.ron", &far, &library().known()).expect("as a file it is right");
    let said = library().lay(&drill).expect_err("a corner in the air").to_string();
    assert!(said.contains("corner 1") && said.contains("mm from this patient's skin"), "{said}");
    let anatomy = library().anatomy("anna").expect("anna");
    let ring = SkinPolygon { about: "menton".to_owned(), points: vec![(-40.0, 0.0, -20.0), (40.0, 0.0, -20.0), (-40.0, 60.0, -20.0), (40.0, 61.0, -20.0)] };
    let error = Zone::new(&ZoneSpec::Polygon(ring), &anatomy).expect_err("it crosses itself, or lies in the air");
    assert!(matches!(error, ZoneError::Crossing { .. } | ZoneError::Far { .. } | ZoneError::Empty { .. }), "{error}");
}

#[test]
fn a_region_is_a_zone_and_one_of_the_hand_lies_on_the_hand() {
    let face = with_piece().replacen(PIECE, "region: \"preauricular_left\",", 1);
    let drill = Drill::parse("my.ron", &face, &library().known()).expect("a drill");
    assert_eq!(drill.part, Part::Head);
    assert!(library().lay(&drill).expect("a zone").area_mm2 > 200.0);
    let text = text_of("hand-fan");
    let (from, to) = (text.find("    zone: [").expect("a zone"), text.find("    entries: [").expect("entries"));
    let hand = format!("{}    region: \"hand_dorsum\",\n{}", &text[..from], &text[to..]);
    let drill = Drill::parse("my.ron", &hand, &library().known()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(drill.part, Part::Hand);
    assert!(library().lay(&drill).expect("a zone").area_mm2 > 500.0);
}

#[test]
fn a_point_of_the_skin_is_an_anchor() {
    let anatomy = library().anatomy("anna").expect("anna");
    for drill in ["first-fan", "radiesse-jawline", "radiesse-neck", "stop-temple"] {
        let drill = library().drill(drill).expect("a drill");
        for point in drill.entries.iter().map(|entry| anatomy.chart().place(entry).expect("a place").point) {
            let anchor = Anchor::at_point(point, &anatomy).unwrap_or_else(|| panic!("{}: no anchor", drill.id));
            let off = anatomy.chart().place(&anchor).expect("a place").point.distance(point);
            assert!(off < 0.5 && anchor.at.len() == 1, "{}: {off} mm, {anchor:?}", drill.id);
        }
    }
}

#[test]
fn each_seed_draws_one_patient_and_always_the_same() {
    let drill = library().drill("exam-neck").expect("the drill");
    let ranges = drill.ranges.as_ref().expect("ranges");
    let drawn = |seed: u64| drill.for_attempt(seed).drawn.clone().expect("a patient").1;
    let within = |x: f64, (from, to): (f64, f64)| (from..=to).contains(&x);
    let all: Vec<Phenotype> = (1..=60).map(drawn).collect();
    for (i, who) in all.iter().enumerate() {
        assert!(who.problems().is_empty() && within(who.age_years, ranges.age_years) && within(who.bmi, ranges.bmi));
        assert!((ranges.skin_type.0..=ranges.skin_type.1).contains(&who.skin_type) && within(who.facial_type.european, ranges.facial_type.european));
        assert_eq!(*who, drawn(i as u64 + 1));
        assert!(all[..i].iter().all(|other| other != who));
    }
    assert!(all.iter().any(|who| who.sex == Sex::Male) && all.iter().any(|who| who.sex == Sex::Female));
    assert!((ranges.skin_type.0..=ranges.skin_type.1).all(|kind| all.iter().any(|who| who.skin_type == kind)));
    // The drill's own drawn patient does not change with the seed of another attempt; a variant on somebody draws nobody.
    assert_ne!(drill.for_attempt(1).skin(), drill.for_attempt(2).skin());
    assert!(library().any_drill("exam-neck@amara").expect("a variant").for_attempt(1).drawn.is_none());
}

#[test]
fn an_attempt_on_a_patient_who_was_drawn_is_verified() {
    let drill = library().drill("exam-neck").expect("the drill");
    let hash = library().hash(drill);
    let played = |seed: u64| {
        let setup = library().setup(drill, seed).expect("a setup");
        let short = Arc::new(fanline::session::Setup { limit_ticks: 6000, ..fanline::session::Setup::clone(&setup) });
        let header = attempt::header(drill, &hash, seed, "expert");
        play(short, Operator::new(skill(1.0), None, seed), &header).expect("memory")
    };
    let (one, other) = (played(1), played(2));
    assert_ne!(one.session.digest(), other.session.digest());
    let recording = Recording::read_sealed(&one.recording).expect("a recording");
    // Another library draws and builds the patient anew.
    let fresh = Library::open(&content()).expect("content");
    let setup = fresh.setup(fresh.drill("exam-neck").expect("the drill"), 1).expect("a setup");
    let short = |setup: &fanline::session::Setup| Arc::new(fanline::session::Setup { limit_ticks: 6000, ..setup.clone() });
    let verdict = attempt::verify(&recording, &fresh.hash(fresh.drill("exam-neck").expect("the drill")), short(&setup));
    assert!(verdict.ok, "{verdict:?}");
    let wrong = attempt::verify(&recording, &hash, short(&fresh.setup(drill, 2).expect("a setup")));
    assert!(!wrong.ok, "on another patient it is another session");
}

#[test]
fn ranges_that_cannot_be_are_told_at_their_places() {
    let text = text_of("exam-neck");
    let wrong = text
        .replacen("age_years: (32, 48)", "age_years: (48, 132)", 1)
        .replacen("bmi: (22, 28)", "bmi: (28, 22)", 1)
        .replacen("sex: [female, male]", "sex: []", 1)
        .replacen("individuality: (0.2, 0.4)", "individuality: (0.2, 0.4), shape: {\"jaw_wdith\": (0, 1), \"jaw_drop\": (-2, 1)}", 1);
    let wanted = ["phenotype.sex", "phenotype.age_years[1]", "phenotype.bmi", "phenotype.shape.jaw_wdith", "phenotype.shape.jaw_drop[0]"];
    let fields: Vec<(String, usize)> = told(&wrong);
    assert_eq!(fields.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), wanted, "{fields:?}");
    assert_eq!(fields[3].1, line(&wrong, "jaw_wdith"));
    let both = text.replacen("    phenotype: (", "    patient: \"anna\",\n    phenotype: (", 1);
    assert_eq!(told(&both), [("phenotype".to_owned(), line(&both, "phenotype: ("))]);
}

/// What happens to an act.
fn refusal(session: &mut Session, command: Command) -> Option<Refusal> {
    let away = HubPose { position: Vec3::new(0.0, 0.0, 500.0), direction: Vec3::NEG_Z };
    session.step(&Controls::new(away, 0.0, Some(command))).iter().find_map(|event| match event.kind {
        EventKind::Refused(refusal) => Some(refusal),
        _ => None,
    })
}

#[test]
fn a_person_takes_one_of_the_instruments_and_no_other() {
    let drill = library().drill("harmonyca-jawline").expect("the drill");
    let gauges: Vec<&str> = drill.instruments.iter().map(|tube| tube.gauge.name()).collect();
    assert_eq!(gauges, ["23G", "22G"]);
    let setup = library().setup(drill, 1).expect("a setup");
    let take = |instrument| Command::Bench(BenchAct::Take { instrument });
    let mut session = Session::new(Arc::clone(&setup));
    assert_eq!(refusal(&mut session, take(2)), Some(Refusal::NoSuchInstrument));
    assert_eq!(session.setup().tube.gauge, Gauge::G23);
    assert_eq!(refusal(&mut session, take(1)), None);
    assert_eq!((session.setup().tube.gauge, session.cannula().tube().gauge), (Gauge::G22, Gauge::G22));
    assert!(session.events().iter().any(|event| event.kind.name() == "instrument_taken"));
    assert_eq!(refusal(&mut session, Command::make_entry(setup.proposed_entries[0])), None);
    assert_eq!(session.entries()[0].gauge, Gauge::G22.pilot(), "the hole is made for it");
    assert_eq!(refusal(&mut session, take(0)), Some(Refusal::InstrumentInUse));
    // Where a drill names one alone, there is no other.
    let plain = library().drill("first-fan").expect("a drill");
    let mut session = Session::new(library().setup(plain, 1).expect("a setup"));
    assert_eq!(refusal(&mut session, take(1)), Some(Refusal::NoSuchInstrument));
}

#[test]
fn an_instrument_that_was_taken_is_in_the_recording() {
    let drill = library().drill("harmonyca-jawline").expect("the drill");
    let setup = library().setup(drill, 1).expect("a setup");
    let play = |take: bool| {
        let mut session = Session::new(Arc::clone(&setup));
        let header = attempt::header(drill, &library().hash(drill), 1, "me");
        let mut journal = fanline::session::recording::Journal::start(Vec::new(), &header).expect("memory");
        let mut operator = Operator::new(skill(1.0), None, 1);
        for tick in 0..3000 {
            let mut controls = operator.act(&session);
            if tick == 0 && take {
                controls.command = Some(Command::Bench(BenchAct::Take { instrument: 1 }));
            }
            session.step(&controls);
            journal.push(&controls, &session).expect("memory");
        }
        (session.digest(), journal.seal().expect("memory"))
    };
    let (with, without) = (play(true), play(false));
    assert_ne!(with.0, without.0);
    let recording = Recording::read_sealed(&with.1).expect("a recording");
    let replayed = fanline::session::recording::replay(&recording, Arc::clone(&setup));
    assert_eq!((replayed.first_differing_tick, replayed.session.digest()), (None, with.0));
    assert_eq!(replayed.session.setup().tube.gauge, Gauge::G22);
}

#[test]
fn instruments_and_reach_that_cannot_be_are_told_at_their_places() {
    let text = text_of("harmonyca-jawline").replacen("    plane:", "    entry_reach_mm: 300,\n    plane:", 1);
    let wrong = text.replacen("        (gauge: \"22G\", length_mm: 50, port_mm: 1.0),\n    ],", "        (gauge: \"24G\", length_mm: 5, port_mm: 1.0),\n        (gauge: \"23G\", length_mm: 50, port_mm: 1.0),\n        (gauge: \"30G\", length_mm: 25, port_mm: 0, tip: \"needle\"),\n    ],", 1);
    let at = line(&wrong, "24G");
    let wanted = [("entry_reach_mm", line(&wrong, "entry_reach")), ("instruments[0].gauge", at), ("instruments[0].length_mm", at), ("instruments[1]", at + 1), ("instruments[2].gauge", at + 2)];
    assert_eq!(told(&wrong), wanted.map(|(field, line)| (field.to_owned(), line)));
}

#[test]
fn entry_points_far_from_the_allowed_ones_are_refused() {
    let drill = library().drill("touch-up").expect("the drill");
    let setup = library().setup(drill, 1).expect("a setup");
    let reach = setup.entry_reach_mm.expect("a reach");
    let at = setup.proposed_entries[0];
    let beside = |off: f64| setup.anatomy.project(at + Vec3::new(0.0, off, 0.0)).foot;
    let mut session = Session::new(Arc::clone(&setup));
    assert_eq!(refusal(&mut session, Command::make_entry(beside(3.0 * reach))), Some(Refusal::EntryNotAllowed));
    assert_eq!(refusal(&mut session, Command::make_entry(beside(0.5 * reach))), None);
}

#[test]
fn a_drill_is_saved_whole_and_nowhere_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut raw = raw_of("exam-neck");
    for id in ["", "../up", "a/b", "a\\b", "Big", "c:", "..", &"x".repeat(61)] {
        raw.id = id.to_owned();
        assert!(matches!(raw.save(folder.path()), Err(SaveError::Id { .. })), "{id}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    raw.id = "my-neck".to_owned();
    let own = Content { own: Some(folder.path().to_owned()), ..content() };
    let drills = folder.path().join(Drill::OWN_FOLDER);
    for title in ["First", "Second \"quoted\" \\ ñ"] {
        raw.title = title.to_owned();
        let path = raw.save(&drills).expect("saved");
        assert_eq!(RawDrill::read("x", &std::fs::read_to_string(path).expect("text"), &library().known()).expect("read"), raw);
    }
    // What is the person's own is installed with the rest; what is broken, or has an installed name, closes nothing.
    std::fs::write(drills.join("broken.ron"), "(version: 1, id: \"broken\"").expect("written");
    std::fs::write(drills.join("first-fan.ron"), text_of("first-fan")).expect("written");
    let library = Library::open(&own).expect("content");
    let mine = library.drill("my-neck").expect("the own drill");
    assert_eq!(mine.title, raw.title);
    let files: Vec<&str> = library.broken_drills().iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["drills/broken.ron", "drills/first-fan.ron"]);
    assert_ne!(library.hash(mine), library.hash(library.drill("exam-neck").expect("a drill")));
    let before = library.hash(mine);
    raw.limit_s += 1.0;
    raw.save(&drills).expect("saved");
    let again = Library::open(&own).expect("content");
    assert_ne!(again.hash(again.drill("my-neck").expect("the own drill")), before, "a changed file is another drill");
}

#[test]
fn a_drill_that_is_edited_is_laid_anew() {
    let known = library().known();
    let one = Drill::parse("my.ron", &with_piece(), &known).expect("a drill");
    let other = Drill::parse("my.ron", &with_piece().replacen("(0, -46, -7)", "(0, -34, -14)", 1), &known).expect("a drill");
    let (a, b) = (library().lay(&one).expect("a zone"), library().lay(&other).expect("a zone"));
    assert!(one.id == other.id && b.area_mm2 > 1.05 * a.area_mm2, "{} and {} mm²", a.area_mm2, b.area_mm2);
}

#[test]
fn a_huge_text_is_refused_before_it_is_read() {
    let text = format!("{}{}", text_of("first-fan"), "// long\n".repeat(20_000));
    assert_eq!(told(&text), [(String::new(), 1)]);
    assert!(TipShape::Blunt == library().drill("first-fan").expect("a drill").tube.tip);
}
