//! **Disinfection**: entry points that were made after the zone was disinfected ÷ all entry points made. Unit: share. Set aside where
//! that phase is not played; no entry: none. Causes: the other entries.

use super::{Case, Cause, Measure};
use crate::session::{EventKind, Phase};

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    if !session.setup().phases.contains(&Phase::Disinfect) {
        return Measure::aside();
    }
    let (mut made, mut causes) = (0, Vec::new());
    for event in session.events() {
        let EventKind::EntryMade { point, disinfected, .. } = event.kind else { continue };
        made += 1;
        if !disinfected {
            causes.push(Cause {
                id: "not-disinfected",
                weight: 1.0,
                at: Some(point),
                ticks: Some((event.tick, event.tick)),
                ..Cause::default()
            });
        }
    }
    Measure { value: (made > 0).then(|| 1.0 - causes.len() as f64 / f64::from(made)), causes, ..Measure::default() }
}
