//! **Idle passes**: passes that laid no retrograde thread of at least 5 mm ÷ all passes. Unit: share. Each pass is a channel torn for
//! nothing. **Passes per entry**: passes ÷ entry points that were used (reported; 5–10 threads a fan [recalled; uncertain]). No pass: none.

use super::{Case, Cause, Measure};
use crate::session::LayingKind;

/// Shortest thread that makes a pass worth while, mm.
const SHORTEST_MM: f64 = 5.0;
/// Passes that reached less than this far are the entry itself, mm.
const REACH_MM: f64 = 8.0;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session.filter(|session| !session.passes().is_empty()) else { return Measure::default() };
    let passes: Vec<_> = session.passes().iter().filter(|pass| pass.reach_mm >= REACH_MM).collect();
    if passes.is_empty() {
        return Measure::default();
    }
    let length = |pass: u32| -> f64 {
        let own = session.layings().iter().filter(|laying| laying.pass == pass && laying.kind == LayingKind::Retrograde);
        own.map(|laying| laying.length_mm).sum()
    };
    let idle: Vec<_> = passes.iter().filter(|pass| length(pass.id) < SHORTEST_MM).collect();
    let causes = idle.iter().map(|pass| Cause {
        id: "idle-pass",
        weight: pass.reach_mm,
        at: Some(pass.far_end),
        ticks: Some(pass.ticks),
        measured: pass.reach_mm,
        args: vec![("pass", crate::lang::Value::count(pass.id as usize + 1))],
        ..Cause::default()
    });
    Measure { value: Some(idle.len() as f64 / passes.len() as f64), causes: causes.collect(), ..Measure::default() }
}

pub(super) fn per_entry(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let mut used: Vec<u32> = session.passes().iter().map(|pass| pass.entry).collect();
    used.dedup();
    used.sort_unstable();
    used.dedup();
    Measure::plain((!used.is_empty()).then(|| session.passes().len() as f64 / used.len() as f64))
}
