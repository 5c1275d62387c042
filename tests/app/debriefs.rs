//! The debrief in the game's own pictures: every tab, at both sizes, both text sizes, dark and light.

use std::path::Path;

use fanline::drill::{Library, attempt};
use fanline::game::panels::debrief::{Action, Map, Show, Tab, Whose};
use fanline::game::theme::Look;
use fanline::game::{DebriefView, Played, debriefs, offscreen};
use fanline::scoring::score;
use fanline::source::Content;
use fanline::trainee::{Operator, SkillTable, play};
use image::RgbImage;

const SMALL: (u32, u32) = (1280, 720);
const LARGE: (u32, u32) = (1920, 1080);

fn look(dark: bool, text: f32) -> Look {
    Look { dark, text, ..Look::default() }
}

/// Pictures of a beginner's debrief; none where there is no graphics driver.
fn taken(views: &[(&str, (u32, u32), Look, Vec<Action>)]) -> Vec<RgbImage> {
    if offscreen::adapter().is_none() {
        eprintln!("no graphics driver here: pictures are not checked");
        return Vec::new();
    }
    let content = Content::find().expect("the project's own content is beside it");
    let library = Library::open(&content).expect("the content is whole");
    let drill = library.drill("radiesse-jawline").expect("an installed drill");
    let table = SkillTable::parse("operators", &content.read_text("assets/operators.ron").expect("operators")).expect("operators");
    let header = attempt::header(drill, &library.hash(drill), 3, "trainee");
    let played = play(library.setup(drill, 3).expect("a setup"), Operator::new(table.at(0.35), None, 3), &header).expect("memory");
    let card = score(&played.session, library.rubric(&drill.rubric).expect("a rubric"));
    let one = Played { operator: "trainee", session: &played.session, scorecard: &card, recording: &played.recording };
    let view = |(name, size, look, done): &(&str, (u32, u32), Look, Vec<Action>)| DebriefView {
        name: (*name).to_owned(),
        size: *size,
        look: *look,
        done: done.clone(),
    };
    let views: Vec<DebriefView> = views.iter().map(view).collect();
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("debrief");
    let paths = debriefs(&library, drill, &one, &views, &out).expect("this machine draws");
    paths.iter().map(|path| image::open(path).expect("a picture was written").to_rgb8()).collect()
}

/// Pixels of the expert's tone, lavender as it lies over skin.
fn lavender(picture: &RgbImage) -> usize {
    picture.pixels().filter(|p| p.0[2] > 190 && p.0[2] > p.0[1].saturating_add(30) && p.0[0] > p.0[1]).count()
}

#[test]
#[ignore = "draws pictures for a minute: scripts/test --long runs it"]
fn the_debrief_is_seen_as_a_person_chooses() {
    let dark = look(true, 1.0);
    let views = [
        ("1-scores", SMALL, dark, vec![]),
        ("2-findings", SMALL, dark, vec![Action::JumpTo(0), Action::Open(Tab::Findings)]),
        ("3-both", SMALL, dark, vec![Action::Open(Tab::Findings), Action::Map(Map::Off), Action::Seek(30.0), Action::Whose(Whose::Both)]),
        ("4-expert", SMALL, dark, vec![Action::Open(Tab::Compare), Action::Whose(Whose::Other)]),
        ("5-month-0", SMALL, dark, vec![Action::Month(0.0)]),
        ("6-month-6", SMALL, dark, vec![Action::Month(6.0)]),
        ("7-felt", SMALL, dark, vec![Action::Month(9.0), Action::Map(Map::Felt)]),
        ("8-notes", SMALL, look(false, 1.0), vec![Action::Open(Tab::Notes), Action::Map(Map::Nodules), Action::Show(Show::HotSpots, true)]),
        ("l1-first", LARGE, dark, vec![]),
        ("l2-both", LARGE, look(false, 1.0), vec![Action::JumpTo(0), Action::Whose(Whose::Both)]),
        ("l3-months", LARGE, dark, vec![Action::Month(4.5)]),
        ("l4-compare", LARGE, dark, vec![Action::Open(Tab::Compare), Action::Seek(40.0), Action::Show(Show::Layers, true), Action::Whose(Whose::Both)]),
        ("t1-scores", SMALL, look(true, 2.0), vec![]),
        ("t2-months", SMALL, look(false, 2.0), vec![Action::Month(6.0)]),
        ("t3-findings", LARGE, look(true, 2.0), vec![Action::Open(Tab::Findings)]),
        ("t4-compare", LARGE, look(true, 2.0), vec![Action::Open(Tab::Compare)]),
    ];
    let pictures = taken(&views);
    if pictures.is_empty() {
        return;
    }
    assert!(lavender(&pictures[2]) > 4 * lavender(&pictures[1]).max(40), "the expert's threads lie over one's own: {} {}", lavender(&pictures[2]), lavender(&pictures[1]));
    assert_eq!(pictures.len(), views.len());
    let differ = |a: usize, b: usize| pictures[a].pixels().zip(pictures[b].pixels()).filter(|(a, b)| a != b).count();
    assert!(differ(4, 5) > 3000, "half a year shows on the skin and in the rail: {}", differ(4, 5));
}
