//! What would have lowered the nodule risk most: each change is made to what was laid, and the model is asked again.
//!
//! **Invariant:** a change's probability is the model's own for the changed threads, never a rule of thumb; a change never adds product.

use crate::geom::Vec3;
use crate::tissue::LOCAL_RADIUS_MM;

use super::super::laid::{Bead, Laid};
use super::{NoduleModel, NoduleRisk};

/// Changes that are named at most.
const NAMED: usize = 3;
/// Probability that a change must take away to be named: what is shown has one digit behind the point of a per cent.
const SMALLEST: f64 = 0.001;
/// Length below which a thread is a bolus and cannot be laid evenly, mm.
const SHORTEST_MM: f64 = 5.0;
/// Distance from an entry point within which a fan's threads meet, mm: where to stop (5–10 mm [recalled practice; uncertain]).
const APEX_MM: f64 = 8.0;

/// A way in which it could have been laid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// The thread's shallow parts in the middle of the target plane.
    Deeper,
    /// The thread's product evenly along it.
    Evener,
    /// Without this thread.
    LeftOut,
    /// All threads ended before they meet at the entry.
    EndedEarlier,
    /// No more than the plan.
    AsPlanned,
    /// A mixture that is even.
    Mixed,
}

impl ChangeKind {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Deeper => "deeper",
            Self::Evener => "evener",
            Self::LeftOut => "left_out",
            Self::EndedEarlier => "ended_earlier",
            Self::AsPlanned => "as_planned",
            Self::Mixed => "mixed",
        }
    }
}

/// A change and what it would have done.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Change {
    /// What would have been done otherwise.
    pub kind: ChangeKind,
    /// Number of the thread that it is about, from 1; none for all of them.
    pub thread: Option<usize>,
    /// Probability of at least one nodule then, 0 to 1.
    pub probability: f64,
}

impl Change {
    /// Id of the words that say what it is; they take the number of the `thread` where there is one.
    #[must_use]
    pub fn words(&self) -> String {
        format!("nodule-change-{}", self.kind.name().replace('_', "-"))
    }
}

impl NoduleModel {
    /// The three changes that would have lowered the risk most, best first; fewer where less than 0.1 % is to be had.
    #[must_use]
    pub fn changes(&self, laid: &Laid, risk: &NoduleRisk) -> Vec<Change> {
        let mut found: Vec<(f64, Change)> = Vec::new();
        let mut consider = |kind: ChangeKind, thread: Option<usize>, beads: Vec<Bead>| {
            let expected: f64 = self.hazards(&about(&laid.beads, beads)).iter().sum();
            if risk.probability - super::at_least_one(expected) >= SMALLEST {
                let number = thread.map(|thread| laid.threads[thread].number);
                found.push((expected, Change { kind, thread: number, probability: super::at_least_one(expected) }));
            }
        };
        let changed = |of: &dyn Fn(usize, &mut Bead)| {
            let mut beads = laid.beads.clone();
            beads.iter_mut().enumerate().for_each(|(i, bead)| of(i, bead));
            beads
        };
        let middle = 0.5 * (laid.plane.from_mm + laid.plane.to_mm);
        for (t, thread) in laid.threads.iter().enumerate() {
            let mine = |bead: &Bead| bead.thread == t;
            if thread.beads.iter().any(|&i| laid.beads[i].below_mm < laid.plane.from_mm) {
                let deeper = |_: usize, bead: &mut Bead| {
                    if mine(bead) && bead.below_mm < laid.plane.from_mm {
                        sink(bead, middle);
                    }
                };
                consider(ChangeKind::Deeper, Some(t), changed(&deeper));
            }
            if thread.length_mm >= SHORTEST_MM {
                let volume_ul: f64 = thread.beads.iter().map(|&i| laid.beads[i].volume_ul).sum();
                let evener = |_: usize, bead: &mut Bead| {
                    if mine(bead) {
                        let part = bead.length_mm / thread.length_mm;
                        (bead.caha_mg, bead.volume_ul) = (thread.caha_mg * part, volume_ul * part);
                    }
                };
                consider(ChangeKind::Evener, Some(t), changed(&evener));
            } else if laid.threads.len() > 1 {
                let left_out = |_: usize, bead: &mut Bead| if mine(bead) { scale(bead, 0.0) };
                consider(ChangeKind::LeftOut, Some(t), changed(&left_out));
            }
        }
        let near = |foot: Vec3| laid.entries.iter().any(|entry| entry.distance(foot) < APEX_MM);
        if laid.beads.iter().any(|bead| near(bead.foot)) {
            consider(ChangeKind::EndedEarlier, None, changed(&|_, bead| if near(bead.foot) { scale(bead, 0.0) }));
        }
        let planned_mg = laid.target_mg_cm2 * 0.01 * laid.ground.area_mm2();
        if laid.caha_mg > planned_mg {
            consider(ChangeKind::AsPlanned, None, changed(&|_, bead| scale(bead, planned_mg / laid.caha_mg)));
        }
        if laid.beads.iter().any(|bead| bead.homogeneity < 1.0) {
            consider(ChangeKind::Mixed, None, changed(&|_, bead| bead.homogeneity = 1.0));
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.kind.cmp(&b.1.kind)).then(a.1.thread.cmp(&b.1.thread)));
        found.into_iter().map(|(_, change)| change).take(NAMED).collect()
    }
}

fn sink(bead: &mut Bead, below_mm: f64) {
    let by = below_mm - bead.below_mm;
    bead.below_mm = below_mm;
    bead.depth_mm += by;
    bead.position -= bead.normal * by;
}

fn scale(bead: &mut Bead, factor: f64) {
    bead.caha_mg *= factor;
    bead.volume_ul *= factor;
}

/// The changed beads with what lies about each of them now: as much more or less as the sum within the local radius has changed.
fn about(before: &[Bead], mut after: Vec<Bead>) -> Vec<Bead> {
    let (was, is) = (sums(before), sums(&after));
    for ((bead, was), is) in after.iter_mut().zip(was).zip(is) {
        let ratio = |was: f64, is: f64| if was > 0.0 { is / was } else { 1.0 };
        bead.local_mg *= ratio(was.0, is.0);
        bead.local_ul *= ratio(was.1, is.1);
    }
    after
}

/// Mass and volume within the local radius of each bead, itself included: a sweep along x.
fn sums(beads: &[Bead]) -> Vec<(f64, f64)> {
    let mut order: Vec<usize> = (0..beads.len()).collect();
    order.sort_by(|&a, &b| beads[a].position.x.total_cmp(&beads[b].position.x).then(a.cmp(&b)));
    let mut sums: Vec<(f64, f64)> = beads.iter().map(|bead| (bead.caha_mg, bead.volume_ul)).collect();
    for (at, &i) in order.iter().enumerate() {
        for &j in &order[at + 1..] {
            let (a, b) = (&beads[i], &beads[j]);
            if b.position.x - a.position.x > LOCAL_RADIUS_MM {
                break;
            }
            if a.position.distance_squared(b.position) <= LOCAL_RADIUS_MM * LOCAL_RADIUS_MM {
                sums[i].0 += b.caha_mg;
                sums[i].1 += b.volume_ul;
                sums[j].0 += a.caha_mg;
                sums[j].1 += a.volume_ul;
            }
        }
    }
    sums
}
