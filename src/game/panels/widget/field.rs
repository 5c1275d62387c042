//! A line to type in, with its name above it.

use super::words::{Words, words};
use crate::game::panels::told::tell;
use crate::game::theme::{Size, Theme, Weight};
use bevy_egui::egui::text::{CCursor, CCursorRange};
use bevy_egui::egui::text_edit::TextEditState;
use bevy_egui::egui::{Key, Margin, TextEdit, Ui};

/// What came of a line in this frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::game::panels) struct Typed {
    /// What stands there now, where that has changed.
    pub(in crate::game::panels) text: Option<String>,
    /// Enter was pressed in it.
    pub(in crate::game::panels) entered: bool,
}

/// A line of at most so many letters; `secret` shows dots. It takes the keyboard where nothing else has it and `first` is set.
pub(in crate::game::panels) fn field(ui: &mut Ui, label: &str, text: &str, (secret, first): (bool, bool), most: usize) -> Typed {
    let theme = Theme::of(ui.ctx());
    words(ui, &Words::new(label, Size::Small).colour(theme.muted));
    let mut typed = text.to_owned();
    let line = TextEdit::singleline(&mut typed)
        .id_salt(("fanline field", label))
        .font(theme.font(Size::Heading, Weight::Regular))
        .password(secret)
        .char_limit(most)
        .desired_width(ui.available_width())
        .margin(Margin::symmetric(12, 8));
    let response = ui.add(line);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    tell(ui, &response, label);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if first && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
        // A name that is offered is replaced by the first letter that is typed; a PIN is gone on with, be it begun on the pad.
        let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
        let end = CCursor::new(text.chars().count());
        let from = if secret { end } else { CCursor::new(0) };
        state.cursor.set_char_range(Some(CCursorRange::two(from, end)));
        state.store(ui.ctx(), response.id);
    }
    Typed { text: (typed != text).then_some(typed), entered }
}
