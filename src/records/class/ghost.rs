//! The instructor's pass: a verified recording that is shown as a drill's ghost.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::drill::{Library, attempt};
use crate::records::store::{MAX_RECORDING_BYTES, Store, StoreError};
use crate::records::xapi::text::shown;
use crate::session::recording::Recording;

/// A drill's ghost.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Ghost {
    /// The drill.
    pub drill: String,
    /// Who played it.
    pub player: String,
    /// Its total when it was set.
    pub total: f64,
    /// When it was set, ms since 1970.
    pub set_ms: i64,
    /// SHA-256 of the sealed recording, in hexadecimal digits.
    pub recording: String,
}

impl Store {
    /// Makes a sealed recording the ghost of its drill, in the place of one that is there. It is simulated again first.
    ///
    /// # Errors
    /// [`StoreError::Value`] with the reason when it is not verified.
    pub fn set_ghost(&mut self, library: &Library, bytes: &[u8], now_ms: i64) -> Result<Ghost, StoreError> {
        let refused = |got: String, allowed| StoreError::Value { field: "recording", got, allowed };
        if bytes.len() > MAX_RECORDING_BYTES {
            return Err(refused(format!("{} bytes", bytes.len()), "up to 64 MiB"));
        }
        let recording = Recording::read_sealed(bytes).map_err(|error| refused(shown(&error.to_string(), 200), "a sealed recording"))?;
        let header = &recording.header;
        let unknown = || refused(format!("drill \"{}\"", shown(&header.drill, 80)), "an installed drill");
        let drill = library.any_drill(&header.drill).map_err(|_| unknown())?;
        let setup = library.setup(&drill, header.seed).map_err(|_| unknown())?;
        let rubric = library.rubric(&drill.rubric).map_err(|_| unknown())?;
        let verified = attempt::verify_and_score(&recording, &library.hash(&drill), setup, rubric)
            .map_err(|verdict| refused(shown(verdict.reason.as_deref().unwrap_or("not verified"), 200), "what the simulation gives"))?;
        let ghost = Ghost {
            drill: drill.id.clone(),
            player: shown(&header.player, 80),
            total: verified.scorecard.total,
            set_ms: now_ms,
            recording: super::pins::hex(Sha256::digest(bytes).into()),
        };
        let sum: [u8; 32] = Sha256::digest(bytes).into();
        self.transaction(|transaction| {
            let sql = "INSERT INTO ghosts (drill, sha256, bytes, player, total, set_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT (drill) DO UPDATE SET sha256 = excluded.sha256, bytes = excluded.bytes, player = excluded.player,
                total = excluded.total, set_ms = excluded.set_ms";
            transaction.execute(sql, params![ghost.drill, sum, bytes, ghost.player, ghost.total, ghost.set_ms])?;
            Ok(())
        })?;
        Ok(ghost)
    }

    /// All ghosts, by drill.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ghosts(&self) -> Result<Vec<Ghost>, StoreError> {
        let mut rows = self.connection().prepare("SELECT drill, player, total, set_ms, sha256 FROM ghosts ORDER BY drill")?;
        let rows = rows.query_map([], |row| {
            Ok(Ghost { drill: row.get(0)?, player: row.get(1)?, total: row.get(2)?, set_ms: row.get(3)?, recording: super::pins::hex(row.get(4)?) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The sealed recording of a drill's ghost.
    ///
    /// # Errors
    /// [`StoreError::Row`] when its bytes have changed.
    pub fn ghost(&self, drill: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT rowid, sha256, bytes FROM ghosts WHERE drill = ?1";
        let found: Option<(i64, [u8; 32], Vec<u8>)> =
            self.connection().prepare_cached(sql)?.query_row([drill], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        match found {
            Some((id, sum, bytes)) if Sha256::digest(&bytes)[..] != sum => {
                Err(StoreError::Row { table: "ghosts", id, reason: "its bytes are not those that were kept".to_owned() })
            }
            found => Ok(found.map(|found| found.2)),
        }
    }

    /// Takes a drill's ghost away; whether there was one.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remove_ghost(&mut self, drill: &str) -> Result<bool, StoreError> {
        self.transaction(|transaction| Ok(transaction.execute("DELETE FROM ghosts WHERE drill = ?1", [drill])? > 0))
    }
}
