//! What a session shows of itself to those who watch or judge it.

use std::sync::Arc;

use super::Session;
use crate::instrument::{Cannula, EntryPoint, Reading, Syringe};
use crate::product::{Bench, BenchView, Mixture};
use crate::session::{Decision, Event, Finger, Inspection, Laying, Ledger, MarkStroke, Motion, Pass, Phase, Setup};
use crate::tissue::perfusion::Perfusion;
use crate::tissue::traction::Traction;
use crate::tissue::{Deposits, Massaged};

impl Session {
    /// What the session was given.
    pub fn setup(&self) -> &Arc<Setup> {
        &self.setup
    }
    /// Ticks passed so far.
    pub fn tick(&self) -> u64 {
        self.log.tick
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
        &self.log.events
    }
    /// All runs of product so far.
    pub fn layings(&self) -> &[Laying] {
        &self.placement.layings
    }
    /// All passes so far; the last may be open.
    pub fn passes(&self) -> &[Pass] {
        self.course.passes()
    }
    /// Motion samples, 30 a second.
    pub fn motion(&self) -> &[Motion] {
        &self.motion
    }
    /// The product in the tissue.
    pub fn deposits(&self) -> &Deposits {
        &self.placement.deposits
    }
    /// The skin whose arteries hold product: pallor, livedo and pain by place.
    pub fn perfusion(&self) -> &Perfusion {
        &self.perfusion
    }
    /// Entry points made so far.
    pub fn entries(&self) -> &[EntryPoint] {
        &self.entries
    }
    /// Where the drawn product is.
    pub fn ledger(&self) -> Ledger {
        self.placement.ledger
    }
    /// Phases done so far.
    pub fn phases_done(&self) -> &[Phase] {
        &self.done
    }
    /// Questions of the history that were asked, as indices into the consultation's tables.
    pub fn asked(&self) -> &[u8] {
        self.consulting.asked()
    }
    /// Points of the consent that were noted, as indices into the consultation's tables.
    pub fn noted(&self) -> &[u8] {
        self.consulting.noted()
    }
    /// What was decided in the consultation, once it is.
    pub fn decision(&self) -> Option<Decision> {
        self.consulting.decision()
    }
    /// Strokes of the pen on the skin that are finished.
    pub fn strokes(&self) -> &[MarkStroke] {
        self.marking.strokes()
    }
    /// The stroke of the pen that is being drawn.
    pub fn stroke_under_way(&self) -> Option<&MarkStroke> {
        self.marking.open()
    }
    /// What eye and finger find over the zone now: some 6 ms while the session goes on, at once when it is over.
    pub fn inspection(&self) -> Inspection {
        self.inspection.unwrap_or_else(|| Inspection::of(&self.placement.deposits, &self.setup.zone))
    }
    /// What massage did so far.
    pub fn massaged(&self) -> Massaged {
        self.massage.massaged()
    }
    /// Counts the pieces of massage that moved product: the dose map changes when it does.
    pub fn massage_pieces(&self) -> u32 {
        self.massage.pieces()
    }
    /// The finger of the other hand in the last tick, while it touched the skin.
    pub fn finger(&self) -> Option<Finger> {
        self.finger
    }
    /// What the other hand does to the skin, as far as the skin has followed.
    pub fn traction(&self) -> Traction {
        self.traction
    }
    /// The cannula.
    pub fn cannula(&self) -> &Cannula {
        &self.cannula
    }
    /// What was prepared: once the syringe is filled, what was filled into it; before, what the plan asks for.
    pub fn mixture(&self) -> &Mixture {
        self.syringe.mixture()
    }
    /// What leaves the port now, as a mixture of its own.
    pub fn mixture_at_port(&self) -> &Mixture {
        self.syringe.outlet()
    }
    /// The bench, while something stands on it.
    pub fn bench(&self) -> Option<&Bench> {
        self.preparing.bench()
    }
    /// What a bench screen shows, while something stands on the bench.
    pub fn bench_view(&self) -> Option<BenchView> {
        self.preparing.view()
    }
    /// Whether the syringe has been filled (or came filled).
    pub fn prepared(&self) -> bool {
        self.preparing.filled()
    }
    /// Whether a stroke is under way.
    pub fn stroking(&self) -> bool {
        self.preparing.stroking()
    }
    /// The syringe on the cannula.
    pub fn syringe(&self) -> &Syringe {
        &self.syringe
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
