//! The map of one person's complexion: lines of age, redness, pigment, on a chart wrapped around head and
//! neck; the back of a hand is laid flat on it.
//!
//! **Invariants:** the chart is laid on the head without a phenotype, so that a place of it means the same spot in every patient; a patient
//! without those coordinates gets no lines but the same redness and pigment.

use std::ops::RangeInclusive;

use bevy::image::{Image, ImageAddressMode};
use bevy::math::{Vec2, Vec3};

use super::creases::{Crease, creases};
use super::grain::{byte, hash, signed, tile};
use super::knuckles;
use super::model::PatientShape;
use crate::anatomy::Landmark;

/// Side of the map in texels.
const TEXELS: usize = 1024;
/// The chart: its axis stands this far before the ears in the head and so much farther back in the neck and chest, between two heights
/// (mm); it reaches this far to each side (rad), from the lower to the upper end (mm above the ears); a radian counts as `RADIUS_MM`.
/// `skin.wgsl` knows them too.
const AXIS_MM: f32 = 20.0;
const NECK_MM: f32 = 70.0;
const CHIN_MM: f32 = -84.0;
const THROAT_MM: f32 = -128.0;
const REACH: f32 = 2.0;
const LOW_MM: f32 = -260.0;
const HIGH_MM: f32 = 120.0;
const RADIUS_MM: f32 = 72.0;
/// How much later a skin type is lined than the one before it, from the second on, years [design: about a decade between II and VI].
const LATER_YEARS: f32 = 2.5;
/// Where skin rolls over a fold: how far beside it and how broadly, mm [design: drawing only].
const ROLL_MM: f32 = 4.6;
const ROLL_WIDTH_MM: f32 = 3.4;

/// Where the chart's axis stands at a height, mm before the ears.
fn axis(y: f32) -> f32 {
    AXIS_MM - NECK_MM * since(y, CHIN_MM, THROAT_MM)
}

/// Where the landmarks lie on the chart, mm around and up.
pub(super) struct Chart {
    landmarks: Vec<[f32; 2]>,
}

impl Chart {
    /// The chart of a shape, if it knows where its points are on the head without a phenotype.
    pub(super) fn of(shape: &PatientShape) -> Option<Self> {
        let lay = |p: &crate::geom::Vec3| [(p.x as f32).atan2(p.z as f32 - axis(p.y as f32)) * RADIUS_MM, p.y as f32];
        (shape.reference.len() == shape.skin.positions.len() && shape.landmarks.len() == Landmark::ALL.len())
            .then(|| Self { landmarks: shape.landmarks.iter().map(lay).collect() })
    }

    /// A landmark's place.
    pub(super) fn landmark(&self, landmark: Landmark) -> [f32; 2] {
        self.landmarks[landmark as usize]
    }
}

/// A point of a hand as the chart takes it: its back lies flat before the axis, its palm behind it, where nothing is drawn.
pub(super) fn flat(p: &crate::geom::Vec3, is_back: bool) -> [f32; 3] {
    let y = p.y as f32;
    [p.x as f32, y, axis(y) + if is_back { RADIUS_MM } else { -RADIUS_MM }]
}

/// How far around the chart a point of the back of a hand lies, mm.
pub(super) fn around_mm(x: f32) -> f32 {
    (x / RADIUS_MM).atan() * RADIUS_MM
}

/// How far a change that begins at one age and is complete at another has come, 0 to 1.
pub(super) fn since(age: f32, begin: f32, full: f32) -> f32 {
    let t = ((age - begin) / (full - begin)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// What is drawn on the chart, one value for each texel.
struct Maps {
    /// mm outwards.
    height: Vec<f32>,
    red: Vec<f32>,
    pigment: Vec<f32>,
}

/// The map of a person: slope around and up (0.5 is flat), redness and pigment (0.5 is even).
pub(super) fn complexion(shape: &PatientShape) -> Image {
    let (age, laxity) = (shape.age_years as f32, shape.laxity as f32);
    // The numbers below have room for so many people.
    let seed = (shape.seed % 1_000_000) as i32;
    let blank = vec![0.0_f32; TEXELS * TEXELS];
    let mut maps = Maps { height: blank.clone(), red: blank.clone(), pigment: blank };
    let chart = Chart::of(shape);
    let lines = match (&shape.dorsum, &chart) {
        (Some(dorsum), _) => knuckles::lines(dorsum, age, laxity),
        // Deep skin is lined some years later.
        (None, Some(chart)) => creases(chart, age - LATER_YEARS * (f32::from(shape.skin_type) - 2.0).max(0.0), laxity),
        (None, None) => vec![],
    };
    for (k, crease) in lines.iter().enumerate() {
        draw(&mut maps, crease, k as i32 + 101 * seed);
    }
    let girth = Girth::of(shape);
    let notch = chart.as_ref().map(|chart| chart.landmark(Landmark::SuprasternalNotch)[1]);
    let blush = shape.dorsum.as_ref().map(knuckles::blushes).unwrap_or_default();
    let sun = ((age - 20.0) / 50.0).clamp(0.0, 1.2);
    // Pale skin shows the years in the sun on its chest: red and brown, in blotches.
    let burnt = since(age, 36.0, 72.0) * (1.0 - 0.22 * (f32::from(shape.skin_type) - 1.0)).max(0.0);
    // Blotches are broad: a coarse grid holds them.
    const COARSE: usize = 4;
    let side = TEXELS / COARSE + 1;
    let broad: Vec<[f32; 2]> = (0..side * side)
        .map(|k| {
            let at = place(k % side * COARSE, k / side * COARSE);
            let p = girth.point(at);
            let mut red = wave(p * 0.045, seed + 3) * 0.55 + wave(p * 0.16, seed + 4) * 0.35;
            let mut pigment = wave(p * 0.06, seed + 6) * 0.18 + wave(p * 0.25, seed + 7) * 0.15 * (0.5 + sun);
            if let Some(notch) = notch {
                let low = ((notch + 12.0 - p.y) / 30.0).clamp(0.0, 1.0) * ((p.y - notch + 150.0) / 70.0).clamp(0.0, 1.0);
                let chest = burnt * low * (1.0 - ((p.x.abs() - 45.0) / 60.0).clamp(0.0, 1.0)) * (p.z / 20.0).clamp(0.0, 1.0);
                red += chest * (0.42 + 0.55 * wave(p * 0.11, seed + 9));
                pigment += chest * (0.14 + 0.34 * wave(p * 0.14, seed + 10));
            }
            for (spot, radius) in &blush {
                red += 0.42 * (-Vec2::from(at).distance_squared(Vec2::from(*spot)) / (radius * radius)).exp();
            }
            [red, pigment]
        })
        .collect();
    let crinkle = since(age, 45.0, 80.0) * (0.5 + 0.6 * laxity) * if shape.dorsum.is_some() { 1.5 } else { 1.0 };
    for row in 0..TEXELS {
        for column in 0..TEXELS {
            let k = row * TEXELS + column;
            let (c, r) = (column / COARSE, row / COARSE);
            let (u, v) = ((column % COARSE) as f32 / COARSE as f32, (row % COARSE) as f32 / COARSE as f32);
            let corner = |dc: usize, dr: usize| broad[(r + dr) * side + c + dc];
            let [a, b, d, e] = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)];
            let even = |n: usize| (a[n] * (1.0 - u) + b[n] * u) * (1.0 - v) + (d[n] * (1.0 - u) + e[n] * u) * v;
            let p = girth.point(place(column, row));
            if crinkle > 0.0 {
                let x = p.x + 0.7 * p.z;
                maps.height[k] += crinkle * 0.035 * (fold(x * 0.9 + 0.5 * p.y, p.y * 0.35 - 0.2 * x, seed + 1) + fold(x * 0.3 - 0.5 * p.y, p.y * 0.8 + 0.4 * x, seed + 2));
            }
            let fine = wave(p * 0.7, seed + 5);
            // What is bluer than this is a vein.
            maps.red[k] += (even(0) + 0.22 * fine).max(-0.40);
            maps.pigment[k] += even(1) + 0.10 * fine;
        }
    }
    for spot in &spots(seed, age, shape.skin_type, notch.filter(|_| burnt > 0.0), shape.dorsum.is_some()) {
        stamp(&mut maps.pigment, spot, &girth);
    }
    let (mm_x, mm_y) = (2.0 * REACH * RADIUS_MM / TEXELS as f32, (HIGH_MM - LOW_MM) / TEXELS as f32);
    let at = |x: usize, y: usize| maps.height[y.min(TEXELS - 1) * TEXELS + x.min(TEXELS - 1)];
    let texels = (0..TEXELS * TEXELS)
        .map(|k| {
            let (x, y) = (k % TEXELS, k / TEXELS);
            let around = (at(x + 1, y) - at(x.saturating_sub(1), y)) / (2.0 * mm_x);
            let down = (at(x, y + 1) - at(x, y.saturating_sub(1))) / (2.0 * mm_y);
            [signed(around), signed(-down), byte(0.5 + 0.5 * maps.red[k]), byte(0.5 + 0.5 * maps.pigment[k])]
        })
        .collect();
    tile(TEXELS, TEXELS, texels, ImageAddressMode::ClampToEdge)
}

/// How far from the chart's axis the skin lies, so that what is drawn keeps its size where the body is wide.
struct Girth(Vec<f32>);

impl Girth {
    const CELLS: usize = 48;

    fn of(shape: &PatientShape) -> Self {
        let n = Self::CELLS;
        let mut sums = vec![(0.0_f32, 0.0_f32); n * n];
        if shape.reference.len() == shape.skin.positions.len() {
            for (p, normal) in shape.reference.iter().zip(&shape.skin.normals) {
                let [x, y, z] = if shape.dorsum.is_some() { flat(p, normal.z > 0.0) } else { [p.x as f32, p.y as f32, p.z as f32] };
                let turn = x.atan2(z - axis(y));
                if turn.abs() < REACH && y > LOW_MM && y < HIGH_MM {
                    let sum = &mut sums[Self::cell(y) * n + ((turn / (2.0 * REACH) + 0.5) * n as f32) as usize % n];
                    *sum = (sum.0 + x.hypot(z - axis(y)), sum.1 + 1.0);
                }
            }
        }
        // Cells without a point take the mean of those beside them, round by round.
        for _ in 0..n {
            let before = sums.clone();
            for (k, sum) in sums.iter_mut().enumerate().filter(|(_, sum)| sum.1 == 0.0) {
                let (x, y) = (k % n, k / n);
                let beside = [(x > 0, k.wrapping_sub(1)), (x + 1 < n, k + 1), (y > 0, k.wrapping_sub(n)), (y + 1 < n, k + n)];
                for (near, count) in beside.iter().filter(|(is, _)| *is).map(|(_, at)| before[*at]).filter(|near| near.1 > 0.0) {
                    *sum = (sum.0 + near / count, sum.1 + 1.0);
                }
            }
        }
        Self(sums.iter().map(|(sum, count)| if *count > 0.0 { sum / count } else { RADIUS_MM }).collect())
    }

    fn cell(y: f32) -> usize {
        (((HIGH_MM - y) / (HIGH_MM - LOW_MM) * Self::CELLS as f32) as usize).min(Self::CELLS - 1)
    }

    /// Distance from the axis at a place of the chart, mm.
    fn at(&self, [x, y]: [f32; 2]) -> f32 {
        let n = Self::CELLS;
        let limit = |t: f32| (t * n as f32 - 0.5).clamp(0.0, n as f32 - 1.001);
        let (fx, fy) = (limit(x / RADIUS_MM / (2.0 * REACH) + 0.5), limit((HIGH_MM - y) / (HIGH_MM - LOW_MM)));
        let (i, j) = (fx as usize, fy as usize);
        let (u, v) = (fx - i as f32, fy - j as f32);
        let cell = |di: usize, dj: usize| self.0[(j + dj) * n + i + di];
        (cell(0, 0) * (1.0 - u) + cell(1, 0) * u) * (1.0 - v) + (cell(0, 1) * (1.0 - u) + cell(1, 1) * u) * v
    }

    /// The point of the skin at a place of the chart, mm.
    fn point(&self, at: [f32; 2]) -> Vec3 {
        let (r, turn) = (self.at(at), at[0] / RADIUS_MM);
        Vec3::new(r * turn.sin(), at[1], axis(at[1]) + r * turn.cos())
    }
}

/// Place of a texel on the chart, mm; rows run downwards.
fn place(column: usize, row: usize) -> [f32; 2] {
    let share = |k: usize| (k as f32 + 0.5) / TEXELS as f32;
    [(share(column) - 0.5) * 2.0 * REACH * RADIUS_MM, HIGH_MM - share(row) * (HIGH_MM - LOW_MM)]
}

/// Columns and rows of the texels between two corners.
fn window(low: Vec2, high: Vec2) -> (RangeInclusive<usize>, RangeInclusive<usize>) {
    let column = |x: f32| ((x / (2.0 * REACH * RADIUS_MM) + 0.5) * TEXELS as f32).clamp(0.0, TEXELS as f32 - 1.0) as usize;
    let row = |y: f32| ((HIGH_MM - y) / (HIGH_MM - LOW_MM) * TEXELS as f32).clamp(0.0, TEXELS as f32 - 1.0) as usize;
    (column(low.x)..=column(high.x), row(high.y)..=row(low.y))
}

/// The texels within a distance of a place, each way.
fn around(at: Vec2, reach: f32) -> impl Iterator<Item = usize> {
    let (columns, rows) = window(at - reach, at + reach);
    rows.flat_map(move |y| columns.clone().map(move |x| y * TEXELS + x))
}

/// Draws a line: a groove with a soft bank on each side (or a ridge, if its depth is negative), deep in its middle third, uneven along
/// its way; skin may roll over one side of it.
fn draw(maps: &mut Maps, crease: &Crease, seed: i32) {
    let mut points: Vec<Vec2> = crease.path.iter().map(|p| Vec2::from(*p)).collect();
    let is_ridge = crease.depth_mm < 0.0;
    if is_ridge {
        // A broad line bends as a whole: a course that differs from texel to texel would tear its flanks.
        for p in &mut points {
            *p += 0.9 * crease.width_mm * Vec2::new(wave_2(p.x * 0.09, p.y * 0.09, seed), wave_2(p.x * 0.09, p.y * 0.09, seed + 1));
        }
    }
    let total: f32 = points.windows(2).map(|p| p[0].distance(p[1])).sum();
    let reach = (4.5 * crease.width_mm).max(if crease.roll_mm == 0.0 { 0.0 } else { ROLL_MM + 2.0 * ROLL_WIDTH_MM });
    // The nearest stretch decides; so a texel is written once, after all stretches have been seen.
    let (Some(low), Some(high)) = (points.iter().copied().reduce(Vec2::min), points.iter().copied().reduce(Vec2::max)) else { return };
    let (columns, rows) = window(low - reach, high + reach);
    let wide = columns.clone().count();
    let mut near = vec![(f32::MAX, 0.0_f32); wide * rows.clone().count()];
    let mut passed = 0.0;
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let length = a.distance(b);
        let across = (b - a).perp().normalize_or_zero();
        for k in around(a.midpoint(b), 0.5 * length + reach) {
            let (column, row) = (k % TEXELS, k / TEXELS);
            if !columns.contains(&column) || !rows.contains(&row) {
                continue;
            }
            let p = Vec2::from(place(column, row));
            let share = ((p - a).dot(b - a) / (length * length).max(1e-9)).clamp(0.0, 1.0);
            let foot = a + (b - a) * share;
            let d = p.distance(foot) * if (p - foot).dot(across) < 0.0 { -1.0 } else { 1.0 };
            let entry = &mut near[(row - rows.start()) * wide + column - columns.start()];
            if d.abs() < entry.0.abs() {
                *entry = (d, passed + length * share);
            }
        }
        passed += length;
    }
    let texel = |n: usize| (rows.start() + n / wide) * TEXELS + columns.start() + n % wide;
    for (k, (d, s)) in near.iter().enumerate().filter(|(_, (d, _))| d.abs() < reach).map(|(n, found)| (texel(n), *found)) {
        let along = s / total.max(1e-6);
        let taper = (along.min(1.0 - along) / 0.28).clamp(0.0, 1.0);
        let taper = taper * taper * (3.0 - 2.0 * taper);
        let strength = taper * if is_ridge { 1.0 } else { 0.85 + 0.35 * wave_2(s * 0.22, 7.0, seed) };
        let wander = if is_ridge { 0.0 } else { 0.5 * wave_2(s * 0.35, 3.0, seed) * crease.width_mm };
        let r = (d - wander).abs() / crease.width_mm;
        let cut = (-r * r).exp();
        let bank = (-(r - 2.1).powi(2) / 1.3).exp();
        let roll = (-((d * crease.roll_mm.signum() - ROLL_MM) / ROLL_WIDTH_MM).powi(2)).exp() * crease.roll_mm.abs();
        maps.height[k] += strength * crease.depth_mm * (0.30 * bank - cut) + taper * roll;
        // Lines that meet do not add their colours.
        for (map, tint) in [(&mut maps.red, crease.red), (&mut maps.pigment, crease.pigment)] {
            let tint = tint * strength * cut;
            if tint.abs() > map[k].abs() {
                map[k] = tint;
            }
        }
    }
}

/// A spot of pigment: place (mm), radius (mm), strength.
struct SkinSpot(Vec2, f32, f32);

/// Freckles of the pale, spots of the aged and of the sun, a few moles in everyone [design: drawing only]. The chest lies below `notch`.
fn spots(seed: i32, age: f32, skin_type: u8, notch: Option<f32>, is_hand: bool) -> Vec<SkinSpot> {
    let mut all = vec![];
    let random = |k: i32, salt: i32| hash(k, seed, salt);
    let pale = if skin_type <= 2 { 1.0 } else if skin_type <= 4 { 0.6 } else { 0.25 };
    if is_hand {
        let aged = ((age - 42.0).max(0.0) * 1.5 * pale) as i32;
        for k in 0..aged {
            let at = Vec2::new((random(k, 81) - 0.5) * 84.0, 26.0 - 120.0 * random(k, 82));
            all.push(SkinSpot(at, 0.8 + 2.4 * random(k, 83) * random(k, 84), 0.20 + 0.36 * random(k, 85)));
        }
        return all;
    }
    let freckled = if skin_type <= 2 { 90 + (random(0, 90) * 260.0) as i32 } else { 25 };
    for k in 0..freckled {
        // Over nose and cheeks most.
        let x = (random(k, 91) + random(k, 92) - 1.0) * 95.0;
        let y = -18.0 + (random(k, 93) + random(k, 94) + random(k, 95) - 1.5) * 45.0;
        all.push(SkinSpot(Vec2::new(x, y), 0.45 + 0.55 * random(k, 96), 0.22 + 0.30 * random(k, 97)));
    }
    let aged = ((age - 40.0).max(0.0) * 0.9) as i32;
    for k in 0..aged {
        let x = (random(k, 81) - 0.5) * 230.0;
        let y = 70.0 - 190.0 * random(k, 82);
        all.push(SkinSpot(Vec2::new(x, y), 1.0 + 2.2 * random(k, 83) * random(k, 84), 0.16 + 0.20 * random(k, 85)));
    }
    if let Some(notch) = notch {
        for k in 0..((age - 34.0).max(0.0) * 2.4 * pale) as i32 {
            let at = Vec2::new((random(k, 61) + random(k, 62) - 1.0) * 110.0, notch + 14.0 - 110.0 * random(k, 63));
            all.push(SkinSpot(at, 0.8 + 1.8 * random(k, 64) * random(k, 65), 0.18 + 0.28 * random(k, 66)));
        }
    }
    for k in 0..6 {
        let x = (random(k, 71) - 0.5) * 240.0;
        let y = 60.0 - 230.0 * random(k, 72);
        all.push(SkinSpot(Vec2::new(x, y), 0.8 + 0.7 * random(k, 73), 0.8));
    }
    all
}

fn stamp(pigment: &mut [f32], SkinSpot(at, radius, strength): &SkinSpot, girth: &Girth) {
    let wide = girth.at(at.to_array()) / RADIUS_MM;
    for k in around(*at, radius * 2.2) {
        let p = Vec2::from(place(k % TEXELS, k / TEXELS));
        let ragged = 1.0 + 0.35 * wave_2(p.x * 1.3, p.y * 1.3, 5);
        let away = (p - *at) * Vec2::new(wide, 1.0);
        let r = away.length() / (radius * ragged);
        pigment[k] += strength * (1.0 - r * r * r).clamp(0.0, 1.0);
    }
}

/// Value noise, −1 to 1.
fn wave(p: Vec3, salt: i32) -> f32 {
    let layer = |k: i32| wave_2(p.x, p.y, salt.wrapping_add(k.wrapping_mul(7919)));
    let k = p.z.floor();
    let t = p.z - k;
    let w = t * t * (3.0 - 2.0 * t);
    layer(k as i32) * (1.0 - w) + layer(k as i32 + 1) * w
}

/// Value noise over a plane, −1 to 1.
fn wave_2(x: f32, y: f32, salt: i32) -> f32 {
    let (i, j) = (x.floor(), y.floor());
    let smooth = |t: f32| t * t * (3.0 - 2.0 * t);
    let (u, v) = (smooth(x - i), smooth(y - j));
    let at = |di: i32, dj: i32| hash(i as i32 + di, j as i32 + dj, salt);
    let low = at(0, 0) * (1.0 - u) + at(1, 0) * u;
    let high = at(0, 1) * (1.0 - u) + at(1, 1) * u;
    2.0 * (low * (1.0 - v) + high * v) - 1.0
}

/// Sharp folds where a noise crosses 0: −1 in a fold, 0 between.
fn fold(x: f32, y: f32, salt: i32) -> f32 {
    let w = wave_2(x, y, salt);
    -(-(w * w) * 40.0).exp()
}
