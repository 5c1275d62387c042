//! Which findings get a number on the pictures.

use crate::scoring::{Finding, Scorecard, Severity};

/// Findings that are told in full, and the most that get a number; the others are listed in a line each.
pub(super) const TOLD: usize = 8;

/// A finding with the number that stands beside it and on the dose map.
pub(super) struct Marked<'a> {
    /// Number from 1; none when it has no place, was done well, or cost little.
    pub(super) number: Option<usize>,
    /// The finding.
    pub(super) finding: &'a Finding,
}

/// All findings in their order; those told in full that have a place are numbered.
pub(super) fn marked(card: &Scorecard) -> Vec<Marked<'_>> {
    let mut last = 0;
    card.findings
        .iter()
        .enumerate()
        .map(|(i, finding)| {
            let shown = i < TOLD && finding.at.is_some() && finding.severity != Severity::WellDone;
            last += usize::from(shown);
            Marked { number: shown.then_some(last), finding }
        })
        .collect()
}
