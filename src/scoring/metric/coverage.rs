//! **Coverage**: area of the zone's cells whose dose (mg/cm², spread with the rubric's σ) is at least half of the target ÷ the
//! zone's area. Unit: share. No zone: none; nothing laid: none.
//!
//! Causes: connected fields of cells below half of the target, by their area.

use super::{Case, Cause, Measure};
use crate::lang::Value;

/// Share of the target dose that counts as covered (DESIGN §5).
pub(super) const COVERED: f64 = 0.5;
/// Smallest field that is named, cm².
const SMALLEST_CM2: f64 = 0.2;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    let cells = laid.ground.cells();
    let area = laid.ground.area_mm2();
    if laid.is_empty() || !(area > 0.0) {
        return Measure::default();
    }
    let wanted = COVERED * laid.target_mg_cm2;
    let bare: Vec<usize> = (0..cells.len()).filter(|&i| laid.dose_mg_cm2[i] < wanted).collect();
    let bare_mm2: f64 = bare.iter().map(|&i| cells[i].area_mm2).sum();
    let mut causes = Vec::new();
    let such: Vec<bool> = laid.dose_mg_cm2.iter().map(|dose| *dose < wanted).collect();
    for field in laid.ground.fields(&such) {
        let field_mm2: f64 = field.iter().map(|&i| cells[i].area_mm2).sum();
        let dose = field.iter().map(|&i| laid.dose_mg_cm2[i] * cells[i].area_mm2).sum::<f64>() / field_mm2;
        let emptiest = field.iter().copied().min_by(|&a, &b| laid.dose_mg_cm2[a].total_cmp(&laid.dose_mg_cm2[b]));
        if field_mm2 < 100.0 * SMALLEST_CM2 {
            continue;
        }
        causes.push(Cause {
            id: "uncovered",
            weight: field_mm2,
            at: emptiest.map(|i| cells[i].point),
            thread: emptiest.and_then(|i| laid.nearest_thread(cells[i].point)),
            measured: dose,
            wanted: laid.target_mg_cm2,
            args: vec![
                ("area", Value::number(field_mm2 / 100.0, 1)),
                ("covered", Value::number(100.0 * (1.0 - bare_mm2 / area), 0)),
            ],
            ..Cause::default()
        });
    }
    case.weigh("coverage", &mut causes, bare_mm2, |bare_mm2| 1.0 - bare_mm2 / area);
    Measure { value: Some(1.0 - bare_mm2 / area), causes, ..Measure::default() }
}
