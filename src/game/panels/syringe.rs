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
        // Gauge and length stay on one line.
        let cannula = model.cannula.replace(' ', "\u{a0}");
        let values = [("product", Value::text(&model.product)), ("cannula", Value::text(&cannula))];
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

/// Press, speed and fine control: on one line, at a large text size on two, and with their names.
fn set(ui: &mut Ui, hand: Hand, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let value = |id: &str, value: f64, places: u8| lang.text(id, &[("value", Value::number(value, places))]);
    let press = Stepper { id: "hud-press", shown: value("value-n", hand.press_n, 1), keys: [Control::Weaker, Control::Stronger], does: Action::Press };
    let speed = Stepper { id: "hud-speed", shown: value("value-mm-s", hand.speed_mm_s, 0), keys: [Control::Slower, Control::Faster], does: Action::Speed };
    if theme.look.text > super::procedure::LARGE {
        caption(ui, lang.text(press.id, &[]));
        let pressed = line(ui, |ui| press.show(ui, lang).or(fine_button(ui, hand.fine, lang)));
        caption(ui, lang.text(speed.id, &[]));
        return line(ui, |ui| speed.show(ui, lang)).or(pressed);
    }
    line(ui, |ui| {
        let stepped = press.show(ui, lang).or(speed.show(ui, lang));
        fine_button(ui, hand.fine, lang).or(stepped)
    })
}

fn line(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> Option<Action>) -> Option<Action> {
    let gap = Theme::of(ui.ctx()).size(Size::Small) * 0.3;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, 4.0);
        content(ui)
    })
    .inner
}

fn fine_button(ui: &mut Ui, fine: bool, lang: &Lang) -> Option<Action> {
    let tip = Names::of(ui.ctx()).tip(lang.text("hud-fine-tip", &[]), Control::Fine, lang);
    Button::new(&lang.text("hud-fine", &[]), Kind::Plain, tip).size(Size::Small).on(fine).show(ui).clicked().then_some(Action::Fine(!fine))
}

/// A value between less and more.
struct Stepper {
    /// Message of it; those of less and more begin with it.
    id: &'static str,
    /// The value in words.
    shown: String,
    /// What less and more are bound to.
    keys: [Control; 2],
    /// What more (true) and less do.
    does: fn(bool) -> Action,
}

impl Stepper {
    fn show(&self, ui: &mut Ui, lang: &Lang) -> Option<Action> {
        let names = Names::of(ui.ctx());
        let button = |ui: &mut Ui, sign: &str, more: bool| {
            let said = lang.text(&format!("{}-{}", self.id, if more { "more" } else { "less" }), &[]);
            let tip = names.tip(said.clone(), self.keys[usize::from(more)], lang);
            Button::new(sign, Kind::Plain, tip).named(&said).size(Size::Small).show(ui).clicked().then(|| (self.does)(more))
        };
        let less = button(ui, "−", false);
        caption(ui, &self.shown);
        less.or(button(ui, "+", true))
    }
}
