//! The folder in which records travel: what `export` writes and `import` reads.
//!
//! ```text
//! export.json        {"format": "fanline-records", "version": 1, "files": {"attempts.jsonl": SHA-256, …}}
//! learners.jsonl     {"uid", "name", "code", "created_ms"}
//! attempts.jsonl     {"uid", "learner", "checked", "notes", "recording": SHA-256 or null, "attempt": {…}}
//! reviews.jsonl      {"learner", "review": {…}}
//! schedule.jsonl     {"learner", "due": {…}}
//! settings.jsonl     {"learner", "key", "value"}
//! recordings/SHA-256.fanline
//! ```
//!
//! PINs do not travel: whoever has a copy could try them all. Guests do not either.
//!
//! **Invariant:** no file is named after anything but a sum of its content.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::error::at;
use super::{Attempt, Due, Review, StoreError};

/// What an export says of itself.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) format: String,
    pub(super) version: u32,
    /// Files of lines and their SHA-256.
    pub(super) files: BTreeMap<String, String>,
}

pub(super) const FORMAT: &str = "fanline-records";
pub(super) const VERSION: u32 = 1;
pub(super) const MANIFEST: &str = "export.json";
pub(super) const LINES: [&str; 5] = ["learners.jsonl", "attempts.jsonl", "reviews.jsonl", "schedule.jsonl", "settings.jsonl"];
pub(super) const RECORDINGS: &str = "recordings";
/// Longest file of lines that is read, bytes.
pub(super) const MOST_LINES: usize = 256 << 20;

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LearnerLine {
    pub(super) uid: String,
    pub(super) name: String,
    pub(super) code: String,
    pub(super) created_ms: i64,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttemptLine {
    pub(super) uid: String,
    pub(super) learner: String,
    pub(super) checked: bool,
    pub(super) notes: String,
    pub(super) recording: Option<String>,
    pub(super) attempt: Attempt,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewLine {
    pub(super) learner: String,
    pub(super) review: Review,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DueLine {
    pub(super) learner: String,
    pub(super) due: Due,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingLine {
    pub(super) learner: String,
    pub(super) key: String,
    pub(super) value: Value,
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// So many bytes from lower-case hexadecimal digits.
pub(super) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let digit = |at: usize| match digits[at] {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    if digits.len() != 2 * N {
        return None;
    }
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = 16 * digit(2 * i)? + digit(2 * i + 1)?;
    }
    Some(bytes)
}

pub(super) fn sum(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A plain file of at most so many bytes.
pub(super) fn read(path: &Path, most: usize) -> Result<Vec<u8>, StoreError> {
    let refused = |reason: String| StoreError::Refused { path: path.to_owned(), reason };
    // Asked before it is opened: a pipe would wait for ever.
    if !path.metadata().map_err(at(path))?.is_file() {
        return Err(refused("not a plain file".to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(at(path))?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(at(path))?;
    if bytes.len() > most {
        return Err(refused(format!("over {most} bytes")));
    }
    Ok(bytes)
}
