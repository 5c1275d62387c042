//! One question with its answer, the reason for it and the source.

use super::exhibit::Exhibit;
use super::question::{Choice, Question};
use super::topic::{Certainty, Topic};
use crate::lang::Lang;

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The bank that it stands in.
    pub bank: String,
    /// Name within its bank, in lower case with hyphens.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// How sure the answer is.
    pub certainty: Certainty,
    /// The fact it asks for, in lower case with hyphens: no two items share one.
    pub fact: String,
    /// The rows of `assets/evidence.ron` that the answer rests on.
    pub rests: Vec<String>,
    /// How a number follows from those rows, e.g. `a + b`; empty for other answers.
    pub worked: String,
    /// The question's words.
    pub ask: String,
    /// What is shown beside the words.
    pub exhibit: Option<Exhibit>,
    /// The way to answer, and the answer.
    pub question: Question,
    /// Why that is the answer, in two or three sentences.
    pub explanation: String,
    /// Where it is published, or the formula it was worked out with.
    pub source: String,
}

impl Item {
    /// The item's name among all banks, `bank/item`: the name of its card in a schedule.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.bank, self.id)
    }

    /// Whether it is answered by looking: pointing on a patient, reading a cross-section or a replay.
    #[must_use]
    pub fn is_looked_at(&self) -> bool {
        matches!(self.question, Question::Point(_)) || matches!(self.exhibit, Some(Exhibit::Section(_) | Exhibit::Replay(_)))
    }

    /// The item in a language: messages `quiz-<bank>-<item>-ask`, `-choice-1` and so on by the place in the file, `-unit`,
    /// `-explanation` and `-source`; what the language lacks stays as the file has it. The answer stays the same.
    #[must_use]
    pub fn said(&self, bank: &str, lang: &Lang) -> Self {
        let kind = format!("quiz-{bank}");
        let say = |field: &str, written: &str| lang.file_words(&kind, &self.id, field, written);
        let mut said = self.clone();
        for choice in said.question.choices_mut() {
            let Choice { text, place, .. } = choice;
            *text = say(&format!("choice-{place}"), text);
        }
        if let Question::Numeric { unit, .. } = &mut said.question {
            *unit = say("unit", unit);
        }
        said.ask = say("ask", &self.ask);
        said.explanation = say("explanation", &self.explanation);
        said.source = say("source", &self.source);
        said
    }
}
