//! **Flow steadiness**: coefficient of variation of the flow (µL/s) while threads are laid. Unit: ratio. No thread: none.
//!
//! A thread is laid from the first to the last tick of retrograde flow in a pass; its first and last 0.2 s, in which the column of
//! product builds up and relaxes, are left out. Flow and speed are means over five motion samples (1/6 s), the one filter.
//! Causes: threads, by how far their flow spreads about the mean of all.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::scoring::laid::mean_sd;
use crate::session::{LayingKind, Motion, Session};

/// Left out at either end of a thread, ticks.
const EDGE_TICKS: u64 = 24;
/// Motion samples averaged.
const WINDOW: usize = 5;

/// The windows of motion samples over which threads are laid, with the pass of each.
pub(super) fn withdrawing(session: &Session) -> Vec<(u32, &[Motion])> {
    let mut spans: Vec<(u32, u64, u64)> = Vec::new();
    for laying in session.layings().iter().filter(|laying| laying.kind == LayingKind::Retrograde) {
        match spans.last_mut().filter(|span| span.0 == laying.pass) {
            Some(span) => span.2 = laying.ticks.1,
            None => spans.push((laying.pass, laying.ticks.0, laying.ticks.1)),
        }
    }
    let mut out = Vec::new();
    for (pass, from, to) in spans {
        let start = session.motion().partition_point(|motion| motion.tick < from + EDGE_TICKS);
        let end = session.motion().partition_point(|motion| motion.tick + EDGE_TICKS <= to).max(start);
        out.extend(session.motion()[start..end].windows(WINDOW).map(|window| (pass, window)));
    }
    out
}

/// Mean of something over a window.
pub(super) fn mean(window: &[Motion], of: impl Fn(&Motion) -> f64) -> f64 {
    window.iter().map(of).sum::<f64>() / window.len() as f64
}

/// Coefficient of variation of something while threads are laid, with the threads that spread most.
pub(super) fn variation(case: &Case, id: &'static str, of: impl Fn(&Motion) -> f64) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let windows: Vec<(u32, f64, &Motion)> =
        withdrawing(session).into_iter().map(|(pass, window)| (pass, mean(window, &of), &window[WINDOW / 2])).collect();
    let Some((all, sd)) = mean_sd(windows.iter().map(|(_, value, _)| (*value, 1.0))).filter(|(all, _)| *all > 0.0) else {
        return Measure::default();
    };
    let mut causes = Vec::new();
    for thread in &case.laid.threads {
        let own = windows.iter().filter(|(pass, _, _)| *pass == thread.pass);
        let square: f64 = own.clone().map(|(_, value, _)| (value - all) * (value - all)).sum();
        let Some((own_mean, own_sd)) = mean_sd(own.clone().map(|(_, value, _)| (*value, 1.0))) else { continue };
        let worst = own.max_by(|a, b| (a.1 - all).abs().total_cmp(&(b.1 - all).abs())).map(|(_, _, motion)| motion);
        causes.push(Cause {
            id,
            weight: square,
            at: worst.map(|motion| motion.port),
            depth_mm: worst.map(|motion| motion.depth_mm),
            ticks: Some(thread.ticks),
            thread: Some(thread.number),
            measured: own_mean,
            wanted: all,
            args: vec![("mean", Value::number(own_mean, 1)), ("sd", Value::number(own_sd, 1)), ("all", Value::number(all, 1))],
            ..Cause::default()
        });
    }
    Measure { value: Some(sd / all), causes, ..Measure::default() }
}

pub(super) fn measure(case: &Case) -> Measure {
    variation(case, "uneven-flow", |motion| motion.flow_ul_s)
}
