//! Lines that age and laxity draw on a face and neck, laid by landmarks on the chart of the complexion.
//!
//! **Invariant:** a line is a picture: it changes neither the skin's surface nor its layers.

use super::complexion::{Chart, since};
use crate::anatomy::Landmark;

/// A line of the skin on the chart.
#[derive(Clone, Debug)]
pub(super) struct Crease {
    /// Course on the chart, mm.
    pub(super) path: Vec<[f32; 2]>,
    /// Depth in mm; negative: a ridge.
    pub(super) depth_mm: f32,
    /// Half width in mm.
    pub(super) width_mm: f32,
    /// Height of the skin that rolls over one side, mm: positive on the left of the way, negative on its right.
    pub(super) roll_mm: f32,
    /// Redness of its ground.
    pub(super) red: f32,
    /// Pigment of its ground.
    pub(super) pigment: f32,
}

/// The lines of a person of an age in years and a laxity 0 to 1 [design: order and age of appearance as dermatologists describe them].
pub(super) fn creases(chart: &Chart, age: f32, laxity: f32) -> Vec<Crease> {
    let lax = 0.55 + 0.75 * laxity;
    let mut lines = Lines { chart, all: vec![] };
    // Forehead, four lines with a dip in the middle.
    for (k, share) in [0.30_f32, 0.47, 0.64, 0.80].into_iter().enumerate() {
        let amount = since(age, 29.0 + 5.0 * k as f32, 72.0);
        let (reach, bow) = (36.0 - 4.0 * k as f32, 0.5 * k as f32);
        let course = move |x: f32| 2.6 * (x / 22.0).cos() + 0.8 * (x * 0.31 + 2.0 * bow).sin();
        // A soft wave of skin, and in it strokes that overlap: no line runs through.
        lines.between(Landmark::Glabella, Landmark::Trichion, share, course, reach, 0.34 * amount, 2.4, 0.1);
        for (piece, (from, to)) in [(-1.0_f32, -0.10_f32), (-0.34, 0.42), (0.16, 0.96)].into_iter().enumerate() {
            let rise = [0.0, 0.9, -0.5][(piece + k) % 3];
            let (middle, half) = (0.5 * (from + to) * reach, 0.5 * (to - from) * reach);
            let depth = [0.24, 0.15, 0.20][(2 * piece + k) % 3] * amount;
            lines.between(Landmark::Glabella, Landmark::Trichion, share, |x| course(x + middle) + rise, half, depth, 0.70, 0.45);
            lines.shift(middle);
        }
    }
    for side in [Side::Left, Side::Right] {
        // Between the brows.
        lines.from(side, Landmark::Glabella, &[[6.5, -8.0], [8.0, -2.0], [8.5, 6.0], [7.5, 12.0]], 0.30 * since(age, 33.0, 70.0), 0.85);
        // Crow's feet.
        for (k, (angle, length)) in [(0.62_f32, 15.0_f32), (0.26, 20.0), (-0.08, 22.0), (-0.42, 20.0), (-0.74, 16.0)].into_iter().enumerate() {
            let (s, c) = angle.sin_cos();
            let bow = 0.10 * length * if angle > 0.0 { 1.0 } else { -1.0 };
            let path: Vec<[f32; 2]> =
                [0.30_f32, 0.55, 0.8, 1.1].iter().map(|t| [1.0 + c * length * t, 0.5 + s * length * t + bow * t * t * 0.6]).collect();
            lines.from(side, Landmark::ExocanthionLeft, &path, (0.24 - 0.02 * (k as f32 - 2.0).abs()) * since(age, 30.0, 66.0) * lax, 0.55);
        }
        // Below the eye.
        for (k, drop) in [7.0_f32, 10.5, 14.5].into_iter().enumerate() {
            let path = [[-24.0, 1.0 - drop * 0.9], [-16.0, -1.5 - drop], [-7.0, -1.0 - drop], [1.0, 1.0 - drop * 0.8]];
            lines.from(side, Landmark::ExocanthionLeft, &path, [0.13, 0.10, 0.10][k] * since(age, 34.0 + 8.0 * k as f32, 74.0) * lax, 0.6);
        }
        // Nasolabial: from the wing of the nose past the corner of the mouth.
        lines.through(side, &[(Landmark::AlareLeft, [2.5, 5.0]), (Landmark::AlareLeft, [6.5, -1.0]), (Landmark::CheilionLeft, [7.5, 9.0]), (Landmark::CheilionLeft, [9.5, -2.0])], 0.46 * since(age, 24.0, 64.0) * lax, 1.9);
        lines.rolls(side, 0.85 * since(age, 34.0, 72.0) * lax, 0.35);
        // Marionette: from the corner of the mouth to the jaw.
        lines.from(side, Landmark::CheilionLeft, &[[0.5, -1.5], [3.0, -7.0], [4.5, -15.0], [4.0, -24.0]], 0.44 * since(age, 40.0, 70.0) * lax, 1.5);
        lines.rolls(side, 0.60 * since(age, 46.0, 74.0) * lax, 0.40);
        // Cheek: lines of a loose skin, side by side with the nasolabial one.
        for k in 0..3 {
            let out = 15.0 + 8.0 * k as f32;
            let path = [[out + 2.0, 12.0], [out + 5.5, 2.0], [out + 6.5, -9.0], [out + 4.0, -20.0]];
            lines.from(side, Landmark::CheilionLeft, &path, 0.20 * since(age, 52.0, 80.0) * laxity, 1.1);
            lines.rolls(side, 0.0, 0.5);
        }
        // Over and below the lips.
        for k in 0..5 {
            let x = 2.6 + 4.1 * k as f32 + 1.1 * (2.3 * k as f32).sin();
            let long = 9.5 - 2.4 * (1.9 * k as f32).sin().abs();
            let fan = 0.05 * x;
            lines.from(side, Landmark::LabialeSuperius, &[[x, -0.2 * x + 1.6], [x + fan, 5.0 - 0.10 * x], [x + 2.0 * fan, long - 0.08 * x]], 0.018 * long * since(age, 46.0, 76.0) * lax, 0.6);
            lines.rolls(side, 0.0, 0.5);
            if k < 4 {
                lines.from(side, Landmark::LabialeInferius, &[[x, -2.4 + 0.18 * x], [x + fan, -6.0], [x + 2.0 * fan, -9.0]], 0.11 * since(age, 52.0, 80.0) * lax, 0.5);
            }
        }
        // Before the ear.
        lines.from(side, Landmark::TragusLeft, &[[-5.0, 10.0], [-6.5, 0.0], [-5.5, -12.0]], 0.25 * since(age, 42.0, 72.0), 0.7);
    }
    // Below the lower lip; across the root of the nose.
    lines.across(Landmark::Sublabiale, 0.5, |x| -0.012 * x * x, 13.0, 0.12 + 0.16 * since(age, 30.0, 70.0), 1.4);
    lines.across(Landmark::Nasion, 1.0, |_| 0.0, 8.0, 0.22 * since(age, 40.0, 72.0), 0.6);
    // Rings of the neck; the uppermost is there in the young too.
    for (k, share) in [0.16_f32, 0.44, 0.70].into_iter().enumerate() {
        let amount = [0.30, 0.06, 0.0][k] + 0.62 * since(age, 32.0 + 4.0 * k as f32, 74.0) * lax;
        lines.between(Landmark::SuprasternalNotch, Landmark::CervicalPoint, 1.0 - share, |x| 0.004 * x * x + 1.2 * (x * 0.13 + 2.0 * k as f32).sin(), 62.0, 0.62 * amount, 1.3, 0.7);
    }
    // Bands of the platysma: ridges from below the chin to the collar bones, the hollow between them.
    let bands = since(age, 48.0, 74.0) * lax;
    for side in [Side::Left, Side::Right] {
        for (k, (top, low)) in [(11.0_f32, 24.0_f32), (38.0, 58.0)].into_iter().enumerate() {
            let stops = [
                (Landmark::CervicalPoint, [top, -7.0]),
                (Landmark::CervicalPoint, [top + 1.5, -20.0]),
                (Landmark::SuprasternalNotch, [0.5 * (top + low), 34.0]),
                (Landmark::SuprasternalNotch, [low, 8.0]),
            ];
            lines.through(side, &stops, [-1.25, -0.8][k] * bands, 3.0);
        }
    }
    // On the breastbone of a lax chest: lines that fall together in the cleft, from where one lies on the side.
    let chest = since(age, 42.0, 74.0) * lax;
    for k in -3..=3 {
        let x = 5.5 * k as f32;
        let lean = 0.055 * x;
        let sway = |s: f32| 1.4 * (0.9 * s + 1.7 * k as f32).sin();
        let (from, to) = [(1, 10), (0, 8), (2, 11), (0, 9)][(k + 4) as usize % 4];
        let path: Vec<[f32; 2]> = (from..to).map(|s| s as f32).map(|s| [x * 0.55 + lean * s + sway(s), -6.0 - 8.0 * s]).collect();
        let deep = [0.52, 0.34, 0.44, 0.28][(k + 4) as usize % 4];
        lines.straight(Landmark::SuprasternalNotch, &path, deep * chest, 1.15);
    }
    for side in [Side::Left, Side::Right] {
        for k in 0..3 {
            let y = -22.0 - 15.0 * k as f32;
            let path = [[6.0, y - 14.0], [18.0, y - 5.0], [31.0, y], [44.0, y + 2.0]];
            lines.from(side, Landmark::SuprasternalNotch, &path, 0.30 * chest, 1.0);
        }
    }
    lines.all.retain(|line| line.depth_mm.abs() > 0.015);
    lines.all
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

struct Lines<'a> {
    chart: &'a Chart,
    all: Vec<Crease>,
}

impl Lines<'_> {
    fn push(&mut self, path: &[[f32; 2]], depth_mm: f32, width_mm: f32) {
        let ground = (depth_mm / 0.45).clamp(0.0, 1.2);
        self.all.push(Crease { path: smooth(path), depth_mm, width_mm, roll_mm: 0.0, red: 0.34 * ground, pigment: 0.26 * ground });
    }

    /// Lets the skin roll over the outer side of the last line, a way that runs down, and pales its ground.
    fn rolls(&mut self, side: Side, height_mm: f32, tint: f32) {
        if let Some(line) = self.all.last_mut() {
            line.roll_mm = if side == Side::Left { height_mm } else { -height_mm };
            line.red *= tint;
            line.pigment *= tint;
        }
    }

    /// Moves the last line around.
    fn shift(&mut self, around_mm: f32) {
        if let Some(line) = self.all.last_mut() {
            line.path.iter_mut().for_each(|p| p[0] += around_mm);
        }
    }

    /// From a landmark (the left one of a pair, or one of the midline) with offsets outwards and upwards, on a side.
    fn from(&mut self, side: Side, landmark: Landmark, offsets: &[[f32; 2]], depth_mm: f32, width_mm: f32) {
        let stops: Vec<_> = offsets.iter().map(|o| (landmark, *o)).collect();
        self.through(side, &stops, depth_mm, width_mm);
    }

    fn through(&mut self, side: Side, stops: &[(Landmark, [f32; 2])], depth_mm: f32, width_mm: f32) {
        let sign = if side == Side::Left { 1.0 } else { -1.0 };
        let path: Vec<[f32; 2]> = stops
            .iter()
            .map(|(landmark, [x, y])| {
                let [lx, ly] = self.chart.landmark(*landmark);
                [sign * (lx.abs() + x), ly + y]
            })
            .collect();
        self.push(&path, depth_mm, width_mm);
    }

    /// Along the midline's landmark, unmirrored.
    fn straight(&mut self, landmark: Landmark, offsets: &[[f32; 2]], depth_mm: f32, width_mm: f32) {
        let [lx, ly] = self.chart.landmark(landmark);
        let path: Vec<[f32; 2]> = offsets.iter().map(|[x, y]| [lx + x, ly + y]).collect();
        self.push(&path, depth_mm, width_mm);
    }

    /// Across the midline through a landmark.
    fn across(&mut self, landmark: Landmark, up: f32, course: impl Fn(f32) -> f32, reach: f32, depth_mm: f32, width_mm: f32) {
        let path: Vec<[f32; 2]> = (-8..=8).map(|k| k as f32 / 8.0 * reach).map(|x| [x, up + course(x)]).collect();
        self.straight(landmark, &path, depth_mm, width_mm);
    }

    /// Across the midline at a share of the way from one landmark up to another; `tint` pales its ground.
    fn between(&mut self, low: Landmark, high: Landmark, share: f32, course: impl Fn(f32) -> f32, reach: f32, depth_mm: f32, width_mm: f32, tint: f32) {
        let rise = (self.chart.landmark(high)[1] - self.chart.landmark(low)[1]) * share;
        let path: Vec<[f32; 2]> = (-10..=10).map(|k| k as f32 / 10.0 * reach).map(|x| [x, rise + course(x)]).collect();
        self.straight(low, &path, depth_mm, width_mm);
        if let Some(line) = self.all.last_mut() {
            line.red *= tint;
            line.pigment *= tint;
        }
    }
}

/// A path made fine and round (Chaikin 1974, three rounds).
fn smooth(path: &[[f32; 2]]) -> Vec<[f32; 2]> {
    let mut path = path.to_vec();
    for _ in 0..3 {
        let (Some(first), Some(last)) = (path.first().copied(), path.last().copied()) else { return path };
        let mut next = vec![first];
        for pair in path.windows(2) {
            let mix = |t: f32| [pair[0][0] * (1.0 - t) + pair[1][0] * t, pair[0][1] * (1.0 - t) + pair[1][1] * t];
            next.extend([mix(0.25), mix(0.75)]);
        }
        next.push(last);
        path = next;
    }
    path
}
