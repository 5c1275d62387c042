//! The parameters of a hand of graded skill, read from `assets/operators.ron`.

use crate::geom::math;
use crate::source::{Problems, read};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParameter {
    name: String,
    novice: f64,
    expert: f64,
    source: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPersons {
    unevenness: f64,
    source: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    version: u32,
    parameters: Vec<RawParameter>,
    persons: RawPersons,
}

macro_rules! skill {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// The parameters of one hand.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Skill {
            /// Skill, 0 novice to 1 expert.
            pub level: f64,
            $($(#[$doc])* pub $field: f64,)*
        }

        const NAMES: &[&str] = &[$(stringify!($field)),*];

        impl Skill {
            fn build(level: f64, mut value: impl FnMut(&str) -> f64) -> Self {
                Self { level, $($field: value(stringify!($field)),)* }
            }
        }
    };
}

skill! {
    /// Constant error of the depth aimed at, mm (negative: too shallow).
    depth_bias_mm,
    /// SD of the slow error of the depth believed in, mm.
    depth_noise_mm,
    /// Delay between seeing and doing, s.
    reaction_s,
    /// RMS of the hand's tremor in each direction across the shaft, mm.
    tremor_mm,
    /// Frequency of the resonance that trembles, Hz.
    tremor_hz,
    /// Its damping ratio.
    tremor_damping,
    /// SD of the direction held for the one meant, over an attempt, in yaw and in pitch, rad.
    angle_error_rad,
    /// Coefficient of variation of the rate of a turn.
    turn_cv,
    /// Coefficient of variation of the thumb's force.
    force_cv,
    /// Speed of advancing, mm/s.
    advance_mm_s,
    /// Speed of withdrawing, mm/s.
    withdraw_mm_s,
    /// Coefficient of variation of speeds.
    speed_cv,
    /// How long the thumb presses before the hand withdraws, s.
    thumb_early_s,
    /// Gain with which the thumb corrects the flow.
    thumb_gain,
    /// SD of the logarithm of the dose laid for the dose meant.
    dose_error,
    /// Share of the 1/r compensation that the hand performs.
    taper,
    /// Distance from the entry at which the thumb lets go, mm.
    stop_mm,
    /// Spacing of threads at the far end, mm.
    spacing_mm,
    /// SD of a direction of the fan, in spacings.
    spacing_error,
    /// SD of the far end of a pass, mm.
    reach_error_mm,
    /// Force of the finger that massages, N.
    massage_n,
    /// Strokes along each thread.
    massage_strokes,
    /// How far strokes go beyond both ends of a thread, mm.
    massage_beyond_mm,
    /// Chance to leave out a step.
    forget,
    /// Strokes between the two syringes.
    strokes,
    /// Time for which the mixture is let stand before the syringe is filled, s.
    stand_s,
    /// Time after which a sol or gel/sol is stirred again between passes, s.
    restir_s,
    /// Chance to overlook a question, a point of the consent, or what an answer means.
    overlook,
    /// How far marks run off the tension lines on the whole, to either side, rad.
    mark_error_rad,
    /// Distance between marks, mm.
    mark_spacing_mm,
    /// Chance to take blanching or pain for what it is, and to stop.
    heed,
}

/// Novice and expert ends of every parameter, and how persons of one skill differ.
#[derive(Clone, Debug)]
pub struct SkillTable {
    ends: Vec<(String, f64, f64)>,
    unevenness: f64,
}

impl SkillTable {
    /// Reads the table.
    ///
    /// # Errors
    /// Every parameter that is missing, unknown, twice or not finite.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let located = read::<RawTable>(file, text, |raw, checker| {
            checker.version(raw.version, 1);
            checker.distinct(raw.parameters.iter().enumerate().map(|(i, p)| (format!("parameters[{i}].name"), p.name.as_str())));
            for (i, parameter) in raw.parameters.iter().enumerate() {
                checker.one_of(&format!("parameters[{i}].name"), &parameter.name, NAMES);
                checker.range(&format!("parameters[{i}].novice"), parameter.novice, -10_000.0..=10_000.0);
                checker.range(&format!("parameters[{i}].expert"), parameter.expert, -10_000.0..=10_000.0);
                checker.not_empty(&format!("parameters[{i}].source"), &parameter.source);
            }
            for name in NAMES {
                let there = raw.parameters.iter().any(|parameter| parameter.name == *name);
                checker.require("parameters", there, format!("no \"{name}\""), "every parameter of a hand");
            }
            checker.range("persons.unevenness", raw.persons.unevenness, 0.0..=1.0);
            checker.not_empty("persons.source", &raw.persons.source);
        })?;
        let ends = located.value.parameters.into_iter().map(|p| (p.name, p.novice, p.expert)).collect();
        Ok(Self { ends, unevenness: located.value.persons.unevenness })
    }

    /// SD of a person's skill in one parameter about their skill, 0 to 1.
    #[must_use]
    pub fn unevenness(&self) -> f64 {
        self.unevenness
    }

    /// The hand of a skill level, 0 novice to 1 expert (clamped): equally good at everything.
    pub fn at(&self, level: f64) -> Skill {
        self.each_at(level, |level| level)
    }

    /// A hand of a skill level whose every parameter has a level of its own, asked for in the order of the parameters (all clamped).
    pub(super) fn each_at(&self, level: f64, mut of: impl FnMut(f64) -> f64) -> Skill {
        let clamped = |level: f64| if level.is_finite() { level.clamp(0.0, 1.0) } else { 0.0 };
        let level = clamped(level);
        Skill::build(level, |name| {
            let (_, novice, expert) = self.ends.iter().find(|(known, ..)| known == name).expect("parse saw every parameter");
            let level = clamped(of(level));
            if *novice > 0.0 && *expert > 0.0 {
                novice * math::pow(expert / novice, level)
            } else {
                novice + (expert - novice) * level
            }
        })
    }
}

/// Skill levels with a name.
pub const NAMED: [(&str, f64); 5] =
    [("novice", 0.0), ("beginner", 0.25), ("intermediate", 0.5), ("advanced", 0.75), ("expert", 1.0)];
