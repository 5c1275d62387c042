//! Which findings get a number on the pictures.

use crate::scoring::{Finding, Scorecard, Severity};

/// A finding with the number that stands beside it and on the dose map.
pub(super) struct Marked<'a> {
    /// Number from 1; none when it has no place or was done well.
    pub(super) number: Option<usize>,
    /// The finding.
    pub(super) finding: &'a Finding,
}

/// All findings in their order; those with a place are numbered.
pub(super) fn marked(card: &Scorecard) -> Vec<Marked<'_>> {
    let mut last = 0;
    card.findings
        .iter()
        .map(|finding| {
            let shown = finding.at.is_some() && finding.severity != Severity::WellDone;
            last += usize::from(shown);
            Marked { number: shown.then_some(last), finding }
        })
        .collect()
}
