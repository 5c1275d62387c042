//! A person's own drills: files of the data folder, beside those that are installed.
//!
//! **Invariant:** an own drill takes no installed drill's name, and one that is wrong keeps no other from being read.

use std::collections::BTreeMap;
use std::path::Path;

use super::library::drill_file;
use super::{Drill, Known};
use crate::source::{Content, ContentError, Problem, Problems};

/// Longest file that is read, bytes: a stranger's file is no reason to run out of memory [design: a drill is two kilobytes].
pub(super) const LONGEST: u64 = 1024 * 1024;

/// An own drill as files and problems name it, from its name.
pub(super) fn file(id: &str) -> String {
    format!("{}/{id}.ron", Drill::OWN_FOLDER)
}

/// Names that the installed drills' files have, whatever is in them.
pub(super) fn stems(content: &Content) -> Result<Vec<String>, ContentError> {
    let files = content.list("levels/drills", "ron")?;
    Ok(files.iter().map(|file| file.trim_start_matches("levels/drills/").trim_end_matches(".ron").to_owned()).collect())
}

/// The text of a file that is not too long; what is wrong with it otherwise.
pub(super) fn text(file: &str, path: &Path) -> Result<String, Problems> {
    let wrong = |got: String, allowed: &str| {
        Problems(vec![Problem { file: file.to_owned(), line: 1, column: 1, field: String::new(), got, allowed: allowed.to_owned() }])
    };
    let length = std::fs::metadata(path).map_err(|error| wrong(error.to_string(), "a file that can be read"))?.len();
    if length > LONGEST {
        return Err(wrong(format!("{length} bytes"), &format!("at most {LONGEST} bytes")));
    }
    let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string(), "a file that can be read"))?;
    let text = String::from_utf8(bytes).map_err(|error| wrong(error.to_string(), "UTF-8 text"))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The own drills that can be played, and what is wrong with the others.
pub(super) struct Own {
    pub(super) found: Vec<Drill>,
    pub(super) broken: Vec<Problem>,
}

/// Reads the own drills; they are hashed as if they stood among the installed ones. `last` gives what a file was when it was last right, with its text: it stays while the file is wrong.
pub(super) fn drills(
    content: &Content,
    installed: &[String],
    known: &Known,
    sources: &mut BTreeMap<String, Vec<u8>>,
    last: impl Fn(&str) -> Option<(Drill, Vec<u8>)>,
) -> Own {
    let mut own = Own { found: Vec::new(), broken: Vec::new() };
    for path in content.own_files(Drill::OWN_FOLDER, "ron") {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if stem.starts_with('.') {
            continue;
        }
        let file = file(&stem);
        let read = text(&file, &path).and_then(|text| Ok((parse(&file, &stem, &text, installed, known)?, text.into_bytes())));
        let sound = match read {
            Ok(sound) => Some(sound),
            Err(problems) => {
                own.broken.extend(problems.0);
                last(&stem).filter(|_| !installed.contains(&stem))
            }
        };
        if let Some((drill, text)) = sound {
            sources.insert(drill_file(&stem), text);
            own.found.push(drill);
        }
    }
    own
}

/// An own drill of a file's name, which no installed drill has.
pub(super) fn parse(file: &str, stem: &str, text: &str, installed: &[String], known: &Known) -> Result<Drill, Problems> {
    let drill = Drill::parse(file, text, known)?;
    let wrong = |got: &str, allowed: &str| {
        let index = crate::source::ron_index::RonIndex::new(text);
        let (line, column) = index.get("id").map_or((1, 1), |entry| index.line_column(text, entry.value.start));
        Problems(vec![Problem { file: file.to_owned(), line, column, field: "id".to_owned(), got: format!("\"{got}\""), allowed: allowed.to_owned() }])
    };
    if drill.id != stem {
        return Err(wrong(&drill.id, &format!("the file's own name, \"{stem}\"")));
    }
    if installed.contains(&drill.id) {
        return Err(wrong(&drill.id, "a name that no installed drill has"));
    }
    Ok(drill)
}
