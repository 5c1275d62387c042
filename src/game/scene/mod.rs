//! The treatment room: patient, opened layers, cannula, product, marks, camera and how finely they are drawn.
//!
//! **Invariant:** the scene draws [`model::SceneModel`] and nothing else; it changes neither model nor session.

mod bake;
pub mod camera;
mod cannula;
mod complexion;
mod creases;
mod dose;
mod finger;
mod grain;
mod hairline;
mod knuckles;
mod hazard;
mod ink;
mod layers;
pub mod model;
mod overlay;
mod palette;
mod patient;
mod peel;
mod product;
pub mod quality;
pub mod ready;
mod refine;
mod shaders;
mod skin_field;
pub mod stage;
mod zone;

pub use peel::skin_view;

use bevy::prelude::*;

/// Systems that turn the model into meshes; run in `Update` after the flow has filled the model.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SceneSystems;

/// All of the scene.
pub fn plugin(app: &mut App) {
    app.init_resource::<model::SceneModel>().add_plugins((
        (shaders::plugin, quality::plugin, stage::plugin, camera::plugin, ink::plugin),
        (patient::plugin, layers::plugin, cannula::plugin, product::plugin, dose::plugin, zone::plugin, hazard::plugin),
        (overlay::plugin, peel::plugin, finger::plugin, ready::plugin),
    ));
}
