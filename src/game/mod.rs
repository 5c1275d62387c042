//! Everything that knows Bevy: the one scale, the scene, the panels, the flow from screen to screen, the pictures without a window.
//!
//! **Invariant:** nothing in here computes a score or moves the simulation but through the core.

pub mod audio;
pub(crate) mod bridge;
mod flow;
mod frames;
mod icon;
pub mod input;
pub mod offscreen;
mod pace;
pub mod panels;
pub mod ramp;
pub mod scene;
pub mod theme;

pub use flow::{DebriefView, Moment, Played, Portraits, Sitter, debriefs, demo_pictures, moments, portraits, run};
pub use frames::{Measured, frame_times};
