//! A tube in tissue: carves its track, rides walls, bows, pushes back.
//!
//! Each tick: (1) the tip slides along its axis when the axial force exceeds what tip and shaft resist; sliding forward it
//! carves the track in the material frame, turned along a stiffer layer unless it presses harder than the layer's entry
//! force; (2) the shaft is tied to its track by the foundation of each layer, with the walls of the channel beyond; (3) the
//! rod is solved; (4) where the load exceeds the tissue's yield the track moves sideways.
//!
//! **Invariant:** the depth of what was carved changes by tearing alone, never because skin is lifted; no pose of the hub,
//! however wild, makes a coordinate that is not finite.

use super::rod::{Pivot, Rod, Tie, Wall, outer};
use super::track::{Track, TrackPoint};
use super::{EntryPoint, HubPose, Pop, Reading, TipShape, Tube};
use crate::anatomy::{Layer, TissueField, TissueSample};
use crate::geom::Vec3;
use crate::tissue::{LayerMechanics, Mechanics};
use glam::DMat3;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::sync::Arc;

/// Segments of the rod.
const SEGMENTS: usize = 30;
/// Share of the steel's axial stiffness that is kept: it has no effect that can be seen, and a softer rod is solved in fewer steps.
const AXIAL_SHARE: f64 = 0.1;
/// Longest way carved before the tissue is asked again, mm.
const STRIDE_MM: f64 = 0.5;
/// Longest slide in one tick, mm.
const SLIDE_MM: f64 = 2.0;
/// Newton steps in one tick; what is left is done in the next.
const STEPS: usize = 12;
/// Stretch of the shaft beyond which a solution is none.
const STRETCH: f64 = 0.02;
/// Distance of the tip from the end of its track at which the shaft is torn out, mm [design].
const TORN_MM: f64 = 20.0;
/// Furthest from the origin that a hub may be, mm.
const FAR_MM: f64 = 1e4;

/// A cannula (or needle) and its track.
#[derive(Clone, Debug)]
pub struct Cannula {
    tube: Tube,
    mechanics: Arc<Mechanics>,
    seed: u64,
    rod: Rod,
    track: Track,
    hub: Option<HubPose>,
    entry: Option<(usize, Vec3, Vec3)>,
    sample: Option<TissueSample>,
    touch: Option<Vec3>,
    in_hole: bool,
    offset: f64,
    friction_n: f64,
    press_outer_n: f64,
    press_inner_n: f64,
    septum: Option<(f64, f64)>,
    cell: Option<[i64; 3]>,
    bone: bool,
}

#[derive(Default)]
struct Tick {
    slid: f64,
    carved_mj: f64,
    sweep_mj: f64,
    pop: Option<Pop>,
}

/// Ways (depths, mm) in which a tip at a place is confined, and what lies beyond.
struct Channel {
    upper: f64,
    above: Option<Layer>,
    lower: f64,
    below: Option<Layer>,
}

impl Channel {
    fn of(from: Layer, sample: &TissueSample, radius: f64) -> Self {
        let stack = &sample.stack;
        let bone = stack.bone_mm - radius;
        let open = Self { upper: f64::NEG_INFINITY, above: None, lower: bone, below: Some(Layer::Bone) };
        match from {
            Layer::Fat => Self {
                upper: stack.dermis_mm + radius,
                above: Some(Layer::Dermis),
                lower: (stack.fat_mm - radius).min(bone),
                below: Some(Layer::Smas),
            },
            Layer::Deep => Self { upper: stack.smas_mm + radius, above: Some(Layer::Smas), ..open },
            Layer::Dermis => Self { upper: stack.epidermis_mm, above: Some(Layer::Epidermis), ..open },
            _ => open,
        }
    }
}

impl Cannula {
    /// A cannula that has touched nothing yet; `seed` sets where the septa are.
    #[must_use]
    pub fn new(tube: Tube, mechanics: Arc<Mechanics>, seed: u64) -> Self {
        let rod = Rod::new(tube.ei(), tube.gauge.ea() * AXIAL_SHARE, tube.length_mm, SEGMENTS);
        Self {
            tube,
            mechanics,
            seed,
            rod,
            track: Track::default(),
            hub: None,
            entry: None,
            sample: None,
            touch: None,
            in_hole: false,
            offset: 0.0,
            friction_n: 0.0,
            press_outer_n: 0.0,
            press_inner_n: 0.0,
            septum: None,
            cell: None,
            bone: false,
        }
    }

    /// The tube.
    #[must_use]
    pub fn tube(&self) -> &Tube {
        &self.tube
    }

    /// Nodes in space, hub to tip.
    #[must_use]
    pub fn nodes(&self) -> &[Vec3] {
        self.rod.nodes()
    }

    /// Points of the track that the current pass has carved, entry to tip.
    #[must_use]
    pub fn track(&self) -> &[TrackPoint] {
        self.track.points()
    }

    /// Lets `dt` seconds pass with the hub in a pose. A pose that is not finite counts as the last one.
    pub fn step<F: TissueField + ?Sized>(
        &mut self,
        hub: HubPose,
        entries: &[EntryPoint],
        field: &F,
        dt: f64,
    ) -> Reading {
        let hub = self.sane(hub);
        self.rod.set_clamp(hub.position, hub.direction);
        let before = self.hub.replace(hub).unwrap_or(hub);
        let mut tick = Tick::default();
        if self.entry.is_some() {
            let moved = (hub.position - before.position).dot(hub.direction);
            self.slide(moved, field, &mut tick);
        }
        if self.entry.is_some() {
            return self.within(tick, field, dt);
        }
        self.outside(tick, entries, field, dt)
    }

    fn sane(&self, hub: HubPose) -> HubPose {
        let rest = HubPose { position: Vec3::new(0.0, 0.0, 200.0), direction: Vec3::NEG_Z };
        let last = self.hub.unwrap_or(rest);
        let position = if hub.position.is_finite() { hub.position } else { last.position };
        let direction = if hub.direction.is_finite() { hub.direction } else { last.direction };
        HubPose {
            position: position.clamp(Vec3::splat(-FAR_MM), Vec3::splat(FAR_MM)),
            direction: direction.normalize_or(last.direction),
        }
    }

    fn tip_node(&self) -> Vec3 {
        self.rod.nodes()[SEGMENTS]
    }

    fn by_shape(&self, blunt: f64, bevel: f64) -> f64 {
        match self.tube.tip {
            TipShape::Blunt => blunt,
            TipShape::Bevel => bevel,
        }
    }

    // ---- outside the skin

    fn outside<F: TissueField + ?Sized>(
        &mut self,
        mut tick: Tick,
        entries: &[EntryPoint],
        field: &F,
        dt: f64,
    ) -> Reading {
        self.rod.clear_loads();
        let hub = self.hub.unwrap_or(HubPose { position: Vec3::ZERO, direction: Vec3::NEG_Z });
        let straight = hub.position + hub.direction * self.tube.length_mm;
        let sample = field.sample(straight);
        if sample.depth_mm <= 0.0 {
            self.touch = None;
            self.rod.straighten();
            return self.reading_outside(&tick, sample, field, false, true);
        }
        let reach = self.mechanics.skin.reach_mm;
        let hole = entries
            .iter()
            .enumerate()
            .map(|(i, entry)| (i, entry, entry.point.distance(straight)))
            .filter(|(_, entry, far)| *far <= reach + sample.depth_mm.min(1.0) && hub.direction.dot(entry.normal) < 0.0)
            .min_by(|a, b| a.2.total_cmp(&b.2));
        if let Some((i, entry, _)) = hole {
            self.rod.straighten();
            self.begin(i, entry.point, true, field);
            return self.within(tick, field, dt);
        }
        let skin = &self.mechanics.skin;
        let stiffness = DMat3::IDENTITY * skin.press_n_mm;
        let touch = self.touch.unwrap_or(sample.foot);
        let touch = sample.foot + (touch - sample.foot).clamp_length_max(skin.drag_mm);
        self.touch = Some(touch);
        let pierce = self.by_shape(skin.blunt_pierce_n, skin.bevel_pierce_n);
        self.rod.set_tie(SEGMENTS, Tie { anchor: touch, stiffness, normal: sample.normal, ..Tie::NONE });
        let solve = self.rod.solve_within(STEPS);
        let press = self.rod.ties()[SEGMENTS].force(self.tip_node()).length();
        if press > pierce {
            tick.carved_mj += 0.5 * press * press / self.mechanics.skin.press_n_mm;
            self.begin(entries.len(), sample.foot, false, field);
            return self.within(tick, field, dt);
        }
        self.reading_outside(&tick, sample, field, true, solve.converged)
    }

    fn begin<F: TissueField + ?Sized>(&mut self, index: usize, at: Vec3, in_hole: bool, field: &F) {
        let sample = field.sample(at);
        let direction = self.rod.tip_tangent();
        self.in_hole = in_hole;
        self.track.begin(TrackPoint::new(at, direction, &sample, in_hole, self.tube.radius_mm()));
        self.entry = Some((index, at, sample.normal));
        self.touch = None;
        self.sample = Some(sample);
        self.offset = (self.tip_node() - at).dot(direction);
        self.friction_n = 0.0;
        self.press_outer_n = 0.0;
        self.press_inner_n = 0.0;
        self.septum = None;
        self.cell = None;
        self.bone = false;
    }

    fn reading_outside<F: TissueField + ?Sized>(
        &self,
        tick: &Tick,
        sample: TissueSample,
        field: &F,
        skin_contact: bool,
        converged: bool,
    ) -> Reading {
        let tip = self.tip_node();
        let port = self.rod.at(self.tube.length_mm - self.tube.port_offset_mm);
        // The skin gives way under the tip: in the tissue's own frame tip and port stay outside.
        let out = |sample: TissueSample| TissueSample { depth_mm: sample.depth_mm.min(0.0), ..sample };
        let (hub_force_n, lateral_force_n) = self.hub_forces();
        Reading {
            inserted: None,
            inserted_mm: 0.0,
            insertion_rate_mm_s: 0.0,
            tip,
            tip_sample: out(sample),
            port,
            port_material: port,
            port_sample: out(field.sample(port)),
            port_direction: self.rod.tip_tangent(),
            hub_force_n,
            lateral_force_n,
            wall_force_n: 0.0,
            tip_force_n: hub_force_n.max(0.0),
            tent_mm: 0.0,
            tent_at: sample.foot,
            trauma_mj: tick.carved_mj,
            sweep_mj: 0.0,
            pop: None,
            bone_contact: false,
            skin_contact,
            exited: false,
            converged,
        }
    }

    fn hub_forces(&self) -> (f64, f64) {
        let load = self.rod.load();
        let direction = self.hub.map_or(Vec3::NEG_Z, |hub| hub.direction);
        let axial = load.dot(direction);
        (-axial, (load - direction * axial).length())
    }

    // ---- along the track

    /// Slides the tip along its axis as far as the axial force exceeds the resistance.
    fn slide<F: TissueField + ?Sized>(&mut self, moved: f64, field: &F, tick: &mut Tick) {
        let stiffness = self.mechanics.tip.axial_n_mm;
        let trial = self.offset + moved;
        let push = (self.tip_resistance() + self.friction_n) / stiffness;
        let pull = self.friction_n / stiffness;
        if trial > push {
            let mut left = (trial - push).min(SLIDE_MM);
            while left > 1e-12 {
                let way = left.min(STRIDE_MM);
                tick.slid += self.carve(way, field, tick);
                left -= way;
            }
        } else if trial < -pull {
            let way = (-pull - trial).min(SLIDE_MM);
            let length = self.track.length_mm() - way;
            self.septum = None;
            self.cell = None;
            self.bone = false;
            tick.slid = -way.min(self.track.length_mm());
            if length <= 0.0 {
                self.track.end();
                self.entry = None;
                return;
            }
            self.track.withdraw(length);
            if let Some(tip) = self.track.tip() {
                self.in_hole = tip.in_hole;
                self.sample = Some(field.sample(tip.material));
            }
        }
    }

    fn tip_resistance(&self) -> f64 {
        let (Some(tip), Some(sample)) = (self.track.tip(), &self.sample) else { return 0.0 };
        let layer = if tip.in_hole { Layer::Fat } else { sample.layer() };
        let advance =
            self.mechanics.layer(layer).map_or(0.0, |m| self.by_shape(m.blunt_advance_n, m.bevel_advance_n));
        let share = if tip.in_hole || self.track.is_open(tip.material) {
            self.mechanics.tip.old_track_share
        } else {
            1.0
        };
        advance * share + self.septum.map_or(0.0, |(force, _)| force)
    }

    /// Carves the track `way` mm further along the tip, or along the wall that turns it; returns the way that was made.
    fn carve<F: TissueField + ?Sized>(&mut self, way: f64, field: &F, tick: &mut Tick) -> f64 {
        let (Some(tip), Some(old)) = (self.track.tip().copied(), self.sample) else { return 0.0 };
        let resistance = self.tip_resistance();
        let radius = self.tube.radius_mm();
        let along = self.rod.tip_tangent();
        let shift = self.tip_node() - tip.material;
        let across = (shift - along * shift.dot(along)) / self.mechanics.tip.lead_mm;
        let heading = (along + across.clamp_length_max(1.0)).normalize_or(along);
        let mut at = tip.material + heading * way;
        let mut sample = field.sample(at);
        self.bone = false;
        if !self.in_hole {
            let channel = Channel::of(old.layer(), &sample, radius);
            let axial = self.mechanics.tip.axial_n_mm * self.offset.max(0.0);
            let out = heading.dot(sample.normal);
            let limit = if sample.depth_mm < channel.upper && sample.depth_mm < old.depth_mm {
                let press = self.press_outer_n + axial * out.max(0.0);
                (press < self.entry_force(channel.above)).then_some(channel.upper.min(old.depth_mm.max(0.0)))
            } else if sample.depth_mm > channel.lower && sample.depth_mm > old.depth_mm {
                let press = self.press_inner_n + axial * (-out).max(0.0);
                self.bone = channel.below == Some(Layer::Bone);
                (press < self.entry_force(channel.below)).then_some(channel.lower.max(old.depth_mm))
            } else {
                None
            };
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
        self.track.advance(made, TrackPoint::new(at, direction, &sample, self.in_hole, radius));
        self.sample = Some(sample);
        made
    }

    fn entry_force(&self, layer: Option<Layer>) -> f64 {
        layer.map_or(0.0, |layer| {
            self.mechanics.layer(layer).map_or(f64::INFINITY, |m| self.by_shape(m.blunt_entry_n, m.bevel_entry_n))
        })
    }

    fn meet_septa(&mut self, at: Vec3, made: f64, layer: Layer, fresh: bool, tick: &mut Tick) {
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
            let force = septa.least_n + (septa.most_n - septa.least_n) * random.random::<f64>();
            self.septum = Some((self.by_shape(force, 0.0), septa.thickness_mm));
        }
    }

    // ---- the shaft in its track

    /// Ties the shaft to its track and solves the rod.
    fn within<F: TissueField + ?Sized>(&mut self, mut tick: Tick, field: &F, dt: f64) -> Reading {
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
        // What resists a tip pushes along the tube's own axis, however the tube is bent: a follower load.
        let axis = self.rod.tip_tangent();
        if let Some(tip) = &tip {
            let mut tie = self.rod.ties()[SEGMENTS];
            tie.anchor = tip.material;
            tie.stiffness += outer(axis, axis) * self.mechanics.tip.axial_n_mm;
            self.rod.set_tie(SEGMENTS, tie);
        }
        if let Some((_, at, normal)) = self.entry {
            let along = (self.rod.at(entry_arc + 0.5 * h) - self.rod.at(entry_arc - 0.5 * h))
                .normalize_or(self.rod.tip_tangent());
            // The shaft slides freely through the hole; across itself it is held by the rim.
            let skin = &self.mechanics.skin;
            let across = DMat3::IDENTITY - outer(along, along);
            let rim = DMat3::IDENTITY * skin.pivot_n_mm
                + outer(normal, normal) * (skin.pivot_normal_n_mm - skin.pivot_n_mm);
            let stiffness = across * rim * across;
            self.rod.set_pivot(Some(Pivot { arc_mm: entry_arc, anchor: at, stiffness }));
        }
        let solve = self.rod.solve_within(STEPS);
        if self.is_torn_out() {
            return self.slip_out(tick, field);
        }
        if let Some(tip) = &tip {
            let offset = (self.tip_node() - tip.material).dot(axis);
            self.offset = if offset.is_finite() { offset } else { 0.0 };
        }
        let (wall_force_n, tent_mm, tent_at) = self.walls(entry_arc);
        self.tear(entry_arc, &mut tick);
        self.reading(tick, field, dt, (wall_force_n, tent_mm, tent_at), solve.converged)
    }

    /// Whether the hub moved so far in a tick that no equilibrium in the tissue was found: steel does not stretch, so the shaft was
    /// torn out of its track.
    fn is_torn_out(&self) -> bool {
        let length: f64 = self.rod.nodes().windows(2).map(|pair| pair[0].distance(pair[1])).sum();
        let off = self.track.tip().map_or(0.0, |tip| tip.material.distance(self.tip_node()));
        let whole = length <= self.tube.length_mm * (1.0 + STRETCH) && off <= TORN_MM;
        !whole
    }

    fn slip_out<F: TissueField + ?Sized>(&mut self, mut tick: Tick, field: &F) -> Reading {
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
    fn tie(&self, point: &TrackPoint, shaft: Vec3, weight: f64, s: f64) -> (Tie, f64) {
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
            anchor: point.material,
            stiffness: (DMat3::IDENTITY - along) * (held.foundation_n_mm2 * weight),
            normal: point.normal,
            outer: wall(point.outer_gap_mm, above),
            inner: wall(point.inner_gap_mm, below),
        };
        (tie, layer.friction_n_mm * weight)
    }

    /// Force of the walls on the shaft, and the highest tent over it; notes how hard the tip's patch presses.
    fn walls(&mut self, entry_arc: f64) -> (f64, f64, Vec3) {
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
    fn tear(&mut self, entry_arc: f64, tick: &mut Tick) {
        let h = self.rod.segment_mm();
        for i in 1..=SEGMENTS {
            let s = i as f64 * h - entry_arc;
            if s <= 0.0 {
                continue;
            }
            let Some(point) = self.track.at(s) else { continue };
            let Some(layer) = self.mechanics.layer(point.layer) else { continue };
            let held = if point.in_hole { &self.mechanics.fat } else { layer };
            let mut u = self.rod.nodes()[i] - point.material;
            // Along itself the shaft slides: only what it does sideways tears.
            let shaft = self.rod.tangent(i);
            u -= shaft * u.dot(shaft);
            if point.layer != Layer::Bone && point.outer_gap_mm.is_finite() {
                // Towards the walls of its channel the shaft is held by them, not by the fat.
                u -= point.normal * u.dot(point.normal);
            }
            let (far, most) = (u.length(), held.lateral_yield_n_mm / held.foundation_n_mm2);
            if far > most && far.is_finite() {
                let by = u * (1.0 - most / far);
                let weight = self.rod.tributary_mm(i) * (s / h + 0.5).clamp(0.0, 1.0);
                tick.sweep_mj += held.lateral_yield_n_mm * by.length() * weight;
                self.track.migrate(s, 0.5 * h, by);
            }
        }
    }

    fn reading<F: TissueField + ?Sized>(
        &mut self,
        tick: Tick,
        field: &F,
        dt: f64,
        (wall_force_n, tent_mm, tent_at): (f64, f64, Vec3),
        converged: bool,
    ) -> Reading {
        let inserted_mm = self.track.length_mm();
        let tip = self.tip_node();
        let tip_material = self.track.tip().map_or(tip, |point| point.material);
        let tip_sample = self.sample.unwrap_or_else(|| field.sample(tip_material));
        let back = self.tube.port_offset_mm;
        let port = self.rod.at(self.tube.length_mm - back);
        let inside = (back <= inserted_mm).then(|| self.track.at(inserted_mm - back)).flatten();
        let (port_material, port_direction) =
            inside.map_or((port, self.rod.tip_tangent()), |point| (point.material, point.direction));
        let mut port_sample = field.sample(port_material);
        if inside.is_none() {
            port_sample.depth_mm = port_sample.depth_mm.min(0.0);
        }
        let (hub_force_n, lateral_force_n) = self.hub_forces();
        let axial = self.mechanics.tip.axial_n_mm * self.offset;
        Reading {
            inserted: self.entry.map(|(index, ..)| index),
            inserted_mm,
            insertion_rate_mm_s: if dt > 0.0 { tick.slid / dt } else { 0.0 },
            tip,
            tip_sample,
            port,
            port_material,
            port_sample,
            port_direction,
            hub_force_n,
            lateral_force_n,
            wall_force_n,
            tip_force_n: (axial - self.friction_n).max(0.0),
            tent_mm,
            tent_at,
            trauma_mj: tick.carved_mj + tick.sweep_mj,
            sweep_mj: tick.sweep_mj,
            pop: tick.pop,
            bone_contact: self.bone,
            skin_contact: false,
            exited: !self.in_hole && inserted_mm > 0.0 && tip_sample.depth_mm < 0.0,
            converged,
        }
    }
}
