//! Sending what is queued: in batches, patiently, and so that one bad statement stops no other.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::Queued;
use crate::records::store::{Store, StoreError};

/// Statements of the first request, and the most of one. It doubles while the store takes them: a store that looks through all that it
/// holds at each request (Ralph's file backend does) is asked less often, and a request that is lost costs little at first.
const BATCH: usize = 100;
const MOST: usize = 1600;
/// First pause after a failure, and the longest, ms [design].
const FIRST_MS: i64 = 500;
const LONGEST_MS: i64 = 3_600_000;
/// Requests in a row that may fail before it is waited between them.
const FAILURES: u32 = 4;

/// What the store said to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It has all of them.
    Taken,
    /// It will not have the request as it is; sending it again would not help.
    Refused(String),
    /// It has failed over the request: perhaps because of what it holds, perhaps not.
    Failed(String),
    /// It cannot be reached, is busy or does not answer; the request may have arrived. So many ms are to be waited if it says so.
    Away(String, Option<i64>),
    /// It takes nothing from us: wrong credentials, a wrong address.
    Closed(String),
}

/// A learning record store to send to.
pub trait Lrs {
    /// Sends a JSON array of statements.
    fn post(&mut self, statements: &str) -> Answer;
}

/// The time, of whoever sends.
pub trait Clock {
    /// Now, ms since 1970.
    fn now_ms(&self) -> i64;
    /// Waits.
    fn wait_ms(&mut self, ms: i64);
}

/// How long to go on while the store fails or is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// The pauses may take so long together, ms.
    pub total_ms: i64,
    /// Seed of the pauses' jitter.
    pub seed: u64,
}

/// What came of a push.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Pushed {
    /// Statements that the store has acknowledged.
    pub sent: usize,
    /// Statements that it refused, now set aside.
    pub aside: usize,
    /// Statements still queued.
    pub left: u32,
    /// Requests made.
    pub requests: usize,
    /// Why it ended with statements left.
    pub stopped: Option<String>,
}

/// Sends all that is due until nothing is left, the store is closed to us, or patience ends. `progress` hears of each acknowledged batch.
///
/// # Errors
/// When the records cannot be read or written; what the store says is no error.
pub fn push(store: &mut Store, lrs: &mut impl Lrs, clock: &mut impl Clock, patience: Patience, mut progress: impl FnMut(&Pushed)) -> Result<Pushed, StoreError> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(patience.seed);
    let mut pushed = Pushed::default();
    let (mut failures, mut waited) = (0u32, 0i64);
    let mut size = BATCH;
    let mut last_failure = String::new();
    loop {
        let now = clock.now_ms();
        let mut batch = store.due(now, size)?;
        let Some(tries) = batch.first().map(|one| one.tries) else {
            let Some(next) = store.next_due_ms()? else { break };
            let wait = (next - now).max(1);
            if waited + wait > patience.total_ms {
                pushed.stopped = Some(if last_failure.is_empty() { "not due yet".to_owned() } else { last_failure });
                break;
            }
            waited += wait;
            clock.wait_ms(wait);
            continue;
        };
        batch.truncate((size >> tries.min(31)).max(1));
        let requests = pushed.requests;
        let answer = send(store, lrs, &batch, &mut pushed)?;
        let whole = answer.is_none() && pushed.requests == requests + 1;
        size = if whole { (2 * size).min(MOST) } else { BATCH };
        let (reason, asked, failed) = match answer {
            None => {
                failures = 0;
                progress(&pushed);
                continue;
            }
            Some(Answer::Closed(reason)) => {
                pushed.stopped = Some(reason);
                break;
            }
            Some(Answer::Away(reason, asked)) => (reason, asked, false),
            Some(Answer::Failed(reason) | Answer::Refused(reason)) => (reason, None, true),
            Some(Answer::Taken) => continue,
        };
        // Full jitter over the upper half: many machines of a class do not come back all at once.
        let pause = (FIRST_MS << failures.min(13)).min(LONGEST_MS);
        let pause = (pause / 2 + random.random_range(0..=pause / 2)).max(asked.unwrap_or(0).clamp(0, LONGEST_MS));
        failures += 1;
        last_failure = reason;
        store.put_off(&batch, clock.now_ms().saturating_add(pause), failed)?;
        // Away for this batch is away for all, and so is failing again and again.
        if !failed || failures > FAILURES {
            if waited + pause > patience.total_ms {
                pushed.stopped = Some(last_failure);
                break;
            }
            waited += pause;
            clock.wait_ms(pause);
        }
    }
    pushed.left = store.outbox()?.queued;
    Ok(pushed)
}

/// Sends a batch; where it is refused, its halves, down to the one that is to blame. Gives the answer that stopped it, if one did.
fn send(store: &mut Store, lrs: &mut impl Lrs, batch: &[Queued], pushed: &mut Pushed) -> Result<Option<Answer>, StoreError> {
    let body = batch.iter().map(|one| one.statement.as_str()).collect::<Vec<_>>().join(",");
    pushed.requests += 1;
    match lrs.post(&format!("[{body}]")) {
        Answer::Taken => {
            store.mark_sent(batch)?;
            pushed.sent += batch.len();
            Ok(None)
        }
        Answer::Refused(reason) => match batch {
            [one] => {
                store.mark_aside(one, &reason)?;
                pushed.aside += 1;
                Ok(None)
            }
            _ => {
                let (first, second) = batch.split_at(batch.len() / 2);
                if let Some(stopped) = send(store, lrs, first, pushed)? {
                    return Ok(Some(stopped));
                }
                send(store, lrs, second, pushed)
            }
        },
        other => Ok(Some(other)),
    }
}
