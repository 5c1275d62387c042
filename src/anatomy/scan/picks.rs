//! The landmarks that a person picked on a scan, and what is stated of who was scanned: one RON file beside the scan.
//!
//! ```ron
//! (
//!     version: 1,
//!     unit: "mm",                       // or "cm", "m"; may be left out: then it is told from the size of the head
//!     person: (sex: "female", age_years: 42, bmi: 23, skin_laxity: 0.2, skin_type: 2),
//!     landmarks: {                      // in the scan's own coordinates
//!         "tragus_left": (71.2, 3.0, -12.4),
//!         …
//!     },
//! )
//! ```
//!
//! [`NEEDED`] must be there, with `gnathion` or `menton`; any other [`Landmark`] may be.
//!
//! **Invariant:** a parsed file has every needed landmark with finite coordinates, each at a place of its own.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::anatomy::phenotype::{Phenotype, Sex};
use crate::anatomy::skin::Landmark;
use crate::geom::Vec3;
use crate::source::{self, Located, Problem, Problems};

/// Landmarks without which a scan cannot be placed; `gnathion` or `menton` beside them.
pub const NEEDED: [Landmark; 12] = [
    Landmark::TragusLeft,
    Landmark::TragusRight,
    Landmark::ExocanthionLeft,
    Landmark::ExocanthionRight,
    Landmark::EndocanthionLeft,
    Landmark::EndocanthionRight,
    Landmark::Pronasale,
    Landmark::Subnasale,
    Landmark::CheilionLeft,
    Landmark::CheilionRight,
    Landmark::GonionLeft,
    Landmark::GonionRight,
];

/// Unit of a scan's coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Millimetres.
    Millimetre,
    /// Centimetres.
    Centimetre,
    /// Metres.
    Metre,
}

impl Unit {
    /// All units.
    pub const ALL: [Unit; 3] = [Unit::Millimetre, Unit::Centimetre, Unit::Metre];
    /// Name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["mm", "cm", "m"][self as usize]
    }
    /// Length in mm.
    #[must_use]
    pub fn mm(self) -> f64 {
        [1.0, 10.0, 1000.0][self as usize]
    }
    /// The unit of a name used in files.
    #[must_use]
    pub fn named(name: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// What is stated of the person scanned. Layers follow from it; what a file leaves open may be said on the command line.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// `female` or `male`.
    pub sex: Option<String>,
    /// Age, years.
    pub age_years: Option<f64>,
    /// Body mass index, kg/m².
    pub bmi: Option<f64>,
    /// 0 taut .. 1 sagging; 0.25 unless stated.
    pub skin_laxity: Option<f64>,
    /// Fitzpatrick skin type, 1..=6; 2 unless stated.
    pub skin_type: Option<f64>,
}

impl Person {
    /// These statements, with those of `over` in their place where it makes any.
    #[must_use]
    pub fn overridden(&self, over: &Person) -> Person {
        Person {
            sex: over.sex.clone().or(self.sex.clone()),
            age_years: over.age_years.or(self.age_years),
            bmi: over.bmi.or(self.bmi),
            skin_laxity: over.skin_laxity.or(self.skin_laxity),
            skin_type: over.skin_type.or(self.skin_type),
        }
    }

    /// The phenotype: layers of this person in a skin that is the scan's own.
    pub(super) fn phenotype(&self, seed: u64) -> Result<Phenotype, Vec<(&'static str, String, String)>> {
        let mut wrong = Vec::new();
        let sex = match self.sex.as_deref() {
            Some("female") => Sex::Female,
            Some("male") => Sex::Male,
            other => {
                wrong.push(("sex", other.map_or("nothing".to_owned(), |s| format!("\"{s}\"")), "\"female\" or \"male\", or --sex".to_owned()));
                Sex::Female
            }
        };
        let usual = Phenotype::default();
        let mut number = |name: &'static str, flag: &str, value: Option<f64>, usual: Option<f64>, (low, high): (f64, f64)| match value.or(usual) {
            Some(value) if (low..=high).contains(&value) => value,
            other => {
                wrong.push((name, other.map_or("nothing".to_owned(), |v| v.to_string()), format!("{low}..={high}, or {flag}")));
                low
            }
        };
        let phenotype = Phenotype {
            sex,
            age_years: number("age_years", "--age", self.age_years, None, (18.0, 90.0)),
            bmi: number("bmi", "--bmi", self.bmi, None, (15.0, 42.0)),
            skin_laxity: number("skin_laxity", "--laxity", self.skin_laxity, Some(usual.skin_laxity), (0.0, 1.0)),
            skin_type: number("skin_type", "--skin-type", self.skin_type, Some(f64::from(usual.skin_type)), (1.0, 6.0)) as u8,
            seed,
            ..usual
        };
        if wrong.is_empty() { Ok(phenotype) } else { Err(wrong) }
    }
}

/// A landmarks file.
#[derive(Clone, Debug)]
pub struct Picks {
    /// Stated unit.
    pub unit: Option<Unit>,
    /// The picked points, in the scan's coordinates.
    pub points: BTreeMap<Landmark, Vec3>,
    located: Located<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPicks {
    version: u32,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    person: Person,
    landmarks: BTreeMap<String, (f64, f64, f64)>,
}

impl Picks {
    /// Reads a landmarks file.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Picks, Problems> {
        let raw = source::read(file, text, |raw: &RawPicks, check| {
            check.version(raw.version, 1);
            if let Some(unit) = &raw.unit {
                check.one_of("unit", unit, &Unit::ALL.map(Unit::name));
            }
            let names = Landmark::names();
            for (name, (x, y, z)) in &raw.landmarks {
                let path = format!("landmarks.{name}");
                check.one_of(&path, name, &names);
                let finite = [x, y, z].iter().all(|c| c.is_finite() && c.abs() < 1e9);
                check.require(&path, finite, format!("({x}, {y}, {z})"), "three finite numbers");
            }
            let has = |landmark: &Landmark| raw.landmarks.contains_key(landmark.name());
            for landmark in NEEDED.iter().filter(|landmark| !has(landmark)) {
                check.require("landmarks", false, format!("no \"{}\"", landmark.name()), "every needed landmark");
            }
            if !has(&Landmark::Gnathion) && !has(&Landmark::Menton) {
                check.require("landmarks", false, "neither \"gnathion\" nor \"menton\"", "one of them");
            }
            let places: Vec<_> = raw.landmarks.iter().collect();
            for (i, (name, place)) in places.iter().enumerate() {
                if let Some((twin, _)) = places[..i].iter().find(|(_, other)| other == place) {
                    check.require(&format!("landmarks.{name}"), false, format!("the place of \"{twin}\""), "a place of its own");
                }
            }
        })?;
        let unit = raw.value.unit.as_deref().and_then(Unit::named);
        let points = raw.value.landmarks.iter();
        let points = points.filter_map(|(name, (x, y, z))| Some((Landmark::named(name)?, Vec3::new(*x, *y, *z)))).collect();
        Ok(Picks { unit, points, located: raw.map(|raw| raw.person) })
    }

    /// What the file says of the person.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.located.value
    }

    /// A problem of the file at a field's place.
    pub(super) fn problem(&self, path: &str, got: impl ToString, allowed: impl ToString) -> Problem {
        self.located.problem(path, got, allowed)
    }
}
