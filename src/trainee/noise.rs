//! Deviates that a person's errors are drawn from.

use rand::{RngExt, rngs::Xoshiro256PlusPlus};

use crate::geom::math;
use crate::session::DT;

/// A standard normal deviate (sum of twelve uniforms: no transcendental functions, tails cut at six).
pub(super) fn normal(rng: &mut Xoshiro256PlusPlus) -> f64 {
    (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0
}

/// An error that comes and goes: an Ornstein–Uhlenbeck process of variance 1, exact at the tick.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Drift(f64);

impl Drift {
    /// One tick of a process with this correlation time (s); the value after it.
    pub(super) fn step(&mut self, time_s: f64, rng: &mut Xoshiro256PlusPlus) -> f64 {
        let keep = math::exp(-DT / time_s);
        self.0 = self.0 * keep + (1.0 - keep * keep).sqrt() * normal(rng);
        self.0
    }

    /// The value now.
    pub(super) fn now(self) -> f64 {
        self.0
    }
}
