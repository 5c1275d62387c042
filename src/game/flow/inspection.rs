//! The inspection before the end: what the skin shows, judged by the drill's own rubric, and where it shows.

use super::attempt::Attempt;
use super::other_hand::MASSAGE_RANGE_N;
use crate::game::input::Hands;
use crate::game::panels::inspection::Model;
use crate::game::panels::meters::Reading;
use crate::game::scene::model::{SkinPoint, Spot, Tone};
use crate::game::theme::State;
use crate::geom::Vec3;
use crate::scoring::Rubric;
use crate::session::{Command, Phase};

/// Radius of the ring about what was found, mm [design: a fingertip].
const RING_MM: f64 = 5.0;

/// What the rubric lets pass (full marks) and from where it gives nothing, for white skin (mm²) and ridges (mm).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Limits {
    white_mm2: Option<(f64, f64)>,
    ridge_mm: Option<(f64, f64)>,
}

impl Limits {
    /// Those of a rubric.
    pub(super) fn of(rubric: &Rubric) -> Self {
        let band = |metric: &str| rubric.band(metric).filter(|band| band.weight > 0.0).map(|band| (band.full, band.zero));
        Self { white_mm2: band("whitening_left"), ridge_mm: band("ridge") }
    }
}

fn reading(value: f64, limits: Option<(f64, f64)>, otherwise: f64) -> Reading {
    Reading { value, full_scale: limits.map_or(otherwise, |(_, zero)| zero), band: limits.map(|(full, _)| (0.0, full)), active: true }
}

/// Whether the skin is looked over now: product lies, the cannula is out and the syringe laid down, or the other hand massages.
fn open(attempt: &Attempt) -> bool {
    let looks = attempt.inspecting || !attempt.session.setup().phases.contains(&Phase::Inspect);
    !attempt.inserted() && !attempt.session.layings().is_empty() && (attempt.massaging() || (looks && !attempt.held))
}

/// The inspection, while the skin is looked over and once a look was taken.
pub(super) fn model(attempt: &Attempt) -> Option<Model> {
    seen(attempt).filter(|_| open(attempt))
}

impl Attempt {
    /// Lays the syringe down and looks the skin over: light across it, and a finger.
    pub(super) fn inspect(&mut self, hands: &mut Hands) {
        if self.inserted() {
            return;
        }
        self.held = false;
        self.inspecting = true;
        hands.latch(Command::Inspect);
    }
}

/// What the last look found, whether it is shown or not.
pub(super) fn seen(attempt: &Attempt) -> Option<Model> {
    let found = attempt.looks.last()?.found;
    Some(Model {
        white: reading(found.white_mm2, attempt.limits.white_mm2, 40.0),
        ridge: reading(found.ridge_mm, attempt.limits.ridge_mm, 3.0),
        raised_mm: found.height_mm,
        press_n: attempt.massaging().then_some((attempt.massage_n, MASSAGE_RANGE_N.1)),
    })
}

/// The worst of what was found, and where; none where nothing is to be cleared.
pub(super) fn worst(attempt: &Attempt) -> Option<(Spot, Tone)> {
    let found = attempt.looks.last().filter(|_| open(attempt))?.found;
    let model = model(attempt)?;
    let anatomy = &attempt.session.setup().anatomy;
    let white = found.whitest_at.map(|at| (model.white.state(), at));
    let ridge = found.ridge_at.map(|at| (model.ridge.state(), at));
    let (state, at) = [white, ridge].into_iter().flatten().filter(|(state, _)| matches!(state, State::Attention | State::Fault)).max_by_key(|(state, _)| *state)?;
    let on = anatomy.project(Vec3::from_array(at));
    let tone = if state == State::Fault { Tone::Fault } else { Tone::Attention };
    Some((Spot { at: SkinPoint { point: on.foot, normal: on.normal }, radius_mm: RING_MM }, tone))
}
