//! The façade: one procedure, stepped.

use std::sync::Arc;

use xxhash_rust::xxh64::Xxh64;

use crate::anatomy::{HazardKind, Layer, TissueField, TissueSample};
use crate::geom::Vec3;
use crate::instrument::{Cannula, EntryPoint, HubPose, Pop, Reading, Syringe};
use crate::tissue::{Deposits, LayerShare};

use super::{Command, Controls, DT, Event, EventKind, Laying, LayingKind, Motion, Pass, Phase, Refusal, Setup};

/// Slowest movement of the port that counts as advancing or withdrawing, mm/s [design].
const STILL_MM_S: f64 = 0.5;
/// Time over which the rate of the port is smoothed before it is judged, s [design: a tenth of a second is one movement].
const RATE_S: f64 = 0.1;
/// Inserted length of the port below which product is laid within the skin exit, mm [design].
const EXIT_MM: f64 = 3.0;
/// Retreat or advance that turns the direction of a pass, mm [design].
const TURN_MM: f64 = 3.0;
/// Mass of `CaHA` in the dermis under one laying that turns the skin white, mg [design; CLINICAL §3.3 gives the sign, no mass].
const WHITENING_MG: f64 = 2.0;
/// Clearance to a hazard's wall below which the tip is too near, mm [design: CLINICAL §5].
const NEAR_MISS_MM: f64 = 1.5;
/// Clearance at which an approach to a hazard is over, mm.
const APPROACH_OVER_MM: f64 = 3.0;
/// Furthest an entry may be asked for from the skin, mm.
const ENTRY_REACH_MM: f64 = 2.0;
/// Closest two entry points may be, mm.
const ENTRY_GAP_MM: f64 = 3.0;
/// Furthest that the hub moves in a tick while the cannula is in tissue, mm: 0.18 m/s, faster than a hand would [design].
const FASTEST_MM: f64 = 1.5;
/// Furthest that it turns in a tick then, rad (as a chord): 6 rad/s [design].
const FASTEST_TURN: f64 = 0.05;
/// Ticks between two motion samples.
const MOTION_TICKS: u64 = 4;

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

/// A procedure under way or finished.
pub struct Session {
    setup: Arc<Setup>,
    cannula: Cannula,
    syringe: Syringe,
    deposits: Deposits,
    entries: Vec<EntryPoint>,
    events: Vec<Event>,
    layings: Vec<Laying>,
    passes: Vec<Pass>,
    motion: Vec<Motion>,
    ledger: Ledger,
    tick: u64,
    digest: u64,
    held: Option<HubPose>,
    done: Vec<Phase>,
    finished: bool,
    reading: Option<Reading>,
    rate_mm_s: f64,
    flow_ul_s: f64,
    plunger_n: f64,
    last_layer: Option<Layer>,
    in_bone: bool,
    was_exited: bool,
    withdrawing: bool,
    turn_mm: f64,
    approach: Option<(u32, f64, Vec3)>,
    open_laying: Option<u32>,
    flagged_vessel: bool,
    flagged_gland: bool,
    flagged_no_go: bool,
    flagged_spill: bool,
    flagged_empty: bool,
    white: Vec<u32>,
    trauma_mj: f64,
    trauma_since_mj: f64,
}

impl Session {
    /// A session before its first tick.
    pub fn new(setup: Arc<Setup>) -> Self {
        let cannula = Cannula::new(setup.tube, Arc::clone(&setup.mechanics), setup.seed);
        let syringe = Syringe::new(&setup.mixture, setup.drawn_ml, &setup.tube);
        let drawn_ul = setup.drawn_ml * 1e3;
        Self {
            cannula,
            syringe,
            deposits: Deposits::default(),
            entries: Vec::new(),
            events: Vec::new(),
            layings: Vec::new(),
            passes: Vec::new(),
            motion: Vec::new(),
            ledger: Ledger { drawn_ul, left_ul: drawn_ul, ..Ledger::default() },
            tick: 0,
            digest: setup.seed,
            held: None,
            done: Vec::new(),
            finished: false,
            reading: None,
            rate_mm_s: 0.0,
            flow_ul_s: 0.0,
            plunger_n: 0.0,
            last_layer: None,
            in_bone: false,
            was_exited: false,
            withdrawing: false,
            turn_mm: 0.0,
            approach: None,
            open_laying: None,
            flagged_vessel: false,
            flagged_gland: false,
            flagged_no_go: false,
            flagged_spill: false,
            flagged_empty: false,
            white: Vec::new(),
            trauma_mj: 0.0,
            trauma_since_mj: 0.0,
            setup,
        }
    }

    /// Lets one tick pass under the given controls. Returns the events of this tick. A finished session does not move.
    pub fn step(&mut self, controls: &Controls) -> &[Event] {
        let first = self.events.len();
        if self.finished {
            return &[];
        }
        if let Some(command) = controls.command {
            self.obey(command);
        }
        let setup = Arc::clone(&self.setup);
        let pose = self.follow(controls.pose());
        let reading = self.cannula.step(pose, &self.entries, setup.anatomy.as_ref(), DT);
        self.rate_mm_s += (reading.insertion_rate_mm_s - self.rate_mm_s) * (DT / RATE_S);
        self.follow_passes(&reading);
        self.watch_tip(&reading);
        self.plunger_n = controls.plunger_n();
        let back_pressure = setup.mechanics.back_pressure_pa(reading.inserted.map(|_| reading.port_sample.layer()));
        let flow = self.syringe.step(self.plunger_n, back_pressure, DT);
        self.flow_ul_s = flow.volume_ul / DT;
        self.lay(&reading, flow.volume_ul, flow.caha_mg);
        self.ledger.left_ul = self.syringe.remaining_ul();
        self.ledger.dead_ul = self.syringe.dead_ul();
        if self.ledger.left_ul <= 1e-9 && !self.flagged_empty {
            self.flagged_empty = true;
            self.push(EventKind::SyringeEmpty);
        }
        self.trauma_since_mj += reading.trauma_mj;
        self.trauma_mj += reading.trauma_mj;
        if self.tick.is_multiple_of(MOTION_TICKS) {
            self.sample_motion(pose, &reading);
        }
        self.reading = Some(reading);
        // Before the tick is counted, so that the event belongs to it as all others do.
        if !self.finished && self.tick + 1 >= setup.limit_ticks {
            self.finish(true);
        }
        self.tick += 1;
        self.update_digest(controls);
        &self.events[first..]
    }

    /// The hub on its way to the pose that is asked for: with the tip in tissue, or on its way into it, it cannot jump, whatever a
    /// mouse or a file says.
    fn follow(&mut self, asked: HubPose) -> HubPose {
        let held = self.held.unwrap_or(asked);
        let (way, turn) = (asked.position - held.position, asked.direction - held.direction);
        let jumps = way.length() > FASTEST_MM || turn.length() > FASTEST_TURN;
        let inside = || {
            let tip = asked.position + asked.direction * self.setup.tube.length_mm;
            self.inserted_mm() > 0.0 || self.setup.anatomy.sample(tip).depth_mm > 0.0
        };
        let held = if jumps && inside() {
            let turned = held.direction + turn.clamp_length_max(FASTEST_TURN);
            HubPose {
                position: held.position + way.clamp_length_max(FASTEST_MM),
                direction: turned.normalize_or(held.direction),
            }
        } else {
            asked
        };
        self.held = Some(held);
        held
    }

    fn push(&mut self, kind: EventKind) {
        self.events.push(Event { tick: self.tick, kind });
    }

    fn phase_done(&mut self, phase: Phase) {
        if self.setup.phases.contains(&phase) && !self.done.contains(&phase) {
            self.done.push(phase);
            self.push(EventKind::PhaseDone(phase));
        }
    }

    fn obey(&mut self, command: Command) {
        let refused = match command {
            Command::Disinfect => {
                if self.setup.phases.contains(&Phase::Disinfect) {
                    self.phase_done(Phase::Disinfect);
                    None
                } else {
                    Some(Refusal::PhaseNotPlayed)
                }
            }
            Command::MakeEntry { point_um } => {
                self.make_entry(Vec3::from_array(point_um.map(|x| f64::from(x) * 1e-3))).err()
            }
            Command::Finish => {
                if self.inserted_mm() > 0.0 {
                    Some(Refusal::CannulaInTissue)
                } else {
                    self.phase_done(Phase::Passes);
                    self.finish(false);
                    None
                }
            }
        };
        if let Some(refusal) = refused {
            self.push(EventKind::Refused(refusal));
        }
    }

    fn make_entry(&mut self, at: Vec3) -> Result<(), Refusal> {
        if self.inserted_mm() > 0.0 {
            return Err(Refusal::CannulaInTissue);
        }
        let sample = self.setup.anatomy.sample(at);
        if !(sample.depth_mm.abs() <= ENTRY_REACH_MM) {
            return Err(Refusal::NotOnSkin);
        }
        if self.entries.iter().any(|entry| entry.point.distance(sample.foot) < ENTRY_GAP_MM) {
            return Err(Refusal::EntryExists);
        }
        let disinfected = !self.setup.phases.contains(&Phase::Disinfect) || self.done.contains(&Phase::Disinfect);
        let entry = self.entries.len() as u32;
        let gauge = self.setup.tube.gauge.pilot();
        self.entries.push(EntryPoint { point: sample.foot, normal: sample.normal, gauge });
        self.push(EventKind::EntryMade { entry, point: sample.foot, region: sample.region, disinfected });
        self.phase_done(Phase::Entry);
        Ok(())
    }

    fn finish(&mut self, time_over: bool) {
        self.close_approach();
        if !time_over {
            self.phase_done(Phase::Finish);
        }
        self.finished = true;
        self.push(EventKind::Finished { time_over });
    }

    /// Opens, turns and closes passes: a pass ends when the tip comes out, or when it advances again after a withdrawal.
    fn follow_passes(&mut self, reading: &Reading) {
        let before = self.reading.as_ref().and_then(|last| last.inserted);
        let tick = self.tick;
        match (before, reading.inserted) {
            (None, Some(entry)) => {
                self.push(EventKind::Inserted { entry: entry as u32 });
                self.open_pass(entry as u32, reading);
            }
            (Some(entry), None) => {
                self.push(EventKind::Withdrawn { entry: entry as u32 });
                self.open_laying = None;
                self.last_layer = None;
            }
            (Some(_), Some(entry)) => {
                let inserted = reading.inserted_mm;
                if self.withdrawing {
                    self.turn_mm = self.turn_mm.min(inserted);
                    if inserted > self.turn_mm + TURN_MM {
                        self.open_pass(entry as u32, reading);
                    }
                } else {
                    self.turn_mm = self.turn_mm.max(inserted);
                    if inserted < self.turn_mm - TURN_MM {
                        self.withdrawing = true;
                        self.turn_mm = inserted;
                    }
                }
            }
            (None, None) => {}
        }
        if reading.inserted.is_some() && let Some(pass) = self.passes.last_mut() {
            pass.ticks.1 = tick;
            if reading.inserted_mm > pass.reach_mm {
                pass.reach_mm = reading.inserted_mm;
                pass.far_end = reading.port_material;
            }
        }
    }

    fn open_pass(&mut self, entry: u32, reading: &Reading) {
        let id = self.passes.len() as u32;
        self.passes.push(Pass {
            id,
            entry,
            ticks: (self.tick, self.tick),
            reach_mm: reading.inserted_mm,
            far_end: reading.port_material,
        });
        self.withdrawing = false;
        self.turn_mm = reading.inserted_mm;
        self.open_laying = None;
    }

    /// Layers, septa, bone, exit and hazards that the tip meets.
    fn watch_tip(&mut self, reading: &Reading) {
        if reading.inserted.is_none() {
            self.close_approach();
            return;
        }
        let sample = reading.tip_sample;
        let at = sample.foot - sample.normal * sample.depth_mm;
        let layer = sample.layer();
        if self.last_layer != Some(layer) {
            self.last_layer = Some(layer);
            self.push(EventKind::LayerEntered { layer, depth_mm: sample.depth_mm, at });
        }
        if matches!(reading.pop, Some(Pop::Septum)) {
            self.push(EventKind::Pop { at });
        }
        if reading.bone_contact && !self.in_bone {
            self.push(EventKind::BoneTouched { at });
        }
        self.in_bone = reading.bone_contact;
        if reading.exited && !self.was_exited {
            self.push(EventKind::SkinExited { at });
        }
        self.was_exited = reading.exited;
        match self.setup.anatomy.nearest_hazard_at(at, &sample) {
            Some(near) if near.clearance_mm < NEAR_MISS_MM => {
                let hazard = near.hazard as u32;
                match &mut self.approach {
                    Some((known, least, place)) if *known == hazard => {
                        if near.clearance_mm < *least {
                            (*least, *place) = (near.clearance_mm, at);
                        }
                    }
                    _ => {
                        self.close_approach();
                        self.approach = Some((hazard, near.clearance_mm, at));
                    }
                }
            }
            Some(near) if near.clearance_mm < APPROACH_OVER_MM => {}
            _ => self.close_approach(),
        }
    }

    fn close_approach(&mut self) {
        if let Some((hazard, clearance_mm, at)) = self.approach.take() {
            self.push(EventKind::NearMiss { hazard, clearance_mm, at });
        }
    }

    /// Puts what left the port where the port is.
    fn lay(&mut self, reading: &Reading, volume_ul: f64, caha_mg: f64) {
        if volume_ul <= 0.0 {
            self.open_laying = None;
            return;
        }
        let Some(_) = reading.inserted.filter(|_| reading.port_sample.depth_mm > 0.0) else {
            self.ledger.spilled_ul += volume_ul;
            self.open_laying = None;
            if !self.flagged_spill {
                self.flagged_spill = true;
                self.push(EventKind::Spilled);
            }
            return;
        };
        self.flagged_spill = false;
        let (sample, at) = (reading.port_sample, reading.port_material);
        if self.flow_hits_vessel(at, sample) {
            self.ledger.intravascular_ul += volume_ul;
            self.open_laying = None;
            return;
        }
        let rate = self.rate_mm_s;
        let kind = if reading.inserted_mm - self.setup.tube.port_offset_mm < EXIT_MM {
            LayingKind::AtExit
        } else if rate <= -STILL_MM_S {
            LayingKind::Retrograde
        } else if rate >= STILL_MM_S {
            LayingKind::Advancing
        } else {
            LayingKind::Still
        };
        let id = self.laying_of(kind, at);
        let share: LayerShare = self.deposits.lay(
            at,
            reading.port_direction,
            &sample,
            volume_ul,
            caha_mg,
            &self.setup.mixture,
            id,
            self.tick,
        );
        self.ledger.laid_ul += volume_ul;
        let laying = &mut self.layings[id as usize];
        laying.ticks.1 = self.tick;
        laying.volume_ul += volume_ul;
        laying.caha_mg += caha_mg;
        laying.dermal_mg += caha_mg * share.dermal();
        laying.length_mm += laying.end.distance(at);
        laying.end = at;
        let white = laying.dermal_mg > WHITENING_MG;
        if white && !self.white.contains(&id) {
            self.white.push(id);
            self.push(EventKind::Whitening { laying: id, at });
        }
    }

    /// Notes product in hazards and no-go regions; true when it went into a vessel.
    fn flow_hits_vessel(&mut self, at: Vec3, sample: TissueSample) -> bool {
        let no_go = sample.region.is_no_go();
        if no_go && !self.flagged_no_go {
            self.push(EventKind::FlowInNoGo { region: sample.region, at });
        }
        self.flagged_no_go = no_go;
        let inside = self
            .setup
            .anatomy
            .nearest_hazard_at(at, &sample)
            .filter(|near| near.clearance_mm < 0.0)
            .map(|near| (near.hazard as u32, self.setup.anatomy.hazards()[near.hazard].kind));
        let vessel = inside.filter(|(_, kind)| matches!(kind, HazardKind::Artery | HazardKind::Vein));
        let gland = inside.filter(|(_, kind)| matches!(kind, HazardKind::Gland));
        if let Some((hazard, _)) = vessel && !self.flagged_vessel {
            self.push(EventKind::FlowInVessel { hazard, at });
        }
        if let Some((hazard, _)) = gland && !self.flagged_gland {
            self.push(EventKind::FlowInGland { hazard, at });
        }
        self.flagged_vessel = vessel.is_some();
        self.flagged_gland = gland.is_some();
        vessel.is_some()
    }

    fn laying_of(&mut self, kind: LayingKind, at: Vec3) -> u32 {
        let pass = self.passes.len().saturating_sub(1) as u32;
        if let Some(open) = self.open_laying {
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
            ticks: (self.tick, self.tick),
            volume_ul: 0.0,
            caha_mg: 0.0,
            dermal_mg: 0.0,
            length_mm: 0.0,
            start: at,
            end: at,
        });
        self.open_laying = Some(id);
        id
    }

    fn sample_motion(&mut self, pose: HubPose, reading: &Reading) {
        self.motion.push(Motion {
            tick: self.tick,
            hub: pose.position,
            direction: pose.direction,
            tip: reading.tip,
            port: reading.port_material,
            inserted_mm: reading.inserted.map_or(0.0, |_| reading.inserted_mm),
            rate_mm_s: self.rate_mm_s,
            depth_mm: reading.port_sample.depth_mm,
            layer: reading.port_sample.layer(),
            hub_force_n: reading.hub_force_n,
            wall_force_n: reading.wall_force_n,
            plunger_n: self.plunger_n,
            flow_ul_s: self.flow_ul_s,
            trauma_mj: self.trauma_since_mj,
        });
        self.trauma_since_mj = 0.0;
    }

    /// Chains this tick's controls and resulting state into the running digest.
    fn update_digest(&mut self, controls: &Controls) {
        let mut hash = Xxh64::new(self.digest);
        for x in controls.hub_um.iter().chain(&controls.direction_ppm).chain([&controls.plunger_mn]) {
            hash.update(&x.to_le_bytes());
        }
        match controls.command {
            None => hash.update(&[0]),
            Some(Command::Disinfect) => hash.update(&[1]),
            Some(Command::MakeEntry { point_um }) => {
                hash.update(&[2]);
                point_um.iter().for_each(|x| hash.update(&x.to_le_bytes()));
            }
            Some(Command::Finish) => hash.update(&[3]),
        }
        let mut number = |x: &f64| hash.update(&x.to_bits().to_le_bytes());
        for node in self.cannula.nodes() {
            node.to_array().iter().for_each(&mut number);
        }
        if let Some(reading) = &self.reading {
            reading.port_material.to_array().iter().for_each(&mut number);
            let forces = [reading.inserted_mm, reading.hub_force_n, reading.wall_force_n, reading.trauma_mj];
            forces.iter().for_each(&mut number);
        }
        let Ledger { left_ul, dead_ul, laid_ul, intravascular_ul, spilled_ul, .. } = self.ledger;
        [left_ul, dead_ul, laid_ul, intravascular_ul, spilled_ul].iter().for_each(&mut number);
        hash.update(&(self.events.len() as u64).to_le_bytes());
        hash.update(&[u8::from(self.finished)]);
        self.digest = hash.digest();
    }

    fn inserted_mm(&self) -> f64 {
        self.reading.as_ref().filter(|reading| reading.inserted.is_some()).map_or(0.0, |reading| reading.inserted_mm)
    }

    /// What the session was given.
    pub fn setup(&self) -> &Arc<Setup> {
        &self.setup
    }
    /// Ticks passed so far.
    pub fn tick(&self) -> u64 {
        self.tick
    }
    /// Whether it is over.
    pub fn finished(&self) -> bool {
        self.finished
    }
    /// Running digest of all controls and states so far.
    pub fn digest(&self) -> u64 {
        self.digest
    }
    /// All events so far.
    pub fn events(&self) -> &[Event] {
        &self.events
    }
    /// All runs of product so far.
    pub fn layings(&self) -> &[Laying] {
        &self.layings
    }
    /// All passes so far; the last may be open.
    pub fn passes(&self) -> &[Pass] {
        &self.passes
    }
    /// Motion samples, 30 a second.
    pub fn motion(&self) -> &[Motion] {
        &self.motion
    }
    /// The product in the tissue.
    pub fn deposits(&self) -> &Deposits {
        &self.deposits
    }
    /// Entry points made so far.
    pub fn entries(&self) -> &[EntryPoint] {
        &self.entries
    }
    /// Where the drawn product is.
    pub fn ledger(&self) -> Ledger {
        self.ledger
    }
    /// Phases done so far.
    pub fn phases_done(&self) -> &[Phase] {
        &self.done
    }
    /// The cannula.
    pub fn cannula(&self) -> &Cannula {
        &self.cannula
    }
    /// What the cannula read in the last tick.
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }
    /// Flow out of the port in the last tick, µL/s.
    pub fn flow_ul_s(&self) -> f64 {
        self.flow_ul_s
    }
    /// Rate of insertion, smoothed over a tenth of a second, mm/s; negative while withdrawing.
    pub fn rate_mm_s(&self) -> f64 {
        self.rate_mm_s
    }
    /// Force on the plunger in the last tick, N.
    pub fn plunger_n(&self) -> f64 {
        self.plunger_n
    }
    /// Work done tearing tissue so far, mJ.
    pub fn trauma_mj(&self) -> f64 {
        self.trauma_mj
    }
}
