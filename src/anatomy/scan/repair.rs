//! What was mended in a scan, and why a scan is refused.

use std::fmt;

use crate::geom::Vec3;

/// One kind of mending.
#[derive(Clone, Debug, PartialEq)]
pub enum Repair {
    /// Points at one place made one.
    Welded(usize),
    /// Triangles without area left out.
    Empty(usize),
    /// Triangles that stood there twice left out.
    Doubled(usize),
    /// Smaller pieces left out, with their share of the surface.
    Pieces {
        /// How many.
        count: usize,
        /// Share of the area, 0..1.
        share: f64,
    },
    /// Triangles about edges of more than two left out.
    Tangled(usize),
    /// Triangles turned to run as their neighbours do.
    Turned(usize),
    /// Points where two sheets touched parted.
    BowTies(usize),
    /// The whole surface turned outside out.
    Inward,
    /// Triangles beyond head, neck and chest cut off.
    Cropped(usize),
    /// Thinned out.
    Decimated {
        /// Triangles before.
        from: usize,
        /// Triangles after.
        to: usize,
    },
    /// Triangles cut in four.
    Refined {
        /// Triangles before.
        from: usize,
        /// Triangles after.
        to: usize,
    },
    /// The scanner's noise taken off.
    Evened {
        /// Mean distance of a point from the surface before, mm.
        mean_mm: f64,
        /// Longest way, mm.
        most_mm: f64,
    },
    /// Holes closed.
    Holes {
        /// How many.
        count: usize,
        /// Length of the longest one's rim, mm.
        longest_mm: f64,
    },
    /// The one rim left open.
    Border {
        /// Its length, mm.
        length_mm: f64,
    },
    /// Landmarks moved onto the surface: the furthest of them, mm.
    Landmarks {
        /// How many.
        count: usize,
        /// Longest way, mm.
        furthest_mm: f64,
    },
    /// Landmarks that lie beyond the scan's border.
    Beyond(Vec<&'static str>),
}

/// "1 triangle", "2 triangles".
fn some(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Repair::Welded(n) => write!(f, "welded {} to others at the same place", some(*n, "point")),
            Repair::Empty(n) => write!(f, "left out {} without area", some(*n, "triangle")),
            Repair::Doubled(n) => write!(f, "left out {} that stood there twice", some(*n, "triangle")),
            Repair::Pieces { count, share } => write!(f, "left out {} ({:.1} % of the surface)", some(*count, "loose piece"), 100.0 * share),
            Repair::Tangled(n) => write!(f, "left out {} about edges that more than two shared", some(*n, "triangle")),
            Repair::Turned(n) => write!(f, "turned {} to run as their neighbours do", some(*n, "triangle")),
            Repair::BowTies(n) => write!(f, "parted {} where two sheets touched", some(*n, "point")),
            Repair::Inward => f.write_str("turned the surface: its normals faced inwards"),
            Repair::Cropped(n) => write!(f, "cut off {} beyond head, neck and chest", some(*n, "triangle")),
            Repair::Decimated { from, to } => write!(f, "thinned out from {from} to {to} triangles"),
            Repair::Refined { from, to } => write!(f, "cut {from} triangles into {to}, on the same surface"),
            Repair::Evened { mean_mm, most_mm } => write!(f, "evened out the triangles and took off noise: {mean_mm:.2} mm from the scan's surface (mean; {most_mm:.2} mm at most)"),
            Repair::Holes { count, longest_mm } => write!(f, "closed {} (longest rim {longest_mm:.0} mm)", some(*count, "hole")),
            Repair::Border { length_mm } => write!(f, "kept one open border of {length_mm:.0} mm"),
            Repair::Landmarks { count, furthest_mm } => {
                write!(f, "moved {} onto the surface ({furthest_mm:.1} mm at most)", some(*count, "landmark"))
            }
            Repair::Beyond(names) => {
                write!(f, "beyond the scan's border: {}; nothing is laid where only these lead", names.join(", "))
            }
        }
    }
}

/// Why a scan's mesh is refused. Places are in the patient's frame: mm from the midpoint of the tragi, x to the patient's left, y up, z forward.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Defect {
    /// No triangle with an area.
    #[error("no triangle with an area is left; allowed: a surface")]
    Nothing,
    /// Too coarse.
    #[error("{got} triangles; allowed: {least} or more on head and neck, or the face's shape is lost: export the scan finer")]
    Coarse {
        /// Triangles.
        got: usize,
        /// Least.
        least: usize,
    },
    /// In bits.
    #[error("{count} loose pieces, the largest with {:.0} % of the surface; allowed: one piece with most of it: join or delete pieces in the scanning program", 100.0 * share)]
    Pieces {
        /// Pieces.
        count: usize,
        /// Share of the largest, 0..1.
        share: f64,
    },
    /// Too many bad edges.
    #[error("more than {triangles} of {of} triangles about edges that more than two triangles share, or that turn inside out, first at {}; allowed: 3 % of them: run the scanning program's \"make manifold\"", place(*at))]
    Tangled {
        /// Triangles about bad edges.
        triangles: usize,
        /// Triangles in all.
        of: usize,
        /// One of them.
        at: Vec3,
    },
    /// A large hole beside the border.
    #[error("a hole with a rim of {length_mm:.0} mm about {}, beside the open border of {border_mm:.0} mm; allowed: {allowed_mm:.0} mm: close it in the scanning program", place(*at))]
    Hole {
        /// Its length, mm.
        length_mm: f64,
        /// Its middle.
        at: Vec3,
        /// The length of the one border, mm.
        border_mm: f64,
        /// The longest that is closed, mm.
        allowed_mm: f64,
    },
    /// The landmarks are not on the surface.
    #[error("{name} lies {off_mm:.0} mm from the surface; allowed: {allowed_mm:.0} mm: pick it again on this scan")]
    Landmark {
        /// Which.
        name: &'static str,
        /// How far, mm.
        off_mm: f64,
        /// Furthest, mm.
        allowed_mm: f64,
    },
    /// The face does not fit a head's surface.
    #[error("the surface is no head's: after fitting, {:.0} % of the face lies further than {allowed_mm:.0} mm from the scan; allowed: 15 %", 100.0 * share)]
    Shape {
        /// Share of the face, 0..1.
        share: f64,
        /// Furthest, mm.
        allowed_mm: f64,
    },
}

fn place(at: Vec3) -> String {
    format!("({:.0}, {:.0}, {:.0})", at.x, at.y, at.z)
}
