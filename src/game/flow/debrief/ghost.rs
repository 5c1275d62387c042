//! Another's attempt at the same drill, on the same patient with the same seed, to be watched beside one's own.
//!
//! **Invariant:** it is an attempt like any other (a session with its score and its moments), whoever made it: an expert operator,
//! who plays while the debrief is being read, or an instructor, whose recording is simulated again.

use std::sync::Arc;

use super::work::{Course, Work};
use crate::game::flow::frame::{Frame, MOMENT_TICKS};
use crate::game::flow::load::Shelf;
use crate::game::flow::looks::Look;
use crate::game::scene::model::{DoseMap, SkinField};
use crate::scoring::{Rubric, Scorecard, score};
use crate::session::recording::Recording;
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

impl Ghost {
    fn of(Played { session, frames, skins }: Played, rubric: &Rubric, course: &Course) -> Self {
        let scorecard = score(&session, rubric);
        course.on(1.0);
        Self { stations: Stations::of(&session), session, scorecard, frames, skins }
    }
}

/// Lets an expert operator play a setup; `grid` is the zone's without dose.
pub(super) fn expert(setup: Arc<Setup>, seed: u64, rubric: Rubric, grid: Arc<DoseMap>) -> Work<Ghost> {
    Work::start(move |course| play(setup, seed, &rubric, &grid, course))
}

/// Plays a sealed recording again; nothing where its drill is not what it was.
pub(super) fn reference(shelf: Arc<Shelf>, sealed: Vec<u8>, grid: Arc<DoseMap>) -> Work<Ghost> {
    Work::start(move |course| {
        let recording = Recording::read_sealed(&sealed).ok()?;
        let header = &recording.header;
        let drill = shelf.library.any_drill(&header.drill).ok()?;
        if shelf.library.hash(&drill) != header.drill_hash {
            return None;
        }
        let mut session = Session::new(shelf.library.setup(&drill, header.seed).ok()?);
        let mut seen = Seen::default();
        for (done, tick) in recording.ticks.iter().enumerate() {
            if session.finished() {
                break;
            }
            session.step(&tick.controls);
            if seen.look(&session, &grid) && !course.on(done as f64 / recording.ticks.len() as f64) {
                return None;
            }
        }
        Some(Ghost::of(seen.played(session), shelf.library.rubric(&drill.rubric).ok()?, course))
    })
}

/// What is kept of an attempt while it is played.
#[derive(Default)]
struct Seen {
    frames: Vec<Frame>,
    skins: Vec<(u64, Arc<SkinField>)>,
    passes: usize,
}

impl Seen {
    /// Looks at a session after a tick; whether this was a moment that is kept.
    fn look(&mut self, session: &Session, grid: &DoseMap) -> bool {
        let kept = session.tick() % MOMENT_TICKS == 1 || session.finished();
        if kept {
            self.frames.extend(Frame::of(session));
        }
        if session.passes().len() != self.passes || session.finished() {
            self.passes = session.passes().len();
            self.skins.push((session.tick(), Look::at(session.deposits(), session.setup(), grid, session.tick()).skin));
        }
        kept
    }

    fn played(self, session: Session) -> Played {
        Played { session, frames: self.frames, skins: self.skins }
    }
}

fn play(setup: Arc<Setup>, seed: u64, rubric: &Rubric, grid: &DoseMap, course: &Course) -> Option<Ghost> {
    let (_, level) = NAMED.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let operator = Operator::new(operators()?.at(*level), None, seed);
    Some(Ghost::of(played(setup, operator, grid, |share| course.on(share))?, rubric, course))
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
    let mut seen = Seen::default();
    while !session.finished() {
        let controls = operator.act(&session);
        session.step(&controls);
        // What is laid is most of the way; the rest goes by at the end.
        if seen.look(&session, grid) && !on(0.97 * session.ledger().laid_ul / planned_ul) {
            return None;
        }
    }
    Some(seen.played(session))
}
