//! The shape of a drill file, and the drill that comes of it once every check has passed.

use std::borrow::Cow;
use std::sync::Arc;

use crate::anatomy::{Anchor, Part, Phenotype, PhenotypeRanges, SkinPolygon, ZoneSpec};
use crate::instrument::{Gauge, TipShape, Tube};
use crate::lang::Lang;
use crate::product::Catalogue;
use crate::session::{ConsultTables, Consultation, Phase, TargetPlane};
use crate::source::{Located, Problem, Problems, read};

use super::check;

/// The target plane in a drill file.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPlane {
    /// Upper edge below the dermal–fat boundary, mm.
    pub from_mm: f64,
    /// Lower edge, mm.
    pub to_mm: f64,
}

/// An instrument in a drill file.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCannula {
    /// Gauge, as in `25G`.
    pub gauge: String,
    /// Length from hub to tip, mm.
    pub length_mm: f64,
    /// Distance of the port behind the tip, mm.
    pub port_mm: f64,
    /// `cannula` (blunt) when left out, or `needle` (bevelled).
    #[serde(default)]
    pub tip: Option<String>,
}

impl RawCannula {
    /// The tip by its name; a blunt one where none or an unknown one is named.
    pub(super) fn shape(&self) -> TipShape {
        let named = self.tip.as_deref().and_then(|tip| TIPS.iter().find(|(name, _)| *name == tip));
        named.map_or(TipShape::Blunt, |(_, shape)| *shape)
    }

    /// The instrument; none where no gauge of that name is made.
    fn tube(&self) -> Option<Tube> {
        let gauge = Gauge::from_name(&self.gauge)?;
        Some(Tube { gauge, length_mm: self.length_mm, tip: self.shape(), port_offset_mm: self.port_mm })
    }
}

/// The tips that a drill may name.
pub(super) const TIPS: [(&str, TipShape); 2] = [("cannula", TipShape::Blunt), ("needle", TipShape::Bevel)];

/// The parts of the screen that help and that a drill may leave on, by the names of the settings.
pub(super) const ASSISTS: [&str; 9] = ["steps", "hint", "section", "depth", "meters", "map", "syringe", "strip", "see_through"];

/// Who comes, for a drill that plays the consultation.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCase {
    /// Why the patient comes.
    pub indication: String,
    /// What the patient answers with yes.
    pub history: Vec<String>,
    /// Points of the consent that belong to this treatment.
    pub consents: Vec<String>,
}

/// A drill as its file says it; `docs/drills.md` says each field.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/drills.md says each field")]
pub struct RawDrill {
    pub version: u32,
    pub id: String,
    pub title: String,
    pub site: String,
    pub brief: String,
    #[serde(default)]
    pub teaching: Option<String>,
    /// Exactly one of `patient` and `phenotype`.
    #[serde(default)]
    pub patient: Option<String>,
    #[serde(default)]
    pub phenotype: Option<PhenotypeRanges>,
    /// Exactly one of `zone`, `region` and `polygon`.
    #[serde(default)]
    pub zone: Option<Vec<Anchor>>,
    #[serde(default)]
    pub region: Option<String>,
    #[serde(default)]
    pub polygon: Option<SkinPolygon>,
    pub entries: Vec<Anchor>,
    #[serde(default)]
    pub entry_reach_mm: Option<f64>,
    pub plane: RawPlane,
    pub product: String,
    pub drawn_ml: f64,
    pub planned_ml: f64,
    pub maximum_ml: f64,
    pub cannula: RawCannula,
    #[serde(default)]
    pub instruments: Option<Vec<RawCannula>>,
    pub phases: Vec<String>,
    #[serde(default)]
    pub case: Option<RawCase>,
    pub rubric: String,
    pub limit_s: f64,
    #[serde(default)]
    pub assists: Option<Vec<String>>,
    #[serde(default)]
    pub seeds: Option<Vec<u64>>,
}

/// Longest text of a drill file that is read, bytes [design: ten times a long one].
const LONGEST: usize = 128 << 10;

impl RawDrill {
    /// The zone, by whichever of its fields stands there; none where none does.
    #[must_use]
    pub fn zone_spec(&self) -> Option<ZoneSpec> {
        let anchors = self.zone.clone().map(ZoneSpec::Anchors);
        let region = || self.region.clone().map(ZoneSpec::Region);
        anchors.or_else(region).or_else(|| self.polygon.clone().map(ZoneSpec::Polygon))
    }

    /// The part of the body that the zone lies on: the hand by its own landmarks and regions, else the head with neck and chest.
    #[must_use]
    pub fn part(&self) -> Part {
        self.zone_spec().map_or(Part::Head, |zone| zone.part())
    }

    /// Reads and checks a drill file as it is written.
    ///
    /// # Errors
    /// Every problem found, each with its place in the text.
    pub fn read(file: &str, text: &str, known: &Known) -> Result<Self, Problems> {
        Ok(located(file, text, known)?.value)
    }

    /// The drill of it.
    ///
    /// # Errors
    /// Every problem found, with its place in what [`RawDrill::to_ron`] writes.
    pub fn drill(&self, known: &Known) -> Result<Drill, Problems> {
        Drill::parse(&format!("{}.ron", self.id), &self.to_ron(), known)
    }
}

fn located(file: &str, text: &str, known: &Known) -> Result<Located<RawDrill>, Problems> {
    if text.len() > LONGEST {
        let (got, allowed) = (format!("{} bytes", text.len()), format!("at most {LONGEST} bytes"));
        return Err(Problems(vec![Problem { file: file.to_owned(), line: 1, column: 1, field: String::new(), got, allowed }]));
    }
    read::<RawDrill>(file, text, |raw, checker| {
        checker.version(raw.version, 1);
        check::words(raw, checker);
        check::references(raw, known, checker);
        check::phenotype(raw, checker);
        check::zone(raw, checker);
        check::dose(raw, checker);
        check::cannula(raw, checker);
        check::phases(raw, checker);
        check::case(raw, known, checker);
        check::conditions(raw, checker);
    })
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
    /// Ready-made patient; empty where each attempt's seed draws one.
    pub patient: String,
    /// What kind of patient is drawn, where one is.
    pub ranges: Option<PhenotypeRanges>,
    /// The seed and the patient that it drew: in the drill of one attempt ([`Drill::for_attempt`]).
    pub drawn: Option<(u64, Phenotype)>,
    /// Part of the body that the zone lies on.
    pub part: Part,
    /// Zone to treat.
    pub zone: ZoneSpec,
    /// Proposed entry points.
    pub entries: Vec<Anchor>,
    /// Furthest that an entry point may lie from one of these, mm; none: anywhere.
    pub entry_reach_mm: Option<f64>,
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
    /// The cannula that is laid out.
    pub tube: Tube,
    /// All instruments that may be taken: that one, then the others.
    pub instruments: Vec<Tube>,
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

    /// The drill of one attempt: on the patient that its seed draws, where the drill has ranges and no patient of its own.
    #[must_use]
    pub fn for_attempt(&self, seed: u64) -> Cow<'_, Self> {
        match &self.ranges {
            Some(ranges) if self.drawn.as_ref().is_none_or(|(drawn, _)| *drawn != seed) => {
                let patient = ranges.draw(xxhash_rust::xxh64::xxh64(self.file_id().as_bytes(), seed));
                Cow::Owned(Self { drawn: Some((seed, patient)), ..self.clone() })
            }
            _ => Cow::Borrowed(self),
        }
    }

    /// Tells the skins of patients apart: the patient's name, for one who is drawn `drill#seed`, for their hand with `/hand` behind it.
    #[must_use]
    pub fn skin(&self) -> String {
        let who = match &self.drawn {
            Some((seed, _)) => format!("{}#{seed}", self.file_id()),
            None => self.patient.clone(),
        };
        match self.part {
            Part::Head => who,
            Part::Hand => format!("{who}/hand"),
        }
    }

    /// A preparation's name with the product's own spelling, as in `Radiesse 1:1`.
    #[must_use]
    pub fn preparation_title(name: &str, catalogue: &Catalogue) -> String {
        titled(name, catalogue)
    }

    /// Folder of a person's own drills below their data folder.
    pub const OWN_FOLDER: &'static str = "drills";

    /// Reads and checks a drill file.
    ///
    /// # Errors
    /// Every problem found, each with its place in the text.
    pub fn parse(file: &str, text: &str, known: &Known) -> Result<Self, Problems> {
        let raw = located(file, text, known)?.value;
        let part = raw.part();
        let tube = raw.cannula.tube().expect("the cannula check has seen the gauge");
        let consultation = raw.case.as_ref().map(|case| Arc::new(consultation(case, &raw.product, &known.consult)));
        Ok(Self {
            consultation,
            zone: raw.zone_spec().expect("the zone check has seen one"),
            entries: raw.entries,
            entry_reach_mm: raw.entry_reach_mm,
            plane: TargetPlane { from_mm: raw.plane.from_mm, to_mm: raw.plane.to_mm },
            tube,
            instruments: [&raw.cannula].into_iter().chain(raw.instruments.iter().flatten()).filter_map(RawCannula::tube).collect(),
            phases: PHASES.iter().filter(|(name, _)| raw.phases.iter().any(|p| p == name)).map(|(_, p)| *p).collect(),
            id: raw.id,
            title: raw.title,
            site: raw.site,
            brief: raw.brief,
            teaching: raw.teaching.unwrap_or_default(),
            patient: raw.patient.unwrap_or_default(),
            ranges: raw.phenotype,
            drawn: None,
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
