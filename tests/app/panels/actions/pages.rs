//! What a person does on a page comes back as an action.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{Stage, lang, sizes};
use bevy_egui::egui::Key;
use fanline::game::panels::{drills, error, notice, patients, settings, title};
use fanline::game::theme::Look;

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
fn who_plays_is_one_click_from_the_title() {
    let (lang, model) = (lang(), models::title());
    let action = stage().click("Dr. Maximiliane", |ui| title::panel(ui, &model, &lang));
    assert_eq!(action, Some(title::Action::Open(title::Entry::Learners)));
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
fn own_drills_can_be_changed_and_new_ones_begun_and_a_notice_closes() {
    let (lang, own, broken) = (lang(), models::own_drills(), models::notice_broken());
    let screen = |ui: &mut _| drills::panel(ui, &own, &lang);
    assert_eq!(stage().click("Edit", screen), Some(drills::Action::Edit(0)));
    assert_eq!(stage().click("Go on with your draft “Both cheeks, 1:2, with a very long name indeed”", screen), Some(drills::Action::New));
    assert_eq!(stage().click("Close", |ui| notice::panel(ui, &broken, &lang)), Some(notice::Action::Close));
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
