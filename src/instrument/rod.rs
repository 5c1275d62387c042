//! A geometrically exact elastic rod at equilibrium: a round tube, clamped at one end, bent by loads and springs.
//!
//! A polyline of equal segments holds axial energy EA·(|d| − h)²/2h per segment and bending energy EI·|d′ − d|²/2ℓh² per
//! joint; ℓ are the weights of Gregory's rule (5/12, 13/12, 1, … of h), so that a smooth load is met to third order.
//! Newton's method with a line search on the energy; nothing is allocated in a solve.
//!
//! **Invariant:** the same calls give the same bits, and a solve never leaves a coordinate that is not finite.

use super::rod_solve::Banded;
use crate::geom::Vec3;
use glam::DMat3;

/// Residual force at which an equilibrium counts as found, N.
const TOLERANCE_N: f64 = 1e-7;
/// Least shift of an indefinite stiffness, in EI/h³: below the softest mode of a rod near its buckling load, so that it leaves the
/// unstable shape in few steps.
const LEAST_SHIFT: f64 = 1e-6;
/// Most Newton steps in one solve.
const STEPS: usize = 60;

/// One-sided stiffness beyond a gap: nothing up to it, then a force that grows smoothly to slope `stiffness`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wall {
    /// Displacement along the normal at which it is touched, mm.
    pub gap_mm: f64,
    /// Stiffness, N/mm.
    pub stiffness: f64,
    /// Displacement over which the stiffness is taken up, mm.
    pub smoothing_mm: f64,
}

impl Wall {
    /// Energy, force (≥ 0, against the displacement) and stiffness at displacement `u` mm towards the wall.
    #[must_use]
    pub fn law(&self, u: f64) -> (f64, f64, f64) {
        let (p, k, d) = (u - self.gap_mm, self.stiffness, self.smoothing_mm);
        if p <= 0.0 || k == 0.0 {
            (0.0, 0.0, 0.0)
        } else if p < d {
            (k * p * p * p / (6.0 * d), k * p * p / (2.0 * d), k * p / d)
        } else {
            (k * (0.5 * p * p - 0.5 * d * p + d * d / 6.0), k * (p - 0.5 * d), k)
        }
    }
}

/// Tissue that holds a node to an anchor, with a wall on either side along a normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// Where the node would rest.
    pub anchor: Vec3,
    /// Stiffness about the anchor, N/mm.
    pub stiffness: DMat3,
    /// Unit direction of the walls.
    pub normal: Vec3,
    /// Wall towards `normal`.
    pub outer: Wall,
    /// Wall against `normal`.
    pub inner: Wall,
}

impl Tie {
    /// No tie.
    pub const NONE: Self = Self {
        anchor: Vec3::ZERO,
        stiffness: DMat3::ZERO,
        normal: Vec3::Z,
        outer: Wall { gap_mm: 0.0, stiffness: 0.0, smoothing_mm: 1.0 },
        inner: Wall { gap_mm: 0.0, stiffness: 0.0, smoothing_mm: 1.0 },
    };

    fn energy(&self, at: Vec3) -> f64 {
        let u = at - self.anchor;
        let n = u.dot(self.normal);
        0.5 * u.dot(self.stiffness * u) + self.outer.law(n).0 + self.inner.law(-n).0
    }

    /// Force on a node at `at`, N.
    #[must_use]
    pub fn force(&self, at: Vec3) -> Vec3 {
        let u = at - self.anchor;
        let n = u.dot(self.normal);
        self.normal * (self.inner.law(-n).1 - self.outer.law(n).1) - self.stiffness * u
    }

    fn tangent(&self, at: Vec3) -> DMat3 {
        let n = (at - self.anchor).dot(self.normal);
        let k = self.outer.law(n).2 + self.inner.law(-n).2;
        if k == 0.0 { self.stiffness } else { self.stiffness + outer(self.normal, self.normal) * k }
    }
}

/// A spring that holds a point of the rod between two nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pivot {
    /// Distance from the hub along the rod, mm.
    pub arc_mm: f64,
    /// Where the point would rest.
    pub anchor: Vec3,
    /// Stiffness, N/mm.
    pub stiffness: DMat3,
}

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

/// The rod.
#[derive(Clone, Debug)]
pub struct Rod {
    ei: f64,
    ea: f64,
    length: f64,
    h: f64,
    direction: Vec3,
    nodes: Vec<Vec3>,
    trial: Vec<Vec3>,
    weights: Vec<f64>,
    forces: Vec<Vec3>,
    ties: Vec<Tie>,
    pivot: Option<Pivot>,
    gradient: Vec<Vec3>,
    step: Vec<f64>,
    bending: Banded,
    matrix: Banded,
    factors: Banded,
}

/// a bᵀ.
pub(super) fn outer(a: Vec3, b: Vec3) -> DMat3 {
    DMat3::from_cols(a * b.x, a * b.y, a * b.z)
}

impl Rod {
    /// A straight rod of bending stiffness `ei` (N·mm²), axial stiffness `ea` (N) and `length` mm in at least 4 segments,
    /// clamped at the origin along +x.
    #[must_use]
    pub fn new(ei: f64, ea: f64, length: f64, segments: usize) -> Self {
        let n = segments.max(4);
        let h = length / n as f64;
        // Joint i bends between segments i − 1 and i; joint 0 is the clamp.
        let weights: Vec<f64> = (0..n)
            .map(|i| h * if i == 0 { 5.0 / 12.0 } else if i == 1 || i == n - 1 { 13.0 / 12.0 } else { 1.0 })
            .collect();
        let mut bending = Banded::new(3 * n);
        for (i, weight) in weights.iter().enumerate() {
            let k = ei / (weight * h * h);
            // Unknown j is node j + 1; the joint couples nodes i − 1, i, i + 1 by 1, −2, 1 (the clamp: 1 on node 1).
            let parts = [(i as isize - 2, 1.0), (i as isize - 1, -2.0), (i as isize, 1.0)];
            for (a, ca) in parts {
                for (b, cb) in parts {
                    if a >= 0 && b >= 0 {
                        for c in 0..3 {
                            bending.add(3 * a as usize + c, 3 * b as usize + c, k * ca * cb);
                        }
                    }
                }
            }
        }
        let mut rod = Self {
            ei,
            ea,
            length,
            h,
            direction: Vec3::X,
            nodes: vec![Vec3::ZERO; n + 1],
            trial: vec![Vec3::ZERO; n + 1],
            weights,
            forces: vec![Vec3::ZERO; n + 1],
            ties: vec![Tie::NONE; n + 1],
            pivot: None,
            gradient: vec![Vec3::ZERO; n + 1],
            step: vec![0.0; 3 * n],
            matrix: bending.clone(),
            factors: bending.clone(),
            bending,
        };
        rod.straighten();
        rod
    }

    /// Moves the clamp: position of the hub end and unit direction of the rod there.
    pub fn set_clamp(&mut self, position: Vec3, direction: Vec3) {
        self.nodes[0] = position;
        self.direction = direction.normalize_or(self.direction);
    }

    /// Puts all nodes on the straight line that the clamp points along.
    pub fn straighten(&mut self) {
        let (start, along) = (self.nodes[0], self.direction * self.h);
        for (i, node) in self.nodes.iter_mut().enumerate() {
            *node = start + along * i as f64;
        }
    }

    /// Takes all loads, ties and the pivot off.
    pub fn clear_loads(&mut self) {
        self.forces.fill(Vec3::ZERO);
        self.ties.fill(Tie::NONE);
        self.pivot = None;
    }

    /// Dead load on a node, N.
    pub fn set_force(&mut self, node: usize, force: Vec3) {
        self.forces[node] = force;
    }

    /// Tie of a node.
    pub fn set_tie(&mut self, node: usize, tie: Tie) {
        self.ties[node] = tie;
    }

    /// The ties, one per node.
    #[must_use]
    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// The pivot that holds a point between the nodes.
    pub fn set_pivot(&mut self, pivot: Option<Pivot>) {
        self.pivot = pivot;
    }

    /// Nodes, hub first.
    #[must_use]
    pub fn nodes(&self) -> &[Vec3] {
        &self.nodes
    }

    /// Length of a segment, mm.
    #[must_use]
    pub fn segment_mm(&self) -> f64 {
        self.h
    }

    /// Length, mm.
    #[must_use]
    pub fn length_mm(&self) -> f64 {
        self.length
    }

    /// Length of rod that the node stands for in a distributed load, mm (Gregory's weights).
    #[must_use]
    pub fn tributary_mm(&self, node: usize) -> f64 {
        let n = self.nodes.len() - 1;
        self.h * match node.min(n - node.min(n)) {
            0 => 5.0 / 12.0,
            1 => 13.0 / 12.0,
            _ => 1.0,
        }
    }

    /// Unit tangent at node `i` (of the segment at the ends, the mean of both within).
    #[must_use]
    pub fn tangent(&self, i: usize) -> Vec3 {
        let n = self.nodes.len() - 1;
        let (a, b) = (i.saturating_sub(1), (i + 1).min(n));
        (self.nodes[b] - self.nodes[a]).normalize_or(self.direction)
    }

    /// Unit tangent at the free end, extrapolated over the last half segment.
    #[must_use]
    pub fn tip_tangent(&self) -> Vec3 {
        let n = self.nodes.len() - 1;
        let last = self.nodes[n] - self.nodes[n - 1];
        last.normalize_or(self.direction)
    }

    /// The point at a distance from the hub, mm.
    #[must_use]
    pub fn at(&self, arc_mm: f64) -> Vec3 {
        let (j, f) = self.locate(arc_mm);
        self.nodes[j].lerp(self.nodes[j + 1], f)
    }

    fn locate(&self, arc_mm: f64) -> (usize, f64) {
        let x = (arc_mm / self.h).clamp(0.0, (self.nodes.len() - 1) as f64);
        let j = (x as usize).min(self.nodes.len() - 2);
        (j, x - j as f64)
    }

    /// Sum of all loads on the rod, N: what the clamp must hold, reversed.
    #[must_use]
    pub fn load(&self) -> Vec3 {
        let mut sum = Vec3::ZERO;
        for ((tie, force), node) in self.ties.iter().zip(&self.forces).zip(&self.nodes) {
            sum += tie.force(*node) + *force;
        }
        if let Some(pivot) = &self.pivot {
            sum -= pivot.stiffness * (self.at(pivot.arc_mm) - pivot.anchor);
        }
        sum
    }

    fn energy(&self, x: &[Vec3]) -> f64 {
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
    fn assemble(&mut self) -> f64 {
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
