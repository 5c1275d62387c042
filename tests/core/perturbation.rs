//! The hand errs by some degrees of pitch: geometry moves the thread, the wall holds a rounded tip, and nothing holds a ground one.
//!
//! The tables of docs/measured.md: `cargo test --no-default-features --test core perturbation -- --nocapture`.

use fanline::anatomy::{Layer, LayerStack};
use fanline::geom::Vec3;
use fanline::instrument::{Gauge, Reading, TipShape};
use fanline::session::Session;
use fanline::tissue::SlabShape;
use fanline::trainee::Operator;

use crate::cannula::{Driver, tube};
use crate::drill::{setup, skill};

/// Pitch through the skin, rad: as flat as a hand may come in, so that the bend from there to the band is slight.
const PITCH_IN: f64 = 0.25;
/// Way into the hole after which the tip lies in the middle of the target band, 0.75 mm below the dermis (3 mm of it in air).
const WAY_IN: f64 = 10.5;
/// Way along the layer, mm: what a 50 mm tube leaves for it.
const ALONG: f64 = 39.0;
/// Half of the target band, mm.
const HALF_BAND: f64 = 0.75;

/// What counts as being at a boundary, mm.
const AT_MM: f64 = 0.02;

/// Rise below which even a ground tip only grazes the dermis: 0.4°.
const GRAZING: f64 = 0.007;
/// Dent with which a ground tip begins to tear, mm.
const DENT_MM: f64 = 0.02;

/// What happened on the way.
struct Run {
    start: Reading,
    end: Reading,
    wall: f64,
    hub: f64,
    tent: f64,
    bow: f64,
    /// Way after which the tip was out of the band, mm.
    band: Option<f64>,
    /// Way after which the tip's axis was out of the fat.
    left: Option<(f64, Layer)>,
    /// Way after which the tip lay at the dermis, and that after which it was in it.
    touched: Option<f64>,
    entered: Option<f64>,
    /// Rise towards the dermis over the 2 mm before the tip lay at it.
    slope: f64,
}

fn bow(nodes: &[Vec3]) -> f64 {
    let (a, b) = (nodes[0], nodes[nodes.len() - 1]);
    let along = (b - a).normalize();
    nodes.iter().map(|node| (*node - a).reject_from(along).length()).fold(0.0, f64::max)
}

/// Enters to the middle of the band, turns the straight shaft to `degrees` (positive: deeper), and pushes it on; `far` mm.
fn run(gauge: Gauge, tip: TipShape, shape: SlabShape, stack: Option<LayerStack>, degrees: f64, far: f64) -> Run {
    let mut driver = Driver::new(tube(gauge, tip), shape);
    if let Some(stack) = stack {
        driver.slab.stack = stack;
    }
    let pitch = degrees.to_radians();
    driver.pitch = PITCH_IN;
    let start = driver.enter_by(WAY_IN, pitch);
    let middle = start.tip_sample.below_dermis_mm();
    let (mut wall, mut hub, mut tent, mut most_bow) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    let (mut band, mut left, mut touched, mut entered, mut end) = (None, None, None, None, start.clone());
    let (mut slope, mut rooms) = (0.0, vec![middle - 0.5 * gauge.outer_mm()]);
    let radius = 0.5 * gauge.outer_mm();
    let steps = (far * 4.0) as usize;
    for _ in 0..steps {
        end = driver.go(far / steps as f64, pitch);
        let way = end.inserted_mm - start.inserted_mm;
        wall = wall.max(end.wall_force_n);
        hub = hub.max(end.hub_force_n);
        tent = tent.max(end.tent_mm);
        most_bow = most_bow.max(bow(driver.cannula.nodes()));
        let off = end.tip_sample.below_dermis_mm() - middle;
        if band.is_none() && off.abs() > HALF_BAND {
            band = Some(way);
        }
        let room = end.tip_sample.below_dermis_mm() - radius;
        // Only what has come from elsewhere has come to it.
        if touched.is_none() && room < AT_MM && rooms.iter().any(|room| *room > 2.0 * AT_MM) {
            touched = Some(way);
            slope = (rooms[rooms.len().saturating_sub(8)] - room) / 2.0;
        }
        rooms.push(room);
        if entered.is_none() && room < -AT_MM {
            entered = Some(way);
        }
        let layer = end.tip_sample.layer();
        if left.is_none() && layer != Layer::Fat {
            left = Some((way, layer));
        }
    }
    Run { start, end, wall, hub, tent, bow: most_bow, band, left, touched, entered, slope }
}

fn print(run: &Run) -> String {
    let way = |way: Option<f64>| way.map_or("—".to_owned(), |mm| format!("{mm:.0}"));
    let left = run.left.map_or("—".to_owned(), |(mm, layer)| format!("{layer:?} at {mm:.0}").to_lowercase());
    format!(
        "{:.2} → {:.2} | {} | {} | {} | {left} | {:.2} | {:.2} | {:.1} | {:.1} |",
        run.start.tip_sample.below_dermis_mm(), run.end.tip_sample.below_dermis_mm(), way(run.band), way(run.touched), way(run.entered),
        run.wall, run.hub, run.tent, run.bow
    )
}

fn shape_name(tip: TipShape) -> &'static str {
    match tip {
        TipShape::Blunt => "cannula",
        TipShape::Bevel => "needle",
    }
}

/// Pitch of the chord of the whole way on skin of a radius (mm), degrees: the straight line that begins and ends under the dermis.
fn chord(radius_mm: f64) -> f64 {
    (0.5 * (WAY_IN - 3.0 + ALONG) / radius_mm).asin().to_degrees()
}

const TUBES: [(Gauge, TipShape); 4] = [
    (Gauge::G25, TipShape::Blunt),
    (Gauge::G22, TipShape::Blunt),
    (Gauge::G25, TipShape::Bevel),
    (Gauge::G22, TipShape::Bevel),
];

/// Layers whose fat is so thick that no wall is near.
fn thick() -> Option<LayerStack> {
    Some(LayerStack { epidermis_mm: 0.1, dermis_mm: 0.5, fat_mm: 14.0, smas_mm: 15.0, bone_mm: 20.0 })
}

/// How much deeper the tip ends than it began, made over to 50 mm of tube in the tissue (it turns about its hole).
fn drift(gauge: Gauge, tip: TipShape, stack: Option<LayerStack>, degrees: f64) -> f64 {
    let run = run(gauge, tip, SlabShape::Flat, stack, degrees, ALONG);
    (run.end.tip_sample.depth_mm - run.start.tip_sample.depth_mm) * 50.0 / run.end.inserted_mm
}

/// The pitch at which the thread runs level: the hole's rim lifts a flat shaft a little, and a hand that sees its depth allows for it.
fn level(gauge: Gauge, tip: TipShape, stack: Option<LayerStack>) -> f64 {
    let (mut low, mut high) = (-3.0, 5.0);
    for _ in 0..12 {
        let middle = 0.5 * (low + high);
        if drift(gauge, tip, stack, middle) < 0.0 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[test]
fn a_pitch_error_moves_the_thread_as_geometry_says() {
    println!("| tube | level at | mm a degree over 50 mm (geometry 0.87) | band lost at | whole fat, premasseteric | neck |");
    println!("|---|---|---|---|---|---|");
    for (gauge, tip) in TUBES {
        let level = level(gauge, tip, thick());
        // The error at which the tip has drifted so far over 50 mm.
        let error = |side: f64, mm: f64| {
            let (mut low, mut high) = (0.0, 4.0);
            for _ in 0..10 {
                let middle = 0.5 * (low + high);
                if side * drift(gauge, tip, thick(), level + side * middle) < mm { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        };
        let slope = 0.5 * (drift(gauge, tip, thick(), level + 0.5) - drift(gauge, tip, thick(), level - 0.5)) / 0.5;
        let (up, down) = (error(-1.0, HALF_BAND), error(1.0, HALF_BAND));
        let premasseteric = 0.5 * (4.25 - 1.07 - gauge.outer_mm()) / slope;
        let neck = 0.5 * (3.71 - 1.16 - gauge.outer_mm()) / slope;
        println!(
            "| {} {} | {level:+.2}° | {slope:.3} | −{up:.2}° / +{down:.2}° | ±{premasseteric:.2}° | ±{neck:.2}° |",
            shape_name(tip), gauge.name()
        );
        assert!((slope - 0.873).abs() < 0.09, "{slope} mm a degree");
        assert!((0.8..=1.0).contains(&up) && (0.8..=1.0).contains(&down), "{up} {down}");
        assert!((1.2..=1.7).contains(&premasseteric) && (1.0..=1.4).contains(&neck), "{premasseteric} {neck}");
    }
}

#[test]
fn a_rounded_tip_rides_its_wall_and_a_ground_one_crosses_at_once() {
    println!("| skin | tube | pitch error | below the dermis, mm | out of band at | at the dermis | in it | left fat | wall N | hub N | tent mm | bow mm |");
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    let mut wrong = Vec::new();
    for (name, shape, pitches) in [
        ("flat", SlabShape::Flat, &[-3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0][..]),
        ("R 80 mm", SlabShape::Sphere(80.0), &[-14.0, -8.0, -4.0, -2.0, 0.0, 2.0]),
    ] {
        for (gauge, tip) in TUBES {
            // No error: level where it is flat, along the chord from the entry to the end of the way where it is round.
            let level = if shape == SlabShape::Flat { level(gauge, tip, None) } else { chord(80.0) };
            for &degrees in pitches {
                let run = run(gauge, tip, shape, None, level + degrees, ALONG);
                println!("| {name} | {} {} | {degrees:+.1}° | {}", shape_name(tip), gauge.name(), print(&run));
                let blunt = tip == TipShape::Blunt;
                let mut claim = |holds: bool, what: &str| {
                    if !holds {
                        wrong.push(format!("{name} {} {} {degrees}: {what}", shape_name(tip), gauge.name()));
                    }
                };
                claim(!blunt || run.left.is_none() && run.entered.is_none(), "the rounded tip crossed");
                if shape != SlabShape::Flat && blunt && (-8.0..=-2.0).contains(&degrees) {
                    claim((0.2..=1.0).contains(&run.wall), &format!("wall {} N", run.wall));
                }
                if let (false, Some(touched), true) = (blunt, run.touched, run.slope > GRAZING) {
                    // Going on as it came, it would be in after so many mm; the dent that begins the tear comes on top.
                    let due = 1.0 + (2.0 * AT_MM + DENT_MM) / run.slope.max(1e-3);
                    let took = run.entered.unwrap_or(ALONG) - touched;
                    claim(took <= due, &format!("the ground tip was held at the dermis: {took} mm instead of {due}"));
                }
                // What geometry carries past the wall reaches it.
                if !blunt && (shape != SlabShape::Flat && degrees <= -4.0 || degrees <= -2.0 && shape == SlabShape::Flat) {
                    claim(run.entered.is_some(), "the ground tip never came to the dermis");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_rounded_tip_crosses_a_fascia_only_beyond_its_resistance() {
    println!("| tube | force on the tip before it crosses the SMAS, N | at the hub, N |");
    println!("|---|---|---|");
    for (gauge, tip) in TUBES {
        let mut driver = Driver::new(tube(gauge, tip), SlabShape::Flat);
        driver.pitch = 1.4;
        let (mut most, mut hub, mut crossed) = (0.0_f64, 0.0_f64, false);
        for _ in 0..160 {
            let reading = driver.go(0.1, 1.4);
            if reading.tip_sample.layer() > Layer::Smas {
                crossed = true;
                break;
            }
            if reading.tip_sample.layer() >= Layer::Fat {
                most = most.max(reading.tip_force_n);
                hub = hub.max(reading.hub_force_n);
            }
        }
        println!("| {} {} | {most:.2} | {hub:.2} |", shape_name(tip), gauge.name());
        assert!(crossed, "{} {} never crossed", shape_name(tip), gauge.name());
        match tip {
            TipShape::Blunt => assert!((1.5..5.0).contains(&most), "{}: {most}", gauge.name()),
            TipShape::Bevel => assert!(most < 1.2, "{}: {most}", gauge.name()),
        }
    }
}

#[test]
fn swapping_the_tip_alone_turns_one_into_the_other() {
    // Same tube, port and hand; only the shape of the tip differs.
    let end = |tip| run(Gauge::G25, tip, SlabShape::Sphere(80.0), None, 0.0, ALONG).left.is_some();
    assert!(!end(TipShape::Blunt) && end(TipShape::Bevel));
}

#[test]
fn the_expert_holds_the_band_on_neck_cheek_and_jawline() {
    println!("| where | CaHA 0 to 1.5 mm below the dermis | mean, mm | SD, mm |");
    println!("|---|---|---|---|");
    for (name, drill) in [("neck", "radiesse-neck"), ("cheek", "harmonyca-cheek"), ("jawline", "radiesse-jawline")] {
        let mut session = Session::new(setup(drill, 1));
        let mut operator = Operator::new(skill(1.0), None, 1);
        while !session.finished() {
            let controls = operator.act(&session);
            session.step(&controls);
        }
        let deposits = session.deposits().deposits();
        let sum = |weigh: &dyn Fn(f64) -> f64| -> f64 { deposits.iter().map(|bead| bead.caha_mg * weigh(bead.below_dermis_mm)).sum() };
        let mass = sum(&|_| 1.0);
        let mean = sum(&|mm| mm) / mass;
        let sd = (sum(&|mm| (mm - mean) * (mm - mean)) / mass).sqrt();
        let share = sum(&|mm| f64::from(u8::from((0.0..=1.5).contains(&mm)))) / mass;
        println!("| {name} | {:.1} % | {mean:.2} | {sd:.2} |", 100.0 * share);
        assert!(mass > 50.0 && share > 0.9 && (0.25..=1.25).contains(&mean) && sd < 0.5, "{name}: {share} of {mass} mg, {mean} ± {sd} mm");
    }
}
