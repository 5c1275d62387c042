//! What the skin tells, in the game's own pictures: from controls through the simulation to what is seen.

use std::path::PathBuf;
use std::sync::Arc;

use fanline::anatomy::{HazardKind, HazardShape, TissueField};
use fanline::drill::{Drill, Library};
use fanline::game::{Moment, moments, offscreen};
use fanline::geom::Vec3;
use fanline::instrument::EntryPoint;
use fanline::session::{Command, Controls, DT, Finger, Hand, Session, Setup, Steer};
use fanline::source::Content;
use fanline::trainee::{Fault, Operator, SkillTable};
use image::RgbImage;

const SIZE: (u32, u32) = (960, 720);

fn drill(id: &str) -> (Drill, Arc<Setup>) {
    let library = Library::open(&Content::find().expect("the project's own content is beside it")).expect("the content is whole");
    let drill = library.drill(id).expect("an installed drill").clone();
    let setup = library.setup(&drill, 1).expect("a drill that can be played");
    (drill, setup)
}

/// A hand whose controls are kept.
struct Attempt {
    session: Session,
    hand: Hand,
    controls: Vec<Controls>,
}

impl Attempt {
    fn new(setup: &Arc<Setup>, entry: Vec3, ahead: Vec3) -> Self {
        let on = setup.anatomy.project(entry);
        let hand = Hand::new(on.foot, on.normal, ahead, setup.tube.length_mm);
        let mut attempt = Self { session: Session::new(Arc::clone(setup)), hand, controls: Vec::new() };
        attempt.does(0.0, Some(Command::Disinfect), None);
        attempt.does(0.0, Some(Command::make_entry(on.foot)), None);
        attempt
    }

    fn does(&mut self, thumb_n: f64, command: Option<Command>, finger: Option<Finger>) {
        let controls = Controls::new(self.hand.pose(), thumb_n, command).with_finger(finger);
        self.session.step(&controls);
        self.controls.push(controls);
    }

    fn steers(&mut self, advance_mm_s: f64, pitch_rad_s: f64) {
        self.hand.steer(Steer { advance_mm_s, pitch_rad_s, ..Steer::default() }, DT);
        self.does(0.0, None, None);
    }

    fn rests(&mut self, seconds: f64, thumb_n: f64) {
        (0..(seconds / DT) as u64).for_each(|_| self.does(thumb_n, None, None));
    }

    fn shows(&self, name: &str, at: Vec3, height_mm: f64, panels: bool) -> Moment {
        Moment { name: name.into(), tick: self.session.tick(), at, height_mm, see_through: panels, panels }
    }
}

/// The moments' pictures; none where there is no graphics driver.
fn seen(drill: &Drill, setup: &Arc<Setup>, controls: &[Controls], shown: &[Moment]) -> Vec<RgbImage> {
    let out: PathBuf = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("signs");
    let paths = moments(drill, setup, controls, shown, SIZE, &out).expect("this machine draws");
    paths.iter().map(|path| image::open(path).expect("a picture was written").to_rgb8()).collect()
}

fn draws() -> bool {
    let draws = offscreen::adapter().is_some();
    if !draws {
        eprintln!("no graphics driver here: pictures are not checked");
    }
    draws
}

/// Mean colour of a square about the middle.
fn middle(picture: &RgbImage, half: u32) -> [f64; 3] {
    let mut sum = [0.0; 3];
    for x in SIZE.0 / 2 - half..SIZE.0 / 2 + half {
        for y in SIZE.1 / 2 - half..SIZE.1 / 2 + half {
            sum.iter_mut().zip(picture.get_pixel(x, y).0).for_each(|(sum, c)| *sum += f64::from(c) / f64::from(4 * half * half));
        }
    }
    sum
}

fn redness(c: [f64; 3]) -> f64 {
    2.0 * c[0] / (c[1] + c[2])
}

/// Steeply down into the first artery that the port comes into.
fn in_an_artery(setup: &Arc<Setup>) -> (Attempt, Vec3) {
    const STEEP: f64 = 1.3;
    let anatomy = &setup.anatomy;
    for (i, hazard) in anatomy.hazards().iter().enumerate() {
        let HazardShape::Path(path) = &hazard.shape else { continue };
        for point in path.iter().filter(|_| hazard.kind == HazardKind::Artery) {
            let sample = anatomy.sample(point.point);
            let free = !sample.region.is_no_go() && sample.stack.bone_mm > sample.depth_mm + 3.0;
            if !free || !(2.0..9.0).contains(&sample.depth_mm) {
                continue;
            }
            let ahead = sample.normal.any_orthonormal_vector();
            let direction = ahead * STEEP.cos() - sample.normal * STEEP.sin();
            let entry = anatomy.project(point.point - direction * (sample.depth_mm / STEEP.sin())).foot;
            let mut attempt = Attempt::new(setup, entry, ahead);
            attempt.hand.pitch = STEEP;
            for _ in 0..800 {
                attempt.steers(4.0, 0.0);
                let inside = attempt.session.reading().is_some_and(|reading| {
                    let near = anatomy.nearest_hazard_at(reading.port_material, &reading.port_sample);
                    near.is_some_and(|near| near.hazard == i && near.clearance_mm < -0.1)
                });
                if inside {
                    return (attempt, entry);
                }
            }
        }
    }
    panic!("no artery that the port comes into")
}

#[test]
fn product_in_an_artery_makes_the_skin_pale_and_then_mottled() {
    if !draws() {
        return;
    }
    let (drill, setup) = drill("harmonyca-cheek");
    let (mut attempt, entry) = in_an_artery(&setup);
    let mut shown = vec![attempt.shows("vessel-0-before", entry, 130.0, false)];
    attempt.rests(12.0, 16.0);
    let foot = attempt.session.perfusion().occlusions().first().expect("an occlusion").foot;
    shown[0].at = foot;
    shown.push(attempt.shows("vessel-1-pale", foot, 130.0, false));
    attempt.does(0.0, None, None);
    shown.push(attempt.shows("vessel-2-panels", foot, 220.0, true));
    attempt.rests(60.0, 0.0);
    shown.push(attempt.shows("vessel-3-livedo", foot, 130.0, false));
    attempt.does(0.0, None, None);
    shown.push(attempt.shows("vessel-4-far", foot, 300.0, false));
    let occlusion = attempt.session.perfusion().occlusions()[0];
    println!("{occlusion:?}");
    let pictures = seen(&drill, &setup, &attempt.controls, &shown);
    let [before, pale, livedo] = [0, 1, 3].map(|i| middle(&pictures[i], 120));
    println!("{before:?} {pale:?} {livedo:?}");
    assert!(redness(pale) < redness(before) - 0.03, "paler: {before:?} {pale:?}");
    assert!(livedo[1] < pale[1] - 3.0, "a violet net: {pale:?} {livedo:?}");
}

#[test]
fn product_laid_in_the_dermis_is_seen_as_white_skin() {
    if !draws() {
        return;
    }
    let (drill, setup) = drill("radiesse-jawline");
    let content = Content::find().expect("the project's own content");
    let file = "assets/operators.ron";
    let table = SkillTable::parse(file, &content.read_text(file).expect("it is installed")).expect("it is whole");
    let mut operator = Operator::new(table.at(1.0), Some(Fault::Shallow(1.6)), 1);
    let (mut session, mut controls) = (Session::new(Arc::clone(&setup)), Vec::new());
    while !session.finished() && session.tick() < 120_000 {
        controls.push(operator.act(&session));
        session.step(&controls[controls.len() - 1]);
    }
    controls.truncate(controls.len() - 1);
    let cells = &setup.zone.cells;
    let (points, normals): (Vec<Vec3>, Vec<Vec3>) = cells.iter().map(|cell| (cell.point, cell.normal)).unzip();
    let dermal = fanline::tissue::dermal_mg_cm2(&points, &normals, session.deposits());
    let (whitest, most) = dermal.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).expect("cells");
    println!("whitest {most} mg/cm²");
    assert!(*most > fanline::session::WHITE_MG_CM2);
    let shows = |name: &str, tick: usize, height_mm, panels| {
        Moment { name: name.into(), tick: tick as u64, at: points[whitest], height_mm, see_through: panels, panels }
    };
    let end = controls.len();
    let shown = [shows("white-0-before", 1, 60.0, false), shows("white-1-near", end, 60.0, false), shows("white-2-panels", end, 200.0, true), shows("white-3-far", end, 160.0, false)];
    let pictures = seen(&drill, &setup, &controls, &shown);
    // White shines where it is lit: more blue and less red than before, over some square millimetres.
    let white = pictures[0].pixels().zip(pictures[1].pixels()).filter(|(before, after)| {
        let [before, after] = [before, after].map(|pixel| pixel.0.map(f64::from));
        after[2] > before[2] + 30.0 && redness(after) < redness(before) - 0.1
    });
    let mm2 = white.count() as f64 * (60.0 / f64::from(SIZE.1)).powi(2);
    assert!(mm2 > 20.0, "white over {mm2} mm²");
}

/// Into the fat at the first proposed entry, along the first direction of the fan, so many mm.
fn under_the_skin(setup: &Arc<Setup>, way_mm: f64) -> Attempt {
    let entry = setup.proposed_entries[0];
    let on = setup.anatomy.project(entry);
    let fan = fanline::trainee::Fan::plan(&setup.zone, &EntryPoint { point: on.foot, normal: on.normal, gauge: setup.tube.gauge.pilot() }, setup.tube.length_mm, 6.0, |at, _| at);
    let mut attempt = Attempt::new(setup, entry, fan.ahead);
    attempt.hand.yaw = fan.rays[fan.rays.len() / 2].yaw;
    attempt.hand.pitch = 0.55;
    let below = |attempt: &Attempt| attempt.session.reading().filter(|r| r.inserted.is_some()).map_or(-9.0, |r| r.port_sample.below_dermis_mm());
    for _ in 0..1200 {
        if below(&attempt) > 0.4 {
            break;
        }
        attempt.steers(2.0, 0.0);
    }
    while attempt.hand.pitch > 0.12 {
        attempt.steers(0.0, -0.8);
    }
    let mut depths = vec![below(&attempt)];
    for _ in 0..6000 {
        let inserted = attempt.session.reading().map_or(0.0, |reading| reading.inserted_mm);
        if inserted >= way_mm {
            break;
        }
        let slope = (depths[depths.len() - 1] - depths[depths.len().saturating_sub(60)]) / (5.0 * DT * 59.0);
        let wanted = ((1.0 - depths[depths.len() - 1]) / 8.0).clamp(-0.16, 0.16);
        attempt.steers(5.0, (2.0 * (wanted - slope)).clamp(-0.4, 0.4));
        depths.push(below(&attempt));
    }
    attempt
}

#[test]
fn a_shaft_forced_against_the_dermis_lifts_the_skin_in_the_picture() {
    if !draws() {
        return;
    }
    let (drill, setup) = drill("radiesse-jawline");
    let mut attempt = under_the_skin(&setup, 28.0);
    let mut shown = vec![attempt.shows("tent-0-before", Vec3::ZERO, 70.0, false)];
    let mut tent = (0.0, Vec3::ZERO);
    for _ in 0..2400 {
        attempt.steers(2.0, -0.12);
        let Some(reading) = attempt.session.reading().filter(|reading| reading.inserted.is_some()) else { break };
        tent = (reading.tent_mm, reading.tent_at);
        if tent.0 > 2.5 {
            break;
        }
    }
    println!("tent {} mm, pitch {}, reading {:?}", tent.0, attempt.hand.pitch, attempt.session.reading().map(|r| (r.inserted_mm, r.hub_force_n)));
    shown[0].at = tent.1;
    shown.push(attempt.shows("tent-1-lifted", tent.1, 70.0, false));
    attempt.does(0.0, None, None);
    shown.push(attempt.shows("tent-2-panels", tent.1, 170.0, true));
    let pictures = seen(&drill, &setup, &attempt.controls, &shown);
    assert!(tent.0 > 1.0, "{tent:?}");
    // Below and to the left of the entry the syringe hides nothing; far from it the skin lies as before.
    let changed = |x: u32, y: u32| {
        let pixels = (x..x + 90).flat_map(|x| (y..y + 60).map(move |y| (x, y)));
        pixels.map(|(x, y)| f64::from(pictures[0].get_pixel(x, y).0[1].abs_diff(pictures[1].get_pixel(x, y).0[1]))).sum::<f64>() / 5400.0
    };
    let (near, far) = (changed(380, 290), changed(120, 560));
    assert!(near > 1.5 && near > 5.0 * far, "lit as a hill: {near} {far}");
}

#[test]
fn the_skin_goes_along_with_a_stretching_finger() {
    if !draws() {
        return;
    }
    let (drill, setup) = drill("radiesse-jawline");
    let mut attempt = under_the_skin(&setup, 10.0);
    let entry = setup.proposed_entries[0];
    let along = attempt.hand.direction();
    let at = setup.anatomy.project(entry + along * 45.0);
    let mut shown = vec![attempt.shows("pull-0-rest", at.foot, 110.0, false)];
    let pull = (along - at.normal * along.dot(at.normal)).normalize() * 5.0;
    for _ in 0..240 {
        attempt.does(0.0, None, Some(Finger::new(at.foot, pull)));
    }
    shown.push(attempt.shows("pull-1-stretched", at.foot, 110.0, false));
    let moved = attempt.session.traction().moved(at.foot, &setup.mechanics.traction);
    println!("moved {} mm", moved.length());
    let pictures = seen(&drill, &setup, &attempt.controls, &shown);
    let other = pictures[0].pixels().zip(pictures[1].pixels()).filter(|(a, b)| (0..3).any(|c| a.0[c].abs_diff(b.0[c]) > 12)).count();
    assert!(moved.length() > 1.0 && other > 2000, "{other} pixels");
}
