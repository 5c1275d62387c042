//! **Waste**: volume spilled outside the patient or lost beside the shaft by backflow ÷ volume drawn. Unit: share. Causes: the spills
//! and the leaks.

use super::{Case, Cause, Measure};
use crate::session::EventKind;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let ledger = session.ledger();
    if !(ledger.drawn_ul > 0.0) {
        return Measure::aside();
    }
    let (spilled, leaked) = (ledger.spilled_ul, ledger.backflow_ul);
    let count = |kind: fn(&EventKind) -> bool| session.events().iter().filter(|event| kind(&event.kind)).count().max(1) as f64;
    let is_spill = |kind: &EventKind| *kind == EventKind::Spilled;
    let is_leak = |kind: &EventKind| matches!(kind, EventKind::Backflow { .. });
    let (spills, leaks) = (count(is_spill), count(is_leak));
    let causes = session.events().iter().filter_map(|event| {
        let (id, lost, of) = match event.kind {
            EventKind::Spilled => ("product-wasted", spilled, spills),
            EventKind::Backflow { .. } => ("product-leaked", leaked, leaks),
            _ => return None,
        };
        let (at, ticks) = (event.kind.place(), Some((event.tick, event.tick)));
        Some(Cause { id, weight: lost / of, at, ticks, measured: lost, ..Cause::default() })
    });
    Measure { value: Some((spilled + leaked) / ledger.drawn_ul), causes: causes.collect(), ..Measure::default() }
}
