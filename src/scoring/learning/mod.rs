//! Learning curves over the attempts at one drill: rolling mean ± standard error, LC-CUSUM until proficiency is shown, CUSUM after it.
//!
//! One run says little: nobody is proficient by one attempt, and who was proficient is watched for a relapse.
//!
//! **Invariants:** a curve is a function of rules and attempts in their order; a point depends on no later attempt.

mod cusum;
mod curve;
mod rolling;
mod rules;

pub use cusum::{Limit, chance_of_signal};
pub use curve::{Attempted, CurvePoint, Standing, curve};
pub use rolling::{Rolling, WINDOW, rolling};
pub use rules::LearningRules;
