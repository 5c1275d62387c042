//! The class: who is in it, what they are set, the recordings they hand in, comments on them, the instructor's passes.
//!
//! **Invariants:** a trainee of the class is a learner of the records, and leaves with them. What a recording is worth comes from
//! simulating it again here, never from the file. While grading is blind, a code stands for the name wherever a member is shown.

mod assign;
mod board;
mod cohort_of;
mod ghost;
mod import;
mod pins;
mod roster;
mod told;

pub use assign::{Assigned, Assignment, Kind};
pub use board::BoardRow;
pub use cohort_of::{Cohort, Due, Trainee};
pub use ghost::Ghost;
pub use import::{Imported, Incoming, Outcome, Refusal, import};
pub use pins::{Pin, PinError, read_pins, write_pins};
pub use roster::{Member, RosterRow, read_roster, write_roster};
pub use told::{HOME_PAGE, statements, teller};
