//! Comments pinned to a replay: at a tick, and perhaps at a place of the patient.

use rusqlite::params;

use crate::geom::Vec3;
use crate::records::store::{Store, StoreError};
use crate::records::xapi::Uuid;

/// Version of the file that comments travel in.
const VERSION: u32 = 1;
const NAMESPACE: [u8; 16] = *b"fanline/pins/1.0";
/// Longest author and text, bytes; most comments of a file.
const AUTHOR: usize = 400;
const WORDS: usize = 8000;
const MOST: usize = 10_000;

/// A comment.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// SHA-256 of the sealed recording, in hexadecimal digits.
    pub recording: String,
    /// The tick it is about.
    pub tick: u64,
    /// The place it is about, mm, in the material frame.
    pub place: Option<[f64; 3]>,
    /// Who says it.
    pub author: String,
    /// What is said.
    pub words: String,
    /// When it was said, ms since 1970.
    pub at_ms: i64,
}

/// Why comments cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PinError {
    /// The file is not one of comments.
    #[error("comments: {0}")]
    File(#[from] serde_json::Error),
    /// It is of another version.
    #[error("comments: version {got}, allowed: {VERSION}")]
    Version {
        /// Version found.
        got: u32,
    },
    /// A comment has a value that is not allowed.
    #[error("comment {number}: {field}: got {got}, allowed: {allowed}")]
    Value {
        /// Number of the comment, from 1.
        number: usize,
        /// The field.
        field: &'static str,
        /// Its value.
        got: String,
        /// What is allowed.
        allowed: &'static str,
    },
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct PinFile {
    version: u32,
    pins: Vec<Pin>,
}

impl Pin {
    /// A comment at a time of a replay.
    #[must_use]
    pub fn new(recording: [u8; 32], tick: u64, place: Option<Vec3>, author: &str, words: &str, at_ms: i64) -> Self {
        Self { recording: hex(recording), tick, place: place.map(|at| at.to_array()), author: author.to_owned(), words: words.to_owned(), at_ms }
    }

    fn fault(&self) -> Option<(&'static str, String, &'static str)> {
        let short = |text: &str| text.chars().take(40).collect::<String>();
        let said = |text: &str, most: usize| !text.trim().is_empty() && text.len() <= most;
        if unhex(&self.recording).is_none() {
            return Some(("recording", short(&self.recording), "64 hexadecimal digits"));
        }
        if i64::try_from(self.tick).is_err() {
            return Some(("tick", self.tick.to_string(), "a tick of a recording"));
        }
        if self.place.is_some_and(|place| !place.iter().all(|x| x.is_finite() && x.abs() <= 10_000.0)) {
            return Some(("place", format!("{:?}", self.place), "mm within 10 m"));
        }
        if !said(&self.author, AUTHOR) {
            return Some(("author", short(&self.author), "1 to 400 bytes"));
        }
        (!said(&self.words, WORDS)).then(|| ("words", short(&self.words), "1 to 8000 bytes"))
    }

    fn uid(&self) -> Uuid {
        let place = self.place.map_or_else(String::new, |place| format!("{place:?}"));
        Uuid::of(NAMESPACE, &format!("{} {} {place} {}\n{}", self.recording, self.tick, self.author, self.words))
    }
}

pub(super) fn hex(bytes: [u8; 32]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut out = [0; 32];
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(out)
}

/// Comments as a file that can be handed on.
#[must_use]
pub fn write_pins(pins: &[Pin]) -> String {
    serde_json::to_string_pretty(&PinFile { version: VERSION, pins: pins.to_vec() }).expect("texts and finite numbers")
}

/// Reads a file of comments.
///
/// # Errors
/// [`PinError`].
pub fn read_pins(text: &str) -> Result<Vec<Pin>, PinError> {
    let file: PinFile = serde_json::from_str(text)?;
    if file.version != VERSION {
        return Err(PinError::Version { got: file.version });
    }
    if file.pins.len() > MOST {
        return Err(PinError::Value { number: MOST, field: "pins", got: file.pins.len().to_string(), allowed: "up to 10,000" });
    }
    for (i, pin) in file.pins.iter().enumerate() {
        if let Some((field, got, allowed)) = pin.fault() {
            return Err(PinError::Value { number: i + 1, field, got, allowed });
        }
    }
    Ok(file.pins)
}

impl Store {
    /// Keeps comments; one that is there already, word by word at the same time and place, is left. Gives how many are new.
    ///
    /// # Errors
    /// [`StoreError::Value`].
    pub fn add_pins(&mut self, pins: &[Pin]) -> Result<usize, StoreError> {
        self.transaction(|transaction| {
            let sql = "INSERT INTO pins (uid, recording, tick, x, y, z, author, words, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                ON CONFLICT (uid) DO NOTHING";
            let mut insert = transaction.prepare_cached(sql)?;
            let mut new = 0;
            for pin in pins {
                if let Some((field, got, allowed)) = pin.fault() {
                    return Err(StoreError::Value { field, got, allowed });
                }
                let (recording, uid) = (unhex(&pin.recording), pin.uid());
                let place = |i: usize| pin.place.map(|place| place[i]);
                new += insert.execute(params![uid.as_str(), recording, pin.tick.cast_signed(), place(0), place(1), place(2), pin.author, pin.words, pin.at_ms])?;
            }
            Ok(new)
        })
    }

    /// The comments on a recording, by their tick; on all recordings where none is named.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn pins(&self, recording: Option<[u8; 32]>) -> Result<Vec<Pin>, StoreError> {
        let sql = "SELECT recording, tick, x, y, z, author, words, at_ms FROM pins WHERE ?1 IS NULL OR recording = ?1 ORDER BY recording, tick, id";
        let mut rows = self.connection().prepare_cached(sql)?;
        let rows = rows.query_map([recording], |row| {
            let place = match (row.get(2)?, row.get(3)?, row.get(4)?) {
                (Some(x), Some(y), Some(z)) => Some([x, y, z]),
                _ => None,
            };
            Ok(Pin {
                recording: hex(row.get(0)?),
                tick: row.get::<_, i64>(1)?.cast_unsigned(),
                place,
                author: row.get(5)?,
                words: row.get(6)?,
                at_ms: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes a comment away; whether it was there.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remove_pin(&mut self, pin: &Pin) -> Result<bool, StoreError> {
        self.transaction(|transaction| Ok(transaction.execute("DELETE FROM pins WHERE uid = ?1", [pin.uid().as_str()])? > 0))
    }
}
