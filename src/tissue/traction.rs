//! A pull by the other hand: skin goes along with a fingertip, which bends the tissue under the shaft and makes the skin taut.
//!
//! A material point lies in space where the pull has moved it. The movement is one vector for all, fading with the distance: on a
//! curved cheek a pull away from the entry in the line of the shaft draws the far end out, so that the curve under the shaft flattens;
//! a pull along the skin there only shifts it.
//!
//! **Invariant:** a finger that comes or goes moves nothing at once; depth is a matter of the material frame and stays.

use std::f64::consts::PI;

use crate::geom::{Vec3, math};

/// Force below which a finger counts as gone, N.
const GONE_N: f64 = 1e-3;
/// How far from its last place a finger may touch and still be the same pull, mm.
const SAME_MM: f64 = 5.0;

/// How skin goes along with a finger; read from `assets/tissue.ron`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TractionModel {
    /// Stiffness of the skin under the finger at first, N/mm.
    pub stiffness_n_mm: f64,
    /// Movement that even a strong pull does not exceed, mm.
    pub most_mm: f64,
    /// Distance over which the movement falls to 1/e, mm.
    pub reach_mm: f64,
    /// Radius of the fingertip, mm.
    pub finger_mm: f64,
    /// Time in which skin follows, s.
    pub follow_s: f64,
    /// Where the figures come from.
    pub source: String,
}

/// A finger on the skin, as the tissue feels it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Traction {
    /// Point of the resting skin under the finger, mm.
    pub at: Vec3,
    /// Force on the skin as far as it has followed, N.
    pub force: Vec3,
}

impl Traction {
    /// Lets `dt` seconds pass with a finger (point of the resting skin, force in N) or none on the skin.
    pub fn follow(&mut self, finger: Option<(Vec3, Vec3)>, model: &TractionModel, dt: f64) {
        let mut asked = Vec3::ZERO;
        if let Some((at, force)) = finger {
            if self.force.length() < GONE_N {
                self.at = at;
            }
            if at.distance(self.at) < SAME_MM {
                self.at = at;
                asked = force;
            }
        }
        self.force += (asked - self.force) * (dt / model.follow_s).min(1.0);
        if finger.is_none() && self.force.length() < GONE_N {
            *self = Self::default();
        }
    }

    /// Whether nothing pulls.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.force == Vec3::ZERO
    }

    /// How far a point of the resting patient is moved, mm: u = F/(k + |F|/most), fading as exp(−r/reach).
    #[must_use]
    pub fn moved(&self, point: Vec3, model: &TractionModel) -> Vec3 {
        if self.is_none() {
            return Vec3::ZERO;
        }
        let stiffness = model.stiffness_n_mm + self.force.length() / model.most_mm;
        self.force / stiffness * math::exp(-self.at.distance(point) / model.reach_mm)
    }

    /// Tension that the pull puts into the skin at a point (mm) with its unit normal, N/mm: the part of the force in the skin's plane
    /// over the circle about the finger on which the point lies.
    #[must_use]
    pub fn tension_n_mm(&self, point: Vec3, normal: Vec3, model: &TractionModel) -> f64 {
        let along = self.force - normal * self.force.dot(normal);
        along.length() / (2.0 * PI * (self.at.distance(point) + model.finger_mm))
    }
}
