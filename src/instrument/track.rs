//! The track that a tip has carved, in the material frame.
//!
//! **Invariant:** its length is that of the shaft in it, which tearing sideways does not change; a tip drawn back by a way moves by that
//! way along what is carved, however it was torn. Points are carved [`SPACING_MM`] apart, the first at the entry; each carries what
//! the tip met there, so that the shaft never asks the tissue again.

use crate::anatomy::{Layer, TissueSample};
use crate::geom::Vec3;
use std::collections::BTreeSet;

/// Distance between two points of a track as it is carved, mm.
pub const SPACING_MM: f64 = 0.5;
/// Edge of the cells in which old tracks are remembered, mm: of the order of a tube's width.
const CELL_MM: f64 = 0.7;

/// A point of the track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackPoint {
    /// Where, in the material frame.
    pub material: Vec3,
    /// Unit direction of the track, towards the tip.
    pub direction: Vec3,
    /// Unit outward normal of the skin above.
    pub normal: Vec3,
    /// Depth below the resting skin, mm.
    pub depth_mm: f64,
    /// Way to the wall above (dermis over fat), mm along the normal; infinite where the layer has none.
    pub outer_gap_mm: f64,
    /// Way to the wall below (SMAS under fat, bone), mm.
    pub inner_gap_mm: f64,
    /// Layer that the tube's axis lies in.
    pub layer: Layer,
    /// Whether the pilot needle had been there.
    pub in_hole: bool,
    /// Share of the tissue about it that was product when the tip came by.
    pub fill: f64,
}

impl TrackPoint {
    pub(super) fn new(
        material: Vec3,
        direction: Vec3,
        sample: &TissueSample,
        in_hole: bool,
        torn: bool,
        radius: f64,
    ) -> Self {
        let (layer, depth, stack) = (sample.layer(), sample.depth_mm, &sample.stack);
        let (outer, inner) = match layer {
            Layer::Fat if in_hole => (f64::INFINITY, stack.fat_mm - radius - depth),
            Layer::Fat => (depth - stack.dermis_mm - radius, stack.fat_mm - radius - depth),
            Layer::Deep => (depth - stack.smas_mm - radius, stack.bone_mm - radius - depth),
            _ => (f64::INFINITY, stack.bone_mm - radius - depth),
        };
        // A boundary that the tip tears holds the shaft no more.
        let way = |gap: f64| if torn && gap <= 0.0 { f64::INFINITY } else { gap.max(0.0) };
        Self {
            material,
            direction,
            normal: sample.normal,
            depth_mm: depth,
            outer_gap_mm: way(outer),
            inner_gap_mm: way(inner),
            layer,
            in_hole,
            fill: 0.0,
        }
    }

    fn between(a: &Self, b: &Self, f: f64) -> Self {
        let near = if f < 0.5 { a } else { b };
        let mix = |x: f64, y: f64| if x.is_finite() && y.is_finite() { x + (y - x) * f } else { x.min(y) };
        Self {
            material: a.material.lerp(b.material, f),
            direction: a.direction.lerp(b.direction, f).normalize_or(a.direction),
            normal: a.normal.lerp(b.normal, f).normalize_or(a.normal),
            depth_mm: mix(a.depth_mm, b.depth_mm),
            outer_gap_mm: mix(a.outer_gap_mm, b.outer_gap_mm),
            inner_gap_mm: mix(a.inner_gap_mm, b.inner_gap_mm),
            layer: near.layer,
            in_hole: near.in_hole,
            fill: mix(a.fill, b.fill),
        }
    }
}

/// The current track and the memory of old ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Track {
    points: Vec<TrackPoint>,
    /// For each point its way from the entry, mm.
    ways: Vec<f64>,
    tip: Option<TrackPoint>,
    /// The tip's way from the entry along the points, mm: the length but for what tearing has done.
    tip_way: f64,
    length: f64,
    old: BTreeSet<[i32; 3]>,
}

fn cell(at: Vec3) -> [i32; 3] {
    (at / CELL_MM).floor().to_array().map(|x| x as i32)
}

impl Track {
    pub(super) fn begin(&mut self, at: TrackPoint) {
        self.points.clear();
        self.points.push(at);
        self.ways.clear();
        self.ways.push(0.0);
        self.tip = Some(at);
        self.tip_way = 0.0;
        self.length = 0.0;
    }

    pub(super) fn end(&mut self) {
        self.withdraw(0.0);
        self.points.clear();
        self.ways.clear();
        self.tip = None;
        self.tip_way = 0.0;
        self.length = 0.0;
    }

    pub(super) fn points(&self) -> &[TrackPoint] {
        &self.points
    }
    pub(super) fn length_mm(&self) -> f64 {
        self.length
    }
    /// Whether the tip was drawn back to the entry.
    pub(super) fn is_left(&self) -> bool {
        self.length <= 0.0 || self.tip_way <= 0.0
    }
    pub(super) fn tip(&self) -> Option<&TrackPoint> {
        self.tip.as_ref()
    }

    /// Whether an earlier pass has opened the tissue there.
    pub(super) fn is_open(&self, at: Vec3) -> bool {
        let [x, y, z] = cell(at);
        [[0, 0, 0], [1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]]
            .iter()
            .any(|[i, j, k]| self.old.contains(&[x.saturating_add(*i), y.saturating_add(*j), z.saturating_add(*k)]))
    }

    /// Carves further, straight to a new tip.
    pub(super) fn advance(&mut self, to: TrackPoint) {
        let Some(from) = self.tip else { return };
        let way = from.material.distance(to.material);
        let end = self.tip_way + way;
        loop {
            let at = self.ways.last().map_or(0.0, |last| last + SPACING_MM);
            if at > end {
                break;
            }
            let f = if way > 0.0 { ((at - self.tip_way) / way).clamp(0.0, 1.0) } else { 1.0 };
            self.points.push(TrackPoint::between(&from, &to, f));
            self.ways.push(at);
        }
        self.tip_way = end;
        self.length += way;
        self.tip = Some(to);
    }

    /// Shortens the track to `length` mm; what is left behind is remembered as open.
    pub(super) fn withdraw(&mut self, length: f64) {
        let Some(tip) = self.tip else { return };
        let length = length.clamp(0.0, self.length);
        let way = if length > 0.0 { (self.tip_way - (self.length - length)).max(0.0) } else { 0.0 };
        self.old.insert(cell(tip.material));
        let new_tip = self.at_way(way);
        while self.ways.len() > 1 && self.ways.last().is_some_and(|last| *last > way) {
            self.ways.pop();
            if let Some(point) = self.points.pop() {
                self.old.insert(cell(point.material));
            }
        }
        self.tip = new_tip;
        self.tip_way = way;
        self.length = length;
    }

    /// The track where a shaft lies that far from the entry (the ends beyond its ends).
    pub(super) fn at(&self, s: f64) -> Option<TrackPoint> {
        if s >= self.length { self.tip } else { self.at_way(s * (self.tip_way / self.length)) }
    }

    fn at_way(&self, way: f64) -> Option<TrackPoint> {
        let tip = self.tip.as_ref()?;
        if way >= self.tip_way {
            return Some(*tip);
        }
        let way = way.max(0.0);
        // Right at once where nothing was torn.
        let mut i = ((way / SPACING_MM) as usize).min(self.points.len() - 1);
        while i > 0 && self.ways[i] > way {
            i -= 1;
        }
        while self.ways.get(i + 1).is_some_and(|next| *next <= way) {
            i += 1;
        }
        let (a, from) = (&self.points[i], self.ways[i]);
        let (b, to) = match self.points.get(i + 1) {
            Some(b) => (b, self.ways[i + 1]),
            None => (tip, self.tip_way),
        };
        Some(TrackPoint::between(a, b, ((way - from) / (to - from).max(1e-9)).clamp(0.0, 1.0)))
    }

    /// The shaft tears its track open sideways: `by` is how far at each node of the shaft, `h` mm apart, the first of them `outside` mm
    /// before the entry; between nodes as far as the line between them. The entry stays.
    pub(super) fn migrate(&mut self, by: &[Vec3], h: f64, outside: f64) {
        let share = if self.tip_way > 0.0 { self.length / self.tip_way } else { 1.0 };
        let moved = |way: f64| {
            let x = ((way * share + outside) / h).max(0.0);
            let i = (x as usize).min(by.len() - 1);
            by[i].lerp(by[(i + 1).min(by.len() - 1)], x - i as f64)
        };
        let move_point = |point: &mut TrackPoint, by: Vec3| {
            let out = by.dot(point.normal);
            point.material += by;
            point.depth_mm -= out;
            point.outer_gap_mm = (point.outer_gap_mm - out).max(0.0);
            point.inner_gap_mm = (point.inner_gap_mm + out).max(0.0);
        };
        for (point, way) in self.points.iter_mut().zip(&self.ways).skip(1) {
            let by = moved(*way);
            if by != Vec3::ZERO {
                move_point(point, by);
            }
        }
        if let Some(tip) = &mut self.tip {
            move_point(tip, moved(self.tip_way));
        }
        for i in 1..self.points.len() {
            self.ways[i] = self.ways[i - 1] + self.points[i - 1].material.distance(self.points[i].material);
        }
        if let (Some(tip), Some(last), Some(way)) = (&self.tip, self.points.last(), self.ways.last()) {
            self.tip_way = way + last.material.distance(tip.material);
        }
    }
}
