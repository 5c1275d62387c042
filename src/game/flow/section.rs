//! The cross-section along the cannula, sampled from the patient's layers and the deposits.

use crate::anatomy::Site;
use crate::game::panels::cross_section::{Blob, Column, Model};
use crate::game::theme::State;
use crate::geom::Vec3;
use crate::session::Session;

/// Width of the picture, mm, and where in it the port is.
const WIDTH_MM: f64 = 18.0;
const PORT_AT: f64 = 0.66;
/// Points of the skin that are sampled across it.
const COLUMNS: usize = 25;
/// Steps in which the picture follows the port, mm: it stands still between them, so that the eye can read it.
const STEP_MM: f64 = 0.5;
/// Length of the shaft before the entry that is drawn, mm.
const OUTSIDE_MM: f64 = 4.0;

/// The cross-section at the port; `aim` is where it looks before the cannula is in (a point and a direction on the skin).
pub(super) fn model(session: &Session, aim: (Vec3, Vec3), target: bool, state: State) -> Model {
    let setup = session.setup();
    let anatomy = setup.anatomy.as_ref();
    let reading = session.reading().filter(|reading| reading.inserted.is_some());
    let (at, direction) = reading.map_or(aim, |reading| (reading.port_material, reading.port_direction));
    let on = anatomy.project(at);
    let along = (direction - on.normal * direction.dot(on.normal)).normalize_or(on.normal.any_orthonormal_vector());
    let across = on.normal.cross(along);
    // The picture's origin lies on a grid along the direction of the shaft.
    let origin = on.foot - along * (on.foot.dot(along) % STEP_MM);
    let (left, right) = (-WIDTH_MM * PORT_AT, WIDTH_MM * (1.0 - PORT_AT));
    let single = |p: Vec3| p.to_array().map(|x| x as f32);
    let lift = session.reading().and_then(|_| super::frame::tent(session));
    let columns: Vec<Column> = (0..COLUMNS)
        .map(|i| {
            let way = left + (right - left) * i as f64 / (COLUMNS - 1) as f64;
            let skin = anatomy.project(origin + along * way);
            let stack = skin.stack;
            let lift_mm = lift.map_or(0.0, |(foot, height)| {
                let far = foot.point.distance(skin.foot) / 7.0;
                height * crate::geom::math::exp(-0.5 * far * far)
            });
            Column {
                foot: single(skin.foot),
                normal: single(skin.normal),
                lift_mm: lift_mm as f32,
                boundaries_mm: [stack.epidermis_mm, stack.dermis_mm, stack.fat_mm, stack.smas_mm].map(|x| x as f32),
                bone_mm: stack.bone_mm as f32,
            }
        })
        .collect();
    let deepest = columns.iter().map(|column| column.boundaries_mm[3]).fold(0.0, f32::max);
    let place = |p: Vec3, depth: f64| [(p - origin).dot(along) as f32, depth as f32];
    // Where the shaft lies in the tissue at rest, as the layers and the product do: where it is in space the tissue has moved with it.
    let shaft = reading.map_or_else(Vec::new, |reading| {
        let track = session.cannula().track();
        let outside = track.first().map(|entry| place(entry.material - entry.direction * OUTSIDE_MM, -OUTSIDE_MM * (-entry.direction.dot(entry.normal)).max(0.2)));
        let inside = track.iter().map(|point| place(point.material, point.depth_mm));
        let tip = place(reading.port_material + reading.port_direction * setup.tube.port_offset_mm, reading.tip_sample.depth_mm);
        outside.into_iter().chain(inside).chain([tip]).filter(|point| f64::from(point[0]) > left - 6.0).collect()
    });
    let deposits = session.deposits();
    let blobs = deposits.deposits().iter().enumerate().filter_map(|(i, bead)| {
        let away = bead.position - origin;
        let (x, y) = (away.dot(along), away.dot(across));
        let radius = deposits.radius_mm(i);
        let near = x > left - 2.0 && x < right + 2.0 && y.abs() < radius && away.length() < 40.0;
        near.then(|| Blob {
            along_mm: x as f32,
            depth_mm: bead.depth_mm as f32,
            radius_mm: (radius * radius - y * y).max(0.0).sqrt() as f32,
            share: 1.0,
        })
    });
    let port = reading.map(|reading| place(reading.port_material, reading.port_sample.depth_mm));
    let plane = setup.plane;
    Model {
        along_mm: (left as f32, right as f32),
        depth_mm: (-1.0, (deepest + 1.5).clamp(7.0, 14.0)),
        site: Site::of(on.region),
        columns,
        shaft,
        port,
        state,
        deposits: blobs.collect(),
        target_mm: target.then_some((plane.from_mm as f32, plane.to_mm as f32)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drill::Library;
    use crate::source::Content;
    use crate::trainee::{Operator, SkillTable};

    /// Distance of a point from a line of points.
    fn off(line: &[[f32; 2]], [x, y]: [f32; 2]) -> f32 {
        let piece = |pair: &[[f32; 2]]| {
            let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
            let share = (((x - pair[0][0]) * dx + (y - pair[0][1]) * dy) / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
            (x - pair[0][0] - share * dx).hypot(y - pair[0][1] - share * dy)
        };
        line.windows(2).map(piece).fold(f32::INFINITY, f32::min)
    }

    #[test]
    fn the_port_lies_on_the_shaft_however_the_tissue_is_bent() {
        let content = Content::find().unwrap();
        let library = Library::open(&content).unwrap();
        let table = SkillTable::parse("operators", &content.read_text("assets/operators.ron").unwrap()).unwrap();
        let setup = library.setup(library.drill("harmonyca-cheek").unwrap(), 3).unwrap();
        let (mut session, mut operator) = (Session::new(setup), Operator::new(table.at(0.2), None, 3));
        let (mut seen, mut bent) = (0, 0.0_f32);
        for tick in 0..20_000 {
            if session.finished() {
                break;
            }
            let controls = operator.act(&session);
            session.step(&controls);
            let Some(reading) = session.reading().filter(|reading| reading.inserted_mm > 20.0 && tick % 60 == 0) else { continue };
            let model = model(&session, (Vec3::ZERO, Vec3::X), true, State::Neutral);
            let away = off(&model.shaft, model.port.unwrap());
            assert!(away < 0.15, "tick {tick}: the port lies {away:.2} mm off the shaft");
            bent = bent.max(reading.port.distance(reading.port_material) as f32);
            seen += 1;
        }
        assert!(seen > 20 && bent > 0.3, "seen {seen} times, bent by {bent:.2} mm at the most");
    }
}
