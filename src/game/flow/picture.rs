//! From a session, running, finished or replayed, to what the scene draws. The game, the debrief and the demo's pictures use the same.

use std::sync::Arc;

use super::body::{self, Marks};
use super::frame::Frame;
use super::looks::Look;
use super::overlay::Overlays;
use super::pen;
use crate::game::scene::model::{DepositShape, DoseMap, LayerView, Pale, PatientShape, Pull, SceneModel, SkinPoint, Spot};
use crate::anatomy::TensionTables;
use crate::session::Session;
use crate::tissue::perfusion::Occlusion;

/// What stays the same while an attempt is looked at.
#[derive(Clone)]
pub(super) struct Stage {
    /// The patient.
    pub(super) patient: Arc<PatientShape>,
    /// The drill's marks.
    pub(super) marks: Marks,
    /// The zone's grid, without dose.
    pub(super) grid: Arc<DoseMap>,
    /// What can be laid over the patient.
    pub(super) overlays: Arc<Overlays>,
}

impl Stage {
    /// The stage of a session on a patient's surfaces.
    pub(super) fn new(patient: Arc<PatientShape>, session: &Session, tension: Option<&TensionTables>) -> Self {
        let setup = session.setup();
        let grid = Arc::new(body::dose_grid(&setup.zone, setup.target_mg_cm2));
        Self { patient, marks: body::marks(setup), grid, overlays: Arc::new(Overlays::new(&setup.anatomy, tension)) }
    }

    /// A look at the skin of a session as it is.
    pub(super) fn look(&self, session: &Session) -> Look {
        Look::at(session.deposits(), session.setup(), &self.grid, session.tick())
    }
}

/// What is shown of an attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shows {
    /// Layers taken off, 0 to 5.
    pub(super) peel: f64,
    /// Only one side of the opening is taken off.
    pub(super) cut_away: bool,
    /// Dose on the skin.
    pub(super) dose: bool,
    /// Hazards.
    pub(super) hazards: bool,
    /// Outline of the zone.
    pub(super) zone: bool,
    /// Proposed entry points.
    pub(super) proposed: bool,
    /// Borders of the regions.
    pub(super) regions: bool,
    /// Tension lines.
    pub(super) tension: bool,
    /// Landmarks.
    pub(super) landmarks: bool,
    /// Cannula and threads shine through the skin.
    pub(super) see_through: bool,
    /// The cannula itself.
    pub(super) cannula: bool,
}

impl Shows {
    /// What one sees in life: the skin with its marks, the instrument.
    pub(super) fn bare(zone: bool) -> Self {
        Self { peel: 0.0, cut_away: false, dose: false, hazards: false, zone, proposed: false, regions: false, tension: false, landmarks: false, see_through: false, cannula: true }
    }
}

impl Default for Shows {
    fn default() -> Self {
        Self {
            peel: 0.0,
            cut_away: false,
            dose: false,
            hazards: false,
            zone: true,
            proposed: true,
            regions: false,
            tension: false,
            landmarks: false,
            see_through: true,
            cannula: true,
        }
    }
}

/// Fills the scene's model from a session as it was after a tick (`u64::MAX`: as it is), with the cannula of a moment.
pub(super) fn fill(model: &mut SceneModel, stage: &Stage, session: &Session, until: u64, moment: Option<&Frame>, shows: Shows) {
    model.patient = Some(Arc::clone(&stage.patient));
    let pull = moment.and_then(|moment| moment.pull);
    model.zone = shows.zone.then(|| match (pull, &model.zone) {
        (None, _) => Arc::clone(&stage.marks.zone),
        (Some(_), Some(drawn)) if pull == model.pull => Arc::clone(drawn),
        (Some(pull), _) => Arc::new(stage.marks.zone.iter().map(|on| pulled(*on, &pull)).collect()),
    });
    model.pull = pull;
    model.proposed = if shows.proposed { stage.marks.proposed.clone() } else { Vec::new() };
    let entries = moment.map_or(usize::MAX, |moment| moment.entries);
    model.entries = session.entries().iter().take(entries).map(|e| SkinPoint { point: e.point, normal: e.normal }).collect();
    model.layers = opening(stage, shows);
    model.cannula = moment.filter(|_| shows.cannula).map(|moment| moment.cannula.clone());
    model.tent = moment.and_then(|moment| moment.tent);
    model.finger = None;
    model.hazards = shows.hazards.then(|| Arc::clone(&stage.marks.hazards));
    let lays = &stage.overlays;
    let tension = lays.tension.as_ref().filter(|_| shows.tension);
    let drawings = [shows.regions.then_some(&lays.regions), tension, shows.landmarks.then_some(&lays.landmarks)];
    model.drawings = drawings.into_iter().flatten().cloned().collect();
    model.marks = pen::ink(session, model.marks.as_ref());
    model.peel = None;
    model.probe = None;
    model.assists = shows.see_through;
    if !shows.dose {
        model.dose = None;
    }
    let deposits = session.deposits();
    model.deposits.clear();
    model.deposits.extend(deposits.deposits().iter().enumerate().filter(|(_, bead)| bead.first_tick <= until).map(|(i, bead)| {
        DepositShape {
            position: bead.position,
            direction: bead.direction,
            length_mm: bead.length_mm,
            radius_mm: deposits.radius_mm(i),
        }
    }));
    if let Some(pull) = pull {
        model.deposits.iter_mut().for_each(|bead| bead.position = pull.moves(bead.position));
        model.entries.iter_mut().chain(&mut model.proposed).for_each(|on| *on = pulled(*on, &pull));
    }
    // Skin whose artery holds product, as it is now.
    let shut = session.perfusion().occlusions().iter().filter(|at| until == u64::MAX && at.pallor.max(at.livedo) > 0.01);
    let pale = |at: &Occlusion| Pale {
        spot: Spot { at: SkinPoint { point: at.foot, normal: at.normal }, radius_mm: at.radius_mm },
        pallor: at.pallor as f32,
        livedo: at.livedo as f32,
    };
    model.pale = shut.map(pale).collect();
}

/// A point of the skin where a finger has taken it.
fn pulled(on: SkinPoint, pull: &Pull) -> SkinPoint {
    SkinPoint { point: pull.moves(on.point), normal: on.normal }
}

/// How the patient is opened over the zone.
fn opening(stage: &Stage, shows: Shows) -> LayerView {
    let middle = stage.marks.middle;
    let side = middle.normal.cross(crate::geom::Vec3::Y).normalize_or(crate::geom::Vec3::X);
    LayerView {
        opened: shows.peel,
        centre: (shows.peel > 0.0).then_some(middle),
        radius_mm: stage.marks.radius_mm * 1.15,
        cutaway: shows.cut_away.then_some(middle.normal.cross(side).normalize_or(side)),
        skin_opacity: 1.0,
    }
}
