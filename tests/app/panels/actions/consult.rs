//! The consultation, by mouse and by keyboard.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{lang, sizes};
use bevy_egui::egui::Key;
use fanline::game::panels::{consult, procedure};
use fanline::game::theme::Look;

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
