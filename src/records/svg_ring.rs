//! A headline score as a ring.

use super::svg::{colour, grade, n, open, text};

/// A ring filled by `points` (0 to 100) with `large` in its middle.
pub(super) fn ring(points: f64, large: &str, label: &str) -> String {
    const R: f64 = 46.0;
    let (stroke, mark) = grade(points);
    let way = 2.0 * std::f64::consts::PI * R;
    let filled = way * points.clamp(0.0, 100.0) / 100.0;
    let mut out = open(120.0, 120.0, label);
    out += &format!("<circle cx=\"60\" cy=\"60\" r=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"9\"/>", n(R), colour::LINE);
    if filled > 0.0 {
        out += &format!(
            "<circle cx=\"60\" cy=\"60\" r=\"{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"9\" stroke-linecap=\"round\" \
             stroke-dasharray=\"{} {}\" transform=\"rotate(-90 60 60)\"/>",
            n(R),
            n(filled),
            n(way)
        );
    }
    let size = if large.chars().count() > 4 { 23.0 } else { 31.0 };
    out += &format!("<g font-weight=\"600\">{}</g>", text(60.0, 60.0 + 0.36 * size, "middle", colour::TEXT, size, large));
    out += &text(60.0, 89.0, "middle", stroke, 12.0, mark);
    out + "</svg>"
}
