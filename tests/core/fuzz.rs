//! Files of every kind, damaged at random: nothing panics, nothing runs away, what is refused says why and where.
//!
//! Some hundred cases of each by default, ten thousand with `FANLINE_LONG=1`, any other number with `PROPTEST_CASES`. Each test prints
//! its cases, its time, its longest case and the most memory that the process had; docs/measured.md keeps figures, taken one test at a
//! time: `FANLINE_LONG=1 cargo test --release --no-default-features --test core fuzz -- --nocapture --test-threads=1`.

use std::cell::Cell;
use std::fmt::Write;
use std::time::{Duration, Instant};

use fanline::drill::{Drill, attempt};
use fanline::scoring::motion::{Axis, Needle, needle_metrics, read_frames, read_tissue};
use fanline::scoring::{Rubric, assess, score};
use fanline::session::recording::Recording;
use fanline::source::Problems;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use sha2::{Digest, Sha256};

use crate::determinism::played;
use crate::drill::{content, library, setup};
use crate::{forgery, long, points};

/// The most memory that all these tests together may come to, kB.
const MOST_KB: u64 = 4 << 20;
/// The last thing of a test case.
type Fine = Result<(), TestCaseError>;

fn cases(few: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or_else(|| long(few, 10_000))
}

/// The most memory that this process has had, kB; 0 where the system does not say.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()).and_then(|kb| kb.parse().ok()).unwrap_or(0)
}

fn fuzz<S: Strategy>(name: &str, few: u32, strategy: &S, test: impl Fn(S::Value) -> Fine) {
    let config = ProptestConfig { cases: cases(few), failure_persistence: None, max_shrink_iters: 2000, ..ProptestConfig::default() };
    let (begun, longest) = (Instant::now(), Cell::new((Duration::ZERO, String::new())));
    let run = TestRunner::new(config.clone()).run(strategy, |value| {
        let (begun, said) = (Instant::now(), format!("{value:?}").chars().take(60).collect());
        let result = test(value);
        longest.set(longest.take().max((begun.elapsed(), said)));
        result
    });
    let (longest, which) = longest.take();
    println!(
        "{name}: {} cases in {:.1} s, longest {:.1} ms ({which}), most memory {} MB",
        config.cases, begun.elapsed().as_secs_f64(), longest.as_secs_f64() * 1e3, peak_kb() / 1024
    );
    if let Err(error) = run {
        panic!("{name}: {error}");
    }
    assert!(peak_kb() < MOST_KB, "{} kB", peak_kb());
}

/// What may happen to a text.
#[derive(Clone, Debug)]
enum Slip {
    /// A number becomes another.
    Number(Index, String),
    Remove(Index, usize),
    Double(Index, usize),
    Swap(Index, Index),
    Put(Index, String),
    /// So many brackets open here.
    Nest(Index, char, usize),
    /// A line stands many times.
    Lines(Index, usize),
}

const NUMBERS: [&str; 24] = [
    "0", "-0.0", "-1", "1", "0.5", "2", "1e308", "-1e308", "1e-320", "5e-324", "1e400", "NaN", "inf", "-inf", "4294967296", "1.0000000001",
    "99999999999999999999999", "-9223372036854775809", "255", "256", "1e3", "30000", "0x7f", "1_000",
];
const WORDS: [&str; 26] = [
    "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "//", "/*", "*/", "#![enable(implicit_some)]", "Some(", "None", "true", "Flat([])",
    "Region(\"neck\")", "Anchors([])", "\\u{0}", "é", "\u{202e}", "\0", "r#\"", ";",
];

fn slip() -> impl Strategy<Value = Slip> {
    let at = any::<Index>;
    let word = || {
        let known = prop::sample::select(&WORDS[..]).prop_map(str::to_owned);
        prop_oneof![8 => known, 1 => ".{0,12}"]
    };
    let number = || {
        let known = prop::sample::select(&NUMBERS[..]).prop_map(str::to_owned);
        prop_oneof![3 => known, 2 => (-100.0f64..100.0).prop_map(|x| x.to_string()), 1 => any::<f64>().prop_map(|x| x.to_string())]
    };
    prop_oneof![
        8 => (at(), number()).prop_map(|(at, number)| Slip::Number(at, number)),
        2 => (at(), 1usize..30).prop_map(|(at, n)| Slip::Remove(at, n)),
        2 => (at(), 1usize..200).prop_map(|(at, n)| Slip::Double(at, n)),
        1 => (at(), at()).prop_map(|(a, b)| Slip::Swap(a, b)),
        3 => (at(), word()).prop_map(|(at, word)| Slip::Put(at, word)),
        1 => (at(), prop::sample::select(&['(', '[', '{', '"'][..]), 1usize..3000).prop_map(|(at, c, n)| Slip::Nest(at, c, n)),
        1 => (at(), 1usize..60).prop_map(|(at, n)| Slip::Lines(at, n)),
    ]
}

fn slips() -> impl Strategy<Value = Vec<Slip>> {
    prop::collection::vec(slip(), 1..6)
}

/// Where the numbers of a text stand.
fn number_spans(text: &[u8]) -> Vec<std::ops::Range<usize>> {
    let part = |b: u8| b.is_ascii_digit() || b == b'.' || b == b'-';
    let mut spans: Vec<std::ops::Range<usize>> = Vec::new();
    for (i, b) in text.iter().enumerate().filter(|(_, b)| part(**b)) {
        match spans.last_mut() {
            Some(last) if last.end == i => last.end = i + 1,
            _ if b.is_ascii_digit() || *b == b'-' => spans.push(i..i + 1),
            _ => {}
        }
    }
    spans.retain(|span| text[span.clone()].iter().any(u8::is_ascii_digit));
    spans
}

fn slipped(text: &[u8], slips: &[Slip]) -> Vec<u8> {
    let mut text = text.to_vec();
    for slip in slips {
        if text.is_empty() {
            break;
        }
        let span = |at: &Index, n: usize, length: usize| { let from = at.index(length); from..(from + n).min(length) };
        let length = text.len();
        match slip {
            Slip::Number(at, number) => {
                let spans = number_spans(&text);
                if !spans.is_empty() {
                    text.splice(spans[at.index(spans.len())].clone(), number.bytes());
                }
            }
            Slip::Remove(at, n) => drop(text.drain(span(at, *n, length))),
            Slip::Double(at, n) => {
                let span = span(at, *n, length);
                let part = text[span.clone()].to_vec();
                text.splice(span.end..span.end, part);
            }
            Slip::Swap(a, b) => text.swap(a.index(length), b.index(length)),
            Slip::Put(at, word) => drop(text.splice(at.index(length)..at.index(length), word.bytes())),
            Slip::Nest(at, c, n) => drop(text.splice(at.index(length)..at.index(length), std::iter::repeat_n(*c as u8, *n))),
            Slip::Lines(at, n) => {
                let lines: Vec<&[u8]> = text.split_inclusive(|b| *b == b'\n').collect();
                let i = at.index(lines.len());
                text = [lines[..i].concat(), lines[i].repeat(*n), lines[i..].concat()].concat();
            }
        }
    }
    text
}

fn slipped_text(text: &str, slips: &[Slip]) -> String {
    String::from_utf8_lossy(&slipped(text.as_bytes(), slips)).into_owned()
}

/// What refuses a file lists at least one problem, each with its place and something to go by.
fn refused(problems: &Problems) -> Fine {
    prop_assert!(!problems.0.is_empty());
    for problem in &problems.0 {
        prop_assert!(problem.line >= 1 && problem.column >= 1, "{problem:?}");
        prop_assert!(!(problem.got.is_empty() && problem.allowed.is_empty()), "{problem:?}");
    }
    Ok(())
}

fn installed(folder: &str) -> Vec<String> {
    let files = content().list(folder, "ron").expect("a folder");
    files.iter().map(|file| content().read_text(file).expect("a file")).collect()
}

#[test]
fn fuzzed_drills_are_refused_with_places_or_can_be_laid_out() {
    let (texts, known) = (installed("levels/drills"), library().known());
    fuzz("drills", 200, &(any::<Index>(), slips()), |(which, slips)| {
        let text = slipped_text(&texts[which.index(texts.len())], &slips);
        match Drill::parse("fuzzed.ron", &text, &known) {
            Err(problems) => refused(&problems),
            Ok(drill) => {
                if let Ok(zone) = library().lay(&drill) {
                    prop_assert!(zone.area_mm2.is_finite() && zone.area_mm2 > 0.0 && zone.cells.len() < 1_000_000);
                }
                Ok(())
            }
        }
    });
}

#[test]
fn fuzzed_rubrics_are_refused_with_places_or_judge() {
    let texts = installed("levels/rubrics");
    let sessions = [0, 3].map(|sample| played(sample).0);
    fuzz("rubrics", 100, &(any::<Index>(), slips()), |(which, slips)| {
        let text = slipped_text(&texts[which.index(texts.len())], &slips);
        match Rubric::parse("fuzzed.ron", &text) {
            Err(problems) => refused(&problems),
            Ok(rubric) => {
                let card = score(&sessions[which.index(2)], &rubric);
                prop_assert_eq!(points::off(card.total, &card.findings), None);
                Ok(())
            }
        }
    });
}

#[test]
fn fuzzed_deposits_are_refused_with_places_or_judged() {
    fuzz("deposits", 100, &(any::<u64>(), slips()), |(seed, slips)| {
        match assess("fuzzed.ron", &slipped_text(&points::threads(seed), &slips)) {
            Err(problems) => refused(&problems),
            Ok(card) => {
                prop_assert_eq!(points::off(card.total, &card.findings), None);
                prop_assert!((0.0..=1.0).contains(&card.nodule_probability));
                Ok(())
            }
        }
    });
}

/// A trial of a needle that goes into a block and comes out.
fn frames() -> String {
    let mut text = String::from("time,m00,m01,m02,m03,m10,m11,m12,m13,m20,m21,m22,m23,m30,m31,m32,m33\n");
    for i in 0..24 {
        let z = 10.0 - 2.5 * f64::from(if i < 12 { i } else { 24 - i });
        writeln!(text, "{:.2},1,0,0,{},0,1,0,20,0,0,1,{z},0,0,0,1", 0.1 * f64::from(i), 20 + i).expect("memory");
    }
    text
}

/// A block of tissue under z = 0, as ASCII and as binary STL.
fn blocks() -> [Vec<u8>; 2] {
    const FACES: [[usize; 3]; 12] = [
        [0, 2, 1], [0, 3, 2], [4, 5, 6], [4, 6, 7], [0, 1, 5], [0, 5, 4], [1, 2, 6], [1, 6, 5], [2, 3, 7], [2, 7, 6], [3, 0, 4], [3, 4, 7],
    ];
    let corner = |i: usize| [[0.0, 60.0, 60.0, 0.0][i % 4], [0.0, 0.0, 40.0, 40.0][i % 4], if i < 4 { -30.0f32 } else { 0.0 }];
    let (mut ascii, mut binary) = (String::from("solid block\n"), vec![0u8; 80]);
    binary.extend((FACES.len() as u32).to_le_bytes());
    for face in FACES {
        ascii += "facet normal 0 0 0\nouter loop\n";
        binary.extend([0; 12]);
        for [x, y, z] in face.map(corner) {
            writeln!(ascii, "vertex {x} {y} {z}").expect("memory");
            binary.extend([x, y, z].iter().flat_map(|x| x.to_le_bytes()));
        }
        ascii += "endloop\nendfacet\n";
        binary.extend([0; 2]);
    }
    [(ascii + "endsolid block\n").into_bytes(), binary]
}

#[test]
fn fuzzed_frames_are_refused_with_places_or_measured() {
    let (text, axis) = (frames(), Axis::from_name("+z").expect("an axis"));
    let tissue = read_tissue("block.stl", &blocks()[0]).expect("a block");
    fuzz("frames", 500, &slips(), |slips| match read_frames("fuzzed.csv", &slipped(text.as_bytes(), &slips), axis) {
        Err(problems) => refused(&problems),
        Ok(frames) => {
            let metrics = needle_metrics(&frames, &tissue, Needle { axis, length_mm: 40.0 });
            let all = [metrics.elapsed_s, metrics.path_mm, metrics.path_in_tissue_mm, metrics.time_in_tissue_s, metrics.damage_mm2];
            prop_assert!(all.iter().all(|x| x.is_finite() && *x >= 0.0), "{metrics:?}");
            Ok(())
        }
    });
}

#[test]
fn fuzzed_meshes_are_refused_with_places_or_enclose() {
    let (meshes, axis) = (blocks(), Axis::from_name("+z").expect("an axis"));
    let frames = read_frames("trial.csv", frames().as_bytes(), axis).expect("frames");
    let bytes = prop::collection::vec((any::<Index>(), any::<u8>()), 0..4);
    fuzz("meshes", 500, &(0..2usize, slips(), bytes), |(which, slips, bytes)| {
        // Of a binary file bytes change and none move, so that its length still fits most often.
        let mut mesh = if which == 0 { slipped(&meshes[0], &slips) } else { meshes[1].clone() };
        if !mesh.is_empty() {
            bytes.iter().for_each(|(at, byte)| { let i = at.index(mesh.len()); mesh[i] = *byte });
        }
        match read_tissue("fuzzed.stl", &mesh) {
            Err(problems) => refused(&problems),
            Ok(tissue) => {
                let metrics = needle_metrics(&frames, &tissue, Needle { axis, length_mm: 40.0 });
                prop_assert!(metrics.damage_mm2.is_finite() && metrics.path_in_tissue_mm <= metrics.path_mm + 1e-9, "{metrics:?}");
                Ok(())
            }
        }
    });
}

/// The payloads of a recording's chunks with their kinds.
fn chunks(file: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let (mut rest, mut out) = (&file[8..], Vec::new());
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_le_bytes(*length) as usize;
        out.push((after[0], after[1..=length].to_vec()));
        rest = &after[length + 5..];
    }
    out
}

/// A file of chunks with right checksums and a right seal over them, whatever they hold.
fn joined(chunks: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut file = b"FANLREC1".to_vec();
    for (kind, payload) in chunks {
        let mut payload = payload.clone();
        if *kind == 3 && payload.len() == 48 {
            payload[16..].copy_from_slice(&Sha256::digest(&file));
        }
        file.extend((payload.len() as u32).to_le_bytes());
        file.push(*kind);
        file.extend(&payload);
        file.extend(crc32fast::hash(&[&[*kind], &payload[..]].concat()).to_le_bytes());
    }
    file
}

#[test]
fn fuzzed_recordings_with_right_checksums_are_refused_or_read_and_judged() {
    let mut short = forgery::recording().clone();
    short.ticks.truncate(150);
    short.events.retain(|event| event.tick < 150);
    short.keyframes.retain(|keyframe| keyframe.tick <= 150);
    let (whole, setup) = (short.to_sealed(), setup(&short.header.drill, short.header.seed));
    assert_eq!(joined(&chunks(&whole)), whole);
    let damage = (any::<Index>(), any::<Index>(), any::<u8>(), 0..4u8);
    fuzz("recordings", 200, &prop::collection::vec(damage, 1..6), |damage| {
        let mut chunks = chunks(&whole);
        for (which, at, byte, how) in damage {
            let i = which.index(chunks.len());
            let payload = &mut chunks[i].1;
            let at = at.index(payload.len() + 1);
            match how {
                0 if at < payload.len() => payload[at] = byte,
                1 => payload.insert(at, byte),
                2 => payload.truncate(at),
                _ => {
                    let again = chunks[i].clone();
                    chunks.insert(i, again);
                }
            }
        }
        match Recording::read_sealed(&joined(&chunks)) {
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            Ok(read) => {
                prop_assert!(read.ticks.len() <= 2000 && !read.to_sealed().is_empty());
                let verdict = attempt::verify(&read, &read.header.drill_hash, setup.clone());
                prop_assert_eq!(verdict.ok, verdict.reason.is_none());
            }
        }
        Ok(())
    });
}

#[test]
fn fuzzed_hands_break_neither_session_nor_score() {
    fuzz("hands", 10, &any::<u64>(), |sample| {
        let (session, card) = played(sample / 3 * 3 + 2);
        let ledger = session.ledger();
        prop_assert!(ledger.laid_ul.is_finite() && ledger.laid_ul >= 0.0 && ledger.left_ul >= -1e-9, "{:?}", ledger);
        prop_assert_eq!(points::off(card.total, &card.findings), None);
        prop_assert!(card.metrics.iter().all(|metric| metric.value.is_none_or(f64::is_finite)));
        Ok(())
    });
}
