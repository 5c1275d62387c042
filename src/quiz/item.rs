//! One question with its answer, the reason for it and the source.

use crate::lang::Lang;

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Layers, their depths, vessels and nerves.
    Anatomy,
    /// Composition, dilution, settling, time course.
    Product,
    /// Plane, fan, thread, dose.
    Technique,
    /// Nodules, vessels, signs and what follows from them.
    Complications,
}

impl Topic {
    /// All topics in the order of a result.
    pub const ALL: [Self; 4] = [
        Self::Anatomy,
        Self::Product,
        Self::Technique,
        Self::Complications,
    ];

    /// The topic's name in a bank file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Anatomy => "anatomy",
            Self::Product => "product",
            Self::Technique => "technique",
            Self::Complications => "complications",
        }
    }

    /// The topic of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == id)
    }

    /// The id of the message that names the topic on the screen.
    #[must_use]
    pub fn message(self) -> String {
        format!("quiz-topic-{}", self.id())
    }
}

/// One of the options of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Its place in the file, from 1: part of the id of its words in another language.
    pub place: usize,
    /// Whether it is (one of) the right ones.
    pub right: bool,
}

/// How an item is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Exactly one option is right.
    Single(Vec<Choice>),
    /// One or more options are right, and all of them make the answer.
    Multiple(Vec<Choice>),
    /// A number.
    Numeric {
        /// The right number, in `unit`.
        value: f64,
        /// The unit, e.g. `mm`.
        unit: String,
        /// How far an answer may be off, in `unit`, above 0.
        tolerance: f64,
        /// The least and the greatest answer that makes sense, in `unit`; a slider spans it.
        range: (f64, f64),
    },
}

impl Question {
    /// The options; none for a number.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single(choices) | Self::Multiple(choices) => choices,
            Self::Numeric { .. } => &[],
        }
    }
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Name within its bank, in lower case with hyphens.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// The question's words.
    pub ask: String,
    /// The way to answer, and the answer.
    pub question: Question,
    /// Why that is the answer, in two or three sentences.
    pub explanation: String,
    /// Where it is published, or the formula it was worked out with.
    pub source: String,
}

impl Item {
    /// The item in a language: messages `quiz-<bank>-<item>-ask`, `-choice-1` and so on by the place in the file, `-unit`,
    /// `-explanation` and `-source`; what the language lacks stays as the file has it. The answer stays the same.
    #[must_use]
    pub fn said(&self, bank: &str, lang: &Lang) -> Self {
        let kind = format!("quiz-{bank}");
        let say = |field: &str, written: &str| lang.file_words(&kind, &self.id, field, written);
        let all = |choices: &[Choice]| {
            let one = |choice: &Choice| Choice {
                text: say(&format!("choice-{}", choice.place), &choice.text),
                ..choice.clone()
            };
            choices.iter().map(one).collect()
        };
        let question = match &self.question {
            Question::Single(choices) => Question::Single(all(choices)),
            Question::Multiple(choices) => Question::Multiple(all(choices)),
            Question::Numeric { value, unit, tolerance, range } => {
                Question::Numeric { value: *value, unit: say("unit", unit), tolerance: *tolerance, range: *range }
            }
        };
        Self {
            id: self.id.clone(),
            topic: self.topic,
            ask: say("ask", &self.ask),
            question,
            explanation: say("explanation", &self.explanation),
            source: say("source", &self.source),
        }
    }
}
