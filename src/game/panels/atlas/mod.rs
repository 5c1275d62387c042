//! The atlas: one patient over the whole window, with its layers, what lies in them, and who it is, in rails at the edges.

mod overlays;
mod person;
mod probe;
mod view;

pub use overlays::Legend;
pub use person::{Action as PersonAction, Person};
pub use probe::{Nearest, Probe};
pub use view::{Cut, View};

use super::strip::Overlay;
use super::widget::place;
use super::{labels, layout};
use crate::game::theme::Theme;
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Id, Key, Ui};

/// What the atlas shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Who it is.
    pub person: Person,
    /// What lies at the place that is read.
    pub probe: Option<Probe>,
    /// Overlays that can be switched, and which are on.
    pub overlays: Vec<(Overlay, bool)>,
    /// Kinds of hazards that this patient has; shown while hazards are on.
    pub legend: Vec<Legend>,
    /// Layers, cut, site and views.
    pub view: View,
    /// Names over the patient, those that matter most first.
    pub labels: Vec<labels::Label>,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Back to the patients.
    Back,
    /// Somebody else, or the same with other traits.
    Person(PersonAction),
    /// Switch an overlay.
    Toggle(Overlay),
    /// Show the body down to this layer, 0 to 5.
    Layer(f32),
    /// Switch the cut.
    CutAway,
    /// Move the cut, mm.
    CutAt(f32),
    /// Turn the cut, degrees.
    CutTurn(f32),
    /// Go to the site of this index.
    Site(usize),
    /// Take the view of this index.
    View(usize),
}

/// Shows the atlas's panels over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let rails = layout::atlas(ui.ctx().content_rect(), &theme);
    labels::paint(ui, rails.field, &model.labels, lang);
    let mut action = place(ui, "atlas left", rails.left, Align2::LEFT_TOP, |ui| person::panel(ui, &model.person, &model.view, lang));
    let right = place(ui, "atlas right", rails.right, Align2::RIGHT_TOP, |ui| {
        probe::panel(ui, model.probe.as_ref(), lang);
        overlays::panel(ui, &model.overlays, &model.legend, lang)
    });
    let strip = view::strip(ui, rails.strip, &model.view, lang);
    action = action.or(right).or(strip);
    // Escape lets go of what has the keyboard first: then the arrow keys are the scene's again.
    let id = Id::new("fanline atlas focus");
    let focused = ui.memory(|memory| memory.focused().is_some());
    let let_go = ui.data_mut(|data| {
        let before = data.get_temp::<bool>(id).unwrap_or(false);
        data.insert_temp(id, focused);
        before
    });
    if action.is_none() && !let_go && ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}
