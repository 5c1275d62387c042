//! What the class has done, as statements for a learning record store.

use super::cohort_of::{counts, of_kept};
use super::roster::Member;
use crate::records::store::{KeptAttempt, Store, StoreError};
use crate::records::xapi::{AttemptTold, Iri, LanguageTag, NotAllowed, RoundTold, Statement, Teller};

/// Home page of accounts that are no mail address, where none is given. The domain is reserved and leads nowhere.
pub const HOME_PAGE: &str = "https://fanline.example/class";

fn refused(error: NotAllowed) -> StoreError {
    StoreError::Value { field: error.what, got: error.got, allowed: error.allowed }
}

/// This program as a teller: with a home page of its accounts, in a language.
///
/// # Errors
/// A home page that is no IRI, or a language that is no tag.
pub fn teller(home_page: &str, language: &str) -> Result<Teller, NotAllowed> {
    Ok(Teller { home_page: Iri::new(home_page)?, language: LanguageTag::new(language)?, platform: format!("Fanline {}", env!("CARGO_PKG_VERSION")) })
}

/// The statement about a member's attempt, if it counts and was scored in full. One of before recordings were kept is known by its number
/// in the records; `about` gives a drill's title and pass mark.
fn statement(member: &Member, kept: &KeptAttempt, teller: &Teller, about: &impl Fn(&str) -> (String, Option<f64>)) -> Result<Option<Statement>, StoreError> {
    if !counts(kept) {
        return Ok(None);
    }
    let attempt = &kept.attempt;
    let seen = of_kept(0, kept);
    let (Some(scores), Some(at_ms), Some(nodule_probability)) = (seen.scores, seen.at_ms, seen.nodule_probability) else { return Ok(None) };
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
    teller.attempt(&told).map(Some).map_err(refused)
}

/// A statement for each attempt of the members that counts and was scored in full, with its learner; `about` gives a drill's title and
/// pass mark.
///
/// # Errors
/// When the database cannot be read.
pub fn statements(store: &Store, teller: &Teller, about: impl Fn(&str) -> (String, Option<f64>)) -> Result<Vec<(Option<i64>, Statement)>, StoreError> {
    let mut statements = Vec::new();
    for member in store.members()? {
        for kept in &store.attempts(member.learner)? {
            statements.extend(statement(&member, kept, teller, &about)?.map(|statement| (Some(member.learner), statement)));
        }
    }
    Ok(statements)
}

impl Store {
    /// The member of the class that a learner is.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn member(&self, learner: i64) -> Result<Option<Member>, StoreError> {
        Ok(self.members()?.into_iter().find(|member| member.learner == learner))
    }

    /// Queues what is to be told of an attempt, if its learner is a member and it counts; says whether it was queued. It is sent by nobody
    /// but [`push`](crate::records::outbox::push).
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn queue_attempt(&mut self, attempt: i64, teller: &Teller, title: &str, pass_mark: Option<f64>, now_ms: i64) -> Result<bool, StoreError> {
        let kept = self.attempt(attempt)?;
        let Some(member) = self.member(kept.learner)? else { return Ok(false) };
        let Some(statement) = statement(&member, &kept, teller, &|_: &str| (title.to_owned(), pass_mark))? else { return Ok(false) };
        Ok(self.queue(&[(Some(kept.learner), statement)], now_ms)? > 0)
    }

    /// Queues what is to be told of a quiz round, if the learner is a member; account and name are put in here. Says whether it was queued.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn queue_round(&mut self, learner: i64, teller: &Teller, round: &RoundTold, now_ms: i64) -> Result<bool, StoreError> {
        let Some(member) = self.member(learner)? else { return Ok(false) };
        let told = RoundTold { account: member.account, name: member.name, ..round.clone() };
        let statement = teller.round(&told).map_err(refused)?;
        Ok(self.queue(&[(Some(learner), statement)], now_ms)? > 0)
    }
}

fn uid_text(uid: [u8; 16]) -> String {
    uid.iter().fold("uid:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}
