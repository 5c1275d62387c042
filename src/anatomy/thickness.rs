//! Layer boundaries of one person, region by region: the reference tables × sex, age, BMI and person.
//!
//! **Invariant:** boundaries strictly deepen, whatever the phenotype.

use super::layer::LayerStack;
use super::phenotype::{Phenotype, Sex};
use super::region::Region;
use super::tables::{Modifiers, RegionTable, Tables};
use crate::geom::math;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// Thinnest that a layer may become, mm [design]: keeps stacks ordered for extreme phenotypes.
const THINNEST_MM: f64 = 0.04;

/// What a person's sex, age, BMI and individual make of the reference thickness.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    male: bool,
    dermis: f64,
    /// Beside `dermis`: over the zygoma, and on the neck.
    zygoma: f64,
    neck: f64,
    /// Years beyond the reference person's age, and what a year does to fat where a region does not say.
    years: f64,
    fat_per_year: f64,
    fat_bmi: f64,
    fat_own: f64,
    deep: f64,
}

impl Person {
    pub(super) fn new(phenotype: &Phenotype, modifiers: &Modifiers) -> Self {
        let male = phenotype.sex == Sex::Male;
        let years = phenotype.age_years - modifiers.reference_age_years;
        let bmi = phenotype.bmi - modifiers.reference_bmi;
        let aged = |age: f64| 1.0 + modifiers.dermis_per_year_after_40 * (age - 40.0).max(0.0);
        // The decline of dermis with age was found in women alone (F1).
        let dermis_age = if male { 1.0 } else { aged(phenotype.age_years) / aged(modifiers.reference_age_years) };
        let (zygoma, neck) = if male {
            ((1.0 + modifiers.male_zygoma_dermis_per_year * years).max(0.5), 1.0)
        } else {
            (1.0, (1.0 + modifiers.female_neck_dermis_per_bmi * bmi).max(0.5))
        };
        let (dermis_own, fat_own) = individual(phenotype, modifiers);
        Self {
            male,
            dermis: (dermis_age * dermis_own).max(0.4),
            zygoma,
            neck,
            years,
            fat_per_year: modifiers.fat_per_year,
            fat_bmi: 1.0 + modifiers.fat_per_bmi * bmi,
            fat_own,
            deep: (1.0 + modifiers.deep_per_bmi * bmi).max(0.5),
        }
    }

    /// The stack of a region.
    pub(super) fn stack(&self, table: &RegionTable) -> LayerStack {
        ordered(self.unordered(table))
    }

    /// The stack of a region, which extremes may have put out of order.
    pub(super) fn unordered(&self, table: &RegionTable) -> LayerStack {
        let ratio = |r: f64| if self.male { r } else { 1.0 };
        let here = match table.region {
            Region::Malar => self.zygoma,
            Region::NeckAnterior | Region::NeckLateral => self.neck,
            _ => 1.0,
        };
        let dermis_mm = table.dermis_mm * self.dermis * here * ratio(table.dermis_male_ratio);
        let aged = 1.0 + table.fat_per_year.unwrap_or(self.fat_per_year) * self.years;
        let fat = (aged * self.fat_bmi * self.fat_own).max(0.25);
        let fat_mm = dermis_mm + (table.fat_mm - table.dermis_mm) * fat * ratio(table.fat_male_ratio);
        let smas_mm = fat_mm + table.smas_thickness_mm;
        let deep = (table.bone_mm - table.fat_mm - table.smas_thickness_mm) * self.deep;
        LayerStack { epidermis_mm: table.epidermis_mm, dermis_mm, fat_mm, smas_mm, bone_mm: smas_mm + deep }
    }
}

/// Keeps every layer at least [`THINNEST_MM`] thick.
pub(super) fn ordered(stack: LayerStack) -> LayerStack {
    let epidermis_mm = stack.epidermis_mm.max(THINNEST_MM);
    let dermis_mm = stack.dermis_mm.max(epidermis_mm + THINNEST_MM);
    let fat_mm = stack.fat_mm.max(dermis_mm + THINNEST_MM);
    let smas_mm = stack.smas_mm.max(fat_mm + THINNEST_MM);
    let bone_mm = stack.bone_mm.max(smas_mm + THINNEST_MM);
    LayerStack { epidermis_mm, dermis_mm, fat_mm, smas_mm, bone_mm }
}

/// Factors on dermis and fat that belong to the person, within ±2 SD × individuality; without individuality the average.
fn individual(phenotype: &Phenotype, modifiers: &Modifiers) -> (f64, f64) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(phenotype.seed ^ 0x6c61_7965_7273);
    let mut normal = || {
        let (u, v): (f64, f64) = (random.random(), random.random());
        let z = (-2.0 * math::ln(1.0 - u)).sqrt() * math::cos(core::f64::consts::TAU * v);
        z.clamp(-2.0, 2.0) * phenotype.individuality
    };
    (1.0 + modifiers.dermis_sd * normal(), 1.0 + modifiers.fat_sd * normal())
}

/// The stacks of all regions for a person, in the enum's order.
#[must_use]
pub fn region_stacks(phenotype: &Phenotype, tables: &Tables) -> Vec<(Region, LayerStack)> {
    let person = Person::new(phenotype, &tables.modifiers);
    tables.regions.iter().map(|table| (table.region, person.stack(table))).collect()
}
