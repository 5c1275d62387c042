//! Product in the tissue: threads and boluses that grow while they are laid, seen through the skin in assist mode (or where it is opened).

use bevy::prelude::*;

use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{DepositShape, SceneModel};
use super::palette;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

#[derive(Default)]
struct Drawn {
    deposits: Vec<DepositShape>,
    assists: bool,
    opened: bool,
    solid: Slot,
    through: Slot,
    rim: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    // Under whole skin nothing of it is seen, however near it lies: what it raises is the skin's affair.
    let opened = model.layers.opened > 0.0 || model.peel.is_some();
    if drawn.deposits == model.deposits && drawn.assists == model.assists && drawn.opened == opened {
        return;
    }
    drawn.deposits.clone_from(&model.deposits);
    (drawn.assists, drawn.opened) = (model.assists, opened);
    let (mut solid, mut through, mut rim) = (Shape::default(), Shape::default(), Shape::default());
    let ivory = srgb(palette::PRODUCT, 1.0);
    for thread in threads(&model.deposits) {
        if opened {
            draw_thread(&mut solid, thread, 0.0, ivory);
        }
        if model.assists {
            draw_thread(&mut through, thread, 0.0, srgb(palette::PRODUCT, 0.80));
            draw_thread(&mut rim, thread, 0.28, srgb([0x3A, 0x2C, 0x24], 0.20));
        }
    }
    drawn.solid.show("Product", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
    drawn.rim.show("Product rim", rim, Way::Through(0), &mut commands, &mut meshes, &mut materials);
    drawn.through.show("Product through the skin", through, Way::Through(1), &mut commands, &mut meshes, &mut materials);
}

/// Largest gap between the ends of deposits of one thread, mm.
const GAP_MM: f64 = 0.8;

/// Deposits that follow each other end to end, as one.
fn threads(deposits: &[DepositShape]) -> Vec<&[DepositShape]> {
    let meets = |a: &DepositShape, b: &DepositShape| {
        let gap = (b.position - a.position).length() - 0.5 * (a.length_mm + b.length_mm);
        gap < GAP_MM && a.direction.dot(b.direction) > 0.8 && a.direction.dot(b.position - a.position).abs() > 0.5 * gap.abs()
    };
    deposits.chunk_by(meets).collect()
}

/// A rounded thread; a bolus is a ball.
fn draw_thread(shape: &mut Shape, thread: &[DepositShape], more_mm: f64, colour: [f32; 4]) {
    let radius = |d: &DepositShape| d.radius_mm.max(0.12) + more_mm;
    let (Some(first), Some(last)) = (thread.first(), thread.last()) else { return };
    if thread.len() == 1 && first.length_mm < radius(first) {
        shape.ball(first.position, radius(first), colour);
        return;
    }
    // Deposits are laid along the way of the port, whichever way their direction points.
    let way = |d: &DepositShape| if d.direction.dot(last.position - first.position) < 0.0 { -d.direction } else { d.direction };
    let end = |d: &DepositShape, side: f64, round: f64| d.position + way(d) * (side * (0.5 * d.length_mm + round * radius(d)));
    let mut points = vec![end(first, -1.0, 0.7), end(first, -1.0, 0.0)];
    let mut radii = vec![0.45 * radius(first), radius(first)];
    if thread.len() > 1 {
        points.extend(thread.iter().map(|d| d.position));
        radii.extend(thread.iter().map(radius));
    }
    points.extend([end(last, 1.0, 0.0), end(last, 1.0, 0.7)]);
    radii.extend([radius(last), 0.45 * radius(last)]);
    shape.tube(&points, |k| radii[k], |_| colour, 8);
}
