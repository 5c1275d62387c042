//! (being written)

pub mod syringe;

pub use syringe::{Flow, Syringe};
