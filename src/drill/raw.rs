//! The shape of a drill file, and the drill that comes of it once every check has passed.

use std::sync::Arc;

use crate::anatomy::{Anchor, Landmark, Part, ZoneSpec};
use crate::instrument::{Gauge, TipShape, Tube};
use crate::lang::Lang;
use crate::product::Catalogue;
use crate::session::{ConsultTables, Consultation, Phase, TargetPlane};
use crate::source::{Problems, read};

use super::check;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPlane {
    pub(super) from_mm: f64,
    pub(super) to_mm: f64,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCannula {
    pub(super) gauge: String,
    pub(super) length_mm: f64,
    pub(super) port_mm: f64,
    /// `cannula` (blunt) when left out, or `needle` (bevelled).
    #[serde(default)]
    pub(super) tip: Option<String>,
}

/// The tips that a drill may name.
pub(super) const TIPS: [(&str, TipShape); 2] = [("cannula", TipShape::Blunt), ("needle", TipShape::Bevel)];

/// The parts of the screen that help and that a drill may leave on, by the names of the settings.
pub(super) const ASSISTS: [&str; 9] = ["steps", "hint", "section", "depth", "meters", "map", "syringe", "strip", "see_through"];

/// Who comes, for a drill that plays the consultation.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCase {
    pub(super) indication: String,
    pub(super) history: Vec<String>,
    pub(super) consents: Vec<String>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDrill {
    pub(super) version: u32,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) site: String,
    pub(super) brief: String,
    pub(super) patient: String,
    pub(super) zone: Vec<Anchor>,
    pub(super) entries: Vec<Anchor>,
    pub(super) plane: RawPlane,
    pub(super) product: String,
    pub(super) drawn_ml: f64,
    pub(super) planned_ml: f64,
    pub(super) maximum_ml: f64,
    pub(super) cannula: RawCannula,
    pub(super) phases: Vec<String>,
    pub(super) case: Option<RawCase>,
    pub(super) rubric: String,
    pub(super) limit_s: f64,
    #[serde(default)]
    pub(super) teaching: Option<String>,
    #[serde(default)]
    pub(super) assists: Option<Vec<String>>,
    #[serde(default)]
    pub(super) seeds: Option<Vec<u64>>,
}

impl RawDrill {
    /// The part of the body that the zone names first: the hand by its own landmarks, else the head with neck and chest.
    pub(super) fn part(&self) -> Part {
        let hand = Landmark::hand_names();
        let first = self.zone.iter().flat_map(|anchor| &anchor.at).next();
        if first.is_some_and(|(name, _)| hand.contains(&name.as_str())) { Part::Hand } else { Part::Head }
    }

    /// The tip by its name; a blunt one where none or an unknown one is named.
    pub(super) fn tip(&self) -> TipShape {
        let named = self.cannula.tip.as_deref().and_then(|tip| TIPS.iter().find(|(name, _)| *name == tip));
        named.map_or(TipShape::Blunt, |(_, shape)| *shape)
    }
}

/// What a drill may refer to.
#[derive(Clone, Debug)]
pub struct Known {
    /// Installed patients.
    pub patients: Vec<String>,
    /// Installed rubrics.
    pub rubrics: Vec<String>,
    /// Installed products.
    pub catalogue: Catalogue,
    /// The consultation's tables.
    pub consult: Arc<ConsultTables>,
}

/// A drill: what is given, what is wanted, by which rubric it is judged.
#[derive(Clone, Debug)]
pub struct Drill {
    /// Name of the drill; also its file's name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Site of the body in words.
    pub site: String,
    /// What to do, in two or three sentences.
    pub brief: String,
    /// What to take from it, a paragraph shown before and after; empty where the file has none.
    pub teaching: String,
    /// Ready-made patient.
    pub patient: String,
    /// Part of the body that the zone lies on.
    pub part: Part,
    /// Zone to treat.
    pub zone: ZoneSpec,
    /// Proposed entry points.
    pub entries: Vec<Anchor>,
    /// Where the product belongs, below the dermal–fat boundary.
    pub plane: TargetPlane,
    /// Preparation, as in `radiesse 1:1`.
    pub product: String,
    /// The preparation with the product's name as its maker writes it, as in `Radiesse 1:1`.
    pub product_title: String,
    /// Volume drawn into the syringe, mL.
    pub drawn_ml: f64,
    /// Volume that the plan asks for, mL.
    pub planned_ml: f64,
    /// Volume above which the dose is a critical error, mL.
    pub maximum_ml: f64,
    /// The cannula.
    pub tube: Tube,
    /// Phases that are played.
    pub phases: Vec<Phase>,
    /// Who comes, where the consultation is played.
    pub consultation: Option<Arc<Consultation>>,
    /// Rubric that judges.
    pub rubric: String,
    /// Time limit in s.
    pub limit_s: f64,
    /// Names of the assists that may be shown; none: whatever the person has switched on.
    pub assists: Option<Vec<String>>,
    /// Seeds that attempts take in turn; empty: the attempt's own number.
    pub seeds: Vec<u64>,
}

/// All phases with their names in files, in their order.
pub(super) const PHASES: [(&str, Phase); 9] = [
    ("consult", Phase::Consult),
    ("mark", Phase::Mark),
    ("prepare", Phase::Prepare),
    ("disinfect", Phase::Disinfect),
    ("entry", Phase::Entry),
    ("passes", Phase::Passes),
    ("massage", Phase::Massage),
    ("inspect", Phase::Inspect),
    ("finish", Phase::Finish),
];

/// What a drill says to people, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillWords {
    /// Title.
    pub title: String,
    /// Site of the body.
    pub site: String,
    /// What to do.
    pub brief: String,
    /// What to take from it; may be empty.
    pub teaching: String,
}

impl Drill {
    /// The name of the drill's file: a variant's name without what it changes.
    #[must_use]
    pub fn file_id(&self) -> &str {
        self.id.split(['@', '+', '!']).next().unwrap_or_default()
    }

    /// Its words in a language: messages `drill-<id>-title`, `-site`, `-brief` and `-teaching`, else as its file says.
    #[must_use]
    pub fn words(&self, lang: &Lang) -> DrillWords {
        let say = |field: &str, written: &str| lang.file_words("drill", self.file_id(), field, written);
        let teaching = if self.teaching.is_empty() { String::new() } else { say("teaching", &self.teaching) };
        DrillWords { title: say("title", &self.title), site: say("site", &self.site), brief: say("brief", &self.brief), teaching }
    }

    /// Whether an assist of this name (as in `assists`) may be shown.
    #[must_use]
    pub fn allows(&self, assist: &str) -> bool {
        self.assists.as_ref().is_none_or(|on| on.iter().any(|name| name == assist))
    }

    /// Seed of an attempt, counted from 1: the file's seeds in turn, else its number.
    #[must_use]
    pub fn seed(&self, attempt: u64) -> u64 {
        let turn = attempt.saturating_sub(1).checked_rem(self.seeds.len() as u64);
        turn.map_or(attempt, |turn| self.seeds[turn as usize])
    }

    /// Tells the skins of patients apart: the patient's name, for their hand with `/hand` behind it.
    #[must_use]
    pub fn skin(&self) -> String {
        match self.part {
            Part::Head => self.patient.clone(),
            Part::Hand => format!("{}/hand", self.patient),
        }
    }

    /// A preparation's name with the product's own spelling, as in `Radiesse 1:1`.
    #[must_use]
    pub fn preparation_title(name: &str, catalogue: &Catalogue) -> String {
        titled(name, catalogue)
    }

    /// Reads and checks a drill file.
    ///
    /// # Errors
    /// Every problem found, each with its place in the text.
    pub fn parse(file: &str, text: &str, known: &Known) -> Result<Self, Problems> {
        let located = read::<RawDrill>(file, text, |raw, checker| {
            checker.version(raw.version, 1);
            check::words(raw, checker);
            check::references(raw, known, checker);
            check::zone(raw, checker);
            check::dose(raw, checker);
            check::cannula(raw, checker);
            check::phases(raw, checker);
            check::case(raw, known, checker);
            check::conditions(raw, checker);
        })?;
        let raw = located.value;
        let (part, tip) = (raw.part(), raw.tip());
        let consultation = raw.case.as_ref().map(|case| Arc::new(consultation(case, &raw.product, &known.consult)));
        Ok(Self {
            consultation,
            zone: ZoneSpec::Anchors(raw.zone),
            entries: raw.entries,
            plane: TargetPlane { from_mm: raw.plane.from_mm, to_mm: raw.plane.to_mm },
            tube: Tube {
                gauge: Gauge::from_name(&raw.cannula.gauge).expect("the cannula check has seen the gauge"),
                length_mm: raw.cannula.length_mm,
                tip,
                port_offset_mm: raw.cannula.port_mm,
            },
            phases: PHASES.iter().filter(|(name, _)| raw.phases.iter().any(|p| p == name)).map(|(_, p)| *p).collect(),
            id: raw.id,
            title: raw.title,
            site: raw.site,
            brief: raw.brief,
            teaching: raw.teaching.unwrap_or_default(),
            patient: raw.patient,
            part,
            product_title: titled(&raw.product, &known.catalogue),
            product: raw.product,
            drawn_ml: raw.drawn_ml,
            planned_ml: raw.planned_ml,
            maximum_ml: raw.maximum_ml,
            rubric: raw.rubric,
            limit_s: raw.limit_s,
            assists: raw.assists,
            seeds: raw.seeds.unwrap_or_default(),
        })
    }
}

/// The consultation of a case whose names have been checked.
fn consultation(case: &RawCase, product: &str, tables: &Arc<ConsultTables>) -> Consultation {
    Consultation {
        tables: Arc::clone(tables),
        indication: case.indication.clone(),
        product: product.split(' ').next().unwrap_or(product).to_owned(),
        history: case.history.iter().filter_map(|id| tables.question(id)).collect(),
        consents: case.consents.iter().filter_map(|id| tables.consent(id)).collect(),
    }
}

/// A preparation with the product's own spelling in the place of its id.
pub(super) fn titled(prepared: &str, catalogue: &Catalogue) -> String {
    let (id, rest) = prepared.split_once(' ').unwrap_or((prepared, ""));
    let name = catalogue.product(id).map_or(id, |product| product.name.as_str());
    format!("{name} {rest}").trim_end().to_owned()
}
