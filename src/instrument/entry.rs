//! Where an instrument is held and where it goes in.

use super::Gauge;
use crate::geom::Vec3;

/// Pose of the hub.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HubPose {
    /// Where the tube leaves the hub, mm.
    pub position: Vec3,
    /// Unit direction of the tube there, hub to tip.
    pub direction: Vec3,
}

/// A hole that a pilot needle made in the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntryPoint {
    /// Where, on the resting skin.
    pub point: Vec3,
    /// Unit outward skin normal there.
    pub normal: Vec3,
    /// Gauge of the pilot needle.
    pub gauge: Gauge,
}
