//! Hazards: vessels, nerves, foramina and the parotid of one patient, and how near a point is to them.
//!
//! Each is given by anchors with depths (`assets/anatomy/hazards.ron`), laid on this patient's skin and sunk by its depth
//! along the inward normal. **Invariant:** clearance is to the wall, mm, negative inside.

use super::anchor::{Anchor, Side, UnknownLandmark};
use super::body::Anatomy;
use super::hazard_tables::{Depth, HazardTables, RawShape, Stop};
use super::layer::{LayerStack, TissueSample};
use super::region_field::{distance_squared_to_segment, sides};
use crate::geom::Vec3;
use crate::geom::polygon::{self, Frame};

/// What kind of structure a hazard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HazardKind {
    /// Artery: product in it occludes or embolises.
    Artery,
    /// Vein: bleeds and bruises.
    Vein,
    /// Nerve.
    Nerve,
    /// Foramen: a vessel and a nerve leave the bone here.
    Foramen,
    /// Gland or its duct.
    Gland,
}

/// How well a hazard's place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Depth and course from a published measurement.
    Found,
    /// From standard anatomy, not re-read.
    Recalled,
    /// A guess within a plausible range: drawn dashed.
    Uncertain,
}

/// A hazard of one patient.
#[derive(Clone, Debug, PartialEq)]
pub struct Hazard {
    /// Name in files, findings and words, `snake_case`, the same on both sides.
    pub id: String,
    /// What kind of structure it is.
    pub kind: HazardKind,
    /// Its side; none for one of the midline.
    pub side: Option<Side>,
    /// How well its place is known.
    pub certainty: Certainty,
    /// Where its place comes from.
    pub source: String,
    /// Where it is.
    pub shape: HazardShape,
}

/// Where a hazard is in one patient.
#[derive(Clone, Debug, PartialEq)]
pub enum HazardShape {
    /// A tube along a polyline; one point: a ball.
    Path(Vec<PathPoint>),
    /// A slab under a patch of skin.
    Volume(Patch),
}

/// A point of a vessel's or nerve's centreline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathPoint {
    /// Place, mm.
    pub point: Vec3,
    /// Point of the skin above it, mm.
    pub foot: Vec3,
    /// Depth below the skin, mm.
    pub depth_mm: f64,
    /// SD of the depth between persons, mm.
    pub depth_sd_mm: f64,
    /// Radius of the structure there, mm.
    pub radius_mm: f64,
}

/// A slab of tissue under a patch of skin.
#[derive(Clone, Debug, PartialEq)]
pub struct Patch {
    /// The patch's outline on the skin, mm, about 2 mm between points.
    pub outline: Vec<Vec3>,
    /// Upper surface.
    pub from: Depth,
    /// Thickness, mm.
    pub thickness_mm: f64,
    frame: Frame,
    polygon: Vec<(f64, f64)>,
}

impl Patch {
    /// Depths of the slab below the skin where the layers are these, mm.
    #[must_use]
    pub fn depths(&self, stack: &LayerStack) -> (f64, f64) {
        let top = self.from.below_skin(stack);
        (top, (top + self.thickness_mm).min(stack.bone_mm).max(top + 0.1))
    }

    /// Distance to the slab's wall, negative inside. Sideways distances are taken in the patch's own plane.
    fn clearance(&self, sample: &TissueSample) -> f64 {
        let (u, v, height) = self.frame.local(sample.foot);
        // The other side of the head lies under the same outline.
        let aside = if height.abs() > 45.0 { 60.0 } else { polygon::signed_distance(&self.polygon, (u, v)) };
        let (top, bottom) = self.depths(&sample.stack);
        let below = (top - sample.depth_mm).max(sample.depth_mm - bottom);
        if aside <= 0.0 && below <= 0.0 {
            return aside.max(below);
        }
        let (aside, below) = (aside.max(0.0), below.max(0.0));
        (aside * aside + below * below).sqrt()
    }
}

/// The nearest hazard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clearance {
    /// Index into the patient's hazards.
    pub hazard: usize,
    /// Distance to its wall, mm, negative inside.
    pub clearance_mm: f64,
}

/// Hazards further than this are none, mm.
const REACH_MM: f64 = 30.0;
/// Distance between points of a laid path or outline, mm.
const STEP_MM: f64 = 2.5;

/// All hazards of a patient, with boxes to find the near ones.
#[derive(Clone, Debug, Default)]
pub(super) struct HazardField {
    hazards: Vec<Hazard>,
    bounds: Vec<Bounds>,
}

/// A box that holds a hazard, and the longest step of its path.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    low: Vec3,
    high: Vec3,
    step: f64,
}

impl Bounds {
    fn distance_squared(&self, p: Vec3) -> f64 {
        (self.low - p).max(p - self.high).max(Vec3::ZERO).length_squared()
    }
}

impl HazardField {
    pub(super) fn new(anatomy: &Anatomy, tables: &HazardTables) -> Result<Self, UnknownLandmark> {
        let mut field = Self::default();
        for raw in &tables.hazards {
            let anchors: Vec<Anchor> = match &raw.shape {
                RawShape::Path(stops) => stops.iter().map(|stop| stop.at.clone()).collect(),
                RawShape::Volume { outline, .. } => outline.clone(),
            };
            let both = sides(&anchors);
            for (i, anchors) in both.iter().enumerate() {
                let shape = match &raw.shape {
                    RawShape::Path(stops) => HazardShape::Path(lay_path(anatomy, anchors, stops)?),
                    RawShape::Volume { from, thickness_mm, .. } => {
                        HazardShape::Volume(lay_patch(anatomy, anchors, *from, *thickness_mm)?)
                    }
                };
                let side = (both.len() == 2).then_some(if i == 0 { Side::Left } else { Side::Right });
                field.bounds.push(bounds(&shape));
                field.hazards.push(Hazard {
                    id: raw.id.clone(),
                    kind: raw.kind,
                    side,
                    certainty: raw.certainty,
                    source: raw.source.clone(),
                    shape,
                });
            }
        }
        Ok(field)
    }

    pub(super) fn all(&self) -> &[Hazard] {
        &self.hazards
    }

    pub(super) fn nearest(&self, point: Vec3, sample: impl Fn() -> TissueSample) -> Option<Clearance> {
        let mut sampled: Option<TissueSample> = None;
        let mut best = REACH_MM;
        let mut nearest = None;
        let mut look = |i: usize, best: &mut f64| {
            let clearance = match &self.hazards[i].shape {
                HazardShape::Path(points) => path_clearance(points, self.bounds[i].step, point, *best),
                HazardShape::Volume(patch) => patch.clearance(sampled.get_or_insert_with(&sample)),
            };
            if clearance < *best {
                *best = clearance;
                nearest = Some(Clearance { hazard: i, clearance_mm: clearance });
            }
        };
        // The hazard whose box is nearest comes first: it rules out most of the others.
        let mut first = (f64::INFINITY, usize::MAX);
        for (i, bounds) in self.bounds.iter().enumerate() {
            let away = bounds.distance_squared(point);
            if away < first.0 {
                first = (away, i);
            }
        }
        if first.0 >= REACH_MM * REACH_MM {
            return None;
        }
        look(first.1, &mut best);
        for (i, bounds) in self.bounds.iter().enumerate() {
            let reach = best.max(0.0);
            let away = bounds.distance_squared(point);
            if i != first.1 && (away == 0.0 || away < reach * reach) {
                look(i, &mut best);
            }
        }
        nearest
    }
}

/// Clearance to a path's wall where it is below `best`, else something not below it. `step` is the path's longest step.
fn path_clearance(points: &[PathPoint], step: f64, p: Vec3, best: f64) -> f64 {
    let Some(first) = points.first() else { return f64::INFINITY };
    let mut best = best.min((p - first.point).length() - first.radius_mm);
    for pair in points.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        let radius = a.radius_mm.max(b.radius_mm);
        let reach = (best + radius).max(0.0);
        if (p - a.point).length_squared() > (reach + step) * (reach + step) {
            continue;
        }
        let squared = distance_squared_to_segment(p, a.point, b.point);
        if squared < reach * reach {
            best = squared.sqrt() - radius;
        }
    }
    best
}

/// The box about a hazard's wall.
fn bounds(shape: &HazardShape) -> Bounds {
    let (mut low, mut high) = (Vec3::INFINITY, Vec3::NEG_INFINITY);
    let mut include = |p: Vec3, margin: f64| {
        low = low.min(p - Vec3::splat(margin));
        high = high.max(p + Vec3::splat(margin));
    };
    let mut step: f64 = 0.0;
    match shape {
        HazardShape::Path(points) => {
            points.iter().for_each(|p| include(p.point, p.radius_mm));
            step = points.windows(2).map(|pair| (pair[1].point - pair[0].point).length()).fold(0.0, f64::max);
        }
        // Skin bulges over its outline, and the slab hangs under it.
        HazardShape::Volume(patch) => patch.outline.iter().for_each(|p| include(*p, patch.thickness_mm + 15.0)),
    }
    Bounds { low, high, step }
}

fn lay_path(anatomy: &Anatomy, anchors: &[Anchor], stops: &[Stop]) -> Result<Vec<PathPoint>, UnknownLandmark> {
    let chart = anatomy.chart();
    let places = anchors.iter().map(|anchor| chart.place(anchor)).collect::<Result<Vec<_>, _>>()?;
    let mut points = Vec::new();
    let mut add = |on: &crate::geom::surface::SurfacePoint, a: &Stop, b: &Stop, t: f64| {
        let stack = anatomy.stack_at(on.triangle, on.barycentric);
        let mix = |x: f64, y: f64| x + (y - x) * t;
        let depth_mm = mix(a.depth.below_skin(&stack), b.depth.below_skin(&stack));
        points.push(PathPoint {
            point: on.point - on.normal * depth_mm,
            foot: on.point,
            depth_mm,
            depth_sd_mm: mix(a.depth_sd_mm, b.depth_sd_mm),
            radius_mm: mix(a.radius_mm, b.radius_mm),
        });
    };
    for (k, pair) in places.windows(2).enumerate() {
        let along = chart.chord(&pair[0], &pair[1], STEP_MM);
        for (i, on) in along.iter().enumerate() {
            add(on, &stops[k], &stops[k + 1], i as f64 / along.len() as f64);
        }
    }
    if let (Some(last), Some(stop)) = (places.last(), stops.last()) {
        add(last, stop, stop, 0.0);
    }
    Ok(points)
}

fn lay_patch(anatomy: &Anatomy, anchors: &[Anchor], from: Depth, thickness_mm: f64) -> Result<Patch, UnknownLandmark> {
    let chart = anatomy.chart();
    let outline = chart.outline(anchors, STEP_MM)?;
    let (frame, polygon) = chart.flatten(&outline);
    let outline = outline.iter().map(|on| on.point).collect();
    Ok(Patch { outline, from, thickness_mm, frame, polygon })
}
