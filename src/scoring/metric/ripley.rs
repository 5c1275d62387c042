//! **Ripley's L** of where the product lies: L(r) = √(K(r)/π), K(r) = A/(n(n−1)) Σᵢ Σⱼ≠ᵢ w(i, dᵢⱼ) for the pairs no further than r
//! apart (Ripley 1976), A the zone's area, w Ripley's isotropic correction: 1 ÷ the share of the circle through j about i that the
//! zone encloses. Given is L(r) − r in mm at r = 10 mm: 0 for points strewn at random, above 0 clumped, below 0 kept apart.
//! `ripley_l_plain` is the same with w = 1.
//!
//! The points are samples 5 mm apart along the threads, in the zone, seen in its chart: the zone is flattened by looking at it along
//! its chart's normal, not along geodesics, which shortens distances towards a round zone's rim. Reported, never graded: threads are
//! lines, and the points of a line are never apart from each other. Fewer than two points: none.

use super::{Case, Measure};
use crate::geom::{math, polygon};
use std::f64::consts::{PI, TAU};

/// Radius at which L is read, mm: between the spacing of threads and the width of a zone [design].
const RADIUS_MM: f64 = 10.0;
/// Distance between samples, mm.
const STEP_MM: f64 = 5.0;
/// Points of a circle that are looked at for its share in the zone.
const AROUND: u32 = 72;

pub(super) fn measure(case: &Case) -> Measure {
    let zone = case.laid.ground.zone();
    let points = samples(case);
    l_less_r(case, &points, |i, far| share(zone.polygon(), points[i], far))
}

pub(super) fn plain(case: &Case) -> Measure {
    l_less_r(case, &samples(case), |_, _| 1.0)
}

fn l_less_r(case: &Case, points: &[(f64, f64)], share: impl Fn(usize, f64) -> f64) -> Measure {
    let k = ripley_k(points, case.laid.ground.area_mm2(), RADIUS_MM, share);
    Measure::plain(k.map(|k| (k / PI).sqrt() - RADIUS_MM))
}

fn samples(case: &Case) -> Vec<(f64, f64)> {
    let laid = case.laid;
    let zone = laid.ground.zone();
    let feet = (0..laid.threads.len()).flat_map(|thread| laid.samples(thread, STEP_MM));
    feet.filter(|foot| zone.contains(*foot)).map(|foot| { let (u, v, _) = zone.frame.local(foot); (u, v) }).collect()
}

/// Share of the circle of radius `far` about a point that the outline encloses; at least one of its points.
fn share(outline: &[(f64, f64)], (u, v): (f64, f64), far: f64) -> f64 {
    let within = (0..AROUND).filter(|k| {
        let angle = TAU * (f64::from(*k) + 0.5) / f64::from(AROUND);
        polygon::contains(outline, (u + far * math::cos(angle), v + far * math::sin(angle)))
    });
    within.count().max(1) as f64 / f64::from(AROUND)
}

/// Ripley's K in mm² of points in an area (mm²) at a radius (mm); `share` gives the part of the circle about a point (its index, the
/// radius) that lies in the area, 1 for no correction. Fewer than two points or no area: none.
///
/// Pairs are found in a sweep along the first coordinate: O(n log n + n · points in a strip 2r wide).
#[must_use]
pub fn ripley_k(points: &[(f64, f64)], area_mm2: f64, radius_mm: f64, share: impl Fn(usize, f64) -> f64) -> Option<f64> {
    if points.len() < 2 || !(area_mm2 > 0.0) {
        return None;
    }
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|&a, &b| points[a].0.total_cmp(&points[b].0).then(a.cmp(&b)));
    let mut sum = 0.0;
    for (at, &i) in order.iter().enumerate() {
        for &j in order[at + 1..].iter().take_while(|&&j| points[j].0 - points[i].0 <= radius_mm) {
            let far = math::hypot(points[j].0 - points[i].0, points[j].1 - points[i].1);
            if far <= radius_mm {
                sum += 1.0 / share(i, far) + 1.0 / share(j, far);
            }
        }
    }
    let n = points.len() as f64;
    Some(area_mm2 * sum / (n * (n - 1.0)))
}
