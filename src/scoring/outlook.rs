//! The months after a finished procedure: what was laid, as the response of each cell of the zone, and its nodules.
//!
//! This is what a months slider asks: [`Outlook::of_session`] once (tens of milliseconds), [`Outlook::at`] for each day (about one).
//! The response is the tissue's (`tissue::response`), the number of nodules the nodule model's; here stands when they are felt: most
//! within weeks (aggregated particles), the rest over months, each until too few of its particles are left (`assets/outlook.ron`).
//!
//! **Invariants:** no nodule is felt on the day itself; never more are felt than the nodule model expects. **Illustrative**, as the
//! response is: a screen that shows it says so.

use std::sync::Arc;

use super::areal_response::ArealResponse;
use super::laid::{Laid, normal_cdf};
use super::nodule::{NoduleModel, NoduleRisk};
use super::rubric::Rubric;
use crate::anatomy::Zone;
use crate::geom::math;
use crate::product::catalogue::Sourced;
use crate::product::{Catalogue, Preparation, PreparationError};
use crate::session::Session;
use crate::source::{Checker, Problems, read};
use crate::tissue::{CellDose, CellResponse, Estimate, Kinetics, ResponseModel};

/// Version of the file that this program reads.
const VERSION: u32 = 1;

/// When nodules are felt; meaning, unit and source of each figure stand in `assets/outlook.ron`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoduleCourse {
    version: u32,
    early_share: Sourced<f64>,
    early_days: Sourced<f64>,
    late_days: Sourced<f64>,
    palpable_share: Sourced<f64>,
    spread: Sourced<f64>,
}

impl NoduleCourse {
    /// The built-in figures, which travel inside the program.
    ///
    /// # Panics
    /// Never: a test reads the built-in file.
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse("assets/outlook.ron", include_str!("../../assets/outlook.ron")).expect("a test reads the built-in course of nodules")
    }

    /// Reads the figures.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        Ok(read::<Self>(file, text, check)?.value)
    }

    /// Of the nodules that a sitting makes, the share that is felt so many days after it, while a share `left` of its particles is there.
    #[must_use]
    pub fn felt(&self, days: f64, left: f64) -> f64 {
        if !(days > 0.0 && left > 0.0) {
            return 0.0;
        }
        let come = |mean: f64| 1.0 - math::exp(-days / mean);
        let early = self.early_share.value;
        let come = early * come(self.early_days.value) + (1.0 - early) * come(self.late_days.value);
        let stays = |left: f64| normal_cdf(math::ln(left / self.palpable_share.value) / self.spread.value);
        come * stays(left) / stays(1.0)
    }
}

fn check(raw: &NoduleCourse, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    for (field, number, allowed) in [
        ("early_share", &raw.early_share, 0.0..=1.0),
        ("early_days", &raw.early_days, 1.0..=365.0),
        ("late_days", &raw.late_days, 1.0..=1000.0),
        ("palpable_share", &raw.palpable_share, 0.01..=0.9),
        ("spread", &raw.spread, 0.05..=3.0),
    ] {
        checker.range(&format!("{field}.value"), number.value, allowed);
        checker.not_empty(&format!("{field}.source"), &number.source);
    }
}

/// What is to come of a procedure.
#[derive(Clone, Debug)]
pub struct Outlook {
    response: ArealResponse,
    risk: NoduleRisk,
    course: NoduleCourse,
}

/// One day of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlookDay {
    /// The day.
    pub day: f64,
    /// The response of each cell of the zone, those of its margin included, in their order.
    pub cells: Vec<CellResponse>,
    /// Their mean over the enclosed cells, by area.
    pub mean: CellResponse,
    /// The nodules.
    pub nodules: NoduleDay,
}

/// The nodules of a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct NoduleDay {
    /// Expected number of nodules that are felt.
    pub felt: Estimate,
    /// Probability that at least one is felt.
    pub probability: Estimate,
    /// Expected number a cm² on each cell of the zone, those of its margin included.
    #[serde(skip)]
    pub map: Vec<f64>,
}

impl Outlook {
    /// The outlook of what a session has laid, on the cells of its zone, spread as the rubric spreads the dose; one sitting, on day 0.
    ///
    /// # Errors
    /// [`PreparationError::UnknownProduct`] when the catalogue lacks the session's product.
    pub fn of_session(session: &Session, rubric: &Rubric, catalogue: &Catalogue, model: &ResponseModel) -> Result<Self, PreparationError> {
        let kinetics = model.kinetics(catalogue.product(&session.mixture().preparation.product)?);
        let laid = Laid::of_session(session, rubric);
        let deposits = session.deposits().deposits();
        let beads: Vec<CellDose> = laid
            .beads
            .iter()
            .zip(deposits)
            .map(|(bead, deposit)| {
                kinetics.laid(bead.caha_mg, bead.volume_ul, deposit.mixture.ratio, model.near_dermis(bead.below_mm))
            })
            .collect();
        let spread = |of: fn(&CellDose) -> f64| laid.spread(rubric.sigma_mm, |i, _| of(&beads[i]));
        let (mg, ul) = (spread(|dose| dose.particles_mg_cm2), spread(|dose| dose.particles_ul_cm2));
        let (carrier, diluent) = (spread(|dose| dose.carrier_ul_cm2), spread(|dose| dose.diluent_ul_cm2));
        let near = spread(|dose| dose.particles_mg_cm2 * dose.near_dermis);
        let doses = (0..mg.len())
            .map(|i| CellDose {
                particles_mg_cm2: mg[i],
                particles_ul_cm2: ul[i],
                carrier_ul_cm2: carrier[i],
                diluent_ul_cm2: diluent[i],
                near_dermis: if mg[i] > 0.0 { near[i] / mg[i] } else { 0.0 },
            })
            .collect();
        Ok(Self {
            response: ArealResponse::new(Arc::clone(laid.ground.zone()), kinetics, doses),
            risk: NoduleModel::built_in().risk(&laid),
            course: NoduleCourse::built_in(),
        })
    }

    /// The same laid on each of these days (in any order, none before day 0).
    #[must_use]
    pub fn repeated(self, sittings: Vec<f64>) -> Self {
        Self { response: self.response.repeated(sittings), ..self }
    }

    /// What lies under each cell after one sitting, those of the margin included.
    #[must_use]
    pub fn doses(&self) -> &[CellDose] {
        self.response.doses()
    }

    /// The zone whose cells are meant.
    #[must_use]
    pub fn zone(&self) -> &Arc<Zone> {
        self.response.zone()
    }

    /// The product's curves.
    #[must_use]
    pub fn kinetics(&self) -> &Kinetics {
        self.response.kinetics()
    }

    /// The response of what was laid, without its nodules.
    #[must_use]
    pub fn response(&self) -> &ArealResponse {
        &self.response
    }

    /// The same map as another preparation would play out (see [`ArealResponse::with`]): its response alone. Nodules are the nodule
    /// model's, which judges the threads that were laid: of another preparation there are none, and for PLLA there is no such model.
    ///
    /// # Errors
    /// [`PreparationError::UnknownProduct`] when the catalogue lacks the product.
    pub fn with(&self, preparation: &Preparation, catalogue: &Catalogue, model: &ResponseModel) -> Result<ArealResponse, PreparationError> {
        let kinetics = model.kinetics(catalogue.product(&preparation.product)?);
        Ok(self.response.with(kinetics, preparation.ratio))
    }

    /// A day, from 0.
    #[must_use]
    pub fn at(&self, day: f64) -> OutlookDay {
        let cells = self.response.cells(day);
        OutlookDay { day, mean: self.response.mean_of(&cells), nodules: self.nodules(day), cells }
    }

    fn nodules(&self, day: f64) -> NoduleDay {
        let sittings = self.response.sittings();
        let moment = self.kinetics().moment(sittings, day);
        let mut share = Estimate::default();
        for (k, sitting) in sittings.iter().enumerate() {
            let left = moment.particles_left(k);
            let felt = |left| self.course.felt(day - sitting, left);
            share = share.and(Estimate { mean: felt(left.mean), low: felt(left.low), high: felt(left.high) });
        }
        let expected = |probability: f64| -math::ln(1.0 - probability.min(1.0 - 1e-12));
        let felt = Estimate {
            mean: self.risk.expected * share.mean,
            low: expected(self.risk.low).min(self.risk.expected) * share.low,
            high: expected(self.risk.high).max(self.risk.expected) * share.high,
        };
        let probability = |felt: f64| 1.0 - math::exp(-felt);
        NoduleDay {
            felt,
            probability: Estimate { mean: probability(felt.mean), low: probability(felt.low), high: probability(felt.high) },
            map: self.risk.map.iter().map(|hazard| hazard * share.mean).collect(),
        }
    }
}
