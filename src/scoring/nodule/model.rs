//! The coefficients of the nodule model, read from `assets/nodule.ron`, where each stands with its source.

use std::collections::BTreeMap;

use crate::anatomy::Region;
use crate::source::{Checker, Problems, read};

/// Version of the file that this program reads.
const VERSION: u32 = 1;

/// Uncertainty of each part as SD of its natural logarithm.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// Of the scale (face anchor).
    pub scale: f64,
    /// Of the effect of shallowness (lip anchor).
    pub shallow: f64,
    /// Of the effect of dilution.
    pub dilution: f64,
    /// Of the effect of mobility.
    pub mobile: f64,
    /// Of the form of the model.
    pub form: f64,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawModel {
    version: u32,
    scale: f64,
    shallow: f64,
    fade_mm: f64,
    near: f64,
    blur_mm: f64,
    pile_power: f64,
    pile_mg: f64,
    dose_power: f64,
    dose_mg_cm2: f64,
    cohesion_power: f64,
    skin_power: f64,
    skin_mm: f64,
    mobile: f64,
    unmixed: f64,
    pub(super) mobility: BTreeMap<String, f64>,
    doubt: Doubt,
}

/// The coefficients; their meaning, unit and source stand in `assets/nodule.ron`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is explained beside its value in assets/nodule.ron")]
pub struct NoduleModel {
    pub scale: f64,
    pub shallow: f64,
    pub fade_mm: f64,
    pub near: f64,
    pub blur_mm: f64,
    pub pile_power: f64,
    pub pile_mg: f64,
    pub dose_power: f64,
    pub dose_mg_cm2: f64,
    pub cohesion_power: f64,
    pub skin_power: f64,
    pub skin_mm: f64,
    pub mobile: f64,
    pub unmixed: f64,
    pub doubt: Doubt,
    pub(super) mobility: Vec<f64>,
}

impl NoduleModel {
    /// The built-in model, which travels inside the program.
    ///
    /// # Panics
    /// Never: a test reads the built-in file.
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse("assets/nodule.ron", include_str!("../../../assets/nodule.ron")).expect("a test reads the built-in nodule model")
    }

    /// Reads a model.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let raw = read::<RawModel>(file, text, check)?.value;
        let mobility = Region::ALL.iter().map(|(_, name)| raw.mobility.get(*name).copied().unwrap_or(0.0)).collect();
        Ok(Self {
            scale: raw.scale,
            shallow: raw.shallow,
            fade_mm: raw.fade_mm,
            near: raw.near,
            blur_mm: raw.blur_mm,
            pile_power: raw.pile_power,
            pile_mg: raw.pile_mg,
            dose_power: raw.dose_power,
            dose_mg_cm2: raw.dose_mg_cm2,
            cohesion_power: raw.cohesion_power,
            skin_power: raw.skin_power,
            skin_mm: raw.skin_mm,
            mobile: raw.mobile,
            unmixed: raw.unmixed,
            doubt: raw.doubt,
            mobility,
        })
    }

    /// How mobile a region is, 0 to 1.
    #[must_use]
    pub fn mobility(&self, region: Region) -> f64 {
        self.mobility[region as usize]
    }
}

/// The ranges keep the model monotone: no power and no effect below 0, mobility never protects.
fn check(raw: &RawModel, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    checker.range("scale", raw.scale, 1e-9..=1.0);
    checker.range("shallow", raw.shallow, 0.0..=1000.0);
    checker.range("fade_mm", raw.fade_mm, 0.05..=5.0);
    checker.range("near", raw.near, 0.0..=1.0);
    checker.range("blur_mm", raw.blur_mm, 0.01..=1.0);
    checker.range("pile_mg", raw.pile_mg, 0.01..=1000.0);
    checker.range("dose_mg_cm2", raw.dose_mg_cm2, 0.1..=1000.0);
    for (field, power) in [
        ("pile_power", raw.pile_power),
        ("dose_power", raw.dose_power),
        ("cohesion_power", raw.cohesion_power),
        ("skin_power", raw.skin_power),
    ] {
        checker.range(field, power, 0.0..=3.0);
    }
    checker.range("skin_mm", raw.skin_mm, 0.3..=4.0);
    checker.range("mobile", raw.mobile, 1.0..=10.0);
    checker.range("unmixed", raw.unmixed, 0.0..=10.0);
    let names = Region::ALL.map(|(_, name)| name);
    for (name, mobility) in &raw.mobility {
        checker.one_of(&format!("mobility.{name}"), name, &names);
        checker.range(&format!("mobility.{name}"), *mobility, 0.0..=1.0);
    }
    let doubt = &raw.doubt;
    for (field, sd) in [
        ("scale", doubt.scale),
        ("shallow", doubt.shallow),
        ("dilution", doubt.dilution),
        ("mobile", doubt.mobile),
        ("form", doubt.form),
    ] {
        checker.range(&format!("doubt.{field}"), sd, 0.0..=2.0);
    }
}
