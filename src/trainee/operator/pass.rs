//! The passes of an operator: in, flat, along the layer, back while laying, and round to the next direction.

use super::super::sight::Sight;
use super::care::PRESS_S;
use super::{Doing, ENTRY_PITCH, Fault, Operator};
use crate::geom::math;
use crate::session::{Command, DT, Phase, Session, Steer};
use crate::trainee::rub::Rub;

/// Tip this deep in before a turn to the next direction, mm.
const TURN_AT_MM: f64 = 9.0;
/// Pitch at which the way in begins, rad (0–10° [recalled practice; uncertain]).
const FLAT_PITCH: f64 = 0.12;
/// Advance of the hand beyond that of the tip at which a person stops pushing, mm.
const BOW_MM: f64 = 3.0;
/// Length over which a depth error is to be corrected, mm.
const LOOK_AHEAD_MM: f64 = 8.0;
/// Product of a hand's gain and its delay as it follows a line that it sees (crossover model of a human in a loop, McRuer
/// [recalled]: 3–5 rad/s at 0.15–0.25 s).
const CROSSOVER: f64 = 0.5;
/// Way over which a hand learns how much it has to turn as it goes, since the skin is round, mm [design].
const BEND_MM: f64 = 10.0;
/// Most that it turns so, rad/mm: skin of 30 mm radius.
const MOST_BEND_RAD_MM: f64 = 1.0 / 30.0;
/// Strokes that stir a syringe again [design].
const RESTIR_STROKES: u32 = 6;

impl Operator {
    pub(super) fn approach(&mut self, session: &Session, sight: Sight) {
        if sight.inserted && sight.inserted_mm > 1.0 {
            self.begin_pass(session, sight);
            self.doing = Doing::Enter;
        }
        let rate = self.speed(0.6 * self.skill.advance_mm_s);
        self.steer(Steer { advance_mm_s: rate, ..Steer::default() });
    }

    pub(super) fn begin_pass(&mut self, session: &Session, sight: Sight) {
        let (error, reach) = (self.normal() * self.skill.dose_error, self.normal() * self.skill.reach_error_mm);
        self.dose_factor = math::exp(error);
        let rays = self.fans.last().map_or(&[][..], |(_, fan)| &fan.rays);
        let later: f64 = rays.iter().skip(self.pass).map(|ray| ray.share).sum();
        let ray = self.ray();
        self.pass_share = ray.map_or(0.0, |ray| if later > 0.0 { ray.share / later } else { 0.0 });
        let limit = session.setup().tube.length_mm - 4.0;
        self.reach_mm = ray.map_or(20.0, |ray| (ray.far_mm - 1.0 + reach).clamp(15.0, limit));
        self.started_ul = sight.left_ul;
    }

    /// The depth the operator wants the port at, as they believe it.
    fn wanted_depth(&self, sight: Sight) -> f64 {
        let fault = match self.fault {
            Some(Fault::Shallow(mm)) => -mm,
            _ => 0.0,
        };
        sight.target_mm + fault + self.skill.depth_bias_mm + self.skill.depth_noise_mm * self.depth_error.now()
    }

    pub(super) fn enter(&mut self, sight: Sight) {
        let short = self.wanted_depth(sight) - sight.depth_mm;
        if short < 0.6 || sight.inserted_mm > 7.0 {
            self.doing = Doing::Flatten;
            return;
        }
        let rate = self.speed(0.35 * self.skill.advance_mm_s);
        self.steer(Steer { advance_mm_s: rate, ..Steer::default() });
    }

    /// Lowers the hub until the shaft lies nearly along the skin.
    pub(super) fn flatten(&mut self, sight: Sight) {
        let Some(hand) = self.hand else { return };
        let pitch = FLAT_PITCH + self.pitch_bias - hand.pitch;
        self.steer(Steer { pitch_rad_s: (5.0 * pitch).clamp(-0.8, 0.8), ..Steer::default() });
        if pitch.abs() < 0.02 {
            self.doing = if sight.inserted { Doing::Advance } else { Doing::Retreat };
        }
    }

    /// Takes the tip well out of the skin to begin again at the entry point.
    pub(super) fn retreat(&mut self) {
        self.thumb_n = 0.0;
        let Some(hand) = self.hand else { return };
        let pitch = ENTRY_PITCH - hand.pitch;
        let rate = if hand.advance_mm > -6.0 { -self.speed(2.0 * self.skill.withdraw_mm_s) } else { 0.0 };
        self.steer(Steer { advance_mm_s: rate, pitch_rad_s: (5.0 * pitch).clamp(-0.8, 0.8), ..Steer::default() });
        if hand.advance_mm <= -6.0 && pitch.abs() < 0.02 {
            self.doing = if std::mem::take(&mut self.to_stir) { Doing::Restir(RESTIR_STROKES) } else { Doing::Approach };
        }
    }

    /// Change of depth per mm of way, from what was seen between then and now.
    fn slope(&self) -> f64 {
        match (self.seen.front(), self.seen.back()) {
            (Some(then), Some(now)) if (now.inserted_mm - then.inserted_mm).abs() > 0.4 => {
                (now.depth_mm - then.depth_mm) / (now.inserted_mm - then.inserted_mm)
            }
            _ => 0.0,
        }
    }

    pub(super) fn advance(&mut self, session: &Session, sight: Sight) {
        let error = self.wanted_depth(sight) - sight.depth_mm;
        let wanted_slope = (error / LOOK_AHEAD_MM).clamp(-0.16, 0.16);
        let off = wanted_slope - self.slope();
        let gain = CROSSOVER / self.skill.reaction_s;
        let rate = self.speed(self.skill.advance_mm_s);
        self.bend_rad_mm = (self.bend_rad_mm + gain * off * DT / BEND_MM).clamp(-MOST_BEND_RAD_MM, MOST_BEND_RAD_MM);
        let pitch_rate = (gain * off + rate * self.bend_rad_mm).clamp(-0.4, 0.4);
        if let Some(hand) = self.hand {
            self.way_in.resize(sight.inserted_mm as usize + 1, hand.pitch);
        }
        let slow = if sight.hub_force_n > 3.0 { 0.4 } else { 1.0 };
        self.steer(Steer { advance_mm_s: rate * slow, pitch_rad_s: pitch_rate, ..Steer::default() });
        if self.fault == Some(Fault::FlowAdvancing) && sight.inserted_mm > self.skill.stop_mm {
            let flow = self.wanted_flow(session, sight, self.skill.advance_mm_s) * 0.5;
            self.press(sight, flow);
        } else {
            self.thumb_n = 0.0;
        }
        // A hub at the skin, or a shaft that bows instead of sliding, ends the way in.
        let hub_stop = self.hand.is_some_and(|hand| hand.advance_mm >= hand.length_mm - 2.5);
        let bow = self.hand.is_some_and(|hand| hand.advance_mm > sight.inserted_mm + BOW_MM + self.skill.reaction_s * rate);
        if !sight.inserted {
            self.doing = Doing::Retreat;
        } else if sight.inserted_mm >= self.reach_mm || hub_stop || bow {
            self.doing = Doing::Wait(0.25 + self.skill.thumb_early_s);
        }
    }

    pub(super) fn wait(&mut self, session: &Session, sight: Sight, left: f64) {
        self.doing = if left > 0.0 { Doing::Wait(left - DT) } else { Doing::Withdraw };
        if left < self.skill.thumb_early_s {
            let flow = self.wanted_flow(session, sight, self.skill.withdraw_mm_s);
            self.press(sight, flow);
        }
    }

    pub(super) fn withdraw(&mut self, session: &Session, sight: Sight) {
        let speed = self.speed(self.skill.withdraw_mm_s);
        let stop = self.ray().map_or(10.0, |ray| ray.near_mm).max(self.skill.stop_mm);
        let laying = sight.inserted_mm > stop;
        if laying {
            let flow = self.wanted_flow(session, sight, speed);
            self.press(sight, flow);
        } else {
            self.thumb_n = 0.0;
        }
        let rate = if laying { speed } else { 1.6 * speed };
        // Back along the way it came, as the hand held it there.
        let held = self.way_in.get(sight.inserted_mm as usize).copied();
        let pitch = held.zip(self.hand).map_or(0.0, |(held, hand)| held - hand.pitch);
        self.steer(Steer { advance_mm_s: -rate, pitch_rad_s: (4.0 * pitch).clamp(-0.4, 0.4), ..Steer::default() });
        if sight.inserted_mm < TURN_AT_MM || !sight.inserted {
            self.thumb_n = 0.0;
            self.pass += 1;
            self.doing = if self.ray().is_some() && sight.left_ul > 5.0 { Doing::Turn } else { Doing::Leave };
            if self.doing == Doing::Turn {
                self.begin_pass(session, sight);
            }
        }
    }

    pub(super) fn turn(&mut self, session: &Session, sight: Sight) {
        let (Some(ray), Some(hand)) = (self.ray(), self.hand) else { return };
        let yaw = ray.yaw + self.yaw_bias - hand.yaw;
        let down = ((self.wanted_depth(sight) - sight.depth_mm) / LOOK_AHEAD_MM).clamp(-0.16, 0.16);
        let pitch = FLAT_PITCH + self.pitch_bias + down - hand.pitch;
        self.steer(Steer { yaw_rad_s: (4.0 * yaw).clamp(-0.6, 0.6), pitch_rad_s: (4.0 * pitch).clamp(-0.5, 0.5), ..Steer::default() });
        if yaw.abs() < 0.01 {
            self.to_stir = self.has_stood(session);
            self.doing = if sight.inserted && !self.to_stir { Doing::Advance } else { Doing::Retreat };
        }
    }

    pub(super) fn leave(&mut self, session: &Session, sight: Sight) -> Option<Command> {
        self.thumb_n = 0.0;
        let rate = self.speed(2.0 * self.skill.withdraw_mm_s);
        self.steer(Steer { advance_mm_s: -rate, ..Steer::default() });
        let out = !sight.inserted && session.reading().is_none_or(|reading| reading.inserted.is_none());
        if out && self.hand.is_some_and(|hand| hand.advance_mm < -8.0) {
            if self.goes_on(session, sight) {
                self.hand = None;
                self.doing = Doing::MakeEntry;
                return None;
            }
            if self.stopped {
                self.doing = Doing::Care(0, PRESS_S);
                return None;
            }
            if session.setup().phases.contains(&Phase::Massage) && !self.forgets() {
                self.doing = Doing::Massage(Rub::default());
                return None;
            }
            return self.end(session);
        }
        None
    }
}
