//! Running a recording again.

use std::sync::Arc;

use super::Recording;
use crate::session::{Session, Setup};

/// What came of running a recording again.
pub struct Replay {
    /// The session as it ended.
    pub session: Session,
    /// The first tick whose digest differs from the recorded one.
    pub first_differing_tick: Option<u64>,
}

/// Runs a recording again under the setup it was made with.
pub fn replay(recording: &Recording, setup: Arc<Setup>) -> Replay {
    let mut session = Session::new(setup);
    let mut first_differing_tick = None;
    for (i, tick) in recording.ticks.iter().enumerate() {
        session.step(&tick.controls);
        if first_differing_tick.is_none() && session.digest() as u32 != tick.digest {
            first_differing_tick = Some(i as u64);
        }
    }
    if first_differing_tick.is_none() && recording.final_digest != 0 && session.digest() != recording.final_digest {
        first_differing_tick = Some(recording.ticks.len().saturating_sub(1) as u64);
    }
    Replay { session, first_differing_tick }
}
