//! **History**: questions that bear on the planned product and were asked before it was decided ÷ all that bear on it
//! (`session::ConsultTables`). Unit: share. Set aside where the consultation is not played. Causes: the questions left out; one whose
//! answer would have been yes weighs three times [design].

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::session::Weight;

/// Weight of a question that would have told something.
const TELLING: f64 = 3.0;

pub(super) fn measure(case: &Case) -> Measure {
    let Some((session, consultation)) = case.consultation() else { return Measure::aside() };
    let bearing: Vec<u8> = consultation.bearing().collect();
    let missing = || bearing.iter().filter(|question| !session.asked().contains(question));
    let causes = missing().map(|&question| {
        let id = match consultation.weight(question) {
            Some(Weight::Contraindication) => "contraindication-not-asked",
            _ => "caution-not-asked",
        };
        let name = Value::name("question", &consultation.tables.questions[usize::from(question)].id);
        let weight = if consultation.answer(question) { TELLING } else { 1.0 };
        Cause { id, weight, args: vec![("question", name)], ..Cause::default() }
    });
    let share = 1.0 - missing().count() as f64 / bearing.len().max(1) as f64;
    Measure { value: Some(share), causes: causes.collect(), ..Measure::default() }
}
