//! The frames of a tracked trial, from CSV: one a line, time in s and a 4×4 pose in mm, row by row; a first line of words is a heading.

use std::borrow::Cow;

use crate::geom::Vec3;
use crate::source::Problems;

use super::csv::{Field, fields, is_blank, is_heading};
use super::mistakes::{Mistakes, quoted};
use super::needle::Axis;

/// Numbers in a line: time and sixteen of the matrix.
const COLUMNS: usize = 17;
/// How far the columns of a rotation may be from orthonormal (scalar products): numbers printed with three decimals pass.
const RIGID: f64 = 2e-3;
/// Largest coordinate in mm: a tracker's room.
const FURTHEST_MM: f64 = 1e6;
/// Largest time in s: a clock's seconds since 1970 pass.
const LATEST_S: f64 = 1e12;
/// Frames that are read at most: eleven hours at 100 a second.
const MOST_FRAMES: usize = 4_000_000;

/// One frame of a tracked needle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Time in s.
    pub time_s: f64,
    /// The tip: the pose's origin, mm.
    pub tip: Vec3,
    /// Unit direction from the tip to the hub.
    pub to_hub: Vec3,
}

/// Reads the frames of a trial, as `axis` lies in them.
///
/// # Errors
/// Every line that has other than seventeen numbers, a time before the one above, or a matrix that moves no rigid body; and a file
/// without frames.
pub fn read_frames(file: &str, bytes: &[u8], axis: Axis) -> Result<Vec<Frame>, Problems> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (mut mistakes, mut frames) = (Mistakes::of(file), Vec::new());
    let (mut heading, mut before, mut lines) = (true, f64::NEG_INFINITY, 0);
    for (index, line) in bytes.split(|b| *b == b'\n').enumerate() {
        lines = index + 1;
        let line: Cow<str> = String::from_utf8_lossy(line);
        if is_blank(&line) {
            continue;
        }
        let fields = fields(&line);
        if std::mem::take(&mut heading) && is_heading(&fields) {
            continue;
        }
        let Some(numbers) = numbers(lines, &fields, &mut mistakes) else { continue };
        let time_s = numbers[0];
        if time_s < before {
            let at = (lines, fields[0].column);
            mistakes.add(at, "time", fields[0].text, format!("the time of the line above, {before}, or later"));
        }
        before = before.max(time_s);
        if let Some((tip, columns)) = pose(lines, &fields, &numbers, &mut mistakes) {
            if frames.len() == MOST_FRAMES {
                mistakes.add((lines, 1), "", format!("more than {MOST_FRAMES} frames"), format!("{MOST_FRAMES} at most"));
                break;
            }
            let to_hub = axis.among(columns).normalize();
            frames.push(Frame { time_s, tip, to_hub });
        }
    }
    if frames.is_empty() && mistakes.is_empty() {
        mistakes.add((lines, 1), "", "no frames", "lines of 17 numbers: time in s, then a 4×4 matrix row by row in mm");
    }
    if mistakes.is_empty() { Ok(frames) } else { Err(mistakes.into_problems()) }
}

/// Name of a column as it stands in mistakes.
fn name(column: usize) -> String {
    match column {
        0 => "time".to_owned(),
        _ => format!("m{}{}", (column - 1) / 4, (column - 1) % 4),
    }
}

/// The numbers of a line, if it has seventeen finite ones.
fn numbers(line: usize, fields: &[Field], mistakes: &mut Mistakes) -> Option<[f64; COLUMNS]> {
    if fields.len() != COLUMNS {
        let got = format!("{} columns", fields.len());
        mistakes.add((line, 1), "", got, "17: time in s, then a 4×4 matrix row by row in mm");
        return None;
    }
    let mut numbers = [0.0; COLUMNS];
    let mut all = true;
    for (column, (field, number)) in fields.iter().zip(&mut numbers).enumerate() {
        let most = match column {
            0 => LATEST_S,
            _ => FURTHEST_MM,
        };
        match field.text.parse::<f64>() {
            Ok(value) if value.abs() <= most => *number = value,
            Ok(_) => {
                all = false;
                mistakes.add((line, field.column), &name(column), field.text, format!("a finite number, -{most:e}..={most:e}"));
            }
            Err(_) => {
                all = false;
                mistakes.add((line, field.column), &name(column), quoted(field.text), "a number");
            }
        }
    }
    all.then_some(numbers)
}

/// Origin and axes of a pose, if it moves a rigid body.
fn pose(line: usize, fields: &[Field], numbers: &[f64; COLUMNS], mistakes: &mut Mistakes) -> Option<(Vec3, [Vec3; 3])> {
    let m = |row: usize, column: usize| numbers[1 + 4 * row + column];
    let mut rigid = true;
    for (column, wanted) in [0.0, 0.0, 0.0, 1.0].into_iter().enumerate() {
        if (m(3, column) - wanted).abs() > RIGID {
            rigid = false;
            let field = &fields[13 + column];
            mistakes.add((line, field.column), &name(13 + column), field.text, format!("{wanted}: the last row is 0 0 0 1"));
        }
    }
    let axes = [0, 1, 2].map(|column| Vec3::new(m(0, column), m(1, column), m(2, column)));
    let [x, y, z] = axes;
    let away = [x.length_squared() - 1.0, y.length_squared() - 1.0, z.length_squared() - 1.0, x.dot(y), y.dot(z), z.dot(x)];
    let most = away.iter().fold(0.0f64, |most, d| most.max(d.abs()));
    let at = (line, fields[1].column);
    if most > RIGID {
        rigid = false;
        let lengths = format!("{:.4}, {:.4}, {:.4}", x.length(), y.length(), z.length());
        let got = format!("columns of length {lengths} with products {:.4}, {:.4}, {:.4}", away[3], away[4], away[5]);
        mistakes.add(at, "rotation", got, "a rotation: columns of length 1, square to each other, to 0.002");
    } else if x.cross(y).dot(z) < 0.0 {
        rigid = false;
        mistakes.add(at, "rotation", "a mirror image (determinant -1)", "a rotation (determinant 1)");
    }
    rigid.then(|| (Vec3::new(m(0, 3), m(1, 3), m(2, 3)), axes))
}
