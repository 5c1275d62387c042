//! One retrograde thread in a slab of tissue, laid by the session's own instrument, syringe and placement: no patient, no hazards.
//!
//! The hand goes in steeply, lays the shaft along the skin at the depth that is wanted, and from there on sees nothing: it advances,
//! waits, and withdraws while it presses, with a small error of pitch, a slow drift and a tremor that its seed sets.
//!
//! **Invariant:** nothing here looks at what the instrument is; the same seed gives every instrument the same hand.

use std::sync::Arc;

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::event::Log;
use super::placement::{Place, Placement};
use super::{DT, Hand, Ledger, Steer};
use crate::anatomy::{Layer, TissueField};
use crate::geom::Vec3;
use crate::instrument::{Cannula, EntryPoint, Reading, Syringe, Tube};
use crate::product::Mixture;
use crate::tissue::{Deposits, Mechanics, Slab, SlabShape};

/// Pitch of the first millimetres, rad (30–45° to pierce, then flatten [recalled practice; uncertain]).
const ENTRY_PITCH: f64 = 0.55;
/// Speed of advancing, mm/s (as an expert operator's).
const ADVANCE_MM_S: f64 = 11.0;
/// Rest between the way in and the way out, s [design].
const REST_S: f64 = 0.25;
/// Distance from the entry at which the thumb lets go, mm (5–10 mm [recalled practice; uncertain]).
const STOP_MM: f64 = 8.0;
/// What stays outside of the full length, mm.
const OUTSIDE_MM: f64 = 5.0;
/// SD of the slow drift of the pitch ÷ that of its constant error, and its time constant, s [design].
const DRIFT: (f64, f64) = (0.3, 2.5);
/// SD of the tremor, mm: an expert's (see `assets/operators.ron`).
const TREMOR_MM: f64 = 0.025;
/// A hand that has drawn so far back has done, whatever the skin drags along, mm.
const OUT_MM: f64 = 15.0;
/// No trial takes longer, ticks.
const LONGEST: u64 = 120 * 120;

/// What is tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The instrument.
    pub tube: Tube,
    /// The tissue.
    pub slab: Slab,
    /// How it pushes back.
    pub mechanics: Arc<Mechanics>,
    /// The product.
    pub mixture: Mixture,
    /// Layer that the thread is meant for.
    pub layer: Layer,
    /// Depth that is aimed at, mm below the skin.
    pub depth_mm: f64,
    /// Volume that is meant, µL.
    pub volume_ul: f64,
    /// Speed of withdrawing, mm/s.
    pub speed_mm_s: f64,
    /// SD of the constant error of pitch, rad.
    pub pitch_error: f64,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Trialled {
    /// What lies in the tissue.
    pub deposits: Deposits,
    /// Where the product went.
    pub ledger: Ledger,
    /// Share of the volume that went back beside the shaft, laid later or lost.
    pub back_share: f64,
    /// Whether the tip left the layer that was meant while it advanced.
    pub left_layer: bool,
    /// Share of the laid volume whose port lay outside the layer that was meant.
    pub beside_layer: f64,
    /// Greatest force of walls on the shaft, N.
    pub wall_n: f64,
    /// Greatest force on the hub, N.
    pub hub_n: f64,
    /// Length of track at its farthest, mm.
    pub reach_mm: f64,
    /// Depth of the tip there, mm.
    pub far_depth_mm: f64,
}

impl Trialled {
    /// Footprint on the skin: (along, across) in mm. Along is √12 and across 4 times the standard deviation by volume along the main
    /// axis and across it, the own width of what was laid included: the length of an even line and 95 % of a bell's width.
    #[must_use]
    pub fn footprint_mm(&self) -> (f64, f64) {
        let beads = self.deposits.deposits();
        let all: f64 = beads.iter().map(|bead| bead.volume_ul).sum();
        if !(all > 0.0) {
            return (0.0, 0.0);
        }
        let mean = beads.iter().fold(Vec3::ZERO, |sum, bead| sum + bead.foot * bead.volume_ul) / all;
        // The hand aims along x.
        let (mut along, mut across) = (0.0, 0.0);
        for (i, bead) in beads.iter().enumerate() {
            let away = bead.foot - mean;
            let own = self.deposits.skin_sigma_mm(i);
            along += bead.volume_ul * (away.x * away.x + bead.length_mm * bead.length_mm / 12.0);
            across += bead.volume_ul * (away.y * away.y + own * own);
        }
        ((12.0 * along / all).sqrt(), 4.0 * (across / all).sqrt())
    }
}

/// What the hand is about.
#[derive(Clone, Copy, PartialEq)]
enum Doing {
    Enter,
    Flatten,
    Advance,
    Rest(f64),
    Withdraw,
}

struct Trier<'a> {
    trial: &'a Trial,
    cannula: Cannula,
    syringe: Syringe,
    placement: Placement,
    log: Log,
    entries: Vec<EntryPoint>,
    rng: Xoshiro256PlusPlus,
    tremor: [f64; 2],
    drift: f64,
    error: f64,
}

impl Trial {
    /// Depth that a thread in a layer is aimed at, mm: 0.75 mm below the dermis in fat (the subdermal plane [found: F24, F26], its
    /// depth [design]), the layer's middle elsewhere.
    #[must_use]
    pub fn aim_mm(slab: &Slab, layer: Layer) -> f64 {
        let stack = &slab.stack;
        match layer {
            Layer::Outside | Layer::Epidermis => 0.5 * stack.epidermis_mm,
            Layer::Dermis => 0.5 * (stack.epidermis_mm + stack.dermis_mm),
            Layer::Fat => (stack.dermis_mm + 0.75).min(0.5 * (stack.dermis_mm + stack.fat_mm)),
            Layer::Smas => 0.5 * (stack.fat_mm + stack.smas_mm),
            Layer::Deep | Layer::Bone => 0.5 * (stack.smas_mm + stack.bone_mm),
        }
    }

    /// Lays the thread with the hand of a seed.
    #[must_use]
    pub fn run(&self, seed: u64) -> Trialled {
        let drawn_ml = 1e-3 * (self.volume_ul + self.tube.dead_volume_ul() + 200.0);
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed ^ 0x7472_6961_6c00_0000);
        let error = self.pitch_error * normal(&mut rng);
        let entry = self.slab.sample(Vec3::ZERO);
        let mut placement = Placement::default();
        placement.ledger.drawn_ul = drawn_ml * 1e3;
        Trier {
            trial: self,
            cannula: Cannula::new(self.tube, Arc::clone(&self.mechanics), seed),
            syringe: Syringe::new(&self.mixture, drawn_ml, &self.tube).primed(),
            placement,
            log: Log::default(),
            entries: vec![EntryPoint { point: entry.foot, normal: entry.normal, gauge: self.tube.gauge.pilot() }],
            rng,
            tremor: [0.0; 2],
            drift: 0.0,
            error,
        }
        .lay()
    }

    /// Pitch of the chord from the entry to a tip so far in: on round skin the hand turns as it goes.
    fn chord_pitch(&self, inserted_mm: f64) -> f64 {
        match self.slab.shape {
            SlabShape::Flat => 0.0,
            SlabShape::Sphere(radius) | SlabShape::Cylinder(radius) => 0.5 * inserted_mm / radius,
        }
    }
}

fn normal(rng: &mut Xoshiro256PlusPlus) -> f64 {
    (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0
}

impl Trier<'_> {
    /// One step of an Ornstein–Uhlenbeck process of unit variance.
    fn wander(&mut self, x: f64, time_s: f64) -> f64 {
        let keep = 1.0 - DT / time_s;
        x * keep + (1.0 - keep * keep).sqrt() * normal(&mut self.rng)
    }

    fn lay(mut self) -> Trialled {
        let trial = self.trial;
        let entry = self.entries[0];
        let mut hand = Hand::new(entry.point, entry.normal, Vec3::X, trial.tube.length_mm);
        hand.pitch = ENTRY_PITCH;
        let wanted_mm = trial.tube.length_mm - OUTSIDE_MM;
        let flow = trial.volume_ul / (wanted_mm - trial.tube.port_offset_mm - STOP_MM).max(1.0) * trial.speed_mm_s;
        let press_n = self.syringe.force_n(flow, trial.mechanics.back_pressure_pa(Some(trial.layer)));
        let mut doing = Doing::Enter;
        let (mut rate, mut still_s, mut inserted_mm) = (0.0, 0.0, 0.0);
        let mut result = Trialled {
            deposits: Deposits::default(),
            ledger: Ledger::default(),
            back_share: 0.0,
            left_layer: false,
            beside_layer: 0.0,
            wall_n: 0.0,
            hub_n: 0.0,
            reach_mm: 0.0,
            far_depth_mm: 0.0,
        };
        let (mut beside_ul, mut delivered_ul) = (0.0, 0.0);
        for _ in 0..LONGEST {
            self.drift = self.wander(self.drift, DRIFT.1);
            let target = trial.chord_pitch(inserted_mm) + self.error + trial.pitch_error * DRIFT.0 * self.drift;
            let steer = match doing {
                Doing::Enter => Steer { advance_mm_s: 0.35 * ADVANCE_MM_S, ..Steer::default() },
                // The shaft is to lie along the skin at that depth, so the hub sinks into the skin's plane by as much.
                Doing::Flatten => Steer {
                    pitch_rad_s: (5.0 * (target - hand.pitch)).clamp(-0.8, 0.8),
                    lift_mm_s: (5.0 * (-trial.depth_mm - hand.lift_mm)).clamp(-6.0, 6.0),
                    ..Steer::default()
                },
                Doing::Advance => Steer { advance_mm_s: ADVANCE_MM_S, pitch_rad_s: 5.0 * (target - hand.pitch), ..Steer::default() },
                Doing::Rest(_) => Steer::default(),
                Doing::Withdraw => Steer { advance_mm_s: -trial.speed_mm_s, pitch_rad_s: 5.0 * (target - hand.pitch), ..Steer::default() },
            };
            hand.steer(steer, DT);
            let pose = self.trembling(&hand);
            let reading = self.cannula.step(pose, &self.entries, &trial.slab, DT);
            rate += (reading.insertion_rate_mm_s - rate) * (DT / 0.1);
            inserted_mm = reading.inserted.map_or(0.0, |_| reading.inserted_mm);
            let port_mm = reading.inserted_mm - trial.tube.port_offset_mm;
            let pressing = doing == Doing::Withdraw && port_mm > STOP_MM && delivered_ul < trial.volume_ul;
            delivered_ul += self.press(&reading, if pressing { press_n } else { 0.0 }, rate);
            if reading.inserted.is_some() {
                result.wall_n = f64::max(result.wall_n, reading.wall_force_n);
                result.hub_n = f64::max(result.hub_n, reading.hub_force_n);
                if doing != Doing::Withdraw && reading.inserted_mm > result.reach_mm {
                    result.reach_mm = reading.inserted_mm;
                    result.far_depth_mm = reading.tip_sample.depth_mm;
                }
            }
            doing = match doing {
                Doing::Enter if reading.inserted.is_some() && reading.port_sample.depth_mm > trial.depth_mm - 0.3 => Doing::Flatten,
                Doing::Flatten if (target - hand.pitch).abs() < 0.004 && (trial.depth_mm + hand.lift_mm).abs() < 0.05 => Doing::Advance,
                Doing::Advance => {
                    result.left_layer |= reading.inserted.is_none() || reading.tip_sample.layer() != trial.layer;
                    still_s = if rate < 0.1 { still_s + DT } else { 0.0 };
                    let there = reading.inserted_mm >= wanted_mm || hand.advance_mm >= trial.tube.length_mm - 2.5 || still_s > 1.0;
                    if there || reading.inserted.is_none() { Doing::Rest(REST_S) } else { Doing::Advance }
                }
                Doing::Rest(left) if left > 0.0 => Doing::Rest(left - DT),
                Doing::Rest(_) => Doing::Withdraw,
                Doing::Withdraw if hand.advance_mm < if reading.inserted.is_none() { 0.0 } else { -OUT_MM } => break,
                same => same,
            };
            self.log.tick += 1;
        }
        for bead in self.placement.deposits.deposits() {
            let layer = trial.slab.sample(bead.position).layer();
            beside_ul += if layer == trial.layer { 0.0 } else { bead.volume_ul };
        }
        result.ledger = Ledger {
            left_ul: self.syringe.remaining_ul(),
            dead_ul: self.syringe.dead_ul(),
            ..self.placement.ledger
        };
        result.back_share = self.placement.back_ul() / self.syringe.delivered_ul().max(1e-9);
        result.beside_layer = beside_ul / result.ledger.laid_ul.max(1e-9);
        result.deposits = self.placement.deposits;
        result
    }

    fn trembling(&mut self, hand: &Hand) -> crate::instrument::HubPose {
        let mut pose = hand.pose();
        for i in 0..2 {
            self.tremor[i] = self.wander(self.tremor[i], 0.02);
        }
        let side = pose.direction.cross(hand.normal).normalize_or_zero();
        pose.position += (side * self.tremor[0] + side.cross(pose.direction) * self.tremor[1]) * TREMOR_MM;
        pose
    }

    /// Presses and places what comes out; what came out, µL.
    fn press(&mut self, reading: &Reading, plunger_n: f64, rate: f64) -> f64 {
        let trial = self.trial;
        let layer = reading.inserted.map(|_| reading.port_sample.layer());
        let flow = self.syringe.step(plunger_n, trial.mechanics.back_pressure_pa(layer), DT);
        let hole = reading.inserted.and_then(|entry| self.entries.get(entry)).map(|entry| 0.5 * entry.gauge.outer_mm());
        let place = Place { anatomy: None, mechanics: &trial.mechanics, tube: &trial.tube, mixture: &trial.mixture };
        self.placement.step(reading, flow, rate, 0, hole, &place, &mut self.log);
        flow.volume_ul
    }
}
