//! The record of an attempt: every tick's controls, a running digest, events and keyframes.
//!
//! While open it is a journal of checksummed chunks of at most one second ([`Journal`]); a torn tail is cut. Sealed, it ends in a
//! chunk with the SHA-256 of all bytes before it and is refused if anything is missing or altered ([`Recording::read_sealed`]).
//! [`replay`] runs it again and names the first tick that differs; [`first_difference`] holds what is there to be watched against it too.
//!
//! **Invariant:** the ticks hold everything the simulation saw besides its setup; events and keyframes are there for watching a file
//! that another engine version made, and are never read by a replay.

mod chunk;
mod codec;
mod journal;
mod read;
mod replay;

pub use journal::Journal;
pub use read::RecordingError;
pub use replay::{Replay, checked_replay, first_difference, replay};

use super::Controls;

/// Version of the file format.
pub const FORMAT: u32 = 2;
/// Version of the engine whose digests a file holds.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// What a recording says of itself.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the file format.
    pub format: u32,
    /// Version of the engine that made it.
    pub engine: String,
    /// Drill that was played.
    pub drill: String,
    /// Hash of that drill and of all content it refers to.
    pub drill_hash: String,
    /// Seed of the attempt.
    pub seed: u64,
    /// Who played, as they call themselves; never read by the score.
    pub player: String,
}

/// One tick: what the hands did, and the low half of the running digest after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Controls of the tick.
    pub controls: Controls,
    /// Low 32 bits of the running digest after the tick.
    pub digest: u32,
}

/// An event as a watcher needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRecord {
    /// Tick of the event.
    pub tick: u64,
    /// Its name.
    pub name: String,
    /// Where, mm.
    pub at: Option<[f32; 3]>,
}

/// The cannula ten times a second, so that a file of another engine version can be watched.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyframe {
    /// Tick of the keyframe.
    pub tick: u64,
    /// Port in the material frame, mm.
    pub port: [f32; 3],
    /// Product laid so far, µL.
    pub laid_ul: f32,
    /// Points along the shaft in space, hub to tip, mm.
    pub shaft: Vec<[f32; 3]>,
}

/// A recording in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// What it says of itself.
    pub header: Header,
    /// Every tick.
    pub ticks: Vec<Tick>,
    /// What happened.
    pub events: Vec<EventRecord>,
    /// Where the cannula was.
    pub keyframes: Vec<Keyframe>,
    /// The whole digest after the last tick; 0 in a file that was never sealed.
    pub final_digest: u64,
}
