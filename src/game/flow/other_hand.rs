//! The other hand: it stretches the skin ahead of the cannula, or massages what was laid.

use super::attempt::Attempt;
use crate::game::scene::model::SkinPoint;
use crate::geom::Vec3;
use crate::session::{DT, Finger};

/// Pull of a stretching finger, N [design: a firm pinch-free stretch; massage takes 2 to 15 N].
const STRETCH_N: f64 = 3.0;
/// How far beyond the reach of the fan it lies, mm [design].
const BEYOND_MM: f64 = 12.0;
/// Furthest that it lies from the entry point, mm.
const FARTHEST_MM: f64 = 75.0;
/// Press of massage at first, and the least and most that can be set, N.
pub(super) const MASSAGE_N: f64 = 4.0;
pub(super) const MASSAGE_RANGE_N: (f64, f64) = (0.5, 15.0);
/// Fastest that a massaging finger follows the pointer, mm/s.
const FOLLOW_MM_S: f64 = 150.0;
/// Farther from the pointer than this it is lifted and put down anew, mm.
const LEAP_MM: f64 = 25.0;

/// What the other hand does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum OtherHand {
    /// Nothing.
    #[default]
    Rest,
    /// Pulls the skin away from the entry point.
    Stretch,
    /// Follows the mark over the skin, pressing while it is asked to.
    Massage {
        /// Where the finger is.
        at: SkinPoint,
        /// Whether it was down in the last tick.
        down: bool,
    },
}

impl Attempt {
    /// Begins or ends a stretch.
    pub(super) fn toggle_stretch(&mut self) {
        self.other = if self.other == OtherHand::Stretch || self.hand.is_none() { OtherHand::Rest } else { OtherHand::Stretch };
    }

    /// Begins or ends massage; the syringe is laid down for it.
    pub(super) fn toggle_massage(&mut self) {
        if self.massaging() {
            self.other = OtherHand::Rest;
        } else if !self.inserted() {
            self.held = false;
            self.other = OtherHand::Massage { at: self.mark, down: false };
        }
    }

    /// Takes the syringe up, which ends massage.
    pub(super) fn take_up(&mut self) {
        if self.massaging() {
            self.other = OtherHand::Rest;
        }
        self.held = self.hand.is_some();
        self.inspecting &= !self.held;
    }

    /// Takes the syringe up or lays it down.
    pub(super) fn swap_hands(&mut self) {
        if self.held { self.held = false } else { self.take_up() }
    }

    /// Whether the other hand massages.
    pub(super) fn massaging(&self) -> bool {
        matches!(self.other, OtherHand::Massage { .. })
    }

    /// The finger on the skin in this tick, if it touches; it presses with a share of its force.
    pub(super) fn finger(&mut self, share: f64) -> Option<Finger> {
        let pressing = share > 0.0;
        let mark = self.mark;
        match &mut self.other {
            OtherHand::Rest => None,
            OtherHand::Stretch => {
                let at = self.stretched_at()?;
                let pull = self.hand?.direction();
                let along = (pull - at.normal * pull.dot(at.normal)).normalize_or_zero();
                Some(Finger::new(at.point, along * STRETCH_N))
            }
            OtherHand::Massage { at, down } => {
                let way = mark.point - at.point;
                *down = *down && pressing && way.length() < LEAP_MM;
                let to = if *down { at.point + way.clamp_length_max(FOLLOW_MM_S * DT) } else { mark.point };
                let on = self.session.setup().anatomy.project(to);
                *at = SkinPoint { point: on.foot, normal: on.normal };
                *down = pressing;
                pressing.then(|| Finger::new(on.foot, -on.normal * self.massage_n * share))
            }
        }
    }

    /// Where a stretching finger lies: beyond the fan, in the direction of the shaft.
    fn stretched_at(&self) -> Option<SkinPoint> {
        let hand = self.hand?;
        let reach = self.plan.rays.iter().fold(0.0f64, |most, ray| most.max(ray.far_mm));
        let way = (reach + BEYOND_MM).min(FARTHEST_MM);
        let ahead: Vec3 = hand.direction() - hand.normal * hand.direction().dot(hand.normal);
        let on = self.session.setup().anatomy.project(hand.pivot + ahead.normalize_or_zero() * way);
        Some(SkinPoint { point: on.foot, normal: on.normal })
    }
}
