//! What to do next.

use super::Action;
use crate::game::panels::widget::{Button, Icon, Kind, card};
use crate::game::theme::Theme;
use crate::lang::Lang;
use bevy_egui::egui::Ui;

pub(super) fn content(ui: &mut Ui, lang: &Lang) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.5;
        let ways = [
            ("debrief-again", Icon::Restart, Kind::Primary, Action::Again),
            ("debrief-elsewhere", Icon::Person, Kind::Quiet, Action::Elsewhere),
            ("debrief-drills", Icon::Drills, Kind::Plain, Action::Drills),
            ("debrief-title", Icon::Back, Kind::Plain, Action::Title),
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
