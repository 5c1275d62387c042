//! Nodule risk: the probability that at least one nodule is felt or seen, from where every mg of `CaHA` lies.
//!
//! P = 1 − exp(−Σ hazard), summed over the beads of what was laid, in the zone or not:
//! hazard = scale · mg · place · (1 + pile/pile₀)^p · (dose/dose₀)^q · cohesion · skin · mobility · mixing, with
//! place = 1 + shallow · (share of the port's blur above the dermal–fat boundary + near · e^(−b/fade) · cohesion), b the depth below the boundary.
//! It is the areal sum Σ hazard·area of DESIGN §5, taken where the product lies: the areal dose enters as a factor of each bead.
//!
//! **Invariants:** deeper is never riskier, more product never safer, more dilute never riskier. To hold them, a bead's place counts by
//! the port's depth alone, not by the deposit's shares: product laid near by can never make older product look safer.

pub mod calibration;
mod change;
mod model;

pub use change::{Change, ChangeKind};
pub use model::{Doubt, NoduleModel};

use crate::geom::{Vec3, math};
use crate::tissue::ArealDose;

use super::laid::{Bead, Laid, normal_cdf};

/// Standard deviation of the dose's spread that the factor of areal dose is taken at, mm [design: as the rubric's default].
const SIGMA_MM: f64 = 2.5;
/// Volume within 2 mm above which a bead counts as piled up, µL: twice that of a thread of 0.1 mL over 40 mm [derived].
pub const PILE_UL: f64 = 20.0;
/// Mobility from which a region counts as mobile in words.
const MOBILE: f64 = 0.5;
/// Cells named as hot spots at most.
const HOT_SPOTS: usize = 5;
/// Distance between hot spots, mm.
const HOT_SPOT_GAP_MM: f64 = 8.0;

/// What drives the hazard of a bead most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    /// It lies in the dermis or just under it.
    Shallow,
    /// Much product lies in one place.
    Pile,
    /// The region moves.
    Mobile,
    /// Dose and dilution as such.
    Product,
}

impl Driver {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Shallow, Self::Pile, Self::Mobile, Self::Product];

    /// Message id of its finding.
    #[must_use]
    pub fn finding(self) -> &'static str {
        match self {
            Self::Shallow => "nodule-shallow",
            Self::Pile => "nodule-pile",
            Self::Mobile => "nodule-mobile",
            Self::Product => "nodule-product",
        }
    }
}

/// A place of large hazard.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct HotSpot {
    /// Point on the skin.
    pub at: [f64; 3],
    /// Hazard there per cm².
    pub hazard_cm2: f64,
    /// Share of all hazard within 4 mm of it.
    pub share: f64,
}

/// The nodule risk of what was laid.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct NoduleRisk {
    /// Probability of at least one nodule, 0 to 1.
    pub probability: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// Expected number of nodules.
    pub expected: f64,
    /// The places of largest hazard, largest first.
    pub hot_spots: Vec<HotSpot>,
    /// Hazard of each bead.
    #[serde(skip)]
    pub(crate) hazards: Vec<f64>,
    /// How much of it comes of lying too shallow or piled up: what it would lose in the middle of the target plane, or with no more
    /// about it than makes a pile.
    #[serde(skip)]
    pub(crate) excess: Vec<f64>,
    /// What drives it most.
    #[serde(skip)]
    pub(crate) drivers: Vec<Driver>,
    /// Hazard per cm² on each cell of the zone, those of its margin included.
    #[serde(skip)]
    pub map: Vec<f64>,
}

impl NoduleModel {
    /// How much the place of product counts against deep tissue (1): the port's depth below the dermal–fat boundary in mm.
    pub(super) fn place(&self, below_mm: f64, cohesion: f64) -> f64 {
        let dermal = normal_cdf(-below_mm / self.blur_mm);
        let near = self.near * math::exp(-below_mm.max(0.0) / self.fade_mm) * cohesion;
        1.0 + self.shallow * (dermal + near)
    }

    /// 1 ÷ spread, to the model's power.
    pub(super) fn cohesion(&self, spread: f64) -> f64 {
        math::pow(1.0 / spread, self.cohesion_power)
    }

    /// All factors of a mg but its place, for what lies about it.
    pub(super) fn surroundings(&self, pile_mg: f64, dose_mg_cm2: f64, dermis_mm: f64, mobility: f64, homogeneity: f64) -> f64 {
        math::pow(1.0 + pile_mg / self.pile_mg, self.pile_power)
            * math::pow(dose_mg_cm2 / self.dose_mg_cm2, self.dose_power)
            * math::pow((self.skin_mm / dermis_mm.max(0.1)).clamp(0.4, 2.5), self.skin_power)
            * math::pow(self.mobile, mobility)
            * (1.0 + self.unmixed * (1.0 - homogeneity))
    }

    fn hazard(&self, bead: &Bead, dose_mg_cm2: f64) -> f64 {
        let cohesion = self.cohesion(bead.spread);
        let mobility = self.mobility(bead.region);
        self.scale
            * bead.caha_mg
            * cohesion
            * self.place(bead.below_mm, cohesion)
            * self.surroundings(bead.local_mg, dose_mg_cm2, bead.stack.dermis_mm, mobility, bead.homogeneity)
    }

    fn driver(&self, bead: &Bead) -> Driver {
        if self.place(bead.below_mm, self.cohesion(bead.spread)) > 2.5 {
            Driver::Shallow
        } else if bead.local_ul > PILE_UL {
            Driver::Pile
        } else if self.mobility(bead.region) >= MOBILE {
            Driver::Mobile
        } else {
            Driver::Product
        }
    }

    /// The part of a bead's hazard that would not be there without the fault that drives it; 0 without one.
    fn excess(&self, bead: &Bead, hazard: f64, plane_mm: f64) -> f64 {
        let left = match self.driver(bead) {
            Driver::Shallow => {
                let cohesion = self.cohesion(bead.spread);
                self.place(plane_mm, cohesion) / self.place(bead.below_mm, cohesion)
            }
            Driver::Pile => {
                let plain_mg = bead.local_mg * PILE_UL / bead.local_ul;
                math::pow((1.0 + plain_mg / self.pile_mg) / (1.0 + bead.local_mg / self.pile_mg), self.pile_power)
            }
            Driver::Mobile | Driver::Product => 1.0,
        };
        hazard * (1.0 - left).max(0.0)
    }

    /// The hazard of each bead.
    fn hazards(&self, beads: &[Bead]) -> Vec<f64> {
        let feet: Vec<Vec3> = beads.iter().map(|bead| bead.foot).collect();
        let normals: Vec<Vec3> = beads.iter().map(|bead| bead.normal).collect();
        let mut dose = ArealDose::new(&feet, &normals, SIGMA_MM);
        for bead in beads {
            dose.add(bead.foot, bead.normal, bead.caha_mg);
        }
        beads.iter().zip(dose.mg_cm2()).map(|(bead, &dose)| self.hazard(bead, dose)).collect()
    }

    /// The nodule risk of what was laid; nothing laid: 0.
    #[must_use]
    pub fn risk(&self, laid: &Laid) -> NoduleRisk {
        let hazards = self.hazards(&laid.beads);
        let expected: f64 = hazards.iter().sum();
        let sd = self.log_sd(laid, &hazards, expected);
        let probability = |factor: f64| at_least_one(expected * factor);
        let map = laid.spread(SIGMA_MM, |i, _| hazards[i]);
        let plane_mm = 0.5 * (laid.plane.from_mm + laid.plane.to_mm);
        let excess = laid.beads.iter().zip(&hazards).map(|(bead, &hazard)| self.excess(bead, hazard, plane_mm));
        NoduleRisk {
            probability: probability(1.0),
            low: probability(math::exp(-1.96 * sd)),
            high: probability(math::exp(1.96 * sd)),
            expected,
            hot_spots: hot_spots(laid, &hazards, &map, expected),
            excess: excess.collect(),
            drivers: laid.beads.iter().map(|bead| self.driver(bead)).collect(),
            hazards,
            map,
        }
    }

    /// SD of the logarithm of the expected count: the doubts of the parts, by how much of the hazard each carries, in quadrature.
    fn log_sd(&self, laid: &Laid, hazards: &[f64], expected: f64) -> f64 {
        let (mut shallow, mut mobile, mut dilute) = (0.0, 0.0, 0.0);
        for (bead, hazard) in laid.beads.iter().zip(hazards) {
            let part = hazard / expected.max(1e-300);
            shallow += part * (1.0 - 1.0 / self.place(bead.below_mm, self.cohesion(bead.spread)));
            mobile += part * self.mobility(bead.region);
            // The range is that of a spread of 2 (1:2 against neat).
            dilute += part * math::ln(bead.spread) / std::f64::consts::LN_2;
        }
        let doubt = &self.doubt;
        let parts = [doubt.scale, doubt.form, shallow * doubt.shallow, mobile * doubt.mobile, dilute * doubt.dilution];
        parts.iter().map(|part| part * part).sum::<f64>().sqrt()
    }
}

/// Probability of at least one nodule where `expected` are to be expected.
fn at_least_one(expected: f64) -> f64 {
    1.0 - math::exp(-expected)
}

fn hot_spots(laid: &Laid, hazards: &[f64], map: &[f64], expected: f64) -> Vec<HotSpot> {
    let cells = &laid.ground.zone().cells;
    let mut order: Vec<usize> = (0..cells.len()).filter(|&i| map[i] > 0.0).collect();
    order.sort_by(|&a, &b| map[b].total_cmp(&map[a]).then(a.cmp(&b)));
    let mut spots: Vec<(usize, Vec3)> = Vec::new();
    for i in order {
        if spots.iter().all(|(_, at)| at.distance(cells[i].point) >= HOT_SPOT_GAP_MM) {
            spots.push((i, cells[i].point));
        }
        if spots.len() == HOT_SPOTS {
            break;
        }
    }
    let within = |at: Vec3| -> f64 {
        let near = laid.beads.iter().zip(hazards).filter(|(bead, _)| bead.foot.distance(at) <= 4.0);
        near.map(|(_, hazard)| hazard).sum()
    };
    spots
        .into_iter()
        .map(|(i, at)| HotSpot { at: at.to_array(), hazard_cm2: map[i], share: within(at) / expected.max(1e-300) })
        .collect()
}
