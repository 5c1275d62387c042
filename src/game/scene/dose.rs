//! A quantity of the zone's skin as a heat map just above it, and the hot spots of nodule risk as outlined rings.

use std::sync::Arc;

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{DoseMap, SceneModel, SkinField, Spot};
use super::palette;

/// Height over the skin in mm.
const OVER_MM: f64 = 0.3;
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    dose: Option<Arc<DoseMap>>,
    skin: Option<Arc<SkinField>>,
    opened: bool,
    spots: Vec<Spot>,
    map: Slot,
    rings: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    let skin = model.skin.as_ref().filter(|_| model.dose.is_some());
    let same = is_same(drawn.dose.as_ref(), model.dose.as_ref()) && is_same(drawn.skin.as_ref(), skin);
    // Where the skin is taken away there is nothing to paint on.
    let opened = model.layers.opened > 0.0;
    if !same || drawn.opened != opened {
        drawn.dose.clone_from(&model.dose);
        drawn.skin = skin.cloned();
        drawn.opened = opened;
        let shape = model.dose.as_deref().filter(|_| !opened).map(|map| heat(map, skin.map(Arc::as_ref))).unwrap_or_default();
        drawn.map.show("Dose map", shape, Way::Mark, &mut commands, &mut meshes, &mut materials);
    }
    if drawn.spots != model.hot_spots {
        drawn.spots.clone_from(&model.hot_spots);
        let mut shape = Shape::default();
        for spot in &model.hot_spots {
            let colour = palette::tone(super::model::Tone::Fault);
            let middle = spot.at.point + spot.at.normal * (OVER_MM + 0.4);
            shape.ring(middle, spot.at.normal, spot.radius_mm - 0.45, spot.radius_mm + 0.45, [srgb(colour, 1.0); 2]);
            shape.ring(middle, spot.at.normal, 0.0, spot.radius_mm, [srgb(colour, 0.35), srgb(colour, 0.08)]);
        }
        drawn.rings.show("Hot spots", shape, Way::Through(5), &mut commands, &mut meshes, &mut materials);
    }
}

fn is_same<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// The map over the skin as product has raised it.
fn heat(map: &DoseMap, skin: Option<&SkinField>) -> Shape {
    let mut shape = Shape::default();
    for (p, dose) in map.points.iter().zip(&map.mg_cm2) {
        let share = dose / map.full_mg_cm2.max(1e-6);
        // No dose is clear; the map closes quickly, so that colour, not opacity, tells the dose.
        let opacity = (share * 6.0).clamp(0.0, 1.0) * 0.62;
        let over = OVER_MM + skin.map_or(0.0, |skin| skin.height_at(p.point));
        shape.vertex(p.point + p.normal * over, p.normal, srgb(map.ramp.at(share), opacity));
    }
    for t in &map.triangles {
        shape.triangle(*t);
    }
    shape
}
