//! The ring on the skin: under the pointer, and moved by keys and sticks.

use bevy::prelude::*;

use crate::anatomy::Anatomy;
use crate::game::input::{Action, Acts, Controls};
use crate::game::scene::camera::Eye;
use crate::game::scene::model::SkinPoint;
use crate::game::scene::stage::Frame;
use crate::geom::Vec3 as Mm;

/// Speed of the ring under Shift and the arrow keys, mm/s, and its first step, mm.
const RING_MM_S: f64 = 25.0;
const RING_STEP_MM: f64 = 1.0;
/// Skin that the ring may jump towards or away from the eye, mm.
const JUMP_MM: f64 = 60.0;

/// The skin nearest to a point.
pub(super) fn nearest(anatomy: &Anatomy, point: Mm) -> SkinPoint {
    let on = anatomy.project(point);
    SkinPoint { point: on.foot, normal: on.normal }
}

/// The skin that is seen under the pointer, if any is.
pub(super) fn under(anatomy: &Anatomy, cursor: Vec2, eye: &Eye, frame: &Frame) -> Option<SkinPoint> {
    let (origin, direction) = eye.ray(cursor, frame);
    anatomy.hit(origin, direction).map(|hit| SkinPoint { point: hit.point, normal: hit.normal })
}

/// Moves the ring over the skin by its keys and sticks, from the middle of the picture where there is none yet; none while it rests.
pub(super) fn moved(anatomy: &Anatomy, ring: Option<SkinPoint>, acts: &Acts, controls: &Controls, eye: &Eye, dt: f64) -> Option<SkinPoint> {
    let pace = controls.pace(acts);
    let x = acts.way(Action::RingRight, Action::RingLeft, RING_STEP_MM, RING_MM_S, dt) * pace;
    let y = acts.way(Action::RingUp, Action::RingDown, RING_STEP_MM, RING_MM_S, dt) * pace;
    if (x, y) == (0.0, 0.0) {
        return None;
    }
    let (right, up) = eye.axes();
    let to = ring.map_or(eye.target, |at| at.point) + right * x + up * y;
    // The skin that is seen there, or, at its rim, the skin nearest to it.
    let out = eye.outward();
    let seen = anatomy.hit(to + out * JUMP_MM, -out).filter(|hit| hit.point.distance(to) < JUMP_MM);
    Some(seen.map_or_else(|| nearest(anatomy, to), |hit| SkinPoint { point: hit.point, normal: hit.normal }))
}
