//! A value that is put into a message.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A typed value of a message.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A number shown with so many decimals; plural forms follow the number as shown.
    Number {
        /// The number, in the unit that the message names.
        value: f64,
        /// Digits behind the point, at most 9.
        decimals: u8,
    },
    /// A text that needs no translation, such as a product's name.
    Text(String),
    /// A thing that has a name in each language, by the id of the message that names it; written as within a sentence.
    Name(String),
    /// What a file of `levels/` says, which a language may say in its own words.
    Written {
        /// Id of the message with those words.
        id: String,
        /// As it is written in the file.
        text: String,
    },
}

impl Value {
    /// A number with so many decimals.
    #[must_use]
    pub fn number(value: f64, decimals: u8) -> Self {
        Self::Number { value, decimals }
    }

    /// A whole number.
    #[must_use]
    pub fn count(value: usize) -> Self {
        Self::number(value as f64, 0)
    }

    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A thing that has a name in each language, by its kind and its id in files: `hazard`, `facial_artery`.
    #[must_use]
    pub fn name(kind: &str, id: &str) -> Self {
        Self::Name(format!("{kind}-{id}"))
    }

    /// What a field of a file says; see [`super::Lang::file_words`].
    #[must_use]
    pub fn written(kind: &str, id: &str, field: &str, text: impl Into<String>) -> Self {
        Self::Written { id: format!("{kind}-{id}-{field}"), text: text.into() }
    }

    /// The number as it is shown, after rounding; adding zero turns −0 into 0.
    fn shown(value: f64, decimals: u8) -> FluentNumber {
        let decimals = usize::from(decimals.min(9));
        // A half goes up, as readers expect; the standard library's goes to the even neighbour.
        let shown: f64 = if decimals == 0 { value.round() } else { format!("{value:.decimals$}").parse().unwrap_or(value) };
        let digits = (decimals > 0).then_some(decimals);
        let options = FluentNumberOptions {
            minimum_fraction_digits: digits,
            ..Default::default()
        };
        FluentNumber::new(shown + 0.0, options)
    }

    /// As it is written with a point.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::Number { value, .. } if !value.is_finite() => "–".to_owned(),
            Self::Number { value, decimals } => Self::shown(*value, *decimals).as_string().into_owned(),
            Self::Text(text) | Self::Name(text) | Self::Written { text, .. } => text.clone(),
        }
    }

    /// As Fluent wants it; `name` gives the name behind an id, `say` the message of an id where there is one.
    pub(super) fn to_fluent(&self, name: impl Fn(&str) -> String, say: impl Fn(&str) -> Option<String>) -> FluentValue<'static> {
        match self {
            // Plural rules know no infinity.
            Self::Number { value, .. } if !value.is_finite() => FluentValue::from("–"),
            Self::Number { value, decimals } => FluentValue::Number(Self::shown(*value, *decimals)),
            Self::Text(text) => FluentValue::from(text.clone()),
            Self::Name(id) => FluentValue::from(name(id)),
            Self::Written { id, text } => FluentValue::from(say(id).unwrap_or_else(|| text.clone())),
        }
    }
}

/// The words of an id, as they stand in files: `facial artery` for `hazard-facial_artery`.
pub(super) fn bare(id: &str) -> String {
    id.split_once('-').map_or(id, |(_, id)| id).replace('_', " ")
}

/// Names and what files say are shown as the texts that they are: the kept hashes of scorecards are hashes of this.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { value, decimals } => f.debug_struct("Number").field("value", value).field("decimals", decimals).finish(),
            Self::Text(text) | Self::Written { text, .. } => f.debug_tuple("Text").field(text).finish(),
            Self::Name(id) => f.debug_tuple("Text").field(&bare(id)).finish(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}
