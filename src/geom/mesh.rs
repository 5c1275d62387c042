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

impl TriMesh {
    /// A mesh with smooth normals (the mean of the triangles around a vertex, weighted by area).
    pub fn new(positions: Vec<Vec3>, triangles: Vec<[u32; 3]>) -> TriMesh {
        let mut mesh = TriMesh {
            positions,
            triangles,
            normals: Vec::new(),
        };
        mesh.smooth_normals();
        mesh
    }

    /// Recomputes the normals after the positions have changed.
    pub fn smooth_normals(&mut self) {
        let mut normals = vec![Vec3::ZERO; self.positions.len()];
        for t in 0..self.triangles.len() {
            let n = self.area_vector(t);
            for v in self.triangles[t] {
                normals[v as usize] += n;
            }
        }
        self.normals = normals
            .into_iter()
            .map(|n| n.try_normalize().unwrap_or(Vec3::Z))
            .collect();
    }

    /// The corners of a triangle.
    pub fn corners(&self, triangle: usize) -> [Vec3; 3] {
        self.triangles[triangle].map(|v| self.positions[v as usize])
    }

    /// Outward vector of a triangle whose length is its area in mm².
    pub fn area_vector(&self, triangle: usize) -> Vec3 {
        let [a, b, c] = self.corners(triangle);
        (b - a).cross(c - a) * 0.5
    }

    /// Area of a triangle in mm².
    pub fn area(&self, triangle: usize) -> f64 {
        self.area_vector(triangle).length()
    }

    /// Area that belongs to each vertex in mm²: a third of every triangle around it.
    pub fn vertex_areas(&self) -> Vec<f64> {
        let mut areas = vec![0.0; self.positions.len()];
        for t in 0..self.triangles.len() {
            let third = self.area(t) / 3.0;
            for v in self.triangles[t] {
                areas[v as usize] += third;
            }
        }
        areas
    }

    /// Directed edges that have no neighbour: the rims of the mesh's holes.
    pub fn rim_edges(&self) -> Vec<[u32; 2]> {
        let mut edges: Vec<[u32; 2]> = self
            .triangles
            .iter()
            .flat_map(|[a, b, c]| [[*a, *b], [*b, *c], [*c, *a]])
            .collect();
        edges.sort_unstable();
        edges
            .iter()
            .copied()
            .filter(|[a, b]| edges.binary_search(&[*b, *a]).is_err())
            .collect()
    }

    /// Smallest and largest coordinates; both zero for an empty mesh.
    pub fn bounds(&self) -> (Vec3, Vec3) {
        let first = self.positions.first().copied().unwrap_or(Vec3::ZERO);
        self.positions
            .iter()
            .fold((first, first), |(low, high), p| (low.min(*p), high.max(*p)))
    }
}
