//! A drill under other conditions: on another patient, with another preparation, without its time limit.
//!
//! A variant has a name that says it all, `drill[@patient][+preparation][!free]` (as in `radiesse-jawline@mei+radiesse 1:2`): a recording
//! carries it, so that the attempt can be run again anywhere. **Invariant:** a variant is checked as a drill's file is, or refused.

use super::check::is_too_fine;
use super::{Drill, LibraryError};
use crate::instrument::TipShape;
use crate::product::{Catalogue, Preparation};
use crate::session::{Consultation, Phase};
use std::fmt;
use std::sync::Arc;

/// Time limit of a free attempt, s: as long as a drill's file may say.
const FREE_S: f64 = 3600.0;
/// What may be planned, mL: as in a drill's file.
const PLANNED_ML: std::ops::RangeInclusive<f64> = 0.05..=12.0;
/// Ratio from which the rubric of diluted product judges [design: as the installed drills do].
const DILUTE_FROM: f64 = 1.0;

/// What is other than in the drill's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// The drill.
    pub drill: String,
    /// Another patient.
    pub patient: Option<String>,
    /// Another preparation, as `radiesse 1:2`.
    pub product: Option<String>,
    /// Without the drill's time limit.
    pub free: bool,
}

impl Variant {
    /// Reads a name; a drill's own name is the variant that changes nothing.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let (name, free) = name.strip_suffix("!free").map_or((name, false), |rest| (rest, true));
        let (name, product) = name.split_once('+').map_or((name, None), |(rest, product)| (rest, Some(product.to_owned())));
        let (drill, patient) = name.split_once('@').map_or((name, None), |(rest, patient)| (rest, Some(patient.to_owned())));
        Self { drill: drill.to_owned(), patient, product, free }
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.patient.is_none() && self.product.is_none() && !self.free
    }

    /// The drill so changed. Another preparation keeps the planned mass of `CaHA`: volumes follow its content; where
    /// a diluted one takes the place of a neat one the rubric is `dilute`, the other way round `default`; what is used neat is not prepared.
    ///
    /// # Errors
    /// A preparation that cannot be made, or one whose volume would be out of the range of a drill's file.
    pub fn of(&self, base: &Drill, catalogue: &Catalogue) -> Result<Drill, LibraryError> {
        let mut drill = Drill { id: self.to_string(), ..base.clone() };
        if let Some(patient) = &self.patient {
            drill.patient.clone_from(patient);
            (drill.ranges, drill.drawn) = (None, None);
        }
        if self.free {
            drill.limit_s = FREE_S;
        }
        if let Some(name) = &self.product {
            let preparation = Preparation::parse(name)?;
            if preparation.ratio > 0.0 && !catalogue.product(&preparation.product)?.dilutable.value {
                return Err(LibraryError::Variant { got: self.to_string(), reason: format!("{} is ready to use, allowed: undiluted", preparation.product) });
            }
            let fine = base.instruments.iter().find(|tube| tube.tip == TipShape::Bevel && is_too_fine(tube.gauge, preparation.ratio));
            if let Some(tube) = fine {
                let reason = format!("a needle of {} takes 1:3 and thinner alone", tube.gauge.name());
                return Err(LibraryError::Variant { got: self.to_string(), reason });
            }
            let was = catalogue.mixture(&base.product)?.caha_mg_per_ml;
            let is = catalogue.mixture(name)?.caha_mg_per_ml;
            let planned = base.planned_ml * was / is;
            if !PLANNED_ML.contains(&planned) {
                let reason = format!("it would take {planned:.2} mL to lay the same mass, allowed: {} to {} mL", PLANNED_ML.start(), PLANNED_ML.end());
                return Err(LibraryError::Variant { got: self.to_string(), reason });
            }
            drill.planned_ml = planned;
            drill.maximum_ml = base.maximum_ml * was / is;
            drill.drawn_ml = base.drawn_ml * was / is;
            let diluted = preparation.ratio >= DILUTE_FROM;
            if diluted != (Preparation::parse(&base.product)?.ratio >= DILUTE_FROM) {
                drill.rubric = if diluted { "dilute" } else { "default" }.to_owned();
            }
            // What speaks against a treatment is asked of the product that is laid.
            drill.consultation = base.consultation.as_ref().map(|who| {
                Arc::new(Consultation { product: preparation.product.clone(), ..Consultation::clone(who) })
            });
            if preparation.ratio == 0.0 {
                drill.phases.retain(|phase| *phase != Phase::Prepare);
            }
            drill.product_title = super::raw::titled(name, catalogue);
            drill.product.clone_from(name);
        }
        Ok(drill)
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.drill)?;
        if let Some(patient) = &self.patient {
            write!(f, "@{patient}")?;
        }
        if let Some(product) = &self.product {
            write!(f, "+{product}")?;
        }
        if self.free { write!(f, "!free") } else { Ok(()) }
    }
}
