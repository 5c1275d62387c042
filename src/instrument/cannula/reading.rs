//! What the cannula reads at the end of a tick in tissue.

use super::{Cannula, Tick};
use crate::anatomy::TissueField;
use crate::geom::Vec3;
use crate::instrument::Reading;

impl Cannula {
    pub(super) fn reading<F: TissueField + ?Sized>(
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
            hub_contact: self.hub_contact,
            exited: !self.in_hole && inserted_mm > 0.0 && tip_sample.depth_mm < 0.0,
            converged,
        }
    }
}
