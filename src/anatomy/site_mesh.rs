//! One site's part of a patient's mesh, cut cleanly along the site's border.
//!
//! **Invariant:** all layers of a site are cut alike: same vertices, same triangles, same border.

use super::body::Anatomy;
use super::site::{Site, SiteError, SiteLayer};
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use std::collections::BTreeMap;

/// Nearest that a cut comes to a vertex, as a share of the edge [design]: no slivers.
const NEAREST: f64 = 0.1;
/// Rounds of averaging that the border undergoes.
const SMOOTHING: usize = 3;

/// A cut mesh: each vertex a mean of two of the whole, each triangle from the whole's order.
struct Cut {
    vertices: Vec<(u32, u32, f64)>,
    triangles: Vec<[u32; 3]>,
}

impl Anatomy {
    /// The upper surface of a layer of a site: part of an open mesh whose border is the same for all of the site's layers.
    ///
    /// # Errors
    /// [`SiteError`] where the site lacks the layer, or this part of the body the site.
    pub fn site_mesh(&self, site: Site, layer: SiteLayer) -> Result<TriMesh, SiteError> {
        site.layer(layer.name())?;
        let mesh = &self.skin().mesh;
        let lead = self.site_lead(site).ok_or(SiteError::Absent { site: site.name() })?;
        let lead = whole(&smoothed(lead, &mesh.triangles), &mesh.triangles);
        let cut = cut(&mesh.triangles, &lead);
        if cut.triangles.is_empty() {
            return Err(SiteError::Absent { site: site.name() });
        }
        let at = self.shell(layer);
        let positions = cut.vertices.iter().map(|(a, b, t)| at[*a as usize].lerp(at[*b as usize], *t)).collect();
        Ok(TriMesh::new(positions, cut.triangles))
    }

    /// The upper surface of a layer over the whole mesh, with the skin's vertices.
    #[must_use]
    pub fn shell(&self, layer: SiteLayer) -> Vec<Vec3> {
        if layer == SiteLayer::Skin {
            return self.skin().mesh.positions.clone();
        }
        self.ways().sunk(&self.skin().mesh, self.stacks(), |stack| layer.begins_mm(stack))
    }

    /// Whether a layer's upper surface lies, at a vertex of the skin, at the stack's own depth. Where the body is too thin
    /// for the stack (rim of the ear, tip of the nose) it lies higher.
    #[must_use]
    pub fn is_faithful(&self, layer: SiteLayer, vertex: usize) -> bool {
        self.ways().is_faithful(vertex, layer.begins_mm(&self.stacks()[vertex]))
    }
}

/// Each value averaged half and half with its neighbours'.
fn smoothed(mut values: Vec<f64>, triangles: &[[u32; 3]]) -> Vec<f64> {
    for _ in 0..SMOOTHING {
        let mut sums = vec![(0.0, 0.0); values.len()];
        for t in triangles {
            for k in 0..3 {
                let to = &mut sums[t[k] as usize];
                to.0 += values[t[(k + 1) % 3] as usize] + values[t[(k + 2) % 3] as usize];
                to.1 += 2.0;
            }
        }
        for (value, (sum, count)) in values.iter_mut().zip(sums) {
            if count > 0.0 {
                *value = 0.5 * (*value + sum / count);
            }
        }
    }
    values
}

/// The largest connected piece where values are not negative, without the holes in it; elsewhere negative.
fn whole(values: &[f64], triangles: &[[u32; 3]]) -> Vec<f64> {
    let mut values = values.to_vec();
    for inside in [true, false] {
        let pieces = pieces(&values, triangles, inside);
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        pieces.iter().flatten().for_each(|piece| *sizes.entry(*piece).or_default() += 1);
        let largest = sizes.iter().max_by_key(|(_, size)| **size).map(|(piece, _)| *piece);
        for (value, piece) in values.iter_mut().zip(&pieces) {
            if piece.is_some() && *piece != largest {
                *value = -*value - if inside { 1e-3 } else { -1e-3 };
            }
        }
    }
    values
}

/// The connected piece of each vertex on one side of the border, named by its least vertex.
fn pieces(values: &[f64], triangles: &[[u32; 3]], inside: bool) -> Vec<Option<u32>> {
    let mut piece: Vec<Option<u32>> =
        values.iter().enumerate().map(|(v, value)| ((*value >= 0.0) == inside).then_some(v as u32)).collect();
    let mut changed = true;
    while changed {
        changed = false;
        for t in triangles {
            let least = t.iter().filter_map(|v| piece[*v as usize]).min();
            for v in t {
                let own = &mut piece[*v as usize];
                if own.is_some() && *own != least {
                    *own = least;
                    changed = true;
                }
            }
        }
    }
    piece
}

/// Cuts a mesh where values pass 0 and keeps the part above.
fn cut(triangles: &[[u32; 3]], values: &[f64]) -> Cut {
    let mut cut = Cut { vertices: Vec::new(), triangles: Vec::new() };
    let mut names: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut vertex = |a: u32, b: u32, vertices: &mut Vec<(u32, u32, f64)>| {
        let (a, b) = (a.min(b), a.max(b));
        *names.entry((a, b)).or_insert_with(|| {
            let (x, y) = (values[a as usize], values[b as usize]);
            let t = if a == b { 0.0 } else { (x / (x - y)).clamp(NEAREST, 1.0 - NEAREST) };
            vertices.push((a, b, t));
            vertices.len() as u32 - 1
        })
    };
    for corners in triangles {
        let inside = corners.map(|v| values[v as usize] >= 0.0);
        let count = inside.iter().filter(|inside| **inside).count();
        // The corner that differs from the other two comes first.
        let first = inside.iter().position(|is| *is == (count == 1)).unwrap_or(0);
        let [a, b, c] = [0, 1, 2].map(|k| corners[(first + k) % 3]);
        let mut name = |a, b| vertex(a, b, &mut cut.vertices);
        match count {
            0 => {}
            1 => cut.triangles.push([name(a, a), name(a, b), name(a, c)]),
            2 => {
                let (ab, ac, b, c) = (name(a, b), name(a, c), name(b, b), name(c, c));
                cut.triangles.extend([[ab, b, c], [ab, c, ac]]);
            }
            _ => cut.triangles.push([a, b, c].map(|v| name(v, v))),
        }
    }
    cut
}
