//! The zone, the proposed entry points and the target plane.

use super::super::raw::{RawAnchor, RawDrill};
use crate::anatomy::Landmark;
use crate::source::Checker;

fn anchor(path: &str, anchor: &RawAnchor, checker: &mut Checker) {
    let names = Landmark::names();
    let mut sum = 0.0;
    for (i, (name, weight)) in anchor.iter().enumerate() {
        checker.one_of(&format!("{path}[{i}][0]"), name, &names);
        checker.range(&format!("{path}[{i}][1]"), *weight, -1.0..=2.0);
        sum += weight;
    }
    checker.require(path, (sum - 1.0).abs() < 1e-6, format!("weights that add up to {sum}"), "weights that add up to 1");
}

pub(in crate::drill) fn zone(raw: &RawDrill, checker: &mut Checker) {
    checker.require("zone", raw.zone.len() >= 3, format!("{} points", raw.zone.len()), "at least 3 points");
    checker.require("entries", !raw.entries.is_empty(), "no entry point", "at least 1 point");
    for (i, point) in raw.zone.iter().enumerate() {
        anchor(&format!("zone[{i}]"), point, checker);
    }
    for (i, point) in raw.entries.iter().enumerate() {
        anchor(&format!("entries[{i}]"), point, checker);
    }
    let from = checker.range("plane.from_mm", raw.plane.from_mm, -1.0..=10.0);
    let to = checker.range("plane.to_mm", raw.plane.to_mm, 0.1..=12.0);
    if from && to {
        checker.require(
            "plane.to_mm",
            raw.plane.to_mm > raw.plane.from_mm,
            raw.plane.to_mm,
            format!("more than from_mm ({})", raw.plane.from_mm),
        );
    }
}
