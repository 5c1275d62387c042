//! Cannula and syringe. The drawn shaft is the rod's nodes; what lies under the skin shines through only in assist mode.

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{CannulaPose, SceneModel};
use super::palette;
use crate::geom::Vec3 as Mm;

// Sizes of the drawing, mm: a 1 mL luer-lock syringe and its hub [design: drawing only].
const HUB_MM: f64 = 16.0;
const BARREL_MM: f64 = 58.0;
const BARREL_RADIUS_MM: f64 = 3.9;
const BORE_RADIUS_MM: f64 = 2.9;
const ROD_RADIUS_MM: f64 = 1.9;
/// Dashes of another's cannula and the gaps between, mm [design: drawing only].
const GHOST_DASH_MM: f64 = 2.2;
const GHOST_GAP_MM: f64 = 1.3;

/// Height above the skin from which nothing is shaded, mm.
const SHADE_MM: f64 = 32.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    cannula: Option<CannulaPose>,
    ghost: Option<CannulaPose>,
    assists: bool,
    solid: Slot,
    over: Slot,
    glass: Slot,
    through: Slot,
    glow: Slot,
    ghost_through: Slot,
    shade: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    if drawn.cannula != model.cannula || drawn.assists != model.assists {
        drawn.cannula.clone_from(&model.cannula);
        drawn.assists = model.assists;
        let [mut solid, mut over, mut glass, mut through, mut glow] = std::array::from_fn(|_| Shape::default());
        if let Some(pose) = &model.cannula {
            syringe(pose, &mut over, &mut glass);
            shaft(pose, &mut solid, &mut over);
            if model.assists {
                under_skin(pose, &mut through, &mut glow);
            }
        }
        let mut shade = Shape::default();
        if let Some(pose) = &model.cannula {
            shadow(pose, &mut shade);
        }
        drawn.shade.show("Shade on the skin", shade, Way::Mark, &mut commands, &mut meshes, &mut materials);
        drawn.solid.show("Cannula", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
        drawn.over.show("Syringe", over, Way::Over, &mut commands, &mut meshes, &mut materials);
        drawn.glass.show("Syringe barrel", glass, Way::Glass, &mut commands, &mut meshes, &mut materials);
        drawn.glow.show("Cannula glow", glow, Way::Through(3), &mut commands, &mut meshes, &mut materials);
        drawn.through.show("Cannula under the skin", through, Way::Through(4), &mut commands, &mut meshes, &mut materials);
    }
    if drawn.ghost != model.ghost {
        drawn.ghost.clone_from(&model.ghost);
        let mut shape = Shape::default();
        if let Some(pose) = &model.ghost {
            let colour = srgb(palette::GHOST, 0.9);
            for dash in dashes(&pose.nodes, GHOST_DASH_MM, GHOST_GAP_MM) {
                shape.tube(&dash, |_| 0.5 * pose.outer_mm.max(0.7), |_| colour, 8);
            }
            if let Some(tip) = pose.nodes.last() {
                shape.ball(*tip, 1.3, colour);
            }
            let back = pose.nodes.first().map(|hub| vec![*hub - pose.direction * (HUB_MM + BARREL_MM), *hub]);
            if let Some(back) = back {
                shape.tube(&back, |_| BARREL_RADIUS_MM, |_| srgb(palette::GHOST, 0.16), 14);
            }
        }
        drawn.ghost_through.show("Ghost cannula", shape, Way::Through(2), &mut commands, &mut meshes, &mut materials);
    }
}

/// The steel shaft with its rounded tip; what is outside of the patient lies over the skin.
fn shaft(pose: &CannulaPose, solid: &mut Shape, over: &mut Shape) {
    let steel = srgb([0xB9, 0xC2, 0xC9], 1.0);
    let radius = 0.5 * pose.outer_mm;
    match pose.entry_arc_mm {
        Some(entry) => {
            over.tube(&to_arc(&pose.nodes, entry), |_| radius, |_| steel, 10);
            solid.tube(&from_arc(&pose.nodes, entry), |_| radius, |_| steel, 10);
        }
        None => solid.tube(&pose.nodes, |_| radius, |_| steel, 10),
    }
    if let Some(tip) = pose.nodes.last() {
        solid.ball(*tip, radius, steel);
    }
}

/// Hub, barrel with graduations, product, stopper, rod and thumb rest, all behind the hub along its direction.
fn syringe(pose: &CannulaPose, solid: &mut Shape, glass: &mut Shape) {
    let Some(hub) = pose.nodes.first().copied() else { return };
    let back = -pose.direction.normalize_or(Mm::Z);
    let at = |mm: f64| hub + back * mm;
    let hub_colour = srgb(pose.hub_colour, 1.0);
    let dark = srgb(pose.hub_colour.map(|c| (f32::from(c) * 0.72) as u8), 1.0);
    let white = srgb([0xE4, 0xE8, 0xEA], 1.0);
    // Hub: a ribbed cone with a luer collar.
    let cone = [at(-2.0), at(2.0), at(3.0), at(9.0), at(9.4), at(HUB_MM - 3.0), at(HUB_MM - 2.8), at(HUB_MM)];
    let radii = [0.75, 1.25, 2.0, 2.7, 3.3, 3.5, 3.0, 3.0];
    solid.tube(&cone, |k| radii[k], |k| if (4..=5).contains(&k) { dark } else { hub_colour }, 20);
    // Luer lock of the syringe.
    let collar = [at(HUB_MM - 1.0), at(HUB_MM + 3.5), at(HUB_MM + 4.0)];
    solid.tube(&collar, |k| [3.4, 3.4, 2.2][k], |_| white, 20);
    let start = HUB_MM + 4.0;
    let end = start + BARREL_MM;
    // Product, stopper, rod.
    let full = BARREL_MM - 9.0;
    let product_end = start + 1.0 + full * pose.left.clamp(0.0, 1.0);
    if pose.left > 0.002 {
        let ivory = srgb(palette::PRODUCT, 1.0);
        solid.tube(&[at(start + 1.0), at(product_end)], |_| BORE_RADIUS_MM, |_| ivory, 18);
    }
    let rubber = srgb([0x2A, 0x31, 0x37], 1.0);
    let stopper = [at(product_end), at(product_end + 0.6), at(product_end + 2.4), at(product_end + 3.0), at(product_end + 4.6)];
    solid.tube(&stopper, |k| [2.4, 3.0, 3.0, 2.6, 3.0][k], |_| rubber, 18);
    let rod_end = product_end + 4.6 + full + 8.0;
    solid.tube(&[at(product_end + 4.6), at(rod_end)], |_| ROD_RADIUS_MM, |_| white, 10);
    solid.tube(&[at(rod_end), at(rod_end + 0.5), at(rod_end + 2.0), at(rod_end + 2.4)], |k| [4.2, 6.2, 6.2, 5.4][k], |_| white, 24);
    // Finger flange.
    solid.tube(&[at(end - 0.4), at(end), at(end + 1.4), at(end + 1.8)], |k| [7.0, 8.6, 8.6, 7.4][k], |_| white, 24);
    // Barrel and its graduations: a stroke each tenth of the capacity, longer each half.
    glass.tube(&[at(start), at(start + 0.6), at(end)], |k| [3.2, BARREL_RADIUS_MM, BARREL_RADIUS_MM][k], |_| srgb([0xC9, 0xD6, 0xDD], 0.16), 28);
    let side = back.any_orthonormal_vector();
    let up = back.cross(side);
    for stroke in 0..=10 {
        let place = at(start + 1.0 + full * f64::from(stroke) / 10.0);
        let turn = if stroke % 5 == 0 { 1.9 } else { 1.2 };
        let arc: Vec<Mm> = (0..=10)
            .map(|k| {
                let angle = -turn / 2.0 + turn * f64::from(k) / 10.0;
                place + (side * crate::geom::math::cos(angle) + up * crate::geom::math::sin(angle)) * (BARREL_RADIUS_MM + 0.02)
            })
            .collect();
        solid.tube(&arc, |_| if stroke % 5 == 0 { 0.16 } else { 0.11 }, |_| srgb([0x22, 0x2B, 0x32], 1.0), 5);
    }
}

/// What shines through in assist mode: the shaft from the entry on, and a ring at the tip in the colour of its layer.
fn under_skin(pose: &CannulaPose, through: &mut Shape, glow: &mut Shape) {
    let Some(entry) = pose.entry_arc_mm else { return };
    let inside = from_arc(&pose.nodes, entry);
    if inside.len() < 2 {
        return;
    }
    let radius = 0.5 * pose.outer_mm;
    through.tube(&inside, |_| radius.max(0.32), |_| srgb(palette::INFO, 0.92), 8);
    glow.tube(&inside, |_| radius + 0.75, |_| srgb(palette::INFO, 0.16), 10);
    if let Some(tip) = inside.last() {
        let colour = palette::layer(pose.tip_layer);
        glow.ball(*tip, 2.6, srgb(colour, 0.22));
        through.ball(*tip, 1.75, srgb(palette::INFO, 1.0));
        through.ball(*tip, 1.45, srgb([0x14, 0x1B, 0x21], 1.0));
        through.ball(*tip, 1.05, srgb(colour, 1.0));
    }
    if let Some(port) = pose.flowing_at {
        through.ball(port, 0.7, srgb(palette::PRODUCT, 1.0));
    }
}

/// The soft shade on the skin: wider and paler the higher the instrument is above it [design: drawing only].
fn shadow(pose: &CannulaPose, shape: &mut Shape) {
    for pair in pose.shade.windows(2) {
        let ((a, low, radius), (b, high, _)) = (pair[0], pair[1]);
        let height = 0.5 * (low + high);
        if height > SHADE_MM || a.point.distance(b.point) > 30.0 {
            continue;
        }
        let share = 1.0 - height / SHADE_MM;
        for (spread, dark) in [(1.0, 0.07), (0.6, 0.09), (0.3, 0.11)] {
            let width = 2.0 * (radius + (0.5 + 0.35 * height) * spread);
            shape.ribbon(&[a, b], width, 0.06, srgb([0x1A, 0x08, 0x06], (dark * share * share) as f32));
        }
    }
}

/// The part of a polyline up to an arc length.
fn to_arc(nodes: &[Mm], arc_mm: f64) -> Vec<Mm> {
    let mut out: Vec<Mm> = nodes.first().copied().into_iter().collect();
    let mut gone = 0.0;
    for pair in nodes.windows(2) {
        let length = pair[0].distance(pair[1]);
        if gone + length > arc_mm {
            out.push(pair[0].lerp(pair[1], ((arc_mm - gone) / length.max(1e-9)).clamp(0.0, 1.0)));
            break;
        }
        out.push(pair[1]);
        gone += length;
    }
    out
}

/// The part of a polyline past an arc length.
fn from_arc(nodes: &[Mm], arc_mm: f64) -> Vec<Mm> {
    let mut out = Vec::new();
    let mut gone = 0.0;
    for pair in nodes.windows(2) {
        let length = pair[0].distance(pair[1]);
        if gone + length > arc_mm {
            if out.is_empty() {
                out.push(pair[0].lerp(pair[1], ((arc_mm - gone) / length.max(1e-9)).clamp(0.0, 1.0)));
            }
            out.push(pair[1]);
        }
        gone += length;
    }
    out
}

/// A polyline cut into dashes.
pub(super) fn dashes(nodes: &[Mm], dash_mm: f64, gap_mm: f64) -> Vec<Vec<Mm>> {
    let length: f64 = nodes.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let period = dash_mm + gap_mm;
    // A line that turns on itself for ever would have dashes for ever.
    let count = ((length / period).ceil() as usize).min(2000);
    let one = |k: usize| from_arc(&to_arc(nodes, k as f64 * period + dash_mm), k as f64 * period);
    (0..count).map(one).filter(|dash| dash.len() > 1).collect()
}
