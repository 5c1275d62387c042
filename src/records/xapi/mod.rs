//! xAPI 1.0.3 as far as Fanline speaks it: statements about attempts and quiz rounds, strict both ways.
//!
//! What is written obeys the standard, and what is read is refused where the standard forbids it: unknown properties, nulls, two
//! identifiers of one person, a scaled score outside −1 to 1, names of extensions that are no IRIs (xAPI 1.0.3 part 2, "Data").
//!
//! **Invariant:** a statement's id follows from what it is about ([`Uuid::of`]), so that the same attempt told twice is the same
//! statement, and sending it again changes nothing.

mod sha1;
mod statement;
mod tell;
pub(crate) mod text;
mod time;

pub use statement::{
    Account, Activity, Actor, Context, ContextActivities, Definition, Extensions, Grade, LanguageMap, Outcome, Statement, StatementError, Verb,
};
pub use tell::{AttemptTold, RoundTold, SIMULATION, Teller, read_attempt};
pub use text::{Iri, LanguageTag, Mbox, NotAllowed, Uuid};
pub use time::{Span, Timestamp};
