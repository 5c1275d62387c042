//! A learning curve: totals with their rolling mean, and under it the sums of the two tests.

use crate::lang::Lang;
use crate::records::cohort::TraineeCurve;
use crate::records::svg::{n, open, points, shape, words};

const WIDTH: f64 = 520.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = 10.0;
/// The totals' panel.
const TOP: f64 = 8.0;
const HIGH: f64 = 150.0;
/// The sums' panel.
const SUMS: f64 = 184.0;
const LOW: f64 = 64.0;
const HEIGHT: f64 = 272.0;
/// Attempts shown, the last ones.
const MOST: usize = 120;

struct Scale {
    left: f64,
    width: f64,
    count: usize,
}

impl Scale {
    fn x(&self, i: usize) -> f64 {
        self.left + self.width * (i as f64 + 0.5) / self.count as f64
    }
}

fn tone(passed: bool) -> &'static str {
    if passed { "target" } else { "attention" }
}

/// The picture; empty without an attempt.
pub(super) fn curve(curve: &TraineeCurve, pass_mark: Option<f64>, lang: &Lang) -> String {
    let first = curve.points.len().saturating_sub(MOST);
    let (totals, marks, shown) = (&curve.totals[first..], &curve.passed[first..], &curve.points[first..]);
    let Some(boundary) = shown.first().map(|point| point.boundary) else { return String::new() };
    let scale = Scale { left: LEFT, width: WIDTH - LEFT - RIGHT, count: shown.len() };
    let y = |total: f64| TOP + HIGH * (1.0 - total.clamp(0.0, 100.0) / 100.0);
    let level = |sum: f64| SUMS + LOW * (1.0 - (sum / (1.2 * boundary)).clamp(0.0, 1.0));
    let line = |class: &str, at: f64| format!("<line class=\"{class}\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\"/>", n(LEFT), n(WIDTH - RIGHT), y = n(at));
    let mut out = open(WIDTH, HEIGHT, &lang.text("class-curve", &[]));
    for total in [0.0, 50.0, 100.0] {
        out += &line("grid", y(total));
        out += &words(LEFT - 7.0, y(total) + 4.0, "end", "muted", &n(total));
    }
    if let Some(mark) = pass_mark {
        out += &line("mark", y(mark));
    }
    let band = |sign: f64| move |(i, point): (usize, &crate::scoring::learning::CurvePoint)| {
        (i, point.rolling.mean + sign * point.rolling.standard_error.unwrap_or(0.0))
    };
    let upper: Vec<(f64, f64)> = shown.iter().enumerate().map(band(1.0)).map(|(i, v)| (scale.x(i), y(v))).collect();
    let lower: Vec<(f64, f64)> = shown.iter().enumerate().map(band(-1.0)).map(|(i, v)| (scale.x(i), y(v))).rev().collect();
    out += &format!("<polygon class=\"band\" points=\"{}\"/>", points(upper.into_iter().chain(lower)));
    out += &format!("<polyline class=\"mean\" points=\"{}\"/>", points(shown.iter().enumerate().map(|(i, point)| (scale.x(i), y(point.rolling.mean)))));
    for (i, (total, passed)) in totals.iter().zip(marks).enumerate() {
        out += &shape(tone(*passed), scale.x(i), y(*total), 3.6);
    }
    // The two sums: each drawn where it is looked at.
    out += &line("grid", level(0.0));
    out += &line("boundary", level(boundary));
    out += &words(LEFT - 7.0, level(boundary) + 4.0, "end", "muted", "h");
    out += &words(LEFT - 7.0, level(0.0) + 4.0, "end", "muted", "0");
    for (class, of) in [("learning", false), ("relapse", true)] {
        let sums: Vec<Option<f64>> = shown.iter().map(|point| if of { point.relapse_sum } else { point.learning_sum }).collect();
        let mut i = 0;
        while i < sums.len() {
            let run: Vec<f64> = sums[i..].iter().map_while(|sum| *sum).collect();
            if run.is_empty() {
                i += 1;
                continue;
            }
            let begin = (scale.x(i) - 0.5 * scale.width / scale.count as f64, level(if i == 0 && first > 0 { run[0] } else { 0.0 }));
            let way = std::iter::once(begin).chain(run.iter().enumerate().map(|(k, sum)| (scale.x(i + k), level(*sum))));
            out += &format!("<polyline class=\"sum {class}\" points=\"{}\"/>", points(way));
            i += run.len();
        }
    }
    for (i, point) in shown.iter().enumerate() {
        if point.shown || point.relapse {
            out += &shape(if point.shown { "target" } else { "fault" }, scale.x(i), level(boundary), 5.0);
        }
    }
    let step = shown.len().div_ceil(12).max(1);
    for i in (0..shown.len()).step_by(step) {
        out += &words(scale.x(i), HEIGHT - 6.0, "middle", "muted", &(first + i + 1).to_string());
    }
    out + "</svg>"
}

/// The totals alone, in the size of a word.
pub(super) fn spark(curve: &TraineeCurve, pass_mark: Option<f64>, lang: &Lang) -> String {
    const W: f64 = 150.0;
    const H: f64 = 50.0;
    let first = curve.totals.len().saturating_sub(24);
    let totals = &curve.totals[first..];
    let scale = Scale { left: 2.0, width: W - 4.0, count: totals.len().max(1) };
    let y = |total: f64| 4.0 + (H - 8.0) * (1.0 - total.clamp(0.0, 100.0) / 100.0);
    let mut out = open(W, H, &lang.text("class-curve", &[]));
    if let Some(mark) = pass_mark {
        out += &format!("<line class=\"mark\" x1=\"0\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\"/>", n(W), y = n(y(mark)));
    }
    let means = curve.points[first..].iter().enumerate().map(|(i, point)| (scale.x(i), y(point.rolling.mean)));
    out += &format!("<polyline class=\"mean\" points=\"{}\"/>", points(means));
    for (i, (total, passed)) in totals.iter().zip(&curve.passed[first..]).enumerate() {
        out += &shape(tone(*passed), scale.x(i), y(*total), 2.4);
    }
    out + "</svg>"
}
