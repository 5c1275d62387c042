//! Another's attempt at the same drill, on the same patient with the same seed, to be watched beside one's own.
//!
//! **Invariant:** it is an attempt like any other (a session with its score and its moments), whoever made it: here an expert operator,
//! who plays while the debrief is being read.

use std::sync::Arc;

use super::work::{Course, Work};
use crate::game::flow::frame::Frame;
use crate::game::flow::looks::Look;
use crate::game::scene::model::{DoseMap, SkinField};
use crate::scoring::{Rubric, Scorecard, score};
use crate::session::{Session, Setup, Stations};
use crate::source::Content;
use crate::trainee::{NAMED, Operator, SkillTable};

/// Ticks between two moments, and between two looks at whether it is still wanted.
const FRAME_TICKS: u64 = 12;

/// Somebody's finished attempt.
pub(super) struct Ghost {
    /// The session as it ended.
    pub(super) session: Session,
    /// Its score.
    pub(super) scorecard: Scorecard,
    /// Moments, ten a second.
    pub(super) frames: Vec<Frame>,
    /// The skin as it was after each pass, oldest first.
    pub(super) skins: Vec<(u64, Arc<SkinField>)>,
    /// Its stations.
    pub(super) stations: Stations,
}

/// Lets an expert operator play a setup; `grid` is the zone's without dose.
pub(super) fn expert(setup: Arc<Setup>, seed: u64, rubric: Rubric, grid: Arc<DoseMap>) -> Work<Ghost> {
    Work::start(move |course| play(setup, seed, &rubric, &grid, course))
}

fn play(setup: Arc<Setup>, seed: u64, rubric: &Rubric, grid: &DoseMap, course: &Course) -> Option<Ghost> {
    let file = "assets/operators.ron";
    let table = SkillTable::parse(file, &Content::find().ok()?.read_text(file).ok()?).ok()?;
    let (_, level) = NAMED.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let mut operator = Operator::new(table.at(*level), None, seed);
    let planned_ul = (setup.planned_ml * 1e3).max(1.0);
    let mut session = Session::new(setup);
    let (mut frames, mut skins) = (Vec::new(), Vec::new());
    let mut passes = 0;
    while !session.finished() {
        let controls = operator.act(&session);
        session.step(&controls);
        if session.tick() % FRAME_TICKS == 1 || session.finished() {
            frames.extend(Frame::of(&session));
            // What is laid is most of the way; the rest goes by at the end.
            if !course.on(0.97 * session.ledger().laid_ul / planned_ul) {
                return None;
            }
        }
        if session.passes().len() != passes || session.finished() {
            passes = session.passes().len();
            skins.push((session.tick(), Look::at(session.deposits(), session.setup(), grid, session.tick()).skin));
        }
    }
    let scorecard = score(&session, rubric);
    course.on(1.0);
    Some(Ghost { stations: Stations::of(&session), session, scorecard, frames, skins })
}
