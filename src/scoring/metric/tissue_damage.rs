//! **Tissue damage**: area in mm² that the shaft swept through in the tissue: between two samples (30 a second) of a pass the triangle of
//! the tip, where it was before, and the entry point. As Perk Tutor's metric of that name, which takes two triangles because its needle
//! leaves the skin anywhere; here it leaves at the entry point. See also [`crate::scoring::motion`].
//!
//! Reported, not graded: `trauma` is the work that the tearing took, which depends on the tissue as well. Not inserted: none.

use super::{Case, Measure};

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let mut area = None;
    for pass in session.passes() {
        let Some(entry) = session.entries().get(pass.entry as usize) else { continue };
        let start = session.motion().partition_point(|motion| motion.tick < pass.ticks.0);
        let end = session.motion().partition_point(|motion| motion.tick <= pass.ticks.1);
        for pair in session.motion()[start..end].windows(2).filter(|pair| pair.iter().all(|motion| motion.inserted_mm > 0.0)) {
            let swept = 0.5 * (pair[0].tip - entry.point).cross(pair[1].tip - entry.point).length();
            area = Some(area.unwrap_or(0.0) + swept);
        }
    }
    Measure::plain(area)
}
