//! The shaft in its track: tied by the foundation of each layer, held by walls, tearing sideways beyond their yield.

use super::{Cannula, SEGMENTS, STEPS, Tick};
use crate::anatomy::{Layer, TissueField};
use crate::geom::Vec3;
use crate::instrument::Reading;
use crate::instrument::rod::{Pivot, Tie, Wall, outer};
use crate::instrument::track::TrackPoint;
use crate::tissue::LayerMechanics;
use glam::DMat3;
use std::f64::consts::PI;

/// Stretch of the shaft beyond which a solution is none.
const STRETCH: f64 = 0.02;
/// Distance of the tip from the end of its track at which the shaft is torn out, mm [design].
const TORN_MM: f64 = 20.0;

impl Cannula {
    /// Ties the shaft to its track and solves the rod.
    pub(super) fn within<F: TissueField + ?Sized>(&mut self, mut tick: Tick, field: &F, dt: f64) -> Reading {
        let (h, length) = (self.rod.segment_mm(), self.tube.length_mm);
        let inserted = self.track.length_mm();
        let entry_arc = length - inserted;
        self.rod.clear_loads();
        self.friction_n = 0.0;
        for i in 1..=SEGMENTS {
            let s = i as f64 * h - entry_arc;
            let weight = self.rod.tributary_mm(i) * (s / h + 0.5).clamp(0.0, 1.0);
            if weight > 0.0
                && let Some(point) = self.track.at(s)
            {
                let (tie, friction) = self.tie(&point, self.rod.tangent(i), weight, s);
                self.friction_n += friction;
                self.rod.set_tie(i, tie);
            }
        }
        let tip = self.track.at(inserted);
        // What resists a tip pushes along the tube's own axis, however the tube is bent: a follower load. It follows half of the way, so
        // that the tip of a shaft near buckling does not swing from side to side from tick to tick.
        self.axis = (self.axis + self.rod.tip_tangent()).normalize_or(self.rod.tip_tangent());
        let axis = self.axis;
        if let Some(tip) = &tip {
            let mut tie = self.rod.ties()[SEGMENTS];
            tie.anchor = self.in_space(tip.material);
            tie.stiffness += outer(axis, axis) * self.mechanics.tip.axial_n_mm;
            self.rod.set_tie(SEGMENTS, tie);
        }
        if let Some((_, at, normal)) = self.entry {
            let along = (self.rod.at(entry_arc + 0.5 * h) - self.rod.at(entry_arc - 0.5 * h))
                .normalize_or(self.rod.tip_tangent());
            // The shaft slides freely through the hole; across itself it is held by the rim.
            let skin = &self.mechanics.skin;
            let across = DMat3::IDENTITY - outer(along, along);
            // A taut sheet holds a point of it with pi times its tension.
            let taut = PI * self.traction.tension_n_mm(at, normal, &self.mechanics.traction);
            let rim = DMat3::IDENTITY * skin.pivot_n_mm
                + outer(normal, normal) * (skin.pivot_normal_n_mm + taut - skin.pivot_n_mm);
            let stiffness = across * rim * across;
            let anchor = self.in_space(at);
            self.rod.set_pivot(Some(Pivot { arc_mm: entry_arc, anchor, stiffness }));
        }
        let solve = self.rod.solve_within(STEPS);
        if self.is_torn_out() {
            return self.slip_out(tick, field);
        }
        if let Some(tip) = &tip {
            let offset = (self.tip_node() - self.in_space(tip.material)).dot(axis);
            self.offset = if offset.is_finite() { offset } else { 0.0 };
        }
        let (wall_force_n, tent_mm, tent_at) = self.walls(entry_arc);
        self.tear(entry_arc, &mut tick);
        self.reading(tick, field, dt, (wall_force_n, tent_mm, tent_at), solve.converged)
    }

    /// Whether the hub moved so far in a tick that no equilibrium in the tissue was found: steel does not stretch, so the shaft was
    /// torn out of its track.
    pub(super) fn is_torn_out(&self) -> bool {
        let length: f64 = self.rod.nodes().windows(2).map(|pair| pair[0].distance(pair[1])).sum();
        let off = self.track.tip().map_or(0.0, |tip| self.in_space(tip.material).distance(self.tip_node()));
        let whole = length <= self.tube.length_mm * (1.0 + STRETCH) && off <= TORN_MM;
        !whole
    }

    pub(super) fn slip_out<F: TissueField + ?Sized>(&mut self, mut tick: Tick, field: &F) -> Reading {
        tick.slid = 0.0;
        self.track.end();
        self.entry = None;
        self.offset = 0.0;
        self.rod.clear_loads();
        self.rod.straighten();
        let sample = field.sample(self.tip_node());
        self.reading_outside(&tick, sample, field, false, true)
    }

    /// The tie of a length `weight` of shaft (unit direction `shaft`) to a point of the track `s` mm from the entry, and its friction.
    pub(super) fn tie(&self, point: &TrackPoint, shaft: Vec3, weight: f64, s: f64) -> (Tie, f64) {
        let Some(layer) = self.mechanics.layer(point.layer) else { return (Tie::NONE, 0.0) };
        let held: &LayerMechanics = if point.in_hole { &self.mechanics.fat } else { layer };
        let wall = |gap_mm: f64, modulus: f64| Wall {
            gap_mm,
            stiffness: if gap_mm.is_finite() { modulus * weight } else { 0.0 },
            smoothing_mm: self.mechanics.tip.wall_smoothing_mm,
        };
        let (above, below) = match point.layer {
            Layer::Fat => (self.mechanics.dermis.foundation_n_mm2, self.mechanics.smas.foundation_n_mm2),
            Layer::Deep => (self.mechanics.smas.foundation_n_mm2, self.mechanics.bone_n_mm2),
            _ => (0.0, self.mechanics.bone_n_mm2),
        };
        // Beside its hole the skin is cut and gives way; with the distance from it the wall takes up its stiffness.
        let cut = (s / self.mechanics.skin.pilot_mm).clamp(0.0, 1.0);
        let above = above * cut * cut;
        let along = outer(shaft, shaft);
        let tie = Tie {
            anchor: self.in_space(point.material),
            stiffness: (DMat3::IDENTITY - along) * (held.foundation_n_mm2 * self.mechanics.swelling.factor(point.fill) * weight),
            normal: point.normal,
            outer: wall(point.outer_gap_mm, above),
            inner: wall(point.inner_gap_mm, below),
        };
        (tie, layer.friction_n_mm * weight)
    }

    /// Force of the walls on the shaft, and the highest tent over it; notes how hard the tip's patch presses.
    pub(super) fn walls(&mut self, entry_arc: f64) -> (f64, f64, Vec3) {
        let h = self.rod.segment_mm();
        let (mut sum, mut tent, mut tent_at) = (0.0, 0.0, self.entry.map_or(Vec3::ZERO, |(_, at, _)| at));
        (self.press_outer_n, self.press_inner_n) = (0.0, 0.0);
        for i in 1..=SEGMENTS {
            let s = i as f64 * h - entry_arc;
            if s <= 0.0 {
                continue;
            }
            let Some(point) = self.track.at(s) else { continue };
            let (tie, node) = (&self.rod.ties()[i], self.rod.nodes()[i]);
            let u = (node - tie.anchor).dot(tie.normal);
            let (out, inn) = (tie.outer.law(u).1, tie.inner.law(-u).1);
            sum += out + inn;
            if !point.in_hole && matches!(point.layer, Layer::Dermis | Layer::Epidermis | Layer::Smas) {
                let force = tie.force(node);
                sum += (force - point.direction * force.dot(point.direction)).length();
            }
            if self.tube.length_mm - i as f64 * h <= self.mechanics.tip.patch_mm {
                self.press_outer_n += out;
                self.press_inner_n += inn;
            }
            let lift = match point.layer {
                Layer::Fat if !point.in_hole => u - point.outer_gap_mm,
                Layer::Dermis | Layer::Epidermis => u,
                _ => 0.0,
            };
            if lift > tent {
                tent = lift;
                tent_at = point.material + point.normal * point.depth_mm;
            }
        }
        (sum, tent, tent_at)
    }

    /// Moves the track where the shaft loads the tissue beyond its yield.
    pub(super) fn tear(&mut self, entry_arc: f64, tick: &mut Tick) {
        let h = self.rod.segment_mm();
        let mut torn = [Vec3::ZERO; SEGMENTS + 1];
        for (i, torn) in torn.iter_mut().enumerate().skip(1) {
            let s = i as f64 * h - entry_arc;
            if s <= 0.0 {
                continue;
            }
            let Some(point) = self.track.at(s) else { continue };
            let Some(layer) = self.mechanics.layer(point.layer) else { continue };
            let held = if point.in_hole { &self.mechanics.fat } else { layer };
            let mut u = self.rod.nodes()[i] - self.in_space(point.material);
            // Along itself the shaft slides: only what it does sideways tears.
            let shaft = self.rod.tangent(i);
            u -= shaft * u.dot(shaft);
            if point.layer != Layer::Bone && point.outer_gap_mm.is_finite() {
                // Towards the walls of its channel the shaft is held by them, not by the fat.
                u -= point.normal * u.dot(point.normal);
            }
            let (far, most) = (u.length(), held.lateral_yield_n_mm / held.foundation_n_mm2);
            if far > most && far.is_finite() {
                *torn = u * (1.0 - most / far);
                let weight = self.rod.tributary_mm(i) * (s / h + 0.5).clamp(0.0, 1.0);
                tick.sweep_mj += held.lateral_yield_n_mm * self.mechanics.swelling.factor(point.fill) * torn.length() * weight;
            }
        }
        if torn.iter().any(|by| *by != Vec3::ZERO) {
            self.track.migrate(&torn, h, entry_arc);
        }
    }
}
