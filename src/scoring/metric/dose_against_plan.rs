//! **Dose against plan**: |volume laid ÷ planned volume − 1|. Unit: share. **Dose volume**: volume laid, mL (reported).
//!
//! People are poor at judging volume; what lies in a vessel or on the skin is not laid. Nothing laid: none.

use super::{Case, Cause, Measure};

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|_| !case.laid.is_empty()) else { return Measure::default() };
    let planned = session.setup().planned_ml;
    if !(planned > 0.0) {
        return Measure::aside();
    }
    let laid = session.ledger().laid_ul * 1e-3;
    let cause = Cause {
        id: if laid < planned { "too-little-laid" } else { "too-much-laid" },
        weight: 1.0,
        measured: laid,
        wanted: planned,
        ..Cause::default()
    };
    Measure { value: Some((laid / planned - 1.0).abs()), causes: vec![cause], ..Measure::default() }
}

pub(super) fn volume(case: &Case) -> Measure {
    Measure::plain(case.session.map(|session| session.ledger().laid_ul * 1e-3))
}
