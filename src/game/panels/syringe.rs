//! The syringe: what is left of the product, which cannula, and how hard and fast the hand is.

use super::widget::{Button, Kind, Words, bar, caption, card, row};
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{PRODUCT, Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Ui, vec2};

/// How hard and fast the hand is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hand {
    /// Force of a full press, N.
    pub press_n: f64,
    /// Speed of advancing and withdrawing, mm/s.
    pub speed_mm_s: f64,
    /// Whether every movement goes a part of its way.
    pub fine: bool,
}

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
    /// How hard and fast the hand is, where that can be set.
    pub hand: Option<Hand>,
}

/// What a person set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// A full press is stronger (true) or weaker.
    Press(bool),
    /// The hand moves faster (true) or slower.
    Speed(bool),
    /// Every movement goes a part of its way.
    Fine(bool),
}

/// Shows the syringe.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
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
        model.hand.and_then(|hand| set(ui, hand, lang))
    })
}

/// Press, speed and fine control, on one line where they fit.
fn set(ui: &mut Ui, hand: Hand, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let names = Names::of(ui.ctx());
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.size(Size::Small) * 0.3, 4.0);
        let value = |id: &str, value: f64, places: u8| lang.text(id, &[("value", Value::number(value, places))]);
        let steps = [
            ("hud-press", value("value-n", hand.press_n, 1), Control::Weaker, Control::Stronger, Action::Press as fn(bool) -> Action),
            ("hud-speed", value("value-mm-s", hand.speed_mm_s, 0), Control::Slower, Control::Faster, Action::Speed),
        ];
        for (id, shown, less, more, does) in steps {
            for (sign, way, control) in [("−", "less", less), ("+", "more", more)] {
                let said = lang.text(&format!("{id}-{way}"), &[]);
                if Button::new(sign, Kind::Plain, names.tip(said.clone(), control, lang)).named(&said).size(Size::Small).show(ui).clicked() {
                    action = Some(does(way == "more"));
                }
                if way == "less" {
                    caption(ui, &shown);
                }
            }
        }
        let tip = names.tip(lang.text("hud-fine-tip", &[]), Control::Fine, lang);
        if Button::new(&lang.text("hud-fine", &[]), Kind::Plain, tip).size(Size::Small).on(hand.fine).show(ui).clicked() {
            action = Some(Action::Fine(!hand.fine));
        }
    });
    action
}
