//! Courses and the drills in them: what they are made of, how they differ, and that skill passes them and nothing else does.
//!
//! A sample by default; `FANLINE_LONG=1` plays every drill, fifty seeds of expert and of novice each (an hour in a debug build).

use std::sync::Arc;

use fanline::drill::{Course, Drill, attempt};
use fanline::instrument::TipShape;
use fanline::product::Preparation;
use fanline::scoring::{Scorecard, score};
use fanline::session::{Command, Controls, Session, Setup};
use fanline::trainee::{Operator, Skill, play};

use crate::drill::{content, library, skill};

fn long() -> bool {
    std::env::var_os("FANLINE_LONG").is_some()
}

#[test]
fn every_course_has_drills_and_every_drill_a_course() {
    let courses = library().courses();
    assert!(courses.len() >= 8 && library().drills().len() >= 24, "{} courses, {} drills", courses.len(), library().drills().len());
    assert!(courses.windows(2).all(|pair| pair[0].order < pair[1].order), "each has a place of its own");
    for drill in courses.iter().flat_map(Course::drills) {
        assert!(library().drill(drill).is_ok(), "{drill}");
    }
    let lost: Vec<&str> = library().drills().iter().filter(|drill| library().course_of(&drill.id).is_none()).map(|drill| drill.id.as_str()).collect();
    assert!(lost.is_empty(), "in no course: {lost:?}");
}

/// What a drill can differ in: site, preparation, instrument, phases, target plane, fault taught.
fn respects(drill: &Drill) -> [String; 6] {
    let course = library().course_of(&drill.id).expect("a course");
    let fault = course.steps.iter().find(|step| step.drill == drill.id).map(|step| step.fault.clone());
    let plane = (drill.plane.from_mm, drill.plane.to_mm);
    [drill.site.clone(), drill.product.clone(), format!("{:?}", drill.tube), format!("{:?}", drill.phases), format!("{plane:?}"), fault.expect("a fault")]
}

#[test]
fn any_two_drills_differ_in_two_respects() {
    let drills = library().drills();
    for (i, one) in drills.iter().enumerate() {
        for other in &drills[i + 1..] {
            let apart = respects(one).iter().zip(respects(other)).filter(|(a, b)| **a != *b).count();
            assert!(apart >= 2, "{} and {} differ in {apart} of site, product, instrument, phases, plane and fault", one.id, other.id);
        }
    }
}

#[test]
fn a_fine_needle_is_there_for_a_thin_dilution_alone() {
    let fine: Vec<&Drill> = library().drills().iter().filter(|drill| drill.tube.tip == TipShape::Bevel).collect();
    assert!(!fine.is_empty());
    for drill in fine {
        assert!(["28G", "29G"].contains(&drill.tube.gauge.name()), "{}", drill.id);
        assert!(Preparation::parse(&drill.product).expect("a preparation").ratio >= 3.0 && drill.tube.port_offset_mm == 0.0, "{}", drill.id);
    }
    let file = "levels/drills/needle-threads.ron";
    let text = content().read_text(file).expect("the drill");
    let wrong = text.replace("radiesse 1:4", "radiesse 1:2").replace("port_mm: 0,", "port_mm: 1,");
    let problems = Drill::parse(file, &wrong, &library().known()).expect_err("it would jam").0;
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["cannula.gauge", "cannula.port_mm"], "{problems:?}");
}

/// Line of the first occurrence.
fn line(text: &str, what: &str) -> usize {
    1 + text[..text.find(what).unwrap_or_else(|| panic!("no {what}"))].matches('\n').count()
}

#[test]
fn what_is_wrong_with_the_conditions_of_a_drill_is_told_at_its_place() {
    let file = "levels/drills/exam-cheek.ron";
    let text = content().read_text(file).expect("the drill");
    let wrong = text
        .replacen("port_mm: 1.0)", "port_mm: 1.0, tip: \"knife\")", 1)
        .replacen("\"syringe\"", "\"crystal ball\"", 1)
        .replacen("seeds: [101", "seeds: [18446744073709551615", 1)
        .replacen("    patient:", "    teaching: \" \",\n    patient:", 1);
    let problems = Drill::parse("my.ron", &wrong, &library().known()).expect_err("four mistakes").0;
    let told: Vec<(&str, usize)> = problems.iter().map(|problem| (problem.field.as_str(), problem.line)).collect();
    let wanted = [
        ("teaching", line(&wrong, "teaching: \" \"")),
        ("cannula.tip", line(&wrong, "knife")),
        ("assists[1]", line(&wrong, "crystal")),
        ("seeds[0]", line(&wrong, "18446744073709551615")),
    ];
    assert_eq!(told, wanted, "{problems:#?}");
}

#[test]
fn a_zone_is_of_one_skin() {
    let file = "levels/drills/hand-fan.ron";
    let text = content().read_text(file).expect("the drill");
    let problems = Drill::parse(file, &text.replacen("wrist_mid", "thyroid", 1), &library().known()).expect_err("head and hand").0;
    assert!(problems.iter().any(|problem| problem.field.starts_with("zone[")), "{problems:?}");
}

#[test]
fn seeds_and_assists_are_those_of_the_file_and_free_where_it_names_none() {
    let exam = library().drill("exam-cheek").expect("a drill");
    let count = exam.seeds.len() as u64;
    assert!(count > 1 && exam.seed(1) == exam.seeds[0] && exam.seed(count) != exam.seed(1) && exam.seed(count + 1) == exam.seed(1));
    assert!(exam.allows("steps") && !exam.allows("section") && !exam.allows("depth"));
    let free = library().drill("first-fan").expect("a drill");
    assert!(free.seed(7) == 7 && free.allows("section") && free.skin() == "anna");
    let hand = library().drill("hand-fan").expect("a drill");
    assert_eq!(hand.skin(), "anna/hand");
    assert_ne!(library().anatomy_for(hand).expect("a hand").part(), library().anatomy_for(free).expect("a head").part());
}

#[test]
fn a_wrong_course_is_told_all_that_is_wrong() {
    let drills: Vec<String> = library().drills().iter().map(|drill| drill.id.clone()).collect();
    let wrong = "(\n    version: 2,\n    id: \"My course\",\n    title: \"\",\n    brief: \"b\",\n    order: 0,\n    drills: [\n        (drill: \"first-fan\", fault: \"spill\"),\n        (drill: \"first-fan\", fault: \"spill\"),\n        (drill: \"no-such\", fault: \"laziness\"),\n    ],\n)\n";
    let problems = Course::parse("my.ron", wrong, &drills).expect_err("seven mistakes").0;
    let told: Vec<(&str, usize)> = problems.iter().map(|problem| (problem.field.as_str(), problem.line)).collect();
    let wanted = [("version", 2), ("id", 3), ("title", 4), ("order", 6), ("drills[1].drill", 9), ("drills[2].drill", 10), ("drills[2].fault", 10)];
    assert_eq!(told, wanted, "{problems:#?}");
    let empty = wrong.split("drills: [").next().expect("a beginning").to_owned() + "drills: [],\n)\n";
    assert!(Course::parse("my.ron", &empty, &drills).expect_err("no drill").0.iter().any(|problem| problem.field == "drills"));
}

fn card(drill: &Drill, hand: Skill, seed: u64) -> Scorecard {
    let header = attempt::header(drill, &library().hash(drill), seed, "operator");
    let setup = library().setup(drill, seed).expect("a setup");
    let played = play(setup, Operator::new(hand, None, seed), &header).expect("memory");
    score(&played.session, library().rubric(&drill.rubric).expect("a rubric"))
}

/// Share of attempts that passed, and what became of those that do not belong.
fn passes(drill: &Drill, level: f64, seeds: u64) -> (f64, String) {
    let mut passed = 0;
    let mut said = String::new();
    for seed in 1..=seeds {
        let card = card(drill, skill(level), seed);
        passed += u64::from(card.passed);
        if card.passed != (level > 0.5) {
            said += &format!(" seed {seed}: {:.1} {:?}", card.total, card.critical.iter().map(|error| error.id).collect::<Vec<_>>());
        }
    }
    (passed as f64 / seeds as f64, said)
}

#[test]
fn experts_pass_and_novices_do_not() {
    let all: Vec<&Drill> = library().drills().iter().collect();
    let sample = ["one-thread", "hand-fan", "needle-threads"].map(|id| library().drill(id).expect("a drill"));
    let (drills, seeds) = if long() { (&all[..], 50) } else { (&sample[..], 2) };
    let mut wrong = Vec::new();
    for drill in drills {
        let (expert, novice) = (passes(drill, 1.0, seeds), passes(drill, 0.0, seeds));
        println!("{:24} expert {:.0} %, novice {:.0} %", drill.id, 100.0 * expert.0, 100.0 * novice.0);
        if expert.0 < 0.95 || novice.0 > 0.10 {
            wrong.push(format!("{}: expert {:.2}{}; novice {:.2}{}", drill.id, expert.0, expert.1, novice.0, novice.1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn doing_nothing_passes_no_drill() {
    for drill in library().drills() {
        let setup = library().setup(drill, 1).expect("a setup");
        let rubric = library().rubric(&drill.rubric).expect("a rubric");
        let still = Controls::new(fanline::instrument::HubPose { position: fanline::geom::Vec3::new(0.0, 0.0, 400.0), direction: -fanline::geom::Vec3::Z }, 0.0, None);
        // Until the time is over (cut short: nothing happens in it), and ended at once.
        let mut idle = Session::new(Arc::new(Setup { limit_ticks: 120, ..Setup::clone(&setup) }));
        while !idle.finished() {
            idle.step(&still);
        }
        let mut ended = Session::new(setup);
        ended.step(&Controls { command: Some(Command::Finish), ..still });
        for session in [&idle, &ended] {
            let card = score(session, rubric);
            assert!(session.finished() && !card.passed, "{}: {:.1} of {} for nothing", drill.id, card.total, card.pass_mark);
        }
    }
}

#[test]
fn in_the_stop_drill_the_same_hand_passes_if_it_stops_and_fails_if_it_goes_on() {
    let drill = library().drill("stop-temple").expect("the drill");
    for seed in 1..=2 {
        let heeds = card(drill, skill(1.0), seed);
        assert!(heeds.passed, "seed {seed}: {:.1} {:?}", heeds.total, heeds.critical);
        let mut deaf = skill(1.0);
        deaf.heed = 0.0;
        let goes_on = card(drill, deaf, seed);
        let critical: Vec<&str> = goes_on.critical.iter().map(|error| error.id).collect();
        assert!(!goes_on.passed && critical == ["went_on_after_occlusion"], "seed {seed}: {:.1} {critical:?}", goes_on.total);
    }
}

#[test]
fn an_operator_shares_the_dose_between_entry_points() {
    let drill = library().drill("meso-submental").expect("the drill");
    let setup = library().setup(drill, 1).expect("a setup");
    let header = attempt::header(drill, &library().hash(drill), 1, "expert");
    let played = play(Arc::clone(&setup), Operator::new(skill(1.0), None, 1), &header).expect("memory");
    assert_eq!(played.session.entries().len(), setup.proposed_entries.len());
    // A thread ends near the entry that it was laid through.
    let laid = |left: bool| -> f64 {
        played.session.layings().iter().filter(|laying| (laying.end.x > 0.0) == left).map(|laying| laying.volume_ul).sum()
    };
    let share = laid(true) / (laid(true) + laid(false));
    assert!((share - 0.5).abs() < 0.1, "{share:.2} of the volume on the left");
}
