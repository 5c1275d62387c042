//! Deposits: product that left the port, in the material frame, as beads along the track.
//!
//! **Invariant:** every µL and mg that was laid is in exactly one deposit. A deposit never moves by itself, only by massage; how it
//! spreads is computed from what lies about it, whenever it is asked for. While massage goes on, what lies about a deposit may be known
//! from some ticks ago ([`Deposits::settle`]).

use super::grid::Grid;
use super::smear::Smear;
use super::spread::{LayerShare, Stiffness, bead_radius_mm, layer_share, skin_sigma_mm, half_axes_mm};
use crate::anatomy::{LayerStack, Region, TissueField, TissueSample};
use crate::geom::Vec3;
use crate::product::{Mixture, MixtureTraits};
use std::collections::VecDeque;

/// Length of a bead: product laid while the port stays within this of where the bead began joins it, mm [design: depth resolution 0.1 mm at 10° of pitch].
pub const BEAD_MM: f64 = 0.5;
/// Radius about a deposit within which product piles up with it, mm [design: of the order of a thread's width; nodules are aggregates].
pub const LOCAL_RADIUS_MM: f64 = 2.0;
/// Way that massage carries a deposit before its place on the skin is found anew, mm [design].
const FOLLOW_MM: f64 = 0.2;
/// Over this width about [`LOCAL_RADIUS_MM`] a bead counts in part, so that a pile does not grow by leaps of whole beads, mm.
const EDGE_MM: f64 = BEAD_MM;

/// Product laid in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deposit {
    /// Centroid in the material frame, mm.
    pub position: Vec3,
    /// Unit direction of the track (of the shaft, tip-ward) there.
    pub direction: Vec3,
    /// Length of track that it covers, mm; 0 for product laid at a standstill.
    pub length_mm: f64,
    /// Volume in µL.
    pub volume_ul: f64,
    /// `CaHA` in mg.
    pub caha_mg: f64,
    /// Depth of the port below the skin, mm (mean by volume).
    pub depth_mm: f64,
    /// Depth below the dermal–fat boundary, mm (mean by volume; negative: too shallow).
    pub below_dermis_mm: f64,
    /// Region of the skin above (where the bead began).
    pub region: Region,
    /// Point of the resting skin above, mm (mean by volume).
    pub foot: Vec3,
    /// Unit outward skin normal at `foot`.
    pub normal: Vec3,
    /// Layer boundaries there (where the bead began).
    pub stack: LayerStack,
    /// Triangle of the skin that holds the foot point (where the bead began).
    pub triangle: u32,
    /// Id of the thread (laying) it belongs to.
    pub thread: u32,
    /// First tick that added to it.
    pub first_tick: u64,
    /// Last tick that added to it.
    pub last_tick: u64,
    /// What it is made of.
    pub mixture: MixtureTraits,
    /// How far massage has rubbed it out.
    pub smear: Smear,
    start: Vec3,
    /// Way that massage has carried it, not yet followed on the skin.
    owed: Vec3,
}

/// Volume about a place with its first and second moments, of closed beads or of one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pile {
    volume_ul: f64,
    caha_mg: f64,
    first: f64,
    second: f64,
}

impl Pile {
    /// What `bead` adds to the pile about `about`, moments along its direction; nothing when it is too far.
    fn of(bead: &Deposit, about: &Deposit) -> Self {
        let away = bead.position - about.position;
        let distance = if bead.smear.is_none() { away.length() } else { bead.smear.distance_mm(away) };
        if distance >= LOCAL_RADIUS_MM + 0.5 * EDGE_MM {
            return Self::default();
        }
        let counted = bead.smear.kept() * ((LOCAL_RADIUS_MM - distance) / EDGE_MM + 0.5).clamp(0.0, 1.0);
        let volume_ul = counted * bead.volume_ul;
        let along = away.dot(about.direction);
        let own = bead.length_mm * bead.direction.dot(about.direction);
        Self {
            volume_ul,
            caha_mg: counted * bead.caha_mg,
            first: volume_ul * along,
            second: volume_ul * (along * along + own * own / 12.0 + bead.smear.along(about.direction)),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            volume_ul: self.volume_ul + other.volume_ul,
            caha_mg: self.caha_mg + other.caha_mg,
            first: self.first + other.first,
            second: self.second + other.second,
        }
    }

    /// Length over which the product is spread along the direction, mm: √12 times its standard deviation, as for an even line.
    fn length_mm(&self) -> f64 {
        let mean = self.first / self.volume_ul;
        (12.0 * (self.second / self.volume_ul - mean * mean).max(0.0)).sqrt()
    }
}

/// All product that was laid.
#[derive(Clone, Debug)]
pub struct Deposits {
    list: Vec<Deposit>,
    /// For each deposit, what the closed beads about it (itself not) hold.
    piles: Vec<Pile>,
    /// Closed beads by place.
    grid: Grid,
    /// Number of closed beads; the one after it, if any, still grows.
    closed: usize,
    stiffness: Stiffness,
    total_ul: f64,
    total_mg: f64,
    /// Deposits whose pile is to be summed anew after massage, in the order in which that is done.
    stale: VecDeque<u32>,
    /// For each deposit, whether it is among those.
    is_stale: Vec<bool>,
    /// For each deposit the pressure (Pa) that massage has to exceed to move it, once it was asked for since its pile or place changed.
    holds: Vec<Option<f64>>,
    /// Box about what massage has moved since the piles about it were last marked.
    moved: Option<(Vec3, Vec3)>,
    /// The greatest smear so far (SD, mm).
    widest_mm: f64,
}

impl Default for Deposits {
    fn default() -> Self {
        Self::new(Stiffness::default())
    }
}

impl Deposits {
    /// No product yet, in tissue of a given stiffness.
    #[must_use]
    pub fn new(stiffness: Stiffness) -> Self {
        Self {
            list: Vec::new(),
            piles: Vec::new(),
            grid: Grid::new(LOCAL_RADIUS_MM + 0.5 * EDGE_MM),
            closed: 0,
            stiffness,
            total_ul: 0.0,
            total_mg: 0.0,
            stale: VecDeque::new(),
            is_stale: Vec::new(),
            holds: Vec::new(),
            moved: None,
            widest_mm: 0.0,
        }
    }

    /// Lays product at a point of the material frame. It joins the growing bead while the port is within [`BEAD_MM`] of where
    /// that began, in the same thread; else a new bead begins. Returns where the mass of the growing bead lies now.
    ///
    /// `direction` is the track's (unit vector), `sample` the tissue at `at`. Nothing is laid when the volume is not positive.
    pub fn lay(
        &mut self,
        at: Vec3,
        direction: Vec3,
        sample: &TissueSample,
        volume_ul: f64,
        caha_mg: f64,
        mixture: &Mixture,
        thread: u32,
        tick: u64,
    ) -> LayerShare {
        if volume_ul.is_nan() || volume_ul <= 0.0 {
            return LayerShare::default();
        }
        self.total_ul += volume_ul;
        self.total_mg += caha_mg;
        let grown = self.list.len() > self.closed
            && self.list.last_mut().is_some_and(|bead| bead.grow(at, direction, sample, volume_ul, caha_mg, thread, tick));
        if !grown {
            self.bridge(at, thread, tick);
            self.close();
            self.begin(Deposit {
                position: at,
                direction,
                length_mm: 0.0,
                volume_ul,
                caha_mg,
                depth_mm: sample.depth_mm,
                below_dermis_mm: sample.below_dermis_mm(),
                region: sample.region,
                foot: sample.foot,
                normal: sample.normal,
                stack: sample.stack,
                triangle: sample.triangle,
                thread,
                first_tick: tick,
                last_tick: tick,
                mixture: mixture.traits(),
                smear: Smear::default(),
                start: at,
                owed: Vec3::ZERO,
            });
        }
        self.layer_share(self.list.len() - 1)
    }

    /// How stiff the layers are against being pushed apart.
    #[must_use]
    pub fn stiffness(&self) -> &Stiffness {
        &self.stiffness
    }

    /// All deposits, in the order in which they began. The last may still grow.
    #[must_use]
    pub fn deposits(&self) -> &[Deposit] {
        &self.list
    }

    /// Volume laid in all, µL.
    #[must_use]
    pub fn total_ul(&self) -> f64 {
        self.total_ul
    }

    /// `CaHA` laid in all, mg.
    #[must_use]
    pub fn total_caha_mg(&self) -> f64 {
        self.total_mg
    }

    /// Volume within [`LOCAL_RADIUS_MM`] of a deposit's centroid, itself included, µL (beads across its edge in part): a thread's is four times its µL/mm, a pile's is more.
    #[must_use]
    pub fn local_volume_ul(&self, index: usize) -> f64 {
        self.pile(index).volume_ul
    }

    /// `CaHA` within [`LOCAL_RADIUS_MM`] of a deposit's centroid, itself included, mg, whatever the mixtures laid there.
    #[must_use]
    pub fn local_caha_mg(&self, index: usize) -> f64 {
        self.pile(index).caha_mg
    }

    /// Radius in mm of the product about a deposit, as injected (see [`bead_radius_mm`]).
    #[must_use]
    pub fn radius_mm(&self, index: usize) -> f64 {
        let pile = self.pile(index);
        bead_radius_mm(pile.volume_ul, pile.length_mm(), 2.0 * LOCAL_RADIUS_MM)
    }

    /// Half-height and half-width in mm of the region that a deposit's particles occupy.
    #[must_use]
    pub fn half_axes_mm(&self, index: usize) -> (f64, f64) {
        half_axes_mm(self.radius_mm(index), &self.list[index].mixture)
    }

    /// Standard deviation in mm of a deposit's mass across its track in the plane of the skin.
    #[must_use]
    pub fn skin_sigma_mm(&self, index: usize) -> f64 {
        skin_sigma_mm(self.radius_mm(index), &self.list[index].mixture)
    }

    /// Where a deposit's mass lies, from all the product about it: about half a microsecond, so ask once when many want it.
    #[must_use]
    pub fn layer_share(&self, index: usize) -> LayerShare {
        let deposit = &self.list[index];
        layer_share(deposit.depth_mm, self.half_axes_mm(index).0, &deposit.stack, &self.stiffness)
    }

    /// The deposit itself, the closed beads about it and the growing one.
    fn pile(&self, index: usize) -> Pile {
        let about = &self.list[index];
        let mut pile = self.piles[index].and(Pile::of(about, about));
        if let Some(growing) = self.list.get(self.closed)
            && self.closed != index
        {
            pile = pile.and(Pile::of(growing, about));
        }
        pile
    }

    /// When flow goes on from the growing bead into a new one, the track between belongs to the old one.
    fn bridge(&mut self, at: Vec3, thread: u32, tick: u64) {
        if let Some(bead) = self.list.get_mut(self.closed)
            && bead.thread == thread
            && tick <= bead.last_tick + 1
        {
            bead.length_mm = (at - bead.start).length();
        }
    }

    /// What pressure holds a deposit, worked out by `of` where it is not known any more.
    pub(super) fn hold_pa(&mut self, index: usize, of: impl Fn(&Self) -> f64) -> f64 {
        if let Some(known) = self.holds[index] {
            return known;
        }
        let hold = of(self);
        // What still grows is another one in the next tick.
        self.holds[index] = (index < self.closed).then_some(hold);
        hold
    }

    /// Takes a massaged deposit back, at its new place and with its smear. The piles about it wait for [`Self::mark_moved`].
    pub(super) fn put_back(&mut self, index: usize, bead: Deposit) {
        if index >= self.closed {
            self.close();
        }
        let old = std::mem::replace(&mut self.list[index], bead);
        self.grid.shift(old.position, bead.position, index as u32);
        self.widest_mm = self.widest_mm.max(bead.smear.reach_mm());
        if old.depth_mm != bead.depth_mm || old.stack != bead.stack {
            self.holds[index] = None;
        }
        let (low, high) = self.moved.unwrap_or((old.position, old.position));
        self.moved = Some((low.min(old.position).min(bead.position), high.max(old.position).max(bead.position)));
    }

    /// Marks the piles about all that massage has moved since the last time to be summed anew, step by step.
    pub(crate) fn mark_moved(&mut self) {
        let Some((low, high)) = self.moved.take() else { return };
        let reach = Vec3::splat(self.reach_mm());
        let (low, high) = (low - reach, high + reach);
        for (index, bead) in self.list[..self.closed].iter().enumerate() {
            let at = bead.position;
            if !self.is_stale[index] && at.cmpge(low).all() && at.cmple(high).all() {
                self.is_stale[index] = true;
                self.stale.push_back(index as u32);
            }
        }
    }

    /// Sums up to `most` piles anew that massage has changed; true when none is left.
    pub fn settle(&mut self, most: usize) -> bool {
        if most == usize::MAX {
            self.mark_moved();
        }
        for _ in 0..most {
            let Some(index) = self.stale.pop_front() else { return true };
            self.is_stale[index as usize] = false;
            let about = self.list[index as usize];
            let near = self.grid.within(about.position, self.reach_mm()).filter(|other| *other != index);
            self.piles[index as usize] = near.map(|other| Pile::of(&self.list[other as usize], &about)).fold(Pile::default(), Pile::and);
            self.holds[index as usize] = None;
        }
        self.stale.is_empty()
    }

    /// Volume (µL) of the deposits whose centroids lie within [`LOCAL_RADIUS_MM`] of a place.
    pub(super) fn volume_near_ul(&self, at: Vec3) -> f64 {
        let square = LOCAL_RADIUS_MM * LOCAL_RADIUS_MM;
        let closed = self.grid.near(at).map(|index| &self.list[index as usize]);
        let near = closed.chain(self.list.get(self.closed)).filter(|bead| bead.position.distance_squared(at) < square);
        near.map(|bead| bead.volume_ul).sum()
    }

    /// How far from a deposit another one may lie that counts in its pile, mm.
    fn reach_mm(&self) -> f64 {
        let square = self.widest_mm * self.widest_mm;
        (LOCAL_RADIUS_MM + 0.5 * EDGE_MM) * (1.0 + 2.0 * square / (LOCAL_RADIUS_MM * LOCAL_RADIUS_MM)).sqrt()
    }

    /// Closes the growing bead: from now on it counts in the piles of those about it.
    fn close(&mut self) {
        let Some(&bead) = self.list.get(self.closed) else { return };
        let mut own = Pile::default();
        for near in self.grid.within(bead.position, self.reach_mm()).map(|near| near as usize) {
            let other = &self.list[near];
            own = own.and(Pile::of(other, &bead));
            let gained = Pile::of(&bead, other);
            if gained.volume_ul > 0.0 {
                self.piles[near] = self.piles[near].and(gained);
                self.holds[near] = None;
            }
        }
        self.piles[self.closed] = own;
        self.grid.insert(bead.position, self.closed as u32);
        self.closed += 1;
    }

    fn begin(&mut self, bead: Deposit) {
        let about = self.grid.within(bead.position, self.reach_mm());
        let pile = about.map(|near| Pile::of(&self.list[near as usize], &bead)).fold(Pile::default(), Pile::and);
        self.list.push(bead);
        self.piles.push(pile);
        self.is_stale.push(false);
        self.holds.push(None);
    }
}

impl Deposit {
    /// Carries it along the skin by `by` (mm, in its plane) at its depth below the dermis; on reaching [`FOLLOW_MM`] the skin is asked anew.
    pub(super) fn carry<F: TissueField + ?Sized>(&mut self, by: Vec3, field: &F) {
        self.owed += by;
        if self.owed.length() < FOLLOW_MM {
            return;
        }
        let sample = field.sample(self.foot + self.owed);
        self.owed = Vec3::ZERO;
        self.foot = sample.foot;
        self.normal = sample.normal;
        self.stack = sample.stack;
        self.region = sample.region;
        self.triangle = sample.triangle;
        let wanted = sample.stack.dermis_mm + self.below_dermis_mm;
        self.depth_mm = wanted.clamp(0.0, sample.stack.bone_mm);
        self.below_dermis_mm = self.depth_mm - sample.stack.dermis_mm;
        self.position = sample.foot - sample.normal * self.depth_mm;
    }

    /// Takes in more product if it belongs here.
    fn grow(
        &mut self,
        at: Vec3,
        direction: Vec3,
        sample: &TissueSample,
        volume_ul: f64,
        caha_mg: f64,
        thread: u32,
        tick: u64,
    ) -> bool {
        let way = (at - self.start).length();
        if thread != self.thread || way >= BEAD_MM {
            return false;
        }
        self.volume_ul += volume_ul;
        self.caha_mg += caha_mg;
        let part = volume_ul / self.volume_ul;
        self.position += (at - self.position) * part;
        self.direction = (self.direction + (direction - self.direction) * part).normalize_or(direction);
        self.depth_mm += (sample.depth_mm - self.depth_mm) * part;
        self.below_dermis_mm += (sample.below_dermis_mm() - self.below_dermis_mm) * part;
        self.foot += (sample.foot - self.foot) * part;
        self.normal = (self.normal + (sample.normal - self.normal) * part).normalize_or(sample.normal);
        self.length_mm = self.length_mm.max(way);
        self.last_tick = tick;
        true
    }
}
