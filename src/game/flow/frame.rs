//! A moment of an attempt as it is drawn: ten times a second for the replay, and at every frame of the window.

use crate::anatomy::Layer;
use crate::game::scene::model::{CannulaPose, Pull, SkinPoint};
use crate::geom::Vec3;
use crate::instrument::Gauge;
use crate::session::Session;

/// Lift of the skin below which no tent is drawn, mm.
const TENT_MM: f64 = 0.15;

/// Ticks between two moments of a replay.
pub(super) const MOMENT_TICKS: u64 = 12;
/// Movement of the skin below which no pull is drawn, mm.
const PULL_MM: f64 = 0.02;

/// Syringe behind the hub, as the scene draws it, mm; and at how many places its shade is taken.
const SYRINGE_MM: f64 = 74.0;
const SYRINGE_RADIUS_MM: f64 = 3.9;
const SYRINGE_STEPS: u32 = 8;

/// A moment.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Tick.
    pub(super) tick: u64,
    /// Cannula and syringe.
    pub(super) cannula: CannulaPose,
    /// Lifted skin: foot and height in mm.
    pub(super) tent: Option<(SkinPoint, f64)>,
    /// Skin that goes along with a finger.
    pub(super) pull: Option<Pull>,
    /// How many entry points there were.
    pub(super) entries: usize,
}

impl Frame {
    /// The moment after the last tick; none before the first.
    pub(super) fn of(session: &Session) -> Option<Self> {
        let cannula = pose(session, session.cannula().nodes().to_vec())?;
        Some(Self { tick: session.tick(), cannula, tent: tent(session), pull: pull(session), entries: session.entries().len() })
    }
}

/// The moment at a tick, from moments in the order of time: between two that follow each other, the shaft on its way from one to the other.
pub(super) fn at(frames: &[Frame], tick: u64) -> Option<Frame> {
    let next = frames.partition_point(|frame| frame.tick <= tick);
    let frame = frames.get(next.saturating_sub(1))?;
    let Some(after) = frames.get(next).filter(|after| next > 0 && after.cannula.nodes.len() == frame.cannula.nodes.len()) else {
        return Some(frame.clone());
    };
    // Far apart in time the hand did something else in between; in and out of the skin it jumps.
    let follows = after.tick - frame.tick <= 2 * MOMENT_TICKS && after.entries == frame.entries;
    if !follows || after.cannula.entry_arc_mm.is_some() != frame.cannula.entry_arc_mm.is_some() {
        return Some(frame.clone());
    }
    let part = (tick.saturating_sub(frame.tick)) as f64 / (after.tick - frame.tick).max(1) as f64;
    let mut now = frame.clone();
    let cannula = &mut now.cannula;
    for (node, to) in cannula.nodes.iter_mut().zip(&after.cannula.nodes) {
        *node = node.lerp(*to, part);
    }
    cannula.direction = cannula.direction.lerp(after.cannula.direction, part).normalize_or(cannula.direction);
    if let (Some(arc), Some(to)) = (&mut cannula.entry_arc_mm, after.cannula.entry_arc_mm) {
        *arc += (to - *arc) * part;
    }
    Some(now)
}

/// The cannula with the given nodes of its shaft.
pub(super) fn pose(session: &Session, nodes: Vec<Vec3>) -> Option<CannulaPose> {
    let reading = session.reading()?;
    let [hub, next, ..] = nodes[..] else { return None };
    let setup = session.setup();
    let inside = reading.inserted.is_some();
    let drawn_ul = setup.drawn_ml * 1e3;
    let entry_arc_mm = inside.then_some(setup.tube.length_mm - reading.inserted_mm);
    let shade = shade(session, &nodes, entry_arc_mm.unwrap_or(f64::INFINITY));
    Some(CannulaPose {
        direction: (next - hub).normalize_or(-Vec3::Z),
        nodes,
        outer_mm: setup.tube.gauge.outer_mm(),
        hub_colour: hub_colour(setup.tube.gauge),
        left: if drawn_ul > 0.0 { session.ledger().left_ul / drawn_ul } else { 0.0 },
        capacity_ml: setup.drawn_ml,
        entry_arc_mm,
        tip_layer: if inside { reading.tip_sample.layer() } else { Layer::Outside },
        flowing_at: (session.flow_ul_s() > 0.0).then_some(reading.port_material),
        shade,
    })
}

/// The skin under the shaft outside of the patient, and under the syringe behind it.
fn shade(session: &Session, nodes: &[Vec3], until_mm: f64) -> Vec<(SkinPoint, f64, f64)> {
    let [hub, next, ..] = nodes[..] else { return Vec::new() };
    let back = (hub - next).normalize_or(Vec3::Z);
    let radius = 0.5 * session.setup().tube.gauge.outer_mm();
    let mut arc = 0.0;
    let outside = nodes.windows(2).map_while(|pair| {
        let begins = arc;
        arc += pair[0].distance(pair[1]);
        (begins < until_mm).then_some((pair[0].lerp(pair[1], ((until_mm - begins) / (arc - begins).max(1e-9)).min(1.0)), radius))
    });
    let mut points: Vec<(Vec3, f64)> = outside.collect();
    points.reverse();
    points.extend((0..SYRINGE_STEPS).map(|step| (hub + back * (SYRINGE_MM * f64::from(step) / f64::from(SYRINGE_STEPS)), SYRINGE_RADIUS_MM)));
    let anatomy = &session.setup().anatomy;
    let on_skin = points.into_iter().map(|(point, radius)| {
        let on = anatomy.project(point);
        (SkinPoint { point: on.foot, normal: on.normal }, (point - on.foot).dot(on.normal).max(0.0), radius)
    });
    on_skin.collect()
}

/// Where the shaft lifts the skin.
pub(super) fn tent(session: &Session) -> Option<(SkinPoint, f64)> {
    let reading = session.reading().filter(|reading| reading.inserted.is_some() && reading.tent_mm > TENT_MM)?;
    let on = session.setup().anatomy.project(reading.tent_at);
    Some((SkinPoint { point: on.foot, normal: on.normal }, reading.tent_mm.min(12.0)))
}

/// How a finger pulls the skin.
pub(super) fn pull(session: &Session) -> Option<Pull> {
    let (traction, model) = (session.traction(), &session.setup().mechanics.traction);
    let by = traction.moved(traction.at, model);
    (by.length() > PULL_MM).then_some(Pull { at: traction.at, by, reach_mm: model.reach_mm })
}

/// Colour of a gauge's hub [ISO 6009].
fn hub_colour(gauge: Gauge) -> [u8; 3] {
    match gauge {
        Gauge::G22 => [0x2A, 0x2C, 0x2E],
        Gauge::G23 => [0x2B, 0x4E, 0x9B],
        Gauge::G25 => [0xE0, 0x80, 0x3A],
        Gauge::G27 => [0x9A, 0x9D, 0xA0],
        Gauge::G28 => [0x2E, 0x8B, 0x8B],
        Gauge::G29 => [0xC0, 0x39, 0x2B],
        Gauge::G30 => [0xE8, 0xC8, 0x3C],
    }
}
