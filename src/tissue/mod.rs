//! Tissue: how it pushes back, where product that was laid in it comes to lie, and how it responds over months.
//!
//! **Invariant:** deposits live in the material frame (the resting patient); nothing here knows which instrument laid them.

pub mod backflow;
pub mod contour;
pub mod deposit;
pub mod dose;
mod grid;
pub mod massage;
pub mod mechanics;
pub mod perfusion;
pub mod response;
pub mod slab;
pub mod smear;
pub mod spread;
pub mod swelling;
pub mod traction;

pub use backflow::{Annulus, Backflow, Hold, Portion, Split};
pub use contour::{dermal_mg_cm2, height_mm};
pub use deposit::{Deposit, Deposits, LOCAL_RADIUS_MM};
pub use dose::{ArealDose, areal_dose};
pub use massage::{MassageMechanics, Massaged, Stroke};
pub use mechanics::{LayerMechanics, Mechanics};
pub use perfusion::Perfusion;
pub use response::{CellDose, CellResponse, Estimate, Kinetics, Moment, Particle, ResponseModel};
pub use slab::{Slab, SlabShape};
pub use smear::Smear;
pub use spread::{LayerShare, Stiffness};
