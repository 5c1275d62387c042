//! The words of the screen: Fluent messages by id, in `assets/lang/<language>/*.ftl`.
//!
//! **Invariant:** code carries message ids and typed values, never a sentence; a message that is missing shows as its id
//! in ⟨ ⟩ and never stops anything.

mod value;

pub use value::Value;

use crate::source::{Content, ContentError};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use std::collections::BTreeSet;
use std::fmt;
use unic_langid::LanguageIdentifier;

/// Why the words cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LangError {
    /// The folder or a file of it cannot be read.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// The name is not that of a language.
    #[error("`{0}` is not a language code, allowed are codes such as en or pt-BR")]
    Code(String),
    /// The folder holds no message file.
    #[error("no .ftl file in {0}")]
    Empty(String),
    /// Mistakes of syntax, one a line, each with file, line and column; and messages that were given twice.
    #[error("{}", .0.join("\n"))]
    Messages(Vec<String>),
}

/// All messages of one language. It can be shared between threads.
pub struct Lang {
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
}

impl Lang {
    /// Loads every `.ftl` file of `assets/lang/<code>`.
    ///
    /// # Errors
    /// [`LangError`]; all mistakes of all files are listed.
    pub fn load(content: &Content, code: &str) -> Result<Self, LangError> {
        let folder = format!("assets/lang/{code}");
        let files = content.list(&folder, "ftl")?;
        if files.is_empty() {
            return Err(LangError::Empty(folder));
        }
        let read = |file: String| content.read_text(&file).map(|text| (file, text));
        let texts = files.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        Self::from_texts(code, texts)
    }

    /// Builds the messages from texts with the names of their files.
    ///
    /// # Errors
    /// [`LangError::Code`], [`LangError::Messages`].
    pub fn from_texts(
        code: &str,
        texts: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, LangError> {
        let language: LanguageIdentifier =
            code.parse().map_err(|_| LangError::Code(code.to_owned()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let (mut ids, mut mistakes) = (BTreeSet::new(), Vec::new());
        for (file, text) in texts {
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                mistakes.extend(
                    errors
                        .iter()
                        .map(|e| place(&file, resource.source(), e.pos.start, &e.to_string())),
                );
                resource
            });
            ids.extend(message_ids(resource.source()));
            for error in bundle.add_resource(resource).err().unwrap_or_default() {
                mistakes.push(match error {
                    FluentError::Overriding { id, .. } => {
                        format!("{file}: message `{id}` is given twice")
                    }
                    other => format!("{file}: {other}"),
                });
            }
        }
        if mistakes.is_empty() {
            Ok(Self { bundle, ids })
        } else {
            Err(LangError::Messages(mistakes))
        }
    }

    /// The message with its values put in; `⟨id⟩` when there is none, `{$name}` where a value was not given.
    #[must_use]
    pub fn text(&self, id: &str, values: &[(&str, Value)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return format!("⟨{id}⟩");
        };
        let args: FluentArgs = values
            .iter()
            .map(|(name, value)| (*name, value.to_fluent()))
            .collect();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The ids of all messages, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lang")
            .field("messages", &self.ids.len())
            .finish_non_exhaustive()
    }
}

/// Messages begin at the line's start with a letter; terms (`-name`), comments and attributes do not.
fn message_ids(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        let starts = id.starts_with(|c: char| c.is_ascii_alphabetic());
        starts.then(|| id.trim_end().to_owned())
    })
}

fn place(file: &str, text: &str, offset: usize, message: &str) -> String {
    let before = text.get(..offset).unwrap_or(text);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.chars().rev().take_while(|&c| c != '\n').count();
    format!("{file}:{line}:{column}: {message}")
}
