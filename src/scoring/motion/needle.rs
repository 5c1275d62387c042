//! The needle in the tracked tool's own frame: its tip is the origin.

use crate::geom::Vec3;

/// An axis of the tracked tool's frame, pointing from the tip to the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// 0 x, 1 y, 2 z.
    index: usize,
    negative: bool,
}

impl Axis {
    /// All names, `+` first.
    pub const NAMES: [&str; 6] = ["+x", "-x", "+y", "-y", "+z", "-z"];

    /// The axis of a name, as in `-z`; a name without a sign means `+`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let (negative, letter) = match name.strip_prefix('-') {
            Some(letter) => (true, letter),
            None => (false, name.strip_prefix('+').unwrap_or(name)),
        };
        let index = ["x", "y", "z"].iter().position(|known| letter.eq_ignore_ascii_case(known))?;
        Some(Self { index, negative })
    }

    /// Its direction in a frame whose axes are the columns given.
    pub(super) fn among(self, columns: [Vec3; 3]) -> Vec3 {
        if self.negative { -columns[self.index] } else { columns[self.index] }
    }
}

/// The tracked needle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needle {
    /// Direction from the tip to the hub in the tool's frame.
    pub axis: Axis,
    /// Length from the tip to the hub in mm, above 0.
    pub length_mm: f64,
}
