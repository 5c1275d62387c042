//! A score for threads that are given, without a session: depth, evenness and nodule safety of what was laid.
//!
//! **Invariant:** the threads are laid with the same deposits, metrics and rubric as a session's; every problem of the input is located.

use std::sync::Arc;

use crate::anatomy::{
    Anatomy, AnatomyTables, Base, HazardTables, Landmark, LayerStack, Phenotype, Region, Tables, TissueSample, Zone, ZoneSpec,
};
use crate::geom::Vec3;
use crate::product::{Catalogue, Mixture};
use crate::session::{LayingKind, TargetPlane};
use crate::source::{Content, Problems, read};
use crate::tissue::Deposits;

use super::finding::Finding;
use super::ground::Ground;
use super::laid::{Laid, Origin};
use super::metric::Case;
use super::nodule::{Change, NoduleModel, NoduleRisk};
use super::rubric::Rubric;
use super::scorecard::{MetricValue, Scores, ThreadProfile, judge, profiles};

/// Layers of flat skin: preauricular, woman (CLINICAL §1: dermal–fat boundary 1.07, superficial fascia 4.25, bone ~17.5).
const PREAURICULAR: LayerStack =
    LayerStack { epidermis_mm: 0.12, dermis_mm: 1.07, fat_mm: 4.25, smas_mm: 5.05, bone_mm: 17.5 };
/// Way between two portions of a thread, mm.
const STEP_MM: f64 = 0.25;
/// Longest way of all threads together, mm.
const LONGEST_MM: f64 = 10_000.0;
/// Largest zone, cm².
const LARGEST_CM2: f64 = 1000.0;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThread {
    product: String,
    volume_ul: f64,
    points: Vec<(f64, f64, f64)>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAssess {
    zone: ZoneSpec,
    target_mg_cm2: f64,
    /// Target plane below the dermal–fat boundary, mm; subdermal when left out.
    #[serde(default)]
    plane_mm: Option<(f64, f64)>,
    /// Entry points in the zone's chart, for the apex of fans.
    #[serde(default)]
    entries: Vec<(f64, f64)>,
    threads: Vec<RawThread>,
}

/// What geometry says of a list of threads.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Assessment {
    /// Depth score, 0 to 100.
    pub depth: f64,
    /// Evenness score, 0 to 100.
    pub evenness: f64,
    /// Nodule safety, 0 to 100.
    pub nodule: f64,
    /// The three, weighted as in the rubric.
    pub total: f64,
    /// Probability of at least one nodule.
    pub nodule_probability: f64,
    /// The nodule risk, with its interval and hot spots.
    pub nodule_risk: NoduleRisk,
    /// What would have lowered that risk most, best first.
    pub changes: Vec<Change>,
    /// `CaHA` laid, mg.
    pub caha_mg: f64,
    /// Area of the zone, cm².
    pub zone_cm2: f64,
    /// All metrics that need no session.
    pub metrics: Vec<MetricValue>,
    /// What cost points.
    pub findings: Vec<Finding>,
    /// Depth along each thread.
    pub threads: Vec<ThreadProfile>,
}

impl Assessment {
    /// The value of a metric.
    #[must_use]
    pub fn metric(&self, name: &str) -> Option<f64> {
        self.metrics.iter().find(|metric| metric.name == name).and_then(|metric| metric.value)
    }
}

/// The skin that threads are given on.
enum Skin {
    Flat,
    Patient(Box<Anatomy>, Arc<Zone>),
}

impl Skin {
    /// The tissue at chart coordinates and a depth, all mm, and the place.
    fn sample(&self, u: f64, v: f64, depth_mm: f64) -> (Vec3, TissueSample) {
        let surface = match self {
            Self::Flat => TissueSample {
                depth_mm: 0.0,
                foot: Vec3::new(u, v, 0.0),
                normal: Vec3::Z,
                stack: PREAURICULAR,
                region: Region::Preauricular,
                triangle: 0,
                barycentric: [1.0, 0.0, 0.0],
            },
            Self::Patient(anatomy, zone) => {
                let on = anatomy.chart().project(zone.frame.point(u, v), zone.frame.n);
                anatomy.sample_of(&on)
            }
        };
        (surface.foot - surface.normal * depth_mm, TissueSample { depth_mm, ..surface })
    }
}

/// Scores a list of threads: RON as in `(zone: Flat([(x, y), …]), target_mg_cm2: 10, threads: [(product: "radiesse 1:1",
/// volume_ul: 100, points: [(x, y, depth_mm), …]), …])`. `Region("preauricular_left")` takes the zone from the default patient; x and
/// y are then coordinates of its chart. A thread of one point is a bolus. Optional: `plane_mm: (0, 1.5)`, `entries: [(x, y), …]`.
///
/// # Errors
/// Every problem of the text, located; content that is missing for a region's zone.
pub fn assess(file: &str, text: &str) -> Result<Assessment, Problems> {
    let catalogue = Catalogue::built_in()?;
    let located = read::<RawAssess>(file, text, |raw, checker| {
        for (below, got, allowed) in raw.zone.problems(&Landmark::names()) {
            checker.require(&format!("zone{below}"), false, got, allowed);
        }
        checker.range("target_mg_cm2", raw.target_mg_cm2, 0.1..=500.0);
        if let Some((from, to)) = raw.plane_mm {
            checker.range("plane_mm[0]", from, -5.0..=30.0);
            checker.require("plane_mm[1]", to > from && to <= 40.0, to, format!("more than {from}, at most 40"));
        }
        for (i, (x, y)) in raw.entries.iter().enumerate() {
            checker.range(&format!("entries[{i}][0]"), *x, -500.0..=500.0);
            checker.range(&format!("entries[{i}][1]"), *y, -500.0..=500.0);
        }
        let mut way = 0.0;
        for (i, thread) in raw.threads.iter().enumerate() {
            let path = format!("threads[{i}]");
            if let Err(error) = catalogue.mixture(&thread.product) {
                checker.require(&format!("{path}.product"), false, format!("\"{}\" ({error})", thread.product), "a product and a dilution, as in \"radiesse 1:1\"");
            }
            checker.range(&format!("{path}.volume_ul"), thread.volume_ul, 0.01..=20_000.0);
            checker.require(&format!("{path}.points"), !thread.points.is_empty(), "no points", "at least one point");
            for (k, (x, y, depth)) in thread.points.iter().enumerate() {
                checker.range(&format!("{path}.points[{k}][0]"), *x, -500.0..=500.0);
                checker.range(&format!("{path}.points[{k}][1]"), *y, -500.0..=500.0);
                checker.range(&format!("{path}.points[{k}][2]"), *depth, 0.0..=60.0);
            }
            way += length(&thread.points);
        }
        checker.require("threads", !(way > LONGEST_MM), format!("{way:.0} mm of threads"), format!("at most {LONGEST_MM} mm in all"));
    })?;
    let one = |path: &str, got: String, allowed: String| Problems(vec![located.problem(path, got, allowed)]);
    let raw = &located.value;
    let (skin, zone) = match &raw.zone {
        ZoneSpec::Flat(corners) => {
            let zone = Zone::flat(corners, PREAURICULAR, Region::Preauricular);
            let zone = zone.map_err(|error| one("zone", error.to_string(), "an outline around some skin".to_owned()))?;
            (Skin::Flat, Arc::new(zone))
        }
        spec => {
            let anatomy = default_patient().map_err(|reason| one("zone", reason, "installed content".to_owned()))?;
            let zone = Zone::new(spec, &anatomy);
            let zone = Arc::new(zone.map_err(|error| one("zone", error.to_string(), "a zone on this patient".to_owned()))?);
            (Skin::Patient(Box::new(anatomy), Arc::clone(&zone)), zone)
        }
    };
    if zone.area_mm2 > 100.0 * LARGEST_CM2 {
        return Err(one("zone", format!("{:.0} cm²", zone.area_mm2 / 100.0), format!("at most {LARGEST_CM2} cm²")));
    }
    let rubric = Rubric::built_in();
    let mut deposits = Deposits::default();
    let (mut origins, mut tick) = (Vec::new(), 0);
    for (i, thread) in raw.threads.iter().enumerate() {
        let mixture = catalogue.mixture(&thread.product).expect("the check has prepared every mixture");
        origins.push(Origin {
            kind: LayingKind::Retrograde,
            pass: i as u32,
            deep_dermis_credit: rubric.depth.deep_dermis_credit(&mixture.preparation.product),
        });
        lay(&mut deposits, thread, &mixture, &skin, i as u32, &mut tick);
        // A gap in time, so that the next thread does not go on from this one.
        tick += 120;
    }
    let (from_mm, to_mm) = raw.plane_mm.unwrap_or((0.0, 1.5));
    let entries = raw.entries.iter().map(|&(x, y)| skin.sample(x, y, 0.0).1.foot).collect();
    let ground = Ground::of_zone(&zone);
    let laid = Laid::new(&deposits, &origins, ground, TargetPlane { from_mm, to_mm }, raw.target_mg_cm2, entries, &rubric);
    let model = NoduleModel::built_in();
    let nodule = model.risk(&laid);
    let judged = judge(&Case { laid: &laid, session: None, rubric: &rubric, nodule: &nodule });
    let Scores { depth, evenness, nodule: safety, .. } = judged.scores;
    Ok(Assessment {
        depth,
        evenness,
        nodule: safety,
        total: judged.total,
        nodule_probability: nodule.probability,
        changes: model.changes(&laid, &nodule),
        caha_mg: laid.caha_mg,
        zone_cm2: zone.area_mm2 / 100.0,
        metrics: judged.metrics,
        findings: judged.findings,
        threads: profiles(&laid, &rubric),
        nodule_risk: nodule,
    })
}

/// Length of a polyline in the chart, mm.
fn length(points: &[(f64, f64, f64)]) -> f64 {
    points.windows(2).map(|pair| point(pair[0]).distance(point(pair[1]))).sum()
}

fn point((x, y, depth): (f64, f64, f64)) -> Vec3 {
    Vec3::new(x, y, -depth)
}

/// Lays a thread evenly along its polyline, in portions; one point (or no way between points): a bolus.
fn lay(deposits: &mut Deposits, thread: &RawThread, mixture: &Mixture, skin: &Skin, id: u32, tick: &mut u64) {
    let mut portion = |(u, v, depth): (f64, f64, f64), ahead: Vec3, volume_ul: f64| {
        let (at, sample) = skin.sample(u, v, depth);
        let direction = (ahead - at).normalize_or(Vec3::X);
        deposits.lay(at, direction, &sample, volume_ul, volume_ul * 1e-3 * mixture.caha_mg_per_ml, mixture, id, *tick);
        *tick += 1;
    };
    let all = length(&thread.points);
    if !(all > 1e-6) {
        let at = thread.points[0];
        let (here, _) = skin.sample(at.0 + 1.0, at.1, at.2);
        portion(at, here, thread.volume_ul);
        return;
    }
    for pair in thread.points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let way = point(a).distance(point(b));
        let steps = (way / STEP_MM).ceil().max(1.0);
        let volume = thread.volume_ul * way / all / steps;
        let along = |t: f64| (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t, a.2 + (b.2 - a.2) * t);
        let (u, v, depth) = along(1.01);
        let (ahead, _) = skin.sample(u, v, depth);
        for step in 0..steps as u32 {
            if volume > 0.0 {
                portion(along((f64::from(step) + 0.5) / steps), ahead, volume);
            }
        }
    }
}

/// The default patient, from the installed content; the reason as text when it is not there.
fn default_patient() -> Result<Anatomy, String> {
    let content = Content::find().map_err(|error| error.to_string())?;
    let text = |path: &str| content.read_text(path).map_err(|error| error.to_string());
    let listed = |problems: Problems| problems.to_string();
    let layers = Tables::parse(Tables::FILE, &text(Tables::FILE)?).map_err(listed)?;
    let hazards = HazardTables::parse(HazardTables::FILE, &text(HazardTables::FILE)?, &Landmark::names()).map_err(listed)?;
    let head = content.read("assets/anatomy/head.bin").map_err(|error| error.to_string())?;
    let base = Base::parse(&head).map_err(|error| error.to_string())?;
    Anatomy::new(&base, &Phenotype::default(), &AnatomyTables { layers, hazards }).map_err(|error| error.to_string())
}
