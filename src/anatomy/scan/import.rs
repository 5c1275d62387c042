//! A scan and its landmarks made a skin: placed, mended, with the built-in head bent onto it to carry over what is known of every spot.

use super::clean::{clean, compact};
use super::decimate::{decimate, refine};
use super::picks::{Person, Picks, Unit};
use super::register::{Target, bend};
use super::even::even;
use super::repair::{Defect, Repair};
use super::soup::Soup;
use super::{holes, placing};
use crate::anatomy::base::Base;
use crate::anatomy::phenotype::Phenotype;
use crate::anatomy::skin::{Detail, Landmark, Landmarks, Mask, Masks, Skin};
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use crate::geom::surface::{Surface, SurfacePoint};
use crate::source::Problems;

/// Triangles that a patient's skin has at most, about twice the built-in head's [design: queries stay fast].
const MOST: usize = 60_000;
/// Triangles below which those there are cut in four, so that lips and layers have room between the points [design].
const FEW: usize = 16_000;
/// Triangles below which a face has lost its shape (edges of 15 mm and more) [design].
const LEAST: usize = 1_500;
/// Furthest that a picked landmark may lie from the surface, mm [design].
const OFF_MM: f64 = 8.0;
/// Room kept below and beside the built-in head's own border, mm [design].
const BEYOND_MM: f64 = 15.0;
/// A landmark that is not picked lies beyond the scan when the bent head has it further than this from the surface, mm [design].
const LOST_MM: f64 = 8.0;

/// A scan made a patient's skin.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The skin: the scan's own surface.
    pub skin: Skin,
    /// Who it is, for the layers.
    pub phenotype: Phenotype,
    /// Unit of the file.
    pub unit: Unit,
    /// Whether the unit was stated (else it was told from the size).
    pub unit_stated: bool,
    /// Size of the head by that of the built-in one.
    pub size: f64,
    /// What was mended.
    pub repairs: Vec<Repair>,
    /// How far the bent head's face lies from the scan: median and 95th percentile, mm.
    pub fit_mm: (f64, f64),
}

/// Why a scan is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// The landmarks file is wrong, or its landmarks are no head's.
    #[error("{0}")]
    Landmarks(#[from] Problems),
    /// The mesh is refused.
    #[error("{file}: {defect}")]
    Mesh {
        /// The scan's file.
        file: String,
        /// Why.
        defect: Defect,
    },
}

/// Makes a scan a patient's skin. `over` overrides what the landmarks file says of the person.
///
/// # Errors
/// Every problem of the landmarks, or the mesh's defect that cannot be mended.
pub fn import(base: &Base, file: &str, soup: &Soup, picks: &Picks, over: &Person) -> Result<Imported, ImportError> {
    let phenotype = picks.person().overridden(over).phenotype(seed(soup)).map_err(|wrong| {
        let problem = |(field, got, allowed)| picks.problem(&format!("person.{field}"), got, allowed);
        Problems(wrong.into_iter().map(problem).collect()).sorted()
    })?;
    let template = Skin::from_base(base, &phenotype, Detail::Simulation);
    let placing = placing::place(picks, &template)?;
    let refuse = |defect| ImportError::Mesh { file: file.to_owned(), defect };
    let mut repairs = Vec::new();
    let mut placed = Soup {
        positions: soup.positions.iter().map(|p| placing.to_frame.apply(*p)).collect(),
        triangles: soup.triangles.clone(),
    };
    let border = mend(&mut placed, &template, placing.size, &mut repairs).map_err(refuse)?;
    let mesh = TriMesh::new(placed.positions, placed.triangles);
    let surface = Surface::new(&mesh);
    let mut on_border = vec![false; mesh.positions.len()];
    border.iter().for_each(|v| on_border[*v as usize] = true);
    let target = Target { mesh: &mesh, surface: &surface, border: &on_border };
    let picked = onto(picks, &placing, &surface, &mut repairs).map_err(refuse)?;
    let bent = TriMesh::new(bend(&template, &picked, &target), template.mesh.triangles.clone());
    let fit_mm = fit(&template, &bent, &surface).map_err(refuse)?;
    let (landmarks, beyond) = landmarks(&template, &bent, &picked, &target);
    if !beyond.is_empty() {
        repairs.push(Repair::Beyond(beyond));
    }
    let (reference, masks) = carry_over(&template, &bent, &mesh);
    let skin = Skin { mesh, reference, masks, landmarks, detail: Detail::Simulation };
    Ok(Imported { skin, phenotype, unit: placing.unit, unit_stated: picks.unit.is_some(), size: placing.size, repairs, fit_mm })
}

/// A number that belongs to this scan: individual variation is drawn from it.
fn seed(soup: &Soup) -> u64 {
    let bytes: Vec<u8> = soup.positions.iter().flat_map(|p| p.to_array()).flat_map(f64::to_le_bytes).collect();
    xxhash_rust::xxh64::xxh64(&bytes, 0)
}

/// Mends the placed mesh; the points of its open border.
fn mend(soup: &mut Soup, template: &Skin, size: f64, repairs: &mut Vec<Repair>) -> Result<Vec<u32>, Defect> {
    crop(soup, template, size, repairs);
    clean(soup, repairs)?;
    let count = soup.triangles.len();
    if count < LEAST {
        return Err(Defect::Coarse { got: count, least: LEAST });
    }
    if count > MOST {
        decimate(soup, MOST * 3 / 4);
        compact(soup);
        repairs.push(Repair::Decimated { from: count, to: soup.triangles.len() });
    }
    let border = holes::close(soup, repairs)?;
    let count = soup.triangles.len();
    let mut border = border;
    if count < FEW {
        while soup.triangles.len() < FEW {
            refine(soup);
        }
        repairs.push(Repair::Refined { from: count, to: soup.triangles.len() });
        border = super::edges::rims(&soup.triangles, soup.positions.len()).into_iter().next().unwrap_or_default();
    }
    let (mean_mm, most_mm) = even(soup, &border);
    repairs.push(Repair::Evened { mean_mm, most_mm });
    Ok(border)
}

/// Leaves out what lies beyond the built-in head's border: the body of a whole-body scan, the chair.
fn crop(soup: &mut Soup, template: &Skin, size: f64, repairs: &mut Vec<Repair>) {
    let (low, high) = template.mesh.bounds();
    let (low, high) = (low * size - BEYOND_MM, high * size + 4.0 * BEYOND_MM);
    let inside: Vec<bool> = soup
        .positions
        .iter()
        .map(|p| p.y > low.y && p.x > low.x && p.x < high.x && p.z > low.z - 4.0 * BEYOND_MM && p.z < high.z && p.y < high.y)
        .collect();
    let before = soup.triangles.len();
    soup.triangles.retain(|t| t.iter().all(|v| inside[*v as usize]));
    if soup.triangles.len() < before {
        repairs.push(Repair::Cropped(before - soup.triangles.len()));
    }
}

/// The picked landmarks in our frame, on the surface.
fn onto(picks: &Picks, placing: &placing::Placing, surface: &Surface, repairs: &mut Vec<Repair>) -> Result<Vec<(Landmark, Vec3)>, Defect> {
    let (mut moved, mut furthest_mm) = (0, 0.0);
    let mut all = Vec::new();
    for (landmark, p) in &picks.points {
        let on = surface.closest(placing.to_frame.apply(*p));
        let off_mm = on.depth_mm.abs();
        if off_mm > OFF_MM {
            return Err(Defect::Landmark { name: landmark.name(), off_mm, allowed_mm: OFF_MM });
        }
        if off_mm > 0.05 {
            moved += 1;
            furthest_mm = off_mm.max(furthest_mm);
        }
        all.push((*landmark, on.point));
    }
    if moved > 0 {
        repairs.push(Repair::Landmarks { count: moved, furthest_mm });
    }
    Ok(all)
}

/// How far the bent head's face lies from the scan (median and 95th percentile, mm); refuses what is no head.
fn fit(template: &Skin, bent: &TriMesh, surface: &Surface) -> Result<(f64, f64), Defect> {
    const FAR_MM: f64 = 5.0;
    let chin = template.landmarks.get(Landmark::Menton).y;
    let mut off: Vec<f64> = template
        .mesh
        .positions
        .iter()
        .enumerate()
        .filter(|(v, p)| p.y > chin && p.z > 0.0 && [Mask::Scalp, Mask::Ears, Mask::Nostrils].iter().all(|m| template.masks.get(*m)[*v] < 0.3))
        .map(|(v, _)| surface.depth(bent.positions[v]).abs())
        .collect();
    off.sort_by(f64::total_cmp);
    let share = off.iter().filter(|d| **d > FAR_MM).count() as f64 / off.len().max(1) as f64;
    if share > 0.15 {
        return Err(Defect::Shape { share, allowed_mm: FAR_MM });
    }
    let at = |q: f64| off.get(((off.len() as f64 * q) as usize).min(off.len().saturating_sub(1))).copied().unwrap_or(0.0);
    Ok((at(0.5), at(0.95)))
}

/// All landmarks on the scan, and the names of those that lie beyond its border.
fn landmarks(template: &Skin, bent: &TriMesh, picked: &[(Landmark, Vec3)], target: &Target) -> (Landmarks, Vec<&'static str>) {
    let mut beyond = Vec::new();
    let (mut vertices, mut positions) = (Vec::new(), Vec::new());
    for landmark in Landmark::ALL {
        let known = picked.iter().find(|(l, _)| *l == landmark).map(|(_, p)| *p);
        let p = known.unwrap_or_else(|| bent.positions[template.landmarks.vertex(landmark) as usize]);
        let on = target.surface.closest(p);
        let lost = known.is_none() && (on.depth_mm.abs() > LOST_MM || target.on_border(on.triangle, on.barycentric));
        if lost {
            beyond.push(landmark.name());
        }
        positions.push(if lost { p } else { on.point });
        let corners = target.mesh.triangles[on.triangle as usize];
        let nearest = (0..3).fold(0, |best, k| if on.barycentric[k] > on.barycentric[best] { k } else { best });
        vertices.push(corners[nearest]);
    }
    (Landmarks { vertices, positions }, beyond)
}

/// Reference coordinates and masks of every point of the scan, from the bent head's nearest place that faces the same way.
fn carry_over(template: &Skin, bent: &TriMesh, mesh: &TriMesh) -> (Vec<Vec3>, Masks) {
    let surface = Surface::new(bent);
    let mut reference = Vec::with_capacity(mesh.positions.len());
    let mut values: Vec<Vec<f32>> = vec![Vec::with_capacity(mesh.positions.len()); Mask::ALL.len()];
    for (p, n) in mesh.positions.iter().zip(&mesh.normals) {
        let on = facing(&surface, *p, *n);
        let corners = bent.triangles[on.triangle as usize].map(|v| v as usize);
        let mix = |at: &dyn Fn(usize) -> f64| (0..3).map(|k| on.barycentric[k] * at(corners[k])).sum::<f64>();
        let [x, y, z] = [0, 1, 2].map(|axis| mix(&|v| template.reference[v][axis]));
        reference.push(Vec3::new(x, y, z));
        for (mask, into) in Mask::ALL.into_iter().zip(&mut values) {
            into.push(mix(&|v| f64::from(template.masks.get(mask)[v])) as f32);
        }
    }
    (reference, Masks::new(values))
}

/// The nearest place of a surface that faces as `normal` does; the nearest one where none near does.
fn facing(surface: &Surface, p: Vec3, normal: Vec3) -> SurfacePoint {
    let nearest = surface.closest(p);
    if nearest.normal.dot(normal) > 0.2 {
        return nearest;
    }
    // In a fold (lids, ear, lips) the other wall may be nearer: looked for from a little outside.
    [1.0, 2.0, 4.0].iter().map(|way| surface.closest(p + normal * *way)).find(|on| on.normal.dot(normal) > 0.2).unwrap_or(nearest)
}
