//! From a phenotype to a patient: skin surface, layer stack, regions, hazards, zones.
//!
//! **Invariant:** depth is the perpendicular distance below the resting skin surface, in mm, positive inside;
//! the resting patient is the material frame in which tracks, deposits and hazards live.

pub mod base;
pub mod layer;
mod morph;
pub mod phenotype;
pub mod region;
pub mod skin;
mod subdivide;

pub use base::{Base, BaseError};
pub use layer::{Layer, LayerStack, TissueField, TissueSample};
pub use phenotype::{Phenotype, Sex};
pub use region::Region;
pub use skin::{Detail, Landmark, Landmarks, Mask, Masks, Skin};
