//! Volumes: drawn, planned, allowed.

use super::super::raw::RawDrill;
use crate::source::Checker;

pub(in crate::drill) fn dose(raw: &RawDrill, checker: &mut Checker) {
    let drawn = checker.range("drawn_ml", raw.drawn_ml, 0.1..=12.0);
    let planned = checker.range("planned_ml", raw.planned_ml, 0.05..=12.0);
    let maximum = checker.range("maximum_ml", raw.maximum_ml, 0.05..=15.0);
    if drawn && planned {
        checker.require(
            "planned_ml",
            raw.planned_ml <= raw.drawn_ml,
            raw.planned_ml,
            format!("at most what is drawn ({} mL)", raw.drawn_ml),
        );
    }
    if planned && maximum {
        checker.require(
            "maximum_ml",
            raw.maximum_ml >= raw.planned_ml,
            raw.maximum_ml,
            format!("at least what is planned ({} mL)", raw.planned_ml),
        );
    }
}
