//! What a person does with mouse, keyboard and gamepad: actions with their bindings, and what follows from them for the hands.
//!
//! **Invariant:** nothing outside of this room names a key or a button for an action; each of the three devices can do everything.

pub mod action;
pub(crate) mod acts;
pub mod binding;
pub(crate) mod capture;
pub(crate) mod drive;
mod hands;
pub mod letters;
pub(crate) mod lines;
pub mod names;
pub mod options;
pub mod table;

pub(crate) use hands::{Grip, Hands, collect, notches};

use bevy::input::InputSystems;
use bevy::prelude::*;
use bevy_egui::EguiInputSet;

pub use action::{Action, Group, Places};
pub(crate) use acts::{Acts, Controls};
pub use binding::{Binding, Device};
pub use options::Options;
pub use table::Bindings;

/// Reads the devices at the beginning of every frame.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Hands>()
        .init_resource::<Grip>()
        .init_resource::<Acts>()
        .init_resource::<Controls>()
        .init_resource::<capture::Capture>()
        .init_resource::<drive::Driven>()
        .init_resource::<letters::Letters>()
        .init_resource::<lines::Lines>()
        .add_systems(PreUpdate, lines::put.before(InputSystems))
        .add_systems(PreUpdate, acts::read.after(InputSystems))
        .add_systems(
            PreUpdate,
            (capture::hear, drive::drive)
                .chain()
                .after(acts::read)
                .after(EguiInputSet::ReadBevyMessages)
                .before(EguiInputSet::WriteEguiEvents),
        );
}
