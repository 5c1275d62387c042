//! The debrief: what the score says as panels, and the replay of the attempt under the skin.
//!
//! **Invariant:** it only reads: the scorecard is the core's, the replay shows the moments that the simulation passed through.

use std::sync::Arc;

use super::body;
use super::frame::Frame;
use super::mode::Mode;
use super::picture::{self, Shows, Stage};
use super::results::Results;
use crate::anatomy::TissueField;
use crate::drill::Drill;
use crate::game::panels::Phrase;
use crate::game::panels::debrief::{Change, Finding, Model, Nodule, Replay, Sample, Score, Show, Thread};
use crate::game::scene::camera::View;
use crate::game::scene::model::{SceneModel, SkinField, SkinPoint, Spot, Tone};
use crate::game::theme::State;
use crate::lang::Value;
use crate::scoring::{Scorecard, Severity, ThreadProfile};
use crate::session::{DT, Session};

/// Points from which a score is good, and below which it is a fault [design].
const GOOD: f64 = 70.0;
const POOR: f64 = 50.0;
/// Mean cost of a thread's depth below which it lies well, and above which it is a fault [design].
const WELL: f64 = 0.15;
const BADLY: f64 = 0.5;
/// Radius of a hot spot's ring, mm: within it the share of the hazard is counted.
const HOT_SPOT_MM: f64 = 4.0;
/// Height of the picture when a finding is looked at, mm.
const NEAR_MM: f64 = 150.0;
/// A finding's own ring, mm.
const RING_MM: f64 = 5.0;

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
    /// The dose map was put into the scene.
    pub(super) dose_shown: bool,
}

impl Debriefing {
    /// Looks at a finished session; the replay stands at its end.
    pub(super) fn new(drill: Drill, seed: u64, session: Session, scorecard: Scorecard, frames: Vec<Frame>, stage: Stage) -> Self {
        let time_s = session.tick() as f64 * DT;
        let show = [(Show::Dose, true), (Show::HotSpots, false), (Show::Layers, false), (Show::Cannula, false)];
        let (playing, speed, chosen, recording, dose_shown) = (false, 1.0, None, String::new(), false);
        let last = stage.look(&session);
        let skins = vec![(last.tick, last.skin)];
        Self { drill, mode: Mode::Drill, seed, session, scorecard, frames, stage, recording, time_s, playing, speed, chosen, show, skins, dose_shown }
    }

    /// Length of the attempt, s.
    pub(super) fn length_s(&self) -> f64 {
        self.session.tick() as f64 * DT
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

    /// Goes to a time; the cannula comes into view.
    pub(super) fn seek(&mut self, time_s: f64) {
        self.time_s = time_s.clamp(0.0, self.length_s());
        self.set_show(Show::Cannula, true);
    }

    /// Looks at a finding; gives the view that shows its place.
    pub(super) fn jump(&mut self, index: usize) -> Option<View> {
        let finding = self.scorecard.findings.get(index)?;
        let place = finding.place();
        let ticks = finding.ticks;
        self.chosen = Some(index);
        if let Some((first, _)) = ticks {
            self.seek(first as f64 * DT);
            self.playing = false;
        }
        let on = self.session.setup().anatomy.project(place?);
        Some(View::Close(SkinPoint { point: on.foot, normal: on.normal }, NEAR_MM))
    }

    /// Lets the replay run for so many seconds.
    pub(super) fn run(&mut self, seconds: f64) {
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
            self.set_show(Show::Cannula, true);
        }
    }

    /// Fills the scene's model.
    pub(super) fn fill(&mut self, model: &mut SceneModel) {
        let tick = (self.time_s / DT).round() as u64;
        let at = self.frames.partition_point(|frame| frame.tick <= tick).saturating_sub(1);
        let until = if self.time_s >= self.length_s() { u64::MAX } else { tick };
        let shows = Shows {
            peel: if self.shows(Show::Layers) { 2.0 } else { 0.0 },
            dose: self.shows(Show::Dose),
            cannula: self.shows(Show::Cannula),
            proposed: false,
            ..Shows::default()
        };
        let moment = self.frames.get(at);
        picture::fill(model, &self.stage, &self.session, until, moment, shows);
        let skin = self.skins.partition_point(|(then, _)| *then <= tick).checked_sub(1).map(|at| &self.skins[at].1);
        model.skin = skin.cloned();
        if shows.dose && (!self.dose_shown || model.dose.is_none()) {
            model.dose = Some(Arc::new(body::with_dose(&self.stage.grid, &self.scorecard.dose_map)));
            self.dose_shown = true;
        }
        let anatomy = &self.session.setup().anatomy;
        model.hot_spots.clear();
        if self.shows(Show::HotSpots) {
            for spot in &self.scorecard.nodule.hot_spots {
                let on = anatomy.project(crate::geom::Vec3::from_array(spot.at));
                model.hot_spots.push(Spot { at: SkinPoint { point: on.foot, normal: on.normal }, radius_mm: HOT_SPOT_MM });
            }
        }
        let chosen = self.chosen.and_then(|index| self.scorecard.findings.get(index));
        model.highlight = chosen.and_then(|finding| {
            let on = anatomy.sample(finding.place()?);
            let tone = match finding.severity {
                Severity::Fault => Tone::Fault,
                Severity::Attention => Tone::Attention,
                Severity::WellDone => Tone::Target,
            };
            Some((Spot { at: SkinPoint { point: on.foot, normal: on.normal }, radius_mm: RING_MM }, tone))
        });
    }

    /// The panels.
    pub(super) fn model(&self, results: &Results) -> Model {
        let card = &self.scorecard;
        let warnings = card.findings.iter().filter(|finding| finding.severity == Severity::Fault).count();
        let (verdict, verdict_state) = match () {
            () if !card.critical.is_empty() => (Phrase::new("debrief-critical-failed"), State::Fault),
            () if !card.passed => (Phrase::new("debrief-not-passed"), State::Attention),
            () if warnings > 0 => (Phrase::new("debrief-passed-warnings").with("warnings", Value::count(warnings)), State::Target),
            () => (Phrase::new("debrief-passed"), State::Target),
        };
        let share = card.metric("depth_in_plane").unwrap_or(0.0) * 100.0;
        let cv = card.metric("dose_cv").unwrap_or(f64::NAN);
        let score = |points: f64, caption: Phrase| Score { points, caption, state: state_of(points) };
        let plane = self.session.setup().plane;
        Model {
            context: self.context(results),
            verdict,
            verdict_state,
            total: card.total,
            depth: score(card.scores.depth, Phrase::new("debrief-depth-caption").with("share", Value::number(share, 0))),
            evenness: score(card.scores.evenness, Phrase::new("debrief-evenness-caption").with("cv", Value::number(cv, 2))),
            nodule: Nodule {
                probability: card.nodule.probability,
                interval: (card.nodule.low, card.nodule.high),
                points: card.scores.nodule,
                state: state_of(card.scores.nodule),
            },
            changes: card.changes.iter().filter(|change| tells(card.nodule.probability, change.probability)).map(change).collect(),
            others: vec![
                (Phrase::new("score-safety"), card.scores.safety),
                (Phrase::new("score-technique"), card.scores.technique),
                (Phrase::new("score-procedure"), card.scores.procedure),
            ],
            critical: card.critical.iter().map(|error| Phrase::new(format!("critical-{}-title", error.id.replace('_', "-")))).collect(),
            findings: card.findings.iter().map(finding).collect(),
            chosen: self.chosen,
            threads: card.threads.iter().map(thread).collect(),
            target_mm: (plane.from_mm, plane.to_mm),
            replay: Replay { time_s: self.time_s, length_s: self.length_s(), playing: self.playing, speed: self.speed },
            show: self.show.to_vec(),
            dose_scale: self.shows(Show::Dose).then_some(f64::from(self.stage.grid.full_mg_cm2)),
        }
    }

    fn context(&self, results: &Results) -> Phrase {
        let (drill, attempt) = (Value::written("drill", self.drill.file_id(), "title", &self.drill.title), Value::count(results.attempts(&self.drill.id).max(1)));
        match results.mean_of_five(&self.drill.id) {
            Some((mean, deviation)) => Phrase::new("debrief-context-mean")
                .with("drill", drill)
                .with("attempt", attempt)
                .with("count", Value::count(5))
                .with("mean", Value::number(mean, 0))
                .with("deviation", Value::number(deviation, 0)),
            None => Phrase::new("debrief-context").with("drill", drill).with("attempt", attempt),
        }
    }
}

fn state_of(points: f64) -> State {
    match points {
        p if p >= GOOD => State::Target,
        p if p >= POOR => State::Attention,
        _ => State::Fault,
    }
}

/// Whether two risks differ in the figures that the screen shows of them: a tenth of a percent below 10 %, a percent above.
fn tells(now: f64, then: f64) -> bool {
    now - then >= if now < 0.0995 { 0.001 } else { 0.01 }
}

fn change(change: &crate::scoring::Change) -> Change {
    let what = Phrase::new(change.words());
    let what = match change.thread {
        Some(thread) => what.with("thread", Value::count(thread)),
        None => what,
    };
    Change { what, probability: change.probability }
}

fn finding(found: &crate::scoring::Finding) -> Finding {
    let say = |part: &str| Phrase { id: format!("finding-{}-{part}", found.id), values: found.args.clone() };
    Finding {
        state: match found.severity {
            Severity::Fault => State::Fault,
            Severity::Attention => State::Attention,
            Severity::WellDone => State::Target,
        },
        title: say("title"),
        why: say("why"),
        how: (found.severity != Severity::WellDone).then(|| say("how")),
        lost: found.points_lost,
        time_s: found.ticks.map(|(first, _)| first as f64 * DT),
    }
}

fn thread(profile: &ThreadProfile) -> Thread {
    let samples: Vec<Sample> = profile
        .samples
        .iter()
        .map(|sample| Sample {
            along_mm: sample.along_mm,
            depth_mm: sample.depth_mm,
            boundaries_mm: [sample.epidermis_mm, sample.dermis_mm, sample.fat_mm, sample.smas_mm],
            time_s: sample.tick as f64 * DT,
        })
        .collect();
    let cost = profile.samples.iter().map(|sample| sample.cost).sum::<f64>() / profile.samples.len().max(1) as f64;
    let state = match cost {
        c if c < WELL => State::Target,
        c if c < BADLY => State::Attention,
        _ => State::Fault,
    };
    Thread { number: profile.thread, samples, state }
}
