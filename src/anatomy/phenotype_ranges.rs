//! Ranges of a phenotype: a kind of patient, of whom each seed draws one.
//!
//! **Invariants:** the same ranges and seed draw the same patient to the bit; whoever is drawn from ranges without problems can be built.

use std::collections::BTreeMap;

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::phenotype::{FacialType, Phenotype, Sex, Shape};

/// Tells the draw of a patient from whatever else is drawn from a seed.
const DRAW: u64 = 0x7068_656e_6f74_7970;

/// Least and greatest of each number of a [`Phenotype`], `(from, to)`. What is left out has the phenotype's own default, for everybody.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhenotypeRanges {
    /// The sexes that are drawn from, each as likely.
    pub sex: Vec<Sex>,
    /// Age in years, within 18..=90.
    pub age_years: (f64, f64),
    /// Body mass index in kg/m², within 15..=42.
    pub bmi: (f64, f64),
    /// Looseness of skin and ligaments, within 0..=1.
    pub skin_laxity: (f64, f64),
    /// Fitzpatrick skin type, within 1..=6.
    pub skin_type: (u8, u8),
    /// Left–right difference, within 0..=1.
    pub asymmetry: (f64, f64),
    /// How far the person drawn departs from the base's shape, within 0..=1.
    pub individuality: (f64, f64),
    /// Facial type: share of `african`, `asian` and `european`, each within 0..=1.
    pub facial_type: FacialRanges,
    /// Shape sliders by their names, each within −1..=1.
    pub shape: BTreeMap<String, (f64, f64)>,
}

/// Least and greatest share of the three facial types.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "as in `FacialType`")]
pub struct FacialRanges {
    pub african: (f64, f64),
    pub asian: (f64, f64),
    pub european: (f64, f64),
}

impl Default for FacialRanges {
    fn default() -> Self {
        let FacialType { african, asian, european } = FacialType::default();
        Self { african: (african, african), asian: (asian, asian), european: (european, european) }
    }
}

impl Default for PhenotypeRanges {
    fn default() -> Self {
        let Phenotype { sex, age_years, bmi, skin_laxity, skin_type, asymmetry, individuality, .. } = Phenotype::default();
        Self {
            sex: vec![sex],
            age_years: (age_years, age_years),
            bmi: (bmi, bmi),
            skin_laxity: (skin_laxity, skin_laxity),
            skin_type: (skin_type, skin_type),
            asymmetry: (asymmetry, asymmetry),
            individuality: (individuality, individuality),
            facial_type: FacialRanges::default(),
            shape: BTreeMap::new(),
        }
    }
}

impl PhenotypeRanges {
    /// What is wrong with them, as (path below them, what stands there, what may stand there).
    #[must_use]
    pub fn problems(&self) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        let mut wrong = |path: String, got: String, allowed: String| found.push((path, got, allowed));
        match self.sex.len() {
            1 => {}
            2 if self.sex[0] != self.sex[1] => {}
            count => wrong("sex".to_owned(), format!("{count} entries"), "female, male or both, each once".to_owned()),
        }
        let (low, high) = (self.phenotype_at(|range| range.0), self.phenotype_at(|range| range.1));
        for (end, at) in [(0, &low), (1, &high)] {
            for problem in at.problems().into_iter().filter(|problem| problem.field != "facial_type") {
                let allowed = format!("{}..={}", problem.allowed.start(), problem.allowed.end());
                wrong(format!("{}[{end}]", problem.field), problem.got.to_string(), allowed);
            }
        }
        for (path, (from, to)) in self.all() {
            if from > to {
                wrong(path, format!("from {from} to {to}"), "the smaller number first".to_owned());
            }
        }
        let facial = self.facial_type;
        let least = facial.african.0 + facial.asian.0 + facial.european.0;
        if !(least >= 0.01) {
            wrong("facial_type".to_owned(), format!("shares that may add up to {least}"), "at least 0.01 from the lower ends".to_owned());
        }
        let known: Vec<&str> = Shape::NAMES.to_vec();
        for name in self.shape.keys().filter(|name| !known.contains(&name.as_str())) {
            let near = crate::source::nearest(name, &known).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            wrong(format!("shape.{name}"), format!("\"{name}\""), format!("{}{near}", known.join(", ")));
        }
        found
    }

    /// The patient that a seed draws.
    #[must_use]
    pub fn draw(&self, seed: u64) -> Phenotype {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed ^ DRAW);
        let mut within = |(from, to): (f64, f64)| (from + (to - from) * random.random::<f64>()).clamp(from.min(to), to.max(from));
        let mut drawn = self.phenotype_at(&mut within);
        let which = |count: usize, lot: f64| ((lot * count as f64) as usize).min(count.saturating_sub(1));
        drawn.sex = self.sex.get(which(self.sex.len(), within((0.0, 1.0)))).copied().unwrap_or_default();
        let (from, to) = self.skin_type;
        drawn.skin_type = from + which(usize::from(to.saturating_sub(from)) + 1, within((0.0, 1.0))) as u8;
        drawn.seed = random.random::<u64>() >> 11;
        drawn
    }

    /// Every range of a number with its path.
    fn all(&self) -> Vec<(String, (f64, f64))> {
        let FacialRanges { african, asian, european } = self.facial_type;
        let (light, dark) = self.skin_type;
        let own = [
            ("age_years", self.age_years),
            ("bmi", self.bmi),
            ("skin_laxity", self.skin_laxity),
            ("skin_type", (f64::from(light), f64::from(dark))),
            ("asymmetry", self.asymmetry),
            ("individuality", self.individuality),
            ("facial_type.african", african),
            ("facial_type.asian", asian),
            ("facial_type.european", european),
        ];
        let shape = self.shape.iter().map(|(name, range)| (format!("shape.{name}"), *range));
        own.into_iter().map(|(name, range)| (name.to_owned(), range)).chain(shape).collect()
    }

    /// The phenotype with a number of each range; sex, skin type and seed are not chosen here but for the skin type's lower or upper end.
    fn phenotype_at(&self, mut of: impl FnMut((f64, f64)) -> f64) -> Phenotype {
        let mut at = Phenotype {
            age_years: of(self.age_years),
            bmi: of(self.bmi),
            skin_laxity: of(self.skin_laxity),
            asymmetry: of(self.asymmetry),
            individuality: of(self.individuality),
            facial_type: FacialType { african: of(self.facial_type.african), asian: of(self.facial_type.asian), european: of(self.facial_type.european) },
            ..Phenotype::default()
        };
        let (from, to) = self.skin_type;
        at.skin_type = of((f64::from(from), f64::from(to))) as u8;
        for (name, range) in &self.shape {
            let value = of(*range);
            if let Some(slider) = at.shape.slider_mut(name) {
                *slider = value;
            }
        }
        at
    }
}
