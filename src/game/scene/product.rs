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
    if drawn.deposits == model.deposits && drawn.assists == model.assists {
        return;
    }
    drawn.deposits.clone_from(&model.deposits);
    drawn.assists = model.assists;
    let (mut solid, mut through, mut rim) = (Shape::default(), Shape::default(), Shape::default());
    let ivory = srgb(palette::PRODUCT, 1.0);
    for deposit in &model.deposits {
        capsule(&mut solid, deposit, 0.0, ivory);
        if model.assists {
            capsule(&mut through, deposit, 0.0, srgb(palette::PRODUCT, 0.80));
            capsule(&mut rim, deposit, 0.28, srgb([0x3A, 0x2C, 0x24], 0.20));
        }
    }
    drawn.solid.show("Product", solid, Way::Solid, &mut commands, &mut meshes, &mut materials);
    drawn.rim.show("Product rim", rim, Way::Through(0), &mut commands, &mut meshes, &mut materials);
    drawn.through.show("Product through the skin", through, Way::Through(1), &mut commands, &mut meshes, &mut materials);
}

/// A rounded piece of thread; a bolus is a ball.
fn capsule(shape: &mut Shape, deposit: &DepositShape, more_mm: f64, colour: [f32; 4]) {
    let radius = deposit.radius_mm.max(0.12) + more_mm;
    let half = deposit.direction * (0.5 * deposit.length_mm);
    if deposit.length_mm < radius {
        shape.ball(deposit.position, radius, colour);
        return;
    }
    let (a, b) = (deposit.position - half, deposit.position + half);
    let cap = deposit.direction * (radius * 0.6);
    let points = [a - cap, a, b, b + cap];
    shape.tube(&points, |k| if k == 0 || k == 3 { radius * 0.45 } else { radius }, |_| colour, 8);
}
