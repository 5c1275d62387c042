//! An attempt of the class, looked at again: its recording is simulated beside the window, and its debrief opened.

use std::sync::Arc;

use bevy::prelude::*;
use sha2::{Digest, Sha256};

use crate::game::flow::debrief::Debriefing;
use crate::game::flow::go::prepare;
use crate::game::flow::load::{Done, Far, Job, Shelf, failure, library_failure};
use crate::game::flow::looks::Look;
use crate::game::flow::mode::Mode;
use crate::game::flow::picture::Stage;
use crate::game::flow::{Attempt, Flow, Screen, body};
use crate::game::flow::home::Home;
use crate::game::scene::model::PatientShape;
use crate::records::xapi::text::shown;
use crate::scoring::score;
use crate::session::recording::Recording;

impl Flow {
    /// Opens the debrief of an attempt in the records; `who` played it.
    pub(super) fn watch_attempt(&mut self, next: &mut NextState<Screen>, attempt: i64, who: &str) {
        let Some(shelf) = self.shelf.clone() else { return };
        let (sealed, shapes) = (self.results.records().recording_of_class(attempt), self.shapes.clone());
        let who = shown(who, super::office::LETTERS);
        let job = Job::measured("wait-replay", move |far| {
            let Some(sealed) = sealed else { return Done::Failed(failure("error-recording", &[format!("attempt {attempt}: no recording")], true)) };
            let known = |skin: &str| shapes.get(skin).cloned();
            replay(&shelf, &sealed, &who, known, far)
        });
        self.work(next, job);
    }
}

fn replay(shelf: &Shelf, sealed: &[u8], who: &str, known: impl Fn(&str) -> Option<Arc<PatientShape>>, far: &Far) -> Done {
    let failed = |why: String| Done::Failed(failure("error-recording", &[why], true));
    let recording = match Recording::read_sealed(sealed) {
        Ok(recording) => recording,
        Err(error) => return failed(error.to_string()),
    };
    let header = &recording.header;
    let start = match prepare(shelf, (&header.drill, header.seed), Mode::Drill, None) {
        Ok(start) => start,
        Err(error) => return Done::Failed(library_failure(&error, true)),
    };
    if start.hash != header.drill_hash {
        return failed(shown(&header.drill, 80));
    }
    let rubric = match shelf.library.rubric(&start.drill.rubric) {
        Ok(rubric) => rubric,
        Err(error) => return Done::Failed(library_failure(&error, true)),
    };
    let shape = known(&start.drill.skin()).unwrap_or_else(|| Arc::new(body::patient(&start.setup.anatomy)));
    let mut attempt = Attempt::new(start, &Home::nowhere());
    let stage = Stage::new(shape, &attempt.session, Some(shelf.library.tension(attempt.session.setup().anatomy.part())));
    let (mut skins, mut passes) = (Vec::new(), 0);
    for (done, tick) in recording.ticks.iter().enumerate() {
        attempt.take(&tick.controls);
        far.set(done + 1, recording.ticks.len());
        let session = &attempt.session;
        if session.passes().len() != passes {
            passes = session.passes().len();
            skins.push((session.tick(), Look::at(session.deposits(), session.setup(), &stage.grid, session.tick()).skin));
        }
    }
    let scorecard = score(&attempt.session, rubric);
    let mut debrief = Debriefing::new(attempt.drill, attempt.seed, attempt.session, scorecard, attempt.frames, stage);
    debrief.skins.splice(0..0, skins);
    debrief.of_class(who);
    debrief.seal(Sha256::digest(sealed).into(), sealed);
    debrief.look_ahead(rubric);
    Done::Debrief(Box::new(debrief), None)
}
