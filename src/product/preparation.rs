//! From a product to what stands in the syringe: diluent, ratio, strokes.
//!
//! **Invariant:** dilution conserves `CaHA`: concentration × (1 + ratio) is the neat product's, and the mean over the prepared column is that
//! concentration whatever the mixing.

use std::sync::Arc;

use super::column::Column;
use super::content::Content;
use super::diluent::Diluent;
use super::rheology::HerschelBulkley;
use super::suspension::Suspension;

/// How a product is prepared.
#[derive(Clone, Debug, PartialEq)]
pub struct Preparation {
    /// Id of the product in the catalogue.
    pub product: String,
    /// Parts of diluent per part of product, 0 (neat) to [`MAX_RATIO`].
    pub ratio: f64,
    /// What it is diluted with (of no effect when neat).
    pub diluent: Diluent,
    /// Strokes between the two syringes, 0 to [`MAX_STROKES`].
    pub strokes: u32,
}

/// Largest ratio that is prepared, parts of diluent per part of product: series go to 1:6 and the protocol to 1:8 (CLINICAL §2.2, §8.3).
pub const MAX_RATIO: f64 = 8.0;
/// Most strokes of a preparation that is only named.
pub const MAX_STROKES: u32 = 200;
/// Strokes when a mixture is only named: "20 strokes" is common teaching [recalled; uncertain] (CLINICAL §8.1).
pub const TAUGHT_STROKES: u32 = 20;
/// State of a mixture by ratio (CLINICAL §2.2 [found: S1]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MixtureClass {
    /// Neat to 1:2.
    Gel,
    /// Beyond 1:2, below 1:5.
    GelSol,
    /// From 1:5.
    Sol,
}

impl MixtureClass {
    /// The class of a ratio (parts of diluent per part of product).
    #[must_use]
    pub fn of_ratio(ratio: f64) -> Self {
        if ratio <= 2.0 {
            Self::Gel
        } else if ratio < 5.0 {
            Self::GelSol
        } else {
            Self::Sol
        }
    }
}

/// What tissue needs to know of a mixture that lies in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MixtureTraits {
    /// Mean concentration of `CaHA` in mg/mL.
    pub caha_mg_per_ml: f64,
    /// Parts of diluent per part of product.
    pub ratio: f64,
    /// Cross-section that the particles come to occupy ÷ cross-section injected, ≥ 1; grows with dilution.
    pub spread: f64,
    /// Yield stress in Pa.
    pub yield_pa: f64,
    /// 0 (unmixed) to 1 (even).
    pub homogeneity: f64,
}

impl MixtureTraits {
    /// How well it stays where it was laid, 0 to 1: 1 ÷ spread. Dilution lowers cohesivity "dramatically" [found: F22].
    #[must_use]
    pub fn cohesion(&self) -> f64 {
        1.0 / self.spread
    }
}

/// A prepared product, ready to be drawn into a syringe.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    /// How it was made.
    pub preparation: Preparation,
    /// Mean concentration of `CaHA` in mg/mL: neat ÷ (1 + ratio) (CLINICAL §2.2).
    pub caha_mg_per_ml: f64,
    /// Gel, gel/sol or sol.
    pub class: MixtureClass,
    /// How it flows (at its mean concentration).
    pub rheology: HerschelBulkley,
    /// 0 (product and diluent side by side) to 1 (even).
    pub homogeneity: f64,
    /// See [`MixtureTraits::spread`].
    pub spread: f64,
    /// Inner diameter in mm of the syringe that it is used from.
    pub barrel_mm: f64,
    /// Diluted although the product is used as it comes: a critical error that the score judges.
    pub dilution_forbidden: bool,
    pub(super) suspension: Arc<Suspension>,
    pub(super) column: Column,
}

impl Mixture {
    /// Parts of diluent per part of product.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        self.preparation.ratio
    }

    /// What tissue needs to know of it.
    #[must_use]
    pub fn traits(&self) -> MixtureTraits {
        MixtureTraits {
            caha_mg_per_ml: self.caha_mg_per_ml,
            ratio: self.preparation.ratio,
            spread: self.spread,
            yield_pa: self.rheology.yield_pa,
            homogeneity: self.homogeneity,
        }
    }

    /// The laws of its compositions.
    #[must_use]
    pub fn suspension(&self) -> &Arc<Suspension> {
        &self.suspension
    }

    /// What was prepared, from the outlet to the stopper.
    #[must_use]
    pub fn column(&self) -> &Column {
        &self.column
    }

    /// The mixture that a portion of it is: its own concentration, flow and spread. It has no column of its own.
    #[must_use]
    pub fn of(&self, content: &Content) -> Self {
        let caha_mg_per_ml = self.suspension.caha_mg_per_ml(content);
        let ratio = self.suspension.ratio_of(content.carrier_share());
        Self {
            preparation: Preparation { ratio, ..self.preparation.clone() },
            caha_mg_per_ml,
            class: MixtureClass::of_ratio(ratio),
            rheology: self.suspension.flow(content),
            homogeneity: self.homogeneity,
            spread: self.suspension.spread(content),
            barrel_mm: self.barrel_mm,
            dilution_forbidden: self.dilution_forbidden,
            suspension: Arc::clone(&self.suspension),
            column: Column::empty(self.barrel_mm),
        }
    }
}

/// Why a preparation cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PreparationError {
    /// No product has this id.
    #[error("unknown product: got \"{got}\", allowed {allowed}")]
    UnknownProduct {
        /// What was asked for.
        got: String,
        /// The ids there are.
        allowed: String,
    },
    /// The product is only there to be compared with.
    #[error("product: got \"{got}\", which is only compared with and not laid")]
    NotInjectable {
        /// Its id.
        got: String,
    },
    /// The ratio is out of range.
    #[error("ratio of diluent to product: got {got}, allowed 0..={MAX_RATIO}")]
    Ratio {
        /// What was asked for.
        got: f64,
    },
    /// The name does not read as a product and a ratio.
    #[error("mixture: got \"{got}\", allowed \"PRODUCT\", \"PRODUCT neat\" or \"PRODUCT 1:RATIO\"")]
    Name {
        /// What was asked for.
        got: String,
    },
}

impl Preparation {
    /// Reads "radiesse", "radiesse neat" or "radiesse 1:2" (upper or lower case): saline, the taught strokes.
    ///
    /// # Errors
    /// [`PreparationError::Name`] or [`PreparationError::Ratio`]; whether the product exists is the catalogue's to say.
    pub fn parse(name: &str) -> Result<Self, PreparationError> {
        let wrong = || PreparationError::Name { got: name.to_owned() };
        let lower = name.to_lowercase();
        let mut words = lower.split_whitespace();
        let product = words.next().ok_or_else(wrong)?.to_owned();
        let ratio = match words.next() {
            None | Some("neat") => 0.0,
            Some(ratio) => {
                let (parts, diluent) = ratio.split_once(':').ok_or_else(wrong)?;
                let parts: f64 = parts.parse().map_err(|_| wrong())?;
                let diluent: f64 = diluent.parse().map_err(|_| wrong())?;
                if !(parts > 0.0 && parts.is_finite() && diluent.is_finite()) {
                    return Err(wrong());
                }
                diluent / parts
            }
        };
        if words.next().is_some() {
            return Err(wrong());
        }
        check_ratio(ratio)?;
        let strokes = if ratio > 0.0 { TAUGHT_STROKES } else { 0 };
        Ok(Self { product, ratio, diluent: Diluent::Saline, strokes })
    }
}

pub(super) fn check_ratio(ratio: f64) -> Result<(), PreparationError> {
    if (0.0..=MAX_RATIO).contains(&ratio) { Ok(()) } else { Err(PreparationError::Ratio { got: ratio }) }
}
