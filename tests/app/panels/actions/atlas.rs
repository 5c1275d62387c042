//! The atlas, by mouse and by keyboard.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{Stage, lang, sizes};
use bevy_egui::egui::Key;
use fanline::game::panels::{atlas, strip};
use fanline::game::theme::Look;

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
