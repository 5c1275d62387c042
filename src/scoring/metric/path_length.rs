//! **Path length** of the tip in mm, from sample to sample (30 a second), in all and in tissue (reported); **path economy**: path in
//! tissue ÷ twice the sum of the passes' greatest inserted lengths, which is what the same passes need at least (1 is best).
//!
//! Path length alone tells novice from expert badly (AUC 0.61, central venous access: ECOSYSTEM), so it is not graded by default.

use super::{Case, Measure};
use crate::session::{Motion, Session};

fn length(session: &Session, counts: impl Fn(&Motion) -> bool) -> f64 {
    let pairs = session.motion().windows(2);
    pairs.filter(|pair| counts(&pair[0]) && counts(&pair[1])).map(|pair| pair[0].tip.distance(pair[1].tip)).sum()
}

pub(super) fn measure(case: &Case) -> Measure {
    Measure::plain(case.session.map(|session| length(session, |_| true)))
}

pub(super) fn in_tissue(case: &Case) -> Measure {
    Measure::plain(case.session.map(|session| length(session, |motion| motion.inserted_mm > 0.0)))
}

pub(super) fn economy(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    // A pass that begins within the tissue needs only the way from its turning point.
    let mut needed = 0.0;
    for pass in session.passes() {
        let start = session.motion().partition_point(|motion| motion.tick < pass.ticks.0);
        let own = session.motion()[start..].iter().take_while(|motion| motion.tick <= pass.ticks.1);
        let (first, last) = (own.clone().next(), own.last());
        let begin = first.map_or(0.0, |motion| motion.inserted_mm);
        let end = last.map_or(0.0, |motion| motion.inserted_mm);
        needed += 2.0 * pass.reach_mm - begin.min(pass.reach_mm) - end.min(pass.reach_mm);
    }
    let path = length(session, |motion| motion.inserted_mm > 0.0);
    Measure::plain((needed > 0.0).then(|| path / needed))
}
