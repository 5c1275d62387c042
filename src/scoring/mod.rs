//! From what was laid and done to an explained score: metrics, nodule risk, findings, critical errors, the scorecard.
//!
//! **Invariant:** scoring never learns who played; [`score`] is a pure function of session and rubric, to the bit. A total is never
//! shown without its parts, and the points lost in its findings add up to what is missing from 100.

mod areal_response;
mod assess;
mod critical;
mod finding;
mod ground;
mod laid;
pub mod learning;
mod metric;
pub mod motion;
pub mod nodule;
mod outlook;
mod rubric;
mod scorecard;
pub mod validity;

pub use areal_response::ArealResponse;
pub use assess::{Assessment, assess};
pub use critical::{CriticalError, CriticalKind};
pub use finding::{Finding, Severity};
pub use metric::{Definition, METRICS, Score, ripley_k};
pub use nodule::{Change, ChangeKind, HotSpot, NoduleModel, NoduleRisk};
pub use outlook::{NoduleCourse, NoduleDay, Outlook, OutlookDay};
pub use rubric::{Band, DepthRules, Rubric};
pub use scorecard::{MetricValue, ProfileSample, Scorecard, Scores, ThreadProfile, score};
