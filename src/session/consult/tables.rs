//! The tables of the consultation (`assets/consult.ron`): questions of the history, what each weighs for a product, points of the
//! consent, indications.
//!
//! **Invariant:** every entry says where it comes from and how well that is known; the words are `consult-question-<id>`,
//! `consult-consent-<id>` and `consult-indication-<id>` with `-` for `_`.

use serde::Deserialize;

use crate::anatomy::Certainty;
use crate::source::{Checker, Problems, read};

/// What a yes to a question means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The product may be given with care.
    Caution,
    /// The product must not be given.
    Contraindication,
}

/// That a question bears on a product.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bearing {
    /// Id of the product.
    pub product: String,
    /// What a yes means for it.
    pub weight: Weight,
    /// How well that is known.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: String,
}

/// A question of the history.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Name, `snake_case`.
    pub id: String,
    /// The products that it bears on; none of it is asked in vain.
    pub bears: Vec<Bearing>,
}

impl Question {
    /// What a yes means for a product; none where the question does not bear on it.
    #[must_use]
    pub fn weight(&self, product: &str) -> Option<Weight> {
        self.bears.iter().find(|bearing| bearing.product == product).map(|bearing| bearing.weight)
    }
}

/// A point of the consent: something a patient has to know before they agree.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentPoint {
    /// Name, `snake_case`.
    pub id: String,
    /// How well what is said is known.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: String,
}

/// All questions, points and indications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsultTables {
    /// The questions of the history, in the order in which they are listed.
    pub questions: Vec<Question>,
    /// The points of the consent.
    pub consents: Vec<ConsentPoint>,
    /// Why people come.
    pub indications: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTables {
    version: u32,
    questions: Vec<Question>,
    consents: Vec<ConsentPoint>,
    indications: Vec<String>,
}

impl ConsultTables {
    /// Path below the content root.
    pub const FILE: &'static str = "assets/consult.ron";
    /// Most questions, and most points: acts name them by a byte.
    const MOST: usize = 64;

    /// Reads the tables.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let raw = read(file, text, |raw: &RawTables, check| {
            check.version(raw.version, 1);
            let questions: Vec<&str> = raw.questions.iter().map(|question| question.id.as_str()).collect();
            let consents: Vec<&str> = raw.consents.iter().map(|point| point.id.as_str()).collect();
            let indications: Vec<&str> = raw.indications.iter().map(String::as_str).collect();
            for (list, names) in [("questions", questions), ("consents", consents)] {
                named(list, ".id", &names, check);
            }
            named("indications", "", &indications, check);
            for (i, question) in raw.questions.iter().enumerate() {
                let path = |k: usize| format!("questions[{i}].bears[{k}]");
                let products = question.bears.iter().enumerate().map(|(k, bearing)| (format!("{}.product", path(k)), bearing.product.as_str()));
                check.distinct(products);
                for (k, bearing) in question.bears.iter().enumerate() {
                    check.not_empty(&format!("{}.product", path(k)), &bearing.product);
                    check.not_empty(&format!("{}.source", path(k)), &bearing.source);
                }
            }
            for (i, point) in raw.consents.iter().enumerate() {
                check.not_empty(&format!("consents[{i}].source"), &point.source);
            }
        })?;
        let RawTables { questions, consents, indications, .. } = raw.value;
        Ok(Self { questions, consents, indications })
    }

    /// Index of the question of that name.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<u8> {
        self.questions.iter().position(|question| question.id == id).map(|at| at as u8)
    }

    /// Index of the point of that name.
    #[must_use]
    pub fn consent(&self, id: &str) -> Option<u8> {
        self.consents.iter().position(|point| point.id == id).map(|at| at as u8)
    }
}

fn named(list: &str, field: &str, names: &[&str], check: &mut Checker) {
    let count = names.len();
    check.require(list, (1..=ConsultTables::MOST).contains(&count), format!("{count} entries"), format!("1 to {}", ConsultTables::MOST));
    check.distinct(names.iter().enumerate().map(|(i, name)| (format!("{list}[{i}]{field}"), *name)));
    for (i, name) in names.iter().enumerate() {
        check.not_empty(&format!("{list}[{i}]{field}"), name);
    }
}
