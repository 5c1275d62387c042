//! The shapes of a bank file.

use super::exhibit::{Exhibit, Predict, Replay, ReplayFault};
use super::item::Item;
use super::point::{Pointing, Spot, Target};
use super::question::{Choice, Question};
use super::section::{Asked, Section, SectionThread};
use super::topic::{Certainty, Topic};
use crate::anatomy::{Anchor, Layer, Region};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBank {
    pub(super) version: u32,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) items: Vec<RawItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    pub(super) id: String,
    pub(super) topic: String,
    pub(super) certainty: String,
    pub(super) fact: String,
    pub(super) rests: Vec<String>,
    #[serde(default)]
    pub(super) worked: String,
    pub(super) ask: String,
    #[serde(default)]
    pub(super) exhibit: RawExhibit,
    pub(super) question: RawQuestion,
    pub(super) explanation: String,
    pub(super) source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum RawQuestion {
    Single(Vec<RawChoice>),
    Multiple(Vec<RawChoice>),
    Numeric { value: f64, unit: String, tolerance: f64, range: (f64, f64) },
    Order(Vec<String>),
    Point { patient: String, target: RawTarget, #[serde(default)] within_mm: f64, spots: Vec<RawSpot> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawChoice {
    pub(super) text: String,
    #[serde(default)]
    pub(super) right: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum RawTarget {
    Region(String),
    Hazard(String),
    Layer(Layer),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSpot {
    pub(super) text: String,
    pub(super) at: Anchor,
    #[serde(default)]
    pub(super) depth_mm: f64,
    #[serde(default)]
    pub(super) right: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum RawExhibit {
    #[default]
    None,
    Section {
        patient: String,
        from: Anchor,
        to: Anchor,
        #[serde(default)]
        threads: Vec<SectionThread>,
        asked: Asked,
    },
    Replay { drill: String, skill: f64, fault: ReplayFault, seed: u64, findings: Vec<String> },
    Predict { figure: String, #[serde(default = "one")] times: f64, laid: Vec<String>, #[serde(default)] least: bool },
}

fn one() -> f64 {
    1.0
}

impl RawExhibit {
    fn into_exhibit(self) -> Option<Exhibit> {
        match self {
            Self::None => None,
            Self::Section { patient, from, to, threads, asked } => {
                Some(Exhibit::Section(Section { patient, from, to, threads, asked }))
            }
            Self::Replay { drill, skill, fault, seed, findings } => {
                Some(Exhibit::Replay(Replay { drill, skill, fault, seed, findings }))
            }
            Self::Predict { figure, times, laid, least } => Some(Exhibit::Predict(Predict { figure, times, laid, least })),
        }
    }
}

impl RawQuestion {
    /// The question; none only when the checks have refused it.
    fn into_question(self) -> Option<Question> {
        let choices = |raw: Vec<RawChoice>| {
            let numbered = raw.into_iter().zip(1..);
            numbered.map(|(RawChoice { text, right }, place)| Choice { text, place, right }).collect()
        };
        Some(match self {
            Self::Single(raw) => Question::Single(choices(raw)),
            Self::Multiple(raw) => Question::Multiple(choices(raw)),
            Self::Numeric { value, unit, tolerance, range } => Question::Numeric { value, unit, tolerance, range },
            Self::Order(steps) => {
                Question::Order(steps.into_iter().zip(1..).map(|(text, place)| Choice { text, place, right: false }).collect())
            }
            Self::Point { patient, target, within_mm, spots } => {
                let target = match target {
                    RawTarget::Region(name) => Target::Region(Region::from_name(&name)?),
                    RawTarget::Hazard(id) => Target::Hazard(id),
                    RawTarget::Layer(layer) => Target::Layer(layer),
                };
                let numbered = spots.iter().zip(1..);
                let choices = numbered.map(|(spot, place)| Choice { text: spot.text.clone(), place, right: spot.right }).collect();
                let spots = spots.into_iter().map(|spot| Spot { at: spot.at, depth_mm: spot.depth_mm }).collect();
                Question::Point(Pointing { patient, target, within_mm, choices, spots })
            }
        })
    }
}

impl RawItem {
    /// The item; none only when the checks have refused it.
    pub(super) fn into_item(self, bank: &str) -> Option<Item> {
        Some(Item {
            bank: bank.to_owned(),
            topic: Topic::from_id(&self.topic)?,
            certainty: Certainty::from_id(&self.certainty)?,
            exhibit: self.exhibit.into_exhibit(),
            question: self.question.into_question()?,
            id: self.id,
            fact: self.fact,
            rests: self.rests,
            worked: self.worked,
            ask: self.ask,
            explanation: self.explanation,
            source: self.source,
        })
    }
}
