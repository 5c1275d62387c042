//! `fanline probe assess`: a score for threads given as RON, without a session.

use std::fs;
use std::path::Path;

use super::error::at;
use super::{CliError, print_json};
use super::say::say;
use crate::scoring;

pub(super) fn assess(file: &Path, json: bool) -> Result<u8, CliError> {
    let text = fs::read_to_string(file).map_err(at(file))?;
    let assessment = scoring::assess(&file.to_string_lossy(), &text)?;
    if json {
        print_json(&assessment);
    } else {
        say!("{}", serde_json::to_string_pretty(&assessment).unwrap_or_default());
    }
    Ok(0)
}
