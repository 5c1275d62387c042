//! An attempt: a drill played to its end, recorded and judged; and whether a recording tells the truth.

use std::sync::Arc;

use crate::scoring::{Rubric, Scorecard, score};
use crate::session::recording::{ENGINE, FORMAT, Header, Recording, checked_replay, replay};
use crate::session::{Session, Setup};

use super::Drill;

/// A recording with the session that it gives again, and its score.
pub struct Attempt {
    /// The session as it ended.
    pub session: Session,
    /// Its score.
    pub scorecard: Scorecard,
    /// First tick at which the re-run differs from the recording.
    pub first_differing_tick: Option<u64>,
}

/// What `verify` says of a recording.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Verdict {
    /// Whether the recording is what the simulation gives.
    pub ok: bool,
    /// First tick that differs.
    pub first_differing_tick: Option<u64>,
    /// Why it is not ok.
    pub reason: Option<String>,
}

/// The header of a new recording of a drill.
pub fn header(drill: &Drill, drill_hash: &str, seed: u64, player: &str) -> Header {
    Header {
        format: FORMAT,
        engine: ENGINE.to_owned(),
        drill: drill.id.clone(),
        drill_hash: drill_hash.to_owned(),
        seed,
        player: player.to_owned(),
    }
}

/// Runs a recording again and scores it.
pub fn rerun(recording: &Recording, setup: Arc<Setup>, rubric: &Rubric) -> Attempt {
    let replayed = replay(recording, setup);
    let scorecard = score(&replayed.session, rubric);
    Attempt { session: replayed.session, scorecard, first_differing_tick: replayed.first_differing_tick }
}

/// Whether a recording is what the simulation of its drill gives: same engine, same content, every digest, event and keyframe equal.
/// The one thing in it that nothing vouches for is the player's name, which is no input of the simulation.
pub fn verify(recording: &Recording, drill_hash: &str, setup: Arc<Setup>) -> Verdict {
    match verified(recording, drill_hash, setup) {
        Ok(_) => Verdict { ok: true, first_differing_tick: None, reason: None },
        Err(verdict) => verdict,
    }
}

/// Verifies a recording as [`verify`] does, and scores it by the session that the verification gave.
///
/// # Errors
/// The verdict, when it is not ok.
pub fn verify_and_score(recording: &Recording, drill_hash: &str, setup: Arc<Setup>, rubric: &Rubric) -> Result<Attempt, Verdict> {
    let session = verified(recording, drill_hash, setup)?;
    let scorecard = score(&session, rubric);
    Ok(Attempt { session, scorecard, first_differing_tick: None })
}

fn verified(recording: &Recording, drill_hash: &str, setup: Arc<Setup>) -> Result<Session, Verdict> {
    let refuse = |reason: String| Err(Verdict { ok: false, first_differing_tick: None, reason: Some(reason) });
    if recording.header.engine != ENGINE {
        return refuse(format!("made by engine {}, this is {ENGINE}: it can be watched, not verified", recording.header.engine));
    }
    if recording.header.drill_hash != drill_hash {
        return refuse(format!("drill \"{}\" or its content has changed since", recording.header.drill));
    }
    if recording.ticks.is_empty() {
        return refuse("it holds no tick".to_owned());
    }
    let replay = checked_replay(recording, setup);
    match replay.first_differing_tick {
        None => Ok(replay.session),
        Some(tick) => Err(Verdict {
            ok: false,
            first_differing_tick: Some(tick),
            reason: Some(format!("the simulation differs from the recording at tick {tick}")),
        }),
    }
}
