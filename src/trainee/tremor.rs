//! Tremor of a hand: in each of two directions the displacement of a damped resonance that white noise drives.
//!
//! x″ + 2ζω x′ + ω² x = noise, with the noise so strong that the RMS of x is 1 (the caller scales it). The spectrum of x peaks at
//! ω√(1 − 2ζ²) and falls with the fourth power of the frequency beyond, as physiological tremor does (a mechanical and reflex
//! resonance of the hand at 8–12 Hz [recalled; uncertain]).
//!
//! **Invariant:** a step of any length is exact: state and step have the covariances of the continuous process, so the RMS does not
//! depend on the tick.

use std::f64::consts::TAU;

use rand::rngs::Xoshiro256PlusPlus;

use super::noise::normal;
use crate::geom::math;

/// The resonance of one hand, ready to be stepped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tremor {
    /// Transition of displacement and velocity (in units of ω) over a tick, by rows.
    over: [[f64; 2]; 2],
    /// Lower triangular root of the covariance of what a tick adds.
    root: [[f64; 2]; 2],
    /// Displacement and velocity in both directions.
    state: [[f64; 2]; 2],
}

impl Tremor {
    /// A resonance at `hz` with a damping ratio (0 to 1, both excluded), stepped by `dt` seconds, at rest; it settles to an RMS of 1
    /// in each direction within some periods ÷ damping.
    #[must_use]
    pub fn new(hz: f64, damping: f64, dt: f64) -> Self {
        let (zeta, angle) = (damping.clamp(0.01, 0.99), TAU * hz * dt);
        let q = (1.0 - zeta * zeta).sqrt();
        let (decay, sin, cos) = (math::exp(-zeta * angle), math::sin(q * angle), math::cos(q * angle));
        let a = [[cos + zeta / q * sin, sin / q], [-sin / q, cos - zeta / q * sin]];
        let over = a.map(|row| row.map(|value| decay * value));
        // Velocity in units of ω makes the stationary covariance the unit matrix: what a tick adds is 1 − A·Aᵀ.
        let dot = |i: usize, k: usize| over[i][0] * over[k][0] + over[i][1] * over[k][1];
        let first = (1.0 - dot(0, 0)).max(0.0).sqrt();
        let below = if first > 0.0 { -dot(1, 0) / first } else { 0.0 };
        let second = (1.0 - dot(1, 1) - below * below).max(0.0).sqrt();
        Self { over, root: [[first, 0.0], [below, second]], state: [[0.0; 2]; 2] }
    }

    /// Moves on by a tick; displacements of RMS 1 in both directions.
    pub fn step(&mut self, rng: &mut Xoshiro256PlusPlus) -> [f64; 2] {
        for state in &mut self.state {
            let pushed = [normal(rng), normal(rng)];
            let at = |i: usize| {
                self.over[i][0] * state[0] + self.over[i][1] * state[1] + self.root[i][0] * pushed[0] + self.root[i][1] * pushed[1]
            };
            *state = [at(0), at(1)];
        }
        self.state.map(|state| state[0])
    }
}
