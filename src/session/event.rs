//! What happened, and when.

use crate::anatomy::{Layer, Region};
use crate::geom::Vec3;
use crate::tissue::perfusion::{Outcome, Sign};

use super::{Decision, Drug, Phase};

/// Why an act was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The point is not on the skin.
    NotOnSkin,
    /// The cannula is still in the tissue.
    CannulaInTissue,
    /// The session is over.
    Finished,
    /// This phase is not played in this session.
    PhaseNotPlayed,
    /// An entry point is already there (within 3 mm).
    EntryExists,
    /// The syringe has been filled: another preparation does not get into it.
    AlreadyPrepared,
    /// The other syringe is still being emptied; or a stroke of the pen is not finished.
    StrokeUnderWay,
    /// No such product is on the shelf, or it is not laid, or the ratio is out of range.
    CannotBePrepared,
    /// There is nothing to stir or to fill.
    NothingPrepared,
    /// Product and diluent still stand in two syringes.
    NotMixed,
    /// It has been decided: the consultation is over.
    AlreadyDecided,
    /// A caution was named whose question was not asked.
    NotAsked,
    /// No such question, or the point does not belong to this treatment.
    NoSuchQuestion,
    /// No stroke is under way, or there is none to be wiped.
    NoStroke,
    /// A dot is no stroke.
    StrokeTooShort,
    /// The pen cannot go so far at once.
    PenLifted,
    /// Nothing lies in the skin yet.
    NothingToInspect,
    /// No such instrument is allowed in this session.
    NoSuchInstrument,
    /// The instrument is chosen before the first entry point is made.
    InstrumentInUse,
    /// No sign of a blocked artery has shown.
    NothingToCareFor,
    /// Entry points are allowed near the proposed ones alone.
    EntryNotAllowed,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EventKind {
    /// A phase is done.
    PhaseDone(Phase),
    /// An act was refused.
    Refused(Refusal),
    /// An entry point was made.
    EntryMade {
        /// Index of the entry point.
        entry: u32,
        /// Point on the resting skin.
        point: Vec3,
        /// Region there.
        region: Region,
        /// Whether the zone was disinfected before.
        disinfected: bool,
    },
    /// The tip went in through an entry point.
    Inserted {
        /// Index of the entry point.
        entry: u32,
    },
    /// The tip came out.
    Withdrawn {
        /// Index of the entry point.
        entry: u32,
    },
    /// The tip passed into another layer.
    LayerEntered {
        /// Layer it is in now.
        layer: Layer,
        /// Depth in mm.
        depth_mm: f64,
        /// Where, in the material frame.
        at: Vec3,
    },
    /// A fat septum gave way.
    Pop {
        /// Where, in the material frame.
        at: Vec3,
    },
    /// The tip touched bone.
    BoneTouched {
        /// Where, in the material frame.
        at: Vec3,
    },
    /// The tip came out through the skin from below.
    SkinExited {
        /// Where, in the material frame.
        at: Vec3,
    },
    /// The tip came nearer to a hazard's wall than the clearance rule allows (CLINICAL §5: 1.5 mm [design]); once per approach.
    NearMiss {
        /// Index of the hazard.
        hazard: u32,
        /// Smallest clearance of this approach in mm, negative inside.
        clearance_mm: f64,
        /// Where, in the material frame.
        at: Vec3,
    },
    /// Product left the port inside a vessel.
    FlowInVessel {
        /// Index of the hazard.
        hazard: u32,
        /// Where, in the material frame.
        at: Vec3,
    },
    /// Skin that an artery with product in it feeds shows a sign for the first time.
    Sign {
        /// Which.
        sign: Sign,
        /// Index of the hazard.
        hazard: u32,
        /// Middle of the skin that shows it.
        at: Vec3,
    },
    /// The session ended with product in an artery: what becomes of the skin.
    Occluded {
        /// Index of the hazard.
        hazard: u32,
        /// What becomes of it.
        outcome: Outcome,
        /// Middle of the skin that it feeds.
        at: Vec3,
    },
    /// Pale skin was pressed and the time counted until its colour was back.
    RefillSeen {
        /// Index of the hazard that feeds it.
        hazard: u32,
        /// That time, s.
        seconds: f64,
        /// Middle of that skin.
        at: Vec3,
    },
    /// A drug was given.
    DrugGiven(Drug),
    /// Product left the port inside a gland.
    FlowInGland {
        /// Index of the hazard.
        hazard: u32,
        /// Where, in the material frame.
        at: Vec3,
    },
    /// Product left the port in a region where it must not go.
    FlowInNoGo {
        /// The region.
        region: Region,
        /// Where, in the material frame.
        at: Vec3,
    },
    /// So much product lies in the dermis under one laying that the skin turns white.
    Whitening {
        /// Index of the laying.
        laying: u32,
        /// Where, in the material frame.
        at: Vec3,
    },
    /// Product ran out of the entry point beside the shaft; once an insertion.
    Backflow {
        /// Where the port was, in the material frame.
        at: Vec3,
    },
    /// Product left the port outside the patient.
    Spilled,
    /// The syringe is empty.
    SyringeEmpty,
    /// A question of the history was asked.
    Asked {
        /// Index of the question.
        question: u32,
        /// What the patient answered.
        yes: bool,
    },
    /// A point of the consent was noted.
    ConsentNoted {
        /// Index of the point.
        point: u32,
    },
    /// It was decided whether to treat.
    Decided(Decision),
    /// A stroke was drawn on the skin.
    Marked {
        /// Index of the stroke.
        stroke: u32,
        /// Its length, mm.
        length_mm: f64,
        /// Its end.
        at: Vec3,
    },
    /// The last stroke was wiped off.
    MarkWiped,
    /// Skin over the zone was inspected, by the person or at the end.
    Inspected {
        /// Area that is white, mm².
        white_mm2: f64,
        /// Greatest ridge that can be felt, mm.
        ridge_mm: f64,
    },
    /// A product and its diluent were drawn and joined.
    Drawn {
        /// Index of the product in the setup's shelf.
        product: u32,
        /// Parts of diluent per part of product.
        ratio: f64,
    },
    /// A stroke ended.
    Stroked {
        /// Strokes of this preparation, or since the syringe went back to the bench.
        strokes: u32,
        /// Evenness after it, 0 to 1.
        homogeneity: f64,
    },
    /// Time was let pass at once.
    Stood {
        /// How much, s.
        seconds: u32,
    },
    /// The syringe was filled from the bench.
    Filled {
        /// Volume in µL.
        volume_ul: f64,
        /// Mean `CaHA` in it, mg/mL.
        caha_mg_per_ml: f64,
        /// Evenness along it, 0 to 1.
        homogeneity: f64,
        /// Time since the last stroke, s.
        stood_s: f64,
    },
    /// Spheres bridge the bore: nothing flows until the cannula is changed.
    Jammed,
    /// A fresh cannula was put on.
    CannulaChanged,
    /// An instrument was chosen.
    InstrumentTaken {
        /// Index of it in the setup's instruments.
        instrument: u32,
    },
    /// The session ended (finish, or time over).
    Finished {
        /// Whether the time limit ended it.
        time_over: bool,
    },
}

/// Something that happened, with its tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// Tick in which it happened.
    pub tick: u64,
    /// What happened.
    pub kind: EventKind,
}

/// The events so far, and the tick that new ones get.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub(super) events: Vec<Event>,
    pub(super) tick: u64,
}

impl Log {
    pub(super) fn push(&mut self, kind: EventKind) {
        self.events.push(Event { tick: self.tick, kind });
    }
}

impl EventKind {
    /// A stable name, in `snake_case`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::PhaseDone(_) => "phase_done",
            Self::Refused(_) => "refused",
            Self::EntryMade { .. } => "entry_made",
            Self::Inserted { .. } => "inserted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::LayerEntered { .. } => "layer_entered",
            Self::Pop { .. } => "pop",
            Self::BoneTouched { .. } => "bone_touched",
            Self::SkinExited { .. } => "skin_exited",
            Self::NearMiss { .. } => "near_miss",
            Self::FlowInVessel { .. } => "flow_in_vessel",
            Self::Sign { sign, .. } => match sign {
                Sign::Blanching => "blanching",
                Sign::SlowRefill => "slow_refill",
                Sign::Pain => "pain",
                Sign::Livedo => "livedo",
                Sign::Recovered => "recovered",
            },
            Self::Occluded { .. } => "occluded",
            Self::RefillSeen { .. } => "refill_seen",
            Self::DrugGiven(Drug::Hyaluronidase) => "hyaluronidase_given",
            Self::DrugGiven(Drug::Thiosulfate) => "thiosulfate_given",
            Self::FlowInGland { .. } => "flow_in_gland",
            Self::FlowInNoGo { .. } => "flow_in_no_go",
            Self::Whitening { .. } => "whitening",
            Self::Backflow { .. } => "backflow",
            Self::Spilled => "spilled",
            Self::SyringeEmpty => "syringe_empty",
            Self::Asked { .. } => "asked",
            Self::ConsentNoted { .. } => "consent_noted",
            Self::Decided(_) => "decided",
            Self::Marked { .. } => "marked",
            Self::MarkWiped => "mark_wiped",
            Self::Inspected { .. } => "inspected",
            Self::Drawn { .. } => "drawn",
            Self::Stroked { .. } => "stroked",
            Self::Stood { .. } => "stood",
            Self::Filled { .. } => "filled",
            Self::Jammed => "jammed",
            Self::CannulaChanged => "cannula_changed",
            Self::InstrumentTaken { .. } => "instrument_taken",
            Self::Finished { .. } => "finished",
        }
    }

    /// Where it happened in the material frame, if it has a place.
    pub fn place(&self) -> Option<Vec3> {
        match *self {
            Self::EntryMade { point: at, .. }
            | Self::LayerEntered { at, .. }
            | Self::Pop { at }
            | Self::BoneTouched { at }
            | Self::SkinExited { at }
            | Self::NearMiss { at, .. }
            | Self::FlowInVessel { at, .. }
            | Self::Sign { at, .. }
            | Self::Occluded { at, .. }
            | Self::RefillSeen { at, .. }
            | Self::FlowInGland { at, .. }
            | Self::FlowInNoGo { at, .. }
            | Self::Whitening { at, .. }
            | Self::Marked { at, .. }
            | Self::Backflow { at } => Some(at),
            Self::PhaseDone(_)
            | Self::Refused(_)
            | Self::Inserted { .. }
            | Self::Withdrawn { .. }
            | Self::Spilled
            | Self::SyringeEmpty
            | Self::Asked { .. }
            | Self::ConsentNoted { .. }
            | Self::Decided(_)
            | Self::DrugGiven(_)
            | Self::MarkWiped
            | Self::Inspected { .. }
            | Self::Drawn { .. }
            | Self::Stroked { .. }
            | Self::Stood { .. }
            | Self::Filled { .. }
            | Self::Jammed
            | Self::CannulaChanged
            | Self::InstrumentTaken { .. }
            | Self::Finished { .. } => None,
        }
    }
}
