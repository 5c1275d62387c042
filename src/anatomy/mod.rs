//! From a phenotype to a patient: skin surface, layer stack, regions, hazards, zones.
//!
//! **Invariant:** depth is the perpendicular distance below the resting skin surface, in mm, positive inside;
//! the resting patient is the material frame in which tracks, deposits and hazards live.

pub mod anchor;
pub mod base;
pub mod body;
pub mod hazard;
pub mod hazard_tables;
mod hazard_variation;
pub mod layer;
pub mod measure;
mod morph;
pub mod norms;
pub mod patient;
pub mod phenotype;
pub mod population;
pub mod region;
mod region_field;
pub mod region_outline;
pub mod scan;
mod shell;
pub mod site;
mod site_mesh;
pub mod skin;
mod subdivide;
pub mod tables;
pub mod tension;
pub mod tension_lines;
pub mod tension_tables;
pub mod thickness;
pub mod traits;
mod vicinity;
pub mod zone;
mod zone_border;
mod zone_reach;

pub use anchor::{Anchor, Chart, Side, UnknownLandmark};
pub use base::{Base, BaseError};
pub use body::{Anatomy, AnatomyTables};
pub use hazard::{Certainty, Clearance, Hazard, HazardKind, HazardShape};
pub use hazard_tables::HazardTables;
pub use layer::{Layer, LayerStack, TissueField, TissueSample};
pub use measure::{Measure, Measures};
pub use patient::ReadyPatient;
pub use phenotype::{Phenotype, Sex};
pub use region::Region;
pub use population::person;
pub use region_outline::RegionOutline;
pub use site::{Part, Site, SiteError, SiteLayer};
pub use skin::{Detail, Landmark, Landmarks, Mask, Masks, Skin};
pub use tables::Tables;
pub use tension::TensionField;
pub use tension_tables::{TensionLine, TensionTables};
pub use traits::Trait;
pub use vicinity::Vicinity;
pub use zone::{Zone, ZoneCell, ZoneError, ZoneSpec};
