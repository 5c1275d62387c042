//! Everything that knows Bevy: the one scale, the scene, the panels, the pictures without a window.
//!
//! **Invariant:** nothing in here computes a score or moves the simulation but through the core.

pub(crate) mod bridge;
pub mod offscreen;
pub mod scene;
pub mod panels;
pub mod theme;
