//! `fanline class`: roster, assignments, verified import, cohort, learning record store.

mod args;
mod handed_in;
mod lrs;
mod pages;
mod remarks;
mod roster;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::CliError;
use super::error::at;
use super::records::open;
use crate::records::class::Member;
use crate::records::store::Store;
use crate::records::xapi::text::shown;

pub(super) use args::Class;
pub(super) use pages::{class_report, trainee_report};

/// Most bytes of a text file that is taken in.
const MOST_TEXT: u64 = 16 << 20;

pub(super) fn class(what: Option<&Class>, language: &str, json: bool) -> Result<u8, CliError> {
    match what.unwrap_or(&Class::List) {
        Class::List => roster::list(language, json),
        Class::Add(options) => roster::add(options, json),
        Class::Remove { member } => roster::remove(member, json),
        Class::Assign(options) => roster::assign(options, json),
        Class::Import { places, jobs } => handed_in::import(places, *jobs, json),
        Class::Export { out } => pages::export(out, language, json),
        Class::Report { out, lrs } => pages::report(out, *lrs, language, json),
        Class::Push { wait, retry } => lrs::push(*wait, *retry, language, json),
        Class::Pull { since, out } => lrs::pull(since.as_deref(), out.as_deref(), json),
        Class::Blind => roster::blind(true, json),
        Class::Reveal => roster::blind(false, json),
        Class::Pin(options) => remarks::pin(options, json),
        Class::Pins(options) => remarks::pins(options, json),
        Class::Ghost(options) => remarks::ghost(options, json),
    }
}

/// Now, ms since 1970.
fn now_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn refused(name: &'static str, got: &str, allowed: &str) -> CliError {
    CliError::Argument { name, got: shown(got, 80), allowed: allowed.to_owned() }
}

/// The one member that a text means.
fn member(store: &Store, text: &str) -> Result<Member, CliError> {
    let mut called = store.members()?.into_iter().filter(|member| member.is_called(text));
    match (called.next(), called.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(refused("member", text, "a name, account or code on the roster")),
        (Some(_), Some(_)) => Err(refused("member", text, "an account or a code: several are called so")),
    }
}

/// A file of at most so many bytes.
fn bounded(path: &Path, most: u64) -> Result<Vec<u8>, CliError> {
    let file = fs::File::open(path).map_err(at(path))?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(at(path))?;
    if bytes.len() as u64 > most {
        return Err(CliError::Refused { path: path.to_owned(), reason: format!("more than {most} bytes") });
    }
    Ok(bytes)
}

/// A text file of a bounded size.
fn text(path: &Path) -> Result<String, CliError> {
    String::from_utf8(bounded(path, MOST_TEXT)?)
        .map_err(|error| CliError::Refused { path: path.to_owned(), reason: format!("not UTF-8 text at byte {}", error.utf8_error().valid_up_to()) })
}
