//! The voice: rubbing that grows with the work of the hand, a hum that rises with the force on it, the hiss of product, and knocks.
//!
//! **Invariants:** at rest it is silent; more force is never quieter; a sample lies within ±1.

use bevy::audio::Source;
use std::f32::consts::TAU;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const RATE: u32 = 44_100;
/// Force below which the hum is silent, and at which it is loudest, N: from what fat alone resists to what a wall does (CLINICAL 4.2).
const HUM_N: (f32, f32) = (0.5, 5.0);
/// Pitch of the hum at its softest and loudest, Hz [design].
const HUM_HZ: (f32, f32) = (110.0, 330.0);
/// Power of the hand (force times speed) at which rubbing is half as loud as it gets, mW [design].
const RUB_MW: f32 = 6.0;
/// Flow at which the hiss is half as loud as it gets, µL/s [design].
const HISS_UL_S: f32 = 20.0;
/// Time in which a level follows what it is told, s: no clicks.
const GLIDE_S: f32 = 0.02;

/// Something that happens at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knock {
    /// A septum gives way.
    Pop,
    /// The tip passes into another layer.
    Layer,
    /// The tip meets bone.
    Bone,
    /// Something is wrong: a vessel, whitening, the skin pierced.
    Warning,
    /// A step is done.
    Done,
    /// A button.
    Click,
}

/// A knock's two tones (Hz), the second one's delay and the fall of both (s), and how loud it is.
struct Tones {
    hz: [f32; 2],
    delay_s: f32,
    fall_s: f32,
    loud: f32,
}

impl Knock {
    const ALL: [Self; 6] = [Self::Pop, Self::Layer, Self::Bone, Self::Warning, Self::Done, Self::Click];

    fn tones(self) -> Tones {
        let (hz, delay_s, fall_s, loud) = match self {
            Self::Pop => ([900.0, 1350.0], 0.0, 0.02, 0.35),
            Self::Layer => ([392.0, 523.0], 0.0, 0.06, 0.30),
            Self::Bone => ([140.0, 210.0], 0.0, 0.05, 0.60),
            Self::Warning => ([466.0, 349.0], 0.16, 0.14, 0.40),
            Self::Done => ([523.0, 784.0], 0.10, 0.18, 0.25),
            Self::Click => ([1200.0, 1800.0], 0.0, 0.008, 0.15),
        };
        Tones { hz, delay_s, fall_s, loud }
    }
}

/// What is heard now: written by the game, read by the voice.
#[derive(Debug, Default)]
pub struct Heard {
    volumes: [AtomicU32; 2],
    force_n: AtomicU32,
    power_mw: AtomicU32,
    flow_ul_s: AtomicU32,
    knocks: [AtomicU32; 6],
}

impl Heard {
    /// How loud it is, 0 to 1: what the hand feels, and the signals.
    pub fn set_volumes(&self, hand: f32, signals: f32) {
        for (kept, volume) in self.volumes.iter().zip([hand, signals]) {
            kept.store(volume.clamp(0.0, 1.0).to_bits(), Ordering::Relaxed);
        }
    }

    /// What the hand feels: axial force (N), speed along the shaft (mm/s), flow out of the port (µL/s). Signs do not matter.
    pub fn feel(&self, force_n: f64, speed_mm_s: f64, flow_ul_s: f64) {
        let store = |into: &AtomicU32, x: f64| into.store((if x.is_finite() { x.abs() as f32 } else { 0.0 }).to_bits(), Ordering::Relaxed);
        store(&self.force_n, force_n);
        store(&self.power_mw, force_n * speed_mm_s);
        store(&self.flow_ul_s, flow_ul_s);
    }

    /// Lets a knock be heard once.
    pub fn knock(&self, knock: Knock) {
        self.knocks[knock as usize].fetch_add(1, Ordering::Relaxed);
    }

    fn level(&self, of: &AtomicU32) -> f32 {
        f32::from_bits(of.load(Ordering::Relaxed))
    }
}

/// A level that follows what it is told without a jump.
#[derive(Clone, Copy, Default)]
struct Level(f32);

impl Level {
    fn towards(&mut self, wanted: f32) -> f32 {
        self.0 += (wanted - self.0) / (GLIDE_S * RATE as f32);
        self.0
    }
}

/// A knock that is dying away, and its age in samples.
#[derive(Clone, Copy)]
struct Ringing {
    knock: Knock,
    age: u32,
}

/// The samples: endless, one channel.
pub struct Voice {
    heard: Arc<Heard>,
    seen: [u32; 6],
    ringing: Vec<Ringing>,
    volumes: [Level; 2],
    force: Level,
    power: Level,
    flow: Level,
    phase: f32,
    noise: u32,
    rough: f32,
    soft: f32,
}

impl Voice {
    /// A voice that says what is heard; knocks of before are past.
    #[must_use]
    pub fn new(heard: Arc<Heard>) -> Self {
        let seen = Knock::ALL.map(|knock| heard.knocks[knock as usize].load(Ordering::Relaxed));
        Self {
            heard,
            seen,
            ringing: Vec::new(),
            volumes: [Level::default(); 2],
            force: Level::default(),
            power: Level::default(),
            flow: Level::default(),
            phase: 0.0,
            noise: 0x9e37_79b9,
            rough: 0.0,
            soft: 0.0,
        }
    }

    /// White noise within ±1 (xorshift, Marsaglia 2003).
    fn white(&mut self) -> f32 {
        self.noise ^= self.noise << 13;
        self.noise ^= self.noise >> 17;
        self.noise ^= self.noise << 5;
        self.noise as f32 / u32::MAX as f32 * 2.0 - 1.0
    }

    fn hum(&mut self) -> f32 {
        let (heard, wanted) = (&self.heard, &self.heard.force_n);
        let force = self.force.towards(heard.level(wanted));
        let share = ((force - HUM_N.0) / (HUM_N.1 - HUM_N.0)).clamp(0.0, 1.0);
        self.phase = (self.phase + (HUM_HZ.0 + (HUM_HZ.1 - HUM_HZ.0) * share) / RATE as f32).fract();
        let tone = (self.phase * TAU).sin() + 0.3 * (self.phase * 2.0 * TAU).sin();
        0.22 * share * tone
    }

    fn rubbing_and_hiss(&mut self) -> f32 {
        let (power, flow) = (self.heard.level(&self.heard.power_mw), self.heard.level(&self.heard.flow_ul_s));
        let (power, flow) = (self.power.towards(power), self.flow.towards(flow));
        let white = self.white();
        // Rubbing is low and rough, the hiss high and soft: one noise through a low pass, and what that leaves over.
        self.rough += 0.06 * (white - self.rough);
        self.soft += 0.4 * (white - self.soft);
        0.8 * self.rough * power / (power + RUB_MW) + 0.05 * (white - self.soft) * flow / (flow + HISS_UL_S)
    }

    fn ring(&mut self) -> f32 {
        for (index, knock) in Knock::ALL.into_iter().enumerate() {
            let count = self.heard.knocks[index].load(Ordering::Relaxed);
            if count != self.seen[index] {
                self.seen[index] = count;
                self.ringing.push(Ringing { knock, age: 0 });
            }
        }
        let mut sum = 0.0;
        for ringing in &mut self.ringing {
            let tones = ringing.knock.tones();
            let at = ringing.age as f32 / RATE as f32;
            for (hz, since) in [(tones.hz[0], at), (tones.hz[1], at - tones.delay_s)] {
                if since >= 0.0 {
                    let rise = (since / 0.002).min(1.0);
                    sum += 0.5 * tones.loud * rise * (-since / tones.fall_s).exp() * (since * hz * TAU).sin();
                }
            }
            ringing.age += 1;
        }
        self.ringing.retain(|ringing| {
            let tones = ringing.knock.tones();
            (ringing.age as f32) < (tones.delay_s + 8.0 * tones.fall_s) * RATE as f32
        });
        sum
    }
}

impl Iterator for Voice {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let wanted = [0, 1].map(|which| self.heard.level(&self.heard.volumes[which]));
        let [hand, signals] = [0, 1].map(|which| self.volumes[which].towards(wanted[which]));
        let felt = self.hum() + self.rubbing_and_hiss();
        Some((felt * hand + self.ring() * signals).clamp(-1.0, 1.0))
    }
}

impl Source for Voice {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> NonZero<u16> {
        NonZero::<u16>::MIN
    }

    fn sample_rate(&self) -> NonZero<u32> {
        NonZero::new(RATE).unwrap_or(NonZero::<u32>::MIN)
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
