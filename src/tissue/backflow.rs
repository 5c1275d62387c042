//! What happens to product between port and tissue: it fills the track that the tip has just left, creeps back along the shaft,
//! and what does neither pushes the tissue at the port apart.
//!
//! Back along the shaft it needs a gap. Product at a pressure p opens an elastic track of radius R about the shaft by R·(p − grip)/2G
//! (thick-walled hole under pressure, Lamé), and the pressure falls to nothing at its front; so the mean gap is half of that, and the
//! flow in it is that of a Herschel–Bulkley fluid in a slot (Chhabra & Richardson 2008). A gel stands still at p·h/4τ₀ (h the gap at
//! the port), a sol goes on until it reaches the skin and leaks. That backflow grows with flow and radius and falls with the tissue's
//! stiffness is the finding of Morrison et al. 1999 for infusions [recalled].
//!
//! **Invariant:** what goes in is laid, lost or still beside the shaft, to the last µL and mg; nothing here knows which instrument it is.

use std::f64::consts::PI;

use crate::product::HerschelBulkley;
use crate::product::rheology::DILUENT_PA_S;

/// Time constant with which a track closes behind the tip, s; larger: more room for product that comes late [design].
const CLOSING_S: f64 = 1.0;
/// Shortest way over which pressure falls, mm: the port's own size [design].
const SHORTEST_MM: f64 = 0.25;
/// Halvings of the interval in which the volume that goes back is sought.
const HALVINGS: u32 = 12;
/// Way that the port goes ahead of the product beside the shaft before that counts as laid, mm: more than a hand trembles [design].
const FARTHEST_LAG_MM: f64 = 1.0;

/// The way along the shaft from the port to the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annulus {
    /// Outer radius of the shaft, mm.
    pub radius_mm: f64,
    /// Length of track from the port to the skin, mm.
    pub way_mm: f64,
    /// Length of the hole that a wider needle left in the skin, mm; 0 where there is none.
    pub hole_mm: f64,
    /// Radius of that hole, mm.
    pub hole_radius_mm: f64,
}

/// How the tissue at the port holds product and shaft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// Pressure at which product pushes the tissue apart, Pa.
    pub pressure_pa: f64,
    /// Pressure with which the track grips the shaft, Pa; a gap opens only beyond it.
    pub grip_pa: f64,
    /// Shear modulus, Pa.
    pub shear_pa: f64,
}

/// A volume of product with its `CaHA`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Portion {
    /// Volume in µL.
    pub volume_ul: f64,
    /// `CaHA` in mg.
    pub caha_mg: f64,
}

impl Portion {
    fn take(&mut self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let taken = if share >= 1.0 { *self } else { Self { volume_ul: self.volume_ul * share, caha_mg: self.caha_mg * share } };
        self.volume_ul -= taken.volume_ul;
        self.caha_mg -= taken.caha_mg;
        taken
    }

    fn add(&mut self, other: Self) {
        self.volume_ul += other.volume_ul;
        self.caha_mg += other.caha_mg;
    }
}

/// Where the product of one tick went.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Split {
    /// Laid about the port.
    pub laid: Portion,
    /// How far ahead of the port (towards the tip and what it left) the laid product's centre lies, mm.
    pub ahead_mm: f64,
    /// Lost: out of the skin beside the shaft.
    pub lost: Portion,
}

/// Product beside the shaft, and the room that the tip has left behind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Backflow {
    beside: Portion,
    lag_mm: f64,
    void_ul: f64,
    void_mm: f64,
    back_ul: f64,
}

impl Backflow {
    /// Product that lies beside the shaft in its track, neither laid nor lost.
    #[must_use]
    pub fn beside(&self) -> Portion {
        self.beside
    }

    /// Volume that went back along the shaft so far, µL, laid later or lost.
    #[must_use]
    pub fn back_ul(&self) -> f64 {
        self.back_ul
    }

    /// The cannula is out: what lay beside it is lost.
    pub fn leave(&mut self) -> Portion {
        let beside = self.beside;
        *self = Self { back_ul: self.back_ul, ..Self::default() };
        beside
    }

    /// Lets the port move `back_mm` towards the skin (negative: deeper along its track) while `out` leaves it, in `dt` seconds.
    /// `to_tip_mm` is the way from the port to the end of the shaft.
    pub fn step(
        &mut self,
        back_mm: f64,
        out: Portion,
        to_tip_mm: f64,
        annulus: &Annulus,
        hold: &Hold,
        rheology: &HerschelBulkley,
        dt: f64,
    ) -> Split {
        let mut split = Split::default();
        let shaft_mm2 = PI * annulus.radius_mm * annulus.radius_mm;
        let gap = gap_mm(annulus.radius_mm, hold);
        if back_mm < 0.0 {
            // The port goes ahead: what lay beside the shaft stays where it is.
            self.lag_mm -= back_mm;
            if self.lag_mm > FARTHEST_LAG_MM {
                self.lag_mm = 0.0;
                split.laid.add(self.beside.take(1.0));
            }
            (self.void_ul, self.void_mm) = (0.0, 0.0);
        } else if back_mm > 0.0 {
            let over = (back_mm - self.lag_mm).max(0.0);
            self.lag_mm = (self.lag_mm - back_mm).max(0.0);
            let front = front_mm(self.beside.volume_ul, gap, annulus);
            split.laid.add(self.beside.take(if front > 0.0 { over / front } else { 1.0 }));
            self.void_ul += shaft_mm2 * back_mm;
            self.void_mm += back_mm;
        }
        let mut out = out;
        if out.volume_ul > 0.0 && gap > 0.0 {
            let back = out.take(self.back_in(dt, out.volume_ul, gap, annulus, hold, rheology) / out.volume_ul);
            self.back_ul += back.volume_ul;
            self.beside.add(back);
            let room = capacity_ul(gap, annulus);
            if self.beside.volume_ul > room {
                split.lost = self.beside.take(1.0 - room / self.beside.volume_ul);
            }
        }
        if out.volume_ul > 0.0 {
            let filling = self.void_ul.min(out.volume_ul);
            split.ahead_mm = filling / out.volume_ul * (to_tip_mm + 0.5 * self.void_mm);
            let kept = self.void_ul - filling;
            self.void_mm *= if self.void_ul > 0.0 { kept / self.void_ul } else { 0.0 };
            self.void_ul = kept;
            split.laid.add(out);
        }
        let open = (1.0 - dt / CLOSING_S).max(0.0);
        self.void_ul *= open;
        self.void_mm *= open;
        split
    }
}

impl Backflow {
    /// Volume (µL, at most `most`) that goes back in `dt` seconds: implicit, since the first drops travel far in a tick.
    fn back_in(&self, dt: f64, most: f64, gap: f64, annulus: &Annulus, hold: &Hold, rheology: &HerschelBulkley) -> f64 {
        let over = |added: f64| {
            let front = front_mm(self.beside.volume_ul + added, gap, annulus);
            let in_hole = (front - (annulus.way_mm - annulus.hole_mm).max(0.0)).clamp(0.0, annulus.hole_mm);
            let gradient = (hold.pressure_pa - hold.grip_pa) / (front - in_hole).max(SHORTEST_MM);
            slot_flow_ul_s(2.0 * PI * annulus.radius_mm, gap, gradient, rheology) * dt - added
        };
        if over(most) >= 0.0 {
            return most;
        }
        let (mut low, mut high) = (0.0, most);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if over(middle) >= 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Mean gap about a shaft of a radius (mm) between the port and the front of the product, mm.
fn gap_mm(radius_mm: f64, hold: &Hold) -> f64 {
    0.5 * radius_mm * (hold.pressure_pa - hold.grip_pa).max(0.0) / (2.0 * hold.shear_pa)
}

/// Cross-sections (mm²) of the gap in the track and in the hole of the skin.
fn sections_mm2(gap_mm: f64, annulus: &Annulus) -> (f64, f64) {
    let r = annulus.radius_mm;
    let track = PI * gap_mm * (2.0 * r + gap_mm);
    let hole = PI * (annulus.hole_radius_mm * annulus.hole_radius_mm - r * r);
    (track, hole.max(track))
}

/// Volume beside the shaft when product has just reached the skin, µL.
fn capacity_ul(gap_mm: f64, annulus: &Annulus) -> f64 {
    let (track, hole) = sections_mm2(gap_mm, annulus);
    let in_hole = annulus.hole_mm.min(annulus.way_mm).max(0.0);
    track * (annulus.way_mm - in_hole).max(0.0) + hole * in_hole
}

/// Way from the port that a volume beside the shaft reaches, mm.
fn front_mm(volume_ul: f64, gap_mm: f64, annulus: &Annulus) -> f64 {
    let (track, hole) = sections_mm2(gap_mm, annulus);
    if track <= 0.0 {
        return 0.0;
    }
    let to_hole = (annulus.way_mm - annulus.hole_mm).max(0.0);
    let reach = volume_ul / track;
    if reach <= to_hole { reach } else { to_hole + (volume_ul - track * to_hole) / hole }
}

/// Flow (µL/s) of a Herschel–Bulkley fluid along a slot of a width and a height (mm) under a pressure gradient (Pa/mm), never more than
/// the diluent's: Q = ½·W·h²·n/(2n+1)·((τ_w − τ₀)/K)^(1/n)·(1 − φ)·(1 + φ·n/(n+1)), φ = τ₀/τ_w (Chhabra & Richardson 2008).
#[must_use]
pub fn slot_flow_ul_s(width_mm: f64, height_mm: f64, gradient_pa_mm: f64, rheology: &HerschelBulkley) -> f64 {
    let wall = 0.5 * height_mm * gradient_pa_mm;
    let over = wall - rheology.yield_pa;
    if over.is_nan() || over <= 0.0 {
        return 0.0;
    }
    let (n, plug) = (rheology.index, rheology.yield_pa / wall);
    let rate = crate::geom::math::pow(over / rheology.consistency_pa_sn, 1.0 / n);
    let flow = 0.5 * width_mm * height_mm * height_mm * n / (2.0 * n + 1.0) * rate * (1.0 - plug) * (1.0 + plug * n / (n + 1.0));
    flow.min(width_mm * height_mm * height_mm * height_mm * gradient_pa_mm / (12.0 * DILUENT_PA_S))
}
