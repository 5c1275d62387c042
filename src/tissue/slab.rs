//! A patient reduced to one layer stack under a flat or round skin, for tests and probes: every depth has a closed form.

use crate::anatomy::{LayerStack, Region, TissueField, TissueSample};
use crate::geom::Vec3;

/// The shape of a slab's skin; its highest point is the origin and its outward normal there is +z.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SlabShape {
    /// The plane z = 0.
    Flat,
    /// A sphere of this radius (mm) that touches z = 0 from below.
    Sphere(f64),
    /// A cylinder of this radius (mm) with its axis along y, that touches z = 0 from below.
    Cylinder(f64),
}

/// Tissue with the same layers everywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slab {
    /// Shape of the skin.
    pub shape: SlabShape,
    /// Layers under it.
    pub stack: LayerStack,
    /// Region that every sample carries.
    pub region: Region,
}

impl Slab {
    /// A slab of cheek: layers of CLINICAL §1.3 (malar/cheek).
    #[must_use]
    pub fn cheek(shape: SlabShape) -> Self {
        let stack = LayerStack { epidermis_mm: 0.1, dermis_mm: 1.1, fat_mm: 4.8, smas_mm: 5.8, bone_mm: 20.0 };
        Self { shape, stack, region: Region::Submalar }
    }
}

impl TissueField for Slab {
    fn sample(&self, point: Vec3) -> TissueSample {
        let round = |axis_to_point: Vec3, radius: f64| {
            let distance = axis_to_point.length();
            let normal = if distance > 1e-9 { axis_to_point / distance } else { Vec3::Z };
            (radius - distance, normal)
        };
        let (depth_mm, normal) = match self.shape {
            SlabShape::Flat => (-point.z, Vec3::Z),
            SlabShape::Sphere(radius) => round(point + Vec3::Z * radius, radius),
            SlabShape::Cylinder(radius) => round(Vec3::new(point.x, 0.0, point.z + radius), radius),
        };
        TissueSample {
            depth_mm,
            foot: point + normal * depth_mm,
            normal,
            stack: self.stack,
            region: self.region,
            triangle: 0,
            barycentric: [1.0, 0.0, 0.0],
        }
    }
}
