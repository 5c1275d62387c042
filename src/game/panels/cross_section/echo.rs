//! The echo picture: intensity computed from layers and deposits column by column, as a high-frequency probe on the skin
//! would see them: a beam from above is scattered by the tissue and weakened by what it passed.
//!
//! **Invariant:** the speckle is a function of the material point alone, so it moves with the tissue; the same model gives
//! the same picture. Echo levels are a visual convention (CLINICAL describes dermis and SMAS as bright, fat as dark, `CaHA` as
//! bright with a shadow), not a measurement [design].

use super::{Column, Model};

/// A grey picture, row by row, 0 (black) to 255.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Grey levels.
    pub grey: Vec<u8>,
}

/// Thinnest entry echo in mm: the pulse's length at 20 MHz is about 0.1 mm [design].
const ENTRY_MM: f32 = 0.14;
/// Loss of the beam per mm of `CaHA` gel, as an exponent [design: a thread of 1 mm leaves a clear shadow].
const SHADOW_PER_MM: f32 = 1.5;

/// Computes the picture at a size in pixels.
#[must_use]
pub fn echo(model: &Model, width: usize, height: usize) -> Echo {
    let mut grey = vec![0; width * height];
    let (left, right) = model.along_mm;
    let (top, bottom) = model.depth_mm;
    let row_mm = (bottom - top) / height.max(1) as f32;
    for x in 0..width {
        let share = (x as f32 + 0.5) / width as f32;
        let along = left + (right - left) * share;
        let column = model.column(share);
        let blobs: Vec<_> = model.deposits.iter().filter(|blob| (blob.along_mm - along).abs() < blob.radius_mm * 1.3).collect();
        let mut beam = 1.0_f32;
        for y in 0..height {
            let depth = top + row_mm * (y as f32 + 0.5) + column.lift_mm;
            let product = blobs.iter().map(|blob| {
                let (dx, dy) = (along - blob.along_mm, depth - blob.depth_mm);
                let far = (dx * dx + dy * dy).sqrt() / blob.radius_mm.max(1e-3);
                blob.share * (1.0 - smooth(0.7, 1.25, far))
            });
            let product = product.fold(0.0_f32, f32::max).min(1.0);
            let tissue = tissue(&column, depth);
            let level = tissue + (1.05 - tissue) * product;
            let grain = rayleigh(&column, depth);
            let speckle = (0.32 + 0.88 * grain) * (1.0 - product) + (0.78 + 0.32 * grain) * product;
            let seen = level * speckle * beam * (1.0 - 0.028 * depth.max(0.0)).max(0.4);
            beam *= (-SHADOW_PER_MM * product * row_mm).exp();
            if depth > column.bone_mm {
                beam *= (-9.0 * row_mm).exp();
            }
            grey[y * width + x] = (seen.clamp(0.0, 1.0).powf(0.82) * 255.0) as u8;
        }
    }
    Echo { width, height, grey }
}

/// Echo level of the tissue, 0 to 1, before speckle.
fn tissue(column: &Column, depth: f32) -> f32 {
    let [epidermis, dermis, fat, smas] = column.boundaries_mm;
    let entry = epidermis.max(ENTRY_MM);
    let edge = |at: f32| smooth(at - 0.05, at + 0.05, depth);
    let fibres = |lateral: f32, axial: f32| noise(column, depth, lateral, axial).0;
    let bounds = [0.0, entry, dermis, fat, smas, f32::INFINITY];
    let mut level = 0.015;
    for (i, pair) in bounds.windows(2).enumerate() {
        let share = edge(pair[0]);
        // What lies above a layer that is fully reached, or below, is not looked at.
        if share <= 0.0 || (pair[1].is_finite() && edge(pair[1]) >= 1.0) {
            continue;
        }
        let here = match i {
            0 => 1.0,
            1 => 0.52 + 0.2 * fibres(1.4, 0.28),
            2 => 0.055 + 0.26 * septum(column, depth),
            3 => 0.74 + 0.3 * fibres(2.6, 0.12),
            _ => 0.22 + 0.3 * (1.0 - smooth(0.0, 0.22, fibres(5.0, 0.24).abs())),
        };
        level += (here - level) * share;
    }
    let bone = smooth(column.bone_mm - 0.1, column.bone_mm, depth) * (1.0 - smooth(column.bone_mm + 0.2, column.bone_mm + 0.4, depth));
    level + (1.0 - level) * bone
}

/// Septa run as wavy sheets about 1.5 mm apart and fade in and out along their way; 0 to 1.
fn septum(column: &Column, depth: f32) -> f32 {
    let (wave, fade) = noise(column, depth, 5.0, 2.4);
    let sheet = depth / 1.5 + 0.75 * wave;
    (1.0 - smooth(0.0, 0.06, (sheet - sheet.round()).abs())) * smooth(-0.5, 0.25, fade)
}

fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Amplitude of two independent fields: the statistics of fully developed speckle.
fn rayleigh(column: &Column, depth: f32) -> f32 {
    let (a, b) = noise(column, depth, 0.20, 0.085);
    (a * a + b * b).sqrt() * 1.5
}

/// Two fields in −1 … 1, smooth over a lateral and an axial length in mm, at a material point.
fn noise(column: &Column, depth: f32, lateral: f32, axial: f32) -> (f32, f32) {
    let at: [f32; 3] = std::array::from_fn(|i| column.foot[i] / lateral - column.normal[i] * depth / axial);
    let cell = at.map(f32::floor);
    let part: [f32; 3] = std::array::from_fn(|i| {
        let t = at[i] - cell[i];
        t * t * (3.0 - 2.0 * t)
    });
    let (mut a, mut b) = (0.0, 0.0);
    for corner in 0..8_u32 {
        let mut weight = 1.0;
        let mut hash = 0x9E37_79B9_u32;
        for i in 0..3 {
            let up = corner >> i & 1;
            weight *= if up == 1 { part[i] } else { 1.0 - part[i] };
            hash = (hash ^ (cell[i] as i32 as u32).wrapping_add(up)).wrapping_mul(0x85EB_CA6B);
            hash ^= hash >> 13;
        }
        hash = hash.wrapping_mul(0xC2B2_AE35);
        hash ^= hash >> 16;
        a += weight * ((hash & 0xFFFF) as f32 / 32_767.5 - 1.0);
        b += weight * ((hash >> 16) as f32 / 32_767.5 - 1.0);
    }
    (a, b)
}
