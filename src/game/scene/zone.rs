//! Marks on the skin: outline of the zone, entry points proposed and made, the place of a finding.

use std::sync::Arc;

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{SceneModel, SkinPoint, Spot, Tone};
use super::palette;

/// Height of marks over the skin in mm.
const OVER_MM: f64 = 0.35;
/// Dash and gap of the outline in mm.
const DASH_MM: f64 = 3.0;
const GAP_MM: f64 = 1.8;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    zone: Option<Arc<Vec<SkinPoint>>>,
    points: (Vec<SkinPoint>, Vec<SkinPoint>, Option<(Spot, Tone)>),
    outline: Slot,
    marks: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    if drawn.zone.as_ref().map(Arc::as_ptr) != model.zone.as_ref().map(Arc::as_ptr) {
        drawn.zone.clone_from(&model.zone);
        let mut shape = Shape::default();
        if let Some(outline) = &model.zone {
            for dash in dashes(outline) {
                shape.ribbon(&dash, 0.85, OVER_MM, srgb([0xF5, 0xFA, 0xFC], 0.85));
            }
        }
        drawn.outline.show("Zone outline", shape, Way::Mark, &mut commands, &mut meshes, &mut materials);
    }
    let points = (model.proposed.clone(), model.entries.clone(), model.highlight);
    if drawn.points != points {
        let mut shape = Shape::default();
        let over = |p: &SkinPoint, mm: f64| p.point + p.normal * mm;
        for p in &model.proposed {
            let amber = palette::tone(Tone::Attention);
            shape.ring(over(p, 0.6), p.normal, 2.3, 3.0, [srgb(amber, 0.95); 2]);
            shape.ring(over(p, 0.6), p.normal, 3.0, 4.6, [srgb(amber, 0.28), srgb(amber, 0.0)]);
        }
        for p in &model.entries {
            shape.ring(over(p, 0.5), p.normal, 0.0, 3.4, [srgb([0xB0, 0x3A, 0x32], 0.45), srgb([0xB0, 0x3A, 0x32], 0.0)]);
            shape.ring(over(p, 0.6), p.normal, 0.0, 0.7, [srgb([0x5A, 0x12, 0x12], 0.95); 2]);
            shape.ring(over(p, 0.6), p.normal, 1.7, 2.2, [srgb(palette::tone(Tone::Target), 0.95); 2]);
        }
        if let Some((spot, tone)) = &model.highlight {
            let colour = palette::tone(*tone);
            let r = spot.radius_mm;
            shape.ring(over(&spot.at, 0.7), spot.at.normal, r - 0.4, r + 0.4, [srgb(colour, 1.0); 2]);
            shape.ring(over(&spot.at, 0.7), spot.at.normal, r + 0.4, r * 1.5 + 1.0, [srgb(colour, 0.35), srgb(colour, 0.0)]);
        }
        drawn.points = points;
        drawn.marks.show("Marks", shape, Way::Mark, &mut commands, &mut meshes, &mut materials);
    }
}

/// Cuts a closed outline into dashes.
fn dashes(outline: &[SkinPoint]) -> Vec<Vec<SkinPoint>> {
    let mut out = vec![];
    let mut dash: Vec<SkinPoint> = vec![];
    let mut gone = 0.0;
    for k in 0..outline.len() {
        let (a, b) = (outline[k], outline[(k + 1) % outline.len()]);
        let length = a.point.distance(b.point);
        let steps = (length / 0.5).ceil().max(1.0) as usize;
        for s in 0..steps {
            let t = s as f64 / steps as f64;
            let p = SkinPoint { point: a.point.lerp(b.point, t), normal: a.normal.lerp(b.normal, t).normalize_or(a.normal) };
            if gone % (DASH_MM + GAP_MM) < DASH_MM {
                dash.push(p);
            } else if dash.len() > 1 {
                out.push(std::mem::take(&mut dash));
            } else {
                dash.clear();
            }
            gone += length / steps as f64;
        }
    }
    if dash.len() > 1 {
        out.push(dash);
    }
    out
}
