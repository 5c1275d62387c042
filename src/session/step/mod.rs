//! The façade: one procedure, stepped.

mod bench;
mod care;
mod consult;
mod view;

use std::sync::Arc;

use crate::anatomy::{HazardKind, TissueField, Vicinity};
use crate::geom::Vec3;
use crate::geom::nearby::Nearby;
use crate::instrument::{Cannula, EntryPoint, HubPose, Reading, Syringe};
use crate::tissue::perfusion::{Embolus, Perfusion};
use crate::tissue::swelling::{self, Swollen};
use crate::tissue::traction::Traction;

use crate::session::consult::Consulting;
use crate::session::course::Course;
use crate::session::event::Log;
use crate::session::mark::Marking;
use crate::session::massage::Massage;
use crate::session::placement::{Place, Placement};
use crate::session::prepare::Preparing;
use crate::session::watch::TipWatch;
use crate::session::{Command, Controls, DT, Decision, Event, EventKind, Finger, Inspection, Ledger, Motion, Phase, Refusal, Setup, digest};

/// Time over which the rate of the port is smoothed before it is judged, s [design: a tenth of a second is one movement].
const RATE_S: f64 = 0.1;
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

/// A procedure under way or finished.
pub struct Session {
    setup: Arc<Setup>,
    cannula: Cannula,
    nearby: Nearby,
    syringe: Syringe,
    consulting: Consulting,
    marking: Marking,
    preparing: Preparing,
    jammed: bool,
    entries: Vec<EntryPoint>,
    log: Log,
    course: Course,
    watch: TipWatch,
    placement: Placement,
    massage: Massage,
    inspection: Option<Inspection>,
    /// What lay when the skin was last looked over.
    inspected_runs: Option<(usize, u64)>,
    perfusion: Perfusion,
    motion: Vec<Motion>,
    digest: u64,
    held: Option<HubPose>,
    finger: Option<Finger>,
    traction: Traction,
    done: Vec<Phase>,
    finished: bool,
    empty: bool,
    reading: Option<Reading>,
    rate_mm_s: f64,
    flow_ul_s: f64,
    plunger_n: f64,
    trauma_mj: f64,
    trauma_since_mj: f64,
}

impl Session {
    /// A session before its first tick.
    pub fn new(setup: Arc<Setup>) -> Self {
        let cannula = Cannula::new(setup.tube, Arc::clone(&setup.mechanics), setup.seed);
        let played = setup.phases.contains(&Phase::Prepare);
        let drawn_ml = if played { 0.0 } else { setup.drawn_ml };
        let preparing = if played { Preparing::default() } else { Preparing::given() };
        let syringe = Syringe::new(&setup.mixture, drawn_ml, &setup.tube);
        let drawn_ul = drawn_ml * 1e3;
        let mut placement = Placement::default();
        placement.ledger = Ledger { drawn_ul, left_ul: drawn_ul, ..Ledger::default() };
        Self {
            cannula,
            nearby: Nearby::default(),
            syringe,
            consulting: Consulting::default(),
            marking: Marking::default(),
            preparing,
            jammed: false,
            entries: Vec::new(),
            log: Log::default(),
            course: Course::default(),
            watch: TipWatch::default(),
            placement,
            massage: Massage::default(),
            inspection: None,
            inspected_runs: None,
            perfusion: Perfusion::default(),
            motion: Vec::new(),
            digest: setup.seed,
            held: None,
            finger: None,
            traction: Traction::default(),
            done: Vec::new(),
            finished: false,
            empty: false,
            reading: None,
            rate_mm_s: 0.0,
            flow_ul_s: 0.0,
            plunger_n: 0.0,
            trauma_mj: 0.0,
            trauma_since_mj: 0.0,
            setup,
        }
    }

    /// Lets one tick pass under the given controls. Returns the events of this tick. A finished session does not move.
    pub fn step(&mut self, controls: &Controls) -> &[Event] {
        let first = self.log.events.len();
        if self.finished {
            return &[];
        }
        if let Some(command) = controls.command {
            self.obey(command);
        }
        self.finger = controls.finger;
        let setup = Arc::clone(&self.setup);
        let pose = self.follow(controls.pose());
        let finger = self.finger.map(|finger| (finger.at(), finger.force()));
        self.traction.follow(finger, &setup.mechanics.traction, DT);
        self.cannula.set_traction(self.traction);
        let vicinity = Vicinity::new(&setup.anatomy, std::mem::take(&mut self.nearby));
        let swollen = Swollen::new(&vicinity, &self.placement.deposits);
        let reading = self.cannula.step(pose, &self.entries, &swollen, DT);
        self.nearby = vicinity.into_nearby();
        self.rate_mm_s += (reading.insertion_rate_mm_s - self.rate_mm_s) * (DT / RATE_S);
        let before = self.reading.as_ref().and_then(|last| last.inserted);
        if self.course.step(before, &reading, &mut self.log) {
            self.placement.close();
        }
        self.watch.step(&reading, &setup.anatomy, &mut self.log);
        if self.preparing.step(DT, &mut self.syringe) {
            self.say_stroked();
        }
        // A syringe on the bench has no plunger to press.
        self.let_flow(&reading, if self.preparing.stroking() { 0.0 } else { controls.plunger_n() });
        self.outdate_inspection();
        if !self.finished {
            self.massage.step(self.finger, self.log.tick, &setup, &mut self.placement);
        }
        if self.massage.is_done() && reading.inserted.is_none() && !self.course.passes().is_empty() && self.asks_for(Phase::Massage) {
            self.phase_done(Phase::Passes);
            self.phase_done(Phase::Massage);
        }
        self.trauma_since_mj += reading.trauma_mj;
        self.trauma_mj += reading.trauma_mj;
        if self.log.tick.is_multiple_of(MOTION_TICKS) {
            self.sample_motion(pose, &reading);
        }
        self.reading = Some(reading);
        // Before the tick is counted, so that the event belongs to it as all others do.
        if !self.finished && self.log.tick + 1 >= setup.limit_ticks {
            self.finish(true);
        }
        self.log.tick += 1;
        self.digest = digest::chain(self, controls);
        &self.log.events[first..]
    }

    /// Presses the plunger and puts what comes out where the port is.
    fn let_flow(&mut self, reading: &Reading, plunger_n: f64) {
        let setup = Arc::clone(&self.setup);
        let back_pressure = setup.mechanics.back_pressure_pa(reading.inserted.map(|_| reading.port_sample.layer()));
        let fill = if plunger_n > 0.0 { swelling::fill(&self.placement.deposits, reading.port_material) } else { 0.0 };
        let flow = self.syringe.step(plunger_n, back_pressure * setup.mechanics.swelling.factor(fill), DT);
        self.plunger_n = plunger_n;
        self.flow_ul_s = flow.volume_ul / DT;
        let pass = self.course.passes().len().saturating_sub(1) as u32;
        let hole = reading.inserted.and_then(|entry| self.entries.get(entry)).map(|entry| 0.5 * entry.gauge.outer_mm());
        let place = Place {
            anatomy: Some(setup.anatomy.as_ref()),
            mechanics: setup.mechanics.as_ref(),
            tube: &setup.tube,
            mixture: self.syringe.outlet(),
        };
        let lost_ul = self.placement.ledger.intravascular_ul;
        self.placement.step(reading, flow, self.rate_mm_s, pass, hole, &place, &mut self.log);
        self.perfuse(reading, self.placement.ledger.intravascular_ul - lost_ul);
        self.placement.ledger.left_ul = self.syringe.remaining_ul() + self.preparing.borrowed_ul();
        self.placement.ledger.dead_ul = self.syringe.dead_ul();
        if flow.jammed && !self.jammed {
            self.log.push(EventKind::Jammed);
        }
        self.jammed = flow.jammed;
        if self.placement.ledger.left_ul <= 1e-9 && self.placement.ledger.drawn_ul > 0.0 && !self.empty {
            self.empty = true;
            self.log.push(EventKind::SyringeEmpty);
        }
    }

    /// The skin that arteries with product in them feed; `fed_ul` went into a vessel in this tick.
    fn perfuse(&mut self, reading: &Reading, fed_ul: f64) {
        let setup = &self.setup;
        let artery = self.placement.vessel.filter(|&vessel| {
            fed_ul > 0.0 && setup.anatomy.hazards()[vessel as usize].kind == HazardKind::Artery
        });
        let (foot, normal) = (reading.port_sample.foot, reading.port_sample.normal);
        let fed = artery.map(|vessel| Embolus { vessel, foot, normal, volume_ul: fed_ul });
        for (sign, hazard, at) in self.perfusion.step(fed, &setup.mechanics.perfusion, DT) {
            self.log.push(EventKind::Sign { sign, hazard, at });
        }
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

    /// Whether a phase is played and not done yet.
    fn asks_for(&self, phase: Phase) -> bool {
        self.setup.phases.contains(&phase) && !self.done.contains(&phase)
    }

    fn phase_done(&mut self, phase: Phase) {
        if self.asks_for(phase) {
            self.done.push(phase);
            self.log.push(EventKind::PhaseDone(phase));
        }
    }

    fn obey(&mut self, command: Command) {
        let refused = match command {
            Command::Consult(act) => self.consult(act).err(),
            Command::Mark(act) => self.mark(act).err(),
            Command::Inspect => self.inspect().err(),
            Command::Care(act) => self.care(act).err(),
            Command::Bench(act) => self.at_bench(act).err(),
            Command::Disinfect => {
                if self.setup.phases.contains(&Phase::Disinfect) {
                    self.marked();
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
                    if self.is_inspected() {
                        self.phase_done(Phase::Inspect);
                    }
                    self.finish(false);
                    None
                }
            }
        };
        if let Some(refusal) = refused {
            self.log.push(EventKind::Refused(refusal));
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
        let near = |reach: f64| self.setup.proposed_entries.iter().any(|entry| entry.distance(sample.foot) <= reach);
        if !self.setup.entry_reach_mm.is_none_or(near) {
            return Err(Refusal::EntryNotAllowed);
        }
        self.marked();
        let disinfected = !self.setup.phases.contains(&Phase::Disinfect) || self.done.contains(&Phase::Disinfect);
        let entry = self.entries.len() as u32;
        let gauge = self.setup.tube.gauge.pilot();
        self.entries.push(EntryPoint { point: sample.foot, normal: sample.normal, gauge });
        self.log.push(EventKind::EntryMade { entry, point: sample.foot, region: sample.region, disinfected });
        self.phase_done(Phase::Entry);
        Ok(())
    }

    fn finish(&mut self, time_over: bool) {
        self.watch.close(&mut self.log);
        if !time_over && self.consulting.decision() != Some(Decision::DoNotTreat) {
            self.phase_done(Phase::Finish);
        }
        self.placement.deposits.settle(usize::MAX);
        let found = self.inspection();
        self.log.push(EventKind::Inspected { white_mm2: found.white_mm2, ridge_mm: found.ridge_mm });
        self.inspection = Some(found);
        for occlusion in self.perfusion.occlusions() {
            let outcome = self.setup.mechanics.perfusion.outcome(occlusion.volume_ul);
            self.log.push(EventKind::Occluded { hazard: occlusion.vessel, outcome, at: occlusion.foot });
        }
        self.finished = true;
        self.log.push(EventKind::Finished { time_over });
    }

    fn sample_motion(&mut self, pose: HubPose, reading: &Reading) {
        self.motion.push(Motion {
            tick: self.log.tick,
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

    fn inserted_mm(&self) -> f64 {
        self.reading.as_ref().filter(|reading| reading.inserted.is_some()).map_or(0.0, |reading| reading.inserted_mm)
    }
}
