//! Where the product goes that leaves the port: into tissue as a run of deposits, into a vessel, or beside the patient.
//!
//! **Invariant:** what left the port is laid, beside the shaft, intravascular, spilled or lost by backflow, to the last µL.

use super::event::{EventKind, Log};
use super::laying::{Laying, LayingKind};
use super::DT;
use crate::anatomy::{Anatomy, HazardKind, Layer, TissueSample};
use crate::geom::Vec3;
use crate::instrument::{Flow, Reading, Tube};
use crate::product::Mixture;
use crate::tissue::{Annulus, Backflow, Deposits, Hold, LayerShare, Mechanics, Portion, Split};

/// Slowest movement of the port that counts as advancing or withdrawing, mm/s [design].
const STILL_MM_S: f64 = 0.5;
/// Inserted length of the port below which product is laid within the skin exit, mm [design].
const EXIT_MM: f64 = 3.0;
/// Mass of `CaHA` in the dermis under one laying that turns the skin white, mg [design; CLINICAL §3.3 gives the sign, no mass].
const WHITENING_MG: f64 = 2.0;

/// Product (µL) that has to run out beside the shaft in one insertion before it is seen [design].
const LEAK_UL: f64 = 2.0;

/// Where and through what product is laid.
pub(super) struct Place<'a> {
    /// The patient with the hazards; none in a slab of tissue.
    pub(super) anatomy: Option<&'a Anatomy>,
    /// How tissue pushes back.
    pub(super) mechanics: &'a Mechanics,
    /// The instrument.
    pub(super) tube: &'a Tube,
    /// The product.
    pub(super) mixture: &'a Mixture,
}

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
    /// Beside the shaft in its track, neither laid nor lost yet, µL.
    pub beside_ul: f64,
    /// Lost through the entry point, beside the shaft, µL.
    pub backflow_ul: f64,
}

/// The product out of the syringe.
#[derive(Default)]
pub(super) struct Placement {
    pub(super) ledger: Ledger,
    pub(super) deposits: Deposits,
    pub(super) layings: Vec<Laying>,
    backflow: Backflow,
    port_mm: Option<f64>,
    leaked_ul: f64,
    open: Option<u32>,
    white: Vec<u32>,
    /// Vessel that product of this tick went into.
    pub(super) vessel: Option<u32>,
    in_gland: bool,
    in_no_go: bool,
    spilling: bool,
}

impl Placement {
    /// Ends the run of product under way: what follows is another one.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Volume that went back beside the shaft so far, laid later or lost, µL.
    pub(super) fn back_ul(&self) -> f64 {
        self.backflow.back_ul()
    }

    /// Puts what left the port where the port is. `rate_mm_s` is the rate of insertion, `pass` the pass under way; `hole_mm` is the
    /// radius of the hole in the skin that the cannula went in through, where a pilot needle made one.
    pub(super) fn step(&mut self, reading: &Reading, flow: Flow, rate_mm_s: f64, pass: u32, hole_mm: Option<f64>, place: &Place, log: &mut Log) {
        let mut out = Portion { volume_ul: flow.volume_ul, caha_mg: flow.caha_mg };
        let port_mm = reading.inserted_mm - place.tube.port_offset_mm;
        if reading.inserted.is_none() || !(reading.port_sample.depth_mm > 0.0) {
            self.port_mm = None;
            let lost = self.backflow.leave();
            self.leak(lost, reading, log);
            self.ledger.beside_ul = 0.0;
            self.open = None;
            if out.volume_ul > 0.0 {
                self.ledger.spilled_ul += out.volume_ul;
                if !self.spilling {
                    self.spilling = true;
                    log.push(EventKind::Spilled);
                }
            }
            return;
        }
        let back_mm = self.port_mm.replace(port_mm).map_or(0.0, |before| before - port_mm);
        let (sample, at) = (reading.port_sample, reading.port_material);
        if out.volume_ul > 0.0 {
            self.spilling = false;
            if self.flow_hits_vessel(at, sample, place, log) {
                self.ledger.intravascular_ul += out.volume_ul;
                out = Portion::default();
            }
        }
        let split = self.divide(back_mm, out, port_mm, sample.layer(), hole_mm, place);
        self.leak(split.lost, reading, log);
        self.ledger.beside_ul = self.backflow.beside().volume_ul;
        if split.laid.volume_ul <= 0.0 {
            self.open = None;
            return;
        }
        let kind = if port_mm < EXIT_MM {
            LayingKind::AtExit
        } else if rate_mm_s <= -STILL_MM_S {
            LayingKind::Retrograde
        } else if rate_mm_s >= STILL_MM_S {
            LayingKind::Advancing
        } else {
            LayingKind::Still
        };
        self.lay(kind, pass, reading, split, place.mixture, log);
    }

    /// What of a portion out of the port is laid, creeps back beside the shaft, or is lost.
    fn divide(&mut self, back_mm: f64, out: Portion, port_mm: f64, layer: Layer, hole_mm: Option<f64>, place: &Place) -> Split {
        let (mechanics, tube) = (place.mechanics, place.tube);
        let annulus = Annulus {
            radius_mm: tube.radius_mm(),
            way_mm: port_mm.max(0.0),
            hole_mm: hole_mm.map_or(0.0, |_| mechanics.skin.pilot_mm),
            hole_radius_mm: hole_mm.unwrap_or(0.0),
        };
        let hold = Hold {
            pressure_pa: mechanics.back_pressure_pa(Some(layer)),
            grip_pa: mechanics.tip.grip_pa(tube.edge_mm(mechanics.tip.ground_edge_mm), tube.radius_mm()),
            shear_pa: self.deposits.stiffness().shear_pa(layer),
        };
        self.backflow.step(back_mm, out, tube.port_offset_mm, &annulus, &hold, &place.mixture.rheology, DT)
    }

    /// Product that runs out of the skin beside the shaft.
    fn leak(&mut self, lost: Portion, reading: &Reading, log: &mut Log) {
        self.ledger.backflow_ul += lost.volume_ul;
        let before = self.leaked_ul;
        self.leaked_ul = if reading.inserted.is_some() { before + lost.volume_ul } else { 0.0 };
        if before <= LEAK_UL && self.leaked_ul > LEAK_UL {
            log.push(EventKind::Backflow { at: reading.port_material });
        }
    }

    /// Lays product at the port, in the run under way or a new one.
    fn lay(&mut self, kind: LayingKind, pass: u32, reading: &Reading, split: Split, mixture: &Mixture, log: &mut Log) {
        let Portion { volume_ul, caha_mg } = split.laid;
        let (port, sample, direction) = (reading.port_material, reading.port_sample, reading.port_direction);
        let id = self.laying_of(kind, pass, port, log.tick);
        let at = port + direction * split.ahead_mm;
        let share: LayerShare = self.deposits.lay(at, direction, &sample, volume_ul, caha_mg, mixture, id, log.tick);
        self.ledger.laid_ul += volume_ul;
        let laying = &mut self.layings[id as usize];
        laying.ticks.1 = log.tick;
        laying.volume_ul += volume_ul;
        laying.caha_mg += caha_mg;
        laying.dermal_mg += caha_mg * share.dermal();
        laying.length_mm += laying.end.distance(port);
        laying.end = port;
        if laying.dermal_mg > WHITENING_MG && !self.white.contains(&id) {
            self.white.push(id);
            log.push(EventKind::Whitening { laying: id, at: port });
        }
    }

    /// Notes product in hazards and no-go regions; true when it went into a vessel.
    fn flow_hits_vessel(&mut self, at: Vec3, sample: TissueSample, place: &Place, log: &mut Log) -> bool {
        let Some(anatomy) = place.anatomy else { return false };
        let no_go = sample.region.is_no_go();
        if no_go && !self.in_no_go {
            log.push(EventKind::FlowInNoGo { region: sample.region, at });
        }
        self.in_no_go = no_go;
        let near = anatomy.nearest_hazard_at(at, &sample).filter(|near| near.clearance_mm < 0.0);
        let inside = near.map(|near| (near.hazard as u32, anatomy.hazards()[near.hazard].kind));
        let vessel = inside.filter(|(_, kind)| matches!(kind, HazardKind::Artery | HazardKind::Vein));
        let gland = inside.filter(|(_, kind)| matches!(kind, HazardKind::Gland));
        if let Some((hazard, _)) = vessel && self.vessel.is_none() {
            log.push(EventKind::FlowInVessel { hazard, at });
        }
        if let Some((hazard, _)) = gland && !self.in_gland {
            log.push(EventKind::FlowInGland { hazard, at });
        }
        self.vessel = vessel.map(|(hazard, _)| hazard);
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
