//! The calibration of the nodule model as code: published incidences, the treatment that each is taken to stand for, and the
//! coefficients that reproduce them.
//!
//! The papers give rates, not where the product lay. So each anchor says what treatment it stands for, as [design]: volume, dilution,
//! depth (mean and SD below the dermal–fat boundary), mobile share. Two anchors fix two coefficients: the face fixes `scale`, the lips
//! `shallow`; both in closed form, as the hazard is linear in `shallow`. The others are checks.

use super::NoduleModel;
use crate::geom::math;

/// A published incidence and the treatment it stands for.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Anchor {
    /// What it is.
    pub name: &'static str,
    /// Where the rate comes from.
    pub source: &'static str,
    /// Treatments with a nodule.
    pub nodules: u32,
    /// Treatments.
    pub treatments: u32,
    /// `CaHA` per treatment, mg [design].
    pub caha_mg: f64,
    /// Spread of the mixture (neat: 1.1).
    pub spread: f64,
    /// `CaHA` within 2 mm of a place, mg [design].
    pub pile_mg: f64,
    /// Areal dose, mg/cm² [design].
    pub dose_mg_cm2: f64,
    /// Mean depth below the dermal–fat boundary, mm [design].
    pub depth_mm: f64,
    /// SD of that depth, mm [design].
    pub depth_sd_mm: f64,
    /// Depth of the dermal–fat boundary, mm.
    pub dermis_mm: f64,
    /// Share of the product in fully mobile regions [design, for the face derived from 49 % of nodules at × 3].
    pub mobile: f64,
    /// Whether coefficients are fitted to it.
    pub fitted: bool,
}

/// The anchors. Neat Radiesse has 930 mg/mL; threads of 0.1 mL over 40 mm put 9.3 mg within 2 mm and 40 mg/cm² on the skin [derived].
pub const ANCHORS: [Anchor; 5] = [
    Anchor {
        name: "face",
        source: "Kadouch 2017: 166 nodules in 5,081 treatments; here 1.5 mL neat in threads, ordinary hands [design]",
        nodules: 166,
        treatments: 5081,
        caha_mg: 1395.0,
        spread: 1.1,
        pile_mg: 9.3,
        dose_mg_cm2: 40.0,
        depth_mm: 1.2,
        depth_sd_mm: 0.5,
        dermis_mm: 1.07,
        mobile: 0.243,
        fitted: true,
    },
    Anchor {
        name: "lips",
        source: "PMID 16936541: 42 in 338 lip mucosa injections; here 0.8 mL neat close under the surface [design]",
        nodules: 42,
        treatments: 338,
        caha_mg: 744.0,
        spread: 1.1,
        pile_mg: 9.3,
        dose_mg_cm2: 40.0,
        depth_mm: 0.2,
        depth_sd_mm: 0.5,
        dermis_mm: 1.07,
        mobile: 1.0,
        fitted: true,
    },
    Anchor {
        name: "lips, smaller volume",
        source: "PMID 16936541: 8.8 % with smaller volume (count not read: taken of 338); here 0.6 mL [design]",
        nodules: 30,
        treatments: 338,
        caha_mg: 558.0,
        spread: 1.1,
        pile_mg: 7.0,
        dose_mg_cm2: 30.0,
        depth_mm: 0.2,
        depth_sd_mm: 0.5,
        dermis_mm: 1.07,
        mobile: 1.0,
        fitted: false,
    },
    Anchor {
        name: "radial lip lines",
        source: "6 in 163 (reviewed with PMID 16936541); here 0.3 mL neat just under the dermis [design]",
        nodules: 6,
        treatments: 163,
        caha_mg: 279.0,
        spread: 1.1,
        pile_mg: 5.0,
        dose_mg_cm2: 25.0,
        depth_mm: 0.4,
        depth_sd_mm: 0.4,
        dermis_mm: 1.07,
        mobile: 1.0,
        fitted: false,
    },
    Anchor {
        name: "nasolabial fold",
        source: "PMID 20442101: 0 of 102 at 3 years; here 1.2 mL neat placed deep by trial surgeons [design]",
        nodules: 0,
        treatments: 102,
        caha_mg: 1116.0,
        spread: 1.1,
        pile_mg: 9.3,
        dose_mg_cm2: 40.0,
        depth_mm: 1.8,
        depth_sd_mm: 0.4,
        dermis_mm: 1.2,
        mobile: 0.25,
        fitted: false,
    },
];

/// A row of the calibration's table.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Row {
    /// The anchor.
    pub anchor: &'static str,
    /// Published incidence.
    pub published: f64,
    /// Its 95 % interval (Wilson 1927).
    pub interval: (f64, f64),
    /// What the model gives.
    pub model: f64,
}

/// Steps of the depth's distribution.
const STEPS: i32 = 60;

impl Anchor {
    /// The published incidence as an expected count: −ln(1 − rate).
    #[must_use]
    pub fn wanted(&self) -> f64 {
        -math::ln(1.0 - f64::from(self.nodules) / f64::from(self.treatments))
    }

    /// Expected count of nodules ÷ scale, as (part that does not depend on `shallow`, part per unit of `shallow`).
    fn parts(&self, model: &NoduleModel) -> (f64, f64) {
        let unit = NoduleModel { shallow: 1.0, ..model.clone() };
        let cohesion = model.cohesion(self.spread);
        let (mut weight, mut effect) = (0.0, 0.0);
        for step in -STEPS..=STEPS {
            let z = 4.0 * f64::from(step) / f64::from(STEPS);
            let density = math::exp(-0.5 * z * z);
            weight += density;
            effect += density * (unit.place(self.depth_mm + z * self.depth_sd_mm, cohesion) - 1.0);
        }
        let around = |mobility| model.surroundings(self.pile_mg, self.dose_mg_cm2, self.dermis_mm, mobility, 1.0);
        let common = self.caha_mg * cohesion * (self.mobile * around(1.0) + (1.0 - self.mobile) * around(0.0));
        (common, common * effect / weight)
    }

    /// The probability that a model gives for this treatment.
    #[must_use]
    pub fn probability(&self, model: &NoduleModel) -> f64 {
        let (flat, shallow) = self.parts(model);
        1.0 - math::exp(-model.scale * (flat + model.shallow * shallow))
    }

    /// Wilson's 95 % interval of the published incidence.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        let (n, z2) = (f64::from(self.treatments), 1.96 * 1.96);
        let p = f64::from(self.nodules) / n;
        let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = 1.96 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
        ((middle - half).max(0.0), middle + half)
    }
}

/// The model with `scale` and `shallow` fitted to face and lips, everything else as given.
///
/// With F₀ + wF₁ and L₀ + wL₁ the parts of face and lips and r the ratio of their wanted counts, w = (rF₀ − L₀) ÷ (L₁ − rF₁).
#[must_use]
pub fn calibrate(model: &NoduleModel) -> NoduleModel {
    let [face, lips] = [ANCHORS[0], ANCHORS[1]];
    let ((face_flat, face_shallow), (lips_flat, lips_shallow)) = (face.parts(model), lips.parts(model));
    let ratio = lips.wanted() / face.wanted();
    let shallow = (ratio * face_flat - lips_flat) / (lips_shallow - ratio * face_shallow);
    let scale = face.wanted() / (face_flat + shallow * face_shallow);
    NoduleModel { scale, shallow, ..model.clone() }
}

/// What a model gives for every anchor.
#[must_use]
pub fn table(model: &NoduleModel) -> Vec<Row> {
    let row = |anchor: &Anchor| Row {
        anchor: anchor.name,
        published: f64::from(anchor.nodules) / f64::from(anchor.treatments),
        interval: anchor.interval(),
        model: anchor.probability(model),
    };
    ANCHORS.iter().map(row).collect()
}
