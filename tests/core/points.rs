//! The points lost in findings add up to what is missing from 100, whatever was laid: of random lists of threads and of random sessions.
//!
//! Forty of each by default; `FANLINE_LONG=1` takes a thousand of each.

use fanline::scoring::{Finding, assess};
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};
use rayon::prelude::*;

use crate::determinism::played;
use crate::long;

const TOLERANCE: f64 = 1e-9;
const PRODUCTS: [&str; 4] = ["radiesse 1:1", "radiesse neat", "harmonyca", "radiesse 1:2"];

/// Threads at random over a rectangle: any number, length, depth and volume, some of one point, some beside the zone.
pub(crate) fn threads(seed: u64) -> String {
    let mut random = Random::seed_from_u64(seed);
    let random = &mut random;
    let (width, height) = (random.random_range(15.0..60.0), random.random_range(15.0..60.0));
    let middle = random.random_range(0.2..4.0);
    let thread = |random: &mut Random| {
        let points: Vec<String> = (0..random.random_range(1..4))
            .map(|_| {
                let at = |random: &mut Random, far: f64| random.random_range(-0.1..1.1) * far;
                let (x, y) = (at(random, width), at(random, height));
                let depth: f64 = middle + random.random_range(-1.5..1.5);
                format!("({x:.3}, {y:.3}, {:.3})", depth.max(0.0))
            })
            .collect();
        let product = PRODUCTS[random.random_range(0..PRODUCTS.len())];
        let volume = if random.random_bool(0.9) { random.random_range(1.0..200.0) } else { random.random_range(200.0..2000.0) };
        format!("(product: \"{product}\", volume_ul: {volume:.2}, points: [{}])", points.join(", "))
    };
    let count = if random.random_bool(0.9) { random.random_range(1..16) } else { 0 };
    let threads: Vec<String> = (0..count).map(|_| thread(random)).collect();
    let entries = if random.random_bool(0.5) { "entries: [(0, 0)], " } else { "" };
    let plane = if random.random_bool(0.3) { "plane_mm: (0.5, 1.5), " } else { "" };
    format!(
        "(zone: Flat([(0, 0), ({width:.2}, 0), ({width:.2}, {height:.2}), (0, {height:.2})]), target_mg_cm2: {:.2}, {plane}{entries}threads: [{}])",
        random.random_range(1.0..60.0),
        threads.join(", ")
    )
}

/// What is off in a score, if anything is.
pub(crate) fn off(total: f64, findings: &[Finding]) -> Option<String> {
    let lost: f64 = findings.iter().map(|finding| finding.points_lost).sum();
    let fine = (0.0..=100.0 + TOLERANCE).contains(&total)
        && (lost + total - 100.0).abs() < TOLERANCE
        && findings.iter().all(|finding| finding.points_lost >= 0.0);
    (!fine).then(|| format!("{lost} lost of a total of {total}"))
}

#[test]
fn points_lost_of_random_threads_add_up() {
    let count: u64 = long(40, 1000);
    let wrong = (0..count).into_par_iter().filter_map(|seed| {
        let card = assess("random.ron", &threads(seed)).unwrap_or_else(|problems| panic!("seed {seed}: {problems}"));
        off(card.total, &card.findings).map(|off| format!("seed {seed}: {off}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn points_lost_of_random_sessions_add_up() {
    let count: u64 = long(40, 1000);
    let wrong = (0..count).into_par_iter().filter_map(|sample| {
        let (_, card) = played(sample);
        off(card.total, &card.findings).map(|off| format!("sample {sample}: {off}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
