//! Pointing at a patient in the quiz: who is looked at, where the ring lies, how deep, and what of it is judged.
//!
//! **Invariant:** a place is judged by the patient's anatomy alone ([`crate::quiz::Pointing::judge`]); what was looked for is shown
//! only after that.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::atlas::Subject;
use super::exhibit;
use super::keys::look;
use super::load::{Done, Job, Shelf};
use super::overlay::borders;
use super::{Flow, Screen, ring};
use crate::anatomy::{Anatomy, Anchor};
use crate::game::input::{Acts, Controls, Grip};
use crate::game::panels::quiz::{Action, Answering, Cut, Item as Shown, Model};
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::{Drawing, HazardShape, Ink, SceneModel, SkinPoint};
use crate::game::scene::stage::Frame;
use crate::quiz::{Item, Pointed, Pointing as Asked, Question, Target};

/// From where a place that is asked for is seen: distance of the eye, mm [design].
const DISTANCE_MM: f64 = 560.0;

/// What a pointing needs of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wants {
    /// A place of the skin; for a layer the depth below it is given, mm.
    Place(f64),
    /// A depth at this place.
    Depth(SkinPoint),
}

/// The pointing on the screen.
#[derive(Default)]
pub(super) struct Pointing {
    /// Bank and id of the item that it belongs to.
    item: Option<(String, String)>,
    asked: Option<Asked>,
    patient: Option<(String, Box<Subject>)>,
    job: Option<(String, Job)>,
    wants: Option<Wants>,
    cut: Option<Cut>,
    at: Option<SkinPoint>,
    depth_mm: Option<f64>,
    judged: Option<Pointed>,
    shown: Shows,
    /// The places in words are asked for instead.
    pub(super) in_words: bool,
    /// The patient cannot be built: the words must do.
    failed: bool,
}

/// What was looked for, on the patient.
#[derive(Default)]
struct Shows {
    region: Option<Arc<Drawing>>,
    hazards: Option<Arc<Vec<HazardShape>>>,
}

impl Pointing {
    /// Whether the patient is in the window now.
    pub(super) fn on_patient(&self) -> bool {
        self.asked.is_some() && !self.words() && matches!(self.wants, Some(Wants::Place(_)))
    }

    fn words(&self) -> bool {
        self.in_words || self.failed
    }

    fn anatomy(&self) -> Option<&Arc<Anatomy>> {
        let asked = self.asked.as_ref()?;
        self.patient.as_ref().filter(|(id, _)| *id == asked.patient).map(|(_, subject)| subject.anatomy())
    }

    /// Turns to the item on the screen.
    fn turn_to(&mut self, item: Option<&Item>) {
        let asked = item.and_then(|item| if let Question::Point(asked) = &item.question { Some((item, asked)) } else { None });
        let key = asked.map(|(item, _)| (item.bank.clone(), item.id.clone()));
        if key == self.item {
            return;
        }
        self.item = key;
        self.asked = asked.map(|(_, asked)| asked.clone());
        (self.wants, self.cut, self.at, self.depth_mm, self.judged) = (None, None, None, None, None);
        self.shown = Shows::default();
        self.failed = false;
    }

    /// Builds the patient that is asked about; whether the eye has to go there.
    fn tend(&mut self, shelf: &Arc<Shelf>) -> bool {
        if let Some((id, done)) = self.job.as_ref().and_then(|(id, job)| Some((id.clone(), job.poll()?))) {
            self.job = None;
            match done {
                Done::Subject(subject) => self.patient = Some((id, subject)),
                _ => self.failed = true,
            }
        }
        let Some(asked) = self.asked.as_ref().filter(|_| !self.failed && self.wants.is_none()) else { return false };
        let Some(anatomy) = self.anatomy().cloned() else {
            if self.job.is_none() {
                let (id, shelf) = (asked.patient.clone(), Arc::clone(shelf));
                let job = Job::start("wait-patient", {
                    let id = id.clone();
                    move || Subject::of(&shelf, &id).map_or_else(|error| Done::Failed(super::load::library_failure(&error, true)), |subject| Done::Subject(Box::new(subject)))
                });
                self.job = Some((id, job));
            }
            return false;
        };
        let wants = wants(asked, &anatomy);
        if let Some(Wants::Depth(at)) = wants {
            self.cut = Some(exhibit::cut_at(&anatomy, at));
        }
        self.failed = wants.is_none();
        self.wants = wants;
        wants.is_some()
    }

    /// Obeys what is the pointing's; a place that is now judged.
    pub(super) fn obey(&mut self, action: &Action) -> Option<Pointed> {
        match action {
            Action::InWords(on) => self.in_words = *on,
            Action::Deep(mm) if self.judged.is_none() => self.depth_mm = Some(f64::from(*mm)),
            Action::Check if self.asked.is_some() && !self.words() && self.judged.is_none() => return self.judge(),
            _ => {}
        }
        None
    }

    fn judge(&mut self) -> Option<Pointed> {
        let (anatomy, asked) = (self.anatomy()?.clone(), self.asked.as_ref()?);
        let judged = match self.wants? {
            Wants::Place(depth_mm) => asked.judge(&anatomy, self.at?.point, depth_mm),
            Wants::Depth(at) => asked.judge(&anatomy, at.point, self.depth_mm?),
        };
        self.judged = Some(judged);
        self.shown = match &asked.target {
            Target::Region(region) => {
                let outlines = anatomy.region_outlines();
                let lines = borders(&anatomy, outlines.iter().filter(|outline| outline.region == *region));
                Shows { region: Some(Arc::new(Drawing { ink: Ink::Region, lines, dots: Vec::new() })), hazards: None }
            }
            Target::Hazard(id) => {
                let which = anatomy.hazards().iter().map(|hazard| hazard.id == *id);
                let shapes = super::body::hazards(&anatomy);
                Shows { region: None, hazards: Some(Arc::new(which.zip(shapes).filter(|(own, _)| *own).map(|(_, shape)| shape).collect())) }
            }
            Target::Layer(_) => Shows::default(),
        };
        Some(judged)
    }

    /// What the scene draws.
    pub(super) fn fill(&self, model: &mut SceneModel) {
        let subject = self.patient.as_ref().map(|(_, subject)| subject).filter(|_| self.on_patient());
        let Some(subject) = subject else { return };
        *model = SceneModel {
            patient: Some(Arc::clone(subject.shape())),
            probe: self.at,
            hazards: self.shown.hazards.clone(),
            drawings: self.shown.region.iter().cloned().collect(),
            assists: true,
            ..SceneModel::default()
        };
    }

    /// Puts the pointing in the place of the words.
    pub(super) fn put(&self, model: &mut Model) {
        let Model::Item(Shown { answering, .. }) = model else { return };
        if self.asked.is_none() {
            return;
        }
        let off_mm = self.judged.map(Pointed::off_mm);
        match self.wants {
            _ if self.words() => {
                if !self.failed && let Answering::Single { options, chosen } = answering {
                    *answering = Answering::PlaceInWords { options: std::mem::take(options), chosen: *chosen };
                }
            }
            None => *answering = Answering::Place { given: false, off_mm, coming: true },
            Some(Wants::Place(_)) => *answering = Answering::Place { given: self.at.is_some(), off_mm, coming: false },
            Some(Wants::Depth(_)) => {
                let cut = self.cut.clone().unwrap_or_default();
                *answering = Answering::Depth { cut, mm: self.depth_mm.map(|mm| mm as f32), off_mm };
            }
        }
    }
}

/// A depth where all places in words lie at one place, else a place.
fn wants(asked: &Asked, anatomy: &Anatomy) -> Option<Wants> {
    let first = asked.spots.first()?;
    let same = |at: &Anchor| *at == first.at;
    if matches!(asked.target, Target::Layer(_)) && asked.spots.iter().all(|spot| same(&spot.at)) {
        let at = anatomy.chart().place(&first.at).ok()?;
        let on = anatomy.project(at.point);
        return Some(Wants::Depth(SkinPoint { point: on.foot, normal: on.normal }));
    }
    Some(Wants::Place(first.depth_mm))
}

/// Builds the patient, moves the ring by pointer, keys and sticks, and turns the eye.
pub(super) fn tend(
    screen: Res<State<Screen>>,
    window: Query<&Window, With<PrimaryWindow>>,
    acts: Res<Acts>,
    controls: Res<Controls>,
    time: Res<Time>,
    grip: Res<Grip>,
    frame: Res<Frame>,
    mut flow: ResMut<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
    mut pressed: Local<Option<Vec2>>,
) {
    if *screen.get() != Screen::Quiz {
        return;
    }
    let flow = flow.bypass_change_detection();
    let Some(shelf) = flow.shelf.clone() else { return };
    flow.pointing.turn_to(flow.quiz.item());
    if flow.pointing.tend(&shelf) && flow.pointing.on_patient() {
        let view = |anatomy: &Arc<Anatomy>| super::atlas::front(anatomy);
        if let Some((target, yaw, pitch)) = flow.pointing.anatomy().map(view) {
            glide.go(&eye, View::At(Eye { target, yaw, pitch, distance_mm: DISTANCE_MM }));
        }
    }
    if !flow.pointing.on_patient() {
        return;
    }
    let Some(anatomy) = flow.pointing.anatomy().cloned() else { return };
    let dt = time.delta_secs_f64().min(0.25);
    look(&acts, &controls, dt, &mut eye, &mut glide);
    if flow.pointing.judged.is_some() {
        return;
    }
    // A click points; a drag turns the eye.
    let cursor = window.single().ok().and_then(Window::cursor_position);
    let (down, clicked) = acts.click;
    if clicked && !grip.over_panel {
        *pressed = cursor;
    }
    if !down
        && let (Some(from), Some(cursor)) = (pressed.take(), cursor)
        && from.distance(cursor) < 4.0
    {
        flow.pointing.at = ring::under(&anatomy, cursor, &eye, &frame).or(flow.pointing.at);
    }
    if let Some(at) = ring::moved(&anatomy, flow.pointing.at, &acts, &controls, &eye, dt) {
        flow.pointing.at = Some(at);
    }
}
