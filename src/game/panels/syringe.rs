//! The syringe: what is left of the product, and which cannula.

use super::Phrase;
use super::widget::{Words, bar, caption, card, row, words};
use crate::game::theme::{PRODUCT, Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::Ui;

/// The syringe.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The product as prepared, such as "Radiesse 1:1".
    pub product: String,
    /// The cannula, such as "25G × 50 mm".
    pub cannula: String,
    /// Volume left, mL.
    pub left_ml: f64,
    /// Volume drawn, mL.
    pub total_ml: f64,
    /// A remark, such as the product's state.
    pub note: Option<Phrase>,
}

/// Shows the syringe.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    card(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        let values = [("product", Value::text(&model.product)), ("cannula", Value::text(&model.cannula))];
        caption(ui, lang.text("hud-syringe", &values));
        let left = lang.text("hud-number", &[("value", Value::number(model.left_ml, 2))]);
        let of = lang.text("hud-syringe-of", &[("total", Value::number(model.total_ml, 2))]);
        let of = Words::new(of, Size::Body).colour(theme.muted);
        row(ui, &Words::new(left, Size::Title), &[of]);
        let share = if model.total_ml > 0.0 { (model.left_ml / model.total_ml) as f32 } else { 0.0 };
        let colour = if theme.look.dark { PRODUCT } else { theme.muted };
        bar(ui, share, colour);
        if let Some(note) = &model.note {
            words(ui, &Words::new(note.say(lang), Size::Small).colour(theme.muted));
        }
    });
}
