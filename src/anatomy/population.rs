//! A random but reproducible person: one seed gives one [`Phenotype`], many seeds give a population like the adults who were
//! measured (see [`super::norms`]).
//!
//! The distributions are ours [design] unless a line names a source; the means and spreads of the sliders are set so that the
//! measures of many people meet the published norms, never the other way round. `tests/core/people.rs` holds them to it.
//!
//! **Invariant:** every person lies within the ranges that [`Phenotype::problems`] allows, and within age 25–75, BMI 18–35.

use super::phenotype::{FacialType, Phenotype, Sex, Shape};
use crate::geom::math;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::ops::RangeInclusive;

/// Ages of the population, years.
pub const AGES: RangeInclusive<f64> = 25.0..=75.0;
/// Body mass indices of the population, kg/m².
pub const BMIS: RangeInclusive<f64> = 18.0..=35.0;

/// Random numbers of one person.
struct Draw(Xoshiro256PlusPlus);

impl Draw {
    /// Uniform in 0..1.
    fn share(&mut self) -> f64 {
        self.0.random()
    }

    /// Standard normal (Box and Muller 1958), within ±2.5.
    fn normal(&mut self) -> f64 {
        let (u, v) = (self.share(), self.share());
        let z = (-2.0 * math::ln(1.0 - u)).sqrt() * math::cos(core::f64::consts::TAU * v);
        z.clamp(-2.5, 2.5)
    }

    /// Normal with a mean and an SD, drawn again until it lies in a range.
    fn within(&mut self, mean: f64, sd: f64, range: &RangeInclusive<f64>) -> f64 {
        for _ in 0..32 {
            let value = mean + sd * self.normal();
            if range.contains(&value) {
                return value;
            }
        }
        mean.clamp(*range.start(), *range.end())
    }
}

/// The person of a seed.
#[must_use]
pub fn person(seed: u64) -> Phenotype {
    let mut draw = Draw(Xoshiro256PlusPlus::seed_from_u64(seed ^ 0x7065_6f70_6c65));
    let sex = if draw.share() < 0.5 { Sex::Female } else { Sex::Male };
    // Those who come for this treatment are middle-aged [design].
    let age_years = rounded(draw.within(48.0, 13.0, &AGES), 1.0);
    // Adults of rich countries: mean 25 to 28, men heavier and less spread, rising slowly with age (Preis 2010: 27.8 at 51).
    let (mean, sd) = if sex == Sex::Male { (27.0, 3.6) } else { (26.0, 4.4) };
    let bmi = rounded(draw.within(mean + 0.03 * (age_years - 48.0), sd, &BMIS), 0.1);
    let facial_type = facial_type(&mut draw);
    let skin_type = skin_type(&mut draw, &facial_type);
    let skin_laxity = rounded(laxity(&mut draw, age_years, bmi, skin_type), 0.01);
    // Most faces differ a little from side to side: at 0.2 the paired landmarks are about 1 mm apart.
    let asymmetry = rounded(draw.within(0.18, 0.10, &(0.02..=0.60)), 0.01);
    let shape = shape(&mut draw, sex, age_years, bmi, &facial_type);
    Phenotype { sex, age_years, bmi, skin_laxity, skin_type, asymmetry, seed, individuality: 1.0, facial_type, shape }
}

/// One type leads with 60–100 % and the other two share the rest: half European, a quarter each African and Asian [design], so
/// that every type is met; the survey's own sample was as mixed.
fn facial_type(draw: &mut Draw) -> FacialType {
    let chosen = draw.share();
    let lead = rounded(0.6 + 0.4 * draw.share(), 0.01);
    let split = draw.share();
    let (first, second) = (rounded((1.0 - lead) * split, 0.01), rounded((1.0 - lead) * (1.0 - split), 0.01));
    if chosen < 0.5 {
        FacialType { european: lead, african: first, asian: second }
    } else if chosen < 0.75 {
        FacialType { african: lead, european: first, asian: second }
    } else {
        FacialType { asian: lead, european: first, african: second }
    }
}

/// Shares of African, Asian and European, adding up to 1.
fn shares(of: &FacialType) -> [f64; 3] {
    let total = of.african + of.asian + of.european;
    [of.african, of.asian, of.european].map(|share| share / total)
}

/// Fitzpatrick type about 2.3 for European, 3.6 for Asian, 5.5 for African faces, SD 0.7 [design]; type and face are only
/// loosely tied.
fn skin_type(draw: &mut Draw, of: &FacialType) -> u8 {
    let [african, asian, european] = shares(of);
    let mean = 5.5 * african + 3.6 * asian + 2.3 * european;
    (mean + 0.7 * draw.normal()).round().clamp(1.0, 6.0) as u8
}

/// Laxity rises with age, faster from the forties on; fuller faces hang a little less at the same age, and darker skin shows
/// its age later (less photoageing) [signs recalled, sizes design]. SD 0.09 at every age.
fn laxity(draw: &mut Draw, age_years: f64, bmi: f64, skin_type: u8) -> f64 {
    let t = (age_years - 25.0) / 50.0;
    let mean = 0.06 + 0.30 * t + 0.42 * t * t - 0.006 * (bmi - 26.0) - 0.012 * (f64::from(skin_type) - 3.0);
    (mean + 0.09 * draw.normal()).clamp(0.0, 1.0)
}

/// The sliders: a mean by sex, age, BMI and facial type, and a spread; `individuality` adds an even ±0.5 to each of them.
fn shape(draw: &mut Draw, sex: Sex, age_years: f64, bmi: f64, of: &FacialType) -> Shape {
    let male = sex == Sex::Male;
    let [african, asian, european] = shares(of);
    let by_sex = |female: f64, men: f64| if male { men } else { female };
    let mut slider = |mean: f64, sd: f64| rounded((mean + sd * draw.normal()).clamp(-1.0, 1.0), 0.01);
    Shape {
        // Volume of the cheek is lost with age and gained with weight.
        cheek_volume: slider(0.02 * (bmi - 26.0) - 0.008 * (age_years - 48.0), 0.15),
        cheek_bones: slider(0.0, 0.15),
        cheek_inner: slider(-0.004 * (age_years - 48.0), 0.10),
        cheek_height: slider(0.0, 0.10),
        chin_prominence: slider(0.0, 0.15),
        chin_height: slider(-0.05, 0.15),
        chin_width: slider(0.0, 0.15),
        jaw_width: slider(by_sex(-0.20, -0.45), 0.30),
        jaw_drop: slider(0.0, 0.10),
        double_chin: slider(0.0, 0.15),
        head_width: slider(by_sex(0.33, 0.27), 0.20),
        head_height: slider(by_sex(-0.10, 0.05), by_sex(0.30, 0.38)),
        neck_width: slider(by_sex(0.30, -0.15), 0.30),
        neck_depth: slider(by_sex(0.30, -0.15), 0.25),
        nose_length: slider(-0.40, 0.40),
        // The base's noses are too narrow, most for Asian faces; nose breadth by group as in the survey (NIOSH 2003).
        nose_width: slider(0.30 * african + 0.70 * asian + 0.20 * european, 0.15),
        nose_depth: slider(0.0, 0.15),
        nose_hump: slider(0.10 * european, 0.20),
        nose_tip: slider(0.0, 0.15),
        mouth_width: slider(0.0, 0.30),
        mouth_corners: slider(0.0, 0.10),
        // Lips thin with age.
        lip_volume: slider(0.25 * african - 0.006 * (age_years - 48.0), 0.15),
        brow_height: slider(by_sex(0.0, -0.05), 0.15),
        eye_bag: slider(0.0, 0.10),
        temple: slider(by_sex(0.10, 0.45) - 0.006 * (age_years - 48.0), 0.15),
        forehead: slider(0.0, 0.15),
        head_size: slider(0.0, 0.33),
        head_depth: slider(0.0, by_sex(0.15, 0.30)),
    }
}

/// A value at a step, so that a person written to a file is the same person.
fn rounded(value: f64, step: f64) -> f64 {
    let steps = (1.0 / step).round();
    (value * steps).round() / steps
}
