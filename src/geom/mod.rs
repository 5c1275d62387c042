//! Vectors, frames, deterministic maths, meshes and surface queries.
//!
//! **Invariant:** transcendental functions go through [`math`]; nothing here knows what the surface is.

mod bvh;
mod facet;
pub mod math;
pub mod mesh;
pub mod nearby;
mod pack;
pub mod polygon;
pub mod section;
pub mod solid;
pub mod surface;

/// A point or direction in millimetres, +x patient's left, +y up, +z out of the face.
pub type Vec3 = glam::DVec3;
