//! Keys that the engine knows: places on a patient, cross-sections, predictions, replays.

use fanline::anatomy::Anatomy;
use fanline::drill::{Library, attempt};
use fanline::quiz::{Asked, Exhibit, Item, Question, Replay, ReplayFault, SectionKey, SectionView, Target, quizzes};
use fanline::scoring::{Scorecard, score};
use fanline::source::Content;
use fanline::trainee::{Fault, Operator, SkillTable, play};
use std::collections::BTreeMap;
use std::sync::Arc;

fn content() -> Content {
    Content::find().expect("content")
}

fn items() -> Vec<Item> {
    quizzes(&content()).unwrap_or_else(|problems| panic!("{problems}")).into_iter().flat_map(|bank| bank.items).collect()
}

/// Patients as they are asked for.
#[derive(Default)]
struct Patients(BTreeMap<String, Arc<Anatomy>>);

impl Patients {
    fn get(&mut self, library: &Library, id: &str) -> Arc<Anatomy> {
        let build = || library.anatomy(id).unwrap_or_else(|error| panic!("{id}: {error}"));
        Arc::clone(self.0.entry(id.to_owned()).or_insert_with(build))
    }
}

/// The option of an index in the file that is right.
fn right(item: &Item) -> usize {
    item.question.choices().iter().find(|choice| choice.right).map_or(usize::MAX, |choice| choice.place - 1)
}

#[test]
fn the_anatomy_finds_the_right_place_right_and_the_others_wrong() {
    let (library, mut patients) = (Library::open(&content()).expect("content"), Patients::default());
    let mut wrong = Vec::new();
    let mut count = 0;
    for item in items() {
        let Question::Point(pointing) = &item.question else { continue };
        let anatomy = patients.get(&library, &pointing.patient);
        count += 1;
        if let Target::Hazard(id) = &pointing.target {
            let of: Vec<_> = anatomy.hazards().iter().filter(|hazard| hazard.id == *id).collect();
            let known = !of.is_empty() && of.iter().all(|hazard| hazard.certainty == fanline::anatomy::Certainty::Found);
            assert!(known, "{}: {id} is not published", item.name());
        }
        for choice in &pointing.choices {
            let Some(pointed) = pointing.judge_spot(&anatomy, choice.place - 1) else {
                wrong.push(format!("{} {}: no such place", item.name(), choice.place));
                continue;
            };
            // A place that is wrong must be clearly wrong: nobody may argue about a border.
            let clear = if matches!(pointing.target, Target::Layer(_)) { 0.0 } else { 2.0 };
            let fits = if choice.right { pointed.right() } else { pointed.off_mm() > pointing.within_mm + clear };
            if !fits {
                wrong.push(format!("{} \"{}\": {:.1} mm off", item.name(), choice.text, pointed.off_mm()));
            }
        }
    }
    assert!(count >= 20 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_cross_section_has_the_key_that_its_item_names() {
    let (library, mut patients) = (Library::open(&content()).expect("content"), Patients::default());
    let mut wrong = Vec::new();
    let mut count = 0;
    for item in items() {
        let Some(Exhibit::Section(section)) = &item.exhibit else { continue };
        let anatomy = patients.get(&library, &section.patient);
        let view = SectionView::new(section, &anatomy, library.catalogue()).unwrap_or_else(|error| panic!("{}: {error}", item.name()));
        count += 1;
        let key = view.key(&section.asked);
        let fits = match (&item.question, key) {
            (Question::Single(_), Some(SectionKey::Option(option))) => option == right(&item),
            (Question::Numeric { value, tolerance, .. }, Some(SectionKey::Number(number))) => (number - value).abs() <= tolerance / 3.0,
            _ => false,
        };
        if !fits {
            wrong.push(format!("{}: {key:?}; {:#?}", item.name(), view.threads));
        }
        let last = view.columns.last().expect("columns").at_mm;
        assert!((last - view.length_mm).abs() < 1e-9 && view.columns.len() > 5, "{}", item.name());
        for thread in &view.threads {
            let long = section.threads[thread.thread - 1].points.iter().all(|point| (0.0..=view.length_mm).contains(&point.0));
            assert!(long, "{}: thread {} leaves the line of {:.1} mm", item.name(), thread.thread, view.length_mm);
            // Whoever is asked about a thread sees it whole.
            let along: Vec<f64> = view.blobs.iter().filter(|blob| blob.thread == thread.thread).map(|blob| blob.at_mm).collect();
            let seen = along.iter().copied().fold(f64::NEG_INFINITY, f64::max) - along.iter().copied().fold(f64::INFINITY, f64::min);
            assert!(seen > 0.7 * thread.length_mm, "{}: of thread {} {seen:.1} mm are seen", item.name(), thread.thread);
        }
    }
    assert!(count >= 12 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_cross_section_can_be_drawn_and_told() {
    let library = Library::open(&content()).expect("content");
    let lang = fanline::lang::Lang::load(&content(), "en").expect("English");
    let item = items().into_iter().find(|item| item.id == "section-jaw-fat").expect("there");
    let Some(Exhibit::Section(section)) = &item.exhibit else { panic!("a cross-section") };
    let anatomy = library.anatomy(&section.patient).expect("a patient");
    let view = SectionView::new(section, &anatomy, library.catalogue()).expect("a view");
    let svg = view.svg("<b>\"Jaw\"</b>");
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>") && !svg.contains("<b>"), "{svg:.200}");
    assert_eq!(svg.matches("<ellipse").count(), view.blobs.len());
    assert!(view.blobs.len() > 20 && !svg.contains("NaN"));
    let words = view.words(&lang);
    assert_eq!(words.len(), 1 + 3 + section.threads.len());
    assert!(words.iter().all(|line| !line.contains('⟨')), "{words:?}");
    let mut short = section.clone();
    short.to = short.from.clone();
    assert!(SectionView::new(&short, &anatomy, library.catalogue()).is_err(), "a line without length");
    assert_eq!(view.key(&Asked::BelowDermis(0)), None);
    assert_eq!(view.key(&Asked::BelowDermis(9)), None);
}

#[test]
fn a_prediction_is_what_the_engine_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for item in items() {
        let Some(Exhibit::Predict(predict)) = &item.exhibit else { continue };
        count += 1;
        let figures = predict.figures().unwrap_or_else(|error| panic!("{}: {error}", item.name()));
        let sign = if predict.least { -1.0 } else { 1.0 };
        let fits = match &item.question {
            Question::Numeric { value, tolerance, .. } => (figures[0] - value).abs() <= tolerance / 5.0,
            _ => {
                let key = figures[right(&item)];
                // By a clear margin: a twentieth of the key.
                figures.iter().enumerate().all(|(i, figure)| i == right(&item) || sign * (key - figure) > 0.05 * key.abs().max(1e-6))
            }
        };
        if !fits {
            wrong.push(format!("{}: {figures:?}", item.name()));
        }
    }
    assert!(count >= 5 && wrong.is_empty(), "{}", wrong.join("\n"));
}

fn attempt_of(library: &Library, replay: &Replay) -> Scorecard {
    let table = SkillTable::parse("assets/operators.ron", &content().read_text("assets/operators.ron").expect("operators")).expect("operators");
    let drill = library.drill(&replay.drill).expect("a drill");
    let fault = match replay.fault {
        ReplayFault::Shallow(mm) => Fault::Shallow(mm),
        ReplayFault::UnevenSpacing => Fault::UnevenSpacing,
        ReplayFault::FlowAdvancing => Fault::FlowAdvancing,
    };
    let header = attempt::header(drill, &library.hash(drill), replay.seed, "replay");
    let operator = Operator::new(table.at(replay.skill), Some(fault), replay.seed);
    let played = play(library.setup(drill, replay.seed).expect("a setup"), operator, &header).expect("played");
    score(&played.session, library.rubric(&drill.rubric).expect("a rubric"))
}

/// The finding of the key costs at least 4 of 100 points; those of the others are not there, or cost less than a quarter of that.
#[test]
fn a_replay_has_the_fault_that_the_key_names_and_none_of_the_others() {
    let library = Library::open(&content()).expect("content");
    let mut wrong = Vec::new();
    let mut count = 0;
    for item in items() {
        let Some(Exhibit::Replay(replay)) = &item.exhibit else { continue };
        count += 1;
        let card = attempt_of(&library, replay);
        let lost = |id: &str| card.findings.iter().filter(|finding| finding.id == id).map(|finding| finding.points_lost).sum::<f64>();
        let key = &replay.findings[right(&item)];
        let fits = lost(key) >= 4.0 && replay.findings.iter().all(|id| id == key || 4.0 * lost(id) <= lost(key));
        if !fits {
            let all: Vec<String> = card.findings.iter().map(|finding| format!("{} {:.1} {:?}", finding.id, finding.points_lost, finding.severity)).collect();
            wrong.push(format!("{}: key {key}; {all:#?}", item.name()));
        }
    }
    assert!(count >= 3 && wrong.is_empty(), "{}", wrong.join("\n"));
}
