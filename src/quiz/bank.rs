//! A bank of items: its file, and all banks that are installed.

use super::check::check;
use super::item::Item;
use super::raw::RawBank;
use super::topic::Topic;
use crate::lang::Lang;
use crate::source::{Content, ContentError, Problems, read};
use std::collections::BTreeMap;

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
        let items = raw.items.into_iter().filter_map(|item| item.into_item(&raw.id)).collect();
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
