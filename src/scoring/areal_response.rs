//! What an areal map of product makes of the skin, day by day: one product's curves on the doses of a zone's cells.
//!
//! **Invariant:** [`ArealResponse::with`] changes what plays out and not where: every cell keeps its share of the stimulus.

use std::sync::Arc;

use crate::anatomy::Zone;
use crate::tissue::{CellDose, CellResponse, Kinetics};

/// A product's response on a zone.
#[derive(Clone, Debug)]
pub struct ArealResponse {
    zone: Arc<Zone>,
    kinetics: Kinetics,
    /// One for each cell of the zone.
    doses: Vec<CellDose>,
    sittings: Vec<f64>,
}

impl ArealResponse {
    pub(super) fn new(zone: Arc<Zone>, kinetics: Kinetics, doses: Vec<CellDose>) -> Self {
        Self { zone, kinetics, doses, sittings: vec![0.0] }
    }

    pub(super) fn repeated(self, sittings: Vec<f64>) -> Self {
        Self { sittings, ..self }
    }

    /// The same map laid with another product, in the same depth, with `ratio` parts of diluent per part of product.
    ///
    /// A cell keeps its dose in half-doses of its product (`half_mg_cm2` of `assets/response.ron`): for products of one particle that is
    /// the same mg/cm²; PLLA, whose mg do not compare with those of `CaHA`, takes the mass that the model gives the same stimulus. So the
    /// curves differ in pace, carrier and hold, and not because one vial is larger.
    #[must_use]
    pub fn with(&self, kinetics: Kinetics, ratio: f64) -> Self {
        let per = kinetics.half_dose_mg_cm2() / self.kinetics.half_dose_mg_cm2();
        let dose = |dose: &CellDose| kinetics.dose(dose.particles_mg_cm2 * per, ratio, dose.near_dermis);
        Self {
            zone: Arc::clone(&self.zone),
            doses: self.doses.iter().map(dose).collect(),
            sittings: self.sittings.clone(),
            kinetics,
        }
    }

    /// The zone whose cells are meant.
    #[must_use]
    pub fn zone(&self) -> &Arc<Zone> {
        &self.zone
    }

    /// The product's curves.
    #[must_use]
    pub fn kinetics(&self) -> &Kinetics {
        &self.kinetics
    }

    /// What lies under each cell after one sitting, those of the margin included.
    #[must_use]
    pub fn doses(&self) -> &[CellDose] {
        &self.doses
    }

    /// The days on which it is laid.
    #[must_use]
    pub fn sittings(&self) -> &[f64] {
        &self.sittings
    }

    /// Mean dose over the enclosed cells by area, mg of particles per cm².
    #[must_use]
    pub fn mean_mg_cm2(&self) -> f64 {
        let enclosed = || self.doses.iter().zip(&self.zone.cells).filter(|(_, cell)| cell.inside);
        let (sum, area) = enclosed().fold((0.0, 0.0), |(sum, area), (dose, cell)| {
            (sum + dose.particles_mg_cm2 * cell.area_mm2, area + cell.area_mm2)
        });
        if area > 0.0 { sum / area } else { 0.0 }
    }

    /// The response of each cell of the zone on a day from 0, those of its margin included, in their order.
    #[must_use]
    pub fn cells(&self, day: f64) -> Vec<CellResponse> {
        let moment = self.kinetics.moment(&self.sittings, day);
        let mut doses = Vec::new();
        self.doses
            .iter()
            .zip(&self.zone.cells)
            .map(|(dose, cell)| {
                doses.clear();
                doses.resize(self.sittings.len(), *dose);
                moment.response(&doses, cell.stack.dermis_mm - cell.stack.epidermis_mm)
            })
            .collect()
    }

    /// The mean over the enclosed cells, by area.
    #[must_use]
    pub fn mean(&self, day: f64) -> CellResponse {
        self.mean_of(&self.cells(day))
    }

    pub(super) fn mean_of(&self, cells: &[CellResponse]) -> CellResponse {
        let enclosed = cells.iter().zip(&self.zone.cells).filter(|(_, cell)| cell.inside);
        CellResponse::mean(enclosed.map(|(response, cell)| (response, cell.area_mm2)))
    }
}
