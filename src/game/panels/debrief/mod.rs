//! The debrief: verdict and headline scores, findings, the months after, others to compare with, notes; depth along the threads
//! with the replay; what to show on the patient, what next.
//!
//! **Invariant:** the rail at the left has one tab open, so that the field stays free at every size; where it is tall enough the
//! scores stand above the tabs and are none of them.

mod compare;
mod findings;
mod keys;
mod model;
mod months;
mod next;
mod notes;
mod plot;
mod reference;
mod remarks;
mod replay;
mod scores;
mod scrubber;
mod show;
mod tabs;

pub use model::{
    Action, Banded, Change, Column, Curve, Export, Finding, Ghost, Group, Kept, Legend, Map, Mark, Model, Months, Nodule, Outlook,
    Pinning, Quantity, Reference, Remark, Replay, Sample, Score, Show, Tab, Thread, Whose,
};

use super::layout;
use super::widget::{card, place, scrolled};
use crate::game::theme::{Size, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Align2, Rect, ScrollArea, Ui};

/// Text size up to which the verdict stays in place while what is below it scrolls.
const STAYS: f32 = 1.3;
/// Height of the left rail, in lines of running text, from which the scores stand above the tabs.
const TALL: f32 = 42.0;

/// Shows the debrief over the scene. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let parts = layout::debrief(ui.ctx().content_rect(), &theme);
    let typing = keys::typing(ui);
    let left = place(ui, "debrief left", parts.left, Align2::LEFT_TOP, |ui| left(ui, parts.left, model, lang));
    let right = place(ui, "debrief right", parts.right, Align2::RIGHT_TOP, |ui| {
        let shown = show::content(ui, model, lang);
        let next = next::content(ui, (model.trial, model.of_class), lang);
        if tall(&theme, parts.left) && model.tab != Tab::Months && !model.changes.is_empty() {
            card(ui, |ui| scores::changes(ui, &model.changes, lang));
        }
        shown.or(next)
    });
    let below = plot_card(ui, parts.plot, model, lang);
    left.or(right).or(below).or_else(|| keys::pressed(ui, model, typing))
}

/// Whether a rail is so tall that the scores stand above the tabs.
fn tall(theme: &Theme, rail: Rect) -> bool {
    theme.look.text <= STAYS && rail.height() >= TALL * theme.size(Size::Body)
}

fn left(ui: &mut Ui, part: Rect, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let tall = tall(&theme, part);
    let tabs: &[Tab] = if tall { &Tab::ALL[1..] } else { &Tab::ALL };
    let open = if tall && model.tab == Tab::Scores { Tab::Findings } else { model.tab };
    card(ui, |ui| {
        scores::head(ui, model, lang);
        // The months need all of the rail.
        if tall && open != Tab::Months {
            scores::content(ui, model, false, lang);
        }
    });
    let opened = card(ui, |ui| {
        let chosen = tabs::content(ui, tabs, open, lang);
        let body = |ui: &mut Ui| match open {
            Tab::Scores => {
                scores::content(ui, model, true, lang);
                None
            }
            Tab::Findings => findings::content(ui, model, lang),
            Tab::Months => months::content(ui, model, lang),
            Tab::Compare => compare::content(ui, model, lang),
            Tab::Notes => notes::content(ui, model, lang),
        };
        let done = if theme.look.text <= STAYS {
            let room = part.bottom() - ui.cursor().top() - theme.padding() * 0.85 - 2.0;
            let scroll = ScrollArea::vertical().id_salt(("debrief tab", open as u8)).max_height(room.max(part.height() * 0.3));
            scrolled(ui, scroll.auto_shrink([false, true]), Some(theme.page()), body)
        } else {
            body(ui)
        };
        chosen.or(done)
    });
    opened
}

fn plot_card(ui: &Ui, part: Rect, model: &Model, lang: &Lang) -> Option<Action> {
    place(ui, "debrief plot", part, Align2::LEFT_TOP, |ui| {
        card(ui, |ui| {
            let theme = Theme::of(ui.ctx());
            let head = replay::head(ui, model, lang);
            let room = part.bottom() - ui.cursor().top() - (theme.padding() * 0.85) - 3.0;
            let seek = plot::content(ui, model, lang, room);
            head.or(seek)
        })
    })
}
