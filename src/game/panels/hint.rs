//! The next step in a sentence, with the keys that do it.

use super::Phrase;
use super::widget::{Words, caption, card, key_hint, layout, mark, words};
use crate::game::input::Action;
use crate::game::input::names::Names;
use crate::game::theme::{Size, State, Theme};
use crate::lang::Lang;
use bevy_egui::egui::{Rect, Stroke, StrokeKind, Ui, vec2};

/// A key and what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyHint {
    /// What it is bound to; several belong together, such as left and right.
    pub actions: Vec<Action>,
    /// What it does, one or two words.
    pub does: Phrase,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The sentence.
    pub text: Phrase,
    /// How urgent it is: `Target` for the ordinary next step, `Attention` and `Fault` where something is wrong now.
    pub state: State,
    /// Keys that do it.
    pub keys: Vec<KeyHint>,
}

/// Shows the hint.
pub fn panel(ui: &mut Ui, model: &Model, lang: &Lang) {
    let theme = Theme::of(ui.ctx());
    let names = Names::of(ui.ctx());
    let colour = theme.state(model.state);
    let top = ui.cursor().top();
    let urgent = matches!(model.state, State::Attention | State::Fault);
    card(ui, |ui| {
        // The ordinary next step needs no heading where its words want the room.
        if urgent || theme.look.text <= super::procedure::LARGE {
            ui.horizontal(|ui| {
                if urgent {
                    mark(ui, model.state, Size::Small);
                }
                caption(ui, lang.text(heading(model.state), &[]));
            });
        }
        ui.vertical(|ui| {
            ui.set_min_height(least(ui, &theme));
            words(ui, &Words::new(model.text.say(lang), Size::Body));
            if !model.keys.is_empty() {
                ui.add_space(2.0);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(theme.size(Size::Small) * 0.9, 6.0);
                    for hint in &model.keys {
                        let key = names.hint(&hint.actions, lang);
                        if !key.is_empty() {
                            key_hint(ui, &key, &hint.does.say(lang));
                        }
                    }
                });
            }
        });
    });
    let rect = Rect::from_x_y_ranges(ui.max_rect().left()..=ui.max_rect().right(), top..=ui.min_rect().bottom());
    // A coloured edge, bent with the card's corners: the card's outline clipped to its left 4 points.
    let edge = Rect::from_min_size(rect.min, vec2(9.0, rect.height()));
    let painter = ui.painter_at(edge.intersect(ui.clip_rect()));
    painter.rect_stroke(rect, 14.0, Stroke::new(3.0, colour), StrokeKind::Inside);
}

/// Height that is kept for sentence and keys, so that the buttons below stay where they are from one hint to the next: three lines and two
/// rows of keys. At a large text size nobody has that room.
fn least(ui: &Ui, theme: &Theme) -> f32 {
    if theme.look.text > super::procedure::LARGE {
        return 0.0;
    }
    let line = |size| layout(ui, &Words::new("x", size), f32::INFINITY).size().y;
    3.0 * line(Size::Body) + 2.0 * ui.spacing().item_spacing.y + 2.0 * (line(Size::Small) + 10.0)
}

fn heading(state: State) -> &'static str {
    match state {
        State::Neutral | State::Target => "hud-hint-next",
        State::Attention => "hud-hint-attention",
        State::Fault => "hud-hint-fault",
    }
}
