//! **Decision**: 1 where what was decided is what the history asks for (`session::Consultation::is_right`), ½ where a patient was rightly
//! treated but the caution was not named or a wrong one was [design], 0 otherwise, and where nothing was decided. Set aside where the
//! consultation is not played.

use super::{Case, Cause, Measure};
use crate::session::{Decision, EventKind};

/// What treating rightly without the right caution is worth.
const WITHOUT_CAUTION: f64 = 0.5;

pub(super) fn measure(case: &Case) -> Measure {
    let Some((session, consultation)) = case.consultation() else { return Measure::aside() };
    let Some(decision) = session.decision() else {
        return Measure { value: Some(0.0), causes: vec![Cause { id: "nothing-decided", weight: 1.0, ..Cause::default() }], ..Measure::default() };
    };
    if consultation.is_right(decision) {
        return Measure::plain(Some(1.0));
    }
    let (id, value) = match decision {
        Decision::DoNotTreat => ("declined-in-vain", 0.0),
        _ if consultation.is_contraindicated() => ("treated-contraindicated", 0.0),
        Decision::Treat => ("caution-missed", WITHOUT_CAUTION),
        Decision::TreatWithCaution { .. } => ("caution-wrong", WITHOUT_CAUTION),
    };
    let decided = session.events().iter().find(|event| matches!(event.kind, EventKind::Decided(_)));
    let ticks = decided.map(|event| (event.tick, event.tick));
    Measure { value: Some(value), causes: vec![Cause { id, weight: 1.0, ticks, ..Cause::default() }], ..Measure::default() }
}
