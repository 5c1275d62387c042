//! Synthetic operators, novice to expert, that drive a session like a person.
//!
//! **Invariant:** an operator acts only through [`crate::session::Controls`] and sees only a [`Sight`]: what the screen shows a person.
//! The score never learns who played.

mod attempt;
mod fan;
mod noise;
mod operator;
mod person;
mod rub;
mod sight;
mod skill;
mod study;
mod tremor;

pub use attempt::{Played, play};
pub use fan::{Fan, entry_share, nearest_entry};
pub use operator::{Fault, Operator};
pub use person::Person;
pub use sight::Sight;
pub use skill::{NAMED, Skill, SkillTable};
pub use study::{ATTEMPTS, Trial, study};
pub use tremor::Tremor;
