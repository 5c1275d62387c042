//! The page of the controls: what is asked for, what clashes, and that words fit.

use std::sync::Arc;

use super::stage::{Stage, lang, sizes};
use bevy_egui::egui::{Key, vec2};
use fanline::game::input::{Action as Control, Binding, Bindings, Device, Group};
use fanline::game::panels::controls::{self, Action, Model, Notice};
use fanline::game::theme::Look;

fn model() -> Model {
    Model { ground: true, gamepad: true, ..Model::default() }
}

fn clashing() -> Model {
    let mut bindings = Bindings::default();
    let key = Binding::read(Device::Keyboard, "KeyW").expect("a key");
    bindings.assign(Control::Withdraw, key);
    let notice = Notice { action: Control::Withdraw, binding: key, others: vec![Control::Advance] };
    Model { bindings: Arc::new(bindings), notice: Some(notice), ..model() }
}

fn stage() -> Stage {
    Stage::new(sizes()[0], Look { reduced_motion: true, ..Look::default() })
}

#[test]
fn every_action_and_key_has_words() {
    let lang = lang();
    for action in Control::ALL.iter().copied() {
        assert!(lang.has(&action.id()), "no words for {}", action.id());
    }
    let parts = fanline::game::input::binding::KEYS.iter().map(|key| (Device::Keyboard, format!("{key:?}")));
    let mouse = ["Left", "Right", "Middle", "Back", "Forward", "WheelUp", "WheelDown"].map(|code| (Device::Mouse, code.to_owned()));
    let pad = fanline::game::input::binding::BUTTONS.map(|button| (Device::Gamepad, format!("{button:?}")));
    for (device, code) in parts.chain(mouse).chain(pad) {
        let said = Binding::read(device, &code).expect("a binding").say(&lang);
        assert!(!said.contains("key-") && !said.contains("mouse-") && !said.contains("pad-"), "no words for {code}: {said}");
    }
}

#[test]
fn a_key_is_asked_for_by_mouse_and_by_keyboard() {
    let (lang, model) = (lang(), model());
    let screen = |ui: &mut _| controls::panel(ui, &model, &lang);
    assert_eq!(stage().click("Wheel ↑", screen), Some(Action::Ask(Control::Advance, Device::Mouse)));
    assert_eq!(stage().click("Atlas", screen), Some(Action::Group(3)));
    assert_eq!(stage().click("Reset all", screen), Some(Action::Reset));
    assert_eq!(stage().click("Practice-ground", screen), Some(Action::Ground));
    let mut stage = stage();
    stage.settle(screen);
    // Back, the ground, all as at first, five parts, and then the keys.
    for _ in 0..9 {
        stage.key(Key::Tab, screen);
    }
    assert_eq!(stage.key(Key::Enter, screen), Some(Action::Ask(Control::Advance, Device::Keyboard)));
    assert_eq!(stage.key(Key::Escape, screen), Some(Action::Back));
}

#[test]
fn escape_gives_up_a_question_and_not_the_page() {
    let (lang, mut model) = (lang(), model());
    model.waiting = Some((Control::Advance, Device::Keyboard));
    let mut stage = stage();
    let screen = |ui: &mut _| controls::panel(ui, &model, &lang);
    stage.settle(screen);
    stage.find("Press a key");
    assert_eq!(stage.key(Key::Escape, screen), None);
}

#[test]
fn a_clash_is_told_and_can_be_ended() {
    let (lang, model) = (lang(), clashing());
    let screen = |ui: &mut _| controls::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    stage.find("W now does two things at once: Withdraw, and Advance.");
    assert_eq!(stage.painted.iter().filter(|painted| painted.text.starts_with("also ")).count(), 2, "both rows say so");
    assert_eq!(stage.click("Only Withdraw", screen), Some(Action::OnlyHere));
    assert_eq!(stage.click("Undo", screen), Some(Action::Undo));
}

#[test]
fn words_fit_at_every_size() {
    let lang = lang();
    for text in [1.0, 2.0] {
        for size in [vec2(1024.0, 600.0), sizes()[0], sizes()[1]] {
            for group in 0..Group::ALL.len() {
                let model = Model { group, ..clashing() };
                let mut stage = Stage::new(size, Look { text, reduced_motion: true, ..Look::default() });
                stage.settle(|ui| controls::panel(ui, &model, &lang));
                for painted in &stage.painted {
                    assert!(
                        painted.rect.left() >= -0.5 && painted.rect.right() <= size.x + 0.5,
                        "`{}` leaves the window at {size:?}, text {text}: {:?}",
                        painted.text,
                        painted.rect
                    );
                }
                for (i, one) in stage.painted.iter().enumerate() {
                    for other in &stage.painted[i + 1..] {
                        let common = one.rect.intersect(other.rect);
                        assert!(
                            common.width() < 2.0 || common.height() < 3.0,
                            "`{}` and `{}` lie on each other at {size:?}, text {text}",
                            one.text,
                            other.text
                        );
                    }
                }
            }
        }
    }
}
