//! The rod warm, and a whole tick of the cannula in tissue.

use criterion::Criterion;
use fanline::geom::Vec3;
use fanline::instrument::rod::{Rod, Tie};
use fanline::instrument::{Cannula, EntryPoint, Gauge, HubPose, TipShape, Tube};
use fanline::tissue::{Mechanics, Slab, SlabShape};
use glam::DMat3;
use std::hint::black_box;
use std::sync::Arc;

pub fn rod_solve(c: &mut Criterion) {
    let mut rod = Rod::new(620.0, 3e3, 50.0, 30);
    for i in 10..=30 {
        let anchor = rod.nodes()[i];
        rod.set_tie(i, Tie { anchor, stiffness: DMat3::IDENTITY * 0.02, ..Tie::NONE });
    }
    let mut tick = 0_u32;
    c.bench_function("rod_solve", |b| {
        b.iter(|| {
            tick += 1;
            let turn = 0.1 * (f64::from(tick) * 0.01).sin();
            rod.set_clamp(Vec3::new(0.0, 0.0, 2.0 * turn), Vec3::new(1.0, 0.0, -turn).normalize());
            black_box(rod.solve())
        });
    });
}

pub fn cannula_step(c: &mut Criterion) {
    let mechanics = Mechanics::parse(Mechanics::FILE, include_str!("../../assets/tissue.ron")).expect("the built-in file is right");
    let tube = Tube { gauge: Gauge::G25, length_mm: 50.0, tip: TipShape::Blunt, port_offset_mm: 1.0 };
    let slab = Slab::cheek(SlabShape::Sphere(80.0));
    let entries = [EntryPoint { point: Vec3::ZERO, normal: Vec3::Z, gauge: Gauge::G23 }];
    let mut cannula = Cannula::new(tube, Arc::new(mechanics), 7);
    let mut tick = 0_u32;
    c.bench_function("cannula_step", |b| {
        b.iter(|| {
            // Ten seconds in and out, turning all the time.
            let phase = f64::from(tick % 1200) / 1200.0;
            tick += 1;
            let advance = if phase < 0.5 { 90.0 * phase - 2.0 } else { 90.0 * (1.0 - phase) - 2.0 };
            let (yaw, pitch) = (0.2 * (f64::from(tick) * 0.003).sin(), if advance < 7.0 { 0.6 } else { 0.6 - 0.015 * (advance - 7.0) });
            let direction = Vec3::new(yaw.cos() * pitch.cos(), yaw.sin() * pitch.cos(), -pitch.sin());
            black_box(cannula.step(HubPose { position: -direction * (50.0 - advance), direction }, &entries, &slab, 1.0 / 120.0))
        });
    });
}
