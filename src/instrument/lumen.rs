//! What stands in the bore of the cannula: its dead volume, the structure it has rebuilt, and the spheres that may bridge it.
//!
//! **Invariants:** what is pushed in comes out again in its order, nothing lost; only a change of cannula clears a jam.

use std::collections::VecDeque;
use std::f64::consts::PI;

use crate::product::{Content, HerschelBulkley, Suspension};

/// Parts into which the bore is divided: compositions that follow each other closer than this are blended.
const PARTS: f64 = 8.0;
/// Solids that bridge a bore, per square of (bore ÷ largest sphere − 1): jams begin above φ = a·(D/d − 1)², the form found for particles in
/// liquid (Sci Rep 2021, 41598-021-82744-w). `a` is held to the label: neat product (30 %) passes 27G and may jam finer bores, which leaves
/// 0.022–0.031 [derived]; larger: jams only in finer bores.
const BRIDGE: f64 = 0.027;
/// Chance that a µL beyond that bridges, summed until it is 1, per unit of excess [uncertain]; larger: jams sooner.
const BRIDGE_PER_UL: f64 = 0.1;

/// The bore of a cannula.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lumen {
    capacity_ul: f64,
    bore_mm: f64,
    /// From the port to the hub.
    slices: VecDeque<Content>,
    whole: Content,
    structure: f64,
    bridging: f64,
}

impl Lumen {
    pub(super) fn empty(bore_mm: f64, length_mm: f64) -> Self {
        let capacity_ul = 0.25 * PI * bore_mm * bore_mm * length_mm;
        Self { capacity_ul, bore_mm, slices: VecDeque::new(), whole: Content::default(), structure: 0.0, bridging: 0.0 }
    }

    pub(super) fn capacity_ul(&self) -> f64 {
        self.capacity_ul
    }

    pub(super) fn volume_ul(&self) -> f64 {
        self.whole.volume_ul()
    }

    /// Volume that is still empty, µL; exactly 0 once it has been filled.
    pub(super) fn missing_ul(&self) -> f64 {
        let missing = self.capacity_ul - self.volume_ul();
        if missing > 1e-9 * self.capacity_ul { missing } else { 0.0 }
    }

    pub(super) fn content(&self) -> Content {
        self.whole
    }

    pub(super) fn jammed(&self) -> bool {
        self.bridging >= 1.0
    }

    /// Pushes a portion in at the hub; what it drives out of the port.
    pub(super) fn push(&mut self, through: Content) -> Content {
        let volume = through.volume_ul();
        if volume <= 0.0 {
            return Content::default();
        }
        let part = self.capacity_ul / PARTS;
        match self.slices.back_mut() {
            Some(last) if last.volume_ul() < part => *last = last.plus(&through),
            _ => self.slices.push_back(through),
        }
        let mut over = self.slices.iter().map(Content::volume_ul).sum::<f64>() - self.capacity_ul;
        let mut out = Content::default();
        while over > 1e-9 * self.capacity_ul {
            let Some(first) = self.slices.front_mut() else { break };
            let there = first.volume_ul();
            if there <= over {
                out = out.plus(first);
                over -= there;
                self.slices.pop_front();
            } else {
                let piece = first.scaled(over / there);
                *first = first.minus(&piece);
                out = out.plus(&piece);
                over = 0.0;
            }
        }
        self.whole = self.slices.iter().fold(Content::default(), |sum, slice| sum.plus(slice));
        out
    }

    /// Shears what is in it (1/s): structure breaks or rebuilds, and spheres that pass may bridge.
    pub(super) fn shear(&mut self, suspension: &Suspension, shear_rate: f64, passed_ul: f64, dt: f64) {
        self.structure = suspension.structure_after(self.structure, shear_rate, dt);
        let room = self.bore_mm / suspension.largest_mm() - 1.0;
        let most = BRIDGE * room.max(0.0) * room.max(0.0);
        let solids = self.slices.back().map_or(0.0, Content::solids);
        if solids > most && passed_ul > 0.0 {
            self.bridging += BRIDGE_PER_UL * passed_ul * (solids / most.max(1e-6) - 1.0);
        }
    }

    /// How its contents flow; before there are any, what comes first.
    pub(super) fn law(&self, suspension: &Suspension, first: impl Fn() -> Content) -> HerschelBulkley {
        if self.slices.is_empty() { suspension.flow(&first()) } else { suspension.flow_at_rest(&self.whole, self.structure) }
    }
}
