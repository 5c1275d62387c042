//! **Largest gap**: diameter in mm of the largest empty circle whose centre is a cell of the zone: twice the greatest distance
//! from a cell's centre to the nearest product (straight between foot points).
//!
//! An entry point counts as product: the 5–10 mm before it are left free on purpose [recalled practice; design]. Nothing laid: none.

use super::{Case, Cause, Measure};
use crate::lang::Value;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    if laid.is_empty() {
        return Measure::default();
    }
    let mut largest: Option<(f64, usize)> = None;
    for (i, cell) in laid.ground.cells().iter().enumerate() {
        let feet = laid.beads.iter().map(|bead| bead.foot).chain(laid.entries.iter().copied());
        let square = feet.map(|foot| foot.distance_squared(cell.point)).fold(f64::INFINITY, f64::min);
        if largest.is_none_or(|(known, _)| square > known) {
            largest = Some((square, i));
        }
    }
    let Some((square, i)) = largest else { return Measure::default() };
    let gap = 2.0 * square.sqrt();
    let at = laid.ground.cells()[i].point;
    let mut threads: Vec<(f64, usize)> = Vec::new();
    for thread in &laid.threads {
        let near = thread.beads.iter().map(|&b| laid.beads[b].foot.distance_squared(at)).fold(f64::INFINITY, f64::min);
        threads.push((near, thread.number));
    }
    threads.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let second = threads.get(1).map_or(0, |&(_, number)| number);
    let wanted = case.rubric.band("largest_gap").map_or(0.0, |band| band.full);
    let cause = Cause {
        id: "gap",
        weight: 1.0,
        at: Some(at),
        thread: threads.first().map(|&(_, number)| number),
        measured: gap,
        wanted,
        args: vec![("other", Value::count(second))],
        ..Cause::default()
    };
    Measure { value: Some(gap), causes: vec![cause], ..Measure::default() }
}
