//! Which languages there are, and which one a person gets.

use super::ENGLISH;
use crate::source::{Content, ContentError};

/// The codes of the languages that are installed: the folders of `assets/lang`, sorted.
///
/// # Errors
/// [`ContentError::Missing`] when there is no such folder.
pub fn languages(content: &Content) -> Result<Vec<String>, ContentError> {
    content.folders("assets/lang")
}

/// The installed language that a wish asks for: the same code, else one of the same language (`es` for `es_MX.UTF-8`), else
/// English.
#[must_use]
pub fn choose(installed: &[String], wish: &str) -> String {
    let wish = wish.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_lowercase();
    let language = |code: &str| code.split('-').next().unwrap_or_default().to_lowercase();
    let same = installed.iter().find(|code| code.to_lowercase() == wish);
    let near = || installed.iter().find(|code| language(code) == language(&wish));
    same.or_else(near).map_or_else(|| ENGLISH.to_owned(), Clone::clone)
}

/// What the system asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set (POSIX); nothing where none is.
#[must_use]
pub fn of_system() -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default()
}
