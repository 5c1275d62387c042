//! The menu of a procedure: go on, again, finish, leave; leaving is asked twice.

use super::widget::{Button, Icon, Kind, Words, modal, words};
use crate::game::theme::{Size, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Key, Ui};

/// What the menu asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What to do.
    #[default]
    Menu,
    /// Whether to begin again and lose this attempt.
    ConfirmRestart,
    /// Whether to leave and lose this attempt.
    ConfirmLeave,
    /// Whether the procedure is over.
    ConfirmFinish,
}

/// The menu.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// What it asks.
    pub page: Page,
    /// Title of the drill.
    pub title: String,
    /// Whether the procedure can be finished now.
    pub can_finish: bool,
    /// An exam: no second try, and leaving counts.
    pub exam: bool,
    /// A trial of a drill that is being made: leaving loses nothing but the attempt.
    pub trial: bool,
}

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go on with the procedure.
    Resume,
    /// Show another page of this menu.
    Ask(Page),
    /// Begin again.
    Restart,
    /// The procedure is over.
    Finish,
    /// Open the settings.
    Settings,
    /// Leave for the title.
    Leave,
}

/// Shows the menu over the procedure. `ui` is the root of the window.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    let action = modal(ui, "pause", theme.size(Size::Body) * 24.0, |ui| {
        ui.spacing_mut().item_spacing.y = theme.gap() * 0.75;
        match model.page {
            Page::Menu => menu(ui, model, lang),
            page => confirm(ui, page, model.exam, lang),
        }
    });
    action.or(escape.then_some(if model.page == Page::Menu { Action::Resume } else { Action::Ask(Page::Menu) }))
}

fn menu(ui: &mut Ui, model: &Model, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(lang.text("menu-paused", &[]), Size::Title));
    words(ui, &Words::new(&model.title, Size::Body).colour(theme.muted));
    let entries = [
        ("menu-pause-resume", Icon::Play, Kind::Primary, Action::Resume, true),
        ("menu-pause-finish", Icon::Finish, Kind::Quiet, Action::Ask(Page::ConfirmFinish), model.can_finish),
        ("menu-pause-restart", Icon::Restart, Kind::Quiet, Action::Ask(Page::ConfirmRestart), !model.exam),
        ("menu-pause-settings", Icon::Settings, Kind::Quiet, Action::Settings, true),
        if model.trial {
            ("menu-pause-editor", Icon::Back, Kind::Quiet, Action::Leave, true)
        } else {
            ("menu-pause-leave", Icon::Quit, Kind::Quiet, Action::Ask(Page::ConfirmLeave), true)
        },
    ];
    let mut action = None;
    for (id, icon, kind, does, enabled) in entries {
        let (label, tip) = (lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]));
        if Button::new(&label, kind, tip).icon(icon).full().enabled(enabled).show(ui).clicked() {
            action = Some(does);
        }
    }
    action
}

fn confirm(ui: &mut Ui, page: Page, exam: bool, lang: &Lang) -> Option<Action> {
    let theme = Theme::of(ui.ctx());
    let (id, kind, does) = match page {
        Page::ConfirmRestart => ("menu-confirm-restart", Kind::Danger, Action::Restart),
        Page::ConfirmLeave | Page::Menu => ("menu-confirm-leave", Kind::Danger, Action::Leave),
        Page::ConfirmFinish => ("menu-confirm-finish", Kind::Primary, Action::Finish),
    };
    words(ui, &Words::new(lang.text(id, &[]), Size::Title));
    let about = if exam && does == Action::Leave { "menu-confirm-leave-exam".to_owned() } else { format!("{id}-about") };
    words(ui, &Words::new(lang.text(&about, &[]), Size::Body).colour(theme.muted));
    let mut action = None;
    let (label, tip) = (lang.text(&format!("{id}-yes"), &[]), lang.text(&format!("{id}-about"), &[]));
    if Button::new(&label, kind, tip).full().show(ui).clicked() {
        action = Some(does);
    }
    let (label, tip) = (lang.text("word-back", &[]), lang.text("menu-back-tip", &[]));
    if Button::new(&label, Kind::Quiet, tip).icon(Icon::Back).full().show(ui).clicked() {
        action = Some(Action::Ask(Page::Menu));
    }
    action
}
