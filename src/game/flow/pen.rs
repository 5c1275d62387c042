//! The pen that marks the skin: from pointer and keys to acts, one a tick, and the ink that is seen.
//!
//! **Invariant:** what is drawn is what the session holds; the pen only waits with acts until a tick takes them.

use std::collections::VecDeque;
use std::sync::Arc;

use super::attempt::Attempt;
use super::{bench, consult};
use crate::anatomy::Anatomy;
use crate::game::scene::model::{Drawing, Ink, SkinPoint};
use crate::geom::Vec3;
use crate::session::{Command, MarkAct, MarkStroke, Phase, Session};

/// Shortest way of the pen that is passed on, mm.
const STEP_MM: f64 = 0.8;
/// Longest that is passed on at once, mm: the session takes up to 25.
const LEAP_MM: f64 = 15.0;

/// The pen.
#[derive(Clone, Debug, Default)]
pub(super) struct Pen {
    /// It is in the hand.
    pub(super) held: bool,
    /// Where it touches the skin.
    down: Option<Vec3>,
    waiting: VecDeque<MarkAct>,
}

impl Pen {
    /// The next act, for a tick.
    pub(super) fn next(&mut self) -> Option<Command> {
        self.waiting.pop_front().map(Command::Mark)
    }

    /// Whether a line is being drawn.
    pub(super) fn is_down(&self) -> bool {
        self.down.is_some()
    }
}

impl Attempt {
    /// Whether the pen is in the hand, and the skin there to be marked.
    pub(super) fn drawing(&self) -> bool {
        self.pen.held && self.may_mark() && !consult::open(self)
    }

    /// Whether the skin can be marked: that is played, and nothing has been done to the skin yet.
    pub(super) fn may_mark(&self) -> bool {
        let session = &self.session;
        session.setup().phases.contains(&Phase::Mark) && session.entries().is_empty() && !session.phases_done().contains(&Phase::Disinfect)
    }

    /// Takes the pen, or lays it down; the mark of the entry point goes back to where it is proposed.
    pub(super) fn take_pen(&mut self, held: bool) {
        self.lift_pen();
        self.pen.held = held;
        if !held && let Some(&at) = self.session.setup().proposed_entries.first() {
            let on = self.session.setup().anatomy.project(at);
            self.mark = SkinPoint { point: on.foot, normal: on.normal };
        }
    }

    /// Leads the pen over the skin to a point; it begins a line if it does not touch yet.
    pub(super) fn draw_to(&mut self, to: Vec3) {
        let Some(from) = self.pen.down else {
            self.pen.down = Some(to);
            self.pen.waiting.push_back(MarkAct::begin(to));
            return;
        };
        let way = to - from;
        if way.length() < STEP_MM {
            return;
        }
        let anatomy = Arc::clone(&self.session.setup().anatomy);
        let steps = (way.length() / LEAP_MM).ceil() as u32;
        for step in 1..=steps {
            let at = anatomy.project(from + way * (f64::from(step) / f64::from(steps))).foot;
            self.pen.waiting.push_back(MarkAct::to(at));
        }
        self.pen.down = Some(to);
    }

    /// Lifts the pen off the skin.
    pub(super) fn lift_pen(&mut self) {
        if self.pen.down.take().is_some() {
            self.pen.waiting.push_back(MarkAct::End);
        }
    }

    /// Begins a line at the mark, or ends the one under way.
    pub(super) fn toggle_pen(&mut self) {
        if self.pen.is_down() { self.lift_pen() } else { self.draw_to(self.mark.point) }
    }

    /// Wipes the last line.
    pub(super) fn wipe(&mut self) {
        self.pen.down = None;
        self.pen.waiting.push_back(MarkAct::Undo);
    }

    /// Whether there is a line to wipe.
    pub(super) fn has_marks(&self) -> bool {
        !self.session.strokes().is_empty() || self.session.stroke_under_way().is_some()
    }

    /// Takes the pen where marking comes next: at the beginning, and in an attempt that was interrupted there.
    pub(super) fn ready_pen(&mut self) {
        self.pen.held = self.may_mark() && self.to_do(Phase::Mark) && !bench::begun(self);
    }
}

/// The lines on the skin so far, for drawing; the same again while nothing was drawn.
pub(super) fn ink(session: &Session, last: Option<&Arc<Drawing>>) -> Option<Arc<Drawing>> {
    let strokes = || session.strokes().iter().chain(session.stroke_under_way()).filter(|stroke| stroke.points.len() > 1);
    let anatomy = &session.setup().anatomy;
    let as_drawn = |drawing: &Arc<Drawing>| {
        let ends = |points: &[SkinPoint]| (points.len(), points.last().map(|on| on.point));
        drawing.lines.len() == strokes().count() && drawing.lines.iter().zip(strokes()).all(|(line, stroke)| {
            ends(line) == (stroke.points.len(), stroke.points.last().copied())
        })
    };
    if strokes().next().is_none() {
        return None;
    }
    if let Some(last) = last.filter(|last| as_drawn(last)) {
        return Some(Arc::clone(last));
    }
    // Lines that were there before keep their points: only what is new is looked up on the skin.
    let line = |(i, stroke): (usize, &MarkStroke)| {
        let known = last.and_then(|last| last.lines.get(i)).map_or(&[][..], |line| line.as_slice());
        let same = known.iter().zip(&stroke.points).take_while(|(on, point)| on.point == **point).count();
        known[..same].iter().copied().chain(stroke.points[same..].iter().map(|point| on_skin(anatomy, *point))).collect()
    };
    Some(Arc::new(Drawing { ink: Ink::Pen, lines: strokes().enumerate().map(line).collect(), dots: vec![] }))
}

fn on_skin(anatomy: &Anatomy, point: Vec3) -> SkinPoint {
    SkinPoint { point, normal: anatomy.surface().closest(point).normal }
}
