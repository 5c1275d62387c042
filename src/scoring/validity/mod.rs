//! Does a number know skill: how well it tells experts from novices, follows skill, and repeats within a person.
//!
//! The statistics stand in `scoring` since they judge scores; they know numbers, persons and skills, and no operator.
//!
//! **Invariants:** every statistic is exact for ties, is `None` where it has no meaning (never NaN), and depends on the observations
//! alone, summed in their order.

mod auc;
mod cohen;
mod icc;
mod spearman;
mod summary;

pub use auc::{Auc, auc};
pub use cohen::cohen_d;
pub use icc::{Icc, icc};
pub use spearman::{ranks, spearman};
pub use summary::{Better, MIDDLE, Observation, Repeatability, Validity, fifth, validity};
