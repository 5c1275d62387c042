//! **Concentration**: volume-weighted mean of |`CaHA` per volume laid ÷ what the plan asks for − 1|, over everything laid. Unit: share. Set
//! aside where the preparation is given; nothing laid: none. Causes: another product or ratio than the plan's, and each thread's own
//! deviation: a mixture that was not mixed, or that has settled, leaves thin and then rich.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::session::Phase;

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let setup = session.setup();
    if !setup.phases.contains(&Phase::Prepare) {
        return Measure::aside();
    }
    let wanted = setup.mixture.caha_mg_per_ml;
    let made = &session.mixture().preparation;
    let plan = &setup.mixture.preparation;
    let other = made.product != plan.product || (made.ratio - plan.ratio).abs() > 0.01;
    let (mut volume, mut off, mut causes) = (0.0, 0.0, Vec::new());
    for thread in &case.laid.threads {
        let own: f64 = thread.beads.iter().map(|&bead| case.laid.beads[bead].volume_ul).sum();
        if !(own > 0.0 && wanted > 0.0) {
            continue;
        }
        let got = thread.caha_mg / own * 1e3;
        let share = (got / wanted - 1.0).abs();
        volume += own;
        off += own * share;
        let bead = thread.beads.first().map(|&bead| &case.laid.beads[bead]);
        causes.push(Cause {
            id: if got < wanted { "thread-thin" } else { "thread-rich" },
            weight: own * share,
            at: bead.map(|bead| bead.position),
            ticks: Some(thread.ticks),
            thread: Some(thread.number),
            measured: got,
            wanted,
            ..Cause::default()
        });
    }
    if other {
        let whole = made.ratio;
        causes = vec![Cause {
            id: "other-preparation",
            weight: 1.0,
            measured: whole,
            wanted: plan.ratio,
            args: vec![("made", Value::text(&*made.product)), ("asked", Value::text(&*plan.product))],
            ..Cause::default()
        }];
    }
    Measure { value: (volume > 0.0).then(|| off / volume), causes, ..Measure::default() }
}
