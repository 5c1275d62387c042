//! Who plays, and their PIN.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{Stage, lang};
use bevy_egui::egui::Key;
use fanline::game::panels::learners;

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
