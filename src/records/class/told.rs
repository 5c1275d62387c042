//! What the class has done, as statements for a learning record store.

use super::cohort_of::{counts, of_kept};
use crate::records::store::{Store, StoreError};
use crate::records::xapi::{AttemptTold, Statement, Teller};

/// A statement for each attempt of the members that counts and was scored in full, with its learner. Attempts of before recordings were kept are known by their number in the records; `about` gives a drill's title and pass mark.
///
/// # Errors
/// When the database cannot be read.
pub fn statements(store: &Store, teller: &Teller, about: impl Fn(&str) -> (String, Option<f64>)) -> Result<Vec<(Option<i64>, Statement)>, StoreError> {
    let mut statements = Vec::new();
    for member in store.members()? {
        for kept in store.attempts(member.learner)?.iter().filter(|kept| counts(kept)) {
            let attempt = &kept.attempt;
            let seen = of_kept(0, kept);
            let (Some(scores), Some(at_ms), Some(nodule_probability)) = (seen.scores, seen.at_ms, seen.nodule_probability) else { continue };
            let (title, pass_mark) = about(&attempt.drill);
            let told = AttemptTold {
                account: member.account.clone(),
                name: member.name.clone(),
                drill: attempt.drill.clone(),
                title,
                drill_hash: attempt.drill_hash.clone(),
                seed: attempt.seed,
                recording: kept.recording.map_or_else(|| uid_text(kept.uid), super::pins::hex),
                at_ms,
                seconds: attempt.time_s.unwrap_or_default(),
                total: seen.total,
                passed: seen.passed,
                pass_mark,
                critical: seen.critical,
                scores,
                nodule_probability,
                findings: seen.findings,
            };
            let refused = |error: crate::records::xapi::NotAllowed| StoreError::Value { field: error.what, got: error.got, allowed: error.allowed };
            statements.push((Some(member.learner), teller.attempt(&told).map_err(refused)?));
        }
    }
    Ok(statements)
}

fn uid_text(uid: [u8; 16]) -> String {
    uid.iter().fold("uid:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}
