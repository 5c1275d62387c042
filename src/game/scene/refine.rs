//! A finer skin for a graphics card: every triangle in four, new points lifted towards the smooth surface.
//!
//! **Invariant:** the old vertices stay where they are, so the drawn skin stays on the simulated one.

use std::collections::BTreeMap;

use super::model::{PatientShape, SkinPaint};
use crate::geom::Vec3;

/// How far a middle goes from the flat towards the curved surface (Boubekeur & Alexa 2008, Phong tessellation: 3/4).
const CURVED: f64 = 0.75;

/// The same patient with four triangles for each; the shells stay as they are and are not part of it.
pub(super) fn refine(shape: &PatientShape) -> PatientShape {
    let mut skin = shape.skin.clone();
    let mut ends: Vec<[u32; 2]> = Vec::new();
    let mut middles: BTreeMap<[u32; 2], u32> = BTreeMap::new();
    let first = skin.positions.len() as u32;
    let mut middle = |a: u32, b: u32| {
        *middles.entry([a.min(b), a.max(b)]).or_insert_with(|| {
            ends.push([a, b]);
            first + ends.len() as u32 - 1
        })
    };
    skin.triangles = shape
        .skin
        .triangles
        .iter()
        .flat_map(|[a, b, c]| {
            let (ab, bc, ca) = (middle(*a, *b), middle(*b, *c), middle(*c, *a));
            [[*a, ab, ca], [ab, *b, bc], [ca, bc, *c], [ab, bc, ca]]
        })
        .collect();
    for end in &ends {
        let [(p, m), (q, n)] = end.map(|v| (shape.skin.positions[v as usize], shape.skin.normals[v as usize]));
        let flat = p.midpoint(q);
        let onto = |at: Vec3, normal: Vec3| flat - normal * (flat - at).dot(normal);
        skin.positions.push(flat.lerp(onto(p, m).midpoint(onto(q, n)), CURVED));
        skin.normals.push((m + n).normalize_or(m));
    }
    let between = |mask: &Vec<f32>| {
        let mut mask = mask.clone();
        if mask.len() == first as usize {
            mask.extend(ends.iter().map(|[a, b]| 0.5 * (shape_at(&mask, *a) + shape_at(&mask, *b))).collect::<Vec<_>>());
        }
        mask
    };
    let paint = SkinPaint {
        lips: between(&shape.paint.lips),
        brows: between(&shape.paint.brows),
        lashes: between(&shape.paint.lashes),
        lids: between(&shape.paint.lids),
        cap: between(&shape.paint.cap),
        flush: between(&shape.paint.flush),
        nostrils: between(&shape.paint.nostrils),
        drape: between(&shape.paint.drape),
        nails: between(&shape.paint.nails),
    };
    let mut reference = shape.reference.clone();
    if reference.len() == first as usize {
        reference.extend(ends.iter().map(|[a, b]| shape.reference[*a as usize].midpoint(shape.reference[*b as usize])));
    }
    PatientShape { skin, paint, shells: vec![], boneless: vec![], reference, ..shape.clone() }
}

fn shape_at(mask: &[f32], vertex: u32) -> f32 {
    mask.get(vertex as usize).copied().unwrap_or(0.0)
}
