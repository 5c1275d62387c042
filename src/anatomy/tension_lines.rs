//! Tension lines for drawing: curves along the field, evenly spaced (Jobard and Lefer 1997), on the skin.
//!
//! **Invariant:** every point lies on the skin, and a line keeps at least [`CLOSEST`] × the spacing from those before it.

use super::body::Anatomy;
use super::region::Region;
use super::tension::TensionField;
use crate::geom::Vec3;
use crate::geom::surface::SurfacePoint;
use std::collections::BTreeMap;

/// How near a growing line may come to another before it stops, in spacings (Jobard and Lefer: 0.5 to 0.8).
pub const CLOSEST: f64 = 0.6;
/// Lines shorter than this many spacings are left out [design].
const SHORTEST: f64 = 1.5;
/// Skin with less confidence carries no line [design].
const LEAST_CONFIDENCE: f64 = 0.12;
/// Length of a step in spacings, and its bounds in mm.
const STEP: f64 = 0.25;
const STEP_MM: (f64, f64) = (0.4, 1.5);
/// A line turning more than this in a step (cosine) has met a place where directions do not agree.
const SHARPEST: f64 = 0.8;
/// Steps at most each way: no line is longer than round the neck.
const MOST_STEPS: usize = 1500;
/// Every so many vertices are tried as a line's beginning where no line is near.
const SEED_STRIDE: usize = 5;

impl TensionField {
    /// Evenly spaced tension lines on the skin, `spacing_mm` apart (1..=50, else brought into it), where `wanted` says that
    /// the region is to be drawn. Each is a polyline on the skin with steps of at most 1.5 mm.
    #[must_use]
    pub fn lines(&self, anatomy: &Anatomy, spacing_mm: f64, wanted: impl Fn(Region) -> bool) -> Vec<Vec<Vec3>> {
        let spacing = if spacing_mm.is_nan() { 8.0 } else { spacing_mm.clamp(1.0, 50.0) };
        let mut drawing = Drawing { field: self, anatomy, wanted, spacing, step: (STEP * spacing).clamp(STEP_MM.0, STEP_MM.1), cells: BTreeMap::new() };
        let mut lines: Vec<Vec<SurfacePoint>> = Vec::new();
        let mesh = &anatomy.skin().mesh;
        // The surest places first: lines begin where the direction is best known.
        let mut seeds: Vec<usize> = (0..mesh.positions.len()).step_by(SEED_STRIDE).filter(|v| self.confidences()[*v] > LEAST_CONFIDENCE).collect();
        seeds.sort_by(|a, b| self.confidences()[*b].total_cmp(&self.confidences()[*a]).then(a.cmp(b)));
        for vertex in seeds {
            let mut waiting = vec![anatomy.surface().closest(mesh.positions[vertex])];
            // Beside every line that grows from here, the next one.
            while let Some(seed) = waiting.pop() {
                let Some(line) = drawing.grown(&seed) else { continue };
                for on in line.iter().step_by(((spacing / drawing.step) as usize).max(1)) {
                    let aside = self.direction(anatomy, on.triangle, on.barycentric).cross(on.normal) * (spacing * 1.001);
                    for beside in [on.point + aside, on.point - aside] {
                        waiting.push(anatomy.surface().closest(beside));
                    }
                }
                drawing.keep(&line);
                lines.push(line);
            }
        }
        lines.into_iter().map(|line| line.into_iter().map(|on| on.point).collect()).collect()
    }
}

/// The lines so far, in a grid of cells one spacing wide.
struct Drawing<'a, F> {
    field: &'a TensionField,
    anatomy: &'a Anatomy,
    wanted: F,
    spacing: f64,
    step: f64,
    cells: BTreeMap<[i32; 3], Vec<(Vec3, Vec3)>>,
}

impl<F: Fn(Region) -> bool> Drawing<'_, F> {
    fn cell(&self, point: Vec3) -> [i32; 3] {
        (point / self.spacing).floor().to_array().map(|x| x as i32)
    }

    /// Whether a kept line lies within so much of a point, on the same side of a fold.
    fn is_near(&self, on: &SurfacePoint, reach: f64) -> bool {
        let [x, y, z] = self.cell(on.point);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).flat_map(move |y| (z - 1..=z + 1).map(move |z| [x, y, z])));
        around.filter_map(|cell| self.cells.get(&cell)).flatten().any(|(p, n)| p.distance_squared(on.point) < reach * reach && n.dot(on.normal) > 0.0)
    }

    fn keep(&mut self, line: &[SurfacePoint]) {
        for on in line {
            let cell = self.cell(on.point);
            self.cells.entry(cell).or_default().push((on.point, on.normal));
        }
    }

    fn is_drawable(&self, on: &SurfacePoint) -> bool {
        (self.wanted)(self.anatomy.region_at(on.triangle, on.barycentric))
            && self.field.confidence(self.anatomy, on.triangle, on.barycentric) >= LEAST_CONFIDENCE
    }

    /// The line through a seed, both ways; none where another is too near or it comes out too short.
    fn grown(&self, seed: &SurfacePoint) -> Option<Vec<SurfacePoint>> {
        if !self.is_drawable(seed) || self.is_near(seed, self.spacing * 0.999) {
            return None;
        }
        let start = self.field.direction(self.anatomy, seed.triangle, seed.barycentric);
        let mut line = self.half(seed, start, &[]);
        line.reverse();
        line.push(*seed);
        let onwards = self.half(seed, -start, &line);
        line.extend(onwards);
        (line.len() as f64 * self.step >= SHORTEST * self.spacing).then_some(line)
    }

    /// Points of the line from a seed one way, without the seed. `before` is its other half.
    fn half(&self, seed: &SurfacePoint, direction: Vec3, before: &[SurfacePoint]) -> Vec<SurfacePoint> {
        let surface = self.anatomy.surface();
        let along = |on: &SurfacePoint, heading: Vec3| {
            let d = self.field.direction(self.anatomy, on.triangle, on.barycentric);
            if d.dot(heading) < 0.0 { -d } else { d }
        };
        let mut points: Vec<SurfacePoint> = Vec::new();
        let (mut at, mut heading) = (*seed, direction);
        // A line may come back to itself no nearer than to another; the part just drawn does not count.
        let apart = (2.0 * self.spacing / self.step).ceil() as usize;
        for _ in 0..MOST_STEPS {
            let middle = surface.closest(at.point + along(&at, heading) * (0.5 * self.step));
            let next = surface.closest(at.point + along(&middle, heading) * self.step);
            let way = next.point - at.point;
            let turned = along(&next, way);
            // At the skin's border the closest point does not get on.
            if way.length() < 0.4 * self.step || turned.dot(heading) < SHARPEST || !self.is_drawable(&next) {
                break;
            }
            let closest = CLOSEST * self.spacing;
            let own = points[..points.len().saturating_sub(apart)].iter().chain(&before[..before.len().saturating_sub(apart.saturating_sub(points.len()))]);
            let meets_itself = own.into_iter().any(|on| on.point.distance_squared(next.point) < closest * closest && on.normal.dot(next.normal) > 0.0);
            if meets_itself || self.is_near(&next, closest) {
                break;
            }
            points.push(next);
            (at, heading) = (next, turned);
        }
        points
    }
}
