//! Notes beside the recording, and the files to take away.

use super::{Action, Kept, Model};
use crate::game::panels::widget::{Button, Icon, Kind, Words, caption, layout, mark, rule, words};
use crate::game::theme::{Size, State, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{TextEdit, Ui, vec2};

/// Lines of the field.
const LINES: usize = 7;
/// Most that is kept, in bytes.
const LONGEST: usize = 20_000;

pub(super) fn content(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let comment = |ui: &mut Ui| model.pinning.as_ref().and_then(|pinning| super::remarks::form(ui, model, pinning, lang));
    // Whoever looks at another's attempt has come to comment.
    let mut action = if model.of_class { comment(ui) } else { own(ui, model, lang) };
    rule(ui);
    caption(ui, lang.text("debrief-export", &[]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme.gap() * 0.6, 6.0);
        for (id, icon, does) in [("debrief-page", Icon::Page, Action::Page), ("debrief-picture", Icon::Picture, Action::Picture)] {
            let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
            if Button::new(&label, Kind::Quiet, tip).icon(icon).size(Size::Small).show(ui).clicked() {
                action = Some(does);
            }
        }
    });
    for export in &model.exports {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            mark(ui, export.state, Size::Small);
            let ink = if export.state == State::Fault { theme.fault } else { theme.text };
            words(ui, &Words::new(&export.text, Size::Small).colour(ink));
        });
    }
    if !model.of_class {
        rule(ui);
        action = comment(ui).or(action);
    }
    action
}

/// The learner's own notes.
fn own(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let mut text = model.notes.clone();
    let hint = layout(ui, &Words::new(lang.text("debrief-notes-hint", &[]), Size::Body).colour(theme.muted), ui.available_width() - 16.0);
    let field = TextEdit::multiline(&mut text)
        .id_salt("debrief notes")
        .font(theme.font(Size::Body, crate::game::theme::Weight::Regular))
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .desired_rows(LINES)
        .char_limit(LONGEST)
        .margin(vec2(8.0, 6.0));
    let response = ui.add_enabled(model.kept != Kept::Nowhere, field);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(lang.text("debrief-notes-hint", &[])));
    let action = response.changed().then(|| Action::Note(text));
    let kept = match model.kept {
        Kept::Saved => "debrief-notes-saved",
        Kept::Writing => "debrief-notes-writing",
        Kept::Nowhere => "debrief-notes-nowhere",
    };
    caption(ui, lang.text(kept, &[]));
    action
}
