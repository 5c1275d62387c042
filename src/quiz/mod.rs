//! The quiz: items with their sources, banks of items, rounds and exams, what an item shows, and when it is asked again.
//!
//! **Invariant:** every item names the source of its answer and explains it; a bank with a mistake in it is refused as a
//! whole, with every mistake named. A round is decided by its bank, its seed and the answers alone.

pub mod bank;
mod check;
pub mod daily;
pub mod evidence;
pub mod exam;
pub mod exhibit;
pub mod item;
pub mod point;
pub mod question;
mod raw;
mod reread;
pub mod round;
#[cfg(not(target_arch = "wasm32"))]
pub mod schedule;
pub mod section;
mod section_svg;
pub mod terminal;
mod told;
pub mod topic;
pub mod weak;

pub use bank::{Bank, QuizError, quizzes};
pub use daily::{Portion, today};
pub use evidence::{Evidence, Row, Status};
pub use exam::{Blueprint, Exam, ExamResult, blueprints};
pub use exhibit::{Exhibit, Predict, Replay, ReplayFault};
pub use item::Item;
pub use point::{Pointed, Pointing, Spot, Target};
pub use question::{Answer, Choice, Question, Refusal, Verdict};
pub use reread::Quizzes;
pub use round::{Round, RoundResult, TopicResult};
#[cfg(not(target_arch = "wasm32"))]
pub use schedule::{Grade, Memory, Review, Scheduler};
pub use section::{Asked, Section, SectionError, SectionKey, SectionView};
pub use told::replay_words;
pub use topic::{Certainty, Topic};
pub use weak::Weakness;
