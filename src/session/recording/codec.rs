//! Numbers as bytes: varints, zigzag, and controls as differences from the tick before.

use super::{EventRecord, Keyframe, Tick};
use crate::session::{BenchAct, CareAct, Command, ConsultAct, Controls, Finger, MarkAct};

/// Numbers of the hand with the syringe in a tick: hub, direction, plunger. Bits 0 to 6 of the mask say which of them changed.
const HAND: usize = 7;
/// Numbers of the finger: place and force. Bits 9 to 14 of the mask say which of them changed since the finger was last there.
const FINGER: usize = 6;
/// Bits of the mask: the tick has a command, the tick has a finger. A tick with neither has a mask of one byte.
const HAS_COMMAND: u64 = 1 << HAND;
const HAS_FINGER: u64 = 1 << (HAND + 1);
/// Bit of the finger's first number.
const FINGER_BIT: usize = HAND + 2;

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

fn hand(controls: &Controls) -> [i32; HAND] {
    let ([a, b, c], [d, e, f]) = (controls.hub_um, controls.direction_ppm);
    [a, b, c, d, e, f, controls.plunger_mn]
}

fn finger(finger: Finger) -> [i32; FINGER] {
    let ([a, b, c], [d, e, f]) = (finger.at_um, finger.force_mn);
    [a, b, c, d, e, f]
}

/// Bits, from `first` on, of the numbers that differ.
fn changed(last: &[i32], now: &[i32], first: usize) -> u64 {
    last.iter().zip(now).enumerate().fold(0, |mask, (i, (last, now))| mask | u64::from(last != now) << (first + i))
}

fn put_changed(out: &mut Vec<u8>, last: &mut [i32], now: &[i32]) {
    for (last, now) in last.iter_mut().zip(now).filter(|(last, now)| last != now) {
        put_difference(out, *last, *now);
        *last = *now;
    }
}

fn take_changed(bytes: &mut Bytes, last: &mut [i32], mask: u64) -> Option<()> {
    for (_, field) in last.iter_mut().enumerate().filter(|(i, _)| mask >> i & 1 != 0) {
        *field = bytes.difference(*field)?;
    }
    Some(())
}

fn put_command(out: &mut Vec<u8>, command: Command) {
    match command {
        Command::Disinfect => out.push(1),
        Command::MakeEntry { point_um } => {
            out.push(2);
            point_um.iter().for_each(|x| out.extend(x.to_le_bytes()));
        }
        Command::Finish => out.push(3),
        Command::Bench(act) => {
            out.push(4);
            out.extend(act.to_bytes());
        }
        Command::Consult(act) => {
            out.push(5);
            out.extend(act.to_bytes());
        }
        Command::Mark(act) => {
            out.extend([6, act.kind()]);
            act.point_um().iter().flatten().for_each(|x| out.extend(x.to_le_bytes()));
        }
        Command::Inspect => out.push(7),
        Command::Care(act) => out.extend([8, act.to_byte()]),
    }
}

fn take_point_um(bytes: &mut Bytes) -> Option<[i32; 3]> {
    Some([bytes.array()?, bytes.array()?, bytes.array()?].map(i32::from_le_bytes))
}

fn take_command(bytes: &mut Bytes) -> Option<Command> {
    Some(match bytes.byte()? {
        1 => Command::Disinfect,
        2 => Command::MakeEntry { point_um: take_point_um(bytes)? },
        3 => Command::Finish,
        4 => Command::Bench(BenchAct::from_bytes(bytes.array()?)?),
        5 => Command::Consult(ConsultAct::from_bytes(bytes.array()?)?),
        6 => {
            let kind = bytes.byte()?;
            Command::Mark(MarkAct::of_kind(kind, || take_point_um(bytes))?)
        }
        7 => Command::Inspect,
        8 => Command::Care(CareAct::from_byte(bytes.byte()?)?),
        _ => return None,
    })
}

pub(super) fn put_ticks(out: &mut Vec<u8>, ticks: &[Tick]) {
    put_varint(out, ticks.len() as u64);
    let (mut last_hand, mut last_finger) = ([0; HAND], [0; FINGER]);
    for Tick { controls, digest } in ticks {
        let now = hand(controls);
        let mut mask = changed(&last_hand, &now, 0);
        mask |= if controls.command.is_some() { HAS_COMMAND } else { 0 };
        let touch = controls.finger.map(finger);
        if let Some(touch) = touch {
            mask |= HAS_FINGER | changed(&last_finger, &touch, FINGER_BIT);
        }
        put_varint(out, mask);
        put_changed(out, &mut last_hand, &now);
        if let Some(command) = controls.command {
            put_command(out, command);
        }
        if let Some(touch) = touch {
            put_changed(out, &mut last_finger, &touch);
        }
        out.extend(digest.to_le_bytes());
    }
}

pub(super) fn take_ticks(bytes: &mut Bytes) -> Option<Vec<Tick>> {
    let mut ticks = Vec::with_capacity(bytes.count(5)?);
    let (mut last_hand, mut last_finger) = ([0; HAND], [0; FINGER]);
    for _ in 0..ticks.capacity() {
        let mask = bytes.varint()?;
        take_changed(bytes, &mut last_hand, mask)?;
        let command = if mask & HAS_COMMAND == 0 { None } else { Some(take_command(bytes)?) };
        let finger = if mask & HAS_FINGER == 0 {
            None
        } else {
            take_changed(bytes, &mut last_finger, mask >> FINGER_BIT)?;
            let [a, b, c, d, e, f] = last_finger;
            Some(Finger { at_um: [a, b, c], force_mn: [d, e, f] })
        };
        let [a, b, c, d, e, f, plunger_mn] = last_hand;
        let controls = Controls { hub_um: [a, b, c], direction_ppm: [d, e, f], plunger_mn, command, finger };
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
