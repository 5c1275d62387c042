//! Massage: a pressed finger that strokes over the skin redistributes the product beneath.
//!
//! The finger's pressure spreads with depth as under a disc on an elastic half-space (Boussinesq 1885; Love 1929). What of it exceeds
//! the pressure that holds the product in its layer and the yield stress of the mixture moves it: along with the stroke, and apart.
//!
//! **Invariant:** massage moves mass and makes none; where the pressure does not exceed what holds the product nothing moves.

use super::deposit::Deposits;
use super::mechanics::Mechanics;
use super::spread::layer_share;
use crate::anatomy::TissueField;
use crate::geom::{Vec3, math};
use crate::source::Checker;

/// How a finger moves product; all of it [design] unless its source says more.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MassageMechanics {
    /// Standard deviation of the pressure under a fingertip, mm; larger: a broader and gentler patch.
    pub patch_mm: f64,
    /// Way of product ÷ way of the finger at full share; larger: strokes carry product farther.
    pub carry: f64,
    /// Variance along the stroke that a neat product gains per way of the finger at full share, mm²/mm; larger: strokes rub out more.
    pub rub_mm: f64,
    /// The same across the stroke ÷ that along it.
    pub across: f64,
    /// Variance that pressing without a stroke adds each second at full share, mm²/s.
    pub press_mm2_s: f64,
    /// Where the figures come from.
    pub source: String,
}

impl MassageMechanics {
    pub(super) fn check(&self, checker: &mut Checker) {
        for (field, value, allowed) in [
            ("massage.patch_mm", self.patch_mm, 1.0..=20.0),
            ("massage.carry", self.carry, 0.0..=1.0),
            ("massage.rub_mm", self.rub_mm, 0.0..=5.0),
            ("massage.across", self.across, 0.0..=2.0),
            ("massage.press_mm2_s", self.press_mm2_s, 0.0..=5.0),
        ] {
            checker.range(field, value, allowed);
        }
        checker.not_empty("massage.source", &self.source);
    }
}

/// A short piece of a finger's way over the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Point of the resting skin.
    pub at: Vec3,
    /// Unit outward normal there.
    pub normal: Vec3,
    /// Way of the finger along the skin since the last piece, mm.
    pub way: Vec3,
    /// Force along the inward normal, N.
    pub press_n: f64,
    /// Time that it took, s.
    pub seconds: f64,
}

/// What a piece of massage did, or all of it so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Massaged {
    /// `CaHA` × way that it was carried, mg·mm.
    pub carried_mg_mm: f64,
    /// `CaHA` × variance that it gained, mg·mm².
    pub rubbed_mg_mm2: f64,
}

impl Massaged {
    /// Adds what another piece did.
    pub fn add(&mut self, other: Self) {
        self.carried_mg_mm += other.carried_mg_mm;
        self.rubbed_mg_mm2 += other.rubbed_mg_mm2;
    }
}

/// Pressure (Pa) of a finger with a force (N) at `off_mm` from its middle and `depth_mm` below the skin: a Gaussian over the skin,
/// on the axis of depth as below an even disc of the same peak and force, p·(1 − (1 + (a/z)²)^(−3/2)) with a = √2·σ.
#[must_use]
pub fn pressure_pa(press_n: f64, patch_mm: f64, off_mm: f64, depth_mm: f64) -> f64 {
    let variance = patch_mm * patch_mm;
    let peak = press_n.max(0.0) * 1e6 / (2.0 * std::f64::consts::PI * variance);
    let ratio = 2.0 * variance / (depth_mm * depth_mm).max(1e-6);
    let root = (1.0 + ratio).sqrt();
    let deep = 1.0 - 1.0 / (root * root * root);
    peak * math::exp(-0.5 * off_mm * off_mm / variance) * deep
}

impl Deposits {
    /// Pressure (Pa) that holds a deposit: the layer's hold and the gel's yield (a layer of height h squeezed over the patch's radius a
    /// yields at 2·a·τ₀/h).
    fn held_pa(&self, index: usize, mechanics: &Mechanics) -> f64 {
        let bead = &self.deposits()[index];
        let half_height = self.half_axes_mm(index).0;
        let share = layer_share(bead.depth_mm, half_height, &bead.stack, self.stiffness()).to_array();
        let layers = [&mechanics.epidermis, &mechanics.dermis, &mechanics.fat, &mechanics.smas, &mechanics.deep];
        let layer_pa: f64 = share.iter().zip(layers).map(|(share, layer)| share * layer.back_pressure_pa).sum();
        let height = (2.0 * half_height).max(0.1);
        layer_pa + 2.0 * std::f64::consts::SQRT_2 * mechanics.massage.patch_mm * bead.mixture.yield_pa / height
    }

    /// Strokes over the skin: every deposit near enough is carried along and rubbed out. `field` gives the tissue at its new place.
    pub fn massage<F: TissueField + ?Sized>(&mut self, stroke: &Stroke, mechanics: &Mechanics, field: &F) -> Massaged {
        self.massage_some(stroke, (0, 1), mechanics, field)
    }

    /// As [`Deposits::massage`], for every deposit of `turn.1` alone, from `turn.0`, so that the work of a stroke can be done in turns; the
    /// last turn tells those about the moved ones. Moves what pressure exceeds the hold, in the share that the excess has in the pressure.
    pub fn massage_some<F: TissueField + ?Sized>(&mut self, stroke: &Stroke, turn: (usize, usize), mechanics: &Mechanics, field: &F) -> Massaged {
        let massage = &mechanics.massage;
        let mut done = Massaged::default();
        let way = stroke.way - stroke.normal * stroke.way.dot(stroke.normal);
        let reach = 3.0 * massage.patch_mm;
        for index in (turn.0..self.deposits().len()).step_by(turn.1.max(1)) {
            let bead = &self.deposits()[index];
            let square = stroke.at.distance_squared(bead.foot);
            if square > reach * reach || bead.normal.dot(stroke.normal) <= 0.0 {
                continue;
            }
            let pressure = pressure_pa(stroke.press_n, massage.patch_mm, square.sqrt(), bead.depth_mm);
            let mut bead = *bead;
            let hold = self.hold_pa(index, |deposits| deposits.held_pa(index, mechanics));
            if !(pressure > hold) {
                continue;
            }
            let mobility = 1.0 - hold / pressure;
            // A mixture that spreads more when laid is rubbed out more: dilution lowers cohesivity [found: F22].
            let loose = mobility * bead.mixture.spread;
            let tangent = way - bead.normal * way.dot(bead.normal);
            let length = tangent.length();
            let along = tangent.normalize_or_zero();
            let rubbed = massage.rub_mm * loose * length;
            let pressed = massage.press_mm2_s * loose * stroke.seconds;
            if length > 0.0 {
                bead.smear.add(along, rubbed);
                bead.smear.add(bead.normal.cross(along), massage.across * rubbed);
            }
            let side = bead.normal.any_orthonormal_vector();
            bead.smear.add(side, pressed);
            bead.smear.add(bead.normal.cross(side), pressed);
            bead.smear.settle();
            let carried = massage.carry * mobility * length;
            bead.carry(along * carried, field);
            done.carried_mg_mm += bead.caha_mg * carried;
            done.rubbed_mg_mm2 += bead.caha_mg * (rubbed * (1.0 + massage.across) + 2.0 * pressed);
            self.put_back(index, bead);
        }
        if turn.0 + 1 >= turn.1 {
            self.mark_moved();
        }
        done
    }
}
