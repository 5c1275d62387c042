//! Where the product goes that leaves the port: into tissue as a run of deposits, into a vessel, or beside the patient.
//!
//! **Invariant:** what left the port is laid, intravascular or spilled, to the last µL.

use super::event::{EventKind, Log};
use super::laying::{Laying, LayingKind};
use super::setup::Setup;
use crate::anatomy::{HazardKind, TissueSample};
use crate::geom::Vec3;
use crate::instrument::{Flow, Reading};
use crate::tissue::{Deposits, LayerShare};

/// Slowest movement of the port that counts as advancing or withdrawing, mm/s [design].
const STILL_MM_S: f64 = 0.5;
/// Inserted length of the port below which product is laid within the skin exit, mm [design].
const EXIT_MM: f64 = 3.0;
/// Mass of `CaHA` in the dermis under one laying that turns the skin white, mg [design; CLINICAL §3.3 gives the sign, no mass].
const WHITENING_MG: f64 = 2.0;

/// Where the drawn product is; the parts add up to `drawn_ul`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ledger {
    /// Drawn into the syringe, µL.
    pub drawn_ul: f64,
    /// Still in the barrel, µL.
    pub left_ul: f64,
    /// In the cannula, µL.
    pub dead_ul: f64,
    /// Laid in tissue, µL.
    pub laid_ul: f64,
    /// Lost inside a vessel, µL.
    pub intravascular_ul: f64,
    /// Lost outside the patient, µL.
    pub spilled_ul: f64,
}

/// The product out of the syringe.
#[derive(Default)]
pub(super) struct Placement {
    pub(super) ledger: Ledger,
    pub(super) deposits: Deposits,
    pub(super) layings: Vec<Laying>,
    open: Option<u32>,
    white: Vec<u32>,
    in_vessel: bool,
    in_gland: bool,
    in_no_go: bool,
    spilling: bool,
}

impl Placement {
    /// Ends the run of product under way: what follows is another one.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Puts what left the port where the port is. `rate_mm_s` is the rate of insertion, `pass` the pass under way.
    pub(super) fn step(&mut self, reading: &Reading, flow: Flow, rate_mm_s: f64, pass: u32, setup: &Setup, log: &mut Log) {
        let Flow { volume_ul, caha_mg, .. } = flow;
        if volume_ul <= 0.0 {
            self.open = None;
            return;
        }
        if reading.inserted.is_none() || !(reading.port_sample.depth_mm > 0.0) {
            self.ledger.spilled_ul += volume_ul;
            self.open = None;
            if !self.spilling {
                self.spilling = true;
                log.push(EventKind::Spilled);
            }
            return;
        }
        self.spilling = false;
        let (sample, at) = (reading.port_sample, reading.port_material);
        if self.flow_hits_vessel(at, sample, setup, log) {
            self.ledger.intravascular_ul += volume_ul;
            self.open = None;
            return;
        }
        let kind = if reading.inserted_mm - setup.tube.port_offset_mm < EXIT_MM {
            LayingKind::AtExit
        } else if rate_mm_s <= -STILL_MM_S {
            LayingKind::Retrograde
        } else if rate_mm_s >= STILL_MM_S {
            LayingKind::Advancing
        } else {
            LayingKind::Still
        };
        let id = self.laying_of(kind, pass, at, log.tick);
        let direction = reading.port_direction;
        let share: LayerShare =
            self.deposits.lay(at, direction, &sample, volume_ul, caha_mg, &setup.mixture, id, log.tick);
        self.ledger.laid_ul += volume_ul;
        let laying = &mut self.layings[id as usize];
        laying.ticks.1 = log.tick;
        laying.volume_ul += volume_ul;
        laying.caha_mg += caha_mg;
        laying.dermal_mg += caha_mg * share.dermal();
        laying.length_mm += laying.end.distance(at);
        laying.end = at;
        if laying.dermal_mg > WHITENING_MG && !self.white.contains(&id) {
            self.white.push(id);
            log.push(EventKind::Whitening { laying: id, at });
        }
    }

    /// Notes product in hazards and no-go regions; true when it went into a vessel.
    fn flow_hits_vessel(&mut self, at: Vec3, sample: TissueSample, setup: &Setup, log: &mut Log) -> bool {
        let no_go = sample.region.is_no_go();
        if no_go && !self.in_no_go {
            log.push(EventKind::FlowInNoGo { region: sample.region, at });
        }
        self.in_no_go = no_go;
        let near = setup.anatomy.nearest_hazard_at(at, &sample).filter(|near| near.clearance_mm < 0.0);
        let inside = near.map(|near| (near.hazard as u32, setup.anatomy.hazards()[near.hazard].kind));
        let vessel = inside.filter(|(_, kind)| matches!(kind, HazardKind::Artery | HazardKind::Vein));
        let gland = inside.filter(|(_, kind)| matches!(kind, HazardKind::Gland));
        if let Some((hazard, _)) = vessel && !self.in_vessel {
            log.push(EventKind::FlowInVessel { hazard, at });
        }
        if let Some((hazard, _)) = gland && !self.in_gland {
            log.push(EventKind::FlowInGland { hazard, at });
        }
        self.in_vessel = vessel.is_some();
        self.in_gland = gland.is_some();
        vessel.is_some()
    }

    /// The run of product that goes on, or a new one.
    fn laying_of(&mut self, kind: LayingKind, pass: u32, at: Vec3, tick: u64) -> u32 {
        if let Some(open) = self.open {
            let laying = &self.layings[open as usize];
            if laying.kind == kind && laying.pass == pass {
                return open;
            }
        }
        let id = self.layings.len() as u32;
        self.layings.push(Laying {
            id,
            kind,
            pass,
            ticks: (tick, tick),
            volume_ul: 0.0,
            caha_mg: 0.0,
            dermal_mg: 0.0,
            length_mm: 0.0,
            start: at,
            end: at,
        });
        self.open = Some(id);
        id
    }
}
