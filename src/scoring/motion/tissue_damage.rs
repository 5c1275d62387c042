//! Tissue damage: the area swept by the part of the shaft that is in tissue (Perk Tutor's `TissueDamage`), mm².

use crate::geom::Vec3;
use crate::geom::solid::Solid;

use super::frames::Frame;
use super::needle::Needle;

/// The part of the shaft that is in tissue.
pub(super) struct Segment {
    tip: Vec3,
    /// First place towards the hub where the shaft meets the tissue's surface; the hub when it meets none within its length.
    exit: Vec3,
    /// Whether it meets the surface.
    pub(super) leaves: bool,
}

/// The part in tissue of a shaft whose tip is inside.
pub(super) fn segment(frame: &Frame, tissue: &Solid, needle: Needle) -> Segment {
    let exit = tissue.first_hit(frame.tip, frame.to_hub, needle.length_mm);
    Segment { tip: frame.tip, exit: exit.unwrap_or(frame.tip + frame.to_hub * needle.length_mm), leaves: exit.is_some() }
}

/// Area between two segments: the triangles last tip – tip – exit and last tip – exit – last exit.
pub(super) fn swept(last: &Segment, now: &Segment) -> f64 {
    let area = |a: Vec3, b: Vec3, c: Vec3| 0.5 * (b - a).cross(c - a).length();
    area(last.tip, now.tip, now.exit) + area(last.tip, now.exit, last.exit)
}
