//! **Speed steadiness**: coefficient of variation of the withdrawal speed (mm/s) over the motion samples that lay product while
//! withdrawing (as [`super::flow_steadiness`]). Unit: ratio. **Withdrawal speed**: its mean, mm/s (reported; 3–10 mm/s [uncertain]).

use super::flow_steadiness::{variation, withdrawing};
use super::{Case, Measure};
use crate::scoring::laid::mean_sd;

pub(super) fn measure(case: &Case) -> Measure {
    variation(case, "uneven-speed", |motion| -motion.rate_mm_s)
}

pub(super) fn mean(case: &Case) -> Measure {
    let samples = case.session.map(withdrawing).unwrap_or_default();
    Measure::plain(mean_sd(samples.iter().map(|(_, motion)| (-motion.rate_mm_s, 1.0))).map(|(mean, _)| mean))
}
