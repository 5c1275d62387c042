//! Hazards: vessels, nerves, foramina and the parotid of one patient, and how near a point is to them.
//!
//! Each is given by anchors with depths (`assets/anatomy/hazards.ron`), laid on this patient's skin and sunk by its depth
//! along the inward normal. **Invariant:** clearance is to the wall, mm, negative inside.

use super::anchor::{Anchor, Side, UnknownLandmark};
use super::body::Anatomy;
use super::hazard_tables::{Depth, HazardTables, Joint, RawHazard, RawShape, Stop, VariantCourse};
use super::hazard_variation::{Individual, room};
use super::layer::{LayerStack, TissueSample};
use super::region_field::{distance_squared_to_segment, sides};
use crate::geom::Vec3;
use crate::geom::polygon::{self, Frame};
use crate::geom::surface::SurfacePoint;
use std::collections::BTreeMap;

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
    /// Which course it takes, where this person has another than the tables' own.
    pub variant: Option<String>,
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

    /// Whether the slab lies under a point of the skin.
    #[must_use]
    pub fn covers(&self, on: Vec3) -> bool {
        let (u, v, height) = self.frame.local(on);
        // The other side of the head lies under the same outline.
        height.abs() <= 45.0 && polygon::signed_distance(&self.polygon, (u, v)) <= 0.0
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
/// Times that a varied depth is brought nearer the skin to keep out of a fold.
const SHALLOWER_AT_MOST: usize = 12;

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
        let mut trunks = Trunks::new();
        for raw in &tables.hazards {
            let anchors: Vec<Anchor> = match &raw.shape {
                RawShape::Path(stops) => stops.iter().map(|stop| stop.at.clone()).collect(),
                RawShape::Volume { outline, .. } => outline.clone(),
            };
            let both = sides(&anchors).len() == 2;
            let each: &[Option<Side>] = if both { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
            for side in each {
                if !anchors.iter().any(|anchor| anatomy.chart().reaches(&on_side(anchor, *side))) {
                    continue;
                }
                let own = Individual::new(anatomy.phenotype(), raw, *side);
                let variant = own.as_ref().and_then(|own| own.variant(raw));
                let shape = match &raw.shape {
                    RawShape::Path(_) => match lay_course(anatomy, raw, *side, own.as_ref(), &mut trunks)? {
                        Some(points) => HazardShape::Path(points),
                        None => continue,
                    },
                    RawShape::Volume { from, thickness_mm, .. } => {
                        let anchors: Vec<Anchor> = anchors.iter().map(|anchor| on_side(anchor, *side)).collect();
                        HazardShape::Volume(lay_patch(anatomy, &anchors, *from, *thickness_mm)?)
                    }
                };
                field.bounds.push(bounds(&shape));
                field.hazards.push(Hazard {
                    id: raw.id.clone(),
                    kind: raw.kind,
                    side: *side,
                    certainty: raw.certainty,
                    source: raw.source.clone(),
                    variant: variant.map(|variant| variant.name.clone()),
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

/// The anchor of a side: the tables give the left.
fn on_side(anchor: &Anchor, side: Option<Side>) -> Anchor {
    if side == Some(Side::Right) { anchor.mirrored() } else { anchor.clone() }
}

/// How far a trunk's stops lie from their mean, (up, back, deeper) in mm, as far as it goes.
type Trunks<'a> = BTreeMap<(&'a str, Option<Side>), Vec<[f64; 3]>>;

/// A path of one side of a person; none where the person has none.
fn lay_course<'a>(
    anatomy: &Anatomy,
    raw: &'a RawHazard,
    side: Option<Side>,
    own: Option<&Individual>,
    trunks: &mut Trunks<'a>,
) -> Result<Option<Vec<PathPoint>>, UnknownLandmark> {
    let mut stops = raw.stops().to_vec();
    let count = stops.len();
    let Some(own) = own else {
        stops.iter_mut().for_each(|stop| stop.at = on_side(&stop.at, side));
        return lay_path(anatomy, &stops, None).map(Some);
    };
    match own.variant(raw).map(|variant| &variant.course) {
        Some(VariantCourse::Absent) => return Ok(None),
        Some(VariantCourse::EndsAt(last)) => stops.truncate(last + 1),
        _ => {}
    }
    let mut joint = None;
    if let Some(Joint(trunk, place)) = &raw.leaves {
        let Some(trunk) = trunks.get(&(trunk.as_str(), side)) else { return Ok(None) };
        let Some(at) = between(trunk, *place) else { return Ok(None) };
        joint = Some(at);
    }
    let mut off = Vec::with_capacity(count);
    for (k, stop) in stops.iter_mut().enumerate() {
        let (mut up, mut back) = own.moved(raw, k, count);
        if let (0, Some([up_there, back_there, _])) = (k, joint) {
            (up, back) = (up_there, back_there);
        }
        stop.at.up_mm += up;
        stop.at.back_mm += back;
        stop.at = on_side(&stop.at, side);
        stop.radius_mm = own.radius(stop, k, count);
        let on = anatomy.chart().place(&stop.at)?;
        let stack = anatomy.stack_at(on.triangle, on.barycentric);
        let deeper = match joint {
            Some([_, _, deeper]) if k == 0 => deeper,
            _ => own.deeper(&raw.stops()[k], k, count, &stack),
        };
        off.push([up, back, deeper]);
    }
    let deeper: Vec<f64> = off.iter().map(|off| off[2]).collect();
    trunks.insert((&raw.id, side), off);
    lay_path(anatomy, &stops, Some(&deeper)).map(Some)
}

/// The value at a place between a trunk's stops; none beyond its end.
fn between(trunk: &[[f64; 3]], place: f64) -> Option<[f64; 3]> {
    let k = place.floor() as usize;
    let (a, t) = (trunk.get(k)?, place - k as f64);
    if t == 0.0 {
        return Some(*a);
    }
    let b = trunk.get(k + 1)?;
    Some(core::array::from_fn(|i| a[i] + (b[i] - a[i]) * t))
}

/// Lays a path through stops, each deeper than its mean by so much; such a path keeps between dermis and bone.
fn lay_path(anatomy: &Anatomy, stops: &[Stop], deeper: Option<&[f64]>) -> Result<Vec<PathPoint>, UnknownLandmark> {
    let chart = anatomy.chart();
    let places = stops.iter().map(|stop| chart.place(&stop.at)).collect::<Result<Vec<_>, _>>()?;
    let mut points = Vec::new();
    let mut add = |on: &SurfacePoint, k: usize, t: f64| {
        let (a, b) = (&stops[k], &stops[(k + 1).min(stops.len() - 1)]);
        let stack = anatomy.stack_at(on.triangle, on.barycentric);
        let mix = |x: f64, y: f64| x + (y - x) * t;
        let mut depth_mm = mix(a.depth.below_skin(&stack), b.depth.below_skin(&stack));
        let radius_mm = mix(a.radius_mm, b.radius_mm);
        if let Some(deeper) = deeper {
            depth_mm += mix(deeper[k], deeper[(k + 1).min(stops.len() - 1)]);
            let (least, most) = room(&stack, radius_mm);
            if least < most && !matches!(a.depth, Depth::Bone(_)) {
                depth_mm = depth_mm.clamp(least, most);
                // In a fold, such as the mouth's, what is deep below one side is near the skin of the other.
                for _ in 0..SHALLOWER_AT_MOST {
                    if depth_mm <= least || chart.surface.depth(on.point - on.normal * depth_mm) >= least {
                        break;
                    }
                    depth_mm = (depth_mm * 0.85).max(least);
                }
            }
        }
        points.push(PathPoint {
            point: on.point - on.normal * depth_mm,
            foot: on.point,
            depth_mm,
            depth_sd_mm: mix(a.depth_sd_mm, b.depth_sd_mm),
            radius_mm,
        });
    };
    for (k, pair) in places.windows(2).enumerate() {
        let along = chart.chord(&pair[0], &pair[1], STEP_MM);
        for (i, on) in along.iter().enumerate() {
            add(on, k, i as f64 / along.len() as f64);
        }
    }
    if let Some(last) = places.last() {
        add(last, places.len() - 1, 0.0);
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
