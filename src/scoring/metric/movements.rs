//! **Translations** and **rotations**: number of hand movements while in tissue ÷ number of threads. A translation begins when the
//! hub's speed rises above 8 mm/s and ends when it falls below 4 mm/s; a rotation begins when the shaft turns faster than
//! 0.12 rad/s and ends below 0.06 rad/s [design thresholds; two, so that noise about one of them counts once].
//!
//! Speeds are differences of samples 1/30 s apart, averaged over five samples. Movement counts tell novice from expert (AUC
//! 0.86–0.97, central venous access: ECOSYSTEM). Nothing laid: none.

use super::{Case, Measure};
use crate::geom::math;
use crate::session::{DT, Motion};

/// Samples averaged.
const WINDOW: usize = 5;

/// Number of times a speed rises above `begin` after having been below `end`.
fn count(speeds: &[f64], begin: f64, end: f64) -> usize {
    let (mut moving, mut movements) = (false, 0);
    for window in speeds.windows(WINDOW) {
        let speed = window.iter().sum::<f64>() / WINDOW as f64;
        if !moving && speed > begin {
            moving = true;
            movements += 1;
        } else if moving && speed < end {
            moving = false;
        }
    }
    movements
}

fn per_thread(case: &Case, begin: f64, end: f64, speed: impl Fn(&Motion, &Motion) -> f64) -> Measure {
    let threads = case.laid.threads.len();
    let Some(session) = case.session.filter(|_| threads > 0) else { return Measure::default() };
    let speeds: Vec<f64> = session
        .motion()
        .windows(2)
        .map(|pair| {
            let time = (pair[1].tick - pair[0].tick) as f64 * DT;
            if pair[1].inserted_mm > 0.0 && time > 0.0 { speed(&pair[0], &pair[1]) / time } else { 0.0 }
        })
        .collect();
    Measure::plain(Some(count(&speeds, begin, end) as f64 / threads as f64))
}

pub(super) fn translations(case: &Case) -> Measure {
    per_thread(case, 8.0, 4.0, |a, b| a.hub.distance(b.hub))
}

pub(super) fn rotations(case: &Case) -> Measure {
    per_thread(case, 0.12, 0.06, |a, b| 2.0 * math::asin(0.5 * a.direction.distance(b.direction)))
}
