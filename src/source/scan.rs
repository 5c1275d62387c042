//! Reads the structure of a RON text: brackets, field names, elements, strings and comments.

use super::ron_index::{Entry, Malformed, Shape};
use std::collections::BTreeMap;
use std::ops::Range;

/// How deeply values may nest; RON's own reader stops at the same depth.
const DEPTH: usize = 128;

/// A reader of structure, and what it has seen so far.
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
    pub(super) entries: Vec<Entry>,
    pub(super) by_path: BTreeMap<String, usize>,
}

type Step<T = ()> = Result<T, Malformed>;

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            at,
            entries: Vec::new(),
            by_path: BTreeMap::new(),
        }
    }

    /// Reads a whole file.
    pub(super) fn file(&mut self) -> Step {
        self.blank()?;
        while self.rest().starts_with("#!") {
            let end = self
                .rest()
                .find(']')
                .ok_or_else(|| self.wanted("`]` after the attribute"))?;
            self.at += end + 1;
            self.blank()?;
        }
        self.value("", None, 0)?;
        self.blank()?;
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.wanted("the end of the file"))
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn wanted(&self, what: &str) -> Malformed {
        Malformed {
            offset: self.at,
            wanted: what.to_owned(),
        }
    }

    /// Skips white space and comments.
    fn blank(&mut self) -> Step {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Step {
        let open = self.wanted("`*/`: this comment is never closed");
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else if let Some(c) = self.peek() {
                self.at += c.len_utf8();
            } else {
                return Err(open);
            }
        }
    }

    /// Enters a value whose end is not yet known.
    fn enter(&mut self, path: &str, key: Option<Range<usize>>, start: usize) -> usize {
        let mut path = path.to_owned();
        let mut copy = 2;
        let plain = path.len();
        while self.by_path.contains_key(&path) {
            path.truncate(plain);
            path.push_str(&format!("#{copy}"));
            copy += 1;
        }
        let id = self.entries.len();
        self.by_path.insert(path.clone(), id);
        let entry = Entry {
            path,
            key,
            value: start..self.text.len(),
            shape: Shape::Scalar,
            inside: self.text.len(),
        };
        self.entries.push(entry);
        id
    }

    fn value(&mut self, path: &str, key: Option<Range<usize>>, depth: usize) -> Step {
        self.blank()?;
        if depth > DEPTH {
            return Err(self.wanted("fewer brackets in brackets"));
        }
        let start = self.at;
        let id = self.enter(path, key, start);
        let path = self.entries[id].path.clone();
        self.shaped(id, &path, depth)?;
        self.entries[id].value.end = self.at;
        if self.entries[id].shape == Shape::Scalar {
            self.entries[id].inside = self.at;
        }
        Ok(())
    }

    fn shaped(&mut self, id: usize, path: &str, depth: usize) -> Step {
        match self.peek() {
            Some('(') => self.group(id, path, depth),
            Some('[') => self.list(id, path, depth),
            Some('{') => self.map(id, path, depth),
            Some(c) if c == '"' || c == '\'' || self.starts_prefixed_string() => self.quoted(),
            Some(c) if c.is_ascii_digit() || matches!(c, '-' | '+' | '.') => {
                self.word();
                Ok(())
            }
            Some(c) if c.is_alphabetic() || c == '_' => {
                let start = self.at;
                self.word();
                let some = &self.text[start..self.at] == "Some";
                let end = self.at;
                self.blank()?;
                if self.peek() != Some('(') {
                    self.at = end;
                    return Ok(());
                }
                if some {
                    self.some(id, path, depth)
                } else {
                    self.group(id, path, depth)
                }
            }
            _ => Err(self.wanted("a value")),
        }
    }

    /// `Some(value)`: the inner value has no path of its own.
    fn some(&mut self, id: usize, path: &str, depth: usize) -> Step {
        if depth > DEPTH {
            return Err(self.wanted("fewer brackets in brackets"));
        }
        let open = self.at;
        self.eat('(');
        self.blank()?;
        self.shaped(id, path, depth + 1)?;
        self.blank()?;
        self.eat(',');
        self.blank()?;
        if self.eat(')') {
            Ok(())
        } else {
            Err(self.unclosed('(', ')', open))
        }
    }

    fn group(&mut self, id: usize, path: &str, depth: usize) -> Step {
        let open = self.at;
        self.eat('(');
        self.entries[id].inside = self.at;
        self.blank()?;
        self.entries[id].shape = if self.peek() == Some(')') || self.at_field() {
            Shape::Struct
        } else {
            Shape::Tuple
        };
        if self.entries[id].shape == Shape::Tuple {
            return self.elements(path, (open, '(', ')'), depth);
        }
        loop {
            self.blank()?;
            if self.eat(')') {
                return Ok(());
            }
            if self.rest().is_empty() {
                return Err(self.unclosed('(', ')', open));
            }
            if !self.at_field() {
                return Err(self.wanted("a field name and `:`"));
            }
            let start = self.at;
            self.word();
            let key = start..self.at;
            let name = self.text[key.clone()].trim_start_matches("r#").to_owned();
            self.blank()?;
            self.eat(':');
            let inner = if path.is_empty() {
                name
            } else {
                format!("{path}.{name}")
            };
            self.value(&inner, Some(key), depth + 1)?;
            self.separator(')', open, '(')?;
        }
    }

    fn list(&mut self, id: usize, path: &str, depth: usize) -> Step {
        let open = self.at;
        self.eat('[');
        self.entries[id].inside = self.at;
        self.entries[id].shape = Shape::List;
        self.elements(path, (open, '[', ']'), depth)
    }

    fn elements(
        &mut self,
        path: &str,
        (open, opening, closing): (usize, char, char),
        depth: usize,
    ) -> Step {
        for i in 0.. {
            self.blank()?;
            if self.eat(closing) {
                return Ok(());
            }
            if self.rest().is_empty() {
                return Err(self.unclosed(opening, closing, open));
            }
            self.value(&format!("{path}[{i}]"), None, depth + 1)?;
            self.separator(closing, open, opening)?;
        }
        Ok(())
    }

    fn map(&mut self, id: usize, path: &str, depth: usize) -> Step {
        let open = self.at;
        self.eat('{');
        self.entries[id].inside = self.at;
        self.entries[id].shape = Shape::Map;
        loop {
            self.blank()?;
            if self.eat('}') {
                return Ok(());
            }
            if self.rest().is_empty() {
                return Err(self.unclosed('{', '}', open));
            }
            let start = self.at;
            self.key(depth)?;
            let key = start..self.at;
            self.blank()?;
            if !self.eat(':') {
                return Err(self.wanted("`:` after the key"));
            }
            let name = self.text[key.clone()].trim_matches('"').to_owned();
            let inner = if path.is_empty() {
                name
            } else {
                format!("{path}.{name}")
            };
            self.value(&inner, Some(key), depth + 1)?;
            self.separator('}', open, '{')?;
        }
    }

    /// A map key: any value, read without entries of its own.
    fn key(&mut self, depth: usize) -> Step {
        let mut aside = Scan::new(self.text, self.at);
        let read = aside.value("", None, depth + 1);
        self.at = aside.at;
        read
    }

    /// A comma, or the closing bracket ahead.
    fn separator(&mut self, closing: char, open: usize, opening: char) -> Step {
        self.blank()?;
        if self.eat(',') || self.peek() == Some(closing) {
            Ok(())
        } else if self.rest().is_empty() {
            Err(self.unclosed(opening, closing, open))
        } else {
            Err(self.wanted(&format!("`,` or `{closing}`")))
        }
    }

    fn unclosed(&self, opening: char, closing: char, open: usize) -> Malformed {
        Malformed {
            offset: open,
            wanted: format!("a `{closing}` that closes this `{opening}`"),
        }
    }

    /// Whether a name and a colon come next.
    fn at_field(&self) -> bool {
        let mut ahead = Scan::new(self.text, self.at);
        if !ahead.peek().is_some_and(|c| c.is_alphabetic() || c == '_')
            || ahead.starts_prefixed_string()
        {
            return false;
        }
        ahead.word();
        ahead.blank().is_ok() && ahead.peek() == Some(':')
    }

    /// A number or a name, raw names (`r#type`) too.
    fn word(&mut self) {
        if self.rest().starts_with("r#") {
            self.at += 2;
        }
        while let Some(c) = self
            .peek()
            .filter(|&c| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.'))
        {
            self.at += c.len_utf8();
        }
    }

    /// Whether `r"`, `r#"`, `b"`, `b'`, `br"` or `br#"` comes next.
    fn starts_prefixed_string(&self) -> bool {
        let rest = self.rest();
        let bytes = rest.strip_prefix('b');
        let raw = bytes.unwrap_or(rest).strip_prefix('r');
        raw.is_some_and(|raw| raw.trim_start_matches('#').starts_with('"'))
            || bytes.is_some_and(|bytes| bytes.starts_with(['"', '\'']))
    }

    fn quoted(&mut self) -> Step {
        let open = self.wanted("a closing quote: this text is never closed");
        self.eat('b');
        if self.eat('r') {
            let hashes = self.rest().len() - self.rest().trim_start_matches('#').len();
            let close = format!("\"{}", "#".repeat(hashes));
            self.at += hashes + 1;
            let end = self.rest().find(&close).ok_or(open)?;
            self.at += end + close.len();
            return Ok(());
        }
        let Some(quote) = self.peek() else {
            return Err(open);
        };
        self.eat(quote);
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            if c == quote {
                return Ok(());
            }
            if c == '\\'
                && let Some(escaped) = self.peek()
            {
                self.at += escaped.len_utf8();
            }
        }
        Err(open)
    }
}
