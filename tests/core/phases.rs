//! Consultation, marking and inspection: played, refused, recorded, judged by closed forms.

use std::sync::Arc;

use fanline::geom::Vec3;
use fanline::instrument::HubPose;
use fanline::scoring::{Scorecard, score};
use fanline::session::{
    Command, ConsultAct, ConsultTables, Consultation, Controls, Decision, EventKind, MarkAct, Phase, Refusal, Session, Setup, Weight,
};
use fanline::trainee::{Operator, play};

use crate::drill::{content, library, setup, skill};

const DRILL: &str = "meso-jawline";

fn hands(setup: &Setup, command: Option<Command>) -> Controls {
    let at = setup.proposed_entries[0] + Vec3::new(150.0, 0.0, 60.0);
    Controls::new(HubPose { position: at, direction: Vec3::NEG_X }, 0.0, command)
}

/// Does something and gives why it was refused, if it was.
fn act(session: &mut Session, command: Command) -> Option<Refusal> {
    let setup = Arc::clone(session.setup());
    let events = session.step(&hands(&setup, Some(command))).to_vec();
    events.iter().find_map(|event| if let EventKind::Refused(why) = event.kind { Some(why) } else { None })
}

fn consult(session: &mut Session, what: ConsultAct) -> Option<Refusal> {
    act(session, Command::Consult(what))
}

fn started() -> Session {
    Session::new(setup(DRILL, 1))
}

fn who() -> Arc<Consultation> {
    setup(DRILL, 1).consultation.clone().expect("a case")
}

fn question(id: &str) -> u8 {
    who().tables.question(id).unwrap_or_else(|| panic!("no question {id}"))
}

/// The same drill with another history.
fn with_history(history: &[&str]) -> Arc<Setup> {
    let given = setup(DRILL, 1);
    let consultation = Consultation { history: history.iter().map(|id| question(id)).collect(), ..Consultation::clone(&who()) };
    Arc::new(Setup { consultation: Some(Arc::new(consultation)), ..Setup::clone(&given) })
}

fn judged(session: &Session) -> Scorecard {
    score(session, library().rubric("whole").expect("the rubric"))
}

fn points(card: &Scorecard, metric: &str) -> Option<f64> {
    card.metrics.iter().find(|known| known.name == metric).expect("a metric").points
}

#[test]
fn the_tables_name_sources_and_products_and_have_all_words() {
    let tables = who().tables.clone();
    let lang = fanline::lang::Lang::load(&content(), "en").expect("English");
    let words = |id: String| assert!(lang.has(&id), "{id}");
    for question in &tables.questions {
        let id = question.id.replace('_', "-");
        ["name", "ask", "yes", "no"].into_iter().for_each(|part| words(format!("consult-question-{id}-{part}")));
        for bearing in &question.bears {
            assert!(library().catalogue().product(&bearing.product).is_ok(), "{}", bearing.product);
            assert!(bearing.source.contains('['), "{}: no source", question.id);
        }
    }
    for point in &tables.consents {
        ["name", "more"].into_iter().for_each(|part| words(format!("consult-consent-{}-{part}", point.id.replace('_', "-"))));
    }
    tables.questions.iter().for_each(|question| words(format!("question-{}", question.id)));
    tables.consents.iter().for_each(|point| words(format!("consent-{}", point.id)));
    tables.indications.iter().for_each(|id| words(format!("consult-indication-{}", id.replace('_', "-"))));
    // CLINICAL 2.5: four contraindications of the label; lidocaine forbids only what holds it.
    let weight = |id: &str, product: &str| tables.questions[usize::from(tables.question(id).expect("a question"))].weight(product);
    for id in ["bleeding_disorder", "severe_allergies", "component_allergy", "infection"] {
        assert_eq!(weight(id, "radiesse"), Some(Weight::Contraindication), "{id}");
    }
    assert_eq!(weight("lidocaine_allergy", "harmonyca"), Some(Weight::Contraindication));
    assert_eq!(weight("lidocaine_allergy", "radiesse"), Some(Weight::Caution));
    assert_eq!(weight("pacemaker", "radiesse"), None);
}

#[test]
fn mistakes_in_the_tables_and_in_a_case_are_named() {
    let text = content().read_text(ConsultTables::FILE).expect("the tables");
    let wrong = text.replacen("id: \"anticoagulant\"", "id: \"bleeding_disorder\"", 1).replacen("id: \"nodules\"", "id: \"\"", 1);
    let problems = ConsultTables::parse("c.ron", &wrong).expect_err("two mistakes").0;
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["questions[1].id", "consents[1].id"], "{problems:?}");
    let file = "levels/drills/meso-jawline.ron";
    let text = content().read_text(file).expect("the drill");
    for (right, mistake, field) in [
        ("history: [\"anticoagulant\"]", "history: [\"no_such\"]", "case.history[0]"),
        ("\"lower_face_laxity\"", "\"boredom\"", "case.indication"),
        ("\"swelling\", \"nodules\"", "\"swelling\", \"swelling\"", "case.consents[1]"),
        ("[\"consult\", \"mark\"", "[\"mark\"", "case"),
        ("[\"consult\", \"mark\"", "[\"mark\", \"consult\"", "phases[1]"),
    ] {
        let wrong = text.replacen(right, mistake, 1);
        assert_ne!(text, wrong, "{right}");
        let problems = fanline::drill::Drill::parse(file, &wrong, &library().known()).expect_err(mistake).0;
        assert!(problems.iter().any(|problem| problem.field == field), "{mistake}: {problems:?}");
    }
    let from = text.find("    case: (").expect("a case");
    let to = from + text[from..].find("    ),\n").expect("its end") + 7;
    let without = format!("{}{}", &text[..from], &text[to..]);
    let problems = fanline::drill::Drill::parse(file, &without, &library().known()).expect_err("no case").0;
    assert!(problems.iter().any(|problem| problem.field == "phases"), "{problems:?}");
}

#[test]
fn a_consultation_is_asked_noted_and_decided() {
    let mut session = started();
    let thinner = question("anticoagulant");
    let named = ConsultAct::Decide(Decision::TreatWithCaution { question: thinner });
    assert_eq!(consult(&mut session, ConsultAct::Ask { question: 200 }), Some(Refusal::NoSuchQuestion));
    assert_eq!(consult(&mut session, named), Some(Refusal::NotAsked));
    for asked in [thinner, question("infection"), thinner] {
        assert_eq!(consult(&mut session, ConsultAct::Ask { question: asked }), None);
    }
    assert_eq!(session.asked(), [thinner, question("infection")], "a question asked twice is asked");
    let answers: Vec<bool> = session.events().iter().filter_map(|event| if let EventKind::Asked { yes, .. } = event.kind { Some(yes) } else { None }).collect();
    assert_eq!(answers, [true, false]);
    assert_eq!(consult(&mut session, ConsultAct::Consent { point: 0 }), None);
    assert_eq!(consult(&mut session, named), None);
    assert_eq!(session.phases_done(), [Phase::Consult]);
    assert_eq!(consult(&mut session, ConsultAct::Consent { point: 1 }), Some(Refusal::AlreadyDecided));
    let card = judged(&session);
    assert!((card.metric("history").expect("asked") - 2.0 / who().bearing().count() as f64).abs() < 1e-12);
    assert!((card.metric("consent").expect("noted") - 1.0 / 6.0).abs() < 1e-12);
    assert_eq!(card.metric("decision"), Some(1.0));
    // Elsewhere nobody is asked.
    let mut other = Session::new(setup("radiesse-jawline", 1));
    assert_eq!(consult(&mut other, ConsultAct::Ask { question: 0 }), Some(Refusal::PhaseNotPlayed));
    assert_eq!(act(&mut other, Command::Mark(MarkAct::End)), Some(Refusal::PhaseNotPlayed));
    assert_eq!(act(&mut other, Command::Inspect), Some(Refusal::PhaseNotPlayed));
}

#[test]
fn the_right_decision_follows_from_the_history() {
    let (thinner, keloid) = (question("anticoagulant"), question("keloid"));
    let caution = |question| Decision::TreatWithCaution { question };
    for (history, decision, right) in [
        (&[][..], Decision::Treat, 1.0),
        (&[], Decision::DoNotTreat, 0.0),
        (&[], caution(thinner), 0.5),
        (&["pacemaker"], Decision::Treat, 1.0),
        (&["anticoagulant"], caution(thinner), 1.0),
        (&["anticoagulant"], caution(keloid), 0.5),
        (&["anticoagulant"], Decision::Treat, 0.5),
        (&["anticoagulant", "infection"], caution(thinner), 0.0),
        (&["infection"], Decision::Treat, 0.0),
        (&["infection"], Decision::DoNotTreat, 1.0),
    ] {
        let mut session = Session::new(with_history(history));
        for asked in [thinner, keloid] {
            consult(&mut session, ConsultAct::Ask { question: asked });
        }
        assert_eq!(consult(&mut session, ConsultAct::Decide(decision)), None);
        assert_eq!(judged(&session).metric("decision"), Some(right), "{history:?} {decision:?}");
        assert_eq!(session.finished(), decision == Decision::DoNotTreat);
    }
}

#[test]
fn who_rightly_declines_is_judged_by_that_alone_and_who_treats_fails() {
    let setup = with_history(&["infection"]);
    let mut session = Session::new(Arc::clone(&setup));
    for asked in who().bearing() {
        consult(&mut session, ConsultAct::Ask { question: asked });
    }
    consult(&mut session, ConsultAct::Decide(Decision::DoNotTreat));
    let card = judged(&session);
    assert!(card.passed && (card.total - 100.0).abs() < 1e-9 && card.critical.is_empty(), "{}", card.total);
    assert!(session.finished() && !session.phases_done().contains(&Phase::Finish));
    // In vain it is worth next to nothing.
    let mut session = started();
    consult(&mut session, ConsultAct::Decide(Decision::DoNotTreat));
    assert!(judged(&session).total < 20.0, "{}", judged(&session).total);
    // An entry point in a patient who must not be treated fails, whatever was decided, and without any decision.
    for decides in [true, false] {
        let mut session = Session::new(Arc::clone(&setup));
        if decides {
            consult(&mut session, ConsultAct::Decide(Decision::Treat));
        }
        act(&mut session, Command::Disinfect);
        act(&mut session, Command::make_entry(setup.proposed_entries[0]));
        assert!(judged(&session).critical.iter().any(|error| error.id == "treated_contraindicated"));
    }
}

/// Points along the tension lines turned by an angle, both ways from the middle of the zone.
fn along_the_lines(setup: &Setup, degrees: f64, length_mm: f64) -> Vec<Vec3> {
    let field = setup.tension.as_ref().expect("marking is played");
    let heading = |at: Vec3| {
        let on = setup.anatomy.surface().closest(at);
        let along = field.direction(&setup.anatomy, on.triangle, on.barycentric);
        let along = (along - on.normal * along.dot(on.normal)).normalize();
        along * degrees.to_radians().cos() + on.normal.cross(along) * degrees.to_radians().sin()
    };
    let inside: Vec<Vec3> = setup.zone.cells.iter().filter(|cell| cell.inside).map(|cell| cell.point).collect();
    let mean = inside.iter().fold(Vec3::ZERO, |sum, point| sum + *point) / inside.len() as f64;
    let mut at = setup.anatomy.project(mean).foot;
    let (mut points, mut last) = (vec![at], heading(at));
    while (points.len() as f64) < length_mm {
        let next = heading(at);
        last = if next.dot(last) < 0.0 { -next } else { next };
        at = setup.anatomy.project(at + last).foot;
        points.push(at);
    }
    points
}

fn draw(session: &mut Session, points: &[Vec3]) {
    assert_eq!(act(session, Command::Mark(MarkAct::begin(points[0]))), None);
    for point in &points[1..] {
        assert_eq!(act(session, Command::Mark(MarkAct::to(*point))), None);
    }
    assert_eq!(act(session, Command::Mark(MarkAct::End)), None);
}

#[test]
fn a_stroke_along_the_lines_scores_full_and_one_at_thirty_degrees_its_share() {
    for (degrees, wanted) in [(0.0, 100.0), (30.0, 100.0 * 15.0 / 35.0), (-30.0, 100.0 * 15.0 / 35.0), (90.0, 0.0)] {
        let mut session = started();
        let setup = Arc::clone(session.setup());
        draw(&mut session, &along_the_lines(&setup, degrees, 24.0));
        let card = judged(&session);
        let angle = card.metric("mark_angle").expect("a stroke");
        assert!((angle - degrees.abs()).abs() < 1.5, "{degrees}°: {angle}");
        let got = points(&card, "mark_angle").expect("graded");
        assert!((got - wanted).abs() < 4.5, "{degrees}°: {got} of {wanted}");
    }
    // Two strokes weigh by their length: 24 mm at 0°, 12 mm at 30° make 10°.
    let mut session = started();
    let setup = Arc::clone(session.setup());
    draw(&mut session, &along_the_lines(&setup, 0.0, 25.0));
    draw(&mut session, &along_the_lines(&setup, 30.0, 13.0));
    let angle = judged(&session).metric("mark_angle").expect("strokes");
    assert!((angle - 10.0).abs() < 1.0, "{angle}");
}

#[test]
fn how_much_is_marked_is_the_area_within_a_centimetre() {
    let mut session = started();
    let setup = Arc::clone(session.setup());
    assert_eq!(judged(&session).metric("mark_cover"), Some(0.0));
    assert_eq!(judged(&session).metric("mark_angle"), None);
    assert_eq!(points(&judged(&session), "mark_angle"), Some(0.0), "nothing drawn has no points");
    let line = along_the_lines(&setup, 0.0, 20.0);
    draw(&mut session, &line);
    let near = |point: Vec3| line.iter().any(|on| on.distance(point) <= 10.0);
    let inside = || setup.zone.cells.iter().filter(|cell| cell.inside);
    let wanted = inside().filter(|cell| near(cell.point)).map(|cell| cell.area_mm2).sum::<f64>() / setup.zone.area_mm2;
    let got = judged(&session).metric("mark_cover").expect("a share");
    assert!((got - wanted).abs() < 0.02 && got > 0.1, "{got} of {wanted}");
}

#[test]
fn an_undo_takes_the_last_stroke_and_only_strokes() {
    let mut session = started();
    let setup = Arc::clone(session.setup());
    draw(&mut session, &along_the_lines(&setup, 0.0, 20.0));
    let before = judged(&session);
    draw(&mut session, &along_the_lines(&setup, 60.0, 20.0));
    assert!(judged(&session).metric("mark_angle") > before.metric("mark_angle"));
    assert_eq!(act(&mut session, Command::Mark(MarkAct::Undo)), None);
    assert_eq!(session.strokes().len(), 1);
    assert_eq!(judged(&session).metric("mark_angle"), before.metric("mark_angle"));
    // One that is being drawn goes first.
    assert_eq!(act(&mut session, Command::Mark(MarkAct::begin(setup.proposed_entries[0]))), None);
    assert_eq!(act(&mut session, Command::Mark(MarkAct::Undo)), None);
    assert_eq!((session.strokes().len(), session.stroke_under_way().is_none()), (1, true));
    assert_eq!(act(&mut session, Command::Mark(MarkAct::Undo)), None);
    assert_eq!(act(&mut session, Command::Mark(MarkAct::Undo)), Some(Refusal::NoStroke));
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let mut session = started();
    let at = session.setup().proposed_entries[0];
    let mark = |session: &mut Session, what| act(session, Command::Mark(what));
    assert_eq!(mark(&mut session, MarkAct::End), Some(Refusal::NoStroke));
    assert_eq!(mark(&mut session, MarkAct::to(at)), Some(Refusal::NoStroke));
    assert_eq!(mark(&mut session, MarkAct::begin(at + Vec3::X * 30.0)), Some(Refusal::NotOnSkin));
    assert_eq!(mark(&mut session, MarkAct::begin(at)), None);
    assert_eq!(mark(&mut session, MarkAct::begin(at)), Some(Refusal::StrokeUnderWay));
    assert_eq!(mark(&mut session, MarkAct::End), Some(Refusal::StrokeTooShort));
    assert_eq!(mark(&mut session, MarkAct::begin(at)), None);
    let far = session.setup().anatomy.project(at + Vec3::new(-10.0, 40.0, 20.0)).foot;
    assert_eq!(mark(&mut session, MarkAct::to(far)), Some(Refusal::PenLifted));
    let wild = MarkAct::To { point_um: [i32::MIN, i32::MAX, 0] };
    assert_eq!(mark(&mut session, wild), Some(Refusal::NotOnSkin));
    assert!(session.strokes().is_empty());
}

#[test]
fn every_point_of_a_stroke_lies_on_the_skin_close_to_the_last() {
    let mut session = started();
    let setup = Arc::clone(session.setup());
    let line = along_the_lines(&setup, 20.0, 60.0);
    // A fast hand: every twentieth point only.
    let fast: Vec<Vec3> = line.iter().copied().step_by(20).collect();
    draw(&mut session, &fast);
    let stroke = &session.strokes()[0];
    assert!(stroke.points.len() > 15 && (stroke.length_mm() - 40.0).abs() < 3.0, "{} mm", stroke.length_mm());
    assert!(stroke.points.iter().all(|point| setup.anatomy.project(*point).foot.distance(*point) < 1e-6));
    assert!(stroke.points.windows(2).all(|pair| pair[0].distance(pair[1]) < 3.2));
}

#[test]
fn marks_are_a_step_once_the_next_begins() {
    let mut session = started();
    let setup = Arc::clone(session.setup());
    draw(&mut session, &along_the_lines(&setup, 0.0, 20.0));
    assert!(session.phases_done().is_empty());
    act(&mut session, Command::Disinfect);
    assert_eq!(session.phases_done(), [Phase::Mark, Phase::Disinfect]);
    // Drawn after the entry it is done, too late.
    let mut session = started();
    act(&mut session, Command::Disinfect);
    draw(&mut session, &along_the_lines(&setup, 0.0, 20.0));
    assert_eq!(session.phases_done(), [Phase::Disinfect, Phase::Mark]);
    assert_eq!(judged(&session).metric("step_order"), Some(1.0));
}

/// The controls of an expert up to the inspection, and the session then.
fn expert_until_inspection() -> (Session, Operator) {
    let mut session = Session::new(setup(DRILL, 1));
    let mut operator = Operator::new(skill(1.0), None, 1);
    loop {
        let controls = operator.act(&session);
        if controls.command == Some(Command::Inspect) {
            return (session, operator);
        }
        session.step(&controls);
        assert!(!session.finished(), "the expert forgot to look");
    }
}

#[test]
fn the_inspection_is_asked_for_repeated_and_outdated_by_product() {
    let mut fresh = started();
    assert_eq!(act(&mut fresh, Command::Inspect), Some(Refusal::NothingToInspect));
    let (mut session, mut operator) = expert_until_inspection();
    assert!(!session.phases_done().contains(&Phase::Inspect) && session.phases_done().contains(&Phase::Massage));
    let inspect = |session: &mut Session, operator: &mut Operator| {
        let controls = Controls { command: Some(Command::Inspect), ..operator.act(session) };
        session.step(&controls).iter().any(|event| matches!(event.kind, EventKind::Inspected { .. }))
    };
    assert!(inspect(&mut session, &mut operator) && inspect(&mut session, &mut operator), "it can be done again");
    assert!(session.phases_done().contains(&Phase::Inspect));
    let finish = |session: &mut Session| {
        let setup = Arc::clone(session.setup());
        session.step(&hands(&setup, Some(Command::Finish)));
        judged(session)
    };
    let card = finish(&mut session);
    assert_eq!(card.metric("steps"), Some(1.0), "{:?}", session.phases_done());
    assert_eq!(card.metric("step_order"), Some(0.0));
    // Without a look it is a step lost.
    let (mut session, _) = expert_until_inspection();
    let card = finish(&mut session);
    assert!((card.metric("steps").expect("steps") - 8.0 / 9.0).abs() < 1e-12, "{:?}", session.phases_done());
    assert!(card.findings.iter().any(|finding| finding.id == "step-missed"));
}

#[test]
fn drills_without_these_phases_are_judged_as_before() {
    let drill = library().drill("radiesse-jawline").expect("a drill");
    let header = fanline::drill::attempt::header(drill, &library().hash(drill), 3, "expert");
    let played = play(setup("radiesse-jawline", 3), Operator::new(skill(1.0), None, 3), &header).expect("memory");
    let rubric = library().rubric("dilute").expect("a rubric");
    let card = score(&played.session, rubric);
    for metric in ["history", "consent", "decision", "mark_angle", "mark_cover"] {
        let metric = card.metrics.iter().find(|known| known.name == metric).expect("a metric");
        assert_eq!((metric.value, metric.points, metric.of_total), (None, None, 0.0));
    }
    assert!(setup("radiesse-jawline", 3).tension.is_none(), "the field is worked out only where marking is played");
}

#[test]
fn what_only_some_phases_look_at_is_hashed_for_those_drills() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("assets")).expect("a folder");
    for entry in std::fs::read_dir(content().path("assets")).expect("assets").map(|entry| entry.expect("an entry")) {
        let to = folder.path().join("assets").join(entry.file_name());
        match entry.file_name().to_str() {
            Some("anatomy") => {
                std::fs::create_dir(&to).expect("a folder");
                for file in std::fs::read_dir(entry.path()).expect("anatomy").map(|file| file.expect("a file")) {
                    std::fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
                }
            }
            Some("consult.ron") => drop(std::fs::copy(entry.path(), to).expect("a copy")),
            _ => std::os::unix::fs::symlink(entry.path(), to).expect("a link"),
        }
    }
    std::os::unix::fs::symlink(content().path("levels"), folder.path().join("levels")).expect("a link");
    let hashes = || -> Vec<String> {
        let content = fanline::source::Content::at(folder.path()).expect("content");
        let library = fanline::drill::Library::open(&content).expect("a library");
        [DRILL, "radiesse-jawline"].map(|id| library.hash(library.drill(id).expect("a drill"))).to_vec()
    };
    let before = hashes();
    for file in ["assets/consult.ron", "assets/anatomy/tension.ron"] {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).expect("a text");
        std::fs::write(&path, format!("{text}\n// changed\n")).expect("written");
        let after = hashes();
        assert_ne!(after[0], before[0], "{file} is looked at");
        assert_eq!(after[1], before[1], "{file} is not looked at");
        std::fs::write(&path, text).expect("written");
    }
}

/// A recording with every kind of act of these phases.
fn recorded() -> fanline::session::recording::Recording {
    use fanline::session::recording::{Journal, Recording};
    let drill = library().drill(DRILL).expect("an installed drill");
    let setup = setup(DRILL, 7);
    let header = fanline::drill::attempt::header(drill, &library().hash(drill), 7, "a hand");
    let mut acts: Vec<Command> = vec![
        Command::Consult(ConsultAct::Ask { question: question("anticoagulant") }),
        Command::Consult(ConsultAct::Consent { point: 2 }),
        Command::Consult(ConsultAct::Decide(Decision::TreatWithCaution { question: question("anticoagulant") })),
    ];
    let line = along_the_lines(&setup, 10.0, 12.0);
    for _ in 0..2 {
        acts.push(Command::Mark(MarkAct::begin(line[0])));
        acts.extend(line[1..].iter().map(|point| Command::Mark(MarkAct::to(*point))));
        acts.push(Command::Mark(MarkAct::End));
    }
    acts.extend([Command::Mark(MarkAct::Undo), Command::Inspect, Command::Finish]);
    let mut session = Session::new(Arc::clone(&setup));
    let mut journal = Journal::start(Vec::new(), &header).expect("memory");
    for act in acts {
        let controls = hands(&setup, Some(act));
        session.step(&controls);
        journal.push(&controls, &session).expect("memory");
    }
    Recording::read_sealed(&journal.seal().expect("memory")).expect("it has just been sealed")
}

#[test]
fn acts_are_kept_to_the_bit_and_a_changed_one_is_caught() {
    use fanline::drill::attempt::verify;
    use fanline::session::recording::Recording;
    let drill = library().drill(DRILL).expect("an installed drill");
    let whole = recorded();
    let again = Recording::read_sealed(&whole.to_sealed()).expect("sealed");
    assert_eq!(again, whole);
    let checked = |recording: &Recording| verify(recording, &library().hash(drill), setup(DRILL, 7));
    assert!(checked(&whole).ok, "{:?}", checked(&whole));
    for (i, tick) in whole.ticks.iter().enumerate() {
        let other = match tick.controls.command.expect("each tick has an act") {
            Command::Consult(ConsultAct::Ask { question }) => Command::Consult(ConsultAct::Ask { question: question + 1 }),
            Command::Consult(ConsultAct::Consent { point }) => Command::Consult(ConsultAct::Ask { question: point }),
            Command::Consult(ConsultAct::Decide(_)) => Command::Consult(ConsultAct::Decide(Decision::Treat)),
            Command::Mark(MarkAct::Begin { point_um: [x, y, z] }) => Command::Mark(MarkAct::Begin { point_um: [x + 1, y, z] }),
            Command::Mark(MarkAct::To { point_um: [x, y, z] }) => Command::Mark(MarkAct::To { point_um: [x, y, z - 1] }),
            Command::Mark(MarkAct::End) => Command::Mark(MarkAct::Undo),
            Command::Mark(MarkAct::Undo) => Command::Mark(MarkAct::End),
            Command::Inspect => Command::Disinfect,
            _ => Command::Inspect,
        };
        let mut forged = whole.clone();
        forged.ticks[i].controls.command = Some(other);
        let forged = Recording::read_sealed(&forged.to_sealed()).expect("sealed again");
        assert!(!checked(&forged).ok, "tick {i}: {other:?} verified");
    }
}
