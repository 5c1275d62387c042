//! What the skin does after product went into an artery: it blanches within seconds, mottles (livedo), refills slowly when pressed,
//! and hurts; how much of that stays depends on how much went in before the hand stopped.
//!
//! **Invariant:** an occlusion never gets better by more product, and the same feed gives the same bits. Nothing is undone: no drug
//! takes `CaHA` out of a vessel (CLINICAL §3.4).

use crate::geom::Vec3;

/// Pallor, livedo or pain above which a person notices it [design].
const SHOWS: f64 = 0.25;
/// Pallor and pain below which it has passed [design].
const PASSED: f64 = 0.1;
/// Capillary refill that counts as slow, s [CLINICAL §3.3: > 3 s, recalled].
pub const SLOW_REFILL_S: f64 = 3.0;
/// Least perfusion that a refill time is told for.
const LEAST_PERFUSION: f64 = 0.1;
/// Part of the territory's radius over which a sign fades at its edge.
const EDGE: f64 = 0.4;

/// How a territory answers; read from `assets/tissue.ron`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerfusionModel {
    /// Volume in an artery that takes half of the flow from its territory, µL.
    pub half_ul: f64,
    /// Volume of whose obstruction half lasts, whatever the collaterals do, µL.
    pub lasting_ul: f64,
    /// Time in which collaterals take over what they can, s.
    pub collateral_s: f64,
    /// Time in which the colour follows the flow, s.
    pub pallor_s: f64,
    /// Time in which livedo follows the pallor, s.
    pub livedo_s: f64,
    /// Time in which pain follows the pallor, s.
    pub pain_s: f64,
    /// Capillary refill of healthy skin, s.
    pub refill_s: f64,
    /// Radius of skin that the least volume takes, mm.
    pub least_mm: f64,
    /// Radius that the greatest takes, mm.
    pub most_mm: f64,
    /// Where the figures come from.
    pub source: String,
}

/// Something that a person can see or hear, once an occlusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The skin turns pale.
    Blanching,
    /// Pressed, it stays pale for longer than 3 s.
    SlowRefill,
    /// The patient feels pain out of proportion.
    Pain,
    /// The skin mottles.
    Livedo,
    /// Colour and comfort have come back.
    Recovered,
}

/// What becomes of the territory, by the share of its flow that stays away [design: four grades].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Below 0.1: the colour comes back by itself.
    Passing,
    /// Below 0.35: livedo for days.
    Lingering,
    /// Below 0.65: the skin is in danger.
    Threatened,
    /// Skin is lost.
    Lost,
}

impl Outcome {
    /// A stable name, in `snake_case`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passing => "passing",
            Self::Lingering => "lingering",
            Self::Threatened => "threatened",
            Self::Lost => "lost",
        }
    }
}

/// What enters an artery in a tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Embolus {
    /// Index of the vessel.
    pub vessel: u32,
    /// Point of the skin above, mm.
    pub foot: Vec3,
    /// Unit outward normal there.
    pub normal: Vec3,
    /// Volume, µL.
    pub volume_ul: f64,
}

/// An artery with product in it and the skin that it feeds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Occlusion {
    /// Index of the vessel.
    pub vessel: u32,
    /// Middle of the territory: the skin above the first product, mm.
    pub foot: Vec3,
    /// Unit outward normal there.
    pub normal: Vec3,
    /// Volume in the vessel, µL.
    pub volume_ul: f64,
    /// Radius of the territory, mm.
    pub radius_mm: f64,
    /// Share of the flow that is shut off now.
    pub blocked: f64,
    /// Pallor in the middle, 0 (as ever) to 1 (white).
    pub pallor: f64,
    /// Livedo in the middle, 0 to 1.
    pub livedo: f64,
    /// Pain, 0 to 1.
    pub pain: f64,
    shown: [bool; 5],
}

/// Colour of the skin at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SkinColour {
    /// Pallor, 0 to 1.
    pub pallor: f64,
    /// Livedo, 0 to 1.
    pub livedo: f64,
}

/// All occlusions of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Perfusion {
    occlusions: Vec<Occlusion>,
}

impl PerfusionModel {
    /// Share of the flow that `volume_ul` shuts off at once: V/(V + half).
    #[must_use]
    pub fn acute(&self, volume_ul: f64) -> f64 {
        volume_ul / (volume_ul + self.half_ul)
    }

    /// Share that stays shut whatever the collaterals do: V²/(V² + lasting²), never more than at once.
    #[must_use]
    pub fn lasting(&self, volume_ul: f64) -> f64 {
        let square = volume_ul * volume_ul;
        (square / (square + self.lasting_ul * self.lasting_ul)).min(self.acute(volume_ul))
    }

    /// What becomes of a territory whose artery holds `volume_ul`.
    #[must_use]
    pub fn outcome(&self, volume_ul: f64) -> Outcome {
        match self.lasting(volume_ul) {
            share if share < 0.1 => Outcome::Passing,
            share if share < 0.35 => Outcome::Lingering,
            share if share < 0.65 => Outcome::Threatened,
            _ => Outcome::Lost,
        }
    }

    /// Capillary refill (s) of skin of this pallor.
    #[must_use]
    pub fn refill_s(&self, pallor: f64) -> f64 {
        self.refill_s / (1.0 - pallor).max(LEAST_PERFUSION)
    }
}

impl Occlusion {
    fn new(embolus: &Embolus) -> Self {
        Self {
            vessel: embolus.vessel,
            foot: embolus.foot,
            normal: embolus.normal,
            volume_ul: 0.0,
            radius_mm: 0.0,
            blocked: 0.0,
            pallor: 0.0,
            livedo: 0.0,
            pain: 0.0,
            shown: [false; 5],
        }
    }

    fn step(&mut self, fed_ul: f64, model: &PerfusionModel, dt: f64) {
        self.volume_ul += fed_ul;
        if fed_ul > 0.0 {
            self.blocked = self.blocked.max(model.acute(self.volume_ul));
            self.radius_mm = model.least_mm + (model.most_mm - model.least_mm) * model.acute(self.volume_ul);
        } else {
            self.blocked += (model.lasting(self.volume_ul) - self.blocked) * (dt / model.collateral_s).min(1.0);
        }
        self.pallor += (self.blocked - self.pallor) * (dt / model.pallor_s).min(1.0);
        self.livedo += (self.pallor - self.livedo) * (dt / model.livedo_s).min(1.0);
        self.pain += (self.pallor - self.pain) * (dt / model.pain_s).min(1.0);
    }

    /// The signs that show now for the first time.
    fn new_signs(&mut self, model: &PerfusionModel) -> impl Iterator<Item = Sign> + use<> {
        let any = self.shown.iter().any(|shown| *shown);
        let now = [
            (Sign::Blanching, self.pallor > SHOWS),
            (Sign::SlowRefill, model.refill_s(self.pallor) > SLOW_REFILL_S),
            (Sign::Pain, self.pain > SHOWS),
            (Sign::Livedo, self.livedo > SHOWS),
            (Sign::Recovered, any && self.pallor < PASSED && self.pain < PASSED),
        ];
        let before = self.shown;
        for (shown, (_, is)) in self.shown.iter_mut().zip(now) {
            *shown |= is;
        }
        now.into_iter().zip(before).filter(|((_, is), shown)| *is && !shown).map(|((sign, _), _)| sign)
    }

    /// How much of a sign a point of the skin bears.
    fn weight(&self, point: Vec3, normal: Vec3) -> f64 {
        if normal.dot(self.normal) <= 0.0 || self.radius_mm <= 0.0 {
            return 0.0;
        }
        let x = ((1.0 - point.distance(self.foot) / self.radius_mm) / EDGE + 0.5).clamp(0.0, 1.0);
        x * x * (3.0 - 2.0 * x)
    }
}

impl Perfusion {
    /// Lets `dt` seconds pass, with what enters an artery in them; returns the signs that begin to show, with the vessel and the
    /// middle of its territory.
    pub fn step(&mut self, fed: Option<Embolus>, model: &PerfusionModel, dt: f64) -> Vec<(Sign, u32, Vec3)> {
        let fed = fed.filter(|fed| fed.volume_ul > 0.0);
        if let Some(embolus) = &fed
            && !self.occlusions.iter().any(|known| known.vessel == embolus.vessel)
        {
            self.occlusions.push(Occlusion::new(embolus));
        }
        let mut signs = Vec::new();
        for occlusion in &mut self.occlusions {
            let volume = fed.filter(|fed| fed.vessel == occlusion.vessel).map_or(0.0, |fed| fed.volume_ul);
            occlusion.step(volume, model, dt);
            let (vessel, at) = (occlusion.vessel, occlusion.foot);
            signs.extend(occlusion.new_signs(model).map(|sign| (sign, vessel, at)));
        }
        signs
    }

    /// The occlusions, in the order in which they came about.
    #[must_use]
    pub fn occlusions(&self) -> &[Occlusion] {
        &self.occlusions
    }

    /// Colour of the skin at a point (mm) with its unit normal.
    #[must_use]
    pub fn colour(&self, point: Vec3, normal: Vec3) -> SkinColour {
        self.occlusions.iter().fold(SkinColour::default(), |most, occlusion| {
            let weight = occlusion.weight(point, normal);
            SkinColour {
                pallor: most.pallor.max(weight * occlusion.pallor),
                livedo: most.livedo.max(weight * occlusion.livedo),
            }
        })
    }

    /// The greatest pain, 0 to 1.
    #[must_use]
    pub fn pain(&self) -> f64 {
        self.occlusions.iter().fold(0.0, |most, occlusion| most.max(occlusion.pain))
    }
}
