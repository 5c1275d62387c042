//! **Depth steadiness**: mean over threads, by mass, of the standard deviation of the depth below the dermal–fat boundary
//! along the thread (by mass), mm. **Depth mean error**: mean by mass of |b − middle of the target plane|, mm (reported).
//!
//! Without what was laid within the skin exit. A bolus has deviation 0. Nothing laid: none.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::scoring::laid::mean_sd;
use crate::session::LayingKind;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    let band = case.rubric.band("depth_steadiness");
    let full = band.map_or(0.0, |band| band.full);
    let (mut mass, mut sum, mut causes) = (0.0, 0.0, Vec::new());
    for thread in &laid.threads {
        let beads = thread.beads.iter().map(|&i| &laid.beads[i]).filter(|bead| bead.kind != LayingKind::AtExit);
        let Some((mean, sd)) = mean_sd(beads.clone().map(|bead| (bead.below_mm, bead.caha_mg))) else { continue };
        let own: f64 = beads.clone().map(|bead| bead.caha_mg).sum();
        mass += own;
        sum += own * sd;
        let worst = beads.max_by(|a, b| (a.below_mm - mean).abs().total_cmp(&(b.below_mm - mean).abs()));
        if let Some(worst) = worst
            && sd > full
        {
            causes.push(Cause {
                id: "thread-wanders",
                weight: own * (sd - full),
                at: Some(worst.position),
                depth_mm: Some(worst.depth_mm),
                ticks: Some(worst.ticks),
                thread: Some(thread.number),
                laying: Some(worst.laying),
                measured: sd,
                wanted: full,
                args: vec![("mean", Value::number(mean, 1))],
            });
        }
    }
    Measure { value: (mass > 0.0).then(|| sum / mass), causes, ..Measure::default() }
}

pub(super) fn mean_error(case: &Case) -> Measure {
    let middle = 0.5 * (case.laid.plane.from_mm + case.laid.plane.to_mm);
    let beads = case.laid.beads.iter().filter(|bead| bead.kind != LayingKind::AtExit);
    Measure::plain(mean_sd(beads.map(|bead| ((bead.below_mm - middle).abs(), bead.caha_mg))).map(|(mean, _)| mean))
}
