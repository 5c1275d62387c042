//! The panels: functions from plain models to pictures and actions.
//!
//! **Invariant:** a panel is `fn panel(ui, &Model, &Lang) -> Option<Action>`: it knows no engine and no session, changes
//! nothing, and says nothing that did not come from [`Lang`] or its model; it can be drawn and tested without a window.
//! Colours, type and distances come from [`Theme`](super::theme::Theme) alone.
//!
//! A screen's `panel` is given the root `Ui` of the whole window and places its cards in areas of their own, so that the
//! pointer over a card belongs to the card and all else to the scene behind.

pub mod about;
pub mod atlas;
pub mod bench;
pub mod class;
pub mod consult;
pub mod controls;
pub mod cross_section;
pub mod debrief;
pub mod depth;
pub mod drills;
pub mod editor;
pub mod error;
pub mod hint;
pub mod inspection;
pub mod labels;
pub mod layout;
pub mod learn;
pub mod learners;
pub mod letters;
pub mod map;
pub mod meters;
pub mod notice;
pub mod patients;
pub mod pause;
pub mod practise;
pub mod procedure;
pub mod progress;
pub mod quiz;
pub mod settings;
pub mod steps;
pub mod strip;
pub mod syringe;
pub mod title;
pub mod told;
pub mod wait;
mod widget;

use crate::lang::{Lang, Value};

/// A message with its values: what a model says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    /// Id of the message.
    pub id: String,
    /// Its values by name.
    pub values: Vec<(String, Value)>,
}

impl Phrase {
    /// A message without values.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), values: Vec::new() }
    }

    /// With one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// In words.
    #[must_use]
    pub fn say(&self, lang: &Lang) -> String {
        let values: Vec<_> = self.values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        lang.text(&self.id, &values)
    }
}
