//! Layers, the layer stack at a point of the skin, and what the tissue is at a point in space.

use super::region::Region;
use crate::geom::Vec3;

/// A tissue layer, from outside inwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Above the skin.
    Outside,
    /// Epidermis.
    Epidermis,
    /// Dermis.
    Dermis,
    /// Hypodermis: superficial fat between dermis and SMAS/platysma.
    Fat,
    /// SMAS or platysma.
    Smas,
    /// Deep fat, muscle, gland: all that lies between SMAS/platysma and bone.
    Deep,
    /// Bone.
    Bone,
}

/// Depths (mm below the skin surface) of the lower boundaries of epidermis, dermis, fat, SMAS and deep tissue; strictly increasing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerStack {
    /// Epidermis–dermis boundary.
    pub epidermis_mm: f64,
    /// Dermal–fat boundary.
    pub dermis_mm: f64,
    /// Fat–SMAS/platysma boundary.
    pub fat_mm: f64,
    /// SMAS/platysma lower boundary.
    pub smas_mm: f64,
    /// Depth of bone (large where there is none near).
    pub bone_mm: f64,
}

impl LayerStack {
    /// The layer at a depth in mm, and how far through it (0 at its upper boundary, 1 at its lower; 0 outside and in bone).
    pub fn layer_at(&self, depth_mm: f64) -> (Layer, f64) {
        let bounds = [
            (Layer::Epidermis, 0.0, self.epidermis_mm),
            (Layer::Dermis, self.epidermis_mm, self.dermis_mm),
            (Layer::Fat, self.dermis_mm, self.fat_mm),
            (Layer::Smas, self.fat_mm, self.smas_mm),
            (Layer::Deep, self.smas_mm, self.bone_mm),
        ];
        if depth_mm < 0.0 {
            return (Layer::Outside, 0.0);
        }
        for (layer, top, bottom) in bounds {
            if depth_mm < bottom {
                return (layer, (depth_mm - top) / (bottom - top));
            }
        }
        (Layer::Bone, 0.0)
    }
}

/// What the tissue is at a point in the material frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TissueSample {
    /// Depth below the resting skin in mm, negative outside.
    pub depth_mm: f64,
    /// Nearest point of the resting skin.
    pub foot: Vec3,
    /// Unit outward skin normal at `foot` (interpolated from the vertices, smooth).
    pub normal: Vec3,
    /// Layer boundaries there.
    pub stack: LayerStack,
    /// Region of the skin there.
    pub region: Region,
    /// Triangle of the skin mesh that holds `foot`, and its barycentric coordinates.
    pub triangle: u32,
    /// Barycentric coordinates of `foot` in `triangle`.
    pub barycentric: [f64; 3],
}

impl TissueSample {
    /// The layer at the sampled point.
    pub fn layer(&self) -> Layer {
        self.stack.layer_at(self.depth_mm).0
    }
    /// Depth below the dermal–fat boundary in mm (negative: too shallow, in dermis or above).
    pub fn below_dermis_mm(&self) -> f64 {
        self.depth_mm - self.stack.dermis_mm
    }
}

/// Tissue that can be sampled at any point: a patient, or a slab in a test.
pub trait TissueField {
    /// What the tissue is at a point of the material frame (mm). Defined everywhere, also outside the skin.
    fn sample(&self, point: Vec3) -> TissueSample;

    /// Share of the tissue about a point that was put there; 0 where nobody put any.
    fn fill(&self, point: Vec3) -> f64 {
        let _ = point;
        0.0
    }
}
