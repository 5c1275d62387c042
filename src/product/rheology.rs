//! Flow of a gel through a bore, in closed form.
//!
//! Steady, laminar, fully developed flow without wall slip; a fluid is never thinner than its diluent (saline).
//!
//! **Invariant:** flow grows with pressure and falls with length; below the yield pressure there is none.

use crate::geom::math;
use std::f64::consts::PI;

/// Viscosity of the diluent in Pa·s (saline near body temperature, water-like) [recalled: 0.9 mPa·s, CLINICAL §8.2].
pub const DILUENT_PA_S: f64 = 0.9e-3;
/// Density of the diluent, 1000 kg/m³, in the unit in which ρ·(mm/s)² is in Pa: 1e-3 Pa·s²/mm².
const DILUENT_DENSITY: f64 = 1e-3;
/// Hagenbach's kinetic-energy coefficient of laminar pipe flow, 1.08–1.17 in the literature [recalled: Barr 1931].
const HAGENBACH: f64 = 1.12;

/// A fluid with stress τ = τ₀ + K·γ̇ⁿ above its yield stress τ₀ (Herschel & Bulkley 1926).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HerschelBulkley {
    /// Yield stress τ₀ in Pa, ≥ 0; larger: a higher thumb force before anything moves, and it holds particles up.
    pub yield_pa: f64,
    /// Consistency K in Pa·sⁿ, > 0; larger: more force at every flow.
    pub consistency_pa_sn: f64,
    /// Flow index n, 0 < n ≤ 1; smaller: more shear thinning, force depends less on flow. 1 is Newtonian when τ₀ = 0.
    pub index: f64,
}

impl HerschelBulkley {
    /// Shear stress in Pa at a shear rate in 1/s.
    #[must_use]
    pub fn stress_pa(&self, shear_rate: f64) -> f64 {
        self.yield_pa + self.consistency_pa_sn * math::pow(shear_rate.max(0.0), self.index)
    }

    /// Apparent viscosity in Pa·s at a shear rate in 1/s (> 0).
    #[must_use]
    pub fn viscosity_pa_s(&self, shear_rate: f64) -> f64 {
        self.stress_pa(shear_rate) / shear_rate
    }

    /// Pressure drop in Pa below which a bore (mm) of a length (mm) stays blocked: 4 τ₀ L / D.
    #[must_use]
    pub fn yield_pressure_pa(&self, bore_mm: f64, length_mm: f64) -> f64 {
        4.0 * self.yield_pa * length_mm / bore_mm
    }

    /// Flow in µL/s (mm³/s) for a pressure drop in Pa through a bore (inner diameter, mm) of a length (mm).
    ///
    /// Rabinowitsch's integral for the Herschel–Bulkley law, with wall stress `τ_w = ΔP·R/2L` and `φ = τ₀/τ_w`:
    /// `Q = πR³ n ((τ_w − τ₀)/K)^(1/n) (1 − φ) [(1 − φ)²/(3n+1) + 2φ(1 − φ)/(2n+1) + φ²/(n+1)]`
    /// (Skelland 1967; Chhabra & Richardson 2008). No diluent limit here: see [`Self::flow_ul_s`].
    #[must_use]
    pub fn ideal_flow_ul_s(&self, pressure_pa: f64, bore_mm: f64, length_mm: f64) -> f64 {
        let radius = 0.5 * bore_mm;
        let wall = pressure_pa * radius / (2.0 * length_mm);
        let over = wall - self.yield_pa;
        if over.is_nan() || over <= 0.0 {
            return 0.0;
        }
        let n = self.index;
        let plug = self.yield_pa / wall;
        let sheared = 1.0 - plug;
        let shape = sheared * sheared / (3.0 * n + 1.0)
            + 2.0 * plug * sheared / (2.0 * n + 1.0)
            + plug * plug / (n + 1.0);
        let rate = math::pow(over / self.consistency_pa_sn, 1.0 / n);
        PI * radius * radius * radius * n * rate * sheared * shape
    }

    /// Flow in µL/s as [`Self::ideal_flow_ul_s`], but never more than the diluent alone would flow.
    #[must_use]
    pub fn flow_ul_s(&self, pressure_pa: f64, bore_mm: f64, length_mm: f64) -> f64 {
        self.ideal_flow_ul_s(pressure_pa, bore_mm, length_mm).min(diluent_flow_ul_s(
            pressure_pa,
            bore_mm,
            length_mm,
        ))
    }

    /// Pressure drop in Pa that a flow in µL/s needs: the inverse of [`Self::flow_ul_s`], to 1e-12 of its value
    /// (a closed form exists only without yield stress). At zero flow it is the yield pressure.
    #[must_use]
    pub fn pressure_pa(&self, flow_ul_s: f64, bore_mm: f64, length_mm: f64) -> f64 {
        let mut low = self.yield_pressure_pa(bore_mm, length_mm);
        if flow_ul_s <= 0.0 {
            return low;
        }
        let n = self.index;
        let radius = 0.5 * bore_mm;
        // Wall stress is at most τ₀·(3n+1)/(2n+1) + the power-law stress: the upper bracket (Chhabra & Richardson 2008).
        let rate = (3.0 * n + 1.0) / (n * PI) * flow_ul_s / (radius * radius * radius);
        let wall = 2.0 * self.yield_pa + self.consistency_pa_sn * math::pow(rate, n);
        let mut high = (wall * 2.0 * length_mm / radius)
            .max(diluent_pressure_pa(flow_ul_s, bore_mm, length_mm));
        while self.flow_ul_s(high, bore_mm, length_mm) < flow_ul_s {
            high *= 2.0;
        }
        for _ in 0..80 {
            let middle = 0.5 * (low + high);
            if self.flow_ul_s(middle, bore_mm, length_mm) < flow_ul_s {
                low = middle;
            } else {
                high = middle;
            }
            if high - low <= 1e-12 * high {
                break;
            }
        }
        0.5 * (low + high)
    }
}

/// Flow of the diluent alone in µL/s: Hagen–Poiseuille with Hagenbach's kinetic-energy term, ΔP = 128µLQ/πD⁴ + mρQ²/π²R⁴.
fn diluent_flow_ul_s(pressure_pa: f64, bore_mm: f64, length_mm: f64) -> f64 {
    let (viscous, kinetic) = diluent_losses(bore_mm, length_mm);
    let pressure = pressure_pa.max(0.0);
    2.0 * pressure / (viscous + (viscous * viscous + 4.0 * kinetic * pressure).sqrt())
}

fn diluent_pressure_pa(flow_ul_s: f64, bore_mm: f64, length_mm: f64) -> f64 {
    let (viscous, kinetic) = diluent_losses(bore_mm, length_mm);
    viscous * flow_ul_s + kinetic * flow_ul_s * flow_ul_s
}

fn diluent_losses(bore_mm: f64, length_mm: f64) -> (f64, f64) {
    let square = bore_mm * bore_mm;
    let viscous = 128.0 * DILUENT_PA_S * length_mm / (PI * square * square);
    let kinetic = HAGENBACH * DILUENT_DENSITY * 16.0 / (PI * PI * square * square);
    (viscous, kinetic)
}
