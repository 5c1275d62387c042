//! Energy of the rod, its gradient and its tangent stiffness.

use super::{Rod, outer};
use crate::geom::Vec3;
use glam::DMat3;

impl Rod {
    pub(super) fn energy(&self, x: &[Vec3]) -> f64 {
        let h = self.h;
        let mut before = self.direction * h;
        let mut energy = 0.0;
        for (i, weight) in self.weights.iter().enumerate() {
            let d = x[i + 1] - x[i];
            let stretch = d.length() - h;
            energy += 0.5 * self.ea / h * stretch * stretch;
            energy += 0.5 * self.ei / (weight * h * h) * (d - before).length_squared();
            before = d;
            energy += self.ties[i + 1].energy(x[i + 1]) - self.forces[i + 1].dot(x[i + 1]);
        }
        if let Some(pivot) = &self.pivot {
            let (j, f) = self.locate(pivot.arc_mm);
            let u = x[j].lerp(x[j + 1], f) - pivot.anchor;
            energy += 0.5 * u.dot(pivot.stiffness * u);
        }
        energy
    }

    /// Fills the gradient and the tangent stiffness at the present nodes; returns the largest unbalanced force.
    pub(super) fn assemble(&mut self) -> f64 {
        let (h, n) = (self.h, self.nodes.len() - 1);
        self.matrix.copy_from(&self.bending);
        self.gradient.fill(Vec3::ZERO);
        let mut before = self.direction * h;
        for i in 0..n {
            let d = self.nodes[i + 1] - self.nodes[i];
            let bend = (d - before) * (self.ei / (self.weights[i] * h * h));
            before = d;
            if i > 0 {
                self.gradient[i - 1] += bend;
            }
            self.gradient[i] -= bend * 2.0;
            self.gradient[i + 1] += bend;
            let length = d.length().max(1e-12);
            let t = d / length;
            let axial = t * (self.ea / h * (length - h));
            self.gradient[i + 1] += axial;
            self.gradient[i] -= axial;
            let slack = 1.0 - h / length;
            let k = (outer(t, t) * (1.0 - slack) + DMat3::IDENTITY * slack) * (self.ea / h);
            self.add_block(i + 1, i + 1, &k, 1.0);
            self.add_block(i, i, &k, 1.0);
            self.add_block(i + 1, i, &k, -1.0);
        }
        // The clamp's ghost segment is fixed: its joint pushes node 1 alone, which the loop has done.
        for i in 1..=n {
            let tie = self.ties[i];
            let force = tie.force(self.nodes[i]) + self.forces[i];
            self.gradient[i] -= force;
            let k = tie.tangent(self.nodes[i]);
            self.add_block(i, i, &k, 1.0);
        }
        if let Some(pivot) = self.pivot {
            let (j, f) = self.locate(pivot.arc_mm);
            let pull = pivot.stiffness * (self.nodes[j].lerp(self.nodes[j + 1], f) - pivot.anchor);
            self.gradient[j] += pull * (1.0 - f);
            self.gradient[j + 1] += pull * f;
            self.add_block(j, j, &pivot.stiffness, (1.0 - f) * (1.0 - f));
            self.add_block(j + 1, j + 1, &pivot.stiffness, f * f);
            self.add_block(j + 1, j, &pivot.stiffness, f * (1.0 - f));
        }
        self.gradient[1..].iter().fold(0.0, |most: f64, g| most.max(g.abs().max_element()))
    }

    fn add_block(&mut self, a: usize, b: usize, k: &DMat3, factor: f64) {
        if a == 0 || b == 0 {
            return;
        }
        let (row, column) = (3 * (a - 1), 3 * (b - 1));
        for r in 0..3 {
            for c in 0..3 {
                self.matrix.add(row + r, column + c, k.col(c)[r] * factor);
            }
        }
    }
}
