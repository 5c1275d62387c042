//! Practise: any zone, any patient, any preparation, and away.

use super::widget::{Button, Icon, Kind, Words, caption, choice, enter_alone, filled_card, footed_page, mark, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Key, Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offer {
    /// Its name.
    pub title: String,
    /// More about it; may be empty.
    pub note: String,
}

/// The three choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where.
    Zone,
    /// Who.
    Patient,
    /// With what.
    Product,
}

impl Part {
    const ALL: [Self; 3] = [Self::Zone, Self::Patient, Self::Product];

    fn id(self) -> &'static str {
        match self {
            Self::Zone => "menu-practise-zone",
            Self::Patient => "menu-practise-patient",
            Self::Product => "menu-practise-product",
        }
    }
}

/// What is planned with the choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Cannula.
    pub cannula: String,
    /// Volume to place, mL.
    pub planned_ml: f64,
    /// Target dose, mg `CaHA` per cm².
    pub target_mg_cm2: f64,
}

/// What can be chosen, what is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Zones.
    pub zones: Vec<Offer>,
    /// Patients.
    pub patients: Vec<Offer>,
    /// Preparations.
    pub products: Vec<Offer>,
    /// Index of each choice, in the order of zone, patient, preparation.
    pub chosen: [usize; 3],
    /// What is planned; else why it cannot be played so.
    pub plan: Option<Result<Plan, String>>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose.
    Choose(Part, usize),
    /// Start.
    Start,
    /// Go back.
    Back,
}

/// Text size above which the three lists stand one below the other.
const LARGE: f32 = 1.3;

/// Shows what can be practised. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Body);
    let columns = if theme.look.text > LARGE { 1 } else { 3 };
    let width = columns as f32 * (points * 25.0 + theme.gap());
    let ready = matches!(model.plan, Some(Ok(_)));
    let lists = |ui: &mut Ui| {
        words(ui, &Words::new(lang.text("menu-practise-intro", &[]), Size::Body).colour(theme.muted));
        let mut action = None;
        let each = (ui.available_width() - theme.gap() * (columns as f32 - 1.0)) / columns as f32;
        let lists = [&model.zones, &model.patients, &model.products];
        let mut origin = ui.cursor().min;
        let mut bottom = origin.y;
        for (i, (part, offers)) in Part::ALL.into_iter().zip(lists).enumerate() {
            if columns == 1 {
                origin.y = bottom + if i > 0 { theme.gap() } else { 0.0 };
            }
            let left = origin.x + (i % columns) as f32 * (each + theme.gap());
            let at = Rect::from_min_size(pos2(left, origin.y), vec2(each, f32::INFINITY));
            let mut cell = ui.new_child(UiBuilder::new().max_rect(at).id_salt(i));
            let chosen = list(&mut cell, part, offers, model.chosen[i], lang);
            action = chosen.map(|index| Action::Choose(part, index)).or(action);
            bottom = bottom.max(cell.min_rect().bottom());
        }
        ui.allocate_rect(Rect::from_min_max(pos2(origin.x, ui.cursor().top()), pos2(ui.max_rect().right(), bottom)), Sense::hover());
        action
    };
    let heading = lang.text("menu-practise", &[]);
    let (back, chosen, started) = footed_page(ui, "practise", &heading, width, lang, lists, |ui| start(ui, model, lang));
    if back || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    chosen.or(started).or_else(|| (ready && enter_alone(ui)).then_some(Action::Start))
}

fn list(ui: &mut Ui, part: Part, offers: &[Offer], chosen: usize, lang: &Lang) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let mut taken = None;
    filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text(part.id(), &[]), Size::Heading));
        for (i, offer) in offers.iter().enumerate() {
            let letter = (i + 1).to_string();
            if choice(ui, &letter, &offer.title, i == chosen, false, None, true).clicked() {
                taken = Some(i);
            }
            if i == chosen && !offer.note.is_empty() {
                caption(ui, &offer.note);
            }
        }
    });
    taken
}

/// The way on, and what is planned.
fn start(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let name = |offers: &[Offer], i: usize| offers.get(i).map_or_else(String::new, |offer| offer.title.clone());
    filled_card(ui, theme.page(), |ui| {
        let (label, tip) = (lang.text("word-start", &[]), lang.text("menu-practise-start-tip", &[]));
        let ready = matches!(model.plan, Some(Ok(_)));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme.gap();
            let clicked = Button::new(&label, Kind::Primary, tip).icon(Icon::Play).enabled(ready).show(ui).clicked();
            ui.vertical(|ui| {
                let said = [name(&model.zones, model.chosen[0]), name(&model.patients, model.chosen[1]), name(&model.products, model.chosen[2])];
                words(ui, &Words::new(said.join(" · "), Size::Body).weight(Weight::SemiBold));
                match &model.plan {
                    Some(Ok(plan)) => {
                        let dose = [("volume", Value::number(plan.planned_ml, 2)), ("dose", Value::number(plan.target_mg_cm2, 1))];
                        let facts = [("menu-drill-cannula", plan.cannula.clone()), ("menu-drill-dose", lang.text("menu-drill-dose-value", &dose))];
                        caption(ui, facts.map(|(id, value)| format!("{} {value}", lang.text(id, &[]))).join(" · "));
                    }
                    Some(Err(problem)) => {
                        ui.horizontal_wrapped(|ui| {
                            mark(ui, State::Attention, Size::Small);
                            words(ui, &Words::new(problem, Size::Small));
                        });
                    }
                    None => {
                        caption(ui, lang.text("wait-patient", &[]));
                    }
                }
            });
            clicked.then_some(Action::Start)
        })
        .inner
    })
}
