//! Installed content, read once: head, hand, tables, tissue, products, patients, rubrics, drills, courses.
//!
//! **Invariant:** what a library holds has passed every check; a patient is built at most once.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};

use sha2::{Digest, Sha256};

use crate::anatomy::scan::ScannedPatient;
use crate::anatomy::{
    Anatomy, AnatomyTables, Base, HazardTables, Landmark, Part, Phenotype, ReadyPatient, Skin, Tables, TensionField,
    TensionTables, UnknownLandmark, Zone, ZoneError, ZoneSpec,
};
use crate::geom::Vec3;
use crate::product::catalogue::CatalogueError;
use crate::product::{Catalogue, PreparationError};
use crate::scoring::Rubric;
use crate::session::{ConsultTables, Phase, Setup, TICKS_PER_SECOND};
use crate::source::{Content, ContentError, Problem, Problems};
use crate::tissue::Mechanics;

use super::{Course, Drill, Known, Variant, own};

/// Why the library cannot be opened, or does not have what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// A file is missing.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// Files are wrong.
    #[error("{0}")]
    Problems(#[from] Problems),
    /// The products cannot be read.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The head is damaged.
    #[error("assets/anatomy/head.bin: {0}")]
    Base(#[from] crate::anatomy::BaseError),
    /// A table names a landmark that the head lacks.
    #[error(transparent)]
    Landmark(#[from] UnknownLandmark),
    /// The zone or an entry point cannot be laid on this patient.
    #[error("drill \"{drill}\": {source}")]
    Zone {
        /// The drill.
        drill: String,
        /// Why.
        source: ZoneError,
    },
    /// A product cannot be prepared so.
    #[error(transparent)]
    Preparation(#[from] PreparationError),
    /// The drill cannot be played under such conditions.
    #[error("variant: got \"{got}\": {reason}")]
    Variant {
        /// The variant's name.
        got: String,
        /// Why.
        reason: String,
    },
    /// No such thing is installed.
    #[error("no {kind} \"{got}\" is installed; there are: {allowed}")]
    Unknown {
        /// What was asked for.
        kind: &'static str,
        /// Its name.
        got: String,
        /// What there is.
        allowed: String,
    },
}

/// All installed content.
///
/// What a later reading of the drills leaves as it is, is shared with it ([`Library::reread`]).
#[derive(Clone)]
pub struct Library {
    base: Arc<Base>,
    tables: Arc<AnatomyTables>,
    tension: Arc<[TensionTables; 2]>,
    consult: Arc<ConsultTables>,
    hand_tables: Arc<AnatomyTables>,
    mechanics: Arc<Mechanics>,
    shelf: Arc<Catalogue>,
    patients: Vec<ReadyPatient>,
    /// The skins of the patients that are a person's own scan.
    scans: Arc<BTreeMap<String, Skin>>,
    /// What is wrong with scans that are left out.
    broken_scans: Vec<Problem>,
    pub(super) rubrics: Vec<Rubric>,
    pub(super) drills: Vec<Drill>,
    /// Names of the drills that are the person's own.
    pub(super) own: BTreeSet<String>,
    /// What is wrong with own drills that are left out.
    pub(super) broken_drills: Vec<Problem>,
    pub(super) courses: Vec<Course>,
    pub(super) sources: BTreeMap<String, Vec<u8>>,
    /// Files that only drills with certain phases depend on.
    by_phase: Arc<Vec<(Phase, &'static str, Vec<u8>)>>,
    /// Files that only drills on the hand depend on.
    of_hand: Arc<Vec<(&'static str, Vec<u8>)>>,
    built: Arc<Mutex<BTreeMap<String, Arc<Anatomy>>>>,
    fields: Arc<Mutex<BTreeMap<String, Arc<TensionField>>>>,
    /// The zone of each drill, with what it was cut by: a drill that is edited has another.
    zones: Arc<Mutex<BTreeMap<String, (ZoneSpec, String, Arc<Zone>)>>>,
    /// Patients that attempts have drawn, the last ones only.
    passing: Arc<Mutex<VecDeque<(String, Arc<Anatomy>)>>>,
}

/// Patients that attempts drew and that are kept for the next [design: a head with its layers is tens of megabytes].
const PASSING: usize = 3;

/// Reads each RON file of a folder, gathering the problems of all.
fn folder<T>(
    content: &Content,
    path: &str,
    sources: &mut BTreeMap<String, Vec<u8>>,
    problems: &mut Vec<Problem>,
    parse: impl Fn(&str, &str) -> Result<T, Problems>,
) -> Result<Vec<T>, ContentError> {
    let mut found = Vec::new();
    for file in content.list(path, "ron")? {
        let text = content.read_text(&file)?;
        match parse(&file, &text) {
            Ok(thing) => found.push(thing),
            Err(list) => problems.extend(list.0),
        }
        sources.insert(file, text.into_bytes());
    }
    Ok(found)
}

/// The courses in their order. They may name any drill that there is a file of: what is wrong with that file is told once.
fn courses(content: &Content, problems: &mut Vec<Problem>) -> Result<Vec<Course>, ContentError> {
    if !content.path(Course::FOLDER).is_dir() {
        return Ok(Vec::new());
    }
    let files = content.list("levels/drills", "ron")?;
    let stem = |file: &String| file.trim_start_matches("levels/drills/").trim_end_matches(".ron").to_owned();
    let drills: Vec<String> = files.iter().map(stem).collect();
    let mut courses = folder(content, Course::FOLDER, &mut BTreeMap::new(), problems, |file, text| {
        let course = Course::parse(file, text, &drills)?;
        let named = format!("{}/{}.ron", Course::FOLDER, course.id) == file;
        if named { Ok(course) } else { Err(Course::misnamed(file, &course.id)) }
    })?;
    courses.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.id.cmp(&b.id)));
    Ok(courses)
}

/// Where a drill stands in the courses: course and step; after all of them where it stands in none.
pub(super) fn place(courses: &[Course], drill: &str) -> (usize, usize) {
    let step = |course: &Course| course.drills().position(|known| known == drill);
    courses.iter().enumerate().find_map(|(i, course)| Some((i, step(course)?))).unwrap_or((usize::MAX, 0))
}

/// A person's own scan as files and problems name it, from its id.
fn scan_file(id: &str) -> String {
    format!("{}/{id}.{}", ScannedPatient::FOLDER, ScannedPatient::EXTENSION)
}

/// The person's own scans: patients after the installed ones, whose names they may not take.
fn own_scans(
    content: &Content,
    patients: &mut Vec<ReadyPatient>,
    sources: &mut BTreeMap<String, Vec<u8>>,
) -> (BTreeMap<String, Skin>, Vec<Problem>) {
    let (mut skins, mut problems) = (BTreeMap::new(), Vec::new());
    for path in content.own_files(ScannedPatient::FOLDER, ScannedPatient::EXTENSION) {
        let file = scan_file(&path.file_stem().unwrap_or_default().to_string_lossy());
        let mut wrong = |field: &str, got: String, allowed: &str| {
            let (field, allowed) = (field.to_owned(), allowed.to_owned());
            problems.push(Problem { file: file.clone(), line: 1, column: 1, field, got, allowed });
        };
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                wrong("", error.to_string(), "a file that can be read");
                continue;
            }
        };
        match ScannedPatient::parse(&bytes) {
            Err(error) => wrong("", error.to_string(), "a scan that `fanline patients import` wrote"),
            Ok(scan) if scan_file(&scan.patient.id) != file => wrong("id", scan.patient.id, "the file's own name"),
            Ok(scan) if patients.iter().any(|known| known.id == scan.patient.id) => {
                wrong("id", scan.patient.id, "a name that no installed patient has");
            }
            Ok(scan) => {
                sources.insert(file, bytes);
                skins.insert(scan.patient.id.clone(), scan.skin);
                patients.push(scan.patient);
            }
        }
    }
    (skins, problems)
}

/// The file of a drill below the content root.
pub(super) fn drill_file(id: &str) -> String {
    format!("levels/drills/{id}.ron")
}

impl Library {
    /// Reads and checks everything that is installed.
    ///
    /// # Errors
    /// A missing file, or every problem of all files.
    pub fn open(content: &Content) -> Result<Self, LibraryError> {
        let (library, problems) = Self::open_sound(content)?;
        Ok(problems.or(library)?)
    }

    /// Reads everything that is installed and keeps what is sound: the problems of the files of `levels/` that are left out
    /// come beside it, so that one broken drill does not close the others. A person's own scan that is damaged, or an own drill that
    /// is wrong, is no fault of what is installed: see [`Library::broken_scans`] and [`Library::broken_drills`].
    ///
    /// # Errors
    /// A missing file, or the problems of a file that every drill needs.
    pub fn open_sound(content: &Content) -> Result<(Self, Problems), LibraryError> {
        let mut sources = BTreeMap::new();
        let mut problems = Vec::new();
        let mut text = |path: &str| -> Result<String, ContentError> {
            let text = content.read_text(path)?;
            sources.insert(path.to_owned(), text.clone().into_bytes());
            Ok(text)
        };
        let layers = Tables::parse(Tables::FILE, &text(Tables::FILE)?)?;
        let hazards = HazardTables::parse(HazardTables::FILE, &text(HazardTables::FILE)?, &Landmark::names())?;
        // What only some phases look at is a source of the hash of drills that play them.
        let (lines, consult) = (content.read_text(TensionTables::FILE)?, content.read_text(ConsultTables::FILE)?);
        let by_phase = vec![
            (Phase::Consult, ConsultTables::FILE, consult.clone().into_bytes()),
            (Phase::Mark, TensionTables::FILE, lines.clone().into_bytes()),
        ];
        let consult = Arc::new(ConsultTables::parse(ConsultTables::FILE, &consult)?);
        let tension = [
            TensionTables::parse(TensionTables::FILE, &lines, &Landmark::names())?,
            TensionTables::parse(TensionTables::HAND_FILE, &content.read_text(TensionTables::HAND_FILE)?, &Landmark::hand_names())?,
        ];
        let hand = content.read_text(HazardTables::HAND_FILE)?;
        let of_hand = vec![
            ("assets/anatomy/hand.bin", content.read("assets/anatomy/hand.bin")?),
            (HazardTables::HAND_FILE, hand.clone().into_bytes()),
            (TensionTables::HAND_FILE, content.read(TensionTables::HAND_FILE)?),
        ];
        let hand = HazardTables::parse(HazardTables::HAND_FILE, &hand, &Landmark::hand_names())?;
        let mechanics = Arc::new(Mechanics::parse(Mechanics::FILE, &text(Mechanics::FILE)?)?);
        let head = content.read("assets/anatomy/head.bin")?;
        let base = Base::parse(&head)?;
        sources.insert("assets/anatomy/head.bin".to_owned(), head);
        let catalogue = Catalogue::load(content)?;
        for file in content.list("assets/products", "ron")? {
            sources.insert(file.clone(), content.read(&file)?);
        }
        let mut patients = folder(content, "levels/patients", &mut sources, &mut problems, ReadyPatient::parse)?;
        let (scans, broken_scans) = own_scans(content, &mut patients, &mut sources);
        let rubrics = folder(content, "levels/rubrics", &mut sources, &mut problems, Rubric::parse)?;
        let known = Known {
            patients: patients.iter().map(|patient| patient.id.clone()).collect(),
            rubrics: rubrics.iter().map(|rubric| rubric.id.clone()).collect(),
            catalogue: catalogue.clone(),
            consult: Arc::clone(&consult),
        };
        let mut drills =
            folder(content, "levels/drills", &mut sources, &mut problems, |file, text| Drill::parse(file, text, &known))?;
        let courses = courses(content, &mut problems)?;
        let own::Own { mut found, broken: broken_drills } = own::drills(content, &own::stems(content)?, &known, &mut sources, |_| None);
        let own = found.iter().map(|drill| drill.id.clone()).collect();
        drills.append(&mut found);
        drills.sort_by_key(|drill| place(&courses, &drill.id));
        let hand_tables = Arc::new(AnatomyTables { layers: layers.clone(), hazards: hand });
        let tables = Arc::new(AnatomyTables { layers, hazards });
        let (built, fields, zones, passing) = Default::default();
        let library =
            Self {
            base: Arc::new(base),
            tables,
            hand_tables,
            tension: Arc::new(tension),
            consult,
            mechanics,
            shelf: Arc::new(catalogue),
            patients,
            scans: Arc::new(scans),
            broken_scans,
            rubrics,
            drills,
            own,
            courses,
            sources,
            by_phase: Arc::new(by_phase),
            of_hand: Arc::new(of_hand),
            built,
            fields,
            zones,
            passing,
            broken_drills,
        };
        Ok((library, Problems(problems).sorted()))
    }

    /// All drills: those of the courses in their order, then the others by their file names, then the person's own.
    pub fn drills(&self) -> &[Drill] {
        &self.drills
    }
    /// All courses, in their order.
    pub fn courses(&self) -> &[Course] {
        &self.courses
    }
    /// The course that a drill belongs to: the first that names it.
    pub fn course_of(&self, drill: &str) -> Option<&Course> {
        self.courses.iter().find(|course| course.drills().any(|known| known == drill))
    }
    /// The head that patients are made of.
    pub fn base(&self) -> &Base {
        &self.base
    }
    /// Whether a patient is a person's own scan.
    pub fn is_scan(&self, patient: &str) -> bool {
        self.scans.contains_key(patient)
    }
    /// What is wrong with those of the person's own scans that are damaged and so not among the patients.
    pub fn broken_scans(&self) -> &[Problem] {
        &self.broken_scans
    }
    /// Whether a drill is one of the person's own.
    pub fn is_own(&self, drill: &str) -> bool {
        self.own.contains(drill)
    }
    /// The text of a drill's file as it was when it was last right.
    pub fn drill_text(&self, drill: &str) -> Option<&str> {
        self.sources.get(&drill_file(drill)).and_then(|text| std::str::from_utf8(text).ok())
    }
    /// What is wrong with those of the person's own drills that are not among the drills, or are there as they were before.
    pub fn broken_drills(&self) -> &[Problem] {
        &self.broken_drills
    }
    /// All patients: the ready-made ones, then the person's own scans.
    pub fn patients(&self) -> &[ReadyPatient] {
        &self.patients
    }
    /// The tension lines' tables of a part of the body, for [`TensionField::new`](crate::anatomy::TensionField::new).
    pub fn tension(&self, part: Part) -> &TensionTables {
        &self.tension[part as usize]
    }
    /// All products.
    pub fn catalogue(&self) -> &Catalogue {
        &self.shelf
    }
    /// What drills may refer to.
    pub fn known(&self) -> Known {
        Known {
            patients: self.patients.iter().map(|patient| patient.id.clone()).collect(),
            rubrics: self.rubrics.iter().map(|rubric| rubric.id.clone()).collect(),
            catalogue: Catalogue::clone(&self.shelf),
            consult: Arc::clone(&self.consult),
        }
    }
    /// How tissue pushes back.
    pub fn mechanics(&self) -> &Arc<Mechanics> {
        &self.mechanics
    }

    /// The drill of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn drill(&self, id: &str) -> Result<&Drill, LibraryError> {
        find("drill", &self.drills, id, |drill| &drill.id)
    }

    /// The drill of that name, or a variant of one (see [`Variant`]): what a recording names.
    ///
    /// # Errors
    /// When there is no such drill or patient, or the variant cannot be played.
    pub fn any_drill(&self, name: &str) -> Result<Cow<'_, Drill>, LibraryError> {
        let variant = Variant::parse(name);
        if variant.is_plain() {
            return self.drill(name).map(Cow::Borrowed);
        }
        if let Some(patient) = &variant.patient {
            self.patient(patient)?;
        }
        Ok(Cow::Owned(variant.of(self.drill(&variant.drill)?, &self.shelf)?))
    }

    /// The ready-made patient of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn patient(&self, id: &str) -> Result<&ReadyPatient, LibraryError> {
        find("patient", &self.patients, id, |patient| &patient.id)
    }

    /// The rubric of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn rubric(&self, id: &str) -> Result<&Rubric, LibraryError> {
        find("rubric", &self.rubrics, id, |rubric| &rubric.id)
    }

    /// The anatomy of a ready-made patient, built on first use.
    ///
    /// # Errors
    /// When there is no such patient, or the tables do not fit the head.
    pub fn anatomy(&self, patient: &str) -> Result<Arc<Anatomy>, LibraryError> {
        let who = self.patient(patient)?;
        let mut built = self.built.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(anatomy) = built.get(patient) {
            return Ok(Arc::clone(anatomy));
        }
        let anatomy = Arc::new(self.anatomy_as(patient, &who.phenotype)?);
        built.insert(patient.to_owned(), Arc::clone(&anatomy));
        Ok(anatomy)
    }

    /// The anatomy that a drill is played on, built on first use: its patient's head with neck and chest, or their hand. A scan of
    /// the face has no hand: it is that of the traits given with it.
    ///
    /// # Errors
    /// As [`Library::anatomy`].
    pub fn anatomy_for(&self, drill: &Drill) -> Result<Arc<Anatomy>, LibraryError> {
        let drill = &*self.settled(drill);
        if let Some((_, who)) = &drill.drawn {
            return self.drawn_anatomy(drill, who);
        }
        if drill.part == Part::Head {
            return self.anatomy(&drill.patient);
        }
        self.hand(&drill.patient)
    }

    /// The hand of a ready-made patient, built on first use.
    ///
    /// # Errors
    /// As [`Library::anatomy`].
    pub fn hand(&self, patient: &str) -> Result<Arc<Anatomy>, LibraryError> {
        let who = self.patient(patient)?;
        let name = format!("{patient}/hand");
        let mut built = self.built.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(anatomy) = built.get(&name) {
            return Ok(Arc::clone(anatomy));
        }
        let anatomy = Arc::new(self.hand_of(&who.phenotype)?);
        built.insert(name, Arc::clone(&anatomy));
        Ok(anatomy)
    }

    /// A drill with its patient: where it draws one and none is drawn yet, that of its first attempt.
    fn settled<'a>(&self, drill: &'a Drill) -> Cow<'a, Drill> {
        if drill.drawn.is_some() { Cow::Borrowed(drill) } else { drill.for_attempt(drill.seed(1)) }
    }

    /// The anatomy of a patient whom an attempt drew: the last few are kept.
    fn drawn_anatomy(&self, drill: &Drill, who: &Phenotype) -> Result<Arc<Anatomy>, LibraryError> {
        let name = format!("{} {who:?}", drill.skin());
        let kept = || self.passing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((_, anatomy)) = kept().iter().find(|(known, _)| *known == name) {
            return Ok(Arc::clone(anatomy));
        }
        let built = if drill.part == Part::Hand { self.hand_of(who) } else { self.anatomy_of(who) };
        let anatomy = Arc::new(built?);
        let mut kept = kept();
        kept.push_back((name, Arc::clone(&anatomy)));
        while kept.len() > PASSING {
            kept.pop_front();
        }
        Ok(anatomy)
    }

    /// The tension lines of what a drill is played on, worked out on first use.
    ///
    /// # Errors
    /// When there is no such patient, or the tables do not fit the skin.
    pub fn tension_field(&self, drill: &Drill) -> Result<Arc<TensionField>, LibraryError> {
        let drill = &*self.settled(drill);
        let anatomy = self.anatomy_for(drill)?;
        if drill.drawn.is_some() {
            return Ok(Arc::new(TensionField::new(&anatomy, self.tension(drill.part))?));
        }
        let mut fields = self.fields.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(field) = fields.get(&drill.skin()) {
            return Ok(Arc::clone(field));
        }
        let field = Arc::new(TensionField::new(&anatomy, self.tension(drill.part))?);
        fields.insert(drill.skin(), Arc::clone(&field));
        Ok(field)
    }

    /// The anatomy of a patient with other traits, built anew. A person's own scan keeps its skin: only its layers follow the traits.
    ///
    /// # Errors
    /// When the tables do not fit the head.
    pub fn anatomy_as(&self, patient: &str, phenotype: &Phenotype) -> Result<Anatomy, LibraryError> {
        match self.scans.get(patient) {
            Some(skin) => Ok(Anatomy::of_skin(skin.clone(), phenotype, &self.tables)?),
            None => self.anatomy_of(phenotype),
        }
    }

    /// The anatomy of any phenotype, built anew.
    ///
    /// # Errors
    /// When the tables do not fit the head.
    pub fn anatomy_of(&self, phenotype: &Phenotype) -> Result<Anatomy, LibraryError> {
        Ok(Anatomy::new(&self.base, phenotype, &self.tables)?)
    }

    /// The hand of a person.
    ///
    /// # Errors
    /// When the tables do not fit the hand.
    pub fn hand_of(&self, who: &Phenotype) -> Result<Anatomy, LibraryError> {
        Ok(Anatomy::new(Base::hand(), who, &self.hand_tables)?)
    }

    /// The zone of a drill on its patient, cut on first use.
    fn zone(&self, drill: &Drill) -> Result<Arc<Zone>, LibraryError> {
        let drill = &*self.settled(drill);
        let anatomy = self.anatomy_for(drill)?;
        let skin = drill.drawn.as_ref().map_or_else(|| drill.skin(), |(_, who)| format!("{} {who:?}", drill.skin()));
        let mut zones = self.zones.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((_, _, zone)) = zones.get(&drill.id).filter(|(spec, on, _)| *spec == drill.zone && *on == skin) {
            return Ok(Arc::clone(zone));
        }
        let zone = Zone::new(&drill.zone, &anatomy).map_err(|source| refused(drill, source))?;
        let zone = Arc::new(zone);
        zones.insert(drill.id.clone(), (drill.zone.clone(), skin, Arc::clone(&zone)));
        Ok(zone)
    }

    /// Lays a drill on its patient (where one is drawn, that of the first attempt): its zone and its entry points.
    ///
    /// # Errors
    /// [`LibraryError::Zone`] where the skin does not take them.
    pub fn lay(&self, drill: &Drill) -> Result<Arc<Zone>, LibraryError> {
        self.entries(drill)?;
        self.zone(drill)
    }

    /// The proposed entry points of a drill on its patient.
    fn entries(&self, drill: &Drill) -> Result<Vec<Vec3>, LibraryError> {
        let anatomy = self.anatomy_for(drill)?;
        let entry = |(i, anchor)| Zone::entry(&format!("entry point {}", i + 1), anchor, &anatomy);
        let entries: Result<_, _> = drill.entries.iter().enumerate().map(entry).collect();
        entries.map_err(|source| refused(drill, source))
    }

    /// Target areal dose of a drill: the planned `CaHA` over the zone's area, mg/cm².
    ///
    /// # Errors
    /// As [`Library::setup`].
    pub fn target_mg_cm2(&self, drill: &Drill) -> Result<f64, LibraryError> {
        let mixture = self.shelf.mixture(&drill.product)?;
        Ok(drill.planned_ml * mixture.caha_mg_per_ml / (self.zone(drill)?.area_mm2 / 100.0))
    }

    /// The setup of an attempt at a drill. What is random in it comes from the drill's name and the attempt's seed.
    ///
    /// # Errors
    /// When the zone cannot be laid on the patient or the product cannot be prepared.
    pub fn setup(&self, drill: &Drill, seed: u64) -> Result<Arc<Setup>, LibraryError> {
        let drill = &*drill.for_attempt(seed);
        let anatomy = self.anatomy_for(drill)?;
        let zone = self.zone(drill)?;
        let mixture = self.shelf.mixture(&drill.product)?;
        let target_mg_cm2 = self.target_mg_cm2(drill)?;
        Ok(Arc::new(Setup {
            proposed_entries: self.entries(drill)?,
            entry_reach_mm: drill.entry_reach_mm,
            anatomy,
            zone,
            plane: drill.plane,
            target_mg_cm2,
            planned_ml: drill.planned_ml,
            maximum_ml: drill.maximum_ml,
            mixture,
            shelf: Arc::clone(&self.shelf),
            drawn_ml: drill.drawn_ml,
            tube: drill.tube,
            instruments: drill.instruments.clone(),
            mechanics: Arc::clone(&self.mechanics),
            consultation: drill.consultation.clone(),
            tension: drill.phases.contains(&Phase::Mark).then(|| self.tension_field(drill)).transpose()?,
            phases: drill.phases.clone(),
            limit_ticks: (drill.limit_s * TICKS_PER_SECOND as f64) as u64,
            seed: xxhash_rust::xxh64::xxh64(drill.id.as_bytes(), seed),
        }))
    }

    /// Hash of a drill and of all content that a simulation of it depends on (not its rubric, which only judges).
    pub fn hash(&self, drill: &Drill) -> String {
        let variant = Variant::parse(&drill.id);
        let drill_file = drill_file(&variant.drill);
        let patient_file = match self.scans.get(&drill.patient) {
            Some(_) => scan_file(&drill.patient),
            None => format!("levels/patients/{}.ron", drill.patient),
        };
        let mut hash = Sha256::new();
        if !variant.is_plain() {
            hash.update(drill.id.as_bytes());
        }
        let mut add = |path: &str, bytes: &[u8]| {
            hash.update(path.as_bytes());
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        for (path, bytes) in &self.sources {
            if path.starts_with("assets/") || *path == drill_file || *path == patient_file {
                add(path, bytes);
            }
        }
        for (path, bytes) in self.of_hand.iter().filter(|_| drill.part == Part::Hand) {
            add(path, bytes);
        }
        for (_, path, bytes) in self.by_phase.iter().filter(|(phase, ..)| drill.phases.contains(phase)) {
            add(path, bytes);
        }
        hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

fn refused(drill: &Drill, source: ZoneError) -> LibraryError {
    LibraryError::Zone { drill: drill.id.clone(), source }
}

fn find<'a, T>(kind: &'static str, list: &'a [T], id: &str, name: impl Fn(&T) -> &String) -> Result<&'a T, LibraryError> {
    list.iter().find(|thing| name(thing) == id).ok_or_else(|| LibraryError::Unknown {
        kind,
        got: id.to_owned(),
        allowed: list.iter().map(|thing| name(thing).as_str()).collect::<Vec<_>>().join(", "),
    })
}
