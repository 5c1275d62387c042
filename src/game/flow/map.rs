//! The map of the zone, filled from the attempt.

use super::attempt::Attempt;
use crate::game::panels::map::{Model, Place};
use crate::game::theme::State;
use crate::geom::{Vec3, math};
use crate::session::LayingKind;
use crate::tissue::Deposit;

/// Shortest thread that is drawn, mm.
const LEAST_MM: f64 = 2.0;
/// How far above and below the plane product still lies near it, mm [design, as the depth's state].
const NEAR_MM: f64 = 0.5;

/// The map. Places are the chart's; depth colours a thread by where most of its product lies.
pub(super) fn model(attempt: &Attempt) -> Model {
    let session = &attempt.session;
    let setup = session.setup();
    let frame = setup.zone.frame;
    let place = |point: Vec3| -> Place {
        let (u, v, _) = frame.local(point);
        (u, v)
    };
    let entry = session.entries().get(attempt.entry);
    let planned = entry.map_or_else(Vec::new, |entry| {
        let side = entry.normal.cross(attempt.plan.ahead);
        let along = |yaw: f64, mm: f64| place(entry.point + (attempt.plan.ahead * math::cos(yaw) + side * math::sin(yaw)) * mm);
        attempt.plan.rays.iter().map(|ray| [along(ray.yaw, ray.near_mm), along(ray.yaw, ray.far_mm)]).collect()
    });
    let shaft = session.reading().filter(|reading| reading.inserted.is_some()).map_or_else(Vec::new, |reading| {
        let nodes = session.cannula().nodes();
        let length = setup.tube.length_mm;
        let mut arc = 0.0;
        let inside = nodes.windows(2).filter_map(|pair| {
            arc += pair[0].distance(pair[1]);
            (arc >= length - reading.inserted_mm).then_some(pair[1])
        });
        entry.iter().map(|entry| place(entry.point)).chain(inside.map(place)).collect()
    });
    Model {
        outline: setup.zone.outline.iter().step_by(3).map(|point| place(*point)).collect(),
        entries: session.entries().iter().map(|entry| place(entry.point)).collect(),
        mark: session.entries().is_empty().then(|| place(attempt.mark.point)),
        planned,
        threads: threads(attempt, &place),
        shaft,
    }
}

fn threads(attempt: &Attempt, place: &impl Fn(Vec3) -> Place) -> Vec<(Vec<Place>, State)> {
    let session = &attempt.session;
    let plane = session.setup().plane;
    let layings = session.layings();
    let is_thread = |id: u32| layings.get(id as usize).is_some_and(|laying| laying.kind == LayingKind::Retrograde && laying.length_mm >= LEAST_MM);
    let beads = session.deposits().deposits().chunk_by(|a, b| a.thread == b.thread).filter(|of| is_thread(of[0].thread));
    let thread = |of: &[Deposit]| {
        let (mut near, mut far, mut all) = (0.0, 0.0, 0.0);
        for bead in of {
            let off = (plane.from_mm - bead.below_dermis_mm).max(bead.below_dermis_mm - plane.to_mm);
            all += bead.volume_ul;
            near += if off > 0.0 && off <= NEAR_MM { bead.volume_ul } else { 0.0 };
            far += if off > NEAR_MM { bead.volume_ul } else { 0.0 };
        }
        let state = match () {
            () if far > 0.5 * all => State::Fault,
            () if near + far > 0.5 * all => State::Attention,
            () => State::Target,
        };
        (of.iter().map(|bead| place(bead.foot)).collect(), state)
    };
    beads.map(thread).collect()
}
