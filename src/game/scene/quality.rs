//! How finely the scene is drawn. A software renderer gets the low preset by itself.

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;

/// Pixels of the scene's picture on the low preset.
const LOW_PIXELS: f32 = 320_000.0;

/// Presets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// 320,000 pixels, coarse mesh, edges smoothed in the picture: for a machine without a GPU.
    Low,
    /// All pixels, coarse mesh, smoothed edges.
    Medium,
    /// All pixels, fine mesh, smoothed edges.
    High,
}

/// The preset in use.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Preset in use.
    pub preset: Preset,
    /// Whether the person chose it; otherwise the adapter does.
    pub chosen: bool,
    /// Share of the window's width (and height) that the scene is drawn at, 0.25 to 1; none: the preset's.
    pub scale: Option<f32>,
}

impl Default for Quality {
    fn default() -> Self {
        Self { preset: Preset::Medium, chosen: false, scale: None }
    }
}

impl Quality {
    /// Pixels of the scene for a window of physical pixels.
    pub fn scene_size(&self, window: UVec2) -> UVec2 {
        if let Some(scale) = self.scale {
            return (window.as_vec2() * scale.clamp(0.25, 1.0)).round().as_uvec2().max(UVec2::splat(16));
        }
        match self.preset {
            // As many pixels whatever the window: the cost of a frame stays the same on a large one.
            Preset::Low => {
                let scale = (LOW_PIXELS / (window.x.max(1) * window.y.max(1)) as f32).sqrt().min(1.0);
                (window.as_vec2() * scale).round().as_uvec2().max(UVec2::splat(16))
            }
            Preset::Medium | Preset::High => window.max(UVec2::splat(16)),
        }
    }

    /// Smoothing of edges.
    pub fn msaa(&self) -> Msaa {
        if self.preset == Preset::Low { Msaa::Off } else { Msaa::Sample4 }
    }

    /// Edges smoothed in the scene's picture before it is scaled up: the cheapest way in software.
    pub fn smooths_edges(&self) -> bool {
        self.preset == Preset::Low
    }

    /// Distance in Bevy units within which pores and fine lines are drawn; they fade towards it.
    pub fn detail_reach(&self) -> f32 {
        if self.preset == Preset::Low { 5.5 } else { 9.0 }
    }

    /// Level of detail of the patient's mesh (1 or 2 subdivisions).
    pub fn mesh_level(&self) -> u8 {
        if self.preset == Preset::High { 2 } else { 1 }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Quality>().add_systems(PreStartup, choose);
}

/// Chooses by the adapter, unless the person has chosen.
fn choose(adapter: Option<Res<RenderAdapterInfo>>, mut quality: ResMut<Quality>) {
    let Some(adapter) = adapter else { return };
    if !quality.chosen {
        quality.preset = if is_software(&adapter.name, &format!("{:?}", adapter.device_type)) { Preset::Low } else { Preset::High };
    }
}

/// Whether an adapter (its name and kind) is a software renderer.
pub fn is_software(name: &str, kind: &str) -> bool {
    let name = name.to_lowercase();
    kind == "Cpu" || ["llvmpipe", "lavapipe", "swiftshader", "softpipe", "basic render"].iter().any(|n| name.contains(n))
}
