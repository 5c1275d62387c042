//! Shells: the surfaces between the layers, as meshes with the skin's own vertices.
//!
//! A vertex sinks along its inward normal (in a crease, where that runs along the skin's other flank, along a direction that
//! all triangles about it see). Its *free radius* is that of the largest ball inside the skin which touches the
//! skin there (Ma, Bae and Choi 2012): up to it the vertex is the nearest skin of every point it passes, so the way sunk is
//! the depth that [`TissueField::sample`](super::TissueField::sample) measures, and ways of different vertices cannot cross.
//! Where a stack goes deeper than that (rim of the ear, tip of the nose, a finger), the part of it below [`FAITHFUL`] of
//! the radius is squeezed in proportion into what is left up to [`DEEPEST`] of it.
//!
//! **Invariants:** a shell has the skin's vertices and triangles; all boundaries of a vertex lie on one straight way, in the
//! order of the stack, so shells do not cross.

use super::layer::LayerStack;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use crate::geom::surface::Surface;

/// Share of the free radius down to which depths are kept [design].
const FAITHFUL: f64 = 0.75;
/// Share of the free radius at which bone lies where it would lie deeper [design].
const DEEPEST: f64 = 0.92;
/// Share of its radius by which a ball may overlap the skin: the mesh's own roughness [design].
const SLACK: f64 = 0.02;
/// Share of the shortest edge nearer than which the mesh's facets, not the skin's shape, press a ball [design].
const FACET: f64 = 0.8;
/// Least cosine between a vertex's direction and the triangles about it [design], and rounds in which it is sought.
const SEEN: f64 = 0.3;
const TURNS: usize = 40;
/// Steps of the shrinking ball.
const STEPS: usize = 16;
/// Most by which the free radius may change along the skin, mm per mm [design]: keeps triangles from folding over.
const STEEPEST: f64 = 1.0;
/// Rounds in which folded triangles are eased.
const EASINGS: usize = 12;
/// Factor on the free radius of a folded triangle's corners, and where shells come through each other.
const EASED: f64 = 0.8;
const PARTED: f64 = 0.5;
/// Rounds in which crossing shells are parted.
const PARTINGS: usize = 8;

/// The ways along which the vertices of a skin sink.
#[derive(Clone, Debug)]
pub(super) struct Ways {
    /// Unit outward directions.
    outward: Vec<Vec3>,
    /// Radius of the largest ball inside the skin that touches it at the vertex, mm; at most what the vertex's stack needs.
    free: Vec<f64>,
}

impl Ways {
    /// Finds how far each vertex of a skin may sink, for stacks that go so deep.
    pub(super) fn new(mesh: &TriMesh, surface: &Surface, stacks: &[LayerStack]) -> Self {
        let outward = outward(mesh);
        let edges = shortest_edges(mesh);
        let mut free: Vec<f64> = (0..mesh.positions.len())
            .map(|v| free_radius(surface, mesh.positions[v], -outward[v], stacks[v].bone_mm / FAITHFUL, FACET * edges[v]))
            .collect();
        level(&mut free, mesh);
        let mut ways = Self { outward, free };
        for _ in 0..EASINGS {
            if !ways.ease(mesh, stacks) {
                break;
            }
        }
        // Elsewhere ways are free of each other.
        let mut watched: Vec<bool> =
            ways.free.iter().zip(stacks).map(|(free, stack)| free * FAITHFUL < stack.bone_mm * (1.0 - 1e-9)).collect();
        for _ in 0..PARTINGS {
            watched = ways.part(mesh, stacks, &watched);
            if !watched.contains(&true) {
                break;
            }
        }
        ways
    }

    /// How far a vertex sinks for a depth of its stack, mm.
    pub(super) fn way(&self, vertex: usize, stack: &LayerStack, depth_mm: f64) -> f64 {
        let (kept, end) = (FAITHFUL * self.free[vertex], DEEPEST * self.free[vertex]);
        if depth_mm <= kept || stack.bone_mm <= kept {
            return depth_mm;
        }
        kept + (end.min(stack.bone_mm) - kept) * (depth_mm - kept) / (stack.bone_mm - kept)
    }

    /// Whether a vertex keeps the depth of its stack exactly.
    pub(super) fn is_faithful(&self, vertex: usize, depth_mm: f64) -> bool {
        depth_mm <= FAITHFUL * self.free[vertex]
    }

    /// Where the vertices lie when each has sunk by a depth of its stack.
    pub(super) fn sunk(&self, mesh: &TriMesh, stacks: &[LayerStack], depth: impl Fn(&LayerStack) -> f64) -> Vec<Vec3> {
        (0..mesh.positions.len())
            .map(|v| mesh.positions[v] - self.outward[v] * self.way(v, &stacks[v], depth(&stacks[v])))
            .collect()
    }

    /// Shortens the ways at triangles that some shell folds over; whether there were any.
    fn ease(&mut self, mesh: &TriMesh, stacks: &[LayerStack]) -> bool {
        let depths: [fn(&LayerStack) -> f64; 4] = [|s| s.dermis_mm, |s| s.fat_mm, |s| s.smas_mm, |s| s.bone_mm];
        let mut folded = vec![false; mesh.positions.len()];
        for depth in depths {
            let at = self.sunk(mesh, stacks, depth);
            for (t, corners) in mesh.triangles.iter().enumerate() {
                let [a, b, c] = corners.map(|v| at[v as usize]);
                let (now, skin) = ((b - a).cross(c - a), mesh.area_vector(t));
                if now.dot(skin) <= 0.01 * skin.length_squared() {
                    corners.iter().for_each(|v| folded[*v as usize] = true);
                }
            }
        }
        for (v, folded) in folded.iter().enumerate() {
            if *folded {
                self.free[v] = self.free[v].min(stacks[v].bone_mm / FAITHFUL) * EASED;
            }
        }
        level(&mut self.free, mesh);
        folded.contains(&true)
    }
}

impl Ways {
    /// Shortens the ways where, among the watched vertices, the mesh's facets let a shell come through the one above it; those
    /// vertices and the ones about them.
    fn part(&mut self, mesh: &TriMesh, stacks: &[LayerStack], watched: &[bool]) -> Vec<bool> {
        let near = |t: &&[u32; 3]| t.iter().any(|v| watched[*v as usize]);
        let triangles: Vec<[u32; 3]> = mesh.triangles.iter().filter(near).copied().collect();
        let mut vertices: Vec<u32> = triangles.iter().flatten().copied().collect();
        vertices.sort_unstable();
        vertices.dedup();
        let depths: [fn(&LayerStack) -> f64; 6] =
            [|_| 0.0, |s| s.epidermis_mm, |s| s.dermis_mm, |s| s.fat_mm, |s| s.smas_mm, |s| s.bone_mm];
        let shells = depths.map(|depth| TriMesh::new(self.sunk(mesh, stacks, depth), triangles.clone()));
        let surfaces = shells.each_ref().map(Surface::new);
        let mut crossed = vec![false; mesh.positions.len()];
        let mut note = |v: u32, triangle: [u32; 3]| {
            crossed[v as usize] = true;
            triangle.iter().for_each(|corner| crossed[*corner as usize] = true);
        };
        for k in 1..depths.len() {
            for v in &vertices {
                let below = surfaces[k].closest(shells[k - 1].positions[*v as usize]);
                if below.depth_mm >= 0.0 {
                    note(*v, triangles[below.triangle as usize]);
                }
                let above = surfaces[k - 1].closest(shells[k].positions[*v as usize]);
                if above.depth_mm <= 0.0 {
                    note(*v, triangles[above.triangle as usize]);
                }
            }
            for t in &triangles {
                let middle = t.iter().map(|v| shells[k - 1].positions[*v as usize]).sum::<Vec3>() / 3.0;
                let below = surfaces[k].closest(middle);
                if below.depth_mm >= 0.0 {
                    t.iter().for_each(|v| note(*v, triangles[below.triangle as usize]));
                }
            }
        }
        for (free, crossed) in self.free.iter_mut().zip(&crossed) {
            if *crossed {
                *free *= PARTED;
            }
        }
        level(&mut self.free, mesh);
        for _ in 0..2 {
            let before = crossed.clone();
            for t in mesh.triangles.iter().filter(|t| t.iter().any(|v| before[*v as usize])) {
                t.iter().for_each(|v| crossed[*v as usize] = true);
            }
        }
        crossed
    }
}

/// The vertices' normals, turned where a triangle about the vertex would hardly see them.
fn outward(mesh: &TriMesh) -> Vec<Vec3> {
    let faces: Vec<Vec3> = (0..mesh.triangles.len()).map(|t| mesh.area_vector(t).normalize_or_zero()).collect();
    let mut outward = mesh.normals.clone();
    for _ in 0..TURNS {
        let mut worst = vec![(1.0, Vec3::ZERO); outward.len()];
        for (t, corners) in mesh.triangles.iter().enumerate() {
            for v in corners {
                let seen = outward[*v as usize].dot(faces[t]);
                if faces[t] != Vec3::ZERO && seen < worst[*v as usize].0 {
                    worst[*v as usize] = (seen, faces[t]);
                }
            }
        }
        let mut turned = false;
        for (direction, (seen, face)) in outward.iter_mut().zip(worst) {
            if seen < SEEN {
                *direction = (*direction + face * (0.5 * (SEEN - seen) + 0.05)).normalize_or(*direction);
                turned = true;
            }
        }
        if !turned {
            break;
        }
    }
    outward
}

/// The shortest edge at each vertex, mm.
fn shortest_edges(mesh: &TriMesh) -> Vec<f64> {
    let mut shortest = vec![f64::INFINITY; mesh.positions.len()];
    for t in &mesh.triangles {
        for k in 0..3 {
            let (a, b) = (t[k] as usize, t[(k + 1) % 3] as usize);
            let length = mesh.positions[a].distance(mesh.positions[b]);
            shortest[a] = shortest[a].min(length);
            shortest[b] = shortest[b].min(length);
        }
    }
    shortest
}

/// Radius of the largest ball, up to `most`, on the inner side of the surface that touches it at `p`; skin nearer to `p` than
/// `facet` does not count.
fn free_radius(surface: &Surface, p: Vec3, inward: Vec3, most: f64, facet: f64) -> f64 {
    let mut radius = most;
    for _ in 0..STEPS {
        let centre = p + inward * radius;
        let nearest = surface.closest(centre).point;
        if (nearest - centre).length() >= radius * (1.0 - SLACK) {
            break;
        }
        // The ball through both points, tangent at `p`. It is smaller, as the nearest point lay inside the last one.
        let away = nearest - p;
        let height = away.dot(inward);
        if height <= 0.0 || away.length() < facet {
            break;
        }
        radius = away.length_squared() / (2.0 * height);
    }
    radius
}

/// Lowers values until they change by at most [`STEEPEST`] along every edge.
fn level(values: &mut [f64], mesh: &TriMesh) {
    let mut lowered = true;
    while lowered {
        lowered = false;
        for t in &mesh.triangles {
            for k in 0..3 {
                let (a, b) = (t[k] as usize, t[(k + 1) % 3] as usize);
                let allowed = STEEPEST * mesh.positions[a].distance(mesh.positions[b]);
                // Both ways: the surface's rim has each edge only once.
                for (low, high) in [(a, b), (b, a)] {
                    if values[high] > values[low] + allowed * (1.0 + 1e-9) {
                        values[high] = values[low] + allowed;
                        lowered = true;
                    }
                }
            }
        }
    }
}
