//! The hazard tables: courses of vessels and nerves by anchors and depths, for any patient (`assets/anatomy/hazards.ron`).
//!
//! **Invariant:** a parsed table names only landmarks that it was told of, and no course is empty.

use super::anchor::Anchor;
use super::hazard::{Certainty, HazardKind};
use super::layer::LayerStack;
use crate::source::{self, Problems};
use serde::Deserialize;

/// A depth, counted from what the source counts it from.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Depth {
    /// mm below the skin.
    Skin(f64),
    /// mm below the lower boundary of SMAS/platysma.
    Smas(f64),
    /// mm above bone.
    Bone(f64),
}

impl Depth {
    /// The depth below the skin where the layers are these, mm.
    #[must_use]
    pub fn below_skin(self, stack: &LayerStack) -> f64 {
        match self {
            Depth::Skin(mm) => mm,
            Depth::Smas(mm) => stack.smas_mm + mm,
            Depth::Bone(mm) => stack.bone_mm - mm,
        }
    }
}

/// A point that a vessel or nerve passes through.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Where on the skin.
    pub at: Anchor,
    /// Depth of the centreline.
    pub depth: Depth,
    /// SD of the depth between persons, mm (0: not known).
    #[serde(default)]
    pub depth_sd_mm: f64,
    /// Radius of the structure, mm.
    pub radius_mm: f64,
}

/// Course or extent of a hazard in the tables.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum RawShape {
    /// Through these stops; one stop: a ball.
    Path(Vec<Stop>),
    /// Under a patch of skin, from a depth downwards.
    Volume {
        /// Outline on the skin.
        outline: Vec<Anchor>,
        /// Upper surface.
        from: Depth,
        /// Thickness, mm; never into bone.
        thickness_mm: f64,
    },
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHazard {
    pub(super) id: String,
    pub(super) kind: HazardKind,
    pub(super) certainty: Certainty,
    pub(super) source: String,
    pub(super) shape: RawShape,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHazards {
    version: u32,
    hazards: Vec<RawHazard>,
}

/// The hazard tables, for any patient.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HazardTables {
    pub(super) hazards: Vec<RawHazard>,
}

impl HazardTables {
    /// Path of the built-in tables below the content root.
    pub const FILE: &'static str = "assets/anatomy/hazards.ron";

    /// Reads hazard tables; `landmarks` are the names that anchors may use.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str, landmarks: &[&str]) -> Result<Self, Problems> {
        let raw = source::read(file, text, |raw: &RawHazards, check| {
            check.version(raw.version, 1);
            check.distinct(raw.hazards.iter().enumerate().map(|(i, h)| (format!("hazards[{i}].id"), h.id.as_str())));
            for (i, hazard) in raw.hazards.iter().enumerate() {
                let path = format!("hazards[{i}]");
                check.not_empty(&format!("{path}.id"), &hazard.id);
                check.not_empty(&format!("{path}.source"), &hazard.source);
                let mut anchor = |path: String, anchor: &Anchor| {
                    for (below, got, allowed) in anchor.problems(landmarks) {
                        check.require(&format!("{path}.{below}"), false, got, allowed);
                    }
                };
                match &hazard.shape {
                    RawShape::Path(stops) => {
                        for (k, stop) in stops.iter().enumerate() {
                            anchor(format!("{path}.shape[0][{k}].at"), &stop.at);
                        }
                        check.require(&format!("{path}.shape"), !stops.is_empty(), "no stops", "at least one stop");
                        for (k, stop) in stops.iter().enumerate() {
                            check.range(&format!("{path}.shape[0][{k}].radius_mm"), stop.radius_mm, 0.05..=20.0);
                        }
                    }
                    RawShape::Volume { outline, thickness_mm, .. } => {
                        for (k, at) in outline.iter().enumerate() {
                            anchor(format!("{path}.shape.outline[{k}]"), at);
                        }
                        check.require(&format!("{path}.shape.outline"), outline.len() >= 3, outline.len(), "at least 3 anchors");
                        check.range(&format!("{path}.shape.thickness_mm"), *thickness_mm, 0.1..=60.0);
                    }
                }
            }
        })?;
        Ok(Self { hazards: raw.value.hazards })
    }
}
