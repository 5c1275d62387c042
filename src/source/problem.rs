//! One mistake in a content file, and the list of all of them.

use std::fmt;

/// A mistake in a content file: where, what stands there, what may stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file as it was named to the reader, e.g. `levels/drills/first-fan.ron`.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
    /// Path of the field (see [`crate::source`]); empty for a mistake of the whole file.
    pub field: String,
    /// What stands there.
    pub got: String,
    /// What may stand there, with the nearest name when one was misspelt.
    pub allowed: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.field.is_empty() {
            write!(f, "field `{}`: ", self.field)?;
        }
        write!(f, "got {}, allowed {}", self.got, self.allowed)
    }
}

/// Every mistake found in one or more content files, in file, line and column order; one a line when printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// The same mistakes in the order of the text, each once.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| {
            (&a.file, a.line, a.column, &a.field).cmp(&(&b.file, b.line, b.column, &b.field))
        });
        self.0.dedup();
        self
    }

    /// `Ok(value)` when there are none.
    ///
    /// # Errors
    /// These problems, when there are any.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// The name among `allowed` that `got` was most likely meant to be: the smallest edit distance, at most a third of its length.
#[must_use]
pub fn nearest<'a>(got: &str, allowed: &[&'a str]) -> Option<&'a str> {
    let wanted = got.to_lowercase();
    let reach = (wanted.chars().count() / 3).max(1);
    allowed
        .iter()
        .map(|&name| (edits(&wanted, &name.to_lowercase()), name))
        .filter(|&(distance, _)| distance <= reach)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// "a, b or c; did you mean `b`?": the allowed names, the long list cut, the nearest one named.
pub(super) fn names(got: &str, allowed: &[&str]) -> String {
    const SHOWN: usize = 24;
    let mut text = if allowed.is_empty() {
        "none".to_owned()
    } else {
        allowed[..allowed.len().min(SHOWN)].join(", ")
    };
    if allowed.len() > SHOWN {
        text.push_str(", …");
    }
    if let Some(name) = nearest(got, allowed) {
        text.push_str(&format!("; did you mean `{name}`?"));
    }
    text
}

/// Levenshtein distance with a swap of neighbours counted as one edit.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let substitute = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = substitute.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}
