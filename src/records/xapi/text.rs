//! Texts with a form: IRIs, UUIDs, mail addresses, language tags.

use super::sha1::sha1;

/// A text that has not the form it must have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}: got {got:?}, allowed: {allowed}")]
pub struct NotAllowed {
    /// What it should be.
    pub what: &'static str,
    /// The text, at most so much of it as one line shows.
    pub got: String,
    /// Its form.
    pub allowed: &'static str,
}

impl NotAllowed {
    pub(super) fn new(what: &'static str, got: &str, allowed: &'static str) -> Self {
        Self { what, got: got.chars().take(120).collect(), allowed }
    }
}

/// A text of a checked form, with serde both ways.
macro_rules! form {
    ($(#[$doc:meta])* $name:ident, $what:literal, $allowed:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text, if it has the form.
            ///
            /// # Errors
            /// [`NotAllowed`].
            pub fn new(text: impl Into<String>) -> Result<Self, super::text::NotAllowed> {
                let text = text.into();
                let check: fn(&str) -> bool = $check;
                if check(&text) { Ok(Self(text)) } else { Err(super::text::NotAllowed::new($what, &text, $allowed)) }
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = super::text::NotAllowed;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(super) use form;

form! {
    /// An internationalised resource identifier with its scheme (RFC 3987), as verbs, activities and extensions are named by.
    Iri, "IRI", "a scheme, a colon, and no space, quote or bracket", is_iri
}
form! {
    /// A mail address as an actor has it: `mailto:name@host`.
    Mbox, "mbox", "mailto:name@host", |text| {
        text.strip_prefix("mailto:").and_then(|address| address.split_once('@')).is_some_and(|(name, host)| {
            let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\",@:;()[]\\".contains(c));
            plain(name) && plain(host) && host.is_ascii() && name.is_ascii() && host.split('.').all(|label| !label.is_empty())
        })
    }
}
form! {
    /// A language's tag (RFC 5646), as `en` or `pt-BR`.
    LanguageTag, "language", "a tag as en or pt-BR", |text| {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()) && parts.all(part)
    }
}
form! {
    /// A UUID (RFC 4122) in small hexadecimal digits.
    Uuid, "UUID", "8-4-4-4-12 hexadecimal digits", |text| {
        text.len() == 36 && text.bytes().enumerate().all(|(i, b)| if [8, 13, 18, 23].contains(&i) { b == b'-' } else { b.is_ascii_hexdigit() })
    }
}

fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let mut letters = scheme.bytes();
    letters.next().is_some_and(|b| b.is_ascii_alphabetic())
        && letters.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        && !rest.is_empty()
        && rest != "//"
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`[]".contains(c))
        && percents_are_whole(rest)
}

fn percents_are_whole(text: &str) -> bool {
    text.split('%').skip(1).all(|after| after.len() >= 2 && after.bytes().take(2).all(|b| b.is_ascii_hexdigit()))
}

impl Iri {
    /// A base with a name below it; what a path may not hold is written as `%XX`.
    ///
    /// # Errors
    /// [`NotAllowed`] when the base is none.
    pub fn below(base: &str, name: &str) -> Result<Self, NotAllowed> {
        let mut text = base.trim_end_matches('/').to_owned() + "/";
        for byte in name.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => text.push(char::from(byte)),
                _ => text += &format!("%{byte:02X}"),
            }
        }
        Self::new(text)
    }

    /// The last part of its path, with `%XX` read back.
    #[must_use]
    pub fn name(&self) -> String {
        let last = self.0.rsplit('/').next().unwrap_or_default().as_bytes();
        let (mut bytes, mut i) = (Vec::with_capacity(last.len()), 0);
        while i < last.len() {
            let two = last.get(i + 1..i + 3).and_then(|two| std::str::from_utf8(two).ok());
            match two.filter(|_| last[i] == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    i += 3;
                }
                None => {
                    bytes.push(last[i]);
                    i += 1;
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Uuid {
    /// The UUID, version 5 (RFC 4122, 4.3), of a name within a namespace.
    #[must_use]
    pub fn of(namespace: [u8; 16], name: &str) -> Self {
        let digest = sha1(&[&namespace[..], name.as_bytes()].concat());
        let mut bytes: [u8; 16] = std::array::from_fn(|i| digest[i]);
        bytes[6] = bytes[6] & 0x0f | 0x50;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex = |range: std::ops::Range<usize>| bytes[range].iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        Self([hex(0..4), hex(4..6), hex(6..8), hex(8..10), hex(10..16)].join("-"))
    }
}

/// Shows a text of a stranger on one line: nothing that steers a terminal, and no more than so many letters.
#[must_use]
pub(crate) fn shown(text: &str, letters: usize) -> String {
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}');
    let mut out: String = text.chars().take(letters).map(|c| if c.is_control() || turns(c) { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(letters).is_some() {
        out.push('…');
    }
    out
}
