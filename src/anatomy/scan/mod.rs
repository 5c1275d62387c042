//! A person's own scan as a patient: read, placed by its landmarks, mended, and given what the built-in head knows of every spot.
//!
//! Reading ([`Soup`]) knows formats alone; [`Picks`] is the landmarks file beside the scan; [`import`] places the scan in our frame by
//! the landmarks, mends or refuses it, bends the built-in head onto it and carries reference coordinates, masks and landmarks over;
//! [`ScannedPatient`] is the result in a file. The layers, regions and hazards are then the same machinery as everybody's
//! ([`Anatomy::of_skin`](super::Anatomy::of_skin)), on the scan's own mesh.
//!
//! **Invariants:** the scan keeps its own size and surface: it is turned, its unit is changed, holes are closed, noise of up to 0.6 mm
//! is taken off, and nothing is done to it but what the list of [`Repair`]s says. No input panics.

mod clean;
mod decimate;
mod edges;
mod even;
mod gltf;
mod holes;
mod import;
mod obj;
mod picks;
mod placing;
mod ply;
mod register;
mod repair;
mod similarity;
mod soup;
mod stored;

pub use import::{ImportError, Imported, import};
pub use picks::{NEEDED, Person, Picks, Unit};
pub use repair::{Defect, Repair};
pub use soup::{ReadError, Soup};
pub use stored::{ScannedPatient, StoredError};
