//! A chunk: length, kind, payload, CRC-32 of kind and payload.

/// First bytes of every recording.
pub(super) const MAGIC: [u8; 8] = *b"FANLREC1";
/// Largest payload that is believed, so that a damaged length cannot ask for memory.
const LARGEST: usize = 1 << 20;

/// What a chunk holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Header = 1,
    Second = 2,
    Seal = 3,
}

fn checksum(kind: u8, payload: &[u8]) -> u32 {
    let mut crc = crc32fast::Hasher::new();
    crc.update(&[kind]);
    crc.update(payload);
    crc.finalize()
}

pub(super) fn encode(kind: Kind, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(payload.len() + 9);
    out.extend((payload.len() as u32).to_le_bytes());
    out.push(kind as u8);
    out.extend(payload);
    out.extend(checksum(kind as u8, payload).to_le_bytes());
    out
}

/// The first chunk of `bytes` and how many bytes it takes; `None` where it is cut short or damaged.
pub(super) fn decode(bytes: &[u8]) -> Option<(Kind, &[u8], usize)> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length) as usize;
    if length > LARGEST {
        return None;
    }
    let (&kind, rest) = rest.split_first()?;
    let (payload, rest) = rest.split_at_checked(length)?;
    let (sum, _) = rest.split_first_chunk::<4>()?;
    if checksum(kind, payload) != u32::from_le_bytes(*sum) {
        return None;
    }
    let kind = match kind {
        1 => Kind::Header,
        2 => Kind::Second,
        3 => Kind::Seal,
        _ => return None,
    };
    Some((kind, payload, length + 9))
}
