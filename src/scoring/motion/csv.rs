//! Lines of numbers: fields between commas (or semicolons, or tabs), blank lines and lines that begin with `#` left out.

/// A field and the column at which it begins, from 1 in characters.
pub(super) struct Field<'a> {
    pub(super) column: usize,
    pub(super) text: &'a str,
}

/// The fields of a line.
pub(super) fn fields(line: &str) -> Vec<Field<'_>> {
    let mut column = 1;
    line.split([',', ';', '\t'])
        .map(|part| {
            let begins = column + part.chars().take_while(|c| c.is_whitespace()).count();
            column += part.chars().count() + 1;
            Field { column: begins, text: part.trim() }
        })
        .collect()
}

/// Whether a line says nothing.
pub(super) fn is_blank(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// Whether a line holds words alone: a heading.
pub(super) fn is_heading(fields: &[Field]) -> bool {
    fields.iter().all(|field| field.text.parse::<f64>().is_err())
}
