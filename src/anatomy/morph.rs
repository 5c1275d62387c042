//! From a phenotype to the control cage: macro corners (sex × age × weight), facial type, shape sliders, laxity, asymmetry.
//!
//! The corners are MakeHuman's: young is 25 and old 90 years; weight runs through three corners, here at BMI 15, 22 and 40 [design].

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::base::Base;
use super::phenotype::{Phenotype, Sex, Shape};
use super::site::Part;
use crate::geom::Vec3;

const SEXES: [&str; 2] = ["female", "male"];
const AGES: [&str; 2] = ["young", "old"];
const WEIGHTS: [&str; 3] = ["min", "average", "max"];
const TYPES: [&str; 3] = ["african", "asian", "caucasian"];
const ASYMMETRIES: [&str; 10] = [
    "asym_brow1",
    "asym_cheek1",
    "asym_eye1",
    "asym_jaw1",
    "asym_jaw2",
    "asym_mouth1",
    "asym_nose1",
    "asym_nose3",
    "asym_ear1",
    "asym_temple1",
];
/// What a BMI of 40 adds to the head, where the weight corners change only the body: (morph, weight) [design].
const HEAVY: [(&str, f64); 5] = [
    ("head_fat_plus", 0.7),
    ("cheek_volume_plus", 0.5),
    ("double_chin_plus", 0.9),
    ("neck_width_plus", 0.8),
    ("jaw_width_plus", 0.2),
];
/// What a man has beside MakeHuman's male corner, whose base here is a woman's: (morph, weight) [design].
const MASCULINE: [(&str, f64); 4] = [
    ("jaw_width_plus", 0.25),
    ("chin_width_plus", 0.25),
    ("neck_width_plus", 0.4),
    ("brow_height_minus", 0.35),
];
/// Sliders whose stored morph at full weight is beyond human variation: the weight that ±1 gives [design]. Others: 1.
const GAINS: [(&str, f64); 14] = [
    ("cheek_volume", 0.6),
    ("chin_height", 0.45),
    ("chin_prominence", 0.6),
    ("chin_width", 0.7),
    ("head_height", 0.3),
    ("head_width", 0.45),
    ("jaw_width", 0.6),
    ("mouth_corners", 0.6),
    ("mouth_width", 0.7),
    ("nose_depth", 0.45),
    ("nose_hump", 0.6),
    ("nose_length", 0.6),
    ("nose_tip", 0.5),
    ("temple", 0.6),
];
/// What a BMI of 40 adds to the neck beyond BMI 24 and [`HEAVY`]: (morph, weight) [design]. Neck circumference follows BMI with
/// r 0.8 (Preis 2010), about 4 mm for each unit.
const HEAVY_NECK: [(&str, f64); 2] = [("neck_width_plus", 0.35), ("neck_depth_plus", 0.8)];
/// What `head_size` 1 adds to every length of the head, as a share [design]: ±1 is a marked but human difference.
const SIZE: f64 = 0.08;
/// What `head_depth` 1 adds to the depth of the head behind the ears, as a share [design].
const DEPTH: f64 = 0.10;
/// By how much of `head_depth` a man's head is shorter than MakeHuman's male corner, which is 12 mm longer (glabella to
/// opisthocranion) than men's mean in ANSUR II (199.5 mm) [derived].
const MALE_DEPTH: f64 = -0.85;
/// Depth behind the ears over which `head_depth` sets in, and height below them over which it fades out, mm [design].
const DEPTH_RAMP_MM: f64 = 40.0;
/// What a BMI of 15 adds [design].
const LEAN: [(&str, f64); 3] = [
    ("head_fat_minus", 0.9),
    ("cheek_volume_minus", 0.6),
    ("neck_width_minus", 0.3),
];
/// What a BMI of 40 adds to the hand, where the weight corners hardly change it, and what a BMI of 15 does [design].
const HAND_HEAVY: [(&str, f64); 2] = [("finger_girth_plus", 0.6), ("wrist_girth_plus", 0.12)];
const HAND_LEAN: [(&str, f64); 2] = [("finger_girth_minus", 0.5), ("wrist_girth_minus", 0.2)];
/// What full laxity adds: (morph, weight at laxity 1) [design].
const LAXITY: [(&str, f64); 7] = [
    ("cheek_height_minus", 0.55),
    ("jaw_drop_plus", 0.45),
    ("eye_bag_plus", 0.45),
    ("mouth_corners_minus", 0.30),
    ("double_chin_plus", 0.35),
    ("head_age_plus", 0.55),
    ("platysma_bands_plus", 0.25),
];

/// Names of the morphs that a base must have.
pub(super) fn needed(part: Part) -> Vec<String> {
    let mut names = Vec::new();
    for s in SEXES {
        for a in AGES {
            names.extend(
                WEIGHTS
                    .iter()
                    .filter(|w| (s, a, **w) != ("female", "young", "average"))
                    .map(|w| format!("{s}_{a}_{w}")),
            );
            names.extend(TYPES.iter().map(|t| format!("{t}_{s}_{a}")));
        }
    }
    if part == Part::Hand {
        names.extend(HAND_HEAVY.iter().chain(&HAND_LEAN).map(|(name, _)| (*name).to_owned()));
        return names;
    }
    for (name, _) in Shape::default().sliders() {
        names.push(format!("{name}_minus"));
        names.push(format!("{name}_plus"));
    }
    for name in ASYMMETRIES {
        names.push(format!("{name}_minus"));
        names.push(format!("{name}_plus"));
    }
    names.extend(
        HEAVY
            .iter()
            .chain(&LEAN)
            .chain(&HEAVY_NECK)
            .chain(&MASCULINE)
            .chain(&LAXITY)
            .map(|(name, _)| (*name).to_owned()),
    );
    names
}

impl Base {
    /// The control cage of a phenotype in mm. Values outside their ranges are clamped.
    pub fn morphed(&self, phenotype: &Phenotype) -> Vec<Vec3> {
        let mut cage = self.cage.clone();
        for (name, weight) in weights(phenotype) {
            if weight != 0.0
                && let Some(morph) = self.morphs.get(&name)
            {
                for (v, delta) in &morph.rows {
                    cage[*v as usize] += *delta * weight;
                }
            }
        }
        scale(&mut cage, phenotype, self.part);
        cage
    }
}

/// Scales the head by the phenotype's `head_size` and `head_depth`, about the midpoint between the tragi; the hand by its size.
fn scale(cage: &mut [Vec3], phenotype: &Phenotype, part: Part) {
    let own = if phenotype.sex == Sex::Male { MALE_DEPTH } else { 0.0 };
    let depth = DEPTH * (phenotype.shape.head_depth.clamp(-1.0, 1.0) + own);
    let size = SIZE * phenotype.shape.head_size.clamp(-1.0, 1.0);
    let smooth = |t: f64| {
        let t = t.clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    for p in cage {
        if depth != 0.0 && part == Part::Head {
            p.z *= 1.0 + depth * smooth(-p.z / DEPTH_RAMP_MM) * smooth(1.0 + p.y / DEPTH_RAMP_MM);
        }
        if size != 0.0 {
            *p *= 1.0 + size;
        }
    }
}

/// Morphs and their weights, in the order in which they are added.
fn weights(p: &Phenotype) -> Vec<(String, f64)> {
    let sex = match p.sex {
        Sex::Female => [1.0, 0.0],
        Sex::Male => [0.0, 1.0],
    };
    let old = ((p.age_years - 25.0) / 65.0).clamp(0.0, 1.0);
    let age = [1.0 - old, old];
    let thin = ((22.0 - p.bmi) / 7.0).clamp(0.0, 1.0);
    let fat = ((p.bmi - 22.0) / 18.0).clamp(0.0, 1.0);
    let weight = [thin, 1.0 - thin - fat, fat];
    let shares = [
        p.facial_type.african,
        p.facial_type.asian,
        p.facial_type.european,
    ]
    .map(|v| v.clamp(0.0, 1.0));
    let total = shares.iter().sum::<f64>();
    let shares = if total > 0.0 {
        shares.map(|v| v / total)
    } else {
        [1.0 / 3.0; 3]
    };

    let mut out = Vec::new();
    for (s, sw) in SEXES.iter().zip(sex) {
        for (a, aw) in AGES.iter().zip(age) {
            out.extend(
                WEIGHTS
                    .iter()
                    .zip(weight)
                    .map(|(w, ww)| (format!("{s}_{a}_{w}"), sw * aw * ww)),
            );
            // the corners hold the mean of the types already, and the three deviations sum to nothing
            out.extend(
                TYPES
                    .iter()
                    .zip(shares)
                    .map(|(t, tw)| (format!("{t}_{s}_{a}"), sw * aw * (tw - 1.0 / 3.0))),
            );
        }
    }
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(p.seed);
    let mut signed = || rng.random::<f64>() * 2.0 - 1.0;
    let individuality = 0.5 * p.individuality.clamp(0.0, 1.0);
    for (name, value) in p.shape.sliders() {
        let value = (value + individuality * signed()).clamp(-1.0, 1.0);
        let gain = GAINS.iter().find(|g| g.0 == name).map_or(1.0, |g| g.1);
        slider(&mut out, name, gain * value);
    }
    let asymmetry = p.asymmetry.clamp(0.0, 1.0);
    for name in ASYMMETRIES {
        slider(&mut out, name, asymmetry * signed());
    }
    let laxity = p.skin_laxity.clamp(0.0, 1.0);
    let sets = [
        (&MASCULINE[..], sex[1]),
        (&HEAVY[..], fat),
        (&LEAN[..], thin),
        (&HEAVY_NECK[..], ((p.bmi - 24.0) / 16.0).clamp(0.0, 1.0)),
        (&LAXITY[..], laxity),
        (&HAND_HEAVY[..], fat),
        (&HAND_LEAN[..], thin),
    ];
    for (set, amount) in sets {
        out.extend(
            set.iter()
                .map(|(name, full)| ((*name).to_owned(), amount * full)),
        );
    }
    out
}

fn slider(out: &mut Vec<(String, f64)>, name: &str, value: f64) {
    let side = if value < 0.0 { "minus" } else { "plus" };
    out.push((format!("{name}_{side}"), value.abs()));
}
