//! The equilibrium: Newton's method with a line search on the energy, walked downhill where the rod buckles.

use super::Rod;
use crate::geom::Vec3;

/// Residual force at which an equilibrium counts as found, N.
const TOLERANCE_N: f64 = 1e-7;
/// Least shift of an indefinite stiffness, in EI/h³: below the softest mode of a rod near its buckling load, so that it leaves the
/// unstable shape in few steps.
const LEAST_SHIFT: f64 = 1e-6;
/// Most Newton steps in one solve.
const STEPS: usize = 60;

/// How a solve went.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Solve {
    /// Newton steps taken.
    pub iterations: usize,
    /// Largest unbalanced force on a node, N.
    pub residual: f64,
    /// Whether the residual is within tolerance.
    pub converged: bool,
}

impl Rod {
    /// Whether the present shape is a minimum of the energy: its tangent stiffness is positive definite.
    pub fn is_stable(&mut self) -> bool {
        self.assemble();
        self.factors.copy_from(&self.matrix);
        self.factors.factorise(0.0)
    }

    /// Finds the equilibrium near the present shape.
    pub fn solve(&mut self) -> Solve {
        self.solve_within(STEPS)
    }

    /// Finds the equilibrium in at most `steps` Newton steps; what is left is the start of the next call.
    pub fn solve_within(&mut self, steps: usize) -> Solve {
        let n = self.nodes.len() - 1;
        let mut energy = self.energy(&self.nodes);
        let mut shift = 0.0_f64;
        for iterations in 0..steps {
            let residual = self.assemble();
            if residual < TOLERANCE_N {
                return Solve { iterations, residual, converged: true };
            }
            loop {
                self.factors.copy_from(&self.matrix);
                if self.factors.factorise(shift) {
                    break;
                }
                // Beyond a buckling load the stiffness is indefinite: walk downhill.
                shift = (shift * 8.0).max(LEAST_SHIFT * self.ei / (self.h * self.h * self.h));
                if shift > 1e12 {
                    self.straighten();
                    return Solve { iterations, residual, converged: false };
                }
            }
            for i in 0..n {
                let g = self.gradient[i + 1];
                self.step[3 * i..3 * i + 3].copy_from_slice(&[-g.x, -g.y, -g.z]);
            }
            self.factors.solve(&mut self.step);
            let slope: f64 =
                (0..n).map(|i| self.gradient[i + 1].dot(Vec3::from_slice(&self.step[3 * i..]))).sum();
            let longest = self.step.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
            let mut scale = if longest > self.length { self.length / longest } else { 1.0 };
            let mut taken = false;
            for _ in 0..12 {
                self.trial[0] = self.nodes[0];
                for i in 1..=n {
                    self.trial[i] = self.nodes[i] + Vec3::from_slice(&self.step[3 * (i - 1)..]) * scale;
                }
                let next = self.energy(&self.trial);
                if next <= energy + 1e-4 * scale * slope + 1e-9 * (1.0 + energy.abs()) * 1e-3 {
                    taken = true;
                    energy = next;
                    break;
                }
                scale *= 0.5;
            }
            if !taken || !energy.is_finite() {
                if !self.nodes.iter().all(|node| node.is_finite()) || !energy.is_finite() {
                    self.straighten();
                }
                return Solve { iterations: iterations + 1, residual, converged: false };
            }
            std::mem::swap(&mut self.nodes, &mut self.trial);
            shift *= 0.25;
            if shift < 1e-6 {
                shift = 0.0;
            }
        }
        let residual = self.assemble();
        Solve { iterations: steps, residual, converged: residual < TOLERANCE_N }
    }
}
