//! **Retrograde discipline**: `CaHA` laid while withdrawing ÷ all `CaHA` laid. Unit: share. Nothing laid: none.
//!
//! Product laid while advancing, at a standstill or within the skin exit is an event, not a thread (DESIGN §5); where it lies is
//! judged by depth and evenness like any other, that it was laid so is judged here alone. Causes: layings that were not retrograde.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::session::LayingKind;

/// Layings smaller than this are not named, mg.
const SMALLEST_MG: f64 = 0.05;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let all: f64 = session.layings().iter().map(|laying| laying.caha_mg).sum();
    if !(all > 0.0) {
        return Measure::default();
    }
    let (mut good, mut causes) = (0.0, Vec::new());
    for laying in session.layings() {
        let id = match laying.kind {
            LayingKind::Retrograde => {
                good += laying.caha_mg;
                continue;
            }
            LayingKind::Advancing => "flow-while-advancing",
            LayingKind::Still => "flow-while-still",
            LayingKind::AtExit => "flow-at-exit",
        };
        if laying.caha_mg < SMALLEST_MG {
            continue;
        }
        let thread = case.laid.threads.iter().find(|thread| thread.pass == laying.pass).map(|thread| thread.number);
        let depth = case.laid.beads.iter().find(|bead| bead.laying == laying.id).map(|bead| bead.depth_mm);
        causes.push(Cause {
            id,
            weight: laying.caha_mg,
            at: Some((laying.start + laying.end) * 0.5),
            depth_mm: depth,
            ticks: Some(laying.ticks),
            thread,
            laying: Some(laying.id),
            measured: laying.volume_ul,
            wanted: 0.0,
            args: vec![("share", Value::number(100.0 * laying.caha_mg / all, 0)), ("length", Value::number(laying.length_mm, 0))],
        });
    }
    case.weigh("retrograde", &mut causes, all - good, |other| 1.0 - other / all);
    Measure { value: Some(good / all), causes, ..Measure::default() }
}
