//! The self-assessment quiz: items with their sources, banks of items, a round of questions and its result.
//!
//! **Invariant:** every item names the source of its answer and explains it; a bank with a mistake in it is refused as a
//! whole, with every mistake named. A round is decided by its bank, its seed and the answers alone.

pub mod bank;
pub mod item;
pub mod round;
pub mod terminal;

pub use bank::{Bank, QuizError, quizzes};
pub use item::{Choice, Item, Question, Topic};
pub use round::{Answer, Refusal, Round, RoundResult, TopicResult, Verdict};
