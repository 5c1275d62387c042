//! A RON text read into a value that still knows where each of its parts stood.

use super::checker::{Checker, locate};
use super::problem::{Problem, Problems};
use super::repair::{Repaired, deserialize};
use super::ron_index::RonIndex;
use serde::de::DeserializeOwned;

/// A value and the places of its parts in the file it was read from.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    file: String,
    text: String,
    index: RonIndex,
}

impl<T> Located<T> {
    /// Line and column (from 1) of the value at a path, or of the nearest value around it.
    #[must_use]
    pub fn at(&self, path: &str) -> (usize, usize) {
        let offset = self
            .index
            .enclosing(path)
            .map_or(0, |entry| entry.value.start);
        self.index.line_column(&self.text, offset)
    }

    /// A problem of the value at a path, for checks that need more than this file.
    #[must_use]
    pub fn problem(&self, path: &str, got: impl ToString, allowed: impl ToString) -> Problem {
        locate(
            &self.file,
            &self.text,
            &self.index,
            path,
            got.to_string(),
            allowed.to_string(),
        )
    }

    /// The file as it was named to the reader.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The same places with another value, e.g. the typed one built from the raw one.
    #[must_use]
    pub fn map<U>(self, build: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: build(self.value),
            file: self.file,
            text: self.text,
            index: self.index,
        }
    }
}

/// Reads a file and checks it: all problems of shape, type and value are listed together.
///
/// `file` is the name that problems carry. The closure sees the raw value, with stand-ins where it was wrong.
///
/// # Errors
/// Every problem found, in the order of the text.
pub fn read<T: DeserializeOwned>(
    file: &str,
    text: &str,
    check: impl FnOnce(&T, &mut Checker),
) -> Result<Located<T>, Problems> {
    let index = RonIndex::new(text);
    let Repaired {
        value,
        mut problems,
        stand_ins,
    } = deserialize::<T>(file, text, &index);
    let Some(value) = value else {
        return Err(Problems(problems).sorted());
    };
    let mut checker = Checker::new(file, text, &index, &stand_ins);
    check(&value, &mut checker);
    problems.extend(checker.into_problems().0);
    let located = Located {
        value,
        file: file.to_owned(),
        text: text.to_owned(),
        index,
    };
    Problems(problems).sorted().or(located)
}

/// Reads a file that needs no checks beyond its shape and types.
///
/// # Errors
/// As [`read`].
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<Located<T>, Problems> {
    read(file, text, |_, _| ())
}
