//! Critical errors: what fails an attempt whatever its score.

use crate::geom::Vec3;
use crate::session::{EventKind, Phase, Session, TICKS_PER_SECOND};
use crate::tissue::perfusion::Sign;

use super::laid::Laid;
use super::rubric::Rubric;

/// Flow that goes on this long after the skin turned white is "going on", ticks [design: a person's reaction time is below 1 s].
const GOING_ON_TICKS: u64 = TICKS_PER_SECOND;

/// What counts as flow, µL/s: less is the syringe's relaxing [design].
const LEAST_FLOW_UL_S: f64 = 0.5;

/// A kind of critical error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CriticalKind {
    /// Product flowed in a vessel.
    FlowInVessel,
    /// Product flowed in a no-go region.
    FlowInNoGo,
    /// Product flowed in a gland.
    FlowInGland,
    /// Product went on flowing into the dermis for more than 1 s after the skin had turned white.
    WentOnAfterWhitening,
    /// Product went on flowing for more than 1 s after the skin that an artery feeds had blanched or hurt, and before it recovered.
    WentOnAfterOcclusion,
    /// An entry point was made in skin that was not disinfected.
    NotDisinfected,
    /// An entry point was made in a patient whose history forbids the product.
    TreatedContraindicated,
    /// A product that is used as it comes was diluted.
    ForbiddenDilution,
    /// More was laid than the drill allows.
    OverDose,
}

impl CriticalKind {
    /// The names, in the enum's order.
    pub const NAMES: [&'static str; 9] = [
        "flow_in_vessel",
        "flow_in_no_go",
        "flow_in_gland",
        "went_on_after_whitening",
        "went_on_after_occlusion",
        "not_disinfected",
        "treated_contraindicated",
        "forbidden_dilution",
        "over_dose",
    ];
    const ALL: [Self; 9] = [
        Self::FlowInVessel,
        Self::FlowInNoGo,
        Self::FlowInGland,
        Self::WentOnAfterWhitening,
        Self::WentOnAfterOcclusion,
        Self::NotDisinfected,
        Self::TreatedContraindicated,
        Self::ForbiddenDilution,
        Self::OverDose,
    ];

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|known| *known == name).map(|at| Self::ALL[at])
    }

    /// Its name in files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// A critical error that was made.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct CriticalError {
    /// Which one: its name in rubrics. Its words are `critical-<id with - for _>-title` and `-why`.
    pub id: &'static str,
    /// Tick in which it happened; 0 for one of the setup.
    pub tick: u64,
    /// Where, in the material frame.
    pub at: Option<[f64; 3]>,
}

/// The critical errors of a session that the rubric names, in the order of time, each kind once.
#[must_use]
pub(super) fn critical(session: &Session, laid: &Laid, rubric: &Rubric) -> Vec<CriticalError> {
    let mut found: Vec<(u64, CriticalKind, Option<[f64; 3]>)> = Vec::new();
    let setup = session.setup();
    if session.mixture().dilution_forbidden && !laid.is_empty() {
        found.push((0, CriticalKind::ForbiddenDilution, None));
    }
    let contraindicated = setup.phases.contains(&Phase::Consult) && setup.consultation.as_ref().is_some_and(|who| who.is_contraindicated());
    for event in session.events() {
        if let EventKind::EntryMade { point, .. } = event.kind
            && contraindicated
        {
            found.push((event.tick, CriticalKind::TreatedContraindicated, Some(point.to_array())));
        }
        let kind = match event.kind {
            EventKind::FlowInVessel { .. } => CriticalKind::FlowInVessel,
            EventKind::FlowInNoGo { .. } => CriticalKind::FlowInNoGo,
            EventKind::FlowInGland { .. } => CriticalKind::FlowInGland,
            EventKind::EntryMade { disinfected: false, .. } => CriticalKind::NotDisinfected,
            EventKind::Whitening { laying, .. } => {
                let until = event.tick + GOING_ON_TICKS;
                // The port's centre in the dermis, of the same laying, after the second of grace.
                let went_on = laid.beads.iter().find(|bead| bead.laying == laying && bead.ticks.1 > until && bead.below_mm < 0.0);
                if let Some(bead) = went_on {
                    found.push((bead.ticks.0.max(until), CriticalKind::WentOnAfterWhitening, Some(bead.position.to_array())));
                }
                continue;
            }
            EventKind::Sign { sign, hazard, .. } if sign != Sign::Recovered => {
                if let Some((tick, at)) = went_on(session, event.tick, hazard) {
                    found.push((tick, CriticalKind::WentOnAfterOcclusion, Some(at.to_array())));
                }
                continue;
            }
            _ => continue,
        };
        found.push((event.tick, kind, event.kind.place().map(|at| at.to_array())));
    }
    if session.ledger().laid_ul > setup.maximum_ml * 1e3 {
        found.push((over_dose_tick(session), CriticalKind::OverDose, None));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut known = Vec::new();
    found.retain(|(_, kind, _)| {
        let first = rubric.critical.contains(kind) && !known.contains(kind);
        known.push(*kind);
        first
    });
    found.into_iter().map(|(tick, kind, at)| CriticalError { id: kind.name(), tick, at }).collect()
}

/// When and where product went on flowing, a second and more after a sign of an occlusion and before that skin had recovered.
fn went_on(session: &Session, sign_tick: u64, artery: u32) -> Option<(u64, Vec3)> {
    let recovered = |kind: &EventKind| matches!(kind, EventKind::Sign { sign: Sign::Recovered, hazard, .. } if *hazard == artery);
    let until = session.events().iter().find(|event| event.tick > sign_tick && recovered(&event.kind)).map_or(u64::MAX, |event| event.tick);
    let from = sign_tick + GOING_ON_TICKS;
    // Wherever it flows to: into the artery nothing is laid.
    let flowing = session.motion().iter().find(|motion| motion.tick > from && motion.tick < until && motion.flow_ul_s > LEAST_FLOW_UL_S)?;
    Some((flowing.tick, flowing.port))
}

/// The last tick of the laying that went above the maximum.
fn over_dose_tick(session: &Session) -> u64 {
    let mut sum = 0.0;
    for laying in session.layings() {
        sum += laying.volume_ul;
        if sum > session.setup().maximum_ml * 1e3 {
            return laying.ticks.1;
        }
    }
    session.tick()
}
