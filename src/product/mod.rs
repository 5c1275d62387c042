//! What is injected: the catalogue of products, how one is prepared, how it flows.
//!
//! **Invariant:** a [`Mixture`] is what stands in the syringe; every figure of it comes from a file in `assets/products/`
//! (each with its source) by the arithmetic of [`preparation`].

pub mod catalogue;
pub mod preparation;
pub mod rheology;

pub use catalogue::{Catalogue, Carrier, CarrierRest, Product, SyringeSize};
pub use preparation::{Diluent, Mixture, MixtureClass, MixtureTraits, Preparation, PreparationError};
pub use rheology::HerschelBulkley;
