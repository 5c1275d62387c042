//! The replay of a quiz item: an operator's attempt with one fault, watched beside the question.
//!
//! **Invariant:** it is an attempt that the simulation plays; what is read beside it is read off its moments.

use std::sync::Arc;

use bevy::prelude::*;

use super::body;
use super::debrief::{Debriefing, Played, operators, played};
use super::load::{Done, Far, Job, Shelf, failure, library_failure};
use super::picture::Stage;
use super::{Flow, Screen};
use crate::anatomy::TissueField;
use crate::game::input::{Acts, Controls};
use crate::game::panels::debrief::Show;
use crate::game::panels::quiz::{Action, Model, Moves, Replaying, Shown};
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::SceneModel;
use crate::quiz::{Exhibit, Item, Replay, ReplayFault};
use crate::scoring::score;
use crate::session::DT;
use crate::trainee::{Fault, Operator};

/// Height of the picture over the radius of the zone [design].
const CLOSE: f64 = 5.0;
/// How much quicker than in life it runs: an attempt takes minutes [design].
const SPEED: f64 = 2.0;
/// Way of the tip between two moments below which it rests, mm.
const RESTS_MM: f64 = 0.05;

/// The replay on the screen.
#[derive(Default)]
pub(super) struct Replayed {
    of: Option<Replay>,
    job: Option<Job>,
    there: Option<Box<Debriefing>>,
    failed: bool,
}

impl Replayed {
    /// Whether the patient is in the window now.
    pub(super) fn on_patient(&self) -> bool {
        self.there.is_some()
    }

    /// Turns to the item on the screen.
    fn turn_to(&mut self, item: Option<&Item>, shelf: &Arc<Shelf>) {
        let of = item.and_then(|item| if let Some(Exhibit::Replay(replay)) = &item.exhibit { Some(replay) } else { None });
        if of == self.of.as_ref() {
            return;
        }
        *self = Self { of: of.cloned(), ..Self::default() };
        if let Some(replay) = self.of.clone() {
            let shelf = Arc::clone(shelf);
            self.job = Some(Job::measured("quiz-replay-coming", move |far| prepare(&replay, &shelf, far)));
        }
    }

    /// Takes in what has come; whether the eye has to go there.
    fn tend(&mut self, seconds: f64) -> bool {
        if let Some(there) = &mut self.there {
            there.tend(seconds);
        }
        let Some(done) = self.job.as_ref().and_then(Job::poll) else { return false };
        self.job = None;
        match done {
            Done::Debrief(debrief, _) => self.there = Some(debrief),
            _ => self.failed = true,
        }
        self.there.is_some()
    }

    /// Obeys what is the replay's.
    pub(super) fn obey(&mut self, action: &Action) {
        let Some(there) = &mut self.there else { return };
        match action {
            Action::Play(on) => there.play(*on),
            Action::Seek(time_s) => there.seek(f64::from(*time_s)),
            _ => {}
        }
    }

    /// What the scene draws.
    pub(super) fn fill(&mut self, model: &mut SceneModel) {
        if let Some(there) = &mut self.there {
            there.fill(model);
            model.hot_spots.clear();
            model.dose = None;
        }
    }

    /// Puts the replay beside the question.
    pub(super) fn put(&self, model: &mut Model) {
        let Model::Item(item) = model else { return };
        if self.of.is_none() {
            return;
        }
        item.shown = Some(match &self.there {
            Some(there) => Shown::Replay(reading(there)),
            None if self.failed => Shown::NoReplay,
            None => Shown::ReplayComing(self.job.as_ref().and_then(|job| job.far.share())),
        });
    }
}

/// What is read beside the replay: of its moments before and after its time.
fn reading(there: &Debriefing) -> Replaying {
    let tick = (there.time_s / DT).round() as u64;
    let next = there.frames.partition_point(|frame| frame.tick <= tick);
    let now = there.frames.get(next.saturating_sub(1));
    let before = there.frames.get(next.saturating_sub(2));
    let inside = |frame: &super::frame::Frame| frame.cannula.entry_arc_mm;
    let moves = match (before.and_then(inside), now.and_then(inside)) {
        // The further the entry point from the hub, the less of the shaft is inside.
        (Some(before), Some(now)) if now < before - RESTS_MM => Moves::In,
        (Some(before), Some(now)) if now > before + RESTS_MM => Moves::Out,
        (_, Some(_)) => Moves::Still,
        _ => Moves::Outside,
    };
    let tip = now.filter(|frame| inside(frame).is_some()).and_then(|frame| frame.cannula.nodes.last());
    Replaying {
        time_s: there.time_s as f32,
        length_s: there.length_s() as f32,
        playing: there.playing,
        moves,
        below_dermis_mm: tip.map(|tip| there.session.setup().anatomy.sample(*tip).below_dermis_mm()),
        flows: now.is_some_and(|frame| frame.cannula.flowing_at.is_some()),
        left: now.map_or(1.0, |frame| frame.cannula.left),
    }
}

fn prepare(replay: &Replay, shelf: &Shelf, far: &Far) -> Done {
    let made = (|| {
        let library = &shelf.library;
        let drill = library.any_drill(&replay.drill)?.into_owned();
        let setup = library.setup(&drill, replay.seed)?;
        let rubric = library.rubric(&drill.rubric)?;
        Ok((drill, setup, rubric))
    })();
    let (drill, setup, rubric) = match made {
        Ok(made) => made,
        Err(error) => return Done::Failed(library_failure(&error, true)),
    };
    let fault = match replay.fault {
        ReplayFault::Shallow(mm) => Fault::Shallow(mm),
        ReplayFault::UnevenSpacing => Fault::UnevenSpacing,
        ReplayFault::FlowAdvancing => Fault::FlowAdvancing,
    };
    let Some(table) = operators() else { return Done::Failed(failure("error-asset", &["assets/operators.ron".to_owned()], true)) };
    let operator = Operator::new(table.at(replay.skill), Some(fault), replay.seed);
    let grid = body::dose_grid(&setup.zone, setup.target_mg_cm2);
    let on = |share: f64| {
        far.set((share * 1000.0) as usize, 1000);
        true
    };
    let Some(Played { session, frames, skins }) = played(setup, operator, &grid, on) else {
        return Done::Failed(failure("error-content", &[replay.drill.clone()], true));
    };
    let scorecard = score(&session, rubric);
    let shape = Arc::new(body::patient(&session.setup().anatomy));
    let stage = Stage::new(shape, &session, None);
    let mut debrief = Debriefing::new(drill, replay.seed, session, scorecard, frames, stage);
    debrief.skins.splice(0..0, skins);
    debrief.set_show(Show::Threads, true);
    debrief.speed = SPEED;
    debrief.play(true);
    Done::Debrief(Box::new(debrief), None)
}

/// Plays the replay of the item on the screen, and turns the eye.
pub(super) fn tend(
    screen: Res<State<Screen>>,
    acts: Res<Acts>,
    controls: Res<Controls>,
    time: Res<Time>,
    mut flow: ResMut<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Quiz {
        return;
    }
    let flow = flow.bypass_change_detection();
    let Some(shelf) = flow.shelf.clone() else { return };
    flow.replayed.turn_to(flow.quiz.item(), &shelf);
    if flow.replayed.tend(time.delta_secs_f64())
        && let Some(there) = &flow.replayed.there
    {
        glide.go(&eye, View::Close(there.stage.marks.middle, there.stage.marks.radius_mm * CLOSE));
    }
    if flow.replayed.on_patient() {
        super::keys::look(&acts, &controls, time.delta_secs_f64().min(0.25), &mut eye, &mut glide);
    }
}
