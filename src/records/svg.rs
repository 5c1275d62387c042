//! Bricks of the pictures: numbers, texts, colours.
//!
//! **Invariant:** what these functions return depends on their arguments alone, to the byte.

/// Colours of LOOK.md on light ground.
pub(super) mod colour {
    /// Within the target.
    pub(in crate::records) const TARGET: &str = "#1E8E79";
    /// Worth attention.
    pub(in crate::records) const ATTENTION: &str = "#B97A12";
    /// A fault.
    pub(in crate::records) const FAULT: &str = "#C43D2A";
    /// Neutral.
    pub(in crate::records) const INFO: &str = "#1B7FA6";
    /// Text.
    pub(in crate::records) const TEXT: &str = "#1B242B";
    /// Quiet text.
    pub(in crate::records) const MUTED: &str = "#5B6B77";
    /// Lines.
    pub(in crate::records) const LINE: &str = "#D5DCE0";
    /// Product.
    pub(in crate::records) const PRODUCT: &str = "#F4F1E8";
    /// Epidermis, dermis, fat, SMAS, what is below.
    pub(in crate::records) const LAYERS: [&str; 5] = ["#EBC7B2", "#C9837A", "#E8C66A", "#A9B8C2", "#8C4A48"];
}

/// Points that a score needs to be good, and to be fair (colours of rings and marks) [design].
const GOOD: f64 = 80.0;
const FAIR: f64 = 60.0;

/// Colour and mark of a score: colour never stands alone.
pub(super) fn grade(points: f64) -> (&'static str, &'static str) {
    if points >= GOOD {
        (colour::TARGET, "●")
    } else if points >= FAIR {
        (colour::ATTENTION, "▲")
    } else {
        (colour::FAULT, "◆")
    }
}

/// A coordinate with one digit, without a needless zero.
pub(super) fn n(x: f64) -> String {
    let text = format!("{:.1}", if x.is_finite() { x } else { 0.0 });
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text safe within SVG.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Opens a picture of so many units; `label` says in words what it shows.
pub(super) fn open(width: f64, height: f64, label: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">",
        n(width),
        n(height),
        escape(label)
    )
}

/// A text; `anchor` is start, middle or end.
pub(super) fn text(x: f64, y: f64, anchor: &str, colour: &str, size: f64, words: &str) -> String {
    format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" fill=\"{colour}\" font-size=\"{}\">{}</text>",
        n(x),
        n(y),
        n(size),
        escape(words)
    )
}

/// A straight line.
pub(super) fn line(a: (f64, f64), b: (f64, f64), colour: &str, width: f64, more: &str) -> String {
    format!(
        "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{}\"{more}/>",
        n(a.0),
        n(a.1),
        n(b.0),
        n(b.1),
        n(width)
    )
}

/// The points of a polyline or polygon, as its attribute wants them.
pub(super) fn points(list: impl IntoIterator<Item = (f64, f64)>) -> String {
    list.into_iter().map(|(x, y)| format!("{},{}", n(x), n(y))).collect::<Vec<_>>().join(" ")
}

/// A rectangle.
pub(super) fn rect(x: f64, y: f64, width: f64, height: f64, fill: &str, more: &str) -> String {
    format!("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"{more}/>", n(x), n(y), n(width), n(height))
}

/// A time in minutes and seconds.
pub(super) fn clock(seconds: f64) -> String {
    let whole = seconds.max(0.0) as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

/// Class of the colour and mark of a score, for pages whose colours follow the light: colour never stands alone.
pub(super) fn grade_class(points: f64) -> (&'static str, &'static str) {
    if points >= GOOD {
        ("target", "●")
    } else if points >= FAIR {
        ("attention", "▲")
    } else {
        ("fault", "◆")
    }
}

/// A text whose colour is a class.
pub(super) fn words(x: f64, y: f64, anchor: &str, class: &str, words: &str) -> String {
    format!("<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>", n(x), n(y), escape(words))
}

/// The shape of a state in the colour of its class: a disc in the target, a triangle for attention, a diamond for a fault.
pub(super) fn shape(tone: &str, x: f64, y: f64, r: f64) -> String {
    let corners: &[(f64, f64)] = match tone {
        "attention" => &[(0.0, -1.15), (1.05, 0.8), (-1.05, 0.8)],
        "fault" => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        _ => return format!("<circle class=\"dot {tone}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", n(x), n(y), n(r)),
    };
    format!("<polygon class=\"dot {tone}\" points=\"{}\"/>", points(corners.iter().map(|(dx, dy)| (x + dx * r, y + dy * r))))
}
