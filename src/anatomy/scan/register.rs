//! The built-in head bent onto a scan: by the landmarks first, then by the nearest points, smoothly.
//!
//! **Invariant:** the same scan and landmarks give the same bits: every sum has one order.

use super::similarity::Similarity;
use crate::anatomy::skin::{Landmark, Mask, Skin};
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use crate::geom::surface::Surface;

/// Rounds of nearest points.
const ROUNDS: usize = 26;
/// Furthest that a point looks for its counterpart, mm: in the first and in the last round [design].
const REACH_MM: (f64, f64) = (28.0, 7.0);
/// Stiffness against neighbours, by the pull of one counterpart: in the first and in the last round [design].
const STIFFNESS: (f64, f64) = (60.0, 0.6);
/// Pull of a picked landmark by that of a counterpart [design].
const PICKED: f64 = 12.0;
/// How far the surface spline may pass by a picked landmark (a person's hand is good to 1–2 mm) [design].
const SLACK: f64 = 4.0;

/// A scan as counterparts are looked for on it.
pub(super) struct Target<'a> {
    pub(super) mesh: &'a TriMesh,
    pub(super) surface: &'a Surface,
    /// Whether each point lies on the open border.
    pub(super) border: &'a [bool],
}

impl Target<'_> {
    /// Whether a place lies on the open border.
    pub(super) fn on_border(&self, triangle: u32, barycentric: [f64; 3]) -> bool {
        let t = self.mesh.triangles[triangle as usize];
        (0..3).filter(|k| self.border[t[*k] as usize]).map(|k| barycentric[k]).sum::<f64>() > 0.999
    }
}

/// The points of the template bent onto the scan.
pub(super) fn bend(template: &Skin, picks: &[(Landmark, Vec3)], target: &Target) -> Vec<Vec3> {
    let pairs: Vec<(Vec3, Vec3)> = picks.iter().map(|(landmark, p)| (template.landmarks.get(*landmark), *p)).collect();
    let Some(fit) = Similarity::fit(&pairs) else { return template.mesh.positions.clone() };
    let spline = Spline::through(&pairs.iter().map(|(p, q)| (fit.apply(*p), *q)).collect::<Vec<_>>());
    let positions = template.mesh.positions.iter().map(|p| fit.apply(*p)).map(|p| p + spline.at(p)).collect();
    let mut mesh = TriMesh::new(positions, template.mesh.triangles.clone());
    let ring = ring(&mesh);
    // The scalp under hair and the folds of the ear have no counterpart worth a close fit.
    let loose = |mask: Mask, v: usize| f64::from(template.masks.get(mask)[v]);
    for round in 0..ROUNDS {
        let t = round as f64 / (ROUNDS - 1) as f64;
        let reach = REACH_MM.0 + (REACH_MM.1 - REACH_MM.0) * t;
        let stiffness = STIFFNESS.0 * crate::geom::math::pow(STIFFNESS.1 / STIFFNESS.0, t);
        let mut pulls: Vec<(f64, Vec3)> = Vec::with_capacity(mesh.positions.len());
        for (v, (p, n)) in mesh.positions.iter().zip(&mesh.normals).enumerate() {
            let on = target.surface.closest(*p);
            let facing = n.dot(on.normal);
            let far = (on.point - *p).length();
            let known = far < reach && facing > 0.4 && !target.on_border(on.triangle, on.barycentric);
            let weight = if known { facing * facing * (1.0 - 0.7 * loose(Mask::Ears, v)) } else { 0.0 };
            pulls.push((weight, on.point - *p));
        }
        for (landmark, p) in picks {
            let v = template.landmarks.vertex(*landmark) as usize;
            pulls[v] = (PICKED, *p - mesh.positions[v]);
        }
        let moves = smooth(&ring, &pulls, stiffness);
        for (p, way) in mesh.positions.iter_mut().zip(moves) {
            *p += way;
        }
        mesh.smooth_normals();
    }
    mesh.positions
}

/// Each point's neighbours, sorted.
fn ring(mesh: &TriMesh) -> Vec<Vec<u32>> {
    let mut ring: Vec<Vec<u32>> = vec![Vec::new(); mesh.positions.len()];
    for t in &mesh.triangles {
        for k in 0..3 {
            ring[t[k] as usize].extend([t[(k + 1) % 3], t[(k + 2) % 3]]);
        }
    }
    for near in &mut ring {
        near.sort_unstable();
        near.dedup();
    }
    ring
}

/// The field u that makes Σ w |u − pull|² + stiffness · Σ over edges |u − u′|² least, by conjugate gradients.
fn smooth(ring: &[Vec<u32>], pulls: &[(f64, Vec3)], stiffness: f64) -> Vec<Vec3> {
    let apply = |x: &[Vec3]| -> Vec<Vec3> {
        (0..x.len())
            .map(|v| {
                let around = ring[v].iter().fold(Vec3::ZERO, |sum, w| sum + x[*w as usize]);
                x[v] * (pulls[v].0 + 1e-6) + (x[v] * ring[v].len() as f64 - around) * stiffness
            })
            .collect()
    };
    let dot = |a: &[Vec3], b: &[Vec3]| a.iter().zip(b).map(|(a, b)| a.dot(*b)).sum::<f64>();
    // Jacobi's preconditioner.
    let scaled = |r: &[Vec3]| -> Vec<Vec3> {
        (0..r.len()).map(|v| r[v] / (pulls[v].0 + 1e-6 + stiffness * ring[v].len() as f64)).collect()
    };
    let mut x = vec![Vec3::ZERO; pulls.len()];
    let mut r: Vec<Vec3> = pulls.iter().map(|(weight, pull)| *pull * *weight).collect();
    let mut z = scaled(&r);
    let mut p = z.clone();
    let mut rz = dot(&r, &z);
    let enough = rz * 1e-8;
    for _ in 0..200 {
        if rz <= enough || rz <= 0.0 {
            break;
        }
        let q = apply(&p);
        let alpha = rz / dot(&p, &q);
        for v in 0..x.len() {
            x[v] += p[v] * alpha;
            r[v] -= q[v] * alpha;
        }
        z = scaled(&r);
        let next = dot(&r, &z);
        let beta = next / rz;
        rz = next;
        for v in 0..p.len() {
            p[v] = z[v] + p[v] * beta;
        }
    }
    x
}

/// The displacement that bends least in space between the landmarks (biharmonic spline, kernel r; Duchon 1977), with an affine part.
struct Spline {
    centres: Vec<Vec3>,
    weights: Vec<Vec3>,
    affine: [Vec3; 4],
}

impl Spline {
    fn through(pairs: &[(Vec3, Vec3)]) -> Spline {
        let n = pairs.len();
        let size = n + 4;
        let mut a = vec![vec![0.0; size]; size];
        let mut b = vec![Vec3::ZERO; size];
        for (i, (p, q)) in pairs.iter().enumerate() {
            for (j, (other, _)) in pairs.iter().enumerate() {
                a[i][j] = -(*p - *other).length();
            }
            a[i][i] = SLACK;
            for (k, value) in [1.0, p.x, p.y, p.z].into_iter().enumerate() {
                a[i][n + k] = value;
                a[n + k][i] = value;
            }
            b[i] = *q - *p;
        }
        solve(&mut a, &mut b);
        Spline { centres: pairs.iter().map(|pair| pair.0).collect(), affine: std::array::from_fn(|k| b[n + k]), weights: b[..n].to_vec() }
    }

    fn at(&self, p: Vec3) -> Vec3 {
        let [o, x, y, z] = self.affine;
        let plain = o + x * p.x + y * p.y + z * p.z;
        self.centres.iter().zip(&self.weights).fold(plain, |sum, (centre, weight)| sum - *weight * (p - *centre).length())
    }
}

/// Gauss's elimination with the largest pivot; a column without one gives 0.
fn solve(a: &mut [Vec<f64>], b: &mut [Vec3]) {
    let n = b.len();
    for k in 0..n {
        let pivot = (k..n).fold(k, |best, i| if a[i][k].abs() > a[best][k].abs() { i } else { best });
        a.swap(k, pivot);
        b.swap(k, pivot);
        if a[k][k].abs() < 1e-12 {
            continue;
        }
        for i in k + 1..n {
            let factor = a[i][k] / a[k][k];
            for j in k..n {
                a[i][j] -= factor * a[k][j];
            }
            b[i] = b[i] - b[k] * factor;
        }
    }
    for k in (0..n).rev() {
        let mut sum = b[k];
        for j in k + 1..n {
            sum -= b[j] * a[k][j];
        }
        b[k] = if a[k][k].abs() < 1e-12 { Vec3::ZERO } else { sum / a[k][k] };
    }
}
