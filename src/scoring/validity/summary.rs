//! All that is said about one number over persons of graded skill.

use std::ops::RangeInclusive;

use super::auc::{Auc, auc};
use super::cohen::cohen_d;
use super::icc::icc;
use super::spearman::spearman;

/// The skills between which everything is looked at once more: persons at both ends make any number look good.
pub const MIDDLE: RangeInclusive<f64> = 0.25..=0.75;
/// Area from which a number is said to discriminate: 0.7 and above is called acceptable (Hosmer and Lemeshow 2000 \[recalled\]).
const ACCEPTABLE: f64 = 0.7;
/// Points at or beyond which an attempt is at the ceiling or floor: what is shown as 100 or 0.
const CEILING: f64 = 99.5;
const FLOOR: f64 = 0.5;

/// Which values of a number are the better ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// The higher.
    Higher,
    /// The lower.
    Lower,
}

/// One attempt of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Number of the person from 0, in the order of skill; attempts of one person stand side by side.
    pub person: usize,
    /// Skill, 0 to 1.
    pub skill: f64,
    /// The value; attempts without one are left out.
    pub value: Option<f64>,
    /// Points of the value, 0 to 100, where it is graded.
    pub points: Option<f64>,
}

/// How well a number follows skill and repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Repeatability {
    /// Spearman's correlation with skill, positive when the better values go with more skill.
    pub spearman: Option<f64>,
    /// ICC(1,1): one attempt.
    pub icc_1: Option<f64>,
    /// ICC(1,3): the mean of three attempts.
    pub icc_3: Option<f64>,
    /// ICC(1,5): the mean of five.
    pub icc_5: Option<f64>,
}

/// What is said about one number.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Validity {
    /// Attempts that have a value.
    pub attempts: usize,
    /// Which values are the better ones; none for a number that is only reported, which is then taken as it is.
    pub better: Option<Better>,
    /// Chance that an expert's value is better than a novice's.
    pub auc: Option<Auc>,
    /// Cohen's d, positive when experts are better.
    pub cohen_d: Option<f64>,
    /// Over all persons.
    #[serde(flatten)]
    pub all: Repeatability,
    /// Over the persons within [`MIDDLE`].
    pub middle: Repeatability,
    /// Share of graded attempts with all points.
    pub ceiling: Option<f64>,
    /// Share of graded attempts without points.
    pub floor: Option<f64>,
    /// Whether the area is 0.7 or more; for a number that is only reported, also 0.3 or less.
    pub discriminates: bool,
    /// Whether the interval of the area lies on one side of 0.5. Three persons a group are too few for that.
    pub certain: bool,
}

/// Persons in the lowest and in the highest fifth of so many.
#[must_use]
pub fn fifth(persons: usize) -> usize {
    (persons / 5).max(1)
}

/// What is to be said about a number over so many persons.
#[must_use]
pub fn validity(observations: &[Observation], persons: usize, better: Option<Better>) -> Validity {
    let sign = if better == Some(Better::Lower) { -1.0 } else { 1.0 };
    let valued: Vec<(Observation, f64)> =
        observations.iter().filter_map(|o| o.value.filter(|value| value.is_finite()).map(|value| (*o, sign * value))).collect();
    let group = |within: &dyn Fn(usize) -> bool| -> Vec<(usize, f64)> {
        valued.iter().filter(|(o, _)| within(o.person)).map(|(o, value)| (o.person, *value)).collect()
    };
    let edge = fifth(persons);
    let (novices, experts) = (group(&|person| person < edge), group(&|person| person + edge >= persons));
    let plain = |group: &[(usize, f64)]| group.iter().map(|(_, value)| *value).collect::<Vec<f64>>();
    let auc = auc(&experts, &novices);
    let points = || observations.iter().filter_map(|o| o.points);
    let graded = points().count();
    let share = |count: usize| (graded > 0).then(|| count as f64 / graded as f64);
    Validity {
        attempts: valued.len(),
        better,
        auc,
        cohen_d: cohen_d(&plain(&experts), &plain(&novices)),
        all: repeatability(&valued),
        middle: repeatability(&valued.iter().copied().filter(|(o, _)| MIDDLE.contains(&o.skill)).collect::<Vec<_>>()),
        ceiling: share(points().filter(|points| *points >= CEILING).count()),
        floor: share(points().filter(|points| *points <= FLOOR).count()),
        discriminates: auc.is_some_and(|auc| auc.value >= ACCEPTABLE || (better.is_none() && auc.value <= 1.0 - ACCEPTABLE)),
        certain: auc.is_some_and(|auc| auc.low > 0.5 || auc.high < 0.5),
    }
}

fn repeatability(valued: &[(Observation, f64)]) -> Repeatability {
    let (skills, values): (Vec<f64>, Vec<f64>) = valued.iter().map(|(o, value)| (o.skill, *value)).unzip();
    // Persons who lack a value at some attempt are left out: the model wants as many of each.
    let persons: Vec<Vec<f64>> =
        valued.chunk_by(|a, b| a.0.person == b.0.person).map(|person| person.iter().map(|(_, value)| *value).collect()).collect();
    let most = persons.iter().map(Vec::len).max().unwrap_or(0);
    let whole: Vec<Vec<f64>> = persons.into_iter().filter(|person| person.len() == most).collect();
    let squares = icc(&whole);
    let of = |m| squares.and_then(|squares| squares.of_mean(m));
    Repeatability { spearman: spearman(&skills, &values), icc_1: of(1), icc_3: of(3), icc_5: of(5) }
}
