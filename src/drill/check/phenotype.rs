//! Who lies there: a patient by name, or the ranges that one is drawn from.

use super::super::raw::RawDrill;
use crate::source::Checker;

pub(in crate::drill) fn phenotype(raw: &RawDrill, checker: &mut Checker) {
    match (&raw.patient, &raw.phenotype) {
        (None, None) => {
            checker.require("patient", false, "no patient", "a field `patient`, or `phenotype`: ranges that one is drawn from");
        }
        (Some(_), Some(_)) => {
            checker.require("phenotype", false, "both a patient and ranges", "one of `patient` and `phenotype`");
        }
        _ => {}
    }
    for (below, got, allowed) in raw.phenotype.iter().flat_map(|ranges| ranges.problems()) {
        checker.require(&format!("phenotype.{below}"), false, got, allowed);
    }
}
