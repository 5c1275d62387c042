//! A gloved finger of the other hand on the skin, and which way it pulls.

use bevy::prelude::*;

use super::camera::Eye;
use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{FingerPose, SceneModel, Tone};
use super::palette;
use crate::geom::{Vec3, math};

// Sizes of the drawing, mm: an index finger in a glove [design: drawing only].
const RADIUS_MM: f64 = 7.2;
/// Length of the rounded tip, and where on the finger its pad touches.
const TIP_MM: f64 = 8.0;
const PAD_MM: f64 = 7.0;
/// Thickness ÷ width.
const FLAT: f64 = 0.84;
/// Angle of the finger above the skin at its tip, and how much it rises on its way to where it has faded out, rad.
const TILT: (f64, f64) = (0.30, 0.75);
/// Where it begins to fade, and where it ends: it hides little of the field.
const FADE_MM: (f64, f64) = (30.0, 66.0);
/// Distance between rings, and points on one.
const RING_MM: f64 = 1.0;
const POINTS: u32 = 28;
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
    eye: Res<Eye>,
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
        // It comes from where it pulls to; a massaging one from the person who looks on, below and to the right.
        let (right, up) = eye.axes();
        let towards = if pull.length() > 0.1 { pull } else { right * 0.55 - up };
        let from = (towards - at.normal * towards.dot(at.normal)).normalize_or(at.normal.any_orthonormal_vector());
        draw_finger(&mut glove, at.point, at.normal, from);
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
    drawn.glove.show("Finger", glove, Way::Fading, &mut commands, &mut meshes, &mut materials);
    drawn.arrow.show("Pull", arrow, Way::Mark, &mut commands, &mut meshes, &mut materials);
}

/// Half-width of the finger at a distance from its tip: rounded end, a waist at each joint.
fn half_width(mm: f64) -> f64 {
    let back = 1.0 - (mm / TIP_MM).min(1.0);
    let end = 1.0 - back * back;
    let waist = |joint: f64| 0.03 * math::exp(-((mm - joint) / 5.0) * ((mm - joint) / 5.0));
    let knuckle = 0.05 * math::exp(-((mm - 50.0) / 9.0) * ((mm - 50.0) / 9.0));
    RADIUS_MM * end.max(0.0).sqrt() * (1.0 - waist(26.0) + knuckle + 0.0012 * mm)
}

/// A finger whose pad lies on a point of the skin, coming from a direction along it.
fn draw_finger(shape: &mut Shape, at: Vec3, normal: Vec3, from: Vec3) {
    let side = normal.cross(from).normalize_or_zero();
    let rings = (FADE_MM.1 / RING_MM) as u32;
    let angle = |mm: f64| TILT.0 + TILT.1 * (mm / FADE_MM.1);
    // The way from the tip along the finger.
    let mut middle = Vec3::ZERO;
    let middles: Vec<Vec3> = (0..=rings)
        .map(|k| {
            let here = middle;
            let bend = angle(f64::from(k) * RING_MM);
            middle += (from * math::cos(bend) + normal * math::sin(bend)) * RING_MM;
            here
        })
        .collect();
    let pad = middles[(PAD_MM / RING_MM) as usize];
    let lift = at + normal * (FLAT * half_width(PAD_MM)) - pad;
    let mut rows: Vec<Vec<u32>> = vec![];
    for (k, middle) in middles.iter().enumerate() {
        let mm = k as f64 * RING_MM;
        let (along, up) = {
            let (sin, cos) = (math::sin(angle(mm)), math::cos(angle(mm)));
            (from * cos + normal * sin, normal * cos - from * sin)
        };
        let half = half_width(mm).max(0.02);
        let slope = (half_width(mm + 0.2) - half_width((mm - 0.2).max(0.0))) / if mm < 0.2 { 0.2 } else { 0.4 };
        let opacity = 1.0 - ((mm - FADE_MM.0) / (FADE_MM.1 - FADE_MM.0)).clamp(0.0, 1.0);
        let colour = srgb(GLOVE, (opacity * opacity * (3.0 - 2.0 * opacity)) as f32);
        let ring = (0..POINTS).map(|s| {
            let turn = f64::from(s) / f64::from(POINTS) * std::f64::consts::TAU;
            let (sin, cos) = (math::sin(turn), math::cos(turn));
            let outward = (side * (cos * FLAT) + up * sin - along * slope.clamp(-6.0, 6.0)).normalize_or_zero();
            shape.vertex(lift + *middle + (side * cos + up * (sin * FLAT)) * half, outward, colour)
        });
        rows.push(ring.collect());
    }
    for pair in rows.windows(2) {
        for s in 0..POINTS as usize {
            let next = (s + 1) % POINTS as usize;
            shape.triangle([pair[0][s], pair[0][next], pair[1][s]]);
            shape.triangle([pair[0][next], pair[1][next], pair[1][s]]);
        }
    }
}
