//! The tension tables: relaxed skin tension lines as courses through anchors, for any patient (`assets/anatomy/tension.ron`, `tension_hand.ron`).
//!
//! **Invariant:** a parsed table names only landmarks that it was told of, and every line has a length.

use super::anchor::Anchor;
use super::hazard::Certainty;
use crate::source::{self, Problems};
use serde::Deserialize;

/// A line of the tables: a course on the skin along which the direction is known.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TensionLine {
    /// Name, `snake_case`.
    pub name: String,
    /// How well its direction is known.
    pub certainty: Certainty,
    /// Where the direction comes from.
    pub source: String,
    /// Through these anchors; one through a left landmark stands for both sides.
    pub path: Vec<Anchor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTension {
    version: u32,
    base: String,
    lines: Vec<TensionLine>,
}

/// The tension tables of one base, for any patient on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TensionTables {
    /// What they lie on: `head` or `hand`.
    pub base: String,
    /// The lines.
    pub lines: Vec<TensionLine>,
}

impl TensionTables {
    /// Path of the head's tables below the content root.
    pub const FILE: &'static str = "assets/anatomy/tension.ron";
    /// Path of the hand's tables below the content root.
    pub const HAND_FILE: &'static str = "assets/anatomy/tension_hand.ron";

    /// Reads tension tables; `landmarks` are the names that anchors may use.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(file: &str, text: &str, landmarks: &[&str]) -> Result<Self, Problems> {
        let raw = source::read(file, text, |raw: &RawTension, check| {
            check.version(raw.version, 1);
            check.not_empty("base", &raw.base);
            check.require("lines", !raw.lines.is_empty(), "no lines", "at least one line");
            check.distinct(raw.lines.iter().enumerate().map(|(i, line)| (format!("lines[{i}].name"), line.name.as_str())));
            for (i, line) in raw.lines.iter().enumerate() {
                check.not_empty(&format!("lines[{i}].name"), &line.name);
                check.not_empty(&format!("lines[{i}].source"), &line.source);
                check.require(&format!("lines[{i}].path"), line.path.len() >= 2, format!("{} anchors", line.path.len()), "at least 2 anchors");
                for (k, anchor) in line.path.iter().enumerate() {
                    for (below, got, allowed) in anchor.problems(landmarks) {
                        check.require(&format!("lines[{i}].path[{k}].{below}"), false, got, allowed);
                    }
                }
            }
        })?;
        Ok(Self { base: raw.value.base, lines: raw.value.lines })
    }
}
