//! What panels call the keys: the bindings and the device in use, kept in egui's context as the theme is.

use std::sync::Arc;

use bevy_egui::egui::{Context, Id};

use super::action::{Action, Places};
use super::binding::Device;
use super::table::Bindings;
use crate::lang::{Lang, Value};

/// The bindings, and which device is in use.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Which key does what.
    pub bindings: Arc<Bindings>,
    /// What was used last.
    pub device: Device,
    /// Where things can be done now.
    pub places: Places,
}

impl Names {
    /// Those of a context; the defaults where none were put into it.
    #[must_use]
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(id())).unwrap_or_default()
    }

    /// Puts them into a context.
    pub fn put(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(id(), self));
    }

    /// What to press for some actions, in words; empty where nothing is bound.
    #[must_use]
    pub fn hint(&self, actions: &[Action], lang: &Lang) -> String {
        self.bindings.hint(actions, self.device, self.places, lang)
    }

    /// A tip with what to press for it.
    #[must_use]
    pub fn tip(&self, tip: String, action: Action, lang: &Lang) -> String {
        let key = self.hint(&[action], lang);
        if key.is_empty() { tip } else { lang.text("controls-tip", &[("tip", Value::text(tip)), ("key", Value::text(key))]) }
    }
}

fn id() -> Id {
    Id::new("fanline names of keys")
}
