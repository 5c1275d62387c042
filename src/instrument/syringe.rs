//! The syringe: thumb force in, product out of the port.
//!
//! The barrel's contents settle and rebuild while time passes; what leaves the port is what stood foremost, by way of the cannula, and it
//! flows by the law of its own composition. Spheres too large for the bore bridge it: a jam.
//!
//! **Invariant:** product is conserved: delivered + in the cannula + left in the barrel = drawn, in volume and in `CaHA`.
//! More force on the plunger never gives less flow.

use super::Tube;
use super::lumen::Lumen;
use crate::geom::math;
use crate::product::bench::{BarrelView, barrel_view, evenness};
use crate::product::{Column, Content, Mixture, Orientation};
use std::f64::consts::PI;

/// Force that a thumb cannot exceed, N [recalled: ergonomics; uncertain] (CLINICAL §4.3).
pub const THUMB_LIMIT_N: f64 = 40.0;
/// Sliding friction of the stopper in the barrel, N; larger: a higher force before flow [uncertain: siliconised barrels glide at 1–3 N].
const STOPPER_FRICTION_N: f64 = 1.0;
/// Force that moves the stopper back, N: its break-loose force, larger than sliding friction; larger: a longer run-on
/// [uncertain; ISO 7886-1 limits it, figure not read].
const STOPPER_GRIP_N: f64 = 2.0;
/// Elastic volume of stopper and trapped air, µL/Pa; larger: flow goes on for longer after the thumb lets go [uncertain: 2 µL per bar].
const COMPLIANCE_UL_PA: f64 = 2.0e-5;
/// Slowest flow that keeps the port open, µL/s: below it the product's skin and the tissue close it, so that a thumb at rest
/// does not dribble for ever; larger: a shorter run-on [design: 1 % of a thread's usual 20 µL/s].
const LEAST_FLOW_UL_S: f64 = 0.2;
/// Pa in one N/mm².
const PA_PER_N_MM2: f64 = 1e6;

/// What left the port in one step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    /// Volume in µL.
    pub volume_ul: f64,
    /// `CaHA` in mg.
    pub caha_mg: f64,
    /// Mean flow in µL/s.
    pub flow_ul_s: f64,
    /// Whether product has reached the port.
    pub primed: bool,
    /// Whether the bore is bridged.
    pub jammed: bool,
}

/// Time between two looks at what has settled, s [design: less than a hundredth of the fastest settling].
const STAND_S: f64 = 0.1;
/// Part by which what leaves the port must differ from what was last called its mixture, to be called another.
const NOTICED: f64 = 2e-3;

/// A syringe with its cannula on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Syringe {
    mixture: Mixture,
    /// What leaves the port, as a mixture of its own.
    outlet: Mixture,
    /// Solids and share of carrier that `outlet` was made for.
    outlet_of: (f64, f64),
    barrel: Column,
    lumen: Lumen,
    drawn_ul: f64,
    plunger_mm2: f64,
    bore_mm: f64,
    length_mm: f64,
    delivered_ul: f64,
    pressure_pa: f64,
    unstood_s: f64,
}

impl Syringe {
    /// A syringe that holds `drawn_ml` mL of a mixture, with an empty cannula on it; its barrel is the product's own.
    #[must_use]
    pub fn new(mixture: &Mixture, drawn_ml: f64, tube: &Tube) -> Self {
        Self::through(mixture.clone(), drawn_ml, mixture.barrel_mm, tube.bore_mm(), tube.length_mm)
    }

    /// A syringe with a barrel of inner diameter `barrel_mm` on any bore (inner diameter, mm) of any length (mm). What was prepared stands in
    /// it along its whole length, whatever the volume.
    #[must_use]
    pub fn through(mixture: Mixture, drawn_ml: f64, barrel_mm: f64, bore_mm: f64, length_mm: f64) -> Self {
        let barrel = mixture.column().of_volume(drawn_ml.max(0.0) * 1e3, barrel_mm);
        Self::filled(mixture, barrel, bore_mm, length_mm)
    }

    /// A syringe whose barrel holds these contents of a mixture, on any bore of any length (mm).
    #[must_use]
    pub fn filled(mixture: Mixture, barrel: Column, bore_mm: f64, length_mm: f64) -> Self {
        let front = barrel.front();
        Self {
            outlet: mixture.of(&front),
            outlet_of: (front.solids(), front.carrier_share()),
            drawn_ul: barrel.volume_ul(),
            plunger_mm2: barrel.area_mm2(),
            lumen: Lumen::empty(bore_mm, length_mm),
            barrel,
            mixture,
            bore_mm,
            length_mm,
            delivered_ul: 0.0,
            pressure_pa: 0.0,
            unstood_s: 0.0,
        }
    }

    /// The same with its cannula already filled from what was drawn.
    #[must_use]
    pub fn primed(mut self) -> Self {
        let missing = self.lumen.missing_ul();
        let through = self.barrel.take(missing);
        self.lumen.push(through);
        self
    }

    /// Presses the plunger with a force (N) for `dt` seconds against a pressure (Pa) at the port. Force is kept to 0 … [`THUMB_LIMIT_N`].
    ///
    /// The stopper's friction lets the fluid's pressure lie anywhere between (F − sliding)/A and (F + grip)/A: pushed up at once,
    /// it falls only as far as product leaves (elastic volume C·p, time constant C·p/Q), so that flow runs on when the thumb lets go.
    pub fn step(&mut self, plunger_n: f64, back_pressure_pa: f64, dt: f64) -> Flow {
        let force = if plunger_n.is_finite() { plunger_n.clamp(0.0, THUMB_LIMIT_N) } else { 0.0 };
        let pushed = self.stopper_pressure(force - STOPPER_FRICTION_N);
        let held = self.stopper_pressure(force + STOPPER_GRIP_N);
        let back = if back_pressure_pa.is_finite() { back_pressure_pa.max(0.0) } else { 0.0 };
        let pressure = self.pressure_pa.clamp(pushed, held);
        let steady = self.rate(pushed - back) * dt;
        let moved = if pressure > pushed { steady.max(self.run_on(pressure - back, dt)) } else { steady };
        let (filled, out) = self.advance(moved);
        let through = self.barrel.take(filled + out);
        let left = self.lumen.push(through);
        let (volume_ul, caha_mg) = (left.volume_ul(), self.mixture.suspension().caha_mg(&left));
        self.delivered_ul += volume_ul;
        let shear_rate = 4.0 * (filled + out) / dt / (PI * math::pow(0.5 * self.bore_mm, 3.0));
        self.lumen.shear(self.mixture.suspension(), shear_rate, volume_ul, dt);
        self.name_outlet(&left);
        let fallen = pressure - (filled + out) / COMPLIANCE_UL_PA;
        self.pressure_pa = if self.remaining_ul() > 0.0 { fallen.max(pushed) } else { 0.0 };
        self.pass(dt);
        Flow { volume_ul, caha_mg, flow_ul_s: volume_ul / dt, primed: self.is_primed(), jammed: self.lumen.jammed() }
    }

    /// Lets time pass in the barrel, which lies in the hand.
    fn pass(&mut self, dt: f64) {
        self.unstood_s += dt;
        if self.unstood_s >= STAND_S {
            self.barrel.stand(self.mixture.suspension(), Orientation::Lying, self.unstood_s);
            self.unstood_s = 0.0;
        }
    }

    /// Lets so many seconds pass with the syringe laid down.
    pub fn stand(&mut self, seconds: f64) {
        self.barrel.stand(self.mixture.suspension(), Orientation::Lying, seconds);
        self.lumen.shear(self.mixture.suspension(), 0.0, 0.0, seconds);
    }

    fn name_outlet(&mut self, left: &Content) {
        let now = (left.solids(), left.carrier_share());
        let off = |now: f64, known: f64| (now - known).abs() > NOTICED * known.max(1e-3);
        if left.volume_ul() > 0.0 && (off(now.0, self.outlet_of.0) || off(now.1, self.outlet_of.1)) {
            self.outlet = self.mixture.of(left);
            self.outlet_of = now;
        }
    }

    /// What leaves the port now, as a mixture of its own.
    #[must_use]
    pub fn outlet(&self) -> &Mixture {
        &self.outlet
    }

    /// The barrel's contents, to be taken to the bench and stirred; the cannula keeps what is in it.
    pub fn take_barrel(&mut self) -> Column {
        let empty = Column::empty(self.barrel.bore_mm());
        self.pressure_pa = 0.0;
        std::mem::replace(&mut self.barrel, empty)
    }

    /// Puts contents back.
    pub fn put_barrel(&mut self, barrel: Column) {
        self.barrel = barrel;
    }

    /// Puts a fresh, empty cannula on: what the old one held is lost, µL; a jam is gone with it.
    pub fn change_cannula(&mut self) -> Content {
        self.pressure_pa = 0.0;
        std::mem::replace(&mut self.lumen, Lumen::empty(self.bore_mm, self.length_mm)).content()
    }

    /// Puts another, empty cannula on, of this bore (inner diameter, mm) and length (mm): what the old one held is lost, µL.
    pub fn put_on(&mut self, bore_mm: f64, length_mm: f64) -> Content {
        (self.bore_mm, self.length_mm) = (bore_mm, length_mm);
        self.change_cannula()
    }

    /// Whether spheres bridge the bore.
    #[must_use]
    pub fn is_jammed(&self) -> bool {
        self.lumen.jammed()
    }

    /// What stands in the barrel, for a screen.
    #[must_use]
    pub fn barrel(&self) -> BarrelView {
        barrel_view(self.mixture.suspension(), &self.barrel, self.drawn_ul)
    }

    /// Evenness of what stands in the barrel, 0 to 1.
    #[must_use]
    pub fn evenness(&self) -> f64 {
        evenness(self.mixture.suspension(), &self.barrel, self.mixture.ratio())
    }

    /// Force on the plunger in N that keeps up a flow (µL/s) of the mixture as it was prepared against a pressure (Pa) at the port; may
    /// exceed [`THUMB_LIMIT_N`].
    #[must_use]
    pub fn force_n(&self, flow_ul_s: f64, back_pressure_pa: f64) -> f64 {
        let drop = self.mixture.rheology.pressure_pa(flow_ul_s, self.bore_mm, self.length_mm);
        STOPPER_FRICTION_N + (drop + back_pressure_pa) * self.plunger_mm2 / PA_PER_N_MM2
    }

    /// What it holds.
    #[must_use]
    pub fn mixture(&self) -> &Mixture {
        &self.mixture
    }

    /// Volume drawn at the start, µL.
    #[must_use]
    pub fn drawn_ul(&self) -> f64 {
        self.drawn_ul
    }

    /// Volume left in the barrel, µL.
    #[must_use]
    pub fn remaining_ul(&self) -> f64 {
        self.barrel.volume_ul()
    }

    /// Product in the cannula's dead volume, µL; when the barrel is empty it stays there.
    #[must_use]
    pub fn dead_ul(&self) -> f64 {
        self.lumen.volume_ul()
    }

    /// Volume that left the port so far, µL.
    #[must_use]
    pub fn delivered_ul(&self) -> f64 {
        self.delivered_ul
    }

    /// `CaHA` that is still in barrel and cannula, mg.
    #[must_use]
    pub fn caha_held_mg(&self) -> f64 {
        self.mixture.suspension().caha_mg(&self.barrel.content().plus(&self.lumen.content()))
    }

    /// Pressure of the product behind the cannula, Pa.
    #[must_use]
    pub fn pressure_pa(&self) -> f64 {
        self.pressure_pa
    }

    /// Whether product has reached the port.
    #[must_use]
    pub fn is_primed(&self) -> bool {
        self.lumen.missing_ul() <= 0.0
    }

    /// Whether the barrel is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.remaining_ul() <= 0.0
    }

    fn stopper_pressure(&self, force_n: f64) -> f64 {
        force_n.max(0.0) / self.plunger_mm2 * PA_PER_N_MM2
    }

    /// Flow through the filled cannula, µL/s, by the law of what is in it (or comes first); none below [`LEAST_FLOW_UL_S`].
    fn rate(&self, drop_pa: f64) -> f64 {
        if self.lumen.jammed() {
            return 0.0;
        }
        let law = self.lumen.law(self.mixture.suspension(), || self.barrel.front());
        let rate = law.flow_ul_s(drop_pa, self.bore_mm, self.length_mm);
        if rate < LEAST_FLOW_UL_S { 0.0 } else { rate }
    }

    /// Volume that the elastic stopper pushes out by itself in `dt`: conductance taken as constant over the step, so pressure decays exponentially.
    fn run_on(&self, drop_pa: f64, dt: f64) -> f64 {
        let rate = self.rate(drop_pa);
        if rate <= 0.0 {
            return 0.0;
        }
        let elastic = COMPLIANCE_UL_PA * drop_pa;
        elastic * (1.0 - math::exp(-rate * dt / elastic))
    }

    /// Splits what would flow through the filled cannula into what fills it and what leaves the port.
    ///
    /// A front at fraction f of the length is driven as f^(−1/n) faster, so f^((n+1)/n) grows evenly in time (power law).
    fn advance(&self, moved_ul: f64) -> (f64, f64) {
        let left = self.remaining_ul();
        let (missing, capacity) = (self.lumen.missing_ul(), self.lumen.capacity_ul());
        if missing <= 0.0 {
            return (0.0, moved_ul.min(left));
        }
        let n = self.mixture.rheology.index;
        let scale = capacity * n / (n + 1.0);
        let power = (n + 1.0) / n;
        let progress = math::pow(self.lumen.volume_ul() / capacity, power) + moved_ul / scale;
        if progress >= 1.0 {
            let filled = missing.min(left);
            (filled, ((progress - 1.0) * scale).min(left - filled))
        } else {
            let front = capacity * math::pow(progress, 1.0 / power);
            ((front - self.lumen.volume_ul()).clamp(0.0, missing).min(left), 0.0)
        }
    }
}
