//! What this is, what it is not, and whose work it stands on.

use super::widget::{Words, card, page, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Ui};

/// The page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Version of the program.
    pub version: String,
    /// Credits, one a paragraph, as they stand in the credits file.
    pub credits: Vec<String>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Went back.
    Back,
}

/// Shows the page. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let width = theme.size(Size::Body) * 46.0;
    let (back, ()) = page(ui, "about", &lang.text("menu-about", &[]), width, lang, |ui| {
        card(ui, |ui| {
            words(ui, &Words::new(lang.text("app-title", &[]), Size::Heading));
            for id in ["app-subtitle", "app-disclaimer", "menu-about-marks", "menu-about-licence"] {
                words(ui, &Words::new(lang.text(id, &[]), Size::Body));
            }
            let version = lang.text("menu-version", &[("version", Value::text(&model.version))]);
            words(ui, &Words::new(version, Size::Small).colour(theme.muted));
        });
        if !model.credits.is_empty() {
            card(ui, |ui| {
                words(ui, &Words::new(lang.text("menu-about-credits", &[]), Size::Heading));
                for credit in &model.credits {
                    words(ui, &Words::new(credit, Size::Small).colour(theme.muted));
                }
            });
        }
    });
    (back || ui.input(|input| input.key_pressed(Key::Escape))).then_some(Action::Back)
}
