//! The hazard tables: courses of vessels and nerves by anchors and depths, for any patient (`assets/anatomy/hazards.ron`).
//!
//! **Invariant:** a parsed table names only landmarks that it was told of, and no course is empty.

use super::anchor::Anchor;
use super::hazard::{Certainty, HazardKind};
use super::layer::LayerStack;
use crate::source::{self, Checker, Problems};
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
    /// SD of the depth between persons, mm (0: not known, not varied).
    #[serde(default)]
    pub depth_sd_mm: f64,
    /// SD between persons of its place along the skin towards the crown, mm (0: not known, not varied).
    #[serde(default)]
    pub up_sd_mm: f64,
    /// SD between persons of its place along the skin, backwards as an anchor's `back_mm`, mm (0: not known, not varied).
    #[serde(default)]
    pub back_sd_mm: f64,
    /// Radius of the structure, mm.
    pub radius_mm: f64,
    /// SD of the radius between persons, mm (0: not known, not varied).
    #[serde(default)]
    pub radius_sd_mm: f64,
}

/// Another course that a hazard takes in some persons.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Name, `snake_case`.
    pub name: String,
    /// Share of sides that have it, 0..=1; what all variants leave over has the table's own course.
    pub share: f64,
    /// Where share and course come from.
    pub source: String,
    /// What it is.
    pub course: VariantCourse,
}

/// How a variant differs from the table's own course.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum VariantCourse {
    /// There is none.
    Absent,
    /// Each stop moved along the skin, (up, back) in mm.
    Moved(Vec<(f64, f64)>),
    /// Ends at this stop, counted from 0.
    EndsAt(usize),
}

/// Where a branch leaves its trunk: the trunk's id and how far along its stops (1.5: midway between stops 1 and 2).
///
/// The branch's first stop moves as the trunk does there, so that branch and trunk stay joined in every person.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Joint(
    /// The trunk's id; it stands earlier in the file.
    pub String,
    /// Place along the trunk, in stops.
    pub f64,
);

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
    #[serde(default)]
    pub(super) leaves: Option<Joint>,
    #[serde(default)]
    pub(super) variants: Vec<Variant>,
    pub(super) shape: RawShape,
}

impl RawHazard {
    /// The stops of its path; none for a volume.
    pub(super) fn stops(&self) -> &[Stop] {
        match &self.shape {
            RawShape::Path(stops) => stops,
            RawShape::Volume { .. } => &[],
        }
    }
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
    /// Path of the hand's below the content root.
    pub const HAND_FILE: &'static str = "assets/anatomy/hazards_hand.ron";

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
                check_variants(check, &path, hazard);
                if let Some(Joint(trunk, place)) = &hazard.leaves {
                    let stops = raw.hazards[..i].iter().find(|h| h.id == *trunk).map_or(0, |h| h.stops().len());
                    check.require(&format!("{path}.leaves[0]"), stops > 0, format!("\"{trunk}\""), "the id of a path earlier in the file");
                    if stops > 0 {
                        check.range(&format!("{path}.leaves[1]"), *place, 0.0..=(stops - 1) as f64);
                    }
                }
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
                            let path = format!("{path}.shape[0][{k}]");
                            check.range(&format!("{path}.radius_mm"), stop.radius_mm, 0.05..=20.0);
                            check.range(&format!("{path}.radius_sd_mm"), stop.radius_sd_mm, 0.0..=0.6 * stop.radius_mm);
                            for (field, sd) in [("depth_sd_mm", stop.depth_sd_mm), ("up_sd_mm", stop.up_sd_mm), ("back_sd_mm", stop.back_sd_mm)] {
                                check.range(&format!("{path}.{field}"), sd, 0.0..=15.0);
                            }
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

fn check_variants(check: &mut Checker, path: &str, hazard: &RawHazard) {
    let stops = hazard.stops().len();
    check.distinct(hazard.variants.iter().enumerate().map(|(k, v)| (format!("{path}.variants[{k}].name"), v.name.as_str())));
    let total: f64 = hazard.variants.iter().map(|variant| variant.share).sum();
    check.require(&format!("{path}.variants"), total <= 1.0 + 1e-9, format!("shares that add up to {total}"), "at most 1");
    for (k, variant) in hazard.variants.iter().enumerate() {
        let path = format!("{path}.variants[{k}]");
        check.not_empty(&format!("{path}.name"), &variant.name);
        check.not_empty(&format!("{path}.source"), &variant.source);
        check.range(&format!("{path}.share"), variant.share, 0.0..=1.0);
        match &variant.course {
            VariantCourse::Absent => {}
            VariantCourse::Moved(moves) => {
                check.require(&format!("{path}.course"), moves.len() == stops, format!("{} moves", moves.len()), format!("one for each of the {stops} stops"));
                for (n, (up, back)) in moves.iter().enumerate() {
                    check.range(&format!("{path}.course[0][{n}][0]"), *up, -40.0..=40.0);
                    check.range(&format!("{path}.course[0][{n}][1]"), *back, -40.0..=40.0);
                }
            }
            VariantCourse::EndsAt(last) => {
                check.require(&format!("{path}.course"), *last < stops, last, format!("a stop below {stops}"));
            }
        }
    }
}
