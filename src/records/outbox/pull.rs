//! Reading back from the store, page by page.

use super::Endpoint;
use crate::records::xapi::{Statement, StatementError};

/// Most pages and statements that are read, so that a store that never ends does not either.
const MOST_PAGES: usize = 10_000;
const MOST_STATEMENTS: usize = 1_000_000;
/// Statements asked for in a page.
const PAGE: usize = 500;

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum PullError {
    /// The store did not answer as one does.
    #[error("learning record store: {0}")]
    Answer(String),
    /// The next page lies elsewhere.
    #[error("learning record store: the next page leads away from it")]
    Away,
    /// There is no end to it.
    #[error("learning record store: more than {MOST_PAGES} pages or {MOST_STATEMENTS} statements")]
    Endless,
}

/// What stands in the store.
#[derive(Debug, Default)]
pub struct Pulled {
    /// Statements that Fanline can read, oldest first.
    pub statements: Vec<Statement>,
    /// How many it cannot: others' of other shapes, and faulty ones, with what is wrong with the first of them.
    pub unread: usize,
    /// What is wrong with the first that cannot be read.
    pub first_unread: Option<StatementError>,
}

#[derive(serde::Deserialize)]
struct Page {
    statements: Vec<serde_json::Value>,
    #[serde(default)]
    more: Option<String>,
}

/// Reads all statements, oldest first, those since a time (RFC 3339) or all.
///
/// # Errors
/// [`PullError`].
pub fn pull(endpoint: &Endpoint, since: Option<&str>) -> Result<Pulled, PullError> {
    let since = since.map_or_else(String::new, |since| format!("&since={}", since.replace('+', "%2B")));
    let mut address = format!("{}?ascending=true&limit={PAGE}{since}", endpoint.statements());
    let mut pulled = Pulled::default();
    for _ in 0..MOST_PAGES {
        let (status, text) = endpoint.get(&address).map_err(PullError::Answer)?;
        if status.as_u16() != 200 {
            return Err(PullError::Answer(format!("HTTP {status}")));
        }
        let page: Page = serde_json::from_str(&text).map_err(|error| PullError::Answer(error.to_string()))?;
        for statement in page.statements {
            match Statement::from_json(&statement.to_string()) {
                Ok(statement) => pulled.statements.push(statement),
                Err(error) => {
                    pulled.unread += 1;
                    pulled.first_unread.get_or_insert(error);
                }
            }
        }
        if pulled.statements.len() + pulled.unread > MOST_STATEMENTS {
            return Err(PullError::Endless);
        }
        match page.more.filter(|more| !more.is_empty()) {
            None => return Ok(pulled),
            Some(more) => address = endpoint.further(&more).ok_or(PullError::Away)?,
        }
    }
    Err(PullError::Endless)
}
