//! A gloved finger of the other hand on the skin, and which way it pulls.

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{FingerPose, SceneModel, Tone};
use super::palette;

// Sizes of the drawing, mm [design: drawing only].
const RADIUS_MM: f64 = 6.0;
/// Places along the finger, its width there in radii, and how solid it is: it fades out, so that it hides little.
const STOPS: [(f64, f64, f32); 8] =
    [(-4.6, 0.5, 1.0), (-2.6, 0.84, 1.0), (1.0, 0.98, 1.0), (8.0, 1.02, 1.0), (16.0, 0.96, 0.9), (23.0, 1.1, 0.7), (32.0, 1.06, 0.35), (42.0, 1.1, 0.0)];
/// Lean of the finger from the skin's normal, as the tangent of the angle.
const LEAN: f64 = 1.4;
/// Length of the arrow for a pull of one newton, and its longest.
const ARROW_MM_N: f64 = 5.0;
const ARROW_MM: f64 = 22.0;
/// The glove.
const GLOVE: [u8; 3] = [0x86, 0xB4, 0xC9];

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    finger: Option<FingerPose>,
    glove: Slot,
    arrow: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    if drawn.finger == model.finger {
        return;
    }
    drawn.finger = model.finger;
    let (mut glove, mut arrow) = (Shape::default(), Shape::default());
    if let Some(FingerPose { at, force }) = model.finger {
        let pull = force - at.normal * force.dot(at.normal);
        // It comes from where it pulls to, or from below.
        let from = if pull.length() > 0.1 { pull.normalize() } else { at.normal.cross(crate::geom::Vec3::X).normalize_or_zero() };
        let along = (at.normal + from * LEAN).normalize_or_zero();
        let tip = at.point + at.normal * (RADIUS_MM * 0.85);
        let place = |mm: f64| tip + along * mm;
        let stops = STOPS.map(|(at, ..)| place(at));
        glove.tube(&stops, |k| STOPS[k].1 * RADIUS_MM, |k| srgb(GLOVE, STOPS[k].2), 24);
        glove.ball(place(-3.0), RADIUS_MM * 0.62, srgb(GLOVE, 1.0));
        if pull.length() > 0.1 {
            let start = at.point + at.normal * 1.2;
            let way = pull.normalize() * (pull.length() * ARROW_MM_N).min(ARROW_MM);
            let ink = srgb(palette::tone(Tone::Info), 0.95);
            let head = 4.0f64.min(way.length() * 0.5);
            let neck = start + way - way.normalize_or_zero() * head;
            arrow.tube(&[start, neck], |_| 0.7, |_| ink, 8);
            arrow.tube(&[neck, start + way], |k| [2.0, 0.05][k], |_| ink, 12);
        }
    }
    drawn.glove.show("Finger", glove, Way::Glass, &mut commands, &mut meshes, &mut materials);
    drawn.arrow.show("Pull", arrow, Way::Mark, &mut commands, &mut meshes, &mut materials);
}
