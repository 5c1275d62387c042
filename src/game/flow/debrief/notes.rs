//! Notes beside a recording: a text file of its name, written soon after each change.

use std::time::{Duration, Instant};

use crate::game::flow::home::Home;
use crate::game::panels::debrief::Kept;

/// Rest after which what was typed is written, and the longest that it waits.
const REST: Duration = Duration::from_millis(300);
const LONGEST: Duration = Duration::from_millis(700);

/// The notes on an attempt.
#[derive(Default)]
pub(super) struct Notes {
    /// File below the data folder; none for an attempt without a recording.
    file: Option<String>,
    /// As they are shown.
    pub(super) text: String,
    /// When they were first and last changed since they were written.
    changed: Option<(Instant, Instant)>,
    failed: bool,
}

impl Notes {
    /// Those of a recording in a folder.
    pub(super) fn of(recording: &str, folder: Option<&'static str>, home: &Home) -> Self {
        let (Some(stem), Some(folder)) = (recording.strip_suffix(".fanline"), folder) else { return Self::default() };
        let file = format!("{folder}/{stem}.txt");
        Self { text: home.read(&file).unwrap_or_default(), file: Some(file), ..Self::default() }
    }

    /// Changes them.
    pub(super) fn change(&mut self, text: String) {
        let now = Instant::now();
        self.text = text;
        self.changed = Some((self.changed.map_or(now, |(first, _)| first), now));
    }

    /// Writes them when it is time.
    pub(super) fn tend(&mut self, home: &Home) {
        if self.changed.is_some_and(|(first, last)| last.elapsed() >= REST || first.elapsed() >= LONGEST) {
            self.write(home);
        }
    }

    /// Writes them now, if they have changed.
    pub(super) fn write(&mut self, home: &Home) {
        if let (Some(_), Some(file)) = (self.changed.take(), &self.file) {
            self.failed = home.write(file, &self.text).is_err();
        }
    }

    /// How they stand.
    pub(super) fn kept(&self) -> Kept {
        match () {
            () if self.file.is_none() || self.failed => Kept::Nowhere,
            () if self.changed.is_some() => Kept::Writing,
            () => Kept::Saved,
        }
    }
}
