//! The marks of an operator: lines over the zone along what the hand holds for the tension lines.

use super::{Doing, Operator};
use crate::anatomy::Zone;
use crate::geom::{Vec3, math};
use crate::session::{Command, DT, MarkAct, Session, Setup};

/// Way between two points of a stroke, mm, and speed of the pen, mm/s [design: a line of 5 cm in a second].
const STEP_MM: f64 = 3.0;
const PEN_MM_S: f64 = 50.0;
/// Shortest line that is worth drawing, mm.
const SHORTEST_MM: f64 = 6.0;
/// Most lines, and points of one.
const MOST: usize = 60;
/// What an attempt's error varies by, and a stroke's own error, in those of the hand.
const OWN_ERROR: f64 = 0.4;

/// Where the pen is: the lines to be drawn, the line and the point it comes to next.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pen {
    lines: Vec<Vec<Vec3>>,
    line: usize,
    point: usize,
    wait_s: f64,
}

impl Operator {
    /// The next act with the pen.
    pub(super) fn mark(&mut self, session: &Session) -> Option<Command> {
        let pen = match &mut self.pen {
            Some(pen) => pen,
            None => {
                let lines = if self.forgets() { Vec::new() } else { self.lines(session.setup()) };
                self.pen.insert(Pen { lines, ..Pen::default() })
            }
        };
        if pen.wait_s > 0.0 {
            pen.wait_s -= DT;
            return None;
        }
        let Some(line) = pen.lines.get(pen.line) else {
            self.doing = Doing::Draw;
            return None;
        };
        pen.wait_s = STEP_MM / PEN_MM_S;
        let act = match line.get(pen.point) {
            Some(&at) if pen.point == 0 => MarkAct::begin(at),
            Some(&at) => MarkAct::to(at),
            None => {
                (pen.line, pen.point) = (pen.line + 1, 0);
                return Some(Command::Mark(MarkAct::End));
            }
        };
        pen.point += 1;
        Some(Command::Mark(act))
    }

    /// Lines a spacing apart, each through the place that is furthest from those before it, turned by the hand's error.
    fn lines(&mut self, setup: &Setup) -> Vec<Vec<Vec3>> {
        // Who does not know the lines is off by much in every attempt, to one side or the other.
        let side = if self.normal() < 0.0 { -1.0 } else { 1.0 };
        let bias = side * self.skill.mark_error_rad * (1.0 + OWN_ERROR * self.normal());
        let inside: Vec<Vec3> = setup.zone.cells.iter().filter(|cell| cell.inside).map(|cell| cell.point).collect();
        let mut free: Vec<f64> = vec![f64::INFINITY; inside.len()];
        let mut lines: Vec<Vec<Vec3>> = Vec::new();
        let middle = inside.iter().fold(Vec3::ZERO, |sum, point| sum + *point) / inside.len().max(1) as f64;
        let mut next = (0..inside.len()).min_by(|&a, &b| inside[a].distance_squared(middle).total_cmp(&inside[b].distance_squared(middle)));
        while let Some(seed) = next.filter(|_| lines.len() < MOST) {
            let turn = bias + OWN_ERROR * self.skill.mark_error_rad * self.normal();
            let line = line(setup, inside[seed], turn);
            for (free, point) in free.iter_mut().zip(&inside) {
                *free = line.iter().map(|on| on.distance(*point)).fold(*free, f64::min);
            }
            if line.len() as f64 * STEP_MM > SHORTEST_MM {
                lines.push(line);
            }
            next = (0..inside.len()).max_by(|&a, &b| free[a].total_cmp(&free[b])).filter(|&at| free[at] > self.skill.mark_spacing_mm);
        }
        lines
    }
}

/// A line both ways from a place of the zone to its border, off the tension lines by an angle.
fn line(setup: &Setup, seed: Vec3, turn: f64) -> Vec<Vec3> {
    let heading = direction(setup, seed, turn);
    let mut points = half(setup, &setup.zone, seed, -heading, turn);
    points.reverse();
    points.push(seed);
    points.extend(half(setup, &setup.zone, seed, heading, turn));
    points
}

fn half(setup: &Setup, zone: &Zone, seed: Vec3, mut heading: Vec3, turn: f64) -> Vec<Vec3> {
    let (mut points, mut at) = (Vec::new(), seed);
    while points.len() < MOST {
        let next = setup.anatomy.project(at + heading * STEP_MM).foot;
        if !zone.contains(next) {
            break;
        }
        points.push(next);
        let along = direction(setup, next, turn);
        heading = if along.dot(heading) < 0.0 { -along } else { along };
        at = next;
    }
    points
}

/// The direction of the tension lines at a place as they are drawn over the skin, turned by an angle; without lines, level.
fn direction(setup: &Setup, at: Vec3, turn: f64) -> Vec3 {
    let on = setup.anatomy.surface().closest(at);
    let along = setup.tension.as_ref().map_or(Vec3::X, |field| field.direction(&setup.anatomy, on.triangle, on.barycentric));
    let along = (along - on.normal * along.dot(on.normal)).normalize_or(on.normal.any_orthonormal_vector());
    along * math::cos(turn) + on.normal.cross(along) * math::sin(turn)
}
