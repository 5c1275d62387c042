//! The massage of a synthetic operator: strokes to and fro along the planned threads, one after the other.

use crate::geom::{Vec3, math};
use crate::instrument::EntryPoint;
use crate::session::{DT, Finger, Session};

use super::fan::Fan;
use super::skill::Skill;

/// Speed of the finger over the skin, mm/s [design].
const SPEED_MM_S: f64 = 60.0;

/// Where the finger is in its massage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rub {
    fan: usize,
    ray: usize,
    stroke: u32,
    way_mm: f64,
}

impl Rub {
    /// Moves the finger on for one tick; none when the massage is over.
    pub(super) fn step(&mut self, fans: &[(EntryPoint, Fan)], session: &Session, skill: &Skill) -> Option<Finger> {
        let (entry, fan) = fans.get(self.fan)?;
        let Some(ray) = fan.rays.get(self.ray) else {
            *self = Self { fan: self.fan + 1, ..Self::default() };
            return self.step(fans, session, skill);
        };
        let from = (ray.near_mm.max(skill.stop_mm) - skill.massage_beyond_mm).max(2.0);
        let length = (ray.far_mm + skill.massage_beyond_mm - from).max(5.0);
        self.way_mm += SPEED_MM_S * DT;
        let along = if self.stroke.is_multiple_of(2) { self.way_mm } else { length - self.way_mm };
        let side = entry.normal.cross(fan.ahead);
        let direction = fan.ahead * math::cos(ray.yaw) + side * math::sin(ray.yaw);
        let at: Vec3 = entry.point + direction * (from + along.clamp(0.0, length));
        if self.way_mm >= length {
            self.way_mm = 0.0;
            self.stroke += 1;
            if self.stroke >= (skill.massage_strokes.round() as u32).max(1) {
                self.stroke = 0;
                self.ray += 1;
            }
        }
        let skin = session.setup().anatomy.project(at);
        Some(Finger::new(skin.foot, -skin.normal * skill.massage_n))
    }
}
