//! What shows on the back of a hand: veins and tendons through the skin, folds over the joints, hollows between the bones as fat goes.
//!
//! **Invariant:** veins run where the anatomy has them; nothing here changes the surface or its layers.

use super::complexion::{around_mm, since};
use super::creases::Crease;
use super::model::Dorsum;
use crate::geom::Vec3;

/// Folds over a joint: its share of the way from the knuckle to the finger's tip, half length (mm), number, distance (mm), depth (mm)
/// [design: proportions of the phalanges].
const JOINTS: [(f64, f64, i32, f64, f32); 3] = [(0.0, 6.0, 3, 2.6, 0.10), (0.47, 5.6, 5, 1.7, 0.20), (0.76, 4.4, 3, 1.4, 0.15)];

/// The lines of a hand at an age in years and a laxity 0 to 1 [design: the back of the hand thins from the forties on].
pub(super) fn lines(dorsum: &Dorsum, age: f32, laxity: f32) -> Vec<Crease> {
    let thin = since(age, 34.0, 74.0);
    let mut all = Vec::new();
    let mut push = |path: Vec<Vec3>, depth_mm: f32, width_mm: f32, red: f32, pigment: f32| {
        let path = path.iter().map(|p| [around_mm(p.x as f32), p.y as f32]).collect();
        all.push(Crease { path, depth_mm, width_mm, roll_mm: 0.0, red, pigment });
    };
    for vein in &dorsum.veins {
        push(vein.clone(), -0.16 - 0.62 * thin, 1.5 + 0.5 * thin, -0.45 - 0.55 * thin, 0.0);
    }
    for [base, head, _] in &dorsum.rays {
        let path = (0..=8).map(|k| base.lerp(*head, f64::from(k) / 8.0)).collect();
        push(path, -0.10 - 0.45 * thin, 1.9, 0.0, -0.05 - 0.08 * thin);
    }
    for pair in dorsum.rays.windows(2) {
        let [low, high] = [0, 1].map(|k| pair[0][k].midpoint(pair[1][k]));
        let path = (0..=8).map(|k| low.lerp(high, 0.2 + 0.72 * f64::from(k) / 8.0)).collect();
        push(path, 1.5 * thin, 4.2, 0.06 * thin, 0.16 * thin);
    }
    for [_, head, tip] in &dorsum.rays {
        let along = (*tip - *head).normalize_or(Vec3::Y);
        let side = along.cross(Vec3::Z).normalize_or(Vec3::X);
        for (share, half, count, apart, depth) in JOINTS {
            let middle = head.lerp(*tip, share);
            for k in 0..count {
                let off = f64::from(k) - 0.5 * f64::from(count - 1);
                let reach = half * (1.0 - 0.10 * off.abs());
                // Folds bow away from the joint.
                let point = |t: f64| middle + along * (off * apart + off * 0.35 * (1.0 - t * t)) + side * (reach * t);
                let path = (-4..=4).map(|s| point(f64::from(s) / 4.0)).collect();
                let depth = depth * (0.50 + 0.80 * since(age, 25.0, 72.0) * (0.7 + 0.5 * laxity));
                push(path, depth, 0.6, 0.20 * depth / 0.2, 0.18 * depth / 0.2);
            }
        }
    }
    all
}

/// Where the skin is redder: place on the chart and radius, mm.
pub(super) fn blushes(dorsum: &Dorsum) -> Vec<([f32; 2], f32)> {
    let spot = |p: Vec3, radius| ([around_mm(p.x as f32), p.y as f32], radius);
    dorsum.rays.iter().flat_map(|[_, head, tip]| [spot(*head, 7.0), spot(head.lerp(*tip, 0.47), 5.5), spot(head.lerp(*tip, 0.96), 6.0)]).collect()
}
