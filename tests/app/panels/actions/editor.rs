//! The drill editor.

use super::stage;
use crate::panels::models;
use crate::panels::stage::lang;
use bevy_egui::egui::Key;
use fanline::game::panels::editor;

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
