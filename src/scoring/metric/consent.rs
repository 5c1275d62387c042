//! **Consent**: points of the consent that were noted ÷ those that belong to the treatment. Unit: share. Set aside where the consultation
//! is not played, and where it was rightly decided not to treat: nobody agrees to what is not done. Causes: the points left out.

use super::{Case, Cause, Measure};
use crate::lang::Value;

pub(super) fn measure(case: &Case) -> Measure {
    let Some((session, consultation)) = case.consultation() else { return Measure::aside() };
    if case.rightly_declined() {
        return Measure::aside();
    }
    let missing = consultation.consents.iter().filter(|point| !session.noted().contains(point));
    let causes: Vec<Cause> = missing
        .map(|&point| {
            let name = Value::name("consent", &consultation.tables.consents[usize::from(point)].id);
            Cause { id: "not-consented", weight: 1.0, args: vec![("point", name)], ..Cause::default() }
        })
        .collect();
    let share = 1.0 - causes.len() as f64 / consultation.consents.len().max(1) as f64;
    Measure { value: Some(share), causes, ..Measure::default() }
}
