//! The rows of evidence that answers rest on, and how a number follows from them.
//!
//! **Invariant:** a row says where its figure was read and whether it was read at all; a key rests on rows that were.

use crate::geom::math;
use crate::source::{Content, ContentError, Problems, read};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How far a row can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It stands in a publication or a document that was read.
    Found,
    /// It follows from such figures, or from physics and the formula it names.
    Derived,
    /// A rule of this simulation, and called so where it is asked.
    Design,
    /// Memory of the field, not re-read: never a key.
    Recalled,
    /// A range without a source: never a key.
    Uncertain,
}

impl Status {
    /// Whether an answer may rest on it.
    #[must_use]
    pub fn holds(self) -> bool {
        !matches!(self, Self::Recalled | Self::Uncertain)
    }
}

/// A row of evidence.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its name: lower case with underscores.
    pub id: String,
    /// What it says.
    pub says: String,
    /// The figure, where it is one.
    #[serde(default)]
    pub figure: Option<f64>,
    /// Unit of the figure.
    #[serde(default)]
    pub unit: String,
    /// Where it was read: a key of the source list (F44, S1), a formula, or `design`.
    pub source: String,
    /// How far it can be trusted.
    pub status: Status,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvidence {
    version: u32,
    rows: Vec<Row>,
}

/// All rows.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    rows: BTreeMap<String, Row>,
}

/// Why a formula has no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormulaError {
    /// A name that is no row.
    #[error("no row \"{0}\"")]
    Row(String),
    /// A row without a figure.
    #[error("the row \"{0}\" has no figure")]
    Figure(String),
    /// Something else than the formula's grammar at this byte.
    #[error("got an unreadable formula at byte {0}, allowed numbers, rows, + - * / ( ), pi, sqrt( ), sin( ) and tan( ) of degrees")]
    Syntax(usize),
}

impl Evidence {
    /// The file of the rows.
    pub const FILE: &'static str = "assets/evidence.ron";

    /// Reads the rows.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let raw: RawEvidence = read(file, text, |raw: &RawEvidence, checker| {
            checker.version(raw.version, 1);
            checker.distinct(raw.rows.iter().enumerate().map(|(i, row)| (format!("rows[{i}].id"), row.id.as_str())));
            for (i, row) in raw.rows.iter().enumerate() {
                let path = |field: &str| format!("rows[{i}].{field}");
                let named = row.id.starts_with(|c: char| c.is_ascii_lowercase()) && row.id.chars().all(is_name);
                checker.require(&path("id"), named, format!("\"{}\"", row.id), "lower-case words with underscores");
                checker.not_empty(&path("says"), &row.says);
                checker.not_empty(&path("source"), &row.source);
                let whole = row.figure.is_none_or(f64::is_finite) && row.figure.is_none_or(|_| !row.unit.is_empty());
                checker.require(&path("figure"), whole, "a figure without a unit, or none", "a finite figure with its unit");
            }
        })?
        .value;
        Ok(Self { rows: raw.rows.into_iter().map(|row| (row.id.clone(), row)).collect() })
    }

    /// The installed rows.
    ///
    /// # Errors
    /// Why the file cannot be read, or its problems.
    pub fn load(content: &Content) -> Result<Self, EvidenceError> {
        Ok(Self::parse(Self::FILE, &content.read_text(Self::FILE)?)?)
    }

    /// A row.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.get(id)
    }

    /// All rows by name.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values()
    }

    /// The value of a formula over rows: numbers, rows by name, `+ - * / ( )`, `pi`, `sqrt( )`, `sin( )` and `tan( )` of degrees.
    ///
    /// # Errors
    /// [`FormulaError`].
    pub fn value(&self, formula: &str) -> Result<f64, FormulaError> {
        let mut reader = Reader { evidence: self, text: formula.as_bytes(), at: 0, deep: 0, used: Vec::new() };
        let value = reader.sum()?;
        if reader.peek().is_some() { Err(FormulaError::Syntax(reader.at)) } else { Ok(value) }
    }

    /// The rows that a formula names.
    ///
    /// # Errors
    /// [`FormulaError`].
    pub fn rows_of(&self, formula: &str) -> Result<Vec<String>, FormulaError> {
        let mut reader = Reader { evidence: self, text: formula.as_bytes(), at: 0, deep: 0, used: Vec::new() };
        reader.sum()?;
        Ok(reader.used)
    }
}

/// Why the evidence cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// The file cannot be read.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// Mistakes in it.
    #[error(transparent)]
    Problems(#[from] Problems),
}

fn is_name(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
}

/// Deepest nesting of a formula: it is read by recursion.
const DEEPEST: usize = 32;

/// Reads a formula by recursive descent.
struct Reader<'a> {
    evidence: &'a Evidence,
    text: &'a [u8],
    at: usize,
    deep: usize,
    used: Vec<String>,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.text.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: u8) -> bool {
        let there = self.peek() == Some(wanted);
        self.at += usize::from(there);
        there
    }

    fn sum(&mut self) -> Result<f64, FormulaError> {
        let mut value = self.product()?;
        loop {
            if self.take(b'+') {
                value += self.product()?;
            } else if self.take(b'-') {
                value -= self.product()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<f64, FormulaError> {
        let mut value = self.factor()?;
        loop {
            if self.take(b'*') {
                value *= self.factor()?;
            } else if self.take(b'/') {
                value /= self.factor()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn within(&mut self) -> Result<f64, FormulaError> {
        self.deep += 1;
        if self.deep > DEEPEST || !self.take(b'(') {
            return Err(FormulaError::Syntax(self.at));
        }
        let value = self.sum()?;
        self.deep -= 1;
        if self.take(b')') { Ok(value) } else { Err(FormulaError::Syntax(self.at)) }
    }

    fn factor(&mut self) -> Result<f64, FormulaError> {
        let start = match self.peek() {
            Some(b'(') => return self.within(),
            Some(c) if c.is_ascii_digit() || is_name(char::from(c)) => self.at,
            _ => return Err(FormulaError::Syntax(self.at)),
        };
        let number = self.text[start].is_ascii_digit();
        while self.text.get(self.at).is_some_and(|&c| if number { c.is_ascii_digit() || c == b'.' } else { is_name(char::from(c)) }) {
            self.at += 1;
        }
        let word = String::from_utf8_lossy(&self.text[start..self.at]).into_owned();
        if number {
            return word.parse().map_err(|_| FormulaError::Syntax(start));
        }
        match word.as_str() {
            "pi" => Ok(core::f64::consts::PI),
            "sin" => Ok(math::sin(self.within()?.to_radians())),
            "tan" => Ok(math::tan(self.within()?.to_radians())),
            "sqrt" => Ok(self.within()?.sqrt()),
            _ => {
                let row = self.evidence.row(&word).ok_or_else(|| FormulaError::Row(word.clone()))?;
                let figure = row.figure.ok_or_else(|| FormulaError::Figure(word.clone()))?;
                self.used.push(word);
                Ok(figure)
            }
        }
    }
}
