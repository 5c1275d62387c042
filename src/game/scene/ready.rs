//! Whether the scene can be drawn whole: shaders are made beside the frames, and until then what needs them is missing in the picture.
//!
//! **Invariant:** once the scene was whole it counts as whole.

use bevy::prelude::*;
use bevy::render::render_resource::PipelineCache;
use bevy::render::{ExtractSchedule, MainWorld, RenderApp};

/// Frames without a shader on its way after which none is missing: what a frame asks for is known a frame later.
const FRAMES: u32 = 3;
/// Time after which it is shown as it is, s.
const PATIENCE_S: f32 = 8.0;

/// How far the scene is.
#[derive(Resource, Debug, Default)]
pub struct Ready {
    /// A shader is on its way.
    waiting: bool,
    /// Frames with something to draw and no shader on its way.
    frames: u32,
    since_s: f32,
    whole: bool,
}

impl Ready {
    /// Whether it can be shown.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.whole
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Ready>().add_systems(Update, watch);
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.add_systems(ExtractSchedule, ask);
    }
}

/// Asks whether a shader is on its way.
fn ask(mut main: ResMut<MainWorld>, pipelines: Res<PipelineCache>) {
    if let Some(mut ready) = main.get_resource_mut::<Ready>() {
        ready.waiting = pipelines.waiting_pipelines().next().is_some();
    }
}

fn watch(mut ready: ResMut<Ready>, meshes: Query<(), With<Mesh3d>>, time: Res<Time<Real>>) {
    if ready.whole || meshes.is_empty() {
        return;
    }
    ready.since_s += time.delta_secs();
    ready.frames = if ready.waiting { 0 } else { ready.frames + 1 };
    ready.whole = ready.frames >= FRAMES || ready.since_s > PATIENCE_S;
}
