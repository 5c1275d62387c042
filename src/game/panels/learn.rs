//! Learn: the guided first fan, and the practice-ground of the controls.

use super::widget::{Button, Icon, Kind, Words, enter_alone, footed_cards, page, rule, words};
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
        let about = |ui: &mut Ui, index: usize| about(ui, Lesson::ALL[index], lang);
        footed_cards(ui, across, Lesson::ALL.len(), about, |ui, index| {
            if foot(ui, Lesson::ALL[index], lang) {
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

fn about(ui: &mut Ui, lesson: Lesson, lang: &Lang) {
    words(ui, &Words::new(lang.text(&format!("{}-title", lesson.id()), &[]), Size::Heading));
    words(ui, &Words::new(lang.text(&format!("{}-about", lesson.id()), &[]), Size::Body).colour(Theme::of(ui.ctx()).muted));
}

/// The way into it; whether it was taken.
fn foot(ui: &mut Ui, lesson: Lesson, lang: &Lang) -> bool {
    rule(ui);
    let title = Value::text(lang.text(&format!("{}-title", lesson.id()), &[]));
    let (label, tip) = (lang.text("word-start", &[]), lang.text("menu-drill-start-tip", &[("title", title)]));
    let kind = if lesson == Lesson::FirstFan { Kind::Primary } else { Kind::Quiet };
    Button::new(&label, kind, &tip).named(&tip).icon(Icon::Play).show(ui).clicked()
}
