//! Content read anew while the program runs: a file appears, breaks, is mended, vanishes; what was right stays meanwhile.

use std::fs;
use std::path::Path;

use fanline::drill::{Drill, Library};
use fanline::quiz::Quizzes;
use fanline::source::Content;
use tempfile::TempDir;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("content").map(|entry| entry.expect("an entry").path()) {
        let there = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &there);
        } else {
            fs::copy(&entry, &there).expect("a copy");
        }
    }
}

/// A copy of the content with a data folder of its own.
fn place() -> (TempDir, Content) {
    let at = tempfile::tempdir().expect("a folder");
    let from = crate::drill::content().root;
    for folder in ["levels", "assets"] {
        copy(&from.join(folder), &at.path().join("content").join(folder));
    }
    let own = at.path().join("data");
    fs::create_dir_all(own.join(Drill::OWN_FOLDER)).expect("a folder");
    let content = Content { own: Some(own), ..Content::at(&at.path().join("content")).expect("content") };
    (at, content)
}

/// An installed drill under another name.
fn drill(content: &Content, id: &str) -> String {
    let text = content.read_text("levels/drills/radiesse-jawline.ron").expect("a drill");
    text.replacen("id: \"radiesse-jawline\"", &format!("id: \"{id}\""), 1)
}

fn own(content: &Content, file: &str, text: &str) {
    fs::write(content.own.as_ref().expect("a data folder").join(Drill::OWN_FOLDER).join(file), text).expect("it can be written");
}

#[test]
fn an_own_drill_appears_breaks_is_mended_and_vanishes() {
    let (_at, content) = place();
    let first = Library::open(&content).expect("the content is right");
    let installed = first.drills().len();
    assert!(!first.is_own("radiesse-jawline") && first.drill("mine").is_err());

    own(&content, "mine.ron", &drill(&content, "mine"));
    let (there, problems) = first.reread(&content).expect("it can be read");
    assert!(problems.0.is_empty() && there.broken_drills().is_empty(), "{problems}");
    assert!(there.is_own("mine") && there.drills().len() == installed + 1);
    assert_eq!(there.drills().last().map(|drill| drill.id.as_str()), Some("mine"), "own drills come after the installed ones");
    assert!(first.drill("mine").is_err(), "who holds the old library sees nothing of it");
    let (hash, planned) = (there.hash(there.drill("mine").expect("it is there")), there.drill("mine").expect("it is there").planned_ml);

    let right = drill(&content, "mine");
    own(&content, "mine.ron", &right.replacen("planned_ml: ", "planned_ml: 99", 1));
    let (broken, problems) = there.reread(&content).expect("it can be read");
    assert!(problems.0.is_empty(), "an own drill is no fault of what is installed: {problems}");
    let told: Vec<_> = broken.broken_drills().iter().map(|problem| (problem.file.as_str(), problem.field.as_str(), problem.line > 1)).collect();
    assert!(told.contains(&("drills/mine.ron", "planned_ml", true)), "{told:?}");
    let kept = broken.drill("mine").expect("the last right content stays");
    assert_eq!((kept.planned_ml, broken.hash(kept)), (planned, hash.clone()));

    own(&content, "mine.ron", &right.replacen("limit_s: ", "limit_s: 1", 1));
    let (mended, problems) = broken.reread(&content).expect("it can be read");
    assert!(problems.0.is_empty() && mended.broken_drills().is_empty());
    assert_ne!(mended.hash(mended.drill("mine").expect("it is there")), hash, "another text is another drill");

    fs::remove_file(content.own.as_ref().expect("a data folder").join("drills/mine.ron")).expect("it can go");
    let (gone, _) = mended.reread(&content).expect("it can be read");
    assert!(gone.drill("mine").is_err() && !gone.is_own("mine") && gone.drills().len() == installed);
}

#[test]
fn an_own_drill_shadows_no_installed_one() {
    let (_at, content) = place();
    let first = Library::open(&content).expect("the content is right");
    let hash = first.hash(first.drill("radiesse-jawline").expect("an installed drill"));
    own(&content, "radiesse-jawline.ron", &drill(&content, "radiesse-jawline").replacen("limit_s: ", "limit_s: 1", 1));
    own(&content, "other.ron", &drill(&content, "not-its-file"));
    for library in [Library::open(&content).expect("what is installed is right"), first.reread(&content).expect("it can be read").0] {
        assert_eq!(library.hash(library.drill("radiesse-jawline").expect("the installed one")), hash);
        assert!(!library.is_own("radiesse-jawline") && library.drill("not-its-file").is_err());
        let told: Vec<_> = library.broken_drills().iter().map(|problem| (problem.file.as_str(), problem.field.as_str())).collect();
        assert_eq!(told, [("drills/other.ron", "id"), ("drills/radiesse-jawline.ron", "id")]);
    }
}

#[test]
fn an_installed_drill_that_breaks_stays_as_it_was_and_one_that_goes_leaves_its_course() {
    let (_at, content) = place();
    let first = Library::open(&content).expect("the content is right");
    let (file, text) = (content.path("levels/drills/radiesse-jawline.ron"), drill(&content, "radiesse-jawline"));
    let before = first.drill("radiesse-jawline").expect("a drill").limit_s;

    // Half of a file, as an editor may leave it for a moment, and bytes that are no text.
    for broken in [text.as_bytes()[..text.len() / 2].to_vec(), vec![0xFF, 0xFE, 0x00], Vec::new()] {
        fs::write(&file, broken).expect("it can be written");
        let (library, problems) = first.reread(&content).expect("it can be read");
        assert!(problems.0.iter().all(|problem| problem.file == "levels/drills/radiesse-jawline.ron") && !problems.0.is_empty(), "{problems}");
        assert_eq!(library.drill("radiesse-jawline").expect("it stays").limit_s, before);
        assert_eq!(library.courses(), first.courses());
    }

    fs::remove_file(&file).expect("it can go");
    let (library, problems) = first.reread(&content).expect("it can be read");
    assert!(library.drill("radiesse-jawline").is_err());
    assert!(problems.0.iter().any(|problem| problem.file.starts_with("levels/courses/")), "the course names what is not there: {problems}");
    assert!(library.courses().iter().all(|course| course.drills().all(|drill| library.drill(drill).is_ok())));
}

#[test]
fn a_drill_whose_rubric_goes_can_still_be_judged() {
    let (_at, content) = place();
    let first = Library::open(&content).expect("the content is right");
    let rubric = first.drill("radiesse-jawline").expect("a drill").rubric.clone();
    fs::remove_file(content.path(&format!("levels/rubrics/{rubric}.ron"))).expect("it can go");
    let (library, problems) = first.reread(&content).expect("it can be read");
    assert!(problems.0.iter().any(|problem| problem.field == "rubric"), "{problems}");
    assert!(library.rubric(&library.drill("radiesse-jawline").expect("it stays").rubric).is_ok());
}

#[test]
fn a_zone_follows_its_file() {
    let (_at, content) = place();
    let first = Library::open(&content).expect("the content is right");
    let area = |library: &Library| library.setup(library.drill("mine").expect("it is there"), 1).expect("a setup").zone.area_mm2;
    own(&content, "mine.ron", &drill(&content, "mine"));
    let (one, _) = first.reread(&content).expect("it can be read");
    let before = area(&one);
    let text = content.read_text("levels/drills/radiesse-cheek.ron").expect("a drill").replacen("id: \"radiesse-cheek\"", "id: \"mine\"", 1);
    own(&content, "mine.ron", &text);
    let (other, _) = one.reread(&content).expect("it can be read");
    assert_ne!(area(&other), before);
    assert_eq!(area(&one), before, "the old library keeps what it had");
}

#[test]
fn a_bank_and_a_blueprint_break_and_are_mended() {
    let (_at, content) = place();
    let (first, problems) = Quizzes::default().reread(&content).expect("it can be read");
    assert!(problems.0.is_empty() && first.banks.len() >= 2 && !first.blueprints.is_empty(), "{problems}");
    let (bank, blueprint) = (first.banks[0].id.clone(), first.blueprints[0].id.clone());
    let (bank_file, plan_file) = (content.path(&format!("levels/quizzes/{bank}.ron")), content.path(&format!("levels/blueprints/{blueprint}.ron")));
    let text = fs::read_to_string(&bank_file).expect("a bank");
    fs::write(&bank_file, text.replacen("version: 1", "version: 9", 1)).expect("it can be written");
    fs::write(&plan_file, "(").expect("it can be written");
    let (broken, problems) = first.reread(&content).expect("it can be read");
    assert_eq!(broken, first, "what was right stays");
    assert!(problems.0.len() >= 2, "{problems}");
    fs::remove_file(&plan_file).expect("it can go");
    fs::write(&bank_file, text).expect("it can be written");
    let (mended, problems) = broken.reread(&content).expect("it can be read");
    assert!(problems.0.is_empty() && mended.banks == first.banks && mended.blueprints.len() + 1 == first.blueprints.len(), "{problems}");
}
