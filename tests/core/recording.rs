//! Recordings: what was written is read, what was altered is refused, what was forged is named by its tick.

use std::sync::{Arc, OnceLock};

use fanline::drill::attempt;
use fanline::geom::Vec3;
use fanline::session::recording::{ENGINE, Journal, Recording, RecordingError, Tick};
use fanline::session::{Command, Controls, Finger, Session, Setup};
use fanline::trainee::Operator;
use proptest::prelude::*;

use crate::drill::{library, setup, skill};

const DRILL: &str = "harmonyca-cheek";
const SEED: u64 = 3;
/// Not a whole number of seconds, so that the last chunk is short.
const TICKS: usize = 500;

fn hash() -> String {
    library().hash(library().drill(DRILL).expect("a drill"))
}

/// The beginning of an expert's attempt: its journal, and sealed.
fn files() -> &'static (Vec<u8>, Vec<u8>) {
    static FILES: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    FILES.get_or_init(|| {
        let header = attempt::header(library().drill(DRILL).expect("a drill"), &hash(), SEED, "expert");
        let write = |seal: bool| {
            let mut session = Session::new(setup(DRILL, SEED));
            let mut operator = Operator::new(skill(1.0), None, SEED);
            let mut out = Vec::new();
            let mut journal = Journal::start(&mut out, &header).expect("memory");
            for _ in 0..TICKS {
                let controls = operator.act(&session);
                session.step(&controls);
                journal.push(&controls, &session).expect("memory");
            }
            if seal {
                journal.seal().expect("memory");
            } else {
                drop(journal);
            }
            out
        };
        (write(false), write(true))
    })
}

fn sealed() -> &'static [u8] {
    &files().1
}

fn recording() -> Recording {
    Recording::read_sealed(sealed()).expect("a good recording")
}

#[test]
fn what_is_written_is_read_and_sealed_again_to_the_same_bytes() {
    let read = recording();
    assert_eq!(read.ticks.len(), TICKS);
    assert_eq!((read.header.drill.as_str(), read.header.seed, read.header.engine.as_str()), (DRILL, SEED, ENGINE));
    assert!(read.events.iter().any(|event| event.name == "entry_made"), "{:?}", read.events);
    assert_eq!(read.keyframes.len(), TICKS / 12);
    assert!(read.final_digest != 0);
    assert!(read.to_sealed() == sealed(), "other bytes");
    let replayed = attempt::verify(&read, &hash(), setup(DRILL, SEED));
    assert!(replayed.ok, "{replayed:?}");
}

#[test]
fn an_attempt_that_the_time_limit_ends_seals_to_the_same_bytes() {
    for limit_ticks in [240, 250] {
        let setup = Arc::new(Setup { limit_ticks, ..Setup::clone(&setup(DRILL, SEED)) });
        let header = attempt::header(library().drill(DRILL).expect("a drill"), &hash(), SEED, "novice");
        let played = fanline::trainee::play(setup, Operator::new(skill(0.0), None, SEED), &header).expect("memory");
        let read = Recording::read_sealed(&played.recording).expect("a good recording");
        assert_eq!(read.ticks.len() as u64, limit_ticks);
        assert_eq!(read.events.last().map(|event| event.name.as_str()), Some("finished"));
        assert!(read.to_sealed() == played.recording, "other bytes at {limit_ticks} ticks");
    }
}

#[test]
fn a_journal_cut_anywhere_gives_a_prefix_of_whole_seconds() {
    let (journal, _) = files();
    let whole = recording();
    let mut seen = std::collections::BTreeSet::new();
    for cut in 0..=journal.len() {
        match Recording::read_journal(&journal[..cut]) {
            Ok((read, good)) => {
                assert!(good <= cut);
                assert!(read.ticks.len().is_multiple_of(120), "{} ticks of {cut} bytes", read.ticks.len());
                assert_eq!(read.ticks[..], whole.ticks[..read.ticks.len()]);
                seen.insert(read.ticks.len());
            }
            Err(_) => assert!(cut < 400, "the header alone was cut, not {cut} bytes"),
        }
        assert!(Recording::read_sealed(&journal[..cut]).is_err());
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, 120, 240, 360, 480]);
}

#[test]
fn every_truncation_of_a_sealed_file_is_refused() {
    for cut in 0..sealed().len() {
        let error = Recording::read_sealed(&sealed()[..cut]).expect_err("cut short");
        assert!(!error.to_string().is_empty());
    }
    let mut longer = sealed().to_vec();
    longer.push(0);
    assert_eq!(Recording::read_sealed(&longer), Err(RecordingError::Seal("bytes follow it")));
    assert_eq!(Recording::read_sealed(&files().0), Err(RecordingError::NotSealed));
    assert_eq!(Recording::read_sealed(b"<html>"), Err(RecordingError::NotARecording));
}

#[test]
fn an_unknown_format_version_is_named() {
    let mut other = recording();
    other.header.format = 7;
    let error = Recording::read_sealed(&other.to_sealed()).expect_err("version 7");
    assert_eq!(error, RecordingError::Format { got: 7 });
    assert!(error.to_string().contains('7') && error.to_string().contains("allowed: 2"), "{error}");
}

#[test]
fn another_engine_or_drill_is_named_as_such_and_not_called_tampered() {
    let mut other = recording();
    other.header.engine = "99.0.0".to_owned();
    let verdict = attempt::verify(&other, &hash(), setup(DRILL, SEED));
    assert!(!verdict.ok && verdict.first_differing_tick.is_none());
    assert!(verdict.reason.as_deref().is_some_and(|reason| reason.contains("99.0.0")), "{verdict:?}");
    let verdict = attempt::verify(&recording(), "another hash", setup(DRILL, SEED));
    assert!(verdict.reason.is_some_and(|reason| reason.contains(DRILL)));
}

/// What may happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    Flip(prop::sample::Index, u8),
    Swap(prop::sample::Index, prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Remove(prop::sample::Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), 0u8..8).prop_map(|(i, bit)| Damage::Flip(i, bit)),
        (at(), at()).prop_map(|(i, j)| Damage::Swap(i, j)),
        (at(), prop::collection::vec(any::<u8>(), 1..40)).prop_map(|(i, bytes)| Damage::Insert(i, bytes)),
        (at(), 1usize..40).prop_map(|(i, n)| Damage::Remove(i, n)),
    ]
}

fn damaged(file: &[u8], damage: &[Damage]) -> Vec<u8> {
    let mut file = file.to_vec();
    for one in damage {
        match one {
            Damage::Flip(at, bit) => {
                let at = at.index(file.len());
                file[at] ^= 1 << bit;
            }
            Damage::Swap(a, b) => {
                let (a, b) = (a.index(file.len()), b.index(file.len()));
                file.swap(a, b);
            }
            Damage::Insert(at, bytes) => {
                let at = at.index(file.len());
                file.splice(at..at, bytes.iter().copied());
            }
            Damage::Remove(at, n) => {
                let at = at.index(file.len());
                let to = (at + n).min(file.len());
                file.drain(at..to);
            }
        }
    }
    file
}

/// Changes one thing in the controls of a tick, so that it differs for the simulation.
fn forge(recording: &mut Recording, tick: usize, field: usize, by: i32) {
    let controls = &mut recording.ticks[tick].controls;
    match field {
        0..3 => controls.hub_um[field] += by,
        3..6 => controls.direction_ppm[field - 3] += by,
        6 => controls.plunger_mn += by.abs(),
        7 => {
            let mut finger = controls.finger.unwrap_or(Finger { at_um: [1; 3], force_mn: [2; 3] });
            finger.at_um[0] += by;
            controls.finger = Some(finger);
        }
        8 => controls.command = if controls.command == Some(Command::Disinfect) { None } else { Some(Command::Disinfect) },
        _ => controls.command = Some(Command::MakeEntry { point_um: [by, 0, 0] }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_sealed_file_is_refused_with_a_reason(damage in prop::collection::vec(damage(), 1..4)) {
        let file = damaged(sealed(), &damage);
        prop_assume!(file != sealed());
        let error = Recording::read_sealed(&file).expect_err("a damaged file");
        prop_assert!(!error.to_string().is_empty());
        // A journal of it is a prefix or nothing, whatever the damage.
        if let Ok((read, good)) = Recording::read_journal(&file) {
            prop_assert!(good <= file.len());
            prop_assert!(read.ticks.len() <= TICKS);
        }
    }

    #[test]
    fn bytes_of_any_kind_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut file = b"FANLREC1".to_vec();
        file.extend(&bytes);
        prop_assert!(Recording::read_sealed(&file).is_err());
        prop_assert!(Recording::read_sealed(&bytes).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_control_is_named_by_its_tick(tick in 0..TICKS, field in 0usize..10, by in prop_oneof![-900i32..0, 1i32..900]) {
        let mut forged = recording();
        forge(&mut forged, tick, field, by);
        prop_assume!(forged != recording());
        let sealed = forged.to_sealed();
        let read = Recording::read_sealed(&sealed).expect("sealed again it reads");
        prop_assert_eq!(&read, &forged);
        let verdict = attempt::verify(&read, &hash(), setup(DRILL, SEED));
        prop_assert_eq!(verdict.first_differing_tick, Some(tick as u64), "field {}", field);
        prop_assert!(!verdict.ok && verdict.reason.is_some());
    }
}

fn number() -> impl Strategy<Value = i32> {
    prop_oneof![Just(0), -300..300, any::<i32>()]
}

fn controls() -> impl Strategy<Value = Controls> {
    let three = || prop::array::uniform3(number());
    let command = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Command::Disinfect)),
        1 => Just(Some(Command::Finish)),
        1 => three().prop_map(|point_um| Some(Command::MakeEntry { point_um })),
    ];
    let finger = prop::option::of((three(), three()).prop_map(|(at_um, force_mn)| Finger { at_um, force_mn }));
    (three(), three(), number(), command, finger).prop_map(|(hub_um, direction_ppm, plunger_mn, command, finger)| Controls {
        hub_um,
        direction_ppm,
        plunger_mn,
        command,
        finger,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_hands_do_is_read_as_it_was_written(acts in prop::collection::vec(controls(), 1..300)) {
        let mut one = recording();
        one.events.clear();
        one.keyframes.clear();
        one.ticks = acts.iter().enumerate().map(|(i, controls)| Tick { controls: *controls, digest: i as u32 }).collect();
        prop_assert_eq!(Recording::read_sealed(&one.to_sealed()), Ok(one));
    }
}

#[test]
fn a_finger_is_kept_to_the_micrometre_and_the_millinewton() {
    let finger = Finger::new(Vec3::new(12.3456, -0.5, 88.0), Vec3::new(0.0, 1.5, -4.0));
    assert_eq!((finger.at_um, finger.force_mn), ([12346, -500, 88000], [0, 1500, -4000]));
    assert!(finger.at().distance(Vec3::new(12.346, -0.5, 88.0)) < 1e-9);
    assert_eq!(Finger::new(finger.at(), finger.force()), finger);
    let wild = Finger::new(Vec3::new(f64::NAN, 1e9, 0.0), Vec3::new(-1e9, f64::INFINITY, 0.0));
    assert_eq!((wild.at_um, wild.force_mn), ([0, 2_000_000, 0], [-50_000, 0, 0]));
}

#[test]
fn a_session_knows_the_finger_of_its_last_tick() {
    let mut session = Session::new(setup(DRILL, SEED));
    let still = recording().ticks[0].controls;
    let finger = Finger::new(Vec3::X, Vec3::NEG_Z);
    session.step(&still.with_finger(finger));
    assert_eq!(session.finger(), Some(finger));
    session.step(&still.with_finger(None));
    assert_eq!(session.finger(), None);
}

#[test]
fn a_changed_final_digest_is_found() {
    let mut forged = recording();
    forged.final_digest ^= 1 << 40;
    let verdict = attempt::verify(&forged, &hash(), setup(DRILL, SEED));
    assert_eq!(verdict.first_differing_tick, Some(TICKS as u64 - 1));
}
