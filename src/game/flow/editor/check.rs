//! The check of a draft and the building of its patient, beside the window.

use std::sync::{Arc, OnceLock};
use std::thread;

use super::super::body;
use super::super::atlas::bared;
use super::super::load::Shelf;
use crate::anatomy::{Anatomy, Part};
use crate::drill::{Draft, RawDrill};
use crate::game::scene::model::{PatientShape, SkinPoint};
use crate::source::Problem;

/// A patient as it is drawn on.
#[derive(Clone)]
pub(super) struct Sitter {
    pub(super) patient: String,
    pub(super) part: Part,
    pub(super) anatomy: Arc<Anatomy>,
    pub(super) shape: Arc<PatientShape>,
}

/// A patient who is being built.
#[derive(Default)]
pub(super) struct Sitting(Option<(String, Part, Arc<OnceLock<Option<Sitter>>>)>);

impl Sitting {
    /// Begins to build somebody, where that has not begun.
    pub(super) fn want(&mut self, patient: &str, part: Part, raw: &RawDrill, shelf: &Arc<Shelf>) {
        if self.0.as_ref().is_some_and(|(who, of, _)| who == patient && *of == part) {
            return;
        }
        let there = Arc::new(OnceLock::new());
        self.0 = Some((patient.to_owned(), part, Arc::clone(&there)));
        let (shelf, who, raw) = (Arc::clone(shelf), patient.to_owned(), raw.clone());
        thread::spawn(move || {
            let library = &shelf.library;
            let anatomy = match part {
                // Of ranges the patient of the first attempt.
                _ if raw.patient.is_none() => raw.drill(&library.known()).ok().map_or_else(|| library.anatomy(""), |drill| library.anatomy_for(&drill)),
                Part::Head => library.anatomy(&who),
                Part::Hand => library.hand(&who),
            };
            there.set(anatomy.ok().map(|anatomy| {
                let shape = Arc::new(bared(body::patient(&anatomy), &anatomy));
                Sitter { patient: who, part, anatomy, shape }
            }))
        });
    }

    /// Whoever is there.
    pub(super) fn there(&self) -> Option<&Sitter> {
        self.0.as_ref()?.2.get()?.as_ref()
    }
}

/// What a check found.
#[derive(Clone)]
pub(super) struct Checked {
    /// The drill that was checked.
    pub(super) raw: RawDrill,
    pub(super) problems: Vec<Problem>,
    pub(super) area_mm2: Option<f64>,
    pub(super) dose_mg_cm2: Option<f64>,
    /// Outline of the zone.
    pub(super) outline: Option<Arc<Vec<SkinPoint>>>,
}

/// A check under way.
#[derive(Default)]
pub(super) struct Checking(Option<Arc<OnceLock<Checked>>>);

impl Checking {
    /// Whether a check is under way.
    pub(super) fn busy(&self) -> bool {
        self.0.is_some()
    }

    /// Begins a check.
    pub(super) fn begin(&mut self, raw: RawDrill, edits: Option<String>, shelf: &Arc<Shelf>) {
        let there = Arc::new(OnceLock::new());
        self.0 = Some(Arc::clone(&there));
        let shelf = Arc::clone(shelf);
        thread::spawn(move || there.set(check(raw, edits.as_deref(), &shelf)).is_ok());
    }

    /// What came of it, once.
    pub(super) fn poll(&mut self) -> Option<Checked> {
        let done = self.0.as_ref()?.get().cloned()?;
        self.0 = None;
        Some(done)
    }
}

fn check(raw: RawDrill, edits: Option<&str>, shelf: &Shelf) -> Checked {
    let library = &shelf.library;
    let problems = Draft::problems(&raw, library, edits);
    let drill = raw.drill(&library.known()).ok();
    let zone = drill.as_ref().and_then(|drill| library.lay(drill).ok());
    let anatomy = drill.as_ref().and_then(|drill| library.anatomy_for(drill).ok());
    let outline = zone.as_ref().zip(anatomy).map(|(zone, anatomy)| {
        let on = |point: &crate::geom::Vec3| { let on = anatomy.project(*point); SkinPoint { point: on.foot, normal: on.normal } };
        Arc::new(zone.outline.iter().map(on).collect())
    });
    let dose_mg_cm2 = drill.as_ref().and_then(|drill| library.target_mg_cm2(drill).ok()).filter(|_| zone.is_some());
    Checked { raw, problems, area_mm2: zone.map(|zone| zone.area_mm2), dose_mg_cm2, outline }
}
