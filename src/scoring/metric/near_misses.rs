//! **Near misses**: number of approaches of the tip to within 1.5 mm of the wall of a vessel, nerve or foramen [design: CLINICAL §5].
//!
//! Near misses teach: a simulator that scored them brought complications from 13 to 7 % (ECOSYSTEM). Approaches to a gland are not
//! counted here: one depth above it is the target plane's own affair. No pass: none.

use super::{Case, Cause, Measure};
use crate::anatomy::HazardKind;
use crate::lang::Value;
use crate::session::EventKind;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|session| !session.passes().is_empty()) else { return Measure::default() };
    let hazards = session.setup().anatomy.hazards();
    let mut causes = Vec::new();
    for event in session.events() {
        let EventKind::NearMiss { hazard, clearance_mm, at } = event.kind else { continue };
        let Some(hazard) = hazards.get(hazard as usize).filter(|hazard| hazard.kind != HazardKind::Gland) else { continue };
        causes.push(Cause {
            id: "near-miss",
            weight: 1.0,
            at: Some(at),
            ticks: Some((event.tick, event.tick)),
            measured: clearance_mm,
            wanted: 1.5,
            args: vec![("hazard", Value::name("hazard", &hazard.id))],
            ..Cause::default()
        });
    }
    Measure { value: Some(causes.len() as f64), causes, ..Measure::default() }
}
