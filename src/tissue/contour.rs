//! What shows on the skin over the deposits: how high it stands, and how much product lies in the dermis.
//!
//! **Invariant:** over an even wide skin the height adds up to the volume laid, and the dermal dose to the mass in the dermis.

use super::deposit::Deposits;
use super::dose::ArealDose;
use crate::geom::Vec3;
use std::f64::consts::PI;

/// Blur (SD, mm) with which a white patch in the dermis is seen through it [design].
const SEEN_MM: f64 = 0.5;
/// Farthest that a deposit lifts skin, mm: beyond this less than a tenth of its volume shows [design].
const FAR_MM: f64 = 30.0;

/// Height of the skin over the deposits at points of it (mm, with unit normals), mm above its resting shape.
///
/// Each deposit lifts the surface as a growing point in an incompressible elastic half-space does (Mogi 1958):
/// u = V/2π·d/(r² + d²)^(3/2), d its depth; as wide as it lies, the kernel is stretched along its axes, so that ∫u dA stays V.
#[must_use]
pub fn height_mm(points: &[Vec3], normals: &[Vec3], deposits: &Deposits) -> Vec<f64> {
    let mut height = vec![0.0; points.len()];
    for (i, bead) in deposits.deposits().iter().enumerate() {
        let width = deposits.skin_sigma_mm(i);
        let u = (bead.direction - bead.normal * bead.direction.dot(bead.normal)).normalize_or(bead.normal.any_orthonormal_vector());
        let v = bead.normal.cross(u);
        let (uu, uv, vv) = bead.smear.within(u, v);
        let own = bead.depth_mm * bead.depth_mm + width * width;
        let (a, b, c) = (own + uu + bead.length_mm * bead.length_mm / 12.0, uv, own + vv);
        let area = (a * c - b * b).max(1e-6);
        let peak = bead.volume_ul / (2.0 * PI * area.sqrt());
        for (k, (point, normal)) in points.iter().zip(normals).enumerate() {
            let away = *point - bead.foot;
            if away.length_squared() > FAR_MM * FAR_MM || normal.dot(bead.normal) <= 0.0 {
                continue;
            }
            let (x, y) = (away.dot(u), away.dot(v));
            let form = 1.0 + (c * x * x - 2.0 * b * x * y + a * y * y) / area;
            height[k] += peak / (form * form.sqrt());
        }
    }
    height
}

/// `CaHA` that lies in epidermis and dermis below points of the skin (mm, with unit normals), mg/cm²: what makes it white.
#[must_use]
pub fn dermal_mg_cm2(points: &[Vec3], normals: &[Vec3], deposits: &Deposits) -> Vec<f64> {
    let mut field = ArealDose::new(points, normals, SEEN_MM);
    for (i, bead) in deposits.deposits().iter().enumerate() {
        let dermal = bead.caha_mg * deposits.layer_share(i).dermal();
        if dermal > 0.0 {
            let mut smear = bead.smear;
            let width = deposits.skin_sigma_mm(i);
            let side = bead.normal.cross(bead.direction).normalize_or_zero();
            smear.add(side, width * width);
            smear.add(bead.normal.cross(side), width * width);
            smear.settle();
            field.add_smeared(bead.foot, bead.normal, &smear, dermal);
        }
    }
    field.mg_cm2().to_vec()
}
