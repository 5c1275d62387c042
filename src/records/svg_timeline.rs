//! What happened when: inserted length, flow, passes, and events that matter.

use super::svg::{clock, colour, line, n, open, points, rect, text};
use crate::lang::{Lang, Value};
use crate::session::{EventKind, LayingKind, Session, TICKS_PER_SECOND};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 8.0;
/// Places along the time axis; all samples within one are shown by their mean.
const PLACES: usize = 480;
/// Heights of the two plots and their tops.
const LENGTH: (f64, f64) = (34.0, 88.0);
const FLOW: (f64, f64) = (154.0, 70.0);
/// Height of the picture.
const HEIGHT: f64 = 248.0;

fn seconds(tick: u64) -> f64 {
    tick as f64 / TICKS_PER_SECOND as f64
}

/// Mean of `value` in each place along the time axis, `None` where there is no sample.
fn means(session: &Session, end: f64, value: impl Fn(&crate::session::Motion) -> f64) -> Vec<(f64, f64)> {
    let mut sums = vec![(0.0, 0u32); PLACES];
    for motion in session.motion() {
        let at = ((seconds(motion.tick) / end * PLACES as f64) as usize).min(PLACES - 1);
        sums[at].0 += value(motion);
        sums[at].1 += 1;
    }
    let middle = |i: usize| (i as f64 + 0.5) / PLACES as f64;
    sums.iter().enumerate().filter(|(_, (_, count))| *count > 0).map(|(i, (sum, count))| (middle(i), sum / f64::from(*count))).collect()
}

/// A round number of at least x: 1, 2 or 5 times a power of ten.
fn ceiling(x: f64) -> f64 {
    let mut unit = 1.0;
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if factor * unit >= x || unit > 1e6 {
                return factor * unit;
            }
        }
        unit *= 10.0;
    }
}

/// The picture.
pub(super) fn timeline(session: &Session, lang: &Lang) -> String {
    let end = seconds(session.tick()).max(1.0);
    let x = |s: f64| LEFT + (WIDTH - LEFT - RIGHT) * (s / end).clamp(0.0, 1.0);
    let mut out = open(WIDTH, HEIGHT, &lang.text("report-timeline-title", &[]));
    for laying in session.layings().iter().filter(|laying| laying.kind != LayingKind::Retrograde && laying.volume_ul >= 0.5) {
        let (from, to) = (x(seconds(laying.ticks.0)), x(seconds(laying.ticks.1 + 1)));
        out += &rect(from, FLOW.0, (to - from).max(1.2), FLOW.1, colour::FAULT, " fill-opacity=\".22\"");
    }
    let longest = ceiling(session.motion().iter().map(|m| m.inserted_mm).fold(10.0, f64::max));
    out += &plot((LENGTH.0, LENGTH.1), longest, "mm", &means(session, end, |m| m.inserted_mm), colour::INFO, &x, end);
    out += &text(LEFT, LENGTH.0 - 16.0, "start", colour::TEXT, 12.0, &lang.text("report-timeline-length", &[]));
    let flows = means(session, end, |m| m.flow_ul_s);
    let most = ceiling(flows.iter().map(|p| p.1).fold(1.0, f64::max));
    out += &plot((FLOW.0, FLOW.1), most, "µL/s", &flows, colour::TARGET, &x, end);
    out += &text(LEFT, FLOW.0 - 6.0, "start", colour::TEXT, 12.0, &lang.text("report-timeline-flow", &[]));
    for pass in session.passes() {
        let laid = session.layings().iter().any(|laying| laying.pass == pass.id && laying.kind == LayingKind::Retrograde);
        if laid {
            let at = x(0.5 * (seconds(pass.ticks.0) + seconds(pass.ticks.1)));
            let number = Value::count(pass.id as usize + 1);
            out += &text(at, LENGTH.0 - 3.0, "middle", colour::MUTED, 10.5, &lang.text("report-number", &[("number", number)]));
        }
    }
    for event in session.events() {
        if let Some(id) = message(&event.kind) {
            let at = x(seconds(event.tick));
            out += &format!(
                "<path d=\"M{} {}l4 5l-4 5l-4 -5z\" fill=\"{}\"><title>{}</title></path>",
                n(at),
                n(LENGTH.0 + LENGTH.1 + 2.0),
                colour::FAULT,
                super::svg::escape(&lang.text(id, &[]))
            );
        }
    }
    let step = [5.0, 10.0, 15.0, 30.0, 60.0, 120.0].into_iter().find(|step| end / step <= 10.0).unwrap_or(120.0);
    let mut s = 0.0;
    while s <= end {
        out += &line((x(s), FLOW.0 + FLOW.1), (x(s), FLOW.0 + FLOW.1 + 4.0), colour::MUTED, 1.0, "");
        out += &text(x(s), FLOW.0 + FLOW.1 + 17.0, "middle", colour::MUTED, 11.0, &clock(s));
        s += step;
    }
    out + "</svg>"
}

fn plot((top, height): (f64, f64), most: f64, unit: &str, list: &[(f64, f64)], stroke: &str, x: &impl Fn(f64) -> f64, end: f64) -> String {
    let y = |value: f64| top + height * (1.0 - (value / most).clamp(0.0, 1.0));
    let mut out = String::new();
    for share in [0.0, 0.5, 1.0] {
        let at = y(share * most);
        out += &line((LEFT, at), (WIDTH - RIGHT, at), colour::LINE, 1.0, "");
        out += &text(LEFT - 6.0, at + 4.0, "end", colour::MUTED, 11.0, &n(share * most));
    }
    let way = || list.iter().map(|(t, value)| (x(t * end), y(*value)));
    if let (Some(first), Some(last)) = (list.first(), list.last()) {
        let area = std::iter::once((x(first.0 * end), y(0.0))).chain(way()).chain([(x(last.0 * end), y(0.0))]);
        out += &format!("<polygon points=\"{}\" fill=\"{stroke}\" fill-opacity=\".14\"/>", points(area));
    }
    out += &format!("<polyline points=\"{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>", points(way()));
    out + &text(LEFT + 4.0, top + 12.0, "start", colour::MUTED, 11.0, unit)
}

/// The words of an event that a reader wants to see on the timeline.
fn message(kind: &EventKind) -> Option<&'static str> {
    Some(match kind {
        EventKind::BoneTouched { .. } => "report-event-bone",
        EventKind::SkinExited { .. } => "report-event-exit",
        EventKind::NearMiss { .. } => "report-event-near",
        EventKind::FlowInVessel { .. } => "report-event-vessel",
        EventKind::FlowInGland { .. } => "report-event-gland",
        EventKind::FlowInNoGo { .. } => "report-event-no-go",
        EventKind::Whitening { .. } => "report-event-white",
        EventKind::Spilled => "report-event-spilled",
        _ => return None,
    })
}
