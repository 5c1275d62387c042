//! **Apex overload**: `CaHA` whose foot point lies within 12 mm of an entry point ÷ all `CaHA` laid. Unit: share.
//!
//! Threads meet at the entry, so the dose of a fan rises as 1/r [derived: CLINICAL §2.4]; stopping 5–10 mm short of the hole keeps
//! it flat [recalled practice; uncertain]; 12 mm [design]. No entry known (a list of threads): set aside. Nothing laid: none.

use super::{Case, Cause, Measure};
use crate::lang::Value;

/// Radius about the entry that is its apex, mm [design].
const APEX_MM: f64 = 12.0;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    if laid.entries.is_empty() {
        return Measure::aside();
    }
    if laid.is_empty() {
        return Measure::default();
    }
    let mut by_entry = vec![0.0; laid.entries.len()];
    for bead in &laid.beads {
        let distance = |entry: usize| laid.entries[entry].distance_squared(bead.foot);
        let nearest = (0..laid.entries.len()).min_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        if let Some(entry) = nearest
            && distance(entry) <= APEX_MM * APEX_MM
        {
            by_entry[entry] += bead.caha_mg;
        }
    }
    let share = by_entry.iter().sum::<f64>() / laid.caha_mg;
    let wanted = case.rubric.band("apex_overload").map_or(0.0, |band| band.full);
    let causes = by_entry.iter().enumerate().filter(|(_, mass)| **mass > 0.0).map(|(entry, &mass)| Cause {
        id: "apex-overload",
        weight: mass,
        at: Some(laid.entries[entry]),
        measured: 100.0 * mass / laid.caha_mg,
        wanted: 100.0 * wanted,
        args: vec![("radius", Value::number(APEX_MM, 0))],
        ..Cause::default()
    });
    Measure { value: Some(share), causes: causes.collect(), ..Measure::default() }
}
