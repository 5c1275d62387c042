//! A hand that steers the hub by rates about an entry point: the one way in which persons and synthetic operators hold the syringe.

use crate::geom::{Vec3, math};
use crate::instrument::HubPose;

/// Rates of the hand, all zero when it rests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Steer {
    /// Along the shaft, mm/s, positive into the patient.
    pub advance_mm_s: f64,
    /// Turn of the shaft in the skin plane, rad/s.
    pub yaw_rad_s: f64,
    /// Turn of the shaft towards the depth, rad/s (positive: tip deeper, hub up).
    pub pitch_rad_s: f64,
    /// Hub away from the skin without turning, mm/s.
    pub lift_mm_s: f64,
}

/// Pose of the hub about an entry point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// Entry point on the resting skin.
    pub pivot: Vec3,
    /// Outward skin normal at the pivot.
    pub normal: Vec3,
    /// Direction in the skin plane at yaw 0.
    pub ahead: Vec3,
    /// Length of the cannula from hub to tip, mm.
    pub length_mm: f64,
    /// Length past the pivot if the shaft were straight, mm; negative while the tip is outside.
    pub advance_mm: f64,
    /// Yaw in rad, positive counter-clockwise about the outward normal.
    pub yaw: f64,
    /// Pitch below the skin plane in rad.
    pub pitch: f64,
    /// Offset of the hub along the outward normal, mm.
    pub lift_mm: f64,
}

impl Hand {
    /// A hand that points the cannula at an entry point from outside, `ahead` turned into the skin plane, the tip 10 mm off the skin.
    pub fn new(pivot: Vec3, normal: Vec3, ahead: Vec3, length_mm: f64) -> Self {
        let normal = normal.normalize_or(Vec3::Z);
        let ahead = (ahead - normal * ahead.dot(normal)).normalize_or(normal.any_orthonormal_vector());
        Self { pivot, normal, ahead, length_mm, advance_mm: -10.0, yaw: 0.0, pitch: 0.5, lift_mm: 0.0 }
    }

    /// Moves the hand for `dt` seconds. Advance is kept to −40 mm … length − 2 mm, pitch to −0.35 … 1.4 rad, lift to ±15 mm.
    pub fn steer(&mut self, rates: Steer, dt: f64) {
        self.advance_mm = (self.advance_mm + rates.advance_mm_s * dt).clamp(-40.0, self.length_mm - 2.0);
        self.yaw = (self.yaw + rates.yaw_rad_s * dt).clamp(-std::f64::consts::PI, std::f64::consts::PI);
        self.pitch = (self.pitch + rates.pitch_rad_s * dt).clamp(-0.35, 1.4);
        self.lift_mm = (self.lift_mm + rates.lift_mm_s * dt).clamp(-15.0, 15.0);
    }

    /// Unit direction of the shaft, hub to tip.
    pub fn direction(&self) -> Vec3 {
        let side = self.normal.cross(self.ahead);
        let in_plane = self.ahead * math::cos(self.yaw) + side * math::sin(self.yaw);
        (in_plane * math::cos(self.pitch) - self.normal * math::sin(self.pitch)).normalize()
    }

    /// The hub pose: a straight shaft would pass through the pivot, moved by the lift.
    pub fn pose(&self) -> HubPose {
        let direction = self.direction();
        let position = self.pivot - direction * (self.length_mm - self.advance_mm) + self.normal * self.lift_mm;
        HubPose { position, direction }
    }
}
