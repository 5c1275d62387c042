//! Zones: the patch of skin that a drill treats, flattened into a chart and cut into cells of 1 mm.
//!
//! The chart is the plane that the zone's outline faces ([`Chart::flatten`](super::Chart::flatten)): a point of the skin has the coordinates (u, v)
//! of its projection along the plane's normal, in mm. A cell is 1 mm × 1 mm of the chart, hence 1 ÷ cos θ mm² of skin, θ
//! being the angle between the skin and the chart. Distances in the chart are shorter than those along the skin by up to
//! the same factor; areas are not, as they use the cells' own.
//!
//! **Invariant:** the cells inside are those whose centre the outline encloses; their areas add up to the zone's.

use super::anchor::{Anchor, Side, UnknownLandmark};
use super::body::Anatomy;
use super::layer::{LayerStack, TissueSample};
use super::region::Region;
use super::site::Part;
use super::skin::Landmark;
use super::skin_polygon::SkinPolygon;
use super::zone_reach::Reach;
use crate::geom::Vec3;
use crate::geom::polygon::{self, Frame};
use crate::geom::surface::SurfacePoint;
use serde::Deserialize;

/// Width of the band of cells kept around the outline, mm [design]: product spilled further away is all one.
const MARGIN_MM: f64 = 12.0;
/// Distance between outline points, mm.
const STEP_MM: f64 = 1.0;
/// Skin steeper than this against the chart (cos θ) is not part of it: 75°.
const STEEPEST: f64 = 0.26;
/// Skin further than this from the chart's plane is another part of the body, mm.
const REACH_MM: f64 = 45.0;
/// Longest outline, mm [design: bounds the work of cutting a zone].
const LONGEST_MM: usize = 2500;
/// A zone smaller than this is a mistake, mm².
const SMALLEST_MM2: f64 = 25.0;

/// What a drill file says of its zone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum ZoneSpec {
    /// A polygon through anchors on the skin.
    Anchors(Vec<Anchor>),
    /// A region by name, with its side where it has two: `"preauricular_left"`.
    Region(String),
    /// A polygon drawn on the skin.
    Polygon(SkinPolygon),
    /// A polygon on a flat piece of skin, mm.
    Flat(Vec<(f64, f64)>),
}

/// Why a zone cannot be laid on a patient.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ZoneError {
    /// An anchor names a landmark that the skin does not have.
    #[error(transparent)]
    Landmark(#[from] UnknownLandmark),
    /// No such region, or none of it on this patient.
    #[error("zone: no region \"{got}\" on this patient, allowed: a region's name, with _left or _right to choose a side")]
    Region {
        /// The name given.
        got: String,
    },
    /// The skin ends before the zone: a scan of the face has no zone on the neck.
    #[error("{what} about {off_mm:.0} mm beyond the border of this patient's skin; allowed: a place on the skin")]
    Beyond {
        /// What lies there.
        what: String,
        /// How far, mm.
        off_mm: f64,
    },
    /// A corner of a drawn polygon has no skin near it.
    #[error("zone: corner {corner} lies {off_mm:.1} mm from this patient's skin, allowed: at most {allowed_mm} mm")]
    Far {
        /// The corner, from 1.
        corner: usize,
        /// Its distance from the skin, mm.
        off_mm: f64,
        /// The most, mm.
        allowed_mm: f64,
    },
    /// A drawn polygon crosses itself on the skin.
    #[error("zone: the side from corner {b} crosses the one from corner {a}, allowed: sides that do not cross")]
    Crossing {
        /// Corner, from 1.
        a: usize,
        /// Corner, from 1.
        b: usize,
    },
    /// A drawn polygon's area is out of bounds.
    #[error("zone: {got:.0} mm² of skin, allowed: {least} to {most} mm²")]
    Area {
        /// Its area on the skin, mm².
        got: f64,
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
    /// The outline is longer than any zone's.
    #[error("zone: {got_mm} mm round, allowed: at most {LONGEST_MM} mm")]
    Long {
        /// Way round it, mm.
        got_mm: usize,
    },
    /// The outline encloses next to nothing.
    #[error("zone: {got:.1} mm² enclosed by {corners} corners, allowed: at least {SMALLEST_MM2} mm²")]
    Empty {
        /// Area enclosed.
        got: f64,
        /// Corners of the outline.
        corners: usize,
    },
}

impl ZoneSpec {
    /// The part of the body that a region's name, or a landmark's, lies on.
    #[must_use]
    pub fn part(&self) -> Part {
        let named = match self {
            ZoneSpec::Region(name) => return region_and_side(name).map_or(Part::Head, |(region, _)| region.part()),
            ZoneSpec::Anchors(anchors) => anchors.iter().flat_map(|anchor| &anchor.at).next().map(|(name, _)| name),
            ZoneSpec::Polygon(polygon) => Some(&polygon.about),
            ZoneSpec::Flat(_) => None,
        };
        let hand = named.is_some_and(|name| Landmark::hand_names().contains(&name.as_str()));
        if hand { Part::Hand } else { Part::Head }
    }

    /// What is wrong with the specification, as (path below it, what stands there, what may stand there).
    #[must_use]
    pub fn problems(&self, landmarks: &[&str]) -> Vec<(String, String, String)> {
        let few = |path: &str, count: usize| {
            (count < 3).then(|| (path.to_owned(), format!("{count} corners"), "at least 3 corners".to_owned()))
        };
        match self {
            ZoneSpec::Anchors(anchors) => {
                let each = anchors.iter().enumerate().flat_map(|(i, anchor)| {
                    let below = anchor.problems(landmarks).into_iter();
                    below.map(move |(path, got, allowed)| (format!("[0][{i}].{path}"), got, allowed))
                });
                few("[0]", anchors.len()).into_iter().chain(each).collect()
            }
            ZoneSpec::Region(name) if region_and_side(name).is_none() => {
                let known: Vec<&str> = Region::ALL.iter().map(|(_, known)| *known).collect();
                let stem = name.split(['_', ' ']).next().unwrap_or(name);
                let near = crate::source::nearest(name, &known).or_else(|| crate::source::nearest(stem, &known));
                let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
                let allowed = format!("{}, with _left or _right to choose a side{near}", known.join(", "));
                vec![("[0]".to_owned(), format!("\"{name}\""), allowed)]
            }
            ZoneSpec::Region(_) => Vec::new(),
            ZoneSpec::Polygon(polygon) => {
                let below = polygon.problems(landmarks).into_iter();
                below.map(|(path, got, allowed)| (format!("[0].{path}"), got, allowed)).collect()
            }
            ZoneSpec::Flat(corners) => {
                let mut found: Vec<_> = few("[0]", corners.len()).into_iter().collect();
                for (i, (x, y)) in corners.iter().enumerate() {
                    if !(x.abs() <= 500.0 && y.abs() <= 500.0) {
                        found.push((format!("[0][{i}]"), format!("({x}, {y})"), "-500..=500 each".to_owned()));
                    }
                }
                found
            }
        }
    }
}

/// 1 mm × 1 mm of the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZoneCell {
    /// Centre, on the skin, mm.
    pub point: Vec3,
    /// Unit outward normal of the skin.
    pub normal: Vec3,
    /// Coordinates of the centre in the chart, mm.
    pub uv: (f64, f64),
    /// Column and row in the zone's grid.
    pub at: (u16, u16),
    /// Area of skin, mm².
    pub area_mm2: f64,
    /// Layers there.
    pub stack: LayerStack,
    /// Region there.
    pub region: Region,
    /// Whether the zone's outline encloses it (otherwise it lies in the margin around).
    pub inside: bool,
}

/// A patch of skin to treat.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// Closed outline on the skin, about 1 mm between points.
    pub outline: Vec<Vec3>,
    /// Cells, row by row, those of the margin included.
    pub cells: Vec<ZoneCell>,
    /// The chart's plane: origin in the middle of the outline, `v` up, `n` out of the skin.
    pub frame: Frame,
    /// Area of skin inside the outline, mm².
    pub area_mm2: f64,
    /// Columns and rows of the grid.
    pub size: (u16, u16),
    polygon: Vec<(f64, f64)>,
    corner: (f64, f64),
    /// Index of the cell at each place of the grid, row by row; `u32::MAX` where the chart has no skin.
    grid: Vec<u32>,
}

impl Zone {
    /// Lays a zone on a patient. A flat one takes the layers of this patient's lower cheek.
    ///
    /// # Errors
    /// [`ZoneError`].
    pub fn new(spec: &ZoneSpec, anatomy: &Anatomy) -> Result<Self, ZoneError> {
        match spec {
            ZoneSpec::Anchors(anchors) => {
                let outline = anatomy.chart().outline(anchors, STEP_MM)?;
                bounded(&outline)?;
                Reach::new(anatomy).outline(anchors, &outline, STEP_MM)?;
                let (frame, polygon) = anatomy.chart().flatten(&outline);
                let outline = outline.iter().map(|on| on.point).collect();
                Self::cut(frame, polygon, outline, |p| skin_at(anatomy, &frame, p), |_| true)
            }
            ZoneSpec::Region(name) => Self::of_region(name, anatomy),
            ZoneSpec::Polygon(polygon) => {
                let corners = polygon.place(anatomy)?;
                let outline = anatomy.chart().outline_through(&corners, STEP_MM);
                bounded(&outline)?;
                Reach::new(anatomy).polygon(&polygon.about, &corners, &outline, STEP_MM)?;
                let (frame, flat) = anatomy.chart().flatten(&outline);
                let corners: Vec<_> = corners.iter().map(|corner| { let (u, v, _) = frame.local(corner.point); (u, v) }).collect();
                let outline = outline.iter().map(|on| on.point).collect();
                let zone = Self::cut(frame, flat, outline, |p| skin_at(anatomy, &frame, p), |_| true)?;
                SkinPolygon::laid(&corners, zone.area_mm2)?;
                Ok(zone)
            }
            ZoneSpec::Flat(corners) => {
                let stack = anatomy.regions().iter().position(|region| *region == Region::LowerCheek).map(|i| anatomy.stacks()[i]);
                let stack = stack.ok_or_else(|| ZoneError::Region { got: Region::LowerCheek.name().to_owned() })?;
                Self::flat(corners, stack, Region::LowerCheek)
            }
        }
    }

    /// A zone on flat skin (the plane z = 0, u = x, v = y) with the same layers everywhere.
    ///
    /// # Errors
    /// [`ZoneError::Empty`].
    pub fn flat(corners: &[(f64, f64)], stack: LayerStack, region: Region) -> Result<Self, ZoneError> {
        let frame = Frame { origin: Vec3::ZERO, u: Vec3::X, v: Vec3::Y, n: Vec3::Z };
        let mut polygon = Vec::new();
        for (i, a) in corners.iter().enumerate() {
            let b = corners[(i + 1) % corners.len()];
            let steps = crate::geom::math::hypot(b.0 - a.0, b.1 - a.1).ceil().clamp(1.0, 2000.0);
            let lerp = |k: f64| (a.0 + (b.0 - a.0) * k / steps, a.1 + (b.1 - a.1) * k / steps);
            polygon.extend((0..steps as usize).map(|k| lerp(k as f64)));
        }
        let outline = polygon.iter().map(|(x, y)| Vec3::new(*x, *y, 0.0)).collect();
        let sample = |p: Vec3| {
            Some(TissueSample { depth_mm: 0.0, foot: p, normal: Vec3::Z, stack, region, triangle: 0, barycentric: [1.0, 0.0, 0.0] })
        };
        Self::cut(frame, polygon, outline, sample, |_| true)
    }

    /// Places an entry point on a patient.
    ///
    /// # Errors
    /// [`ZoneError::Landmark`], and [`ZoneError::Beyond`] where the skin ends before it; `what` names it there.
    pub fn entry(what: &str, anchor: &Anchor, anatomy: &Anatomy) -> Result<Vec3, ZoneError> {
        Reach::new(anatomy).anchor(what, anchor)?;
        Ok(anatomy.chart().place(anchor)?.point)
    }

    /// Whether the zone encloses a point of the skin (or one below it, seen along the chart's normal).
    #[must_use]
    pub fn contains(&self, point: Vec3) -> bool {
        let (u, v, height) = self.frame.local(point);
        height.abs() < REACH_MM && polygon::contains(&self.polygon, (u, v))
    }

    /// Distance of a point from the outline in the chart, mm, negative inside.
    #[must_use]
    pub fn signed_distance(&self, point: Vec3) -> f64 {
        let (u, v, _) = self.frame.local(point);
        polygon::signed_distance(&self.polygon, (u, v))
    }

    /// The cell that holds a point, if one does.
    #[must_use]
    pub fn cell_at(&self, point: Vec3) -> Option<usize> {
        let (u, v, height) = self.frame.local(point);
        let (column, row) = ((u - self.corner.0).floor(), (v - self.corner.1).floor());
        let (columns, rows) = (f64::from(self.size.0), f64::from(self.size.1));
        if height.abs() > REACH_MM || !(0.0..columns).contains(&column) || !(0.0..rows).contains(&row) {
            return None;
        }
        let index = self.grid[row as usize * usize::from(self.size.0) + column as usize];
        (index != u32::MAX).then_some(index as usize)
    }

    /// The outline in the chart, mm.
    #[must_use]
    pub fn polygon(&self) -> &[(f64, f64)] {
        &self.polygon
    }

    fn of_region(name: &str, anatomy: &Anatomy) -> Result<Self, ZoneError> {
        let none = || ZoneError::Region { got: name.to_owned() };
        let (region, side) = region_and_side(name).ok_or_else(none)?;
        let belongs = |p: Vec3| side.is_none_or(|side| (p.x >= 0.0) == (side == Side::Left));
        let mesh = &anatomy.skin().mesh;
        let chosen: Vec<usize> =
            (0..mesh.positions.len()).filter(|i| anatomy.regions()[*i] == region && belongs(mesh.positions[*i])).collect();
        if chosen.is_empty() {
            return Err(none());
        }
        let on: Vec<SurfacePoint> = chosen.iter().map(|i| anatomy.surface().closest(mesh.positions[*i])).collect();
        let (frame, spread) = anatomy.chart().flatten(&on);
        let inside = |sample: &TissueSample| sample.region == region && belongs(sample.foot);
        let wide = widened(&spread);
        let mut zone = Self::cut(frame, wide, Vec::new(), |p| skin_at(anatomy, &frame, p), inside)?;
        zone.polygon = super::zone_border::trace(&zone.grid, zone.size, |cell| zone.cells[cell as usize].inside)
            .into_iter()
            .map(|(column, row)| (zone.corner.0 + column, zone.corner.1 + row))
            .collect();
        // The region's largest patch is the zone: specks of it elsewhere are margin.
        let polygon = zone.polygon.clone();
        for cell in &mut zone.cells {
            cell.inside = polygon::contains(&polygon, cell.uv);
        }
        zone.area_mm2 = zone.cells.iter().filter(|cell| cell.inside).map(|cell| cell.area_mm2).sum();
        zone.outline = polygon.iter().filter_map(|(u, v)| skin_at(anatomy, &frame, frame.point(*u, *v))).map(|s| s.foot).collect();
        if zone.area_mm2 < SMALLEST_MM2 {
            return Err(ZoneError::Empty { got: zone.area_mm2, corners: polygon.len() });
        }
        Reach::new(anatomy).region(name, &zone.outline)?;
        Ok(zone)
    }

    /// Cuts the chart into cells. `skin` gives the skin over or under a point of the plane, `also` may exclude cells.
    fn cut(
        frame: Frame,
        polygon: Vec<(f64, f64)>,
        outline: Vec<Vec3>,
        skin: impl Fn(Vec3) -> Option<TissueSample>,
        also: impl Fn(&TissueSample) -> bool,
    ) -> Result<Self, ZoneError> {
        let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (u, v) in &polygon {
            low = (low.0.min(*u), low.1.min(*v));
            high = (high.0.max(*u), high.1.max(*v));
        }
        let enclosed = polygon::area(&polygon);
        if !(SMALLEST_MM2..1e6).contains(&enclosed) || high.0 - low.0 > 2000.0 || high.1 - low.1 > 2000.0 {
            return Err(ZoneError::Empty { got: enclosed, corners: polygon.len() });
        }
        let corner = ((low.0 - MARGIN_MM).floor(), (low.1 - MARGIN_MM).floor());
        let size = ((high.0 + MARGIN_MM - corner.0).ceil() as u16, (high.1 + MARGIN_MM - corner.1).ceil() as u16);
        let mut cells = Vec::new();
        let mut grid = vec![u32::MAX; usize::from(size.0) * usize::from(size.1)];
        for row in 0..size.1 {
            for column in 0..size.0 {
                let uv = (corner.0 + f64::from(column) + 0.5, corner.1 + f64::from(row) + 0.5);
                let distance = polygon::signed_distance(&polygon, uv);
                if distance > MARGIN_MM {
                    continue;
                }
                let Some(sample) = skin(frame.point(uv.0, uv.1)) else { continue };
                let slope = sample.normal.dot(frame.n);
                if slope < STEEPEST {
                    continue;
                }
                grid[usize::from(row) * usize::from(size.0) + usize::from(column)] = cells.len() as u32;
                cells.push(ZoneCell {
                    point: sample.foot,
                    normal: sample.normal,
                    uv,
                    at: (column, row),
                    area_mm2: 1.0 / slope,
                    stack: sample.stack,
                    region: sample.region,
                    inside: distance < 0.0 && also(&sample),
                });
            }
        }
        let area_mm2 = cells.iter().filter(|cell| cell.inside).map(|cell| cell.area_mm2).sum();
        Ok(Self { outline, cells, frame, area_mm2, size, polygon, corner, grid })
    }
}

/// Refuses an outline (1 mm between points) that is too long to be a zone's.
fn bounded(outline: &[SurfacePoint]) -> Result<(), ZoneError> {
    if outline.len() <= LONGEST_MM { Ok(()) } else { Err(ZoneError::Long { got_mm: outline.len() }) }
}

/// The skin that the line through a point of the chart's plane meets, nearest to the plane.
fn skin_at(anatomy: &Anatomy, frame: &Frame, point: Vec3) -> Option<TissueSample> {
    let on = anatomy.chart().project(point, frame.n);
    let (u, v, height) = frame.local(on.point);
    let (wanted_u, wanted_v, _) = frame.local(point);
    // `project` falls back to the closest point where the line meets no skin: that is no skin over this cell.
    let met = (u - wanted_u).abs() < 1e-6 && (v - wanted_v).abs() < 1e-6 && height.abs() < REACH_MM;
    met.then(|| anatomy.sample_of(&on))
}

/// The box about points, as a polygon, a little wider.
fn widened(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    for (u, v) in points {
        low = (low.0.min(*u - 3.0), low.1.min(*v - 3.0));
        high = (high.0.max(*u + 3.0), high.1.max(*v + 3.0));
    }
    vec![(low.0, low.1), (high.0, low.1), (high.0, high.1), (low.0, high.1)]
}

fn region_and_side(name: &str) -> Option<(Region, Option<Side>)> {
    let (stem, side) = match (name.strip_suffix("_left"), name.strip_suffix("_right")) {
        (Some(stem), _) => (stem, Some(Side::Left)),
        (_, Some(stem)) => (stem, Some(Side::Right)),
        _ => (name, None),
    };
    Some((Region::from_name(stem)?, side))
}
