//! One file per check; each reports every defect it finds and stops at none.

mod cannula;
mod case;
mod conditions;
mod dose;
mod phases;
mod phenotype;
mod references;
mod words;
mod zone;

pub(super) use cannula::{cannula, is_too_fine};
pub(super) use case::case;
pub(super) use conditions::conditions;
pub(super) use dose::dose;
pub(super) use phases::phases;
pub(super) use phenotype::phenotype;
pub(super) use references::references;
pub(super) use words::words;
pub(super) use zone::zone;
