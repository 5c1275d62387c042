//! The pointer and the keys on the patient who is drawn on, and what happens between two frames.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::super::atlas::Place;
use super::super::keys::look;
use super::super::{Flow, Screen, ring};
use super::Editor;
use crate::anatomy::Part;
use crate::game::input::{Action, Acts, Controls, Grip};
use crate::game::panels::Phrase;
use crate::game::panels::editor::Tool;
use crate::game::scene::camera::{Eye, Glide, View};
use crate::game::scene::model::SkinPoint;
use crate::game::scene::stage::Frame;
use crate::geom::Vec3 as Mm;

/// How near to a point of the drawing a press takes hold of it, logical pixels.
const NEAR_PX: f32 = 14.0;
/// How far the pointer may move between press and release of a click, logical pixels.
const CLICK_PX: f32 = 5.0;
/// The views: name, yaw, pitch.
const VIEWS: [(&str, f64, f64); 4] =
    [("editor-view-front", 0.0, 0.02), ("editor-view-left", 0.9, 0.02), ("editor-view-right", -0.9, 0.02), ("editor-view-below", 0.0, -0.7)];

/// What the pressed button means.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Held {
    /// Nothing.
    #[default]
    Free,
    /// A point of the drawing goes along.
    Point(usize),
    /// A click, unless the pointer moves away; from where.
    Click(Vec2),
}

impl Held {
    pub(super) fn holds(self) -> bool {
        matches!(self, Self::Point(_))
    }
}

pub(super) fn views() -> Vec<Phrase> {
    VIEWS.iter().map(|(id, ..)| Phrase::new(*id)).collect()
}

impl Editor {
    /// Turns the eye to a view.
    pub(super) fn look(&self, index: usize, eye: &Eye, glide: &mut Glide) {
        let (Some((_, yaw, pitch)), Some(sitter)) = (VIEWS.get(index), self.sitter()) else { return };
        let place = if sitter.part == Part::Hand { Place::Hand } else { Place::Face };
        let (target, distance_mm) = place.middle(&sitter.anatomy);
        glide.go(eye, View::At(Eye { target, yaw: *yaw, pitch: *pitch, distance_mm }));
    }

    /// The eye's first look: at the zone, where there is one.
    fn arrive(&mut self, eye: &Eye, glide: &mut Glide) {
        self.arriving = false;
        let around = self.painted.outline.as_ref().filter(|outline| outline.len() > 2);
        let Some(outline) = around else { return self.look(if self.part == Part::Hand { 0 } else { 1 }, eye, glide) };
        let count = outline.len() as f64;
        let middle = outline.iter().map(|on| on.point).sum::<Mm>() / count;
        let normal = outline.iter().map(|on| on.normal).sum::<Mm>().normalize_or(Mm::Z);
        let radius = outline.iter().map(|on| on.point.distance(middle)).fold(12.0, f64::max);
        glide.go(eye, View::Close(SkinPoint { point: middle, normal }, 6.0 * radius));
    }

    /// Sets a point of the tool's kind.
    pub(super) fn set_point(&mut self, at: Mm) {
        let Some(anatomy) = self.sitter().map(|sitter| Arc::clone(&sitter.anatomy)) else { return };
        self.refused = None;
        match self.tool {
            Tool::Zone => self.chosen = Some(self.draft.add_corner(at, &anatomy)),
            Tool::Entry => {
                if self.draft.set_entry(None, at, &anatomy) {
                    self.chosen = self.raw().entries.len().checked_sub(1);
                } else {
                    self.refused = Some(Phrase::new("editor-entry-refused"));
                }
            }
        }
        self.changed();
    }

    fn move_point(&mut self, index: usize, at: Mm) {
        let Some(anatomy) = self.sitter().map(|sitter| Arc::clone(&sitter.anatomy)) else { return };
        match self.tool {
            Tool::Zone => self.draft.move_corner(index, at, &anatomy),
            Tool::Entry => drop(self.draft.set_entry(Some(index), at, &anatomy)),
        }
        self.changed();
    }

    /// Takes a point of the tool's kind away.
    pub(super) fn remove_point(&mut self, index: usize) {
        let Some(anatomy) = self.sitter().map(|sitter| Arc::clone(&sitter.anatomy)) else { return };
        self.refused = None;
        match self.tool {
            Tool::Zone => self.draft.remove_corner(index, &anatomy),
            Tool::Entry => self.draft.remove_entry(index),
        }
        self.chosen = None;
        self.changed();
    }

    /// How many points of the tool's kind there are.
    pub(super) fn count(&self) -> usize {
        self.points().len()
    }

    /// The point of the drawing under the pointer.
    fn near(&self, cursor: Vec2, eye: &Eye, frame: &Frame) -> Option<usize> {
        let off = |at: &SkinPoint| {
            // What lies behind the head is not seen.
            let faces = at.normal.dot(eye.position() - at.point) > 0.0;
            eye.project(at.point, frame).filter(|_| faces).map(|on| on.distance(cursor))
        };
        let all = self.points().iter().enumerate().filter_map(|(i, at)| Some((i, off(at)?)));
        all.filter(|(_, off)| *off <= NEAR_PX).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
    }
}

/// Takes in the patient and the check that are there, begins those that are wanted, writes the draft.
pub(in super::super) fn tend(screen: Res<State<Screen>>, time: Res<Time>, mut flow: ResMut<Flow>, eye: Res<Eye>, mut glide: ResMut<Glide>) {
    let flow = flow.bypass_change_detection();
    let (Some(editor), Some(shelf)) = (&mut flow.editor, &flow.shelf) else { return };
    let here = *screen.get() == Screen::Editor;
    editor.keeping.tend(time.delta_secs(), !here, &editor.draft, editor.edits.as_deref(), &flow.home);
    if !here {
        return;
    }
    let part = editor.raw().part();
    // An empty zone says nothing about where it will be.
    if editor.raw().zone_spec().is_some() && part != editor.part {
        editor.part = part;
        editor.arriving = true;
    }
    let who = editor.who();
    editor.sitting.want(&who, editor.part, editor.draft.raw(), shelf);
    if editor.sitter().is_none()
        && let Some(there) = editor.sitting.there()
    {
        editor.sitter = Some(there.clone());
        editor.ring = None;
        editor.paint();
    }
    if editor.arriving && editor.sitter().is_some() {
        editor.arrive(&eye, &mut glide);
    }
    if let Some(checked) = editor.checking.poll() {
        editor.checked = Some(checked);
        if editor.raw().region.is_some() {
            editor.paint();
        }
    }
    if !editor.is_checked() && !editor.checking.busy() {
        editor.checking.begin(editor.raw().clone(), editor.edits.clone(), shelf);
    }
}

/// The ring and the eye by keys and sticks.
pub(in super::super) fn keys(
    screen: Res<State<Screen>>,
    acts: Res<Acts>,
    controls: Res<Controls>,
    time: Res<Time>,
    mut flow: ResMut<Flow>,
    mut eye: ResMut<Eye>,
    mut glide: ResMut<Glide>,
) {
    if *screen.get() != Screen::Editor {
        return;
    }
    let Some(editor) = &mut flow.bypass_change_detection().editor else { return };
    for (index, _) in [Action::View1, Action::View2, Action::View3, Action::View4].into_iter().enumerate().filter(|(_, view)| acts.just(*view)) {
        editor.look(index, &eye, &mut glide);
    }
    let dt = time.delta_secs_f64().min(0.25);
    if let Some(anatomy) = editor.sitter().map(|sitter| Arc::clone(&sitter.anatomy)) {
        editor.ring = ring::moved(&anatomy, editor.ring, &acts, &controls, &eye, dt).or(editor.ring);
    }
    look(&acts, &controls, dt, &mut eye, &mut glide);
}

/// Clicks on the patient set points, drags move them.
pub(in super::super) fn pointer(
    screen: Res<State<Screen>>,
    acts: Res<Acts>,
    window: Query<&Window, With<PrimaryWindow>>,
    (frame, eye, grip): (Res<Frame>, Res<Eye>, Res<Grip>),
    mut flow: ResMut<Flow>,
    mut last: Local<Option<Vec2>>,
) {
    let Some(editor) = flow.bypass_change_detection().editor.as_mut().filter(|_| *screen.get() == Screen::Editor) else { return };
    let cursor = window.single().ok().and_then(Window::cursor_position);
    let moved = *last != cursor;
    *last = cursor;
    let (down, clicked) = acts.click;
    let on_skin = |editor: &Editor, cursor: Vec2| ring::under(&editor.sitter()?.anatomy, cursor, &eye, &frame);
    if clicked
        && !grip.over_panel
        && let Some(cursor) = cursor
    {
        editor.grip = match editor.near(cursor, &eye, &frame) {
            Some(index) => {
                editor.chosen = Some(index);
                editor.draft.settle();
                Held::Point(index)
            }
            None => Held::Click(cursor),
        };
    }
    match (editor.grip, cursor) {
        (Held::Free, Some(cursor)) if moved && !grip.over_panel && !down => editor.ring = on_skin(editor, cursor),
        (Held::Point(index), Some(cursor)) if down && moved && !clicked => {
            if let Some(at) = on_skin(editor, cursor) {
                editor.move_point(index, at.point);
                editor.ring = None;
            }
        }
        (Held::Click(from), Some(cursor)) if cursor.distance(from) > CLICK_PX => editor.grip = Held::Free,
        (Held::Click(from), _) if !down => {
            if let Some(at) = on_skin(editor, from) {
                editor.set_point(at.point);
            }
        }
        _ => {}
    }
    if !down {
        if editor.grip.holds() {
            editor.draft.settle();
        }
        editor.grip = Held::Free;
    }
}
