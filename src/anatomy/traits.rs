//! What makes a patient a lesson: traits that show in measures and layers, each with the figure that decides it.
//!
//! **Invariant:** a trait holds or does not by the head alone: nothing is taken on the word of a file.

use super::body::Anatomy;
use super::layer::LayerStack;
use super::measure::{Measure, Measures, asymmetry_mm};
use super::norms::NORMS;
use super::phenotype::Sex;
use super::region::Region;

/// A trait of a patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trait {
    /// Dermis before the ear at least 8 % thinner than the reference woman's.
    ThinSkin,
    /// Dermis before the ear at least 15 % thicker than hers.
    ThickSkin,
    /// Fat before the ear at least 8 % thinner than hers: little room between dermis and SMAS.
    ThinFat,
    /// Fat before the ear at least 8 % thicker than hers.
    FullFat,
    /// SMAS at the jowl at least 0.4 mm deeper than hers.
    HeavyJowl,
    /// Jaw (bigonial) at least half an SD broader than the mean of the sex.
    BroadJaw,
    /// Jaw at least half an SD narrower.
    SlimJaw,
    /// Neck at least half an SD rounder than the mean of the sex.
    FullNeck,
    /// Neck at least half an SD slimmer.
    SlimNeck,
    /// Nose at least half an SD broader than the mean of the sex.
    BroadNose,
    /// Nose at least half an SD narrower.
    NarrowNose,
    /// Face (nasion to menton) at least half an SD longer than the mean of the sex.
    LongFace,
    /// Face at least half an SD shorter.
    ShortFace,
    /// Left and right differ by at least 2 mm (root mean square over the paired landmarks).
    Asymmetric,
    /// Left and right differ by less than 0.3 mm.
    Symmetric,
}

/// Dermal–fat boundary before the ear of the reference woman (50 years, BMI 23), mm: F1 Meng 2022.
const REFERENCE_DERMIS_MM: f64 = 1.07;
/// Her superficial fat before the ear, mm: superficial fascia at 4.25 (F4) less the dermis.
const REFERENCE_FAT_MM: f64 = 3.18;
/// Her SMAS at the jowl (the deepest tenth of the jawline region), mm, as built [derived].
const REFERENCE_JOWL_MM: f64 = 6.0;

impl Trait {
    /// The figure that decides the trait on this head, and whether it is met.
    #[must_use]
    pub fn shows(self, anatomy: &Anatomy) -> (f64, bool) {
        let least = |value: f64, limit: f64| (value, value >= limit);
        let most = |value: f64, limit: f64| (value, value <= limit);
        let dermis = || mean(anatomy, Region::Preauricular, |s| s.dermis_mm) / REFERENCE_DERMIS_MM;
        let fat = || mean(anatomy, Region::Preauricular, |s| s.fat_mm - s.dermis_mm) / REFERENCE_FAT_MM;
        match self {
            Self::ThinSkin => most(dermis(), 0.92),
            Self::ThickSkin => least(dermis(), 1.15),
            Self::ThinFat => most(fat(), 0.92),
            Self::FullFat => least(fat(), 1.08),
            Self::HeavyJowl => least(jowl_mm(anatomy), REFERENCE_JOWL_MM + 0.4),
            Self::BroadJaw => least(deviation(anatomy, Measure::Bigonial), 0.5),
            Self::SlimJaw => most(deviation(anatomy, Measure::Bigonial), -0.5),
            Self::FullNeck => least(deviation(anatomy, Measure::NeckCircumference), 0.5),
            Self::SlimNeck => most(deviation(anatomy, Measure::NeckCircumference), -0.5),
            Self::BroadNose => least(deviation(anatomy, Measure::Nose), 0.5),
            Self::NarrowNose => most(deviation(anatomy, Measure::Nose), -0.5),
            Self::LongFace => least(deviation(anatomy, Measure::MentonNasion), 0.5),
            Self::ShortFace => most(deviation(anatomy, Measure::MentonNasion), -0.5),
            Self::Asymmetric => least(asymmetry_mm(anatomy.landmarks()), 2.0),
            Self::Symmetric => most(asymmetry_mm(anatomy.landmarks()), 0.3),
        }
    }
}

/// Mean over a region's vertices; not a number where the head has none.
fn mean(anatomy: &Anatomy, region: Region, of: impl Fn(&LayerStack) -> f64) -> f64 {
    let stacks = anatomy.regions().iter().zip(anatomy.stacks()).filter(|(here, _)| **here == region);
    let (sum, count) = stacks.fold((0.0, 0.0), |(sum, count), (_, stack)| (sum + of(stack), count + 1.0));
    sum / count
}

/// Mean depth of the SMAS over the deepest tenth of the jawline, mm: the jowl.
fn jowl_mm(anatomy: &Anatomy) -> f64 {
    let jawline = anatomy.regions().iter().zip(anatomy.stacks()).filter(|(here, _)| **here == Region::Jawline);
    let mut depths: Vec<f64> = jawline.map(|(_, stack)| stack.fat_mm).collect();
    depths.sort_by(f64::total_cmp);
    let deepest = &depths[depths.len() - depths.len() / 10..];
    deepest.iter().sum::<f64>() / deepest.len() as f64
}

/// How far a measure lies from the mean of the sex, in SDs; not a number without the measure or a norm.
fn deviation(anatomy: &Anatomy, measure: Measure) -> f64 {
    let sex: Sex = anatomy.phenotype().sex;
    let norm = NORMS.iter().find(|norm| norm.measure == measure).map(|norm| norm.of(sex));
    let value = Measures::of(&anatomy.skin().mesh, anatomy.landmarks()).get(measure);
    match (norm, value) {
        (Some((mean, sd)), Some(value)) => (value - mean) / sd,
        _ => f64::NAN,
    }
}
