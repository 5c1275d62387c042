//! **Bone touches**: number of times the tip touched bone. A subdermal cannula never does. No pass: none.

use super::{Case, Cause, Measure};
use crate::session::EventKind;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|session| !session.passes().is_empty()) else { return Measure::default() };
    let causes: Vec<Cause> = session
        .events()
        .iter()
        .filter_map(|event| {
            let EventKind::BoneTouched { at } = event.kind else { return None };
            Some(Cause {
                id: "touched-bone",
                weight: 1.0,
                at: Some(at),
                ticks: Some((event.tick, event.tick)),
                measured: 1.0,
                ..Cause::default()
            })
        })
        .collect();
    Measure { value: Some(causes.len() as f64), causes, ..Measure::default() }
}
