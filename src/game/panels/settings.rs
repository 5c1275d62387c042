//! Settings: text size, look, picture quality, and which assists are shown.

use super::widget::{Button, Kind, Words, caption, filled_card, layout, page, row, toggle, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Ui, vec2};

/// Quality of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Chosen by the program for this machine.
    Automatic,
    /// For machines without a graphics card.
    Low,
    /// Between.
    Medium,
    /// Everything.
    High,
}

impl Preset {
    const ALL: [Self; 4] = [Self::Automatic, Self::Low, Self::Medium, Self::High];

    fn id(self) -> &'static str {
        match self {
            Self::Automatic => "menu-preset-automatic",
            Self::Low => "menu-preset-low",
            Self::Medium => "menu-preset-medium",
            Self::High => "menu-preset-high",
        }
    }
}

/// A part of the screen that helps, and can be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assist {
    /// The steps.
    Steps,
    /// The next step in a sentence.
    Hint,
    /// The cross-section.
    Section,
    /// Depth and layer at the port.
    Depth,
    /// Force, speed, flow.
    Meters,
    /// Volume left.
    Syringe,
    /// Layers, overlays, views.
    Strip,
    /// Cannula and threads seen through the skin.
    SeeThrough,
}

impl Assist {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Steps,
        Self::Hint,
        Self::Section,
        Self::Depth,
        Self::Meters,
        Self::Syringe,
        Self::Strip,
        Self::SeeThrough,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Steps => "menu-assist-steps",
            Self::Hint => "menu-assist-hint",
            Self::Section => "menu-assist-section",
            Self::Depth => "menu-assist-depth",
            Self::Meters => "menu-assist-meters",
            Self::Syringe => "menu-assist-syringe",
            Self::Strip => "menu-assist-strip",
            Self::SeeThrough => "menu-assist-see-through",
        }
    }
}

/// What is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Text size, 0.8 to 2.
    pub text: f32,
    /// Dark or light.
    pub dark: bool,
    /// No transitions.
    pub reduced_motion: bool,
    /// Quality; none where it cannot be chosen.
    pub preset: Option<Preset>,
    /// How loud the sounds are, 0 to 1; none where nothing can be played.
    pub volume: Option<f32>,
    /// Assists that can be switched, and which are on.
    pub assists: Vec<(Assist, bool)>,
}

/// What a person set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Text size.
    Text(f32),
    /// Dark (true) or light.
    Dark(bool),
    /// No transitions.
    ReducedMotion(bool),
    /// Quality.
    Preset(Preset),
    /// How loud the sounds are, 0 to 1.
    Volume(f32),
    /// An assist on or off.
    Assist(Assist, bool),
    /// Go back.
    Back,
}

/// The text sizes to step through, in percent.
const TEXT: [f32; 9] = [80.0, 90.0, 100.0, 110.0, 125.0, 140.0, 160.0, 180.0, 200.0];

/// A step of the volume.
const VOLUME_STEP: f32 = 0.1;

/// Shows the settings. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let width = theme.size(Size::Body) * 40.0;
    let (back, action) = page(ui, "settings", &lang.text("menu-settings", &[]), width, lang, |ui| {
        let look = filled_card(ui, theme.page(), |ui| look(ui, model, lang));
        let assists = (!model.assists.is_empty()).then(|| filled_card(ui, theme.page(), |ui| assists(ui, model, lang)));
        look.or(assists.flatten())
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

fn look(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    words(ui, &Words::new(lang.text("menu-settings-look", &[]), Size::Heading));
    let percent = model.text * 100.0;
    let shown = lang.text("value-percent", &[("value", Value::number(f64::from(percent), 0))]);
    let smaller = TEXT.iter().rev().find(|&&size| size < percent - 0.5);
    let larger = TEXT.iter().find(|&&size| size > percent + 0.5);
    let ways = [("menu-settings-smaller", smaller), ("menu-settings-larger", larger)].map(|(id, size)| (id, size.map(|size| Action::Text(size / 100.0))));
    action = stepper(ui, "menu-settings-text", &shown, ways, lang).or(action);
    let switch = |ui: &mut Ui, id: &str, on: bool| {
        let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
        toggle(ui, None, &label, on, &tip).clicked()
    };
    if switch(ui, "menu-settings-dark", model.dark) {
        action = Some(Action::Dark(!model.dark));
    }
    if switch(ui, "menu-settings-motion", model.reduced_motion) {
        action = Some(Action::ReducedMotion(!model.reduced_motion));
    }
    if let Some(preset) = model.preset {
        words(ui, &Words::new(lang.text("menu-settings-preset", &[]), Size::Body));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
            for other in Preset::ALL {
                let (label, tip) = (lang.text(other.id(), &[]), lang.text(&format!("{}-tip", other.id()), &[]));
                if Button::new(&label, Kind::Quiet, tip).on(other == preset).show(ui).clicked() {
                    action = Some(Action::Preset(other));
                }
            }
        });
    }
    action.or_else(|| model.volume.and_then(|volume| sound(ui, volume, lang)))
}

fn sound(ui: &mut Ui, volume: f32, lang: &Lang) -> Option<Action> {
    let shown = lang.text("value-percent", &[("value", Value::number(f64::from(volume * 100.0), 0))]);
    let ways = [("menu-settings-quieter", -VOLUME_STEP), ("menu-settings-louder", VOLUME_STEP)].map(|(id, step)| {
        let to = (volume + step).clamp(0.0, 1.0);
        (id, (to != volume).then_some(Action::Volume(to)))
    });
    stepper(ui, "menu-settings-volume", &shown, ways, lang)
}

/// A name, its value and two buttons that step it, on one line where they fit.
fn stepper(ui: &mut Ui, name: &str, value: &str, ways: [(&str, Option<Action>); 2], lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let gap = theme.gap() * 0.6;
    let name = Words::new(lang.text(name, &[]), Size::Body);
    let value = Words::new(value, Size::Body);
    let texts = ways.map(|(id, to)| (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]), to));
    let button = |(label, tip, to): &(String, String, Option<Action>), ui: &mut Ui| {
        let button = Button::new(label, Kind::Quiet, tip).enabled(to.is_some());
        if button.show(ui).clicked() { *to } else { None }
    };
    let buttons: f32 = texts.iter().map(|(label, ..)| Button::new(label, Kind::Quiet, "").width(ui) + gap).sum();
    let beside = wide_of(ui, &name) + wide_of(ui, &value) + buttons + 2.0 * gap <= ui.available_width();
    if !beside {
        row(ui, &name, &[value]);
        return ui
            .horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(gap, 6.0);
                texts.iter().fold(None, |action, text| button(text, ui).or(action))
            })
            .inner;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        words(ui, &name);
        let spare = ui.available_width() - buttons - wide_of(ui, &value) - gap;
        ui.add_space(spare.max(0.0));
        words(ui, &value);
        texts.iter().fold(None, |action, text| button(text, ui).or(action))
    })
    .inner
}

fn wide_of(ui: &Ui, words: &Words) -> f32 {
    layout(ui, words, f32::INFINITY).size().x
}

fn assists(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    words(ui, &Words::new(lang.text("menu-settings-assists", &[]), Size::Heading));
    caption(ui, lang.text("menu-settings-assists-about", &[]));
    for &(assist, on) in &model.assists {
        let (label, tip) = (lang.text(assist.id(), &[]), lang.text(&format!("{}-tip", assist.id()), &[]));
        if toggle(ui, None, &label, on, &tip).clicked() {
            action = Some(Action::Assist(assist, !on));
        }
    }
    action
}
