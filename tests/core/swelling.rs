//! Product in tissue fills and stiffens it.

use fanline::anatomy::{TissueField, TissueSample};
use fanline::geom::Vec3;
use fanline::instrument::{Cannula, EntryPoint, Gauge, HubPose, TipShape};
use fanline::tissue::{Slab, SlabShape};

use crate::cannula::{mechanics, tube};

/// A slab that holds product everywhere.
struct Filled(Slab, f64);

impl TissueField for Filled {
    fn sample(&self, point: Vec3) -> TissueSample {
        self.0.sample(point)
    }
    fn fill(&self, _: Vec3) -> f64 {
        self.1
    }
}

/// Goes 40 mm in, then turns sideways by 2°: how far the tip goes along, mm.
fn tip_goes(fill: f64) -> f64 {
    let tube = tube(Gauge::G25, TipShape::Blunt);
    let entries = [EntryPoint { point: Vec3::ZERO, normal: Vec3::Z, gauge: tube.gauge.pilot() }];
    let field = Filled(Slab::cheek(SlabShape::Flat), fill);
    let mut cannula = Cannula::new(tube, mechanics(), 7);
    for tick in 0..400 {
        let (way, yaw) = (0.12 * f64::from(tick.min(360)) - 3.0, 0.035 * (f64::from(tick - 360) / 40.0).clamp(0.0, 1.0));
        let pitch = 0.08_f64;
        let direction = Vec3::new(yaw.cos() * pitch.cos(), yaw.sin() * pitch.cos(), -pitch.sin());
        let position = -direction * (tube.length_mm - way);
        cannula.step(HubPose { position, direction }, &entries, &field, 1.0 / 120.0);
    }
    cannula.nodes()[30].y
}

#[test]
fn a_shaft_in_filled_tissue_is_held_more_firmly() {
    let (bare, filled) = (tip_goes(0.0), tip_goes(0.5));
    assert!(bare > 0.02 && filled < 0.9 * bare, "{bare} mm bare, {filled} mm filled");
}
