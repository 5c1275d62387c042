//! The zone by one of its three fields, the proposed entry points and the target plane.

use super::super::raw::RawDrill;
use crate::anatomy::{Anchor, Landmark, Part, ZoneSpec};
use crate::source::Checker;

/// Most corners of a zone through anchors.
const MOST_CORNERS: usize = 64;
/// Most entry points.
const MOST_ENTRIES: usize = 16;
/// Most landmarks of an anchor.
const MOST_LANDMARKS: usize = 16;

fn anchor(path: &str, anchor: &Anchor, part: Part, checker: &mut Checker) {
    let landmarks: Vec<&str> = Landmark::of(part).iter().map(|landmark| landmark.name()).collect();
    let count = anchor.at.len();
    if !checker.require(&format!("{path}.at"), count <= MOST_LANDMARKS, format!("{count} landmarks"), format!("at most {MOST_LANDMARKS} landmarks")) {
        return;
    }
    for (below, got, allowed) in anchor.problems(&landmarks) {
        checker.require(&format!("{path}.{below}"), false, got, allowed);
    }
}

fn anchors(path: &str, list: &[Anchor], most: usize, part: Part, checker: &mut Checker) {
    let count = list.len();
    if checker.require(path, count <= most, format!("{count} points"), format!("at most {most} points")) {
        for (i, point) in list.iter().enumerate() {
            anchor(&format!("{path}[{i}]"), point, part, checker);
        }
    }
}

pub(in crate::drill) fn zone(raw: &RawDrill, checker: &mut Checker) {
    // One skin: all of the head, neck and chest, or all of the hand.
    let part = raw.part();
    let named: Vec<&str> = [("zone", raw.zone.is_some()), ("region", raw.region.is_some()), ("polygon", raw.polygon.is_some())]
        .into_iter()
        .filter_map(|(name, there)| there.then_some(name))
        .collect();
    checker.require(named.get(1).copied().unwrap_or("zone"), named.len() == 1, format!("{} of them", named.len()), "one of `zone`, `region` and `polygon`");
    if let Some(zone) = &raw.zone {
        checker.require("zone", zone.len() >= 3, format!("{} points", zone.len()), "at least 3 points");
        anchors("zone", zone, MOST_CORNERS, part, checker);
    }
    let landmarks: Vec<&str> = Landmark::of(part).iter().map(|landmark| landmark.name()).collect();
    let mut below = |field: &str, spec: &ZoneSpec| {
        for (path, got, allowed) in spec.problems(&landmarks) {
            // `[0]` is the specification's only part, which the file's field stands for.
            checker.require(&format!("{field}{}", path.trim_start_matches("[0]")), false, got, allowed);
        }
    };
    if let Some(region) = &raw.region {
        below("region", &ZoneSpec::Region(region.clone()));
    }
    if let Some(polygon) = &raw.polygon {
        below("polygon", &ZoneSpec::Polygon(polygon.clone()));
    }
    checker.require("entries", !raw.entries.is_empty(), "no entry point", "at least 1 point");
    anchors("entries", &raw.entries, MOST_ENTRIES, part, checker);
    if let Some(reach) = raw.entry_reach_mm {
        checker.range("entry_reach_mm", reach, 1.0..=30.0);
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
