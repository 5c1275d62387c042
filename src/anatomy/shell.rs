//! Inner shells: the skin sunk to a depth, for drawing the layers.
//!
//! **Invariant:** a shell has the skin's vertices and triangles, and no vertex outside the skin it came from.

use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// Rounds of smoothing of the directions in which vertices sink, per mm of depth [design].
const ROUNDS_PER_MM: f64 = 0.7;
/// Rounds at most.
const MOST_ROUNDS: usize = 12;

/// Every vertex sunk by its depth (mm) along the outward normals, smoothed the more the deeper it goes.
pub(super) fn sunk(mesh: &TriMesh, depth: impl Fn(usize) -> f64) -> Vec<Vec3> {
    let depths: Vec<f64> = (0..mesh.positions.len()).map(depth).collect();
    let deepest = depths.iter().copied().fold(0.0, f64::max);
    let rounds = ((deepest * ROUNDS_PER_MM) as usize).min(MOST_ROUNDS);
    let mut sinking: Vec<Vec3> = mesh.normals.iter().zip(&depths).map(|(normal, depth)| *normal * *depth).collect();
    for _ in 0..rounds {
        let mut sums = sinking.clone();
        let mut counts = vec![1.0; sums.len()];
        for t in &mesh.triangles {
            for k in 0..3 {
                let (to, from) = (t[k] as usize, t[(k + 1) % 3] as usize);
                sums[to] += sinking[from];
                counts[to] += 1.0;
            }
        }
        sinking = sums.iter().zip(&counts).map(|(sum, count)| *sum / *count).collect();
    }
    // Smoothing shortens the way where the skin bends; deep shells may lie shallower there, never outside.
    mesh.positions.iter().zip(&sinking).map(|(position, way)| *position - *way).collect()
}
