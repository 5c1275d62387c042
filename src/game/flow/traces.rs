//! A learner's files beside the database, and their end.
//!
//! **Invariant:** only what is known to be theirs goes: a recording whose bytes are those of one of their attempts, with the notes and
//! reports that have its name, and a journal that bears their code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::home::Home;
use super::mode::Mode;
use crate::records::store::MAX_RECORDING_BYTES;
use crate::session::recording::Recording;

/// Folder of the reports that were taken away.
const REPORTS: &str = "reports";

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A file's bytes, if it is no longer than a recording can be.
fn bounded(path: &Path) -> Option<Vec<u8>> {
    let about = fs::symlink_metadata(path).ok()?;
    (about.is_file() && about.len() <= MAX_RECORDING_BYTES as u64).then(|| fs::read(path).ok()).flatten()
}

/// Removes the files of a learner who is known by a code, and by the sums of their recordings; how many went.
pub(super) fn remove(home: &Home, code: &str, sums: &BTreeSet<[u8; 32]>) -> usize {
    let mut gone = 0;
    let mut end = |path: &Path| gone += usize::from(fs::remove_file(path).is_ok());
    let mut stems = BTreeSet::new();
    for name in Mode::ALL.into_iter().filter_map(Mode::folder) {
        let Ok(entries) = home.folder(name).and_then(fs::read_dir) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            let theirs = match path.extension().and_then(|ending| ending.to_str()) {
                Some("fanline") => bounded(&path).is_some_and(|bytes| sums.contains(&<[u8; 32]>::from(Sha256::digest(&bytes)))),
                Some("journal") => bounded(&path).and_then(|bytes| Recording::read_journal(&bytes).ok()).is_some_and(|(recording, _)| recording.header.player == code),
                _ => false,
            };
            if theirs {
                end(&path);
                end(&path.with_extension("txt"));
                stems.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
            }
        }
    }
    if let Ok(entries) = home.folder(REPORTS).and_then(fs::read_dir) {
        for path in entries.flatten().map(|entry| entry.path()) {
            // `drill-0001.html`, `drill-0001.3.png`.
            let stem = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next()).unwrap_or_default();
            if stems.contains(stem) {
                end(&path);
            }
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_learner_s_own_files_go() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        for (name, text) in [
            ("recordings/a-0001.fanline", "mine"),
            ("recordings/a-0001.txt", "a note"),
            ("recordings/a-0002.fanline", "another's"),
            ("recordings/a-0002.txt", "another's note"),
            ("recordings/exam/b-0001.fanline", "mine"),
            ("recordings/b-0001.journal", "no journal at all"),
            ("reports/a-0001.html", "page"),
            ("reports/a-0001.1.png", "picture"),
            ("reports/a-0002.html", "another's page"),
        ] {
            put(name, text);
        }
        let sums = BTreeSet::from([Sha256::digest("mine").into()]);
        assert_eq!(remove(&home, "BCDFG", &sums), 5);
        let left = |name: &str| folder.path().join(name).exists();
        assert!(["recordings/a-0002.fanline", "recordings/a-0002.txt", "recordings/b-0001.journal", "reports/a-0002.html"].into_iter().all(left));
        assert!(!["recordings/a-0001.fanline", "recordings/a-0001.txt", "recordings/exam/b-0001.fanline", "reports/a-0001.html", "reports/a-0001.1.png"].into_iter().any(left));
    }
}
