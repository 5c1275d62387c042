//! Every screen at both sizes, both text sizes, dark and light.

use super::models::{self, screens};
use super::stage::{Painted, Stage, lang, sizes, spanish};
use bevy_egui::egui::{Rect, vec2};
use fanline::game::input::Action;
use fanline::game::panels::hint::{self, KeyHint};
use fanline::game::panels::{Phrase, layout, procedure};
use fanline::game::theme::{Look, State, Theme};
use fanline::lang::Value;

fn everywhere(check: impl Fn(&str, &Stage)) {
    let (english, spanish) = (lang(), spanish());
    for size in sizes() {
        for (text, dark, high_contrast, lang) in [
            (1.0, true, false, &english),
            (2.0, true, false, &english),
            (1.0, false, true, &english),
            (0.8, true, false, &english),
            (1.0, true, false, &spanish),
            (2.0, true, false, &spanish),
        ] {
            for (name, screen) in screens() {
                let mut stage = Stage::new(size, Look { dark, text, high_contrast, reduced_motion: true, ..Look::default() });
                stage.settle(|ui| {
                    screen(ui, lang);
                    None::<()>
                });
                let tag = format!("{name} at {}×{}, {} %, {}", size.x, size.y, text * 100.0, lang.code());
                assert!(!stage.painted.is_empty(), "{tag}: nothing is on the screen");
                check(&tag, &stage);
            }
        }
    }
}

/// What a person sees of it: scrolled out of sight is not seen.
fn seen(painted: &Painted) -> Rect {
    painted.rect.intersect(painted.clip)
}

fn is_seen(painted: &Painted) -> bool {
    let seen = seen(painted);
    seen.width() > 1.0 && seen.height() > 1.0
}

#[test]
fn no_word_is_cut_at_the_side() {
    everywhere(|tag, stage| {
        let window = stage.window();
        // What is typed moves along within its field, which is one line high.
        let typed = |painted: &Painted| painted.clip.height() < 1.9 * painted.rect.height() && painted.clip.contains(painted.rect.left_center());
        // Also what is scrolled out of sight: a column that is too wide is so there too.
        for painted in stage.painted.iter().filter(|painted| !typed(painted)) {
            let sides = painted.clip.intersect(window).expand(1.5);
            assert!(
                painted.rect.left() >= sides.left() && painted.rect.right() <= sides.right(),
                "{tag}: `{}` at {:?} is cut by {:?}",
                painted.text,
                painted.rect,
                sides
            );
        }
    });
}

#[test]
fn no_two_words_lie_on_each_other() {
    everywhere(|tag, stage| {
        let words: Vec<_> = stage.painted.iter().filter(|painted| is_seen(painted)).collect();
        for (i, a) in words.iter().enumerate() {
            for b in &words[i + 1..] {
                // Line boxes may touch; letters would at more than a third of a line.
                let common = seen(a).intersect(seen(b));
                let deep = common.height() > 0.34 * a.points.min(b.points) && common.width() > 1.5;
                assert!(!deep, "{tag}: `{}` {:?} and `{}` {:?}", a.text, a.rect, b.text, b.rect);
            }
        }
    });
}


#[test]
fn nothing_is_smaller_than_the_smallest_size() {
    everywhere(|tag, stage| {
        let least = 13.0 * stage.look.text.min(1.0);
        for painted in &stage.painted {
            assert!(painted.points >= least - 0.26, "{tag}: `{}` in {} points", painted.text, painted.points);
        }
    });
}

#[test]
fn every_message_exists() {
    everywhere(|tag, stage| {
        for painted in &stage.painted {
            assert!(!painted.text.contains('⟨') && !painted.text.contains("{$"), "{tag}: {}", painted.text);
        }
    });
}

#[test]
fn rails_have_the_designs_widths_and_leave_the_field_free() {
    for (size, left, right) in [(vec2(1920.0, 1080.0), 300.0, 372.0), (vec2(1280.0, 720.0), 232.0, 288.0)] {
        for text in [0.8, 1.0, 1.5, 2.0] {
            let theme = Theme::new(Look { text, ..Look::default() }, size);
            let window = Rect::from_min_size(Default::default(), size);
            let rails = layout::rails(window, &theme);
            if text <= 1.0 {
                assert!((rails.left.width() - left).abs() <= 1.0 && (rails.right.width() - right).abs() <= 1.0, "{rails:?}");
            }
            assert!(rails.field.width() >= 0.4 * size.x - 1.0, "{text}: {rails:?}");
            for part in [rails.left, rails.right, rails.strip] {
                assert!(!part.shrink(0.5).intersects(rails.field), "{text}: {rails:?}");
                assert!(window.contains_rect(part));
            }
            let debrief = layout::debrief(window, &theme);
            for part in [debrief.left, debrief.right, debrief.plot] {
                assert!(!part.shrink(0.5).intersects(debrief.field), "{text}: {debrief:?}");
                assert!(window.contains_rect(part));
            }
        }
    }
}

/// A pointer on its way to a button must not lose it because the hand's next hint is shorter.
#[test]
fn buttons_keep_their_place_from_hint_to_hint() {
    let (advance, withdraw) = (vec![Action::Advance], vec![Action::Withdraw]);
    let hints: [(&str, &[(&[Action], &str)]); 8] = [
        ("hint-flatten", &[(&[Action::Lower], "hint-key-lower")]),
        ("hint-advance", &[(&advance, "hint-key-advance"), (&[Action::Raise, Action::Lower], "hint-key-pitch")]),
        ("hint-withdraw", &[(&withdraw, "hint-key-withdraw"), (&[Action::Press], "hint-key-press")]),
        ("hint-turn", &[(&[Action::TurnLeft, Action::TurnRight], "hint-key-turn"), (&advance, "hint-key-advance")]),
        ("hint-leave", &[(&withdraw, "hint-key-withdraw")]),
        ("hint-whitening", &[]),
        ("hint-stop-flow", &[]),
        ("hint-bone", &[(&withdraw, "hint-key-withdraw")]),
    ];
    for size in sizes() {
        for lang in [lang(), spanish()] {
            let menu = |(id, keys): &(&str, &[(&[Action], &str)])| {
                let keys = keys.iter().map(|(actions, does)| KeyHint { actions: actions.to_vec(), does: Phrase::new(*does) }).collect();
                let text = Phrase::new(*id).with("mm", Value::number(38.0, 0));
                let model = procedure::Model { hint: Some(hint::Model { text, state: State::Target, keys }), ..models::procedure() };
                let mut stage = Stage::new(size, Look { reduced_motion: true, ..Look::default() });
                stage.settle(|ui| procedure::panel(ui, &model, &lang));
                stage.find(&lang.text("hud-menu", &[])).rect.top()
            };
            let places: Vec<f32> = hints.iter().map(menu).collect();
            assert!(places.iter().all(|y| (y - places[0]).abs() < 0.5), "{}×{}, {}: {places:?}", size.x, size.y, lang.code());
        }
    }
}
