//! The rod against closed forms.

use fanline::geom::Vec3;
use fanline::instrument::rod::{Rod, Tie};
use fanline::instrument::{Gauge, probe};
use glam::DMat3;

fn near(got: f64, wanted: f64, share: f64, what: &str) {
    assert!((got / wanted - 1.0).abs() <= share, "{what}: got {got}, wanted {wanted}, off {:+.4} %", 100.0 * (got / wanted - 1.0));
}

#[test]
fn bending_stiffness_is_that_of_the_table() {
    for (gauge, ei) in [
        (Gauge::G22, 2240.0),
        (Gauge::G23, 1480.0),
        (Gauge::G25, 620.0),
        (Gauge::G27, 257.0),
        (Gauge::G28, 152.0),
        (Gauge::G29, 111.0),
        (Gauge::G30, 83.0),
    ] {
        near(gauge.ei(), ei, 0.007, gauge.name());
        assert_eq!(Gauge::from_name(gauge.name()), Some(gauge));
    }
}

#[test]
fn small_loads_meet_euler_bernoulli() {
    for gauge in Gauge::ALL {
        for length in [25.0, 38.0, 50.0, 70.0] {
            for alpha in [1e-4, 0.02, 0.08] {
                let load = alpha * gauge.ei() / (length * length);
                near(probe::cantilever(gauge, length, load), load * length.powi(3) / (3.0 * gauge.ei()), 1e-3, gauge.name());
            }
        }
    }
}

#[test]
fn large_loads_meet_the_elastica() {
    for (alpha, delta) in [(0.5, 0.162_144), (1.0, 0.301_721), (2.0, 0.493_457), (5.0, 0.713_792)] {
        near(probe::elastica(alpha), delta, 1e-3, &format!("alpha {alpha}"));
    }
}

#[test]
fn a_rod_on_a_foundation_meets_hetenyi() {
    for ei in [620.0_f64, 2240.0] {
        for k in [0.005_f64, 0.02, 0.1, 1.0] {
            let (length, load) = (50.0, 0.001);
            let beta = (k / (4.0 * ei)).powf(0.25);
            let l = beta * length;
            let (sh, ch, s, c) = (l.sinh(), l.cosh(), l.sin(), l.cos());
            let wanted = 2.0 * load * beta / k * (sh * ch - s * c) / (ch * ch + c * c);
            near(probe::deflection(ei, 3e4, length, load, 0.0, k), wanted, 5e-3, &format!("EI {ei}, k {k}"));
        }
    }
}

#[test]
fn an_axial_load_magnifies_the_deflection_up_to_buckling() {
    let (ei, length) = (620.0, 50.0);
    let critical = std::f64::consts::PI.powi(2) * ei / (4.0 * length * length);
    // Southwell: deflection grows as 1/(1 - P/Pcr), so its reciprocal falls to 0 at the buckling load.
    let at = |share: f64| 1.0 / probe::deflection(ei, 3e4, length, 1e-6, share * critical, 0.0);
    let (a, b) = (at(0.90), at(0.95));
    near(0.95 + b * 0.05 / (a - b), 1.0, 0.01, "clamped-free buckling");
}

#[test]
fn every_direction_bends_alike() {
    let bend = |clamp: Vec3, side: Vec3| {
        let mut rod = Rod::new(620.0, 3e4, 50.0, 32);
        rod.set_clamp(Vec3::new(1.0, 2.0, 3.0), clamp);
        rod.straighten();
        let rest = rod.nodes()[32];
        rod.set_force(32, side * 0.3);
        assert!(rod.solve().converged);
        (rod.nodes()[32] - rest).dot(side)
    };
    let wanted = bend(Vec3::X, Vec3::Y);
    for (clamp, side) in [
        (Vec3::X, Vec3::Z),
        (Vec3::Y, Vec3::NEG_X),
        (Vec3::new(0.6, 0.8, 0.0), Vec3::new(-0.8, 0.6, 0.0)),
        (Vec3::new(1.0, 1.0, 1.0).normalize(), Vec3::new(1.0, -1.0, 0.0).normalize()),
    ] {
        near(bend(clamp, side), wanted, 1e-7, "direction");
    }
}

#[test]
fn the_clamp_holds_what_the_loads_push() {
    let mut rod = Rod::new(620.0, 3e4, 50.0, 30);
    let tip = rod.nodes()[30];
    let (anchor, stiffness) = (tip + Vec3::new(-0.5, 3.0, 1.0), DMat3::IDENTITY * 0.5);
    rod.set_tie(30, Tie { anchor, stiffness, ..Tie::NONE });
    assert!(rod.solve().converged);
    let pull = rod.ties()[30].force(rod.nodes()[30]);
    assert!((rod.load() - pull).length() < 1e-9);
    assert!(pull.length() > 0.05);
}
