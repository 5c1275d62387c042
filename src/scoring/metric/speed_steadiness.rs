//! **Speed steadiness**: coefficient of variation of the withdrawal speed (mm/s) while threads are laid (samples and filter as
//! [`super::flow_steadiness`]). Unit: ratio. **Withdrawal speed**: its mean, mm/s (reported; 3–10 mm/s [uncertain]).

use super::flow_steadiness::{mean as mean_of, variation, withdrawing};
use super::{Case, Measure};
use crate::scoring::laid::mean_sd;

pub(super) fn measure(case: &Case) -> Measure {
    variation(case, "uneven-speed", |motion| -motion.rate_mm_s)
}

pub(super) fn mean(case: &Case) -> Measure {
    let windows = case.session.map(withdrawing).unwrap_or_default();
    let speeds = windows.iter().map(|(_, window)| (mean_of(window, |motion| -motion.rate_mm_s), 1.0));
    Measure::plain(mean_sd(speeds).map(|(mean, _)| mean))
}
