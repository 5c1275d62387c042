//! **Danger flow**: number of times product began to flow in a vessel, a gland or a no-go region. Each is a critical error too.
//! No pass: none.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::session::EventKind;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|session| !session.passes().is_empty()) else { return Measure::default() };
    let hazards = session.setup().anatomy.hazards();
    let name = |hazard: u32| hazards.get(hazard as usize).map_or(Value::text(""), |hazard| Value::name("hazard", &hazard.id));
    let mut causes = Vec::new();
    for event in session.events() {
        let (id, at, name) = match event.kind {
            EventKind::FlowInVessel { hazard, at } => ("flow-in-vessel", at, name(hazard)),
            EventKind::FlowInGland { hazard, at } => ("flow-in-gland", at, name(hazard)),
            EventKind::FlowInNoGo { region, at } => ("flow-in-no-go", at, Value::name("region", region.name())),
            _ => continue,
        };
        causes.push(Cause {
            id,
            weight: 1.0,
            at: Some(at),
            ticks: Some((event.tick, event.tick)),
            measured: 1.0,
            args: vec![("hazard", name)],
            ..Cause::default()
        });
    }
    Measure { value: Some(causes.len() as f64), causes, ..Measure::default() }
}
