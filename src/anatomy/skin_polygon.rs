//! Polygons drawn on the skin: corners in mm from a landmark, so that they go with the patient, projected on the skin.
//!
//! **Invariant:** a polygon that [`SkinPolygon::problems`] lets through has a bounded size, does not cross itself as drawn, and
//! laying it on a patient ends in bounded time.

use super::anchor::Chart;
use super::body::Anatomy;
use super::skin::Landmark;
use super::zone::ZoneError;
use crate::geom::Vec3;
use crate::geom::polygon;
use crate::geom::surface::SurfacePoint;

/// Furthest that a corner may lie from the landmark along an axis, mm: across the chest and back [design].
const OFFSET_MM: f64 = 250.0;
/// Furthest that a corner may lie from the skin that it is projected on, mm [design: of two faces whose landmarks meet, cheeks lay 11 mm apart].
const FAR_MM: f64 = 20.0;
/// Nearer than this two neighbours are one corner, mm.
const APART_MM: f64 = 0.5;
/// Area of the polygon, mm²: from what a zone must have to both halves of a chest [design].
const AREA_MM2: std::ops::RangeInclusive<f64> = 25.0..=40_000.0;
/// Longest way round it, mm [design: bounds the work of cutting the zone].
const ROUND_MM: f64 = 1000.0;

/// A closed polygon on the skin.
///
/// In RON `(about: "zygion_left", points: [(4.2, -10, -3.5), …])`: corners in order, each in mm from the landmark towards the patient's
/// left, up and out of the face (on the hand: along the axes of its mesh), and from there to the nearest skin.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkinPolygon {
    /// The landmark that the corners are counted from.
    pub about: String,
    /// Corners, mm from the landmark: left, up, forward.
    pub points: Vec<(f64, f64, f64)>,
}

impl SkinPolygon {
    /// Most corners.
    pub const MOST_POINTS: usize = 64;

    /// The polygon through points of a patient's skin, to a tenth of a mm; none for fewer than 3 points.
    #[must_use]
    pub fn drawn(points: &[Vec3], anatomy: &Anatomy) -> Option<Self> {
        if points.len() < 3 {
            return None;
        }
        let middle = points.iter().copied().sum::<Vec3>() / points.len() as f64;
        let (about, at) = nearest(middle, anatomy)?;
        let tenth = |x: f64| (x * 10.0).round() / 10.0;
        let points = points.iter().map(|point| { let d = *point - at; (tenth(d.x), tenth(d.y), tenth(d.z)) });
        Some(Self { about: about.to_owned(), points: points.collect() })
    }

    /// What is wrong with it, as (path below it, what stands there, what may stand there).
    #[must_use]
    pub fn problems(&self, landmarks: &[&str]) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        if !landmarks.contains(&self.about.as_str()) {
            let known = crate::source::nearest(&self.about, landmarks);
            let allowed = known.map_or_else(|| format!("a landmark: {}", landmarks.join(", ")), |near| format!("a landmark, perhaps \"{near}\""));
            found.push(("about".to_owned(), format!("\"{}\"", self.about), allowed));
        }
        let count = self.points.len();
        if !(3..=Self::MOST_POINTS).contains(&count) {
            found.push(("points".to_owned(), format!("{count} points"), format!("3 to {} points", Self::MOST_POINTS)));
            return found;
        }
        let before = found.len();
        for (i, &(x, y, z)) in self.points.iter().enumerate() {
            for (k, way) in [x, y, z].into_iter().enumerate() {
                if !(-OFFSET_MM..=OFFSET_MM).contains(&way) {
                    found.push((format!("points[{i}][{k}]"), way.to_string(), format!("{}..={OFFSET_MM}", -OFFSET_MM)));
                }
            }
        }
        if found.len() > before {
            return found;
        }
        let corners: Vec<Vec3> = self.points.iter().map(|&(x, y, z)| Vec3::new(x, y, z)).collect();
        for (i, corner) in corners.iter().enumerate() {
            let next = (i + 1) % count;
            if corner.distance(corners[next]) < APART_MM {
                found.push((format!("points[{next}]"), format!("the place of points[{i}]"), format!("a corner at least {APART_MM} mm from the one before")));
            }
        }
        let round: f64 = (0..count).map(|i| corners[i].distance(corners[(i + 1) % count])).sum();
        if round > ROUND_MM {
            found.push(("points".to_owned(), format!("{round:.0} mm round"), format!("at most {ROUND_MM} mm")));
        }
        let flat = flattened(&corners);
        if let Some((a, b)) = polygon::crossing(&flat) {
            found.push((format!("points[{b}]"), format!("a side that crosses the one from points[{a}]"), "sides that do not cross".to_owned()));
        } else {
            let area = polygon::area(&flat);
            if !AREA_MM2.contains(&area) {
                found.push(("points".to_owned(), format!("{area:.1} mm² as drawn"), format!("{} to {} mm²", AREA_MM2.start(), AREA_MM2.end())));
            }
        }
        found
    }

    /// Its corners on a patient's skin.
    ///
    /// # Errors
    /// [`ZoneError::Landmark`], and [`ZoneError::Far`] for the first corner with no skin near it.
    pub fn place(&self, anatomy: &Anatomy) -> Result<Vec<SurfacePoint>, ZoneError> {
        let chart: &Chart = anatomy.chart();
        let at = chart.landmark(&self.about).ok_or_else(|| super::UnknownLandmark(self.about.clone()))?;
        let corner = |(i, &(x, y, z)): (usize, &(f64, f64, f64))| {
            let on = chart.surface.closest(at + Vec3::new(x, y, z));
            let off_mm = on.depth_mm.abs();
            if off_mm <= FAR_MM { Ok(on) } else { Err(ZoneError::Far { corner: i + 1, off_mm, allowed_mm: FAR_MM }) }
        };
        self.points.iter().enumerate().map(corner).collect()
    }

    /// Refuses what crosses itself or has no sensible area once it lies on the skin (`flat`: its corners in the plane that it faces).
    pub(super) fn laid(flat: &[(f64, f64)], area_mm2: f64) -> Result<(), ZoneError> {
        if let Some((a, b)) = polygon::crossing(flat) {
            return Err(ZoneError::Crossing { a: a + 1, b: b + 1 });
        }
        if AREA_MM2.contains(&area_mm2) {
            Ok(())
        } else {
            Err(ZoneError::Area { got: area_mm2, least: *AREA_MM2.start(), most: *AREA_MM2.end() })
        }
    }
}

/// The landmark of a patient nearest to a point, and where on the skin it is; those beyond the skin are left out.
pub(super) fn nearest(point: Vec3, anatomy: &Anatomy) -> Option<(&'static str, Vec3)> {
    let chart = anatomy.chart();
    let there = |landmark: &Landmark| {
        let name = landmark.name();
        let on = chart.landmark(name)?;
        (on.distance(anatomy.landmarks().get(*landmark)) < 2.0).then_some((name, on))
    };
    let all = Landmark::of(anatomy.part()).iter().filter_map(there).collect::<Vec<_>>();
    all.into_iter().min_by(|a, b| a.1.distance(point).total_cmp(&b.1.distance(point)))
}

/// Corners in the plane that most of them lie along; it does not matter which way they go round, nor whether they cross.
fn flattened(corners: &[Vec3]) -> Vec<(f64, f64)> {
    let middle = corners.iter().copied().sum::<Vec3>() / corners.len() as f64;
    let crosses: Vec<Vec3> = (0..corners.len()).map(|i| (corners[i] - middle).cross(corners[(i + 1) % corners.len()] - middle)).collect();
    let greatest = crosses.iter().copied().max_by(|a, b| a.length_squared().total_cmp(&b.length_squared())).unwrap_or(Vec3::Z);
    let normal: Vec3 = crosses.iter().map(|cross| if cross.dot(greatest) < 0.0 { -*cross } else { *cross }).sum();
    let frame = polygon::Frame::facing(middle, normal, Vec3::Y);
    corners.iter().map(|corner| { let (u, v, _) = frame.local(*corner); (u, v) }).collect()
}
