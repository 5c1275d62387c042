//! The map of one person's complexion: lines of age, redness, pigment, on a chart wrapped around head and neck.
//!
//! **Invariants:** the chart is laid on the head without a phenotype, so that a place of it means the same spot in every patient; a patient
//! without those coordinates gets no lines but the same redness and pigment.

use bevy::image::{Image, ImageAddressMode};
use bevy::math::Vec2;

use super::creases::{Crease, creases};
use super::grain::{byte, hash, signed, tile};
use super::model::PatientShape;
use crate::anatomy::Landmark;

/// Side of the map in texels.
const TEXELS: usize = 1024;
/// The chart: its axis stands this far before the ears (mm), it reaches this far to each side (rad), from the lower to the upper end (mm
/// above the ears); a radian counts as `RADIUS_MM`. `skin.wgsl` knows them too.
const AXIS_MM: f32 = 20.0;
const REACH: f32 = 2.0;
const LOW_MM: f32 = -260.0;
const HIGH_MM: f32 = 120.0;
const RADIUS_MM: f32 = 72.0;

/// Where the landmarks lie on the chart, mm around and up.
pub(super) struct Chart {
    landmarks: Vec<[f32; 2]>,
}

impl Chart {
    /// The chart of a shape, if it knows where its points are on the head without a phenotype.
    pub(super) fn of(shape: &PatientShape) -> Option<Self> {
        let lay = |p: &crate::geom::Vec3| [(p.x as f32).atan2(p.z as f32 - AXIS_MM) * RADIUS_MM, p.y as f32];
        (shape.reference.len() == shape.skin.positions.len() && shape.landmarks.len() == Landmark::ALL.len())
            .then(|| Self { landmarks: shape.landmarks.iter().map(lay).collect() })
    }

    /// A landmark's place.
    pub(super) fn landmark(&self, landmark: Landmark) -> [f32; 2] {
        self.landmarks[landmark as usize]
    }
}

/// The map of a person: slope around and up (0.5 is flat), redness and pigment (0.5 is even).
pub(super) fn complexion(shape: &PatientShape) -> Image {
    let (age, laxity) = (shape.age_years as f32, shape.laxity as f32);
    // The numbers below have room for so many people.
    let seed = (shape.seed % 1_000_000) as i32;
    let mut height = vec![0.0_f32; TEXELS * TEXELS];
    let mut groove = vec![0.0_f32; TEXELS * TEXELS];
    if let Some(chart) = Chart::of(shape) {
        for (k, crease) in creases(&chart, age, laxity).iter().enumerate() {
            draw(&mut height, &mut groove, crease, k as i32 + 101 * seed);
        }
    }
    let crinkle = ((age - 45.0) / 35.0).clamp(0.0, 1.0) * (0.5 + 0.6 * laxity);
    let sun = ((age - 20.0) / 50.0).clamp(0.0, 1.2);
    let spots = spots(seed, age, shape.skin_type);
    let mut red = vec![0.0_f32; TEXELS * TEXELS];
    let mut pigment = vec![0.0_f32; TEXELS * TEXELS];
    for row in 0..TEXELS {
        for column in 0..TEXELS {
            let k = row * TEXELS + column;
            let [x, y] = place(column, row);
            if crinkle > 0.0 {
                height[k] += crinkle * 0.035 * (fold(x * 0.9 + 0.5 * y, y * 0.35 - 0.2 * x, seed + 1) + fold(x * 0.3 - 0.5 * y, y * 0.8 + 0.4 * x, seed + 2));
            }
            let blotch = wave(x * 0.045, y * 0.045, seed + 3) * 0.55 + wave(x * 0.16, y * 0.16, seed + 4) * 0.35 + wave(x * 0.55, y * 0.55, seed + 5) * 0.22;
            let mottle = wave(x * 0.06, y * 0.06, seed + 6) * 0.35 + wave(x * 0.25, y * 0.25, seed + 7) * 0.30 * (0.5 + sun) + wave(x * 0.9, y * 0.9, seed + 8) * 0.18;
            red[k] = blotch + groove[k] * 0.40;
            pigment[k] = mottle * 0.5 + groove[k] * 0.30;
        }
    }
    for spot in &spots {
        stamp(&mut pigment, spot);
    }
    let (mm_x, mm_y) = (2.0 * REACH * RADIUS_MM / TEXELS as f32, (HIGH_MM - LOW_MM) / TEXELS as f32);
    let at = |x: usize, y: usize| height[y.min(TEXELS - 1) * TEXELS + x.min(TEXELS - 1)];
    let texels = (0..TEXELS * TEXELS)
        .map(|k| {
            let (x, y) = (k % TEXELS, k / TEXELS);
            let around = (at(x + 1, y) - at(x.saturating_sub(1), y)) / (2.0 * mm_x);
            let down = (at(x, y + 1) - at(x, y.saturating_sub(1))) / (2.0 * mm_y);
            [signed(around), signed(-down), byte(0.5 + 0.5 * red[k]), byte(0.5 + 0.5 * pigment[k])]
        })
        .collect();
    tile(TEXELS, TEXELS, texels, ImageAddressMode::ClampToEdge)
}

/// Place of a texel on the chart, mm; rows run downwards.
fn place(column: usize, row: usize) -> [f32; 2] {
    let share = |k: usize| (k as f32 + 0.5) / TEXELS as f32;
    [(share(column) - 0.5) * 2.0 * REACH * RADIUS_MM, HIGH_MM - share(row) * (HIGH_MM - LOW_MM)]
}

/// The texels whose middle lies within a distance of a place.
fn around(at: Vec2, reach: f32) -> impl Iterator<Item = usize> {
    let column = |x: f32| ((x / (2.0 * REACH * RADIUS_MM) + 0.5) * TEXELS as f32).clamp(0.0, TEXELS as f32 - 1.0) as usize;
    let row = |y: f32| ((HIGH_MM - y) / (HIGH_MM - LOW_MM) * TEXELS as f32).clamp(0.0, TEXELS as f32 - 1.0) as usize;
    let columns = column(at.x - reach)..=column(at.x + reach);
    (row(at.y + reach)..=row(at.y - reach)).flat_map(move |y| columns.clone().map(move |x| y * TEXELS + x))
}

/// Draws a line: a groove with a soft bank on each side, deep in its middle third, uneven along its way.
fn draw(height: &mut [f32], groove: &mut [f32], crease: &Crease, seed: i32) {
    let points: Vec<Vec2> = crease.path.iter().map(|p| Vec2::from(*p)).collect();
    let total: f32 = points.windows(2).map(|p| p[0].distance(p[1])).sum();
    let reach = 4.5 * crease.width_mm;
    // The nearest stretch decides; so a texel is written once, after all stretches have been seen.
    let mut near: std::collections::BTreeMap<usize, (f32, f32)> = std::collections::BTreeMap::new();
    let mut passed = 0.0;
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let length = a.distance(b);
        for k in around(a.midpoint(b), 0.5 * length + reach) {
            let p = Vec2::from(place(k % TEXELS, k / TEXELS));
            let s = passed + length * ((p - a).dot(b - a) / (length * length).max(1e-9)).clamp(0.0, 1.0);
            let wander = 0.5 * wave(s * 0.35, 3.0, seed) * crease.width_mm;
            let foot = a + (b - a) * ((s - passed) / length.max(1e-9)) + (b - a).perp().normalize_or_zero() * wander;
            let d = p.distance(foot);
            let entry = near.entry(k).or_insert((f32::MAX, 0.0));
            if d < entry.0 {
                *entry = (d, s);
            }
        }
        passed += length;
    }
    for (k, (d, s)) in near {
        let along = s / total.max(1e-6);
        let taper = (along.min(1.0 - along) / 0.28).clamp(0.0, 1.0);
        let strength = taper * taper * (3.0 - 2.0 * taper) * (0.85 + 0.35 * wave(s * 0.22, 7.0, seed));
        let r = d / crease.width_mm;
        let cut = (-r * r).exp();
        let bank = (-(r - 2.1).powi(2) / 1.3).exp();
        height[k] += crease.depth_mm * strength * (0.30 * bank - cut);
        groove[k] = groove[k].max((crease.depth_mm / 0.45).min(1.2) * strength * cut);
    }
}

/// A spot of pigment: place (mm), radius (mm), strength.
struct SkinSpot(Vec2, f32, f32);

/// Freckles of the pale, spots of the aged, a few moles in everyone [design: drawing only].
fn spots(seed: i32, age: f32, skin_type: u8) -> Vec<SkinSpot> {
    let mut all = vec![];
    let random = |k: i32, salt: i32| hash(k, seed, salt);
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
    for k in 0..6 {
        let x = (random(k, 71) - 0.5) * 240.0;
        let y = 60.0 - 230.0 * random(k, 72);
        all.push(SkinSpot(Vec2::new(x, y), 0.8 + 0.7 * random(k, 73), 0.8));
    }
    all
}

fn stamp(pigment: &mut [f32], SkinSpot(at, radius, strength): &SkinSpot) {
    for k in around(*at, radius * 2.2) {
        let p = Vec2::from(place(k % TEXELS, k / TEXELS));
        let ragged = 1.0 + 0.35 * wave(p.x * 1.3, p.y * 1.3, 5);
        let r = p.distance(*at) / (radius * ragged);
        pigment[k] += strength * (1.0 - r * r * r).clamp(0.0, 1.0);
    }
}

/// Value noise, −1 to 1.
fn wave(x: f32, y: f32, salt: i32) -> f32 {
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
    let w = wave(x, y, salt);
    -(-(w * w) * 40.0).exp()
}
