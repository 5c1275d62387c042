//! What was measured while the hand moved, 30 times a second: for motion metrics, plots and replay views.

use crate::anatomy::Layer;
use crate::geom::Vec3;

/// One sample of the motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// Tick.
    pub tick: u64,
    /// Hub position in mm.
    pub hub: Vec3,
    /// Unit direction from hub to tip at the hub.
    pub direction: Vec3,
    /// Tip in space, mm.
    pub tip: Vec3,
    /// Port in the material frame, mm.
    pub port: Vec3,
    /// Inserted length in mm (0 outside).
    pub inserted_mm: f64,
    /// Rate of insertion in mm/s, negative while withdrawing.
    pub rate_mm_s: f64,
    /// Depth of the port in mm.
    pub depth_mm: f64,
    /// Layer at the port.
    pub layer: Layer,
    /// Axial force at the hub in N.
    pub hub_force_n: f64,
    /// Force of dermis and SMAS on the shaft in N.
    pub wall_force_n: f64,
    /// Force on the plunger in N.
    pub plunger_n: f64,
    /// Flow out of the port in µL/s.
    pub flow_ul_s: f64,
    /// Work done tearing tissue since the last sample, mJ.
    pub trauma_mj: f64,
}
