//! The zone and the entry points: what a click on the patient sets, the points so far, the eye.

use super::Action;
use crate::game::panels::Phrase;
use crate::game::panels::widget::{Button, Icon, Kind, Words, caption, mark, one_of, row, rule, words};
use crate::game::theme::{Size, State, Theme, Weight};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Ui, vec2};

/// What a click on the skin sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Corners of the zone.
    #[default]
    Zone,
    /// Entry points.
    Entry,
}

/// The zone and the entry points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// What a click sets.
    pub tool: Tool,
    /// How many corners, and how many entry points there are.
    pub counts: [usize; 2],
    /// The zone is a region of the body, by its name.
    pub region: Option<String>,
    /// The point that is chosen, of the kind that a click sets.
    pub chosen: Option<usize>,
    /// The ring is on the skin.
    pub ring: bool,
    /// What could not be done with the last click.
    pub refused: Option<Phrase>,
    /// Area of the zone, cm².
    pub area_cm2: Option<f64>,
    /// What the planned volume makes of it, mg `CaHA` per cm².
    pub dose_mg_cm2: Option<f64>,
    /// Names of the views.
    pub views: Vec<Phrase>,
}

pub(super) fn panel(ui: &mut Ui, model: &Place, building: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    let tool = |tool: Tool, id: &str| (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]), Action::Tool(tool), model.tool == tool);
    let tools = [tool(Tool::Zone, "editor-tool-zone"), tool(Tool::Entry, "editor-tool-entry")];
    let index: Vec<_> = tools.iter().enumerate().map(|(i, (label, tip, _, on))| (label.clone(), tip.clone(), i, *on)).collect();
    if let Some(i) = one_of(ui, &index) {
        action = Some(tools[i].2.clone());
    }
    let (kind, how) = match model.tool {
        Tool::Zone => (0, "editor-how-zone"),
        Tool::Entry => (1, "editor-how-entry"),
    };
    caption(ui, if building { lang.text("wait-patient", &[]) } else { lang.text(how, &[]) });
    if let Some(refused) = &model.refused {
        ui.horizontal_top(|ui| {
            mark(ui, State::Attention, Size::Small);
            words(ui, &Words::new(refused.say(lang), Size::Small));
        });
    }
    if let (Some(region), Tool::Zone) = (&model.region, model.tool) {
        caption(ui, lang.text("editor-zone-region", &[("region", Value::text(region))]));
    }
    let count = model.counts[kind];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        for i in 0..count {
            let label = (i + 1).to_string();
            let said = lang.text(if kind == 0 { "editor-corner" } else { "editor-entry" }, &[("number", Value::text(&label))]);
            if Button::new(&label, Kind::Plain, &said).named(&said).size(Size::Small).one_of(model.chosen == Some(i)).show(ui).clicked() {
                action = Some(Action::Choose(i));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        let mut button = |ui: &mut Ui, id: &str, enabled: bool, does: Action| {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            if Button::new(&label, Kind::Quiet, tip).size(Size::Small).enabled(enabled).show(ui).clicked() {
                action = Some(does);
            }
        };
        button(ui, "editor-add", model.ring, Action::Add);
        button(ui, "editor-remove", model.chosen.is_some(), Action::Remove);
        button(ui, "editor-remove-last", count > 0, Action::RemoveLast);
        if kind == 0 {
            button(ui, "editor-clear", count > 0 || model.region.is_some(), Action::Clear);
        }
    });
    let mut fact = |id: &str, value: Option<f64>, digits: u8| {
        if let Some(value) = value {
            let shown = lang.text(&format!("{id}-value"), &[("value", Value::number(value, digits))]);
            row(ui, &Words::new(lang.text(id, &[]), Size::Small).colour(theme.muted), &[Words::new(shown, Size::Small).weight(Weight::Medium)]);
        }
    };
    fact("editor-area", model.area_cm2, 1);
    fact("editor-dose", model.dose_mg_cm2, 1);
    rule(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        for (i, name) in model.views.iter().enumerate() {
            let label = name.say(lang);
            let tip = lang.text("editor-view-tip", &[("view", Value::text(&label))]);
            if Button::new(&label, Kind::Plain, tip).icon(Icon::Person).size(Size::Small).show(ui).clicked() {
                action = Some(Action::View(i));
            }
        }
    });
    action
}
