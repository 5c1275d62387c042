//! **Dose CV**: coefficient of variation of the areal `CaHA` dose over the zone: standard deviation ÷ mean, both by area, of the
//! cells' dose (mg/cm²) spread with the rubric's σ (2.5 mm [design]). Unit: ratio.
//!
//! A fan of constant flow per mm over r = 12–52 mm has dose ∝ 1/r and so CV 0.42 [derived]: full points begin there.
//! **Dose CV raw**: the same of mass put into the cell it lies under, unspread (reported). **Dose mean**: mg/cm² (reported).
//! No dose in the zone: none. Causes: the densest and the sparsest places, by the squares that
//! they add to the variance.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::scoring::laid::mean_sd;

/// Dose ÷ mean above which a cell is named dense.
const DENSE: f64 = 1.6;
/// Dose ÷ mean below which a cell is named sparse.
const SPARSE: f64 = 0.5;
/// Reach about a dense or sparse cell that belongs to it, mm.
const REACH_MM: f64 = 8.0;
/// Most places of each that are named.
const PLACES: usize = 3;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    let cells = laid.ground.cells();
    let doses = laid.dose_mg_cm2.iter().copied().zip(cells.iter().map(|cell| cell.area_mm2));
    let Some((mean, sd)) = mean_sd(doses).filter(|(mean, _)| *mean > 0.0) else { return Measure::default() };
    let deviation = |i: usize| (laid.dose_mg_cm2[i] - mean) * (laid.dose_mg_cm2[i] - mean) * cells[i].area_mm2;
    let mut causes: Vec<Cause> = Vec::new();
    for (id, sign, edge) in [("dense-spot", 1.0, DENSE), ("sparse-spot", -1.0, SPARSE)] {
        let mut order: Vec<usize> = (0..cells.len()).filter(|&i| sign * (laid.dose_mg_cm2[i] - edge * mean) > 0.0).collect();
        let from_edge = |i: usize| sign * laid.dose_mg_cm2[i];
        order.sort_by(|&a, &b| from_edge(b).total_cmp(&from_edge(a)).then(a.cmp(&b)));
        let first = causes.len();
        for i in order {
            let (here, dose) = (cells[i].point, laid.dose_mg_cm2[i]);
            let known = causes[first..].iter_mut().find(|cause| cause.at.is_some_and(|at| at.distance(here) < REACH_MM));
            if let Some(cause) = known {
                cause.weight += deviation(i);
            } else if causes.len() < first + PLACES {
                causes.push(Cause {
                    id,
                    weight: deviation(i),
                    at: Some(here),
                    thread: laid.nearest_thread(here),
                    measured: dose,
                    wanted: mean,
                    args: vec![("times", Value::number(dose / mean, 1)), ("cv", Value::number(sd / mean, 2))],
                    ..Cause::default()
                });
            }
        }
    }
    let all: f64 = (0..cells.len()).map(deviation).sum();
    case.weigh("dose_cv", &mut causes, all, |left| sd / mean * (left / all.max(1e-300)).sqrt());
    Measure { value: Some(sd / mean), causes, ..Measure::default() }
}

pub(super) fn raw(case: &Case) -> Measure {
    let laid = case.laid;
    let cells = laid.ground.cells();
    let mut mass = vec![0.0; cells.len()];
    for bead in &laid.beads {
        if let Some(i) = laid.ground.cell_at(bead.foot) {
            mass[i] += bead.caha_mg;
        }
    }
    let doses = mass.iter().zip(cells).map(|(mg, cell)| (mg / cell.area_mm2, cell.area_mm2));
    Measure::plain(mean_sd(doses).filter(|(mean, _)| *mean > 0.0).map(|(mean, sd)| sd / mean))
}

pub(super) fn mean(case: &Case) -> Measure {
    let cells = case.laid.ground.cells();
    let doses = case.laid.dose_mg_cm2.iter().copied().zip(cells.iter().map(|cell| cell.area_mm2));
    Measure::plain(mean_sd(doses).map(|(mean, _)| mean))
}
