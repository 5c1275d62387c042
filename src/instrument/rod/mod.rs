//! A geometrically exact elastic rod at equilibrium: a round tube, clamped at one end, bent by loads and springs.
//!
//! A polyline of equal segments holds axial energy EA·(|d| − h)²/2h per segment and bending energy EI·|d′ − d|²/2ℓh² per
//! joint; ℓ are the weights of Gregory's rule (5/12, 13/12, 1, … of h), so that a smooth load is met to third order.
//! Newton's method with a line search on the energy; nothing is allocated in a solve.
//!
//! **Invariant:** the same calls give the same bits, and a solve never leaves a coordinate that is not finite.

mod banded;
mod energy;
mod solve;
mod tie;

pub use solve::Solve;
pub use tie::{Pivot, Tie, Wall};

use crate::geom::Vec3;
use banded::Banded;
use glam::DMat3;

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
pub(in crate::instrument) fn outer(a: Vec3, b: Vec3) -> DMat3 {
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
}
