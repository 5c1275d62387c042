//! The dose on the skin of the zone, flattened, with the threads that gave it.

use super::marks::Marked;
use super::svg::{colour, line, n, open, points, rect, text};
use crate::geom::Vec3;
use crate::lang::{Lang, Value};
use crate::scoring::{Scorecard, Severity};
use crate::session::Session;

/// Steps of the colour ramp.
const STEPS: usize = 16;
/// The ramp's stops, none to much: one hue, its lightness falling evenly, so that it needs no colour vision and survives grey print.
const STOPS: [[f64; 3]; 5] =
    [[247.0, 250.0, 252.0], [196.0, 220.0, 231.0], [125.0, 178.0, 203.0], [52.0, 124.0, 160.0], [11.0, 58.0, 92.0]];
/// Room at the right for the legend.
const LEGEND_MM: f64 = 24.0;

fn ramp(t: f64) -> String {
    let at = t.clamp(0.0, 1.0) * (STOPS.len() - 1) as f64;
    let i = (at as usize).min(STOPS.len() - 2);
    let part = at - i as f64;
    let [r, g, b] = [0, 1, 2].map(|k| (STOPS[i][k] + (STOPS[i + 1][k] - STOPS[i][k]) * part).round() as u8);
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// The picture, 1 unit a mm.
pub(super) fn dose(session: &Session, card: &Scorecard, marks: &[Marked], lang: &Lang) -> String {
    let zone = &session.setup().zone;
    let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    for cell in &zone.cells {
        low = (low.0.min(cell.uv.0 - 0.5), low.1.min(cell.uv.1 - 0.5));
        high = (high.0.max(cell.uv.0 + 0.5), high.1.max(cell.uv.1 + 0.5));
    }
    if !(low.0 < high.0) || card.dose_map.len() != zone.cells.len() {
        return String::new();
    }
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    let flat = |(u, v): (f64, f64)| (u - low.0, high.1 - v);
    let place = |at: Vec3| {
        let (u, v, _) = zone.frame.local(at);
        flat((u, v))
    };
    let top = 2.0 * card.target_mg_cm2;
    let level = |dose: f64| ((dose / top.max(1e-9) * STEPS as f64) as usize).min(STEPS - 1);
    let mut out = open(width + LEGEND_MM, height, &lang.text("report-dose-title", &[]));
    // Cells of a row with the same colour become one rectangle.
    let mut i = 0;
    while i < zone.cells.len() {
        let cell = &zone.cells[i];
        let mut j = i + 1;
        let same = |j: usize| {
            let next = &zone.cells[j];
            next.at == (cell.at.0 + (j - i) as u16, cell.at.1)
                && next.inside == cell.inside
                && level(card.dose_map[j]) == level(card.dose_map[i])
        };
        while j < zone.cells.len() && same(j) {
            j += 1;
        }
        let (x, y) = flat((cell.uv.0 - 0.5, cell.uv.1 + 0.5));
        let step = level(card.dose_map[i]);
        if cell.inside || step > 0 {
            let fill = ramp(step as f64 / (STEPS - 1) as f64);
            // A hair wider than its cells, so that no seam shows between rows.
            out += &rect(x, y, (j - i) as f64 + 0.1, 1.1, &fill, if cell.inside { "" } else { " fill-opacity=\".55\"" });
        }
        i = j;
    }
    let outline = points(zone.polygon().iter().map(|p| flat(*p)));
    out += &format!("<polygon points=\"{outline}\" fill=\"none\" stroke=\"{}\" stroke-width=\".45\" stroke-dasharray=\"1.6 1\"/>", colour::TEXT);
    for thread in &card.threads {
        let way: Vec<(f64, f64)> = thread.samples.iter().map(|s| place(Vec3::from_array(s.at))).collect();
        for (stroke, wide) in [(colour::TEXT, 1.1), ("#F7E3B0", 0.6)] {
            out += &format!(
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                points(way.iter().copied()),
                n(wide)
            );
        }
        if let Some(&(x, y)) = way.first() {
            out += &halo(x, y - 1.2, 2.8, colour::TEXT, &thread.thread.to_string());
        }
    }
    for entry in session.entries() {
        let (x, y) = place(entry.point);
        out += &format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"1.5\" fill=\"#fff\" stroke=\"{}\" stroke-width=\".6\"/>",
            n(x),
            n(y),
            colour::TEXT
        );
    }
    for spot in card.nodule.hot_spots.iter().filter(|spot| spot.share > 0.08) {
        let (x, y) = place(Vec3::from_array(spot.at));
        out += &format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"none\" stroke=\"{}\" stroke-width=\".7\" stroke-dasharray=\"1.4 .9\"/>",
            n(x),
            n(y),
            colour::FAULT
        );
    }
    for mark in marks {
        if let (Some(number), Some(at)) = (mark.number, mark.finding.place()) {
            let (x, y) = place(at);
            let fill = if mark.finding.severity == Severity::Fault { colour::FAULT } else { colour::ATTENTION };
            let (x, y) = (x.clamp(2.5, width - 2.5), y.clamp(2.5, height - 2.5));
            out += &format!("<circle cx=\"{}\" cy=\"{}\" r=\"2.3\" fill=\"{fill}\" stroke=\"#fff\" stroke-width=\".4\"/>", n(x), n(y));
            out += &format!("<g font-weight=\"600\">{}</g>", text(x, y + 1.1, "middle", "#fff", 3.0, &number.to_string()));
        }
    }
    out += &furniture(width, height, top, lang);
    if zone.frame.u.z.abs() > 0.3 {
        // Which side of the picture is the face's front.
        let to_right = zone.frame.u.z > 0.0;
        let (x, anchor, words) = if to_right { (width - 2.0, "end", "report-front-right") } else { (2.0, "start", "report-front-left") };
        out += &text(x, height - 2.0, anchor, colour::MUTED, 3.0, &lang.text(words, &[]));
    }
    out + "</svg>"
}

/// A text with a white rim.
fn halo(x: f64, y: f64, size: f64, fill: &str, words: &str) -> String {
    format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"{}\" font-weight=\"600\" fill=\"{fill}\" stroke=\"#fff\" \
         stroke-width=\".7\" paint-order=\"stroke\">{words}</text>",
        n(x),
        n(y),
        n(size)
    )
}

/// Legend in mg/cm² and a scale of 10 mm.
fn furniture(width: f64, height: f64, top: f64, lang: &Lang) -> String {
    let (x, bar) = (width + 5.0, (height - 26.0).clamp(20.0, 60.0));
    let from = 12.0;
    let mut out = text(x, 6.0, "start", colour::TEXT, 3.2, "mg/cm²");
    let step = bar / STEPS as f64;
    for i in 0..STEPS {
        let y = from + bar - (i + 1) as f64 * step;
        out += &rect(x, y, 4.0, step + 0.1, &ramp(i as f64 / (STEPS - 1) as f64), "");
    }
    out += &rect(x, from, 4.0, bar, "none", &format!(" stroke=\"{}\" stroke-width=\".3\"", colour::MUTED));
    for (share, id) in [(0.0, ""), (0.25, "report-half"), (0.5, "report-target"), (1.0, "")] {
        let y = from + bar * (1.0 - share);
        out += &line((x + 4.0, y), (x + 5.2, y), colour::MUTED, 0.3, "");
        let value = Value::number(top * share, 0);
        let number = lang.text(if share >= 1.0 { "report-or-more" } else { "report-number" }, &[("number", value)]);
        out += &text(x + 6.2, y + 1.1, "start", colour::TEXT, 3.0, &number);
        if !id.is_empty() {
            out += &text(x + 6.2, y + 4.2, "start", colour::MUTED, 2.6, &lang.text(id, &[]));
        }
    }
    let y = height - 3.0;
    out += &line((x, y), (x + 10.0, y), colour::TEXT, 0.6, "");
    out + &text(x + 5.0, y - 1.6, "middle", colour::MUTED, 2.8, "10 mm")
}
