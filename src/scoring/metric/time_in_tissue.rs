//! **Time in tissue**: time with the tip in the patient, s (reported). No pass: 0.

use super::{Case, Measure};
use crate::session::TICKS_PER_SECOND;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let mut ticks = 0;
    for pair in session.motion().windows(2).filter(|pair| pair[1].inserted_mm > 0.0) {
        ticks += pair[1].tick - pair[0].tick;
    }
    Measure::plain(Some(ticks as f64 / TICKS_PER_SECOND as f64))
}
