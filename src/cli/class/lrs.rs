//! `fanline class push|pull`: to and from a learning record store.
//!
//! **Invariant:** its address and credentials come from the environment and are written nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::{now_ms, open, pages, refused};
use crate::cli::error::at;
use crate::cli::say::say;
use crate::cli::{CliError, print_json};
use crate::lang::Lang;
use crate::records::class::{Cohort, HOME_PAGE, statements, teller};
use crate::records::class_page::attempts_csv;
use crate::records::outbox::{Clock, Endpoint, Limits, Patience, pull as read_back, push as send};
use crate::records::store::Store;
use crate::records::xapi::{AttemptTold, Statement, Timestamp, read_attempt};
use crate::source::Content;

struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        now_ms()
    }

    fn wait_ms(&mut self, ms: i64) {
        std::thread::sleep(Duration::from_millis(u64::try_from(ms).unwrap_or_default()));
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The store that the environment names.
fn endpoint() -> Result<Endpoint, CliError> {
    let address = variable("FANLINE_LRS_URL").ok_or_else(|| refused("FANLINE_LRS_URL", "nothing", "the address of a learning record store, as https://lrs.example/xAPI"))?;
    let (user, password) = (variable("FANLINE_LRS_USER"), variable("FANLINE_LRS_PASSWORD"));
    let credentials = user.as_deref().map(|user| (user, password.as_deref().unwrap_or_default()));
    let endpoint = Endpoint::new(&address, credentials, Limits::default())?;
    if endpoint.is_open_to_ears() {
        eprintln!("FANLINE_LRS_URL: http is not encrypted: the password and the names can be read on the way");
    }
    Ok(endpoint)
}

pub(super) fn push(wait_s: u32, retry: bool, language: &str, json: bool) -> Result<u8, CliError> {
    let mut endpoint = endpoint()?;
    let mut store = open()?;
    let content = Content::find()?;
    let lang = Lang::load(&content, language)?;
    let home = variable("FANLINE_LRS_HOME").unwrap_or_else(|| HOME_PAGE.to_owned());
    let teller = teller(&home, lang.code()).map_err(|error| refused("FANLINE_LRS_HOME", &home, error.allowed))?;
    let about = pages::about(&content, &store, &lang)?;
    let of_drill = |drill: &str| about.drills.get(drill).map_or_else(|| (drill.to_owned(), None), |about| (about.title.clone(), about.pass_mark));
    let now = now_ms();
    let queued = store.queue(&statements(&store, &teller, of_drill)?, now)?;
    if retry {
        store.retry_aside()?;
    }
    store.wake_outbox()?;
    let all = store.outbox()?.queued;
    let speaks = !json && std::io::stderr().is_terminal();
    let patience = Patience { total_ms: 1000 * i64::from(wait_s), seed: now.cast_unsigned() };
    let mut told = 0;
    let pushed = send(&mut store, &mut endpoint, &mut SystemClock, patience, |so_far| {
        if speaks && so_far.sent >= told + 1000 {
            told = so_far.sent;
            eprintln!("{told} of {all}");
        }
    })?;
    let aside = store.aside()?;
    if json {
        print_json(&json!({
            "queued": queued, "sent": pushed.sent, "aside": pushed.aside, "left": pushed.left, "requests": pushed.requests,
            "stopped": pushed.stopped, "refused": aside,
        }));
    } else {
        say!("{} sent, {} refused, {} left", pushed.sent, pushed.aside, pushed.left);
        for one in &aside {
            eprintln!("{}: {}", one.id, one.reason);
        }
        if let Some(reason) = &pushed.stopped {
            eprintln!("{reason}");
        }
    }
    Ok(u8::from(pushed.left > 0 || pushed.aside > 0))
}

/// What the store holds of Fanline, once each.
pub(super) fn told() -> Result<Vec<AttemptTold>, CliError> {
    Ok(attempts(&read_back(&endpoint()?, None)?.statements))
}

fn attempts(statements: &[Statement]) -> Vec<AttemptTold> {
    let mut seen = BTreeSet::new();
    statements.iter().filter(|statement| seen.insert(statement.id.as_str())).filter_map(read_attempt).collect()
}

pub(super) fn pull(since: Option<&str>, out: Option<&Path>, json: bool) -> Result<u8, CliError> {
    if let Some(since) = since {
        Timestamp::new(since).map_err(|error| refused("--since", since, error.allowed))?;
    }
    let endpoint = endpoint()?;
    let store = open()?;
    let pulled = read_back(&endpoint, since)?;
    let (identical, different, missing) = compare(&store, &pulled.statements, since.is_none())?;
    let attempts = attempts(&pulled.statements);
    if let Some(out) = out {
        std::fs::write(out, attempts_csv(&Cohort::of_told(&attempts, store.is_blind()?))).map_err(at(out))?;
    }
    let read = pulled.statements.len() + pulled.unread;
    if json {
        print_json(&json!({
            "read": read, "attempts": attempts.len(), "identical": identical, "different": different, "missing": missing,
            "unread": pulled.unread, "out": out,
        }));
    } else {
        say!("{read} statements, {} of them attempts; of those sent from here {identical} are there as they were sent, {different} differ, {missing} are missing", attempts.len());
        if let Some(error) = &pulled.first_unread {
            eprintln!("{} of other shapes; the first: {error}", pulled.unread);
        }
    }
    Ok(u8::from(different + missing > 0))
}

/// How many of the statements that were sent from here are in the store as they were sent, otherwise, and not at all.
fn compare(store: &Store, statements: &[Statement], whole: bool) -> Result<(usize, usize, usize), CliError> {
    let there: BTreeMap<&str, &Statement> = statements.iter().map(|statement| (statement.id.as_str(), statement)).collect();
    let (mut identical, mut different, mut missing) = (0, 0, 0);
    for id in store.sent()? {
        let Some(found) = there.get(id.as_str()) else {
            missing += usize::from(whole);
            continue;
        };
        let sent = store.statement(&id)?.and_then(|text| Statement::from_json(&text).ok());
        if sent.as_ref() == Some(&found.as_sent()) { identical += 1 } else { different += 1 }
    }
    Ok((identical, different, missing))
}
