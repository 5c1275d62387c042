//! The debrief: what the score says as panels, the replay of the attempt under the skin, another's attempt beside it, the months after.
//!
//! **Invariant:** it only reads: the scorecard is the core's, the replay shows the moments that the simulation passed through, and what
//! takes longer is worked out beside the window (see [`work`]) and given up when the debrief is left.

mod act;
mod compare;
mod export;
mod ghost;
mod maps;
mod model;
mod months;
mod notes;
mod pictures;
mod remarks;
mod scene;
mod work;

pub use pictures::{DebriefView, debriefs};

pub(super) use act::{follow, obey};
pub(super) use ghost::{Played, operators, played};

use std::sync::Arc;

use serde_json::{Value, json};

use self::compare::Compared;
use self::export::Exports;
use self::ghost::Ghost;
use self::months::After;
use self::notes::Notes;
use self::remarks::Remarks;
use self::work::{Stand, Work};
use super::frame::Frame;
use super::home::Home;
use super::mode::Mode;
use super::picture::Stage;
use super::load::Shelf;
use super::records::Records;
use super::results::Results;
use crate::anatomy::ReadyPatient;
use crate::drill::{Drill, Library, Variant};
use crate::game::panels::debrief::{Map, Quantity, Show, Tab, Whose};
use crate::game::scene::camera::View;
use crate::game::scene::model::{DoseMap, SkinField, SkinPoint};
use crate::scoring::{Outlook, Rubric, Score, Scorecard};
use crate::session::{DT, Session, Stations};
use crate::tissue::ResponseModel;

/// Height of the picture when a finding is looked at, mm.
const NEAR_MM: f64 = 150.0;

/// A finished attempt that is looked at.
pub(super) struct Debriefing {
    /// The drill.
    pub(super) drill: Drill,
    /// What the attempt was for.
    pub(super) mode: Mode,
    /// Seed of the attempt, for "again".
    pub(super) seed: u64,
    /// The session as it ended.
    pub(super) session: Session,
    /// Its score.
    pub(super) scorecard: Scorecard,
    /// Moments, ten a second.
    pub(super) frames: Vec<Frame>,
    /// Patient and marks.
    pub(super) stage: Stage,
    /// File of the recording; empty where none was written.
    pub(super) recording: String,
    /// Its number in the records, where it is kept there.
    pub(super) kept: Option<i64>,
    /// Time of the replay, s.
    pub(super) time_s: f64,
    /// Whether it runs.
    pub(super) playing: bool,
    /// How fast.
    pub(super) speed: f64,
    /// The finding that is looked at.
    pub(super) chosen: Option<usize>,
    /// What is shown.
    pub(super) show: [(Show, bool); 4],
    /// The skin as it was after some ticks, oldest first; the last is how it ended.
    pub(super) skins: Vec<(u64, Arc<SkinField>)>,
    /// Files to take away.
    pub(super) exports: Exports,
    /// Whose attempt it is, where an instructor looks at one of the class.
    of: Option<String>,
    remarks: Remarks,
    /// The tab that is open.
    tab: Tab,
    /// The score whose findings alone are shown.
    filter: Option<Score>,
    /// Whether the eye goes with the tip.
    following: bool,
    /// Map of what was laid, and map of the months.
    maps: (Map, Map),
    /// The map that was made last, and of what.
    drawn: Option<(Drawn, Arc<DoseMap>)>,
    /// The skin of a month that was made last.
    later: Option<(f64, Arc<SkinField>)>,
    stations: Stations,
    /// Another's attempt, coming and come.
    coming: Option<Work<Ghost>>,
    ghost: Option<Ghost>,
    ghost_failed: bool,
    /// Who made the reference that is the ghost; none for the expert operator.
    other: Option<String>,
    whose: Whose,
    after: Option<After>,
    compared: Compared,
    notes: Notes,
    /// The patient, where it is not the drill's own.
    patient: Option<ReadyPatient>,
}

/// What a map was made of.
#[derive(Clone, Copy, PartialEq)]
struct Drawn {
    map: Map,
    other: bool,
    month: f64,
    quantity: Quantity,
}

impl Debriefing {
    /// Looks at a finished session; the replay stands at its end.
    pub(super) fn new(drill: Drill, seed: u64, session: Session, scorecard: Scorecard, frames: Vec<Frame>, stage: Stage) -> Self {
        let last = stage.look(&session);
        Self {
            time_s: session.tick() as f64 * DT,
            stations: Stations::of(&session),
            drill,
            mode: Mode::Drill,
            seed,
            session,
            scorecard,
            frames,
            stage,
            recording: String::new(),
            kept: None,
            playing: false,
            speed: 1.0,
            chosen: None,
            show: [(Show::Threads, true), (Show::Cannula, false), (Show::Layers, false), (Show::HotSpots, false)],
            skins: vec![(last.tick, last.skin)],
            exports: Exports::default(),
            of: None,
            remarks: Remarks::default(),
            tab: Tab::Scores,
            filter: None,
            following: false,
            maps: (Map::Dose, Map::Response),
            drawn: None,
            later: None,
            coming: None,
            ghost: None,
            ghost_failed: false,
            other: None,
            whose: Whose::Mine,
            after: None,
            compared: Compared::default(),
            notes: Notes::default(),
            patient: None,
        }
    }

    /// Works out what is to come of what was laid (some 60 ms); nothing where nothing was laid.
    pub(super) fn look_ahead(&mut self, rubric: &Rubric) {
        if self.session.deposits().deposits().is_empty() {
            return;
        }
        let shelf = &self.session.setup().shelf;
        let outlook = Outlook::of_session(&self.session, rubric, shelf, &ResponseModel::built_in());
        self.after = outlook.ok().map(After::new);
    }

    /// Begins what is worked out beside the window, and finds what to compare with; the result of this attempt is the newest.
    pub(super) fn open(&mut self, library: &Library, results: &Results, home: &Home) {
        let setup = self.session.setup();
        if let Ok(rubric) = library.rubric(&self.drill.rubric) {
            self.coming = Some(ghost::expert(Arc::clone(setup), self.seed, rubric.clone(), Arc::clone(&self.stage.grid)));
        }
        let laid = self.session.mixture().preparation.clone();
        if let Some(after) = &mut self.after {
            after.begin(laid, Arc::clone(&setup.shelf));
        }
        if self.of.is_none() {
            let (last, best) = results.before(&self.drill.id, self.mode == Mode::Drill);
            self.compared = Compared::of(last, best);
        }
        self.notes = Notes::of((&self.recording, self.mode.folder()), home, self.kept, results);
        let elsewhere = Variant::parse(&self.drill.id).patient.is_some();
        self.patient = library.patient(&self.drill.patient).ok().filter(|_| elsewhere).cloned();
    }

    /// Lets so many seconds pass: the replay runs, and what has come is taken in.
    pub(super) fn tend(&mut self, seconds: f64) {
        self.run(seconds);
        match self.coming.as_ref().map(Work::look) {
            Some(Stand::Come(ghost)) => {
                (self.ghost, self.coming) = (Some(ghost), None);
            }
            Some(Stand::Failed) => {
                (self.ghost_failed, self.coming) = (true, None);
            }
            _ => {}
        }
        if let Some(after) = &mut self.after {
            after.tend();
        }
        self.tend_remarks();
        self.compared.tend();
    }

    /// Keeps what was written, when it is time.
    pub(super) fn write(&mut self, home: &Home, results: &mut Results) {
        self.notes.tend(home, results);
    }

    /// Looks for comments on it and for the drill's reference, which is then the ghost.
    pub(super) fn open_records(&mut self, shelf: &Arc<Shelf>, records: &Records) {
        self.open_remarks(records);
        let reference = self.reference().map(|ghost| ghost.player.clone());
        if let Some((who, sealed)) = reference.zip(records.ghost(&self.drill.id)) {
            self.coming = Some(ghost::reference(Arc::clone(shelf), sealed, Arc::clone(&self.stage.grid)));
            self.other = Some(who);
        }
    }

    /// An instructor looks at it: it is an attempt of the class.
    pub(super) fn of_class(&mut self, who: &str) {
        self.of = Some(who.to_owned());
    }

    /// Whether an instructor looks at an attempt of the class.
    pub(super) fn is_of_class(&self) -> bool {
        self.of.is_some()
    }

    /// What is written on leaving.
    pub(super) fn close(&mut self, home: &Home, results: &mut Results) {
        self.notes.write(home, results);
    }

    /// Length of the attempt, s.
    pub(super) fn length_s(&self) -> f64 {
        self.session.tick() as f64 * DT
    }

    /// Tick of the replay.
    fn tick(&self) -> u64 {
        (self.time_s / DT).round() as u64
    }

    /// Whether something is shown.
    pub(super) fn shows(&self, what: Show) -> bool {
        self.show.iter().any(|(show, on)| *show == what && *on)
    }

    /// Shows or hides something.
    pub(super) fn set_show(&mut self, what: Show, on: bool) {
        for (show, shown) in &mut self.show {
            if *show == what {
                *shown = on;
            }
        }
    }

    /// Whether the months after are looked at.
    fn later(&self) -> bool {
        self.tab == Tab::Months && self.after.is_some()
    }

    /// Goes to a time; the cannula comes into view, on the day itself.
    pub(super) fn seek(&mut self, time_s: f64) {
        self.time_s = time_s.clamp(0.0, self.length_s());
        self.set_show(Show::Cannula, true);
        if self.tab == Tab::Months {
            self.tab = Tab::Findings;
        }
    }

    /// One tick on or back.
    fn step(&mut self, forward: bool) {
        self.playing = false;
        let tick = if forward { self.tick() + 1 } else { self.tick().saturating_sub(1) };
        self.seek(tick as f64 * DT);
    }

    /// To the beginning of the next pass, or of the one before.
    fn pass(&mut self, forward: bool) {
        self.seek(self.stations.neighbour(self.tick(), forward) as f64 * DT);
    }

    /// Looks at a finding; gives the view that shows its place.
    pub(super) fn jump(&mut self, index: usize) -> Option<View> {
        let finding = self.scorecard.findings.get(index)?;
        let place = finding.place();
        let ticks = finding.ticks;
        self.chosen = Some(index);
        self.forget_remark();
        if let Some((first, _)) = ticks {
            self.seek(first as f64 * DT);
            self.playing = false;
        }
        let on = self.session.setup().anatomy.project(place?);
        Some(View::Close(SkinPoint { point: on.foot, normal: on.normal }, NEAR_MM))
    }

    /// Lets the replay run for so many seconds.
    fn run(&mut self, seconds: f64) {
        if self.playing {
            self.time_s += seconds * self.speed;
            if self.time_s >= self.length_s() {
                self.time_s = self.length_s();
                self.playing = false;
            }
        }
    }

    /// Starts or stops the replay; from the end it starts again.
    pub(super) fn play(&mut self, on: bool) {
        if on && self.time_s >= self.length_s() - 1e-6 {
            self.time_s = 0.0;
        }
        self.playing = on;
        if on {
            self.seek(self.time_s);
        }
    }

    /// What is shown, for the status.
    pub(super) fn status(&self) -> Value {
        json!({
            "tab": format!("{:?}", self.tab).to_lowercase(),
            "map": format!("{:?}", self.map()).to_lowercase(),
            "whose": format!("{:?}", self.whose).to_lowercase(),
            "expert": self.ghost.as_ref().map(|ghost| ghost.scorecard.total),
            "speed": self.speed,
            "follow": self.following,
            "month": self.after.as_ref().map(|after| after.month),
            "felt": self.after.as_ref().and_then(After::day).map(|day| day.nodules.probability.mean),
            "courses": self.after.as_ref().is_some_and(|after| !after.coming()),
            "notes": self.notes.text.len(),
            "pins": self.pinned().len(),
            "reference": self.other,
            "is_reference": self.is_reference(),
            "files": self.exports.files(),
        })
    }
}
