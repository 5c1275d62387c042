//! How the class did at each drill: a box over the attempts themselves.

use crate::lang::Lang;
use crate::records::cohort::{CohortAttempt, Spread};
use crate::records::svg::{escape, n, open, shape, words};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 24.0;
const TOP: f64 = 8.0;
const ROW: f64 = 54.0;
const FOOT: f64 = 26.0;
/// Letters of a title at most.
const TITLE: usize = 34;
/// Attempts drawn as points, at most: then every so manieth.
const POINTS: usize = 400;

/// A row: title, pass mark, attempts.
pub(super) struct BoxRow<'a> {
    pub(super) title: String,
    pub(super) pass_mark: Option<f64>,
    pub(super) attempts: Vec<&'a CohortAttempt>,
}

/// The picture; empty without a row.
pub(super) fn boxes(rows: &[BoxRow], lang: &Lang) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let bottom = TOP + ROW * rows.len() as f64;
    let x = |total: f64| LEFT + (WIDTH - LEFT - RIGHT) * total.clamp(0.0, 100.0) / 100.0;
    let mut out = open(WIDTH, bottom + FOOT, &lang.text("class-spread", &[]));
    for total in (0..=100).step_by(20) {
        let at = n(x(f64::from(total)));
        out += &format!("<line class=\"grid\" x1=\"{at}\" y1=\"{}\" x2=\"{at}\" y2=\"{}\"/>", n(TOP), n(bottom));
        out += &words(x(f64::from(total)), bottom + 18.0, "middle", "muted", &total.to_string());
    }
    for (i, row) in rows.iter().enumerate() {
        let top = TOP + ROW * i as f64;
        let middle = top + ROW / 2.0;
        out += &words(LEFT - 14.0, middle + 4.5, "end", "text", &super::super::xapi::text::shown(&row.title, TITLE));
        let Some(spread) = Spread::of(row.attempts.iter().map(|attempt| attempt.total)) else { continue };
        let [low, median, high] = spread.quartiles.map(x);
        for (from, to) in [(x(spread.least), low), (high, x(spread.most))] {
            out += &format!("<line class=\"whisker\" x1=\"{}\" y1=\"{m}\" x2=\"{}\" y2=\"{m}\"/>", n(from), n(to), m = n(middle));
        }
        out += &format!(
            "<rect class=\"box\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"26\" rx=\"4\"/>",
            n(low),
            n(middle - 13.0),
            n((high - low).max(2.0))
        );
        let each = row.attempts.len().div_ceil(POINTS).max(1);
        for (k, attempt) in row.attempts.iter().enumerate().step_by(each) {
            // A fixed scatter, so that equal totals do not hide each other.
            let off = ((k / each * 7) % 9) as f64 * 2.2 - 8.8;
            let tone = if attempt.passed {
                "target"
            } else if attempt.critical.is_empty() {
                "attention"
            } else {
                "fault"
            };
            out += &shape(tone, x(attempt.total), middle + off, 3.2);
        }
        out += &format!("<line class=\"median\" x1=\"{m}\" y1=\"{}\" x2=\"{m}\" y2=\"{}\"/>", n(middle - 13.0), n(middle + 13.0), m = n(median));
        if let Some(mark) = row.pass_mark {
            let at = n(x(mark));
            out += &format!("<line class=\"mark\" x1=\"{at}\" y1=\"{}\" x2=\"{at}\" y2=\"{}\"><title>{}</title></line>", n(top + 3.0), n(top + ROW - 3.0), escape(&lang.text("class-pass-mark", &[])));
        }
    }
    out + "</svg>"
}
