//! The scorecard: six scores, their metrics, what cost points and what failed.
//!
//! **Invariant:** it is a pure function of session and rubric, the same to the bit in every build; nothing in it is NaN.

use crate::session::{LayingKind, Session};

use super::critical::{CriticalError, critical};
use super::finding::{Finding, Severity, lost, praise};
use super::laid::Laid;
use super::metric::{Case, LOGARITHMIC, METRICS, Measure, OF_THE_DECISION, Score};
use super::nodule::{Change, NoduleModel, NoduleRisk};
use super::rubric::Rubric;

/// Points (0 to 1) from which a metric is praised.
const PRAISED: f64 = 0.97;

/// The six scores, 0 to 100 each.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Scores {
    /// Mass in the target plane.
    pub depth: f64,
    /// Dose over the zone.
    pub evenness: f64,
    /// Nodule safety.
    pub nodule: f64,
    /// Hazards, bone, skin.
    pub safety: f64,
    /// How it was laid.
    pub technique: f64,
    /// Steps and dose.
    pub procedure: f64,
}

impl Scores {
    /// One of them.
    #[must_use]
    pub fn get(&self, score: Score) -> f64 {
        self.to_array()[score as usize]
    }

    fn to_array(self) -> [f64; 6] {
        [self.depth, self.evenness, self.nodule, self.safety, self.technique, self.procedure]
    }
}

impl From<[f64; 6]> for Scores {
    fn from([depth, evenness, nodule, safety, technique, procedure]: [f64; 6]) -> Self {
        Self { depth, evenness, nodule, safety, technique, procedure }
    }
}

/// A metric's value and points.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct MetricValue {
    /// Its name.
    pub name: &'static str,
    /// Score it belongs to.
    pub score: Score,
    /// Its value; none when there was nothing to measure.
    pub value: Option<f64>,
    /// Unit; empty for a ratio.
    pub unit: &'static str,
    /// Points, 0 to 100; none when it is only reported.
    pub points: Option<f64>,
    /// Part of the total that it carries, in points.
    pub of_total: f64,
}

/// Depth along one thread.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ThreadProfile {
    /// Number of the thread, from 1.
    pub thread: usize,
    /// Pass that laid it.
    pub pass: u32,
    /// Volume in µL.
    pub volume_ul: f64,
    /// `CaHA` in mg.
    pub caha_mg: f64,
    /// Length in mm.
    pub length_mm: f64,
    /// Share of its mass above the dermal–fat boundary.
    pub shallow: f64,
    /// Mean depth below the dermal–fat boundary, mm.
    pub mean_mm: f64,
    /// SD of that depth, mm.
    pub sd_mm: f64,
    /// Places along it, in the order of laying.
    pub samples: Vec<ProfileSample>,
}

/// One place along a thread. Depths are below the skin, mm.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct ProfileSample {
    /// Way along the thread, mm.
    pub along_mm: f64,
    /// Depth of the port.
    pub depth_mm: f64,
    /// Depth below the dermal–fat boundary.
    pub below_dermis_mm: f64,
    /// Epidermis–dermis boundary.
    pub epidermis_mm: f64,
    /// Dermal–fat boundary.
    pub dermis_mm: f64,
    /// Fat–SMAS/platysma boundary.
    pub fat_mm: f64,
    /// Lower boundary of SMAS/platysma.
    pub smas_mm: f64,
    /// Cost of its depth, 0 (in the plane) to 1.
    pub cost: f64,
    /// Linear dose, µL/mm (0 for a bolus).
    pub ul_mm: f64,
    /// Whether it was laid while withdrawing.
    pub retrograde: bool,
    /// First tick.
    pub tick: u64,
    /// Place in the material frame.
    pub at: [f64; 3],
}

/// The judgement of an attempt.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Scorecard {
    /// The rubric's name.
    pub rubric: String,
    /// The six scores.
    pub scores: Scores,
    /// Weighted sum of the scores, 0 to 100.
    pub total: f64,
    /// Total at or above the pass mark, and no critical error.
    pub passed: bool,
    /// Total that passes.
    pub pass_mark: f64,
    /// Critical errors, in the order of time.
    pub critical: Vec<CriticalError>,
    /// The nodule risk, with its 95 % interval.
    pub nodule: NoduleRisk,
    /// What would have lowered that risk most, best first.
    pub changes: Vec<Change>,
    /// All metrics.
    pub metrics: Vec<MetricValue>,
    /// What cost points, most first; then what was done well.
    pub findings: Vec<Finding>,
    /// Depth along each thread.
    pub threads: Vec<ThreadProfile>,
    /// Dose in mg/cm² on each cell of the setup's zone, in the order of its cells (margin included).
    #[serde(skip)]
    pub dose_map: Vec<f64>,
    /// Target dose, mg/cm².
    pub target_mg_cm2: f64,
}

impl Scorecard {
    /// The value of a metric.
    #[must_use]
    pub fn metric(&self, name: &str) -> Option<f64> {
        self.metrics.iter().find(|metric| metric.name == name).and_then(|metric| metric.value)
    }
}

/// Judges a finished or running session.
#[must_use]
pub fn score(session: &Session, rubric: &Rubric) -> Scorecard {
    let laid = Laid::of_session(session, rubric);
    let model = NoduleModel::built_in();
    let nodule = model.risk(&laid);
    let judged = judge(&Case { laid: &laid, session: Some(session), rubric, nodule: &nodule });
    let critical = critical(session, &laid, rubric);
    Scorecard {
        rubric: rubric.id.clone(),
        scores: judged.scores,
        total: judged.total,
        passed: judged.total >= rubric.pass_mark && critical.is_empty(),
        pass_mark: rubric.pass_mark,
        critical,
        metrics: judged.metrics,
        findings: judged.findings,
        threads: profiles(&laid, rubric),
        target_mg_cm2: laid.target_mg_cm2,
        changes: model.changes(&laid, &nodule),
        dose_map: laid.dose_map,
        nodule,
    }
}

/// What metrics and rubric say.
pub(super) struct Judged {
    pub(super) scores: Scores,
    pub(super) total: f64,
    pub(super) metrics: Vec<MetricValue>,
    pub(super) findings: Vec<Finding>,
}

/// Computes every metric, its points and its findings. Scores that no metric speaks for here (no session) carry no weight.
pub(super) fn judge(case: &Case) -> Judged {
    let rubric = case.rubric;
    let declined = case.rightly_declined();
    let measures: Vec<Option<Measure>> = METRICS
        .iter()
        .map(|metric| {
            let measure = (case.session.is_some() || !metric.needs_session).then(|| (metric.measure)(case));
            measure.map(|measure| Measure { aside: measure.aside || (declined && !OF_THE_DECISION.contains(&metric.name)), ..measure })
        })
        .collect();
    let mut of_score = [0.0; 6];
    for (metric, measure) in METRICS.iter().zip(&measures) {
        if measure.as_ref().is_some_and(|measure| !measure.aside) {
            of_score[metric.score as usize] += rubric.band(metric.name).map_or(0.0, |band| band.weight);
        }
    }
    let weight = |score: Score| if of_score[score as usize] > 0.0 { rubric.weight(score) } else { 0.0 };
    let all: f64 = Score::ALL.iter().map(|(score, _)| weight(*score)).sum();
    let (mut scores, mut metrics, mut findings) = ([0.0; 6], Vec::new(), Vec::new());
    for (metric, measure) in METRICS.iter().zip(measures) {
        let Some(measure) = measure else { continue };
        let band = rubric.band(metric.name).filter(|band| band.weight > 0.0 && !measure.aside);
        let logarithmic = metric.name == LOGARITHMIC;
        let points = band.map(|band| measure.value.map_or(0.0, |value| band.points(value, logarithmic)));
        let part = band.map_or(0.0, |band| band.weight / of_score[metric.score as usize]);
        let of_total = if all > 0.0 { 100.0 * part * weight(metric.score) / all } else { 0.0 };
        metrics.push(MetricValue {
            name: metric.name,
            score: metric.score,
            value: measure.value,
            unit: metric.unit,
            points: points.map(|points| 100.0 * points),
            of_total,
        });
        let (Some(points), Some(band)) = (points, band) else { continue };
        scores[metric.score as usize] += 100.0 * part * points;
        let lost_points = of_total * (1.0 - points);
        if lost_points > 0.0 {
            findings.extend(lost(metric, measure.causes, lost_points, measure.value, band.full, case.laid.is_empty()));
        }
        if points >= PRAISED && !case.laid.is_empty() {
            findings.extend(measure.value.and_then(|value| praise(metric, value, band.full)));
        }
    }
    let findings = ordered(findings);
    let total: f64 = Score::ALL.iter().map(|(score, _)| weight(*score) * scores[*score as usize]).sum::<f64>() / all.max(1e-300);
    Judged { scores: scores.into(), total, metrics, findings }
}

/// "Nothing was laid" once, with the points of all metrics that say so; most points first, praise last.
fn ordered(findings: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for finding in findings {
        let known = out.iter_mut().find(|known| ["nothing-laid", "no-thread"].contains(&finding.id.as_str()) && known.id == finding.id);
        match known {
            Some(known) => {
                known.points_lost += finding.points_lost;
                known.severity = Severity::Fault;
            }
            None => out.push(finding),
        }
    }
    let praised = |finding: &Finding| finding.severity == Severity::WellDone;
    out.sort_by(|a, b| praised(a).cmp(&praised(b)).then(b.points_lost.total_cmp(&a.points_lost)));
    out
}

pub(super) fn profiles(laid: &Laid, rubric: &Rubric) -> Vec<ThreadProfile> {
    let profile = |thread: &super::laid::Thread| {
        let beads = || thread.beads.iter().map(|&i| &laid.beads[i]);
        let (mean_mm, sd_mm) =
            super::laid::mean_sd(beads().map(|bead| (bead.below_mm, bead.caha_mg))).unwrap_or((0.0, 0.0));
        let mut along_mm = 0.0;
        let samples = beads().map(|bead| {
            let middle = along_mm + 0.5 * bead.length_mm;
            along_mm += bead.length_mm;
            ProfileSample {
                along_mm: middle,
                depth_mm: bead.depth_mm,
                below_dermis_mm: bead.below_mm,
                epidermis_mm: bead.stack.epidermis_mm,
                dermis_mm: bead.stack.dermis_mm,
                fat_mm: bead.stack.fat_mm,
                smas_mm: bead.stack.smas_mm,
                cost: super::metric::depth_cost(bead, laid, &rubric.depth).0,
                ul_mm: if bead.length_mm > 0.0 { bead.volume_ul / bead.length_mm } else { 0.0 },
                retrograde: bead.kind == LayingKind::Retrograde,
                tick: bead.ticks.0,
                at: bead.position.to_array(),
            }
        });
        ThreadProfile {
            thread: thread.number,
            pass: thread.pass,
            volume_ul: beads().map(|bead| bead.volume_ul).sum(),
            caha_mg: thread.caha_mg,
            length_mm: thread.length_mm,
            shallow: beads().map(|bead| bead.caha_mg * bead.shallow).sum::<f64>() / thread.caha_mg.max(1e-300),
            mean_mm,
            sd_mm,
            samples: samples.collect(),
        }
    };
    laid.threads.iter().map(profile).collect()
}
