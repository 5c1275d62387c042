//! The rotation, scale and shift that bring one set of points nearest to another in the sense of least squares (Horn 1987).
//!
//! **Invariant:** the rotation is proper: a mirrored set is never turned into its image.

use glam::{DMat3, DQuat};

use crate::geom::Vec3;

/// x ↦ scale · rotation · x + shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Similarity {
    pub(super) scale: f64,
    pub(super) rotation: DMat3,
    pub(super) shift: Vec3,
}

impl Similarity {
    pub(super) fn apply(&self, p: Vec3) -> Vec3 {
        self.rotation * p * self.scale + self.shift
    }

    /// The similarity that takes the first point of each pair to the second; `None` when the points do not span a plane.
    pub(super) fn fit(pairs: &[(Vec3, Vec3)]) -> Option<Similarity> {
        let count = pairs.len() as f64;
        let (from, to) = pairs.iter().fold((Vec3::ZERO, Vec3::ZERO), |(a, b), (p, q)| (a + *p / count, b + *q / count));
        let mut m = DMat3::ZERO;
        let (mut spread_from, mut spread_to) = (0.0, 0.0);
        for (p, q) in pairs {
            let (p, q) = (*p - from, *q - to);
            m += DMat3::from_cols(p * q.x, p * q.y, p * q.z);
            spread_from += p.length_squared();
            spread_to += q.length_squared();
        }
        if spread_from.is_nan() || spread_from <= 0.0 || spread_to <= 0.0 {
            return None;
        }
        // s[a][b] = Σ p_a q_b
        let s = |a: usize, b: usize| m.col(b)[a] / (spread_from.sqrt() * spread_to.sqrt());
        let n = [
            [s(0, 0) + s(1, 1) + s(2, 2), s(1, 2) - s(2, 1), s(2, 0) - s(0, 2), s(0, 1) - s(1, 0)],
            [s(1, 2) - s(2, 1), s(0, 0) - s(1, 1) - s(2, 2), s(0, 1) + s(1, 0), s(2, 0) + s(0, 2)],
            [s(2, 0) - s(0, 2), s(0, 1) + s(1, 0), -s(0, 0) + s(1, 1) - s(2, 2), s(1, 2) + s(2, 1)],
            [s(0, 1) - s(1, 0), s(2, 0) + s(0, 2), s(1, 2) + s(2, 1), -s(0, 0) - s(1, 1) + s(2, 2)],
        ];
        let [w, x, y, z] = largest_eigenvector(n);
        let rotation = DMat3::from_quat(DQuat::from_xyzw(x, y, z, w).normalize());
        let turned: f64 = pairs.iter().map(|(p, q)| (rotation * (*p - from)).dot(*q - to)).sum();
        let scale = turned / spread_from;
        (scale.is_finite() && scale > 0.0).then(|| Similarity { scale, rotation, shift: to - rotation * from * scale })
    }
}

/// Eigenvector of the largest eigenvalue of a symmetric matrix, by Jacobi's rotations.
fn largest_eigenvector(mut a: [[f64; 4]; 4]) -> [f64; 4] {
    let mut v = [[0.0; 4]; 4];
    (0..4).for_each(|i| v[i][i] = 1.0);
    for _ in 0..50 {
        let (mut p, mut q) = (0, 1);
        for i in 0..4 {
            for j in i + 1..4 {
                if a[i][j].abs() > a[p][q].abs() {
                    (p, q) = (i, j);
                }
            }
        }
        if a[p][q].abs() < 1e-15 {
            break;
        }
        let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
        let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
        let c = 1.0 / (t * t + 1.0).sqrt();
        let s = t * c;
        for row in &mut a {
            (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
        }
        for k in 0..4 {
            (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]);
        }
        for row in &mut v {
            (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
        }
    }
    let mut best = 0;
    for i in 1..4 {
        if a[i][i] > a[best][best] {
            best = i;
        }
    }
    std::array::from_fn(|k| v[k][best])
}
