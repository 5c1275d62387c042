//! The tip carves new track: turned along a stiffer layer unless it presses harder than it takes to enter it; septa pop.

use super::channel::Channel;
use super::{Cannula, Tick};
use crate::anatomy::{Layer, TissueField};
use crate::geom::Vec3;
use crate::instrument::Pop;
use crate::instrument::track::TrackPoint;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

impl Cannula {
    /// Carves the track `way` mm further along the tip, or along the wall that turns it; returns the way that was made.
    pub(super) fn carve<F: TissueField + ?Sized>(&mut self, way: f64, field: &F, tick: &mut Tick) -> f64 {
        let (Some(tip), Some(old)) = (self.track.tip().copied(), self.sample) else { return 0.0 };
        let resistance = self.tip_resistance();
        let radius = self.tube.radius_mm();
        let along = self.rod.tip_tangent();
        let shift = self.tip_node() - self.in_space(tip.material);
        let across = (shift - along * shift.dot(along)) / self.mechanics.tip.lead_mm;
        let heading = (along + across.clamp_length_max(1.0)).normalize_or(along);
        let mut at = tip.material + heading * way;
        let mut sample = field.sample(at);
        self.bone = false;
        if !self.in_hole {
            let channel = Channel::of(old.layer(), &sample, radius);
            let axial = self.mechanics.tip.axial_n_mm * self.offset.max(0.0);
            let out = heading.dot(sample.normal);
            let (press, beyond, limit) = if sample.depth_mm < channel.upper && sample.depth_mm < old.depth_mm {
                (self.press_outer_n + axial * out.max(0.0), channel.above, channel.upper.min(old.depth_mm.max(0.0)))
            } else if sample.depth_mm > channel.lower && sample.depth_mm > old.depth_mm {
                self.bone = channel.below == Some(Layer::Bone);
                (self.press_inner_n + axial * (-out).max(0.0), channel.below, channel.lower.max(old.depth_mm))
            } else {
                self.torn &= sample.depth_mm < channel.upper || sample.depth_mm > channel.lower;
                (0.0, None, sample.depth_mm)
            };
            // A boundary that has begun to tear turns the tip no more.
            self.torn |= beyond.is_some() && press >= self.entry_n(beyond);
            let limit = (beyond.is_some() && !self.torn).then_some(limit);
            if let Some(limit) = limit {
                at += sample.normal * (sample.depth_mm - limit);
                sample.depth_mm = limit;
            }
        }
        let made = at.distance(tip.material).min(way);
        if made < 1e-9 {
            return 0.0;
        }
        let direction = (at - tip.material).normalize_or(heading);
        let new_layer = sample.layer();
        if self.in_hole {
            let through = sample.depth_mm >= sample.stack.dermis_mm + radius;
            self.in_hole = !through && self.track.length_mm() + made < self.mechanics.skin.pilot_mm;
        }
        let fresh = !self.in_hole && !self.track.is_open(at);
        if fresh {
            tick.carved_mj += resistance * made;
        }
        let stiffer = |layer| self.mechanics.layer(layer).map_or(0.0, |m| m.foundation_n_mm2);
        if new_layer != old.layer() && !self.in_hole && stiffer(new_layer) > stiffer(old.layer()) {
            tick.pop = Some(Pop::Layer(new_layer));
        }
        self.meet_septa(at, made, new_layer, fresh, tick);
        let point = TrackPoint::new(at, direction, &sample, self.in_hole, self.torn, radius);
        self.track.advance(TrackPoint { fill: field.fill(at), ..point });
        self.sample = Some(sample);
        made
    }

    pub(super) fn meet_septa(&mut self, at: Vec3, made: f64, layer: Layer, fresh: bool, tick: &mut Tick) {
        if let Some((force, left)) = self.septum {
            let left = left - made;
            self.septum = (left > 0.0).then_some((force, left));
            if self.septum.is_none() {
                tick.pop = Some(Pop::Septum);
            }
        }
        let septa = &self.mechanics.septa;
        let cell = (at / septa.cell_mm).floor().to_array().map(|x| x as i64);
        if self.cell.replace(cell) == Some(cell) || !fresh || layer != Layer::Fat {
            return;
        }
        let mixed = cell
            .iter()
            .fold(self.seed, |mix, &x| (mix ^ x as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31));
        let mut random = Xoshiro256PlusPlus::seed_from_u64(mixed);
        if random.random::<f64>() < septa.share {
            let failure = septa.least_n_mm2 + (septa.most_n_mm2 - septa.least_n_mm2) * random.random::<f64>();
            self.septum = Some((self.septum_n(failure), septa.thickness_mm));
        }
    }
}
