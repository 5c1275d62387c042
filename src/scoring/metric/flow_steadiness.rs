//! **Flow steadiness**: coefficient of variation of the flow (µL/s) over the motion samples that lay product while withdrawing,
//! without the first and last 0.2 s of each run, in which the column of product builds up and relaxes. Unit: ratio. None: no such sample.
//!
//! Causes: threads, by how far their flow spreads about the mean of all.

use super::{Case, Cause, Measure};
use crate::scoring::laid::mean_sd;
use crate::session::{LayingKind, Motion, Session};

/// Left out at either end of a run, ticks.
const EDGE_TICKS: u64 = 24;

/// The motion samples within a retrograde laying, without its ends, with the laying's place in the list.
pub(super) fn withdrawing(session: &Session) -> Vec<(usize, &Motion)> {
    let mut out = Vec::new();
    for (i, laying) in session.layings().iter().enumerate().filter(|(_, laying)| laying.kind == LayingKind::Retrograde) {
        let (from, to) = (laying.ticks.0 + EDGE_TICKS, laying.ticks.1.saturating_sub(EDGE_TICKS));
        let start = session.motion().partition_point(|motion| motion.tick < from);
        out.extend(session.motion()[start..].iter().take_while(|motion| motion.tick <= to).map(|motion| (i, motion)));
    }
    out
}

/// Coefficient of variation of something over the retrograde samples, with the threads that spread most.
pub(super) fn variation(case: &Case, id: &'static str, of: impl Fn(&Motion) -> f64) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let samples = withdrawing(session);
    let Some((mean, sd)) = mean_sd(samples.iter().map(|(_, motion)| (of(motion), 1.0))).filter(|(mean, _)| *mean > 0.0) else {
        return Measure::default();
    };
    let mut causes = Vec::new();
    for (i, laying) in session.layings().iter().enumerate() {
        let own = samples.iter().filter(|(at, _)| *at == i);
        let square: f64 = own.clone().map(|(_, motion)| (of(motion) - mean) * (of(motion) - mean)).sum();
        let Some((own_mean, own_sd)) = mean_sd(own.clone().map(|(_, motion)| (of(motion), 1.0))) else { continue };
        let worst = own.max_by(|(_, a), (_, b)| (of(a) - mean).abs().total_cmp(&(of(b) - mean).abs()));
        let args = vec![
            ("mean", crate::lang::Value::number(own_mean, 1)),
            ("sd", crate::lang::Value::number(own_sd, 1)),
            ("all", crate::lang::Value::number(mean, 1)),
        ];
        causes.push(Cause {
            id,
            weight: square,
            at: worst.map(|(_, motion)| motion.port),
            depth_mm: worst.map(|(_, motion)| motion.depth_mm),
            ticks: Some(laying.ticks),
            thread: case.laid.threads.iter().find(|thread| thread.pass == laying.pass).map(|thread| thread.number),
            laying: Some(laying.id),
            measured: own_mean,
            wanted: mean,
            args,
        });
    }
    Measure { value: Some(sd / mean), causes, ..Measure::default() }
}

pub(super) fn measure(case: &Case) -> Measure {
    variation(case, "uneven-flow", |motion| motion.flow_ul_s)
}
