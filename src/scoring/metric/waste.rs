//! **Waste**: volume spilled outside the patient ÷ volume drawn. Unit: share. Causes: the spills.

use super::{Case, Cause, Measure};
use crate::session::EventKind;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let ledger = session.ledger();
    if !(ledger.drawn_ul > 0.0) {
        return Measure::aside();
    }
    let spills = session.events().iter().filter(|event| event.kind == EventKind::Spilled);
    let causes = spills.map(|event| Cause {
        id: "product-wasted",
        weight: 1.0,
        ticks: Some((event.tick, event.tick)),
        measured: ledger.spilled_ul,
        ..Cause::default()
    });
    Measure { value: Some(ledger.spilled_ul / ledger.drawn_ul), causes: causes.collect(), ..Measure::default() }
}
