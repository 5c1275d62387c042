//! **Nodule probability**: see [`crate::scoring::nodule`]. Unit: share. Its points are log-linear between the band's ends:
//! full at ≤ 1 %, none at ≥ 12 % [design: DESIGN §5]. Nothing laid: 0.
//!
//! Causes: the hazard by thread and by what drives it there, weighed by the points that they take: faults (too shallow,
//! piled up) take what lifts the probability over that of the same product laid well, the product as such what that would cost.

use super::{Case, Cause, LOGARITHMIC, Measure};
use crate::geom::math;
use crate::lang::Value;
use crate::scoring::nodule::Driver;

pub(super) fn measure(case: &Case) -> Measure {
    let (laid, risk) = (case.laid, case.nodule);
    let (mut causes, mut excess) = (Vec::new(), Vec::new());
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
            excess.push(beads.clone().map(|&i| risk.excess[i]).sum::<f64>());
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
    weigh(case, &mut causes, &excess);
    Measure { value: Some(risk.probability), causes, ..Measure::default() }
}

/// Makes hazards into points: what would come back without the causes' excess goes to the faults, the rest to all, by the hazard left.
fn weigh(case: &Case, causes: &mut [Cause], excess: &[f64]) {
    let Some(band) = case.rubric.band(LOGARITHMIC) else { return };
    let all: f64 = causes.iter().map(|cause| cause.weight).sum();
    let over: f64 = excess.iter().sum();
    let left = (all - over).max(0.0);
    let probability = |expected: f64| 1.0 - math::exp(-expected);
    let points = |expected: f64| band.points(probability(expected), true);
    let (faults, rest) = (points(left) - points(all), 1.0 - points(left));
    let base: Vec<f64> = causes.iter().zip(excess).map(|(cause, over)| (cause.weight - over).max(0.0)).collect();
    causes.iter_mut().zip(excess).for_each(|(cause, over)| cause.weight = *over);
    case.weigh(LOGARITHMIC, causes, over, |over| probability(left + over));
    let sum: f64 = causes.iter().map(|cause| cause.weight).sum::<f64>().max(1e-300);
    for (cause, base) in causes.iter_mut().zip(base) {
        cause.weight = faults * cause.weight / sum + rest * base / left.max(1e-300);
    }
}
