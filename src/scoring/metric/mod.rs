//! One metric per file: formula, unit, source and edge cases stand in its doc; how many points it is worth is the rubric's.
//!
//! **Invariant:** a metric gives `None` when there is nothing to measure it on, never NaN; its causes name where it was lost.

mod apex_overload;
mod bone_touches;
mod clark_evans;
mod clearance;
mod concentration;
mod consent;
mod coverage;
mod danger_flow;
mod decision;
mod depth_in_plane;
mod depth_steadiness;
mod disinfection;
mod dose_against_plan;
mod dose_cv;
mod flow_steadiness;
mod history;
mod idle_passes;
mod inspection;
mod largest_gap;
mod mark_angle;
mod mark_cover;
mod movements;
mod near_misses;
mod nodule_probability;
mod occlusion_response;
mod path_length;
mod retrograde;
mod ripley;
mod skin_exits;
mod smoothness;
mod speed_steadiness;
mod spill;
mod steps;
mod symmetry;
mod thread_spacing;
mod time_in_tissue;
mod tissue_damage;
mod trauma;
mod waste;

pub use depth_in_plane::cost as depth_cost;
pub use ripley::ripley_k;

use crate::geom::Vec3;
use crate::lang::Value;
use crate::session::{Consultation, Decision, Phase, Session};

use super::laid::Laid;
use super::nodule::NoduleRisk;
use super::rubric::Rubric;

/// The six scores, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Score {
    /// Mass in the target plane.
    Depth,
    /// Dose over the zone.
    Evenness,
    /// Nodule safety.
    Nodule,
    /// Hazards, bone, skin.
    Safety,
    /// How it was laid.
    Technique,
    /// Steps and dose.
    Procedure,
}

impl Score {
    /// All scores with their names.
    pub const ALL: [(Score, &'static str); 6] = [
        (Score::Depth, "depth"),
        (Score::Evenness, "evenness"),
        (Score::Nodule, "nodule"),
        (Score::Safety, "safety"),
        (Score::Technique, "technique"),
        (Score::Procedure, "procedure"),
    ];

    /// The score's name in files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What metrics are computed from.
pub(super) struct Case<'a> {
    /// What was laid.
    pub laid: &'a Laid,
    /// The session, if there was one.
    pub session: Option<&'a Session>,
    /// By what it is judged.
    pub rubric: &'a Rubric,
    /// The nodule risk of what was laid.
    pub nodule: &'a NoduleRisk,
}

impl<'a> Case<'a> {
    /// The session and who came, where the consultation is played.
    fn consultation(&self) -> Option<(&'a Session, &'a Consultation)> {
        let session = self.session.filter(|session| session.setup().phases.contains(&Phase::Consult))?;
        Some((session, session.setup().consultation.as_deref()?))
    }

    /// Whether it was decided not to treat, and rightly: then there is nothing else to be judged than how that came about.
    pub(super) fn rightly_declined(&self) -> bool {
        self.consultation().is_some_and(|(session, consultation)| {
            session.decision() == Some(Decision::DoNotTreat) && consultation.is_right(Decision::DoNotTreat)
        })
    }

    /// Weighs the causes of a metric that is a function of a sum: `value` of what `all` of it leaves, each cause's weight being its
    /// part of that sum. Its weight becomes the points that it takes: the mean of those that come back when it alone is removed and
    /// of those that it costs when it alone is there (a two-point Shapley value). So a fault that alone lifts a metric over its
    /// band's free end owns the loss, and ones that would cost nothing by themselves have little of it. Weights stay as they are
    /// where none would change the points.
    fn weigh(&self, metric: &str, causes: &mut [Cause], all: f64, value: impl Fn(f64) -> f64) {
        let Some(band) = self.rubric.band(metric) else { return };
        let points = |left: f64| band.points(value(left.max(0.0)), metric == LOGARITHMIC);
        let weights: Vec<f64> = causes
            .iter()
            .map(|cause| {
                let alone = points(all - cause.weight) - points(all);
                let only = points(0.0) - points(cause.weight);
                (0.5 * (alone + only)).max(0.0)
            })
            .collect();
        if weights.iter().any(|weight| *weight > 0.0) {
            causes.iter_mut().zip(weights).for_each(|(cause, weight)| cause.weight = weight);
        }
    }
}

/// The metric whose points go with the logarithm of its value.
pub(super) const LOGARITHMIC: &str = "nodule_probability";

/// A place and time where points of a metric were lost.
#[derive(Clone, Debug, Default)]
pub(super) struct Cause {
    /// Message id of the finding.
    pub id: &'static str,
    /// Its part of the loss, against those of the other causes.
    pub weight: f64,
    /// Where, in the material frame.
    pub at: Option<Vec3>,
    /// Depth there in mm.
    pub depth_mm: Option<f64>,
    /// First and last tick.
    pub ticks: Option<(u64, u64)>,
    /// Number of the thread, from 1.
    pub thread: Option<usize>,
    /// Laying.
    pub laying: Option<u32>,
    /// What was measured there, in the finding's unit.
    pub measured: f64,
    /// What was wanted there.
    pub wanted: f64,
    /// Further values for the words.
    pub args: Vec<(&'static str, Value)>,
}

/// A metric's value and where it was lost.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    /// The value; `None` when there was nothing to measure.
    pub value: Option<f64>,
    /// Where it was lost; may be empty, then the metric's own finding stands for the whole.
    pub causes: Vec<Cause>,
    /// The metric has no meaning here (no entry is known, a phase is not played): its weight goes to the others of its score.
    pub aside: bool,
}

impl Measure {
    fn plain(value: Option<f64>) -> Self {
        Self { value: value.filter(|value| value.is_finite()), ..Self::default() }
    }

    fn aside() -> Self {
        Self { aside: true, ..Self::default() }
    }
}

/// What a metric is.
pub struct Definition {
    /// Its name in rubrics, reports and (with `-` for `_`) message ids.
    pub name: &'static str,
    /// The score it belongs to.
    pub score: Score,
    /// Its unit; empty for a ratio.
    pub unit: &'static str,
    /// Digits behind the point when shown.
    pub decimals: u8,
    /// Factor to the unit shown in findings (100 for shares shown in %).
    pub shown: f64,
    /// Whether it needs a session.
    pub needs_session: bool,
    pub(super) measure: fn(&Case) -> Measure,
}

impl std::fmt::Debug for Definition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Definition").field("name", &self.name).field("score", &self.score).finish_non_exhaustive()
    }
}

const fn laid(name: &'static str, score: Score, unit: &'static str, decimals: u8, shown: f64, measure: fn(&Case) -> Measure) -> Definition {
    Definition { name, score, unit, decimals, shown, needs_session: false, measure }
}

const fn done(name: &'static str, score: Score, unit: &'static str, decimals: u8, shown: f64, measure: fn(&Case) -> Measure) -> Definition {
    Definition { name, score, unit, decimals, shown, needs_session: true, measure }
}

/// Every metric, in the order of reports.
pub const METRICS: [Definition; 52] = [
    laid("depth_in_plane", Score::Depth, "", 0, 100.0, depth_in_plane::measure),
    laid("depth_steadiness", Score::Depth, "mm", 2, 1.0, depth_steadiness::measure),
    laid("depth_mean_error", Score::Depth, "mm", 2, 1.0, depth_steadiness::mean_error),
    laid("coverage", Score::Evenness, "", 0, 100.0, coverage::measure),
    laid("dose_cv", Score::Evenness, "", 2, 1.0, dose_cv::measure),
    laid("largest_gap", Score::Evenness, "mm", 1, 1.0, largest_gap::measure),
    laid("spill", Score::Evenness, "", 0, 100.0, spill::measure),
    laid("thread_spacing", Score::Evenness, "", 2, 1.0, thread_spacing::measure),
    laid("apex_overload", Score::Evenness, "", 0, 100.0, apex_overload::measure),
    laid("dose_cv_raw", Score::Evenness, "", 2, 1.0, dose_cv::raw),
    laid("dose_mean", Score::Evenness, "mg/cm²", 1, 1.0, dose_cv::mean),
    laid("clark_evans", Score::Evenness, "", 2, 1.0, clark_evans::measure),
    laid("clark_evans_plain", Score::Evenness, "", 2, 1.0, clark_evans::plain),
    laid("ripley_l", Score::Evenness, "mm", 1, 1.0, ripley::measure),
    laid("ripley_l_plain", Score::Evenness, "mm", 1, 1.0, ripley::plain),
    laid("nodule_probability", Score::Nodule, "", 1, 100.0, nodule_probability::measure),
    done("near_misses", Score::Safety, "", 0, 1.0, near_misses::measure),
    done("vessel_clearance", Score::Safety, "mm", 1, 1.0, clearance::measure),
    done("danger_flow", Score::Safety, "", 0, 1.0, danger_flow::measure),
    done("bone_touches", Score::Safety, "", 0, 1.0, bone_touches::measure),
    done("skin_exits", Score::Safety, "", 0, 1.0, skin_exits::measure),
    done("retrograde", Score::Technique, "", 0, 100.0, retrograde::measure),
    done("flow_steadiness", Score::Technique, "", 2, 1.0, flow_steadiness::measure),
    done("speed_steadiness", Score::Technique, "", 2, 1.0, speed_steadiness::measure),
    done("withdrawal_speed", Score::Technique, "mm/s", 1, 1.0, speed_steadiness::mean),
    done("idle_passes", Score::Technique, "", 0, 100.0, idle_passes::measure),
    done("passes_per_entry", Score::Technique, "", 1, 1.0, idle_passes::per_entry),
    done("trauma", Score::Technique, "mJ", 1, 1.0, trauma::measure),
    done("tissue_damage", Score::Technique, "mm²", 0, 1.0, tissue_damage::measure),
    done("path_length", Score::Technique, "mm", 0, 1.0, path_length::measure),
    done("path_in_tissue", Score::Technique, "mm", 0, 1.0, path_length::in_tissue),
    done("path_economy", Score::Technique, "", 2, 1.0, path_length::economy),
    done("translations", Score::Technique, "", 1, 1.0, movements::translations),
    done("rotations", Score::Technique, "", 1, 1.0, movements::rotations),
    done("time_in_tissue", Score::Technique, "s", 0, 1.0, time_in_tissue::measure),
    done("smoothness", Score::Technique, "", 1, 1.0, smoothness::measure),
    done("history", Score::Procedure, "", 0, 100.0, history::measure),
    done("consent", Score::Procedure, "", 0, 100.0, consent::measure),
    done("decision", Score::Procedure, "", 1, 1.0, decision::measure),
    done("mark_angle", Score::Procedure, "°", 0, 1.0, mark_angle::measure),
    done("mark_cover", Score::Procedure, "", 0, 100.0, mark_cover::measure),
    done("disinfection", Score::Procedure, "", 0, 1.0, disinfection::measure),
    done("steps", Score::Procedure, "", 0, 100.0, steps::measure),
    done("step_order", Score::Procedure, "", 0, 1.0, steps::order),
    done("dose_against_plan", Score::Procedure, "", 0, 100.0, dose_against_plan::measure),
    done("dose_volume", Score::Procedure, "mL", 2, 1.0, dose_against_plan::volume),
    done("symmetry", Score::Procedure, "", 0, 100.0, symmetry::measure),
    done("concentration", Score::Procedure, "", 0, 100.0, concentration::measure),
    done("waste", Score::Procedure, "", 0, 100.0, waste::measure),
    done("whitening_left", Score::Procedure, "mm²", 0, 1.0, inspection::whitening),
    done("ridge", Score::Procedure, "mm", 1, 1.0, inspection::ridge),
    done("occlusion_response", Score::Procedure, "", 0, 100.0, occlusion_response::measure),
];

/// Metrics of how it was decided whether to treat.
pub(super) const OF_THE_DECISION: [&str; 2] = ["history", "decision"];

/// The definition of a metric.
#[must_use]
pub fn definition(name: &str) -> Option<&'static Definition> {
    METRICS.iter().find(|definition| definition.name == name)
}
