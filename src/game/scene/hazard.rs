//! Vessels, nerves and glands, seen through the skin when they are asked for; an uncertain course is dashed.

use std::sync::Arc;

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{HazardShape, SceneModel};

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
    for hazard in model.hazards.iter().flat_map(|h| h.iter()) {
        for piece in pieces(hazard) {
            solid.tube(&piece, |_| hazard.radius_mm, |_| srgb(hazard.colour, 1.0), 10);
            through.tube(&piece, |_| hazard.radius_mm, |_| srgb(hazard.colour, 0.70), 10);
        }
        if let [only] = hazard.points[..] {
            solid.ball(only, hazard.radius_mm, srgb(hazard.colour, 1.0));
            through.ball(only, hazard.radius_mm, srgb(hazard.colour, 0.70));
        }
    }
    drawn.solid.show("Hazards", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
    drawn.through.show("Hazards through the skin", through, Way::Through(0), &mut commands, &mut meshes, &mut materials);
}

/// The whole course, or its dashes of 4 mm with gaps of 2.5 mm.
fn pieces(hazard: &HazardShape) -> Vec<Vec<crate::geom::Vec3>> {
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
