//! What a cannula reads in one tick.

use crate::anatomy::{Layer, TissueSample};
use crate::geom::Vec3;

/// Something gave way at the tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pop {
    /// A septum in the fat.
    Septum,
    /// The boundary of this layer, which the tip entered.
    Layer(Layer),
}

/// State of a cannula after one tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Index of the entry point that it is in; the number of entry points when it pierced the skin itself.
    pub inserted: Option<usize>,
    /// Length of track past the entry, mm.
    pub inserted_mm: f64,
    /// Rate of the tip along its track, mm/s, positive when advancing.
    pub insertion_rate_mm_s: f64,
    /// Tip in space.
    pub tip: Vec3,
    /// What the tissue is at the tip (material frame).
    pub tip_sample: TissueSample,
    /// Port in space.
    pub port: Vec3,
    /// Port in the material frame.
    pub port_material: Vec3,
    /// What the tissue is at the port.
    pub port_sample: TissueSample,
    /// Unit direction of the track at the port, towards the tip (material frame).
    pub port_direction: Vec3,
    /// Axial reaction on the hand, N; positive pushes back.
    pub hub_force_n: f64,
    /// Transverse reaction on the hand, N.
    pub lateral_force_n: f64,
    /// Sum of the forces of dermis, SMAS and bone on the shaft, N.
    pub wall_force_n: f64,
    /// Axial force on the tip, N.
    pub tip_force_n: f64,
    /// Largest outward displacement of the skin over the shaft, mm.
    pub tent_mm: f64,
    /// Where on the resting skin.
    pub tent_at: Vec3,
    /// Work done tearing tissue in this tick (new track and sweeping), mJ.
    pub trauma_mj: f64,
    /// Part of it done by sweeping sideways, mJ.
    pub sweep_mj: f64,
    /// What gave way.
    pub pop: Option<Pop>,
    /// Whether the tip lies against bone.
    pub bone_contact: bool,
    /// Whether the tip presses on intact skin from outside.
    pub skin_contact: bool,
    /// Whether the hub has dented the skin as far as it gives.
    pub hub_contact: bool,
    /// Whether the tip came out through the skin from below.
    pub exited: bool,
    /// Whether the rod's equilibrium was found within tolerance.
    pub converged: bool,
}
