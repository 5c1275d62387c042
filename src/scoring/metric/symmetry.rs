//! **Symmetry** of a bilateral drill: |l − r| ÷ (l + r), l and r the `CaHA` laid left and right of the patient's median plane per area
//! of the zone there (mg/cm²). Unit: share; 0 is even, 1 all on one side.
//!
//! A zone is bilateral when each side has at least a quarter of it; elsewhere the metric has no meaning and its weight goes to the
//! others. Nothing laid: none. Its cause is the side with less.

use super::{Case, Cause, Measure};
use crate::lang::Value;

/// Least share of the zone on either side.
const SIDE: f64 = 0.25;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    let cells = laid.ground.cells();
    let all: f64 = cells.iter().map(|cell| cell.area_mm2).sum();
    let left: f64 = cells.iter().filter(|cell| cell.point.x > 0.0).map(|cell| cell.area_mm2).sum();
    if !(left >= SIDE * all && left <= (1.0 - SIDE) * all && all > 0.0) {
        return Measure::aside();
    }
    if laid.is_empty() {
        return Measure::default();
    }
    let mass = |is_left: bool| -> f64 {
        laid.beads.iter().filter(|bead| (bead.foot.x > 0.0) == is_left).map(|bead| bead.caha_mg).sum()
    };
    let (l, r) = (100.0 * mass(true) / left, 100.0 * mass(false) / (all - left));
    let value = (l - r).abs() / (l + r);
    let less_is_left = l < r;
    let thin = cells.iter().enumerate().filter(|(_, cell)| (cell.point.x > 0.0) == less_is_left);
    let emptiest = thin.min_by(|a, b| laid.dose_mg_cm2[a.0].total_cmp(&laid.dose_mg_cm2[b.0]));
    let cause = Cause {
        id: if less_is_left { "less-on-the-left" } else { "less-on-the-right" },
        weight: value,
        at: emptiest.map(|(_, cell)| cell.point),
        measured: l.min(r),
        wanted: l.max(r),
        args: vec![("difference", Value::number(100.0 * value, 0))],
        ..Cause::default()
    };
    Measure { value: Some(value), causes: vec![cause], ..Measure::default() }
}
