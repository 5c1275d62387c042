//! The patients that are installed, to choose one and look at every layer of it.

use super::error;
use super::widget::{Button, Icon, Kind, Words, caption, enter_alone, filled_card, footed_cards, mark, page, row, rule, words};
use crate::anatomy::Sex;
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Ui};

/// A patient.
#[derive(Clone, Debug, PartialEq)]
pub struct Patient {
    /// Name and age.
    pub title: String,
    /// What makes this patient a lesson.
    pub note: String,
    /// Sex.
    pub sex: Sex,
    /// Age in years.
    pub age_years: f64,
    /// Body mass index, kg/m².
    pub bmi: f64,
    /// Looseness of the skin, 0 to 1.
    pub laxity: f64,
    /// Fitzpatrick skin type, 1 to 6.
    pub skin_type: u8,
    /// Whether it is the person's own scan.
    pub own_scan: bool,
}

/// The patients.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// In their order.
    pub patients: Vec<Patient>,
    /// What is wrong with scans that are left out, each with its file as `file: …`.
    pub problems: Vec<String>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Look at the patient of this index.
    Open(usize),
    /// Look at somebody at random.
    Random,
    /// Go back.
    Back,
}

/// Shows the patients. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let room = ui.ctx().content_rect().width() - 2.0 * theme.margin();
    let fit = ((room + theme.gap()) / (points * 19.0 + theme.gap())).floor().max(1.0) as usize;
    let across = fit.min(4);
    let width = across as f32 * (points * 23.0 + theme.gap());
    let (back, chosen) = page(ui, "patients", &lang.text("menu-patients", &[]), width, lang, |ui| {
        let mut chosen = None;
        words(ui, &Words::new(lang.text("atlas-patients-about", &[]), Size::Body).colour(theme.muted));
        // The last card is that of somebody at random.
        let about = |ui: &mut Ui, index: usize| match model.patients.get(index) {
            Some(patient) => about_patient(ui, patient, lang),
            None => about_anybody(ui, lang),
        };
        footed_cards(ui, across, model.patients.len() + 1, about, |ui, index| {
            if let Some(patient) = model.patients.get(index) {
                facts(ui, patient, lang);
            }
            ui.add_space(theme.gap() * 0.4);
            let action = match model.patients.get(index) {
                Some(patient) => open(ui, patient, lang).then_some(Action::Open(index)),
                None => draw(ui, lang).then_some(Action::Random),
            };
            chosen = chosen.or(action);
        });
        if !model.problems.is_empty() {
            filled_card(ui, theme.page(), |ui| {
                mark(ui, State::Fault, Size::Heading);
                words(ui, &Words::new(lang.text("atlas-scans-broken", &[]), Size::Heading));
                error::list(ui, &model.problems);
            });
        }
        chosen
    });
    let chosen = chosen.or_else(|| (!model.patients.is_empty() && enter_alone(ui)).then_some(Action::Open(0)));
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    chosen
}

/// Id of the message for a sex.
pub(super) fn sex_id(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "atlas-sex-female",
        Sex::Male => "atlas-sex-male",
    }
}

/// A Fitzpatrick type as it is written.
pub(super) fn skin_type_name(skin_type: u8) -> &'static str {
    ["I", "II", "III", "IV", "V", "VI"][usize::from(skin_type.clamp(1, 6)) - 1]
}

fn about_patient(ui: &mut Ui, patient: &Patient, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    if patient.own_scan {
        caption(ui, lang.text("atlas-own-scan", &[]));
    }
    words(ui, &Words::new(&patient.title, Size::Heading));
    words(ui, &Words::new(&patient.note, Size::Body).colour(theme.muted));
}

fn facts(ui: &mut Ui, patient: &Patient, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    rule(ui);
    let percent = lang.text("value-percent", &[("value", Value::number(patient.laxity * 100.0, 0))]);
    let facts = [
        ("atlas-sex", lang.text(sex_id(patient.sex), &[])),
        ("atlas-age", lang.text("atlas-years", &[("value", Value::number(patient.age_years, 0))])),
        ("atlas-bmi", lang.text("hud-number", &[("value", Value::number(patient.bmi, 0))])),
        ("atlas-laxity", percent),
        ("atlas-skin-type", skin_type_name(patient.skin_type).to_owned()),
    ];
    for (id, value) in facts {
        let name = Words::new(lang.text(id, &[]), Size::Small).colour(theme.muted);
        row(ui, &name, &[Words::new(value, Size::Small).weight(Weight::Medium)]);
    }
}

fn open(ui: &mut Ui, patient: &Patient, lang: &Lang) -> bool {
    let (label, tip) = (lang.text("atlas-open", &[]), lang.text("atlas-open-tip", &[("title", Value::text(&patient.title))]));
    Button::new(&label, Kind::Primary, tip).icon(Icon::Layers).show(ui).clicked()
}

fn about_anybody(ui: &mut Ui, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(lang.text("atlas-random", &[]), Size::Heading));
    words(ui, &Words::new(lang.text("atlas-random-about", &[]), Size::Body).colour(theme.muted));
    caption(ui, lang.text("atlas-random-note", &[]));
}

fn draw(ui: &mut Ui, lang: &Lang) -> bool {
    let (label, tip) = (lang.text("atlas-random-act", &[]), lang.text("atlas-random-tip", &[]));
    Button::new(&label, Kind::Quiet, tip).icon(Icon::Random).show(ui).clicked()
}
