//! The drill editor: the drill's fields at the left, the patient with the zone that is drawn, and at the right what can be done with it
//! and what is still wrong.

mod field;
mod place;

pub use field::{Change, Field, Kind, Name, Offer};
pub use place::{Place, Tool};

use super::layout;
use super::widget::{Button, Icon, Kind as Press, Words, caption, card, mark, place as put, rule, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Align2, Id, Key, Ui, vec2};

/// A group of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Tab {
    /// Who, and how deep.
    #[default]
    Patient,
    /// What with.
    Product,
    /// What is played, how it is judged.
    Play,
    /// What is said.
    Words,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Patient, Self::Product, Self::Play, Self::Words];

    fn id(self) -> &'static str {
        match self {
            Self::Patient => "editor-tab-patient",
            Self::Product => "editor-tab-product",
            Self::Play => "editor-tab-play",
            Self::Words => "editor-tab-words",
        }
    }
}

/// Something that is wrong with the drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// Where it is mended; none: on the patient.
    pub tab: Option<Tab>,
    /// The field as the editor calls it.
    pub field: String,
    /// What stands there and what may stand there.
    pub text: String,
}

/// How much of the work is on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// Saved as a drill, in this file.
    Saved(String),
    /// Kept as a draft.
    Draft,
    /// Being written.
    Writing,
    /// It could not be written.
    Nowhere(String),
}

/// What the editor shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The drill's title, or what a new one is called.
    pub title: String,
    /// The group that is shown.
    pub tab: Tab,
    /// Its fields.
    pub fields: Vec<Field>,
    /// How much is wrong in each group.
    pub faults: [usize; 4],
    /// The zone and the entry points.
    pub place: Place,
    /// All that is wrong.
    pub wrong: Vec<Wrong>,
    /// The check of the last change is still under way.
    pub checking: bool,
    /// The patient is being built.
    pub building: bool,
    /// How much is on disk.
    pub kept: Kept,
    /// Whether a step can be taken back, and whether one can be done again.
    pub steps: (bool, bool),
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show this group.
    Tab(Tab),
    /// A field.
    Set(Name, Change),
    /// What a click on the skin sets.
    Tool(Tool),
    /// Set a point where the ring is.
    Add,
    /// Choose the point of this index.
    Choose(usize),
    /// Take the chosen point away.
    Remove,
    /// Take the last point away.
    RemoveLast,
    /// Take the whole zone away.
    Clear,
    /// Look from here.
    View(usize),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Play the drill as it is.
    Try,
    /// Write its file.
    Save,
    /// Begin with an empty drill.
    StartOver,
    /// Leave; the draft is kept.
    Back,
}

/// Shows the editor over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let parts = layout::editor(ui.ctx().content_rect(), &theme);
    let mut action = put(ui, "editor-left", parts.left, Align2::LEFT_TOP, |ui| {
        let head = head(ui, model, lang);
        card(ui, |ui| field::fields(ui, &model.fields, lang)).or(head)
    });
    let right = put(ui, "editor-right", parts.right, Align2::RIGHT_TOP, |ui| {
        let done = acts(ui, model, lang);
        let placed = card(ui, |ui| place::panel(ui, &model.place, model.building, lang));
        done.or(placed).or(wrong(ui, model, lang))
    });
    action = action.or(right);
    // Escape lets go of what has the keyboard first.
    let id = Id::new("fanline editor focus");
    let focused = ui.memory(|memory| memory.focused().is_some());
    let let_go = ui.data_mut(|data| {
        let before = data.get_temp::<bool>(id).unwrap_or(false);
        data.insert_temp(id, focused);
        before
    });
    let key = |key: Key| ui.input(|input| input.modifiers.command && input.key_pressed(key));
    if action.is_none() && !focused && key(Key::Z) {
        return Some(if ui.input(|input| input.modifiers.shift) { Action::Redo } else { Action::Undo });
    }
    if action.is_none() && !let_go && ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Action::Back);
    }
    action
}

/// The way back, the title and the groups.
fn head(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    card(ui, |ui| {
        let mut action = None;
        let (label, tip) = (lang.text("editor-back", &[]), lang.text("editor-back-tip", &[]));
        if Button::new(&label, Press::Plain, tip).icon(Icon::Back).size(Size::Small).show(ui).clicked() {
            action = Some(Action::Back);
        }
        words(ui, &Words::new(&model.title, Size::Heading));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for (tab, faults) in Tab::ALL.into_iter().zip(model.faults) {
                let name = lang.text(tab.id(), &[]);
                let label = if faults > 0 { lang.text("editor-tab-faults", &[("name", Value::text(&name)), ("count", Value::count(faults))]) } else { name };
                let tip = lang.text(&format!("{}-tip", tab.id()), &[]);
                if Button::new(&label, Press::Quiet, tip).size(Size::Small).one_of(tab == model.tab).show(ui).clicked() {
                    action = Some(Action::Tab(tab));
                }
            }
        });
        action
    })
}

/// What is done with the whole drill.
fn acts(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let right = model.wrong.is_empty() && !model.checking;
    card(ui, |ui| {
        let mut action = None;
        let mut button = |ui: &mut Ui, id: &str, kind: Press, icon: Option<Icon>, enabled: bool, does: Action| {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            let mut button = Button::new(&label, kind, tip).size(Size::Small).enabled(enabled);
            if let Some(icon) = icon {
                button = button.icon(icon);
            }
            if button.show(ui).clicked() {
                action = Some(does);
            }
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
            button(ui, "editor-try", Press::Primary, Some(Icon::Play), right, Action::Try);
            button(ui, "editor-save", Press::Quiet, Some(Icon::Check), right, Action::Save);
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            button(ui, "editor-undo", Press::Plain, None, model.steps.0, Action::Undo);
            button(ui, "editor-redo", Press::Plain, None, model.steps.1, Action::Redo);
            button(ui, "editor-over", Press::Plain, None, true, Action::StartOver);
        });
        match &model.kept {
            Kept::Saved(path) => {
                ui.horizontal_top(|ui| {
                    mark(ui, State::Target, Size::Small);
                    words(ui, &Words::new(lang.text("editor-saved", &[("file", Value::text(path))]), Size::Small));
                });
            }
            Kept::Draft => drop(caption(ui, lang.text("editor-draft-kept", &[]))),
            Kept::Writing => drop(caption(ui, lang.text("editor-draft-writing", &[]))),
            Kept::Nowhere(why) => {
                ui.horizontal_top(|ui| {
                    mark(ui, State::Fault, Size::Small);
                    words(ui, &Words::new(lang.text("editor-nowhere", &[("why", Value::text(why))]), Size::Small).colour(theme.fault));
                });
            }
        }
        action
    })
}

/// What is wrong, each with the way to where it is mended.
fn wrong(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    card(ui, |ui| {
        let mut action = None;
        let (state, title) = match (model.wrong.len(), model.checking) {
            (0, true) => (State::Neutral, lang.text("editor-checking", &[])),
            (0, false) => (State::Target, lang.text("editor-right", &[])),
            (count, _) => (State::Attention, lang.text("editor-wrong", &[("count", Value::count(count))])),
        };
        ui.horizontal_top(|ui| {
            mark(ui, state, Size::Body);
            words(ui, &Words::new(title, Size::Body));
        });
        for (i, wrong) in model.wrong.iter().enumerate() {
            if i > 0 {
                rule(ui);
            }
            match wrong.tab {
                Some(tab) => {
                    let tip = lang.text("editor-wrong-tip", &[("tab", Value::text(lang.text(tab.id(), &[])))]);
                    let name = lang.text("editor-mend", &[("field", Value::text(&wrong.field))]);
                    if Button::new(&wrong.field, Press::Plain, tip).named(&name).size(Size::Small).show(ui).clicked() {
                        field::mend(ui, &wrong.field);
                        action = Some(Action::Tab(tab));
                    }
                }
                None => drop(words(ui, &Words::new(&wrong.field, Size::Small).colour(theme.info))),
            }
            words(ui, &Words::new(&wrong.text, Size::Small));
        }
        action
    })
}
