//! What to do next.

use super::Action;
use crate::game::panels::widget::{Button, Icon, Kind, card};
use crate::game::theme::{Size, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Ui, vec2};

pub(super) fn content(ui: &mut Ui, (trial, of_class): (bool, bool), lang: &Lang) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.5;
        let button = |id: &str, label: &str, icon: Icon, kind: Kind, full: bool, ui: &mut Ui| {
            let button = Button::new(label, kind, lang.text(&format!("{id}-tip"), &[])).icon(icon);
            if full { button.full().show(ui) } else { button.size(Size::Small).show(ui) }.clicked()
        };
        let other = if trial {
            ("debrief-editor", Icon::Back, Kind::Quiet, Action::Drills)
        } else {
            ("debrief-elsewhere", Icon::Person, Kind::Quiet, Action::Elsewhere)
        };
        for (id, icon, kind, does) in [("debrief-again", Icon::Restart, Kind::Primary, Action::Again), other] {
            if button(id, &lang.text(id, &[]), icon, kind, true, ui) {
                action = Some(does);
            }
        }
        if trial {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.5, theme.gap() * 0.5);
            let home = if of_class { "debrief-class" } else { "debrief-title" };
            for (id, icon, does) in [("debrief-drills", Icon::Drills, Action::Drills), (home, Icon::Back, Action::Title)] {
                if button(id, &lang.text(id, &[]), icon, Kind::Quiet, false, ui) {
                    action = Some(does);
                }
            }
        });
    });
    action
}
