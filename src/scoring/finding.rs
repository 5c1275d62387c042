//! Findings: every lost point with what, where, when, measured, wanted; and what was done well.
//!
//! **Invariant:** the points lost in findings sum to 100 − total. There is no "other" finding: each names one metric's loss at one place.

use crate::geom::Vec3;
use crate::lang::{Lang, Value};

use super::metric::{Cause, Definition, Score};

/// Points from which a finding is a fault and not only worth attention.
const FAULT_POINTS: f64 = 4.0;
/// Places that one metric names at most; the loss of the others is shared among these.
const PLACES: usize = 5;
/// A place with less than this part of its metric's loss is not named.
const SMALLEST_PART: f64 = 0.04;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cost many points.
    Fault,
    /// It cost some.
    Attention,
    /// It was done well.
    WellDone,
}

/// Something to learn from an attempt.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Finding {
    /// Message id: the words are `finding-<id>-title`, `-why` and `-how`.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// Score it belongs to.
    pub score: Score,
    /// Metric it belongs to.
    pub metric: &'static str,
    /// Points of the total that it cost.
    pub points_lost: f64,
    /// Where, in the material frame.
    #[serde(rename = "where")]
    pub at: Option<[f64; 3]>,
    /// Depth there in mm.
    pub depth_mm: Option<f64>,
    /// First and last tick.
    pub ticks: Option<(u64, u64)>,
    /// Number of the thread, from 1.
    pub thread: Option<usize>,
    /// Index of the laying.
    pub laying: Option<u32>,
    /// What was measured, as its words show it.
    pub measured: f64,
    /// What was wanted.
    pub wanted: f64,
    /// Values for the words.
    pub args: Vec<(String, Value)>,
}

impl Finding {
    /// The point on or in the patient.
    #[must_use]
    pub fn place(&self) -> Option<Vec3> {
        self.at.map(Vec3::from_array)
    }

    /// What happened, in words.
    #[must_use]
    pub fn title(&self, lang: &Lang) -> String {
        self.words(lang, "title")
    }

    /// Why it matters, in words.
    #[must_use]
    pub fn why(&self, lang: &Lang) -> String {
        self.words(lang, "why")
    }

    /// How to do it better, in words; of what was done well, nothing.
    #[must_use]
    pub fn how(&self, lang: &Lang) -> String {
        if self.severity == Severity::WellDone { String::new() } else { self.words(lang, "how") }
    }

    /// What its words name: from ten on, numbers have one decimal at the most. `half_measured` and `half_wanted` tell a diameter as the
    /// distance from its middle.
    #[must_use]
    pub fn values(&self) -> Vec<(String, Value)> {
        let shown = |value: &Value| match *value {
            Value::Number { value, decimals } if value.abs() >= 10.0 => Value::number(value, decimals.min(1)),
            _ => value.clone(),
        };
        let halves = [("half_measured", self.measured), ("half_wanted", self.wanted)].map(|(name, whole)| (name.to_owned(), Value::number(0.5 * whole, 1)));
        self.args.iter().map(|(name, value)| (name.clone(), shown(value))).chain(halves).collect()
    }

    fn words(&self, lang: &Lang, part: &str) -> String {
        let values = self.values();
        let values: Vec<(&str, Value)> = values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        lang.text(&format!("finding-{}-{part}", self.id), &values)
    }

    fn new(definition: &Definition, cause: Cause, points_lost: f64) -> Self {
        let decimals = definition.decimals;
        let mut args: Vec<(String, Value)> = vec![
            ("measured".into(), Value::number(cause.measured, decimals.max(1))),
            ("wanted".into(), Value::number(cause.wanted, decimals.max(1))),
        ];
        if let Some(thread) = cause.thread {
            args.push(("thread".into(), Value::count(thread)));
        }
        if let Some(depth) = cause.depth_mm {
            args.push(("depth".into(), Value::number(depth, 1)));
        }
        args.extend(cause.args.into_iter().map(|(name, value)| (name.to_owned(), value)));
        Self {
            id: cause.id.to_owned(),
            severity: if points_lost >= FAULT_POINTS { Severity::Fault } else { Severity::Attention },
            score: definition.score,
            metric: definition.name,
            points_lost,
            at: cause.at.map(|at| at.to_array()),
            depth_mm: cause.depth_mm,
            ticks: cause.ticks,
            thread: cause.thread,
            laying: cause.laying,
            measured: cause.measured,
            wanted: cause.wanted,
            args,
        }
    }
}

/// The findings of one metric that lost `points` of the total: its causes, by their weight, or the metric as a whole.
pub(super) fn lost(definition: &Definition, mut causes: Vec<Cause>, points: f64, value: Option<f64>, full: f64, empty: bool) -> Vec<Finding> {
    causes.retain(|cause| cause.weight > 0.0);
    causes.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let all: f64 = causes.iter().map(|cause| cause.weight).sum();
    causes.truncate(PLACES);
    causes.retain(|cause| cause.weight >= SMALLEST_PART * all);
    let named: f64 = causes.iter().map(|cause| cause.weight).sum();
    if !(named > 0.0) {
        let whole = Cause {
            id: match value {
                Some(_) => whole(definition.name),
                None if empty => "nothing-laid",
                None if definition.score == Score::Technique => "no-thread",
                None => "no-fan",
            },
            measured: value.unwrap_or(0.0) * definition.shown,
            wanted: full * definition.shown,
            ..Cause::default()
        };
        return vec![Finding::new(definition, whole, points)];
    }
    causes.into_iter().map(|cause| { let part = points * cause.weight / named; Finding::new(definition, cause, part) }).collect()
}

/// The message of a metric as a whole.
fn whole(metric: &str) -> &'static str {
    WHOLE.iter().find(|(name, _)| *name == metric).map_or("metric", |(_, id)| id)
}

/// Metrics whose loss may have no place, and the message of the whole.
pub(super) const WHOLE: [(&str, &str); 30] = [
    ("depth_in_plane", "depth-spread-out"),
    ("depth_steadiness", "depth-unsteady"),
    ("depth_mean_error", "depth-off"),
    ("coverage", "thin-cover"),
    ("dose_cv", "uneven-dose"),
    ("largest_gap", "uneven-dose"),
    ("spill", "spill"),
    ("thread_spacing", "spacing"),
    ("clark_evans", "spacing"),
    ("ripley_l", "spacing"),
    ("ripley_l_plain", "spacing"),
    ("symmetry", "asymmetric"),
    ("apex_overload", "apex-overload"),
    ("retrograde", "not-retrograde"),
    ("flow_steadiness", "flow-unsteady"),
    ("speed_steadiness", "speed-unsteady"),
    ("withdrawal_speed", "speed-off"),
    ("passes_per_entry", "many-passes"),
    ("concentration", "concentration-off"),
    ("mark_angle", "marks-skewed"),
    ("mark_cover", "marks-thin"),
    ("trauma", "much-tearing"),
    ("tissue_damage", "much-tearing"),
    ("path_length", "long-way"),
    ("path_in_tissue", "long-way"),
    ("path_economy", "detours"),
    ("translations", "many-movements"),
    ("rotations", "many-turns"),
    ("time_in_tissue", "long-time"),
    ("smoothness", "jerky"),
];

/// Metrics that are praised when they have nearly all their points, and the message.
const PRAISE: [(&str, &str); 9] = [
    ("depth_in_plane", "well-in-plane"),
    ("coverage", "well-covered"),
    ("dose_cv", "well-even"),
    ("thread_spacing", "well-spaced"),
    ("nodule_probability", "well-safe"),
    ("retrograde", "well-retrograde"),
    ("vessel_clearance", "well-clear"),
    ("speed_steadiness", "well-steady"),
    ("mark_angle", "well-marked"),
];

/// The praise of a metric, if it has any.
pub(super) fn praise(definition: &Definition, value: f64, full: f64) -> Option<Finding> {
    let (_, id) = PRAISE.iter().find(|(name, _)| *name == definition.name)?;
    let cause = Cause { id, measured: value * definition.shown, wanted: full * definition.shown, ..Cause::default() };
    let mut finding = Finding::new(definition, cause, 0.0);
    finding.severity = Severity::WellDone;
    finding.args[0].1 = Value::number(finding.measured, definition.decimals);
    finding.args[1].1 = Value::number(finding.wanted, definition.decimals);
    Some(finding)
}
