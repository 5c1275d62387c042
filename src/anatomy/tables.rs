//! The layer tables: reference thickness per region, how a phenotype changes it, and where each region lies.
//!
//! **Invariant:** a `Tables` holds every region once, with boundaries that strictly deepen.

use super::anchor::Anchor;
use super::region::Region;
use super::skin::{Landmark, Mask};
use crate::source::{self, Checker, Problems};
use serde::Deserialize;

/// Boundary depths of a region for the reference person, and its ratios between the sexes. See `assets/anatomy/layers.ron`
/// for the source of every figure.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionTable {
    /// The region.
    pub region: Region,
    /// Epidermis–dermis boundary, mm.
    pub epidermis_mm: f64,
    /// Dermal–fat boundary, mm.
    pub dermis_mm: f64,
    /// Fat–SMAS/platysma boundary, mm.
    pub fat_mm: f64,
    /// Thickness of SMAS/platysma, mm.
    pub smas_thickness_mm: f64,
    /// Depth of bone, mm (25 and more: none within reach).
    pub bone_mm: f64,
    /// Dermis of men ÷ dermis of women.
    pub dermis_male_ratio: f64,
    /// Superficial fat of men ÷ that of women.
    pub fat_male_ratio: f64,
    /// Relative change of superficial fat per year, where it differs from [`Modifiers::fat_per_year`].
    pub fat_per_year: Option<f64>,
    /// Where the figures come from.
    pub source: String,
    /// Where on the skin the region lies.
    pub shapes: Vec<Shape>,
}

/// Part of a region: the skin within a radius of a path over anchors, or a painted mask of the skin.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Radius about the path, mm.
    pub radius_mm: f64,
    /// Anchors; a path with a left landmark stands for both sides.
    #[serde(default)]
    pub path: Vec<Anchor>,
    /// Name of a mask (`lips`, `ears`, `scalp`); no path then.
    #[serde(default)]
    pub mask: String,
}

/// How a phenotype changes thickness. Signs are found, slopes mostly uncertain: see `assets/anatomy/layers.ron`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modifiers {
    /// Age of the reference person, years.
    pub reference_age_years: f64,
    /// BMI of the reference person, kg/m².
    pub reference_bmi: f64,
    /// Relative change of women's dermis per year after 40.
    pub dermis_per_year_after_40: f64,
    /// Relative change of men's dermis over the zygoma per year.
    pub male_zygoma_dermis_per_year: f64,
    /// Relative change of the dermis of women's necks per BMI unit.
    pub female_neck_dermis_per_bmi: f64,
    /// Relative change of superficial fat per year.
    pub fat_per_year: f64,
    /// Relative change of superficial fat per BMI unit.
    pub fat_per_bmi: f64,
    /// Relative change of the deep tissue per BMI unit.
    pub deep_per_bmi: f64,
    /// Relative SD of dermis between persons.
    pub dermis_sd: f64,
    /// Relative SD of superficial fat between persons.
    pub fat_sd: f64,
}

/// A place that differs from its region, fading as a Gaussian.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// Its centre; a left landmark stands for both sides.
    pub at: Anchor,
    /// Distance at which the effect has fallen to e^−½, mm.
    pub radius_mm: f64,
    /// Factor on the dermis at the centre.
    pub dermis_factor: f64,
    /// Fat added at the centre, mm.
    pub fat_add_mm: f64,
    /// Fat added at the centre when skin laxity is 1, mm.
    pub laxity_fat_add_mm: f64,
    /// Deep tissue added at the centre, mm: bone lies so much deeper beyond what fat adds.
    #[serde(default)]
    pub deep_add_mm: f64,
    /// Where the figures come from.
    pub source: String,
}

/// The layer tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// Width over which neighbouring regions blend, mm.
    pub blend_mm: f64,
    /// Distance beyond every region's radius at which skin is [`Region::Other`], mm.
    pub other_mm: f64,
    /// Effects of the phenotype.
    pub modifiers: Modifiers,
    /// One entry per region, in the enum's order.
    pub regions: Vec<RegionTable>,
    /// Places that differ from their region.
    pub spots: Vec<Spot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTables {
    version: u32,
    blend_mm: f64,
    other_mm: f64,
    modifiers: Modifiers,
    regions: Vec<RawRegion>,
    spots: Vec<Spot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegion {
    region: String,
    epidermis_mm: f64,
    dermis_mm: f64,
    fat_mm: f64,
    smas_thickness_mm: f64,
    bone_mm: f64,
    dermis_male_ratio: f64,
    fat_male_ratio: f64,
    #[serde(default)]
    fat_per_year: Option<f64>,
    source: String,
    shapes: Vec<Shape>,
}

impl Tables {
    /// Path of the built-in tables below the content root.
    pub const FILE: &'static str = "assets/anatomy/layers.ron";

    /// Reads tables.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let raw: RawTables = source::read(file, text, check)?.value;
        let mut regions: Vec<RegionTable> = raw
            .regions
            .into_iter()
            .filter_map(|r| {
                Some(RegionTable {
                    region: Region::from_name(&r.region)?,
                    epidermis_mm: r.epidermis_mm,
                    dermis_mm: r.dermis_mm,
                    fat_mm: r.fat_mm,
                    smas_thickness_mm: r.smas_thickness_mm,
                    bone_mm: r.bone_mm,
                    dermis_male_ratio: r.dermis_male_ratio,
                    fat_male_ratio: r.fat_male_ratio,
                    fat_per_year: r.fat_per_year,
                    source: r.source,
                    shapes: r.shapes,
                })
            })
            .collect();
        regions.sort_by_key(|table| table.region);
        Ok(Self { blend_mm: raw.blend_mm, other_mm: raw.other_mm, modifiers: raw.modifiers, regions, spots: raw.spots })
    }

    /// The table of a region.
    #[must_use]
    pub fn region(&self, region: Region) -> &RegionTable {
        &self.regions[region as usize]
    }
}

fn check(raw: &RawTables, check: &mut Checker) {
    let names = Region::ALL.map(|(_, name)| name);
    check.version(raw.version, 1);
    check.range("blend_mm", raw.blend_mm, 0.5..=20.0);
    check.range("other_mm", raw.other_mm, 1.0..=100.0);
    check.range("modifiers.reference_bmi", raw.modifiers.reference_bmi, 15.0..=45.0);
    check.distinct(raw.regions.iter().enumerate().map(|(i, r)| (format!("regions[{i}].region"), r.region.as_str())));
    for (i, r) in raw.regions.iter().enumerate() {
        check.one_of(&format!("regions[{i}].region"), &r.region, &names);
        check.not_empty(&format!("regions[{i}].source"), &r.source);
        let smas_mm = r.fat_mm + r.smas_thickness_mm;
        let mut above = 0.02;
        for (field, depth) in [("epidermis_mm", r.epidermis_mm), ("dermis_mm", r.dermis_mm), ("fat_mm", r.fat_mm), ("smas_thickness_mm", smas_mm), ("bone_mm", r.bone_mm)] {
            check.require(&format!("regions[{i}].{field}"), depth > above && depth < 100.0, depth, format!("a depth below {above}"));
            above = depth;
        }
        check.range(&format!("regions[{i}].dermis_male_ratio"), r.dermis_male_ratio, 0.5..=2.0);
        check.range(&format!("regions[{i}].fat_male_ratio"), r.fat_male_ratio, 0.5..=2.0);
        check.range(&format!("regions[{i}].fat_per_year"), r.fat_per_year.unwrap_or(0.0), -0.025..=0.02);
    }
    for (_, name) in Region::ALL {
        check.require("regions", raw.regions.iter().any(|r| r.region == name), format!("no region \"{name}\""), "every region once");
    }
    let landmarks = [&Landmark::names()[..], &Landmark::hand_names()].concat();
    let mut anchors: Vec<(String, &Anchor)> = Vec::new();
    for (i, r) in raw.regions.iter().enumerate() {
        for (k, shape) in r.shapes.iter().enumerate() {
            let path = format!("regions[{i}].shapes[{k}]");
            if shape.path.is_empty() {
                check.one_of(&format!("{path}.mask"), &shape.mask, &Mask::ALL.map(Mask::name));
            }
            anchors.extend(shape.path.iter().enumerate().map(|(n, anchor)| (format!("{path}.path[{n}]"), anchor)));
        }
    }
    anchors.extend(raw.spots.iter().enumerate().map(|(i, spot)| (format!("spots[{i}].at"), &spot.at)));
    for (path, anchor) in anchors {
        for (below, got, allowed) in anchor.problems(&landmarks) {
            check.require(&format!("{path}.{below}"), false, got, allowed);
        }
    }
    for (i, spot) in raw.spots.iter().enumerate() {
        check.range(&format!("spots[{i}].radius_mm"), spot.radius_mm, 1.0..=60.0);
        check.range(&format!("spots[{i}].dermis_factor"), spot.dermis_factor, 0.3..=3.0);
    }
}
