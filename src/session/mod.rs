//! A procedure as a stepped simulation: setup, controls in, events and deposits out; recordings and replay.
//!
//! **Invariant:** [`Session::step`] is the only way time passes, one [`DT`] a call; it depends on nothing but the setup and the
//! controls, to the bit. A session knows no drill and no score. Product is conserved: drawn = left + dead volume + laid + lost.

mod care;
mod consult;
mod controls;
mod course;
mod digest;
mod event;
mod hand;
mod inspection;
mod laying;
mod mark;
mod massage;
mod motion;
mod placement;
mod prepare;
pub mod recording;
mod setup;
mod stations;
mod step;
mod trial;
mod watch;

pub use care::{CareAct, Drug};
pub use consult::{Bearing, ConsentPoint, ConsultAct, ConsultTables, Consultation, Decision, Question, Weight};
pub use controls::{Command, Controls, Finger};
pub use event::{Event, EventKind, Refusal};
pub use hand::{Hand, Steer};
pub use inspection::{Inspection, WHITE_MG_CM2};
pub use laying::{Laying, LayingKind, Pass};
pub use mark::{MarkAct, MarkStroke};
pub use motion::Motion;
pub use placement::Ledger;
pub use prepare::BenchAct;
pub use setup::{Phase, Setup, TargetPlane};
pub use stations::Stations;
pub use step::Session;
pub use trial::{Trial, Trialled};

/// Length of one tick in s.
pub const DT: f64 = 1.0 / 120.0;
/// Ticks in one second.
pub const TICKS_PER_SECOND: u64 = 120;
