//! Depth along each thread, over the layers it ran in, with the band that was wanted.

use super::svg::{colour, line, n, open, points, text};
use crate::lang::{Lang, Value};
use crate::scoring::{ProfileSample, Scorecard, ThreadProfile};
use crate::session::TargetPlane;

/// Width of the picture.
const WIDTH: f64 = 1040.0;
/// Room at the left for the depth's scale.
const LEFT: f64 = 44.0;
/// Height of one row's plot.
const HEIGHT: f64 = 150.0;
/// Heading above a row and gap below it.
const HEAD: f64 = 20.0;
const FOOT: f64 = 14.0;
/// Gap between threads.
const GAP: f64 = 14.0;
/// Units a mm of thread, at most and at least, and the width that a thread has at least.
const SCALE: f64 = 4.0;
const NARROWEST: f64 = 56.0;
/// Deepest depth that a plot shows whatever was laid, mm.
const DEEPEST_MM: f64 = 9.0;

/// Share of the depth cost from which a place is worth attention, and from which it is a fault.
const ATTENTION_COST: f64 = 0.15;
const FAULT_COST: f64 = 0.6;

fn tone(sample: &ProfileSample) -> &'static str {
    if sample.cost >= FAULT_COST {
        colour::FAULT
    } else if sample.cost >= ATTENTION_COST {
        colour::ATTENTION
    } else {
        colour::PRODUCT
    }
}

/// Threads broken into rows, each with its place from the left and its width.
fn rows(threads: &[ThreadProfile]) -> Vec<Vec<(&ThreadProfile, f64, f64)>> {
    let mut rows: Vec<Vec<_>> = Vec::new();
    let mut x = f64::INFINITY;
    for thread in threads {
        let width = (thread.length_mm * SCALE).clamp(NARROWEST, WIDTH - LEFT);
        if x + width > WIDTH {
            rows.push(Vec::new());
            x = LEFT;
        }
        if let Some(row) = rows.last_mut() {
            row.push((thread, x, width));
        }
        x += width + GAP;
    }
    rows
}

/// The picture; empty when no thread was laid.
pub(super) fn depth(card: &Scorecard, plane: TargetPlane, lang: &Lang) -> String {
    let threads: Vec<ThreadProfile> = card.threads.iter().filter(|thread| !thread.samples.is_empty()).cloned().collect();
    if threads.is_empty() {
        return String::new();
    }
    let all = || threads.iter().flat_map(|thread| &thread.samples);
    let wanted = all().map(|s| (s.smas_mm + 0.6).max(s.dermis_mm + plane.to_mm + 1.0)).fold(3.0, f64::max);
    let deepest = all().map(|s| s.depth_mm + 0.4).fold(wanted, f64::max).min(DEEPEST_MM.max(wanted));
    let rows = rows(&threads);
    let mut out = open(WIDTH, rows.len() as f64 * (HEAD + HEIGHT + FOOT), &lang.text("report-depth-title", &[]));
    for (i, row) in rows.iter().enumerate() {
        let top = i as f64 * (HEAD + HEIGHT + FOOT) + HEAD;
        let y = |mm: f64| top + HEIGHT * (mm / deepest).clamp(0.0, 1.0);
        let step = if deepest > 5.5 { 2 } else { 1 };
        for mm in (0..=deepest as u32).step_by(step) {
            let at = y(f64::from(mm));
            out += &line((LEFT - 6.0, at), (LEFT - 2.0, at), colour::MUTED, 1.0, "");
            let words = if mm == 0 { "0 mm".to_owned() } else { mm.to_string() };
            out += &text(LEFT - 9.0, at + 4.0, "end", colour::MUTED, 11.0, &words);
        }
        for (thread, left, width) in row {
            out += &one(thread, *left, *width, top, &y, plane, lang);
        }
    }
    out + "</svg>"
}

fn one(thread: &ThreadProfile, left: f64, width: f64, top: f64, y: &impl Fn(f64) -> f64, plane: TargetPlane, lang: &Lang) -> String {
    let length = thread.samples.iter().map(|s| s.along_mm).fold(thread.length_mm.max(1e-6), f64::max);
    let x = |s: &ProfileSample| left + width * (s.along_mm / length).clamp(0.0, 1.0);
    // The first and the last place stand for the ends, so that the bands fill the plot.
    let mut places: Vec<(f64, &ProfileSample)> = thread.samples.iter().map(|s| (x(s), s)).collect();
    if let (Some(first), Some(last)) = (thread.samples.first(), thread.samples.last()) {
        places.insert(0, (left, first));
        places.push((left + width, last));
    }
    let edge = |depth: &dyn Fn(&ProfileSample) -> f64| -> Vec<(f64, f64)> { places.iter().map(|(x, s)| (*x, y(depth(s)))).collect() };
    let bottom = top + HEIGHT;
    let edges = [
        edge(&|_| 0.0),
        edge(&|s| s.epidermis_mm),
        edge(&|s| s.dermis_mm),
        edge(&|s| s.fat_mm),
        edge(&|s| s.smas_mm),
        vec![(left, bottom), (left + width, bottom)],
    ];
    let mut out = String::new();
    for (pair, fill) in edges.windows(2).zip(colour::LAYERS) {
        let outline = pair[0].iter().chain(pair[1].iter().rev()).copied();
        out += &format!("<polygon points=\"{}\" fill=\"{fill}\" fill-opacity=\".62\"/>", points(outline));
    }
    for below in [plane.from_mm, plane.to_mm] {
        out += &format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"#0F6656\" stroke-width=\"1.6\" stroke-dasharray=\"6 4\"/>",
            points(edge(&|s| s.dermis_mm + below))
        );
    }
    let track: Vec<(f64, f64)> = thread.samples.iter().map(|s| (x(s), y(s.depth_mm))).collect();
    out += &format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>",
        points(track.iter().copied()),
        colour::TEXT
    );
    // Runs of one tone, each beginning where the last ended.
    let mut from = 0;
    for i in 1..=track.len() {
        if i == track.len() || tone(&thread.samples[i]) != tone(&thread.samples[from]) {
            let run = &track[from.saturating_sub(1)..i];
            let stroke = tone(&thread.samples[from]);
            if run.len() == 1 {
                out += &format!("<circle cx=\"{}\" cy=\"{}\" r=\"3.4\" fill=\"{stroke}\"/>", n(run[0].0), n(run[0].1));
            } else {
                out += &format!(
                    "<polyline points=\"{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2.6\" stroke-linejoin=\"round\"/>",
                    points(run.iter().copied())
                );
            }
            from = i;
        }
    }
    let heading = lang.text("report-thread", &[("number", Value::count(thread.thread)), ("length", Value::number(thread.length_mm, 0))]);
    let short = if width < 110.0 { thread.thread.to_string() } else { heading };
    out + &text(left + 2.0, top - 6.0, "start", colour::MUTED, 11.5, &short)
}
