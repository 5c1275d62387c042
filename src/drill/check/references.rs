//! Names of things that stand in other files.

use super::super::raw::{Known, RawDrill};
use crate::source::Checker;

pub(in crate::drill) fn references(raw: &RawDrill, known: &Known, checker: &mut Checker) {
    for (path, name, list) in [
        ("patient", raw.patient.as_ref(), &known.patients),
        ("rubric", Some(&raw.rubric), &known.rubrics),
    ] {
        let Some(name) = name else { continue };
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        checker.one_of(path, name, &list);
    }
    if let Err(error) = known.catalogue.mixture(&raw.product) {
        checker.require("product", false, format!("\"{}\"", raw.product), error);
    }
}
