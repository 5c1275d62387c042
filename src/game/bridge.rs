//! The border between the core (f64 millimetres) and Bevy (f32, one unit = 100 mm): scale and vectors.
//!
//! **Invariant:** this is the only place where the scale is known; axes are the same on both sides.

use crate::geom::Vec3;

/// Bevy units per millimetre.
pub(crate) const UNITS_PER_MM: f64 = 0.01;

/// A point in mm as a Bevy translation.
pub(crate) fn to_units(point: Vec3) -> bevy::math::Vec3 {
    bevy::math::Vec3::new((point.x * UNITS_PER_MM) as f32, (point.y * UNITS_PER_MM) as f32, (point.z * UNITS_PER_MM) as f32)
}

/// A direction, unscaled.
pub(crate) fn direction(v: Vec3) -> bevy::math::Vec3 {
    bevy::math::Vec3::new(v.x as f32, v.y as f32, v.z as f32)
}

/// A length in mm as Bevy units.
pub(crate) fn length(mm: f64) -> f32 {
    (mm * UNITS_PER_MM) as f32
}
