//! What to show on the patient, and what to do next.

use super::{Action, Model, Show};
use crate::game::panels::widget::{Button, Icon, Kind, Words, caption, card, layout, toggle};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Color32, Mesh, Rect, Sense, Ui, pos2, vec2};

/// Viridis at even steps (van der Walt & Smith 2015): perceptual and safe for the colour-blind; the same as the dose map's on the skin.
pub const DOSE_RAMP: [Color32; 9] = [
    Color32::from_rgb(68, 1, 84),
    Color32::from_rgb(71, 44, 122),
    Color32::from_rgb(59, 81, 139),
    Color32::from_rgb(44, 113, 142),
    Color32::from_rgb(33, 144, 141),
    Color32::from_rgb(39, 173, 129),
    Color32::from_rgb(92, 200, 99),
    Color32::from_rgb(170, 220, 50),
    Color32::from_rgb(253, 231, 37),
];

impl Show {
    fn parts(self) -> (&'static str, Icon) {
        match self {
            Self::Dose => ("debrief-show-dose", Icon::Dose),
            Self::HotSpots => ("debrief-show-hot-spots", Icon::HotSpots),
            Self::Layers => ("debrief-show-layers", Icon::Layers),
            Self::Cannula => ("debrief-show-cannula", Icon::Cannula),
        }
    }
}

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let mut action = None;
    if !model.show.is_empty() {
        card(ui, |ui| {
            caption(ui, lang.text("debrief-show", &[]));
            for &(show, on) in &model.show {
                let (id, icon) = show.parts();
                let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
                if toggle(ui, Some(icon), &label, on, &tip).clicked() {
                    action = Some(Action::Show(show, !on));
                }
            }
            if let Some(scale) = model.dose_scale {
                legend(ui, scale, lang);
            }
        });
    }
    card(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.6;
        let ways = [
            ("debrief-again", Icon::Restart, Kind::Primary, Action::Again),
            ("debrief-drills", Icon::Drills, Kind::Quiet, Action::Drills),
            ("debrief-title", Icon::Back, Kind::Quiet, Action::Title),
        ];
        for (id, icon, kind, does) in ways {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            if Button::new(&label, kind, tip).icon(icon).full().show(ui).clicked() {
                action = Some(does);
            }
        }
    });
    action
}

/// The dose map's colours with their ends.
fn legend(ui: &mut Ui, scale: f64, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(theme.gap() * 0.4);
    let height = (9.0 * theme.unit).round().max(7.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut mesh = Mesh::default();
    for (i, colour) in DOSE_RAMP.into_iter().enumerate() {
        let x = rect.left() + rect.width() * i as f32 / (DOSE_RAMP.len() - 1) as f32;
        mesh.colored_vertex(pos2(x, rect.top()), colour);
        mesh.colored_vertex(pos2(x, rect.bottom()), colour);
    }
    for i in 0..DOSE_RAMP.len() as u32 - 1 {
        mesh.add_triangle(2 * i, 2 * i + 1, 2 * i + 2);
        mesh.add_triangle(2 * i + 1, 2 * i + 2, 2 * i + 3);
    }
    ui.painter().add(mesh);
    let small = |text: String| Words::new(text, Size::Small).colour(theme.muted);
    let low = layout(ui, &small(lang.text("hud-number", &[("value", Value::number(0.0, 0))])), f32::INFINITY);
    let high = layout(ui, &small(lang.text("value-mg-cm2", &[("value", Value::number(scale, 0))])), f32::INFINITY);
    let (line, _) = ui.allocate_exact_size(vec2(rect.width(), low.size().y), Sense::hover());
    let right = Rect::from_min_size(pos2(line.right() - high.size().x, line.top()), high.size());
    ui.painter().galley(line.min, low, theme.muted);
    ui.painter().galley(right.min, high, theme.muted);
}
