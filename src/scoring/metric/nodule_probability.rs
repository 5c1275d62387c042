//! **Nodule probability**: see [`crate::scoring::nodule`]. Unit: share. Its points are log-linear between the band's ends:
//! full at ≤ 1 %, none at ≥ 12 % [design: DESIGN §5]. Nothing laid: 0.
//!
//! Causes: the hazard by thread and by what drives it there.

use super::{Case, Cause, Measure};
use crate::lang::Value;
use crate::scoring::nodule::Driver;

pub(super) fn measure(case: &Case) -> Measure {
    let (laid, risk) = (case.laid, case.nodule);
    let mut causes = Vec::new();
    for (t, thread) in laid.threads.iter().enumerate() {
        for driver in Driver::ALL {
            let beads = thread.beads.iter().filter(|&&i| risk.drivers[i] == driver);
            let hazard: f64 = beads.clone().map(|&i| risk.hazards[i]).sum();
            let Some(&worst) = beads.clone().max_by(|&&a, &&b| risk.hazards[a].total_cmp(&risk.hazards[b])) else { continue };
            let bead = &laid.beads[worst];
            let (measured, wanted) = match driver {
                Driver::Shallow => (bead.depth_mm, laid.wanted_mm(bead).0 + 0.5),
                Driver::Pile => (bead.local_ul, crate::scoring::nodule::PILE_UL),
                Driver::Mobile | Driver::Product => (100.0 * risk.probability, 100.0 * case.rubric.band("nodule_probability").map_or(0.01, |band| band.full)),
            };
            causes.push(Cause {
                id: driver.finding(),
                weight: hazard,
                at: Some(bead.position),
                depth_mm: Some(bead.depth_mm),
                ticks: Some(bead.ticks),
                thread: Some(laid.threads[t].number),
                laying: Some(bead.laying),
                measured,
                wanted,
                args: vec![
                    ("share", Value::number(100.0 * hazard / risk.expected.max(1e-300), 0)),
                    ("probability", Value::number(100.0 * risk.probability, 1)),
                    ("length", Value::number(beads.map(|&i| laid.beads[i].length_mm).sum(), 0)),
                ],
            });
        }
    }
    Measure { value: Some(risk.probability), causes, ..Measure::default() }
}
