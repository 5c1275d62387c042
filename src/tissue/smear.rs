//! How far a bead's mass was rubbed out beyond the shape it was laid with: a second moment in the plane of the skin.
//!
//! **Invariant:** a smear moves mass and makes none; no smear changes no figure by a bit.

use super::deposit::LOCAL_RADIUS_MM;
use crate::geom::{Vec3, math};
use glam::DMat3;

/// A second moment (mm²) of a bead's mass in the plane of the skin, in the axes of the material frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smear {
    moment: DMat3,
    /// (1 + moment/w²)⁻¹ with w² = R²/2 for the radius R within which product piles up.
    inverse: DMat3,
    kept: f64,
    reach_mm: f64,
}

impl Default for Smear {
    fn default() -> Self {
        Self { moment: DMat3::ZERO, inverse: DMat3::IDENTITY, kept: 1.0, reach_mm: 0.0 }
    }
}

impl Smear {
    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.reach_mm <= 0.0
    }

    /// Standard deviations in mm along its two principal axes, the greater first.
    #[must_use]
    pub fn sigmas_mm(&self) -> (f64, f64) {
        let (greater, lesser) = self.variances();
        (greater.sqrt(), lesser.sqrt())
    }

    /// Its two axes in the plane of a unit normal, as long as the standard deviations along them, mm.
    #[must_use]
    pub fn axes_mm(&self, normal: Vec3) -> (Vec3, Vec3) {
        let u = normal.any_orthonormal_vector();
        let v = normal.cross(u);
        let (uu, uv, vv) = self.within(u, v);
        let angle = 0.5 * math::atan2(2.0 * uv, uu - vv);
        let (greater, lesser) = self.sigmas_mm();
        let (sin, cos) = (math::sin(angle), math::cos(angle));
        ((u * cos + v * sin) * greater, (v * cos - u * sin) * lesser)
    }

    /// Variance in mm² along a unit direction.
    #[must_use]
    pub fn along(&self, direction: Vec3) -> f64 {
        direction.dot(self.moment * direction).max(0.0)
    }

    /// Variances and covariance in mm² in the frame of two unit vectors: (uu, uv, vv).
    pub(super) fn within(&self, u: Vec3, v: Vec3) -> (f64, f64, f64) {
        let (mu, mv) = (self.moment * u, self.moment * v);
        (u.dot(mu), u.dot(mv), v.dot(mv))
    }

    /// Adds a variance (mm²) along a unit direction.
    pub(super) fn add(&mut self, direction: Vec3, variance: f64) {
        let outer = DMat3::from_cols(direction * direction.x, direction * direction.y, direction * direction.z);
        self.moment += outer * variance;
    }

    /// Works out what queries need, once all was added.
    pub(super) fn settle(&mut self) {
        let square = LOCAL_RADIUS_MM * LOCAL_RADIUS_MM;
        self.inverse = (DMat3::IDENTITY + self.moment * (2.0 / square)).inverse();
        let (greater, lesser) = self.variances();
        let kept = |variance: f64| if variance > 1e-9 { 1.0 - math::exp(-0.5 * square / variance) } else { 1.0 };
        self.kept = (kept(greater) * kept(lesser)).sqrt();
        self.reach_mm = greater.sqrt();
    }

    /// Share of the mass that stays within [`LOCAL_RADIUS_MM`] of its centre: 1 − exp(−R²/2σ²) when it is as wide both ways (exact),
    /// the geometric mean of both axes' else.
    pub(super) fn kept(&self) -> f64 {
        self.kept
    }

    /// Distance (mm) at which an unsmeared bead would count as much, relative to one at the centre.
    pub(super) fn distance_mm(&self, away: Vec3) -> f64 {
        away.dot(self.inverse * away).max(0.0).sqrt()
    }

    /// The greater standard deviation, mm.
    pub(super) fn reach_mm(&self) -> f64 {
        self.reach_mm
    }

    /// The two non-zero eigenvalues: of a plane's tensor, from its trace and second invariant.
    fn variances(&self) -> (f64, f64) {
        let m = &self.moment;
        let trace = m.x_axis.x + m.y_axis.y + m.z_axis.z;
        let square = m.x_axis.length_squared() + m.y_axis.length_squared() + m.z_axis.length_squared();
        let product = 0.5 * (trace * trace - square);
        let half = 0.5 * trace;
        let root = (half * half - product).max(0.0).sqrt();
        ((half + root).max(0.0), (half - root).max(0.0))
    }
}
