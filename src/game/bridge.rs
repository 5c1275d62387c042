//! The border between the core (f64 millimetres) and Bevy (f32, one unit = 100 mm): scale, vectors, meshes.
//!
//! **Invariant:** this is the only place where the scale is known; axes are the same on both sides.

use bevy::asset::RenderAssetUsages;
use bevy::mesh::{Indices, Mesh, PrimitiveTopology};

use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// Bevy units per millimetre.
pub(crate) const UNITS_PER_MM: f64 = 0.01;

/// A point in mm as a Bevy translation.
pub(crate) fn to_units(point: Vec3) -> bevy::math::Vec3 {
    bevy::math::Vec3::new((point.x * UNITS_PER_MM) as f32, (point.y * UNITS_PER_MM) as f32, (point.z * UNITS_PER_MM) as f32)
}

/// A Bevy translation as a point in mm.
pub(crate) fn to_mm(point: bevy::math::Vec3) -> Vec3 {
    Vec3::new(f64::from(point.x), f64::from(point.y), f64::from(point.z)) / UNITS_PER_MM
}

/// A direction, unscaled.
pub(crate) fn direction(v: Vec3) -> bevy::math::Vec3 {
    bevy::math::Vec3::new(v.x as f32, v.y as f32, v.z as f32)
}

/// A length in mm as Bevy units.
pub(crate) fn length(mm: f64) -> f32 {
    (mm * UNITS_PER_MM) as f32
}

/// A core mesh as a Bevy mesh with positions and normals.
pub(crate) fn mesh(source: &TriMesh) -> Mesh {
    let indices = source.triangles.iter().flatten().copied().collect();
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, source.positions.iter().map(|p| to_units(*p).to_array()).collect::<Vec<_>>())
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, source.normals.iter().map(|n| direction(*n).to_array()).collect::<Vec<_>>())
        .with_inserted_indices(Indices::U32(indices))
}
