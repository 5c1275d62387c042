//! What can be laid over a patient: borders and names of the regions, no-go hatching, tension lines, landmarks. Worked out once a patient.
//!
//! **Invariant:** every line is read off the anatomy (outlines, tension field, landmarks); nothing is drawn by hand.

use std::sync::Arc;

use crate::anatomy::{Anatomy, Landmark, Region, RegionOutline, TensionField, TensionTables};
use crate::game::scene::model::{Drawing, Ink, SkinPoint};
use crate::geom::Vec3;

/// Distance between the lines of the no-go hatching, mm [design: drawing only].
const HATCH_MM: f64 = 3.2;
/// Distance between tension lines, mm [design: drawing only].
const TENSION_MM: f64 = 6.0;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Id of the message.
    pub(super) id: String,
    /// Place on the skin.
    pub(super) at: SkinPoint,
}

/// All overlays of a patient.
#[derive(Clone)]
pub(super) struct Overlays {
    /// Borders of regions.
    pub(super) regions: Arc<Drawing>,
    /// Names of regions.
    pub(super) region_names: Vec<Named>,
    /// No-go regions: border and hatching.
    pub(super) no_go: Arc<Drawing>,
    /// Landmarks.
    pub(super) landmarks: Arc<Drawing>,
    /// Names of landmarks.
    pub(super) landmark_names: Vec<Named>,
    /// Tension lines, where they are known.
    pub(super) tension: Option<Arc<Drawing>>,
}

impl Overlays {
    /// Works the overlays out.
    pub(super) fn new(anatomy: &Anatomy, tables: Option<&TensionTables>) -> Self {
        let drawing = |ink, lines, dots| Arc::new(Drawing { ink, lines, dots });
        let outlines = anatomy.region_outlines();
        let mut no_go = borders(anatomy, outlines.iter().filter(|outline| outline.region.is_no_go()));
        no_go.extend(hatching(anatomy));
        let marks = landmarks(anatomy);
        let name = |outline: &RegionOutline| Named {
            id: format!("region-{}", outline.region.name()),
            at: SkinPoint { point: outline.label, normal: outline.label_normal },
        };
        Self {
            regions: drawing(Ink::Region, borders(anatomy, outlines.iter()), vec![]),
            region_names: outlines.iter().map(name).collect(),
            no_go: drawing(Ink::NoGo, no_go, vec![]),
            landmarks: drawing(Ink::Landmark, vec![], marks.iter().map(|mark| mark.at).collect()),
            landmark_names: marks,
            tension: tables.and_then(|tables| tension(anatomy, tables)).map(|lines| drawing(Ink::Tension, lines, vec![])),
        }
    }
}

/// The borders of patches of regions, closed, with the skin's normals.
pub(super) fn borders<'a>(anatomy: &Anatomy, outlines: impl Iterator<Item = &'a RegionOutline>) -> Vec<Vec<SkinPoint>> {
    let loops = outlines.flat_map(|outline| &outline.loops).filter(|points| !points.is_empty());
    loops.map(|points| on_skin(anatomy, points.iter().chain(points.first()))).collect()
}

fn on_skin<'a>(anatomy: &Anatomy, points: impl Iterator<Item = &'a Vec3>) -> Vec<SkinPoint> {
    let one = |point: &Vec3| {
        let on = anatomy.surface().closest(*point);
        SkinPoint { point: on.point, normal: on.normal }
    };
    points.map(one).collect()
}

/// The tension lines of a patient; none where the tables do not fit its skin.
fn tension(anatomy: &Anatomy, tables: &TensionTables) -> Option<Vec<Vec<SkinPoint>>> {
    let field = TensionField::new(anatomy, tables).ok()?;
    let lines = field.lines(anatomy, TENSION_MM, |region| !matches!(region, Region::Scalp | Region::Ear | Region::Other));
    Some(lines.iter().map(|line| on_skin(anatomy, line.iter())).collect())
}

/// Slanting lines over the no-go regions.
fn hatching(anatomy: &Anatomy) -> Vec<Vec<SkinPoint>> {
    let (mesh, regions) = (&anatomy.skin().mesh, anatomy.regions());
    let along = Vec3::new(1.0, 1.0, 0.0).normalize();
    let mut lines = vec![];
    for t in &mesh.triangles {
        let share = t.map(|v| f64::from(u8::from(regions[v as usize].is_no_go())));
        if share == [0.0; 3] {
            continue;
        }
        let corner = |i: usize| (mesh.positions[t[i] as usize], mesh.normals[t[i] as usize], share[i]);
        let heights: [f64; 3] = std::array::from_fn(|i| corner(i).0.dot(along) / HATCH_MM);
        let (low, high) = (heights.iter().copied().fold(f64::MAX, f64::min), heights.iter().copied().fold(f64::MIN, f64::max));
        for number in low.ceil() as i64..=high.floor() as i64 {
            let level = number as f64;
            let cross = |i: usize, j: usize| {
                let (a, b) = (heights[i] - level, heights[j] - level);
                ((a > 0.0) != (b > 0.0)).then(|| {
                    let (part, (p, m, s), (q, n, r)) = (a / (a - b), corner(i), corner(j));
                    (p.lerp(q, part), m.lerp(n, part), s + (r - s) * part)
                })
            };
            let ends: Vec<_> = [(0, 1), (1, 2), (2, 0)].into_iter().filter_map(|(i, j)| cross(i, j)).collect();
            let [mut a, mut b] = ends[..] else { continue };
            if a.2 > b.2 {
                std::mem::swap(&mut a, &mut b);
            }
            if b.2 <= 0.5 {
                continue;
            }
            // The line ends where the border runs: halfway between a vertex inside and one outside.
            let part = if a.2 < 0.5 { (0.5 - a.2) / (b.2 - a.2) } else { 0.0 };
            let point = |part: f64| SkinPoint { point: a.0.lerp(b.0, part), normal: a.1.lerp(b.1, part).normalize_or(Vec3::Z) };
            lines.push(vec![point(part), point(1.0)]);
        }
    }
    lines
}

fn landmarks(anatomy: &Anatomy) -> Vec<Named> {
    let normals = &anatomy.skin().mesh.normals;
    let one = |landmark: Landmark| {
        let marks = anatomy.landmarks();
        let stem = landmark.name().trim_end_matches("_left").trim_end_matches("_right");
        let normal = normals.get(marks.vertex(landmark) as usize).copied().unwrap_or(Vec3::Z);
        Named { id: format!("landmark-{stem}"), at: SkinPoint { point: marks.get(landmark), normal } }
    };
    Landmark::of(anatomy.part()).iter().map(|landmark| one(*landmark)).collect()
}
