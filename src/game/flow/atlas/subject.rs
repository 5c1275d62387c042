//! A patient as the atlas shows it: surfaces, hazards, overlays; and what lies below a place of its skin.

use std::sync::Arc;

use super::super::body;
use super::super::load::Shelf;
use super::super::names;
use super::super::ring;
use super::super::overlay::Overlays;
use crate::anatomy::{Anatomy, Certainty, Landmark, Part, Phenotype, Site, TensionTables, TissueField, Zone, ZoneSpec};
use crate::drill::LibraryError;
use crate::game::panels::atlas::{Legend, Nearest, Probe};
use crate::game::scene::model::{HazardShape, PatientShape, SkinPoint};
use crate::geom::Vec3;
use crate::lang::Lang;

/// How far below the notch of the sternum the drape begins here [design: drawing only].
const DRAPE_MM: f64 = 95.0;

/// Who is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Who {
    /// An installed patient or an own scan, by index.
    Ready(usize),
    /// Somebody at random, by seed.
    Random(u64),
}

/// A part of the body to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Place {
    Face,
    Neck,
    Decolletage,
    Hand,
}

impl Place {
    pub(super) const ALL: [Self; 4] = [Self::Face, Self::Neck, Self::Decolletage, Self::Hand];

    /// Id of its name.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Face => "atlas-site-face",
            Self::Neck => "atlas-site-neck",
            Self::Decolletage => "atlas-site-decolletage",
            Self::Hand => "atlas-site-hand",
        }
    }

    /// The places that a patient has: a scan may end at the neck.
    pub(super) fn of(head: &Anatomy) -> Vec<Self> {
        let has = |site| head.regions().iter().any(|region| Site::of(*region) == Some(site));
        let there = |place: &Self| match place {
            Self::Face | Self::Hand => true,
            Self::Neck => has(Site::Neck),
            Self::Decolletage => has(Site::Decolletage),
        };
        Self::ALL.into_iter().filter(there).collect()
    }

    /// The point that is looked at and the distance of the eye, mm.
    pub(in super::super) fn middle(self, anatomy: &Anatomy) -> (Vec3, f64) {
        let at = |landmark| anatomy.landmarks().get(landmark);
        match self {
            Self::Face => (Vec3::new(0.0, -6.0, 30.0), 640.0),
            // The hand has axes of its own: its dorsum looks at the front view.
            Self::Hand => (Vec3::new(0.0, 14.0, -12.0), 620.0),
            Self::Neck => (Vec3::new(0.0, at(Landmark::Thyroid).y + 8.0, at(Landmark::Thyroid).z - 35.0), 500.0),
            Self::Decolletage => (at(Landmark::SuprasternalNotch) - Vec3::new(0.0, 12.0, 25.0), 480.0),
        }
    }
}

/// The views with yaw and pitch, rad, in the order of their number keys.
pub(super) const VIEWS: [(&str, f64, f64); 6] = [
    ("atlas-view-front", 0.0, 0.02),
    ("atlas-view-left", 0.62, 0.02),
    ("atlas-view-right", -0.62, 0.02),
    ("atlas-view-profile-left", 1.5, 0.02),
    ("atlas-view-profile-right", -1.5, 0.02),
    ("atlas-view-below", 0.0, -0.8),
];
/// The view that is taken first.
pub(super) const FIRST: usize = 1;

/// A part of the body, built: the head with neck and chest, or a hand.
pub(super) struct Body {
    pub(super) anatomy: Arc<Anatomy>,
    pub(super) shape: Arc<PatientShape>,
    pub(super) hazards: Arc<Vec<HazardShape>>,
    pub(super) overlays: Overlays,
    pub(super) legend: Vec<Legend>,
    /// Outline of the zone of the first drill on this patient.
    pub(super) zone: Option<Arc<Vec<SkinPoint>>>,
}

impl Body {
    fn new(anatomy: Anatomy, zone: Option<&ZoneSpec>, tension: Option<&TensionTables>) -> Self {
        let anatomy = Arc::new(anatomy);
        // A zone that does not fit changed traits is not shown.
        let zone = zone.and_then(|spec| Zone::new(spec, &anatomy).ok());
        let mut legend: Vec<Legend> = Vec::new();
        for hazard in anatomy.hazards() {
            let dashed = hazard.certainty == Certainty::Uncertain;
            match legend.iter_mut().find(|entry| entry.kind == hazard.kind) {
                Some(entry) => entry.dashed |= dashed,
                None => legend.push(Legend { kind: hazard.kind, dashed }),
            }
        }
        legend.sort_by_key(|entry| entry.kind);
        Self {
            shape: Arc::new(bared(body::patient(&anatomy), &anatomy)),
            hazards: Arc::new(body::hazards(&anatomy)),
            overlays: Overlays::new(&anatomy, tension),
            legend,
            zone: zone.map(|zone| Arc::new(zone.outline.iter().map(|point| ring::nearest(&anatomy, *point)).collect::<Vec<_>>())),
            anatomy,
        }
    }
}

/// The patient with the drape drawn down, so that the décolletage is seen.
pub(in super::super) fn bared(mut shape: PatientShape, anatomy: &Anatomy) -> PatientShape {
    if anatomy.part() == Part::Hand {
        shape.paint.drape = Vec::new();
        return shape;
    }
    let edge = anatomy.landmarks().get(Landmark::SuprasternalNotch).y - DRAPE_MM;
    shape.paint.drape = shape.skin.positions.iter().map(|p| (0.5 + (edge - p.y) / 20.0).clamp(0.0, 1.0) as f32).collect();
    shape
}

/// A patient that was built.
pub(in super::super) struct Subject {
    pub(super) who: Who,
    pub(super) phenotype: Phenotype,
    pub(super) head: Body,
    /// The hand, once it was asked for.
    pub(super) hand: Option<Body>,
    /// What of the patient there is to look at.
    pub(super) places: Vec<Place>,
}

impl Subject {
    /// Builds a patient with some traits; the hand when it is looked at.
    ///
    /// # Errors
    /// When the tables do not fit.
    pub(super) fn build(shelf: &Shelf, who: &Who, phenotype: &Phenotype, hand: bool) -> Result<Self, LibraryError> {
        let id = match who {
            Who::Ready(index) => shelf.library.patients().get(*index).map(|patient| patient.id.as_str()),
            Who::Random(_) => None,
        };
        let drill = shelf.library.drills().iter().find(|drill| drill.part == Part::Head && Some(drill.patient.as_str()) == id);
        let anatomy = match id {
            Some(id) => shelf.library.anatomy_as(id, phenotype)?,
            None => shelf.library.anatomy_of(phenotype)?,
        };
        let head = Body::new(anatomy, drill.map(|drill| &drill.zone), Some(shelf.library.tension(Part::Head)));
        let hand = hand.then(|| shelf.library.hand_of(phenotype)).transpose()?.map(|hand| Body::new(hand, None, Some(shelf.library.tension(Part::Hand))));
        let places = Place::of(&head.anatomy);
        Ok(Self { who: who.clone(), phenotype: phenotype.clone(), head, hand, places })
    }
}

impl Subject {
    /// An installed patient as it is.
    ///
    /// # Errors
    /// When it is unknown, or the tables do not fit.
    pub(in super::super) fn of(shelf: &Shelf, id: &str) -> Result<Self, LibraryError> {
        let phenotype = shelf.library.patient(id)?.phenotype.clone();
        let index = shelf.library.patients().iter().position(|patient| patient.id == id).unwrap_or(0);
        Self::build(shelf, &Who::Ready(index), &phenotype, false)
    }

    /// The head with neck and chest.
    pub(in super::super) fn anatomy(&self) -> &Arc<Anatomy> {
        &self.head.anatomy
    }

    /// As the scene draws it.
    pub(in super::super) fn shape(&self) -> &Arc<PatientShape> {
        &self.head.shape
    }
}

/// What is looked at first, and the yaw and pitch of the eye, rad.
pub(in super::super) fn front(anatomy: &Anatomy) -> (Vec3, f64, f64) {
    let (_, yaw, pitch) = VIEWS[FIRST];
    (Place::Face.middle(anatomy).0, yaw, pitch)
}

/// What lies below a place of the skin.
pub(super) fn probe(anatomy: &Anatomy, before: Option<&Anatomy>, at: SkinPoint, lang: &Lang) -> Probe {
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
