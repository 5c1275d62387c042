//! **Spill**: `CaHA` whose foot point lies outside the zone ÷ all `CaHA` laid. Unit: share. Nothing laid: none.
//!
//! Causes: threads, by their mass outside.

use super::{Case, Cause, Measure};
use crate::lang::Value;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    if laid.is_empty() {
        return Measure::default();
    }
    let (mut outside, mut causes) = (0.0, Vec::new());
    for thread in &laid.threads {
        let beads = thread.beads.iter().map(|&i| &laid.beads[i]).filter(|bead| bead.inside < 1.0);
        let mass: f64 = beads.clone().map(|bead| bead.caha_mg * (1.0 - bead.inside)).sum();
        let Some(worst) = beads.clone().max_by(|a, b| (a.caha_mg * (1.0 - a.inside)).total_cmp(&(b.caha_mg * (1.0 - b.inside)))) else { continue };
        outside += mass;
        causes.push(Cause {
            id: "spilled-outside",
            weight: mass,
            at: Some(worst.position),
            depth_mm: Some(worst.depth_mm),
            ticks: Some((
                beads.clone().map(|bead| bead.ticks.0).min().unwrap_or(worst.ticks.0),
                beads.clone().map(|bead| bead.ticks.1).max().unwrap_or(worst.ticks.1),
            )),
            thread: Some(thread.number),
            laying: Some(worst.laying),
            measured: 100.0 * mass / thread.caha_mg,
            wanted: 0.0,
            args: vec![
                ("length", Value::number(beads.map(|bead| bead.length_mm).sum(), 0)),
                ("mass", Value::number(mass, 1)),
            ],
        });
    }
    case.weigh("spill", &mut causes, outside, |outside| outside / laid.caha_mg);
    Measure { value: Some(outside / laid.caha_mg), causes, ..Measure::default() }
}
