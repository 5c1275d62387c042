//! The inspection: white skin and ridges that are left, each with what may pass, and how hard the finger presses.

use super::meters::{self, Reading};
use super::widget::{Words, badge, caption, card, row};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align, Layout, Ui, vec2};

/// What eye and finger find on the skin now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Model {
    /// Area of white skin, mm².
    pub white: Reading,
    /// Greatest ridge that a finger feels, mm.
    pub ridge: Reading,
    /// Greatest height of the skin over its resting shape, mm.
    pub raised_mm: f64,
    /// Press of the massaging finger and the hardest it can be, N; none while nobody massages.
    pub press_n: Option<(f64, f64)>,
}

impl Model {
    /// The worse of both.
    #[must_use]
    pub fn state(&self) -> State {
        self.white.state().max(self.ridge.state())
    }

    fn bad(&self) -> (bool, bool) {
        let bad = |reading: &Reading| matches!(reading.state(), State::Attention | State::Fault);
        (bad(&self.white), bad(&self.ridge))
    }

    /// The message that says in a word what is left.
    fn word(&self) -> &'static str {
        match self.bad() {
            (true, _) => "inspection-white-left",
            (false, true) => "inspection-ridge-left",
            (false, false) => "inspection-clear",
        }
    }

    /// The message that says what to do about what is left; none where nothing is.
    #[must_use]
    pub fn left(&self) -> Option<&'static str> {
        match self.bad() {
            (true, _) => Some("hint-white-left"),
            (false, true) => Some("hint-ridge-left"),
            (false, false) => None,
        }
    }
}

/// Shows the inspection.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    card(ui, |ui| content(ui, model, lang));
}

fn content(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let gap = theme.gap() * 0.5;
    let say = |id: &str| lang.text(id, &[]);
    let value = |id: &str, value: f64, decimals: u8| lang.text(id, &[("value", Value::number(value, decimals))]);
    let word = say(model.word());
    if theme.look.text > 1.3 {
        caption(ui, say("inspection"));
        badge(ui, &word, model.state());
    } else {
        let line = vec2(ui.available_width(), (theme.size(Size::Small) * 1.85).round());
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
            caption(ui, say("inspection"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| badge(ui, &word, model.state()));
        });
    }
    ui.add_space(gap);
    let plain = |text: String| [Words::new(text, Size::Body)];
    meters::meter(ui, &say("inspection-white"), &plain(value("value-mm2", model.white.value, 0)), &model.white, true, lang);
    ui.add_space(gap);
    meters::meter(ui, &say("inspection-ridge"), &plain(value("value-mm", model.ridge.value, 1)), &model.ridge, true, lang);
    ui.add_space(gap);
    let name = |id: &str| Words::new(say(id), Size::Small).colour(theme.muted);
    row(ui, &name("inspection-raised"), &plain(value("value-mm", model.raised_mm, 1)));
    if let Some((press, most)) = model.press_n {
        ui.add_space(gap);
        let reading = Reading { value: press, full_scale: most, band: None, active: true };
        meters::meter(ui, &say("inspection-press"), &plain(value("value-n", press, 1)), &reading, true, lang);
    }
}
