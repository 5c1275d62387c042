//! Published means and SDs of adults, by sex, that the generated population is held to.
//!
//! **Invariant:** a row says where it comes from and whether its figures were read there or are recalled.

use super::measure::Measure;
use super::phenotype::Sex;

/// How a norm's figures came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Read in a public source.
    Found,
    /// The mean was read, the SD is remembered.
    MeanFound,
    /// Remembered; to be checked against the source.
    Recalled,
}

/// Mean and SD of a measure among adults of one sex.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Norm {
    /// What was measured.
    pub measure: Measure,
    /// Women's mean and SD, mm.
    pub female: (f64, f64),
    /// Men's mean and SD, mm.
    pub male: (f64, f64),
    /// Who measured whom.
    pub source: &'static str,
    /// How the figures came here.
    pub read: Read,
}

impl Norm {
    /// Mean and SD of a sex, mm.
    #[must_use]
    pub fn of(&self, sex: Sex) -> (f64, f64) {
        match sex {
            Sex::Female => self.female,
            Sex::Male => self.male,
        }
    }
}

/// The survey of respirator users in 2003: 1,454 women and 2,543 men of the United States aged 17 to 66, calipers; minorities
/// were sought out, and the figures here are of all subjects unweighted, so they are wide. Zhuang and Bradtmiller, J Occup
/// Environ Hyg 2005;2:567; computed from the public table, CDC dataset RD-10130-2020-0.
const NIOSH: &str = "NIOSH 2003 (Zhuang and Bradtmiller 2005; CDC RD-10130-2020-0), all subjects unweighted";
/// The survey of the United States Army in 2012: 1,986 women and 4,082 men aged 17 to 58. Gordon et al., NATICK/TR-15/007.
const ANSUR: &str = "ANSUR II 2012 (Gordon et al. 2014, NATICK/TR-15/007)";
/// North American adults of 18 to 25 years. Farkas, Anthropometry of the Head and Face, 1994.
const FARKAS: &str = "Farkas 1994, North American White adults";
/// 3,307 adults, mean age 51, mean BMI 27.8. Preis et al., J Clin Endocrinol Metab 2010;95:3701 (PMID 20484490).
const FRAMINGHAM: &str = "Framingham Heart Study (Preis et al. 2010, PMID 20484490); SD recalled";

/// The norms.
#[rustfmt::skip]
pub const NORMS: [Norm; 12] = [
    Norm { measure: Measure::Bizygomatic, female: (136.24, 6.53), male: (143.90, 6.86), source: NIOSH, read: Read::Found },
    Norm { measure: Measure::Bigonial, female: (111.64, 9.27), male: (120.70, 10.70), source: NIOSH, read: Read::Found },
    // Measured from the sellion, the deepest point of the root of the nose, where our nasion lies.
    Norm { measure: Measure::MentonNasion, female: (114.23, 6.47), male: (123.19, 7.16), source: NIOSH, read: Read::Found },
    Norm { measure: Measure::Mouth, female: (49.15, 4.47), male: (51.65, 4.27), source: NIOSH, read: Read::Found },
    Norm { measure: Measure::Nose, female: (35.82, 4.92), male: (37.81, 4.80), source: NIOSH, read: Read::Found },
    Norm { measure: Measure::NoseHeight, female: (47.68, 3.81), male: (51.88, 4.12), source: NIOSH, read: Read::Found },
    Norm { measure: Measure::HeadBreadth, female: (147.8, 5.2), male: (154.3, 5.5), source: ANSUR, read: Read::Found },
    Norm { measure: Measure::HeadLength, female: (189.8, 7.4), male: (199.5, 7.0), source: ANSUR, read: Read::Found },
    Norm { measure: Measure::NeckCircumference, female: (342.0, 28.0), male: (405.0, 29.0), source: FRAMINGHAM, read: Read::MeanFound },
    Norm { measure: Measure::FaceHeight, female: (111.4, 4.8), male: (124.7, 5.7), source: FARKAS, read: Read::Recalled },
    Norm { measure: Measure::LowerFaceHeight, female: (64.3, 4.0), male: (72.6, 4.5), source: FARKAS, read: Read::Recalled },
    Norm { measure: Measure::Intercanthal, female: (31.8, 2.3), male: (33.3, 2.7), source: FARKAS, read: Read::Recalled },
];
