//! Running a recording again.

use std::sync::Arc;

use super::{FORMAT, Header, Journal, Recording, codec};
use crate::session::{Controls, Session, Setup};

/// What came of running a recording again.
pub struct Replay {
    /// The session as it ended.
    pub session: Session,
    /// The first tick whose digest differs from the recorded one, or that follows the end of the session.
    pub first_differing_tick: Option<u64>,
}

/// Runs a recording again under the setup it was made with.
pub fn replay(recording: &Recording, setup: Arc<Setup>) -> Replay {
    run(recording, setup, |_, _| {})
}

fn run(recording: &Recording, setup: Arc<Setup>, mut after: impl FnMut(&Controls, &Session)) -> Replay {
    let mut session = Session::new(setup);
    let mut first_differing_tick = None;
    for (i, tick) in recording.ticks.iter().enumerate() {
        // A finished session does not move, nor does its digest: nothing would vouch for what the tick holds.
        let beyond = session.finished();
        session.step(&tick.controls);
        if first_differing_tick.is_none() && (beyond || session.digest() as u32 != tick.digest) {
            first_differing_tick = Some(i as u64);
        }
        after(&tick.controls, &session);
    }
    if first_differing_tick.is_none() && recording.final_digest != 0 && session.digest() != recording.final_digest {
        first_differing_tick = Some(recording.ticks.len().saturating_sub(1) as u64);
    }
    Replay { session, first_differing_tick }
}

/// Where a sealed recording first differs from the one that its controls give when they are played again: in a tick's digest, in the
/// last whole one, in what happened, or in what is there to be watched.
pub fn first_difference(recording: &Recording, setup: Arc<Setup>) -> Option<u64> {
    checked_replay(recording, setup).first_differing_tick
}

/// Runs a sealed recording again; its difference is that of [`first_difference`].
pub fn checked_replay(recording: &Recording, setup: Arc<Setup>) -> Replay {
    let header = Header { format: FORMAT, ..recording.header.clone() };
    let mut journal = Journal::start(Vec::new(), &header).expect("memory takes all that is written");
    let replay = run(recording, setup, |controls, session| {
        journal.push(controls, session).expect("memory takes all that is written");
    });
    let file = journal.seal().expect("memory takes all that is written");
    let again = Recording::read_sealed(&file).expect("it has just been sealed");
    let last = recording.ticks.len().saturating_sub(1) as u64;
    let first_differing_tick = replay
        .first_differing_tick
        .or_else(|| (recording.final_digest != again.final_digest).then_some(last))
        .or_else(|| differing(&recording.events, &again.events, |event| event.tick, codec::put_events))
        .or_else(|| differing(&recording.keyframes, &again.keyframes, |keyframe| keyframe.tick, codec::put_keyframes))
        .map(|tick| tick.min(last));
    Replay { session: replay.session, first_differing_tick }
}

/// Tick of the first thing whose bytes differ, or that only one of the two lists has.
fn differing<T>(told: &[T], again: &[T], tick: impl Fn(&T) -> u64, put: impl Fn(&mut Vec<u8>, &[T])) -> Option<u64> {
    let bytes = |one: &T| {
        let mut out = Vec::new();
        put(&mut out, std::slice::from_ref(one));
        out
    };
    let alike = told.iter().zip(again).take_while(|(told, again)| bytes(told) == bytes(again)).count();
    again.get(alike).or_else(|| told.get(alike)).map(tick)
}
