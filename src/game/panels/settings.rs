//! Settings, in groups of which one is shown: look and language, sound, picture, and which assists are shown.

use super::widget::{Button, Kind, Words, caption, filled_card, layout, one_of, page, row, toggle, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align, Key, Layout, Ui, vec2};

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
    /// The zone from above.
    Map,
    /// Volume left.
    Syringe,
    /// Layers, overlays, views.
    Strip,
    /// Cannula and threads seen through the skin.
    SeeThrough,
}

impl Assist {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Steps,
        Self::Hint,
        Self::Section,
        Self::Depth,
        Self::Meters,
        Self::Map,
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
            Self::Map => "menu-assist-map",
            Self::Syringe => "menu-assist-syringe",
            Self::Strip => "menu-assist-strip",
            Self::SeeThrough => "menu-assist-see-through",
        }
    }
}

/// A group of settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Language, text size, colours, movement.
    #[default]
    Look,
    /// How loud.
    Sound,
    /// Quality of the picture.
    Picture,
    /// What helps during a procedure.
    Assists,
}

impl Tab {
    fn id(self) -> &'static str {
        match self {
            Self::Look => "menu-settings-look",
            Self::Sound => "menu-settings-sound",
            Self::Picture => "menu-settings-picture",
            Self::Assists => "menu-settings-assists",
        }
    }
}

/// A kind of sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// Force, rubbing and flow.
    Hand,
    /// Layers, warnings, steps that are done, buttons.
    Signals,
}

impl Sound {
    fn id(self) -> &'static str {
        match self {
            Self::Hand => "menu-settings-volume-hand",
            Self::Signals => "menu-settings-volume-signals",
        }
    }
}

/// A language that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its code, such as `en`.
    pub code: String,
    /// What it calls itself.
    pub name: String,
}

/// What is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The group that is shown.
    pub tab: Tab,
    /// Languages that can be chosen.
    pub languages: Vec<Language>,
    /// Which of them is chosen; none for that of the system.
    pub language: Option<usize>,
    /// Text size, 0.8 to 2.
    pub text: f32,
    /// Dark or light.
    pub dark: bool,
    /// Stronger text, solid cards, thicker outlines.
    pub high_contrast: bool,
    /// No transitions.
    pub reduced_motion: bool,
    /// Quality; none where it cannot be chosen.
    pub preset: Option<Preset>,
    /// Share of the window's width that the scene is drawn at; none: the preset's.
    pub scale: Option<f32>,
    /// The most frames a second; none: as many as the screen shows.
    pub frame_cap: Option<u32>,
    /// How loud the hand and the signals are, 0 to 1; none where nothing can be played.
    pub volumes: Option<[f32; 2]>,
    /// Assists that can be switched, and which are on.
    pub assists: Vec<(Assist, bool)>,
}

/// What a person set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Another group.
    Tab(Tab),
    /// A language by its place in the model; none for that of the system.
    Language(Option<usize>),
    /// Text size.
    Text(f32),
    /// Dark (true) or light.
    Dark(bool),
    /// High contrast.
    HighContrast(bool),
    /// No transitions.
    ReducedMotion(bool),
    /// Quality.
    Preset(Preset),
    /// Share of the window's width that the scene is drawn at; none: the preset's.
    Scale(Option<f32>),
    /// The most frames a second; none: as many as the screen shows.
    FrameCap(Option<u32>),
    /// How loud a kind of sound is, 0 to 1.
    Volume(Sound, f32),
    /// An assist on or off.
    Assist(Assist, bool),
    /// What each key does.
    Controls,
    /// Go back.
    Back,
}

/// The text sizes to step through, in percent.
const TEXT: [f32; 9] = [80.0, 90.0, 100.0, 110.0, 125.0, 140.0, 160.0, 180.0, 200.0];

/// Scales of the scene and frames a second to choose from.
const SCALES: [f32; 4] = [0.5, 0.65, 0.8, 1.0];
const CAPS: [u32; 3] = [30, 60, 120];

/// A step of the volume.
const VOLUME_STEP: f32 = 0.1;

/// Shows the settings. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let width = theme.size(Size::Body) * 40.0;
    let (back, action) = page(ui, "settings", &lang.text("menu-settings", &[]), width, lang, |ui| {
        let tab = tabs(ui, model, lang);
        let set = filled_card(ui, theme.page(), |ui| match model.tab {
            Tab::Look => look(ui, model, lang),
            Tab::Sound => sound(ui, model, lang),
            Tab::Picture => picture(ui, model, lang),
            Tab::Assists => assists(ui, model, lang),
        });
        tab.or(set)
    });
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

/// The groups that have something to set.
fn tabs(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let there = [
        (Tab::Look, true),
        (Tab::Sound, model.volumes.is_some()),
        (Tab::Picture, model.preset.is_some()),
        (Tab::Assists, !model.assists.is_empty()),
    ];
    let there = there.into_iter().filter(|(_, there)| *there);
    let mut names: Vec<_> = there.map(|(tab, _)| (lang.text(tab.id(), &[]), lang.text(&format!("{}-tip", tab.id()), &[]), Action::Tab(tab), tab == model.tab)).collect();
    names.push((lang.text("menu-settings-controls", &[]), lang.text("menu-settings-controls-tip", &[]), Action::Controls, false));
    one_of(ui, &names)
}

fn look(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    words(ui, &Words::new(lang.text("menu-settings-look", &[]), Size::Heading));
    if model.languages.len() > 1 {
        words(ui, &Words::new(lang.text("menu-settings-language", &[]), Size::Body));
        let auto = "menu-settings-language-auto";
        let mut all = vec![(lang.text(auto, &[]), lang.text("menu-settings-language-auto-tip", &[]), Action::Language(None), model.language.is_none())];
        all.extend(model.languages.iter().enumerate().map(|(i, language)| {
            let tip = lang.text("menu-settings-language-tip", &[("name", Value::text(&language.name))]);
            (language.name.clone(), tip, Action::Language(Some(i)), model.language == Some(i))
        }));
        action = one_of(ui, &all);
    }
    let percent = model.text * 100.0;
    let shown = lang.text("value-percent", &[("value", Value::number(f64::from(percent), 0))]);
    let smaller = TEXT.iter().rev().find(|&&size| size < percent - 0.5);
    let larger = TEXT.iter().find(|&&size| size > percent + 0.5);
    let ways = [("menu-settings-smaller", smaller), ("menu-settings-larger", larger)].map(|(id, size)| (id, size.map(|size| Action::Text(size / 100.0))));
    action = stepper(ui, "menu-settings-text", &shown, ways, lang).or(action);
    let switches = [
        ("menu-settings-dark", model.dark, Action::Dark(!model.dark)),
        ("menu-settings-contrast", model.high_contrast, Action::HighContrast(!model.high_contrast)),
        ("menu-settings-motion", model.reduced_motion, Action::ReducedMotion(!model.reduced_motion)),
    ];
    for (id, on, switched) in switches {
        let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
        if toggle(ui, None, &label, on, &tip).clicked() {
            action = Some(switched);
        }
    }
    action
}

fn picture(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let preset = model.preset?;
    words(ui, &Words::new(lang.text("menu-settings-preset", &[]), Size::Heading));
    let one = |other: Preset| (lang.text(other.id(), &[]), lang.text(&format!("{}-tip", other.id()), &[]), Action::Preset(other), other == preset);
    let action = one_of(ui, &Preset::ALL.map(one));
    words(ui, &Words::new(lang.text("menu-settings-scale", &[]), Size::Body));
    let percent = |share: f32| lang.text("value-percent", &[("value", Value::number(f64::from(share * 100.0), 0))]);
    let preset = (lang.text("menu-settings-scale-preset", &[]), lang.text("menu-settings-scale-preset-tip", &[]), Action::Scale(None), model.scale.is_none());
    let mut scales = vec![preset];
    scales.extend(SCALES.map(|share| (percent(share), lang.text("menu-settings-scale-tip", &[]), Action::Scale(Some(share)), model.scale == Some(share))));
    let action = one_of(ui, &scales).or(action);
    words(ui, &Words::new(lang.text("menu-settings-cap", &[]), Size::Body));
    let free = (lang.text("menu-settings-cap-none", &[]), lang.text("menu-settings-cap-none-tip", &[]), Action::FrameCap(None), model.frame_cap.is_none());
    let mut caps = vec![free];
    // One that was written into the file stands among the others.
    let all: std::collections::BTreeSet<u32> = CAPS.into_iter().chain(model.frame_cap).collect();
    caps.extend(all.into_iter().map(|most| {
        let label = lang.text("hud-number", &[("value", Value::number(f64::from(most), 0))]);
        (label, lang.text("menu-settings-cap-tip", &[]), Action::FrameCap(Some(most)), model.frame_cap == Some(most))
    }));
    one_of(ui, &caps).or(action)
}

fn sound(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let volumes = model.volumes?;
    words(ui, &Words::new(lang.text("menu-settings-sound", &[]), Size::Heading));
    let mut action = None;
    for (sound, volume) in [Sound::Hand, Sound::Signals].into_iter().zip(volumes) {
        let shown = lang.text("value-percent", &[("value", Value::number(f64::from(volume * 100.0), 0))]);
        let ways = [("menu-settings-quieter", -VOLUME_STEP), ("menu-settings-louder", VOLUME_STEP)].map(|(id, step)| {
            let to = (volume + step).clamp(0.0, 1.0);
            (id, (to != volume).then_some(Action::Volume(sound, to)))
        });
        action = stepper(ui, sound.id(), &shown, ways, lang).or(action);
    }
    action
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
    // The row is as high as its buttons from the start, so that all of it stands on one middle.
    let high = texts.iter().map(|(label, ..)| Button::new(label, Kind::Quiet, "").height(ui)).fold(0.0, f32::max);
    let middle = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), high), middle, |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        words(ui, &name);
        let spare = ui.available_width() - buttons - wide_of(ui, &value);
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
