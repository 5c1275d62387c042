//! Tables as CSV (RFC 4180), for spreadsheets.
//!
//! **Invariant:** no text becomes a formula: one that begins like one (`=`, `+`, `-`, `@`, tab, line end; apostrophes before it do not
//! hide it) is written with an apostrophe before it, and [`read`] takes that apostrophe off again, so that every text comes back.

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text, perhaps a stranger's.
    Text(String),
    /// A number, with so many digits behind the point.
    Number(f64, u8),
    /// Nothing.
    Empty,
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number, if there is one.
    #[must_use]
    pub fn maybe(number: Option<f64>, decimals: u8) -> Self {
        number.filter(|number| number.is_finite()).map_or(Self::Empty, |number| Self::Number(number, decimals))
    }
}

/// Whether a spreadsheet might read the text as a formula, or as one that was neutralised.
fn starts_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The lines of a table, each with its end.
#[must_use]
pub fn write(rows: &[Vec<Cell>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            match cell {
                Cell::Empty => {}
                Cell::Number(number, decimals) => out += &format!("{:.*}", usize::from(*decimals), number + 0.0),
                Cell::Text(text) => {
                    let mark = if starts_like_a_formula(text) { "'" } else { "" };
                    if text.contains([',', '"', '\r', '\n']) {
                        out += &format!("\"{mark}{}\"", text.replace('"', "\"\""));
                    } else {
                        out += &format!("{mark}{text}");
                    }
                }
            }
        }
        out += "\r\n";
    }
    out
}

/// Why a table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct CsvError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: &'static str,
}

/// Reads a table: rows of texts, without rows that are empty. A byte-order mark and bare line ends are taken too.
///
/// # Errors
/// A quote that is not closed, or stands within a bare cell, or is followed by something.
pub fn read(text: &str) -> Result<Vec<Vec<String>>, CsvError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let (mut line, mut quoted, mut closed) = (1, false, false);
    let plain = |cell: String| if starts_like_a_formula(&cell) && cell.starts_with('\'') { cell[1..].to_owned() } else { cell };
    loop {
        let letter = letters.next();
        line += usize::from(letter == Some('\n'));
        match letter {
            Some('"') if quoted => {
                if letters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    (quoted, closed) = (false, true);
                }
            }
            Some(letter) if quoted => cell.push(letter),
            None if quoted => return Err(CsvError { line, reason: "a quote is not closed" }),
            Some('"') if cell.is_empty() && !closed => quoted = true,
            Some('"') => return Err(CsvError { line, reason: "a quote within a cell that does not begin with one" }),
            Some('\r') if letters.peek() == Some(&'\n') => {}
            Some(',') => {
                row.push(plain(std::mem::take(&mut cell)));
                closed = false;
            }
            Some('\n' | '\r') | None => {
                if !row.is_empty() || !cell.is_empty() || closed {
                    row.push(plain(std::mem::take(&mut cell)));
                    rows.push(std::mem::take(&mut row));
                }
                closed = false;
                if letter.is_none() {
                    return Ok(rows);
                }
            }
            Some(_) if closed => return Err(CsvError { line, reason: "something follows a closed quote" }),
            Some(letter) => cell.push(letter),
        }
    }
}
