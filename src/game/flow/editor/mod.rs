//! The drill editor: a draft on a patient's skin, its fields, its check beside the window, its way to disk.
//!
//! **Invariant:** a draft is on disk within a second of its last change, whatever happens to the program; the frame waits for no patient
//! and no check.

mod act;
mod check;
mod fields;
mod kept;
mod point;

pub(super) use act::obey;
pub(super) use kept::Drafts;
pub(super) use point::{keys, pointer, tend};

use std::sync::Arc;

use self::check::{Checked, Checking, Sitter, Sitting};
use super::load::Shelf;
use crate::anatomy::Part;
use crate::drill::{Draft, RawDrill};
use crate::game::panels::editor::{Kept, Place, Tab, Tool, Wrong};
use crate::game::panels::{Phrase, editor as panel};
use crate::game::scene::camera::Eye;
use crate::game::scene::stage::Frame;
use crate::game::scene::model::{Drawing, Ink, SceneModel, SkinPoint, Spot, Tone};
use crate::geom::surface::SurfacePoint;
use crate::lang::{Lang, Value};
use crate::source::Problem;

/// Distance between points of the outline that is painted, mm.
const STEP_MM: f64 = 1.0;
/// Radius of the ring about the chosen point, mm.
const CHOSEN_MM: f64 = 3.2;

/// What lies on the skin as it is painted.
#[derive(Default)]
struct Painted {
    outline: Option<Arc<Vec<SkinPoint>>>,
    corners: Vec<SkinPoint>,
    entries: Vec<SkinPoint>,
    dots: Option<Arc<Drawing>>,
}

/// The editor.
pub(super) struct Editor {
    draft: Draft,
    /// Name of the own drill that is edited; none for a new one.
    edits: Option<String>,
    /// The drill as it stands in its file.
    saved: Option<(RawDrill, String)>,
    /// The text of its file as it was when it was opened or saved.
    on_disk: Option<String>,
    /// The name follows the title until it is typed.
    named: bool,
    tab: Tab,
    tool: Tool,
    /// Part of the body that is drawn on.
    part: Part,
    /// The point that is chosen, of the tool's kind.
    chosen: Option<usize>,
    ring: Option<SkinPoint>,
    refused: Option<Phrase>,
    sitting: Sitting,
    sitter: Option<Sitter>,
    checking: Checking,
    checked: Option<Checked>,
    painted: Painted,
    keeping: kept::Keeping,
    /// The eye is still to be turned to the patient.
    arriving: bool,
    /// The typed seeds, while they are no list of numbers.
    seeds: Option<String>,
    grip: point::Held,
}

impl Editor {
    fn with(draft: Draft, edits: Option<String>) -> Self {
        let part = draft.raw().part();
        let named = !draft.raw().id.is_empty() && draft.raw().id != Draft::name_for(&draft.raw().title);
        Self {
            draft,
            edits,
            saved: None,
            on_disk: None,
            named,
            tab: Tab::default(),
            tool: Tool::default(),
            part,
            chosen: None,
            ring: None,
            refused: None,
            sitting: Sitting::default(),
            sitter: None,
            checking: Checking::default(),
            checked: None,
            painted: Painted::default(),
            keeping: kept::Keeping::default(),
            arriving: true,
            seeds: None,
            grip: point::Held::default(),
        }
    }

    /// The drill as it is now.
    pub(super) fn raw(&self) -> &RawDrill {
        self.draft.raw()
    }

    /// The patient, where it is there and the one that the draft names.
    fn sitter(&self) -> Option<&Sitter> {
        self.sitter.as_ref().filter(|sitter| sitter.patient == self.who() && sitter.part == self.part)
    }

    /// Name of the patient that is drawn on; of ranges, none is named.
    fn who(&self) -> String {
        self.draft.raw().patient.clone().unwrap_or_default()
    }

    /// Whether the last check was of the drill as it is.
    fn is_checked(&self) -> bool {
        self.checked.as_ref().is_some_and(|checked| checked.raw == *self.draft.raw())
    }

    /// Whether the drill is without problems, as far as is known now.
    pub(super) fn is_right(&self) -> bool {
        self.is_checked() && self.checked.as_ref().is_some_and(|checked| checked.problems.is_empty())
    }

    /// The next check is wanted although nothing was changed here.
    pub(super) fn recheck(&mut self) {
        self.checked = None;
    }

    /// Whether a point of the skin is being moved.
    pub(super) fn holds(&self) -> bool {
        self.grip.holds()
    }

    /// Everything that follows from a change of the drill.
    fn changed(&mut self) {
        self.keeping.changed();
        self.paint();
        let count = match self.tool {
            Tool::Zone => self.painted.corners.len(),
            Tool::Entry => self.painted.entries.len(),
        };
        self.chosen = self.chosen.filter(|chosen| *chosen < count);
    }

    /// Paints the zone and the entry points anew.
    fn paint(&mut self) {
        let point = |on: &SurfacePoint| SkinPoint { point: on.point, normal: on.normal };
        let Some(sitter) = self.sitter() else {
            self.painted = Painted::default();
            return;
        };
        let anatomy = Arc::clone(&sitter.anatomy);
        let corners = self.draft.corners(&anatomy);
        let outline = if corners.len() > 1 { anatomy.chart().outline_through(&corners, STEP_MM) } else { Vec::new() };
        let region = self.checked.as_ref().filter(|checked| corners.is_empty() && checked.raw.region == self.raw().region).and_then(|checked| checked.outline.clone());
        let corners: Vec<SkinPoint> = corners.iter().map(point).collect();
        self.painted = Painted {
            outline: if outline.is_empty() { region } else { Some(Arc::new(outline.iter().map(point).collect())) },
            dots: (!corners.is_empty()).then(|| Arc::new(Drawing { ink: Ink::Landmark, lines: Vec::new(), dots: corners.clone() })),
            corners,
            entries: self.draft.entries(&anatomy).iter().map(point).collect(),
        };
    }

    /// The points that the tool sets.
    fn points(&self) -> &[SkinPoint] {
        match self.tool {
            Tool::Zone => &self.painted.corners,
            Tool::Entry => &self.painted.entries,
        }
    }

    /// What the scene draws.
    pub(super) fn fill(&self, model: &mut SceneModel) {
        let Some(sitter) = self.sitter.as_ref() else { return };
        let there = self.sitter().is_some();
        let chosen = self.chosen.and_then(|index| self.points().get(index)).filter(|_| there);
        *model = SceneModel {
            patient: Some(Arc::clone(&sitter.shape)),
            zone: self.painted.outline.clone().filter(|_| there),
            proposed: if there { self.painted.entries.clone() } else { Vec::new() },
            drawings: self.painted.dots.iter().filter(|_| there).cloned().collect(),
            highlight: chosen.map(|at| (Spot { at: *at, radius_mm: CHOSEN_MM }, Tone::Info)),
            probe: self.ring.filter(|_| there),
            assists: true,
            ..SceneModel::default()
        };
    }

    /// The panels.
    pub(super) fn model(&self, shelf: &Shelf, lang: &Lang) -> panel::Model {
        let raw = self.draft.raw();
        let empty = Vec::new();
        let problems = self.checked.as_ref().map_or(&empty, |checked| &checked.problems);
        let wrong: Vec<Wrong> = problems.iter().map(|problem| fields::wrong(problem, lang)).collect();
        let faults = Tab::ALL.map(|tab| wrong.iter().filter(|wrong| wrong.tab == Some(tab)).count());
        let checked = self.checked.as_ref().filter(|_| self.is_checked());
        let title = if raw.title.trim().is_empty() { lang.text("editor-untitled", &[]) } else { raw.title.clone() };
        panel::Model {
            title,
            tab: self.tab,
            fields: fields::fields(self, shelf, problems, lang),
            faults,
            place: Place {
                tool: self.tool,
                counts: [self.painted.corners.len(), self.painted.entries.len()],
                region: raw.region.clone(),
                chosen: self.chosen,
                ring: self.ring.is_some() && self.sitter().is_some(),
                refused: self.refused.clone(),
                area_cm2: checked.and_then(|checked| checked.area_mm2).map(|mm2| mm2 / 100.0),
                dose_mg_cm2: checked.and_then(|checked| checked.dose_mg_cm2),
                views: point::views(),
            },
            wrong,
            checking: !self.is_checked(),
            building: self.sitter().is_none(),
            kept: self.kept(),
            steps: self.draft.steps(),
        }
    }

    fn kept(&self) -> Kept {
        match (&self.keeping.trouble, &self.saved) {
            (Some(why), _) => Kept::Nowhere(why.clone()),
            (None, Some((saved, file))) if saved == self.draft.raw() => Kept::Saved(file.clone()),
            _ if self.keeping.is_due() => Kept::Writing,
            _ => Kept::Draft,
        }
    }

    /// What the screen shows, for programs that drive the window.
    pub(super) fn status(&self, eye: &Eye, frame: &Frame) -> serde_json::Value {
        let raw = self.draft.raw();
        let seen = |at: &SkinPoint| eye.project(at.point, frame).map(|at| [at.x, at.y]);
        serde_json::json!({
            "id": raw.id,
            "patient": raw.patient,
            "corners": self.painted.corners.len(),
            "entries": self.painted.entries.len(),
            "points": self.points().iter().map(seen).collect::<Vec<_>>(),
            "chosen": self.chosen,
            "building": self.sitter().is_none(),
            "checked": self.is_checked(),
            "problems": self.checked.as_ref().map(|checked| checked.problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>()),
            "area_mm2": self.checked.as_ref().and_then(|checked| checked.area_mm2),
            "saved": matches!(self.kept(), Kept::Saved(_)),
            "kept": !self.keeping.is_due(),
        })
    }
}

/// A problem's words.
fn said(problem: &Problem, lang: &Lang) -> String {
    if problem.got.contains("empty") || problem.got == "\"\"" {
        return lang.text("editor-needs-words", &[]);
    }
    // Corners are counted from 1 here, in the file from 0.
    let mut got = problem.got.clone();
    if let Some((before, number, after)) = got.split_once("points[").and_then(|(before, rest)| {
        let (number, after) = rest.split_once(']')?;
        Some((before, number.parse::<usize>().ok()?, after))
    }) {
        got = format!("{before}{}{after}", lang.text("editor-corner", &[("number", Value::count(number + 1))]));
    }
    lang.text("editor-problem", &[("got", Value::text(got)), ("allowed", Value::text(&problem.allowed))])
}
