//! Response over months: what becomes of the carrier, the particles, collagen, the dermis and the lift under a dose that was laid.
//!
//! A [`CellDose`] is what lies under a cm² of skin after one sitting. [`ResponseModel`] holds the figures, [`Kinetics`] one product's
//! curves, [`Moment`] all that is the same for every cell on a day; [`Moment::response`] gives a cell's [`CellResponse`].
//!
//! Carrier and diluent leave exponentially, `CaHA` by dissolving from its surface, PLLA by hydrolysis. Bare particles recruit cells in
//! three steps; young cells make collagen III; grown old they make collagen I for as long as there is particle surface under them;
//! III is resorbed, part of it replaced by I; I is remodelled. This chain is linear, so sittings add. With x the sum of
//! dose ÷ half × (III + I), the skin gains most · x/(1 + x) of its dermis's thickness (a law of the form that the in-vitro doses follow).
//!
//! **Invariants:** no dose, no response. More dose never gives less. What enters as volume lifts as volume: on the day itself the lift is
//! the volume laid. A product's behaviour comes from its carrier, particles and concentration in the catalogue, never from its name.
//! **Illustrative**: there is no randomised trial of hyperdilute `CaHA` on the face; whoever shows these numbers says so.

mod kinetics;
mod model;
mod moment;

pub use kinetics::{CellDose, HORIZON_DAYS, Kinetics, Particle};
pub use model::ResponseModel;
pub use moment::{CellResponse, Estimate, Moment};
