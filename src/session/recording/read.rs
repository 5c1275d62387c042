//! Reading recordings, sealed and torn.

use sha2::{Digest, Sha256};

use super::chunk::{self, Kind, MAGIC};
use super::codec::{self, Bytes};
use super::{FORMAT, Header, Recording};

/// Why a recording is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordingError {
    /// The file does not begin like a recording.
    #[error("not a recording: it does not begin with {:?}", std::str::from_utf8(&MAGIC).unwrap_or(""))]
    NotARecording,
    /// The header is damaged.
    #[error("the header is damaged: {0}")]
    Header(String),
    /// The format is another one.
    #[error("format version {got} is unknown, allowed: {FORMAT}")]
    Format {
        /// Version found.
        got: u32,
    },
    /// A chunk is cut short or damaged.
    #[error("damaged or cut short at byte {at}")]
    Damaged {
        /// Offset of the chunk.
        at: usize,
    },
    /// There is no seal: the attempt was not finished.
    #[error("not sealed: the recording ends without its seal")]
    NotSealed,
    /// The seal does not fit the content.
    #[error("the seal does not fit the content: {0}")]
    Seal(&'static str),
}

/// A recording as far as it can be read, and how many bytes of the file were good.
pub(super) struct Readable {
    pub(super) recording: Recording,
    pub(super) good: usize,
    seal: Option<(usize, Vec<u8>)>,
}

fn second(payload: &[u8], recording: &mut Recording) -> Option<()> {
    let mut bytes = Bytes(payload);
    let first = bytes.varint()?;
    if first != recording.ticks.len() as u64 {
        return None;
    }
    let ticks = codec::take_ticks(&mut bytes)?;
    let events = codec::take_events(&mut bytes)?;
    let keyframes = codec::take_keyframes(&mut bytes)?;
    if !bytes.0.is_empty() {
        return None;
    }
    recording.ticks.extend(ticks);
    recording.events.extend(events);
    recording.keyframes.extend(keyframes);
    Some(())
}

fn readable(file: &[u8]) -> Result<Readable, RecordingError> {
    let body = file.strip_prefix(&MAGIC).ok_or(RecordingError::NotARecording)?;
    let mut good = MAGIC.len();
    let (kind, payload, size) = chunk::decode(body).ok_or(RecordingError::Damaged { at: good })?;
    if kind != Kind::Header {
        return Err(RecordingError::Header("it is missing".to_owned()));
    }
    let header: Header = serde_json::from_slice(payload).map_err(|error| RecordingError::Header(error.to_string()))?;
    if header.format != FORMAT {
        return Err(RecordingError::Format { got: header.format });
    }
    good += size;
    let (ticks, events, keyframes) = (Vec::new(), Vec::new(), Vec::new());
    let mut recording = Recording { header, ticks, events, keyframes, final_digest: 0 };
    let mut seal = None;
    while let Some((kind, payload, size)) = chunk::decode(&file[good..]) {
        match kind {
            Kind::Second if second(payload, &mut recording).is_some() => {}
            Kind::Seal => {
                seal = Some((good, payload.to_vec()));
                good += size;
                break;
            }
            Kind::Header | Kind::Second => break,
        }
        good += size;
    }
    Ok(Readable { recording, good, seal })
}

impl Recording {
    /// Reads a sealed recording.
    ///
    /// # Errors
    /// When anything is missing, added or altered, with the reason.
    pub fn read_sealed(file: &[u8]) -> Result<Self, RecordingError> {
        let Readable { mut recording, good, seal } = readable(file)?;
        let Some((at, seal)) = seal else {
            return Err(if good == file.len() { RecordingError::NotSealed } else { RecordingError::Damaged { at: good } });
        };
        if good != file.len() {
            return Err(RecordingError::Seal("bytes follow it"));
        }
        let mut bytes = Bytes(&seal);
        let (Some(ticks), Some(digest), Some(sum)) = (bytes.array(), bytes.array(), bytes.array::<32>()) else {
            return Err(RecordingError::Seal("it is too short"));
        };
        if !bytes.0.is_empty() {
            return Err(RecordingError::Seal("it is too long"));
        }
        if sum[..] != Sha256::digest(&file[..at])[..] {
            return Err(RecordingError::Seal("SHA-256 differs"));
        }
        if u64::from_le_bytes(ticks) != recording.ticks.len() as u64 {
            return Err(RecordingError::Seal("the number of ticks differs"));
        }
        recording.final_digest = u64::from_le_bytes(digest);
        Ok(recording)
    }

    /// Reads a journal that may have a torn tail: the recording up to the last whole second, and how many bytes of the file are good.
    ///
    /// # Errors
    /// When not even the header can be read.
    pub fn read_journal(file: &[u8]) -> Result<(Self, usize), RecordingError> {
        readable(file).map(|readable| (readable.recording, readable.good))
    }
}
