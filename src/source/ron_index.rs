//! Where in a RON text each value stands: path → line and column.
//!
//! RON's own reader keeps no positions. This one reads structure only (brackets, fields, elements, strings, comments),
//! never meaning, and stops quietly at the first thing it does not understand: what was read until then stays indexed.

use super::scan::Scan;
use std::collections::BTreeMap;
use std::ops::Range;

/// What kind of brackets, if any, a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number, string, character or bare name.
    Scalar,
    /// `( … )` with named fields, or empty.
    Struct,
    /// `( … )` without names.
    Tuple,
    /// `[ … ]`.
    List,
    /// `{ … }`.
    Map,
}

/// One value of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path of the value; the second of two fields of one name ends in `#2`.
    pub path: String,
    /// Bytes of the field name or map key, if it has one.
    pub key: Option<Range<usize>>,
    /// Bytes of the value, with a variant's or struct's name and brackets.
    pub value: Range<usize>,
    /// Its brackets.
    pub shape: Shape,
    /// Byte just behind the opening bracket; the value's end for a scalar.
    pub inside: usize,
}

impl Entry {
    /// Whether the byte belongs to this value or its name.
    fn holds(&self, offset: usize) -> bool {
        let start = self.key.as_ref().map_or(self.value.start, |key| key.start);
        (start..self.value.end).contains(&offset)
    }
}

/// A mistake in the brackets, commas or quotes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Byte where it was seen.
    pub offset: usize,
    /// What should stand there.
    pub wanted: String,
}

/// Index of one text.
#[derive(Clone, Debug)]
pub struct RonIndex {
    entries: Vec<Entry>,
    by_path: BTreeMap<String, usize>,
    lines: Vec<usize>,
    malformed: Option<Malformed>,
}

impl RonIndex {
    /// Indexes a text. Never fails: see [`RonIndex::malformed`].
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut scan = Scan::new(text, 0);
        let malformed = scan.file().err();
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(i, _)| i + 1))
            .collect();
        Self {
            entries: scan.entries,
            by_path: scan.by_path,
            lines,
            malformed,
        }
    }

    /// The first mistake in the structure of the text, if there is one.
    #[must_use]
    pub fn malformed(&self) -> Option<&Malformed> {
        self.malformed.as_ref()
    }

    /// The value at exactly this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.by_path.get(path).map(|&i| &self.entries[i])
    }

    /// The value at this path or, when there is none, the nearest one that encloses it.
    #[must_use]
    pub fn enclosing(&self, path: &str) -> Option<&Entry> {
        let mut path = path;
        loop {
            if let Some(entry) = self.get(path) {
                return Some(entry);
            }
            if path.is_empty() {
                return None;
            }
            path = &path[..path.rfind(['.', '[']).unwrap_or(0)];
        }
    }

    /// The innermost value that a byte of the text belongs to, its name or key included; the whole file's when none does.
    #[must_use]
    pub fn innermost(&self, offset: usize) -> Option<&Entry> {
        // Entries stand in the order of their beginnings, so the last that holds the byte is the innermost.
        self.entries
            .iter()
            .rev()
            .find(|entry| entry.holds(offset))
            .or(self.entries.first())
    }

    /// The number, text or name that ends just before a byte.
    #[must_use]
    pub fn ended(&self, offset: usize) -> Option<&Entry> {
        self.entries
            .iter()
            .rev()
            .find(|entry| entry.value.end == offset && entry.shape == Shape::Scalar)
    }

    /// Line and column (from 1, in characters) of a byte of the text.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = offset.min(text.len());
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = self.lines[line - 1];
        (
            line,
            1 + text
                .get(start..offset)
                .map_or(0, |before| before.chars().count()),
        )
    }

    /// Byte of a line and column.
    #[must_use]
    pub fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self
            .lines
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(text.len());
        let mut characters = text[start..].char_indices();
        characters
            .nth(column.saturating_sub(1))
            .map_or(text.len(), |(i, _)| start + i)
    }
}
