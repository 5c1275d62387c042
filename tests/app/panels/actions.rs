//! What a person does comes back as an action, by mouse and by keyboard.

use super::models;
use super::stage::{Stage, lang, sizes};
use bevy_egui::egui::{Key, vec2};
use fanline::game::panels::{atlas, bench, consult, cross_section, debrief, drills, editor, error, learners, meters, notice, patients, pause, procedure, quiz, settings, strip, title};
use fanline::game::theme::{Look, State};

fn stage() -> Stage {
    Stage::new(sizes()[0], Look { reduced_motion: true, ..Look::default() })
}

#[test]
fn an_entry_of_the_title_opens() {
    let (lang, model) = (lang(), models::title());
    let action = stage().click("Quiz", |ui| title::panel(ui, &model, &lang));
    assert_eq!(action, Some(title::Action::Open(title::Entry::Quiz)));
}

#[test]
fn the_title_is_worked_by_keyboard_alone() {
    let (lang, model) = (lang(), models::title());
    let mut stage = stage();
    stage.settle(|ui| title::panel(ui, &model, &lang));
    stage.key(Key::Tab, |ui| title::panel(ui, &model, &lang));
    stage.key(Key::Tab, |ui| title::panel(ui, &model, &lang));
    let action = stage.key(Key::Enter, |ui| title::panel(ui, &model, &lang));
    assert_eq!(action, Some(title::Action::Open(title::Entry::Learn)));
}

#[test]
fn enter_alone_takes_the_first_thing_to_do() {
    let (lang, title, drills) = (lang(), models::title(), models::drills());
    let first = title::Action::Open(title.entries[0]);
    assert_eq!(stage().key(Key::Enter, |ui| title::panel(ui, &title, &lang)), Some(first));
    assert_eq!(stage().key(Key::Enter, |ui| drills::panel(ui, &drills, &lang)), Some(drills::Action::Start(1)), "the first that is not passed");
}

#[test]
fn a_drill_starts_and_escape_goes_back() {
    let (lang, model) = (lang(), models::drills());
    let mut stage = stage();
    let screen = |ui: &mut _| drills::panel(ui, &model, &lang);
    assert_eq!(stage.click("Start", screen), Some(drills::Action::Start(0)));
    assert_eq!(stage.click("Foundations  0 / 1", screen), Some(drills::Action::Course(1)));
    assert_eq!(stage.key(Key::Escape, screen), Some(drills::Action::Back));
}

#[test]
fn own_scans_are_marked_and_damaged_ones_are_listed_with_their_problem() {
    let (lang, model) = (lang(), models::patients());
    let mut stage = stage();
    stage.settle(|ui| patients::panel(ui, &model, &lang));
    let count = |text: &str| stage.painted.iter().filter(|painted| painted.text.contains(text)).count();
    assert_eq!(count("Own scan"), 1, "one of the five is a scan");
    assert_eq!((count("cannot be read"), count("my-own-head.scan")), (1, 1));
}

#[test]
fn a_patient_is_chosen_by_mouse_and_by_keyboard() {
    let (lang, model) = (lang(), models::patients());
    let screen = |ui: &mut _| patients::panel(ui, &model, &lang);
    assert_eq!(stage().click("Look inside", screen), Some(patients::Action::Open(0)));
    assert_eq!(stage().click("Random person", screen), Some(patients::Action::Random));
    let mut stage = stage();
    stage.settle(screen);
    // The way back comes first, then the cards in their order.
    for _ in 0..3 {
        stage.key(Key::Tab, screen);
    }
    assert_eq!(stage.key(Key::Enter, screen), Some(patients::Action::Open(1)));
    assert_eq!(stage.key(Key::Escape, screen), Some(patients::Action::Back));
}

#[test]
fn the_atlas_is_worked_by_mouse() {
    let (lang, model) = (lang(), models::atlas());
    let screen = |ui: &mut _| atlas::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look::default());
    assert_eq!(stage.click("Hazards", screen), Some(atlas::Action::Toggle(strip::Overlay::Hazards)));
    assert_eq!(stage.click("Tension lines", screen), Some(atlas::Action::Toggle(strip::Overlay::Tension)));
    assert_eq!(stage.click("Neck", screen), Some(atlas::Action::Site(1)));
    assert_eq!(stage.click("6 Below", screen), Some(atlas::Action::View(5)));
    assert_eq!(stage.click("Cut-away", screen), Some(atlas::Action::CutAway));
    assert_eq!(stage.click("Man", screen), Some(atlas::Action::Person(atlas::PersonAction::Sex(fanline::anatomy::Sex::Male))));
    assert_eq!(stage.click("Random person", screen), Some(atlas::Action::Person(atlas::PersonAction::Random)));
    assert_eq!(stage.key(Key::Escape, screen), Some(atlas::Action::Back));
}

#[test]
fn the_atlas_is_worked_by_keyboard_alone() {
    let (lang, model) = (lang(), models::atlas());
    let screen = |ui: &mut _| atlas::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    let mut done = Vec::new();
    // Every stop of the Tab key is tried with Enter and, where that does nothing, with an arrow.
    for _ in 0..40 {
        stage.key(Key::Tab, screen);
        let action = stage.key(Key::Enter, screen);
        done.extend(action.or_else(|| stage.key(Key::ArrowRight, screen)));
    }
    let person = |action| atlas::Action::Person(action);
    for wanted in [
        atlas::Action::Back,
        atlas::Action::Site(2),
        person(atlas::PersonAction::Age(67.0)),
        person(atlas::PersonAction::Bmi(22.5)),
        person(atlas::PersonAction::SkinType(5.0)),
        person(atlas::PersonAction::Reset),
        person(atlas::PersonAction::Random),
        atlas::Action::Toggle(strip::Overlay::Landmarks),
        atlas::Action::Layer(2.5),
        atlas::Action::CutAway,
        atlas::Action::View(5),
    ] {
        assert!(done.contains(&wanted), "{wanted:?} is not within reach of the keyboard: {done:?}");
    }
    // Escape first lets go of the slider or button that has the keyboard, so that the arrow keys turn the patient again.
    stage.key(Key::Tab, screen);
    assert_eq!(stage.key(Key::Escape, screen), None);
    assert_eq!(stage.key(Key::Escape, screen), Some(atlas::Action::Back));
}

#[test]
fn a_consultation_is_asked_noted_and_decided_by_mouse() {
    let (lang, fresh, asked) = (lang(), models::consultation(false), models::consultation(true));
    let first = |ui: &mut _| procedure::panel(ui, &fresh, &lang);
    let did = |action| Some(procedure::Action::Consult(action));
    assert_eq!(stage().click("Blood thinners", first), did(consult::Action::Ask(1)));
    assert_eq!(stage().click("Nodules", first), did(consult::Action::Note(1)));
    assert_eq!(stage().click("Do not treat", first), did(consult::Action::Declining(true)), "it is asked once more");
    assert_eq!(stage().click("Treat", first), did(consult::Action::Treat));
    let later = |ui: &mut _| procedure::panel(ui, &asked, &lang);
    let mut stage = stage();
    stage.settle(later);
    stage.find("a small dose of aspirin");
    assert_eq!(stage.click("Bleeding disorder", later), None, "what was asked is asked");
    assert_eq!(stage.click("Immune system", later), None);
    assert_eq!(stage.click("Nothing", later), did(consult::Action::Caution(None)));
    assert_eq!(stage.click("Treat with this care", later), did(consult::Action::Treat));
    let sure = procedure::Model { consult: asked.consult.clone().map(|model| consult::Model { declining: true, ..model }), ..asked.clone() };
    let sure = |ui: &mut _| procedure::panel(ui, &sure, &lang);
    assert_eq!(stage.click("Not today", sure), did(consult::Action::Decline));
    assert_eq!(stage.click("Back to the history", sure), did(consult::Action::Declining(false)));
}

#[test]
fn a_consultation_is_worked_by_keyboard_alone() {
    let (lang, model) = (lang(), models::consultation(false));
    let screen = |ui: &mut _| procedure::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    let mut done = Vec::new();
    for _ in 0..24 {
        stage.key(Key::Tab, screen);
        done.extend(stage.key(Key::Enter, screen));
    }
    let all = (0..12).map(consult::Action::Ask).chain((0..6).map(consult::Action::Note));
    for wanted in all.chain([consult::Action::Treat, consult::Action::Declining(true), consult::Action::Menu]) {
        assert!(done.contains(&procedure::Action::Consult(wanted)), "{wanted:?} is not within reach of the keyboard: {done:?}");
    }
}

#[test]
fn the_card_of_a_consultation_leaves_the_patient_a_third() {
    for (size, text) in [(sizes()[0], 1.0), (sizes()[0], 2.0), (sizes()[1], 1.0), (sizes()[1], 2.0)] {
        let theme = fanline::game::theme::Theme::new(Look { text, ..Look::default() }, size);
        let window = bevy_egui::egui::Rect::from_min_size(Default::default(), size);
        let parts = fanline::game::panels::layout::consult(window, &theme);
        assert!(!parts.card.intersects(parts.field) && window.contains_rect(parts.card));
        assert!(parts.field.width() >= 0.3 * size.x, "{parts:?}");
    }
}

#[test]
fn names_keep_off_each_other_and_off_the_panels() {
    let (lang, model) = (lang(), models::atlas());
    let mut stage = stage();
    stage.settle(|ui| atlas::panel(ui, &model, &lang));
    let theme = fanline::game::theme::Theme::new(Look { reduced_motion: true, ..Look::default() }, sizes()[0]);
    let field = fanline::game::panels::layout::atlas(stage.window(), &theme).field;
    let names: Vec<_> = stage.painted.iter().filter(|painted| painted.text == "Antegonial notch" || painted.text == "Malar").collect();
    assert!(names.len() > 2, "{} names found room", names.len());
    assert!(names.iter().all(|name| field.contains_rect(name.rect)));
}

#[test]
fn every_region_landmark_and_hazard_has_a_name() {
    let lang = lang();
    let content = fanline::source::Content::find().expect("the project's own content is beside it");
    let library = fanline::drill::Library::open(&content).expect("the content is whole");
    let anatomy = library.anatomy("anna").expect("a patient");
    let regions = fanline::anatomy::Region::ALL.iter().map(|(_, name)| format!("region-{name}"));
    let stem = |name: &'static str| name.trim_end_matches("_left").trim_end_matches("_right");
    use fanline::anatomy::Landmark;
    let hand = library.hand_of(anatomy.phenotype()).expect("a hand");
    let landmarks = Landmark::names().into_iter().chain(Landmark::hand_names()).map(|name| format!("landmark-{}", stem(name)));
    let hazards = anatomy.hazards().iter().chain(hand.hazards()).map(|hazard| format!("hazard-{}", hazard.id));
    for id in regions.chain(landmarks).chain(hazards) {
        assert!(lang.has(&id), "no words for {id}");
    }
}

#[test]
fn the_strip_switches_overlays_and_views() {
    let (lang, model) = (lang(), models::procedure());
    let screen = |ui: &mut _| procedure::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look::default());
    let toggled = procedure::Action::Strip(strip::Action::Toggle(strip::Overlay::Hazards));
    assert_eq!(stage.click("Hazards", screen), Some(toggled));
    assert_eq!(stage.click("4 Profile", screen), Some(procedure::Action::Strip(strip::Action::View(3))));
    assert_eq!(stage.click("Menu", screen), Some(procedure::Action::Menu));
}

#[test]
fn the_pointer_over_the_field_belongs_to_the_scene() {
    let (lang, model) = (lang(), models::procedure());
    let screen = |ui: &mut _| procedure::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    stage.click_at(bevy_egui::egui::pos2(600.0, 300.0), screen);
    assert!(!stage.ctx.egui_wants_pointer_input());
    let depth = stage.find("Depth at the port").rect.center();
    stage.click_at(depth, screen);
    assert!(stage.ctx.egui_wants_pointer_input());
}

#[test]
fn leaving_is_asked_before_it_is_done() {
    let lang = lang();
    let menu = pause::Model { can_finish: true, ..Default::default() };
    let action = stage().click("Leave", |ui| pause::panel(ui, &menu, &lang));
    assert_eq!(action, Some(pause::Action::Ask(pause::Page::ConfirmLeave)));
    let asked = pause::Model { page: pause::Page::ConfirmLeave, ..menu };
    let mut stage = stage();
    stage.settle(|ui| pause::panel(ui, &asked, &lang));
    let yes = stage.painted.iter().rev().find(|painted| painted.text == "Leave").expect("a way to leave").rect.center();
    assert_eq!(stage.click_at(yes, |ui| pause::panel(ui, &asked, &lang)), Some(pause::Action::Leave));
    let back = stage.key(Key::Escape, |ui| pause::panel(ui, &asked, &lang));
    assert_eq!(back, Some(pause::Action::Ask(pause::Page::Menu)));
}

#[test]
fn a_finding_jumps_by_its_own_index_though_well_done_ones_come_last() {
    let lang = lang();
    // None is looked at: that one would be shown whole, and the last pushed out of sight.
    let model = debrief::Model { chosen: None, ..models::debrief() };
    let screen = |ui: &mut _| debrief::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look::default());
    assert_eq!(model.findings[1].state, State::Target);
    assert_eq!(stage.click("38 %", screen), Some(debrief::Action::JumpTo(2)));
    assert_eq!(stage.click("Retrograde throughout", screen), Some(debrief::Action::JumpTo(1)));
    assert!(stage.find("Retrograde throughout").rect.top() > stage.find("38 %").rect.bottom());
    assert_eq!(stage.click("Again, same patient", screen), Some(debrief::Action::Again));
    assert_eq!(stage.key(Key::Space, screen), Some(debrief::Action::Play(true)));
}

#[test]
fn a_click_on_a_thread_seeks_to_when_it_was_laid() {
    let (lang, model) = (lang(), models::debrief());
    let screen = |ui: &mut _| debrief::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look::default());
    stage.settle(screen);
    let name = stage.find("thread 3").rect;
    let action = stage.click_at(name.left_bottom() + vec2(30.0, 40.0), screen);
    let times = model.threads[2].samples.iter().map(|sample| sample.time_s);
    let (from, to) = (times.clone().fold(f64::INFINITY, f64::min), times.fold(0.0, f64::max));
    let Some(debrief::Action::Seek(time)) = action else { panic!("{action:?}") };
    assert!((from..=to).contains(&time), "{time} is not within {from}–{to}");
}

#[test]
fn the_nodule_ring_shows_the_probability_and_not_its_points() {
    let (lang, model) = (lang(), models::debrief_at(debrief::Tab::Scores, false));
    let mut stage = stage();
    stage.settle(|ui| debrief::panel(ui, &model, &lang));
    let (large, small) = (stage.find("4.1 %").points, stage.find("safety\u{a0}71").points);
    assert!(large > 1.25 * small, "{large} {small}");
    assert!(!stage.painted.iter().any(|painted| painted.text == "71"));
}

#[test]
fn what_would_have_lowered_the_risk_stands_under_the_scores_with_the_risk_then() {
    let (lang, mut model) = (lang(), models::debrief_at(debrief::Tab::Scores, false));
    let mut stage = stage();
    stage.settle(|ui| debrief::panel(ui, &model, &lang));
    let [first, second] = ["Thread 2 in the target plane", "All threads ended"].map(|text| stage.find(text).rect);
    let (then, later) = (stage.find("→ 2.3 %").rect, stage.find("→ 3.4 %").rect);
    assert!((then.center().y - first.center().y).abs() < 3.0 && (later.center().y - second.center().y).abs() < 3.0, "{then:?} {later:?}");
    assert!(first.top() > stage.find("safety\u{a0}71").rect.bottom() && first.bottom() <= second.top() + 1.0);
    model.changes.clear();
    stage.settle(|ui| debrief::panel(ui, &model, &lang));
    assert!(!stage.painted.iter().any(|painted| painted.text.contains("lowered the nodule risk")));
}

#[test]
fn who_plays_is_one_click_from_the_title() {
    let (lang, model) = (lang(), models::title());
    let action = stage().click("Dr. Maximiliane", |ui| title::panel(ui, &model, &lang));
    assert_eq!(action, Some(title::Action::Open(title::Entry::Learners)));
}

#[test]
fn a_learner_is_chosen_and_only_who_plays_changes_their_pin() {
    use learners::Action;
    let (lang, model) = (lang(), models::learners(None));
    let screen = |ui: &mut _| learners::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    let count = |stage: &Stage, text: &str| stage.painted.iter().filter(|painted| painted.text == text).count();
    assert_eq!((count(&stage, "Play"), count(&stage, "Delete"), count(&stage, "Change PIN"), count(&stage, "Remove PIN")), (3, 4, 1, 1));
    assert_eq!(stage.click("Play as a guest", screen), Some(Action::Guest));
    assert_eq!(stage.click("Add a learner", screen), Some(Action::New));
    assert_eq!(stage.click("Change PIN", screen), Some(Action::SetPin(0)));
    assert_eq!(stage.click("Remove PIN", screen), Some(Action::RemovePin(0)));
    assert_eq!(stage.click("Delete", screen), Some(Action::Delete(0)));
    assert_eq!(stage.key(Key::Escape, screen), Some(Action::Back));
    // The words "Play as a guest" come first; then those of the cards in their order.
    let play = stage.painted.iter().find(|painted| painted.text == "Play").expect("a button").rect.center();
    assert_eq!(stage.click_at(play, screen), Some(Action::Play(1)));
    let guest = learners::Model { guest: true, ..models::learners(None) };
    stage.settle(|ui| learners::panel(ui, &guest, &lang));
    assert_eq!(count(&stage, "Play as a guest"), 0, "a guest is one already");
}

#[test]
fn a_pin_is_typed_or_pressed_and_an_empty_one_confirms_nothing() {
    use learners::{Action, Form};
    let lang = lang();
    let model = |pin: &str| models::learners(Some(Form::Enter(1, pin.into())));
    let (empty, given) = (model(""), model("12"));
    let mut stage = stage();
    stage.settle(|ui| learners::panel(ui, &empty, &lang));
    assert_eq!(stage.typed("7", |ui| learners::panel(ui, &empty, &lang)), Some(Action::Type("7".into())), "the line has the keyboard");
    assert_eq!(stage.key(Key::Enter, |ui| learners::panel(ui, &empty, &lang)), None);
    stage.settle(|ui| learners::panel(ui, &given, &lang));
    assert_eq!(stage.key(Key::Enter, |ui| learners::panel(ui, &given, &lang)), Some(Action::Confirm));
    assert_eq!(stage.key(Key::Escape, |ui| learners::panel(ui, &given, &lang)), Some(Action::Cancel));
    let pressed = |stage: &mut Stage, text: &str| {
        stage.settle(|ui| learners::panel(ui, &given, &lang));
        let at = stage.painted.iter().rev().find(|painted| painted.text == text).expect("a key of the pad").rect.center();
        stage.click_at(at, |ui| learners::panel(ui, &given, &lang))
    };
    assert_eq!(pressed(&mut stage, "4"), Some(Action::Type("124".into())));
    assert_eq!(pressed(&mut stage, "Clear"), Some(Action::Type(String::new())));
    assert_eq!(pressed(&mut stage, "Cancel"), Some(Action::Cancel));
    assert!(stage.painted.iter().all(|painted| !painted.text.contains("12") || painted.text.contains("128")), "a PIN is not shown");
}

#[test]
fn deleting_says_what_goes_and_wants_the_pin() {
    use learners::{Action, Form};
    let lang = lang();
    let model = |pin: Option<&str>| models::learners(Some(Form::Delete(1, pin.map(str::to_owned))));
    let (asked, given, free) = (model(Some("")), model(Some("9")), model(None));
    let mut stage = stage();
    let delete = |stage: &mut Stage, model: &learners::Model| {
        stage.settle(|ui| learners::panel(ui, model, &lang));
        let at = stage.painted.iter().rev().find(|painted| painted.text == "Delete").expect("a button").rect.center();
        stage.click_at(at, |ui| learners::panel(ui, model, &lang))
    };
    assert_eq!(delete(&mut stage, &asked), None, "not without the PIN");
    stage.find("One attempt with its recording, no answers");
    assert_eq!(delete(&mut stage, &given), Some(Action::Confirm));
    assert_eq!(delete(&mut stage, &free), Some(Action::Confirm));
}

#[test]
fn the_quiz_offers_today_s_review_drills_and_exams() {
    let (lang, model) = (lang(), models::quiz_choices(17, 3, false));
    let screen = |ui: &mut _| quiz::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look { reduced_motion: true, ..Look::default() });
    stage.settle(screen);
    stage.find("17 items are due, 3 are new.");
    assert_eq!(stage.click("Begin review", screen), Some(quiz::Action::Review));
    assert_eq!(stage.click("Neck fan, 1:4", screen), Some(quiz::Action::Drill(1)));
    assert_eq!(stage.click("Begin exam", screen), Some(quiz::Action::Exam(0)));
    let mut fresh = Stage::new(sizes()[0], Look { reduced_motion: true, ..Look::default() });
    assert_eq!(fresh.key(Key::Enter, screen), Some(quiz::Action::Review));
    let none = models::quiz_choices(0, 0, false);
    assert_eq!(fresh.click("Begin review", |ui| quiz::panel(ui, &none, &lang)), None, "nothing is due");
}

#[test]
fn an_exam_tells_nothing_and_asks_before_it_is_handed_in() {
    let lang = lang();
    let (exam, leaving) = (models::quiz_exam(false), models::quiz_exam(true));
    let mut stage = stage();
    stage.settle(|ui| quiz::panel(ui, &exam, &lang));
    stage.find("41:07 left");
    assert!(!stage.painted.iter().any(|painted| painted.text.contains("right so far") || painted.text.contains("0 right")));
    assert_eq!(stage.key(Key::Enter, |ui| quiz::panel(ui, &exam, &lang)), Some(quiz::Action::Check));
    assert_eq!(stage.key(Key::Escape, |ui| quiz::panel(ui, &exam, &lang)), Some(quiz::Action::Back));
    assert_eq!(stage.click("Hand in", |ui| quiz::panel(ui, &leaving, &lang)).or_else(|| {
        let at = stage.painted.iter().rev().find(|painted| painted.text == "Hand in").expect("a button").rect.center();
        stage.click_at(at, |ui| quiz::panel(ui, &leaving, &lang))
    }), Some(quiz::Action::HandIn));
    assert_eq!(stage.key(Key::Escape, |ui| quiz::panel(ui, &leaving, &lang)), Some(quiz::Action::Stay));
}

#[test]
fn a_quiz_is_answered_by_keyboard() {
    let lang = lang();
    let mut item = models::quiz_item(0);
    let mut stage = stage();
    stage.settle(|ui| quiz::panel(ui, &item, &lang));
    assert_eq!(stage.key(Key::B, |ui| quiz::panel(ui, &item, &lang)), Some(quiz::Action::Choose(1)));
    assert_eq!(stage.key(Key::Num3, |ui| quiz::panel(ui, &item, &lang)), Some(quiz::Action::Choose(2)));
    assert_eq!(stage.key(Key::Enter, |ui| quiz::panel(ui, &item, &lang)), Some(quiz::Action::Check));
    if let quiz::Model::Item(quiz::Item { answering: quiz::Answering::Single { chosen, .. }, .. }) = &mut item {
        *chosen = None;
    }
    assert_eq!(stage.key(Key::Enter, |ui| quiz::panel(ui, &item, &lang)), None, "there is nothing to check");
    assert_eq!(quiz::number(" 1,4 "), Some(1.4));
    assert_eq!(quiz::number("about two"), None);
}

#[test]
fn steps_are_put_in_order_one_after_the_other() {
    let (lang, model) = (lang(), models::quiz_item(6));
    let screen = |ui: &mut _| quiz::panel(ui, &model, &lang);
    let mut stage = stage();
    assert_eq!(stage.click("Just below the dermal–fat boundary", screen), Some(quiz::Action::Choose(0)));
    assert_eq!(stage.key(Key::B, screen), Some(quiz::Action::Choose(1)));
    assert_eq!(stage.key(Key::Enter, screen), None, "one has no place yet");
    let place = |text: &str| stage.painted.iter().find(|painted| painted.text == text).map(|painted| painted.rect.center().y);
    assert!(place("1") > place("2") && place("2") < place("3"), "the third step is the first: {:?}", [place("1"), place("2"), place("3")]);
}

#[test]
fn a_place_or_a_depth_is_pointed_at_or_chosen_in_words() {
    let (lang, place, depth, in_words) = (lang(), models::quiz_item(3), models::quiz_item(4), models::quiz_item(5));
    let mut stage = stage();
    assert_eq!(stage.click("Choose in words instead", |ui| quiz::panel(ui, &place, &lang)), Some(quiz::Action::InWords(true)));
    assert_eq!(stage.key(Key::Enter, |ui| quiz::panel(ui, &place, &lang)), Some(quiz::Action::Check));
    assert_eq!(stage.click("Point instead", |ui| quiz::panel(ui, &in_words, &lang)), Some(quiz::Action::InWords(false)));
    assert_eq!(stage.key(Key::B, |ui| quiz::panel(ui, &in_words, &lang)), Some(quiz::Action::Choose(1)));
    let screen = |ui: &mut _| quiz::panel(ui, &depth, &lang);
    stage.settle(screen);
    // The scale at the left says how deep a place of the picture is.
    let [two, four] = ["2", "4"].map(|text| stage.painted.iter().find(|painted| painted.text == text).expect("a number of the scale").rect.center());
    let Some(quiz::Action::Deep(mm)) = stage.click_at(two + (four - two) * 0.5 + vec2(200.0, 0.0), screen) else { panic!("no depth") };
    assert!((mm - 3.0).abs() < 0.1, "{mm}");
}

#[test]
fn settings_step_through_the_text_sizes() {
    let (lang, model) = (lang(), models::settings(settings::Tab::Look));
    let screen = |ui: &mut _| settings::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look::default());
    assert_eq!(stage.click("Larger", screen), Some(settings::Action::Text(1.1)));
    assert_eq!(stage.click("Smaller", screen), Some(settings::Action::Text(0.9)));
    assert_eq!(stage.click("Español", screen), Some(settings::Action::Language(Some(1))));
    assert_eq!(stage.click("High contrast", screen), Some(settings::Action::HighContrast(true)));
    assert_eq!(stage.click("Assists", screen), Some(settings::Action::Tab(settings::Tab::Assists)));
    let model = models::settings(settings::Tab::Assists);
    let screen = |ui: &mut _| settings::panel(ui, &model, &lang);
    let off = settings::Action::Assist(settings::Assist::Section, false);
    assert_eq!(stage.click("Cross-section", screen), Some(off));
}

#[test]
fn the_bench_is_chosen_drawn_stroked_and_filled() {
    let lang = lang();
    let (empty, drawn) = (models::bench(false), models::bench(true));
    let mut stage = Stage::new(sizes()[1], Look::default());
    let before = |ui: &mut _| bench::panel(ui, &empty, &lang);
    assert_eq!(stage.click("HArmonyCa", before), Some(bench::Action::Product(0)));
    assert_eq!(stage.click("1:1.5", before), Some(bench::Action::Ratio(1.5)));
    assert_eq!(stage.click("plasma", before), Some(bench::Action::Diluent(2)));
    assert_eq!(stage.click("Draw and join", before), Some(bench::Action::Draw));
    let mut stage = Stage::new(sizes()[1], Look::default());
    let after = |ui: &mut _| bench::panel(ui, &drawn, &lang);
    assert_eq!(stage.click("Push across", after), Some(bench::Action::Stroke(1.0)));
    assert_eq!(stage.click("30 s", after), Some(bench::Action::Stand(30)));
    assert_eq!(stage.click("Fill", after), Some(bench::Action::Fill));
}

#[test]
fn a_drag_to_and_fro_over_the_syringes_is_a_stroke_each_way() {
    let lang = lang();
    let mut stage = Stage::new(sizes()[1], Look::default());
    let mut model = models::bench(true);
    stage.settle(|ui| bench::panel(ui, &model, &lang));
    let left = stage.find("CaHA, mean").rect.left();
    let y = 0.5 * (stage.find("Begin again").rect.bottom() + stage.find("mg/mL").rect.top());
    let places = |to_the_right: bool| (0..=10).map(move |i| left + 60.0 + 40.0 * if to_the_right { i as f32 } else { 10.0 - i as f32 });
    let mut strokes = Vec::new();
    stage.button(vec2(left + 60.0, y), true, |ui| bench::panel(ui, &model, &lang));
    for way in 0..4 {
        for x in places(way % 2 == 0) {
            if let Some(bench::Action::Stroke(seconds)) = stage.moved(vec2(x, y), |ui| bench::panel(ui, &model, &lang)) {
                strokes.push((way, seconds));
                // The stroke is done at once.
                if let Some(mix) = &mut model.mix {
                    mix.giver = 1 - mix.giver;
                }
            }
        }
    }
    let ways: Vec<i32> = strokes.iter().map(|(way, _)| *way).collect();
    assert_eq!(ways, [0, 1, 2, 3], "one stroke each way");
    assert!(strokes.iter().all(|(_, seconds)| *seconds > 0.1 && *seconds < 20.0), "{strokes:?}");
}

#[test]
fn a_drag_away_from_the_empty_syringe_is_no_stroke() {
    let (lang, model) = (lang(), models::bench(true));
    let mut stage = Stage::new(sizes()[1], Look::default());
    let screen = |ui: &mut _| bench::panel(ui, &model, &lang);
    stage.settle(screen);
    let left = stage.find("CaHA, mean").rect.left();
    let y = 0.5 * (stage.find("Begin again").rect.bottom() + stage.find("mg/mL").rect.top());
    stage.button(vec2(left + 460.0, y), true, screen);
    // The left one gives: a drag to the left pulls at a full rod.
    let made = (0..=10).filter_map(|i| stage.moved(vec2(left + 460.0 - 40.0 * i as f32, y), screen)).count();
    assert_eq!(made, 0);
}

#[test]
fn an_inspection_stands_in_the_place_of_depth_and_meters() {
    let lang = lang();
    let shown = |model: &procedure::Model| {
        let mut stage = stage();
        stage.settle(|ui| procedure::panel(ui, model, &lang));
        stage.painted.iter().map(|painted| painted.text.clone()).collect::<Vec<_>>()
    };
    let at_work = shown(&models::procedure());
    assert!(at_work.iter().any(|text| text == "Depth at the port") && !at_work.iter().any(|text| text == "Inspection"));
    let white = shown(&models::inspected(12.0, 0.4));
    assert!(white.iter().any(|text| text == "Inspection") && !white.iter().any(|text| text == "Depth at the port"));
    assert!(white.iter().any(|text| text.contains("12 mm²")) && white.iter().any(|text| text == "blanching"));
    assert!(shown(&models::inspected(0.0, 1.2)).iter().any(|text| text == "a ridge"));
    assert!(shown(&models::inspected(0.0, 0.4)).iter().any(|text| text == "smooth, normal colour"));
}

#[test]
fn what_an_inspection_leaves_is_judged_by_the_bands_alone() {
    let model = |white, ridge| models::inspected(white, ridge).inspection.expect("it is inspected");
    assert_eq!((model(0.0, 1.0).state(), model(0.0, 1.0).left()), (State::Target, None));
    assert_eq!((model(0.0, 1.2).state(), model(0.0, 1.2).left()), (State::Attention, Some("hint-ridge-left")));
    assert_eq!((model(1.0, 0.0).state(), model(1.0, 0.0).left()), (State::Fault, Some("hint-white-left")));
    let mut unjudged = model(9.0, 2.0);
    (unjudged.white.band, unjudged.ridge.band) = (None, None);
    assert_eq!((unjudged.state(), unjudged.left()), (State::Neutral, None), "without a band nothing is judged");
}

#[test]
fn an_error_lists_every_problem_with_its_place() {
    let (lang, model) = (lang(), models::error());
    let screen = |ui: &mut _| error::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    assert!(stage.find("lower-cheek.ron:12:18").rect.top() < stage.find("lower-cheek.ron:19:5").rect.top());
    assert_eq!(stage.click("Back", screen), Some(error::Action::Back));
    let Some(error::Action::Copy(text)) = stage.click("Copy", screen) else { panic!("nothing was copied") };
    assert_eq!(text.lines().count(), model.problems.len());
}

#[test]
fn a_reading_is_judged_by_its_band() {
    let reading = |value, active| meters::Reading { value, full_scale: 20.0, band: Some((4.0, 8.0)), active };
    assert_eq!(reading(5.0, true).state(), State::Target);
    assert_eq!(reading(3.0, true).state(), State::Attention);
    assert_eq!(reading(9.0, true).state(), State::Attention);
    assert_eq!(reading(12.1, true).state(), State::Fault);
    assert_eq!(reading(12.1, false).state(), State::Neutral);
    assert_eq!(meters::Reading { band: None, ..reading(5.0, true) }.state(), State::Neutral);
}

#[test]
fn a_cross_section_without_tissue_is_still_a_card() {
    let lang = lang();
    let mut model = models::section();
    model.columns.clear();
    let mut stage = stage();
    stage.settle(|ui| {
        cross_section::panel(ui, &model, &lang);
        None::<()>
    });
    stage.find("Cross-section");
}

#[test]
fn the_editor_says_which_field_became_what() {
    let (lang, patient, product, words) = (lang(), models::editor_patient(), models::editor_product(), models::editor_words());
    let mut stage = stage();
    let first = |ui: &mut _| editor::panel(ui, &patient, &lang);
    assert_eq!(stage.click("Mei, 38", first), Some(editor::Action::Set(editor::Name::Patient, editor::Change::Choose(1))));
    assert_eq!(stage.click("Entry points only near the proposed ones", first), Some(editor::Action::Set(editor::Name::ReachOn, editor::Change::Switch(false))));
    assert_eq!(stage.click("Product", first), Some(editor::Action::Tab(editor::Tab::Product)));
    assert_eq!(stage.click("Remove last", first), Some(editor::Action::RemoveLast));
    assert_eq!(stage.click("Undo", first), Some(editor::Action::Undo));
    assert_eq!(stage.click("Try at once", first), None, "what has problems cannot be played");
    assert_eq!(stage.key(Key::Escape, first), Some(editor::Action::Back));
    let mut stage = self::stage();
    let second = |ui: &mut _| editor::panel(ui, &product, &lang);
    assert_eq!(stage.click("23G", second), Some(editor::Action::Set(editor::Name::Gauge, editor::Change::Choose(1))));
    let third = |ui: &mut _| editor::panel(ui, &words, &lang);
    assert_eq!(self::stage().click("Save", third), None, "what is still being checked is not written");
    let right = models::editor_play();
    let fourth = |ui: &mut _| editor::panel(ui, &right, &lang);
    assert_eq!(self::stage().click("Save", fourth), Some(editor::Action::Save));
    assert_eq!(self::stage().click("Massage", fourth), Some(editor::Action::Set(editor::Name::Phases, editor::Change::Choose(6))));
}

#[test]
fn own_drills_can_be_changed_and_new_ones_begun_and_a_notice_closes() {
    let (lang, own, broken) = (lang(), models::own_drills(), models::notice_broken());
    let screen = |ui: &mut _| drills::panel(ui, &own, &lang);
    assert_eq!(stage().click("Edit", screen), Some(drills::Action::Edit(0)));
    assert_eq!(stage().click("Go on with your draft “Both cheeks, 1:2, with a very long name indeed”", screen), Some(drills::Action::New));
    assert_eq!(stage().click("Close", |ui| notice::panel(ui, &broken, &lang)), Some(notice::Action::Close));
}
