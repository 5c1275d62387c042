//! The scene's shaders, compiled in, so that the game runs from any folder.

use bevy::asset::uuid_handle;
use bevy::prelude::*;
use bevy::shader::Shader;

const LIGHT: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a01");
pub(super) const SKIN: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a02");
pub(super) const LAYER: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a03");
pub(super) const INK: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a04");
pub(super) const STAGE: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a05");
pub(super) const PEEL: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a06");
const TISSUE: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a09");
pub(super) const EDGES: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a08");
pub(super) const SUNK: Handle<Shader> = uuid_handle!("5d0c6a1e-3a52-4c3a-9d0e-6a1f0c1b7a07");

pub(super) fn plugin(app: &mut App) {
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, source, name) in [
        (LIGHT, include_str!("../../../assets/shaders/light.wgsl"), "light.wgsl"),
        (TISSUE, include_str!("../../../assets/shaders/tissue.wgsl"), "tissue.wgsl"),
        (SKIN, include_str!("../../../assets/shaders/skin.wgsl"), "skin.wgsl"),
        (LAYER, include_str!("../../../assets/shaders/layer.wgsl"), "layer.wgsl"),
        (INK, include_str!("../../../assets/shaders/ink.wgsl"), "ink.wgsl"),
        (PEEL, include_str!("../../../assets/shaders/peel.wgsl"), "peel.wgsl"),
        (SUNK, include_str!("../../../assets/shaders/sunk.wgsl"), "sunk.wgsl"),
        (EDGES, include_str!("../../../assets/shaders/edges.wgsl"), "edges.wgsl"),
        (STAGE, include_str!("../../../assets/shaders/stage.wgsl"), "stage.wgsl"),
    ] {
        // A fixed handle always has room: only generated ids can be stale.
        let _ = shaders.insert(handle.id(), Shader::from_wgsl(source, name));
    }
}
