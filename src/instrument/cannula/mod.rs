//! A tube in tissue: carves its track, rides walls, bows, pushes back.
//!
//! Each tick: (1) the tip slides along its axis when the axial force exceeds what tip and shaft resist; sliding forward it
//! carves the track in the material frame, turned along a stiffer layer unless it presses harder than the layer's entry
//! force; (2) the shaft is tied to its track by the foundation of each layer, with the walls of the channel beyond; (3) the
//! rod is solved; (4) where the load exceeds the tissue's yield the track moves sideways.
//!
//! **Invariant:** the depth of what was carved changes by tearing alone, never because skin is lifted; no pose of the hub,
//! however wild, makes a coordinate that is not finite.

mod carve;
mod channel;
mod hub;
mod outside;
mod reading;
mod shaft;
mod slide;
mod tip;

use super::rod::Rod;
use super::track::{Track, TrackPoint};
use super::{EntryPoint, HubPose, Pop, Reading, Tube};
use crate::anatomy::{TissueField, TissueSample};
use crate::geom::Vec3;
use crate::tissue::Mechanics;
use crate::tissue::traction::Traction;
use std::sync::Arc;

/// Segments of the rod.
const SEGMENTS: usize = 30;
/// Share of the steel's axial stiffness that is kept: it has no effect that can be seen, and a softer rod is solved in fewer steps.
const AXIAL_SHARE: f64 = 0.1;
/// Newton steps in one tick; what is left is done in the next.
const STEPS: usize = 12;

/// A cannula (or needle) and its track.
#[derive(Clone, Debug)]
pub struct Cannula {
    tube: Tube,
    mechanics: Arc<Mechanics>,
    seed: u64,
    rod: Rod,
    track: Track,
    hub: Option<HubPose>,
    entry: Option<(usize, Vec3, Vec3)>,
    sample: Option<TissueSample>,
    touch: Option<Vec3>,
    in_hole: bool,
    /// Unit direction along which the tip is resisted.
    axis: Vec3,
    offset: f64,
    friction_n: f64,
    press_outer_n: f64,
    press_inner_n: f64,
    septum: Option<(f64, f64)>,
    cell: Option<[i64; 3]>,
    bone: bool,
    traction: Traction,
    /// Where the hub was last held against the skin's distance, and that distance, mm.
    hub_free: Option<(Vec3, f64)>,
    hub_contact: bool,
    /// Whether the skin holds the hub back from where the hand would have it.
    hub_held: bool,
    /// Whether the tip has begun to tear the boundary that it lies at.
    torn: bool,
}

#[derive(Default)]
struct Tick {
    slid: f64,
    carved_mj: f64,
    sweep_mj: f64,
    pop: Option<Pop>,
}

impl Cannula {
    /// A cannula that has touched nothing yet; `seed` sets where the septa are.
    #[must_use]
    pub fn new(tube: Tube, mechanics: Arc<Mechanics>, seed: u64) -> Self {
        let rod = Rod::new(tube.ei(), tube.gauge.ea() * AXIAL_SHARE, tube.length_mm, SEGMENTS);
        Self {
            tube,
            mechanics,
            seed,
            rod,
            track: Track::default(),
            hub: None,
            entry: None,
            sample: None,
            touch: None,
            in_hole: false,
            axis: Vec3::NEG_Z,
            offset: 0.0,
            friction_n: 0.0,
            press_outer_n: 0.0,
            press_inner_n: 0.0,
            septum: None,
            cell: None,
            bone: false,
            torn: false,
            traction: Traction::default(),
            hub_free: None,
            hub_contact: false,
            hub_held: false,
        }
    }

    /// The tube.
    #[must_use]
    pub fn tube(&self) -> &Tube {
        &self.tube
    }

    /// Nodes in space, hub to tip.
    #[must_use]
    pub fn nodes(&self) -> &[Vec3] {
        self.rod.nodes()
    }

    /// Points of the track that the current pass has carved, entry to tip.
    #[must_use]
    pub fn track(&self) -> &[TrackPoint] {
        self.track.points()
    }

    /// What the other hand does to the skin from now on.
    pub fn set_traction(&mut self, traction: Traction) {
        self.traction = traction;
    }

    /// Where a point of the resting patient lies in space.
    fn in_space(&self, material: Vec3) -> Vec3 {
        material + self.traction.moved(material, &self.mechanics.traction)
    }

    /// Lets `dt` seconds pass with the hub in a pose. A pose that is not finite counts as the last one.
    pub fn step<F: TissueField + ?Sized>(
        &mut self,
        hub: HubPose,
        entries: &[EntryPoint],
        field: &F,
        dt: f64,
    ) -> Reading {
        let asked = self.sane(hub);
        let hub = self.resting(asked, field);
        self.rod.set_clamp(hub.position, hub.direction);
        let before = self.hub.replace(hub).unwrap_or(hub);
        let mut tick = Tick::default();
        if self.entry.is_some() {
            let moved = (hub.position - before.position).dot(hub.direction);
            self.slide(moved, field, &mut tick);
        }
        if self.entry.is_some() {
            return self.within(tick, field, dt);
        }
        self.outside(tick, entries, field, dt)
    }

    fn tip_node(&self) -> Vec3 {
        self.rod.nodes()[SEGMENTS]
    }
}
