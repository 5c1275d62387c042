//! Passes of the cannula and runs of product out of its port.

use crate::geom::Vec3;

/// How the port moved while product left it. Only [`LayingKind::Retrograde`] lays a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LayingKind {
    /// While withdrawing: a thread.
    Retrograde,
    /// While advancing.
    Advancing,
    /// While still: a bolus.
    Still,
    /// With the port within 3 mm of the skin exit [design].
    AtExit,
}

/// A run of product out of the port, unbroken in kind and pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laying {
    /// Index of this laying; deposits carry it.
    pub id: u32,
    /// How the port moved.
    pub kind: LayingKind,
    /// Pass it belongs to.
    pub pass: u32,
    /// First and last tick with flow.
    pub ticks: (u64, u64),
    /// Volume laid in µL.
    pub volume_ul: f64,
    /// `CaHA` laid in mg.
    pub caha_mg: f64,
    /// Mass of `CaHA` that lies in epidermis and dermis, mg.
    pub dermal_mg: f64,
    /// Way of the port while laying, mm.
    pub length_mm: f64,
    /// Port in the material frame where it began.
    pub start: Vec3,
    /// Port in the material frame where it ended.
    pub end: Vec3,
}

/// One advance and withdrawal on one track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pass {
    /// Index of the pass.
    pub id: u32,
    /// Entry point it went through.
    pub entry: u32,
    /// First and last tick.
    pub ticks: (u64, u64),
    /// Greatest inserted length in mm.
    pub reach_mm: f64,
    /// Tip in the material frame at the greatest inserted length.
    pub far_end: Vec3,
}
