//! **Trauma**: work done tearing tissue beyond the first opening of the tracks (sweeping a deep shaft, pressing into dermis or bone)
//! ÷ number of passes, mJ. The work is the instrument's own account (`Motion::trauma_mj`). No pass: none.
//!
//! Causes: the passes, by their work.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::session::Motion;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|session| !session.passes().is_empty()) else { return Measure::default() };
    let passes = session.passes();
    let mut total = 0.0;
    let mut causes = Vec::new();
    let wanted = case.rubric.band("trauma").map_or(0.0, |band| band.full);
    for pass in passes {
        let start = session.motion().partition_point(|motion| motion.tick < pass.ticks.0);
        let own: Vec<&Motion> = session.motion()[start..].iter().take_while(|motion| motion.tick <= pass.ticks.1).collect();
        let work: f64 = own.iter().map(|motion| motion.trauma_mj).sum();
        total += work;
        let worst = own.into_iter().max_by(|a, b| a.trauma_mj.total_cmp(&b.trauma_mj));
        causes.push(Cause {
            id: "tissue-torn",
            weight: (work - wanted).max(0.0),
            at: worst.map(|motion| motion.tip),
            depth_mm: worst.map(|motion| motion.depth_mm),
            ticks: worst.map_or(Some(pass.ticks), |motion| Some((motion.tick, pass.ticks.1))),
            measured: work,
            wanted,
            args: vec![("pass", Value::count(pass.id as usize + 1))],
            ..Cause::default()
        });
    }
    Measure { value: Some(total / passes.len() as f64), causes, ..Measure::default() }
}
