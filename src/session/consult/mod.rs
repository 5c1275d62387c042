//! The consultation: questions of the history, points of the consent, and the decision whether to treat.
//!
//! **Invariants:** what a patient answers is fixed by the setup; what speaks against a product follows from the tables alone
//! ([`ConsultTables`]); once it is decided nothing of the consultation changes any more.

mod tables;

use std::sync::Arc;

pub use tables::{Bearing, ConsentPoint, ConsultTables, Question, Weight};

use super::Refusal;

/// What is decided at the end of a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Treat.
    Treat,
    /// Treat, with care for what one answer told.
    TreatWithCaution {
        /// Index of the question in the tables.
        question: u8,
    },
    /// Do not treat: the session ends.
    DoNotTreat,
}

/// An act in the consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConsultAct {
    /// Ask a question of the history.
    Ask {
        /// Index of the question in the tables.
        question: u8,
    },
    /// Talk a point of the consent over and note it.
    Consent {
        /// Index of the point in the tables.
        point: u8,
    },
    /// Decide, which ends the consultation.
    Decide(Decision),
}

impl ConsultAct {
    /// As bytes, for digests and recordings.
    pub(in crate::session) fn to_bytes(self) -> [u8; 2] {
        match self {
            Self::Ask { question } => [0, question],
            Self::Consent { point } => [1, point],
            Self::Decide(Decision::Treat) => [2, 0],
            Self::Decide(Decision::TreatWithCaution { question }) => [3, question],
            Self::Decide(Decision::DoNotTreat) => [4, 0],
        }
    }

    /// From its bytes.
    pub(in crate::session) fn from_bytes([kind, index]: [u8; 2]) -> Option<Self> {
        Some(match (kind, index) {
            (0, question) => Self::Ask { question },
            (1, point) => Self::Consent { point },
            (2, 0) => Self::Decide(Decision::Treat),
            (3, question) => Self::Decide(Decision::TreatWithCaution { question }),
            (4, 0) => Self::Decide(Decision::DoNotTreat),
            _ => return None,
        })
    }
}

/// A patient who comes for a treatment: why, with what history, and what has to be talked over.
#[derive(Clone, Debug, PartialEq)]
pub struct Consultation {
    /// The questions and points there are.
    pub tables: Arc<ConsultTables>,
    /// Why the patient comes: an id of the tables.
    pub indication: String,
    /// Product that the plan asks for, by its id.
    pub product: String,
    /// Indices of the questions that the patient answers with yes.
    pub history: Vec<u8>,
    /// Indices of the points of the consent that belong to this treatment.
    pub consents: Vec<u8>,
}

impl Consultation {
    /// What the patient answers to a question.
    #[must_use]
    pub fn answer(&self, question: u8) -> bool {
        self.history.contains(&question)
    }

    /// What a question weighs for the planned product; none where it does not bear on it.
    #[must_use]
    pub fn weight(&self, question: u8) -> Option<Weight> {
        self.tables.questions.get(usize::from(question))?.weight(&self.product)
    }

    /// The questions that bear on the planned product, by their indices.
    pub fn bearing(&self) -> impl Iterator<Item = u8> + '_ {
        (0..self.tables.questions.len() as u8).filter(|question| self.weight(*question).is_some())
    }

    /// The answers of the patient that weigh so much for the planned product, by their indices.
    pub fn found(&self, weight: Weight) -> impl Iterator<Item = u8> + '_ {
        self.history.iter().copied().filter(move |question| self.weight(*question) == Some(weight))
    }

    /// Whether the planned product must not be given to this patient.
    #[must_use]
    pub fn is_contraindicated(&self) -> bool {
        self.found(Weight::Contraindication).next().is_some()
    }

    /// Whether a decision is what the history asks for: no treatment against a contraindication, a caution that is there named,
    /// and otherwise a plain treatment.
    #[must_use]
    pub fn is_right(&self, decision: Decision) -> bool {
        let cautions = || self.found(Weight::Caution);
        match decision {
            Decision::DoNotTreat => self.is_contraindicated(),
            Decision::TreatWithCaution { question } => !self.is_contraindicated() && cautions().any(|known| known == question),
            Decision::Treat => !self.is_contraindicated() && cautions().next().is_none(),
        }
    }
}

/// The consultation so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Consulting {
    asked: Vec<u8>,
    noted: Vec<u8>,
    decision: Option<Decision>,
}

impl Consulting {
    pub(super) fn asked(&self) -> &[u8] {
        &self.asked
    }

    pub(super) fn noted(&self) -> &[u8] {
        &self.noted
    }

    pub(super) fn decision(&self) -> Option<Decision> {
        self.decision
    }

    /// Carries an act out; false where it changed nothing, as a question that was asked before.
    pub(super) fn act(&mut self, act: ConsultAct, consultation: &Consultation) -> Result<bool, Refusal> {
        if self.decision.is_some() {
            return Err(Refusal::AlreadyDecided);
        }
        let (list, index, there) = match act {
            ConsultAct::Ask { question } => (&mut self.asked, question, usize::from(question) < consultation.tables.questions.len()),
            ConsultAct::Consent { point } => (&mut self.noted, point, consultation.consents.contains(&point)),
            ConsultAct::Decide(decision) => {
                if let Decision::TreatWithCaution { question } = decision
                    && !self.asked.contains(&question)
                {
                    return Err(Refusal::NotAsked);
                }
                self.decision = Some(decision);
                return Ok(true);
            }
        };
        if !there {
            return Err(Refusal::NoSuchQuestion);
        }
        let new = !list.contains(&index);
        if new {
            list.push(index);
        }
        Ok(new)
    }
}
