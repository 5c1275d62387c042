//! The mistakes found in one file, with their places.

use crate::source::{Problem, Problems};

/// Mistakes that are listed at most; further ones are counted.
const LISTED: usize = 1000;
/// Characters of what stands in a file that are repeated at most.
const SHOWN: usize = 40;

/// Gathers the mistakes of one file.
pub(super) struct Mistakes<'a> {
    file: &'a str,
    list: Vec<Problem>,
    more: usize,
}

impl<'a> Mistakes<'a> {
    pub(super) fn of(file: &'a str) -> Self {
        Self { file, list: Vec::new(), more: 0 }
    }

    /// Notes a mistake. In a binary file the line is 1 and the column the byte, from 1.
    pub(super) fn add(&mut self, (line, column): (usize, usize), field: &str, got: impl ToString, allowed: impl ToString) {
        if self.list.len() == LISTED {
            self.more += 1;
            return;
        }
        self.list.push(Problem {
            file: self.file.to_owned(),
            line,
            column,
            field: field.to_owned(),
            got: got.to_string(),
            allowed: allowed.to_string(),
        });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn into_problems(mut self) -> Problems {
        if self.more > 0 {
            let last = self.list.last().map_or((1, 1), |last| (last.line, last.column));
            let more = format!("{} more mistakes after this one", self.more);
            self.more = 0;
            self.list.push(Problem {
                file: self.file.to_owned(),
                line: last.0,
                column: last.1,
                field: String::new(),
                got: more,
                allowed: "none".to_owned(),
            });
        }
        Problems(self.list)
    }
}

/// Text as it stands in a file, in quotes, cut when it is long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("\"{}…\"", &text[..end]),
        None => format!("\"{text}\""),
    }
}
