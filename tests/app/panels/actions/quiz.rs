//! The quiz: choosing, answering, exams.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{Stage, lang, sizes};
use bevy_egui::egui::{Key, vec2};
use fanline::game::panels::quiz;
use fanline::game::theme::Look;

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
