//! Recordings that are kept: each of this engine's verifies and scores to the bit as it did; one of another engine can still be watched.
//!
//! `tests/golden/<engine>/<drill>.fanline` is the beginning of an expert's attempt (seed 1), `scores.txt` beside them the bits of each
//! total. `scripts/golden` writes those of this engine anew, and `determinism.txt` with them.
//!
//! The rule: what a release made stays in the folder of its version for good. While [`ENGINE`] is that version, it is verified; a change
//! of the simulation within a version (before its release) writes it anew. Once the version goes up, the old folder is left as it is: its
//! files are refused by `verify` for their engine, by name, and are watched by their keyframes and events.

use std::path::PathBuf;
use std::sync::Arc;

use fanline::drill::attempt;
use fanline::session::recording::{ENGINE, Journal, Recording};
use fanline::session::{Command, Session, Setup};
use fanline::trainee::Operator;

use crate::drill::{library, skill};
use crate::source_tree;

const SEED: u64 = 1;
/// Ticks that are kept of an attempt at most: 72 s of it take about 200 kB.
const TICKS: usize = 72 * 120;
const SCORES: &str = "scores.txt";
/// The drills of which one is kept.
const KEPT: [&str; 5] = ["first-fan", "harmonyca-cheek", "meso-jawline", "radiesse-jawline", "radiesse-neck"];

fn folder() -> PathBuf {
    source_tree().join("tests/golden")
}

/// Whether the kept files are written instead of checked.
pub(crate) fn writes() -> bool {
    std::env::var_os("FANLINE_GOLDEN").is_some()
}

pub(crate) fn write(file: &str, bytes: &[u8]) {
    let path = folder().join(file);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder");
    std::fs::write(path, bytes).expect("a file");
}

/// A kept file; none as long as nothing at all was ever kept.
pub(crate) fn read(file: &str) -> Option<Vec<u8>> {
    if !folder().is_dir() {
        println!("tests/golden is not there: scripts/golden writes it");
        return None;
    }
    Some(std::fs::read(folder().join(file)).unwrap_or_else(|error| panic!("tests/golden/{file}: {error}; run scripts/golden")))
}

/// The beginning of an expert's attempt, brought to an end.
fn played(drill: &str, setup: Arc<Setup>) -> Vec<u8> {
    let drill = library().drill(drill).expect("an installed drill");
    let header = attempt::header(drill, &library().hash(drill), SEED, "expert");
    let mut session = Session::new(setup);
    let mut operator = Operator::new(skill(1.0), None, SEED);
    let mut journal = Journal::start(Vec::new(), &header).expect("memory");
    for tick in 1..=TICKS {
        let mut controls = operator.act(&session);
        if tick == TICKS {
            controls.command = Some(Command::Finish);
        }
        session.step(&controls);
        journal.push(&controls, &session).expect("memory");
        if session.finished() {
            break;
        }
    }
    journal.seal().expect("memory")
}

fn total(recording: &Recording) -> f64 {
    let drill = library().drill(&recording.header.drill).expect("an installed drill");
    let setup = library().setup(drill, recording.header.seed).expect("a setup");
    attempt::rerun(recording, setup, library().rubric(&drill.rubric).expect("its rubric")).scorecard.total
}

fn write_all() {
    let mut scores = String::from("# Bits of each total; written by scripts/golden.\n");
    for id in KEPT {
        let drill = library().drill(id).expect("an installed drill");
        let file = played(&drill.id, library().setup(drill, SEED).expect("a setup"));
        let recording = Recording::read_sealed(&file).expect("it has just been sealed");
        let total = total(&recording);
        println!("{}: {} ticks, {} bytes, total {total}", drill.id, recording.ticks.len(), file.len());
        scores += &format!("{} {:016x} {total}\n", drill.id, total.to_bits());
        write(&format!("{ENGINE}/{}.fanline", drill.id), &file);
    }
    write(&format!("{ENGINE}/{SCORES}"), scores.as_bytes());
}

#[test]
fn recordings_of_this_engine_verify_and_score_to_the_bit() {
    if writes() {
        return write_all();
    }
    let Some(scores) = read(&format!("{ENGINE}/{SCORES}")) else { return };
    let scores = String::from_utf8(scores).expect("text");
    let rows: Vec<Vec<&str>> = scores.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(' ').collect()).collect();
    let mut kept: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    kept.sort_unstable();
    assert_eq!(kept, KEPT, "one recording for each of these drills: run scripts/golden");
    for row in rows {
        let file = read(&format!("{ENGINE}/{}.fanline", row[0])).expect("a recording beside its score");
        let recording = Recording::read_sealed(&file).expect("a sealed recording");
        assert_eq!((recording.header.drill.as_str(), recording.header.engine.as_str()), (row[0], ENGINE));
        let drill = library().drill(row[0]).expect("an installed drill");
        let setup = library().setup(drill, recording.header.seed).expect("a setup");
        let verdict = attempt::verify(&recording, &library().hash(drill), setup);
        assert!(verdict.ok, "{}: {verdict:?}; if the simulation was meant to change, run scripts/golden", row[0]);
        let total = total(&recording);
        assert_eq!(format!("{:016x}", total.to_bits()), row[1], "{}: total {total}, it was {}", row[0], row[2]);
    }
}

#[test]
fn recordings_of_other_engines_can_be_watched_and_are_refused_by_name() {
    let Ok(versions) = std::fs::read_dir(folder()) else { return };
    for version in versions.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()) {
        let name = version.file_name().expect("a name").to_string_lossy().into_owned();
        for file in std::fs::read_dir(&version).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if file.extension().is_none_or(|extension| extension != "fanline") {
                continue;
            }
            let recording = Recording::read_sealed(&std::fs::read(&file).expect("a file")).expect("a sealed recording");
            assert_eq!(recording.header.engine, name, "{}", file.display());
            assert!(recording.keyframes.len() > 10 && !recording.events.is_empty(), "nothing to watch in {}", file.display());
            if name == ENGINE {
                continue;
            }
            let Ok(drill) = library().drill(&recording.header.drill) else { continue };
            let setup = library().setup(drill, recording.header.seed).expect("a setup");
            let verdict = attempt::verify(&recording, &library().hash(drill), setup);
            assert!(!verdict.ok && verdict.reason.is_some_and(|reason| reason.contains(&name)));
        }
    }
}
