//! Files to take away: the report as a page, the window as a picture.

use std::path::PathBuf;

use super::Debriefing;
use crate::game::flow::home::{Home, replace};
use crate::game::panels::debrief::Export;
use crate::game::theme::State;
use crate::lang::{Lang, Value};
use crate::records;

/// Folder below the data folder.
const FOLDER: &str = "reports";

/// Files that were asked for.
#[derive(Default)]
pub(in crate::game::flow) struct Exports {
    /// The page, or why there is none.
    page: Option<Result<PathBuf, String>>,
    /// The picture; it is there a moment after it was asked for.
    picture: Option<Result<PathBuf, String>>,
    /// A picture still to take of the window.
    pub(in crate::game::flow) wanted: Option<PathBuf>,
}

impl Exports {
    /// The panels' view.
    pub(super) fn model(&self, lang: &Lang) -> Vec<Export> {
        let one = |result: &Result<PathBuf, String>| match result {
            Ok(path) if path.exists() => Export { text: path.display().to_string(), state: State::Target },
            Ok(path) => {
                let path = [("path", Value::text(path.display().to_string()))];
                Export { text: lang.text("debrief-export-writing", &path), state: State::Neutral }
            }
            Err(reason) => {
                let reason = [("reason", Value::text(reason))];
                Export { text: lang.text("debrief-export-failed", &reason), state: State::Fault }
            }
        };
        [&self.page, &self.picture].into_iter().flatten().map(one).collect()
    }

    /// Files that are there.
    pub(in crate::game::flow) fn files(&self) -> Vec<String> {
        let paths = [&self.page, &self.picture].into_iter().flatten().filter_map(|result| result.as_ref().ok());
        paths.filter(|path| path.exists()).map(|path| path.display().to_string()).collect()
    }
}

impl Debriefing {
    /// Name of the files, without their ending: the recording's.
    fn stem(&self) -> String {
        let stem = self.recording.strip_suffix(".fanline").filter(|stem| !stem.is_empty());
        stem.map_or_else(|| format!("{}-{}", self.drill.id, self.seed), str::to_owned)
    }

    fn file(&self, home: &Home, ending: &str) -> Result<PathBuf, String> {
        let folder = home.folder(FOLDER).map_err(|error| error.to_string())?;
        Ok(folder.join(format!("{}.{ending}", self.stem())))
    }

    /// Writes the report: the page that `fanline report` makes of the recording.
    pub(in crate::game::flow) fn page(&mut self, who: &str, hash: &str, lang: &Lang, home: &Home) {
        let write = || {
            let html = records::report(&self.drill, hash, &[(who, &self.session, &self.scorecard)], lang);
            let path = self.file(home, "html")?;
            replace(&path, html.map_err(|error| error.to_string())?.as_bytes()).map_err(|error| error.to_string())?;
            Ok(path)
        };
        self.exports.page = Some(write());
    }

    /// Asks for a picture of the window; each has a file of its own.
    pub(in crate::game::flow) fn picture(&mut self, home: &Home) {
        let free = (1..10_000).map(|number| self.file(home, &format!("{number}.png")));
        let path = free.into_iter().find(|path| path.as_ref().map_or(true, |path| !path.exists()));
        self.exports.wanted = path.as_ref().and_then(|path| path.as_ref().ok()).cloned();
        self.exports.picture = path;
    }
}
