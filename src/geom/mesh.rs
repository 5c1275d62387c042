//! A triangle mesh: positions in mm, triangles as index triples, counter-clockwise from outside.

use super::Vec3;

/// A triangle mesh.
#[derive(Clone, Debug, Default)]
pub struct TriMesh {
    /// Vertex positions in mm.
    pub positions: Vec<Vec3>,
    /// Vertex indices, counter-clockwise seen from outside.
    pub triangles: Vec<[u32; 3]>,
    /// Unit outward normals, one per vertex.
    pub normals: Vec<Vec3>,
}
