//! Any one stored thing changed, and the file sealed again over it (checksums recomputed, digests left), is caught by `verify`.
//!
//! Every field is forged at two ticks by default, at four hundred with `FANLINE_LONG=1`. The player's name alone can be changed: it is
//! no input of the simulation, and nothing that is simulated can vouch for it.

use std::sync::OnceLock;

use fanline::drill::{Verdict, attempt};
use fanline::geom::Vec3;
use fanline::product::{Diluent, Orientation};
use fanline::session::recording::{EventRecord, Journal, Recording, RecordingError};
use fanline::session::{BenchAct, Command, Controls, Finger, Session};
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};
use rayon::prelude::*;

use crate::determinism::controls;
use crate::drill::{library, setup};
use crate::long;

/// Played from the bench on.
const DRILL: &str = "radiesse-neck";
const SEED: u64 = 5;

/// A sealed recording in which every kind of command stands, and a finger.
pub(crate) fn recording() -> &'static Recording {
    static RECORDING: OnceLock<Recording> = OnceLock::new();
    RECORDING.get_or_init(|| {
        let drill = library().drill(DRILL).expect("an installed drill");
        let header = attempt::header(drill, &library().hash(drill), SEED, "a hand");
        let setup = setup(DRILL, SEED);
        let mut hands = controls(SEED * 3, &setup);
        let bench = [
            (3, BenchAct::Stroke { ms: 450 }),
            (126, BenchAct::Stand { seconds: 3, orientation: Orientation::OutletUp }),
            (150, BenchAct::ChangeCannula),
        ];
        for (tick, act) in bench {
            hands[tick].command = Some(Command::Bench(act));
        }
        for controls in &mut hands[300..380] {
            controls.finger = Some(Finger::new(setup.proposed_entries[0], Vec3::new(1.5, -1.0, -4.0)));
        }
        let last = hands.len() - 1;
        hands[last].command = Some(Command::Finish);
        let mut session = Session::new(setup);
        let mut journal = Journal::start(Vec::new(), &header).expect("memory");
        for controls in hands {
            session.step(&controls);
            journal.push(&controls, &session).expect("memory");
        }
        Recording::read_sealed(&journal.seal().expect("memory")).expect("it has just been sealed")
    })
}

/// What the command line says of a file.
fn verify(file: &[u8]) -> Result<Verdict, RecordingError> {
    let recording = Recording::read_sealed(file)?;
    let Ok(drill) = library().drill(&recording.header.drill) else {
        return Ok(Verdict { ok: false, first_differing_tick: None, reason: Some("no such drill".to_owned()) });
    };
    let setup = library().setup(drill, recording.header.seed).expect("a setup");
    Ok(attempt::verify(&recording, &library().hash(drill), setup))
}

/// A number to add that is not 0, small or large.
fn by(random: &mut Random) -> i32 {
    let size = random.random_range(0..31);
    let by = random.random_range(1..=1i32 << size.min(30));
    if random.random_bool(0.5) { by } else { -by }
}

fn flip(bits: u64, random: &mut Random, of: u32) -> u64 {
    bits ^ 1 << random.random_range(0..of)
}

fn flipped(x: f32, random: &mut Random) -> f32 {
    f32::from_bits(flip(u64::from(x.to_bits()), random, 32) as u32)
}

type Forge = fn(&mut Recording, &mut Random);

fn tick<'a>(recording: &'a mut Recording, random: &mut Random) -> &'a mut Controls {
    let at = random.random_range(0..recording.ticks.len());
    &mut recording.ticks[at].controls
}

/// The controls of a tick that `such` picks.
fn tick_with<'a>(recording: &'a mut Recording, random: &mut Random, such: impl Fn(&Controls) -> bool) -> &'a mut Controls {
    let all: Vec<usize> = (0..recording.ticks.len()).filter(|i| such(&recording.ticks[*i].controls)).collect();
    assert!(!all.is_empty(), "no such tick in the recording");
    &mut recording.ticks[all[random.random_range(0..all.len())]].controls
}

fn finger<'a>(recording: &'a mut Recording, random: &mut Random) -> &'a mut Finger {
    tick_with(recording, random, |controls| controls.finger.is_some()).finger.as_mut().expect("it was asked for")
}

fn act<'a>(recording: &'a mut Recording, random: &mut Random, such: impl Fn(&BenchAct) -> bool) -> &'a mut BenchAct {
    let controls = tick_with(recording, random, |controls| matches!(&controls.command, Some(Command::Bench(act)) if such(act)));
    match &mut controls.command {
        Some(Command::Bench(act)) => act,
        _ => unreachable!("it was asked for"),
    }
}

fn other<T: Copy + PartialEq>(all: &[(T, &str)], than: T, random: &mut Random) -> T {
    let others: Vec<T> = all.iter().map(|(one, _)| *one).filter(|one| *one != than).collect();
    others[random.random_range(0..others.len())]
}

fn event<'a>(recording: &'a mut Recording, random: &mut Random) -> &'a mut EventRecord {
    let at = random.random_range(0..recording.events.len());
    &mut recording.events[at]
}

macro_rules! numbers {
    ($($name:literal: $of:ident.$field:ident[$i:literal]),*) => {
        [$(($name, (|r: &mut Recording, random: &mut Random| {
            let d = by(random);
            let x = &mut $of(r, random).$field[$i];
            *x = x.wrapping_add(d);
        }) as Forge)),*]
    };
}

const NUMBERS: [(&str, Forge); 12] = numbers![
    "hub x": tick.hub_um[0], "hub y": tick.hub_um[1], "hub z": tick.hub_um[2],
    "direction x": tick.direction_ppm[0], "direction y": tick.direction_ppm[1], "direction z": tick.direction_ppm[2],
    "finger x": finger.at_um[0], "finger y": finger.at_um[1], "finger z": finger.at_um[2],
    "finger force x": finger.force_mn[0], "finger force y": finger.force_mn[1], "finger force z": finger.force_mn[2]
];

const OF_TICKS: [(&str, Forge); 22] = [
    ("plunger", |r, random| {
        let d = by(random);
        let x = &mut tick(r, random).plunger_mn;
        *x = x.wrapping_add(d);
    }),
    ("finger taken away", |r, random| tick_with(r, random, |c| c.finger.is_some()).finger = None),
    ("finger put on", |r, random| tick_with(r, random, |c| c.finger.is_none()).finger = Some(Finger { at_um: [0; 3], force_mn: [0; 3] })),
    ("command taken away", |r, random| tick_with(r, random, |c| c.command.is_some()).command = None),
    ("disinfects", |r, random| tick_with(r, random, |c| c.command != Some(Command::Disinfect)).command = Some(Command::Disinfect)),
    ("finishes", |r, random| tick_with(r, random, |c| c.command != Some(Command::Finish)).command = Some(Command::Finish)),
    ("makes an entry", |r, random| {
        tick_with(r, random, |c| c.command.is_none()).command = Some(Command::MakeEntry { point_um: [0; 3] });
    }),
    ("entry moved", |r, random| {
        let (d, i) = (by(random), random.random_range(0..3));
        match &mut tick_with(r, random, |c| matches!(c.command, Some(Command::MakeEntry { .. }))).command {
            Some(Command::MakeEntry { point_um }) => point_um[i] = point_um[i].wrapping_add(d),
            _ => unreachable!("it was asked for"),
        }
    }),
    ("fills", |r, random| tick_with(r, random, |c| c.command.is_none()).command = Some(Command::Bench(BenchAct::Fill))),
    ("fill becomes a change of cannula", |r, random| *act(r, random, |act| *act == BenchAct::Fill) = BenchAct::ChangeCannula),
    ("change of cannula becomes a fill", |r, random| *act(r, random, |act| *act == BenchAct::ChangeCannula) = BenchAct::Fill),
    ("stroke", |r, random| {
        let bit = flip(0, random, 16) as u16;
        if let BenchAct::Stroke { ms } = act(r, random, |act| matches!(act, BenchAct::Stroke { .. })) {
            *ms ^= bit;
        }
    }),
    ("standing", |r, random| {
        let bit = flip(0, random, 16) as u16;
        if let BenchAct::Stand { seconds, .. } = act(r, random, |act| matches!(act, BenchAct::Stand { .. })) {
            *seconds ^= bit;
        }
    }),
    ("orientation", |r, random| {
        let mut after = random.clone();
        if let BenchAct::Stand { orientation, .. } = act(r, random, |act| matches!(act, BenchAct::Stand { .. })) {
            *orientation = other(&Orientation::ALL, *orientation, &mut after);
        }
    }),
    ("product", |r, random| {
        let bit = flip(0, random, 8) as u8;
        if let BenchAct::Draw { product, .. } = act(r, random, |act| matches!(act, BenchAct::Draw { .. })) {
            *product ^= bit;
        }
    }),
    ("diluent", |r, random| {
        let mut after = random.clone();
        if let BenchAct::Draw { diluent, .. } = act(r, random, |act| matches!(act, BenchAct::Draw { .. })) {
            *diluent = other(&Diluent::ALL, *diluent, &mut after);
        }
    }),
    ("ratio", |r, random| {
        let bit = flip(0, random, 16) as u16;
        if let BenchAct::Draw { ratio_percent, .. } = act(r, random, |act| matches!(act, BenchAct::Draw { .. })) {
            *ratio_percent ^= bit;
        }
    }),
    ("digest of a tick", |r, random| {
        let at = random.random_range(0..r.ticks.len());
        r.ticks[at].digest = flip(u64::from(r.ticks[at].digest), random, 32) as u32;
    }),
    ("a tick left out", |r, random| {
        let at = random.random_range(0..r.ticks.len());
        r.ticks.remove(at);
    }),
    ("a tick twice", |r, random| {
        let at = random.random_range(0..r.ticks.len());
        r.ticks.insert(at, r.ticks[at]);
    }),
    ("a tick after the end", |r, random| {
        let mut last = r.ticks[r.ticks.len() - 1];
        last.controls.hub_um[0] += by(random) % 1000;
        last.controls.command = None;
        r.ticks.push(last);
    }),
    ("two ticks changed about", |r, random| {
        let at = random.random_range(1..r.ticks.len());
        r.ticks.swap(at - 1, at);
    }),
];

const OF_THE_REST: [(&str, Forge); 22] = [
    ("format", |r, random| r.header.format = r.header.format.wrapping_add_signed(by(random))),
    ("engine", |r, _| r.header.engine.push('1')),
    ("drill", |r, random| r.header.drill = ["harmonyca-cheek", "radiesse-jawline", "no-such"][random.random_range(0..3)].to_owned()),
    ("drill hash", |r, random| {
        let at = random.random_range(0..r.header.drill_hash.len());
        let digit = if r.header.drill_hash.as_bytes()[at] == b'0' { "1" } else { "0" };
        r.header.drill_hash.replace_range(at..=at, digit);
    }),
    ("seed", |r, random| r.header.seed = flip(r.header.seed, random, 64)),
    ("last digest", |r, random| r.final_digest = flip(r.final_digest, random, 64)),
    ("no last digest", |r, _| r.final_digest = 0),
    ("no tick at all", |r, _| r.ticks.clear()),
    ("tick of an event", |r, random| {
        let d = 1 + random.random_range(0..200);
        let event = event(r, random);
        event.tick = if event.tick >= d { event.tick - d } else { event.tick + d };
    }),
    ("name of an event", |r, random| event(r, random).name = "bone_touched_softly".to_owned()),
    ("place of an event", |r, random| {
        let placed: Vec<usize> = (0..r.events.len()).filter(|i| r.events[*i].at.is_some()).collect();
        let at = r.events[placed[random.random_range(0..placed.len())]].at.as_mut().expect("it was asked for");
        let i = random.random_range(0..3);
        at[i] = flipped(at[i], random);
    }),
    ("place of an event taken or given", |r, random| {
        let event = event(r, random);
        event.at = if event.at.is_some() { None } else { Some([0.0; 3]) };
    }),
    ("an event left out", |r, random| {
        let at = random.random_range(0..r.events.len());
        r.events.remove(at);
    }),
    ("an event twice", |r, random| {
        let at = random.random_range(0..r.events.len());
        r.events.insert(at, r.events[at].clone());
    }),
    ("all events left out", |r, _| r.events.clear()),
    ("tick of a keyframe", |r, random| {
        let at = random.random_range(0..r.keyframes.len());
        r.keyframes[at].tick += 1;
    }),
    ("port of a keyframe", |r, random| {
        let (at, i) = (random.random_range(0..r.keyframes.len()), random.random_range(0..3));
        r.keyframes[at].port[i] = flipped(r.keyframes[at].port[i], random);
    }),
    ("volume of a keyframe", |r, random| {
        let at = random.random_range(0..r.keyframes.len());
        r.keyframes[at].laid_ul = flipped(r.keyframes[at].laid_ul, random);
    }),
    ("shaft of a keyframe", |r, random| {
        let at = random.random_range(0..r.keyframes.len());
        let (node, i) = (random.random_range(0..r.keyframes[at].shaft.len()), random.random_range(0..3));
        r.keyframes[at].shaft[node][i] = flipped(r.keyframes[at].shaft[node][i], random);
    }),
    ("a point of a shaft left out", |r, random| {
        let at = random.random_range(0..r.keyframes.len());
        r.keyframes[at].shaft.pop();
    }),
    ("a keyframe left out", |r, random| {
        let at = random.random_range(0..r.keyframes.len());
        r.keyframes.remove(at);
    }),
    ("a keyframe twice", |r, random| {
        let at = random.random_range(0..r.keyframes.len());
        r.keyframes.insert(at, r.keyframes[at].clone());
    }),
];

#[test]
fn any_one_stored_thing_changed_and_sealed_again_is_caught() {
    let whole = recording();
    let verdict = verify(&whole.to_sealed()).expect("sealed");
    assert!(verdict.ok, "{verdict:?}");
    let fields: Vec<(&str, Forge)> = [&NUMBERS[..], &OF_TICKS[..], &OF_THE_REST[..]].concat();
    let times: u64 = long(2, 400);
    let cases: Vec<(&str, Forge, u64)> = fields.iter().flat_map(|(name, forge)| (0..times).map(|seed| (*name, *forge, seed))).collect();
    let passed = cases.par_iter().filter_map(|(name, forge, seed)| {
        let mut forged = whole.clone();
        forge(&mut forged, &mut Random::seed_from_u64(*seed));
        let file = forged.to_sealed();
        // Two equal neighbours changed about are no change.
        if file == whole.to_sealed() {
            return None;
        }
        match verify(&file) {
            Ok(verdict) if verdict.ok => Some(format!("{name}, seed {seed}: verified")),
            Ok(verdict) if verdict.reason.is_none() => Some(format!("{name}, seed {seed}: no reason")),
            // A changed format is refused on reading; every other file reads well.
            Err(error) if *name != "format" => Some(format!("{name}, seed {seed}: {error}")),
            _ => None,
        }
    });
    let passed: Vec<String> = passed.collect();
    println!("{} forged recordings of {} fields", cases.len(), fields.len());
    assert!(passed.is_empty(), "{passed:#?}");
}

#[test]
fn the_players_name_alone_is_not_vouched_for() {
    let mut forged = recording().clone();
    forged.header.player = "somebody else".to_owned();
    assert!(verify(&forged.to_sealed()).expect("sealed").ok);
}
