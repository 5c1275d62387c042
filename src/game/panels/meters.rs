//! Force at the hub, withdrawal speed and flow, each with the band to stay in.

use super::widget::{Words, band_meter, bar, card, row};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Sense, Stroke, Ui, WidgetInfo, WidgetType};

/// A value on its scale.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// The value, in the meter's unit.
    pub value: f64,
    /// Value at the right end of the meter.
    pub full_scale: f64,
    /// Band to stay in; none in an exam or where there is none.
    pub band: Option<(f64, f64)>,
    /// Whether it matters now: a withdrawal speed while advancing does not, and is shown quietly.
    pub active: bool,
}

impl Reading {
    /// In the band, beside it, or (past half again the band's upper end) a fault; neutral where there is no band or it
    /// does not matter now.
    #[must_use]
    pub fn state(&self) -> State {
        match self.band {
            Some(_) if !self.active => State::Neutral,
            None => State::Neutral,
            Some((low, high)) if (low..=high).contains(&self.value) => State::Target,
            Some((_, high)) if self.value > 1.5 * high => State::Fault,
            Some(_) => State::Attention,
        }
    }

    fn share(&self, value: f64) -> f32 {
        if self.full_scale > 0.0 { (value / self.full_scale) as f32 } else { 0.0 }
    }
}

/// The three meters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Model {
    /// Axial force at the hub, N.
    pub force: Reading,
    /// Speed of withdrawal, mm/s.
    pub withdrawal: Reading,
    /// Flow out of the port, µL/s.
    pub flow: Reading,
    /// Product per length of thread, µL/mm, while a thread is laid.
    pub per_mm: Option<f64>,
}

/// Shows the meters.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    card(ui, |ui| content(ui, model, lang));
}

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let gap = theme.gap() * 0.5;
    let value = |id: &str, value: f64, decimals: u8| lang.text(id, &[("value", Value::number(value, decimals))]);
    let force = value("value-n", model.force.value, 1);
    meter(ui, &lang.text("hud-force", &[]), &[Words::new(force, Size::Body)], &model.force, true, lang);
    ui.add_space(gap);
    let speed = value("value-mm-s", model.withdrawal.value, 1);
    meter(ui, &lang.text("hud-withdrawal", &[]), &[Words::new(speed, Size::Body)], &model.withdrawal, false, lang);
    ui.add_space(gap);
    let mut flow = vec![Words::new(value("value-ul-s", model.flow.value, 1), Size::Body)];
    if let Some(per_mm) = model.per_mm {
        let text = format!(" · {}", value("value-ul-mm", per_mm, 1));
        flow.push(Words::new(text, Size::Body).colour(theme.muted));
    }
    meter(ui, &lang.text("hud-flow", &[]), &flow, &model.flow, false, lang);
}

/// The scale in words, for those who do not see it.
fn said(name: &str, reading: &Reading, lang: &Lang) -> String {
    let (name, state) = (Value::text(name), Value::text(lang.text(reading.state().message(), &[])));
    match reading.band {
        Some((low, high)) => {
            let (low, high) = (Value::number(low, 1), Value::number(high, 1));
            lang.text("say-meter-band", &[("name", name), ("state", state), ("low", low), ("high", high)])
        }
        None => lang.text("say-meter", &[("name", name), ("state", state)]),
    }
}

/// A name, a value with its shape, and the scale: a bar where less is better, a needle where there is a band.
pub(super) fn meter(ui: &mut Ui, name: &str, value: &[Words], reading: &Reading, filled: bool, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let state = reading.state();
    let ink = |words: &Words| {
        let colour = match state {
            State::Attention | State::Fault => Some(theme.ink(state)),
            State::Neutral if !reading.active && words.colour.is_none() => Some(theme.muted),
            _ => words.colour,
        };
        Words { colour, ..words.clone() }
    };
    let mut runs: Vec<Words> = value.iter().map(ink).collect();
    // The second cue beside colour: triangle and diamond before the value.
    if let (State::Attention, Some(first)) = (state, runs.first_mut()) {
        first.text = format!("▲ {}", first.text);
    } else if let (State::Fault, Some(first)) = (state, runs.first_mut()) {
        first.text = format!("◆ {}", first.text);
    }
    row(ui, &Words::new(name, Size::Small).colour(theme.muted), &runs);
    let colour: Color32 = match state {
        State::Neutral => theme.muted,
        State::Target if filled => theme.target,
        State::Target => theme.text,
        other => theme.state(other),
    };
    let scale = if filled {
        let rect = bar(ui, reading.share(reading.value), colour);
        if let Some((_, high)) = reading.band {
            let x = rect.left() + rect.width() * reading.share(high).clamp(0.0, 1.0);
            ui.painter().vline(x, rect.y_range().expand(2.0), Stroke::new(2.0, theme.muted));
        }
        rect
    } else {
        let band = reading.band.map(|(low, high)| (reading.share(low), reading.share(high)));
        band_meter(ui, reading.active.then(|| reading.share(reading.value)), band, colour)
    };
    let response = ui.interact(scale, ui.id().with(("meter", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, said(name, reading, lang)));
}
