//! The zone, the proposed entry points and the target plane.

use super::super::raw::RawDrill;
use crate::anatomy::{Anchor, Landmark, Part};
use crate::source::Checker;

fn anchor(path: &str, anchor: &Anchor, part: Part, checker: &mut Checker) {
    let landmarks: Vec<&str> = Landmark::of(part).iter().map(|landmark| landmark.name()).collect();
    for (below, got, allowed) in anchor.problems(&landmarks) {
        checker.require(&format!("{path}.{below}"), false, got, allowed);
    }
}

pub(in crate::drill) fn zone(raw: &RawDrill, checker: &mut Checker) {
    checker.require("zone", raw.zone.len() >= 3, format!("{} points", raw.zone.len()), "at least 3 points");
    checker.require("entries", !raw.entries.is_empty(), "no entry point", "at least 1 point");
    // One skin: all of the head, neck and chest, or all of the hand.
    let part = raw.part();
    for (i, point) in raw.zone.iter().enumerate() {
        anchor(&format!("zone[{i}]"), point, part, checker);
    }
    for (i, point) in raw.entries.iter().enumerate() {
        anchor(&format!("entries[{i}]"), point, part, checker);
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
