//! `fanline quiz`: a quiz in the terminal.

use std::io;

use super::{CliError, print_json};
use crate::lang::Lang;
use crate::quiz::{self, terminal};
use crate::source::Content;

pub(super) fn quiz(bank: Option<&str>, seed: u64, language: &str, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let lang = Lang::load(&content, language)?;
    let banks = quiz::quizzes(&content)?;
    let known = banks.iter().map(|bank| bank.id.as_str()).collect::<Vec<_>>().join(", ");
    let bank = match bank {
        None => banks.first(),
        Some(id) => banks.iter().find(|bank| bank.id == id),
    }
    .ok_or_else(|| CliError::Argument { name: "--bank", got: bank.unwrap_or("none").to_owned(), allowed: known })?;
    let bank = &bank.said(&lang);
    let result = if json {
        terminal::play(bank, &mut io::stdin().lock(), &mut io::stderr(), &lang, seed)
    } else {
        terminal::play(bank, &mut io::stdin().lock(), &mut io::stdout(), &lang, seed)
    }
    .map_err(CliError::Output)?;
    if json {
        let topics: Vec<_> = result
            .topics
            .iter()
            .map(|topic| serde_json::json!({ "topic": topic.topic.id(), "right": topic.right, "asked": topic.asked }))
            .collect();
        print_json(&serde_json::json!({
            "id": bank.id, "items": result.items, "asked": result.asked, "right": result.right, "topics": topics,
        }));
    }
    Ok(0)
}
