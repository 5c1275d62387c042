//! What the tip meets, from its geometry and the fracture mechanics of the layers.

use super::Cannula;
use crate::anatomy::Layer;
use crate::tissue::mechanics::{LayerMechanics, tearing_n};

impl Cannula {
    /// Force with which the tip advances within a layer, N.
    pub(super) fn advance_n(&self, layer: Layer) -> f64 {
        self.mechanics.layer(layer).map_or(0.0, |layer| self.full_n(layer))
    }

    /// Force at which the tip pierces intact skin that it stands on, N: its whole width must pass epidermis and dermis.
    pub(super) fn pierce_n(&self) -> f64 {
        self.full_n(&self.mechanics.epidermis).max(self.full_n(&self.mechanics.dermis))
    }

    fn full_n(&self, layer: &LayerMechanics) -> f64 {
        layer.opening_n(2.0 * self.tube.radius_mm(), self.edge_mm())
    }

    /// Force against a layer's boundary at which the tip begins to tear it, N: over as much of its width as bears on the dent. None
    /// holds it from going outside, all hold it from bone.
    pub(super) fn entry_n(&self, layer: Option<Layer>) -> f64 {
        layer.map_or(0.0, |layer| {
            self.mechanics.layer(layer).map_or(f64::INFINITY, |layer| layer.opening_n(self.bearing_mm(), self.edge_mm()))
        })
    }

    /// Force that a septum of this work of failure (N/mm²) adds, N.
    pub(super) fn septum_n(&self, failure_n_mm2: f64) -> f64 {
        tearing_n(self.mechanics.septa.toughness_n_mm, failure_n_mm2, 2.0 * self.tube.radius_mm(), self.edge_mm())
    }

    fn edge_mm(&self) -> f64 {
        self.tube.edge_mm(self.mechanics.tip.ground_edge_mm)
    }

    /// Width of the edge that bears on a dented boundary, mm: the chord of a ball of the edge's radius at the depth of the dent, at
    /// most its diameter.
    fn bearing_mm(&self) -> f64 {
        let edge = self.edge_mm();
        2.0 * (2.0 * edge * self.mechanics.tip.toe_mm).sqrt().min(edge)
    }
}
