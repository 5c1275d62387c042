//! The tube before it is in: held in air, pressed on intact skin, slipping into a hole or piercing.

use super::{Cannula, SEGMENTS, STEPS, Tick};
use crate::anatomy::{TissueField, TissueSample};
use crate::geom::Vec3;
use crate::instrument::rod::Tie;
use crate::instrument::track::TrackPoint;
use crate::instrument::{EntryPoint, HubPose, Reading};
use glam::DMat3;

impl Cannula {
    pub(super) fn outside<F: TissueField + ?Sized>(
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
            .map(|(i, entry)| (i, entry, self.in_space(entry.point).distance(straight)))
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
        let pierce = self.pierce_n();
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

    pub(super) fn begin<F: TissueField + ?Sized>(&mut self, index: usize, at: Vec3, in_hole: bool, field: &F) {
        let sample = field.sample(at);
        let direction = self.rod.tip_tangent();
        self.in_hole = in_hole;
        self.axis = direction;
        self.track.begin(TrackPoint::new(at, direction, &sample, in_hole, false, self.tube.radius_mm()));
        self.entry = Some((index, at, sample.normal));
        self.touch = None;
        self.sample = Some(sample);
        self.offset = (self.tip_node() - self.in_space(at)).dot(direction);
        self.friction_n = 0.0;
        self.press_outer_n = 0.0;
        self.press_inner_n = 0.0;
        self.septum = None;
        self.cell = None;
        self.bone = false;
        self.torn = false;
    }

    pub(super) fn reading_outside<F: TissueField + ?Sized>(
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
            hub_contact: self.hub_contact,
            exited: false,
            converged,
        }
    }

    pub(super) fn hub_forces(&self) -> (f64, f64) {
        let load = self.rod.load();
        let direction = self.hub.map_or(Vec3::NEG_Z, |hub| hub.direction);
        let axial = load.dot(direction);
        (-axial, (load - direction * axial).length())
    }
}
