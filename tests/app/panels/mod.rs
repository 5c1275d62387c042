//! The panels without a window: words that fit, actions that come back, pictures that follow from the model.

mod actions;
mod controls;
mod debrief;
mod echo;
mod fit;
mod models;
mod stage;
#[cfg(feature = "panel-tests")]
mod tree;
