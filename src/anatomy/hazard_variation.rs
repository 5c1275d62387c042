//! How one person's hazards differ from the tables' mean: course variants, place, depth and radius, drawn from the
//! published SDs with the patient's seed.
//!
//! A value at a stop is mean + individuality × (draw − mean), so that a patient without individuality has the tables' own
//! courses to the bit, and one of individuality 1 the published spread. The draws of one side come from a few standard
//! normals that run smoothly along the course; half of their variance is common to both sides [design].
//!
//! **Invariant:** a draw depends on seed, hazard and side alone, never on other hazards or their order in the file.

use super::anchor::Side;
use super::hazard_tables::{RawHazard, Stop, Variant, VariantCourse};
use super::layer::LayerStack;
use super::phenotype::Phenotype;
use crate::geom::math;
use core::f64::consts::{PI, TAU};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// Share of the variance that left and right have in common [design].
const COMMON: f64 = 0.5;
/// Share of the variance that changes along the course [design].
const ALONG: f64 = 0.16;
/// Draws beyond this many SDs are brought back to it [design]; the SD loses under 2 % by it.
const WIDEST: f64 = 2.5;

/// A standard normal for every place of a course, smooth along it.
#[derive(Clone, Copy, Debug)]
struct Along {
    level: f64,
    cosine: f64,
    sine: f64,
}

impl Along {
    fn new(both: &mut impl FnMut() -> f64, own: &mut impl FnMut() -> f64) -> Self {
        let level = COMMON.sqrt() * both() + (1.0 - COMMON).sqrt() * own();
        Self { level, cosine: own(), sine: own() }
    }

    /// The value at a share of the way, 0..=1. Its variance is 1 everywhere: cos² + sin² = 1.
    fn at(&self, way: f64) -> f64 {
        let wave = self.cosine * math::cos(PI * way) + self.sine * math::sin(PI * way);
        ((1.0 - ALONG).sqrt() * self.level + ALONG.sqrt() * wave).clamp(-WIDEST, WIDEST)
    }
}

/// What a person has of one hazard on one side.
#[derive(Clone, Debug)]
pub(super) struct Individual {
    individuality: f64,
    up: Along,
    back: Along,
    depth: Along,
    radius: Along,
    variant: Option<usize>,
}

impl Individual {
    /// Draws a person's own; none for a patient without individuality, who has the tables' mean.
    pub(super) fn new(phenotype: &Phenotype, hazard: &RawHazard, side: Option<Side>) -> Option<Self> {
        let individuality = phenotype.individuality.clamp(0.0, 1.0);
        if individuality == 0.0 {
            return None;
        }
        let of_person = phenotype.seed ^ hashed(&hazard.id);
        let of_side = of_person ^ match side {
            None => 0x6d69_646c_696e_6500,
            Some(Side::Left) => 0x6c65_6674_0000_0000,
            Some(Side::Right) => 0x7269_6768_7400_0000,
        };
        let (mut person, mut own) = (Xoshiro256PlusPlus::seed_from_u64(of_person), Xoshiro256PlusPlus::seed_from_u64(of_side));
        let lot: f64 = own.random();
        let mut along = || Along::new(&mut || normal(&mut person), &mut || normal(&mut own));
        let (up, back, depth, radius) = (along(), along(), along(), along());
        Some(Self { individuality, up, back, depth, radius, variant: chosen(&hazard.variants, individuality, lot) })
    }

    /// The course variant, if the person has another than the tables' own.
    pub(super) fn variant<'a>(&self, hazard: &'a RawHazard) -> Option<&'a Variant> {
        self.variant.map(|i| &hazard.variants[i])
    }

    /// How far stop `k` of `count` lies from its mean place along the skin, (up, back) in mm.
    pub(super) fn moved(&self, hazard: &RawHazard, k: usize, count: usize) -> (f64, f64) {
        let stop = &hazard.stops()[k];
        let way = way(k, count);
        let (up, back) = match self.variant(hazard).map(|variant| &variant.course) {
            Some(VariantCourse::Moved(moves)) => moves[k],
            _ => (0.0, 0.0),
        };
        let own = |sd: f64, along: &Along| self.individuality * sd * along.at(way);
        (up + own(stop.up_sd_mm, &self.up), back + own(stop.back_sd_mm, &self.back))
    }

    /// How much deeper than its mean stop `k` of `count` lies, mm, between dermis and bone of these layers.
    pub(super) fn deeper(&self, stop: &Stop, k: usize, count: usize, stack: &LayerStack) -> f64 {
        if stop.depth_sd_mm == 0.0 {
            return 0.0;
        }
        let mean = stop.depth.below_skin(stack);
        let (least, most) = room(stack, stop.radius_mm);
        self.individuality * (bounded(mean, stop.depth_sd_mm, least, most, self.depth.at(way(k, count))) - mean)
    }

    /// Radius at stop `k` of `count`, mm: never under a third of the mean.
    pub(super) fn radius(&self, stop: &Stop, k: usize, count: usize) -> f64 {
        let own = stop.radius_mm + self.individuality * stop.radius_sd_mm * self.radius.at(way(k, count));
        own.max(stop.radius_mm / 3.0)
    }
}

/// Depths between which a structure's centreline has room, mm: below the dermis and above bone by its radius.
pub(super) fn room(stack: &LayerStack, radius_mm: f64) -> (f64, f64) {
    (stack.dermis_mm + radius_mm, stack.bone_mm - radius_mm)
}

fn way(k: usize, count: usize) -> f64 {
    k as f64 / count.saturating_sub(1).max(1) as f64
}

/// The variant on which a lot of 0..1 falls, each with its share × individuality.
fn chosen(variants: &[Variant], individuality: f64, lot: f64) -> Option<usize> {
    let mut up_to = 0.0;
    variants.iter().position(|variant| {
        up_to += variant.share * individuality;
        lot < up_to
    })
}

fn normal(rng: &mut Xoshiro256PlusPlus) -> f64 {
    let (u, v): (f64, f64) = (rng.random(), rng.random());
    (-2.0 * math::ln(1.0 - u)).sqrt() * math::cos(TAU * v)
}

/// FNV-1a of a name (Fowler, Noll and Vo 1991).
fn hashed(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Steepest curve of [`bounded`]: beyond it the distribution would pile up at both bounds.
const STEEPEST: f64 = 2.0;
/// Rounds in which [`bounded`] finds its curve.
const ROUNDS: usize = 14;
/// Half the width, and the number, of the steps over which it takes moments.
const SPAN: f64 = 4.0;
const STEPS: usize = 17;

/// The value at `z` standard normal deviations of a distribution of this mean and SD that lives between two bounds: logit-normal
/// (Johnson 1949, system S_B), its two parameters found from the moments. Where the bounds leave no room for the SD, as wide
/// as they allow; where they do not hold the mean, the mean itself.
fn bounded(mean: f64, sd: f64, least: f64, most: f64, z: f64) -> f64 {
    let width = most - least;
    let share = (mean - least) / width;
    if width <= 0.2 || !(0.02..=0.98).contains(&share) {
        return mean;
    }
    let wanted = sd / width;
    let curve = |x: f64| 1.0 / (1.0 + math::exp(-x));
    let mut shift = math::ln(share / (1.0 - share));
    let mut slope = (wanted / (share * (1.0 - share))).min(STEEPEST);
    for _ in 0..ROUNDS {
        let (mut total, mut first, mut second, mut tilt) = (0.0, 0.0, 0.0, 0.0);
        for i in 0..STEPS {
            let at = SPAN * (2.0 * i as f64 / (STEPS - 1) as f64 - 1.0);
            let (weight, y) = (math::exp(-0.5 * at * at), curve(shift + slope * at));
            total += weight;
            first += weight * y;
            second += weight * y * y;
            tilt += weight * y * (1.0 - y);
        }
        let (got, spread) = (first / total, (second / total - (first / total) * (first / total)).max(1e-12).sqrt());
        shift += (share - got) * total / tilt.max(1e-6);
        slope = (slope * (wanted / spread).clamp(0.5, 2.0)).min(STEEPEST);
    }
    least + width * curve(shift + slope * z)
}
