//! Collects every mistake that the checks of one file find.

use super::problem::{Problem, Problems, names};
use super::ron_index::RonIndex;
use std::fmt::Display;
use std::ops::RangeInclusive;

/// Gathers problems of one file; each check returns whether it passed, so that a caller may skip what builds on it.
///
/// Nothing is reported about a value that was already named as missing or of the wrong type.
pub struct Checker<'a> {
    file: &'a str,
    text: &'a str,
    index: &'a RonIndex,
    stand_ins: &'a [String],
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(
        file: &'a str,
        text: &'a str,
        index: &'a RonIndex,
        stand_ins: &'a [String],
    ) -> Self {
        Self {
            file,
            text,
            index,
            stand_ins,
            problems: Vec::new(),
        }
    }

    /// The number must lie in the range (a NaN never does).
    pub fn range(&mut self, path: &str, value: f64, allowed: RangeInclusive<f64>) -> bool {
        self.require(
            path,
            allowed.contains(&value),
            value,
            format!("{}..={}", allowed.start(), allowed.end()),
        )
    }

    /// The name must be one of those given; the nearest one is suggested.
    pub fn one_of(&mut self, path: &str, got: &str, allowed: &[&str]) -> bool {
        self.require(
            path,
            allowed.contains(&got),
            format!("\"{got}\""),
            names(got, allowed),
        )
    }

    /// The text must hold something beside white space.
    pub fn not_empty(&mut self, path: &str, got: &str) -> bool {
        self.require(path, !got.trim().is_empty(), "an empty text", "some words")
    }

    /// The file's `version` must be the one that this program reads.
    pub fn version(&mut self, got: u32, read: u32) -> bool {
        self.require("version", got == read, got, read)
    }

    /// The names (path of each, name) must differ from one another.
    pub fn distinct<'n>(&mut self, named: impl IntoIterator<Item = (String, &'n str)>) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut all = true;
        for (path, name) in named {
            let first = seen.insert(name);
            all &= self.require(
                &path,
                first,
                format!("\"{name}\" again"),
                "a name that was not used before",
            );
        }
        all
    }

    /// Any other rule: reports what stands there and what may stand there when `holds` is false.
    pub fn require(
        &mut self,
        path: &str,
        holds: bool,
        got: impl Display,
        allowed: impl Display,
    ) -> bool {
        if !holds && !self.is_stand_in(path) {
            let problem = locate(
                self.file,
                self.text,
                self.index,
                path,
                got.to_string(),
                allowed.to_string(),
            );
            self.problems.push(problem);
        }
        holds
    }

    /// Whether no check has failed so far.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    fn is_stand_in(&self, path: &str) -> bool {
        self.stand_ins.iter().any(|made| is_within(path, made))
    }

    pub(super) fn into_problems(self) -> Problems {
        Problems(self.problems)
    }
}

/// Whether `path` is `outer` or lies in it.
pub(super) fn is_within(path: &str, outer: &str) -> bool {
    outer.is_empty()
        || path
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The problem of a value, with its place.
pub(super) fn locate(
    file: &str,
    text: &str,
    index: &RonIndex,
    path: &str,
    got: String,
    allowed: String,
) -> Problem {
    let offset = index.enclosing(path).map_or(0, |entry| entry.value.start);
    let (line, column) = index.line_column(text, offset);
    Problem {
        file: file.to_owned(),
        line,
        column,
        field: path.to_owned(),
        got,
        allowed,
    }
}
