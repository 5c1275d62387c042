//! A patient, a zone and hazards as the scene draws them: built once for a patient and a drill.

use std::sync::Arc;

use crate::anatomy::{
    Anatomy, Certainty, HazardKind, HazardShape as Shape, Landmark, Layer, LayerStack, Mask, Part, Region, Sex, TissueField, Zone,
};
use crate::game::ramp::Ramp;
use crate::game::scene::model::{DoseMap, Dorsum, HazardShape, PatientShape, SkinPaint, SkinPoint};
use crate::geom::Vec3;
use crate::session::Setup;

/// Inner layers with the layer above whose lower boundary is their upper surface.
const SHELLS: [(Layer, Layer); 5] = [
    (Layer::Dermis, Layer::Epidermis),
    (Layer::Fat, Layer::Dermis),
    (Layer::Smas, Layer::Fat),
    (Layer::Deep, Layer::Smas),
    (Layer::Bone, Layer::Bone),
];
/// How far below the notch of the sternum the drape begins at the midline, and how much it rises to the sides [design: drawing only].
const DRAPE_MM: f64 = 58.0;
const DRAPE_RISE: f64 = 0.12;
/// Dose at the upper end of the map's ramp, in target doses.
const FULL_TARGETS: f64 = 2.0;

/// The patient's surfaces.
pub(super) fn patient(anatomy: &Anatomy) -> PatientShape {
    let skin = anatomy.skin();
    let who = anatomy.phenotype();
    let plain = |landmark: Landmark| skin.reference.get(anatomy.landmarks().vertex(landmark) as usize).copied().unwrap_or_default();
    let is_hand = anatomy.part() == Part::Hand;
    let origin = if is_hand { plain(Landmark::DorsumMid) } else { plain(Landmark::TragusLeft).midpoint(plain(Landmark::TragusRight)) };
    let landmarks = if is_hand { vec![] } else { Landmark::ALL.iter().map(|landmark| plain(*landmark) - origin).collect() };
    let mask = |mask: Mask| skin.masks.get(mask).to_vec();
    let notch = anatomy.landmarks().get(Landmark::SuprasternalNotch);
    let drape = |p: &Vec3| {
        let edge = notch.y - DRAPE_MM + DRAPE_RISE * (p.x - notch.x).abs();
        (0.5 + (edge - p.y) / 20.0).clamp(0.0, 1.0) as f32
    };
    PatientShape {
        skin: skin.mesh.clone(),
        paint: SkinPaint {
            lips: mask(Mask::Lips),
            brows: mask(Mask::Brows),
            lashes: mask(Mask::Lashes),
            lids: mask(Mask::Lids),
            cap: mask(Mask::Scalp),
            flush: mask(Mask::Flush),
            nostrils: mask(Mask::Nostrils),
            drape: skin.mesh.positions.iter().map(drape).collect(),
            nails: mask(Mask::Nails),
        },
        shells: SHELLS.iter().map(|(layer, above)| (*layer, anatomy.inner_shell(*above))).collect(),
        boneless: anatomy.regions().iter().map(|region| f32::from(u8::from(is_boneless(*region)))).collect(),
        reference: skin.reference.iter().map(|p| *p - origin).collect(),
        landmarks,
        skin_type: who.skin_type,
        age_years: who.age_years,
        laxity: who.skin_laxity,
        bearded: who.sex == Sex::Male && !is_hand,
        dorsum: is_hand.then(|| dorsum(anatomy, origin)),
        seed: who.seed,
    }
}

/// What shows through the back of a hand.
fn dorsum(anatomy: &Anatomy, origin: Vec3) -> Dorsum {
    use Landmark::*;
    let skin = anatomy.skin();
    let plain = |landmark: Landmark| skin.reference.get(anatomy.landmarks().vertex(landmark) as usize).copied().unwrap_or_default() - origin;
    let rays = [
        [MetacarpalBase2, MetacarpalHead2, Dactylion2],
        [MetacarpalBase3, MetacarpalHead3, Dactylion3],
        [MetacarpalBase4, MetacarpalHead4, Dactylion4],
        [MetacarpalBase5, MetacarpalHead5, Dactylion5],
    ];
    let place = |point: &Vec3| {
        let on = anatomy.sample(*point);
        let corners = skin.mesh.triangles[on.triangle as usize];
        let sum = corners.iter().zip(on.barycentric).fold(Vec3::ZERO, |sum, (v, share)| sum + skin.reference[*v as usize] * share);
        sum - origin
    };
    let veins = anatomy.hazards().iter().filter(|hazard| hazard.kind == HazardKind::Vein);
    let course = |hazard: &crate::anatomy::Hazard| match &hazard.shape {
        Shape::Path(path) => path.iter().map(|p| place(&p.foot)).collect(),
        Shape::Volume(_) => vec![],
    };
    Dorsum { rays: rays.iter().map(|ray| ray.map(plain)).collect(), veins: veins.map(course).collect() }
}

/// Regions under which the tables know no bone within reach (assets/anatomy/layers.ron).
pub(super) fn is_boneless(region: Region) -> bool {
    matches!(region, Region::Submental | Region::NeckAnterior | Region::NeckLateral)
}

/// A drill's marks on its patient.
#[derive(Clone)]
pub(super) struct Marks {
    /// Outline of the zone.
    pub(super) zone: Arc<Vec<SkinPoint>>,
    /// Middle of the zone.
    pub(super) middle: SkinPoint,
    /// Largest distance of the outline from its middle, mm.
    pub(super) radius_mm: f64,
    /// Proposed entry points.
    pub(super) proposed: Vec<SkinPoint>,
    /// Hazards.
    pub(super) hazards: Arc<Vec<HazardShape>>,
}

/// The marks of a setup.
pub(super) fn marks(setup: &Setup) -> Marks {
    let anatomy = setup.anatomy.as_ref();
    let on = |point: Vec3| {
        let sample = anatomy.project(point);
        SkinPoint { point: sample.foot, normal: sample.normal }
    };
    let zone: Vec<SkinPoint> = setup.zone.outline.iter().map(|point| on(*point)).collect();
    let sum = zone.iter().fold(Vec3::ZERO, |sum, p| sum + p.point);
    let middle = on(sum / zone.len().max(1) as f64);
    let radius_mm = zone.iter().map(|p| p.point.distance(middle.point)).fold(10.0, f64::max);
    Marks {
        middle,
        radius_mm,
        proposed: setup.proposed_entries.iter().map(|point| on(*point)).collect(),
        hazards: Arc::new(hazards(anatomy)),
        zone: Arc::new(zone),
    }
}

pub(super) fn hazards(anatomy: &Anatomy) -> Vec<HazardShape> {
    let one = |hazard: &crate::anatomy::Hazard| {
        let [r, g, b, _] = crate::game::theme::hazard(hazard.kind).to_array();
        let colour = [r, g, b];
        let (points, outward, radius_mm): (Vec<Vec3>, Vec<Vec3>, f64) = match &hazard.shape {
            Shape::Path(path) => {
                let widest = path.iter().map(|p| p.radius_mm).fold(0.4, f64::max);
                let normal = |p: &crate::anatomy::hazard::PathPoint| anatomy.sample(p.foot).normal;
                (path.iter().map(|p| p.point).collect(), path.iter().map(normal).collect(), widest)
            }
            // A slab is shown by the rim of its upper surface.
            Shape::Volume(patch) => {
                let sunk = |point: &Vec3| {
                    let sample = anatomy.sample(*point);
                    let stack: LayerStack = sample.stack;
                    (sample.foot - sample.normal * patch.depths(&stack).0, sample.normal)
                };
                let mut rim: Vec<(Vec3, Vec3)> = patch.outline.iter().map(sunk).collect();
                rim.extend(rim.first().copied());
                (rim.iter().map(|(p, _)| *p).collect(), rim.iter().map(|(_, n)| *n).collect(), 0.7)
            }
        };
        HazardShape { points, outward, radius_mm, colour, kind: hazard.kind, dashed: hazard.certainty == Certainty::Uncertain }
    };
    anatomy.hazards().iter().map(one).collect()
}

/// The grid of a zone's cells as a map on the skin, without dose.
pub(super) fn dose_grid(zone: &Zone, target_mg_cm2: f64) -> DoseMap {
    let (columns, rows) = (usize::from(zone.size.0), usize::from(zone.size.1));
    let mut at = vec![None; columns * rows];
    for (index, cell) in zone.cells.iter().enumerate() {
        if let Some(place) = at.get_mut(usize::from(cell.at.1) * columns + usize::from(cell.at.0)) {
            *place = Some(index as u32);
        }
    }
    let mut triangles = Vec::new();
    for row in 0..rows.saturating_sub(1) {
        for column in 0..columns.saturating_sub(1) {
            let corner = |r: usize, c: usize| at[(row + r) * columns + column + c];
            if let (Some(a), Some(b), Some(c)) = (corner(0, 0), corner(0, 1), corner(1, 1)) {
                triangles.push([a, b, c]);
            }
            if let (Some(a), Some(c), Some(d)) = (corner(0, 0), corner(1, 1), corner(1, 0)) {
                triangles.push([a, c, d]);
            }
        }
    }
    DoseMap {
        points: zone.cells.iter().map(|cell| SkinPoint { point: cell.point, normal: cell.normal }).collect(),
        triangles,
        mg_cm2: vec![0.0; zone.cells.len()],
        full_mg_cm2: (target_mg_cm2 * FULL_TARGETS) as f32,
        ramp: Ramp::Dose,
    }
}

/// The same grid with a dose for each cell, mg/cm².
pub(super) fn with_dose(grid: &DoseMap, mg_cm2: &[f64]) -> DoseMap {
    DoseMap { mg_cm2: mg_cm2.iter().map(|dose| *dose as f32).collect(), ..grid.clone() }
}
