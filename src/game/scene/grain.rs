//! Small tiles that repeat over the skin: its relief of furrows and pores, and the hairs of the brows. Made once, with all their
//! smaller copies, so that they fade by distance without shimmer.
//!
//! **Invariant:** a tile's left edge continues its right one, its lower edge its upper one.

use bevy::asset::RenderAssetUsages;
use bevy::image::{Image, ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor};
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};

/// Side of a tile in texels.
const TEXELS: usize = 512;
/// Side of the relief's tile in mm; `skin.wgsl` knows it too.
const RELIEF_MM: f32 = 18.0;
/// Furrows' cells and pores along one side.
const CELLS: i32 = 30;
const FINE_CELLS: i32 = 62;
const PORES: i32 = 17;
/// Depth of furrows, fine furrows and pores in mm [design: somewhat deeper than in life, as a raking light would show them].
const FURROW_MM: f32 = 0.030;
const FINE_MM: f32 = 0.016;
const PORE_MM: f32 = 0.062;

/// Relief of the skin: slope along the two axes (0.5 is flat), furrow (0 to 1), unevenness.
pub(super) fn relief() -> Image {
    let height: Vec<f32> = texels()
        .map(|(x, y)| {
            // The cells are drawn out a little and bent, as the furrows are.
            let (bx, by) = (0.9 * wave(x, y, 8, 0), 0.9 * wave(x, y, 8, 5));
            let strong = 0.55 + 0.45 * wave(x, y, 6, 9);
            let edge = border(x + bx / CELLS as f32, y + by / CELLS as f32, CELLS, 1);
            let fine = border(x, y, FINE_CELLS, 2);
            let pore = pit(x, y);
            -FURROW_MM * strong * (-(edge / 0.20).powi(2)).exp() - FINE_MM * (-(fine / 0.24).powi(2)).exp() - PORE_MM * pore
                + 0.010 * wave(x, y, 40, 3)
                + 0.016 * wave(x, y, 14, 4)
        })
        .collect();
    let mm = RELIEF_MM / TEXELS as f32;
    let at = |x: usize, y: usize| height[(y % TEXELS) * TEXELS + x % TEXELS];
    let texels: Vec<[u8; 4]> = (0..TEXELS * TEXELS)
        .map(|k| {
            let (x, y) = (k % TEXELS, k / TEXELS);
            let along = (at(x + 1, y) - at(x + TEXELS - 1, y)) / (2.0 * mm);
            let up = (at(x, y + 1) - at(x, y + TEXELS - 1)) / (2.0 * mm);
            let (u, v) = ((x as f32 + 0.5) / TEXELS as f32, (y as f32 + 0.5) / TEXELS as f32);
            [signed(along), signed(up), byte(-at(x, y) / (FURROW_MM + FINE_MM)), byte(0.5 + 0.5 * wave(u, v, 9, 8))]
        })
        .collect();
    tile(TEXELS, TEXELS, texels, ImageAddressMode::Repeat)
}

/// Hairs of a brow: how much hair covers (red) in a tile of twice its height in length, hairs along the first axis.
pub(super) fn hairs() -> Image {
    let (width, height) = (TEXELS, TEXELS / 2);
    let mut cover = vec![0.0_f32; width * height];
    let random = |k: i32, salt: i32| hash(k, 7, salt);
    for k in 0..150 {
        let (x0, y0) = (random(k, 1) * width as f32, random(k, 2) * height as f32);
        let length = (0.30 + 0.22 * random(k, 3)) * width as f32;
        let lean = (random(k, 4) - 0.5) * 0.42;
        let bend = (random(k, 5) - 0.5) * 0.20;
        let level = 0.45 + 0.55 * random(k, 6);
        let steps = length as i32;
        for s in 0..steps {
            let t = s as f32 / steps as f32;
            // Thick at the root, thin at the tip; 16 mm are the tile's length.
            let half = 0.5 * width as f32 / 16.0 * (0.17 * (1.0 - 0.75 * t));
            let x = (x0 + s as f32) as usize % width;
            let y = y0 + s as f32 * (lean + bend * t);
            let reach = half.ceil() as i32 + 1;
            for dy in -reach..=reach {
                let row = (y.floor() as i32 + dy).rem_euclid(height as i32) as usize;
                let away = (y.floor() + dy as f32 + 0.5 - y).abs();
                let share = (half + 0.5 - away).clamp(0.0, 1.0) * level;
                let cell = &mut cover[row * width + x];
                *cell = cell.max(share);
            }
        }
    }
    tile(width, height, cover.iter().map(|c| [byte(*c), 0, 0, 255]).collect(), ImageAddressMode::Repeat)
}

/// An image with all its smaller copies.
pub(super) fn tile(width: usize, height: usize, texels: Vec<[u8; 4]>, edge: ImageAddressMode) -> Image {
    let mut data: Vec<u8> = texels.iter().flatten().copied().collect();
    let (mut level, mut w, mut h, mut levels) = (texels, width, height, 1);
    while w > 1 || h > 1 {
        let (nw, nh) = ((w / 2).max(1), (h / 2).max(1));
        level = (0..nw * nh)
            .map(|k| {
                let (x, y) = (k % nw * (w / nw), k / nw * (h / nh));
                let corners = [(x, y), (x + w / nw - 1, y), (x, y + h / nh - 1), (x + w / nw - 1, y + h / nh - 1)];
                std::array::from_fn(|c| (corners.iter().map(|(x, y)| u32::from(level[y * w + x][c])).sum::<u32>().div_ceil(4)) as u8)
            })
            .collect();
        data.extend(level.iter().flatten());
        (w, h, levels) = (nw, nh, levels + 1);
    }
    let size = Extent3d { width: width as u32, height: height as u32, depth_or_array_layers: 1 };
    let mut image = Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgba8Unorm, RenderAssetUsages::RENDER_WORLD);
    image.data = Some(data);
    image.texture_descriptor.mip_level_count = levels;
    image.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor {
        address_mode_u: edge,
        address_mode_v: edge,
        mag_filter: ImageFilterMode::Linear,
        min_filter: ImageFilterMode::Linear,
        mipmap_filter: ImageFilterMode::Linear,
        ..ImageSamplerDescriptor::default()
    });
    image
}

pub(super) fn byte(x: f32) -> u8 {
    (x.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// A slope from −1 to 1; 0 lies at 128.
pub(super) fn signed(x: f32) -> u8 {
    (128.0 + x.clamp(-1.0, 1.0) * 127.0).round() as u8
}

fn texels() -> impl Iterator<Item = (f32, f32)> {
    (0..TEXELS * TEXELS).map(|k| ((k % TEXELS) as f32 / TEXELS as f32, (k / TEXELS) as f32 / TEXELS as f32))
}

/// A number from 0 to 1 for a cell.
pub(super) fn hash(x: i32, y: i32, salt: i32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x9E37_79B1) ^ (y as u32).wrapping_mul(0x85EB_CA77) ^ (salt as u32).wrapping_mul(0xC2B2_AE3D);
    h = (h ^ (h >> 15)).wrapping_mul(0x2C1B_3C6D);
    h = (h ^ (h >> 12)).wrapping_mul(0x297A_2D39);
    ((h ^ (h >> 15)) >> 8) as f32 / 16_777_216.0
}

/// Value noise that repeats after `cells`, −1 to 1.
fn wave(x: f32, y: f32, cells: i32, salt: i32) -> f32 {
    let (x, y) = (x * cells as f32, y * cells as f32);
    let (i, j) = (x.floor(), y.floor());
    let smooth = |t: f32| t * t * (3.0 - 2.0 * t);
    let (u, v) = (smooth(x - i), smooth(y - j));
    let at = |di: i32, dj: i32| hash((i as i32 + di).rem_euclid(cells), (j as i32 + dj).rem_euclid(cells), salt);
    let low = at(0, 0) * (1.0 - u) + at(1, 0) * u;
    let high = at(0, 1) * (1.0 - u) + at(1, 1) * u;
    2.0 * (low * (1.0 - v) + high * v) - 1.0
}

/// How far a point lies from the border of its cell, in cells.
fn border(x: f32, y: f32, cells: i32, salt: i32) -> f32 {
    let (x, y) = (x * cells as f32, y * cells as f32);
    let (i, j) = (x.floor() as i32, y.floor() as i32);
    let (mut near, mut next) = (9.0_f32, 9.0_f32);
    for dj in -1..=1 {
        for di in -1..=1 {
            let (ci, cj) = ((i + di).rem_euclid(cells), (j + dj).rem_euclid(cells));
            let px = (i + di) as f32 + 0.12 + 0.76 * hash(ci, cj, salt);
            let py = (j + dj) as f32 + 0.12 + 0.76 * hash(ci, cj, salt + 31);
            let d = (px - x).hypot(py - y);
            if d < near {
                (near, next) = (d, near);
            } else {
                next = next.min(d);
            }
        }
    }
    next - near
}

/// Pores: 1 in the middle of one, 0 between them.
fn pit(x: f32, y: f32) -> f32 {
    let (x, y) = (x * PORES as f32, y * PORES as f32);
    let (i, j) = (x.floor() as i32, y.floor() as i32);
    let mut deepest = 0.0_f32;
    for dj in -1..=1 {
        for di in -1..=1 {
            let (ci, cj) = ((i + di).rem_euclid(PORES), (j + dj).rem_euclid(PORES));
            let px = (i + di) as f32 + 0.1 + 0.8 * hash(ci, cj, 61);
            let py = (j + dj) as f32 + 0.1 + 0.8 * hash(ci, cj, 62);
            let size = 0.07 + 0.08 * hash(ci, cj, 63);
            let d2 = ((px - x).powi(2) + (py - y).powi(2)) / (size * size);
            deepest = deepest.max((-d2).exp() * (0.35 + 0.65 * hash(ci, cj, 64)));
        }
    }
    deepest
}
