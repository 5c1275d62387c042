//! From a phenotype to a patient: skin surface, layer stack, regions, hazards, zones.
//!
//! **Invariant:** depth is the perpendicular distance below the resting skin surface, in mm, positive inside;
//! the resting patient is the material frame in which tracks, deposits and hazards live.

pub mod layer;
pub mod region;

pub use layer::{Layer, LayerStack, TissueField, TissueSample};
pub use region::Region;
