//! Drawings on the skin: region borders, no-go hatching, tension lines, landmarks, and the place that is being read.

use std::sync::Arc;

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{Drawing, Ink, SceneModel, SkinPoint};
use super::palette;

/// Height of drawings over the skin in mm.
const OVER_MM: f64 = 0.3;
/// Radius of a landmark's dot and of the ring at the place that is read, mm [design: drawing only].
const DOT_MM: f64 = 1.1;
const PROBE_MM: f64 = 3.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    drawings: Vec<Arc<Drawing>>,
    skin_type: u8,
    probe: Option<SkinPoint>,
    lines: Slot,
    marks: Option<Arc<Drawing>>,
    pen: Slot,
    ring: Slot,
}

/// Width (mm), colour and opacity of an ink on a skin: dark ink on pale skin, pale ink on deep skin, where the ink has no colour of its own.
fn pen(ink: Ink, skin_type: u8) -> (f64, [f32; 4]) {
    let pale = skin_type >= 4;
    match ink {
        Ink::Region => (1.0, srgb(if pale { [0xF5, 0xFA, 0xFC] } else { [0x22, 0x38, 0x4A] }, 0.85)),
        Ink::NoGo => (0.8, srgb(palette::tone(super::model::Tone::Fault), 0.85)),
        Ink::Tension => (0.5, srgb(if pale { [0xD9, 0xD0, 0xF2] } else { [0x4A, 0x3A, 0x78] }, 0.75)),
        // Gentian violet: dark on any skin but the deepest.
        Ink::Pen => (1.1, srgb(if skin_type >= 5 { [0xE9, 0xE2, 0xFF] } else { [0x3B, 0x1E, 0x6E] }, 0.92)),
        Ink::Landmark => (0.6, srgb(palette::INFO, 1.0)),
    }
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    let skin_type = model.patient.as_ref().map_or(0, |patient| patient.skin_type);
    let same = drawn.drawings.len() == model.drawings.len()
        && drawn.drawings.iter().zip(&model.drawings).all(|(a, b)| Arc::ptr_eq(a, b))
        && drawn.skin_type == skin_type;
    if !same {
        drawn.drawings.clone_from(&model.drawings);
        drawn.skin_type = skin_type;
        let mut shape = Shape::default();
        for drawing in &model.drawings {
            let (width, colour) = pen(drawing.ink, skin_type);
            for line in &drawing.lines {
                shape.ribbon(line, width, OVER_MM, colour);
            }
            for dot in &drawing.dots {
                let at = dot.point + dot.normal * (2.0 * OVER_MM);
                shape.ring(at, dot.normal, DOT_MM, DOT_MM + 0.7, [srgb([0x10, 0x1A, 0x22], 0.85); 2]);
                shape.ring(at, dot.normal, 0.0, DOT_MM, [colour; 2]);
            }
        }
        drawn.lines.show("Drawings on the skin", shape, Way::Mark, &mut commands, &mut meshes, &mut materials);
    }
    // Apart from the others: it changes while it is drawn.
    if !same || drawn.marks.as_ref().map(Arc::as_ptr) != model.marks.as_ref().map(Arc::as_ptr) {
        drawn.marks.clone_from(&model.marks);
        let mut shape = Shape::default();
        if let Some(marks) = &model.marks {
            let (width, colour) = pen(marks.ink, skin_type);
            for line in &marks.lines {
                shape.ribbon(line, width, OVER_MM, colour);
            }
        }
        drawn.pen.show("Marks of the pen", shape, Way::Mark, &mut commands, &mut meshes, &mut materials);
    }
    if drawn.probe != model.probe {
        drawn.probe = model.probe;
        let mut shape = Shape::default();
        if let Some(p) = model.probe {
            let at = p.point + p.normal * 1.0;
            shape.ring(at, p.normal, PROBE_MM - 0.35, PROBE_MM + 0.35, [srgb([0x10, 0x1A, 0x22], 0.6); 2]);
            shape.ring(at, p.normal, PROBE_MM - 0.2, PROBE_MM + 0.2, [srgb([0xFF, 0xFF, 0xFF], 0.95); 2]);
            shape.ring(at, p.normal, 0.0, 0.45, [srgb([0xFF, 0xFF, 0xFF], 0.95); 2]);
        }
        drawn.ring.show("Place that is read", shape, Way::Mark, &mut commands, &mut meshes, &mut materials);
    }
}
