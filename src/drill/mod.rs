//! Drills: their file shape, reading and writing it, validation, courses of them, the library of installed content, attempts (recording + scorecard, verify).
//!
//! **Invariant:** a [`Drill`] that exists has passed every check; a recording names its drill and the hash of all that the
//! simulation of it depends on.

pub mod attempt;
mod check;
mod course;
#[cfg(not(target_arch = "wasm32"))]
mod draft;
#[cfg(not(target_arch = "wasm32"))]
mod elsewhere;
#[cfg(not(target_arch = "wasm32"))]
pub mod library;
#[cfg(not(target_arch = "wasm32"))]
mod own;
mod raw;
#[cfg(not(target_arch = "wasm32"))]
mod reread;
#[cfg(not(target_arch = "wasm32"))]
mod save;
#[cfg(not(target_arch = "wasm32"))]
mod variant;
mod write;

pub use attempt::{Attempt, Verdict};
#[cfg(not(target_arch = "wasm32"))]
pub use draft::Draft;
pub use course::{Course, CourseWords, Step};
#[cfg(not(target_arch = "wasm32"))]
pub use library::{Library, LibraryError};
pub use raw::{Drill, DrillWords, Known, RawCannula, RawCase, RawDrill, RawPlane};
#[cfg(not(target_arch = "wasm32"))]
pub use save::SaveError;
#[cfg(not(target_arch = "wasm32"))]
pub use variant::Variant;
