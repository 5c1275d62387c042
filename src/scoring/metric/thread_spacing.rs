//! **Thread spacing**: mean distance from samples 1 mm apart along the threads to the nearest other thread ÷ (zone area ÷ length
//! of thread in all). Unit: ratio; near 1 when the threads share the zone evenly, small when they lie on one another.
//!
//! Threads of at least 5 mm count; distances are straight between foot points. Fewer than two threads: none.
//! Causes: threads nearer to their neighbour than they should be.

use super::{Case, Cause, Measure};
use crate::geom::Vec3;
use crate::lang::Value;

/// Shortest thread that counts, mm.
const SHORTEST_MM: f64 = 5.0;
/// Distance between samples, mm.
const STEP_MM: f64 = 1.0;

pub(super) fn measure(case: &Case) -> Measure {
    let laid = case.laid;
    let long: Vec<usize> = (0..laid.threads.len()).filter(|&t| laid.threads[t].length_mm >= SHORTEST_MM).collect();
    let length: f64 = long.iter().map(|&t| laid.threads[t].length_mm).sum();
    if long.len() < 2 || !(laid.ground.area_mm2() > 0.0) {
        return Measure::default();
    }
    let even = laid.ground.area_mm2() / length;
    let full = case.rubric.band("thread_spacing").map_or(1.0, |band| band.full);
    let points: Vec<Vec<Vec3>> = long.iter().map(|&t| laid.samples(t, STEP_MM)).collect();
    let (mut sum, mut count, mut causes) = (0.0, 0.0, Vec::new());
    for (k, &t) in long.iter().enumerate() {
        let (mut own, mut close) = (0.0, (f64::INFINITY, 0usize, Vec3::ZERO));
        let mut spread = vec![0.0_f64; long.len()];
        for &p in &points[k] {
            let mut nearest = (f64::INFINITY, k);
            for (other, feet) in points.iter().enumerate().filter(|(other, _)| *other != k) {
                let d = feet.iter().map(|foot| foot.distance_squared(p)).fold(f64::INFINITY, f64::min);
                if d < nearest.0 {
                    nearest = (d, other);
                }
            }
            let d = nearest.0.sqrt();
            own += d;
            spread[nearest.1] += 1.0;
            if d < close.0 {
                close = (d, nearest.1, p);
            }
        }
        sum += own;
        count += points[k].len() as f64;
        let mean = own / points[k].len() as f64;
        let short = full * even - mean;
        if short > 0.0 {
            // The neighbour it has on most of its way.
            let other = (0..long.len()).max_by(|&a, &b| spread[a].total_cmp(&spread[b])).unwrap_or(close.1);
            let thread = &laid.threads[t];
            causes.push(Cause {
                id: "threads-crowded",
                weight: short * points[k].len() as f64,
                at: points[k].get(points[k].len() / 2).copied(),
                ticks: Some(thread.ticks),
                thread: Some(thread.number),
                measured: mean,
                wanted: even,
                args: vec![("other", Value::count(laid.threads[long[other]].number))],
                ..Cause::default()
            });
        }
    }
    let short: f64 = causes.iter().map(|cause: &Cause| cause.weight).sum();
    case.weigh("thread_spacing", &mut causes, short, |left| (sum + short - left) / count / even);
    Measure { value: Some(sum / count / even), causes, ..Measure::default() }
}
