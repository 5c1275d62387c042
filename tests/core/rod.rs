//! The rod against closed forms.

use fanline::geom::Vec3;
use fanline::instrument::rod::{Rod, Tie};
use fanline::instrument::probe::{FarEnd, Loading, SEGMENTS};
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

/// Hetényi's tip deflection (mm) of a clamped–free beam on a foundation `k` under an end load.
fn hetenyi(ei: f64, k: f64, length: f64, load: f64) -> f64 {
    let beta = (k / (4.0 * ei)).powf(0.25);
    let l = beta * length;
    let (sh, ch, s, c) = (l.sinh(), l.cosh(), l.sin(), l.cos());
    2.0 * load * beta / k * (sh * ch - s * c) / (ch * ch + c * c)
}

/// Tip deflection ÷ that without axial load of a cantilever under a transverse and an axial load P: 3 (tan u − u)/u³, u = L√(P/EI).
fn beam_column(u: f64) -> f64 {
    3.0 * (u.tan() - u) / u.powi(3)
}

/// The complete elliptic integral of the first kind, by the arithmetic-geometric mean.
fn elliptic_k(p: f64) -> f64 {
    let (mut a, mut b) = (1.0, (1.0 - p * p).sqrt());
    for _ in 0..40 {
        (a, b) = (0.5 * (a + b), (a * b).sqrt());
    }
    std::f64::consts::FRAC_PI_2 / a
}

const EULER_FREE: f64 = std::f64::consts::PI * std::f64::consts::PI / 4.0;
const EULER_PINNED: f64 = 20.190_729;

#[test]
fn a_rod_on_a_foundation_meets_hetenyi() {
    for ei in [620.0_f64, 2240.0] {
        for k in [0.005_f64, 0.02, 0.1, 1.0] {
            let (length, load) = (50.0, 0.001);
            let loading = Loading { transverse_n: load, foundation_n_mm2: k, ..Loading::default() };
            let got = probe::deflection(ei, 3e4, length, loading, SEGMENTS);
            near(got, hetenyi(ei, k, length, load), 5e-3, &format!("EI {ei}, k {k}"));
        }
    }
}

#[test]
fn a_compressed_rod_buckles_where_euler_says() {
    for gauge in Gauge::ALL {
        for length in [25.0, 50.0, 70.0] {
            let unit = gauge.ei() / (length * length);
            let at = |far| probe::buckling(gauge.ei(), gauge.ea(), length, far, 0.0, SEGMENTS) / unit;
            near(at(FarEnd::Free), EULER_FREE, 1e-2, &format!("{} clamped–free", gauge.name()));
            near(at(FarEnd::Pinned), EULER_PINNED, 1e-2, &format!("{} clamped–pinned", gauge.name()));
        }
    }
}

#[test]
fn an_axial_load_magnifies_the_deflection_as_a_beam_columns() {
    let (ei, length) = (620.0, 50.0);
    for (u, tension) in [(0.5_f64, false), (1.0, false), (1.4, false), (1.0, true), (2.0, true)] {
        let axial_n = ei / (length * length) * u * u;
        let load = 1e-5;
        let wanted = if tension { 3.0 * (u - u.tanh()) / u.powi(3) } else { beam_column(u) } * load * length.powi(3) / (3.0 * ei);
        let loading = Loading { transverse_n: load, axial_n: if tension { -axial_n } else { axial_n }, ..Loading::default() };
        near(probe::deflection(ei, 3e6, length, loading, SEGMENTS), wanted, 3e-3, &format!("u {u}, tension {tension}"));
    }
}

#[test]
fn beyond_buckling_the_rod_follows_the_elastica() {
    let (ei, length) = (620.0, 50.0);
    for degrees in [40.0_f64, 60.0, 100.0] {
        // Tip turned by this angle: P/P_Euler = (2K/π)², y/L = 2p/K with p = sin(angle/2).
        let p = (0.5 * degrees.to_radians()).sin();
        let k = elliptic_k(p);
        let loading = Loading { transverse_n: 1e-4, axial_n: ei * (k / length).powi(2), ..Loading::default() };
        near(probe::deflection(ei, 3e6, length, loading, SEGMENTS) / length, 2.0 * p / k, 5e-3, &format!("{degrees}°"));
    }
}

/// The table of docs/measured.md: `cargo test --no-default-features --test core convergence -- --ignored --nocapture`.
#[test]
#[ignore = "prints a table for the docs"]
fn convergence_of_the_rod() {
    let (ei, ea, length) = (620.0, 3e4, 50.0);
    let unit = ei / (length * length);
    println!("| segments | cantilever, α 0.08 | elastica, α 1 | α 5 | Hetényi, k 0.02 | k 1 | buckling free | pinned |");
    println!("|---|---|---|---|---|---|---|---|");
    for n in [8, 12, 16, 24, 32, 48, 64] {
        let load = 1e-4 * unit;
        let bend = |k: f64| {
            let loading = Loading { transverse_n: load, foundation_n_mm2: k, ..Loading::default() };
            probe::deflection(ei, ea, length, loading, n)
        };
        let errors = [
            bend(0.0) / (load * length.powi(3) / (3.0 * ei)),
            probe::elastica_of(1.0, n) / 0.301_720_8,
            probe::elastica_of(5.0, n) / 0.713_791_5,
            bend(0.02) / hetenyi(ei, 0.02, length, load),
            bend(1.0) / hetenyi(ei, 1.0, length, load),
            probe::buckling(ei, ea, length, FarEnd::Free, 0.0, n) / (EULER_FREE * unit),
            probe::buckling(ei, ea, length, FarEnd::Pinned, 0.0, n) / (EULER_PINNED * unit),
        ];
        println!("| {n} |{} |", errors.map(|ratio| format!(" {:+.4} %", 100.0 * (ratio - 1.0))).join(" |"));
    }
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
