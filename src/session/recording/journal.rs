//! Writing a recording while it happens.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::chunk::{self, Kind, MAGIC};
use super::{EventRecord, Header, Keyframe, Recording, Tick, codec};
use crate::session::{Controls, Session, TICKS_PER_SECOND};

/// Ticks between two keyframes (10 a second).
const KEYFRAME_TICKS: u64 = 12;
/// Every so manieth node of the rod goes into a keyframe.
const SHAFT_STEP: usize = 4;

/// A recording under way: each second of it reaches the writer as soon as it is over.
pub struct Journal<W: Write> {
    writer: W,
    hash: Sha256,
    ticks: Vec<Tick>,
    events: Vec<EventRecord>,
    keyframes: Vec<Keyframe>,
    written_ticks: u64,
    known_events: usize,
    final_digest: u64,
}

fn single(point: crate::geom::Vec3) -> [f32; 3] {
    point.to_array().map(|x| x as f32)
}

impl<W: Write> Journal<W> {
    /// Starts a journal by writing its header.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn start(writer: W, header: &Header) -> io::Result<Self> {
        let mut journal = Self {
            writer,
            hash: Sha256::new(),
            ticks: Vec::new(),
            events: Vec::new(),
            keyframes: Vec::new(),
            written_ticks: 0,
            known_events: 0,
            final_digest: 0,
        };
        journal.emit(&MAGIC)?;
        let header = serde_json::to_vec(header).map_err(io::Error::other)?;
        journal.emit(&chunk::encode(Kind::Header, &header))?;
        Ok(journal)
    }

    fn emit(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.writer.write_all(bytes)?;
        self.writer.flush()
    }

    /// Notes a tick that the session has just taken under `controls`.
    ///
    /// # Errors
    /// Whatever the writer says, once a second.
    pub fn push(&mut self, controls: &Controls, session: &Session) -> io::Result<()> {
        self.final_digest = session.digest();
        self.ticks.push(Tick { controls: *controls, digest: session.digest() as u32 });
        for event in &session.events()[self.known_events..] {
            self.events.push(EventRecord {
                tick: event.tick,
                name: event.kind.name().to_owned(),
                at: event.kind.place().map(single),
            });
        }
        self.known_events = session.events().len();
        if session.tick().is_multiple_of(KEYFRAME_TICKS) && let Some(reading) = session.reading() {
            self.keyframes.push(Keyframe {
                tick: session.tick(),
                port: single(reading.port_material),
                laid_ul: session.ledger().laid_ul as f32,
                shaft: session.cannula().nodes().iter().step_by(SHAFT_STEP).map(|node| single(*node)).collect(),
            });
        }
        if self.ticks.len() as u64 >= TICKS_PER_SECOND { self.write_second() } else { Ok(()) }
    }

    fn write_second(&mut self) -> io::Result<()> {
        if self.ticks.is_empty() {
            return Ok(());
        }
        let payload = encode_second(self.written_ticks, &self.ticks, &self.events, &self.keyframes);
        self.written_ticks += self.ticks.len() as u64;
        self.ticks.clear();
        self.events.clear();
        self.keyframes.clear();
        self.emit(&chunk::encode(Kind::Second, &payload))
    }

    /// Writes what is left and seals the recording.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn seal(mut self) -> io::Result<W> {
        self.write_second()?;
        let seal = encode_seal(self.written_ticks, self.final_digest, &self.hash);
        self.writer.write_all(&seal)?;
        self.writer.flush()?;
        Ok(self.writer)
    }
}

fn encode_second(first: u64, ticks: &[Tick], events: &[EventRecord], keyframes: &[Keyframe]) -> Vec<u8> {
    let mut payload = Vec::new();
    codec::put_varint(&mut payload, first);
    codec::put_ticks(&mut payload, ticks);
    codec::put_events(&mut payload, events);
    codec::put_keyframes(&mut payload, keyframes);
    payload
}

fn encode_seal(ticks: u64, final_digest: u64, hash: &Sha256) -> Vec<u8> {
    let mut payload = Vec::new();
    payload.extend(ticks.to_le_bytes());
    payload.extend(final_digest.to_le_bytes());
    payload.extend(hash.clone().finalize());
    chunk::encode(Kind::Seal, &payload)
}

impl Recording {
    /// The sealed file of this recording, with the digests it holds.
    pub fn to_sealed(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let header = serde_json::to_vec(&self.header).expect("a header is plain text and numbers");
        out.extend(chunk::encode(Kind::Header, &header));
        for (i, ticks) in self.ticks.chunks(TICKS_PER_SECOND as usize).enumerate() {
            let first = i as u64 * TICKS_PER_SECOND;
            let span = first..first + TICKS_PER_SECOND;
            let events: Vec<_> = self.events.iter().filter(|event| span.contains(&event.tick)).cloned().collect();
            let keyframes: Vec<_> =
                self.keyframes.iter().filter(|keyframe| span.contains(&(keyframe.tick - 1))).cloned().collect();
            out.extend(chunk::encode(Kind::Second, &encode_second(first, ticks, &events, &keyframes)));
        }
        let mut hash = Sha256::new();
        hash.update(&out);
        out.extend(encode_seal(self.ticks.len() as u64, self.final_digest, &hash));
        out
    }
}
