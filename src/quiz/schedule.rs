//! When a card (an item or a drill) is asked again: FSRS, from the crate `fsrs` with its default parameters.
//!
//! Days are counted from any fixed day; the room reads no clock. The memory is kept as the crate's own single-precision numbers.
//!
//! **Invariant:** the next interval is a whole number of days from 1 to 36,500.

use crate::scoring::Scorecard;
use fsrs::{FSRS, FSRSError, MemoryState};

/// Share of cards that should still be known when they are asked again (FSRS's own default).
const RETENTION: f32 = 0.9;
/// Longest interval, days.
const LONGEST: f32 = 36_500.0;
/// Points (0 to 100) from which a passed drill counts as good, and as easy [design].
const GOOD: f64 = 80.0;
const EASY: f64 = 92.0;

/// How well something was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Not known.
    Again,
    /// Known with effort.
    Hard,
    /// Known.
    Good,
    /// Known at once.
    Easy,
}

impl Grade {
    /// All grades, worst first.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// The grade's number as FSRS writes it, 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The grade of a number, 1 to 4.
    #[must_use]
    pub fn of(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.number() == number)
    }

    /// The grade of an answer: right is known, anything else is not. A person may say that it was hard or easy.
    #[must_use]
    pub fn of_answer(right: bool) -> Self {
        if right { Self::Good } else { Self::Again }
    }

    /// The grade of an attempt at a drill, from its score band: failed or below the pass mark again, then hard, from 80 points good,
    /// from 92 easy [design].
    #[must_use]
    pub fn of_score(total: f64, passed: bool) -> Self {
        match total {
            _ if !passed => Self::Again,
            total if total >= EASY => Self::Easy,
            total if total >= GOOD => Self::Good,
            _ => Self::Hard,
        }
    }

    /// The grade of a scorecard, as [`Grade::of_score`].
    #[must_use]
    pub fn of_card(card: &Scorecard) -> Self {
        Self::of_score(card.total, card.passed)
    }
}

/// What is remembered of a card.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Memory {
    /// Days after which nine in ten are still known.
    pub stability: f32,
    /// How hard it is, 1 to 10.
    pub difficulty: f32,
    /// The day of the last review.
    pub last_day: i64,
}

/// What a review leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Review {
    /// The memory after it.
    pub memory: Memory,
    /// Days until the next review, 1 to 36,500.
    pub interval_days: u32,
}

impl Review {
    /// The day on which the card is due again.
    #[must_use]
    pub fn due_day(&self) -> i64 {
        self.memory.last_day.saturating_add(i64::from(self.interval_days))
    }
}

/// Why a review cannot be scheduled: a memory that FSRS did not make.
#[derive(Debug, thiserror::Error)]
#[error("got a memory of stability {stability} and difficulty {difficulty}, allowed what a review has left: {reason}")]
pub struct BadMemory {
    /// Its stability.
    pub stability: f32,
    /// Its difficulty.
    pub difficulty: f32,
    /// What FSRS says.
    pub reason: FSRSError,
}

/// FSRS with its default parameters.
#[derive(Debug, Default)]
pub struct Scheduler(FSRS);

impl Scheduler {
    /// The scheduler.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What a review on a day leads to; `memory` is none for a card that was never reviewed. A day before the last review counts as
    /// that day.
    ///
    /// # Errors
    /// [`BadMemory`].
    pub fn review(&self, memory: Option<&Memory>, grade: Grade, day: i64) -> Result<Review, BadMemory> {
        let (stability, difficulty) = memory.map_or((0.0, 0.0), |memory| (memory.stability, memory.difficulty));
        let wrong = |reason| BadMemory { stability, difficulty, reason };
        if memory.is_some() && !(stability > 0.0 && (1.0..=10.0).contains(&difficulty)) {
            return Err(wrong(FSRSError::InvalidInput));
        }
        let elapsed = memory.map_or(0, |memory| day.saturating_sub(memory.last_day).clamp(0, i64::from(u32::MAX)));
        let elapsed = u32::try_from(elapsed).unwrap_or(u32::MAX);
        let state = memory.map(|_| MemoryState { stability, difficulty });
        let next = self.0.next_states(state, RETENTION, elapsed).map_err(wrong)?;
        let next = match grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        let memory = Memory {
            stability: next.memory.stability,
            difficulty: next.memory.difficulty,
            last_day: memory.map_or(day, |memory| day.max(memory.last_day)),
        };
        Ok(Review { memory, interval_days: next.interval.round().clamp(1.0, LONGEST) as u32 })
    }
}
