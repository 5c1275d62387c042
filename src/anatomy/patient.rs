//! Ready-made patients: files of `levels/patients`, each a phenotype with a name.
//!
//! **Invariant:** a patient that parses can be built.

use super::phenotype::Phenotype;
use super::traits::Trait;
use crate::lang::Lang;
use crate::source::{self, Problems};
use serde::Deserialize;

/// A ready-made patient.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyPatient {
    /// Name in drills and on the command line; also its file's name.
    pub id: String,
    /// Title for people.
    pub title: String,
    /// A sentence on what makes this patient a lesson.
    pub note: String,
    /// Traits that show in measures or layers (a test holds the built-in patients to them).
    pub traits: Vec<Trait>,
    /// What the patient is like.
    pub phenotype: Phenotype,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPatient {
    version: u32,
    id: String,
    title: String,
    note: String,
    #[serde(default)]
    traits: Vec<Trait>,
    phenotype: Phenotype,
}

impl ReadyPatient {
    /// Folder of the built-in patients below the content root.
    pub const FOLDER: &'static str = "levels/patients";

    /// Whether a text may be a patient's id: lower-case letters, digits and hyphens.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    }

    /// Title and note in a language: messages `patient-<id>-title` and `-note`, else as the file says.
    #[must_use]
    pub fn words(&self, lang: &Lang) -> (String, String) {
        let say = |field: &str, written: &str| lang.file_words("patient", &self.id, field, written);
        (say("title", &self.title), say("note", &self.note))
    }

    /// Reads a patient file.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let raw = source::read(file, text, |raw: &RawPatient, check| {
            check.version(raw.version, 1);
            check.not_empty("title", &raw.title);
            check.not_empty("note", &raw.note);
            check.require("id", Self::is_id(&raw.id), format!("\"{}\"", raw.id), "lower-case letters, digits and hyphens");
            for problem in raw.phenotype.problems() {
                let allowed = format!("{}..={}", problem.allowed.start(), problem.allowed.end());
                check.require(&format!("phenotype.{}", problem.field), false, problem.got, allowed);
            }
        })?
        .value;
        Ok(Self { id: raw.id, title: raw.title, note: raw.note, traits: raw.traits, phenotype: raw.phenotype })
    }
}
