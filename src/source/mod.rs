//! Content files on disk: where they are, how RON is read, and how every mistake in one is named.
//!
//! A content file is read in one call: [`read`] (file name, text, a closure of checks). The rules:
//!
//! - The shape of a file is a `RawX` struct with `#[serde(deny_unknown_fields)]`; it holds `String` for names and
//!   references and `f64` for numbers, so that a misspelt name or a wrong number is a *checked* mistake and not a parse
//!   error. `Some(…)` may be left out around an optional value. Avoid `#[serde(flatten)]` and untagged enums: RON loses
//!   the position of what stands in them.
//! - The closure turns a `RawX` into the game's type (or only looks at it) and reports to the [`Checker`]: `range`,
//!   `one_of`, `require`. It never stops at the first mistake.
//! - Unknown fields, missing fields and values of the wrong type do not stop the reading either: each is noted, a stand-in
//!   takes its place ([`repair`](self)), and nothing is ever reported about a stand-in. So one run lists them all.
//! - **Invariant:** a value that needed a stand-in never leaves this room: `read` and [`parse`] return an error then.
//!
//! A place in a file is a path: `phases[2].limit` is field `limit` of element 2 (from 0) of field `phases`. Elements of
//! lists, tuples and tuple variants have an index, values of a map are fields named by their key, an enum variant adds
//! nothing (`Numeric(answer: 1)` in `question` is `question.answer`, `Flat([…])` in `zone` is `zone[0]`), nor does `Some`.

mod checker;
pub mod content;
pub mod problem;
mod repair;
pub mod ron_file;
pub mod ron_index;
mod scan;

pub use checker::Checker;
pub use content::{Content, ContentError};
pub use problem::{Problem, Problems, nearest};
pub use ron_file::{Located, parse, read};
