//! Reading on behind a mistake: RON stops at the first, so each one is noted, a stand-in takes the wrong value's place,
//! and the text is read again.
//!
//! **Invariant:** each mistake is noted under the path of the original text, and nothing that a stand-in causes is noted.

use super::checker::{is_within, locate};
use super::problem::{Problem, names};
use super::ron_index::{Entry, RonIndex, Shape};
use ron::error::Error;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// How many stand-ins one file may need before reading gives up and lists what it has.
const ROUNDS: usize = 256;
/// How many characters of a wrong value are shown.
const SHOWN: usize = 40;

/// What came of reading a text.
pub(super) struct Repaired<T> {
    /// The value, with stand-ins; none when the text cannot be read at all.
    pub value: Option<T>,
    /// The mistakes of shape and type.
    pub problems: Vec<Problem>,
    /// Paths of values that are not the author's.
    pub stand_ins: Vec<String>,
}

/// Reads a text, mending what is wrong.
pub(super) fn deserialize<T: DeserializeOwned>(
    file: &str,
    text: &str,
    index: &RonIndex,
) -> Repaired<T> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let mut found = Repaired {
        value: None,
        problems: Vec::new(),
        stand_ins: Vec::new(),
    };
    let mut mended = text.to_owned();
    for _ in 0..ROUNDS {
        let error = match options.from_str::<T>(&mended) {
            Ok(value) => {
                found.value = Some(value);
                return found;
            }
            Err(error) => error,
        };
        let now = RonIndex::new(&mended);
        let offset = now.offset(&mended, error.span.start.line, error.span.start.col);
        if let Some(malformed) = now.malformed() {
            if found.problems.is_empty() {
                let (line, column) = now.line_column(text, malformed.offset);
                let got = now_at(text, malformed.offset);
                let allowed = malformed.wanted.clone();
                found.problems.push(Problem {
                    file: file.to_owned(),
                    line,
                    column,
                    field: String::new(),
                    got,
                    allowed,
                });
            }
            return found;
        }
        let mistake = judge(&error.code, &mended, &now, offset);
        let known = found
            .stand_ins
            .iter()
            .any(|made| is_within(&mistake.path, made));
        if !known {
            found.problems.push(mistake.problem(file, text, index));
        }
        if !known && !mistake.keeps_content {
            found.stand_ins.push(mistake.path.clone());
        }
        let Some((range, stand_in)) = mistake.mend else {
            return found;
        };
        if mended.get(range.clone()) == Some(stand_in.as_str()) {
            return found;
        }
        mended.replace_range(range, &stand_in);
    }
    found
}

/// A mistake, and how to read on behind it.
struct Mistake {
    path: String,
    got: String,
    allowed: String,
    /// Whether the name of the field, and not its value, is the mistake.
    of_name: bool,
    /// Whether only a name was mended, and what stands in it is the author's still.
    keeps_content: bool,
    mend: Option<(std::ops::Range<usize>, String)>,
}

impl Mistake {
    fn problem(&self, file: &str, text: &str, index: &RonIndex) -> Problem {
        let mut problem = locate(
            file,
            text,
            index,
            &self.path,
            self.got.clone(),
            self.allowed.clone(),
        );
        if let Some(key) = index
            .get(&self.path)
            .and_then(|entry| entry.key.clone())
            .filter(|_| self.of_name)
        {
            (problem.line, problem.column) = index.line_column(text, key.start);
        }
        if let Some(copy) = problem.field.rfind('#') {
            problem.field.truncate(copy);
        }
        problem
    }
}

/// What RON's error means for the author, and the stand-in that lets the reading go on.
fn judge(error: &Error, text: &str, index: &RonIndex, offset: usize) -> Mistake {
    // A variant that lacks its brackets is noticed behind its name.
    let bare = matches!(error, Error::ExpectedStructLike)
        .then(|| index.ended(offset))
        .flatten();
    let Some(entry) = bare.or_else(|| index.innermost(offset)) else {
        return Mistake {
            path: String::new(),
            got: "an empty file".to_owned(),
            allowed: lower(&error.to_string()),
            of_name: false,
            keeps_content: false,
            mend: None,
        };
    };
    let of = |allowed: &str, stand_in: &str| Mistake {
        path: entry.path.clone(),
        got: excerpt(text, entry),
        allowed: allowed.to_owned(),
        of_name: false,
        keeps_content: false,
        mend: Some((wrong(entry, offset), stand_in.to_owned())),
    };
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => unwanted(text, entry, found, &names(found, expected)),
        Error::DuplicateStructField { field, .. } => {
            unwanted(text, entry, field, "each field once")
        }
        Error::MissingStructField { field, .. } => missing(entry, field),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => variant(text, entry, found, expected),
        Error::ExpectedFloat => of("a number", "0.0"),
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            of(integer(text, entry), "0")
        }
        Error::ExpectedString => of("a text in quotes", "\"\""),
        Error::ExpectedBoolean => of("true or false", "false"),
        Error::ExpectedChar => of("a character in single quotes", "' '"),
        Error::ExpectedArray => of("a list in [ ]", "[]"),
        Error::ExpectedMap => of("a map in { }", "{}"),
        Error::ExpectedOption => of("None or Some(…)", "None"),
        Error::ExpectedUnit | Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            structure(text, entry, offset)
        }
        Error::ExpectedDifferentLength { expected, .. } => {
            let zeros = vec![
                "0";
                expected
                    .split(' ')
                    .rev()
                    .find_map(|w| w.parse().ok())
                    .unwrap_or(2)
            ];
            Mistake {
                mend: Some((entry.value.clone(), format!("({})", zeros.join(",")))),
                ..of(expected, "")
            }
        }
        Error::ExpectedStructLikeEnd => too_long(text, index, entry, offset),
        Error::ExpectedComma | Error::ExpectedArrayEnd | Error::ExpectedMapEnd
            if entry.shape == Shape::Scalar =>
        {
            // RON reads `3` of `3.5` and then wants a comma.
            of("a whole number", "0")
        }
        _ => Mistake {
            mend: None,
            ..of(&lower(&error.to_string()), "")
        },
    }
}

/// A field that the struct does not have, or has already: blanked out with its comma.
fn unwanted(text: &str, entry: &Entry, name: &str, allowed: &str) -> Mistake {
    let start = entry
        .key
        .as_ref()
        .map_or(entry.value.start, |key| key.start);
    let after = text[entry.value.end..]
        .find(|c: char| !c.is_whitespace() && c != ')')
        .map_or(0, |i| i);
    let comma = text[entry.value.end + after..].starts_with(',')
        && !text[entry.value.end..][..after].contains(')');
    let end = entry.value.end + if comma { after + 1 } else { 0 };
    Mistake {
        path: entry.path.clone(),
        got: format!("field `{name}`"),
        allowed: allowed.to_owned(),
        of_name: true,
        keeps_content: false,
        mend: entry.key.is_some().then(|| (start..end, String::new())),
    }
}

/// A field that the struct needs: put in with a unit for value, which the next round turns into what the type wants.
fn missing(entry: &Entry, field: &str) -> Mistake {
    let path = if entry.path.is_empty() {
        field.to_owned()
    } else {
        format!("{}.{field}", entry.path)
    };
    Mistake {
        path,
        got: "nothing".to_owned(),
        allowed: "a value: the field is required".to_owned(),
        of_name: false,
        keeps_content: false,
        mend: (entry.shape == Shape::Struct)
            .then(|| (entry.inside..entry.inside, format!("{field}: (),"))),
    }
}

/// A variant that the enum does not have: the nearest takes its place, so that what it holds is checked too.
fn variant(text: &str, entry: &Entry, found: &str, expected: &[&str]) -> Mistake {
    let nearest = super::nearest(found, expected);
    let name = nearest.or(expected.first().copied()).unwrap_or_default();
    let start = text[entry.value.clone()]
        .find(found)
        .map_or(entry.value.start, |i| entry.value.start + i);
    let end = if nearest.is_some() {
        start + found.len()
    } else {
        entry.value.end
    };
    Mistake {
        path: entry.path.clone(),
        got: format!("`{found}`"),
        allowed: names(found, expected),
        of_name: false,
        keeps_content: nearest.is_some(),
        mend: Some((start..end, name.to_owned())),
    }
}

/// Something else where `( … )` is wanted. A variant without its brackets keeps its name.
fn structure(text: &str, entry: &Entry, offset: usize) -> Mistake {
    let bare = &text[entry.value.clone()];
    let named = entry.shape == Shape::Scalar && bare.starts_with(|c: char| c.is_ascii_uppercase());
    let stand_in = if named {
        format!("{bare}()")
    } else {
        "()".to_owned()
    };
    Mistake {
        path: entry.path.clone(),
        got: excerpt(text, entry),
        allowed: "( … )".to_owned(),
        of_name: false,
        keeps_content: false,
        mend: Some((wrong(entry, offset), stand_in)),
    }
}

/// The bytes to replace: the value or, when an element is missing behind the bracket, the empty place for it.
fn wrong(entry: &Entry, offset: usize) -> std::ops::Range<usize> {
    let behind_bracket =
        entry.shape != Shape::Scalar && offset >= entry.inside && offset < entry.value.end;
    if behind_bracket {
        offset..offset
    } else {
        entry.value.clone()
    }
}

/// A tuple with more elements than it should have: the rest is cut off.
fn too_long(text: &str, index: &RonIndex, element: &Entry, offset: usize) -> Mistake {
    let outer = &element.path[..element.path.rfind('[').unwrap_or(0)];
    let tuple = index.get(outer).unwrap_or(element);
    let close = tuple.inside + text[tuple.inside..tuple.value.end].rfind(')').unwrap_or(0);
    Mistake {
        path: tuple.path.clone(),
        got: excerpt(text, tuple),
        allowed: "fewer values in ( )".to_owned(),
        of_name: false,
        keeps_content: false,
        mend: (offset < close).then(|| (offset..close, String::new())),
    }
}

/// RON says "integer" of a fraction and of a number that is too large alike.
fn integer(text: &str, entry: &Entry) -> &'static str {
    if text[entry.value.clone()].starts_with('-') {
        "a whole number, not negative"
    } else {
        "a whole number"
    }
}

/// The text of a value on one line, cut.
fn excerpt(text: &str, entry: &Entry) -> String {
    let words = text[entry.value.clone()]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if words.chars().count() > SHOWN {
        words.chars().take(SHOWN).chain(['…']).collect()
    } else {
        words
    }
}

/// The character at a byte, in quotes.
fn now_at(text: &str, offset: usize) -> String {
    let next = text.get(offset..).and_then(|rest| rest.chars().next());
    next.map_or_else(|| "the end of the file".to_owned(), |c| format!("`{c}`"))
}

/// RON's message without its capital.
fn lower(message: &str) -> String {
    let message = message.strip_prefix("Expected ").unwrap_or(message);
    let mut characters = message.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}
