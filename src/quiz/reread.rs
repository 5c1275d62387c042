//! The banks and blueprints read anew while the program runs.
//!
//! **Invariant:** what was right stays until something right takes its place or its file is gone.

use super::{Bank, Blueprint};
use crate::source::{Content, ContentError, Problem, Problems};

/// Banks and blueprints.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quizzes {
    /// The banks, in the order of their files' names.
    pub banks: Vec<Bank>,
    /// The blueprints of exams, in the order of their files' names.
    pub blueprints: Vec<Blueprint>,
}

fn folder<T: Clone>(
    (content, path): (&Content, &str),
    problems: &mut Vec<Problem>,
    parse: impl Fn(&str, &str) -> Result<T, Problems>,
    last: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, ContentError> {
    let mut found = Vec::new();
    for file in content.list(path, "ron")? {
        let whole = |error: ContentError| {
            let (got, allowed) = (error.to_string(), "a text file that can be read".to_owned());
            Problems(vec![Problem { file: file.clone(), line: 1, column: 1, field: String::new(), got, allowed }])
        };
        match content.read_text(&file).map_err(whole).and_then(|text| parse(&file, &text)) {
            Ok(thing) => found.push(thing),
            Err(wrong) => {
                problems.extend(wrong.0);
                found.extend(last(file.rsplit('/').next().unwrap_or(&file).trim_end_matches(".ron")));
            }
        }
    }
    Ok(found)
}

impl Quizzes {
    /// What is installed now; of a file that is wrong, what stood here before. The problems come beside it.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn reread(&self, content: &Content) -> Result<(Self, Problems), ContentError> {
        let mut problems = Vec::new();
        let last = |stem: &str| self.banks.iter().find(|bank| bank.id == stem).cloned();
        let banks = folder((content, "levels/quizzes"), &mut problems, Bank::parse, last)?;
        let last = |stem: &str| self.blueprints.iter().find(|blueprint| blueprint.id == stem).cloned();
        let blueprints = folder((content, Blueprint::FOLDER), &mut problems, Blueprint::parse, last)?;
        Ok((Self { banks, blueprints }, Problems(problems).sorted()))
    }
}
