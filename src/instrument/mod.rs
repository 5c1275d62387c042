//! What the hand holds: gauges, tubes, the flexible rod, the cannula in tissue, the syringe.
//!
//! **Invariant:** nothing branches on "cannula" or "needle": they differ by tip shape, bore, length and port alone.

pub mod cannula;
mod entry;
mod gauge;
mod lumen;
pub mod probe;
mod reading;
pub mod rod;
pub mod syringe;
mod track;
mod tube;

pub use cannula::Cannula;
pub use entry::{EntryPoint, HubPose};
pub use gauge::{Gauge, STEEL_N_MM2};
pub use reading::{Pop, Reading};
pub use syringe::{Flow, Syringe};
pub use track::{SPACING_MM, TrackPoint};
pub use tube::{TipShape, Tube};
