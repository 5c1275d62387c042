//! What is laid over the patient, each with its switch, and what the signs of the hazards mean.

use super::super::labels;
use super::super::strip::Overlay;
use super::super::widget::{Words, caption, card, layout, toggle};
use super::Action;
use crate::anatomy::HazardKind;
use crate::game::input::names::Names;
use crate::game::theme::{Size, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// A kind of hazard in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Legend {
    /// The kind.
    pub kind: HazardKind,
    /// Dashed: some of this kind have an uncertain course.
    pub dashed: bool,
}

pub(super) fn kind_id(kind: HazardKind) -> &'static str {
    match kind {
        HazardKind::Artery => "hazard-kind-artery",
        HazardKind::Vein => "hazard-kind-vein",
        HazardKind::Nerve => "hazard-kind-nerve",
        HazardKind::Foramen => "hazard-kind-foramen",
        HazardKind::Gland => "hazard-kind-gland",
    }
}

/// Shows the switches.
pub(super) fn panel(ui: &mut Ui, overlays: &[(Overlay, bool)], legend: &[Legend], lang: &Lang) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for &(overlay, on) in overlays {
            let (label, tip) = (lang.text(overlay.id(), &[]), lang.text(&format!("{}-tip", overlay.id()), &[]));
            let tip = Names::of(ui.ctx()).tip(tip, overlay.action(), lang);
            if toggle(ui, Some(overlay.icon()), &label, on, &tip).clicked() {
                action = Some(Action::Toggle(overlay));
            }
            if overlay == Overlay::Hazards && on {
                kinds(ui, legend, lang);
            }
        }
    });
    action
}

fn kinds(ui: &mut Ui, legend: &[Legend], lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let points = theme.size(Size::Small);
    let dashed = legend.iter().any(|kind| kind.dashed);
    let columns = if ui.available_width() > points * 15.0 { 2 } else { 1 };
    let each = ui.available_width() / columns as f32;
    for line in legend.chunks(columns) {
        let sign = vec2(points * 1.9, points * 1.35);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), sign.y), Sense::hover());
        for (i, entry) in line.iter().enumerate() {
            let left = rect.left() + i as f32 * each;
            let name = lang.text(kind_id(entry.kind), &[]);
            let galley = layout(ui, &Words::new(&name, Size::Small).colour(theme.muted), f32::INFINITY);
            let slot = Rect::from_min_size(pos2(left, rect.top()), sign);
            labels::sign(ui.painter(), entry.kind, false, slot);
            let at = pos2(slot.right() + points * 0.5, rect.center().y - galley.size().y * 0.5);
            let cell = Rect::from_min_size(slot.min, vec2(each, sign.y));
            let response = ui.interact(cell, ui.id().with(("kind", name.as_str())), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
            ui.painter().galley(at, galley, theme.muted);
        }
    }
    if dashed {
        caption(ui, lang.text("atlas-legend-dashed", &[]));
    }
}
