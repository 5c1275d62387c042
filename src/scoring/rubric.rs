//! A rubric: by what an attempt is judged. An instructor can write one; every mistake in it is named with its place.

use std::collections::BTreeMap;

use crate::source::{Checker, Problems, read};

use super::critical::CriticalKind;
use super::learning::LearningRules;
use super::metric::{METRICS, Score, definition};

/// Version of the file that this program reads.
const VERSION: u32 = 1;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDepth {
    shallow_zero_mm: f64,
    deep_zero_mm: f64,
    sunk_cost: f64,
    deep_dermis_credit: BTreeMap<String, f64>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBand {
    metric: String,
    weight: f64,
    full: f64,
    zero: f64,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLearning {
    p0: f64,
    p1: f64,
    alpha: f64,
    beta: f64,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRubric {
    version: u32,
    id: String,
    title: String,
    pass_mark: f64,
    sigma_mm: f64,
    depth: RawDepth,
    scores: BTreeMap<String, f64>,
    metrics: Vec<RawBand>,
    critical: Vec<String>,
    learning: Option<RawLearning>,
}

/// How depth is graded; see `metric/depth_in_plane.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct DepthRules {
    /// Distance above the plane, in fat, at which product counts nothing, mm.
    pub shallow_zero_mm: f64,
    /// Distance below the plane at which product counts nothing, mm.
    pub deep_zero_mm: f64,
    /// Least cost of product in SMAS/platysma and deeper, 0 to 1.
    pub sunk_cost: f64,
    deep_dermis_credit: BTreeMap<String, f64>,
}

impl DepthRules {
    /// How much the deepest fifth of the dermis counts for a product, 0 to 1.
    #[must_use]
    pub fn deep_dermis_credit(&self, product: &str) -> f64 {
        self.deep_dermis_credit.get(product).copied().unwrap_or(0.0)
    }
}

/// What a metric is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Weight among the metrics of its score; 0: reported only.
    pub weight: f64,
    /// Value from which it has all its points.
    pub full: f64,
    /// Value from which it has none.
    pub zero: f64,
}

impl Band {
    /// Points of a value, 0 to 1: linear from `zero` to `full`; log-linear for a probability.
    #[must_use]
    pub fn points(&self, value: f64, logarithmic: bool) -> f64 {
        let scale = |x: f64| if logarithmic { crate::geom::math::ln(x.max(1e-12)) } else { x };
        let (value, full, zero) = (scale(value), scale(self.full), scale(self.zero));
        // Adding zero turns −0 into 0.
        ((value - zero) / (full - zero)).clamp(0.0, 1.0) + 0.0
    }
}

/// By what an attempt is judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Rubric {
    /// Name; also its file's name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Total from which an attempt without a critical error passes, 0 to 100.
    pub pass_mark: f64,
    /// Standard deviation of the dose's spread over the skin, mm.
    pub sigma_mm: f64,
    /// How depth is graded.
    pub depth: DepthRules,
    /// Critical errors that fail an attempt.
    pub critical: Vec<CriticalKind>,
    /// What counts as proficient over many attempts; the default where the file says nothing.
    pub learning: LearningRules,
    /// Weight of each score, summing to 1, in the scores' order.
    weights: [f64; 6],
    /// What each metric is worth, in the order of [`METRICS`].
    bands: Vec<Option<Band>>,
}

impl Rubric {
    /// Reads and checks a rubric.
    ///
    /// # Errors
    /// Every problem found, each with its place in the text.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let raw = read::<RawRubric>(file, text, check)?.value;
        let sum: f64 = raw.scores.values().sum();
        let weights = Score::ALL.map(|(_, name)| raw.scores.get(name).copied().unwrap_or(0.0) / sum);
        let mut bands = vec![None; METRICS.len()];
        for band in &raw.metrics {
            if let Some(at) = METRICS.iter().position(|metric| metric.name == band.metric) {
                bands[at] = Some(Band { weight: band.weight, full: band.full, zero: band.zero });
            }
        }
        Ok(Self {
            id: raw.id,
            title: raw.title,
            pass_mark: raw.pass_mark,
            sigma_mm: raw.sigma_mm,
            depth: DepthRules {
                shallow_zero_mm: raw.depth.shallow_zero_mm,
                deep_zero_mm: raw.depth.deep_zero_mm,
                sunk_cost: raw.depth.sunk_cost,
                deep_dermis_credit: raw.depth.deep_dermis_credit,
            },
            critical: raw.critical.iter().filter_map(|name| CriticalKind::from_name(name)).collect(),
            learning: raw.learning.map_or_else(LearningRules::default, |raw| LearningRules {
                p0: raw.p0,
                p1: raw.p1,
                alpha: raw.alpha,
                beta: raw.beta,
            }),
            weights,
            bands,
        })
    }

    /// The built-in rubric for lists of threads, which travels inside the program: `levels/rubrics/default.ron`.
    ///
    /// # Panics
    /// Never: a test reads the built-in file.
    #[must_use]
    pub fn built_in() -> Self {
        let text = include_str!("../../levels/rubrics/default.ron");
        Self::parse("levels/rubrics/default.ron", text).expect("a test reads the built-in rubric")
    }

    /// What a metric is worth, if it is graded or has a band.
    #[must_use]
    pub fn band(&self, metric: &str) -> Option<Band> {
        METRICS.iter().position(|known| known.name == metric).and_then(|at| self.bands[at])
    }

    /// Weight of a score in the total, 0 to 1; they sum to 1.
    #[must_use]
    pub fn weight(&self, score: Score) -> f64 {
        self.weights[score as usize]
    }
}

fn check(raw: &RawRubric, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    checker.not_empty("id", &raw.id);
    checker.not_empty("title", &raw.title);
    checker.range("pass_mark", raw.pass_mark, 0.0..=100.0);
    checker.range("sigma_mm", raw.sigma_mm, 0.5..=10.0);
    checker.range("depth.shallow_zero_mm", raw.depth.shallow_zero_mm, 0.05..=5.0);
    checker.range("depth.deep_zero_mm", raw.depth.deep_zero_mm, 0.05..=20.0);
    checker.range("depth.sunk_cost", raw.depth.sunk_cost, 0.0..=1.0);
    for (product, credit) in &raw.depth.deep_dermis_credit {
        checker.range(&format!("depth.deep_dermis_credit.{product}"), *credit, 0.0..=1.0);
    }
    let scores = Score::ALL.map(|(_, name)| name);
    for (name, weight) in &raw.scores {
        checker.one_of(&format!("scores.{name}"), name, &scores);
        checker.range(&format!("scores.{name}"), *weight, 0.0..=100.0);
    }
    let sum: f64 = raw.scores.values().sum();
    checker.require("scores", sum > 0.0, sum, "weights of which one is above 0");
    let names: Vec<&str> = METRICS.iter().map(|metric| metric.name).collect();
    checker.distinct(raw.metrics.iter().enumerate().map(|(i, band)| (format!("metrics[{i}].metric"), band.metric.as_str())));
    for (i, band) in raw.metrics.iter().enumerate() {
        let path = format!("metrics[{i}]");
        checker.one_of(&format!("{path}.metric"), &band.metric, &names);
        checker.range(&format!("{path}.weight"), band.weight, 0.0..=100.0);
        checker.range(&format!("{path}.full"), band.full, -1e4..=1e4);
        checker.range(&format!("{path}.zero"), band.zero, -1e4..=1e4);
        let apart = band.full != band.zero;
        checker.require(&format!("{path}.zero"), apart, band.zero, format!("another value than full, {}", band.full));
    }
    for (score, name) in Score::ALL {
        let graded = raw.metrics.iter().any(|band| {
            band.weight > 0.0 && definition(&band.metric).is_some_and(|metric| metric.score == score)
        });
        let wanted = raw.scores.get(name).is_some_and(|weight| *weight > 0.0);
        checker.require("metrics", graded || !wanted, format!("no graded metric of {name}"), "one of each score that has a weight");
    }
    checker.distinct(raw.critical.iter().enumerate().map(|(i, name)| (format!("critical[{i}]"), name.as_str())));
    for (i, name) in raw.critical.iter().enumerate() {
        checker.one_of(&format!("critical[{i}]"), name, &CriticalKind::NAMES);
    }
    if let Some(learning) = &raw.learning {
        checker.range("learning.p0", learning.p0, 0.001..=0.5);
        checker.range("learning.p1", learning.p1, 0.002..=0.9);
        let above = !(learning.p1 <= learning.p0);
        checker.require("learning.p1", above, learning.p1, format!("above p0, {}", learning.p0));
        // Up to 0.4 each the boundary is above 0.
        checker.range("learning.alpha", learning.alpha, 0.0001..=0.4);
        checker.range("learning.beta", learning.beta, 0.0001..=0.4);
    }
}
