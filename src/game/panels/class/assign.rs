//! What the class, or one of it, is set.

use super::{Action, Assign, Offer};
use crate::game::panels::widget::{Button, Kind, Words, caption, filled_card, one_of, toggle, words};
use crate::game::theme::{Size, Theme};
use crate::lang::{Lang, Value};
use bevy_egui::egui::{Ui, vec2};

pub(super) fn content(ui: &mut Ui, model: &Assign, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut action = filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text("teach-assign-to", &[]), Size::Heading));
        let mut whom = vec![(lang.text("teach-assign-all", &[]), lang.text("teach-assign-all-tip", &[]), None, model.to.is_none())];
        let tip = lang.text("teach-assign-one-tip", &[]);
        whom.extend(model.members.iter().enumerate().map(|(i, name)| (name.clone(), tip.clone(), Some(i), model.to == Some(i))));
        one_of(ui, &whom).map(Action::For)
    });
    let set = filled_card(ui, theme.page(), |ui| {
        words(ui, &Words::new(lang.text("teach-assign-what", &[]), Size::Heading));
        let tip = lang.text("teach-shelf-tip", &[]);
        let shelves = model.shelves.iter().enumerate().map(|(i, name)| (name.clone(), tip.clone(), i, i == model.shelf));
        let shelf = one_of(ui, &shelves.collect::<Vec<_>>()).map(Action::Shelf);
        let mut action = shelf;
        ui.add_space(theme.gap() * 0.4);
        for (index, offer) in model.offers.iter().enumerate() {
            if one(ui, offer, lang) {
                action = Some(Action::Set(index, !offer.set));
            }
        }
        ui.add_space(theme.gap() * 0.4);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
            for (id, on) in [("teach-set-all", true), ("teach-set-none", false)] {
                let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
                let some = model.offers.iter().any(|offer| offer.set != on);
                if Button::new(&label, Kind::Quiet, tip).size(Size::Small).enabled(some).show(ui).clicked() {
                    action = Some(Action::SetAll(on));
                }
            }
        });
        action
    });
    action = action.or(set);
    action
}

/// One thing with its switch; whether it was pressed.
fn one(ui: &mut Ui, offer: &Offer, lang: &Lang) -> bool {
    let pressed = toggle(ui, None, &offer.title, offer.set, &offer.about).clicked();
    let (done, all) = offer.done;
    let mut said = Vec::new();
    if offer.set_to_all {
        said.push(lang.text("teach-set-to-all", &[]));
    }
    if all > 0 {
        said.push(lang.text("teach-have-done", &[("done", Value::count(done)), ("all", Value::count(all))]));
    }
    if !said.is_empty() {
        caption(ui, said.join(" · "));
    }
    pressed
}
