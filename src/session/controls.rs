//! What a person's hands do in one tick, quantised before use, so that a recording is exactly what the simulation saw.

use crate::geom::Vec3;
use crate::instrument::HubPose;

use super::{BenchAct, CareAct, ConsultAct, MarkAct};

/// A discrete act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Wipe the zone with disinfectant.
    Disinfect,
    /// Make an entry point with the pilot needle at a point of the skin (µm).
    MakeEntry {
        /// Point on the resting skin in µm.
        point_um: [i32; 3],
    },
    /// Say that the procedure is over.
    Finish,
    /// Do something at the preparation bench.
    Bench(BenchAct),
    /// Ask, note or decide something in the consultation.
    Consult(ConsultAct),
    /// Draw on the skin, or wipe what was drawn last.
    Mark(MarkAct),
    /// Look the skin over.
    Inspect,
    /// Care for skin whose artery is blocked.
    Care(CareAct),
}

/// A fingertip of the other hand on the skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Finger {
    /// Point of the resting skin that it touches, in µm.
    pub at_um: [i32; 3],
    /// Force on the skin in mN: what of it lies in the plane of the skin is traction, what points inward presses.
    pub force_mn: [i32; 3],
}

/// The hands in one tick: pose of the hub, force on the plunger, a discrete act, a finger of the other hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Controls {
    /// Hub position in µm.
    pub hub_um: [i32; 3],
    /// Shaft direction from hub to tip, unit vector × 10⁶ (so that one step is about a µrad).
    pub direction_ppm: [i32; 3],
    /// Force of the thumb on the plunger in mN, 0 to 60 000.
    pub plunger_mn: i32,
    /// A discrete act, at most one a tick.
    pub command: Option<Command>,
    /// A fingertip of the other hand, while it touches the skin.
    pub finger: Option<Finger>,
}

/// Largest plunger force that is believed, mN; a thumb's hard limit is near 40 N [recalled: ergonomics; uncertain].
const PLUNGER_LIMIT_MN: i32 = 60_000;
/// Largest hub coordinate that is believed, µm (2 m from the origin).
pub(super) const REACH_UM: i32 = 2_000_000;
/// Largest force of a finger along an axis that is believed, mN [design: only keeps damaged files out; massage takes 2 to 15 N].
const FINGER_LIMIT_MN: i32 = 50_000;

pub(super) fn micro(x: f64) -> i32 {
    if x.is_finite() { (x * 1e3).round().clamp(-f64::from(REACH_UM), f64::from(REACH_UM)) as i32 } else { 0 }
}

impl Controls {
    /// Quantises a hub pose (mm, unit direction) and a plunger force (N); values out of range are clamped.
    pub fn new(pose: HubPose, plunger_n: f64, command: Option<Command>) -> Self {
        let direction = pose.direction.normalize_or(Vec3::NEG_Z);
        let plunger = if plunger_n.is_finite() { plunger_n } else { 0.0 };
        Self {
            hub_um: pose.position.to_array().map(micro),
            direction_ppm: direction.to_array().map(|x| (x * 1e6).round() as i32),
            plunger_mn: (plunger * 1e3).round().clamp(0.0, f64::from(PLUNGER_LIMIT_MN)) as i32,
            command,
            finger: None,
        }
    }

    /// The same with a finger of the other hand on the skin, or without one.
    #[must_use]
    pub fn with_finger(self, finger: impl Into<Option<Finger>>) -> Self {
        Self { finger: finger.into(), ..self }
    }

    /// The hub pose in mm, its direction a unit vector.
    pub fn pose(&self) -> HubPose {
        HubPose {
            position: Vec3::from_array(self.hub_um.map(|x| f64::from(x.clamp(-REACH_UM, REACH_UM)) * 1e-3)),
            direction: Vec3::from_array(self.direction_ppm.map(|x| f64::from(x) * 1e-6)).normalize_or(Vec3::NEG_Z),
        }
    }

    /// Force on the plunger in N.
    pub fn plunger_n(&self) -> f64 {
        f64::from(self.plunger_mn.clamp(0, PLUNGER_LIMIT_MN)) * 1e-3
    }
}

impl Finger {
    /// Quantises a fingertip at a point of the resting skin (mm) that pushes on it with a force (N); values out of range are clamped.
    pub fn new(at: Vec3, force: Vec3) -> Self {
        let limit = f64::from(FINGER_LIMIT_MN);
        let milli = |x: f64| if x.is_finite() { (x * 1e3).round().clamp(-limit, limit) as i32 } else { 0 };
        Self { at_um: at.to_array().map(micro), force_mn: force.to_array().map(milli) }
    }

    /// Point of the resting skin that it touches, mm.
    pub fn at(&self) -> Vec3 {
        Vec3::from_array(self.at_um.map(|x| f64::from(x.clamp(-REACH_UM, REACH_UM)) * 1e-3))
    }

    /// Force on the skin, N.
    pub fn force(&self) -> Vec3 {
        Vec3::from_array(self.force_mn.map(|x| f64::from(x.clamp(-FINGER_LIMIT_MN, FINGER_LIMIT_MN)) * 1e-3))
    }
}

impl Command {
    /// An entry at a point in mm.
    pub fn make_entry(point: Vec3) -> Self {
        Self::MakeEntry { point_um: point.to_array().map(micro) }
    }
}
