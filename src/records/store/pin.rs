//! A learner's PIN: kept as a salted, slow hash.
//!
//! It keeps honest people apart on a shared machine. It is no protection against someone who has the file: four digits are 10,000
//! guesses, and the records themselves are not encrypted.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::StoreError;

/// Rounds of a new hash (OWASP, Password Storage Cheat Sheet, 2023: PBKDF2-HMAC-SHA256 600,000).
const ROUNDS: u32 = 600_000;
/// Longest PIN, bytes.
const MOST: usize = 100;
const BLOCK: usize = 64;

/// HMAC-SHA-256 (RFC 2104) with the key's two pads already taken in.
struct Hmac {
    inner: Sha256,
    outer: Sha256,
}

impl Hmac {
    fn new(key: &[u8]) -> Self {
        let mut block = [0; BLOCK];
        if key.len() > BLOCK {
            block[..32].copy_from_slice(&Sha256::digest(key));
        } else {
            block[..key.len()].copy_from_slice(key);
        }
        let with = |pad: u8| Sha256::new_with_prefix(block.map(|byte| byte ^ pad));
        Self { inner: with(0x36), outer: with(0x5c) }
    }

    fn of(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut inner = self.inner.clone();
        parts.iter().for_each(|part| inner.update(part));
        let mut outer = self.outer.clone();
        outer.update(inner.finalize());
        outer.finalize().into()
    }
}

/// PBKDF2 (RFC 8018, 5.2) with HMAC-SHA-256; fills `key`.
pub fn pbkdf2_hmac_sha256(password: &[u8], salt: &[u8], rounds: u32, key: &mut [u8]) {
    let hmac = Hmac::new(password);
    for (i, block) in key.chunks_mut(32).enumerate() {
        let number = (i as u32).wrapping_add(1).to_be_bytes();
        let mut last = hmac.of(&[salt, &number]);
        let mut sum = last;
        for _ in 1..rounds {
            last = hmac.of(&[&last]);
            sum.iter_mut().zip(last).for_each(|(sum, byte)| *sum ^= byte);
        }
        block.copy_from_slice(&sum[..block.len()]);
    }
}

/// Equal or not, in a time that does not say where they differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}

/// Sets a learner's PIN, or takes it away.
pub(super) fn set(connection: &Connection, learner: i64, pin: Option<&str>) -> Result<(), StoreError> {
    let changed = match pin {
        None => connection.execute("UPDATE learners SET pin_salt = NULL, pin_rounds = NULL, pin_hash = NULL WHERE id = ?1", [learner])?,
        Some(pin) => {
            let pin = super::checked("pin", pin, MOST)?;
            let salt: [u8; 16] = connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
            let mut hash = [0; 32];
            pbkdf2_hmac_sha256(pin.as_bytes(), &salt, ROUNDS, &mut hash);
            let sql = "UPDATE learners SET pin_salt = ?2, pin_rounds = ?3, pin_hash = ?4 WHERE id = ?1";
            connection.execute(sql, params![learner, salt, ROUNDS, hash])?
        }
    };
    match changed {
        0 => Err(StoreError::NoLearner { got: learner.to_string() }),
        _ => Ok(()),
    }
}

/// Whether a learner may be taken for who they say: the PIN is right, or they have none.
pub(super) fn check(connection: &Connection, learner: i64, pin: &str) -> Result<bool, StoreError> {
    let sql = "SELECT pin_salt, pin_rounds, pin_hash FROM learners WHERE id = ?1";
    let kept: Option<(Option<[u8; 16]>, Option<u32>, Option<[u8; 32]>)> =
        connection.query_row(sql, [learner], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    match kept {
        None => Err(StoreError::NoLearner { got: learner.to_string() }),
        Some((Some(salt), Some(rounds), Some(hash))) => {
            let mut given = [0; 32];
            pbkdf2_hmac_sha256(pin.as_bytes(), &salt, rounds, &mut given);
            Ok(pin.len() <= MOST && same(&given, &hash))
        }
        Some(_) => Ok(true),
    }
}
