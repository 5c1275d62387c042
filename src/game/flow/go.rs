//! The ways between screens that need work: opening the content, preparing an attempt, ending one.

use std::sync::Arc;

use bevy::prelude::*;
use sha2::{Digest, Sha256};

use super::attempt::{self, Attempt, Interrupted, Start};
use super::debrief::Debriefing;
use super::inspection::Limits;
use super::mode::Mode;
use super::load::{Done, Job, Shelf, failure, library_failure};
use super::page::Page;
use super::picture::Stage;
use super::desk::Desk;
use super::lesson::Lesson;
use super::records::now_ms;
use super::reload::Reload;
use super::{Flow, Screen, body};
use crate::drill::{Drill, LibraryError};
use crate::game::audio::{Knock, Sounds};
use crate::game::input::Hands;
use crate::game::panels::{Phrase, error, wait};
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::PatientShape;
use crate::records::store::Attempt as Kept;
use crate::scoring::score;
use crate::session::DT;
use crate::session::recording::ENGINE;

/// Height of the picture at the start of an attempt and in the debrief, in radii of the zone.
const CLOSE: f64 = 6.5;

impl Flow {
    /// Shows an error.
    pub(super) fn fail(&mut self, next: &mut NextState<Screen>, trouble: error::Model) {
        self.trouble = trouble;
        NextState::set_if_neq(next, Screen::Error);
    }

    /// Begins long work and shows that it goes on.
    pub(super) fn work(&mut self, next: &mut NextState<Screen>, job: Job) {
        self.page = Page::Wait(wait::Model { doing: job.doing.clone(), share: None });
        self.job = Some(job);
        NextState::set_if_neq(next, Screen::Loading);
    }

    /// Prepares an attempt at a drill, or at a variant of one.
    pub(super) fn start(&mut self, next: &mut NextState<Screen>, id: &str, seed: Option<u64>, mode: Mode) {
        let Some(shelf) = self.shelf.clone() else { return };
        let next_of = |attempt: u64| shelf.library.any_drill(id).map_or(attempt, |drill| drill.seed(attempt));
        self.begun = Some(Arc::clone(&shelf));
        let seed = seed.unwrap_or_else(|| next_of(self.results.attempts(id) as u64 + 1));
        let (id, home, shapes) = (id.to_owned(), self.home.clone(), self.shapes.clone());
        let player = self.results.records().code().map(str::to_owned);
        let job = Job::start("wait-patient", move || {
            let prepared = prepare(&shelf, (&id, seed), mode, player).map(|start| {
                let shape = shape(&start, shapes.get(&start.drill.skin()));
                (Attempt::new(start, &home), shape)
            });
            done(&shelf, prepared)
        });
        self.work(next, job);
    }

    /// Prepares an attempt at a drill that need not be on the shelf.
    pub(super) fn start_drill(&mut self, next: &mut NextState<Screen>, drill: Drill, seed: u64, mode: Mode) {
        let Some(shelf) = self.shelf.clone() else { return };
        self.begun = Some(Arc::clone(&shelf));
        let (home, shapes) = (self.home.clone(), self.shapes.clone());
        let player = self.results.records().code().map(str::to_owned);
        let job = Job::start("wait-patient", move || {
            let prepared = prepare_drill(&shelf, drill, seed, mode, player).map(|start| {
                let shape = shape(&start, shapes.get(&start.drill.skin()));
                (Attempt::new(start, &home), shape)
            });
            done(&shelf, prepared)
        });
        self.work(next, job);
    }

    /// Prepares an attempt at the same drill on the next patient whose skin takes it.
    pub(super) fn start_elsewhere(&mut self, next: &mut NextState<Screen>, drill: Drill, seed: u64, mode: Mode) {
        let Some(shelf) = self.shelf.clone() else { return };
        self.begun = Some(Arc::clone(&shelf));
        let (home, shapes) = (self.home.clone(), self.shapes.clone());
        let player = self.results.records().code().map(str::to_owned);
        let job = Job::start("wait-patient", move || {
            let Some(there) = shelf.library.elsewhere(&drill) else {
                return Done::Failed(failure("error-elsewhere", &[drill.title.clone()], true));
            };
            let prepared = prepare(&shelf, (&there.id, seed), mode, player).map(|start| {
                let shape = shape(&start, shapes.get(&start.drill.skin()));
                (Attempt::new(start, &home), shape)
            });
            done(&shelf, prepared)
        });
        self.work(next, job);
    }

    /// Goes on with the attempt that was interrupted.
    pub(super) fn resume(&mut self, next: &mut NextState<Screen>) {
        let Some(Interrupted { mode, path, recording }) = attempt::interrupted(&self.home, self.results.records().code()) else { return };
        let Some(shelf) = self.shelf.clone() else { return };
        self.begun = Some(Arc::clone(&shelf));
        let (home, shapes) = (self.home.clone(), self.shapes.clone());
        let job = Job::measured("wait-resume", move |far| {
            let header = &recording.header;
            let prepared = prepare(&shelf, (&header.drill, header.seed), mode, Some(header.player.clone()));
            if let Ok(start) = &prepared
                && (start.hash != header.drill_hash || header.engine != ENGINE)
            {
                return Done::Failed(failure("error-journal", &[path.display().to_string()], true));
            }
            done(&shelf, prepared.map(|start| {
                let shape = shape(&start, shapes.get(&start.drill.skin()));
                (Attempt::resume(start, &recording, &path, &home, far), shape)
            }))
        });
        self.work(next, job);
    }

    /// Ends the attempt: seals its recording and works out its score.
    pub(super) fn judge(&mut self, next: &mut NextState<Screen>) {
        let (Some(mut attempt), Some(stage), Some(shelf)) = (self.attempt.take(), self.stage.take(), self.attempts_shelf()) else { return };
        let job = Job::start("wait-score", move || {
            let (recording, sealed) = attempt.seal().unzip();
            let times = (attempt.began_ms, now_ms());
            let rubric = match shelf.library.rubric(&attempt.drill.rubric) {
                Ok(rubric) => rubric,
                Err(error) => return Done::Failed(library_failure(&error, true)),
            };
            let scorecard = score(&attempt.session, rubric);
            let (frames, session) = (attempt.frames, attempt.session);
            let mut debrief = Debriefing::new(attempt.drill, attempt.seed, session, scorecard, frames, stage);
            debrief.mode = attempt.mode;
            debrief.skins.splice(0..0, attempt.looks.past());
            debrief.recording = recording.unwrap_or_default();
            let time_s = debrief.session.tick() as f64 * DT;
            let (drill, hash) = (&debrief.drill, shelf.library.hash(&debrief.drill));
            let judged = Kept::judged(&drill.id, &hash, debrief.mode.id(), debrief.seed, &debrief.scorecard, Some(times), time_s);
            if let Some(sealed) = &sealed {
                debrief.seal(Sha256::digest(sealed).into(), sealed);
            }
            let to_keep = debrief.mode.counts().then_some((judged, sealed));
            debrief.look_ahead(rubric);
            Done::Debrief(Box::new(debrief), to_keep.map(Box::new))
        });
        self.work(next, job);
    }

    /// The shelf that the attempt began with: the files may have changed since.
    pub(super) fn attempts_shelf(&self) -> Option<Arc<Shelf>> {
        self.begun.clone().or_else(|| self.shelf.clone())
    }

    /// Gives the attempt up.
    pub(super) fn discard(&mut self) {
        if let Some(mut attempt) = self.attempt.take() {
            attempt.discard();
        }
        self.stage = None;
        self.pause = None;
    }
}

pub(super) fn prepare(shelf: &Shelf, (id, seed): (&str, u64), mode: Mode, player: Option<String>) -> Result<Start, LibraryError> {
    prepare_drill(shelf, shelf.library.any_drill(id)?.into_owned(), seed, mode, player)
}

fn prepare_drill(shelf: &Shelf, drill: Drill, seed: u64, mode: Mode, player: Option<String>) -> Result<Start, LibraryError> {
    let drill = drill.for_attempt(seed).into_owned();
    let setup = shelf.library.setup(&drill, seed)?;
    let limits = Limits::of(shelf.library.rubric(&drill.rubric)?);
    Ok(Start { hash: shelf.library.hash(&drill), seed, setup, limits, drill, mode, player })
}

/// The surfaces of the drill's patient, built once.
fn shape(start: &Start, known: Option<&Arc<PatientShape>>) -> Arc<PatientShape> {
    known.map_or_else(|| Arc::new(body::patient(&start.setup.anatomy)), Arc::clone)
}

fn done(shelf: &Shelf, prepared: Result<(Attempt, Arc<PatientShape>), LibraryError>) -> Done {
    match prepared {
        Ok((attempt, shape)) => {
            let stage = Stage::new(shape, &attempt.session, Some(shelf.library.tension(attempt.session.setup().anatomy.part())));
            Done::Attempt(Box::new(attempt), Box::new(stage))
        }
        Err(error) => Done::Failed(library_failure(&error, true)),
    }
}

/// The title shows the whole face again, wherever the eye was before.
pub(super) fn face(mut eye: ResMut<Eye>, mut glide: ResMut<Glide>) {
    glide.stop();
    *eye = Eye::of(View::ThreeQuarterLeft);
}

/// Takes in what finished work gives, and shows it.
pub(super) fn arrive(
    mut flow: ResMut<Flow>,
    mut next: ResMut<NextState<Screen>>,
    mut hands: ResMut<Hands>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
    sounds: Res<Sounds>,
) {
    let flow = flow.bypass_change_detection();
    let Some(done) = flow.job.as_ref().and_then(Job::poll) else { return };
    flow.job = None;
    match done {
        Done::Shelf(shelf, languages, shape, stamps, records) => {
            flow.reload = Reload::start(Arc::clone(&shelf), stamps);
            flow.languages = languages;
            flow.shelf = Some(shelf);
            let (results, own) = *records;
            flow.results = results;
            flow.wear(own.as_ref());
            if let Some((id, shape)) = shape {
                flow.face = Some(Arc::clone(&shape));
                flow.shapes.insert(id, shape);
            }
            *eye = Eye::of(View::ThreeQuarterLeft);
            match flow.results.records().learner() {
                Some(_) => flow.begin(&mut next),
                None => flow.to_learners(&mut next),
            }
        }
        Done::Attempt(attempt, stage) => {
            // Of patients who were drawn for one attempt the last is kept.
            flow.shapes.retain(|name, _| !name.contains('#'));
            flow.shapes.insert(attempt.drill.skin(), Arc::clone(&stage.patient));
            hands.rest();
            hands.speed_mm_s = flow.settings.speed_mm_s;
            glide.go(&eye, View::Close(stage.marks.middle, stage.marks.radius_mm * CLOSE));
            flow.desk = Desk::default();
            flow.attempt = Some(*attempt);
            flow.stage = Some(*stage);
            flow.pause = None;
            flow.lesson = flow.attempt.as_ref().is_some_and(|attempt| attempt.mode == Mode::Learn).then(Lesson::first_fan);
            flow.back = Screen::Title;
            NextState::set_if_neq(&mut next, Screen::Procedure);
        }
        Done::Turned(turned) => flow.turned(&mut next, turned),
        Done::Debrief(mut debrief, to_keep) => {
            if debrief.scorecard.passed && !debrief.is_of_class() {
                sounds.0.knock(Knock::Done);
            }
            if let Some((attempt, recording)) = to_keep.map(|kept| *kept) {
                debrief.kept = flow.results.add(attempt, recording.as_deref());
                if let (Some(kept), Some(shelf)) = (debrief.kept, &flow.shelf) {
                    let title = debrief.drill.words(&flow.lang).title;
                    let pass_mark = shelf.library.rubric(&debrief.drill.rubric).ok().map(|rubric| rubric.pass_mark);
                    flow.results.tell_attempt(kept, flow.lang.code(), &title, pass_mark);
                }
            }
            glide.go(&eye, View::Close(debrief.stage.marks.middle, debrief.stage.marks.radius_mm * CLOSE));
            let mut debrief = *debrief;
            if let Some(shelf) = &flow.attempts_shelf() {
                debrief.open(&shelf.library, &flow.results, &flow.home);
                debrief.open_records(shelf, flow.results.records());
            }
            flow.debrief = Some(debrief);
            NextState::set_if_neq(&mut next, Screen::Debrief);
        }
        // The atlas takes in its own.
        Done::Subject(_) => {}
        Done::Failed(trouble) => {
            flow.back = Screen::Title;
            flow.fail(&mut next, trouble);
        }
    }
}

/// The page while something is waited for.
pub(super) fn waiting(flow: &Flow) -> Page {
    let job = flow.job.as_ref();
    Page::Wait(wait::Model { doing: job.map_or_else(|| Phrase::new("wait-content"), |job| job.doing.clone()), share: job.and_then(|job| job.far.share()) })
}
