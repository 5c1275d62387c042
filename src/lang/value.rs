//! A value that is put into a message.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use serde::{Deserialize, Serialize};

/// A typed value of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

    pub(super) fn to_fluent(&self) -> FluentValue<'static> {
        match self {
            // Plural rules know no infinity.
            Self::Number { value, .. } if !value.is_finite() => FluentValue::from("–"),
            Self::Number { value, decimals } => {
                let decimals = usize::from(*decimals).min(9);
                let shown: f64 = format!("{value:.decimals$}").parse().unwrap_or(*value);
                let digits = (decimals > 0).then_some(decimals);
                let options = FluentNumberOptions {
                    minimum_fraction_digits: digits,
                    ..Default::default()
                };
                // Adding zero turns −0 into 0.
                FluentValue::Number(FluentNumber::new(shown + 0.0, options))
            }
            Self::Text(text) => FluentValue::from(text.clone()),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}
