//! Another's attempt at the same drill, on the same patient with the same seed, to be watched beside one's own.
//!
//! **Invariant:** it is an attempt like any other (a session with its score and its moments), whoever made it: here an expert operator,
//! who plays while the debrief is being read.

use std::sync::Arc;

use super::work::{Course, Work};
use crate::game::flow::frame::{Frame, MOMENT_TICKS};
use crate::game::flow::looks::Look;
use crate::game::scene::model::{DoseMap, SkinField};
use crate::scoring::{Rubric, Scorecard, score};
use crate::session::{Session, Setup, Stations};
use crate::source::Content;
use crate::trainee::{NAMED, Operator, SkillTable};

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
    let (_, level) = NAMED.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let operator = Operator::new(operators()?.at(*level), None, seed);
    let Played { session, frames, skins } = played(setup, operator, grid, |share| course.on(share))?;
    let scorecard = score(&session, rubric);
    course.on(1.0);
    Some(Ghost { stations: Stations::of(&session), session, scorecard, frames, skins })
}

/// The skills of synthetic operators; none where the content lacks them.
pub(in crate::game::flow) fn operators() -> Option<SkillTable> {
    let file = "assets/operators.ron";
    SkillTable::parse(file, &Content::find().ok()?.read_text(file).ok()?).ok()
}

/// What an operator did, to be watched.
pub(in crate::game::flow) struct Played {
    /// The session as it ended.
    pub(in crate::game::flow) session: Session,
    /// Moments, ten a second.
    pub(in crate::game::flow) frames: Vec<Frame>,
    /// The skin as it was after each pass, oldest first.
    pub(in crate::game::flow) skins: Vec<(u64, Arc<SkinField>)>,
}

/// Lets an operator play a setup to its end; `on` is told the share that is done, and says whether to go on.
pub(in crate::game::flow) fn played(setup: Arc<Setup>, mut operator: Operator, grid: &DoseMap, on: impl Fn(f64) -> bool) -> Option<Played> {
    let planned_ul = (setup.planned_ml * 1e3).max(1.0);
    let mut session = Session::new(setup);
    let (mut frames, mut skins) = (Vec::new(), Vec::new());
    let mut passes = 0;
    while !session.finished() {
        let controls = operator.act(&session);
        session.step(&controls);
        if session.tick() % MOMENT_TICKS == 1 || session.finished() {
            frames.extend(Frame::of(&session));
            // What is laid is most of the way; the rest goes by at the end.
            if !on(0.97 * session.ledger().laid_ul / planned_ul) {
                return None;
            }
        }
        if session.passes().len() != passes || session.finished() {
            passes = session.passes().len();
            skins.push((session.tick(), Look::at(session.deposits(), session.setup(), grid, session.tick()).skin));
        }
    }
    Some(Played { session, frames, skins })
}
