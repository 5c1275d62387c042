//! Pointing at something on a patient: what is looked for, and how far off a place is.
//!
//! **Invariant:** whether a place is right is decided by the patient's anatomy alone.

use super::question::Choice;
use crate::anatomy::{Anatomy, Anchor, HazardShape, Layer, Region};
use crate::geom::Vec3;

/// What is pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A region of the skin.
    Region(Region),
    /// A hazard, as seen from the skin: its id, on either side.
    Hazard(String),
    /// A layer: a depth is given at the place.
    Layer(Layer),
}

/// A place offered in words: the anchor that it means, and a depth in mm below the skin there.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where on the skin.
    pub at: Anchor,
    /// How deep, mm; 0 on the skin.
    pub depth_mm: f64,
}

/// A question that is answered on a patient.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointing {
    /// The patient, by id.
    pub patient: String,
    /// What is looked for.
    pub target: Target,
    /// How far off the answer may be, mm along the skin (for a layer: in depth).
    pub within_mm: f64,
    /// The places in words, one of them right, in the order to show.
    pub choices: Vec<Choice>,
    /// What the places mean, in the order of the file: that of a choice has the index `place − 1`.
    pub spots: Vec<Spot>,
}

/// A place that was pointed at and judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointed {
    right: bool,
    off_mm: f64,
}

impl Pointed {
    /// Whether it counts.
    #[must_use]
    pub fn right(self) -> bool {
        self.right
    }

    /// How far it is from what was looked for, mm; 0 on it.
    #[must_use]
    pub fn off_mm(self) -> f64 {
        self.off_mm
    }
}

impl Pointing {
    /// Judges a place of the resting patient's skin, and a depth below it (mm; only a layer asks for it).
    #[must_use]
    pub fn judge(&self, anatomy: &Anatomy, at: Vec3, depth_mm: f64) -> Pointed {
        let foot = anatomy.project(at);
        let off_mm = match &self.target {
            Target::Region(region) if foot.region == *region => 0.0,
            Target::Region(region) => region_mm(anatomy, *region, foot.foot),
            Target::Hazard(id) => {
                let of = anatomy.hazards().iter().filter(|hazard| hazard.id == *id);
                of.map(|hazard| course_mm(&hazard.shape, foot.foot)).fold(f64::INFINITY, f64::min)
            }
            Target::Layer(layer) => {
                let stack = foot.stack;
                let (top, bottom) = match layer {
                    Layer::Outside => (f64::NEG_INFINITY, 0.0),
                    Layer::Epidermis => (0.0, stack.epidermis_mm),
                    Layer::Dermis => (stack.epidermis_mm, stack.dermis_mm),
                    Layer::Fat => (stack.dermis_mm, stack.fat_mm),
                    Layer::Smas => (stack.fat_mm, stack.smas_mm),
                    Layer::Deep => (stack.smas_mm, stack.bone_mm),
                    Layer::Bone => (stack.bone_mm, f64::INFINITY),
                };
                (top - depth_mm).max(depth_mm - bottom).max(0.0)
            }
        };
        Pointed { right: off_mm <= self.within_mm, off_mm }
    }

    /// Judges one of the places in words, by its index in the file; none when it lies on no landmark of this patient.
    #[must_use]
    pub fn judge_spot(&self, anatomy: &Anatomy, spot: usize) -> Option<Pointed> {
        let spot = self.spots.get(spot)?;
        let at = anatomy.chart().place(&spot.at).ok()?;
        Some(self.judge(anatomy, at.point, spot.depth_mm))
    }
}

/// Way to the nearest skin of a region, mm.
fn region_mm(anatomy: &Anatomy, region: Region, from: Vec3) -> f64 {
    let vertices = anatomy.skin().mesh.positions.iter().zip(anatomy.regions());
    vertices.filter(|(_, own)| **own == region).map(|(at, _)| at.distance(from)).fold(f64::INFINITY, f64::min)
}

/// Way along the skin to what a hazard looks like from outside, mm: its course drawn on the skin, or the outline it lies under.
fn course_mm(shape: &HazardShape, from: Vec3) -> f64 {
    let near = |a: Vec3, b: Vec3| {
        let way = b - a;
        let t = ((from - a).dot(way) / way.length_squared().max(1e-12)).clamp(0.0, 1.0);
        (a + way * t).distance(from)
    };
    match shape {
        HazardShape::Path(points) => {
            let single = points.first().map_or(f64::INFINITY, |point| (point.foot.distance(from) - point.radius_mm).max(0.0));
            points.windows(2).map(|pair| near(pair[0].foot, pair[1].foot)).fold(single, f64::min)
        }
        HazardShape::Volume(patch) if patch.covers(from) => 0.0,
        HazardShape::Volume(patch) => {
            let outline = &patch.outline;
            (0..outline.len()).map(|i| near(outline[i], outline[(i + 1) % outline.len()])).fold(f64::INFINITY, f64::min)
        }
    }
}
