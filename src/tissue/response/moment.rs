//! A day after one sitting or several, and what it holds for a cell of skin.
//!
//! **Invariant:** each estimate's band contains its mean, and nothing is negative.

use super::kinetics::{CellDose, Curves, Kinetics};

/// mm of height that a µL/cm² makes.
const MM_PER_UL_CM2: f64 = 0.01;
/// Number of quantities of a [`CellResponse`].
const QUANTITIES: usize = 8;

/// A value with its 95 % band.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Estimate {
    /// What the model says.
    pub mean: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Estimate {
    /// Each of the three, times a factor ≥ 0.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { mean: self.mean * factor, low: self.low * factor, high: self.high * factor }
    }

    /// The sum of two whose doubts go together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { mean: self.mean + other.mean, low: self.low + other.low, high: self.high + other.high }
    }
}

/// What a cell of skin holds on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct CellResponse {
    /// Diluent left, µL/cm².
    pub diluent_ul_cm2: Estimate,
    /// Carrier (gel, HA) left, µL/cm².
    pub carrier_ul_cm2: Estimate,
    /// Particles (`CaHA`, or PLLA) left, mg/cm².
    pub particles_mg_cm2: Estimate,
    /// New collagen III ÷ the skin's own.
    pub collagen_iii: Estimate,
    /// New collagen I ÷ the skin's own.
    pub collagen_i: Estimate,
    /// Gain of dermal thickness ÷ the dermis's own.
    pub dermal_gain: Estimate,
    /// The same in mm.
    pub dermal_mm: Estimate,
    /// How far the skin is lifted, mm: diluent, carrier, particles and new tissue.
    pub lift_mm: Estimate,
}

impl CellResponse {
    fn from_array(of: [Estimate; QUANTITIES]) -> Self {
        let [diluent_ul_cm2, carrier_ul_cm2, particles_mg_cm2, collagen_iii, collagen_i, dermal_gain, dermal_mm, lift_mm] = of;
        Self { diluent_ul_cm2, carrier_ul_cm2, particles_mg_cm2, collagen_iii, collagen_i, dermal_gain, dermal_mm, lift_mm }
    }

    /// All of them, in the order of the fields.
    #[must_use]
    pub fn to_array(self) -> [Estimate; QUANTITIES] {
        [
            self.diluent_ul_cm2,
            self.carrier_ul_cm2,
            self.particles_mg_cm2,
            self.collagen_iii,
            self.collagen_i,
            self.dermal_gain,
            self.dermal_mm,
            self.lift_mm,
        ]
    }

    /// The mean over cells by weight (their areas); the doubts are those of the model, so the bands are averaged as well.
    /// Nothing for no weight.
    #[must_use]
    pub fn mean<'a>(cells: impl Iterator<Item = (&'a Self, f64)>) -> Self {
        let (mut sum, mut all) = ([Estimate::default(); QUANTITIES], 0.0);
        for (cell, weight) in cells {
            all += weight;
            for (sum, value) in sum.iter_mut().zip(cell.to_array()) {
                *sum = sum.and(value.times(weight));
            }
        }
        if !(all > 0.0) {
            return Self::default();
        }
        Self::from_array(sum.map(|sum| sum.times(1.0 / all)))
    }
}

/// A day, for doses laid on some days: what is the same for all cells.
#[derive(Clone, Debug)]
pub struct Moment<'a> {
    kinetics: &'a Kinetics,
    /// For each set of curves, for each sitting: collagen III, collagen I, particles, carrier, diluent.
    shares: Vec<Vec<[f64; 5]>>,
}

impl<'a> Moment<'a> {
    pub(super) fn new(kinetics: &'a Kinetics, sittings: &[f64], day: f64) -> Self {
        let of = |curves: &Curves| sittings.iter().map(|sitting| curves.at(day - sitting)).collect();
        Self { kinetics, shares: kinetics.curves.iter().map(of).collect() }
    }

    /// Sum over the sittings of dose ÷ half-dose × collagen curve, before saturation, (III, I): it adds up exactly.
    #[must_use]
    pub fn drive(&self, doses: &[CellDose]) -> (f64, f64) {
        let mut drive = (0.0, 0.0);
        for (dose, share) in doses.iter().zip(&self.shares[0]) {
            let doses = dose.particles_mg_cm2 / self.kinetics.half_mg_cm2;
            drive = (drive.0 + doses * share[0], drive.1 + doses * share[1]);
        }
        drive
    }

    /// Share of a sitting's particles that is left.
    #[must_use]
    pub fn particles_left(&self, sitting: usize) -> Estimate {
        let of = |shares: &Vec<[f64; 5]>| [shares.get(sitting).map_or(0.0, |share| share[2])];
        let [left] = band(self.shares.iter().map(of));
        left
    }

    /// What a cell holds; `doses` in the order of the sittings (those that lack: none), `dermis_mm` the thickness of its dermis.
    #[must_use]
    pub fn response(&self, doses: &[CellDose], dermis_mm: f64) -> CellResponse {
        let each = self.shares.iter().zip(&self.kinetics.curves);
        CellResponse::from_array(band(each.map(|(shares, curves)| self.quantities(doses, dermis_mm, shares, curves))))
    }

    fn quantities(&self, doses: &[CellDose], dermis_mm: f64, shares: &[[f64; 5]], curves: &Curves) -> [f64; QUANTITIES] {
        let kinetics = self.kinetics;
        let (mut diluent, mut carrier, mut mg, mut ul) = (0.0, 0.0, 0.0, 0.0);
        let (mut iii, mut i, mut dermal) = (0.0, 0.0, 0.0);
        for (dose, share) in doses.iter().zip(shares) {
            let drive = curves.amount * dose.particles_mg_cm2 / kinetics.half_mg_cm2;
            iii += drive * share[0];
            i += drive * share[1];
            dermal += drive * (share[0] + share[1]) * dose.near_dermis;
            mg += dose.particles_mg_cm2 * share[2];
            ul += dose.particles_ul_cm2 * share[2];
            carrier += dose.carrier_ul_cm2 * share[3];
            diluent += dose.diluent_ul_cm2 * share[4];
        }
        // Gain per unit of drive: one law for all of it, so that its parts keep their proportions.
        let per = curves.form * kinetics.most / (1.0 + iii + i);
        let (tissue_mm, gain) = (per * (iii + i) * dermis_mm, per * dermal);
        let near = if iii + i > 0.0 { dermal / (iii + i) } else { 0.0 };
        let lift_mm = MM_PER_UL_CM2 * (diluent + carrier + ul) + tissue_mm;
        let new_iii = per * iii * near / kinetics.iii_share;
        let new_i = per * i * near / (1.0 - kinetics.iii_share);
        [diluent, carrier, mg, new_iii, new_i, gain, gain * dermis_mm, lift_mm]
    }
}

/// The first set as the mean; the others, each a doubt's lower or upper end, in quadrature on the side to which they move it.
fn band<const N: usize>(sets: impl Iterator<Item = [f64; N]>) -> [Estimate; N] {
    let mut mean = None;
    let (mut down, mut up) = ([0.0; N], [0.0; N]);
    for set in sets {
        let mean = *mean.get_or_insert(set);
        for k in 0..N {
            let off = set[k] - mean[k];
            let side = if off > 0.0 { &mut up[k] } else { &mut down[k] };
            *side += off * off;
        }
    }
    let mean = mean.unwrap_or([0.0; N]);
    std::array::from_fn(|k| Estimate {
        mean: mean[k],
        low: (mean[k] - down[k].sqrt()).max(0.0),
        high: mean[k] + up[k].sqrt(),
    })
}
