//! Findings, threads and rings of the debrief.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{Stage, lang, sizes};
use bevy_egui::egui::{Key, vec2};
use fanline::game::panels::debrief;
use fanline::game::theme::{Look, State};

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
