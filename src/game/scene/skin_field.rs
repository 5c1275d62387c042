//! The skin that product whitens and raises, as the skin's shader reads it: a small picture on the zone's chart.
//!
//! **Invariant:** heights and slopes are to scale; around the chart there is nothing.

use bevy::asset::RenderAssetUsages;
use bevy::image::{Image, ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor};
use bevy::math::Vec4;
use bevy::render::render_resource::{Extent3d, ShaderType, TextureDimension, TextureFormat};

use super::grain::byte;
use super::model::SkinField;
use crate::game::bridge;

/// Where the chart lies; see `skin.wgsl`.
#[derive(Clone, Copy, Debug, PartialEq, ShaderType)]
pub(super) struct Chart {
    /// Corner of the picture and the greatest height, Bevy units.
    corner: Vec4,
    /// Unit axis of its columns and 1 ÷ its width; of its rows and 1 ÷ its height; out of the skin and the steepest slope.
    across: Vec4,
    up: Vec4,
    out: Vec4,
}

impl Default for Chart {
    fn default() -> Self {
        let (across, up) = (Vec4::new(1.0, 0.0, 0.0, 1.0), Vec4::new(0.0, 1.0, 0.0, 1.0));
        Self { corner: Vec4::ZERO, across, up, out: Vec4::new(0.0, 0.0, 1.0, 0.0) }
    }
}

impl Chart {
    /// The chart of a field, with one empty cell around.
    pub(super) fn of(field: &SkinField) -> Self {
        let [u, v, n] = field.axes;
        let length = |cells: usize| 1.0 / bridge::length(field.cell_mm * (cells + 2) as f64);
        let relief = Relief::of(field);
        Self {
            corner: bridge::to_units(field.corner - (u + v) * field.cell_mm).extend(bridge::length(f64::from(relief.highest))),
            across: bridge::direction(u).extend(length(field.size.0)),
            up: bridge::direction(v).extend(length(field.size.1)),
            out: bridge::direction(n).extend(relief.steepest),
        }
    }
}

/// Heights with their slopes along columns and rows.
struct Relief {
    slopes: Vec<[f32; 2]>,
    highest: f32,
    steepest: f32,
}

impl Relief {
    fn of(field: &SkinField) -> Self {
        let (columns, rows) = field.size;
        let there = |column: usize, row: usize| {
            let index = (column < columns && row < rows).then(|| row * columns + column)?;
            field.white[index].map(|_| field.height_mm[index])
        };
        let slope = |before: Option<f32>, after: Option<f32>| match (before, after) {
            (Some(before), Some(after)) => (after - before) / (2.0 * field.cell_mm as f32),
            _ => 0.0,
        };
        let at = |index: usize| {
            let (column, row) = (index % columns, index / columns);
            // One less than zero is past every border.
            let (left, down) = (column.wrapping_sub(1), row.wrapping_sub(1));
            [slope(there(left, row), there(column + 1, row)), slope(there(column, down), there(column, row + 1))]
        };
        let slopes: Vec<[f32; 2]> = (0..columns * rows).map(at).collect();
        let steepest = slopes.iter().flatten().fold(0.0f32, |most, slope| most.max(slope.abs()));
        let highest = field.height_mm.iter().fold(0.0f32, |most, height| most.max(*height));
        Self { slopes, highest, steepest }
    }
}

/// White, height and both slopes of each cell, in shares of the greatest; without a field a single empty one.
pub(super) fn image(field: Option<&SkinField>) -> Image {
    let empty = [0, 0, 128, 128];
    let size = field.map_or((0, 0), |field| field.size);
    let (columns, rows) = (size.0 + 2, size.1 + 2);
    let mut data = empty.repeat(columns * rows);
    if let Some(field) = field {
        let relief = Relief::of(field);
        let signed = |slope: f32| (128.0 + 127.0 * slope / relief.steepest.max(1e-6)).round().clamp(1.0, 255.0) as u8;
        for row in 0..size.1 {
            for column in 0..size.0 {
                let index = row * size.0 + column;
                let Some(white) = field.white[index] else { continue };
                let texel = 4 * ((row + 1) * columns + column + 1);
                let [across, up] = relief.slopes[index].map(signed);
                data[texel..texel + 4].copy_from_slice(&[byte(white), byte(field.height_mm[index] / relief.highest.max(1e-6)), across, up]);
            }
        }
    }
    let extent = Extent3d { width: columns as u32, height: rows as u32, depth_or_array_layers: 1 };
    let mut image = Image::new(extent, TextureDimension::D2, data, TextureFormat::Rgba8Unorm, RenderAssetUsages::RENDER_WORLD);
    image.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor {
        mag_filter: ImageFilterMode::Linear,
        min_filter: ImageFilterMode::Linear,
        address_mode_u: ImageAddressMode::ClampToEdge,
        address_mode_v: ImageAddressMode::ClampToEdge,
        ..ImageSamplerDescriptor::default()
    });
    image
}
