//! Microspheres in a diluted carrier: how any composition of one product flows, and how its spheres settle.
//!
//! Two laws of flow stand side by side, because they speak of different stresses. Through a cannula the whole suspension is sheared at
//! 10⁴ /s: the product's flow table, fitted to extrusion forces. A sphere that settles shears the liquid about itself at some 10⁻² /s:
//! the carrier at rest, an entangled polymer solution whose viscosity goes with its concentration to the power 15/4 and whose network,
//! as long as there is one, has a yield stress.
//!
//! **Invariants:** more spheres never flow more easily and never settle faster; a network that holds a sphere stops it altogether.

use super::content::Content;
use super::diluent::Diluent;
use super::rheology::HerschelBulkley;
use crate::geom::math;

/// Volume fraction at which spheres that have settled lie packed: loose random packing, 0.55–0.6 [recalled: Onoda & Liniger 1990].
pub const PACKED: f64 = 0.58;
/// Volume fraction at which a suspension no longer flows, in Krieger & Dougherty's law [recalled: 0.63–0.64, random close packing].
const BLOCKED: f64 = 0.64;
/// Exponent of the hindered settling of small spheres (Richardson & Zaki 1954; CLINICAL §8.2).
const HINDRANCE: f64 = 4.65;
/// Least yield stress that holds a sphere, in units of Δρ·g·d: 2/21 of Δρ·g·r (Beris, Tsamopoulos, Armstrong & Brown 1985).
const HELD: f64 = 1.0 / 21.0;
/// Power of the carrier's viscosity in its concentration: an entangled polymer in a good solvent (Rubinstein & Colby 2003) [recalled].
const ENTANGLED: f64 = 3.75;
/// Power of the network's yield stress in the concentration above that of the sol [design: gels near their threshold, 2–3].
const NETWORK: f64 = 2.5;
/// Rise of the yield stress of a network fully at rest above that in flow, a share [uncertain]; larger: a harder start after a pause.
const START_UP: f64 = 1.0;
/// Shear strain that halves the network's structure, as 1/strain [uncertain]: ten units of strain break most of it.
const BREAK: f64 = 0.1;
/// Acceleration of gravity, m/s².
const GRAVITY: f64 = 9.81;

/// A row of the flow table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FlowRow {
    pub(super) ratio: f64,
    pub(super) law: HerschelBulkley,
    pub(super) spread: f64,
}

/// A product with the liquid that dilutes it: the laws of every composition of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Suspension {
    pub(super) diluent: Diluent,
    /// Volume fraction of spheres in the neat product.
    pub(super) neat_solids: f64,
    /// `CaHA` in a µL of spheres, mg.
    pub(super) caha_mg_per_particle_ul: f64,
    pub(super) particle_um: (f64, f64),
    pub(super) particle_g_ml: f64,
    pub(super) rest_viscosity_pa_s: f64,
    pub(super) rest_yield_pa: f64,
    /// Share of carrier in the liquid below which there is no network.
    pub(super) sol_share: f64,
    pub(super) rebuild_s: f64,
    pub(super) flow: Vec<FlowRow>,
}

impl Suspension {
    /// So much of the neat product, µL.
    #[must_use]
    pub fn neat(&self, volume_ul: f64) -> Content {
        let particles_ul = self.neat_solids * volume_ul;
        Content { particles_ul, carrier_ul: volume_ul - particles_ul, diluent_ul: 0.0 }
    }

    /// `CaHA` in a portion, mg.
    #[must_use]
    pub fn caha_mg(&self, content: &Content) -> f64 {
        content.particles_ul * self.caha_mg_per_particle_ul
    }

    /// `CaHA` in a portion, mg/mL; 0 of nothing.
    #[must_use]
    pub fn caha_mg_per_ml(&self, content: &Content) -> f64 {
        content.solids() * self.caha_mg_per_particle_ul * 1e3
    }

    /// Parts of diluent per part of product that would give a liquid of this share of carrier; grows without bound towards diluent alone.
    #[must_use]
    pub fn ratio_of(&self, carrier_share: f64) -> f64 {
        (1.0 - self.neat_solids) * (1.0 - carrier_share) / carrier_share.max(1e-9)
    }

    /// Share of carrier in the liquid at a ratio.
    #[must_use]
    pub fn share_at(&self, ratio: f64) -> f64 {
        let carrier = 1.0 - self.neat_solids;
        carrier / (carrier + ratio)
    }

    /// How a composition flows through a bore, its network broken by the flow: the table at its dilution, made stiffer or thinner by the
    /// spheres it has above or below what that dilution has (Krieger & Dougherty 1959).
    #[must_use]
    pub fn flow(&self, content: &Content) -> HerschelBulkley {
        let ratio = self.ratio_of(content.carrier_share());
        let (law, _) = self.table(ratio);
        let meant = self.neat_solids / (1.0 + ratio);
        let crowd = crowding(content.solids()) / crowding(meant);
        HerschelBulkley { yield_pa: law.yield_pa * crowd, consistency_pa_sn: law.consistency_pa_sn * crowd, index: law.index }
    }

    /// The same with a network of this structure (0 broken to 1 at rest): it takes more to set it moving again.
    #[must_use]
    pub fn flow_at_rest(&self, content: &Content, structure: f64) -> HerschelBulkley {
        let law = self.flow(content);
        let network = if self.has_network(content) { structure } else { 0.0 };
        HerschelBulkley { yield_pa: law.yield_pa * (1.0 + START_UP * network), ..law }
    }

    /// Cross-section that the spheres come to occupy ÷ cross-section injected, ≥ 1 (see `MixtureTraits::spread`).
    #[must_use]
    pub fn spread(&self, content: &Content) -> f64 {
        self.table(self.ratio_of(content.carrier_share())).1
    }

    /// Flow law and spread at a ratio: between the rows, logarithms and index go linearly with ln(1 + ratio), so that equal factors of
    /// concentration change them by equal factors [design]; beyond the last row they stay.
    pub(super) fn table(&self, ratio: f64) -> (HerschelBulkley, f64) {
        let place = math::ln(1.0 + ratio);
        let last = self.flow.len() - 1;
        let (low, high) = match self.flow.iter().position(|row| row.ratio >= ratio) {
            Some(0) => (&self.flow[0], &self.flow[0]),
            Some(i) => (&self.flow[i - 1], &self.flow[i]),
            None => (&self.flow[last], &self.flow[last]),
        };
        let (from, to) = (math::ln(1.0 + low.ratio), math::ln(1.0 + high.ratio));
        let t = if to > from { ((place - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
        let even = |a: f64, b: f64| a + (b - a) * t;
        let factor = |a: f64, b: f64| math::exp(even(math::ln(a), math::ln(b)));
        // A yield stress may be zero, so it is blended as ln(1 + τ₀).
        let yield_pa = factor(1.0 + low.law.yield_pa, 1.0 + high.law.yield_pa) - 1.0;
        let law = HerschelBulkley {
            yield_pa: yield_pa.max(0.0),
            consistency_pa_sn: factor(low.law.consistency_pa_sn, high.law.consistency_pa_sn),
            index: even(low.law.index, high.law.index),
        };
        (law, factor(low.spread, high.spread))
    }

    /// Whether the liquid has a network at all: a gel (or gel/sol) rebuilds, a sol has nothing to rebuild.
    #[must_use]
    pub fn has_network(&self, content: &Content) -> bool {
        self.rest_yield_pa > 0.0 && content.carrier_share() > self.sol_share
    }

    /// Viscosity of the liquid between the spheres at rest, Pa·s.
    #[must_use]
    pub fn rest_viscosity_pa_s(&self, carrier_share: f64) -> f64 {
        self.diluent.viscosity_pa_s() + self.rest_viscosity_pa_s * math::pow(carrier_share, ENTANGLED)
    }

    /// Yield stress of the liquid between the spheres at rest, Pa: its network's, times the structure (0 broken to 1).
    #[must_use]
    pub fn rest_yield_pa(&self, carrier_share: f64, structure: f64) -> f64 {
        let over = (carrier_share - self.sol_share).max(0.0) / (1.0 - self.sol_share).max(1e-9);
        self.rest_yield_pa * structure * math::pow(over, NETWORK)
    }

    /// Middle size of the spheres, mm: all settle as one of this size [design: CLINICAL §8.2 shows 25–45 µm beside it].
    fn diameter_mm(&self) -> f64 {
        0.5e-3 * (self.particle_um.0 + self.particle_um.1)
    }

    /// Largest sphere, mm: the one that bridges a bore.
    #[must_use]
    pub fn largest_mm(&self) -> f64 {
        1e-3 * self.particle_um.1
    }

    /// Weight of the spheres in the liquid about them, Pa per mm of diameter: Δρ·g.
    fn weight_pa_mm(&self, carrier_share: f64) -> f64 {
        let liquid = self.diluent.density_g_ml() * (1.0 - carrier_share) + CARRIER_G_ML * carrier_share;
        (self.particle_g_ml - liquid) * GRAVITY
    }

    /// Yield stress that holds a sphere of middle size in this liquid, Pa.
    #[must_use]
    pub fn holding_yield_pa(&self, carrier_share: f64) -> f64 {
        HELD * self.weight_pa_mm(carrier_share) * self.diameter_mm()
    }

    /// Speed at which the spheres of a composition settle, mm/s: Stokes' in the carrier at rest, hindered by their number (Richardson & Zaki
    /// 1954), and less by as much as the network's yield stress comes near the one that holds them (linear in between [design]).
    #[must_use]
    pub fn settling_mm_s(&self, content: &Content, structure: f64) -> f64 {
        let (liquid, solids) = (content.carrier_share(), content.solids());
        let weight = self.weight_pa_mm(liquid);
        if !(weight > 0.0) || solids >= PACKED {
            return 0.0;
        }
        let hold = HELD * weight * self.diameter_mm();
        let free = (1.0 - self.rest_yield_pa(liquid, structure) / hold).max(0.0);
        let stokes = weight * self.diameter_mm() / (18.0 * self.rest_viscosity_pa_s(liquid)) * self.diameter_mm();
        stokes * math::pow(1.0 - solids, HINDRANCE) * free
    }

    /// The structure after a time at a shear rate (1/s): it rebuilds with the product's time constant and breaks with strain,
    /// dλ/dt = (1 − λ)/t − b·γ̇·λ [design: Moore 1959], solved over the step. A sol has none to rebuild.
    #[must_use]
    pub fn structure_after(&self, structure: f64, shear_rate: f64, dt: f64) -> f64 {
        let (build, tear) = (1.0 / self.rebuild_s, BREAK * shear_rate.max(0.0));
        let rest = build / (build + tear);
        rest + (structure - rest) * math::exp(-(build + tear) * dt)
    }
}

/// Density of the carrier, g/mL: water with some glycerin and 1–3 % polymer [uncertain].
const CARRIER_G_ML: f64 = 1.05;

/// How many times stiffer spheres make a liquid: (1 − φ/φ_m)^(−2.5 φ_m) (Krieger & Dougherty 1959); kept finite short of packing.
fn crowding(solids: f64) -> f64 {
    math::pow(1.0 - (solids / BLOCKED).min(0.96), -2.5 * BLOCKED)
}
