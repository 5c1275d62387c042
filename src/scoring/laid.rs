//! What was laid, from a session or from a list of threads: all that depth, evenness and nodule risk are judged on.
//!
//! **Invariant:** nothing here tells who laid it or how the hand moved; a [`Thread`] is what lies along one track.

use crate::anatomy::LayerStack;
use crate::geom::{Vec3, math};
use crate::session::{LayingKind, Session, TargetPlane};
use crate::tissue::{ArealDose, Deposit, Deposits, Smear};

use super::ground::Ground;
use super::rubric::Rubric;

/// What lies in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bead {
    /// Index of its thread in [`Laid::threads`].
    pub thread: usize,
    /// How the port moved.
    pub kind: LayingKind,
    /// Laying it belongs to.
    pub laying: u32,
    /// `CaHA` in mg.
    pub caha_mg: f64,
    /// Volume in µL.
    pub volume_ul: f64,
    /// Place in the material frame.
    pub position: Vec3,
    /// Point of the skin above.
    pub foot: Vec3,
    /// Unit outward normal there.
    pub normal: Vec3,
    /// Depth in mm.
    pub depth_mm: f64,
    /// Depth below the dermal–fat boundary in mm.
    pub below_mm: f64,
    /// Layer boundaries there.
    pub stack: LayerStack,
    /// Region of the skin.
    pub region: crate::anatomy::Region,
    /// Length of track in mm.
    pub length_mm: f64,
    /// Share of the mass above the dermal–fat boundary.
    pub shallow: f64,
    /// Share of the mass in SMAS/platysma and below.
    pub sunk: f64,
    /// `CaHA` within [`crate::tissue::LOCAL_RADIUS_MM`], mg.
    pub local_mg: f64,
    /// Volume within the same radius, µL.
    pub local_ul: f64,
    /// Spread of the mixture (≥ 1, see `MixtureTraits::spread`).
    pub spread: f64,
    /// Evenness of the mixture, 0 to 1.
    pub homogeneity: f64,
    /// How much the deepest fifth of the dermis counts for its product, 0 to 1.
    pub deep_dermis_credit: f64,
    /// Whether the skin above lies in the zone.
    pub in_zone: bool,
    /// Share of the mass above which the skin lies in the zone: 0 or 1 unless massage has rubbed it out.
    pub inside: f64,
    /// How far massage has rubbed it out.
    pub smear: Smear,
    /// First and last tick.
    pub ticks: (u64, u64),
}

/// What lies along one track.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Number shown to people, from 1, in the order of laying.
    pub number: usize,
    /// Pass that laid it.
    pub pass: u32,
    /// Indices of its beads, in the order of laying.
    pub beads: Vec<usize>,
    /// `CaHA` in mg.
    pub caha_mg: f64,
    /// Length of track with product, mm.
    pub length_mm: f64,
    /// First and last tick.
    pub ticks: (u64, u64),
}

/// What was laid, on which ground, and what was wanted.
#[derive(Clone, Debug)]
pub struct Laid {
    /// All beads.
    pub beads: Vec<Bead>,
    /// The tracks.
    pub threads: Vec<Thread>,
    /// The zone.
    pub ground: Ground,
    /// Where the product belongs.
    pub plane: TargetPlane,
    /// Dose wanted, mg/cm².
    pub target_mg_cm2: f64,
    /// Entry points on the skin.
    pub entries: Vec<Vec3>,
    /// All `CaHA` laid, mg.
    pub caha_mg: f64,
    /// Dose on each enclosed cell of the ground, mg/cm², spread with the rubric's σ.
    pub dose_mg_cm2: Vec<f64>,
    /// The same on each cell of the zone, those of its margin included.
    pub dose_map: Vec<f64>,
}

/// Where a deposit comes from, by its thread id.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// How the port moved.
    pub(super) kind: LayingKind,
    /// Pass (or thread of a list).
    pub(super) pass: u32,
    /// How much the deepest fifth of the dermis counts for its product.
    pub(super) deep_dermis_credit: f64,
}

impl Laid {
    /// What a session laid.
    #[must_use]
    pub fn of_session(session: &Session, rubric: &Rubric) -> Self {
        let setup = session.setup();
        let deep_dermis_credit = rubric.depth.deep_dermis_credit(&session.mixture().preparation.product);
        let origin = |laying: &crate::session::Laying| Origin { kind: laying.kind, pass: laying.pass, deep_dermis_credit };
        let origins: Vec<Origin> = session.layings().iter().map(origin).collect();
        let mut entries: Vec<Vec3> = Vec::new();
        for pass in session.passes() {
            if let Some(entry) = session.entries().get(pass.entry as usize)
                && !entries.contains(&entry.point)
            {
                entries.push(entry.point);
            }
        }
        Self::new(
            session.deposits(),
            &origins,
            Ground::of_zone(&setup.zone),
            setup.plane,
            setup.target_mg_cm2,
            entries,
            rubric,
        )
    }

    pub(super) fn new(
        deposits: &Deposits,
        origins: &[Origin],
        ground: Ground,
        plane: TargetPlane,
        target_mg_cm2: f64,
        entries: Vec<Vec3>,
        rubric: &Rubric,
    ) -> Self {
        let mut threads: Vec<Thread> = Vec::new();
        let mut beads: Vec<Bead> = Vec::new();
        let mut caha_mg = 0.0;
        for (i, deposit) in deposits.deposits().iter().enumerate() {
            let unknown = Origin { kind: LayingKind::Still, pass: deposit.thread, deep_dermis_credit: 0.0 };
            let Origin { kind, pass, deep_dermis_credit } = origins.get(deposit.thread as usize).copied().unwrap_or(unknown);
            let at = threads.iter().position(|thread| thread.pass == pass).unwrap_or_else(|| {
                threads.push(Thread {
                    number: threads.len() + 1,
                    pass,
                    beads: Vec::new(),
                    caha_mg: 0.0,
                    length_mm: 0.0,
                    ticks: (deposit.first_tick, deposit.last_tick),
                });
                threads.len() - 1
            });
            let share = deposits.layer_share(i);
            let thread = &mut threads[at];
            thread.beads.push(i);
            thread.caha_mg += deposit.caha_mg;
            thread.length_mm += deposit.length_mm;
            thread.ticks.0 = thread.ticks.0.min(deposit.first_tick);
            thread.ticks.1 = thread.ticks.1.max(deposit.last_tick);
            caha_mg += deposit.caha_mg;
            beads.push(Bead {
                thread: at,
                kind,
                laying: deposit.thread,
                caha_mg: deposit.caha_mg,
                volume_ul: deposit.volume_ul,
                position: deposit.position,
                foot: deposit.foot,
                normal: deposit.normal,
                depth_mm: deposit.depth_mm,
                below_mm: deposit.below_dermis_mm,
                stack: deposit.stack,
                region: deposit.region,
                length_mm: deposit.length_mm,
                shallow: share.epidermis + share.dermis,
                sunk: share.smas + share.deep,
                local_mg: deposits.local_volume_ul(i) * deposit.mixture.caha_mg_per_ml * 1e-3,
                local_ul: deposits.local_volume_ul(i),
                spread: deposit.mixture.spread,
                homogeneity: deposit.mixture.homogeneity,
                deep_dermis_credit,
                in_zone: ground.contains(deposit.foot),
                inside: inside(&ground, deposit),
                smear: deposit.smear,
                ticks: (deposit.first_tick, deposit.last_tick),
            });
        }
        let mut laid = Self {
            beads,
            threads,
            ground,
            plane,
            target_mg_cm2,
            entries,
            caha_mg,
            dose_mg_cm2: Vec::new(),
            dose_map: Vec::new(),
        };
        laid.dose_map = laid.spread(rubric.sigma_mm, |_, bead| bead.caha_mg);
        laid.dose_mg_cm2 = laid.ground.enclosed(&laid.dose_map);
        laid
    }

    /// Something of each bead (index, bead), spread over all of the zone's cells with a Gaussian of `sigma_mm`, per cm².
    #[must_use]
    pub fn spread(&self, sigma_mm: f64, of: impl Fn(usize, &Bead) -> f64) -> Vec<f64> {
        let cells = &self.ground.zone().cells;
        let points: Vec<Vec3> = cells.iter().map(|cell| cell.point).collect();
        let normals: Vec<Vec3> = cells.iter().map(|cell| cell.normal).collect();
        let mut field = ArealDose::new(&points, &normals, sigma_mm);
        for (i, bead) in self.beads.iter().enumerate() {
            field.add_smeared(bead.foot, bead.normal, &bead.smear, of(i, bead));
        }
        field.mg_cm2().to_vec()
    }

    /// Points of the skin above a thread (its index), `step_mm` apart along it.
    #[must_use]
    pub fn samples(&self, thread: usize, step_mm: f64) -> Vec<Vec3> {
        let mut out = Vec::new();
        let mut since = step_mm;
        for bead in self.threads[thread].beads.iter().map(|&i| &self.beads[i]) {
            since += bead.length_mm;
            if since >= step_mm {
                since = 0.0;
                out.push(bead.foot);
            }
        }
        out
    }

    /// Whether nothing was laid.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !(self.caha_mg > 0.0)
    }

    /// Number of the thread that lies nearest to a point of the skin.
    #[must_use]
    pub fn nearest_thread(&self, foot: Vec3) -> Option<usize> {
        let mut best = (f64::INFINITY, None);
        for bead in &self.beads {
            let square = bead.foot.distance_squared(foot);
            if square < best.0 {
                best = (square, Some(self.threads[bead.thread].number));
            }
        }
        best.1
    }

    /// The band of depth below the skin that was wanted above a bead, mm.
    #[must_use]
    pub fn wanted_mm(&self, bead: &Bead) -> (f64, f64) {
        let boundary = bead.stack.dermis_mm;
        (boundary + self.plane.from_mm, boundary + self.plane.to_mm)
    }
}

/// Share of a deposit's mass below the zone: of what massage has rubbed out, by three points of Gauss and Hermite along each axis.
fn inside(ground: &Ground, deposit: &Deposit) -> f64 {
    let within = |foot: Vec3| if ground.contains(foot) { 1.0 } else { 0.0 };
    if deposit.smear.is_none() {
        return within(deposit.foot);
    }
    let (u, v) = deposit.smear.axes_mm(deposit.normal);
    let far = 3.0_f64.sqrt();
    let nodes = [(-far, 1.0 / 6.0), (0.0, 2.0 / 3.0), (far, 1.0 / 6.0)];
    nodes.iter().flat_map(|x| nodes.iter().map(move |y| (x, y))).map(|(x, y)| x.1 * y.1 * within(deposit.foot + u * x.0 + v * y.0)).sum()
}

/// Mean and population standard deviation of weighted values; `None` when nothing has weight.
pub(super) fn mean_sd(values: impl Iterator<Item = (f64, f64)> + Clone) -> Option<(f64, f64)> {
    let (weight, sum) = values.clone().fold((0.0, 0.0), |(w, s), (value, weight)| (w + weight, s + value * weight));
    if !(weight > 0.0) {
        return None;
    }
    let mean = sum / weight;
    let square: f64 = values.map(|(value, weight)| weight * (value - mean) * (value - mean)).sum();
    Some((mean, (square / weight).sqrt()))
}

/// The standard normal distribution function.
pub(super) fn normal_cdf(z: f64) -> f64 {
    0.5 * (1.0 + math::erf(z * std::f64::consts::FRAC_1_SQRT_2))
}
