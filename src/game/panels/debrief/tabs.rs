//! The names of the tabs, the open one underlined.

use super::{Action, Tab};
use crate::game::panels::widget::{Words, layout};
use crate::game::theme::{Size, Theme, Weight};
use crate::lang::Lang;
use bevy_egui::egui::{Color32, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

impl Tab {
    fn id(self) -> &'static str {
        match self {
            Self::Scores => "debrief-tab-scores",
            Self::Findings => "debrief-tab-findings",
            Self::Months => "debrief-tab-months",
            Self::Compare => "debrief-tab-compare",
            Self::Notes => "debrief-tab-notes",
        }
    }
}

pub(super) fn content(ui: &mut Ui, tabs: &[Tab], open: Tab, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = None;
    let shown = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        let names: Vec<String> = tabs.iter().map(|tab| lang.text(tab.id(), &[])).collect();
        // What is left over is shared out, so that the row fills the card where it fits.
        let bare: f32 = names.iter().map(|name| layout(ui, &Words::new(name, Size::Small).weight(Weight::Medium), f32::INFINITY).size().x).sum();
        let spare = (ui.available_width() - bare - 1.0) / (2.0 * tabs.len() as f32);
        let least = theme.size(Size::Small) * 0.4;
        let pad = if spare >= least { spare.min(theme.size(Size::Small) * 1.3) } else { least * 1.6 };
        for (tab, name) in tabs.iter().zip(names) {
            let on = *tab == open;
            let ink = if on { theme.text } else { theme.muted };
            let galley = layout(ui, &Words::new(&name, Size::Small).weight(Weight::Medium).colour(ink), f32::INFINITY);
            let high = (theme.size(Size::Small) * 2.0).round();
            let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * pad, high), Sense::click());
            response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, on, &name));
            let near = ui.ctx().animate_bool_with_time(response.id, response.hovered(), theme.transition());
            let painter = ui.painter();
            painter.rect_filled(rect, 6.0, theme.well.gamma_multiply(near));
            painter.galley(pos2(rect.left() + pad, rect.center().y - galley.size().y * 0.5), galley, Color32::PLACEHOLDER);
            if on {
                let line = rect.left() + pad * 0.5..=rect.right() - pad * 0.5;
                painter.hline(line, rect.bottom() - 1.5, Stroke::new(3.0, theme.target));
            }
            if response.has_focus() {
                painter.rect_stroke(rect, 6.0, Stroke::new(2.0, theme.info), StrokeKind::Inside);
            }
            if response.on_hover_text(lang.text(&format!("{}-tip", tab.id()), &[])).clicked() {
                action = Some(Action::Open(*tab));
            }
        }
    });
    let line = shown.response.rect;
    ui.painter().hline(line.x_range(), line.bottom() + 0.5, theme.hairline());
    ui.add_space(theme.gap() * 0.3);
    action
}
