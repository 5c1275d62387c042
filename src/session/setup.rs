//! Everything a session is given before its first tick.

use std::sync::Arc;

use crate::anatomy::{Anatomy, TensionField, Zone};
use crate::geom::Vec3;
use crate::instrument::Tube;
use crate::product::{Catalogue, Mixture};
use crate::tissue::Mechanics;

use super::consult::Consultation;

/// A phase of the procedure, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Take the history, talk the consent over, decide.
    Consult,
    /// Mark the skin along the tension lines.
    Mark,
    /// Prepare the product at the bench.
    Prepare,
    /// Disinfect the zone.
    Disinfect,
    /// Make the entry point with the pilot needle.
    Entry,
    /// Passes of the cannula.
    Passes,
    /// Massage the product in.
    Massage,
    /// Look the skin over, with light across it and a finger.
    Inspect,
    /// Say that it is over.
    Finish,
}

/// Where the product belongs, measured from the dermal–fat boundary downwards, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetPlane {
    /// Upper edge (0 = the boundary itself).
    pub from_mm: f64,
    /// Lower edge; subdermal = 1.5 mm [design].
    pub to_mm: f64,
}

/// A patient, a zone, an instrument and a prepared product.
#[derive(Clone)]
pub struct Setup {
    /// The patient.
    pub anatomy: Arc<Anatomy>,
    /// The zone to treat.
    pub zone: Arc<Zone>,
    /// Where the product belongs.
    pub plane: TargetPlane,
    /// Target areal dose, mg `CaHA` per cm² of skin.
    pub target_mg_cm2: f64,
    /// Volume that the plan asks for, mL.
    pub planned_ml: f64,
    /// Volume above which the dose is a critical error, mL.
    pub maximum_ml: f64,
    /// The preparation that the plan asks for; where it is given and not played, what is in the syringe.
    pub mixture: Mixture,
    /// The products that can be prepared.
    pub shelf: Arc<Catalogue>,
    /// Volume drawn into the syringe, mL.
    pub drawn_ml: f64,
    /// The cannula: the one in hand, in the setup of a session under way.
    pub tube: Tube,
    /// All instruments that may be taken, that one among them.
    pub instruments: Vec<Tube>,
    /// How tissue pushes back.
    pub mechanics: Arc<Mechanics>,
    /// Phases that are played, in order; the others are given.
    pub phases: Vec<Phase>,
    /// Who the patient is and what they answer; none where the consultation is not played.
    pub consultation: Option<Arc<Consultation>>,
    /// The patient's tension lines; none where marking is not played, since they take time to work out.
    pub tension: Option<Arc<TensionField>>,
    /// Proposed entry points on the skin (shown as assist; a person may choose others).
    pub proposed_entries: Vec<Vec3>,
    /// Furthest that an entry point may lie from one of them, mm; none: anywhere.
    pub entry_reach_mm: Option<f64>,
    /// The session ends by itself after so many ticks.
    pub limit_ticks: u64,
    /// Seed of all that is random in this session (septa).
    pub seed: u64,
}
