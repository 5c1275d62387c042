//! One product's curves over time, per unit of dose: the chain of the module's doc, solved once.
//!
//! **Invariant:** the curves are linear in the dose and depend on nothing but the product's catalogue entry and the model.

use super::model::{Loss, ResponseModel, Stimulus};
use super::moment::Moment;
use crate::geom::math;
use crate::product::Product;

/// Longest time after a sitting that is computed, days (3 years); later the response stays as it is then.
pub const HORIZON_DAYS: f64 = 1095.0;
/// Steps in a day: Runge–Kutta of the fourth order over half days.
const STEPS_A_DAY: usize = 2;
/// Steps of recruitment.
const STAGES: usize = 3;
/// Sizes that stand for the particles' range of diameters.
const SIZES: usize = 11;
/// How many SD the ends of the 95 % band lie from the middle.
const Z95: f64 = 1.96;

/// Kind of particle, whose mass a dose is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Particle {
    /// Calcium hydroxylapatite.
    #[serde(rename = "CaHA")]
    Caha,
    /// Poly-L-lactic acid.
    #[serde(rename = "PLLA")]
    Plla,
}

impl Particle {
    /// As printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Caha => "CaHA",
            Self::Plla => "PLLA",
        }
    }
}

/// What lies under a cm² of skin after one sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CellDose {
    /// Mass of particles (`CaHA`, or PLLA), mg/cm².
    pub particles_mg_cm2: f64,
    /// Their volume, µL/cm².
    pub particles_ul_cm2: f64,
    /// Volume of the carrier (gel, HA), µL/cm².
    pub carrier_ul_cm2: f64,
    /// Volume of what it was diluted with, µL/cm².
    pub diluent_ul_cm2: f64,
    /// How much of it acts on the dermis, 0 to 1 (see [`ResponseModel::near_dermis`]).
    pub near_dermis: f64,
}

/// Factors on the model's figures, one set for each way in which it may be wrong.
#[derive(Clone, Copy)]
struct Twist {
    amount: f64,
    form: f64,
    pace: f64,
    hold: f64,
    carrier: f64,
    collagen_i: f64,
}

const PLAIN: Twist = Twist { amount: 1.0, form: 1.0, pace: 1.0, hold: 1.0, carrier: 1.0, collagen_i: 1.0 };

/// The curves under one twist, per unit of drive, on a grid of half days.
#[derive(Clone, Debug)]
pub(super) struct Curves {
    /// Factor on the drive.
    pub(super) amount: f64,
    /// Factor on the gain.
    pub(super) form: f64,
    diluent_rate: f64,
    carrier_rate: f64,
    iii: Vec<f64>,
    i: Vec<f64>,
    particles: Vec<f64>,
}

/// How one product's dose plays out.
#[derive(Clone, Debug)]
pub struct Kinetics {
    particle: Particle,
    mg_per_ml: f64,
    g_per_ml: f64,
    pub(super) half_mg_cm2: f64,
    pub(super) most: f64,
    pub(super) iii_share: f64,
    /// The first as the model says, then pairs (a doubt at its lower and at its upper end).
    pub(super) curves: Vec<Curves>,
}

impl ResponseModel {
    /// The curves of a product (a few milliseconds: ask once).
    #[must_use]
    pub fn kinetics(&self, product: &Product) -> Kinetics {
        let (particle, mg_per_ml, stimulus) = match &product.plla_mg_per_ml {
            Some(plla) => (Particle::Plla, plla.value, &self.plla),
            None => (Particle::Caha, product.caha_mg_per_ml.value, &self.caha),
        };
        let doubt = &self.doubt;
        let in_gel = self.carrier(&product.carrier.value).collagen_i.value == 1.0;
        let of_i = if in_gel { 0.0 } else { doubt.collagen_i.value };
        let mut twists = vec![PLAIN];
        for z in [-Z95, Z95] {
            let by = |sd: f64| math::exp(z * sd);
            twists.push(Twist { amount: by(stimulus.amount_doubt.value), ..PLAIN });
            twists.push(Twist { form: by(doubt.form.value), ..PLAIN });
            twists.push(Twist { pace: by(doubt.pace.value), ..PLAIN });
            twists.push(Twist { hold: by(doubt.hold.value), ..PLAIN });
            twists.push(Twist { carrier: by(doubt.carrier.value), ..PLAIN });
            twists.push(Twist { collagen_i: by(of_i), ..PLAIN });
        }
        let mut curves: Vec<Curves> = twists.iter().map(|twist| self.curves(product, stimulus, twist)).collect();
        // Per unit of the plain curve's peak.
        let peak = curves[0].iii.iter().zip(&curves[0].i).map(|(iii, i)| iii + i).fold(0.0, f64::max);
        for curve in &mut curves {
            curve.iii.iter_mut().chain(&mut curve.i).for_each(|value| *value /= peak);
        }
        Kinetics {
            particle,
            mg_per_ml,
            g_per_ml: product.particle_g_per_ml.value,
            half_mg_cm2: stimulus.half_mg_cm2.value,
            most: self.most.value,
            iii_share: self.iii_share.value,
            curves,
        }
    }

    fn curves(&self, product: &Product, stimulus: &Stimulus, twist: &Twist) -> Curves {
        let carrier = self.carrier(&product.carrier.value);
        let steps = HORIZON_DAYS as usize * STEPS_A_DAY;
        let dt = 1.0 / STEPS_A_DAY as f64;
        let left = |day: f64| stimulus.loss.left(day / twist.hold, product.particle_um.value);
        // Surface of what is left: mass to the power 2/3.
        let surface = |day: f64| math::pow(left(day), 2.0 / 3.0);
        let stage = stimulus.stage_days.value * twist.pace;
        let young_days = stimulus.young_days.value * twist.pace;
        let iii_days = self.iii_days.value * twist.pace;
        let i_days = self.i_days.value * twist.hold;
        let of_i = carrier.collagen_i.value * twist.collagen_i;
        let (per_iii, replaced) = (stimulus.i_per_iii.value * of_i, (self.replaced.value * of_i).min(1.0));
        // The stages of recruitment, young cells, mature cells, collagen III, collagen I.
        let rates = |s: &[f64; STAGES + 4], surface: f64| {
            let mut d = [0.0; STAGES + 4];
            let mut flow = 0.0;
            for k in 0..STAGES {
                d[k] = flow - s[k] / stage;
                flow = s[k] / stage;
            }
            let [young, mature, iii, i] = [s[STAGES], s[STAGES + 1], s[STAGES + 2], s[STAGES + 3]];
            d[STAGES] = flow - young / young_days;
            d[STAGES + 1] = young / young_days;
            d[STAGES + 2] = young - iii / iii_days;
            d[STAGES + 3] = per_iii * mature * surface + replaced * iii / iii_days - i / i_days;
            d
        };
        let mut state = [0.0; STAGES + 4];
        state[0] = 1.0;
        let (mut iii, mut i, mut particles) = (Vec::new(), Vec::new(), Vec::new());
        let mut now = surface(0.0);
        for step in 0..=steps {
            let day = step as f64 * dt;
            iii.push(state[STAGES + 2]);
            i.push(state[STAGES + 3]);
            particles.push(left(day));
            let (middle, next) = (surface(day + 0.5 * dt), surface(day + dt));
            let ahead = |d: &[f64; STAGES + 4], dt: f64| -> [f64; STAGES + 4] { std::array::from_fn(|k| state[k] + d[k] * dt) };
            let a = rates(&state, now);
            let b = rates(&ahead(&a, 0.5 * dt), middle);
            let c = rates(&ahead(&b, 0.5 * dt), middle);
            let d = rates(&ahead(&c, dt), next);
            state = std::array::from_fn(|k| state[k] + dt / 6.0 * (a[k] + 2.0 * b[k] + 2.0 * c[k] + d[k]));
            now = next;
        }
        let rate = |half_life: f64| std::f64::consts::LN_2 / (half_life * twist.carrier);
        Curves {
            amount: twist.amount,
            form: twist.form,
            diluent_rate: rate(self.diluent_half_life_days.value),
            carrier_rate: rate(carrier.half_life_days.value),
            iii,
            i,
            particles,
        }
    }
}

impl Loss {
    /// Share of the particles' mass that is left on a day; `um` their smallest and largest diameter, each diameter equally frequent.
    fn left(&self, day: f64, um: (f64, f64)) -> f64 {
        match self {
            Self::Eroding { um_per_day } => {
                let (mut all, mut left) = (0.0, 0.0);
                for size in 0..SIZES {
                    let radius = 0.5 * (um.0 + (um.1 - um.0) * size as f64 / (SIZES - 1) as f64);
                    let now = (radius - um_per_day.value * day).max(0.0);
                    all += radius * radius * radius;
                    left += now * now * now;
                }
                left / all
            }
            Self::Hydrolysed { days, power } => math::exp(-math::pow(day / days.value, power.value)),
        }
    }
}

impl Curves {
    /// (collagen III, collagen I, particles, carrier, diluent) so many days after the sitting, of 1 each laid (collagen: of the
    /// peak of both together); nothing before it.
    pub(super) fn at(&self, day: f64) -> [f64; 5] {
        if !(day >= 0.0) {
            return [0.0; 5];
        }
        let place = day.min(HORIZON_DAYS) * STEPS_A_DAY as f64;
        let low = place.floor() as usize;
        let high = (low + 1).min(self.iii.len() - 1);
        let between = |values: &[f64]| values[low] + (values[high] - values[low]) * (place - low as f64);
        let gone = |rate: f64| math::exp(-rate * day);
        [between(&self.iii), between(&self.i), between(&self.particles), gone(self.carrier_rate), gone(self.diluent_rate)]
    }
}

impl Kinetics {
    /// What its dose is counted in.
    #[must_use]
    pub fn particle(&self) -> Particle {
        self.particle
    }

    /// Mass of particles in the neat product, mg/mL.
    #[must_use]
    pub fn mg_per_ml(&self) -> f64 {
        self.mg_per_ml
    }

    /// Dose that drives half of the most that its particles can do, mg/cm².
    #[must_use]
    pub fn half_dose_mg_cm2(&self) -> f64 {
        self.half_mg_cm2
    }

    /// A dose of so many mg/cm² of particles, prepared with `ratio` parts of diluent per part of product.
    #[must_use]
    pub fn dose(&self, mg_cm2: f64, ratio: f64, near_dermis: f64) -> CellDose {
        self.laid(mg_cm2, mg_cm2 * 1e3 * (1.0 + ratio) / self.mg_per_ml, ratio, near_dermis)
    }

    /// A dose of so many mg/cm² of particles in so many µL/cm² of mixture, which may be richer or poorer than its ratio says:
    /// the carrier is the neat product's, the rest diluent.
    #[must_use]
    pub fn laid(&self, mg_cm2: f64, ul_cm2: f64, ratio: f64, near_dermis: f64) -> CellDose {
        let particles_ul_cm2 = mg_cm2 / self.g_per_ml;
        let rest = (ul_cm2 - particles_ul_cm2).max(0.0);
        let neat = ul_cm2 / (1.0 + ratio);
        let carrier = (neat * (1.0 - 1e-3 * self.mg_per_ml / self.g_per_ml)).clamp(0.0, rest);
        CellDose {
            particles_mg_cm2: mg_cm2,
            particles_ul_cm2,
            carrier_ul_cm2: carrier,
            diluent_ul_cm2: rest - carrier,
            near_dermis,
        }
    }

    /// A day of the calendar, for doses laid on the days of `sittings` (any order); whatever lies ahead of the day counts nothing.
    #[must_use]
    pub fn moment(&self, sittings: &[f64], day: f64) -> Moment<'_> {
        Moment::new(self, sittings, day)
    }
}
