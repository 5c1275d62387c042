//! Learn: the guided first fan, and the practice-ground of the controls.

use super::widget::{Button, Icon, Kind, Words, cards, enter_alone, page, rule, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Ui};

/// Something to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// The guided first fan.
    FirstFan,
    /// The practice-ground.
    Ground,
}

impl Lesson {
    const ALL: [Self; 2] = [Self::FirstFan, Self::Ground];

    fn id(self) -> &'static str {
        match self {
            Self::FirstFan => "learn-fan",
            Self::Ground => "learn-ground",
        }
    }
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin.
    Start(Lesson),
    /// Go back.
    Back,
}

/// Text size above which the cards stand one below the other.
const LARGE: f32 = 1.3;

/// Shows what there is to learn. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, (): &(), lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let across = if theme.look.text > LARGE { 1 } else { Lesson::ALL.len() };
    let width = across as f32 * (theme.size(Size::Body) * 30.0 + theme.gap());
    let (back, started) = page(ui, "learn", &lang.text("menu-learn", &[]), width, lang, |ui| {
        let mut started = None;
        cards(ui, across, Lesson::ALL.len(), |ui, index| {
            if card(ui, Lesson::ALL[index], lang) {
                started = Some(Lesson::ALL[index]);
            }
        });
        started
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    started.or_else(|| enter_alone(ui).then_some(Lesson::FirstFan)).map(Action::Start)
}

fn card(ui: &mut Ui, lesson: Lesson, lang: &Lang) -> bool {
    let theme = Theme::of(ui.ctx());
    let title = lang.text(&format!("{}-title", lesson.id()), &[]);
    words(ui, &Words::new(&title, Size::Heading));
    words(ui, &Words::new(lang.text(&format!("{}-about", lesson.id()), &[]), Size::Body).colour(theme.muted));
    rule(ui);
    let (label, tip) = (lang.text("word-start", &[]), lang.text("menu-drill-start-tip", &[("title", Value::text(&title))]));
    let kind = if lesson == Lesson::FirstFan { Kind::Primary } else { Kind::Quiet };
    Button::new(&label, kind, &tip).named(&tip).icon(Icon::Play).show(ui).clicked()
}
