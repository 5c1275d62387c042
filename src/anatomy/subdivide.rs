//! Catmull–Clark subdivision as precomputed linear stencils (Catmull & Clark 1978; limit positions: Halstead et al. 1993).
//!
//! **Invariants:** vertex order of a refined level is: old vertices, then edge points in order of first appearance (faces in order, corners in
//! order), then face points; so indices of one level stay valid in the next. `scripts/convert-anatomy` uses the same order.
//! Sums run in a fixed order: the same cage gives the same bits.

use crate::geom::Vec3;

/// Polygons as one flat list of corners.
#[derive(Clone, Debug, Default)]
pub(super) struct Faces {
    starts: Vec<u32>,
    corners: Vec<u32>,
}

impl Faces {
    pub(super) fn push(&mut self, corners: &[u32]) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.corners.extend_from_slice(corners);
        self.starts.push(self.corners.len() as u32);
    }
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
    pub(super) fn face(&self, i: usize) -> &[u32] {
        &self.corners[self.starts[i] as usize..self.starts[i + 1] as usize]
    }
    /// Two triangles per quad, cut from the old corner to the face point (so that mirrored quads are cut alike).
    pub(super) fn triangles(&self) -> Vec<[u32; 3]> {
        (0..self.len())
            .flat_map(|i| {
                let f = self.face(i);
                [[f[0], f[1], f[2]], [f[0], f[2], f[3]]]
            })
            .collect()
    }
}

/// Rows of weights: new value = Σ weight · old value.
#[derive(Clone, Debug, Default)]
pub(super) struct Stencil {
    starts: Vec<u32>,
    entries: Vec<(u32, f64)>,
}

impl Stencil {
    fn push(&mut self, row: &[(u32, f64)]) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        // one entry per source, sorted, so that the sum has one order
        let mut row = row.to_vec();
        row.sort_by_key(|e| e.0);
        for (v, w) in row {
            let first = self.entries.len() == *self.starts.last().expect("pushed above") as usize;
            match self.entries.last_mut() {
                Some(last) if !first && last.0 == v => last.1 += w,
                _ => self.entries.push((v, w)),
            }
        }
        self.starts.push(self.entries.len() as u32);
    }
    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
    pub(super) fn apply(&self, x: &[Vec3]) -> Vec<Vec3> {
        (0..self.len())
            .map(|i| {
                let row = &self.entries[self.starts[i] as usize..self.starts[i + 1] as usize];
                row.iter()
                    .fold(Vec3::ZERO, |sum, (v, w)| sum + x[*v as usize] * *w)
            })
            .collect()
    }
}

/// One refinement step: the stencil from the coarser level, the quads of the finer one, and the step from its vertices to the limit surface.
#[derive(Clone, Debug)]
pub(super) struct Refinement {
    pub(super) stencil: Stencil,
    pub(super) faces: Faces,
    pub(super) limit: Stencil,
}

struct Edges {
    ends: Vec<[u32; 2]>,
    faces: Vec<Vec<u32>>,
    /// Edge of each corner to the next one, by face.
    of_face: Vec<Vec<u32>>,
}

fn edges(vertices: usize, faces: &Faces) -> Edges {
    let mut at: Vec<Vec<(u32, u32)>> = vec![Vec::new(); vertices];
    let mut out = Edges {
        ends: Vec::new(),
        faces: Vec::new(),
        of_face: Vec::with_capacity(faces.len()),
    };
    for f in 0..faces.len() {
        let corners = faces.face(f);
        let mut row = Vec::with_capacity(corners.len());
        for (i, &a) in corners.iter().enumerate() {
            let b = corners[(i + 1) % corners.len()];
            let (low, high) = (a.min(b), a.max(b));
            let known = at[low as usize].iter().find(|e| e.0 == high).map(|e| e.1);
            let edge = known.unwrap_or_else(|| {
                let id = out.ends.len() as u32;
                at[low as usize].push((high, id));
                out.ends.push([low, high]);
                out.faces.push(Vec::new());
                id
            });
            out.faces[edge as usize].push(f as u32);
            row.push(edge);
        }
        out.of_face.push(row);
    }
    out
}

impl Refinement {
    pub(super) fn vertex_count(&self) -> usize {
        self.stencil.len()
    }

    /// The refinement of a mesh of `vertices` vertices.
    pub(super) fn of(vertices: usize, faces: &Faces) -> Refinement {
        let e = edges(vertices, faces);
        let face_row = |f: usize, share: f64| {
            let c = faces.face(f);
            c.iter().map(move |v| (*v, share / c.len() as f64))
        };
        let mut around_faces: Vec<Vec<u32>> = vec![Vec::new(); vertices];
        let mut around_edges: Vec<Vec<u32>> = vec![Vec::new(); vertices];
        for f in 0..faces.len() {
            for v in faces.face(f) {
                around_faces[*v as usize].push(f as u32);
            }
        }
        for (i, ends) in e.ends.iter().enumerate() {
            for v in ends {
                around_edges[*v as usize].push(i as u32);
            }
        }
        let mut stencil = Stencil::default();
        for v in 0..vertices {
            stencil.push(&vertex_row(
                v as u32,
                &e,
                &around_edges[v],
                &around_faces[v],
                &face_row,
            ));
        }
        for (i, [a, b]) in e.ends.iter().enumerate() {
            let mut row = vec![(*a, 0.5), (*b, 0.5)];
            if let [f, g] = e.faces[i][..] {
                row.iter_mut().for_each(|r| r.1 = 0.25);
                row.extend(face_row(f as usize, 0.25).chain(face_row(g as usize, 0.25)));
            }
            stencil.push(&row);
        }
        for f in 0..faces.len() {
            stencil.push(&face_row(f, 1.0).collect::<Vec<_>>());
        }
        let mut quads = Faces::default();
        for f in 0..faces.len() {
            let (corners, row) = (faces.face(f), &e.of_face[f]);
            let centre = (vertices + e.ends.len() + f) as u32;
            for (i, v) in corners.iter().enumerate() {
                let before = row[(i + row.len() - 1) % row.len()];
                quads.push(&[
                    *v,
                    vertices as u32 + row[i],
                    centre,
                    vertices as u32 + before,
                ]);
            }
        }
        let limit = limit(stencil.len(), &quads);
        Refinement {
            stencil,
            faces: quads,
            limit,
        }
    }
}

fn vertex_row<'a, I: Iterator<Item = (u32, f64)> + 'a>(
    v: u32,
    e: &Edges,
    around_edges: &[u32],
    around_faces: &[u32],
    face_row: &impl Fn(usize, f64) -> I,
) -> Vec<(u32, f64)> {
    let rim: Vec<u32> = around_edges
        .iter()
        .copied()
        .filter(|i| e.faces[*i as usize].len() == 1)
        .collect();
    if let [a, b] = rim[..] {
        let mut row = vec![(v, 0.75)];
        row.extend([a, b].map(|i| (other_end(e.ends[i as usize], v), 0.125)));
        return row;
    }
    if !rim.is_empty() {
        return vec![(v, 1.0)];
    }
    let k = around_faces.len() as f64;
    let mut row = vec![(v, (k - 3.0) / k)];
    for f in around_faces {
        row.extend(face_row(*f as usize, 1.0 / (k * k)));
    }
    for i in around_edges {
        row.extend(e.ends[*i as usize].map(|end| (end, 1.0 / (k * k))));
    }
    row
}

fn other_end(ends: [u32; 2], v: u32) -> u32 {
    if ends[0] == v { ends[1] } else { ends[0] }
}

/// Weights that take the vertices of a quad mesh to the limit surface: (n² v + 4 Σ edge neighbours + Σ opposite corners) / (n (n + 5)).
fn limit(vertices: usize, quads: &Faces) -> Stencil {
    let e = edges(vertices, quads);
    let mut rows: Vec<Vec<(u32, f64)>> = (0..vertices).map(|_| Vec::new()).collect();
    let mut valence = vec![0u32; vertices];
    let mut rim: Vec<Vec<u32>> = vec![Vec::new(); vertices];
    for (i, [a, b]) in e.ends.iter().enumerate() {
        rows[*a as usize].push((*b, 4.0));
        rows[*b as usize].push((*a, 4.0));
        if e.faces[i].len() == 1 {
            rim[*a as usize].push(*b);
            rim[*b as usize].push(*a);
        }
    }
    for f in 0..quads.len() {
        let c = quads.face(f);
        for (i, v) in c.iter().enumerate() {
            rows[*v as usize].push((c[(i + 2) % 4], 1.0));
            valence[*v as usize] += 1;
        }
    }
    let mut out = Stencil::default();
    for v in 0..vertices {
        let (id, n) = (v as u32, f64::from(valence[v]));
        if let [a, b] = rim[v][..] {
            out.push(&[(id, 4.0 / 6.0), (a, 1.0 / 6.0), (b, 1.0 / 6.0)]);
        } else if rim[v].is_empty() {
            let total = n * (n + 5.0);
            let mut row = vec![(id, n * n / total)];
            row.extend(rows[v].iter().map(|(w, k)| (*w, k / total)));
            out.push(&row);
        } else {
            out.push(&[(id, 1.0)]);
        }
    }
    out
}
