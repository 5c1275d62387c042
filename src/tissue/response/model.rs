//! The figures of the response, read from `assets/response.ron`, where each stands with its source.

use crate::product::catalogue::{Carrier, Sourced};
use crate::source::{Checker, Problems, read};

/// Version of the file that this program reads.
const VERSION: u32 = 1;

/// What becomes of a carrier.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CarrierCourse {
    /// Half-life of its volume, days.
    pub(super) half_life_days: Sourced<f64>,
    /// Collagen I against the same particles in CMC gel.
    pub(super) collagen_i: Sourced<f64>,
}

#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Carriers {
    cmc_gel: CarrierCourse,
    cmc_solution: CarrierCourse,
    cross_linked_ha: CarrierCourse,
}

/// How particles go.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Loss {
    /// They dissolve from their surface: the radius falls by so much a day.
    Eroding {
        /// µm of radius a day.
        um_per_day: Sourced<f64>,
    },
    /// They fall apart throughout: mass e^−(t/days)^power.
    Hydrolysed {
        /// Time to 1/e, days.
        days: Sourced<f64>,
        /// Power; above 1: slowly at first.
        power: Sourced<f64>,
    },
}

/// What a kind of particle does.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stimulus {
    pub(super) loss: Loss,
    /// Mean time of each of the steps of recruitment, days.
    pub(super) stage_days: Sourced<f64>,
    /// Mean time that a cell makes collagen III, days.
    pub(super) young_days: Sourced<f64>,
    /// Collagen I by a mature cell ÷ collagen III by a young one, per time.
    pub(super) i_per_iii: Sourced<f64>,
    /// Dose at which half of the largest gain would be reached at the curve's peak, mg/cm².
    pub(super) half_mg_cm2: Sourced<f64>,
    /// Doubt of the stimulus of a mg, SD of its logarithm.
    pub(super) amount_doubt: Sourced<f64>,
}

/// Doubts as SD of the natural logarithm.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Doubt {
    pub(super) form: Sourced<f64>,
    pub(super) pace: Sourced<f64>,
    pub(super) hold: Sourced<f64>,
    pub(super) carrier: Sourced<f64>,
    pub(super) collagen_i: Sourced<f64>,
}

/// The figures of the response; their meaning, unit and source stand in `assets/response.ron`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseModel {
    version: u32,
    carriers: Carriers,
    pub(super) diluent_half_life_days: Sourced<f64>,
    pub(super) caha: Stimulus,
    pub(super) plla: Stimulus,
    pub(super) most: Sourced<f64>,
    pub(super) iii_days: Sourced<f64>,
    pub(super) replaced: Sourced<f64>,
    pub(super) i_days: Sourced<f64>,
    pub(super) iii_share: Sourced<f64>,
    band_mm: Sourced<f64>,
    fade_mm: Sourced<f64>,
    pub(super) doubt: Doubt,
}

impl ResponseModel {
    /// The file in the content directory.
    pub const FILE: &'static str = "assets/response.ron";

    /// The built-in model, which travels inside the program.
    ///
    /// # Panics
    /// Never: a test reads the built-in file.
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse(Self::FILE, include_str!("../../../assets/response.ron")).expect("a test reads the built-in response model")
    }

    /// Reads a model; `file` is the name that problems carry.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        Ok(read::<Self>(file, text, check)?.value)
    }

    /// How much product at a depth below the dermal–fat boundary (mm, negative: in the dermis) acts on the dermis, 0 to 1: all of it
    /// down to the end of the subdermal band, then fading.
    #[must_use]
    pub fn near_dermis(&self, below_mm: f64) -> f64 {
        crate::geom::math::exp(-(below_mm - self.band_mm.value).max(0.0) / self.fade_mm.value)
    }

    pub(super) fn carrier(&self, carrier: &Carrier) -> &CarrierCourse {
        match carrier {
            Carrier::CmcGel => &self.carriers.cmc_gel,
            Carrier::CmcSolution => &self.carriers.cmc_solution,
            Carrier::CrossLinkedHa { .. } => &self.carriers.cross_linked_ha,
        }
    }
}

/// The ranges keep the laws: nothing negative, nothing that grows by itself.
fn check(raw: &ResponseModel, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    let mut one = |field: &str, number: &Sourced<f64>, allowed: std::ops::RangeInclusive<f64>| {
        checker.range(&format!("{field}.value"), number.value, allowed);
        checker.not_empty(&format!("{field}.source"), &number.source);
    };
    for (name, carrier) in [
        ("cmc_gel", &raw.carriers.cmc_gel),
        ("cmc_solution", &raw.carriers.cmc_solution),
        ("cross_linked_ha", &raw.carriers.cross_linked_ha),
    ] {
        one(&format!("carriers.{name}.half_life_days"), &carrier.half_life_days, 0.05..=1000.0);
        one(&format!("carriers.{name}.collagen_i"), &carrier.collagen_i, 0.0..=5.0);
    }
    one("diluent_half_life_days", &raw.diluent_half_life_days, 0.05..=30.0);
    for (name, particle) in [("caha", &raw.caha), ("plla", &raw.plla)] {
        match &particle.loss {
            Loss::Eroding { um_per_day } => one(&format!("{name}.loss.um_per_day"), um_per_day, 0.001..=1.0),
            Loss::Hydrolysed { days, power } => {
                one(&format!("{name}.loss.days"), days, 5.0..=2000.0);
                one(&format!("{name}.loss.power"), power, 0.5..=5.0);
            }
        }
        one(&format!("{name}.stage_days"), &particle.stage_days, 2.0..=200.0);
        one(&format!("{name}.young_days"), &particle.young_days, 2.0..=500.0);
        one(&format!("{name}.i_per_iii"), &particle.i_per_iii, 0.0..=5.0);
        one(&format!("{name}.half_mg_cm2"), &particle.half_mg_cm2, 0.1..=500.0);
        one(&format!("{name}.amount_doubt"), &particle.amount_doubt, 0.0..=1.0);
    }
    one("most", &raw.most, 0.01..=2.0);
    one("iii_days", &raw.iii_days, 2.0..=1000.0);
    one("replaced", &raw.replaced, 0.0..=1.0);
    one("i_days", &raw.i_days, 10.0..=10_000.0);
    one("iii_share", &raw.iii_share, 0.02..=0.9);
    one("band_mm", &raw.band_mm, 0.0..=10.0);
    one("fade_mm", &raw.fade_mm, 0.1..=50.0);
    for (name, doubt) in [
        ("form", &raw.doubt.form),
        ("pace", &raw.doubt.pace),
        ("hold", &raw.doubt.hold),
        ("carrier", &raw.doubt.carrier),
        ("collagen_i", &raw.doubt.collagen_i),
    ] {
        one(&format!("doubt.{name}"), doubt, 0.0..=1.0);
    }
}
