//! A bank of items: its file, its checks, and all banks that are installed.

use super::item::{Choice, Item, Question, Topic};
use crate::lang::Lang;
use crate::source::{Checker, Content, ContentError, Problems, read};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The version of the bank format that is read.
const VERSION: u32 = 1;
/// Fewest and most options of a question: more than eight cannot be weighed at a glance.
const CHOICES: std::ops::RangeInclusive<f64> = 2.0..=8.0;
/// The shortest explanation that says why, in characters.
const EXPLANATION: usize = 40;

/// Items that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    /// Name of the bank, that of its file.
    pub id: String,
    /// What the bank is called on the screen.
    pub title: String,
    /// Its items in the order of the file, at least one.
    pub items: Vec<Item>,
}

/// Why the quizzes cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum QuizError {
    /// A folder or file cannot be read.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// Mistakes in bank files.
    #[error(transparent)]
    Problems(#[from] Problems),
}

/// Every bank in `levels/quizzes`, in the order of their file names.
///
/// # Errors
/// The mistakes of all banks together.
pub fn quizzes(content: &Content) -> Result<Vec<Bank>, QuizError> {
    let (mut banks, mut problems) = (Vec::new(), Problems::default());
    for file in content.list("levels/quizzes", "ron")? {
        match Bank::parse(&file, &content.read_text(&file)?) {
            Ok(bank) => banks.push(bank),
            Err(found) => problems.0.extend(found.0),
        }
    }
    Ok(problems.or(banks)?)
}

impl Bank {
    /// Reads one bank file. `file` is its name for the problems; the bank's id must be the name without folder and ending.
    ///
    /// # Errors
    /// Every mistake in it, with line and column.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = stem.strip_suffix(".ron").unwrap_or(stem);
        let raw: RawBank = read(file, text, |raw, checker| check(raw, stem, checker))?.value;
        let items = raw
            .items
            .into_iter()
            .filter_map(RawItem::into_item)
            .collect();
        Ok(Self {
            id: raw.id,
            title: raw.title,
            items,
        })
    }

    /// The bank's title in a language: message `quiz-<bank>-title`.
    #[must_use]
    pub fn said_title(&self, lang: &Lang) -> String {
        lang.file_words("quiz", &self.id, "title", &self.title)
    }

    /// The bank in a language; see [`Item::said`].
    #[must_use]
    pub fn said(&self, lang: &Lang) -> Self {
        let items = self.items.iter().map(|item| item.said(&self.id, lang)).collect();
        Self { id: self.id.clone(), title: self.said_title(lang), items }
    }

    /// How many items each topic has.
    #[must_use]
    pub fn topics(&self) -> BTreeMap<Topic, usize> {
        let mut counts = BTreeMap::new();
        for item in &self.items {
            *counts.entry(item.topic).or_insert(0) += 1;
        }
        counts
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBank {
    version: u32,
    id: String,
    title: String,
    items: Vec<RawItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    id: String,
    topic: String,
    ask: String,
    question: RawQuestion,
    explanation: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum RawQuestion {
    Single(Vec<RawChoice>),
    Multiple(Vec<RawChoice>),
    Numeric {
        value: f64,
        unit: String,
        tolerance: f64,
        range: (f64, f64),
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoice {
    text: String,
    #[serde(default)]
    right: bool,
}

impl RawItem {
    /// The item; none only when the checks have refused it.
    fn into_item(self) -> Option<Item> {
        let choices = |raw: Vec<RawChoice>| {
            raw.into_iter()
                .zip(1..)
                .map(|(RawChoice { text, right }, place)| Choice { text, place, right })
                .collect()
        };
        let question = match self.question {
            RawQuestion::Single(raw) => Question::Single(choices(raw)),
            RawQuestion::Multiple(raw) => Question::Multiple(choices(raw)),
            RawQuestion::Numeric {
                value,
                unit,
                tolerance,
                range,
            } => Question::Numeric {
                value,
                unit,
                tolerance,
                range,
            },
        };
        let Self {
            id,
            ask,
            explanation,
            source,
            ..
        } = self;
        Some(Item {
            id,
            topic: Topic::from_id(&self.topic)?,
            ask,
            question,
            explanation,
            source,
        })
    }
}

fn check(raw: &RawBank, stem: &str, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    checker.require(
        "id",
        raw.id == stem,
        format!("\"{}\"", raw.id),
        format!("\"{stem}\", the file's name"),
    );
    checker.not_empty("title", &raw.title);
    checker.require("items", !raw.items.is_empty(), "no items", "at least one");
    checker.distinct(
        raw.items
            .iter()
            .enumerate()
            .map(|(i, item)| (format!("items[{i}].id"), item.id.as_str())),
    );
    for (i, item) in raw.items.iter().enumerate() {
        check_item(&format!("items[{i}]"), item, checker);
    }
}

fn check_item(path: &str, item: &RawItem, checker: &mut Checker) {
    let named = !item.id.is_empty()
        && item
            .id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    checker.require(
        &format!("{path}.id"),
        named,
        format!("\"{}\"", item.id),
        "lower-case words with hyphens",
    );
    checker.one_of(
        &format!("{path}.topic"),
        &item.topic,
        &Topic::ALL.map(Topic::id),
    );
    checker.not_empty(&format!("{path}.ask"), &item.ask);
    checker.not_empty(&format!("{path}.source"), &item.source);
    let length = item.explanation.trim().chars().count();
    checker.require(
        &format!("{path}.explanation"),
        length >= EXPLANATION,
        format!("{length} characters"),
        format!("an explanation of at least {EXPLANATION}"),
    );
    let path = format!("{path}.question");
    match &item.question {
        RawQuestion::Single(choices) => {
            check_choices(&format!("{path}[0]"), choices, true, checker);
        }
        RawQuestion::Multiple(choices) => {
            check_choices(&format!("{path}[0]"), choices, false, checker);
        }
        RawQuestion::Numeric {
            value,
            unit,
            tolerance,
            range,
        } => {
            checker.not_empty(&format!("{path}.unit"), unit);
            check_number(&path, *value, *tolerance, *range, checker);
        }
    }
}

fn check_choices(path: &str, choices: &[RawChoice], single: bool, checker: &mut Checker) {
    let right = choices.iter().filter(|choice| choice.right).count();
    let (holds, allowed) = if single {
        (right == 1, "exactly 1")
    } else {
        (right >= 1, "at least 1")
    };
    checker.require(
        path,
        CHOICES.contains(&(choices.len() as f64)),
        format!("{} options", choices.len()),
        "2 to 8",
    );
    checker.require(path, holds, format!("{right} right options"), allowed);
    checker.distinct(
        choices
            .iter()
            .enumerate()
            .map(|(i, c)| (format!("{path}[{i}].text"), c.text.trim())),
    );
    for (i, choice) in choices.iter().enumerate() {
        checker.not_empty(&format!("{path}[{i}].text"), &choice.text);
    }
}

fn check_number(
    path: &str,
    value: f64,
    tolerance: f64,
    (low, high): (f64, f64),
    checker: &mut Checker,
) {
    let ordered = low.is_finite() && high.is_finite() && low < high;
    if !checker.require(
        &format!("{path}.range"),
        ordered,
        format!("({low}, {high})"),
        "the lower end first",
    ) {
        return;
    }
    checker.range(&format!("{path}.value"), value, low..=high);
    let widest = (high - low) / 4.0;
    let holds = tolerance > 0.0 && tolerance <= widest;
    let allowed = format!("above 0 and at most {widest}, a quarter of the range");
    checker.require(&format!("{path}.tolerance"), holds, tolerance, allowed);
}
