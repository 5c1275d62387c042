//! Who the patient is: name, note, the traits that can be changed, and somebody else at random.

use super::super::patients::{sex_id, skin_type_name};
use super::super::widget::{Button, Icon, Kind, Words, caption, card, row, slider, words};
use super::{Action as Outer, View};
use crate::anatomy::Sex;
use crate::game::input::Action as Control;
use crate::game::input::names::Names;
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Ui, vec2};

/// The patient as the sliders stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Name and age; none for somebody at random.
    pub title: Option<String>,
    /// What makes this patient a lesson.
    pub note: String,
    /// Whether it is the person's own scan: its skin stays as it is.
    pub own_scan: bool,
    /// Seed of somebody at random.
    pub seed: Option<u64>,
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
    /// The traits were changed.
    pub changed: bool,
    /// The patient is being built anew.
    pub building: bool,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names are the traits'")]
pub enum Action {
    Sex(Sex),
    Age(f32),
    Bmi(f32),
    Laxity(f32),
    SkinType(f32),
    /// The traits as they were.
    Reset,
    /// Somebody else.
    Random,
}

/// Shows the patient and the sites.
pub(super) fn panel(ui: &mut Ui, model: &Person, view: &View, lang: &Lang) -> Option<Outer> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    card(ui, |ui| {
        let (label, tip) = (lang.text("atlas-back", &[]), lang.text("atlas-back-tip", &[]));
        if Button::new(&label, Kind::Plain, tip).icon(Icon::Back).size(Size::Small).show(ui).clicked() {
            action = Some(Outer::Back);
        }
        let title = model.title.clone().unwrap_or_else(|| {
            let values = [("sex", Value::text(lang.text(sex_id(model.sex), &[]))), ("age", Value::number(model.age_years, 0))];
            lang.text("atlas-somebody", &values)
        });
        words(ui, &Words::new(title, Size::Heading));
        let note = match model.seed {
            Some(seed) => lang.text("atlas-seed", &[("seed", Value::text(seed.to_string()))]),
            None => model.note.clone(),
        };
        caption(ui, note);
        if model.own_scan {
            caption(ui, lang.text("atlas-scan-note", &[]));
        }
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
            for (i, (name, tip)) in view.sites.iter().enumerate() {
                let label = name.say(lang);
                if Button::new(&label, Kind::Plain, tip.say(lang)).size(Size::Small).one_of(i == view.site).show(ui).clicked() {
                    action = Some(Outer::Site(i));
                }
            }
        });
    });
    let traits = card(ui, |ui| traits(ui, model, lang, &theme));
    action.or(traits.map(Outer::Person))
}

fn traits(ui: &mut Ui, model: &Person, lang: &Lang, theme: &Theme) -> Option<Action> {
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.5, 4.0);
        for sex in [Sex::Female, Sex::Male] {
            let (label, tip) = (lang.text(sex_id(sex), &[]), lang.text("atlas-sex-tip", &[]));
            if Button::new(&label, Kind::Quiet, tip).size(Size::Small).one_of(model.sex == sex).show(ui).clicked() && model.sex != sex {
                action = Some(Action::Sex(sex));
            }
        }
    });
    let number = |value: f64| lang.text("hud-number", &[("value", Value::number(value, 0))]);
    let years = lang.text("atlas-years", &[("value", Value::number(model.age_years, 0))]);
    let percent = lang.text("value-percent", &[("value", Value::number(model.laxity * 100.0, 0))]);
    let age = (model.age_years as f32, 20.0..=80.0, 1.0);
    let bmi = (model.bmi as f32, 16.0..=38.0, 0.5);
    let laxity = (model.laxity as f32, 0.0..=1.0, 0.05);
    let skin = (f32::from(model.skin_type), 1.0..=6.0, 1.0);
    action = turn(ui, "atlas-age", years, age, lang).map(Action::Age).or(action);
    action = turn(ui, "atlas-bmi", number(model.bmi), bmi, lang).map(Action::Bmi).or(action);
    action = turn(ui, "atlas-laxity", percent, laxity, lang).map(Action::Laxity).or(action);
    action = turn(ui, "atlas-skin-type", skin_type_name(model.skin_type).to_owned(), skin, lang).map(Action::SkinType).or(action);
    let standing = match (model.building, model.changed) {
        (true, _) => "atlas-building",
        (false, true) => "atlas-changed",
        (false, false) => "atlas-unchanged",
    };
    caption(ui, lang.text(standing, &[]));
    let names = Names::of(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.5, 4.0);
        let (label, tip) = (lang.text("atlas-random-act", &[]), names.tip(lang.text("atlas-random-tip", &[]), Control::Random, lang));
        if Button::new(&label, Kind::Quiet, tip).icon(Icon::Random).size(Size::Small).show(ui).clicked() {
            action = Some(Action::Random);
        }
        let (label, tip) = (lang.text("word-reset", &[]), names.tip(lang.text("atlas-reset-tip", &[]), Control::Original, lang));
        if Button::new(&label, Kind::Quiet, tip).icon(Icon::Restart).size(Size::Small).enabled(model.changed).show(ui).clicked() {
            action = Some(Action::Reset);
        }
    });
    action
}

/// A trait with its value and a slider below.
fn turn(ui: &mut Ui, id: &str, value: String, slide: (f32, std::ops::RangeInclusive<f32>, f32), lang: &Lang) -> Option<f32> {
    let theme = Theme::of(ui.ctx());
    let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
    ui.spacing_mut().item_spacing.y = 0.0;
    row(ui, &Words::new(&label, Size::Small).colour(theme.muted), &[Words::new(value, Size::Small).weight(Weight::Medium)]);
    let (now, range, step) = slide;
    let moved = slider(ui, &label, now, range, step, ui.available_width(), &tip).1;
    ui.spacing_mut().item_spacing.y = (6.0 * theme.unit).round().max(4.0);
    moved
}
