//! Sessions of 600 ticks under hands of every kind score the same to the bit: with one thread and with two, in debug and in release.
//!
//! `tests/golden/determinism.txt` holds a hash for each block of twenty sessions: their last digests, all that happened, and every
//! number of their scorecards. It is checked in whatever profile the test runs; `scripts/golden` writes it anew after a change of what
//! is simulated or how it is judged. The first block by default; `FANLINE_LONG=1` takes all fifty.

use std::sync::Arc;

use fanline::geom::Vec3;
use fanline::instrument::HubPose;
use fanline::product::{Diluent, Orientation};
use fanline::scoring::{Scorecard, score};
use fanline::session::{BenchAct, Command, Controls, DT, Finger, Hand, Phase, Session, Setup, Steer};
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};
use rayon::prelude::*;
use xxhash_rust::xxh64::xxh64;

use crate::drill::{library, setup};
use crate::{golden, long};

/// Length of a session, ticks.
pub(crate) const TICKS: usize = 600;
const DRILLS: [&str; 3] = ["harmonyca-cheek", "radiesse-jawline", "radiesse-neck"];
const BLOCK: u64 = 20;
const BLOCKS: u64 = 50;
const FILE: &str = "determinism.txt";

/// What holds the syringe.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Lays threads, rubs, mixes, now and then forgets something.
    Plausible,
    /// The same, with a wild tick here and there.
    Slipping,
    /// Numbers of every size, acts at any time.
    Wild,
}

fn kind(sample: u64) -> Kind {
    [Kind::Plausible, Kind::Slipping, Kind::Wild][(sample % 3) as usize]
}

/// The setup of a sample: an installed drill, in every other round played from the bench to the massage.
pub(crate) fn setup_of(sample: u64) -> Arc<Setup> {
    let round = sample / 3;
    let given = setup(DRILLS[(round % 3) as usize], sample);
    if round % 2 == 0 {
        return given;
    }
    let phases = vec![Phase::Prepare, Phase::Disinfect, Phase::Entry, Phase::Passes, Phase::Massage, Phase::Finish];
    Arc::new(Setup { phases, ..Setup::clone(&given) })
}

fn any_number(random: &mut Random) -> i32 {
    match random.random_range(0..6) {
        0 => 0,
        1 => random.random_range(-300..300),
        2 => random.random_range(-200_000..200_000),
        3 => random.random_range(-2_000_000..2_000_000),
        4 => [i32::MIN, i32::MAX, -1, 1][random.random_range(0..4)],
        _ => random.random(),
    }
}

fn three(random: &mut Random) -> [i32; 3] {
    [any_number(random), any_number(random), any_number(random)]
}

fn any_act(random: &mut Random) -> BenchAct {
    match random.random_range(0..5) {
        0 => BenchAct::Draw {
            product: random.random_range(0..8),
            diluent: Diluent::ALL[random.random_range(0..Diluent::ALL.len())].0,
            ratio_percent: if random.random_bool(0.5) { 100 } else { random.random() },
        },
        1 => BenchAct::Stroke { ms: random.random_range(0..2000) },
        2 => BenchAct::Stand { seconds: random.random_range(0..900), orientation: Orientation::ALL[random.random_range(0..3)].0 },
        3 => BenchAct::Fill,
        _ => BenchAct::ChangeCannula,
    }
}

/// Of the ticks of a wild hand one in so many holds a discrete act, and of those few end the session.
fn any_command(random: &mut Random, setup: &Setup) -> Option<Command> {
    if !random.random_bool(0.04) {
        return None;
    }
    Some(match random.random_range(0..40) {
        0 => Command::Finish,
        1..8 => Command::Disinfect,
        8..14 => Command::MakeEntry { point_um: three(random) },
        14..22 => Command::make_entry(somewhere(random, setup)),
        _ => Command::Bench(any_act(random)),
    })
}

/// A point of the zone's skin.
fn somewhere(random: &mut Random, setup: &Setup) -> Vec3 {
    setup.zone.cells[random.random_range(0..setup.zone.cells.len())].point
}

fn wild(random: &mut Random, setup: &Setup, last: &Controls) -> Controls {
    let mut controls = Controls { command: any_command(random, setup), ..*last };
    match random.random_range(0..8) {
        0 => controls.hub_um = three(random),
        1 => controls.direction_ppm = three(random),
        2 => controls.plunger_mn = any_number(random),
        3 => controls.finger = random.random_bool(0.5).then(|| Finger { at_um: three(random), force_mn: three(random) }),
        4 => {
            // Towards the patient, so that it is not all in the air.
            let at = somewhere(random, setup);
            let from = at + Vec3::new(random.random_range(-40.0..40.0), random.random_range(-40.0..40.0), random.random_range(5.0..60.0));
            controls = Controls::new(HubPose { position: from, direction: (at - from).normalize_or(Vec3::NEG_Z) }, random.random_range(-5.0..70.0), controls.command);
            controls.finger = last.finger;
        }
        _ => controls.hub_um = controls.hub_um.map(|x| x.saturating_add(random.random_range(-1500..1500))),
    }
    controls
}

/// A finger on the zone's skin: it presses inwards and stretches along.
fn touch(random: &mut Random, setup: &Setup) -> Finger {
    let cell = &setup.zone.cells[random.random_range(0..setup.zone.cells.len())];
    let along = cell.normal.any_orthonormal_vector() * random.random_range(-3.0..3.0);
    Finger::new(cell.point, along - cell.normal * random.random_range(0.0..12.0))
}

/// The discrete acts of a person who mostly knows the steps, by tick.
fn acts(random: &mut Random, setup: &Setup, entry: Vec3) -> Vec<(usize, Command)> {
    let mut acts = Vec::new();
    if random.random_bool(0.9) {
        acts.push((0, Command::Disinfect));
    }
    if setup.phases.contains(&Phase::Prepare) {
        let ratio_percent = [0, 50, 100, 150, 300][random.random_range(0..5)];
        let (diluent, _) = Diluent::ALL[random.random_range(0..Diluent::ALL.len())];
        let stroke = BenchAct::stroke(random.random_range(0.4..0.5));
        let bench = [
            (1, BenchAct::Draw { product: random.random_range(0..3), diluent, ratio_percent }),
            (2, stroke),
            (64, stroke),
            (126, BenchAct::Stand { seconds: random.random_range(0..120), orientation: Orientation::Lying }),
            (127, BenchAct::Fill),
        ];
        acts.extend(bench.map(|(at, act)| (at, Command::Bench(act))));
    }
    acts.push((130, Command::make_entry(entry)));
    if random.random_bool(0.1) {
        acts.push((random.random_range(131..TICKS), Command::Bench(any_act(random))));
    }
    if random.random_bool(0.5) {
        acts.push((random.random_range(TICKS - 60..TICKS), Command::Finish));
    }
    acts
}

/// What the hands of a sample do, tick by tick.
pub(crate) fn controls(sample: u64, setup: &Setup) -> Vec<Controls> {
    let mut random = Random::seed_from_u64(sample);
    let random = &mut random;
    let entries = &setup.proposed_entries;
    let entry = entries[random.random_range(0..entries.len())];
    let foot = setup.anatomy.project(entry);
    let ahead = setup.zone.frame.origin - foot.foot;
    let mut hand = Hand::new(foot.foot, foot.normal, ahead, setup.tube.length_mm);
    hand.yaw = random.random_range(-0.4..0.4);
    hand.pitch = random.random_range(0.1..0.5);
    let acts = acts(random, setup, entry);
    let (mut steer, mut plunger, mut finger, mut until) = (Steer::default(), 0.0, None, 131);
    let mut inwards = false;
    let mut out: Vec<Controls> = Vec::with_capacity(TICKS);
    for tick in 0..TICKS {
        if tick >= until {
            inwards = !inwards;
            steer = Steer {
                advance_mm_s: if inwards { random.random_range(60.0..170.0) } else { -random.random_range(20.0..160.0) },
                yaw_rad_s: random.random_range(-0.3..0.3),
                pitch_rad_s: random.random_range(-0.2..0.2),
                lift_mm_s: random.random_range(-3.0..3.0),
            };
            plunger = if inwards && random.random_bool(0.8) { 0.0 } else { random.random_range(0.0..45.0) };
            until = tick + random.random_range(30..90);
            finger = random.random_bool(0.3).then(|| touch(random, setup));
        }
        if let Some(finger) = &mut finger {
            finger.at_um = finger.at_um.map(|x| x + random.random_range(-120..=120));
        }
        hand.steer(steer, DT);
        let command = acts.iter().find(|(at, _)| *at == tick).map(|(_, command)| *command);
        let usual = Controls::new(hand.pose(), plunger, command).with_finger(finger);
        out.push(match (kind(sample), out.last()) {
            (Kind::Wild, Some(last)) => wild(random, setup, last),
            (Kind::Slipping, Some(_)) if random.random_bool(0.02) => wild(random, setup, &usual),
            _ => usual,
        });
    }
    out
}

/// Plays a sample and judges it by its drill's rubric.
pub(crate) fn played(sample: u64) -> (Session, Scorecard) {
    let setup = setup_of(sample);
    let hands = controls(sample, &setup);
    let mut session = Session::new(setup);
    for controls in &hands {
        session.step(controls);
    }
    let drill = library().drill(DRILLS[(sample / 3 % 3) as usize]).expect("an installed drill");
    let card = score(&session, library().rubric(&drill.rubric).expect("its rubric"));
    (session, card)
}

/// A number's shortest text gives it back to the bit, so that two texts are equal only if all bits are.
fn hash(sample: u64) -> u64 {
    let (session, card) = played(sample);
    xxh64(format!("{:?} {card:?}", session.events()).as_bytes(), session.digest())
}

fn block(block: u64) -> u64 {
    let hashes: Vec<u64> = (block * BLOCK..(block + 1) * BLOCK).into_par_iter().map(hash).collect();
    xxh64(&hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect::<Vec<_>>(), block)
}

#[test]
fn sessions_of_every_kind_score_the_same_with_one_thread_and_two_and_in_every_build() {
    let blocks = if golden::writes() { BLOCKS } else { long(1, BLOCKS) };
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| (0..blocks).map(block).collect::<Vec<_>>())
    };
    let (two, one) = (with(2), with(1));
    assert_eq!(two, one, "two threads, one thread");
    let told: Vec<String> = two.iter().map(|hash| format!("{hash:016x}")).collect();
    if golden::writes() {
        let head = "# A hash for each block of twenty sessions; written by scripts/golden.";
        return golden::write(FILE, format!("{head}\n{}\n", told.join("\n")).as_bytes());
    }
    let Some(text) = golden::read(FILE) else { return };
    let text = String::from_utf8(text).expect("text");
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(kept.len() as u64, BLOCKS);
    assert_eq!(told, kept[..blocks as usize], "other than tests/golden/{FILE}: if the simulation was meant to change, run scripts/golden");
}

#[test]
fn the_sampled_hands_do_much_of_what_hands_can_do() {
    let names = (0..long(18, 90)).into_par_iter().map(|sample| {
        let (session, _) = played(sample);
        let (ledger, passes) = (session.ledger(), session.passes().len());
        let names: Vec<&str> = session.events().iter().map(|event| event.kind.name()).collect();
        (names, passes, ledger.laid_ul)
    });
    let all: Vec<(Vec<&str>, usize, f64)> = names.collect();
    let seen = |name: &str| all.iter().filter(|(names, ..)| names.contains(&name)).count();
    for name in ["inserted", "withdrawn", "layer_entered", "spilled", "refused", "filled", "finished", "entry_made"] {
        assert!(seen(name) >= 2, "{name} in {} of {} sessions", seen(name), all.len());
    }
    let laying = all.iter().filter(|(_, passes, laid)| *passes > 0 && *laid > 1.0).count();
    println!("{laying} of {} sessions lay product", all.len());
    assert!(laying * 3 > all.len(), "{laying} of {} sessions lay product", all.len());
}
