//! **Zone marked**: area of the zone's cells with a stroke within [`SPACING_MM`] ÷ the zone's area. Unit: share. Set aside where marking is
//! not played. Causes: connected fields without a mark, by their area.

use super::{Case, Cause, Measure};
use crate::geom::Vec3;
use crate::lang::Value;
use crate::session::{MarkStroke, Phase};

/// Spacing of threads, and so of the lines that stand for them, mm (5–10 at the far end [recalled: van Loghem/Goldie; uncertain]).
pub const SPACING_MM: f64 = 10.0;
/// Smallest field that is named, mm².
const SMALLEST_MM2: f64 = 50.0;

fn is_near(point: Vec3, stroke: &MarkStroke) -> bool {
    stroke.points.windows(2).any(|piece| {
        let way = piece[1] - piece[0];
        let part = ((point - piece[0]).dot(way) / way.length_squared().max(1e-12)).clamp(0.0, 1.0);
        (piece[0] + way * part).distance_squared(point) <= SPACING_MM * SPACING_MM
    })
}

pub(super) fn measure(case: &Case) -> Measure {
    let Some(session) = case.session else { return Measure::default() };
    let ground = &case.laid.ground;
    if !session.setup().phases.contains(&Phase::Mark) || !(ground.area_mm2() > 0.0) {
        return Measure::aside();
    }
    let cells = ground.cells();
    let bare: Vec<bool> = cells.iter().map(|cell| !session.strokes().iter().any(|stroke| is_near(cell.point, stroke))).collect();
    let area = |field: &[usize]| field.iter().map(|&i| cells[i].area_mm2).sum::<f64>();
    let all: Vec<usize> = (0..cells.len()).filter(|&i| bare[i]).collect();
    let share = 1.0 - area(&all) / ground.area_mm2();
    let causes = ground.fields(&bare).into_iter().filter(|field| area(field) >= SMALLEST_MM2).map(|field| Cause {
        id: "not-marked",
        weight: area(&field),
        at: middle(&field, |i| cells[i].point),
        measured: 100.0 * share,
        args: vec![("area", Value::number(area(&field) / 100.0, 1))],
        ..Cause::default()
    });
    Measure { value: Some(share), causes: causes.collect(), ..Measure::default() }
}

/// The point of a field nearest to the mean of all.
fn middle(field: &[usize], point: impl Fn(usize) -> Vec3) -> Option<Vec3> {
    let mean = field.iter().fold(Vec3::ZERO, |sum, &i| sum + point(i)) / field.len().max(1) as f64;
    field.iter().map(|&i| point(i)).min_by(|a, b| a.distance_squared(mean).total_cmp(&b.distance_squared(mean)))
}
