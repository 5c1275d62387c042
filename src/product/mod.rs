//! What is injected: the catalogue of products, how one is prepared, how it flows, mixes and settles.
//!
//! **Invariant:** a [`Mixture`] is what stands in the syringe; every figure of it comes from a file in `assets/products/`
//! (each with its source) by the laws of [`suspension`], the history of its [`bench`] and nothing else.

pub mod bench;
pub mod catalogue;
pub mod column;
pub mod content;
pub mod diluent;
pub mod preparation;
pub mod rheology;
pub mod suspension;

pub use bench::{Bench, BenchView};
pub use catalogue::{Carrier, CarrierRest, Catalogue, Product, SyringeSize};
pub use column::{Column, Orientation};
pub use content::Content;
pub use diluent::Diluent;
pub use preparation::{Mixture, MixtureClass, MixtureTraits, Preparation, PreparationError};
pub use rheology::HerschelBulkley;
pub use suspension::Suspension;
