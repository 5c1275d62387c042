//! The words of the screen: Fluent messages by id, in `assets/lang/<language>/*.ftl`.
//!
//! **Invariant:** code carries message ids and typed values, never a sentence; a message that is missing shows as its id
//! in ⟨ ⟩ and never stops anything.
//!
//! **Invariant:** English is complete; another language may lack messages, and English stands in for them. What the files of
//! `levels/` say is English too, and a language may say it in its own words: see [`Lang::file_words`].

mod choice;
mod value;

pub use choice::{choose, languages, of_system};
pub use value::Value;

use crate::source::{Content, ContentError};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
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

/// The language that is complete, and stands in where another lacks a message.
pub const ENGLISH: &str = "en";

/// All messages of one language. It can be shared between threads.
pub struct Lang {
    code: String,
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
    comma: bool,
    behind: Option<Arc<Lang>>,
}

impl Lang {
    /// Loads every `.ftl` file of `assets/lang/<code>`, with English behind it.
    ///
    /// # Errors
    /// [`LangError`]; all mistakes of all files are listed.
    pub fn load(content: &Content, code: &str) -> Result<Self, LangError> {
        let own = Self::load_alone(content, code)?;
        if code == ENGLISH {
            return Ok(own);
        }
        Ok(own.with_behind(Arc::new(Self::load_alone(content, ENGLISH)?)))
    }

    /// The language with another one that stands in for what it lacks.
    #[must_use]
    pub fn with_behind(self, behind: Arc<Self>) -> Self {
        let ids = self.ids.union(&behind.ids).cloned().collect();
        Self { ids, behind: Some(behind), ..self }
    }

    /// Loads every `.ftl` file of `assets/lang/<code>` with nothing behind it.
    ///
    /// # Errors
    /// [`LangError`]; all mistakes of all files are listed.
    pub fn load_alone(content: &Content, code: &str) -> Result<Self, LangError> {
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
        let sign = bundle.get_message(DECIMAL_SIGN).and_then(|message| message.value());
        let comma = sign.is_some_and(|sign| bundle.format_pattern(sign, None, &mut Vec::new()) == ",");
        bundle.set_formatter(Some(if comma { with_comma } else { with_point }));
        if mistakes.is_empty() {
            Ok(Self { code: code.to_owned(), bundle, ids, comma, behind: None })
        } else {
            Err(LangError::Messages(mistakes))
        }
    }

    /// The language's code, such as `en`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The message with its values put in, in English where the language lacks it; `⟨id⟩` when there is none, `{$name}` where a
    /// value was not given.
    #[must_use]
    pub fn text(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.find(id, values).unwrap_or_else(|| format!("⟨{id}⟩"))
    }

    fn find(&self, id: &str, values: &[(&str, Value)]) -> Option<String> {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return self.behind.as_ref()?.find(id, values);
        };
        let args: FluentArgs = values
            .iter()
            .map(|(name, value)| (*name, value.to_fluent(|id| self.name_within(id), |id| self.find(id, &[]))))
            .collect();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new());
        Some(text.into_owned())
    }

    /// The name behind an id as it stands within a sentence: its first letter small, unless the word is an abbreviation. What
    /// has no name says its id in files.
    fn name_within(&self, id: &str) -> String {
        let Some(name) = self.find(id, &[]) else {
            return value::bare(id);
        };
        let mut letters = name.chars();
        let (first, second) = (letters.next(), letters.next());
        match first {
            Some(first) if !second.is_some_and(char::is_uppercase) => {
                first.to_lowercase().chain(name.chars().skip(1)).collect()
            }
            _ => name,
        }
    }

    /// A number as the language writes it.
    #[must_use]
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.decimal(&Value::number(value, decimals).plain())
    }

    /// A number that was written with a hyphen and a point, with a minus sign and the language's own decimal sign.
    #[must_use]
    pub fn decimal(&self, written: &str) -> String {
        signed(written, self.comma)
    }

    /// What a file of `levels/` says, in this language: the message `<kind>-<id>-<field>` where the language has one, else as it
    /// is written in the file. Kinds are `drill`, `patient`, `rubric` and `quiz`, whose fields are those of [`crate::quiz`].
    #[must_use]
    pub fn file_words(&self, kind: &str, id: &str, field: &str, written: &str) -> String {
        self.find(&format!("{kind}-{id}-{field}"), &[]).unwrap_or_else(|| written.to_owned())
    }

    /// Whether there is such a message, in this language or behind it.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The ids of all messages, in this language or behind it, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }
}

/// The message that says with which sign decimals begin; a point where there is none.
const DECIMAL_SIGN: &str = "number-decimal-sign";

fn signed(written: &str, comma: bool) -> String {
    let text = written.strip_prefix('-').map_or_else(|| written.to_owned(), |digits| format!("−{digits}"));
    if comma { text.replace('.', ",") } else { text }
}

fn with_point<M>(value: &FluentValue, _: &M) -> Option<String> {
    formatted(value, false)
}

fn with_comma<M>(value: &FluentValue, _: &M) -> Option<String> {
    formatted(value, true)
}

fn formatted(value: &FluentValue, comma: bool) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(signed(&number.as_string(), comma)),
        _ => None,
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
