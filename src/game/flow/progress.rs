//! Progress: the results at each drill as its learning curve, and the exams.

use super::load::Shelf;
use super::results::Results;
use crate::game::panels::progress::{Course, Exam, Model};
use crate::game::panels::{Phrase, drills};
use crate::game::theme::State;
use crate::lang::Lang;
use crate::scoring::learning::{Attempted, Standing, curve};

/// The page.
pub(super) fn page(shelf: &Shelf, results: &Results, lang: &Lang) -> Model {
    let title = |id: &str| shelf.library.any_drill(id).map_or_else(|_| id.to_owned(), |drill| drill.words(lang).title);
    let course = |drill: &crate::drill::Drill| {
        let attempts: Vec<drills::Result> = results.drill(&drill.id).collect();
        let rubric = shelf.library.rubric(&drill.rubric).ok()?;
        let seen: Vec<Attempted> = attempts.iter().map(|it| Attempted { total: it.total, passed: it.passed }).collect();
        let points = curve(&rubric.learning, &seen);
        let last = points.last()?;
        let standing = match last.standing {
            Standing::Learning => ("menu-progress-learning", State::Neutral),
            Standing::Proficient => ("menu-progress-proficient", State::Target),
            Standing::Relapsed => ("menu-progress-relapsed", State::Attention),
        };
        Some(Course {
            title: drill.words(lang).title,
            attempts,
            means: points.iter().map(|point| point.rolling.mean).collect(),
            error: last.rolling.standard_error,
            pass_mark: rubric.pass_mark,
            standing: Some((Phrase::new(standing.0), standing.1)),
        })
    };
    let exams = results.exams().rev().map(|(id, result)| Exam { title: title(id), result }).collect();
    Model { courses: shelf.library.drills().iter().filter_map(course).collect(), exams }
}
