//! Drills: the installed ones parse, and a wrong one is told all that is wrong with it.

use std::sync::{Arc, OnceLock};

use fanline::drill::{Drill, Library};
use fanline::session::Setup;
use fanline::source::Content;
use fanline::trainee::{Skill, SkillTable};

/// The installed content, read once for all tests.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::open(&content()).expect("the installed content is right"))
}

pub(crate) fn content() -> Content {
    // A developer's own drills are no part of what is installed.
    Content { own: None, ..Content::find().expect("content") }
}

/// The drills that the operators' every parameter is measured on; the others are played in `courses`.
pub(crate) const MEASURED: [&str; 5] = ["first-fan", "harmonyca-cheek", "meso-jawline", "radiesse-jawline", "radiesse-neck"];

pub(crate) fn measured() -> impl Iterator<Item = &'static Drill> {
    MEASURED.iter().map(|id| library().drill(id).expect("an installed drill"))
}

/// Drills of every kind of place and instrument; all of them with `FANLINE_LONG=1`.
pub(crate) fn sampled() -> Vec<&'static Drill> {
    if std::env::var_os("FANLINE_LONG").is_some() {
        return library().drills().iter().collect();
    }
    let more = ["hand-fan", "meso-submental", "exam-cheek"].map(|id| library().drill(id).expect("an installed drill"));
    measured().chain(more).collect()
}

/// The setup of an installed drill.
pub(crate) fn setup(drill: &str, seed: u64) -> Arc<Setup> {
    let library = library();
    library.setup(library.drill(drill).expect("an installed drill"), seed).expect("a setup")
}

/// A hand of the installed operators.
pub(crate) fn skill(level: f64) -> Skill {
    static TABLE: OnceLock<SkillTable> = OnceLock::new();
    let read = || {
        let file = "assets/operators.ron";
        SkillTable::parse(file, &content().read_text(file).expect("operators")).expect("operators")
    };
    TABLE.get_or_init(read).at(level)
}

const FILE: &str = "levels/drills/harmonyca-cheek.ron";

fn text() -> String {
    content().read_text(FILE).expect("the drill")
}

/// Line and column, both from 1, of the first occurrence of `what`.
fn place(text: &str, what: &str) -> (usize, usize) {
    let at = text.find(what).unwrap_or_else(|| panic!("{what} is not in the text"));
    let line = 1 + text[..at].matches('\n').count();
    let column = 1 + text[..at].chars().rev().take_while(|c| *c != '\n').count();
    (line, column)
}

#[test]
fn every_installed_drill_parses_and_can_be_set_up() {
    let files = content().list("levels/drills", "ron").expect("drills");
    assert_eq!(files.len(), library().drills().len());
    assert!(files.len() >= 2);
    for file in &files {
        let id = file.trim_start_matches("levels/drills/").trim_end_matches(".ron");
        let drill = library().drill(id).unwrap_or_else(|error| panic!("a drill is named like its file: {error}"));
        let text = content().read_text(file).expect("a drill");
        Drill::parse(file, &text, &library().known()).unwrap_or_else(|problems| panic!("{problems}"));
        let setup = library().setup(drill, 1).expect("a setup");
        assert!(setup.zone.area_mm2 > 200.0 && setup.target_mg_cm2 > 1.0, "{}", drill.id);
        let entry = setup.anatomy.project(setup.proposed_entries[0]);
        assert!(entry.depth_mm.abs() < 1e-6, "{}: the entry lies on the skin", drill.id);
        assert_eq!(library().hash(drill).len(), 32);
    }
}

#[test]
fn five_mistakes_give_five_problems_at_their_places() {
    let mistakes = [
        ("patient: \"anna\"", "patient: \"nobody\"", "\"nobody\"", "patient"),
        ("\"tragus_left\"", "\"tragus_lfet\"", "\"tragus_lfet\"", "zone[0].at[0][0]"),
        ("drawn_ml: 1.25", "drawn_ml: 99.5", "99.5", "drawn_ml"),
        ("gauge: \"22G\"", "gauge: \"24G\"", "\"24G\"", "cannula.gauge"),
        ("limit_s: 600", "limit_s: 5", "5,\n)", "limit_s"),
    ];
    let mut wrong = text();
    for (right, mistake, ..) in mistakes {
        assert!(wrong.contains(right), "{right}");
        wrong = wrong.replacen(right, mistake, 1);
    }
    let problems = Drill::parse("my.ron", &wrong, &library().known()).expect_err("five mistakes").0;
    let told: Vec<_> = problems.iter().map(|p| (p.field.clone(), (p.line, p.column))).collect();
    let wanted: Vec<_> = mistakes.iter().map(|(_, _, token, field)| ((*field).to_owned(), place(&wrong, token))).collect();
    assert_eq!(told, wanted, "{problems:#?}");
    assert!(problems.iter().all(|p| p.file == "my.ron" && !p.got.is_empty() && !p.allowed.is_empty()));
}

#[test]
fn an_unknown_field_is_named_with_its_place() {
    let wrong = text().replacen("    drawn_ml", "    drown_ml", 1);
    let problems = Drill::parse("my.ron", &wrong, &library().known()).expect_err("an unknown field").0;
    let told = problems.iter().find(|p| p.field == "drown_ml").unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!((told.line, told.column), place(&wrong, "drown_ml"));
    assert!(problems.iter().any(|p| p.field == "drawn_ml"), "what is missing is told as well: {problems:?}");
}

#[test]
fn volumes_and_phases_must_fit_each_other() {
    for (right, mistake, field) in [
        ("planned_ml: 1.25", "planned_ml: 1.5", "planned_ml"),
        ("maximum_ml: 1.3", "maximum_ml: 1.0", "maximum_ml"),
        ("(from_mm: 0.0, to_mm: 1.5)", "(from_mm: 2.0, to_mm: 1.5)", "plane.to_mm"),
        ("[\"disinfect\", \"entry\"", "[\"entry\", \"disinfect\"", "phases[1]"),
        ("\"passes\", \"finish\"]", "\"passes\"]", "phases"),
        ("id: \"harmonyca-cheek\"", "id: \"HArmonyCa cheek\"", "id"),
    ] {
        let from = text();
        let wrong = match field {
            "plane.to_mm" => {
                let at = from.find("plane: (").expect("a plane");
                let end = at + from[at..].find(')').expect("its end") + 1;
                format!("{}plane: (from_mm: 2.0, to_mm: 1.5){}", &from[..at], &from[end..])
            }
            _ => from.replacen(right, mistake, 1),
        };
        assert_ne!(from, wrong, "{right}");
        let problems = Drill::parse("my.ron", &wrong, &library().known()).expect_err(mistake).0;
        assert!(problems.iter().any(|p| p.field == field), "{mistake}: {problems:?}");
    }
}

#[test]
fn what_is_not_installed_is_named_with_what_is() {
    let said = library().drill("no-such").expect_err("no such drill").to_string();
    assert!(said.contains("no-such") && said.contains("harmonyca-cheek"), "{said}");
}

/// A content folder with this project's assets and its own copy of the levels.
fn copied(at: &std::path::Path) -> Content {
    std::os::unix::fs::symlink(content().path("assets"), at.join("assets")).expect("a link");
    for folder in ["drills", "courses", "patients", "rubrics", "quizzes"] {
        let (from, to) = (content().path("levels").join(folder), at.join("levels").join(folder));
        std::fs::create_dir_all(&to).expect("a folder");
        for file in std::fs::read_dir(from).expect("levels").map(|file| file.expect("a file").path()) {
            std::fs::copy(&file, to.join(file.file_name().expect("a name"))).expect("a copy");
        }
    }
    Content::at(at).expect("content")
}

#[test]
fn a_broken_drill_leaves_the_others_to_be_played() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = copied(folder.path());
    std::fs::write(content.path(FILE), text().replace("patient: \"anna\"", "patient: \"ana\"")).expect("written");
    let (library, problems) = Library::open_sound(&content).expect("the rest is sound");
    assert_eq!(problems.0.len(), 1, "{problems}");
    assert_eq!((problems.0[0].file.as_str(), problems.0[0].field.as_str()), (FILE, "patient"));
    let all = crate::drill::library().drills();
    assert_eq!(library.drills().len() + 1, all.len());
    assert!(library.drill("harmonyca-cheek").is_err());
    assert!(Library::open(&content).is_err(), "the strict way tells");
}
