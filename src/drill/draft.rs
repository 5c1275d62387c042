//! A drill that is being made: what a person changes, step by step, and what is still wrong with it.
//!
//! **Invariant:** every change can be taken back; a draft without problems writes a file that reads back as the same drill.

use super::{Drill, Known, Library, LibraryError, RawCannula, RawDrill, RawPlane};
use crate::anatomy::{Anatomy, Anchor, SkinPolygon};
use crate::geom::Vec3;
use crate::geom::surface::SurfacePoint;
use crate::source::{Problem, Problems};

/// Most steps that can be taken back.
const STEPS: usize = 200;
/// A corner set this near to a side stands between the side's ends, mm [design].
const ON_SIDE_MM: f64 = 2.5;
/// Most points of a draft's zone that are kept: beyond what a drill may have, so that one too many is told and not lost.
const MOST_POINTS: usize = SkinPolygon::MOST_POINTS + 1;

/// A draft with the steps that led to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    raw: RawDrill,
    past: Vec<RawDrill>,
    undone: Vec<RawDrill>,
    /// What the last change was to: a second one to the same is the same step.
    open: Option<String>,
}

impl Draft {
    /// A drill without a zone, an entry point or words: Radiesse 1:1 under the skin of a patient with a 22G cannula.
    #[must_use]
    pub fn blank(patient: &str) -> Self {
        let phases = ["disinfect", "entry", "passes", "massage", "finish"].map(str::to_owned).to_vec();
        Self::of(RawDrill {
            version: 1,
            id: String::new(),
            title: String::new(),
            site: String::new(),
            brief: String::new(),
            teaching: None,
            patient: Some(patient.to_owned()),
            phenotype: None,
            zone: None,
            region: None,
            polygon: None,
            entries: Vec::new(),
            entry_reach_mm: None,
            plane: RawPlane { from_mm: 0.0, to_mm: 1.5 },
            product: "radiesse 1:1".to_owned(),
            drawn_ml: 1.5,
            planned_ml: 1.0,
            maximum_ml: 1.5,
            cannula: RawCannula { gauge: "22G".to_owned(), length_mm: 50.0, port_mm: 1.0, tip: None },
            instruments: None,
            phases,
            case: None,
            rubric: "dilute".to_owned(),
            limit_s: 600.0,
            assists: None,
            seeds: None,
        })
    }

    /// A drill as it stands in a file, to be changed.
    #[must_use]
    pub fn of(raw: RawDrill) -> Self {
        Self { raw, past: Vec::new(), undone: Vec::new(), open: None }
    }

    /// The drill as it is now.
    #[must_use]
    pub fn raw(&self) -> &RawDrill {
        &self.raw
    }

    /// Changes the drill. Changes to the same `what`, one after the other, are one step until [`Draft::settle`].
    pub fn change(&mut self, what: &str, change: impl FnOnce(&mut RawDrill)) {
        let before = self.raw.clone();
        change(&mut self.raw);
        if self.raw == before {
            return;
        }
        if self.open.as_deref() != Some(what) {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
            self.open = Some(what.to_owned());
        }
        self.undone.clear();
    }

    /// The next change is a step of its own.
    pub fn settle(&mut self) {
        self.open = None;
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        self.open = None;
        let Some(before) = self.past.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.raw, before));
        true
    }

    /// Does the step again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        self.open = None;
        let Some(after) = self.undone.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.raw, after));
        true
    }

    /// Whether a step can be taken back, and whether one can be done again.
    #[must_use]
    pub fn steps(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.undone.is_empty())
    }

    /// The corners of the zone on a patient's skin; those of a region are not corners.
    #[must_use]
    pub fn corners(&self, anatomy: &Anatomy) -> Vec<SurfacePoint> {
        let chart = anatomy.chart();
        if let Some(anchors) = &self.raw.zone {
            return anchors.iter().filter_map(|anchor| chart.place(anchor).ok()).collect();
        }
        let Some(polygon) = &self.raw.polygon else { return Vec::new() };
        let Some(at) = chart.landmark(&polygon.about) else { return Vec::new() };
        polygon.points.iter().map(|&(x, y, z)| chart.surface.closest(at + Vec3::new(x, y, z))).collect()
    }

    /// Sets a corner at a point of the skin: between the ends of a side that it lies on, else after the last one. Its index.
    pub fn add_corner(&mut self, point: Vec3, anatomy: &Anatomy) -> usize {
        let mut corners: Vec<Vec3> = self.corners(anatomy).iter().map(|on| on.point).collect();
        if corners.len() >= MOST_POINTS {
            return corners.len() - 1;
        }
        let index = side_at(&corners, point).map_or(corners.len(), |side| side + 1);
        corners.insert(index, point);
        self.open = None;
        self.draw(&corners, anatomy, "corner added");
        self.open = None;
        index
    }

    /// Moves a corner; moves of the same one are one step until [`Draft::settle`].
    pub fn move_corner(&mut self, index: usize, point: Vec3, anatomy: &Anatomy) {
        let mut corners: Vec<Vec3> = self.corners(anatomy).iter().map(|on| on.point).collect();
        if let Some(corner) = corners.get_mut(index) {
            *corner = point;
            self.draw(&corners, anatomy, &format!("corner {index}"));
        }
    }

    /// Takes a corner away.
    pub fn remove_corner(&mut self, index: usize, anatomy: &Anatomy) {
        let mut corners: Vec<Vec3> = self.corners(anatomy).iter().map(|on| on.point).collect();
        if index < corners.len() {
            corners.remove(index);
            self.open = None;
            self.draw(&corners, anatomy, "corner removed");
            self.open = None;
        }
    }

    /// Takes the whole zone away.
    pub fn clear_zone(&mut self) {
        self.open = None;
        self.change("zone cleared", |raw| (raw.zone, raw.region, raw.polygon) = (None, None, None));
        self.open = None;
    }

    /// The zone through points of the skin, counted from the landmark that it was counted from so far.
    fn draw(&mut self, corners: &[Vec3], anatomy: &Anatomy, what: &str) {
        let about = self.raw.polygon.as_ref().map(|polygon| polygon.about.clone()).filter(|about| anatomy.chart().landmark(about).is_some());
        let polygon = match corners {
            [] => None,
            [first, ..] => {
                // A polygon needs three points to be drawn: the first of them again until there are.
                let padded: Vec<Vec3> = corners.iter().copied().chain(std::iter::repeat_n(*first, 3_usize.saturating_sub(corners.len()))).collect();
                let drawn = SkinPolygon::drawn(&padded, anatomy);
                drawn.map(|mut polygon| {
                    if let Some((about, at)) = about.and_then(|about| Some((about.clone(), anatomy.chart().landmark(&about)?))) {
                        polygon.points = padded.iter().map(|point| { let d = *point - at; (tenth(d.x), tenth(d.y), tenth(d.z)) }).collect();
                        polygon.about = about;
                    }
                    polygon.points.truncate(corners.len());
                    polygon
                })
            }
        };
        self.change(what, |raw| (raw.zone, raw.region, raw.polygon) = (None, None, polygon));
    }

    /// The proposed entry points on a patient's skin.
    #[must_use]
    pub fn entries(&self, anatomy: &Anatomy) -> Vec<SurfacePoint> {
        self.raw.entries.iter().filter_map(|anchor| anatomy.chart().place(anchor).ok()).collect()
    }

    /// Proposes an entry point, or moves the one of an index there; whether the place can be said by a landmark and a way along the skin.
    pub fn set_entry(&mut self, index: Option<usize>, point: Vec3, anatomy: &Anatomy) -> bool {
        let Some(anchor) = Anchor::at_point(point, anatomy) else { return false };
        match index {
            Some(index) => self.change(&format!("entry {index}"), |raw| {
                if let Some(entry) = raw.entries.get_mut(index) {
                    *entry = anchor;
                }
            }),
            None => {
                self.open = None;
                self.change("entry added", |raw| raw.entries.push(anchor));
                self.open = None;
            }
        }
        true
    }

    /// Takes an entry point away.
    pub fn remove_entry(&mut self, index: usize) {
        self.open = None;
        self.change("entry removed", |raw| {
            if index < raw.entries.len() {
                raw.entries.remove(index);
            }
        });
        self.open = None;
    }

    /// Everything that is wrong with the draft: what `fanline validate` says of its file, whether its name is free (that of the file it
    /// came from, `edits`, is), and whether its patient's skin takes it. Builds the patient where nobody has.
    #[must_use]
    pub fn problems(raw: &RawDrill, library: &Library, edits: Option<&str>) -> Vec<Problem> {
        let known = library.known();
        let mut problems = taken(raw, library, edits);
        match raw.drill(&known) {
            Err(found) => problems.extend(found.0),
            Ok(drill) => problems.extend(library.lay(&drill).err().map(|error| laid(raw, &error))),
        }
        Problems(problems).sorted().0
    }

    /// The drill, where its file would be right; what it is called by makes no difference.
    ///
    /// # Errors
    /// As [`RawDrill::drill`].
    pub fn playable(raw: &RawDrill, known: &Known) -> Result<Drill, Problems> {
        raw.drill(known)
    }

    /// A name for a title: its letters and digits, small, the rest as hyphens.
    #[must_use]
    pub fn name_for(title: &str) -> String {
        let plain = |c: char| match c.to_lowercase().next().unwrap_or(c) {
            c @ ('a'..='z' | '0'..='9') => c,
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            _ => '-',
        };
        let all: String = title.chars().map(plain).collect();
        let parts: Vec<&str> = all.split('-').filter(|part| !part.is_empty()).collect();
        let mut name = parts.join("-");
        name.truncate(60);
        name.trim_end_matches('-').to_owned()
    }
}

fn tenth(mm: f64) -> f64 {
    (mm * 10.0).round() / 10.0
}

/// The side that a point lies on, by the corner that it goes from.
fn side_at(corners: &[Vec3], point: Vec3) -> Option<usize> {
    if corners.len() < 3 {
        return None;
    }
    let off = |i: usize| {
        let (a, b) = (corners[i], corners[(i + 1) % corners.len()]);
        let along = b - a;
        let t = ((point - a).dot(along) / along.length_squared().max(1e-9)).clamp(0.0, 1.0);
        point.distance(a + along * t)
    };
    // A long side runs deeper below the skin than a short one: its own way over the skin is not known here.
    let near = |i: &usize| off(*i) < ON_SIDE_MM + 0.02 * corners[*i].distance(corners[(*i + 1) % corners.len()]);
    (0..corners.len()).filter(near).min_by(|a, b| off(*a).total_cmp(&off(*b)))
}

/// Whether an installed drill, or another own one, has the name.
fn taken(raw: &RawDrill, library: &Library, edits: Option<&str>) -> Vec<Problem> {
    let there = library.drill(&raw.id).is_ok();
    let allowed = match (there, library.is_own(&raw.id)) {
        (false, _) => return Vec::new(),
        (true, false) => "a name that no installed drill has",
        (true, true) if edits == Some(raw.id.as_str()) => return Vec::new(),
        (true, true) => "a name that none of your other drills has",
    };
    vec![problem(raw, "id", format!("\"{}\"", raw.id), allowed.to_owned())]
}

/// What the patient's skin does not take, at the field that asks for it.
fn laid(raw: &RawDrill, error: &LibraryError) -> Problem {
    let zone = if raw.polygon.is_some() { "polygon" } else if raw.region.is_some() { "region" } else { "zone" };
    let LibraryError::Zone { source, .. } = error else { return problem(raw, "patient", error.to_string(), "a patient who can be built".to_owned()) };
    let said = source.to_string();
    let field = if said.starts_with("entry point") { "entries" } else { zone };
    let said = said.strip_prefix("zone: ").unwrap_or(&said);
    let (got, allowed) = said.split_once(", allowed: ").or_else(|| said.split_once("; allowed: ")).unwrap_or((said, "a place on this patient's skin"));
    problem(raw, field, got.to_owned(), allowed.to_owned())
}

fn problem(raw: &RawDrill, field: &str, got: String, allowed: String) -> Problem {
    let text = raw.to_ron();
    let index = crate::source::ron_index::RonIndex::new(&text);
    let (line, column) = index.get(field).map_or((1, 1), |entry| index.line_column(&text, entry.value.start));
    Problem { file: format!("{}.ron", raw.id), line, column, field: field.to_owned(), got, allowed }
}
