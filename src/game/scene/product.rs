//! Product in the tissue: threads and boluses that grow while they are laid, seen through the skin in assist mode (or where it is opened).

use bevy::prelude::*;

use super::cannula::dashes;
use super::ink::{InkMaterial, Shape, Slot, Way, srgb};
use super::model::{DepositShape, SceneModel};
use super::palette;
use crate::geom::Vec3 as Mm;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, draw.in_set(super::SceneSystems));
}

/// Threads that are drawn round and whole; where there are more, only the last of them are: the others are drawn coarsely, and drawn anew
/// only when one of them changes.
const FINE_THREADS: usize = 40;
const FINE_OF_MANY: usize = 6;
/// How far a coarse thread may lie from its deposits, mm.
const COARSE_MM: f64 = 0.4;

#[derive(Default)]
struct Drawn {
    deposits: Vec<DepositShape>,
    /// How many of them are drawn coarsely.
    coarse: usize,
    ghost: Vec<DepositShape>,
    assists: bool,
    opened: bool,
    mapped: bool,
    dashed: Slot,
    solid: Slot,
    through: Slot,
    rim: Slot,
    many_solid: Slot,
    many_through: Slot,
}

fn draw(
    mut commands: Commands,
    model: Res<SceneModel>,
    mut drawn: Local<Drawn>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<InkMaterial>>,
) {
    let drawn = &mut *drawn;
    if drawn.ghost != model.ghost_deposits {
        drawn.ghost.clone_from(&model.ghost_deposits);
        let mut shape = Shape::default();
        for thread in threads(&model.ghost_deposits) {
            draw_dashed(&mut shape, thread);
        }
        drawn.dashed.show("Another's product", shape, Way::Through(2), &mut commands, &mut meshes, &mut materials);
    }
    // Under whole skin nothing of it is seen, however near it lies: what it raises is the skin's affair.
    let opened = model.layers.opened > 0.0 || model.peel.is_some();
    // A map's colours are seen through the threads below it.
    let mapped = model.dose.is_some();
    let shown = (drawn.assists, drawn.opened, drawn.mapped) == (model.assists, opened, mapped);
    if shown && drawn.deposits == model.deposits {
        return;
    }
    let threads = threads(&model.deposits);
    let many = if threads.len() > FINE_THREADS { threads.len() - FINE_OF_MANY } else { 0 };
    let coarse: usize = threads[..many].iter().map(|thread| thread.len()).sum();
    let ivory = srgb(palette::PRODUCT, 1.0);
    let dim = srgb(palette::PRODUCT, if mapped { 0.30 } else { 0.80 });
    if !shown || coarse != drawn.coarse || drawn.deposits.get(..coarse) != model.deposits.get(..coarse) {
        let (mut solid, mut through) = (Shape::default(), Shape::default());
        for thread in &threads[..many] {
            if opened {
                draw_coarsely(&mut solid, thread, ivory);
            }
            if model.assists {
                draw_coarsely(&mut through, thread, dim);
            }
        }
        drawn.many_solid.show("Product, many", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
        drawn.many_through.show("Product through the skin, many", through, Way::Through(1), &mut commands, &mut meshes, &mut materials);
    }
    let (mut solid, mut through, mut rim) = (Shape::default(), Shape::default(), Shape::default());
    for thread in &threads[many..] {
        if opened {
            draw_thread(&mut solid, thread, 0.0, ivory);
        }
        if model.assists {
            draw_thread(&mut through, thread, 0.0, dim);
            draw_thread(&mut rim, thread, 0.28, srgb([0x3A, 0x2C, 0x24], 0.20));
        }
    }
    drawn.solid.show("Product", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
    drawn.rim.show("Product rim", rim, Way::Through(0), &mut commands, &mut meshes, &mut materials);
    drawn.through.show("Product through the skin", through, Way::Through(1), &mut commands, &mut meshes, &mut materials);
    drawn.deposits.clone_from(&model.deposits);
    (drawn.coarse, drawn.assists, drawn.opened, drawn.mapped) = (coarse, model.assists, opened, mapped);
}

/// A thread as few straight pieces of three sides each, open at its ends.
fn draw_coarsely(shape: &mut Shape, thread: &[DepositShape], colour: [f32; 4]) {
    let (Some(first), Some(last)) = (thread.first(), thread.last()) else { return };
    let way = |d: &DepositShape| if d.direction.dot(last.position - first.position) < 0.0 { -d.direction } else { d.direction };
    let mut points = vec![first.position - way(first) * (0.5 * first.length_mm)];
    points.extend(thread.iter().map(|deposit| deposit.position));
    points.push(last.position + way(last) * (0.5 * last.length_mm));
    let mut kept = vec![0];
    straighten(&points, 0, points.len() - 1, &mut kept);
    let line: Vec<Mm> = kept.iter().map(|k| points[*k]).collect();
    let mean = thread.iter().map(|deposit| deposit.radius_mm.max(0.12)).sum::<f64>() / thread.len() as f64;
    shape.sleeve(&line, |_| mean, |_| colour, 3);
}

/// Keeps the fewest points from which no other lies further than [`COARSE_MM`] (Douglas and Peucker 1973); `kept` holds the first.
fn straighten(points: &[Mm], from: usize, to: usize, kept: &mut Vec<usize>) {
    let chord = (points[to] - points[from]).normalize_or_zero();
    let off = |k: usize| {
        let d = points[k] - points[from];
        (d - chord * d.dot(chord)).length()
    };
    match (from + 1..to).max_by(|a, b| off(*a).total_cmp(&off(*b))) {
        Some(k) if off(k) > COARSE_MM => {
            straighten(points, from, k, kept);
            straighten(points, k, to, kept);
        }
        _ => kept.push(to),
    }
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

/// Dashes of another's thread and the gaps between, mm, and their radius [design: drawing only].
const DASH_MM: f64 = 1.8;
const DASH_GAP_MM: f64 = 1.4;
const DASH_RADIUS_MM: f64 = 0.34;

/// Another's thread: a dashed line along its middle.
fn draw_dashed(shape: &mut Shape, thread: &[DepositShape]) {
    let colour = srgb(palette::GHOST, 0.85);
    let points: Vec<_> = thread.iter().map(|deposit| deposit.position).collect();
    let dashes = dashes(&points, DASH_MM, DASH_GAP_MM);
    if let ([], [first, ..]) = (&dashes[..], &points[..]) {
        shape.ball(*first, 2.0 * DASH_RADIUS_MM, colour);
    }
    for dash in dashes {
        shape.tube(&dash, |_| DASH_RADIUS_MM, |_| colour, 6);
    }
}
