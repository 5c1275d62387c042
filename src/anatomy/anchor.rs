//! Anchors: places on the skin named by the landmarks they lie between, so that they fit every patient.
//!
//! **Invariant:** an anchor that resolves lies on the skin; one that does not is reported with the name it could not find.

use super::body::Anatomy;
use crate::geom::Vec3;
use crate::geom::polygon::Frame;
use crate::geom::surface::{Surface, SurfacePoint};
use std::collections::{BTreeMap, BTreeSet};

/// The side of the patient (left is +x).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The patient's left.
    Left,
    /// The patient's right.
    Right,
}

/// A place on the skin: the weighted mean of landmarks, projected on the skin, then moved along it.
///
/// In RON `(at: [("tragus_left", 0.6), ("gonion_left", 0.4)], up_mm: 3)`. Weights need not add up to 1.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Landmarks and their weights.
    pub at: Vec<(String, f64)>,
    /// Way along the skin towards the crown, mm.
    #[serde(default)]
    pub up_mm: f64,
    /// Way along the skin away from the face's midline and towards the ear, mm; from a landmark of the midline, towards the
    /// patient's left.
    #[serde(default)]
    pub back_mm: f64,
}

impl Anchor {
    /// The anchor on one landmark.
    #[must_use]
    pub fn on(landmark: &str) -> Self {
        Self { at: vec![(landmark.to_owned(), 1.0)], up_mm: 0.0, back_mm: 0.0 }
    }

    /// The anchor of a point on a patient's skin: the landmark nearest to it and the way along the skin from there, to a tenth of a mm.
    /// None where that way does not lead there (less than 80 mm each way, round no fold).
    #[must_use]
    pub fn at_point(point: Vec3, anatomy: &Anatomy) -> Option<Self> {
        let (name, _) = super::skin_polygon::nearest(point, anatomy)?;
        let (chart, mut anchor) = (anatomy.chart(), Self::on(name));
        let back = if name.ends_with("_right") { -1.0 } else { 1.0 };
        for _ in 0..WALKS {
            let on = chart.place(&anchor).ok()?;
            let up = (Vec3::Y - on.normal * on.normal.y).try_normalize().unwrap_or(Vec3::Y);
            let off = point - on.point;
            anchor.up_mm = (anchor.up_mm + off.dot(up)).clamp(-80.0, 80.0);
            anchor.back_mm = (anchor.back_mm + back * off.dot(up.cross(on.normal))).clamp(-80.0, 80.0);
        }
        let tenth = |x: f64| (x * 10.0).round() / 10.0;
        anchor.up_mm = tenth(anchor.up_mm);
        anchor.back_mm = tenth(anchor.back_mm);
        (chart.place(&anchor).ok()?.point.distance(point) < MISSED_MM).then_some(anchor)
    }

    /// The same place on the other side of the body.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let at = self.at.iter().map(|(name, weight)| (mirrored_name(name), *weight)).collect();
        // On the midline "back" is towards the patient's left, so that the other side is the other way.
        let back_mm = if self.has_side() { self.back_mm } else { -self.back_mm };
        Self { at, back_mm, ..*self }
    }

    /// Whether the anchor lies off the midline.
    #[must_use]
    pub fn is_sided(&self) -> bool {
        self.has_side() || self.back_mm != 0.0
    }

    fn has_side(&self) -> bool {
        self.at.iter().any(|(name, _)| name.ends_with("_left") || name.ends_with("_right"))
    }

    /// What is wrong with the anchor, as (path below it, what stands there, what may stand there).
    #[must_use]
    pub fn problems(&self, landmarks: &[&str]) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        if self.at.is_empty() {
            found.push(("at".to_owned(), "no landmark".to_owned(), "at least one landmark with its weight".to_owned()));
        }
        for (i, (name, weight)) in self.at.iter().enumerate() {
            if !landmarks.contains(&name.as_str()) {
                found.push((format!("at[{i}][0]"), format!("\"{name}\""), known(name, landmarks)));
            }
            if !(-10.0..=10.0).contains(weight) {
                found.push((format!("at[{i}][1]"), weight.to_string(), "-10..=10".to_owned()));
            }
        }
        let total: f64 = self.at.iter().map(|(_, weight)| weight).sum();
        if !self.at.is_empty() && (total.is_nan() || total <= 0.01) {
            found.push(("at".to_owned(), format!("weights that add up to {total}"), "a sum above 0.01".to_owned()));
        }
        for (field, way) in [("up_mm", self.up_mm), ("back_mm", self.back_mm)] {
            if !(-80.0..=80.0).contains(&way) {
                found.push((field.to_owned(), way.to_string(), "-80..=80".to_owned()));
            }
        }
        found
    }
}

/// The landmark's name on the other side of the body; a midline landmark keeps its name.
#[must_use]
pub fn mirrored_name(name: &str) -> String {
    match (name.strip_suffix("_left"), name.strip_suffix("_right")) {
        (Some(stem), _) => format!("{stem}_right"),
        (_, Some(stem)) => format!("{stem}_left"),
        _ => name.to_owned(),
    }
}

fn known(got: &str, landmarks: &[&str]) -> String {
    crate::source::nearest(got, landmarks)
        .map_or_else(|| format!("a landmark: {}", landmarks.join(", ")), |near| format!("a landmark, perhaps \"{near}\""))
}

/// An anchor that names a landmark which the skin does not have.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("unknown landmark \"{0}\"")]
pub struct UnknownLandmark(
    /// The name.
    pub String,
);

/// The skin as anchors see it: its surface and its landmarks by name.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The skin's surface.
    pub surface: Surface,
    landmarks: BTreeMap<String, (Vec3, Vec3)>,
    beyond: BTreeSet<String>,
}

/// A landmark further than this from the skin lies beyond its border, mm: a scan that ends above it.
const BEYOND_MM: f64 = 2.0;

/// Steps in which the way to a point is found.
const WALKS: usize = 24;
/// Furthest that an anchor may lie from the point that it was made for, mm [design].
const MISSED_MM: f64 = 0.5;

/// Furthest that the skin may lie from a chord between landmarks, mm.
const REACH_MM: f64 = 45.0;

impl Chart {
    /// A chart of a surface with named landmarks (they are moved on the surface).
    #[must_use]
    pub fn new(surface: Surface, landmarks: impl IntoIterator<Item = (String, Vec3)>) -> Self {
        let mut beyond = BTreeSet::new();
        let landmarks = landmarks
            .into_iter()
            .map(|(name, point)| {
                let on = surface.closest(point);
                if on.depth_mm.abs() > BEYOND_MM {
                    beyond.insert(name.clone());
                }
                (name, (on.point, on.normal))
            })
            .collect();
        Self { surface, landmarks, beyond }
    }

    /// Whether at least half of an anchor's weight is on landmarks that the skin has. Where none of a path's anchors does so,
    /// the path lies beyond the skin's border.
    #[must_use]
    pub fn reaches(&self, anchor: &Anchor) -> bool {
        let weight = |beyond: bool| {
            let of = anchor.at.iter().filter(|(name, _)| self.beyond.contains(name) == beyond);
            of.map(|(_, weight)| weight.abs()).sum::<f64>()
        };
        weight(true) <= weight(false)
    }

    /// A landmark's place on the skin.
    #[must_use]
    pub fn landmark(&self, name: &str) -> Option<Vec3> {
        self.landmarks.get(name).map(|(point, _)| *point)
    }

    /// Names of all landmarks, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.landmarks.keys().map(String::as_str)
    }

    /// Where an anchor lies on the skin.
    ///
    /// # Errors
    /// The first landmark that is unknown.
    pub fn place(&self, anchor: &Anchor) -> Result<SurfacePoint, UnknownLandmark> {
        let (mut point, mut normal, mut total) = (Vec3::ZERO, Vec3::ZERO, 0.0);
        for (name, weight) in &anchor.at {
            let (p, n) = self.landmarks.get(name).ok_or_else(|| UnknownLandmark(name.clone()))?;
            point += *p * *weight;
            normal += *n * *weight;
            total += weight;
        }
        if total.abs() < 1e-9 {
            return Err(UnknownLandmark(String::new()));
        }
        let on = self.project(point / total, normal / total);
        let right = anchor.at.iter().any(|(name, _)| name.ends_with("_right"));
        Ok(self.walk(on, anchor.up_mm, if right { -anchor.back_mm } else { anchor.back_mm }))
    }

    /// The skin met by the line through a point along a direction, nearest to the point; the closest point where it meets none.
    ///
    /// A chord between landmarks lies under the skin (or, over a hollow, above it): going along the blended normal is what
    /// "projected on the skin" means here. The closest point would slide to the nearest fold.
    #[must_use]
    pub fn project(&self, point: Vec3, normal: Vec3) -> SurfacePoint {
        let Some(direction) = normal.try_normalize() else { return self.surface.closest(point) };
        let mut from = REACH_MM;
        let mut best: Option<(f64, SurfacePoint)> = None;
        while let Some(hit) = self.surface.hit_from_outside(point + direction * from, -direction, from + REACH_MM) {
            let height = from - hit.distance;
            if best.as_ref().is_none_or(|(known, _)| height.abs() < known.abs()) {
                let on = SurfacePoint {
                    point: hit.point,
                    depth_mm: 0.0,
                    normal: hit.normal,
                    triangle: hit.triangle,
                    barycentric: hit.barycentric,
                };
                best = Some((height, on));
            }
            from = height - 1e-3;
            if from <= -REACH_MM {
                break;
            }
        }
        best.map_or_else(|| self.surface.closest(point), |(_, on)| on)
    }

    /// Moves along the skin: `up` mm towards the crown and `left` mm towards the patient's left (round the cheek: backwards
    /// on the left side, forwards on the right), in steps of at most 1 mm.
    #[must_use]
    pub fn walk(&self, from: SurfacePoint, up_mm: f64, left_mm: f64) -> SurfacePoint {
        let length = (up_mm * up_mm + left_mm * left_mm).sqrt();
        let steps = length.ceil().max(0.0) as usize;
        let mut at = from;
        for _ in 0..steps {
            let up = (Vec3::Y - at.normal * at.normal.y).try_normalize().unwrap_or(Vec3::Y);
            let left = up.cross(at.normal);
            at = self.surface.closest(at.point + (up * up_mm + left * left_mm) / steps as f64);
        }
        at
    }

    /// Points on the skin along the chord from `a` to `b`, about `step_mm` apart, without `b` itself.
    #[must_use]
    pub fn chord(&self, a: &SurfacePoint, b: &SurfacePoint, step_mm: f64) -> Vec<SurfacePoint> {
        let steps = ((b.point - a.point).length() / step_mm).ceil().max(1.0) as usize;
        (0..steps)
            .map(|i| {
                let t = i as f64 / steps as f64;
                if i == 0 { *a } else { self.project(a.point.lerp(b.point, t), a.normal.lerp(b.normal, t)) }
            })
            .collect()
    }
}

impl Chart {
    /// A closed outline on the skin through anchors, about `step_mm` between points.
    ///
    /// # Errors
    /// The first landmark that is unknown.
    pub fn outline(&self, anchors: &[Anchor], step_mm: f64) -> Result<Vec<SurfacePoint>, UnknownLandmark> {
        let corners = anchors.iter().map(|anchor| self.place(anchor)).collect::<Result<Vec<_>, _>>()?;
        Ok(self.outline_through(&corners, step_mm))
    }

    /// A closed outline on the skin through corners on it, about `step_mm` between points.
    #[must_use]
    pub fn outline_through(&self, corners: &[SurfacePoint], step_mm: f64) -> Vec<SurfacePoint> {
        let side = |(i, corner)| self.chord(corner, &corners[(i + 1) % corners.len()], step_mm);
        corners.iter().enumerate().flat_map(side).collect()
    }

    /// The plane that an outline faces (through its mean, along the mean of its normals, `v` up), and the outline in it.
    #[must_use]
    pub fn flatten(&self, outline: &[SurfacePoint]) -> (Frame, Vec<(f64, f64)>) {
        let count = outline.len().max(1) as f64;
        let origin = outline.iter().map(|on| on.point).sum::<Vec3>() / count;
        let normal = outline.iter().map(|on| on.normal).sum::<Vec3>();
        let frame = Frame::facing(origin, normal, Vec3::Y);
        let polygon = outline.iter().map(|on| { let (u, v, _) = frame.local(on.point); (u, v) }).collect();
        (frame, polygon)
    }
}
