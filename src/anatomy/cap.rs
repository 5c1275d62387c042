//! The treatment cap: a thin fabric shell over the scalp, cut cleanly at the hairline.

use std::collections::BTreeMap;

use super::skin::{Mask, Skin};
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// The cap of a skin: the part above the hairline ([`Mask::Scalp`] ≥ 0.5) lifted by `thickness_mm`, with a hem down to the skin.
pub fn cap(skin: &Skin, thickness_mm: f64) -> TriMesh {
    let mut cut = Cut {
        skin,
        scalp: skin.masks.get(Mask::Scalp),
        lifted: Vec::new(),
        old: BTreeMap::new(),
        between: BTreeMap::new(),
    };
    let mut triangles = Vec::new();
    let mut rim: Vec<[u32; 2]> = Vec::new();
    for corners in &skin.mesh.triangles {
        let inside = corners.map(|v| cut.scalp[v as usize] >= 0.5);
        let first = match inside.iter().filter(|i| **i).count() {
            0 => continue,
            3 => {
                triangles.push(corners.map(|v| cut.old(v)));
                continue;
            }
            // turn the triangle so that the corner that differs from the other two comes first
            1 => inside.iter().position(|i| *i),
            _ => inside.iter().position(|i| !*i),
        };
        let first = first.unwrap_or(0);
        let [a, b, c] = [0, 1, 2].map(|k| corners[(first + k) % 3]);
        let (ab, ac) = (cut.between(a, b), cut.between(a, c));
        if inside[first] {
            triangles.push([cut.old(a), ab, ac]);
            rim.push([ab, ac]);
        } else {
            let (b, c) = (cut.old(b), cut.old(c));
            triangles.extend([[ab, b, c], [ab, c, ac]]);
            rim.push([ac, ab]);
        }
    }
    let mut positions: Vec<Vec3> = cut
        .lifted
        .iter()
        .map(|(p, n)| *p + *n * thickness_mm)
        .collect();
    let mut hem = BTreeMap::new();
    for [a, b] in rim {
        let [c, d] = [a, b].map(|v| {
            *hem.entry(v).or_insert_with(|| {
                let (p, n) = cut.lifted[v as usize];
                positions.push(p - n * 0.3);
                positions.len() as u32 - 1
            })
        });
        triangles.extend([[a, c, d], [a, d, b]]);
    }
    TriMesh::new(positions, triangles)
}

struct Cut<'a> {
    skin: &'a Skin,
    scalp: &'a [f32],
    /// Point on the skin and its normal, for each vertex of the cap.
    lifted: Vec<(Vec3, Vec3)>,
    old: BTreeMap<u32, u32>,
    between: BTreeMap<(u32, u32), u32>,
}

impl Cut<'_> {
    fn add(lifted: &mut Vec<(Vec3, Vec3)>, point: Vec3, normal: Vec3) -> u32 {
        lifted.push((point, normal));
        lifted.len() as u32 - 1
    }
    fn old(&mut self, v: u32) -> u32 {
        let mesh = &self.skin.mesh;
        *self.old.entry(v).or_insert_with(|| {
            Self::add(
                &mut self.lifted,
                mesh.positions[v as usize],
                mesh.normals[v as usize],
            )
        })
    }
    fn between(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (a.min(b), a.max(b));
        let (mesh, wa, wb) = (
            &self.skin.mesh,
            f64::from(self.scalp[a as usize]),
            f64::from(self.scalp[b as usize]),
        );
        let t = ((0.5 - wa) / (wb - wa)).clamp(0.02, 0.98);
        *self.between.entry((a, b)).or_insert_with(|| {
            let at = |x: &[Vec3]| x[a as usize].lerp(x[b as usize], t);
            Self::add(
                &mut self.lifted,
                at(&mesh.positions),
                at(&mesh.normals).normalize_or_zero(),
            )
        })
    }
}
