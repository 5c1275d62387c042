//! The cannula in tissue: what the hand does is what happens under the skin.

use fanline::anatomy::{Layer, TissueField};
use fanline::geom::Vec3;
use fanline::instrument::{Cannula, EntryPoint, Gauge, HubPose, Reading, TipShape, Tube};
use fanline::tissue::{Mechanics, Slab, SlabShape};
use proptest::prelude::*;
use std::sync::Arc;

const DT: f64 = 1.0 / 120.0;
const E: Vec3 = Vec3::ZERO;

pub(crate) fn mechanics() -> Arc<Mechanics> {
    let text = crate::drill::content().read_text(Mechanics::FILE).expect("the built-in file");
    Arc::new(Mechanics::parse(Mechanics::FILE, &text).expect("the built-in file is right"))
}

pub(crate) fn tube(gauge: Gauge, tip: TipShape) -> Tube {
    Tube { gauge, length_mm: 50.0, tip, port_offset_mm: 1.0 }
}

/// A hand that turns the shaft about the entry point and pushes it through.
pub(crate) struct Driver {
    pub(crate) cannula: Cannula,
    pub(crate) slab: Slab,
    entries: Vec<EntryPoint>,
    pub(crate) pivot: Vec3,
    pub(crate) pitch: f64,
    pub(crate) yaw: f64,
    pub(crate) advance: f64,
    trauma: f64,
    sweep: f64,
}

impl Driver {
    pub(crate) fn new(tube: Tube, shape: SlabShape) -> Self {
        let entries = vec![EntryPoint { point: E, normal: Vec3::Z, gauge: tube.gauge.pilot() }];
        Self {
            cannula: Cannula::new(tube, mechanics(), 7),
            slab: Slab::cheek(shape),
            entries,
            pivot: E,
            pitch: 0.6,
            yaw: 0.0,
            advance: -3.0,
            trauma: 0.0,
            sweep: 0.0,
        }
    }

    pub(crate) fn tick(&mut self) -> Reading {
        let flat = Vec3::new(self.yaw.cos(), self.yaw.sin(), 0.0);
        let direction = flat * self.pitch.cos() - Vec3::Z * self.pitch.sin();
        let position = self.pivot - direction * (50.0 - self.advance);
        let reading = self.cannula.step(HubPose { position, direction }, &self.entries, &self.slab, DT);
        self.trauma += reading.trauma_mj;
        self.sweep += reading.sweep_mj;
        reading
    }

    /// Advances (mm) at 20 mm/s, turning the pitch evenly to `pitch`.
    pub(crate) fn go(&mut self, by: f64, pitch: f64) -> Reading {
        let ticks = ((by.abs() / 20.0 / DT).ceil() as usize).max(1);
        let turn = (pitch - self.pitch) / ticks as f64;
        let mut reading = None;
        for _ in 0..ticks {
            self.advance += by / ticks as f64;
            self.pitch += turn;
            reading = Some(self.tick());
        }
        reading.expect("at least one tick")
    }

    /// In through the hole to a depth of about 2 mm, then turned about the tip to `pitch`, so that the straight shaft would run on from there.
    pub(crate) fn enter(&mut self, pitch: f64) -> Reading {
        self.enter_by(6.7, pitch)
    }

    pub(crate) fn enter_by(&mut self, way: f64, pitch: f64) -> Reading {
        let pitch_in = self.pitch;
        let tip = self.go(way, pitch_in).tip;
        self.advance -= (tip - E).length();
        self.pivot = tip;
        let ticks = 60;
        let turn = (pitch - self.pitch) / f64::from(ticks);
        for _ in 0..ticks {
            self.pitch += turn;
            self.tick();
        }
        self.tick()
    }
}

fn chord(gauge: Gauge, tip: TipShape, shape: SlabShape, pitch: f64) -> (Driver, Reading, f64, bool) {
    let mut driver = Driver::new(tube(gauge, tip), shape);
    driver.enter(pitch);
    let (mut most, mut crossed, mut reading) = (0.0_f64, false, None);
    for _ in 0..42 {
        let now = driver.go(1.0, pitch);
        most = most.max(now.wall_force_n);
        crossed |= matches!(now.tip_sample.layer(), Layer::Dermis | Layer::Epidermis | Layer::Outside);
        reading = Some(now);
    }
    (driver, reading.expect("42 steps"), most, crossed)
}

#[test]
fn one_degree_of_pitch_changes_depth_as_geometry_says() {
    for gauge in [Gauge::G25, Gauge::G22] {
        // A straight shaft through the hole into a thick layer of fat.
        let end = |degrees: f64| {
            let mut driver = Driver::new(tube(gauge, TipShape::Blunt), SlabShape::Flat);
            driver.slab.stack.dermis_mm = 0.5;
            driver.slab.stack.fat_mm = 14.0;
            driver.slab.stack.smas_mm = 15.0;
            driver.pitch = degrees.to_radians();
            driver.go(51.0, driver.pitch)
        };
        let (shallow, deep) = (end(9.0), end(10.0));
        let wanted = shallow.inserted_mm * (10f64.to_radians().sin() - 9f64.to_radians().sin());
        let got = deep.tip_sample.depth_mm - shallow.tip_sample.depth_mm;
        assert!((got - wanted).abs() < 0.1 * wanted, "{}: {got:.3} mm, geometry says {wanted:.3}", gauge.name());
    }
}

#[test]
fn a_cannula_rides_the_dermis_of_a_cheek_and_a_needle_crosses_it() {
    for gauge in [Gauge::G25, Gauge::G22] {
        for shape in [SlabShape::Sphere(80.0), SlabShape::Cylinder(80.0)] {
            let (_, reading, most, crossed) = chord(gauge, TipShape::Blunt, shape, 0.0);
            assert!(!crossed, "the blunt tip left the fat");
            assert!((0.1..=1.2).contains(&most), "wall force {most}");
            assert!(reading.inserted_mm > 44.0, "inserted {}", reading.inserted_mm);
            let (.., crossed) = chord(gauge, TipShape::Bevel, shape, 0.0);
            assert!(crossed, "the bevel stayed in the fat");
        }
    }
}

#[test]
fn withdrawal_returns_along_the_track() {
    let (mut driver, reading, ..) = chord(Gauge::G25, TipShape::Blunt, SlabShape::Flat, 0.01);
    let carved: Vec<Vec3> = driver.cannula.track().iter().map(|point| point.material).collect();
    assert!(reading.inserted_mm > 40.0);
    for _ in 0..40 {
        let reading = driver.go(-1.0, 0.01);
        if reading.inserted_mm < 2.0 {
            break;
        }
        let off = carved.iter().map(|point| point.distance(reading.port_material)).fold(f64::INFINITY, f64::min);
        assert!(off < 0.3, "the port is {off} mm from its track");
        assert!(reading.insertion_rate_mm_s < 0.0 || reading.inserted_mm > 40.0);
    }
    let reading = driver.go(-20.0, 0.01);
    assert_eq!(reading.inserted, None);
    assert!(driver.cannula.track().is_empty());
}

#[test]
fn going_in_again_on_the_same_track_costs_less() {
    let (mut driver, ..) = chord(Gauge::G25, TipShape::Blunt, SlabShape::Flat, 0.01);
    let first = driver.trauma;
    driver.go(-38.0, 0.01);
    driver.trauma = 0.0;
    driver.go(36.0, 0.01);
    assert!(first > 8.0, "new track costs {first} mJ");
    assert!(driver.trauma < 0.35 * first, "{} mJ after {first} mJ", driver.trauma);
}

#[test]
fn a_blunt_tip_does_not_enter_intact_skin_and_a_bevel_does() {
    for (tip, enters) in [(TipShape::Blunt, false), (TipShape::Bevel, true)] {
        let mut driver = Driver::new(tube(Gauge::G25, tip), SlabShape::Flat);
        driver.entries.clear();
        driver.pitch = 1.4;
        let reading = driver.go(5.0, 1.4);
        assert_eq!(reading.inserted.is_some(), enters, "{tip:?}");
        assert!(enters || reading.hub_force_n > 0.5, "hub force {}", reading.hub_force_n);
    }
}

#[test]
fn sweeping_a_deep_shaft_tears_and_moves_the_track() {
    let (mut driver, ..) = chord(Gauge::G22, TipShape::Blunt, SlabShape::Flat, 0.01);
    let before = driver.cannula.track().last().expect("a track").material;
    for _ in 0..120 {
        driver.yaw += 0.5 / 120.0;
        driver.tick();
    }
    let after = driver.cannula.track().last().expect("a track").material;
    assert!(driver.sweep > 2.0, "sweep {} mJ", driver.sweep);
    assert!(after.distance(before) > 1.5, "moved {}", after.distance(before));
}

#[test]
fn lifting_the_hub_presses_the_tip_down_but_never_changes_what_was_carved() {
    let (mut driver, ..) = chord(Gauge::G25, TipShape::Blunt, SlabShape::Sphere(80.0), 0.02);
    let depth = |driver: &Driver| driver.cannula.track().iter().map(|point| point.depth_mm).collect::<Vec<_>>();
    let before = depth(&driver);
    for _ in 0..60 {
        driver.pitch += 0.1 / 60.0;
        driver.tick();
    }
    let after = depth(&driver);
    let common = before.len().min(after.len()) - 1;
    assert_eq!(before[..common], after[..common]);
}

#[test]
fn the_same_hand_gives_the_same_bits() {
    let run = || {
        let (driver, reading, ..) = chord(Gauge::G25, TipShape::Blunt, SlabShape::Sphere(80.0), 0.02);
        (driver.cannula.nodes().iter().map(|node| node.to_array().map(f64::to_bits)).collect::<Vec<_>>(), format!("{reading:?}"))
    };
    assert_eq!(run(), run());
}

#[test]
fn a_tip_pushed_against_bone_stops() {
    let mut driver = Driver::new(tube(Gauge::G22, TipShape::Bevel), SlabShape::Flat);
    driver.pitch = 1.4;
    let mut touched = false;
    for _ in 0..40 {
        let reading = driver.go(1.0, 1.4);
        touched |= reading.bone_contact;
        assert!(reading.tip_sample.depth_mm < driver.slab.sample(E).stack.bone_mm);
    }
    assert!(touched);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_motion_of_the_hub_makes_nonsense(
        moves in prop::collection::vec((-60.0..60.0_f64, -1.5..1.5_f64, -1.5..1.5_f64, 5..60_usize), 4..20),
        bevel in any::<bool>(),
        curved in any::<bool>(),
    ) {
        let tip = if bevel { TipShape::Bevel } else { TipShape::Blunt };
        let shape = if curved { SlabShape::Sphere(80.0) } else { SlabShape::Flat };
        let mut driver = Driver::new(tube(Gauge::G25, tip), shape);
        for (rate, pitch, yaw, ticks) in moves {
            for _ in 0..ticks {
                driver.advance = (driver.advance + rate * DT).clamp(-20.0, 60.0);
                driver.pitch += pitch * DT;
                driver.yaw += yaw * DT;
                let reading = driver.tick();
                prop_assert!(driver.cannula.nodes().iter().all(|node| node.is_finite()));
                for x in [
                    reading.inserted_mm, reading.insertion_rate_mm_s, reading.hub_force_n, reading.lateral_force_n,
                    reading.wall_force_n, reading.tip_force_n, reading.tent_mm, reading.trauma_mj,
                    reading.tip_sample.depth_mm, reading.port_sample.depth_mm, reading.port_material.length(),
                ] {
                    prop_assert!(x.is_finite());
                }
                prop_assert!(reading.trauma_mj >= 0.0 && reading.wall_force_n >= 0.0);
            }
        }
    }
}

#[test]
fn the_hub_dents_the_skin_so_far_and_no_further() {
    let mut driver = Driver::new(tube(Gauge::G22, TipShape::Blunt), SlabShape::Flat);
    driver.enter(0.2);
    let free = driver.go(10.0, 0.12);
    assert!(!free.hub_contact);
    let pressed = driver.go(5.0, -0.4);
    let hub = driver.cannula.nodes()[0];
    assert!(pressed.hub_contact && (hub.z + 4.0).abs() < 0.2, "{hub:?}");
}
