//! Notes on an attempt, in the records and in a text file beside its recording; written soon after each change.

use std::time::{Duration, Instant};

use crate::game::flow::home::Home;
use crate::game::flow::results::Results;
use crate::game::panels::debrief::Kept;

/// Rest after which what was typed is written, and the longest that it waits.
const REST: Duration = Duration::from_millis(300);
const LONGEST: Duration = Duration::from_millis(700);

/// The notes on an attempt.
#[derive(Default)]
pub(super) struct Notes {
    /// File below the data folder; none for an attempt without a recording.
    file: Option<String>,
    /// Number of the attempt in the records.
    kept: Option<i64>,
    /// As they are shown.
    pub(super) text: String,
    /// When they were first and last changed since they were written.
    changed: Option<(Instant, Instant)>,
    failed: bool,
}

impl Notes {
    /// Those on an attempt: its recording in a folder, and its number in the records.
    pub(super) fn of((recording, folder): (&str, Option<&'static str>), home: &Home, kept: Option<i64>, results: &Results) -> Self {
        let file = recording.strip_suffix(".fanline").zip(folder).map(|(stem, folder)| format!("{folder}/{stem}.txt"));
        let there = kept.map(|kept| results.records().notes(kept)).filter(|text| !text.is_empty());
        let text = there.or_else(|| home.read(file.as_ref()?)).unwrap_or_default();
        Self { text, file, kept, ..Self::default() }
    }

    /// Changes them.
    pub(super) fn change(&mut self, text: String) {
        let now = Instant::now();
        self.text = text;
        self.changed = Some((self.changed.map_or(now, |(first, _)| first), now));
    }

    /// Writes them when it is time.
    pub(super) fn tend(&mut self, home: &Home, results: &mut Results) {
        if self.changed.is_some_and(|(first, last)| last.elapsed() >= REST || first.elapsed() >= LONGEST) {
            self.write(home, results);
        }
    }

    /// Writes them now, if they have changed.
    pub(super) fn write(&mut self, home: &Home, results: &mut Results) {
        if self.changed.take().is_none() {
            return;
        }
        let in_records = self.kept.is_none_or(|kept| results.set_notes(kept, &self.text));
        let in_file = self.file.as_ref().is_none_or(|file| home.write(file, &self.text).is_ok());
        self.failed = !(in_records && in_file);
    }

    /// How they stand.
    pub(super) fn kept(&self) -> Kept {
        match () {
            () if (self.file.is_none() && self.kept.is_none()) || self.failed => Kept::Nowhere,
            () if self.changed.is_some() => Kept::Writing,
            () => Kept::Saved,
        }
    }
}
