//! Numbers as bytes: varints, zigzag, and controls as differences from the tick before.

use super::{EventRecord, Keyframe, Tick};
use crate::session::{Command, Controls};

/// Controls before the first tick of a chunk.
const REST: Controls = Controls { hub_um: [0; 3], direction_ppm: [0; 3], plunger_mn: 0, command: None };
const HAS_COMMAND: u8 = 0x80;

pub(super) fn put_varint(out: &mut Vec<u8>, mut x: u64) {
    while x >= 0x80 {
        out.push(x as u8 | 0x80);
        x >>= 7;
    }
    out.push(x as u8);
}

fn put_difference(out: &mut Vec<u8>, from: i32, to: i32) {
    let d = i64::from(to) - i64::from(from);
    put_varint(out, ((d << 1) ^ (d >> 63)) as u64);
}

/// Reads numbers from bytes; `None` past the end or where a number is out of range.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl Bytes<'_> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    pub(super) fn varint(&mut self) -> Option<u64> {
        let mut x = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            x |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(x);
            }
        }
        None
    }

    /// A count of things that each take at least `size` bytes.
    fn count(&mut self, size: usize) -> Option<usize> {
        let n = usize::try_from(self.varint()?).ok()?;
        (n.checked_mul(size)? <= self.0.len()).then_some(n)
    }

    fn difference(&mut self, from: i32) -> Option<i32> {
        let z = self.varint()?;
        let d = (z >> 1) as i64 ^ -((z & 1) as i64);
        i32::try_from(i64::from(from).checked_add(d)?).ok()
    }

    fn float(&mut self) -> Option<f32> {
        Some(f32::from_le_bytes(self.array()?))
    }

    fn point(&mut self) -> Option<[f32; 3]> {
        Some([self.float()?, self.float()?, self.float()?])
    }
}

fn fields(controls: &Controls) -> [i32; 7] {
    let ([a, b, c], [d, e, f]) = (controls.hub_um, controls.direction_ppm);
    [a, b, c, d, e, f, controls.plunger_mn]
}

pub(super) fn put_ticks(out: &mut Vec<u8>, ticks: &[Tick]) {
    put_varint(out, ticks.len() as u64);
    let mut last = fields(&REST);
    for tick in ticks {
        let now = fields(&tick.controls);
        let mut mask = if tick.controls.command.is_some() { HAS_COMMAND } else { 0 };
        for i in 0..now.len() {
            mask |= u8::from(now[i] != last[i]) << i;
        }
        out.push(mask);
        for i in (0..now.len()).filter(|i| mask & (1 << i) != 0) {
            put_difference(out, last[i], now[i]);
        }
        match tick.controls.command {
            None => {}
            Some(Command::Disinfect) => out.push(1),
            Some(Command::MakeEntry { point_um }) => {
                out.push(2);
                point_um.iter().for_each(|x| out.extend(x.to_le_bytes()));
            }
            Some(Command::Finish) => out.push(3),
        }
        out.extend(tick.digest.to_le_bytes());
        last = now;
    }
}

pub(super) fn take_ticks(bytes: &mut Bytes) -> Option<Vec<Tick>> {
    let mut ticks = Vec::with_capacity(bytes.count(5)?);
    let mut last = fields(&REST);
    for _ in 0..ticks.capacity() {
        let mask = bytes.byte()?;
        for (i, field) in last.iter_mut().enumerate() {
            if mask & (1 << i) != 0 {
                *field = bytes.difference(*field)?;
            }
        }
        let command = if mask & HAS_COMMAND == 0 {
            None
        } else {
            Some(match bytes.byte()? {
                1 => Command::Disinfect,
                2 => Command::MakeEntry {
                    point_um: [bytes.array()?, bytes.array()?, bytes.array()?].map(i32::from_le_bytes),
                },
                3 => Command::Finish,
                _ => return None,
            })
        };
        let [a, b, c, d, e, f, plunger_mn] = last;
        let controls = Controls { hub_um: [a, b, c], direction_ppm: [d, e, f], plunger_mn, command };
        ticks.push(Tick { controls, digest: u32::from_le_bytes(bytes.array()?) });
    }
    Some(ticks)
}

fn put_point(out: &mut Vec<u8>, point: [f32; 3]) {
    point.iter().for_each(|x| out.extend(x.to_le_bytes()));
}

pub(super) fn put_events(out: &mut Vec<u8>, events: &[EventRecord]) {
    put_varint(out, events.len() as u64);
    for event in events {
        put_varint(out, event.tick);
        put_varint(out, event.name.len() as u64);
        out.extend(event.name.as_bytes());
        out.push(u8::from(event.at.is_some()));
        if let Some(at) = event.at {
            put_point(out, at);
        }
    }
}

pub(super) fn take_events(bytes: &mut Bytes) -> Option<Vec<EventRecord>> {
    let mut events = Vec::with_capacity(bytes.count(3)?);
    for _ in 0..events.capacity() {
        let tick = bytes.varint()?;
        let length = bytes.count(1)?;
        let (name, rest) = bytes.0.split_at_checked(length)?;
        let name = String::from_utf8(name.to_vec()).ok()?;
        bytes.0 = rest;
        let at = match bytes.byte()? {
            0 => None,
            1 => Some(bytes.point()?),
            _ => return None,
        };
        events.push(EventRecord { tick, name, at });
    }
    Some(events)
}

pub(super) fn put_keyframes(out: &mut Vec<u8>, keyframes: &[Keyframe]) {
    put_varint(out, keyframes.len() as u64);
    for keyframe in keyframes {
        put_varint(out, keyframe.tick);
        put_point(out, keyframe.port);
        out.extend(keyframe.laid_ul.to_le_bytes());
        put_varint(out, keyframe.shaft.len() as u64);
        keyframe.shaft.iter().for_each(|point| put_point(out, *point));
    }
}

pub(super) fn take_keyframes(bytes: &mut Bytes) -> Option<Vec<Keyframe>> {
    let mut keyframes = Vec::with_capacity(bytes.count(18)?);
    for _ in 0..keyframes.capacity() {
        let tick = bytes.varint()?;
        let port = bytes.point()?;
        let laid_ul = bytes.float()?;
        let mut shaft = Vec::with_capacity(bytes.count(12)?);
        for _ in 0..shaft.capacity() {
            shaft.push(bytes.point()?);
        }
        keyframes.push(Keyframe { tick, port, laid_ul, shaft });
    }
    Some(keyframes)
}
