//! **Steps**: phases of the setup that were done ÷ all of them. Unit: share. **Step order**: number of phases done after a later one
//! (0 is best).

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::session::{EventKind, Phase};

fn name(phase: Phase) -> Value {
    Value::name("step", match phase {
        Phase::Consult => "consultation",
        Phase::Mark => "marking",
        Phase::Prepare => "preparation",
        Phase::Disinfect => "disinfection",
        Phase::Entry => "entry_point",
        Phase::Passes => "passes",
        Phase::Massage => "massage",
        Phase::Inspect => "inspection",
        Phase::Finish => "finish",
    })
}

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let asked = &session.setup().phases;
    if asked.is_empty() {
        return Measure::aside();
    }
    let missing = asked.iter().filter(|phase| !session.phases_done().contains(phase));
    let causes: Vec<Cause> = missing
        .map(|&phase| Cause { id: "step-missed", weight: 1.0, args: vec![("step", name(phase))], ..Cause::default() })
        .collect();
    Measure { value: Some(1.0 - causes.len() as f64 / asked.len() as f64), causes, ..Measure::default() }
}

pub(super) fn order(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let (mut latest, mut causes): (Option<Phase>, Vec<Cause>) = (None, Vec::new());
    for event in session.events() {
        let EventKind::PhaseDone(phase) = event.kind else { continue };
        if latest.is_some_and(|latest| phase < latest) {
            causes.push(Cause {
                id: "step-late",
                weight: 1.0,
                ticks: Some((event.tick, event.tick)),
                args: vec![("step", name(phase))],
                ..Cause::default()
            });
        }
        latest = latest.max(Some(phase));
    }
    Measure { value: Some(causes.len() as f64), causes, ..Measure::default() }
}
