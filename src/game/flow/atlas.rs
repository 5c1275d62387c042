//! The atlas: which patient is looked at, with which traits, from where, and what is laid over it.
//!
//! **Invariant:** the patient on the screen stays until the next one is built; building is never waited for.

use std::sync::Arc;

use bevy::input::mouse::MouseButton;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::load::{Done, Job, Shelf, library_failure};
use super::names::{self, Sight};
use super::overlay::Overlays;
use super::{Flow, Screen, body};
use crate::anatomy::{Anatomy, Landmark, Phenotype, TissueField, Zone, person};
use crate::drill::LibraryError;
use crate::game::input::Grip;
use crate::game::panels::atlas::{self as panel, Cut as CutModel, Legend, Nearest, Person, PersonAction, Probe, View as ViewModel};
use crate::game::panels::labels::Label;
use crate::game::panels::strip::Overlay;
use crate::game::panels::{Phrase, patients};
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::{Cut, HazardShape, LayerView, PatientShape, Peel, SceneModel, SkinPoint};
use crate::game::scene::skin_view;
use crate::game::scene::stage::Frame;
use crate::geom::{Vec3 as Mm, math};
use crate::lang::Lang;

/// Time without a change of the sliders after which the patient is built anew, s.
const SETTLED_S: f32 = 0.15;
/// Speed of the ring under Shift and the arrow keys, mm/s, and its first step, mm.
const RING_MM_S: f64 = 25.0;
const RING_STEP_MM: f64 = 2.0;
/// Turn of the eye under the arrow keys, pixels of a drag a second.
const TURN_PX_S: f64 = 260.0;
/// Deepest layer of the slider: bone.
const DEEPEST: f64 = 5.0;

/// Who is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Who {
    /// A ready-made patient, by index.
    Ready(usize),
    /// Somebody at random, by seed.
    Random(u64),
}

/// A part of the body to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Face,
    Neck,
    Decolletage,
}

impl Place {
    const ALL: [Self; 3] = [Self::Face, Self::Neck, Self::Decolletage];

    fn id(self) -> &'static str {
        match self {
            Self::Face => "atlas-site-face",
            Self::Neck => "atlas-site-neck",
            Self::Decolletage => "atlas-site-decolletage",
        }
    }

    /// The point that is looked at and the distance of the eye, mm.
    fn middle(self, anatomy: &Anatomy) -> (Mm, f64) {
        let at = |landmark| anatomy.landmarks().get(landmark);
        match self {
            Self::Face => (Mm::new(0.0, -6.0, 30.0), 640.0),
            Self::Neck => (Mm::new(0.0, at(Landmark::Thyroid).y + 8.0, at(Landmark::Thyroid).z - 35.0), 500.0),
            Self::Decolletage => (at(Landmark::SuprasternalNotch) - Mm::new(0.0, 12.0, 25.0), 480.0),
        }
    }
}

/// The views with yaw and pitch, rad, in the order of their number keys.
const VIEWS: [(&str, f64, f64); 6] = [
    ("atlas-view-front", 0.0, 0.02),
    ("atlas-view-left", 0.62, 0.02),
    ("atlas-view-right", -0.62, 0.02),
    ("atlas-view-profile-left", 1.5, 0.02),
    ("atlas-view-profile-right", -1.5, 0.02),
    ("atlas-view-below", 0.0, -0.8),
];
/// The view that is taken first.
const FIRST: usize = 1;

/// A patient that was built.
pub(super) struct Subject {
    who: Who,
    anatomy: Arc<Anatomy>,
    shape: Arc<PatientShape>,
    hazards: Arc<Vec<HazardShape>>,
    overlays: Overlays,
    legend: Vec<Legend>,
    /// Outline of the zone of the first drill on this patient.
    zone: Option<Arc<Vec<SkinPoint>>>,
}

impl Subject {
    fn build(shelf: &Shelf, who: &Who, phenotype: &Phenotype) -> Result<Self, LibraryError> {
        let anatomy = Arc::new(shelf.library.anatomy_of(phenotype)?);
        let on = |point: &Mm| {
            let sample = anatomy.project(*point);
            SkinPoint { point: sample.foot, normal: sample.normal }
        };
        let id = match who {
            Who::Ready(index) => shelf.library.patients().get(*index).map(|patient| patient.id.as_str()),
            Who::Random(_) => None,
        };
        let drill = shelf.library.drills().iter().find(|drill| Some(drill.patient.as_str()) == id);
        // A zone that does not fit changed traits is not shown.
        let zone = drill.and_then(|drill| Zone::new(&drill.zone, &anatomy).ok());
        let zone = zone.map(|zone| Arc::new(zone.outline.iter().map(on).collect::<Vec<_>>()));
        let mut legend: Vec<Legend> = Vec::new();
        for hazard in anatomy.hazards() {
            let dashed = hazard.certainty == crate::anatomy::Certainty::Uncertain;
            match legend.iter_mut().find(|entry| entry.kind == hazard.kind) {
                Some(entry) => entry.dashed |= dashed,
                None => legend.push(Legend { kind: hazard.kind, dashed }),
            }
        }
        legend.sort_by_key(|entry| entry.kind);
        Ok(Self {
            who: who.clone(),
            shape: Arc::new(body::patient(&anatomy)),
            hazards: Arc::new(body::hazards(&anatomy)),
            overlays: Overlays::new(&anatomy),
            legend,
            zone,
            anatomy,
        })
    }
}

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

/// The atlas.
pub(super) struct Atlas {
    who: Who,
    wanted: Phenotype,
    original: Phenotype,
    subject: Option<Box<Subject>>,
    /// The same patient with the original traits, once these were changed.
    before: Option<(Who, Arc<Anatomy>)>,
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
                self.place = Place::ALL[index.min(Place::ALL.len() - 1)];
                self.look(self.view.unwrap_or(FIRST), eye, glide);
            }
            panel::Action::View(index) => self.look(index, eye, glide),
        }
        false
    }

    /// Takes a view.
    fn look(&mut self, index: usize, eye: &Eye, glide: &mut Glide) {
        let (Some((_, yaw, pitch)), Some(subject)) = (VIEWS.get(index), &self.subject) else { return };
        let (target, distance_mm) = self.place.middle(&subject.anatomy);
        self.view = Some(index);
        glide.go(eye, View::At(Eye { target, yaw: *yaw, pitch: *pitch, distance_mm }));
    }

    /// Begins to build the patient that is wanted, once its traits have settled.
    fn build(&mut self, shelf: &Arc<Shelf>, dt: f32) {
        self.settled_s += dt;
        let shown = self.subject.as_ref().is_some_and(|s| s.who == self.who && *s.anatomy.phenotype() == self.wanted);
        if shown || self.job.is_some() || self.settled_s < SETTLED_S {
            return;
        }
        let (shelf, who, wanted) = (Arc::clone(shelf), self.who.clone(), self.wanted.clone());
        let job = Job::start("wait-patient", move || match Subject::build(&shelf, &who, &wanted) {
            Ok(subject) => Done::Subject(Box::new(subject)),
            Err(error) => Done::Failed(library_failure(&error, true)),
        });
        self.job = Some((self.wanted.clone(), job));
    }

    /// Where the body is cut.
    fn plane(&self) -> Option<Cut> {
        let (cut, subject) = (self.cut?, self.subject.as_ref()?);
        let turn = f64::from(cut.turn_deg).to_radians();
        let out = Mm::new(math::cos(turn), math::sin(turn), 0.0);
        Some(Cut { at: self.place.middle(&subject.anatomy).0 + out * f64::from(cut.at_mm), normal: -out })
    }

    /// What the scene draws.
    pub(super) fn fill(&self, model: &mut SceneModel) {
        let Some(subject) = &self.subject else { return };
        let peel = Peel { layer: self.layer, cut: self.plane() };
        let (on, lays) = (self.switches, &subject.overlays);
        let tension = lays.tension.as_ref().filter(|_| on.tension);
        let drawings = [on.no_go.then_some(&lays.no_go), on.regions.then_some(&lays.regions), tension, on.landmarks.then_some(&lays.landmarks)];
        *model = SceneModel {
            patient: Some(Arc::clone(&subject.shape)),
            layers: if self.layer > 0.0 { skin_view(peel) } else { LayerView::default() },
            peel: (self.layer > 0.0).then_some(peel),
            zone: subject.zone.clone().filter(|_| on.zone),
            hazards: on.hazards.then(|| Arc::clone(&subject.hazards)),
            drawings: drawings.into_iter().flatten().cloned().collect(),
            probe: self.probe,
            assists: true,
            ..SceneModel::default()
        };
    }

    /// The panels; none before there is a patient.
    pub(super) fn model(&self, shelf: &Shelf, lang: &Lang) -> Option<panel::Model> {
        let subject = self.subject.as_ref()?;
        let on = self.switches;
        let mut overlays = vec![(Overlay::Regions, on.regions), (Overlay::Hazards, on.hazards), (Overlay::NoGo, on.no_go)];
        if subject.overlays.tension.is_some() {
            overlays.push((Overlay::Tension, on.tension));
        }
        overlays.push((Overlay::Landmarks, on.landmarks));
        if subject.zone.is_some() {
            overlays.push((Overlay::Zone, on.zone));
        }
        let site = |place: Place| (Phrase::new(place.id()), Phrase::new(format!("{}-tip", place.id())));
        Some(panel::Model {
            person: self.person(shelf),
            probe: self.reading(lang),
            overlays,
            legend: subject.legend.clone(),
            view: ViewModel {
                layer: self.layer as f32,
                cut: self.cut,
                sites: Place::ALL.map(site).to_vec(),
                site: Place::ALL.iter().position(|place| *place == self.place).unwrap_or(0),
                views: VIEWS.iter().map(|(id, ..)| Phrase::new(*id)).collect(),
                view: self.view,
            },
            labels: self.labels.clone(),
        })
    }

    /// What lies at the ring, and what lay there before the traits were changed.
    fn reading(&self, lang: &Lang) -> Option<Probe> {
        let (subject, at) = (self.subject.as_ref()?, self.probe?);
        let changed = *subject.anatomy.phenotype() != self.original;
        let before = self.before.as_ref().filter(|(who, _)| changed && *who == subject.who).map(|(_, anatomy)| anatomy.as_ref());
        Some(probe(&subject.anatomy, before, at, lang))
    }

    fn person(&self, shelf: &Shelf) -> Person {
        let ready = match self.who {
            Who::Ready(index) => shelf.library.patients().get(index),
            Who::Random(_) => None,
        };
        Person {
            title: ready.map(|patient| patient.title.clone()),
            note: ready.map(|patient| patient.note.clone()).unwrap_or_default(),
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
pub(super) fn cards(shelf: &Shelf) -> patients::Model {
    let card = |patient: &crate::anatomy::ReadyPatient| patients::Patient {
        title: patient.title.clone(),
        note: patient.note.clone(),
        sex: patient.phenotype.sex,
        age_years: patient.phenotype.age_years,
        bmi: patient.phenotype.bmi,
        laxity: patient.phenotype.skin_laxity,
        skin_type: patient.phenotype.skin_type,
    };
    patients::Model { patients: shelf.library.patients().iter().map(card).collect() }
}

/// What lies below a place of the skin.
fn probe(anatomy: &Anatomy, before: Option<&Anatomy>, at: SkinPoint, lang: &Lang) -> Probe {
    let on = anatomy.project(at.point);
    let stack = on.stack;
    let below = on.foot - on.normal * stack.dermis_mm;
    let nearest = anatomy.nearest_hazard_at(below, &anatomy.sample(below)).map(|near| {
        let hazard = &anatomy.hazards()[near.hazard];
        let name = names::hazard(lang, hazard);
        Nearest { name, kind: hazard.kind, certainty: hazard.certainty, away_mm: near.clearance_mm }
    });
    Probe {
        region: names::phrase(lang, "region", on.region.name()),
        no_go: on.region.is_no_go(),
        boundaries_mm: [stack.epidermis_mm, stack.dermis_mm, stack.fat_mm, stack.smas_mm],
        // A vertex is the same anatomical spot whatever the traits.
        before_mm: before.map(|before| {
            let stack = before.stack_at(on.triangle, on.barycentric);
            [stack.dermis_mm, stack.fat_mm, stack.smas_mm, stack.bone_mm]
        }),
        bone_mm: (!body::is_boneless(on.region)).then_some(stack.bone_mm),
        nearest,
    }
}

/// Builds what is wanted and takes in what was built.
pub(super) fn tend(
    screen: Res<State<Screen>>,
    time: Res<Time>,
    mut flow: ResMut<Flow>,
    mut next: ResMut<NextState<Screen>>,
    eye: Res<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Atlas {
        return;
    }
    let flow = flow.bypass_change_detection();
    let Some(shelf) = flow.shelf.clone() else { return };
    let done = flow.atlas.job.as_ref().and_then(|(_, job)| job.poll());
    if let Some(done) = done {
        flow.atlas.job = None;
        match done {
            Done::Subject(subject) => {
                let first = flow.atlas.subject.is_none();
                let atlas = &mut flow.atlas;
                atlas.probe = atlas.probe.filter(|_| subject.who == atlas.who).map(|at| {
                    let on = subject.anatomy.project(at.point);
                    SkinPoint { point: on.foot, normal: on.normal }
                });
                if *subject.anatomy.phenotype() == atlas.original {
                    atlas.before = Some((subject.who.clone(), Arc::clone(&subject.anatomy)));
                }
                atlas.subject = Some(subject);
                if first {
                    atlas.look(FIRST, &eye, &mut glide);
                }
            }
            Done::Failed(trouble) => flow.fail(&mut next, trouble),
            _ => {}
        }
    }
    flow.atlas.build(&shelf, time.delta_secs());
}

/// Keys of the atlas.
pub(super) fn keys(
    screen: Res<State<Screen>>,
    keys: Res<ButtonInput<KeyCode>>,
    time: Res<Time>,
    grip: Res<Grip>,
    mut flow: ResMut<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Atlas {
        return;
    }
    let flow = flow.bypass_change_detection();
    let just = |key: KeyCode| keys.just_pressed(key);
    let seed = new_seed(&time);
    let atlas = &mut flow.atlas;
    let digits = [KeyCode::Digit1, KeyCode::Digit2, KeyCode::Digit3, KeyCode::Digit4, KeyCode::Digit5, KeyCode::Digit6];
    for (index, _) in digits.into_iter().enumerate().filter(|(_, key)| just(*key)) {
        atlas.look(index, &eye, &mut glide);
    }
    for (key, overlay) in [
        (KeyCode::KeyG, Overlay::Regions),
        (KeyCode::KeyH, Overlay::Hazards),
        (KeyCode::KeyX, Overlay::NoGo),
        (KeyCode::KeyT, Overlay::Tension),
        (KeyCode::KeyK, Overlay::Landmarks),
        (KeyCode::KeyZ, Overlay::Zone),
        (KeyCode::KeyC, Overlay::CutAway),
    ] {
        if just(key) {
            atlas.toggle(overlay);
        }
    }
    if just(KeyCode::KeyL) {
        atlas.layer = if atlas.layer >= DEEPEST { 0.0 } else { atlas.layer.floor() + 1.0 };
    }
    if just(KeyCode::KeyV) {
        let index = Place::ALL.iter().position(|place| *place == atlas.place).map_or(0, |index| (index + 1) % Place::ALL.len());
        atlas.obey(panel::Action::Site(index), seed, &eye, &mut glide);
    }
    if just(KeyCode::KeyR) {
        atlas.change(PersonAction::Random, seed);
    }
    if just(KeyCode::Backspace) {
        atlas.change(PersonAction::Reset, seed);
    }
    let dt = time.delta_secs_f64().min(0.25);
    let held = |key: KeyCode| if just(key) { 0.0 } else { f64::from(u8::from(keys.pressed(key))) };
    let step = |key: KeyCode, first: f64, rate: f64| if just(key) { first } else { held(key) * rate * dt };
    let way = |more: KeyCode, less: KeyCode, first: f64, rate: f64| step(more, first, rate) - step(less, first, rate);
    let nearer = way(KeyCode::Equal, KeyCode::Minus, 1.0, 8.0);
    if nearer != 0.0 {
        glide.stop();
        eye.zoom(nearer);
    }
    // While a slider has the keyboard the arrow keys are its own.
    if grip.focused {
        return;
    }
    let both = |first: f64, rate: f64| {
        (way(KeyCode::ArrowRight, KeyCode::ArrowLeft, first, rate), way(KeyCode::ArrowUp, KeyCode::ArrowDown, first, rate))
    };
    if keys.pressed(KeyCode::ShiftLeft) || keys.pressed(KeyCode::ShiftRight) {
        let (x, y) = both(RING_STEP_MM, RING_MM_S);
        if let Some(subject) = atlas.subject.as_ref().filter(|_| x != 0.0 || y != 0.0) {
            let (right, up) = eye.axes();
            let from = atlas.probe.map_or(eye.target, |at| at.point);
            let to = from + right * x + up * y;
            // The skin that is seen there, or, at its rim, the skin nearest to it.
            let out = eye.outward();
            let seen = subject.anatomy.hit(to + out * 60.0, -out).filter(|hit| hit.point.distance(to) < 60.0);
            atlas.probe = Some(seen.map_or_else(
                || {
                    let on = subject.anatomy.project(to);
                    SkinPoint { point: on.foot, normal: on.normal }
                },
                |hit| SkinPoint { point: hit.point, normal: hit.normal },
            ));
        }
    } else {
        let (x, y) = both(TURN_PX_S * 0.1, TURN_PX_S);
        if x != 0.0 || y != 0.0 {
            glide.stop();
            atlas.view = None;
            eye.orbit(-x, y);
        }
    }
}

/// A seed nobody has chosen: that of somebody new.
pub(super) fn new_seed(time: &Time) -> u64 {
    let nanos = time.elapsed().as_nanos() as u64;
    xxhash_rust::xxh64::xxh64(&nanos.to_le_bytes(), 0) % 99_999 + 1
}

/// Reads the place under the pointer, and finds the names that are in sight.
pub(super) fn read(
    screen: Res<State<Screen>>,
    window: Query<&Window, With<PrimaryWindow>>,
    buttons: Res<ButtonInput<MouseButton>>,
    grip: Res<Grip>,
    eye: Res<Eye>,
    frame: Res<Frame>,
    mut flow: ResMut<Flow>,
    mut last: Local<Option<Vec2>>,
) {
    let flow = flow.bypass_change_detection();
    let cursor = window.single().ok().and_then(Window::cursor_position).filter(|_| !grip.over_panel);
    // The ring follows the pointer only while that moves: the keys may have moved it since.
    let moved = *last != cursor;
    *last = cursor;
    match screen.get() {
        Screen::Atlas => {
            let Some(subject) = &flow.atlas.subject else { return };
            let anatomy = &subject.anatomy;
            let still = !buttons.pressed(MouseButton::Left) && !buttons.pressed(MouseButton::Right);
            if let Some(cursor) = cursor.filter(|_| moved && still) {
                let (origin, direction) = eye.ray(cursor, &frame);
                if let Some(hit) = anatomy.hit(origin, direction) {
                    flow.atlas.probe = Some(SkinPoint { point: hit.point, normal: hit.normal });
                }
            }
            let on = flow.atlas.switches;
            let sight = Sight { anatomy, eye: &eye, frame: &frame, lang: &flow.lang };
            let mut labels = Vec::new();
            if on.hazards {
                labels.extend(cursor.and_then(|cursor| sight.hazard_at(cursor)));
                // All of them where nothing else is named.
                if !(on.regions || on.no_go || on.landmarks) {
                    labels.extend(sight.hazards());
                }
            }
            if on.regions || on.no_go {
                labels.extend(sight.regions(&subject.overlays, on.regions, on.no_go));
            }
            if on.landmarks {
                labels.extend(sight.landmarks(&subject.overlays));
            }
            flow.atlas.labels = labels;
        }
        Screen::Procedure => {
            let (Some(attempt), Some(stage)) = (&flow.attempt, &flow.stage) else { return };
            let anatomy = attempt.session.setup().anatomy.as_ref();
            let sight = Sight { anatomy, eye: &eye, frame: &frame, lang: &flow.lang };
            let shows = flow.desk.shows;
            let mut labels = Vec::new();
            if shows.hazards && !attempt.held {
                labels.extend(cursor.and_then(|cursor| sight.hazard_at(cursor)));
            }
            if shows.regions {
                labels.extend(sight.regions(&stage.overlays, true, false));
            }
            if shows.landmarks {
                labels.extend(sight.landmarks(&stage.overlays));
            }
            flow.desk.labels = labels;
        }
        _ => {}
    }
}
