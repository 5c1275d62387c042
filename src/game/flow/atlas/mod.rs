//! The atlas: which patient is looked at, with which traits, from where, and what is laid over it.
//!
//! **Invariant:** the patient on the screen stays until the next one is built; building is never waited for.

mod subject;
mod tend;

pub(super) use subject::{Place, Subject, bared, front};
pub(super) use tend::{keys, new_seed, read, tend};

use std::sync::Arc;

use self::subject::{Body, FIRST, VIEWS, Who, probe};
use super::load::{Done, Job, Shelf, library_failure};
use super::ring;
use crate::anatomy::{Anatomy, Phenotype, person};
use crate::game::panels::atlas::{self as panel, Cut as CutModel, Person, PersonAction, Probe, View as ViewModel};
use crate::game::panels::labels::Label;
use crate::game::panels::strip::Overlay;
use crate::game::panels::{Phrase, patients};
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::{Cut, LayerView, Peel, SceneModel, SkinPoint};
use crate::game::scene::skin_view;
use crate::geom::{Vec3 as Mm, math};
use crate::lang::Lang;

/// Time without a change of the sliders after which the patient is built anew, s.
const SETTLED_S: f32 = 0.15;
/// Deepest layer of the slider: bone.
const DEEPEST: f64 = 5.0;

/// What is laid over the patient.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Switches {
    regions: bool,
    hazards: bool,
    no_go: bool,
    tension: bool,
    landmarks: bool,
    zone: bool,
}

/// A patient with the original traits.
struct Before {
    who: Who,
    head: Arc<Anatomy>,
    hand: Option<Arc<Anatomy>>,
}

/// The atlas.
pub(super) struct Atlas {
    who: Who,
    wanted: Phenotype,
    original: Phenotype,
    subject: Option<Box<Subject>>,
    /// The same patient with the original traits, once these were changed.
    before: Option<Before>,
    job: Option<(Phenotype, Job)>,
    settled_s: f32,
    switches: Switches,
    layer: f64,
    cut: Option<CutModel>,
    place: Place,
    /// The ready-made view that was taken last.
    pub(super) view: Option<usize>,
    probe: Option<SkinPoint>,
    labels: Vec<Label>,
}

impl Default for Atlas {
    fn default() -> Self {
        Self {
            who: Who::Ready(0),
            wanted: Phenotype::default(),
            original: Phenotype::default(),
            subject: None,
            before: None,
            job: None,
            settled_s: 0.0,
            switches: Switches { regions: true, hazards: true, ..Switches::default() },
            layer: 0.0,
            cut: None,
            place: Place::Face,
            view: Some(FIRST),
            probe: None,
            labels: Vec::new(),
        }
    }
}

impl Atlas {
    /// Looks at somebody; `fresh`: whoever was there before is gone at once.
    fn turn_to(&mut self, who: Who, phenotype: Phenotype, fresh: bool) {
        self.who = who;
        self.original = phenotype.clone();
        self.wanted = phenotype;
        self.settled_s = SETTLED_S;
        self.probe = None;
        if fresh {
            self.subject = None;
            (self.layer, self.cut, self.place) = (0.0, None, Place::Face);
        }
    }

    /// Looks at a ready-made patient.
    pub(super) fn open(&mut self, shelf: &Shelf, index: usize) {
        if let Some(patient) = shelf.library.patients().get(index) {
            self.turn_to(Who::Ready(index), patient.phenotype.clone(), true);
        }
    }

    /// Looks at somebody at random.
    pub(super) fn random(&mut self, seed: u64, fresh: bool) {
        self.turn_to(Who::Random(seed), person(seed), fresh);
    }

    fn change(&mut self, action: PersonAction, seed: u64) {
        let wanted = &mut self.wanted;
        match action {
            PersonAction::Sex(sex) => wanted.sex = sex,
            PersonAction::Age(years) => wanted.age_years = f64::from(years),
            PersonAction::Bmi(bmi) => wanted.bmi = f64::from(bmi),
            PersonAction::Laxity(share) => wanted.skin_laxity = f64::from(share),
            PersonAction::SkinType(number) => wanted.skin_type = number.round().clamp(1.0, 6.0) as u8,
            PersonAction::Reset => *wanted = self.original.clone(),
            PersonAction::Random => self.random(seed, false),
        }
        self.settled_s = 0.0;
    }

    /// Switches an overlay.
    fn toggle(&mut self, overlay: Overlay) {
        let on = match overlay {
            Overlay::Regions => &mut self.switches.regions,
            Overlay::Hazards => &mut self.switches.hazards,
            Overlay::NoGo => &mut self.switches.no_go,
            Overlay::Tension => &mut self.switches.tension,
            Overlay::Landmarks => &mut self.switches.landmarks,
            Overlay::Zone => &mut self.switches.zone,
            Overlay::CutAway => return self.cut_away(),
            Overlay::Dose | Overlay::Entry => return,
        };
        *on = !*on;
    }

    fn cut_away(&mut self) {
        self.cut = match self.cut {
            Some(_) => None,
            None => Some(CutModel { at_mm: 30.0, turn_deg: 0.0 }),
        };
        // A cut needs something that is cut.
        if self.cut.is_some() && self.layer == 0.0 {
            self.layer = DEEPEST;
        }
    }

    /// Obeys a panel's act; whether the patients are to be shown again.
    pub(super) fn obey(&mut self, action: panel::Action, seed: u64, eye: &Eye, glide: &mut Glide) -> bool {
        match action {
            panel::Action::Back => return true,
            panel::Action::Person(action) => self.change(action, seed),
            panel::Action::Toggle(overlay) => self.toggle(overlay),
            panel::Action::Layer(layer) => self.layer = f64::from(layer).clamp(0.0, DEEPEST),
            panel::Action::CutAway => self.cut_away(),
            panel::Action::CutAt(at_mm) => self.cut = self.cut.map(|cut| CutModel { at_mm, ..cut }),
            panel::Action::CutTurn(turn_deg) => self.cut = self.cut.map(|cut| CutModel { turn_deg, ..cut }),
            panel::Action::Site(index) => {
                let Some(place) = self.places().get(index).copied() else { return false };
                if (place == Place::Hand) != (self.place == Place::Hand) {
                    self.probe = None;
                    self.view = Some(if place == Place::Hand { 0 } else { FIRST });
                }
                self.place = place;
                // A hand that is not built yet is looked at once it is.
                if place != Place::Hand || self.subject.as_ref().is_some_and(|subject| subject.hand.is_some()) {
                    self.look(self.view.unwrap_or(FIRST), eye, glide);
                }
            }
            panel::Action::View(index) => self.look(index, eye, glide),
        }
        false
    }

    /// What of the patient there is to look at.
    fn places(&self) -> &[Place] {
        self.subject.as_ref().map_or(&Place::ALL, |subject| &subject.places)
    }

    /// The part of the body that is looked at.
    fn body(&self) -> Option<&Body> {
        let subject = self.subject.as_ref()?;
        Some(if self.place == Place::Hand { subject.hand.as_ref().unwrap_or(&subject.head) } else { &subject.head })
    }

    /// Takes in a patient that was built; whether the eye has to go to it.
    fn receive(&mut self, subject: Box<Subject>) -> bool {
        let had = self.subject.as_ref().map(|before| before.hand.is_some());
        let arrived = had.is_none() || (self.place == Place::Hand && had == Some(false));
        let part = if self.place == Place::Hand { subject.hand.as_ref() } else { None };
        let anatomy = &part.unwrap_or(&subject.head).anatomy;
        // The ring stays on the same spot of the same patient.
        self.probe = self.probe.filter(|_| subject.who == self.who).map(|at| ring::nearest(anatomy, at.point));
        if !subject.places.contains(&self.place) {
            self.place = Place::Face;
        }
        if subject.phenotype == self.original {
            let hand = subject.hand.as_ref().map(|hand| Arc::clone(&hand.anatomy));
            self.before = Some(Before { who: subject.who.clone(), head: Arc::clone(&subject.head.anatomy), hand });
        }
        self.subject = Some(subject);
        arrived
    }

    /// Takes a view.
    fn look(&mut self, index: usize, eye: &Eye, glide: &mut Glide) {
        let (Some((_, yaw, pitch)), Some(body)) = (VIEWS.get(index), self.body()) else { return };
        let (target, distance_mm) = self.place.middle(&body.anatomy);
        self.view = Some(index);
        glide.go(eye, View::At(Eye { target, yaw: *yaw, pitch: *pitch, distance_mm }));
    }

    /// Begins to build the patient that is wanted, once its traits have settled.
    fn build(&mut self, shelf: &Arc<Shelf>, dt: f32) {
        self.settled_s += dt;
        let shown = self.subject.as_ref().is_some_and(|s| s.who == self.who && s.phenotype == self.wanted && (s.hand.is_some() || self.place != Place::Hand));
        if shown || self.job.is_some() || self.settled_s < SETTLED_S {
            return;
        }
        let (shelf, who, wanted) = (Arc::clone(shelf), self.who.clone(), self.wanted.clone());
        let hand = self.place == Place::Hand;
        let job = Job::start("wait-patient", move || match Subject::build(&shelf, &who, &wanted, hand) {
            Ok(subject) => Done::Subject(Box::new(subject)),
            Err(error) => Done::Failed(library_failure(&error, true)),
        });
        self.job = Some((self.wanted.clone(), job));
    }

    /// Where the body is cut.
    fn plane(&self) -> Option<Cut> {
        let (cut, body) = (self.cut?, self.body()?);
        let turn = f64::from(cut.turn_deg).to_radians();
        let out = Mm::new(math::cos(turn), math::sin(turn), 0.0);
        Some(Cut { at: self.place.middle(&body.anatomy).0 + out * f64::from(cut.at_mm), normal: -out })
    }

    /// What the scene draws.
    pub(super) fn fill(&self, model: &mut SceneModel) {
        let Some(body) = self.body() else { return };
        let peel = Peel { layer: self.layer, cut: self.plane() };
        let (on, lays) = (self.switches, &body.overlays);
        let tension = lays.tension.as_ref().filter(|_| on.tension);
        let drawings = [on.no_go.then_some(&lays.no_go), on.regions.then_some(&lays.regions), tension, on.landmarks.then_some(&lays.landmarks)];
        *model = SceneModel {
            patient: Some(Arc::clone(&body.shape)),
            layers: if self.layer > 0.0 { skin_view(peel) } else { LayerView::default() },
            peel: (self.layer > 0.0).then_some(peel),
            zone: body.zone.clone().filter(|_| on.zone),
            hazards: on.hazards.then(|| Arc::clone(&body.hazards)),
            drawings: drawings.into_iter().flatten().cloned().collect(),
            probe: self.probe,
            assists: true,
            ..SceneModel::default()
        };
    }

    /// The panels; none before there is a patient.
    pub(super) fn model(&self, shelf: &Shelf, lang: &Lang) -> Option<panel::Model> {
        let body = self.body()?;
        let on = self.switches;
        let mut overlays = vec![(Overlay::Regions, on.regions), (Overlay::Hazards, on.hazards), (Overlay::NoGo, on.no_go)];
        if body.overlays.tension.is_some() {
            overlays.push((Overlay::Tension, on.tension));
        }
        overlays.push((Overlay::Landmarks, on.landmarks));
        if body.zone.is_some() {
            overlays.push((Overlay::Zone, on.zone));
        }
        let site = |place: Place| (Phrase::new(place.id()), Phrase::new(format!("{}-tip", place.id())));
        Some(panel::Model {
            person: self.person(shelf, lang),
            probe: self.reading(lang),
            overlays,
            legend: body.legend.clone(),
            view: ViewModel {
                layer: self.layer as f32,
                cut: self.cut,
                sites: self.places().iter().copied().map(site).collect(),
                site: self.places().iter().position(|place| *place == self.place).unwrap_or(0),
                views: VIEWS.iter().map(|(id, ..)| Phrase::new(*id)).collect(),
                view: self.view,
            },
            labels: self.labels.clone(),
        })
    }

    /// What lies at the ring, and what lay there before the traits were changed.
    fn reading(&self, lang: &Lang) -> Option<Probe> {
        let (subject, body, at) = (self.subject.as_ref()?, self.body()?, self.probe?);
        let changed = subject.phenotype != self.original;
        let before = self.before.as_ref().filter(|before| changed && before.who == subject.who);
        let before = before.and_then(|before| if self.place == Place::Hand { before.hand.as_deref() } else { Some(before.head.as_ref()) });
        Some(probe(&body.anatomy, before, at, lang))
    }

    fn person(&self, shelf: &Shelf, lang: &Lang) -> Person {
        let ready = match self.who {
            Who::Ready(index) => shelf.library.patients().get(index),
            Who::Random(_) => None,
        };
        let words = ready.map(|patient| patient.words(lang));
        Person {
            title: words.as_ref().map(|(title, _)| title.clone()),
            note: words.map(|(_, note)| note).unwrap_or_default(),
            own_scan: ready.is_some_and(|patient| shelf.library.is_scan(&patient.id)),
            seed: if let Who::Random(seed) = self.who { Some(seed) } else { None },
            sex: self.wanted.sex,
            age_years: self.wanted.age_years,
            bmi: self.wanted.bmi,
            laxity: self.wanted.skin_laxity,
            skin_type: self.wanted.skin_type,
            changed: self.wanted != self.original,
            building: self.job.is_some(),
        }
    }

    /// What the screen shows, for those who cannot see it.
    pub(super) fn status(&self, lang: &Lang) -> serde_json::Value {
        let probe = self.reading(lang);
        serde_json::json!({
            "patient": match self.who { Who::Ready(index) => serde_json::json!(index), Who::Random(seed) => serde_json::json!({ "seed": seed }) },
            "age_years": self.wanted.age_years,
            "bmi": self.wanted.bmi,
            "building": self.subject.is_none() || self.job.is_some(),
            "layer": self.layer,
            "cut": self.cut.is_some(),
            "site": Place::ALL.iter().position(|place| *place == self.place),
            "view": self.view,
            "labels": self.labels.iter().map(|label| label.text.say(lang)).collect::<Vec<_>>(),
            "region": probe.as_ref().map(|probe| probe.region.say(lang)),
            "dermis_mm": probe.as_ref().map(|probe| probe.boundaries_mm[1]),
            "fat_mm": probe.as_ref().map(|probe| probe.boundaries_mm[2]),
            "nearest": probe.as_ref().and_then(|probe| probe.nearest.as_ref()).map(|nearest| nearest.name.say(lang)),
        })
    }
}

/// The cards of the patients.
pub(super) fn cards(shelf: &Shelf, lang: &Lang) -> patients::Model {
    let card = |patient: &crate::anatomy::ReadyPatient| { let (title, note) = patient.words(lang); patients::Patient {
        title,
        note,
        sex: patient.phenotype.sex,
        age_years: patient.phenotype.age_years,
        bmi: patient.phenotype.bmi,
        laxity: patient.phenotype.skin_laxity,
        skin_type: patient.phenotype.skin_type,
        own_scan: shelf.library.is_scan(&patient.id),
    } };
    let problems = shelf.library.broken_scans().iter().map(ToString::to_string).collect();
    patients::Model { patients: shelf.library.patients().iter().map(card).collect(), problems }
}

