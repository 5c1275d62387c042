//! Vessels, nerves and glands, seen through the skin when they are asked for. Each kind has its colour and its form: an artery is
//! smooth, a vein swells at its valves, a nerve carries beads, a foramen is a ball, a gland is hatched and its duct crossed by bars; an
//! uncertain course is dashed.
//! An edge sets each off from tissue of its own tone: a dark one a nerve from fat for everybody; around an artery a pale one and a dark one,
//! for with deuteranopia it has the tone of skin of one phototype or another.

use std::sync::Arc;

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{HazardShape, SceneModel};
use crate::anatomy::HazardKind;
use crate::geom::Vec3 as Mm;

/// Distance between a vein's valves and between a nerve's beads, mm [design: drawing only].
const VALVE_MM: f64 = 6.0;
const BEAD_MM: f64 = 5.0;
/// Distance between the bars across a duct, and their length, mm [design: drawing only].
const BAR_MM: f64 = 4.0;
const BAR_LENGTH_MM: f64 = 4.0;
/// Distance between a gland's hatches, in points of its rim (about 2.5 mm apart).
const HATCH: usize = 2;
/// Width of an edge and of a second one around it, mm, and their colours.
const EDGE_MM: f64 = 0.7;
const OUTER_EDGE_MM: f64 = 1.1;
const DARK_EDGE: [u8; 3] = [24, 18, 20];
const PALE_EDGE: [u8; 3] = [255, 240, 232];

/// A kind's edges from the outermost to the innermost: how far each stands out, mm, and its colour.
fn edges(kind: HazardKind) -> &'static [(f64, [u8; 3])] {
    match kind {
        HazardKind::Artery => &[(OUTER_EDGE_MM, DARK_EDGE), (EDGE_MM, PALE_EDGE)],
        _ => &[(EDGE_MM, DARK_EDGE)],
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    hazards: Option<Arc<Vec<HazardShape>>>,
    solid: Slot,
    through: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    if drawn.hazards.as_ref().map(Arc::as_ptr) == model.hazards.as_ref().map(Arc::as_ptr) {
        return;
    }
    drawn.hazards.clone_from(&model.hazards);
    let (mut solid, mut through) = (Shape::default(), Shape::default());
    // What lies under the skin is seen through it from outside, and not through the whole head.
    let hazards = || model.hazards.iter().flat_map(|h| h.iter());
    for hazard in hazards() {
        form(hazard, &mut solid, 0.0, srgb(hazard.colour, 1.0));
        // Of a hull turned inside out no more is seen than what stands out beside the form.
        let hull = solid.triangles();
        for &(grown, colour) in edges(hazard.kind) {
            form(hazard, &mut solid, grown, srgb(colour, 1.0));
        }
        solid.turn(hull);
    }
    // Drawn one over the other: all edges lie below all forms.
    let mut lay = |hazard: &HazardShape, grown: f64, colour: [f32; 4]| {
        let from = through.len();
        form(hazard, &mut through, grown, colour);
        through.face(from, &hazard.points, &hazard.outward);
    };
    for at in [OUTER_EDGE_MM, EDGE_MM] {
        for hazard in hazards() {
            for &(grown, colour) in edges(hazard.kind).iter().filter(|(grown, _)| *grown == at) {
                lay(hazard, grown, srgb(colour, 0.7));
            }
        }
    }
    for hazard in hazards() {
        lay(hazard, 0.0, srgb(hazard.colour, 0.85));
    }
    drawn.solid.show("Hazards", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
    drawn.through.show("Hazards through the skin", through, Way::Sunk, &mut commands, &mut meshes, &mut materials);
}

/// The form of a kind in a colour, so much thicker on every side, mm.
fn form(hazard: &HazardShape, shape: &mut Shape, grown: f64, colour: [f32; 4]) {
    let radius = hazard.radius_mm;
    if let [only] = hazard.points[..] {
        shape.ball(only, radius + grown, colour);
        return;
    }
    for piece in pieces(hazard) {
        let mut gone = 0.0;
        let ways: Vec<f64> = (0..piece.len())
            .map(|k| {
                gone += if k == 0 { 0.0 } else { piece[k].distance(piece[k - 1]) };
                gone
            })
            .collect();
        match hazard.kind {
            HazardKind::Vein => {
                let fine = finer(&piece, 1.0);
                let swell = |k: usize| {
                    let at = (k as f64 % VALVE_MM) / VALVE_MM;
                    radius * (0.7 + 0.45 * crate::geom::math::sin(std::f64::consts::PI * at)) + grown
                };
                shape.tube(&fine, swell, |_| colour, 10);
            }
            HazardKind::Nerve => {
                shape.tube(&piece, |_| 0.6 * radius + grown, |_| colour, 8);
                let length = ways.last().copied().unwrap_or(0.0);
                for bead in 0..=(length / BEAD_MM) as usize {
                    if let Some(at) = along(&piece, &ways, bead as f64 * BEAD_MM) {
                        shape.ball(at, 1.7 * radius + grown, colour);
                    }
                }
            }
            _ => shape.tube(&piece, |_| radius + grown, |_| colour, 10),
        }
    }
    if is_duct(hazard) {
        for (middle, half) in bars(hazard) {
            let end = half * (1.0 + 2.0 * grown / BAR_LENGTH_MM);
            shape.tube(&[middle - end, middle + end], |_| 0.8 * radius + grown, |_| colour, 6);
        }
    }
    if hazard.kind == HazardKind::Gland && hazard.points.first() == hazard.points.last() {
        let rim = &hazard.points[..hazard.points.len() - 1];
        for k in (HATCH..rim.len() / 2).step_by(HATCH) {
            shape.tube(&[rim[k], rim[rim.len() - k]], |_| 0.5 * radius + grown, |_| colour, 6);
        }
    }
}

/// A gland's duct: a course that does not close.
fn is_duct(hazard: &HazardShape) -> bool {
    hazard.kind == HazardKind::Gland && hazard.points.first() != hazard.points.last()
}

/// The bars across a course: the middle of each and the way to its end.
fn bars(hazard: &HazardShape) -> Vec<(Mm, Mm)> {
    let mut ways = vec![0.0];
    for pair in hazard.points.windows(2) {
        ways.push(ways[ways.len() - 1] + pair[0].distance(pair[1]));
    }
    let length = ways[ways.len() - 1];
    let bar = |number: usize| {
        let way = (number as f64 + 0.5) * BAR_MM;
        let (before, after) = (along(&hazard.points, &ways, way - 0.5)?, along(&hazard.points, &ways, way + 0.5)?);
        let outward = *hazard.outward.get(ways.iter().position(|w| *w >= way)?)?;
        let across = (after - before).cross(outward).normalize_or(Mm::Z);
        Some((before.midpoint(after), across * (0.5 * BAR_LENGTH_MM)))
    };
    (0..(length / BAR_MM) as usize).filter_map(bar).collect()
}

/// The same line with points about `step` apart.
fn finer(line: &[Mm], step: f64) -> Vec<Mm> {
    let mut out = vec![];
    for pair in line.windows(2) {
        let steps = (pair[0].distance(pair[1]) / step).round().max(1.0) as usize;
        out.extend((0..steps).map(|s| pair[0].lerp(pair[1], s as f64 / steps as f64)));
    }
    out.extend(line.last());
    out
}

/// The point of a line so far from its beginning.
fn along(line: &[Mm], ways: &[f64], way: f64) -> Option<Mm> {
    let k = ways.iter().position(|w| *w >= way)?;
    if k == 0 {
        return line.first().copied();
    }
    let share = (way - ways[k - 1]) / (ways[k] - ways[k - 1]).max(1e-9);
    Some(line[k - 1].lerp(line[k], share))
}

/// The whole course, or its dashes of 4 mm with gaps of 2.5 mm.
fn pieces(hazard: &HazardShape) -> Vec<Vec<Mm>> {
    if !hazard.dashed {
        return vec![hazard.points.clone()];
    }
    let (mut out, mut piece, mut gone) = (vec![], vec![], 0.0_f64);
    for pair in hazard.points.windows(2) {
        let length = pair[0].distance(pair[1]);
        let steps = (length / 0.5).ceil().max(1.0) as usize;
        for s in 0..steps {
            if gone % 6.5 < 4.0 {
                piece.push(pair[0].lerp(pair[1], s as f64 / steps as f64));
            } else if piece.len() > 1 {
                out.push(std::mem::take(&mut piece));
            }
            gone += length / steps as f64;
        }
    }
    out.push(piece);
    out
}
