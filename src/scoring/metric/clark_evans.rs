//! **Clark–Evans R** of the threads' middles (Clark & Evans 1954; edge correction Donnelly 1978): mean distance to the nearest
//! neighbour ÷ (½√(A/n) + (0.0514 + 0.041/√n)·P/n), A the zone's area, P its outline's length. Unit: ratio; 1 is random, above 1 even.
//! `clark_evans_plain` is the same without the edge correction (P = 0).
//!
//! Reported, never graded: it cannot tell an even fan from a one-sided one (DESIGN §5). A middle is the thread's centroid by mass.
//! Fewer than two threads: none.

use super::{Case, Measure};
use crate::geom::Vec3;

pub(super) fn measure(case: &Case) -> Measure {
    let ground = &case.laid.ground;
    Measure::plain(clark_evans(&middles(case), ground.area_mm2(), ground.perimeter_mm()))
}

pub(super) fn plain(case: &Case) -> Measure {
    Measure::plain(clark_evans(&middles(case), case.laid.ground.area_mm2(), 0.0))
}

fn middles(case: &Case) -> Vec<Vec3> {
    let laid = case.laid;
    laid.threads
        .iter()
        .filter(|thread| thread.caha_mg > 0.0)
        .map(|thread| {
            let sum = thread.beads.iter().fold(Vec3::ZERO, |sum, &i| sum + laid.beads[i].foot * laid.beads[i].caha_mg);
            sum / thread.caha_mg
        })
        .collect()
}

/// R of points on a surface of an area (mm²) and perimeter (mm).
pub(super) fn clark_evans(points: &[Vec3], area_mm2: f64, perimeter_mm: f64) -> Option<f64> {
    if points.len() < 2 || !(area_mm2 > 0.0) {
        return None;
    }
    let n = points.len() as f64;
    let mut sum = 0.0;
    for (i, p) in points.iter().enumerate() {
        let others = points.iter().enumerate().filter(|(j, _)| *j != i);
        sum += others.map(|(_, q)| p.distance_squared(*q)).fold(f64::INFINITY, f64::min).sqrt();
    }
    let expected = 0.5 * (area_mm2 / n).sqrt() + (0.0514 + 0.041 / n.sqrt()) * perimeter_mm / n;
    Some(sum / n / expected)
}
