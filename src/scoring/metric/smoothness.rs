//! **Smoothness**: log dimensionless jerk of the hub while in tissue, −ln( T⁶ ÷ D² · mean|j|² ), T the time in tissue (s), D the
//! hub's path (mm), j its third derivative (mm/s³) (Hogan & Sternad 2009;
//! Balasubramanian 2012). Larger (less negative) is smoother.
//!
//! The one filter: hub positions at 30 Hz, averaged three times over five samples (zero phase, −3 dB near 2.3 Hz), then third
//! differences over six samples. Too little smoothing makes this metric unreliable (ECOSYSTEM), so by default it is reported, not graded.

use super::{Case, Measure};
use crate::geom::{Vec3, math};
use crate::session::{DT, TICKS_PER_SECOND};

/// Samples averaged, three times.
const WINDOW: usize = 5;
/// Samples between the points of a difference.
const LAG: usize = 2;

fn averaged(points: &[Vec3]) -> Vec<Vec3> {
    points.windows(WINDOW).map(|window| window.iter().sum::<Vec3>() / WINDOW as f64).collect()
}

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let motion: Vec<_> = session.motion().iter().filter(|motion| motion.inserted_mm > 0.0).collect();
    if motion.len() < 60 {
        return Measure::default();
    }
    let step = (motion[1].tick - motion[0].tick).clamp(1, TICKS_PER_SECOND) as f64 * DT;
    let points: Vec<Vec3> = motion.iter().map(|motion| motion.hub).collect();
    let smooth = averaged(&averaged(&averaged(&points)));
    let time = smooth.len() as f64 * step;
    let path: f64 = smooth.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let lag = LAG as f64 * step;
    let jerks = smooth.windows(3 * LAG + 1).map(|w| (w[3 * LAG] - w[2 * LAG] * 3.0 + w[LAG] * 3.0 - w[0]) / (lag * lag * lag));
    let (sum, count) = jerks.fold((0.0, 0.0), |(sum, count), jerk| (sum + jerk.length_squared(), count + 1.0));
    let t2 = time * time;
    let dimensionless = t2 * t2 * t2 / (path * path) * (sum / count);
    Measure::plain((path > 0.0 && dimensionless > 0.0).then(|| -math::ln(dimensionless)))
}
